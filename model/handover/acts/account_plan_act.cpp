// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/account_plan_act.h"

#include "core/atomic_file.h"
#include "core/ical_writer.h"
#include "handover/acts/directory_entry_act.h"
#include "handover/journal.h"

#include <QDir>

#include <algorithm>

namespace staffelstab::handover {

namespace {

using directory::AccountAct;
using directory::AccountDirectory;
using directory::ActReport;

/** "Lea Gehtbald" of CN=Lea Gehtbald,OU=...; a comma in it is escaped (RFC 4514). */
QString firstValue(const QString& dn)
{
    QString value;
    for (qsizetype at = dn.indexOf(u'=') + 1; at < dn.size() && dn[at] != u','; ++at) {
        if (dn[at] == u'\\' && at + 1 < dn.size()) {
            ++at;
        }
        value += dn[at];
    }
    return value;
}

QDateTime endOf(QDate day)
{
    return day.addDays(1).startOfDay().toUTC();
}

Result<std::unique_ptr<AccountDirectory>> openFor(const AccountPlan& plan, const Secret& password, JobContext& job)
{
    const Result<directory::DirectoryLogin> login = withServer(plan.login, job);
    if (!login) {
        return login.failure();
    }
    Result<std::unique_ptr<AccountDirectory>> opened = directory::openDirectory(*login, password, job);
    if (opened && !plan.account.isEmpty()) {
        if (Status turned = (*opened)->turnTo(plan.account); !turned) {
            return turned.failure();
        }
    }
    return opened;
}

/** Each act is in the journal before the next one begins. */
Result<std::vector<ActReport>> performAll(AccountDirectory& directory, const std::vector<AccountAct>& acts,
                                          Journal& journal, JobContext& job)
{
    std::vector<ActReport> deeds;
    for (const AccountAct& act : acts) {
        if (Status may = job.mayGoOn(); !may) {
            return may.failure();
        }
        job.report({Progress::Stage::Changing});
        const Result<ActReport> done = directory::performAct(directory, act);
        if (!done) {
            return done.failure();
        }
        if (Status noted = journal.write(
                QStringLiteral("account_act"),
                {{"kind", static_cast<int>(act.kind)}, {"was_so", done->wasSoBefore}, {"verified", done->isVerified}});
            !noted) {
            return noted.failure();
        }
        deeds.push_back(*done);
    }
    return deeds;
}

struct Input
{
    AccountPlan plan;
    Secret password;
    AccountPlanWords words;
    QString caseNumber;
    QDateTime now;
};

struct Outcome
{
    AccountPlanOutcome outcome;
    std::optional<DirectoryEntry> entry;
};

class Carrying
{
public:
    Carrying(const Input& input, Journal& journal, JobContext& job) : m_input(input), m_journal(journal), m_job(job) {}

    Result<Outcome> run()
    {
        m_outcome.outcome.at = m_input.now;
        m_outcome.outcome.way = m_input.plan.way;
        if (!QDir().mkpath(m_input.plan.target)) {
            return Failure{Failure::Kind::FileNotWritable, m_input.plan.target, {}};
        }
        if (m_input.plan.way == AccountPlan::Way::Helpdesk || !m_input.plan.login.url.isEmpty()) {
            if (Status done = inDirectory(); !done) {
                return done.failure();
            }
        }
        if (Status written = writeCalendar(); !written) {
            return written.failure();
        }
        if (Status written = write("account-plan.txt", m_input.words.text.toUtf8()); !written) {
            return written.failure();
        }
        return std::move(m_outcome);
    }

private:
    Status inDirectory()
    {
        m_job.report({Progress::Stage::Connecting});
        Result<std::unique_ptr<AccountDirectory>> opened = openFor(m_input.plan, m_input.password, m_job);
        if (!opened) {
            return opened.failure();
        }
        AccountDirectory& directory = **opened;
        // First of all: later it may be gone.
        if (Status kept = keepEntry(directory); !kept) {
            return kept;
        }
        const Result<directory::AccountState> state = directory.state();
        if (!state) {
            return state.failure();
        }
        if (Status written = writeChanges(directory, state->groups); !written) {
            return written;
        }
        return m_input.plan.way == AccountPlan::Way::Helpdesk ? perform(directory, state->groups) : Status(Done{});
    }

