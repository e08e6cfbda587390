// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/evidence.h"

#include <QHash>

#include <algorithm>
#include <bitset>
#include <cmath>
#include <limits>

namespace staffelstab::separation {

namespace {

constexpr float strongestFormer = 2.5F;
constexpr float strongestThread = 2.0F;
constexpr float strongestFolder = 1.2F;
/** One busy person or newsletter must not teach everything. */
constexpr quint8 lessonsPerPerson = 4;
constexpr std::size_t mostLessons = 4'000;
constexpr int passes = 2;
/** How slowly the mailbox is believed to be another one than most, and the lessons to be of one kind. */
constexpr float mailboxInertia = 10;
constexpr float lessonsInertia = 1;
constexpr quint32 wordsInCommon = 4;

/** Evening, night, weekend: the working day of an office is wide. */
constexpr int morning = 6 * 60 + 30;
constexpr int evening = 18 * 60 + 30;
constexpr int saturday = 6;
constexpr quint32 fewestForHabit = 4;
constexpr float habit = 0.75F;

} // namespace

void Evidence::DecidedCounts::count(Verdict verdict)
{
    isPrivate += verdict == Verdict::Private ? 1 : 0;
    isBusiness += verdict == Verdict::Business ? 1 : 0;
}

float Evidence::DecidedCounts::logOdds() const
{
    if (isEmpty()) {
        return 0;
    }
    const float ratio = (static_cast<float>(isBusiness) + 0.3F) / (static_cast<float>(isPrivate) + 0.3F);
    return std::clamp(std::log(ratio), -strongestFormer, strongestFormer);
}

float Evidence::DecidedCounts::logOddsBeside(const DecidedCounts& all) const
{
    const auto ratio = [](float business, float others) { return std::log((business + 2) / (others + 2)); };
    // As many as here, of everywhere: where all was decided alike, no folder says anything, however few lie in it.
    const float share = static_cast<float>(isPrivate + isBusiness) / static_cast<float>(all.isPrivate + all.isBusiness);
    const float expected = ratio(share * static_cast<float>(all.isBusiness), share * static_cast<float>(all.isPrivate));
    const float found = ratio(static_cast<float>(isBusiness), static_cast<float>(isPrivate));
    return std::clamp(found - expected, -strongestFolder, strongestFolder);
}

void Evidence::ThreadCounts::count(Verdict verdict)
{
    isPrivate += verdict == Verdict::Private && isPrivate < UINT16_MAX ? 1 : 0;
    isBusiness += verdict == Verdict::Business && isBusiness < UINT16_MAX ? 1 : 0;
}

Evidence::DecidedCounts Evidence::ThreadCounts::weighed() const
{
    DecidedCounts counts{isPrivate, isBusiness, 0};
    counts.odds = std::clamp(counts.logOdds(), -strongestThread, strongestThread);
    return counts;
}

void Evidence::readThreads()
{
    quint32 end = 0;
    for (Row row = 0; row < m_table->size(); ++row) {
        end = std::max(end, m_table->thread(row) + 1);
    }
    m_decidedThreads.assign(end, {});
}

void Evidence::readHours()
{
    std::vector<quint32> written(m_correspondents.size());
    std::vector<quint32> late(m_correspondents.size());
    for (Row row = 0; row < m_table->size(); ++row) {
        const int minute = m_table->minuteOfDay(row);
        RowFacts& facts = m_rows[row];
        facts.isOffHours = minute >= 0 && (minute < morning || minute >= evening || m_table->weekday(row) >= saturday);
        if (minute >= 0 && !m_table->isOutgoing(row) && !facts.isAutomatic) {
            ++written[m_table->correspondent(row)];
            late[m_table->correspondent(row)] += facts.isOffHours ? 1 : 0;
        }
    }
    for (std::size_t i = 0; i < m_correspondents.size(); ++i) {
        m_correspondents[i].isOffHours =
            written[i] >= fewestForHabit && static_cast<float>(late[i]) >= habit * static_cast<float>(written[i]);
    }
}

void Evidence::readAnswers()
{
    std::vector<quint32> received(m_persons.size());
    std::vector<quint32> sent(m_persons.size());
    for (Row row = 0; row < m_table->size(); ++row) {
        ++(m_table->isOutgoing(row) ? sent : received)[m_persons.personOf(m_table->correspondent(row))];
    }
    for (quint32 i = 0; i < m_correspondents.size(); ++i) {
        const quint32 person = m_persons.personOf(i);
        m_correspondents[i].isAnswered = received[person] > 0 && sent[person] * 2 >= received[person];
        m_correspondents[i].isOneWay = received[person] >= fewestForHabit && sent[person] == 0;
    }
}

std::uint32_t Evidence::traitsOf(Row row) const
{
    const RowFacts& own = m_rows[row];
    const CorrespondentFacts& person = m_correspondents[m_table->correspondent(row)];
    const PackedText& text = m_table->text(row);
    const auto count = [&text](TextFeatures::Count which) { return text.count[which]; };
    const bool traits[] = {
        own.isInternal,
        own.isCircle,
        own.isReply,
        own.hasColleague,
        own.isAutomatic,
        own.isOffHours,
        person.isFreeMail,
        person.isFamily,
        person.isService,
        person.isOffHours,
        m_table->listNumber(row) != 0,
        m_table->isOutgoing(row),
        m_table->isCalendar(row),
        text.isRead && count(TextFeatures::Length) <= 3,
        text.isRead && count(TextFeatures::Length) > 15,
        count(TextFeatures::Du) > 0,
        text.salutation == Register::Informal || text.closing == Register::Informal,
        text.salutation == Register::Formal || text.closing == Register::Formal,
        count(TextFeatures::Thanks) + count(TextFeatures::Exclamations) > 0,
        (text.attached & Attached::document) != 0,
        (text.attached & Attached::picture) != 0,
        text.hasQuote,
        text.language == Language::English,
        text.isNewsletter,
        person.isAnswered,
        person.isOneWay,
    };
    static_assert(std::size(traits) == Learner::traits);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < std::size(traits); ++i) {
        bits |= traits[i] ? 1U << i : 0U;
    }
    return bits;
}

