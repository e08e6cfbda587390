// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/acts/account_plan_act.h"
#include "handover/acts/directory_entry_act.h"
#include "mail/message_preview.h"
#include "receipt/receipt_verifier.h"

#include <QObject>

namespace staffelstab::handover {

struct SignInput
{
    /** SVG from the pad; empty: the name in type. */
    QByteArray drawing;
    /** PKCS#12 file; empty: a key made for the occasion, unless a card is named. */
    QString keyFile;
    /** The key on a smart card or token; its module is the policy's where it names none. */
    std::optional<receipt::TokenChoice> token;
    /** Passphrase of the file or PIN of the card. */
    Secret keyPassphrase;
    receipt::Confirmation confirmation;
};

struct SigningRules;

/**
 * The long pieces of work of a case, one at a time. Each runs on the model's thread pool, writes what cannot be undone
 * to the journal, records its outcome in the case and then emits finished(). start...() is for pages; run...() does the
 * same in the calling thread for the command line. Lives on the case's thread.
 */
class HandoverActs : public QObject
{
    Q_OBJECT
public:
    HandoverActs(HandoverCase& handover, secrets::SecretStore& secrets, QObject* parent = nullptr);
    /** Cancels what runs and waits for it. */
    ~HandoverActs() override;

    [[nodiscard]] bool isRunning() const;
    void cancel();

    /** What an act of acts/ is made from. */
    [[nodiscard]] ActContext context() const;
    /** Starts it, or tells by finished() why not. */
    void start(Step step, Result<Act> act);
    /** The same in this thread. */
    static Status run(const Result<Act>& act, JobContext& job);

    /** Reads the folders and headers of all mailboxes; logins that worked go into the key store. */
    void startScan(MailboxPasswords passwords);
    Status runScan(MailboxPasswords passwords, JobContext& job);

    /** Copies the private mail as takeawayChoice() says, verified. */
    void startTakeaway(MailboxPasswords passwords, Secret passphrase);
    Status runTakeaway(MailboxPasswords passwords, Secret passphrase, JobContext& job);
    /**
     * Removes what was copied and verified (or, for Action::Delete, what was confirmed). Refused while messages are
     * undecided, and while the private copy is not where it was written.
     */
    void startRemoval(MailboxPasswords passwords);
    Status runRemoval(MailboxPasswords passwords, JobContext& job);

    /** The passphrase is kept in the key store until the case is closed, so that the archive can be checked here. */
    void startArchive(MailboxPasswords passwords, Secret passphrase);
    Status runArchive(MailboxPasswords passwords, Secret passphrase, JobContext& job);
    /** Whether startArchiveCheck() can do without being given the passphrase. */
    [[nodiscard]] bool knowsArchivePassphrase() const;
    /**
     * Opens the archive that was written and compares it with its manifest and the case; archiveChecked() follows. An
     * empty passphrase stands for the one in the key store.
     */
    void startArchiveCheck(Secret passphrase = {});

    /**
     * `code` is shown to the leaver once and then forgotten; unused when sealed to a certificate. Where a letter is
     * printed, letterPrinted() follows and nothing is changed before confirmLetter().
     */
    void startPasswordChange(Secret oldPassword, Secret code);
    /** The letter is there and can be read. */
    void confirmLetter();
    Status runPasswordChange(Secret oldPassword, Secret code, JobContext& job);

    /** Who am I: fills the people from the directory and keeps the entry for the business archive. */
    void startDirectoryEntry(DirectoryQuestion question);
    Status runDirectoryEntry(DirectoryQuestion question, JobContext& job);
    /** Carries out what the account plan says, and writes the rest for IT. */
    void startAccountPlan(Secret password, AccountPlanWords words);
    Status runAccountPlan(Secret password, AccountPlanWords words, JobContext& job);
    /** Lets the account in again; possible after the case is signed too. */
    Status runReactivation(Secret password, JobContext& job);

    void startLeaverSignature(SignInput input);
    Status runLeaverSignature(SignInput input, JobContext& job);
    void startSupervisorSignature(SignInput input);
    Status runSupervisorSignature(SignInput input, JobContext& job);
    /** Takes in the receipt that was countersigned on another computer; an act of Step::KeyboardHandover. */
    void startTakingIn(const QString& finalPdf);
    Status runTakingIn(const QString& finalPdf, JobContext& job);
    /** Looks for a final receipt beside the half-signed one; foundBeside() follows. */
    void lookBeside();

    /** Reads one message for the preview; previewReady() follows. A later call replaces an earlier one. */
    void startPreview(separation::Row row);

    /** Hands the keyboard over: closes the mailboxes and locks the case. */
    Status handKeyboardOver();
    /** Closes the case and removes its logins from the key store. */
    Status close();

Q_SIGNALS:
    void started(staffelstab::handover::Step step);
    void progressed(staffelstab::handover::Step step, const staffelstab::Progress& progress);
    /** `failure` is null when all went well. */
    void finished(staffelstab::handover::Step step, const staffelstab::Failure* failure);
    void letterPrinted();
    /** Not judged yet; empty if there is none. */
    void foundBeside(const QString& finalPdf);
    void archiveChecked(const staffelstab::archive::ArchiveCheck& check, bool isTheOneOnTheReceipt);
    void previewReady(staffelstab::separation::Row row, const staffelstab::mail::MessagePreview& preview);
    void previewFailed(staffelstab::separation::Row row, const staffelstab::Failure& failure);

private:
    struct State;
    /** `isFollowing`: it is the next of an act that is recorded. */
    void begin(Step step, Act act, bool isFollowing);
    void report(Step step, const Status& status);

    std::unique_ptr<State> m_state;
};

/** The supervisor's part on another computer: from the half-signed file alone; writes the final file beside it. */
Result<ReceiptFiles> countersignFile(const QString& pendingPdf, SignInput input, const Clock& clock,
                                     const SigningRules& rules, JobContext& job);

} // namespace staffelstab::handover
