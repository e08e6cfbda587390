// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/password_act.h"

#include "handover/journal.h"

#include "core/atomic_file.h"
#include "handover/acts/directory_entry_act.h"
#include "handover/acts/password_keeping.h"
#include "secrets/seal.h"

#include <QDir>

namespace staffelstab::handover {

namespace {

constexpr qint64 largestCertificate = 1 << 20;

/** Whether it is known that nothing was changed. */
bool hasFailed(const Failure& failure)
{
    return failure.kind != Failure::Kind::ConnectionLost && failure.kind != Failure::Kind::TimedOut;
}

/** Asked with the leaver's own login; the first of the supervisor's certificates that can be used today. */
Result<QByteArray> certificateOf(directory::AccountDirectory& directory, const QString& email)
{
    const Result<directory::PersonProfile> supervisor = directory.profileOf(email);
    if (!supervisor) {
        return supervisor.failure();
    }
    return secrets::usableCertificate(supervisor->certificates);
}

/** Where the fresh password is kept; the supervisor's certificate is read from its file or asked of the directory. */
Result<std::unique_ptr<PasswordKeeper>> keeperFor(const PasswordInput& input, directory::AccountDirectory& directory,
                                                  JobContext& job)
{
    using SealBy = PasswordChoice::SealBy;
    if (input.choice.sealBy == SealBy::Letter) {
        return letterKeeper(input.choice.printer, input.letter, input.gate, job);
    }
    if (!QDir().mkpath(input.choice.sealTarget)) {
        return Failure{Failure::Kind::FileNotWritable, input.choice.sealTarget, {}};
    }
    const QString path = sealPath(input.choice, input.caseNumber);
    if (input.choice.sealBy == SealBy::Code) {
        return sealKeeper(path, [&](const Secret& password) {
            return secrets::sealUnderCode(password, input.code, input.caseNumber);
        });
    }
    const Result<QByteArray> certificate = input.choice.sealBy == SealBy::Certificate
                                               ? readWhole(input.choice.certificateFile, largestCertificate)
                                               : certificateOf(directory, input.supervisorEmail);
    if (!certificate) {
        return certificate.failure();
    }
    return sealKeeper(path, [&input, certificate = *certificate](const Secret& password) {
        return secrets::sealForCertificate(password, certificate, input.caseNumber);
    });
}

} // namespace

Result<PasswordOutcome> resetAndForget(const PasswordInput& input, const QDateTime& now, JobContext& job)
{
    const Result<directory::DirectoryLogin> login = withServer(input.choice.login, job);
    if (!login) {
        return login.failure();
    }
    Result<std::unique_ptr<directory::AccountDirectory>> directory =
        directory::openDirectory(*login, input.oldPassword, job);
    if (!directory) {
        return directory.failure();
    }
    if (Status turned = (*directory)->turnTo(input.choice.account); !turned) {
        return turned.failure();
    }
    Result<directory::PasswordChangeReport> report =
        directory::resetPasswordAndForget(**directory, input.choice.style, job);
    if (!report) {
        return report.failure();
    }
    PasswordOutcome outcome;
    outcome.at = now;
    outcome.way = PasswordChoice::Way::Helpdesk;
    outcome.report = std::move(*report);
    return outcome;
}

Result<PasswordOutcome> changeAndSeal(const PasswordInput& input, const QDateTime& now, JobContext& job)
{
    const Result<directory::DirectoryLogin> login = withServer(input.choice.login, job);
    if (!login) {
        return login.failure();
    }
    Result<std::unique_ptr<directory::AccountDirectory>> directory =
        directory::openDirectory(*login, input.oldPassword, job);
    if (!directory) {
        return directory.failure();
    }
    const Result<std::unique_ptr<PasswordKeeper>> keeper = keeperFor(input, **directory, job);
    if (!keeper) {
        return keeper.failure();
    }
    const Result<directory::PasswordChangeReport> report = directory::changeOwnPassword(
        **directory, input.oldPassword, input.choice.style,
        [&](const Secret& password) { return (*keeper)->keep(password); }, job,
        input.choice.sealBy == PasswordChoice::SealBy::Letter ? directory::Changes::Once
                                                              : directory::Changes::TwiceWherePossible);
    if (!report) {
        return report.failure();
    }
    PasswordOutcome outcome;
    outcome.at = now;
    outcome.way = PasswordChoice::Way::Directory;
    outcome.report = *report;
    (*keeper)->tell(outcome);
    return outcome;
}

Result<std::optional<PasswordOutcome>> proveEarlierAttempt(const PasswordInput& input, const QDateTime& now,
                                                           JobContext& job)
{
    const Result<QByteArray> seal = readWhole(sealPath(input.choice, input.caseNumber), largestCertificate);
    if (!seal) {
        // It died before anything was asked of the server.
        return seal.failure().kind == Failure::Kind::FileNotFound
                   ? Result<std::optional<PasswordOutcome>>(std::optional<PasswordOutcome>())
                   : seal.failure();
    }
    QString caseNumber;
    Result<Secret> sealed = secrets::openSealWithCode(*seal, input.code, &caseNumber);
    if (!sealed) {
        return sealed.failure();
    }
    const Result<directory::DirectoryLogin> login = withServer(input.choice.login, job);
    if (!login) {
        return login.failure();
    }
    const directory::InterruptedChange change{*login, std::move(*sealed), input.oldPassword.clone(), input.openSince};
    Result<std::optional<directory::PasswordChangeReport>> report = directory::proveInterruptedChange(change, job);
    if (!report) {
        return report.failure();
    }
    if (!*report) {
        return std::optional<PasswordOutcome>();
    }
    return std::optional(PasswordOutcome{now, PasswordChoice::Way::Directory, **report,
                                         sealPath(input.choice, input.caseNumber), Sha256::of(*seal)});
}

namespace {

/** An open attempt is cleared up first. To a certificate it cannot be: only its owner can open that seal. */
Result<PasswordOutcome> settle(const PasswordInput& input, const QDateTime& now, JobContext& job)
{
    if (input.choice.way == PasswordChoice::Way::Helpdesk) {
        return resetAndForget(input, now, job);
    }
    if (input.openSince.isValid() && input.choice.sealBy == PasswordChoice::SealBy::Code) {
        Result<std::optional<PasswordOutcome>> earlier = proveEarlierAttempt(input, now, job);
        if (!earlier) {
            return earlier.failure();
        }
        if (*earlier) {
            return std::move(**earlier);
        }
    }
    return changeAndSeal(input, now, job);
}

receipt::SealedLetter letterOf(const HandoverCase& handover)
{
    return {handover.language(),           handover.policy().companyName, handover.people().supervisor.name,
            handover.people().leaver.name, handover.caseNumber(),         {},
            handover.clock().now()};
}

} // namespace

Result<Act> passwordAct(const ActContext& context, Secret oldPassword, Secret code, std::shared_ptr<LetterGate> gate)
{
    HandoverCase& handover = context.handover;
    const PasswordChoice& choice = handover.passwordChoice();
    const bool isReset = choice.way == PasswordChoice::Way::Helpdesk;
    if ((!isReset && choice.way != PasswordChoice::Way::Directory) || handover.password() || handover.receiptFiles()) {
        return notNow();
    }
    const QDateTime openSince = handover.passwordChangeOpenSince();
    if (Status noted = handover.journal().write(QStringLiteral("password_change_begins"), {}); !noted) {
        return noted.failure();
    }
    auto input =
        share(PasswordInput{choice, handover.caseNumber(), handover.people().supervisor.email, std::move(oldPassword),
                            std::move(code), openSince, letterOf(handover), std::move(gate)});
    return makeAct<PasswordOutcome>(
        [input, now = handover.clock().now(), &handover](JobContext& job) -> Result<PasswordOutcome> {
            Result<PasswordOutcome> outcome = settle(*input, now, job);
            if (!outcome) {
                // The reason is told to the leaver; the journal only has to know whether the attempt came to its end.
                // A refusal after an open attempt says nothing about that one.
                if (hasFailed(outcome.failure()) && !input->openSince.isValid()) {
                    static_cast<void>(handover.journal().write(QStringLiteral("password_change_failed"), {}));
                }
                return outcome;
            }
            if (Status noted = handover.journal().write(QStringLiteral("password_changed"), outcome->toJson());
                !noted) {
                return noted.failure();
            }
            return outcome;
        },
        [&handover](PasswordOutcome outcome) { return handover.setTopic<PasswordOutcome>(std::move(outcome)); });
}

} // namespace staffelstab::handover
