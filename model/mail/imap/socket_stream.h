// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/imap_store.h"

#include <QThread>

#include <memory>

namespace staffelstab::mail::imap {

struct SocketState;
class SocketWorker;

/**
 * A QSslSocket on a thread of its own. The calls of Stream wait on a condition in short slices, so a cancel or a
 * time-out is noticed within 50 ms in every state, name lookup and handshake included, and any thread may call, one at
 * a time. Holds at most about 2 MiB that were not read yet; the server is made to wait beyond that.
 */
class SocketStream : public Stream
{
public:
    /** `passphrase` opens the source's client certificate, if it has one. */
    static Result<std::unique_ptr<Stream>> connect(const MailboxSource& source, const Secret& passphrase,
                                                   const Patience& patience);
    ~SocketStream() override;

    Result<QByteArray> read(const Patience& patience) override;
    void write(QByteArrayView bytes) override;
    Status drain(const Patience& patience, qint64 most) override;
    Status encrypt(const Patience& patience) override;
    [[nodiscard]] bool isEncrypted() const override;

private:
    explicit SocketStream(std::shared_ptr<SocketState> state);

    std::shared_ptr<SocketState> m_state;
    QThread m_thread;
    /** Lives and dies with m_thread. */
    SocketWorker* m_worker = nullptr;
};

/** One connection to `source` for each call. */
StreamFactory socketStreams(const MailboxSource& source, const Secret& password, const ImapOptions& options);

} // namespace staffelstab::mail::imap
