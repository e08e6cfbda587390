// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loopback_http.h"
#include "tools.h"

#include <atomic>

namespace staffelstab::receipt {

/** An RFC 3161 server on loopback: HTTP in front of `openssl ts -reply`, on a thread of its own. */
class StampServer
{
public:
    enum class Manner { Honest, WrongNonce, Garbage, Http500, Silent, HangsUpOnce };

    explicit StampServer(Manner manner)
        : m_manner(manner), m_server([this](const QByteArray&, const QByteArray& query) { return answer(query); })
    {
        prepare();
    }

    [[nodiscard]] QString url() const { return m_server.url() + QLatin1Char('/'); }
    [[nodiscard]] QByteArray certificate() const { return m_bench.take(QStringLiteral("tsa.pem")); }
    [[nodiscard]] bool wasAsked() const { return m_isAsked; }

private:
    void prepare()
    {
        m_bench.put(QStringLiteral("tsa.cnf"), R"([req]
distinguished_name = dn
prompt = no
x509_extensions = ext
[dn]
CN = Beispiel TSA
[ext]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[tsa]
default_tsa = one
[one]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
)");
        m_bench.put(QStringLiteral("serial"), "01\n");
        run(QStringLiteral("openssl"),
            QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -config tsa.cnf "
                           "-keyout tsa.key -out tsa.pem")
                .split(QLatin1Char(' ')),
            m_bench.path());
    }

    LoopbackHttp::Reply answer(const QByteArray& query)
    {
        const bool isFirst = !m_isAsked.exchange(true);
        if (m_manner == Manner::Silent || (m_manner == Manner::HangsUpOnce && isFirst)) {
            return m_manner == Manner::Silent ? LoopbackHttp::Reply::Manner::Silent
                                              : LoopbackHttp::Reply::Manner::HangsUp;
        }
        LoopbackHttp::Reply told = reply(query);
        if (m_manner == Manner::Http500) {
            told.status = "500 No";
        }
        return told;
    }

    QByteArray reply(QByteArray query)
    {
        if (m_manner == Manner::Garbage) {
            return "not a time-stamp";
        }
        if (m_manner == Manner::WrongNonce) {
            // The nonce is the INTEGER of eight bytes near the end, before certReq.
            const qsizetype nonce = query.lastIndexOf(QByteArray("\x02\x08", 2));
            query[nonce + 5] = static_cast<char>(query.at(nonce + 5) ^ 1);
        }
        m_bench.put(QStringLiteral("query"), query);
        run(QStringLiteral("openssl"),
            QStringLiteral("ts -reply -config tsa.cnf -section one -queryfile query -out reply")
                .split(QLatin1Char(' ')),
            m_bench.path());
        return m_bench.take(QStringLiteral("reply"));
    }

    Manner m_manner;
    Workbench m_bench;
    std::atomic_bool m_isAsked = false;
    LoopbackHttp m_server;
};

} // namespace staffelstab::receipt
