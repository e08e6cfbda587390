// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/rotation_list.h"

#include <QTest>

using namespace staffelstab::secrets;

class TestRotationList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatLooksLikeASecret_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("said to be one") << QStringLiteral("WLAN, Kennwort: sommer");
        QTest::newRow("said in English") << QStringLiteral("backup password=winter");
        QTest::newRow("PIN") << QStringLiteral("Telefon PIN: 4711");
        QTest::newRow("as people make them") << QStringLiteral("Sommer2024!");
        QTest::newRow("in a sentence") << QStringLiteral("Router Hf7#kk29Zq im Keller");
        QTest::newRow("as managers make them") << QStringLiteral("vJ4tRz81LmQp");
        QTest::newRow("access key") << QStringLiteral("AKIAIOSFODNN7EXAMPLE2X9Q4");
        QTest::newRow("token") << QStringLiteral("ghp_16C7e42F292c6912E7710c838347Ae178B4a");
        QTest::newRow("private key") << QStringLiteral("-----BEGIN PRIVATE KEY-----");
        QTest::newRow("authenticator") << QStringLiteral("JBSW Y3DP EHPK 3PXP");
        QTest::newRow("authenticator link") << QStringLiteral("otpauth://totp/x?secret=y");
    }
    void refusesWhatLooksLikeASecret()
    {
        QFETCH(const QString, text);
        QVERIFY(looksLikeSecret(text));
        QCOMPARE(faultOf({SecretToRotate::Kind::Other, text, QStringLiteral("Sven"), QDate(2026, 12, 31)}),
                 RotationFault::LooksLikeSecret);
        QCOMPARE(faultOf({SecretToRotate::Kind::Other, QStringLiteral("WLAN"), text, QDate(2026, 12, 31)}),
                 RotationFault::LooksLikeSecret);
    }

    void takesNames_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* const name :
             {"WLAN Gäste", "Sammelpostfach einkauf@firma.example", "svc-backup01", "Serviceticket-System Zammad",
              "YubiKey 5 NFC", "Kennwort des Routers", "root auf nas-2.firma.example", "SSH-Schlüssel deploy@build-03",
              "Bankzugang (Sparkasse)", "DocuWare-Freigabe 2026", "PIN der Firmenkreditkarte",
              "Microsoft 365 Administrator", "\\\\files\\scan$", "IT-Support", "VPN-Zertifikat L2TP/IPsec",
              "Zugang 2. Obergeschoss", "Anna Müller-Lüdenscheidt", "Windows-Server 2022 Datacenter"}) {
            QTest::newRow(name) << QString::fromUtf8(name);
        }
    }
    void takesNames()
    {
        QFETCH(const QString, text);
        QVERIFY(!looksLikeSecret(text));
        QCOMPARE(faultOf({SecretToRotate::Kind::SharedAccount, text, QStringLiteral("Sven"), QDate(2026, 12, 31)}),
                 RotationFault::None);
    }

    void saysWhatIsMissing()
    {
        SecretToRotate line;
        QCOMPARE(faultOf(line), RotationFault::NameMissing);
        line.name = QStringLiteral("WLAN");
        QCOMPARE(faultOf(line), RotationFault::OwnerMissing);
        line.owner = QStringLiteral("IT");
        QCOMPARE(faultOf(line), RotationFault::DueMissing);
        line.due = QDate(2026, 12, 31);
        QCOMPARE(faultOf(line), RotationFault::None);
    }
};

QTEST_GUILESS_MAIN(TestRotationList)
#include "tst_rotation_list.moc"
