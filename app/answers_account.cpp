// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers_reader.h"

#include <QDir>

namespace staffelstab::app {

namespace {

using handover::AccountPlan;
using secrets::RotationFault;
using secrets::SecretToRotate;

Answers::AccountPlan readPlan(TomlTable& table, const QDir& folder)
{
    static const QStringList ways{QStringLiteral("helpdesk"), QStringLiteral("files"), QStringLiteral("later")};
    Answers::AccountPlan answers;
    AccountPlan& plan = answers.plan;
    plan.way = static_cast<AccountPlan::Way>(ways.indexOf(table.choice(QStringLiteral("way"), ways, ways[1])));
    const QString when = table.choice(QStringLiteral("disable"), {QStringLiteral("on_date"), QStringLiteral("now")},
                                      QStringLiteral("on_date"));
    plan.isAtOnce = when == QStringLiteral("now");
    plan.disableOn = table.date(QStringLiteral("disable_on"));
    plan.deleteOn = table.date(QStringLiteral("delete_on"));
    plan.leaveGroups = table.texts(QStringLiteral("leave_groups"));
    answers.hasGroups = table.has(QStringLiteral("leave_groups"));
    plan.unlocks = table.boolean(QStringLiteral("unlock"), false);
    plan.target = readPath(table, QStringLiteral("target"), folder);
    plan.account = table.text(QStringLiteral("account"));
    const bool isHere = plan.way == AccountPlan::Way::Helpdesk;
    if (isHere || table.has(QStringLiteral("url")) || table.has(QStringLiteral("user"))) {
        answers.login = readLogin(table, folder);
        plan.login = answers.login.login;
    }
    demand(table, QStringLiteral("target"), plan.way == AccountPlan::Way::Later || !plan.target.isEmpty());
    demand(table, QStringLiteral("account"), !isHere || !plan.account.isEmpty());
    if (plan.isAtOnce && !isHere) {
        table.fail(QStringLiteral("disable"), QStringLiteral("only way = \"helpdesk\" can disable now"));
    }
    return answers;
}

QString sentence(RotationFault fault)
{
    switch (fault) {
    case RotationFault::NameMissing:
        return QStringLiteral("name is missing");
    case RotationFault::OwnerMissing:
        return QStringLiteral("owner is missing");
    case RotationFault::DueMissing:
        return QStringLiteral("due is missing");
    case RotationFault::LooksLikeSecret:
    case RotationFault::None:
        break;
    }
    return QStringLiteral("this looks like a password or a key; only its name belongs here");
}

SecretToRotate readSecret(TomlTable& table)
{
    static const QStringList kinds{QStringLiteral("shared_account"), QStringLiteral("service_account"),
                                   QStringLiteral("second_factor"), QStringLiteral("key"), QStringLiteral("other")};
    SecretToRotate line;
    line.kind =
        static_cast<SecretToRotate::Kind>(kinds.indexOf(table.choice(QStringLiteral("kind"), kinds, kinds.last())));
    line.name = table.text(QStringLiteral("name")).simplified();
    line.owner = table.text(QStringLiteral("owner")).simplified();
    line.due = table.date(QStringLiteral("due"));
    line.isDone = table.boolean(QStringLiteral("done"), false);
    if (const RotationFault fault = secrets::faultOf(line); fault != RotationFault::None) {
        table.fail(QStringLiteral("name"), sentence(fault));
    }
    return line;
}

} // namespace

Answers::Login readLogin(TomlTable& table, const QDir& folder)
{
    Answers::Login login;
    const QString text = table.text(QStringLiteral("url"));
    login.login.url = QUrl(text, QUrl::StrictMode);
    const QString scheme = login.login.url.scheme();
    const bool isLdap = (scheme == QStringLiteral("ldaps") || scheme == QStringLiteral("ldap")) &&
                        !login.login.url.host().isEmpty() && login.login.url.userInfo().isEmpty();
    login.login.usesTicket = table.boolean(QStringLiteral("ticket"), false);
    login.login.user = table.text(QStringLiteral("user"));
    login.passwordFile = readPath(table, QStringLiteral("password_file"), folder);
    login.login.caFile = readPath(table, QStringLiteral("ca_file"), folder);
    // Without an address DNS is asked for the servers of the user's domain.
    const bool isFindable = text.isEmpty() && (login.login.usesTicket || login.login.user.contains(u'@'));
    if (!isLdap && !isFindable) {
        table.fail(QStringLiteral("url"),
                   QStringLiteral("url must be an address that begins with ldaps:// or ldap://"));
    }
    demand(table, QStringLiteral("user"), login.login.usesTicket || !login.login.user.isEmpty());
    demand(table, QStringLiteral("password_file"), login.login.usesTicket || !login.passwordFile.isEmpty());
    return login;
}

void readAccount(TomlTable& root, Answers& answers, const QDir& folder)
{
    if (auto table = root.table(QStringLiteral("directory"))) {
        answers.directory = readLogin(*table, folder);
        answers.directory->account = table->text(QStringLiteral("account"));
    }
    if (auto table = root.table(QStringLiteral("account"))) {
        answers.account = readPlan(*table, folder);
    }
    for (TomlTable& table : root.tables(QStringLiteral("secret"))) {
        answers.secretsToRotate.push_back(readSecret(table));
    }
}

} // namespace staffelstab::app
