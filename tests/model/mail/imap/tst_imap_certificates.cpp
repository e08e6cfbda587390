// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/imap_store.h"
#include "model/mail/imap/collectors.h"
#include "servers/dovecot_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::tests;
using mail::MailboxSource;
using Certificate = DovecotServer::Certificate;
using Kind = Failure::Kind;

Q_DECLARE_METATYPE(staffelstab::tests::DovecotServer::Certificate)
Q_DECLARE_METATYPE(staffelstab::Failure::Kind)

class TestImapCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesABadCertificateWithItsReason_data()
    {
        QTest::addColumn<Certificate>("certificate");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("from an unknown authority") << Certificate::Untrusted << Kind::CertificateUnknown;
        QTest::newRow("for another name") << Certificate::WrongHost << Kind::CertificateWrongName;
        QTest::newRow("expired") << Certificate::Expired << Kind::CertificateExpired;
        QTest::newRow("self-signed") << Certificate::SelfSigned << Kind::CertificateSelfSigned;
    }
    void refusesABadCertificateWithItsReason()
    {
        QFETCH(Certificate, certificate);
        QFETCH(Kind, kind);
        const DovecotServer server(certificate);
        QVERIFY2(server.isRunning(), qPrintable(server.error()));
        for (const auto security : {MailboxSource::Security::Tls, MailboxSource::Security::StartTls}) {
            TestJob job;
            const auto store = mail::openImapStore(server.source(security), server.password(), job.context);
            QVERIFY(!store);
            QCOMPARE(store.failure().kind, kind);
            QCOMPARE(store.failure().subject, server.host());
            QVERIFY(!store.failure().detail.isEmpty());
        }
    }

    void trustsASelfSignedCertificateThatIsNamedItself()
    {
        const DovecotServer server(Certificate::SelfSigned);
        QVERIFY2(server.isRunning(), qPrintable(server.error()));
        MailboxSource source = server.source();
        source.caFile = server.certificateFile();
        TestJob job;
        QVERIFY(mail::openImapStore(source, server.password(), job.context));
    }

    void trustsNothingOfOursWithoutTheCaFile()
    {
        const DovecotServer server;
        QVERIFY2(server.isRunning(), qPrintable(server.error()));
        MailboxSource source = server.source();
        source.caFile.clear();
        TestJob job;
        const auto store = mail::openImapStore(source, server.password(), job.context);
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::CertificateUnknown);
    }

    void saysWhenTheCaFileIsOfNoUse_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("no PEM") << QByteArray("not a certificate\n");
        QTest::newRow("broken PEM") << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    }
    void saysWhenTheCaFileIsOfNoUse()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("ca.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        MailboxSource source;
        source.host = QStringLiteral("127.0.0.1");
        source.caFile = file.fileName();
        TestJob job;
        const auto store = mail::openImapStore(source, Secret(), job.context);
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::CertificateFileUnusable);
        QCOMPARE(store.failure().subject, file.fileName());
    }
};

QTEST_GUILESS_MAIN(TestImapCertificates)
#include "tst_imap_certificates.moc"