void Evidence::learn(std::span<const Verdict> verdicts)
{
    m_scores.assign(m_rows.size(), std::numeric_limits<float>::quiet_NaN());
    countDecided(verdicts);
    calibrate(verdicts);
    teach(verdicts);
}

void Evidence::calibrate(std::span<const Verdict> verdicts)
{
    std::vector<quint32> decided(m_persons.size());
    std::vector<Row> rows;
    for (Row row = 0; row < verdicts.size(); ++row) {
        if (verdicts[row] == Verdict::Private || verdicts[row] == Verdict::Business) {
            rows.push_back(row);
            ++decided[m_persons.personOf(m_table->correspondent(row))];
        }
    }
    const std::size_t stride = rows.size() / mostLessons + 1;
    std::vector<DecidedExample> examples;
    for (std::size_t i = 0; i < rows.size(); i += stride) {
        const quint32 person = m_persons.personOf(m_table->correspondent(rows[i]));
        // One voice per person: what is known of them by name must not pass for a trait of the mailbox.
        const float weight = 1.0F / static_cast<float>(decided[person]);
        examples.push_back({m_rows[rows[i]].prior, weight, verdicts[rows[i]] == Verdict::Business});
    }
    m_shift = baseRateShift(examples, mailboxInertia);
}

void Evidence::countDecided(std::span<const Verdict> verdicts)
{
    m_decided.assign(static_cast<std::size_t>(m_domains.size()), {});
    m_decidedPersons.assign(m_persons.size(), {});
    m_decidedLists.assign(static_cast<std::size_t>(m_lists.size()), {});
    m_decidedThreads.assign(m_decidedThreads.size(), {});
    m_decidedFolders.assign(m_folders.size(), {});
    m_decidedAll = {};
    for (Row row = 0; row < verdicts.size(); ++row) {
        if (verdicts[row] == Verdict::Undecided) {
            continue;
        }
        m_decidedAll.count(verdicts[row]);
        m_decidedThreads[m_table->thread(row)].count(verdicts[row]);
        if (m_table->folder(row) < m_decidedFolders.size()) {
            m_decidedFolders[m_table->folder(row)].count(verdicts[row]);
        }
        if (const quint32 list = m_table->listNumber(row); list != 0) {
            m_decidedLists[list].count(verdicts[row]);
        } else {
            m_decidedPersons[m_persons.personOf(m_table->correspondent(row))].count(verdicts[row]);
        }
    }
    std::vector<std::uint8_t> isCounted(m_persons.size());
    for (quint32 i = 0; i < m_correspondents.size(); ++i) {
        const CorrespondentFacts& facts = m_correspondents[i];
        const quint32 person = m_persons.personOf(i);
        if (facts.isCompany || facts.isFreeMail || facts.domain == 0 || isCounted[person] != 0) {
            continue;
        }
        // One voice per person and verdict, so that one busy person does not speak for a whole domain.
        isCounted[person] = 1;
        DecidedCounts& domain = m_decided[facts.domain];
        domain.isPrivate += m_decidedPersons[person].isPrivate > 0 ? 1 : 0;
        domain.isBusiness += m_decidedPersons[person].isBusiness > 0 ? 1 : 0;
    }
    weighDecided();
}

