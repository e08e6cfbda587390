// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QByteArray>
#include <QString>

#include <openssl/bio.h>
#include <openssl/ssl.h>

namespace staffelstab::bench {

/** The floor: OpenSSL and nothing else. Logs in, asks at once for what we ask of every message and throws it away. */
class RawReader
{
public:
    RawReader(quint16 port, const QString& caFile)
    {
        m_context = SSL_CTX_new(TLS_client_method());
        SSL_CTX_load_verify_locations(m_context, caFile.toUtf8().constData(), nullptr);
        SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
        m_bio = BIO_new_ssl_connect(m_context);
        SSL* ssl = nullptr;
        BIO_get_ssl(m_bio, &ssl);
        SSL_set_mode(ssl, SSL_MODE_AUTO_RETRY);
        BIO_set_conn_hostname(m_bio, ("127.0.0.1:" + QByteArray::number(port)).constData());
    }
    ~RawReader()
    {
        BIO_free_all(m_bio);
        SSL_CTX_free(m_context);
    }
    RawReader(const RawReader&) = delete;
    RawReader& operator=(const RawReader&) = delete;

    /** Bytes that came in answer to the last command; -1 if something went wrong. */
    qint64 fetchAll(const QByteArray& user, const Secret& password, const QByteArray& folder)
    {
        if (BIO_do_connect(m_bio) != 1) {
            return -1;
        }
        const QByteArray login = "a LOGIN " + user + ' ' + password.view().toByteArray() + "\r\n";
        if (say(login, "a OK") < 0 || say("b EXAMINE \"" + folder + "\"\r\n", "b OK") < 0) {
            return -1;
        }
        return say("c UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])\r\n", "c OK");
    }

private:
    /** Reads until the last line is the one that begins with `answer`. */
    qint64 say(const QByteArray& command, const QByteArray& answer)
    {
        BIO_write(m_bio, command.constData(), static_cast<int>(command.size()));
        qint64 total = 0;
        QByteArray tail;
        static char block[256 * 1024];
        for (;;) {
            const int read = BIO_read(m_bio, block, sizeof block);
            if (read <= 0) {
                return -1;
            }
            total += read;
            // A capability list makes the answer to LOGIN longer than most lines.
            const int fresh = std::min(read, longestAnswer);
            tail = tail.right(longestAnswer - fresh) + QByteArray(block + read - fresh, fresh);
            if (tail.endsWith("\r\n") && tail.mid(tail.lastIndexOf('\n', -2) + 1).startsWith(answer)) {
                return total;
            }
        }
    }

    static constexpr int longestAnswer = 4096;
    SSL_CTX* m_context = nullptr;
    BIO* m_bio = nullptr;
};

} // namespace staffelstab::bench
