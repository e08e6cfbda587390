// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handover_acts.h"

#include "handover/acts/archive_act.h"
#include "handover/acts/contacts_act.h"
#include "handover/acts/mail_acts.h"
#include "handover/acts/password_act.h"
#include "handover/acts/preview_reader.h"
#include "handover/acts/receipt_writing.h"
#include "handover/acts/reply_acts.h"
#include "handover/acts/signature_acts.h"
#include "handover/topics/contact_topics.h"
#include "handover/topics/reply_topics.h"

#include <QPointer>
#include <QTimer>

namespace staffelstab::handover {

struct HandoverActs::State
{
    State(HandoverCase& openCase, secrets::SecretStore& store) : handover(openCase), secrets(store) {}

    HandoverCase& handover;
    secrets::SecretStore& secrets;
    QPointer<JobHandle> running;
    std::shared_ptr<LetterGate> letterGate;
    PreviewReader previews;
};

namespace {

bool isCancel(const Status& status)
{
    return !status && status.failure().kind == Failure::Kind::Cancelled;
}

} // namespace

HandoverActs::HandoverActs(HandoverCase& handover, secrets::SecretStore& secrets, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(handover, secrets))
{
    connect(&m_state->previews, &PreviewReader::ready, this, &HandoverActs::previewReady);
    connect(&m_state->previews, &PreviewReader::failed, this, &HandoverActs::previewFailed);
}

HandoverActs::~HandoverActs()
{
    delete m_state->running;
}

bool HandoverActs::isRunning() const
{
    return !m_state->running.isNull();
}

void HandoverActs::cancel()
{
    if (m_state->running) {
        m_state->running->cancel();
    }
}

void HandoverActs::report(Step step, const Status& status)
{
    Q_EMIT finished(step, status ? nullptr : &status.failure());
}

ActContext HandoverActs::context() const
{
    return {m_state->handover, m_state->secrets};
}

void HandoverActs::start(Step step, Result<Act> act)
{
    if (isRunning() || !act) {
        // Told later, as every other outcome, so that a page never hears of the end before the start.
        Status refused = isRunning() ? Status(notNow()) : Status(act.failure());
        QTimer::singleShot(0, this, [this, step, refused] { report(step, refused); });
        return;
    }
    begin(step, std::move(*act), false);
    Q_EMIT started(step);
}

void HandoverActs::begin(Step step, Act act, bool isFollowing)
{
    m_state->running = startJob<Act::Record>(
        this, std::move(act.work), [this, step, next = std::move(act.next), isFollowing](Result<Act::Record> record) {
            m_state->running = nullptr;
            const Status done = record ? (*record)() : Status(record.failure());
            if (Result<Act> following = done && next ? next() : Result<Act>(notNow()); following) {
                begin(step, std::move(*following), true);
                return;
            }
            report(step, isFollowing && isCancel(done) ? Status(Done{}) : done);
        });
    connect(m_state->running, &JobHandle::progressed, this,
            [this, step](const Progress& progress) { Q_EMIT progressed(step, progress); });
}

Status HandoverActs::run(const Result<Act>& act, JobContext& job)
{
    if (!act) {
        return act.failure();
    }
    const Result<Act::Record> record = act->work(job);
    const Status done = record ? (*record)() : Status(record.failure());
    const Result<Act> following = done && act->next ? act->next() : Result<Act>(notNow());
    if (!following) {
        return done;
    }
    const Status next = run(following, job);
    return isCancel(next) ? done : next;
}

void HandoverActs::startScan(MailboxPasswords passwords)
{
    start(Step::Mailbox, scanAct(context(), std::move(passwords)));
}

Status HandoverActs::runScan(MailboxPasswords passwords, JobContext& job)
{
    return run(scanAct(context(), std::move(passwords)), job);
}

void HandoverActs::startTakeaway(MailboxPasswords passwords, Secret passphrase)
{
    start(Step::PrivateMail, takeawayAct(context(), std::move(passwords), std::move(passphrase)));
}

Status HandoverActs::runTakeaway(MailboxPasswords passwords, Secret passphrase, JobContext& job)
{
    return run(takeawayAct(context(), std::move(passwords), std::move(passphrase)), job);
}

void HandoverActs::startRemoval(MailboxPasswords passwords)
{
    if (isRunning()) {
        // To make it already notes that it begins.
        start(Step::PrivateMail, notNow());
        return;
    }
    m_state->previews.closeAll();
    start(Step::PrivateMail, removalAct(context(), std::move(passwords)));
}

Status HandoverActs::runRemoval(MailboxPasswords passwords, JobContext& job)
{
    return run(removalAct(context(), std::move(passwords)), job);
}

void HandoverActs::startArchive(MailboxPasswords passwords, Secret passphrase)
{
    start(Step::BusinessArchive, archiveAct(context(), std::move(passwords), std::move(passphrase)));
}

Status HandoverActs::runArchive(MailboxPasswords passwords, Secret passphrase, JobContext& job)
{
    return run(archiveAct(context(), std::move(passwords), std::move(passphrase)), job);
}

bool HandoverActs::knowsArchivePassphrase() const
{
    const std::optional<ArchiveOutcome>& written = m_state->handover.archive();
    return written && (!written->isEncrypted || m_state->secrets.read(archiveKey(m_state->handover)));
}

void HandoverActs::startArchiveCheck(Secret passphrase)
{
    const std::optional<ArchiveOutcome>& written = m_state->handover.archive();
    if (!written) {
        start(Step::SupervisorSigns, notNow());
        return;
    }
    if (written->isEncrypted && passphrase.isEmpty()) {
        Result<Secret> kept = m_state->secrets.read(archiveKey(m_state->handover));
        if (!kept) {
            // The store speaks of its own key, which means nothing to anybody.
            start(Step::SupervisorSigns, Failure{Failure::Kind::WrongPassphrase, written->path, kept.failure().detail});
            return;
        }
        passphrase = std::move(*kept);
    }
    auto shared = share(std::move(passphrase));
    start(Step::SupervisorSigns, makeAct<archive::ArchiveCheck>(
                                     [path = written->path, shared](JobContext& job) {
                                         return archive::checkBusinessArchive(path, *shared, job);
                                     },
                                     [this, sha256 = written->sha256](const archive::ArchiveCheck& check) -> Status {
                                         Q_EMIT archiveChecked(check, check.sha256 == sha256);
                                         return Done{};
                                     }));
}

void HandoverActs::startPasswordChange(Secret oldPassword, Secret code)
{
    // The work ends before this object does.
    m_state->letterGate = std::make_shared<LetterGate>(
        [this] { QMetaObject::invokeMethod(this, &HandoverActs::letterPrinted, Qt::QueuedConnection); });
    start(Step::Password, passwordAct(context(), std::move(oldPassword), std::move(code), m_state->letterGate));
}

void HandoverActs::confirmLetter()
{
    if (m_state->letterGate) {
        m_state->letterGate->confirm();
    }
}

Status HandoverActs::runPasswordChange(Secret oldPassword, Secret code, JobContext& job)
{
    return run(passwordAct(context(), std::move(oldPassword), std::move(code), {}), job);
}

void HandoverActs::startDirectoryEntry(DirectoryQuestion question)
{
    start(Step::People, directoryEntryAct(context(), std::move(question)));
}

Status HandoverActs::runDirectoryEntry(DirectoryQuestion question, JobContext& job)
{
    return run(directoryEntryAct(context(), std::move(question)), job);
}

void HandoverActs::startAccountPlan(Secret password, AccountPlanWords words)
{
    start(Step::AccountPlan, accountPlanAct(context(), std::move(password), std::move(words)));
}

Status HandoverActs::runAccountPlan(Secret password, AccountPlanWords words, JobContext& job)
{
    return run(accountPlanAct(context(), std::move(password), std::move(words)), job);
}

Status HandoverActs::runReactivation(Secret password, JobContext& job)
{
    return run(reactivationAct(context(), std::move(password)), job);
}

void HandoverActs::startLeaverSignature(SignInput input)
{
    start(Step::LeaverSigns, leaverSignatureAct(context(), std::move(input)));
}

Status HandoverActs::runLeaverSignature(SignInput input, JobContext& job)
{
    return run(leaverSignatureAct(context(), std::move(input)), job);
}

void HandoverActs::startSupervisorSignature(SignInput input)
{
    start(Step::SupervisorSigns, supervisorSignatureAct(context(), std::move(input)));
}

Status HandoverActs::runSupervisorSignature(SignInput input, JobContext& job)
{
    return run(supervisorSignatureAct(context(), std::move(input)), job);
}

void HandoverActs::startTakingIn(const QString& finalPdf)
{
    m_state->previews.closeAll();
    start(Step::KeyboardHandover, takeInAct(context(), finalPdf));
}

Status HandoverActs::runTakingIn(const QString& finalPdf, JobContext& job)
{
    return run(takeInAct(context(), finalPdf), job);
}

void HandoverActs::lookBeside()
{
    const std::optional<ReceiptFiles>& files = m_state->handover.receiptFiles();
    const QString pending = files && files->signatures == 1 ? files->path : QString();
    startJob<QString>(
        this, [pending](JobContext&) -> Result<QString> { return finalBeside(pending); },
        [this](const Result<QString>& found) { Q_EMIT foundBeside(*found); });
}

void HandoverActs::startPreview(separation::Row row)
{
    const separation::MessageTable& table = m_state->handover.messages();
    if (m_state->handover.isLocked() || row >= table.size()) {
        return;
    }
    const separation::TableFolder& folder = table.folders()[table.folder(row)];
    MailboxLogin login{m_state->handover.mailboxes()[folder.mailbox], {}};
    if (login.source.kind == mail::StoreKind::Imap) {
        if (Result<Secret> kept = m_state->secrets.read(loginKey(login.source)); kept) {
            login.password = std::move(*kept);
        }
    }
    m_state->previews.read({row, folder.mailbox, folder.folder, table.ref(row)}, std::move(login));
}

Status HandoverActs::handKeyboardOver()
{
    m_state->previews.closeAll();
    return m_state->handover.handKeyboardOver();
}

Status HandoverActs::close()
{
    const HandoverCase& handover = m_state->handover;
    if (handover.isClosed() || !handover.receiptFiles()) {
        return Failure{Failure::Kind::NotAllowedNow, {}, {}};
    }
    // Before the case: it alone knows the names of the logins, and a closed one has forgotten them.
    QStringList keys = handover.topic<ContactTraces>().logins;
    keys += {smtpKey(handover.topic<ContactsChoice>().server), sieveKey(handover.topic<ReplyChoice>().server),
             archiveKey(handover)};
    for (const mail::MailboxSource& source : handover.mailboxes()) {
        keys += loginKey(source);
    }
    for (const QString& key : keys) {
        if (Status removed = m_state->secrets.remove(key); !removed) {
            return removed;
        }
    }
    return m_state->handover.close();
}

} // namespace staffelstab::handover
