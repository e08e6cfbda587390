// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/mbox_splitter.h"

#include "mail/header_block.h"
#include "mail/mail_store.h"
#include "mail/mbox/from_line.h"

#include <cstring>

namespace staffelstab::mail {

namespace {

bool isBlankLine(QByteArrayView line)
{
    return line == QByteArrayView("\n") || line == QByteArrayView("\r\n");
}

/** -1 if there is none or it is no number. */
qint64 contentLength(QByteArrayView header)
{
    qint64 length = -1;
    visitHeaderFields(header, [&length](const HeaderField& field) {
        if (field.name.compare("Content-Length", Qt::CaseInsensitive) == 0) {
            bool isNumber = false;
            const qint64 value =
                field.value.first(std::min<qsizetype>(field.value.size(), 20)).toByteArray().toLongLong(&isNumber);
            length = isNumber ? value : -1;
        }
    });
    return length;
}

} // namespace

Status MboxSplitter::open(const QString& path, Place from)
{
    m_place = from;
    if (Status opened = m_reader.open(path); !opened) {
        return opened;
    }
    return m_ahead.open(path);
}

Status MboxSplitter::skipBlankLines(qint64& at)
{
    while (true) {
        const Result<QByteArrayView> text = m_reader.at(at, 2);
        if (!text) {
            return text.failure();
        }
        if (text->startsWith('\n')) {
            at += 1;
        } else if (text->startsWith("\r\n")) {
            at += 2;
        } else {
            return Done{};
        }
    }
}

Result<std::optional<MboxEntry>> MboxSplitter::next(const JobContext& job)
{
    if (m_place.offset >= size()) {
        return std::optional<MboxEntry>();
    }
    MboxEntry entry;
    entry.begin = m_place.offset;
    qint64 from = m_place.offset;
    if (m_place.offset == 0) {
        if (Status skipped = skipBlankLines(from); !skipped) {
            return skipped.failure();
        }
    }
    const Result<QByteArrayView> text = m_reader.at(from, separatorContext);
    if (!text) {
        return text.failure();
    }
    // Every stretch but the first begins with a line that isSeparator() took for one.
    entry.isMessage = m_place.offset == 0 ? mayBeginMbox(*text) : text->startsWith("From ");
    entry.message = entry.isMessage ? from + lineLength(*text) : entry.begin;
    if (Status found = findEnd(entry, entry.isMessage, job); !found) {
        return found.failure();
    }
    m_place.offset = entry.end;
    return std::optional<MboxEntry>(std::move(entry));
}

/** From the message's first byte to the next From_ line; fills end, length and header. */
Status MboxSplitter::findEnd(MboxEntry& entry, bool hasHeader, const JobContext& job)
{
    bool isInHeader = hasHeader;
    bool isAtLineStart = true;
    bool isBlankBefore = entry.message == 0;
    qint64 blankLength = 0;
    qint64 headerEnd = entry.message;
    qint64 at = entry.message;
    while (at < size()) {
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
        // Enough for a From_ line and what follows it, so that a candidate is always seen whole.
        const Result<QByteArrayView> window = m_reader.at(at, separatorContext);
        if (!window) {
            return window.failure();
        }
        const bool isLastWindow = at + window->size() >= size();
        qsizetype done = 0;
        while (done < window->size() && (isLastWindow || window->size() - done >= separatorContext || done == 0)) {
            const QByteArrayView rest = window->sliced(done);
            if (isAtLineStart && rest.at(0) == 'F' && at + done > entry.message &&
                isSeparator(rest.first(std::min(rest.size(), separatorContext)), isBlankBefore)) {
                entry.end = at + done;
                entry.length = entry.end - entry.message - (isBlankBefore ? blankLength : 0);
                return Done{};
            }
            const QByteArrayView line = rest.first(lineLength(rest));
            const bool isBlank = isAtLineStart && isBlankLine(line);
            isAtLineStart = line.endsWith('\n');
            done += line.size();
            if (isInHeader) {
                entry.header.append(line.first(std::min(line.size(), headerLimit + 1 - entry.header.size())));
                headerEnd = at + done;
                if (isBlank) {
                    isInHeader = false;
                    entry.bodyStart =
                        window->sliced(done, std::min(window->size() - done, bodyStartLimit)).toByteArray();
                    const Result<bool> ends = endsByLength(entry, headerEnd);
                    if (!ends || *ends) {
                        return ends ? Status(Done{}) : Status(ends.failure());
                    }
                }
            }
            isBlankBefore = isBlank;
            // The line that ends the header belongs to the message even if the next From_ line follows at once.
            blankLength = isBlank && at + done > headerEnd ? line.size() : 0;
        }
        at += done;
    }
    entry.end = size();
    entry.length = entry.end - entry.message - blankLength;
    return Done{};
}

Result<bool> MboxSplitter::endsByLength(MboxEntry& entry, qint64 body)
{
    if (!m_place.believesLengths) {
        return false;
    }
    const qint64 length = contentLength(entry.header);
    if (length < 0 || length > size() - body) {
        m_place.believesLengths = false;
        return false;
    }
    const Result<std::optional<qint64>> end = separatorAfter(body + length);
    if (!end) {
        return end.failure();
    }
    m_place.believesLengths = end->has_value();
    if (m_place.believesLengths) {
        entry.length = body + length - entry.message;
        entry.end = **end;
    }
    return m_place.believesLengths;
}

/** Where the next From_ line or the end of the file is, if only line breaks are between it and `target`. */
Result<std::optional<qint64>> MboxSplitter::separatorAfter(qint64 target)
{
    // The byte before tells whether a line begins at the target.
    const Result<QByteArrayView> text = m_ahead.at(target - 1, separatorContext);
    if (!text) {
        return text.failure();
    }
    bool isAtLineStart = text->startsWith('\n');
    QByteArrayView rest = text->sliced(1);
    qint64 at = target;
    for (int i = 0; i < 2 && isBlankLine(rest.first(lineLength(rest))); ++i) {
        at += lineLength(rest);
        rest = rest.sliced(lineLength(rest));
        isAtLineStart = true;
    }
    const bool isEnd = at >= size();
    const bool isFound =
        isEnd || (isAtLineStart && isSeparator(rest.first(std::min(rest.size(), separatorContext)), true));
    return isFound ? std::optional<qint64>(at) : std::optional<qint64>();
}

} // namespace staffelstab::mail
