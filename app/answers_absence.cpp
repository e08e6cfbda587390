// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers_reader.h"

#include <QDir>

namespace staffelstab::app {

namespace {

Answers::OutOfOffice readReply(TomlTable& table, const QDir& folder)
{
    using Way = handover::ReplyChoice::Way;
    static const QStringList ways{QStringLiteral("server"), QStringLiteral("pasted"), QStringLiteral("none")};
    Answers::OutOfOffice reply;
    reply.way = static_cast<Way>(ways.indexOf(table.choice(QStringLiteral("way"), ways, ways.first())));
    reply.server.host = table.text(QStringLiteral("host"));
    reply.server.port = static_cast<quint16>(table.integer(QStringLiteral("port"), 1, 65535, 4190));
    reply.server.user = table.text(QStringLiteral("user"));
    reply.server.caFile = readPath(table, QStringLiteral("ca_file"), folder);
    reply.passwordFile = readPath(table, QStringLiteral("password_file"), folder);
    reply.from = table.date(QStringLiteral("from"));
    reply.until = table.date(QStringLiteral("until"));
    reply.addresses = table.texts(QStringLiteral("addresses"));
    reply.internalDomains = table.texts(QStringLiteral("internal_domains"));
    reply.privateAddress = table.text(QStringLiteral("private_address")).trimmed();
    reply.internal = {table.text(QStringLiteral("internal_subject")), table.text(QStringLiteral("internal_text"))};
    reply.external = {table.text(QStringLiteral("external_subject")), table.text(QStringLiteral("external_text"))};
    if (!reply.server.host.isEmpty()) {
        demand(table, QStringLiteral("user"), !reply.server.user.isEmpty());
        demand(table, QStringLiteral("password_file"), !reply.passwordFile.isEmpty());
    }
    return reply;
}

Answers::FileRule readFileRule(TomlTable& table, const QDir& folder)
{
    Answers::FileRule rule;
    rule.path = readPath(table, QStringLiteral("path"), folder);
    demand(table, QStringLiteral("path"), !rule.path.isEmpty());
    const QString verdict = table.choice(QStringLiteral("verdict"),
                                         {QStringLiteral("private"), QStringLiteral("business"),
                                          QStringLiteral("protected"), QStringLiteral("undecided")},
                                         QStringLiteral("undecided"));
    rule.verdict = verdictFromName(verdict).value_or(Verdict::Undecided);
    return rule;
}

Answers::Files readFileAnswers(TomlTable& table, const QDir& folder)
{
    Answers::Files files;
    const QStringList roots = table.texts(QStringLiteral("roots"));
    for (const QString& root : roots) {
        files.roots.append(QDir::cleanPath(folder.absoluteFilePath(root)));
    }
    for (TomlTable& rule : table.tables(QStringLiteral("rules"))) {
        files.rules.push_back(readFileRule(rule, folder));
    }
    files.acceptsSuggestions =
        table.choice(QStringLiteral("suggestions"), {QStringLiteral("accept"), QStringLiteral("ignore")},
                     QStringLiteral("ignore")) == QStringLiteral("accept");
    files.privateTarget = readPath(table, QStringLiteral("private_target"), folder);
    files.businessTarget = readPath(table, QStringLiteral("business_target"), folder);
    files.passphraseFile = readPath(table, QStringLiteral("passphrase_file"), folder);
    files.removesPrivate = table.boolean(QStringLiteral("remove_private"), true);
    demand(table, QStringLiteral("roots"), !files.roots.isEmpty());
    return files;
}

} // namespace

void readAbsence(TomlTable& root, Answers& answers, const QDir& folder)
{
    if (auto table = root.table(QStringLiteral("out_of_office"))) {
        answers.outOfOffice = readReply(*table, folder);
    }
    if (auto table = root.table(QStringLiteral("files"))) {
        answers.files = readFileAnswers(*table, folder);
    }
}

} // namespace staffelstab::app
