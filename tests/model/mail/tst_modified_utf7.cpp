// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/modified_utf7.h"

#include <QTest>

using namespace staffelstab::mail;

class TestModifiedUtf7 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBothWays_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("readable");
        QTest::newRow("plain") << QByteArray("INBOX/Sent Items") << QStringLiteral("INBOX/Sent Items");
        QTest::newRow("umlaut") << QByteArray("Entw&APw-rfe") << QStringLiteral("Entwürfe");
        QTest::newRow("ampersand") << QByteArray("R&-D") << QStringLiteral("R&D");
        QTest::newRow("RFC 3501 example")
            << QByteArray("~peter/mail/&U,BTFw-/&ZeVnLIqe-") << QStringLiteral("~peter/mail/台北/日本語");
        QTest::newRow("beyond the first plane") << QByteArray("&2D3eAA-") << QString::fromUcs4(U"\U0001F600");
        QTest::newRow("empty") << QByteArray("") << QString();
    }

    void goesBothWays()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, readable);
        const auto decoded = decodeModifiedUtf7(raw);
        QVERIFY(decoded.has_value());
        QCOMPARE(*decoded, readable);
        QCOMPARE(encodeModifiedUtf7(readable), raw);
    }

    void refusesWhatIsNotModifiedUtf7_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::newRow("8 bit") << QByteArray("Entw\xc3\xbcrfe");
        QTest::newRow("shift never ends") << QByteArray("Entw&APw");
        QTest::newRow("foreign letter") << QByteArray("&A/w-");
        QTest::newRow("half a surrogate pair") << QByteArray("&2D0-");
        QTest::newRow("bits left over") << QByteArray("&APx-");
        QTest::newRow("control character") << QByteArray("a\x01");
    }

    void refusesWhatIsNotModifiedUtf7()
    {
        QFETCH(QByteArray, raw);
        QVERIFY(!decodeModifiedUtf7(raw).has_value());
    }
};

QTEST_GUILESS_MAIN(TestModifiedUtf7)
#include "tst_modified_utf7.moc"
