// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/password_act.h"

#include "handover/journal.h"

#include "core/atomic_file.h"
#include "handover/acts/directory_entry_act.h"
#include "secrets/seal.h"

#include <QDir>

namespace staffelstab::handover {

namespace {

constexpr qint64 largestCertificate = 1 << 20;

QString sealPath(const PasswordInput& input)
{
    return QDir(input.choice.sealTarget).filePath(input.caseNumber + QStringLiteral(".seal"));
}

/** Whether it is known that nothing was changed. */
bool hasFailed(const Failure& failure)
{
    return failure.kind != Failure::Kind::ConnectionLost && failure.kind != Failure::Kind::TimedOut;
}

/** Writes the seal of a password that is about to become valid. */
class SealWriter
{
public:
    SealWriter(const PasswordInput& input, QByteArray certificate)
        : m_input(input), m_certificate(std::move(certificate))
    {
        m_path = sealPath(input);
    }

    Status write(const Secret& password)
    {
        const bool isToCertificate = m_input.choice.sealBy != PasswordChoice::SealBy::Code;
        const Result<QByteArray> seal = isToCertificate
                                            ? secrets::sealForCertificate(password, m_certificate, m_input.caseNumber)
                                            : secrets::sealUnderCode(password, m_input.code, m_input.caseNumber);
        if (!seal) {
            return seal.failure();
        }
        if (Status written = AtomicFile::writeWhole(m_path, *seal); !written) {
            return written;
        }
        const Result<QByteArray> back = sha256OfFile(m_path);
        if (!back) {
            return back.failure();
        }
        if (*back != Sha256::of(*seal)) {
            return Failure{Failure::Kind::ReadBackDiffers, m_path, {}};
        }
        m_sha256 = *back;
        return Done{};
    }

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] const QByteArray& sha256() const { return m_sha256; }

private:
    const PasswordInput& m_input;
    QByteArray m_certificate;
    QString m_path;
    QByteArray m_sha256;
};

/** Asked with the leaver's own login; the first of the supervisor's certificates that can be used today. */
Result<QByteArray> certificateOf(directory::AccountDirectory& directory, const QString& email)
{
    const Result<directory::PersonProfile> supervisor = directory.profileOf(email);
    if (!supervisor) {
        return supervisor.failure();
    }
    return secrets::usableCertificate(supervisor->certificates);
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
        directory::resetPasswordAndForget(**directory, input.language, job);
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
    QByteArray certificate;
    if (input.choice.sealBy == PasswordChoice::SealBy::Certificate) {
        Result<QByteArray> read = readWhole(input.choice.certificateFile, largestCertificate);
        if (!read) {
            return read.failure();
        }
        certificate = std::move(*read);
    }
    const Result<directory::DirectoryLogin> login = withServer(input.choice.login, job);
    if (!login) {
        return login.failure();
    }
    if (!QDir().mkpath(input.choice.sealTarget)) {
        return Failure{Failure::Kind::FileNotWritable, input.choice.sealTarget, {}};
    }
    Result<std::unique_ptr<directory::AccountDirectory>> directory =
        directory::openDirectory(*login, input.oldPassword, job);
    if (!directory) {
        return directory.failure();
    }
    if (input.choice.sealBy == PasswordChoice::SealBy::DirectoryCertificate) {
        Result<QByteArray> found = certificateOf(**directory, input.supervisorEmail);
        if (!found) {
            return found.failure();
        }
        certificate = std::move(*found);
    }
    SealWriter seal(input, std::move(certificate));
    const Result<directory::PasswordChangeReport> report = directory::changeOwnPassword(
        **directory, input.oldPassword, input.language, [&](const Secret& password) { return seal.write(password); },
        job);
    if (!report) {
        return report.failure();
    }
    PasswordOutcome outcome;
    outcome.at = now;
    outcome.way = PasswordChoice::Way::Directory;
    outcome.report = *report;
    outcome.sealPath = seal.path();
    outcome.sealSha256 = seal.sha256();
    return outcome;
}

Result<std::optional<PasswordOutcome>> proveEarlierAttempt(const PasswordInput& input, const QDateTime& now,
                                                           JobContext& job)
{
    const Result<QByteArray> seal = readWhole(sealPath(input), largestCertificate);
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
    return std::optional(
        PasswordOutcome{now, PasswordChoice::Way::Directory, **report, sealPath(input), Sha256::of(*seal)});
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

} // namespace

Result<Act> passwordAct(const ActContext& context, Secret oldPassword, Secret code)
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
        share(PasswordInput{choice, handover.language(), handover.caseNumber(), handover.people().supervisor.email,
                            std::move(oldPassword), std::move(code), openSince});
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
