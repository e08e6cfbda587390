// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"
#include "archive/takeaway.h"
#include "core/clock.h"
#include "core/people.h"
#include "directory/password_change.h"
#include "handover/step_plan.h"
#include "mail/mail_store.h"
#include "policy/company_policy.h"
#include "receipt/receipt_signer.h"
#include "separation/separation_plan.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace staffelstab::handover {

class CaseStore;
class Journal;

/** One mailbox of the case and what its scan found. */
struct FolderCount
{
    QString path;
    mail::SpecialUse use = mail::SpecialUse::None;
    quint32 messages = 0;
    qint64 bytes = 0;
    quint32 unreadable = 0;
    QDateTime oldest;
    QDateTime newest;
};

struct UnreadableEntry
{
    quint16 mailbox = 0;
    QString folder;
    mail::MessageKey key;
    qint64 bytes = 0;
    Failure why;
};

struct ScanReport
{
    QDateTime at;
    /** Folders per mailbox, in the order of mailboxes(). */
    std::vector<std::vector<FolderCount>> folders;
    std::vector<UnreadableEntry> unreadable;
};

/** What the leaver wants done with the private mail. */
struct TakeawayChoice
{
    enum class Action { Take, Delete, Leave };
    Action action = Action::Take;
    archive::TakeawayOptions::Format format = archive::TakeawayOptions::Format::Mbox;
    QString target;
    bool isEncrypted = false;
    bool removeFromMailbox = true;
};

/** What became of it. No list of messages: counts only, and the reasons of what stayed. */
struct TakeawayOutcome
{
    QDateTime at;
    QString path;
    qint64 bytesOnMedium = 0;
    bool isEncrypted = false;
    quint32 copied = 0;
    qint64 copiedBytes = 0;
    quint32 skipped = 0;
    /** Nothing until the removal was confirmed and done. */
    std::optional<quint32> removed;
    std::vector<UnreadableEntry> kept;
};

struct ArchiveChoice
{
    archive::ArchiveOptions::Container container = archive::ArchiveOptions::Container::Zip;
    QString target;
    /** Written on the medium, e.g. "UEB-0042"; optional. */
    QString mediumLabel;
};

struct ArchiveOutcome
{
    QDateTime at;
    QString path;
    qint64 bytes = 0;
    QByteArray sha256;
    bool isEncrypted = false;
    quint32 messages = 0;
    quint32 skipped = 0;
    QString sheetPath;
};

struct PasswordChoice
{
    enum class Way { Directory, It, Later };
    Way way = Way::Directory;
    directory::DirectoryLogin login;
    enum class SealBy { Certificate, Code };
    SealBy sealBy = SealBy::Code;
    QString certificateFile;
    QString sealTarget;
    /** For Way::It. */
    QString itName;
    QDate itDate;
};

struct PasswordOutcome
{
    QDateTime at;
    PasswordChoice::Way way = PasswordChoice::Way::It;
    directory::PasswordChangeReport report;
    QString sealPath;
    QByteArray sealSha256;
};

struct ReceiptFiles
{
    /** *.pending.pdf after the leaver's signature, then the final file. */
    QString path;
    QByteArray sha256;
    int signatures = 0;
};

/** Something that keeps a step from being done, as a fact. */
struct Blocker
{
    enum class Kind {
        LeaverMissing,
        SupervisorMissing,
        LastDayMissing,
        ContractBeforeLastDay,
        PolicyUnread,
        NoMailbox,
        NotScanned,
        Undecided,
        TakeawayOpen,
        RemovalOpen,
        ArchiveOpen,
        PasswordOpen,
        NotReviewed,
        LeaverUnsigned,
        KeyboardNotHandedOver,
        SupervisorUnsigned,
    };
    Kind kind;
    qint64 count = 0;
};

/**
 * Start here. The one shared object: everything one handover knows, its rules, and its commands. Pages show it and call
 * its commands; nothing else changes it. Every command that returns ok has been saved to the case file before it
 * returns, and changed() follows. Lives on the GUI thread (or the only thread of the command line).
 */
class HandoverCase : public QObject
{
    Q_OBJECT
public:
    /** Makes a new case file. The case number is drawn here: year, then 6 characters. */
    static Result<std::unique_ptr<HandoverCase>> create(const QString& file, policy::CompanyPolicy policy,
                                                        const QString& language, const Clock& clock);
    /** Opens one and replays it. CaseInUse if another process has it open. */
    static Result<std::unique_ptr<HandoverCase>> open(const QString& file, const Clock& clock);
    ~HandoverCase() override;

