// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/calibration.h"
#include "separation/learner.h"
#include "separation/persons.h"
#include "separation/separation_plan.h"
#include "separation/text_evidence.h"

#include <QSet>

#include <array>
#include <span>
#include <vector>

namespace staffelstab::separation {

/**
 * What speaks for private and for business, message by message: headers, folders, habits and the traits of the text.
 * Each fact has a weight in log-odds (positive: business); what the leaver decided adds counts per person, domain,
 * list, thread and folder and a Learner over words; the sum becomes the confidence. Suggests, never decides. The prior
 * weights are the same for everyone; tests/bench/review_simulation prints how they fare on labelled mail. Questions
 * keep what they found until the next learn(): not to be asked from two threads.
 */
class Evidence
{
public:
    /** Marks the detail of a FormerDecisions fact as number of a correspondent instead of a domain. */
    static constexpr quint32 samePerson = 0x80000000;

    /** Looks at every message once; at most about 300 ms for 100,000. */
    void rebuild(const MessageTable& table, const SeparationContext& context);
    /** Counts what was decided and learns from it, as evidence for the open messages; about 20 ms for 100,000. */
    void learn(std::span<const Verdict> verdicts);

    [[nodiscard]] bool isProtected(Row row) const { return m_rows[row].protectedBy != 0; }
    /** With a union or another firm's body: protected is suggested, not imposed. */
    [[nodiscard]] bool isBody(Row row) const { return m_correspondents[m_table->correspondent(row)].isBody; }
    /** A correspondent's address that is protected by itself, with mail or without. */
    [[nodiscard]] bool isProtectedAddress(const QString& address) const { return protectedPattern(address) != 0; }
    [[nodiscard]] Suggestion suggestion(Row row) const;
    /** One for all; Undecided where the messages point in different directions. */
    [[nodiscard]] Suggestion suggestion(std::span<const Row> rows, bool withReasons = true) const;
    /** Log-odds for business. */
    [[nodiscard]] float score(Row row) const;
    /** 0 to 1. */
    [[nodiscard]] float privateProbability(Row row) const;
    [[nodiscard]] const Persons& persons() const { return m_persons; }

private:
    struct Facts
    {
        std::array<Fact, 40> all;
        std::size_t count = 0;
        void add(Fact fact) { all[count++] = fact; }
    };
    /** 12 bytes where a compiler packs them well: there may be a million. */
    struct RowFacts
    {
        /** Number of the pattern + 1; 0: not protected. */
        quint16 protectedBy = 0;
        /** Number of the subject word + 1; 0: none. */
        quint16 subjectWord = 0;
        /** For the learner. */
        std::uint32_t traits : Learner::traits = 0;
        bool isInternal : 1 = false;
        /** More than two people. */
        bool isCircle : 1 = false;
        bool isReply : 1 = false;
        bool hasColleague : 1 = false;
        bool isAutomatic : 1 = false;
        bool isOffHours : 1 = false;
        /** Prior and facts, without what was decided. */
        float prior = 0;
    };
    struct CorrespondentFacts
    {
        quint32 domain = 0;
        bool isCompany = false;
        bool isFreeMail = false;
        bool isFamily = false;
        bool isService = false;
        bool isFirm = false;
        bool isBody = false;
        /** Of the person: the leaver has written to them; they write and were never answered. */
        bool isAnswered = false;
        bool isOneWay = false;
        /** Nearly all they wrote came in the evening, at night or at the weekend. */
        bool isOffHours = false;
    };
    struct DecidedCounts
    {
        quint32 isPrivate = 0;
        quint32 isBusiness = 0;
        /** What they weigh. */
        float odds = 0;

        void count(Verdict verdict);
        [[nodiscard]] bool isEmpty() const { return isPrivate + isBusiness == 0; }
        [[nodiscard]] float logOdds() const;
        /** Compared with `all`, of which these are a part: what this one adds. */
        [[nodiscard]] float logOddsBeside(const DecidedCounts& all) const;
    };

    /** The same of a thread: there are nearly as many as messages, so it is small and weighed when asked. */
    struct ThreadCounts
    {
        quint16 isPrivate = 0;
        quint16 isBusiness = 0;

        /** Counts stop at 65,535. */
        void count(Verdict verdict);
        [[nodiscard]] DecidedCounts weighed() const;
    };

    void readContext(const SeparationContext& context);
    void readFolders();
    void readAddresses();
    void readCorrespondents();
    void readLists();
    void readRow(Row row);
    void readThreads();
    void readHours();
    void readAnswers();
    [[nodiscard]] std::uint32_t traitsOf(Row row) const;
    void countDecided(std::span<const Verdict> verdicts);
    void weighDecided();
    void calibrate(std::span<const Verdict> verdicts);
    void teach(std::span<const Verdict> verdicts);
    void addHeaderFacts(Row row, Facts& facts) const;
    template <typename Visit>
    void visitDecided(Row row, const Visit& visit) const;
    void addDecidedFacts(Row row, Facts& facts) const;
    [[nodiscard]] float decidedScore(Row row) const;
    [[nodiscard]] quint32 similarDecided(Row row, bool isBusiness) const;
    [[nodiscard]] bool isCompanyDomain(QStringView domain) const;
    [[nodiscard]] bool isFamily(const QString& name, const QString& address) const;
    [[nodiscard]] quint16 protectedPattern(const QString& address) const;
    [[nodiscard]] Facts factsOf(Row row) const;
    static void addShare(std::vector<Fact>& sums, const Fact& fact);
    [[nodiscard]] QString detailOf(const Fact& fact) const;
    [[nodiscard]] static Suggestion conclude(float logOdds, float agreement, std::span<const Fact> facts);
    void explain(Suggestion& suggestion, std::span<const Fact> facts) const;
    [[nodiscard]] Suggestion protectedSuggestion(Row row) const;

    const MessageTable* m_table = nullptr;
    float m_prior = 0;
    QString m_familyName;
    QString m_ownAddress;
    QStringList m_companyDomains;
    QStringList m_patterns;
    /** Where the built-in patterns begin; they hold at company domains only. */
    qsizetype m_builtInPatterns = 0;
    QSet<QString> m_freeMailDomains;

    std::vector<float> m_folders;
    std::vector<quint16> m_addressPatterns;
    std::vector<std::uint8_t> m_addressIsCompany;
    std::vector<std::uint8_t> m_addressIsOwn;
    std::vector<CorrespondentFacts> m_correspondents;
    QStringList m_domains;
    Persons m_persons;
    /** By domain: persons; by person, list, thread and folder: messages. */
    std::vector<DecidedCounts> m_decided;
    std::vector<DecidedCounts> m_decidedPersons;
    std::vector<DecidedCounts> m_decidedLists;
    std::vector<ThreadCounts> m_decidedThreads;
    std::vector<DecidedCounts> m_decidedFolders;
    DecidedCounts m_decidedAll;
    /** Of all log-odds, see baseRateShift(). */
    float m_shift = 0;
    Learner m_learner;
    /** The rows the learner was taught with, and whether they are business. */
    std::vector<std::pair<Row, bool>> m_lessons;
    /** By MessageTable::listNumber(); 0: none. */
    QStringList m_lists;
    std::vector<float> m_listWeights;
    std::vector<RowFacts> m_rows;
    /** What score() found since the last decision; not a number where nobody asked. */
    mutable std::vector<float> m_scores;
};

} // namespace staffelstab::separation
