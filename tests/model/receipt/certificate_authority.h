// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loopback_http.h"
#include "tools.h"

namespace staffelstab::receipt {

/** A company's CA with `openssl ca`, its OCSP responder (`openssl ocsp`) and its CRL behind HTTP on loopback. */
class CertificateAuthority
{
public:
    CertificateAuthority()
        : m_server([this](const QByteArray& path, const QByteArray& body) { return answer(path, body); })
    {
        m_bench.put(QStringLiteral("ca.cnf"), config());
        m_bench.put(QStringLiteral("index.txt"), "");
        m_bench.put(QStringLiteral("index.txt.attr"), "unique_subject = no\n");
        m_bench.put(QStringLiteral("serial"), "1000\n");
        m_bench.put(QStringLiteral("crlnumber"), "01\n");
        openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -config ca.cnf -extensions root "
            "-subj /CN=Beispiel-CA -keyout ca.key -out ca.pem");
    }

    /** PKCS#12 with the passphrase "geheim"; `kind`: a section of config(); `more`: options of `openssl ca`. */
    QByteArray issue(const QString& file, const QString& common, const QByteArray& kind,
                     const QByteArray& more = "-days 3650") const
    {
        const QByteArray id = file.toUtf8();
        run(QStringLiteral("openssl"),
            {QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
             QStringLiteral("-subj"), QStringLiteral("/CN=") + common, QStringLiteral("-keyout"),
             file + QStringLiteral(".key"), QStringLiteral("-out"), file + QStringLiteral(".csr")},
            m_bench.path());
        openssl("ca -batch -notext -config ca.cnf -in " + id + ".csr -out " + id + ".pem -extensions " + kind + ' ' +
                more);
        openssl("pkcs12 -export -inkey " + id + ".key -in " + id + ".pem -passout pass:geheim -out " + id + ".p12");
        return m_bench.take(file + QStringLiteral(".p12"));
    }
    /** Both keys in one PKCS#12 file. */
    QByteArray together(const QString& one, const QString& other) const
    {
        for (const QString& from : {one, other}) {
            const Said said =
                run(QStringLiteral("keytool"),
                    QStringLiteral("-importkeystore -noprompt -srckeystore %1.p12 -srcstorepass geheim -srcalias 1 "
                                   "-destalias %1 -destkeystore both.p12 -deststorepass geheim -deststoretype PKCS12")
                        .arg(from)
                        .split(QLatin1Char(' ')),
                    m_bench.path());
            if (said.exit != 0) {
                qFatal("%s", qPrintable(said.text));
            }
        }
        return m_bench.take(QStringLiteral("both.p12"));
    }
    void revoke(const QByteArray& file) const { openssl("ca -config ca.cnf -revoke " + file + ".pem"); }
    [[nodiscard]] QByteArray pem() const { return m_bench.take(QStringLiteral("ca.pem")); }
    [[nodiscard]] QByteArray certificate(const QString& file) const
    {
        return m_bench.take(file + QStringLiteral(".pem"));
    }
    /** From now on nobody answers. */
    void goSilent() { m_isSilent = true; }
    void speakAgain() { m_isSilent = false; }

private:
    [[nodiscard]] QByteArray config() const
    {
        const QByteArray url = m_server.url().toLatin1();
        return "[ca]\ndefault_ca = one\n[one]\ndir = .\ndatabase = index.txt\nnew_certs_dir = .\ncertificate = "
               "ca.pem\nserial = serial\ncrlnumber = crlnumber\nprivate_key = ca.key\ndefault_md = "
               "sha256\npolicy = any\ndefault_crl_days = 30\n[any]\ncommonName = supplied\n[req]\n"
               "distinguished_name = dn\n[dn]\n[root]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = "
               "critical,keyCertSign,cRLSign,digitalSignature\nsubjectKeyIdentifier = hash\n"
               "[ocsp]\nauthorityInfoAccess = OCSP;URI:" +
               url + "/ocsp\n[crl]\ncrlDistributionPoints = URI:" + url +
               "/crl\n[both]\nauthorityInfoAccess = OCSP;URI:" + url + "/nobody\ncrlDistributionPoints = URI:" + url +
               "/crl\n[plain]\nbasicConstraints = CA:FALSE\n[strange]\n1.2.3.4 = critical,ASN1:UTF8String:x\n";
    }
    void openssl(const QByteArray& arguments) const
    {
        const Said said =
            run(QStringLiteral("openssl"), QString::fromUtf8(arguments).split(QLatin1Char(' ')), m_bench.path());
        QVERIFY2(said.exit == 0, qPrintable(said.text));
    }
    QByteArray answer(const QByteArray& path, const QByteArray& body) const
    {
        if (m_isSilent) {
            return {};
        }
        if (path == "/ocsp") {
            m_bench.put(QStringLiteral("query"), body);
            openssl(
                "ocsp -index index.txt -CA ca.pem -rsigner ca.pem -rkey ca.key -ndays 7 -reqin query -respout reply");
            return m_bench.take(QStringLiteral("reply"));
        }
        if (path == "/crl") {
            openssl("ca -config ca.cnf -gencrl -out crl.pem");
            openssl("crl -in crl.pem -outform DER -out crl.der");
            return m_bench.take(QStringLiteral("crl.der"));
        }
        return {};
    }

    Workbench m_bench;
    std::atomic_bool m_isSilent = false;
    LoopbackHttp m_server;
};

} // namespace staffelstab::receipt
