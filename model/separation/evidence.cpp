// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/evidence.h"

#include "separation/addresses.h"
#include "separation/string_pool.h"
#include "separation/word_lists.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace staffelstab::separation {

namespace {

/** A wrong "business" hurts more than a wrong "private", so it must be surer. */
constexpr float leastForPrivate = 0.75F;
constexpr float leastForBusiness = 0.82F;

constexpr float priorAllowed = 0.3F;
constexpr float priorForbidden = 0.9F;
constexpr float sensitivityWeight = -2.2F;
constexpr float freeMailWeight = -1.6F;
constexpr float familyWeight = -2.5F;
constexpr float serviceWeight = -1.6F;
/** Colleagues among themselves: three and more, two, two in a conversation - the more alone, the more private. */
constexpr float circleWeight = 1.9F;
constexpr float pairWeight = 1.3F;
constexpr float pairReplyWeight = 1.1F;
constexpr float colleagueWeight = 1.0F;
constexpr float companyListWeight = 1.6F;
constexpr float leisureListWeight = -2.2F;
constexpr float otherListWeight = -0.3F;
constexpr float companyAutomaticWeight = 1.0F;
constexpr float strongestFormer = 2.5F;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

float probability(float logOdds)
{
    return 1.0F / (1.0F + std::exp(-logOdds));
}

template <std::size_t n>
const std::unordered_map<std::string_view, quint16>& numbered(const std::array<words::WeighedWord, n>& list)
{
    static const auto map = [&list] {
        std::unordered_map<std::string_view, quint16> made;
        for (std::size_t i = 0; i < n; ++i) {
            made.emplace(list[i].word, static_cast<quint16>(i));
        }
        return made;
    }();
    return map;
}

/** Number + 1 of the weightiest listed word in `text`; 0 if none. */
template <std::size_t n>
quint16 weightiestWord(std::string_view text, const std::array<words::WeighedWord, n>& list)
{
    const auto& numbers = numbered(list);
    quint16 best = 0;
    forEachWord(text, [&](std::string_view word) {
        const auto found = numbers.find(word);
        if (found == numbers.end()) {
            return;
        }
        if (best == 0 || std::abs(list[found->second].weight) > std::abs(list[best - 1].weight)) {
            best = static_cast<quint16>(found->second + 1);
        }
    });
    return best;
}

bool isServiceDomain(QStringView domain)
{
    for (const QStringView label : domain.split(QLatin1Char('.'))) {
        for (const words::ServiceWord& service : words::services) {
            const QLatin1String word(service.word.data(), static_cast<qsizetype>(service.word.size()));
            if (service.isWholeLabel ? label == word : label.contains(word)) {
                return true;
            }
        }
    }
    return false;
}

/** "Re:", "AW:", "Antwort:" and the like at the beginning. */
bool isAnswer(QByteArrayView subject)
{
    const QByteArray begin = subject.first(std::min<qsizetype>(subject.size(), 8)).toByteArray().toLower();
    return begin.startsWith("re:") || begin.startsWith("aw:") || begin.startsWith("antw:") ||
           begin.startsWith("antwort:");
}

bool isBodyAnywhere(QStringView address, QStringView domain)
{
    const auto begins = [&](std::string_view part) { return address.startsWith(textOf(part)); };
    const auto isUnion = [&](std::string_view known) { return isWithin(domain, textOf(known)); };
    return std::any_of(words::bodiesAnywhere.begin(), words::bodiesAnywhere.end(), begins) ||
           std::any_of(words::unionDomains.begin(), words::unionDomains.end(), isUnion);
}

} // namespace

void Evidence::rebuild(const MessageTable& table, const SeparationContext& context)
{
    m_table = &table;
    readContext(context);
    readFolders();
    readAddresses();
    readCorrespondents();
    readLists();
    m_rows.assign(table.size(), {});
    for (Row row = 0; row < table.size(); ++row) {
        readRow(row);
    }
}

