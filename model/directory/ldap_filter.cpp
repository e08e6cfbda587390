// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_filter.h"

#include <QRegularExpression>

namespace staffelstab::directory {

QByteArray escapedForFilter(const QString& value)
{
    QByteArray escaped;
    const QByteArray utf8 = value.toUtf8();
    for (const char c : utf8) {
        if (c == '*' || c == '(' || c == ')' || c == '\\' || c == '\0') {
            escaped.append('\\').append(QByteArray(1, c).toHex());
        } else {
            escaped.append(c);
        }
    }
    return escaped;
}

bool looksLikeDn(const QString& user)
{
    static const QRegularExpression shape(QStringLiteral("^([A-Za-z][A-Za-z0-9-]*|[0-9]+(\\.[0-9]+)+)\\s*=.+"),
                                          QRegularExpression::DotMatchesEverythingOption);
    return shape.match(user).hasMatch();
}

QByteArray activeDirectoryFilter(const QString& user)
{
    const QString account = user.contains(u'\\') ? user.section(u'\\', 1) : user.section(u'@', 0, 0);
    return "(&(objectCategory=person)(objectClass=user)(|(userPrincipalName=" + escapedForFilter(user) +
           ")(sAMAccountName=" + escapedForFilter(account) + ")(mail=" + escapedForFilter(user) + ")))";
}

QByteArray plainFilter(const QString& user)
{
    const QByteArray value = escapedForFilter(user);
    return "(|(uid=" + value + ")(mail=" + value + ")(cn=" + value + "))";
}

} // namespace staffelstab::directory
