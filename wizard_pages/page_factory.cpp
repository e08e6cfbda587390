// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/page_factory.h"

#include "wizard_pages/account_plan_page.h"
#include "wizard_pages/business_archive_page.h"
#include "wizard_pages/consents_page.h"
#include "wizard_pages/contacts_page.h"
#include "wizard_pages/equipment_page.h"
#include "wizard_pages/files_page.h"
#include "wizard_pages/keyboard_handover_page.h"
#include "wizard_pages/knowledge_page.h"
#include "wizard_pages/leaver_signs_page.h"
#include "wizard_pages/mailbox_page.h"
#include "wizard_pages/out_of_office_page.h"
#include "wizard_pages/password_page.h"
#include "wizard_pages/people_page.h"
#include "wizard_pages/policy_page.h"
#include "wizard_pages/private_mail_page.h"
#include "wizard_pages/receipt_page.h"
#include "wizard_pages/review_page.h"
#include "wizard_pages/separation_page.h"
#include "wizard_pages/successor_page.h"
#include "wizard_pages/supervisor_signs_page.h"

namespace staffelstab::wizard_pages {

StepPage* makePage(handover::Step step, handover::HandoverCase& handover, handover::HandoverActs& acts,
                   const AppContext& context, QWidget* parent)
{
    switch (step) {
    case handover::Step::People:
        return new PeoplePage(handover, acts, context.prompts, parent);
    case handover::Step::Policy:
        return new PolicyPage(handover, parent);
    case handover::Step::Mailbox:
        return new MailboxPage(handover, acts, context.prompts, parent);
    case handover::Step::Separation:
        return new SeparationPage(handover, acts, context.prompts, parent);
    case handover::Step::PrivateMail:
        return new PrivateMailPage(handover, acts, context.prompts, parent);
    case handover::Step::BusinessArchive:
        return new BusinessArchivePage(handover, acts, context.prompts, parent);
    case handover::Step::Successor:
        return new SuccessorPage(handover, acts, context.prompts, parent);
    case handover::Step::Contacts:
        return new ContactsPage(handover, acts, context.prompts, parent);
    case handover::Step::OutOfOffice:
        return new OutOfOfficePage(handover, acts, context.prompts, parent);
    case handover::Step::Files:
        return new FilesPage(handover, acts, context.prompts, parent);
    case handover::Step::Knowledge:
        return new KnowledgePage(handover, parent);
    case handover::Step::Equipment:
        return new EquipmentPage(handover, context.prompts, parent);
    case handover::Step::Consents:
        return new ConsentsPage(handover, acts, context.prompts, parent);
    case handover::Step::Password:
        return new PasswordPage(handover, acts, context.prompts, parent);
    case handover::Step::AccountPlan:
        return new AccountPlanPage(handover, acts, context.prompts, parent);
    case handover::Step::Review:
        return new ReviewPage(handover, parent);
    case handover::Step::LeaverSigns:
        return new LeaverSignsPage(handover, acts, context.prompts, parent);
    case handover::Step::KeyboardHandover:
        return new KeyboardHandoverPage(handover, acts, context.prompts, parent);
    case handover::Step::SupervisorSigns:
        return new SupervisorSignsPage(handover, acts, context.prompts, parent);
    case handover::Step::Receipt:
        return new ReceiptPage(handover, acts, context.prompts, parent);
    }
    return nullptr;
}

} // namespace staffelstab::wizard_pages
