// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/mailbox_access.h"

#include <map>

namespace staffelstab::handover {

QString loginKey(const mail::MailboxSource& source)
{
    return QStringLiteral("mailbox ") + mail::describe(source);
}

Result<std::vector<MailboxLogin>> collectLogins(const HandoverCase& handover, secrets::SecretStore& secrets,
                                                std::vector<Secret> passwords)
{
    std::vector<MailboxLogin> logins;
    for (std::size_t i = 0; i < handover.mailboxes().size(); ++i) {
        MailboxLogin login{handover.mailboxes()[i], i < passwords.size() ? std::move(passwords[i]) : Secret()};
        if (login.source.kind == mail::StoreKind::Imap && login.password.isEmpty()) {
            Result<Secret> kept = secrets.read(loginKey(login.source));
            if (!kept) {
                // For the leaver this is a login that must be typed again, whatever the key store's reason.
                return Failure{Failure::Kind::LoginRefused, mail::describe(login.source), kept.failure().detail};
            }
            login.password = std::move(*kept);
        }
        logins.push_back(std::move(login));
    }
    return logins;
}

Result<Secret> accountPassword(const HandoverCase& handover, secrets::SecretStore& secrets, const QString& key,
                               const QString& host, const QString& user)
{
    Result<Secret> kept = secrets.read(key);
    if (kept) {
        return kept;
    }
    for (const mail::MailboxSource& source : handover.mailboxes()) {
        if (source.kind == mail::StoreKind::Imap && source.user == user && source.host == host) {
            if (Result<Secret> same = secrets.read(loginKey(source)); same) {
                return same;
            }
        }
    }
    return Failure{Failure::Kind::LoginRefused, host, kept.failure().detail};
}

std::vector<WantedMail> wantedMail(const HandoverCase& handover, separation::Verdict verdict)
{
    const separation::MessageTable& table = handover.messages();
    std::map<quint32, std::vector<separation::Row>> byFolder;
    for (separation::Row row = 0; row < table.size(); ++row) {
        if (handover.plan().verdict(row) == verdict) {
            byFolder[table.folder(row)].push_back(row);
        }
    }
    std::map<quint16, WantedMail> byMailbox;
    for (auto& [number, rows] : byFolder) {
        const separation::TableFolder& folder = table.folders()[number];
        WantedMail& wanted = byMailbox[folder.mailbox];
        wanted.mailbox = folder.mailbox;
        wanted.messages += static_cast<quint32>(rows.size());
        const std::size_t size = rows.size();
        const auto chosen = std::make_shared<const std::vector<separation::Row>>(std::move(rows));
        const auto make = [&table, chosen](std::size_t at) { return table.ref((*chosen)[at]); };
        wanted.folders.push_back({folder.folder, archive::MessageRefs(size, make)});
        wanted.tableFolders.push_back(number);
    }
    std::vector<WantedMail> all;
    all.reserve(byMailbox.size());
    for (auto& [mailbox, wanted] : byMailbox) {
        all.push_back(std::move(wanted));
    }
    return all;
}

Result<OpenedMail> openWanted(const std::vector<WantedMail>& wanted, const std::vector<MailboxLogin>& logins,
                              JobContext& job)
{
    OpenedMail opened;
    for (const WantedMail& one : wanted) {
        const MailboxLogin& login = logins[one.mailbox];
        Result<std::unique_ptr<mail::MailStore>> store = mail::openMailStore(login.source, login.password, job);
        if (!store) {
            return store.failure();
        }
        opened.selections.push_back({store->get(), mail::describe(login.source), one.folders});
        opened.stores.push_back(std::move(*store));
    }
    return opened;
}

} // namespace staffelstab::handover
