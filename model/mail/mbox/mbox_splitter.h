// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "mail/mbox/block_reader.h"

#include <optional>

namespace staffelstab::mail {

/** A stretch of an mbox file: a message, or bytes before the first one that belong to none. */
struct MboxEntry
{
    /** From the From_ line up to the next one: these add up to the whole file. */
    qint64 begin = 0;
    qint64 end = 0;
    /** The message itself: without the From_ line and the empty line that ends it. */
    qint64 message = 0;
    qint64 length = 0;
    /** Raw, cut off beyond headerLimit + 1 byte. */
    QByteArray header;
    /** What the window held behind the header, at most bodyStartLimit bytes; may reach beyond the message. */
    QByteArray bodyStart;
    bool isMessage = true;
};

/**
 * Finds the messages of an mbox in one pass: mboxo, mboxrd, mboxcl, mboxcl2, LF or CRLF. Which lines separate, see
 * isSeparator(). Content-Length is believed as long as every message so far had one that led to a From_ line or the
 * end: a single mail cannot hide those behind it with a made-up length. ">From " is left as it is, since a file does
 * not say whether it was quoted (mboxrd, mboxo) or written so.
 */
class MboxSplitter
{
public:
    /** All that the pass knows between two stretches. */
    struct Place
    {
        /** Where the next stretch begins. */
        qint64 offset = 0;
        bool believesLengths = true;

        bool operator==(const Place&) const = default;
    };

    /** From the beginning, or from where another pass over the same file was. */
    Status open(const QString& path, Place from = {0, true});
    [[nodiscard]] qint64 size() const { return m_reader.size(); }
    [[nodiscard]] Place place() const { return m_place; }
    /** The next stretch; nothing at the end of the file. */
    Result<std::optional<MboxEntry>> next(const JobContext& job);

private:
    struct Line
    {
        qint64 length = 0;
        bool isBlank = false;
    };
    Status skipBlankLines(qint64& at);
    Status findEnd(MboxEntry& entry, bool hasHeader, const JobContext& job);
    Result<bool> endsByLength(MboxEntry& entry, qint64 body);
    Result<std::optional<qint64>> separatorAfter(qint64 target);

    BlockReader m_reader;
    /** Looks ahead to where a Content-Length leads, so that the window of m_reader stays. */
    BlockReader m_ahead;
    Place m_place;
};

} // namespace staffelstab::mail
