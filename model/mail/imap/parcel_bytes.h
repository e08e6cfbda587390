// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sha256.h"
#include "mail/imap/delivery.h"

namespace staffelstab::mail::imap {

/** Turns bare CR and bare LF into CR LF, over any cut between two pieces. */
class LineEnds
{
public:
    /** What `bytes` become; a CR at the end is kept back. */
    QByteArray convert(QByteArrayView bytes);
    /** What was kept back. */
    QByteArray finish();

private:
    bool m_hasCr = false;
};

/** What a message is known by. */
struct MessagePrint
{
    qint64 bytes = 0;
    /** As in ScannedMessage. */
    QByteArray fingerprint;
    /** Of everything, and of what follows the header. */
    QByteArray sha256;
    QByteArray bodySha256;
    QByteArray messageId;

    /**
     * Two prints with a name in common are the same message: by all their bytes, or, for a server that adds header
     * lines of its own, by Message-ID and body.
     */
    [[nodiscard]] QByteArrayList names() const
    {
        return messageId.isEmpty() ? QByteArrayList{sha256} : QByteArrayList{sha256, bodySha256 + messageId};
    }
};

/** As it stands there, folded lines made one; empty where there is none. */
QByteArray messageIdOf(QByteArrayView header);

/** Takes a print while the bytes pass. Headers of more than 4 MiB are cut there. */
class PrintMaker
{
public:
    void add(QByteArrayView bytes);
    MessagePrint finish();

private:
    void endHeader(qsizetype length);

    QByteArray m_header;
    bool m_isInBody = false;
    qint64 m_bytes = 0;
    Sha256 m_whole;
    Sha256 m_body;
};

} // namespace staffelstab::mail::imap