    Status keepEntry(AccountDirectory& directory)
    {
        const Result<directory::PersonProfile> profile = directory.profile();
        if (!profile) {
            return profile.failure();
        }
        Result<QByteArray> ldif = directory.entryAsLdif();
        if (!ldif) {
            return ldif.failure();
        }
        if (Status written = write("directory-entry.ldif", *ldif); !written) {
            return written;
        }
        m_outcome.entry = entryOf(*profile, std::move(*ldif), m_input.now);
        return Done{};
    }

    /** Before anything is done: afterwards there would be nothing left to write. */
    Status writeChanges(AccountDirectory& directory, const QStringList& groups)
    {
        const Result<QByteArray> end = directory::actsAsLdif(directory, actsOfTheEnd(m_input.plan, groups));
        if (!end) {
            return end.failure();
        }
        const Result<QByteArray> back = directory::returnAsLdif(directory, actsOfTheEnd(m_input.plan, groups));
        if (!back) {
            return back.failure();
        }
        const Result<directory::AccountEntry> account = directory.account();
        if (!account) {
            return account.failure();
        }
        const std::pair<const char*, QByteArray> files[] = {
            {"account-end.ldif", *end + directory::ldifComment(m_input.words.endComment)},
            {"account-return.ldif", *back + directory::ldifComment(m_input.words.returnComment)},
            {"account-delete.ldif", directory::ldifHead() + directory::ldifComment(m_input.words.deleteComment) +
                                        directory::ldifDelete(account->dn)}};
        for (const auto& [name, text] : files) {
            if (Status written = write(name, text); !written) {
                return written;
            }
        }
        return Done{};
    }

    Status perform(AccountDirectory& directory, const QStringList& groups)
    {
        Result<std::vector<ActReport>> deeds =
            performAll(directory, actsNow(m_input.plan, groups, m_input.now), m_journal, m_job);
        if (!deeds) {
            return deeds.failure();
        }
        m_outcome.outcome.deeds = std::move(*deeds);
        return Done{};
    }

    Status writeCalendar()
    {
        const auto task = [this](const char* name, QDate on, const QString& summary) {
            CalendarEntry entry;
            entry.kind = CalendarEntry::Kind::Task;
            entry.uid = m_input.caseNumber + u'-' + QLatin1String(name) + QStringLiteral("@staffelstab");
            entry.when = on;
            entry.summary = summary;
            entry.description = m_input.words.description;
            // Nine o'clock on the day before.
            entry.alarmBefore = std::chrono::hours(15);
            return entry;
        };
        std::vector<CalendarEntry> entries;
        const bool isEnded = m_input.plan.way == AccountPlan::Way::Helpdesk && m_input.plan.isAtOnce;
        if (m_input.plan.disableOn.isValid() && !isEnded) {
            entries.push_back(task("disable", m_input.plan.disableOn, m_input.words.disableSummary));
        }
        if (m_input.plan.deleteOn.isValid()) {
            entries.push_back(task("delete", m_input.plan.deleteOn, m_input.words.deleteSummary));
        }
        return write("account-plan.ics", icalendar(entries, m_input.now));
    }

    Status write(const char* name, const QByteArray& content)
    {
        const QString fileName = m_input.caseNumber + u'-' + QLatin1String(name);
        if (Status written = AtomicFile::writeWhole(QDir(m_input.plan.target).filePath(fileName), content); !written) {
            return written;
        }
        m_outcome.outcome.files.append(fileName);
        return Done{};
    }

