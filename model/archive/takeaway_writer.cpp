// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/takeaway_writer.h"

#include "archive/message_summary.h"

namespace staffelstab::archive {

Status EmlWriter::folderBegins(int mailbox, int folder)
{
    m_folder = m_paths.folder(mailbox, folder);
    m_number = 0;
    return Done{};
}

Status EmlWriter::take(WholeMessage& message)
{
    const MessageSummary summary = summarise(message.header);
    const QString path =
        m_folder + QLatin1Char('/') + messageFileName(++m_number, summary.date.date(), summary.subject, m_folder);
    m_files.push_back({path.toUtf8(), false, {{0, message.content.size(), message.sha256}}});
    return m_tree.add(path, message.content);
}

Status MboxWriter::folderBegins(int mailbox, int folder)
{
    m_mailbox = mailbox;
    m_folder = folder;
    return Done{};
}

Status MboxWriter::put(QByteArrayView bytes)
{
    m_position += bytes.size();
    return m_tree.write(bytes);
}

Status MboxWriter::beginFile()
{
    if (m_isOpen) {
        return Done{};
    }
    const QString path = m_paths.file(m_mailbox, m_folder, QStringLiteral(".mbox"));
    m_isOpen = true;
    m_position = 0;
    m_files.push_back({path.toUtf8(), true, {}});
    return m_tree.begin(path);
}

Status MboxWriter::quoted(Spool& content)
{
    MboxQuoting quoting(MboxQuoting::Way::Quote);
    QByteArray text;
    m_lastByte = 0;
    Status replayed = content.replay([&](QByteArrayView piece) {
        text.resize(0);
        quoting.convert(piece, text);
        m_lastByte = piece.back();
        return put(text);
    });
    if (!replayed) {
        return replayed;
    }
    text.resize(0);
    quoting.finish(text);
    return put(text);
}

Status MboxWriter::take(WholeMessage& message)
{
    if (Status begun = beginFile(); !begun) {
        return begun;
    }
    const MessageSummary summary = summarise(message.header);
    const qsizetype firstEnd = message.header.indexOf('\n');
    const QByteArray lineEnd = firstEnd > 0 && message.header[firstEnd - 1] == '\r' ? "\r\n" : "\n";
    if (Status separated = put(mboxFromLine(summary.sender, summary.date) + lineEnd); !separated) {
        return separated;
    }
    const qint64 offset = m_position;
    if (Status written = quoted(message.content); !written) {
        return written;
    }
    m_files.back().messages.push_back({offset, m_position - offset, message.sha256});
    return put(m_lastByte == '\n' ? lineEnd : lineEnd + lineEnd);
}

Status MboxWriter::folderEnds()
{
    if (!m_isOpen) {
        return Done{};
    }
    m_isOpen = false;
    return m_tree.end();
}

} // namespace staffelstab::archive
