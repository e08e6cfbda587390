// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handover_acts.h"

#include "handover/acts/mailbox_access.h"
#include "handover/acts/password_act.h"
#include "handover/acts/preview_reader.h"
#include "handover/acts/private_mail_act.h"
#include "handover/acts/scan_act.h"
#include "handover/acts/signature_act.h"
#include "handover/case_codec.h"
#include "handover/case_store.h"
#include "handover/journal.h"

#include <QFileInfo>
#include <QPointer>
#include <QTimer>

namespace staffelstab::handover {

struct HandoverActs::State
{
    State(HandoverCase& openCase, secrets::SecretStore& store) : handover(openCase), secrets(store) {}

    HandoverCase& handover;
    secrets::SecretStore& secrets;
    QPointer<JobHandle> running;
    PreviewReader previews;
};

namespace {

Failure notNow()
{
    return {Failure::Kind::NotAllowedNow, {}, {}};
}

QString archiveKey(const HandoverCase& handover)
{
    return QStringLiteral("archive ") + handover.caseNumber();
}

QString copyName(const HandoverCase& handover, const char* german, const char* english)
{
    return QString::fromLatin1(handover.language() == QLatin1String("de") ? german : english) + handover.caseNumber();
}

} // namespace

/** Makes each piece of work from the case: what is needed is collected now, on the case's thread. */
struct HandoverActs::Acts
{
    State& state;

