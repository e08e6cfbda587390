// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/step_text.h"

namespace staffelstab::wizard_pages {

QString StepText::name(handover::Step step)
{
    switch (step) {
    case handover::Step::People:
        return tr("People");
    case handover::Step::Policy:
        return tr("Company policy");
    case handover::Step::Mailbox:
        return tr("Mailbox");
    case handover::Step::Separation:
        return tr("Separation");
    case handover::Step::PrivateMail:
        return tr("Private copy");
    case handover::Step::BusinessArchive:
        return tr("Business archive");
    case handover::Step::Successor:
        return tr("Successor");
    case handover::Step::Contacts:
        return tr("Contacts");
    case handover::Step::OutOfOffice:
        return tr("Out-of-office reply");
    case handover::Step::Files:
        return tr("Files");
    case handover::Step::Knowledge:
        return tr("Knowledge");
    case handover::Step::Equipment:
        return tr("Equipment");
    case handover::Step::Consents:
        return tr("Consents");
    case handover::Step::Password:
        return tr("Password");
    case handover::Step::AccountPlan:
        return tr("Account plan");
    case handover::Step::Review:
        return tr("Review");
    case handover::Step::LeaverSigns:
        return tr("Your signature");
    case handover::Step::KeyboardHandover:
        return tr("Hand the keyboard over");
    case handover::Step::SupervisorSigns:
        return tr("Countersignature");
    case handover::Step::Receipt:
        return tr("Handover receipt");
    }
    return {};
}

QString StepText::chapter(handover::Chapter chapter)
{
    switch (chapter) {
    case handover::Chapter::Start:
        return tr("Start");
    case handover::Chapter::Mail:
        return tr("Mail");
    case handover::Chapter::Belongings:
        return tr("Files, knowledge, equipment");
    case handover::Chapter::Account:
        return tr("Account");
    case handover::Chapter::Acknowledgement:
        return tr("Acknowledgement");
    case handover::Chapter::Receipt:
        return tr("Receipt");
    }
    return {};
}

QString StepText::blocker(const handover::Blocker& blocker)
{
    using enum handover::Blocker::Kind;
    switch (blocker.kind) {
    case LeaverMissing:
        return tr("The name of the person leaving is missing.");
    case SupervisorMissing:
        return tr("The name of the supervisor is missing.");
    case LastDayMissing:
        return tr("The last working day is missing.");
    case ContractBeforeLastDay:
        return tr("The end of the contract is before the last working day.");
    case PolicyUnread:
        return tr("The company policy has not been confirmed as read.");
    case NoMailbox:
        return tr("No mailbox has been added.");
    case NotScanned:
        return tr("The mailbox has not been read yet.");
    case Undecided:
        return tr("%n message(s) are still undecided.", "", static_cast<int>(blocker.count));
    case TakeawayOpen:
        return tr("It is still open what happens to %n private message(s).", "", static_cast<int>(blocker.count));
    case RemovalOpen:
        return tr("%n private message(s) are copied but still in the mailbox.", "", static_cast<int>(blocker.count));
    case ArchiveOpen:
        return tr("The business archive has not been written.");
    case SuccessorOpen:
        return tr("What the successor gets on the mail server has not been done.");
    case ContactsOpen:
        return tr("It is still open who is told that you are leaving.");
    case ReplyOpen:
        return tr("It is still open who answers when you are gone.");
    case FilesOpen:
        return tr("It is still open whose the files are.");
    case FileRemovalOpen:
        return tr("%n private file(s) are copied but still on this computer.", "", static_cast<int>(blocker.count));
    case KnowledgeOpen:
        return tr("It is still open how your knowledge is passed on.");
    case EquipmentOpen:
        return blocker.count > 0
                   ? tr("It is still open what becomes of %n thing(s).", "", static_cast<int>(blocker.count))
                   : tr("The equipment has not been gone through.");
    case ConsentsOpen:
        return tr("The consents have not been answered yet.");
    case ConsentsUnsigned:
        return tr("The answers to the consents have not been signed.");
    case PasswordOpen:
        return tr("It is still open how the password is replaced.");
    case AccountPlanOpen:
        return tr("It is still open what happens to the account.");
    case NotReviewed:
        return tr("The receipt has not been reviewed.");
    case LeaverUnsigned:
        return tr("The signature of the person leaving is missing.");
    case KeyboardNotHandedOver:
        return tr("The keyboard has not been handed over.");
    case SupervisorUnsigned:
        return tr("The countersignature is missing.");
    }
    return {};
}

} // namespace staffelstab::wizard_pages