void Evidence::readContext(const SeparationContext& context)
{
    m_freeMailDomains.clear();
    for (const std::string_view domain : words::freeMailDomains) {
        m_freeMailDomains.insert(textOf(domain));
    }
    m_prior = context.isPrivateUseAllowed ? priorAllowed : priorForbidden;
    m_familyName = familyNameOf(context.leaverName);
    m_ownAddress = context.leaverEmail.trimmed().toLower();
    m_companyDomains.clear();
    for (const QString& domain : context.companyDomains) {
        const QString bare = domain.trimmed().toLower();
        m_companyDomains += bare.startsWith(QLatin1Char('@')) ? bare.mid(1) : bare;
    }
    const QString ownDomain = domainOf(m_ownAddress).toString();
    if (!ownDomain.isEmpty() && !m_freeMailDomains.contains(ownDomain)) {
        m_companyDomains += ownDomain;
    }
    m_patterns.clear();
    for (const QString& pattern : context.protectedCorrespondents) {
        if (!pattern.trimmed().isEmpty()) {
            const QString bare = pattern.trimmed().toLower();
            m_patterns += bare.startsWith(QLatin1Char('@')) ? QLatin1Char('*') + bare : bare;
        }
    }
    m_builtInPatterns = m_patterns.size();
    for (const std::string_view local : words::protectedLocalParts) {
        m_patterns += textOf(local) + QStringLiteral("@*");
    }
}

void Evidence::readFolders()
{
    m_folders.clear();
    for (const TableFolder& folder : m_table->folders()) {
        const QByteArray path = folder.folder.path.toUtf8();
        const quint16 word = weightiestWord(viewOf(path), words::folderWords);
        m_folders.push_back(word == 0 ? 0 : words::folderWords[word - 1].weight);
    }
}

void Evidence::readAddresses()
{
    const quint32 count = m_table->addresses();
    m_addressPatterns.assign(count, 0);
    m_addressIsCompany.assign(count, 0);
    m_addressIsOwn.assign(count, 0);
    for (quint32 i = 1; i < count; ++i) {
        const QString address = m_table->address(i).toLower();
        m_addressPatterns[i] = protectedPattern(address);
        m_addressIsCompany[i] = isCompanyDomain(domainOf(address)) ? 1 : 0;
        m_addressIsOwn[i] = address == m_ownAddress ? 1 : 0;
    }
}

void Evidence::readCorrespondents()
{
    m_domains = {QString()};
    QHash<QString, quint32> numbers{{QString(), 0}};
    m_correspondents.clear();
    for (quint32 i = 0; i < m_table->correspondents(); ++i) {
        const QString address = m_table->correspondentAddress(i);
        const QString domain = domainOf(address).toString();
        CorrespondentFacts facts;
        facts.domain = numbers.value(domain, static_cast<quint32>(m_domains.size()));
        if (facts.domain == static_cast<quint32>(m_domains.size())) {
            numbers.insert(domain, facts.domain);
            m_domains += domain;
        }
        facts.isCompany = isCompanyDomain(domain);
        facts.isFreeMail = !facts.isCompany && m_freeMailDomains.contains(domain);
        facts.isFamily = !facts.isCompany && isFamily(m_table->correspondentName(i), address);
        facts.isService = !facts.isCompany && !facts.isFreeMail && isServiceDomain(domain);
        facts.isBody = !facts.isCompany && isBodyAnywhere(address, domain);
        m_correspondents.push_back(facts);
    }
    m_decided.assign(static_cast<std::size_t>(m_domains.size()), {});
}

void Evidence::readLists()
{
    m_lists.clear();
    m_listWeights.clear();
    m_listOfRow.assign(m_table->size(), UINT32_MAX);
    QHash<QByteArray, quint32> numbers;
    for (Row row = 0; row < m_table->size(); ++row) {
        const QByteArray id = m_table->listId(row);
        if (id.isEmpty()) {
            continue;
        }
        const auto number = numbers.constFind(id);
        if (number != numbers.constEnd()) {
            m_listOfRow[row] = *number;
            continue;
        }
        const QString list = QString::fromUtf8(id).toLower();
        const bool isCompany = std::any_of(m_companyDomains.begin(), m_companyDomains.end(), [&](const QString& own) {
            return isWithin(list, own) || isWithin(domainOf(list), own);
        });
        const bool isLeisure = std::any_of(words::leisureLists.begin(), words::leisureLists.end(),
                                           [&](auto word) { return list.contains(textOf(word)); });
        m_listOfRow[row] = static_cast<quint32>(m_lists.size());
        numbers.insert(id, m_listOfRow[row]);
        m_lists += list;
        m_listWeights.push_back(isLeisure ? leisureListWeight : isCompany ? companyListWeight : otherListWeight);
    }
}

