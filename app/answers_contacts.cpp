// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers_reader.h"

#include <QDir>

namespace staffelstab::app {

using handover::ContactsChoice;
using Way = ContactsChoice::Way;

namespace {

void readServer(TomlTable& table, Answers::Contacts& contacts, const QDir& folder)
{
    using Security = reply::SmtpServer::Security;
    reply::SmtpServer& server = contacts.server;
    server.host = table.text(QStringLiteral("host"));
    server.port = static_cast<quint16>(table.integer(QStringLiteral("port"), 0, 65535, 0));
    const QString tls = QStringLiteral("tls");
    server.security =
        table.choice(QStringLiteral("security"), {QStringLiteral("starttls"), tls}, QStringLiteral("starttls")) == tls
            ? Security::Tls
            : Security::StartTls;
    server.user = table.text(QStringLiteral("user"));
    server.caFile = readPath(table, QStringLiteral("ca_file"), folder);
    contacts.passwordFile = readPath(table, QStringLiteral("password_file"), folder);
    contacts.perMinute =
        static_cast<int>(table.integer(QStringLiteral("per_minute"), 1, 120, ContactsChoice::usualPerMinute));
    if (!server.host.isEmpty()) {
        demand(table, QStringLiteral("user"), !server.user.isEmpty());
    }
    demand(table, QStringLiteral("password_file"), contacts.way != Way::Send || !contacts.passwordFile.isEmpty());
}

} // namespace

void readContacts(TomlTable& root, Answers& answers, const QDir& folder)
{
    auto table = root.table(QStringLiteral("contacts"));
    if (!table) {
        return;
    }
    static const QStringList ways{QStringLiteral("send"), QStringLiteral("drafts"), QStringLiteral("files"),
                                  QStringLiteral("none")};
    Answers::Contacts contacts;
    contacts.way = static_cast<Way>(ways.indexOf(table->choice(QStringLiteral("way"), ways, ways.last())));
    demand(*table, QStringLiteral("way"), table->has(QStringLiteral("way")));
    readServer(*table, contacts, folder);
    const auto mailboxes = static_cast<qint64>(answers.mailboxes.size());
    contacts.mailbox =
        static_cast<int>(table->integer(QStringLiteral("mailbox"), 0, std::max<qint64>(mailboxes - 1, 0), -1));
    contacts.lettersTarget = readPath(*table, QStringLiteral("letters_target"), folder);
    demand(*table, QStringLiteral("letters_target"), contacts.way != Way::Files || !contacts.lettersTarget.isEmpty());
    contacts.privateAddress = table->text(QStringLiteral("private_address")).trimmed();
    contacts.farewell = {table->text(QStringLiteral("farewell_subject")), table->text(QStringLiteral("farewell_text"))};
    contacts.isNoticeWanted = table->boolean(QStringLiteral("notice"), false);
    contacts.notice = {table->text(QStringLiteral("notice_subject")), table->text(QStringLiteral("notice_text"))};
    contacts.listTarget = readPath(*table, QStringLiteral("list_target"), folder);
    for (const QString& address : table->texts(QStringLiteral("without"))) {
        contacts.without.append(address.trimmed().toLower());
    }
    answers.contacts = std::move(contacts);
}

} // namespace staffelstab::app
