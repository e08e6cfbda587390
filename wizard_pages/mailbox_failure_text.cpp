// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/failure_text.h"

namespace staffelstab::wizard_pages {

QString FailureText::unsoundMailbox(const QString& detail)
{
    if (detail == QLatin1String("cut_off")) {
        return tr("This file is shorter than its own header says, as after a copy that was broken off. There may be "
                  "messages that are not listed. Nothing was changed in it. Please get a whole copy and read it "
                  "again.");
    }
    if (detail == QLatin1String("folders_lost")) {
        return tr("Folders below this one cannot be read, so there may be messages that are not listed. Nothing "
                  "was changed in it. Please have the file repaired in Outlook, or get a whole copy, and read it "
                  "again.");
    }
    if (detail == QLatin1String("nothing_readable")) {
        return tr("This file is damaged, and nothing in it can be read. Nothing was changed in it. Please have it "
                  "repaired in Outlook, or get a whole copy of it.");
    }
    if (detail == QLatin1String("content_damaged")) {
        return tr("Checksums in this file do not fit its content, so it was damaged after Outlook wrote it. What is "
                  "listed may differ from what was written, and there may be messages that are not listed. Nothing "
                  "was changed in it. Please have the file repaired in Outlook, or get a sound copy, and read it "
                  "again.");
    }
    if (detail == QLatin1String("not_checked")) {
        return tr("The checksums in this file could not be compared to the end, so nobody knows whether it is "
                  "damaged. Nothing was changed in it. Please read it again.");
    }
    if (detail == QLatin1String("gone_not_proved")) {
        return tr("Whether this message is gone cannot be told, because a part of the file cannot be read. Please "
                  "have the file repaired in Outlook and check again.");
    }
    return {};
}

QString FailureText::noMailbox(const QString& detail)
{
    if (detail == QLatin1String("no Outlook data file")) {
        return tr("This is no Outlook data file. Nothing was changed. Please choose a file whose name ends in .pst or "
                  ".ost.");
    }
    if (detail == QLatin1String("no mbox file")) {
        return tr("There is no mbox file here. Nothing was changed. Please choose the file that holds the messages.");
    }
    if (detail == QLatin1String("no .eml or .msg file")) {
        return tr("There is no .eml or .msg file in this folder. Nothing was changed. Please choose another one.");
    }
    if (detail == QLatin1String("no folder cur or new")) {
        return tr("This is no Maildir: there is no folder “cur” or “new” in it. Nothing was changed. Please choose "
                  "another folder, or another kind of mailbox.");
    }
    if (detail == QLatin1String("no Thunderbird profile")) {
        return tr("There is no mail of Thunderbird in this folder. Nothing was changed. Please choose the folder of "
                  "the profile.");
    }
    if (detail == QLatin1String("not a folder")) {
        return tr(
            "This is a file, and this kind of mailbox is a folder. Nothing was changed. Please choose the folder, "
            "or another kind of mailbox.");
    }
    if (detail == QLatin1String("not a file")) {
        return tr("This is a folder, and a file is needed here. Nothing was changed. Please choose the file.");
    }
    return {};
}

} // namespace staffelstab::wizard_pages
