// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/company_policy.h"
#include "receipt/consent_document.h"

#include <functional>
#include <vector>

namespace staffelstab::handover {

/** One receipt, or document of consents, as a register knows it: parties, dates, digests; nothing of any mail. */
struct RegisterEntry
{
    QString caseNumber;
    QString organisation;
    QString leaver;
    QString supervisor;
    /**
     * "complete", "refused", "absent" or "pending"; "contradicted" where several final receipts of one statement were
     * entered; "consents" for a document of consents.
     */
    QString state;
    QDate lastWorkingDay;
    QDate signedOn;
    QByteArray fileSha256;
    QByteArray recordSha256;
    int openPoints = 0;
    /** When IT deletes the account: as the receipt says, or else by the company's rules. */
    QDate accountDeletion;
    /** When the receipt itself may be destroyed; invalid if the company has laid down nothing. */
    QDate keptUntil;
    /** The out-of-office reply's last day; invalid if there is none. */
    QDate replyEnd;
    bool operator==(const RegisterEntry&) const = default;
};

/** What a register would know of this receipt by the company's rules; the finding has a record. */
RegisterEntry registerEntry(const receipt::ReceiptFinding& finding, const policy::CompanyPolicy& policy);
/** Who signed when, not what was agreed to: no register holds that, so nothing is due by it; see consentEnds(). */
RegisterEntry registerEntry(const receipt::ConsentFinding& finding);

struct DueDate
{
    enum class Kind { AccountDeletion, ReceiptRetention, ReplyEnd, ConsentEnd };
    Kind kind = Kind::AccountDeletion;
    QString caseNumber;
    QString leaver;
    QDate day;
    /** What was agreed to; empty for the other kinds. */
    QString subject = {};
};

/**
 * HR's register of receipts: an SQLite file, or a PostgreSQL database that several desks share
 * ("postgresql://user@host/database"; the login comes from libpq's own places such as ~/.pgpass, never from here).
 * Adding is idempotent: a final receipt takes the place of its pending one and never the other way round. Another final
 * file for the same record is neither taken nor dropped: the entry is contradicted from then on, and finals() names all
 * of them. One connection, for the thread it is opened in.
 */
class ReceiptRegister
{
public:
    /** Makes the table if it is missing. FileNotWritable, ConnectionRefused, LoginRefused or Internal. */
    static Result<ReceiptRegister> open(const QString& place);
    ~ReceiptRegister();
    ReceiptRegister(ReceiptRegister&& other) noexcept;
    ReceiptRegister& operator=(ReceiptRegister&&) = delete;

    /** Contradicts: the register knows another final receipt of the same statement. */
    enum class Outcome { Added, Completed, AlreadyThere, Contradicts };
    /** ReceiptAltered or NotAReceipt for what must not be entered. */
    Result<Outcome> add(const receipt::ReceiptFinding& finding, const policy::CompanyPolicy& policy);
    /** ReceiptAltered for one that is not as it was signed. */
    Result<Outcome> add(const receipt::ConsentVerdict& consents);
    /** By last working day. */
    Result<std::vector<RegisterEntry>> entries();
    /** A final receipt of a contradicted entry. */
    struct Final
    {
        QByteArray fileSha256;
        /** "complete", "refused" or "absent". */
        QString state;
        QDate signedOn;
    };
    /** Those that contradict each other about this record; by the day they were signed. */
    Result<std::vector<Final>> finals(const QByteArray& recordSha256);

private:
    explicit ReceiptRegister(QString connection, QString place);
    [[nodiscard]] Status prepare();
    /** `saysDeletion`: the entry's day of deletion is the document's own, not worked out by a policy. */
    Result<Outcome> enter(const RegisterEntry& entry, bool saysDeletion);
    /** Another final file than the one entered first, or that one again. */
    Result<Outcome> enterFinal(const RegisterEntry& entry);

    QString m_connection;
    QString m_place;
};

/** From today on, in the order of the days; nothing is due by a receipt that is pending. */
std::vector<DueDate> dueDates(const std::vector<RegisterEntry>& entries, const QDate& today);
/** When what was agreed to ends; from the document at hand alone. */
std::vector<DueDate> consentEnds(const receipt::ConsentFinding& finding, const QDate& today);
void sortByDay(std::vector<DueDate>& dates);
/** "account_deletion", "receipt_retention", "reply_end", "consent_end". */
const char* kindName(DueDate::Kind kind);

/**
 * A calendar of due dates (RFC 5545), one all-day event with an alarm a week before each; `sentence` says an event in
 * words. The same dates give the same UIDs, so that a second import changes nothing.
 */
QByteArray dueCalendar(const std::vector<DueDate>& dates, const std::function<QString(const DueDate&)>& sentence,
                       const QDateTime& now);

} // namespace staffelstab::handover
