// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/mbox_format.h"

#include <QLocale>

namespace staffelstab::archive {

namespace {

constexpr QByteArrayView fromWord("From ");

} // namespace

QByteArray mboxFromLine(const QString& sender, const QDateTime& date)
{
    QByteArray address;
    for (const QChar c : sender) {
        if (c.unicode() > 0x20 && c.unicode() < 0x7F) {
            address += c.toLatin1();
        }
    }
    const QDateTime when = date.isValid() ? date.toUTC() : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    const QString day = QLocale::c().toString(when, QStringLiteral("ddd MMM %1 HH:mm:ss yyyy"));
    const QString padded = day.arg(when.date().day(), 2);
    return "From " +
           (address.isEmpty() ? QByteArray("MAILER-DAEMON") : address.first(std::min<qsizetype>(address.size(), 300))) +
           ' ' + padded.toLatin1();
}

void MboxQuoting::lineStart(char c, QByteArray& to)
{
    if (c == '>' && m_matched == 0) {
        if (m_hasHeldMark) {
            to += '>';
        }
        m_hasHeldMark = true;
        return;
    }
    if (c == fromWord[m_matched]) {
        if (++m_matched < fromWord.size()) {
            return;
        }
        // The mark added or taken away is the last one: the line is the same as if it were the first.
        const int marks = (m_hasHeldMark ? 1 : 0) + (m_way == Way::Quote ? 1 : -1);
        to.append(std::max(marks, 0), '>').append(fromWord.data(), fromWord.size());
        m_hasHeldMark = false;
        m_matched = 0;
        m_isAtLineStart = false;
        return;
    }
    finish(to);
    to += c;
    m_isAtLineStart = c == '\n';
}

void MboxQuoting::convert(QByteArrayView bytes, QByteArray& to)
{
    while (!bytes.isEmpty()) {
        if (m_isAtLineStart) {
            lineStart(bytes.front(), to);
            bytes = bytes.sliced(1);
            continue;
        }
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView line = bytes.first(end < 0 ? bytes.size() : end + 1);
        to.append(line.data(), line.size());
        bytes = bytes.sliced(line.size());
        m_isAtLineStart = end >= 0;
    }
}

void MboxQuoting::finish(QByteArray& to)
{
    if (m_hasHeldMark) {
        to += '>';
    }
    to.append(fromWord.data(), m_matched);
    m_hasHeldMark = false;
    m_matched = 0;
    m_isAtLineStart = true;
}

} // namespace staffelstab::archive
