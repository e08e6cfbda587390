// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/parcel_bytes.h"

#include "mail/header_block.h"

namespace staffelstab::mail::imap {

namespace {
constexpr qsizetype longestHeader = qsizetype{4} * 1024 * 1024;
}

QByteArray LineEnds::convert(QByteArrayView bytes)
{
    QByteArray lines;
    lines.reserve(bytes.size() + bytes.size() / 32 + 2);
    for (const char byte : bytes) {
        if (byte == '\n') {
            lines += "\r\n";
            m_hasCr = false;
            continue;
        }
        if (m_hasCr) {
            lines += "\r\n";
        }
        m_hasCr = byte == '\r';
        if (!m_hasCr) {
            lines += byte;
        }
    }
    return lines;
}

QByteArray LineEnds::finish()
{
    return std::exchange(m_hasCr, false) ? QByteArray("\r\n") : QByteArray();
}

void PrintMaker::endHeader(qsizetype length)
{
    m_isInBody = true;
    m_body.add(QByteArrayView(m_header).sliced(length));
    m_header.truncate(length);
}

void PrintMaker::add(QByteArrayView bytes)
{
    m_bytes += bytes.size();
    m_whole.add(bytes);
    if (m_isInBody) {
        m_body.add(bytes);
        return;
    }
    const qsizetype former = m_header.size();
    m_header += bytes;
    if (const qsizetype length = headerLength(m_header, former); length >= 0) {
        endHeader(length);
    } else if (m_header.size() > longestHeader) {
        endHeader(longestHeader);
    }
}

QByteArray messageIdOf(QByteArrayView header)
{
    QByteArray id;
    visitHeaderFields(header, [&id](const HeaderField& field) {
        if (id.isEmpty() && field.name.compare("Message-ID", Qt::CaseInsensitive) == 0) {
            id = field.value.toByteArray().simplified();
        }
    });
    return id;
}

MessagePrint PrintMaker::finish()
{
    MessagePrint print;
    print.bytes = std::exchange(m_bytes, 0);
    print.fingerprint = fingerprintOf(m_header, print.bytes);
    print.messageId = messageIdOf(m_header);
    print.sha256 = m_whole.finish();
    print.bodySha256 = m_body.finish();
    m_header.clear();
    m_isInBody = false;
    return print;
}

} // namespace staffelstab::mail::imap
