// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/mail_selection.h"
#include "handover/handover_case.h"
#include "secrets/secret_store.h"

#include <memory>
#include <vector>

namespace staffelstab::handover {

/** A mailbox to open and its password, ready to be moved to the thread that opens it. */
struct MailboxLogin
{
    mail::MailboxSource source;
    Secret password;
};

/** Name of the login in the key store. */
QString loginKey(const mail::MailboxSource& source);

/** The case's mailboxes with the given passwords; an empty one is looked up in the key store. */
Result<std::vector<MailboxLogin>> collectLogins(const HandoverCase& handover, secrets::SecretStore& secrets,
                                                std::vector<Secret> passwords);

/** The login `key` of the key store for another service of a mail server, else that of the user's mailbox there. */
Result<Secret> accountPassword(const HandoverCase& handover, secrets::SecretStore& secrets, const QString& key,
                               const QString& host, const QString& user);

/**
 * Which messages of which mailbox; made on the case's thread, used on the worker's. The references are taken from the
 * case's table when they are asked for; no scan can replace it while an act runs.
 */
struct WantedMail
{
    /** Index into HandoverCase::mailboxes(). */
    quint16 mailbox = 0;
    std::vector<archive::FolderSelection> folders;
    /** Index into MessageTable::folders() for each entry of `folders`. */
    std::vector<quint32> tableFolders;
    quint32 messages = 0;
};

/** All messages of one verdict, by mailbox and folder. */
std::vector<WantedMail> wantedMail(const HandoverCase& handover, separation::Verdict verdict);

/** Open mailboxes and the selection that reads from them. */
struct OpenedMail
{
    std::vector<std::unique_ptr<mail::MailStore>> stores;
    std::vector<archive::MailSelection> selections;
};

Result<OpenedMail> openWanted(const std::vector<WantedMail>& wanted, const std::vector<MailboxLogin>& logins,
                              JobContext& job);

} // namespace staffelstab::handover
