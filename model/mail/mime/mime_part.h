// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace staffelstab::mail {

/**
 * One MIME entity (RFC 2045) whose header was read; its bytes are views of the message. Our own walk instead of a
 * GMimeMessage: GMime parses the address fields of every message inside as well, and nested groups there make its stack
 * overflow.
 */
struct MimePart
{
    /** Lower case, "text/plain" where there is none. */
    QByteArray mediaType;
    QByteArray charset;
    QByteArray boundary;
    QByteArray encoding;
    /** From Content-Disposition or Content-Type (RFC 2231, RFC 2047), without folders, on one line. */
    QString fileName;
    bool isAttachment = false;
    QByteArrayView body;

    static MimePart read(QByteArrayView bytes);
    [[nodiscard]] bool isMultipart() const { return mediaType.startsWith("multipart/") && !boundary.isEmpty(); }
    /** The parts between the boundary lines, at most `limit`; a missing end boundary ends the last one. */
    [[nodiscard]] std::vector<QByteArrayView> parts(std::size_t limit) const;
    /** The body without its transfer encoding, of at most `limit` bytes of it. */
    [[nodiscard]] QByteArray decoded(qsizetype limit) const;
    /** Size after the transfer encoding is undone, without undoing it. */
    [[nodiscard]] qint64 decodedSize() const;
    /** The text in the part's charset, of at most `limit` bytes of the body. */
    [[nodiscard]] QString text(qsizetype limit) const;
};

} // namespace staffelstab::mail
