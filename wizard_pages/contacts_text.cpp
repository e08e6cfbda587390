// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/contacts_text.h"

namespace staffelstab::wizard_pages {

using Way = handover::ContactsChoice::Way;

QString ContactsText::proof(const handover::ContactsOutcome& outcome, const handover::LetterCounts& letters,
                            const QString& folder)
{
    QStringList lines;
    if (letters.sent > 0) {
        lines << tr("✓ %n letter(s) sent one by one; the mail server took each of them.", "",
                    static_cast<int>(letters.sent));
    }
    if (letters.handed > 0) {
        lines << tr("✓ %n letter(s) prepared; please send them from your mail program.", "",
                    static_cast<int>(letters.handed));
        lines << (outcome.way == Way::Files ? tr("They are in %1, one file for each person.").arg(folder)
                                            : tr("They are in the drafts folder of your mailbox."));
    }
    if (letters.refused > 0) {
        lines << tr("%n letter(s) refused by the mail server. The list shows to whom; you can try again.", "",
                    static_cast<int>(letters.refused));
    }
    if (letters.unclear > 0) {
        lines << tr("%n letter(s) may have arrived: the connection ended while it was handed in. To avoid a second "
                    "copy it is not sent again; please ask the person.",
                    "", static_cast<int>(letters.unclear));
    }
    if (lines.isEmpty()) {
        lines << tr("Nobody was written to.");
    }
    if (outcome.listed > 0) {
        lines << tr("✓ List of %n business contact(s), read back and compared:", "", static_cast<int>(outcome.listed))
              << outcome.csvFile << outcome.cardFile;
    }
    return lines.join(u'\n');
}

QString ContactsText::fault(handover::ContactsFault fault)
{
    using enum handover::ContactsFault;
    switch (fault) {
    case PrivateBesideList:
        return tr("Private letters must not be in the folder of the list that the supervisor gets.");
    case NoServer:
        return tr("The mail server or the user name is missing.");
    case NoMailbox:
        return tr("Drafts need a mailbox on a server.");
    case NoFolder:
        return tr("The folder for the letters is missing.");
    case TooFast:
        return tr("Between 1 and 120 letters a minute can be sent.");
    }
    return {};
}

QString ContactsText::deed(Way way, int letters, bool writesList)
{
    if (letters == 0 || way == Way::None) {
        return writesList ? tr("Write the list") : tr("Go on without writing");
    }
    switch (way) {
    case Way::Drafts:
        return tr("Save %n draft(s)", "", letters);
    case Way::Files:
        return tr("Write %n letter(s)", "", letters);
    default:
        return tr("Send %n letter(s)", "", letters);
    }
}

} // namespace staffelstab::wizard_pages