    const Input& m_input;
    Journal& m_journal;
    JobContext& m_job;
    Outcome m_outcome;
};

Status mayCarryOut(const HandoverCase& handover)
{
    const AccountPlan& plan = handover.topic<AccountPlan>();
    if (plan.way == AccountPlan::Way::Later || plan.target.isEmpty() || handover.receiptFiles()) {
        return notNow();
    }
    return Done{};
}

} // namespace

QStringList chosenGroups(const QStringList& groups, const QStringList& wanted)
{
    QStringList chosen;
    for (const QString& group : groups) {
        if (wanted.contains(group, Qt::CaseInsensitive) || wanted.contains(firstValue(group), Qt::CaseInsensitive)) {
            chosen.append(group);
        }
    }
    return chosen;
}

std::vector<AccountAct> actsOfTheEnd(const AccountPlan& plan, const QStringList& groups)
{
    std::vector<AccountAct> acts{{AccountAct::Kind::Disable}};
    for (const QString& group : chosenGroups(groups, plan.leaveGroups)) {
        acts.push_back({AccountAct::Kind::LeaveGroup, {}, group});
    }
    return acts;
}

std::vector<AccountAct> actsNow(const AccountPlan& plan, const QStringList& groups, const QDateTime& now)
{
    std::vector<AccountAct> acts;
    if (plan.unlocks) {
        acts.push_back({AccountAct::Kind::Unlock});
    }
    const bool isDue = plan.isAtOnce || (plan.disableOn.isValid() && endOf(plan.disableOn) <= now);
    if (!isDue) {
        if (plan.disableOn.isValid()) {
            acts.push_back({AccountAct::Kind::Expire, endOf(plan.disableOn)});
        }
        return acts;
    }
    const std::vector<AccountAct> end = actsOfTheEnd(plan, groups);
    acts.insert(acts.end(), end.begin(), end.end());
    return acts;
}

std::vector<AccountAct> actsOfReturn(const AccountPlan& plan, const QStringList& groups)
{
    std::vector<AccountAct> acts{{AccountAct::Kind::Enable}, {AccountAct::Kind::NeverExpire}};
    for (const QString& group : chosenGroups(groups, plan.leaveGroups)) {
        acts.push_back({AccountAct::Kind::JoinGroup, {}, group});
    }
    return acts;
}

Result<Act> accountPlanAct(const ActContext& context, Secret password, AccountPlanWords words)
{
    HandoverCase& handover = context.handover;
    if (Status may = mayCarryOut(handover); !may) {
        return may.failure();
    }
    auto input = share(Input{handover.topic<AccountPlan>(), std::move(password), std::move(words),
                             handover.caseNumber(), handover.clock().now()});
    return makeAct<Outcome>(
        [input, &handover](JobContext& job) { return Carrying(*input, handover.journal(), job).run(); },
        [&handover](Outcome outcome) -> Status {
            if (outcome.entry) {
                if (Status kept = handover.setTopic<DirectoryEntry>(std::move(outcome.entry)); !kept) {
                    return kept;
                }
            }
            return handover.setTopic<AccountPlanOutcome>(std::move(outcome.outcome));
        });
}

Result<Act> reactivationAct(const ActContext& context, Secret password)
{
    HandoverCase& handover = context.handover;
    const AccountPlan& plan = handover.topic<AccountPlan>();
    const std::optional<DirectoryEntry>& entry = handover.topicIfSet<DirectoryEntry>();
    auto secret = share(std::move(password));
    const std::vector<AccountAct> acts = actsOfReturn(plan, entry ? entry->groups : QStringList());
    return makeAct<std::vector<ActReport>>(
        [secret, acts, plan, &handover](JobContext& job) -> Result<std::vector<ActReport>> {
            Result<std::unique_ptr<AccountDirectory>> directory = openFor(plan, *secret, job);
            if (!directory) {
                return directory.failure();
            }
            return performAll(**directory, acts, handover.journal(), job);
        },
        [](const std::vector<ActReport>&) -> Status { return Done{}; });
}

} // namespace staffelstab::handover
