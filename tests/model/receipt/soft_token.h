// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/receipt/tools.h"

namespace staffelstab::receipt {

/** A company CA and a SoftHSM2 card with certificates it issued, made with the programs an IT department would use. */
class SoftToken
{
public:
    inline static const QString module = QStringLiteral("/usr/lib/softhsm/libsofthsm2.so");
    inline static const QByteArray pin = "271828";
    static QString label() { return QStringLiteral("Lea card"); }

    /** Points SoftHSM at this card for the whole process. */
    SoftToken()
    {
        QDir().mkpath(m_bench.path(QStringLiteral("tokens")));
        const QString config = m_bench.put(QStringLiteral("softhsm2.conf"),
                                           "directories.tokendir = " + m_bench.path(QStringLiteral("tokens")).toUtf8() +
                                               "\nlog.level = ERROR\n");
        qputenv("SOFTHSM2_CONF", config.toUtf8());
        call(QStringLiteral("softhsm2-util"),
             {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"), label(),
              QStringLiteral("--pin"), QString::fromLatin1(pin), QStringLiteral("--so-pin"),
              QStringLiteral("31415926")});
        openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=Beispiel-CA -keyout "
                "ca.key -out ca.pem");
    }

    /** A key on the card, with a certificate for it; `id` is two hex digits. `more`: options of pkcs11-tool. */
    void add(const QString& id, const QString& kind, const QString& common, const QStringList& more = {}) const
    {
        openssl("genpkey -out %1.key " + (kind == QLatin1String("rsa")
                                              ? QByteArray("-algorithm RSA -pkeyopt rsa_keygen_bits:2048")
                                              : QByteArray("-algorithm EC -pkeyopt ec_paramgen_curve:P-256")),
                id);
        call(QStringLiteral("openssl"),
             {QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-key"), id + QStringLiteral(".key"),
              QStringLiteral("-subj"), QStringLiteral("/CN=") + common, QStringLiteral("-out"),
              id + QStringLiteral(".csr")});
        openssl("x509 -req -in %1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -outform DER -out %1.der",
                id);
        openssl("pkcs8 -topk8 -nocrypt -in %1.key -outform DER -out %1.p8", id);
        write(id, QStringLiteral("privkey"), id + QStringLiteral(".p8"), more);
        write(id, QStringLiteral("cert"), id + QStringLiteral(".der"), {});
    }
    [[nodiscard]] QByteArray cas() const { return m_bench.take(QStringLiteral("ca.pem")); }
    /** While pulled, signing through the module pulled_card finds no card. */
    void pull() const { qputenv("PULLED_CARD", m_bench.put(QStringLiteral("pulled"), "x").toUtf8()); }
    void putBack() const { QFile::remove(m_bench.path(QStringLiteral("pulled"))); }

private:
    void call(const QString& program, const QStringList& arguments) const
    {
        const Said said = run(program, arguments, m_bench.path());
        QVERIFY2(said.exit == 0, qPrintable(program + QStringLiteral(": ") + said.text));
    }
    void openssl(const QByteArray& arguments, const QString& id = {}) const
    {
        const QString line = QString::fromLatin1(arguments);
        call(QStringLiteral("openssl"), (id.isEmpty() ? line : line.arg(id)).split(QLatin1Char(' ')));
    }
    void write(const QString& id, const QString& type, const QString& file, const QStringList& more) const
    {
        call(QStringLiteral("pkcs11-tool"),
             QStringList{QStringLiteral("--module"), module, QStringLiteral("--token-label"), label(),
                         QStringLiteral("--login"), QStringLiteral("--pin"), QString::fromLatin1(pin),
                         QStringLiteral("--write-object"), file, QStringLiteral("--type"), type, QStringLiteral("--id"),
                         id, QStringLiteral("--label"), QStringLiteral("key") + id} +
                 more);
    }
    Workbench m_bench;
};

} // namespace staffelstab::receipt
