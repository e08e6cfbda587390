// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/due_text.h"

namespace staffelstab::wizard_pages {

QString DueText::of(const handover::DueDate& due)
{
    switch (due.kind) {
    case handover::DueDate::Kind::AccountDeletion:
        return tr("Delete the account of %1 (handover %2)").arg(due.leaver, due.caseNumber);
    case handover::DueDate::Kind::ReceiptRetention:
        return tr("The receipt of %1 (handover %2) may be destroyed").arg(due.leaver, due.caseNumber);
    case handover::DueDate::Kind::ReplyEnd:
        return tr("The out-of-office reply of %1 ends (handover %2)").arg(due.leaver, due.caseNumber);
    case handover::DueDate::Kind::ConsentEnd:
        return tr("A consent of %1 ends: %2 (handover %3)").arg(due.leaver, due.subject, due.caseNumber);
    }
    return {};
}

} // namespace staffelstab::wizard_pages
