// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/evidence.h"

#include "separation/string_pool.h"
#include "separation/word_lists.h"

#include <algorithm>
#include <cmath>

namespace staffelstab::separation {

namespace {

/** A wrong "business" hurts more than a wrong "private", so it must be surer. */
constexpr float leastForPrivate = 0.75F;
constexpr float leastForBusiness = 0.90F;

constexpr float sensitivityWeight = -2.9F;
constexpr float freeMailWeight = -2.3F;
constexpr float familyWeight = -3.0F;
constexpr float serviceWeight = -2.3F;
constexpr float firmWeight = 0.8F;
/** Colleagues among themselves: three and more, two, two in a conversation - the more alone, the more private. */
constexpr float circleWeight = 1.9F;
constexpr float pairWeight = 1.3F;
constexpr float pairReplyWeight = 1.1F;
constexpr float colleagueWeight = 1.0F;
constexpr float companyAutomaticWeight = 1.0F;
constexpr float calendarWeight = 0.6F;
constexpr float offHoursWeight = -0.2F;
constexpr float habitWeight = -0.8F;
constexpr float familiarColleague = 0.4F;
constexpr std::size_t mostReasons = 3;
/** What weighs less is no reason to name. */
constexpr float leastForReason = 0.05F;
/** Of a large group about so many messages, evenly spread, are asked for reasons; each has a voice. */
constexpr std::size_t mostExplained = 64;

float probability(float logOdds)
{
    return 1.0F / (1.0F + std::exp(-logOdds));
}

bool speaksFor(bool isBusiness, const Fact& fact)
{
    return (isBusiness ? fact.weight : -fact.weight) > leastForReason;
}

/** The word the fact rests on, if it is the weightiest of the message and speaks for the same side. */
QString themeOf(const Fact& fact)
{
    const bool speaksForIt = fact.detail != 0 && fact.detail <= words::subjectWords.size() &&
                             (words::subjectWords[fact.detail - 1].weight > 0) == (fact.weight > 0);
    return speaksForIt ? textOf(words::subjectWords[fact.detail - 1].word) : QString();
}

} // namespace

void Evidence::addHeaderFacts(Row row, Facts& facts) const
{
    using Kind = Reason::Kind;
    const RowFacts& own = m_rows[row];
    const CorrespondentFacts& person = m_correspondents[m_table->correspondent(row)];
    const quint32 folder = m_table->folder(row);
    const auto addIf = [&](bool holds, Kind kind, float weight, quint32 detail) {
        if (holds) {
            facts.add({kind, weight, detail});
        }
    };
    addIf(folder < m_folders.size() && m_folders[folder] != 0, Kind::FolderName,
          folder < m_folders.size() ? m_folders[folder] : 0, folder);
    const auto sensitivity = m_table->sensitivity(row);
    addIf(sensitivity == mail::Sensitivity::Private || sensitivity == mail::Sensitivity::Personal,
          Kind::SensitivityHeader, sensitivityWeight, sensitivity == mail::Sensitivity::Private ? 1 : 0);
    addIf(sensitivity == mail::Sensitivity::CompanyConfidential, Kind::SensitivityHeader, -sensitivityWeight, 2);
    addIf(person.isFreeMail, Kind::FreeMailAddress, freeMailWeight, person.domain);
    addIf(person.isFamily, Kind::FamilyName, familyWeight, 0);
    addIf(person.isService, Kind::KnownService, serviceWeight, person.domain);
    addIf(person.isFirm, Kind::FirmAddress, firmWeight, person.domain);
    addIf(own.isInternal, Kind::CompanyDomain,
          own.isCircle  ? circleWeight
          : own.isReply ? pairReplyWeight
                        : pairWeight,
          person.domain);
    addIf(!own.isInternal && own.hasColleague, Kind::CompanyDomain, colleagueWeight, person.domain);
    const quint32 list = m_table->listNumber(row);
    addIf(list != 0, Kind::MailingList, m_listWeights[list], list);
    addIf(own.isAutomatic && person.isCompany, Kind::Automatic, companyAutomaticWeight, person.domain);
    addIf(own.subjectWord != 0, Kind::SubjectWord,
          own.subjectWord != 0 ? words::subjectWords[own.subjectWord - 1U].weight : 0, own.subjectWord);
    addIf(m_table->isCalendar(row), Kind::Calendar, calendarWeight, 0);
    if (own.isOffHours || person.isOffHours) {
        addIf(!own.isAutomatic, Kind::OffHours, person.isOffHours ? habitWeight : offHoursWeight,
              person.isOffHours ? 1 : 0);
    }
    visitTextFacts(m_table->text(row), [&](Fact fact) {
        // Colleagues who say "du" are colleagues all the same.
        fact.weight *= own.isInternal && fact.kind == Kind::Familiar ? familiarColleague : 1;
        if (fact.weight != 0) {
            facts.add(fact);
        }
    });
}

Evidence::Facts Evidence::factsOf(Row row) const
{
    Facts facts;
    addHeaderFacts(row, facts);
    addDecidedFacts(row, facts);
    const float learned = m_learner.delta(m_table->words(row), m_rows[row].traits);
    if (!m_learner.isEmpty() && learned != 0) {
        facts.add({Reason::Kind::SimilarDecisions, learned, row});
    }
    return facts;
}

float Evidence::score(Row row) const
{
    float& known = m_scores[row];
    if (std::isnan(known)) {
        known =
            m_rows[row].prior + m_shift + decidedScore(row) + m_learner.delta(m_table->words(row), m_rows[row].traits);
    }
    return known;
}

float Evidence::privateProbability(Row row) const
{
    return 1 - probability(score(row));
}

QString Evidence::detailOf(const Fact& fact) const
{
    switch (fact.kind) {
    case Reason::Kind::FolderName:
        return m_table->folders()[fact.detail].folder.path;
    case Reason::Kind::SensitivityHeader:
        return fact.detail == 2   ? QStringLiteral("Company-Confidential")
               : fact.detail == 1 ? QStringLiteral("Private")
                                  : QStringLiteral("Personal");
    case Reason::Kind::FamilyName:
        return m_familyName.left(1).toUpper() + m_familyName.mid(1);
    case Reason::Kind::MailingList:
        return m_lists[fact.detail];
    case Reason::Kind::SubjectWord:
        return textOf(words::subjectWords[fact.detail - 1].word);
    case Reason::Kind::PrivateWords:
    case Reason::Kind::BusinessWords:
        return themeOf(fact);
    case Reason::Kind::OffHours:
        return fact.detail != 0 ? QStringLiteral("person") : QString();
    case Reason::Kind::SimilarDecisions:
        return QString::number(similarDecided(fact.detail, fact.weight > 0));
    case Reason::Kind::ThreadDecisions:
        return QString::number(fact.detail);
    case Reason::Kind::FolderDecisions:
        return m_table->folders()[fact.detail].folder.path;
    case Reason::Kind::FormerDecisions:
        return (fact.detail & samePerson) != 0 ? m_table->correspondentKey(fact.detail & ~samePerson)
                                               : m_domains[fact.detail];
    case Reason::Kind::FreeMailAddress:
    case Reason::Kind::CompanyDomain:
    case Reason::Kind::Automatic:
    case Reason::Kind::KnownService:
    case Reason::Kind::FirmAddress:
    case Reason::Kind::ProtectedCorrespondent:
        return m_domains[fact.detail];
    default:
        return {};
    }
}

Suggestion Evidence::conclude(float logOdds, float agreement, std::span<const Fact> facts)
{
    Suggestion suggestion;
    const float business = probability(logOdds);
    const bool isBusiness = business > 0.5F;
    suggestion.confidence = (isBusiness ? business : 1 - business) * agreement;
    if (std::none_of(facts.begin(), facts.end(), [=](const Fact& fact) { return speaksFor(isBusiness, fact); })) {
        return suggestion; // the prior alone is no reason
    }
    suggestion.lean = isBusiness ? Verdict::Business : Verdict::Private;
    if (suggestion.confidence >= (isBusiness ? leastForBusiness : leastForPrivate)) {
        suggestion.verdict = suggestion.lean;
    }
    return suggestion;
}

void Evidence::explain(Suggestion& suggestion, std::span<const Fact> facts) const
{
    std::vector<Fact> supporting;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(supporting), [&](const Fact& fact) {
        return suggestion.lean != Verdict::Undecided && speaksFor(suggestion.lean == Verdict::Business, fact);
    });
    std::stable_sort(supporting.begin(), supporting.end(),
                     [](const Fact& a, const Fact& b) { return std::abs(a.weight) > std::abs(b.weight); });
    for (const Fact& fact : supporting) {
        if (suggestion.reasons.size() == mostReasons) {
            break;
        }
        const QString detail = detailOf(fact);
        // The subject's word and the text's are often the same; one of them is enough.
        const bool isWord = fact.kind == Reason::Kind::PrivateWords || fact.kind == Reason::Kind::BusinessWords;
        const bool isSaid = isWord && !detail.isEmpty() &&
                            std::any_of(suggestion.reasons.begin(), suggestion.reasons.end(),
                                        [&](const Reason& said) { return said.detail == detail; });
        if (!isSaid) {
            suggestion.reasons.push_back({fact.kind, detail});
        }
    }
}

