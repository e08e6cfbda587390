// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace staffelstab::directory {

/** An attribute and its values as they lie in the directory, binary or not. */
struct LdifAttribute
{
    QByteArray name;
    QList<QByteArray> values;
};

/** One step of a change record. */
struct LdifChange
{
    enum class Operation { Add, Delete, Replace };
    Operation operation = Operation::Replace;
    LdifAttribute attribute;
};

/**
 * LDIF (RFC 2849), which every directory's own tools read. Values that are not plain ASCII are written in base64;
 * lines are folded at 76 characters. A file begins with ldifHead(), records are put behind it.
 */
QByteArray ldifHead();
/** Lines that tools skip; `text` may have several. */
QByteArray ldifComment(const QString& text);
QByteArray ldifEntry(const QString& dn, const std::vector<LdifAttribute>& attributes);
QByteArray ldifModify(const QString& dn, const std::vector<LdifChange>& changes);
QByteArray ldifDelete(const QString& dn);

} // namespace staffelstab::directory
