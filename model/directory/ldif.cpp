// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldif.h"

#include <algorithm>

namespace staffelstab::directory {

namespace {

constexpr qsizetype longestLine = 76;

/** SAFE-STRING of the RFC, and no space at the end, which its note 8 asks to be in base64. */
bool isSafe(const QByteArray& value)
{
    if (value.isEmpty()) {
        return true;
    }
    if (value[0] == ' ' || value[0] == ':' || value[0] == '<' || value.back() == ' ') {
        return false;
    }
    return std::none_of(value.begin(), value.end(), [](char c) {
        return c == '\0' || c == '\n' || c == '\r' || static_cast<unsigned char>(c) > 127;
    });
}

QByteArray folded(const QByteArray& line)
{
    QByteArray lines = line.left(longestLine) + '\n';
    for (qsizetype at = longestLine; at < line.size(); at += longestLine - 1) {
        lines += ' ' + line.mid(at, longestLine - 1) + '\n';
    }
    return lines;
}

QByteArray line(const QByteArray& name, const QByteArray& value)
{
    if (value.isEmpty()) {
        return name + ":\n";
    }
    return folded(isSafe(value) ? name + ": " + value : name + ":: " + value.toBase64());
}

QByteArray lines(const LdifAttribute& attribute)
{
    QByteArray text;
    for (const QByteArray& value : attribute.values) {
        text += line(attribute.name, value);
    }
    return text;
}

QByteArray word(LdifChange::Operation operation)
{
    switch (operation) {
    case LdifChange::Operation::Add:
        return "add";
    case LdifChange::Operation::Delete:
        return "delete";
    case LdifChange::Operation::Replace:
        break;
    }
    return "replace";
}

} // namespace

QByteArray ldifHead()
{
    return "version: 1\n";
}

QByteArray ldifComment(const QString& text)
{
    QByteArray comment;
    for (const QByteArray& each : text.toUtf8().replace('\r', QByteArray()).split('\n')) {
        comment += "# " + each + '\n';
    }
    return '\n' + comment;
}

QByteArray ldifEntry(const QString& dn, const std::vector<LdifAttribute>& attributes)
{
    QByteArray record = '\n' + line("dn", dn.toUtf8());
    for (const LdifAttribute& attribute : attributes) {
        record += lines(attribute);
    }
    return record;
}

QByteArray ldifModify(const QString& dn, const std::vector<LdifChange>& changes)
{
    QByteArray record = '\n' + line("dn", dn.toUtf8()) + "changetype: modify\n";
    for (const LdifChange& change : changes) {
        record += line(word(change.operation), change.attribute.name) + lines(change.attribute) + "-\n";
    }
    return record;
}

QByteArray ldifDelete(const QString& dn)
{
    return '\n' + line("dn", dn.toUtf8()) + "changetype: delete\n";
}

} // namespace staffelstab::directory