Suggestion Evidence::protectedSuggestion(Row row) const
{
    using Kind = Reason::Kind;
    if (isProtected(row)) {
        return {Verdict::Protected, 1, {{Kind::ProtectedCorrespondent, m_patterns[m_rows[row].protectedBy - 1]}}};
    }
    const CorrespondentFacts& person = m_correspondents[m_table->correspondent(row)];
    if (person.isBody) {
        return {Verdict::Protected, 0.8F, {{Kind::ProtectedCorrespondent, m_domains[person.domain]}}};
    }
    return {};
}

Suggestion Evidence::suggestion(Row row) const
{
    Suggestion special = protectedSuggestion(row);
    if (special.verdict == Verdict::Protected) {
        return special;
    }
    const Facts facts = factsOf(row);
    const auto all = std::span(facts.all).first(facts.count);
    Suggestion suggestion = conclude(score(row), 1, all);
    explain(suggestion, all);
    return suggestion;
}

namespace {

/** What the messages of a group have in common, and how far they agree. */
struct Votes
{
    float total = 0;
    quint32 open = 0;
    quint32 forBusiness = 0;

    void add(float score)
    {
        total += std::clamp(score, -4.0F, 4.0F);
        ++open;
        forBusiness += score > 0 ? 1 : 0;
    }
    [[nodiscard]] float mean() const { return total / static_cast<float>(open); }
    [[nodiscard]] float agreement() const
    {
        return static_cast<float>(total > 0 ? forBusiness : open - forBusiness) / static_cast<float>(open);
    }
};

bool hasBothSides(std::span<const Fact> facts)
{
    const auto has = [&](bool isBusiness) {
        return std::any_of(facts.begin(), facts.end(), [=](const Fact& fact) { return speaksFor(isBusiness, fact); });
    };
    return has(true) && has(false);
}

} // namespace

