// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <functional>
#include <memory>

namespace staffelstab::mail::imap {

/** How long one wait may take and what ends it early. */
struct Patience
{
    const JobContext* job = nullptr;
    std::chrono::milliseconds silence{60'000};
    /** What is under way may be finished for this long after a cancel. */
    std::chrono::milliseconds afterCancel{0};
};

/** Bytes to and from a server; the protocol above it knows no socket, and tests put a script in its place. */
class Stream
{
public:
    virtual ~Stream() = default;
    /** At least one byte, at most 2 MiB. Cancelled, TimedOut, ConnectionLost, or what else ended the connection. */
    virtual Result<QByteArray> read(const Patience& patience) = 0;
    /** Queues the bytes; that they could not be sent shows at the next read(). */
    virtual void write(QByteArrayView bytes) = 0;
    /** Waits until at most `most` bytes of what was written are still on their way; fails as read() does. */
    virtual Status drain(const Patience& /*patience*/, qint64 /*most*/) { return Done{}; }
    /**
     * STARTTLS: the handshake, with the certificate verified. TlsFailed if the server has already sent more than was
     * read: such bytes came unprotected and must never be taken for an answer inside TLS.
     */
    virtual Status encrypt(const Patience& patience) = 0;
    [[nodiscard]] virtual bool isEncrypted() const = 0;
};

/** Makes a connected stream: with TLS from the first byte, or in the clear where STARTTLS is to follow. */
using StreamFactory = std::function<Result<std::unique_ptr<Stream>>(const JobContext& job)>;

} // namespace staffelstab::mail::imap