void Evidence::readRow(Row row)
{
    RowFacts& facts = m_rows[row];
    quint32 others = 0;
    bool isLeaverIn = false;
    bool allCompany = true;
    for (const Mention& mention : m_table->mentions(row)) {
        facts.protectedBy = facts.protectedBy == 0 ? m_addressPatterns[mention.address] : facts.protectedBy;
        if (mention.address == 0 || m_addressIsOwn[mention.address] != 0) {
            isLeaverIn = isLeaverIn || mention.address != 0;
            continue;
        }
        ++others;
        allCompany = allCompany && m_addressIsCompany[mention.address] != 0;
        facts.hasColleague = facts.hasColleague || m_addressIsCompany[mention.address] != 0;
    }
    facts.isInternal = others > 0 && allCompany;
    facts.isCircle = others > 2 || (others == 2 && isLeaverIn);
    facts.isReply = m_table->hasReferences(row) || isAnswer(m_table->subjectUtf8(row));
    facts.isAutomatic = m_table->isAutomatic(row);
    facts.subjectWord = weightiestWord(viewOf(m_table->subjectUtf8(row)), words::subjectWords);
}

bool Evidence::isCompanyDomain(QStringView domain) const
{
    return std::any_of(m_companyDomains.begin(), m_companyDomains.end(),
                       [&](const QString& own) { return isWithin(domain, own); });
}

bool Evidence::isFamily(const QString& name, const QString& address) const
{
    if (m_familyName.isEmpty()) {
        return false;
    }
    const QByteArray family = m_familyName.toUtf8();
    bool isIt = false;
    const auto compare = [&](std::string_view word) { isIt = isIt || word == viewOf(family); };
    const QByteArray nameBytes = name.toUtf8();
    const QByteArray addressBytes = address.toUtf8();
    forEachWord(viewOf(nameBytes), compare);
    forEachWord(viewOf(addressBytes), compare);
    return isIt;
}

quint16 Evidence::protectedPattern(const QString& address) const
{
    for (qsizetype i = 0; i < m_patterns.size(); ++i) {
        if (matchesPattern(address, m_patterns[i]) && (i < m_builtInPatterns || isCompanyDomain(domainOf(address)))) {
            return static_cast<quint16>(i + 1);
        }
    }
    return 0;
}

void Evidence::learn(std::span<const Verdict> verdicts)
{
    std::fill(m_decided.begin(), m_decided.end(), DomainCounts{});
    // One voice per correspondent and verdict, so that one busy person does not speak for a whole domain.
    std::vector<std::uint8_t> voices(m_correspondents.size(), 0);
    for (Row row = 0; row < verdicts.size(); ++row) {
        const quint32 correspondent = m_table->correspondent(row);
        const CorrespondentFacts& facts = m_correspondents[correspondent];
        const std::uint8_t voice = verdicts[row] == Verdict::Private ? 1 : verdicts[row] == Verdict::Business ? 2 : 0;
        if (facts.isCompany || facts.isFreeMail || facts.domain == 0 || (voices[correspondent] & voice) == voice) {
            continue;
        }
        voices[correspondent] |= voice;
        (voice == 1 ? m_decided[facts.domain].isPrivate : m_decided[facts.domain].isBusiness) += 1;
    }
}