    Result<Act<Scanned>> scan(MailboxPasswords passwords) const;
    Result<Act<TakenAway>> takeaway(MailboxPasswords passwords, Secret passphrase) const;
    Result<Act<Removed>> removal(MailboxPasswords passwords) const;
    Result<Act<archive::ArchiveReport>> archive(MailboxPasswords passwords, Secret passphrase) const;
    Result<Act<PasswordOutcome>> password(Secret oldPassword, Secret code) const;
    Result<Act<ReceiptFiles>> leaverSignature(SignInput input) const;
    Result<Act<ReceiptFiles>> supervisorSignature(SignInput input) const;

private:
    /** Work wants to be copied into a std::function; what it owns is shared. */
    template <typename T>
    static std::shared_ptr<T> share(T value)
    {
        return std::make_shared<T>(std::move(value));
    }
};

Result<HandoverActs::Act<Scanned>> HandoverActs::Acts::scan(MailboxPasswords passwords) const
{
    HandoverCase& handover = state.handover;
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, state.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    return Act<Scanned>{[logins = share(std::move(*logins)), address = handover.people().leaver.email,
                         now = handover.clock().now()](JobContext& job) {
                            return scanMailboxes(std::move(*logins), address, now, job);
                        },
                        [own = &state](Scanned scanned) -> Status {
                            for (const MailboxLogin& login : scanned.logins) {
                                if (login.source.kind == mail::StoreKind::Imap) {
                                    // Without a key store the login is asked for again; the scan itself stands.
                                    static_cast<void>(own->secrets.write(loginKey(login.source), login.password));
                                }
                            }
                            return own->handover.recordScan(std::move(scanned.report), std::move(scanned.table));
                        }};
}

Result<HandoverActs::Act<TakenAway>> HandoverActs::Acts::takeaway(MailboxPasswords passwords, Secret passphrase) const
{
    HandoverCase& handover = state.handover;
    const TakeawayChoice& choice = handover.takeawayChoice();
    if (!handover.scanReport() || (handover.takeaway() && handover.takeaway()->removed) ||
        (choice.action == TakeawayChoice::Action::Take && choice.isEncrypted && passphrase.isEmpty())) {
        return notNow();
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, state.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    auto input =
        share(TakeawayInput{wantedMail(handover, separation::Verdict::Private), std::move(*logins), choice,
                            copyName(handover, "Private-Nachrichten-", "Private-mail-"), std::move(passphrase)});
    return Act<TakenAway>{[input, now = handover.clock().now()](JobContext& job) { return takeAway(*input, now, job); },
                          [own = &state](TakenAway taken) -> Status {
                              if (Status saved = own->handover.store().saveCopies(taken.copies); !saved) {
                                  return saved;
                              }
                              return own->handover.setTopic<TakeawayOutcome>(std::move(taken.outcome));
                          }};
}

Result<HandoverActs::Act<Removed>> HandoverActs::Acts::removal(MailboxPasswords passwords) const
{
    HandoverCase& handover = state.handover;
    const std::optional<TakeawayOutcome>& takeaway = handover.takeaway();
    if (!takeaway || takeaway->removed || handover.plan().undecided() > 0) {
        return notNow();
    }
    if (!takeaway->path.isEmpty() && !QFileInfo::exists(takeaway->path)) {
        return Failure{Failure::Kind::MediumGone, takeaway->path, {}};
    }
    Result<std::vector<VerifiedCopy>> copies = handover.store().copies();
    if (!copies) {
        return copies.failure();
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, state.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    if (Status noted = handover.journal().write(QStringLiteral("removal_begins"),
                                                {{"messages", static_cast<qint64>(copies->size())}});
        !noted) {
        return noted.failure();
    }
    auto input = share(RemovalInput{std::move(*logins), handover.messages().folders(), std::move(*copies)});
    return Act<Removed>{[input, &handover](JobContext& job) {
                            // Store and journal open the file anew for each call and are safe from this thread.
                            return removeCopied(*input, handover.store(), handover.journal(), job);
                        },
                        [&handover](Removed removed) -> Status {
                            TakeawayOutcome outcome = *handover.takeaway();
                            outcome.removed = removed.removed;
                            outcome.kept = std::move(removed.kept);
                            return handover.setTopic<TakeawayOutcome>(std::move(outcome));
                        }};
}

Result<HandoverActs::Act<archive::ArchiveReport>> HandoverActs::Acts::archive(MailboxPasswords passwords,
                                                                              Secret passphrase) const
{
    HandoverCase& handover = state.handover;
    const ArchiveChoice& choice = handover.archiveChoice();
    const bool isZip = choice.container == archive::ArchiveOptions::Container::Zip;
    if (!handover.scanReport() || (isZip && passphrase.isEmpty())) {
        return notNow();
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, state.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    archive::ArchiveOptions options;
    options.container = choice.container;
    options.target = choice.target;
    options.name = copyName(handover, "Uebergabe-", "Handover-");
    options.caseNumber = handover.caseNumber();
    options.organisation = handover.policy().companyName;
    options.leaverName = handover.people().leaver.name;
    options.supervisorName = handover.people().supervisor.name;
    options.date = handover.clock().now().toLocalTime().date();
    options.language = handover.language();
    auto secret = share(std::move(passphrase));
    return Act<archive::ArchiveReport>{
        [wanted = wantedMail(handover, separation::Verdict::Business), logins = share(std::move(*logins)), options,
         secret](JobContext& job) -> Result<archive::ArchiveReport> {
            const Result<OpenedMail> mail = openWanted(wanted, *logins, job);
            if (!mail) {
                return mail.failure();
            }
            return archive::writeBusinessArchive(mail->selections, options, *secret, job);
        },
        [own = &state, secret](archive::ArchiveReport report) -> Status {
            if (!secret->isEmpty()) {
                static_cast<void>(own->secrets.write(archiveKey(own->handover), *secret));
            }
            ArchiveOutcome outcome{own->handover.clock().now(),
                                   report.path,
                                   report.bytes,
                                   report.sha256,
                                   report.isEncrypted,
                                   report.messages,
                                   static_cast<quint32>(report.skipped.size()),
                                   report.sheetPath};
            return own->handover.setTopic<ArchiveOutcome>(std::move(outcome));
        }};
}

Result<HandoverActs::Act<PasswordOutcome>> HandoverActs::Acts::password(Secret oldPassword, Secret code) const
{
    HandoverCase& handover = state.handover;
    const PasswordChoice& choice = handover.passwordChoice();
    if (choice.way != PasswordChoice::Way::Directory || handover.password() || handover.receiptFiles()) {
        return notNow();
    }
    if (Status noted = handover.journal().write(QStringLiteral("password_change_begins"), {}); !noted) {
        return noted.failure();
    }
    auto input = share(
        PasswordInput{choice, handover.language(), handover.caseNumber(), std::move(oldPassword), std::move(code)});
    return Act<PasswordOutcome>{
        [input, now = handover.clock().now(), &handover](JobContext& job) -> Result<PasswordOutcome> {
            Result<PasswordOutcome> outcome = changeAndSeal(*input, now, job);
            if (!outcome) {
                // The reason is told to the leaver; the journal only has to know that the attempt came to its end.
                static_cast<void>(handover.journal().write(QStringLiteral("password_change_failed"), {}));
                return outcome;
            }
            if (Status noted = handover.journal().write(QStringLiteral("password_changed"), outcome->toJson());
                !noted) {
                return noted.failure();
            }
            return outcome;
        },
        [&handover](PasswordOutcome outcome) { return handover.setTopic<PasswordOutcome>(std::move(outcome)); }};
}

namespace {

Status recordSigned(HandoverCase& handover, const QString& what, ReceiptFiles files)
{
    if (Status noted = handover.journal().write(what, {{"sha256", QString::fromLatin1(files.sha256.toHex())}});
        !noted) {
        return noted;
    }
    return handover.recordReceipt(std::move(files));
}

} // namespace

Result<HandoverActs::Act<ReceiptFiles>> HandoverActs::Acts::leaverSignature(SignInput input) const
{
    HandoverCase& handover = state.handover;
    if (!handover.mayEnter(Step::LeaverSigns) || handover.receiptFiles() || handover.receiptTarget().isEmpty()) {
        return notNow();
    }
    return Act<ReceiptFiles>{
        [record = handover.record(), target = handover.receiptTarget(), input = share(std::move(input)),
         now = handover.clock().now(),
         tsa = handover.policy().tsa](JobContext& job) { return signForLeaver(record, target, *input, now, tsa, job); },
        [&handover](ReceiptFiles files) {
            return recordSigned(handover, QStringLiteral("leaver_signed"), std::move(files));
        }};
}

Result<HandoverActs::Act<ReceiptFiles>> HandoverActs::Acts::supervisorSignature(SignInput input) const
{
    HandoverCase& handover = state.handover;
    if (!handover.receiptFiles() || handover.receiptFiles()->signatures > 1) {
        return notNow();
    }
    return Act<ReceiptFiles>{
        [path = handover.receiptFiles()->path, input = share(std::move(input)), now = handover.clock().now(),
         tsa = handover.policy().tsa](JobContext& job) { return signForSupervisor(path, *input, now, tsa, job); },
        [&handover](ReceiptFiles files) {
            return recordSigned(handover, QStringLiteral("countersigned"), std::move(files));
        }};
}

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

template <typename T>
void HandoverActs::start(Step step, Result<Act<T>> act)
{
    if (isRunning() || !act) {
        // Told later, as every other outcome, so that a page never hears of the end before the start.
        Status refused = isRunning() ? Status(notNow()) : Status(act.failure());
        QTimer::singleShot(0, this, [this, step, refused] { report(step, refused); });
        return;
    }
    m_state->running =
        startJob<T>(this, std::move(act->work), [this, step, record = std::move(act->record)](Result<T> result) {
            m_state->running = nullptr;
            report(step, result ? record(std::move(*result)) : Status(result.failure()));
        });
    connect(m_state->running, &JobHandle::progressed, this,
            [this, step](const Progress& progress) { Q_EMIT progressed(step, progress); });
    Q_EMIT started(step);
}

template <typename T>
Status HandoverActs::run(Result<Act<T>> act, JobContext& job)
{
    if (!act) {
        return act.failure();
    }
    Result<T> result = act->work(job);
    return result ? act->record(std::move(*result)) : Status(result.failure());
}

void HandoverActs::startScan(MailboxPasswords passwords)
{
    start(Step::Mailbox, Acts{*m_state}.scan(std::move(passwords)));
}

Status HandoverActs::runScan(MailboxPasswords passwords, JobContext& job)
{
    return run(Acts{*m_state}.scan(std::move(passwords)), job);
}

void HandoverActs::startTakeaway(MailboxPasswords passwords, Secret passphrase)
{
    start(Step::PrivateMail, Acts{*m_state}.takeaway(std::move(passwords), std::move(passphrase)));
}

Status HandoverActs::runTakeaway(MailboxPasswords passwords, Secret passphrase, JobContext& job)
{
    return run(Acts{*m_state}.takeaway(std::move(passwords), std::move(passphrase)), job);
}

void HandoverActs::startRemoval(MailboxPasswords passwords)
{
    m_state->previews.closeAll();
    start(Step::PrivateMail, Acts{*m_state}.removal(std::move(passwords)));
}

Status HandoverActs::runRemoval(MailboxPasswords passwords, JobContext& job)
{
    return run(Acts{*m_state}.removal(std::move(passwords)), job);
}

void HandoverActs::startArchive(MailboxPasswords passwords, Secret passphrase)
{
    start(Step::BusinessArchive, Acts{*m_state}.archive(std::move(passwords), std::move(passphrase)));
}

Status HandoverActs::runArchive(MailboxPasswords passwords, Secret passphrase, JobContext& job)
{
    return run(Acts{*m_state}.archive(std::move(passwords), std::move(passphrase)), job);
}

void HandoverActs::startArchiveCheck()
{
    const std::optional<ArchiveOutcome>& written = m_state->handover.archive();
    if (!written) {
        start<archive::ArchiveCheck>(Step::SupervisorSigns, notNow());
        return;
    }
    Result<Secret> kept =
        written->isEncrypted ? m_state->secrets.read(archiveKey(m_state->handover)) : Result<Secret>(Secret());
    if (!kept) {
        start<archive::ArchiveCheck>(Step::SupervisorSigns, kept.failure());
        return;
    }
    auto passphrase = std::make_shared<Secret>(std::move(*kept));
    start<archive::ArchiveCheck>(
        Step::SupervisorSigns,
        Act<archive::ArchiveCheck>{[path = written->path, passphrase](JobContext& job) {
                                       return archive::checkBusinessArchive(path, *passphrase, job);
                                   },
                                   [this, sha256 = written->sha256](const archive::ArchiveCheck& check) -> Status {
                                       Q_EMIT archiveChecked(check, check.sha256 == sha256);
                                       return Done{};
                                   }});
}

void HandoverActs::startPasswordChange(Secret oldPassword, Secret code)
{
    start(Step::Password, Acts{*m_state}.password(std::move(oldPassword), std::move(code)));
}

Status HandoverActs::runPasswordChange(Secret oldPassword, Secret code, JobContext& job)
{
    return run(Acts{*m_state}.password(std::move(oldPassword), std::move(code)), job);
}

void HandoverActs::startLeaverSignature(SignInput input)
{
    start(Step::LeaverSigns, Acts{*m_state}.leaverSignature(std::move(input)));
}

Status HandoverActs::runLeaverSignature(SignInput input, JobContext& job)
{
    return run(Acts{*m_state}.leaverSignature(std::move(input)), job);
}

void HandoverActs::startSupervisorSignature(SignInput input)
{
    start(Step::SupervisorSigns, Acts{*m_state}.supervisorSignature(std::move(input)));
}

Status HandoverActs::runSupervisorSignature(SignInput input, JobContext& job)
{
    return run(Acts{*m_state}.supervisorSignature(std::move(input)), job);
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
    const std::vector<mail::MailboxSource> mailboxes = m_state->handover.mailboxes();
    if (Status closed = m_state->handover.close(); !closed) {
        return closed;
    }
    for (const mail::MailboxSource& source : mailboxes) {
        static_cast<void>(m_state->secrets.remove(loginKey(source)));
    }
    return m_state->secrets.remove(archiveKey(m_state->handover));
}

} // namespace staffelstab::handover
