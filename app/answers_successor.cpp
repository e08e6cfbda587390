// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers_reader.h"

#include <QDir>

namespace staffelstab::app {

using handover::SuccessorChoice;

namespace {

void readCopy(TomlTable& table, Answers::Successor& successor, const QDir& folder)
{
    successor.choice.folder = table.text(QStringLiteral("folder")).trimmed();
    demand(table, QStringLiteral("folder"), !successor.choice.folder.isEmpty());
    auto server = table.table(QStringLiteral("mailbox"));
    demand(table, QStringLiteral("mailbox"), server.has_value());
    if (server) {
        Answers::Mailbox mailbox;
        mailbox.source.kind = mail::StoreKind::Imap;
        readServer(*server, mailbox, folder);
        successor.choice.target = mailbox.source;
        successor.passwordFile = mailbox.passwordFile;
    }
}

void readShare(TomlTable& table, const Answers& answers, Answers::Successor& successor)
{
    const QString key = QStringLiteral("mailbox");
    const auto mailboxes = static_cast<qint64>(answers.mailboxes.size());
    successor.choice.mailbox = static_cast<int>(table.integer(key, 0, std::max<qint64>(mailboxes - 1, 0), 0));
    const bool isServer =
        mailboxes > 0 &&
        answers.mailboxes[static_cast<std::size_t>(successor.choice.mailbox)].source.kind == mail::StoreKind::Imap;
    if (!isServer) {
        table.fail(key, QStringLiteral("only folders of an imap mailbox can be shared"));
    }
    successor.choice.identifier = table.text(QStringLiteral("identifier")).trimmed();
    successor.choice.folders = table.texts(QStringLiteral("folders"));
    demand(table, QStringLiteral("identifier"), !successor.choice.identifier.isEmpty());
    demand(table, QStringLiteral("folders"), !successor.choice.folders.isEmpty());
}

} // namespace

void readSuccessor(TomlTable& root, Answers& answers, const QDir& folder)
{
    auto table = root.table(QStringLiteral("successor"));
    if (!table) {
        return;
    }
    Answers::Successor successor;
    const QString key = QStringLiteral("way");
    const QString way = table->choice(key, {QStringLiteral("copy"), QStringLiteral("share")}, QStringLiteral("copy"));
    demand(*table, key, table->has(key));
    if (way == QStringLiteral("copy")) {
        successor.choice.way = SuccessorChoice::Way::Copy;
        readCopy(*table, successor, folder);
    } else {
        successor.choice.way = SuccessorChoice::Way::Share;
        readShare(*table, answers, successor);
    }
    answers.successor = std::move(successor);
}

} // namespace staffelstab::app
