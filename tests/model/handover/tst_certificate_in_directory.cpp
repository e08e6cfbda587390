// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/atomic_file.h"
#include "core/secret.h"
#include "handover/handover_acts.h"
#include "model/directory/raw_directory.h"
#include "model/handover/sample_case.h"
#include "model/secrets/key_maker.h"
#include "secrets/seal.h"
#include "servers/samba_server.h"
#include "servers/slapd_server.h"
#include "support/result_checks.h"

#include <QProcess>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;

/** Sealing to the certificate that a real directory keeps of the supervisor. */
class TestCertificateInDirectory : public QObject
{
    Q_OBJECT

private:
    SambaServer m_domain;
    SlapdServer m_plain;
    KeyMaker m_keys;
    JobContext m_job;

    /** The certificate as mail programs publish it (RFC 2798): inside of a PKCS#7. */
    static QByteArray pkcs7Of(const QByteArray& pem)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("crl2pkcs7"), QStringLiteral("-nocrl"), QStringLiteral("-certfile"),
                       QStringLiteral("/dev/stdin"), QStringLiteral("-outform"), QStringLiteral("DER")});
        openssl.write(pem);
        openssl.closeWriteChannel();
        return openssl.waitForFinished() && openssl.exitCode() == 0 ? openssl.readAllStandardOutput() : QByteArray();
    }
    /** Puts values into the entry of the one who is to receive the handover. */
    void publish(bool isDomain, const char* attribute, const QList<QByteArray>& values)
    {
        RawDirectory server(isDomain ? m_domain.ldapsUrl() : m_plain.ldapsUrl(),
                            isDomain ? m_domain.caFile() : m_plain.caFile());
        QCOMPARE(server
                     .bind(isDomain ? QStringLiteral("administrator@firma.example")
                                    : QStringLiteral("cn=admin,dc=firma,dc=example"),
                           SambaServer::firstPassword)
                     .code,
                 LDAP_SUCCESS);
        const QString dn = isDomain ? QStringLiteral("CN=Sven Vorgesetzt,OU=Leute,DC=firma,DC=example")
                                    : SlapdServer::dn(QStringLiteral("h.help"));
        const auto answer = server.modify(dn, {{LDAP_MOD_ADD, attribute, values}});
        QVERIFY2(answer.code == LDAP_SUCCESS, qPrintable(answer.text));
    }
    PasswordChoice choiceFor(bool isDomain, const QString& account, const SampleCase& sample) const
    {
        PasswordChoice choice;
        choice.way = PasswordChoice::Way::Directory;
        choice.login =
            isDomain ? directory::DirectoryLogin{m_domain.ldapsUrl(), SambaServer::upn(account), m_domain.caFile()}
                     : directory::DirectoryLogin{m_plain.ldapsUrl(), account, m_plain.caFile()};
        choice.sealBy = PasswordChoice::SealBy::DirectoryCertificate;
        choice.sealTarget = sample.folder.path();
        return choice;
    }
    static People receivedBy(const char* email)
    {
        People people = SampleCase::people();
        people.supervisor.email = QLatin1String(email);
        return people;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_domain.start(), qPrintable(m_domain.errorText()));
        QVERIFY2(m_plain.start(), qPrintable(m_plain.errorText()));
    }

    void withoutOneNothingIsChanged_data()
    {
        QTest::addColumn<bool>("isDomain");
        QTest::newRow("AD") << true;
        QTest::newRow("OpenLDAP") << false;
    }
    void withoutOneNothingIsChanged()
    {
        QFETCH(const bool, isDomain);
        SampleCase sample;
        const auto store = secrets::makeMemoryStore();
        HandoverActs acts(*sample.handover, *store);
        VERIFY_OK(sample.handover->setPeople(receivedBy("t.est@firma.example")));
        VERIFY_OK(sample.handover->confirmPolicy());
        const PasswordChoice choice = choiceFor(isDomain, QStringLiteral("l.gehtbald"), sample);
        VERIFY_OK(sample.handover->setPasswordChoice(choice));
        const Secret old((QByteArrayView(SambaServer::firstPassword)));
        const Status changed = acts.runPasswordChange(old.clone(), {}, m_job);
        QVERIFY(!changed);
        QCOMPARE(changed.failure().kind, Failure::Kind::CertificateUnusable);
        QVERIFY(directory::openDirectory(choice.login, old, m_job).isOk());
        QVERIFY(!sample.handover->passwordChangeOpenSince().isValid());
    }

    void sealsToTheSupervisorsCertificate_data()
    {
        QTest::addColumn<bool>("isDomain");
        QTest::addColumn<QByteArray>("attribute");
        QTest::addColumn<bool>("isPkcs7");
        QTest::addColumn<QString>("account");
        // The S/MIME one comes first where there are both.
        QTest::newRow("AD, userCertificate")
            << true << QByteArray("userCertificate") << false << QStringLiteral("l.gehtbald");
        QTest::newRow("OpenLDAP, userCertificate")
            << false << QByteArray("userCertificate;binary") << false << QStringLiteral("l.gehtbald");
        QTest::newRow("AD, userSMIMECertificate")
            << true << QByteArray("userSMIMECertificate") << true << QStringLiteral("t.est");
        QTest::newRow("OpenLDAP, userSMIMECertificate")
            << false << QByteArray("userSMIMECertificate") << true << QStringLiteral("t.est");
    }
    void sealsToTheSupervisorsCertificate()
    {
        QFETCH(const bool, isDomain);
        QFETCH(const QByteArray, attribute);
        QFETCH(const bool, isPkcs7);
        QFETCH(const QString, account);
        KeyMaker::Wish wish;
        wish.isOfPerson = true;
        const KeyMaker::Keys good = m_keys.make(wish);
        wish.isExpired = true;
        const KeyMaker::Keys old = m_keys.make(wish);
        const auto published = [isPkcs7](const KeyMaker::Keys& keys) {
            return isPkcs7 ? pkcs7Of(keys.certificatePem) : keys.certificateDer;
        };
        publish(isDomain, attribute.constData(), {published(old), published(good)});
        SampleCase sample;
        const auto store = secrets::makeMemoryStore();
        HandoverActs acts(*sample.handover, *store);
        VERIFY_OK(
            sample.handover->setPeople(receivedBy(isDomain ? "s.vorgesetzt@firma.example" : "h.help@firma.example")));
        VERIFY_OK(sample.handover->confirmPolicy());
        const PasswordChoice choice = choiceFor(isDomain, account, sample);
        VERIFY_OK(sample.handover->setPasswordChoice(choice));
        VERIFY_OK(acts.runPasswordChange(Secret(QByteArrayView(SambaServer::firstPassword)), {}, m_job));

        const PasswordOutcome& outcome = *sample.handover->password();
        QString caseNumber;
        const Result<Secret> opened = secrets::openSealWithKey(*readWhole(outcome.sealPath, 1 << 20), good.pkcs12,
                                                               Secret(QByteArrayView("supervisor")), &caseNumber);
        QVERIFY2(opened.isOk(), opened ? "" : qPrintable(opened.failure().detail));
        QCOMPARE(caseNumber, sample.handover->caseNumber());
        QVERIFY(directory::openDirectory(choice.login, *opened, m_job).isOk());
    }
};

QTEST_GUILESS_MAIN(TestCertificateInDirectory)
#include "tst_certificate_in_directory.moc"