    // Questions
    [[nodiscard]] const QString& file() const;
    [[nodiscard]] const QString& caseNumber() const;
    [[nodiscard]] const QString& language() const;
    [[nodiscard]] QDateTime createdAt() const;
    [[nodiscard]] QDateTime savedAt() const;
    [[nodiscard]] bool mayEnter(Step step) const;
    [[nodiscard]] bool isDone(Step step) const;
    [[nodiscard]] std::vector<Blocker> blockers(Step step) const;
    /** The first step that is not done. */
    [[nodiscard]] Step currentStep() const;
    /** Private things are shut: after the keyboard was handed over. */
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] bool isClosed() const;

    [[nodiscard]] const People& people() const;
    [[nodiscard]] const policy::CompanyPolicy& policy() const;
    [[nodiscard]] const std::vector<mail::MailboxSource>& mailboxes() const;
    [[nodiscard]] const std::optional<ScanReport>& scanReport() const;
    [[nodiscard]] const separation::MessageTable& messages() const;
    /** To ask and to connect to changed(); decisions go through the commands below, which save them. */
    [[nodiscard]] const separation::SeparationPlan& plan() const;
    [[nodiscard]] const TakeawayChoice& takeawayChoice() const;
    [[nodiscard]] const std::optional<TakeawayOutcome>& takeaway() const;
    [[nodiscard]] const ArchiveChoice& archiveChoice() const;
    [[nodiscard]] const std::optional<ArchiveOutcome>& archive() const;
    [[nodiscard]] const PasswordChoice& passwordChoice() const;
    [[nodiscard]] const std::optional<PasswordOutcome>& password() const;
    /**
     * A change was begun and the program died before its end was known. The seal beside the archive then holds the
     * password that is valid if the old one no longer is.
     */
    [[nodiscard]] bool isPasswordChangeInterrupted() const;
    [[nodiscard]] const QString& leaverReservation() const;
    [[nodiscard]] const std::optional<ReceiptFiles>& receiptFiles() const;
    [[nodiscard]] QString receiptTarget() const;
    /** What is not settled, in the order of the pages: red words on the review page and lines on the receipt. */
    [[nodiscard]] std::vector<receipt::ReceiptRecord::OpenPoint> openPoints() const;
    /** The record as the receipt would be drawn now. */
    [[nodiscard]] receipt::ReceiptRecord record() const;

    // Commands
    Status setPeople(const People& people);
    Status setLanguage(const QString& language);
    Status confirmPolicy();
    Status addMailbox(const mail::MailboxSource& source);
    Status removeMailbox(int index);
    Status decide(separation::Scope scope, const QString& key, separation::Verdict verdict);
    Status decideAll(const std::vector<separation::Decision>& decisions);
    Status undo();
    Status redo();
    Status setTakeawayChoice(const TakeawayChoice& choice);
    Status setArchiveChoice(const ArchiveChoice& choice);
    Status setPasswordChoice(const PasswordChoice& choice);
    /** Way::It and Way::Later are settled by saying so. */
    Status settlePasswordOutside();
    Status setLeaverReservation(const QString& text);
    Status setReceiptTarget(const QString& folder);
    Status confirmReview();
    Status handKeyboardOver();
    /** Wipes everything private from the case file; only the receipt's facts and the journal stay. */
    Status close();

    // For the acts (handover_acts.h): what they found out.
    [[nodiscard]] CaseStore& store();
    [[nodiscard]] Journal& journal();
    [[nodiscard]] const Clock& clock() const;
    Status recordScan(ScanReport report, separation::MessageTable table);
    Status recordTakeaway(TakeawayOutcome outcome);
    Status recordArchive(ArchiveOutcome outcome);
    Status recordPassword(PasswordOutcome outcome);
    Status recordReceipt(ReceiptFiles files);

Q_SIGNALS:
    void changed(staffelstab::handover::Step step);

private:
    struct State;
    HandoverCase();
    static Result<std::unique_ptr<HandoverCase>> restore(std::unique_ptr<CaseStore> store, const Clock& clock);
    Status load();
    Status loadMail();
    /** Takes from the journal what a kill kept out of the case. */
    Status recoverPassword();
    Status save(std::vector<std::pair<QString, QJsonObject>> topics);
    template <typename T>
    Status change(Step step, const QString& topic, T& member, T value);
    Status changeInfo(Step step, const std::function<void(State&)>& edit);
    Status changeMailboxes(std::vector<mail::MailboxSource> mailboxes);
    /** What was copied no longer fits the decisions: forget it, so that it is made anew. */
    Status voidCopies();
    Status saveSeparation(const std::function<void()>& takeBack);
    [[nodiscard]] Status mayChange(Step step) const;
    [[nodiscard]] Status mayTouchMail() const;
    [[nodiscard]] std::vector<Blocker> privateMailBlockers() const;

    std::unique_ptr<State> m_state;
};

} // namespace staffelstab::handover
