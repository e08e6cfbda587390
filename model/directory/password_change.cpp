// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/password_change.h"
#include "core/log.h"
#include "directory/password_proof.h"

namespace staffelstab::directory {

namespace {

using Kind = Failure::Kind;
using Keep = std::function<Status(const Secret& newPassword)>;

bool isAccepted(const Result<Acceptance>& tried)
{
    return tried && *tried != Acceptance::Refused;
}

/** Whether the answer to a change left open what the server did. */
bool isOpen(const Status& change)
{
    return !change && (change.failure().kind == Kind::ConnectionLost || change.failure().kind == Kind::TimedOut);
}

class OwnChange
{
public:
    OwnChange(AccountDirectory& directory, const Secret& oldPassword, const Keep& keep, JobContext& job,
              Changes changes)
        : m_directory(directory), m_old(oldPassword), m_keep(keep), m_job(job), m_changes(changes)
    {
    }

    Result<PasswordChangeReport> run(PasswordStyle style)
    {
        if (Status ready = prepare(); !ready) {
            return ready.failure();
        }
        const QStringList names{m_account.displayName, m_account.accountName, m_account.mail.section(u'@', 0, 0)};
        m_final = generatePassword(m_policy, style, names);
        m_report.entropyBits = static_cast<int>(generatedEntropy(m_policy, style, names));
        if (Status kept = m_keep(m_final); !kept) {
            return kept.failure();
        }
        if (Status may = m_job.mayGoOn(); !may) {
            return may.failure();
        }
        m_job.report({Progress::Stage::Changing});
        if (Status changed = mayChangeTwice() ? changeTwice() : change(m_old, m_final); !changed) {
            return refined(changed.failure());
        }
        m_report.changedAt = QDateTime::currentDateTimeUtc();
        m_job.report({Progress::Stage::Proving});
        proveChange(m_directory, m_policy, m_final, m_old, m_report);
        return std::move(m_report);
    }

private:
    Status prepare()
    {
        m_job.report({Progress::Stage::Proving});
        Result<AccountEntry> account = m_directory.account();
        if (!account) {
            return account.failure();
        }
        const Result<PasswordPolicy> policy = m_directory.passwordPolicy();
        if (!policy) {
            return policy.failure();
        }
        m_account = std::move(*account);
        m_policy = *policy;
        m_report.dialect = m_directory.dialect();
        m_report.lastSetBefore = m_account.passwordLastSet;
        const Result<Acceptance> old = m_directory.tryPassword(m_old);
        if (!old) {
            return old.failure();
        }
        if (*old == Acceptance::Refused) {
            return Failure{Kind::LoginRefused, {}, QStringLiteral("old password")};
        }
        return m_job.mayGoOn();
    }

    /** A policy that cannot be read may hold a minimum age, against which the second change would fail. */
    [[nodiscard]] bool mayChangeTwice() const
    {
        return m_changes == Changes::TwiceWherePossible && m_report.dialect == Dialect::ActiveDirectory &&
               m_policy.isReadable && m_policy.minAgeSeconds == 0;
    }

    /** One change; if the connection broke, the new password itself tells whether it was made. */
    Status change(const Secret& from, const Secret& to)
    {
        Status changed = m_directory.changePassword(from, to);
        if (!isOpen(changed)) {
            return changed;
        }
        const Result<Acceptance> tried = m_directory.tryPassword(to);
        if (isAccepted(tried)) {
            return Done{};
        }
        // Tried and refused: now it is known that nothing was changed.
        return tried ? Failure{Kind::ServerRefused, changed.failure().subject, changed.failure().detail}
                     : changed.failure();
    }

    Status changeTwice()
    {
        const Secret throwAway = throwAwayOf(m_final);
        if (Status first = change(m_old, throwAway); !first) {
            return first;
        }
        Status second = change(throwAway, m_final);
        if (second) {
            m_report.isChangedTwice = true;
            return Done{};
        }
        if (isOpen(second)) {
            return second;
        }
        // The password is new, but not the kept one: from here on this is told in the report, not as a failure.
        qCWarning(logDirectory) << "second change failed:" << static_cast<int>(second.failure().kind);
        m_report.isThrowAwayInForce = !m_keep(throwAway).isOk();
        m_final = throwAway.clone();
        return Done{};
    }

    /** Windows does not say which rule refused; the minimum age can be worked out. */
    [[nodiscard]] Failure refined(Failure failure) const
    {
        const QDateTime free = m_account.passwordLastSet.addSecs(m_policy.minAgeSeconds);
        if (failure.kind == Kind::PasswordPolicyRefused && m_policy.minAgeSeconds > 0 &&
            free > QDateTime::currentDateTimeUtc()) {
            failure.kind = Kind::PasswordTooYoung;
        }
        return failure;
    }

    AccountDirectory& m_directory;
    const Secret& m_old;
    const Keep& m_keep;
    JobContext& m_job;
    Changes m_changes;
    AccountEntry m_account;
    PasswordPolicy m_policy;
    Secret m_final;
    PasswordChangeReport m_report;
};

} // namespace

Result<PasswordChangeReport> changeOwnPassword(AccountDirectory& directory, const Secret& oldPassword,
                                               PasswordStyle style, const Keep& keep, JobContext& job, Changes changes)
{
    return OwnChange(directory, oldPassword, keep, job, changes).run(style);
}

} // namespace staffelstab::directory
