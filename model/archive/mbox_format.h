// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace staffelstab::archive {

/**
 * "From sender Thu Mar  5 09:00:00 2026" without line end: the line in front of each message of an mbox (RFC 4155).
 * Unknown parts become MAILER-DAEMON and 1970; the date is UTC.
 */
QByteArray mboxFromLine(const QString& sender, const QDateTime& date);

/**
 * mboxrd: every line that is "From " behind any number of '>' gets one more '>', so that taking one away gives back the
 * very same bytes. Line ends are left as they are. Fed in pieces of any size; keeps a few bytes only.
 */
class MboxQuoting
{
public:
    enum class Way { Quote, Unquote };

    explicit MboxQuoting(Way way) : m_way(way) {}
    /** Appends the other form of `bytes` to `to`; a few bytes may be held back until more comes. */
    void convert(QByteArrayView bytes, QByteArray& to);
    /** What was held back. The object starts anew. */
    void finish(QByteArray& to);

private:
    void lineStart(char c, QByteArray& to);

    Way m_way;
    /** Still among the '>' and the letters of "From " at the start of a line. */
    bool m_isAtLineStart = true;
    /** Last '>' seen, not yet given on: the one that goes if this is a From line. */
    bool m_hasHeldMark = false;
    qsizetype m_matched = 0;
};

} // namespace staffelstab::archive
