// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/account_plan_text.h"

#include "handover/topics/consent_topics.h"
#include "wizard_pages/locale_text.h"

#include <algorithm>

namespace staffelstab::wizard_pages {

using directory::AccountAct;
using handover::AccountPlan;

namespace {

/** Only a directory that is reached tells what the change files need. */
bool writesChanges(const AccountPlan& plan)
{
    return plan.way == AccountPlan::Way::Helpdesk || !plan.login.url.isEmpty();
}

} // namespace

/** What the leaver did not agree to is not announced. */
bool AccountPlanText::mayReturn(const handover::HandoverCase& handover)
{
    const QList<checklists::Consent> consents = handover::consentsOf(handover);
    return std::all_of(consents.begin(), consents.end(), [](const checklists::Consent& consent) {
        return consent.offer.id != QLatin1String("reactivation") ||
               consent.answer.answer == checklists::ConsentAnswer::Answer::Yes;
    });
}

/** "Lea Gehtbald (l.gehtbald)". */
QString AccountPlanText::whose(const handover::HandoverCase& handover)
{
    const AccountPlan& plan = handover.topic<AccountPlan>();
    const QString& known = handover.topic<handover::DirectoryEntry>().accountName;
    const QString account = !plan.account.isEmpty() ? plan.account : !known.isEmpty() ? known : plan.login.user;
    const QString& name = handover.people().leaver.name;
    return account.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, account);
}

QString AccountPlanText::textForIt(const handover::HandoverCase& handover)
{
    const AccountPlan& plan = handover.topic<AccountPlan>();
    QStringList lines{tr("Account plan for %1").arg(whose(handover)), tr("Handover %1").arg(handover.caseNumber()),
                      QString()};
    if (plan.disableOn.isValid()) {
        lines += tr("1. Disable the account at the end of %1.").arg(dayText(plan.disableOn));
    } else {
        lines += tr("1. Disable the account.");
    }
    lines += plan.leaveGroups.isEmpty() ? tr("2. No group memberships are to be ended.")
                                        : tr("2. End these group memberships: %1.").arg(plan.leaveGroups.join(u';'));
    lines += !plan.deleteOn.isValid() ? tr("3. When it is deleted has not been decided.")
             : mayReturn(handover)
                 ? tr("3. Delete it not before %1. Until then it can be brought back.").arg(dayText(plan.deleteOn))
                 : tr("3. Delete it not before %1.").arg(dayText(plan.deleteOn));
    lines += QString();
    if (!writesChanges(plan)) {
        return lines.join(u'\n');
    }
    lines +=
        {tr("Change files for the directory (LDIF, RFC 2849):"),
         tr("account-end ends it, account-return takes that back, account-delete deletes it for good."),
         tr("Each is carried out with the directory's own tools, such as ldapmodify or ldifde."),
         tr("directory-entry is a copy of the entry as it was; after the deletion most of it is gone."), QString()};
    return lines.join(u'\n');
}

handover::AccountPlanWords AccountPlanText::words(const handover::HandoverCase& handover)
{
    const QString who = whose(handover);
    handover::AccountPlanWords words;
    words.disableSummary = tr("Disable the account of %1").arg(who);
    words.deleteSummary = tr("Delete the account of %1 (ask first)").arg(who);
    words.description =
        (writesChanges(handover.topic<AccountPlan>()) ? tr("Handover %1. The change files lie beside this calendar.")
                                                      : tr("Handover %1."))
            .arg(handover.caseNumber());
    words.text = textForIt(handover);
    words.endComment = tr("Ends the account of %1.").arg(who);
    words.returnComment = tr("Brings the account of %1 back. Use after account-end.").arg(who);
    words.deleteComment = tr("Deletes the account of %1 for good. Only after IT has confirmed it again.").arg(who);
    return words;
}

QString AccountPlanText::summary(const handover::AccountPlanOutcome& outcome)
{
    switch (outcome.way) {
    case AccountPlan::Way::Helpdesk:
        return tr("Done in the directory on %1.").arg(momentText(outcome.at));
    case AccountPlan::Way::Files:
        return tr("Written for IT on %1.").arg(momentText(outcome.at));
    case AccountPlan::Way::Later:
        break;
    }
    return tr("Left open; the receipt says so.");
}

QString AccountPlanText::deed(const AccountAct& act)
{
    const QString group = act.group.section(u',', 0, 0).section(u'=', 1);
    switch (act.kind) {
    case AccountAct::Kind::Disable:
        return tr("Account disabled");
    case AccountAct::Kind::Enable:
        return tr("Account enabled again");
    case AccountAct::Kind::Expire:
        return tr("Account ends on %1").arg(momentText(act.at));
    case AccountAct::Kind::NeverExpire:
        return tr("End of the account lifted");
    case AccountAct::Kind::LeaveGroup:
        return tr("Left the group %1").arg(group);
    case AccountAct::Kind::JoinGroup:
        return tr("Back in the group %1").arg(group);
    case AccountAct::Kind::Unlock:
        break;
    }
    return tr("Account unlocked");
}

QString AccountPlanText::deeds(const handover::AccountPlanOutcome& outcome)
{
    QStringList lines;
    for (const directory::ActReport& report : outcome.deeds) {
        const QString mark = report.isVerified ? QStringLiteral("✓ ") : QStringLiteral("✕ ");
        QString line = mark + deed(report.act);
        if (!report.isVerified) {
            line += tr(": reading it back shows that it is not so");
        } else if (report.wasSoBefore) {
            line += tr(" (was so before)");
        }
        lines += line;
    }
    return lines.join(u'\n');
}

} // namespace staffelstab::wizard_pages
