// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/password_change.h"
#include "directory/password_proof.h"

namespace staffelstab::directory {

namespace {

using Kind = Failure::Kind;

/** The clocks of server and desk may differ by so much, as in a domain (Kerberos' own bound). */
constexpr qint64 skewSeconds = 300;

class Recovery
{
public:
    Recovery(const InterruptedChange& change, JobContext& job) : m_change(change), m_job(job) {}

    Result<std::optional<PasswordChangeReport>> run()
    {
        const Result<bool> isUnchanged = oldIsStillTheOne();
        if (!isUnchanged) {
            return isUnchanged.failure();
        }
        if (*isUnchanged) {
            return std::optional<PasswordChangeReport>();
        }
        Opened opened = openDirectory(m_change.login, m_change.sealed, m_job);
        if (!opened && opened.failure().kind == Kind::LoginRefused) {
            opened = finishSecondChange();
        }
        if (!opened) {
            return opened.failure();
        }
        return prove(**opened);
    }

private:
    using Opened = Result<std::unique_ptr<AccountDirectory>>;

    /** AD may let the old one in as the previous one. Kerberos does not; where it cannot be asked, the date tells. */
    Result<bool> oldIsStillTheOne()
    {
        const Opened directory = openDirectory(m_change.login, m_change.oldPassword, m_job);
        if (!directory) {
            const bool isRefused = directory.failure().kind == Kind::LoginRefused;
            return isRefused ? Result<bool>(false) : directory.failure();
        }
        if (const Result<Acceptance> tried = (*directory)->tryPasswordByKerberos(m_change.oldPassword)) {
            return *tried != Acceptance::Refused;
        }
        const Result<AccountEntry> account = (*directory)->account();
        if (!account) {
            return account.failure();
        }
        return !account->passwordLastSet.isValid() || account->passwordLastSet < m_change.begunAt.addSecs(-skewSeconds);
    }

    /** Killed between the two changes: the throw-away is in force. */
    Opened finishSecondChange()
    {
        const Secret throwAway = throwAwayOf(m_change.sealed);
        Opened opened = openDirectory(m_change.login, throwAway, m_job);
        if (opened) {
            if (Status changed = (*opened)->changePassword(throwAway, m_change.sealed); !changed) {
                return changed.failure();
            }
            m_isTwice = true;
        }
        return opened;
    }

    Result<std::optional<PasswordChangeReport>> prove(AccountDirectory& directory)
    {
        const Result<PasswordPolicy> policy = directory.passwordPolicy();
        if (!policy) {
            return policy.failure();
        }
        PasswordChangeReport report;
        report.dialect = directory.dialect();
        report.changedAt = m_change.begunAt;
        // As in the change itself; see OwnChange.
        report.isChangedTwice = m_isTwice || (report.dialect == Dialect::ActiveDirectory && policy->isReadable &&
                                              policy->minAgeSeconds == 0);
        m_job.report({Progress::Stage::Proving});
        proveChange(directory, *policy, m_change.sealed, m_change.oldPassword, report);
        return std::optional<PasswordChangeReport>(std::move(report));
    }

    const InterruptedChange& m_change;
    JobContext& m_job;
    bool m_isTwice = false;
};

} // namespace

Result<std::optional<PasswordChangeReport>> proveInterruptedChange(const InterruptedChange& change, JobContext& job)
{
    return Recovery(change, job).run();
}

} // namespace staffelstab::directory