Evidence::Facts Evidence::factsOf(Row row) const
{
    using Kind = Reason::Kind;
    Facts facts;
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
    addIf(own.isInternal, Kind::CompanyDomain,
          own.isCircle  ? circleWeight
          : own.isReply ? pairReplyWeight
                        : pairWeight,
          person.domain);
    addIf(!own.isInternal && own.hasColleague, Kind::CompanyDomain, colleagueWeight, person.domain);
    const quint32 list = m_listOfRow[row];
    addIf(list != UINT32_MAX, Kind::MailingList, list != UINT32_MAX ? m_listWeights[list] : 0, list);
    addIf(own.isAutomatic && person.isCompany, Kind::Automatic, companyAutomaticWeight, person.domain);
    addIf(own.subjectWord != 0, Kind::SubjectWord,
          own.subjectWord != 0 ? words::subjectWords[own.subjectWord - 1U].weight : 0, own.subjectWord);
    const DomainCounts& decided = m_decided[person.domain];
    const float former =
        std::log((static_cast<float>(decided.isBusiness) + 0.3F) / (static_cast<float>(decided.isPrivate) + 0.3F));
    addIf(decided.isBusiness + decided.isPrivate > 0, Kind::FormerDecisions,
          std::clamp(former, -strongestFormer, strongestFormer), person.domain);
    return facts;
}

float Evidence::score(Row row) const
{
    const Facts facts = factsOf(row);
    float sum = m_prior;
    for (std::size_t i = 0; i < facts.count; ++i) {
        sum += facts.all[i].weight;
    }
    return sum;
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
    case Reason::Kind::ProtectedCorrespondent:
        return m_patterns[fact.detail];
    default:
        return m_domains[fact.detail];
    }
}

Suggestion Evidence::conclude(float logOdds, float agreement, std::span<const Fact> facts) const
{
    Suggestion suggestion;
    const float business = probability(logOdds);
    const bool isBusiness = business > 0.5F;
    suggestion.confidence = (isBusiness ? business : 1 - business) * agreement;
    if (suggestion.confidence >= (isBusiness ? leastForBusiness : leastForPrivate)) {
        suggestion.verdict = isBusiness ? Verdict::Business : Verdict::Private;
    }
    std::vector<Fact> supporting;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(supporting),
                 [&](const Fact& fact) { return (fact.weight > 0) == isBusiness; });
    std::stable_sort(supporting.begin(), supporting.end(),
                     [](const Fact& a, const Fact& b) { return std::abs(a.weight) > std::abs(b.weight); });
    if (supporting.empty()) {
        suggestion.verdict = Verdict::Undecided; // the prior alone is no reason
    }
    for (const Fact& fact : supporting) {
        suggestion.reasons.push_back({fact.kind, detailOf(fact)});
    }
    return suggestion;
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
    return conclude(score(row), 1, std::span(facts.all).first(facts.count));
}

Suggestion Evidence::suggestion(std::span<const Row> rows) const
{
    struct Sum
    {
        float weight = 0;
        Fact fact;
    };
    std::vector<Sum> sums;
    float total = 0;
    std::size_t open = 0;
    std::size_t forBusiness = 0;
    Suggestion special;
    for (const Row row : rows) {
        if (isProtected(row) || m_correspondents[m_table->correspondent(row)].isBody) {
            special = special.reasons.empty() ? protectedSuggestion(row) : special;
            continue;
        }
        float score = m_prior;
        const Facts facts = factsOf(row);
        for (const Fact& fact : std::span(facts.all).first(facts.count)) {
            score += fact.weight;
            auto known = std::find_if(sums.begin(), sums.end(), [&](const Sum& sum) {
                return sum.fact.kind == fact.kind && (sum.weight > 0) == (fact.weight > 0);
            });
            if (known == sums.end()) {
                known = sums.insert(sums.end(), {0, fact});
            }
            known->weight += fact.weight;
        }
        total += std::clamp(score, -4.0F, 4.0F);
        forBusiness += score > 0 ? 1 : 0;
        ++open;
    }
    if (open == 0) {
        return special;
    }
    std::vector<Fact> facts;
    for (Sum& sum : sums) {
        sum.fact.weight = sum.weight / static_cast<float>(open);
        facts.push_back(sum.fact);
    }
    const float mean = total / static_cast<float>(open);
    const auto agreeing = static_cast<float>(mean > 0 ? forBusiness : open - forBusiness);
    return conclude(mean, agreeing / static_cast<float>(open), facts);
}

} // namespace staffelstab::separation