void Evidence::weighDecided()
{
    for (auto* counts : {&m_decided, &m_decidedPersons, &m_decidedLists}) {
        std::for_each(counts->begin(), counts->end(), [](DecidedCounts& one) { one.odds = one.logOdds(); });
    }
    for (DecidedCounts& folder : m_decidedFolders) {
        folder.odds = folder.isEmpty() ? 0 : folder.logOddsBeside(m_decidedAll);
    }
}

void Evidence::teach(std::span<const Verdict> verdicts)
{
    m_learner.forget();
    m_lessons.clear();
    std::vector<std::array<quint8, 2>> taught(m_persons.size());
    for (Row row = 0; row < verdicts.size() && m_lessons.size() < mostLessons; ++row) {
        if (verdicts[row] != Verdict::Private && verdicts[row] != Verdict::Business) {
            continue;
        }
        const bool isBusiness = verdicts[row] == Verdict::Business;
        quint8& count = taught[m_persons.personOf(m_table->correspondent(row))][isBusiness ? 1 : 0];
        if (count < lessonsPerPerson) {
            ++count;
            m_lessons.emplace_back(row, isBusiness);
        }
    }
    std::vector<DecidedExample> lessons;
    for (const auto& [row, isBusiness] : m_lessons) {
        lessons.push_back({m_rows[row].prior + m_shift, 1, isBusiness});
    }
    // What the lessons have in common is no word's doing: as long as all are of one kind, they teach next to nothing.
    const float common = baseRateShift(lessons, lessonsInertia);
    for (int pass = 0; pass < passes; ++pass) {
        for (std::size_t i = 0; i < lessons.size(); ++i) {
            const Row row = m_lessons[i].first;
            m_learner.learn(
                {m_table->words(row), m_rows[row].traits, lessons[i].prior + common, 1, lessons[i].isBusiness});
        }
    }
}

template <typename Visit>
void Evidence::visitDecided(Row row, const Visit& visit) const
{
    using Kind = Reason::Kind;
    // The same person or list before the same domain; not both, they rest on the same decisions.
    const quint32 correspondent = m_table->correspondent(row);
    const quint32 list = m_table->listNumber(row);
    const DecidedCounts& same = list != 0 ? m_decidedLists[list] : m_decidedPersons[m_persons.personOf(correspondent)];
    const DecidedCounts& near = m_decided[m_correspondents[correspondent].domain];
    if (!same.isEmpty()) {
        visit(Fact{Kind::FormerDecisions, same.odds, samePerson | correspondent});
    } else if (!near.isEmpty()) {
        visit(Fact{Kind::FormerDecisions, near.odds, m_correspondents[correspondent].domain});
    }
    if (const DecidedCounts thread = m_decidedThreads[m_table->thread(row)].weighed(); !thread.isEmpty()) {
        visit(Fact{Kind::ThreadDecisions, thread.odds, std::max(thread.isPrivate, thread.isBusiness)});
    }
    const quint32 folder = m_table->folder(row);
    if (folder < m_decidedFolders.size() && !m_decidedFolders[folder].isEmpty()) {
        visit(Fact{Kind::FolderDecisions, m_decidedFolders[folder].odds, folder});
    }
}

void Evidence::addDecidedFacts(Row row, Facts& facts) const
{
    visitDecided(row, [&facts](const Fact& fact) { facts.add(fact); });
}

float Evidence::decidedScore(Row row) const
{
    float sum = 0;
    visitDecided(row, [&sum](const Fact& fact) { sum += fact.weight; });
    return sum;
}

quint32 Evidence::similarDecided(Row row, bool isBusiness) const
{
    std::bitset<65'536> own;
    for (const quint16 word : m_table->words(row)) {
        own.set(word);
    }
    quint32 similar = 0;
    for (const auto& [other, wasBusiness] : m_lessons) {
        if (wasBusiness != isBusiness || other == row) {
            continue;
        }
        quint32 common = 0;
        for (const quint16 word : m_table->words(other)) {
            common += own.test(word) ? 1 : 0;
        }
        similar += common >= wordsInCommon ? 1 : 0;
    }
    return similar;
}

} // namespace staffelstab::separation
