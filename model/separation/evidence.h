// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QSet>

#include <array>
#include <span>
#include <vector>

namespace staffelstab::separation {

/**
 * What speaks for private and for business, message by message, from headers and folders only. Each fact has a weight
 * in log-odds (positive: business); their sum becomes the confidence. Suggests, never decides. The weights were set by
 * hand; bench_separation prints how they fare on labelled mail.
 */
class Evidence
{
public:
    /** Looks at every message once; at most about 200 ms for 100,000. */
    void rebuild(const MessageTable& table, const SeparationContext& context);
    /** Counts what was decided per person and domain, as evidence for their open messages. */
    void learn(std::span<const Verdict> verdicts);

    [[nodiscard]] bool isProtected(Row row) const { return m_rows[row].protectedBy != 0; }
    /** A correspondent's address that is protected by itself, with mail or without. */
    [[nodiscard]] bool isProtectedAddress(const QString& address) const { return protectedPattern(address) != 0; }
    [[nodiscard]] Suggestion suggestion(Row row) const;
    /** One for all; Undecided where the messages point in different directions. */
    [[nodiscard]] Suggestion suggestion(std::span<const Row> rows) const;
    /** Log-odds for business. */
    [[nodiscard]] float score(Row row) const;

private:
    struct Fact
    {
        Reason::Kind kind = Reason::Kind::Automatic;
        float weight = 0;
        /** Number of what it rests on: folder, domain, list, pattern, subject word. */
        quint32 detail = 0;
    };
    struct Facts
    {
        std::array<Fact, 10> all;
        std::size_t count = 0;
        void add(Fact fact) { all[count++] = fact; }
    };
    struct RowFacts
    {
        /** Number of the pattern + 1; 0: not protected. */
        quint16 protectedBy = 0;
        /** Number of the subject word + 1; 0: none. */
        quint16 subjectWord = 0;
        bool isInternal = false;
        /** More than two people. */
        bool isCircle = false;
        bool isReply = false;
        bool hasColleague = false;
        bool isAutomatic = false;
    };
    struct CorrespondentFacts
    {
        quint32 domain = 0;
        bool isCompany = false;
        bool isFreeMail = false;
        bool isFamily = false;
        bool isService = false;
        bool isBody = false;
    };
    struct DecidedCounts
    {
        quint32 isPrivate = 0;
        quint32 isBusiness = 0;

        void count(Verdict verdict);
        [[nodiscard]] bool isEmpty() const { return isPrivate + isBusiness == 0; }
        [[nodiscard]] float logOdds() const;
    };

    void readContext(const SeparationContext& context);
    void readFolders();
    void readAddresses();
    void readCorrespondents();
    void readLists();
    void readRow(Row row);
    [[nodiscard]] bool isCompanyDomain(QStringView domain) const;
    [[nodiscard]] bool isFamily(const QString& name, const QString& address) const;
    [[nodiscard]] quint16 protectedPattern(const QString& address) const;
    [[nodiscard]] Facts factsOf(Row row) const;
    static void addShare(std::vector<Fact>& sums, const Fact& fact);
    [[nodiscard]] QString detailOf(const Fact& fact) const;
    [[nodiscard]] Suggestion conclude(float logOdds, float agreement, std::span<const Fact> facts) const;
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
    /** By domain: correspondents; by correspondent: messages. */
    std::vector<DecidedCounts> m_decided;
    std::vector<DecidedCounts> m_decidedPersons;
    QStringList m_lists;
    std::vector<float> m_listWeights;
    std::vector<quint32> m_listOfRow;
    std::vector<RowFacts> m_rows;
};

} // namespace staffelstab::separation