void Evidence::addShare(std::vector<Fact>& sums, const Fact& fact)
{
    const auto known = std::find_if(sums.begin(), sums.end(), [&](const Fact& sum) {
        return sum.kind == fact.kind && (sum.weight > 0) == (fact.weight > 0);
    });
    if (known == sums.end()) {
        sums.push_back(fact);
    } else {
        known->weight += fact.weight;
    }
}

Suggestion Evidence::suggestion(std::span<const Row> rows, bool withReasons) const
{
    Votes votes;
    std::vector<Fact> sums;
    Suggestion special;
    bool isAsked = true;
    const auto stride = static_cast<quint32>(rows.size() / mostExplained + 1);
    for (const Row row : rows) {
        if (isProtected(row) || m_correspondents[m_table->correspondent(row)].isBody) {
            special = special.reasons.empty() ? protectedSuggestion(row) : special;
            continue;
        }
        if (isAsked && votes.open % stride == 0) {
            const Facts facts = factsOf(row);
            for (const Fact& fact : std::span(facts.all).first(facts.count)) {
                addShare(sums, fact);
            }
            // Without reasons it is enough to know that both sides have one.
            isAsked = withReasons || !hasBothSides(sums);
        }
        votes.add(score(row));
    }
    if (votes.open == 0) {
        return special;
    }
    Suggestion suggestion = conclude(votes.mean(), votes.agreement(), sums);
    if (withReasons) {
        explain(suggestion, sums);
    }
    return suggestion;
}

} // namespace staffelstab::separation
