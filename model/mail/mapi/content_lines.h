// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace staffelstab::mail::mapi {

/** Text of vCard and iCalendar (RFC 6350 and RFC 5545 section 3): escaped, folded at 75 bytes, CRLF. */
class ContentLines
{
public:
    /** `name` may hold parameters ("TEL;TYPE=WORK"); an empty value makes no line. */
    void add(const QByteArray& name, const QString& value);
    /** `value` as it is: dates, numbers, and structured values that were escaped in their parts. */
    void addRaw(const QByteArray& name, const QByteArray& value);
    [[nodiscard]] const QByteArray& text() const { return m_text; }

    /** Backslash, comma, semicolon and line breaks escaped. */
    static QByteArray escaped(const QString& value);
    /** "20261125T175000Z". */
    static QByteArray utc(const QDateTime& time);

private:
    QByteArray m_text;
};

} // namespace staffelstab::mail::mapi
