// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/password_change.h"

namespace staffelstab::directory {

namespace {

using Kind = Failure::Kind;

class Reset
{
public:
    Reset(AccountDirectory& directory, PasswordStyle style, JobContext& job)
        : m_directory(directory), m_style(style), m_job(job)
    {
    }

    Result<PasswordChangeReport> run()
    {
        if (Status ready = prepare(); !ready) {
            return ready.failure();
        }
        if (Status may = m_job.mayGoOn(); !may) {
            return may.failure();
        }
        m_job.report({Progress::Stage::Changing});
        // The first one pushes the leaver's own out of the place of the previous password, which AD lets in for a
        // while.
        const bool isTwice = m_directory.dialect() == Dialect::ActiveDirectory;
        if (isTwice) {
            if (Status first = m_directory.resetPassword(fresh(), false); !first) {
                return first.failure();
            }
        }
        const Secret last = fresh();
        if (Status reset = m_directory.resetPassword(last, true); !reset) {
            return reset.failure();
        }
        m_report.isChangedTwice = isTwice;
        m_report.changedAt = QDateTime::currentDateTimeUtc();
        prove(last);
        return std::move(m_report);
    }

private:
    Status prepare()
    {
        const Result<AccountEntry> account = m_directory.account();
        if (!account) {
            return account.failure();
        }
        const Result<PasswordPolicy> policy = m_directory.passwordPolicy();
        if (!policy) {
            return policy.failure();
        }
        m_account = *account;
        m_policy = *policy;
        m_report.dialect = m_directory.dialect();
        m_report.isReset = true;
        m_report.lastSetBefore = m_account.passwordLastSet;
        return Done{};
    }

    [[nodiscard]] Secret fresh() const
    {
        return generatePassword(m_policy, m_style,
                                {m_account.displayName, m_account.accountName, m_account.mail.section(u'@', 0, 0)});
    }

    /** Right, but good for nothing else than choosing another one: "data 773", or 2 in the policy control. */
    void prove(const Secret& last)
    {
        m_job.report({Progress::Stage::Proving});
        if (const Result<Acceptance> tried = m_directory.tryPassword(last)) {
            m_report.newAccepted = *tried == Acceptance::Refused ? Proof::No : Proof::Yes;
        }
        if (const Result<AccountState> state = m_directory.state()) {
            m_report.mustChange = state->mustChangePassword ? Proof::Yes : Proof::No;
        }
    }

    AccountDirectory& m_directory;
    PasswordStyle m_style;
    JobContext& m_job;
    AccountEntry m_account;
    PasswordPolicy m_policy;
    PasswordChangeReport m_report;
};

} // namespace

Result<PasswordChangeReport> resetPasswordAndForget(AccountDirectory& directory, PasswordStyle style, JobContext& job)
{
    return Reset(directory, style, job).run();
}

} // namespace staffelstab::directory
