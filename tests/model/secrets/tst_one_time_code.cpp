// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/one_time_code.h"
#include "secrets/seal.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace staffelstab;

class TestOneTimeCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSixteenCharactersInFourGroups()
    {
        const QRegularExpression shape(QStringLiteral("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$"));
        QSet<QByteArray> seen;
        QSet<char> characters;
        for (int i = 0; i < 200; ++i) {
            const QByteArray code = secrets::generateCode().view().toByteArray();
            QVERIFY2(shape.match(QString::fromLatin1(code)).hasMatch(), code.constData());
            seen.insert(code);
            characters.unite(QSet<char>(code.begin(), code.end()));
        }
        QCOMPARE(seen.size(), 200);
        QCOMPARE(characters.size(), 33); // 32 and the hyphen
    }

    void isReadAsPeopleTypeIt_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("as shown") << QByteArray("7KQ2-M9XA-01ZZ-BCDE") << QByteArray("7KQ2M9XA01ZZBCDE");
        QTest::newRow("lower case") << QByteArray("7kq2-m9xa-01zz-bcde") << QByteArray("7KQ2M9XA01ZZBCDE");
        QTest::newRow("without hyphens") << QByteArray("7KQ2M9XA01ZZBCDE") << QByteArray("7KQ2M9XA01ZZBCDE");
        QTest::newRow("spaces and a line end")
            << QByteArray(" 7KQ2 M9XA 01ZZ BCDE\r\n") << QByteArray("7KQ2M9XA01ZZBCDE");
        QTest::newRow("O for zero, I and L for one")
            << QByteArray("7KQ2-M9XA-OiZZ-BCDl") << QByteArray("7KQ2M9XA01ZZBCD1");
        QTest::newRow("too short") << QByteArray("7KQ2-M9XA") << QByteArray();
        QTest::newRow("too long") << QByteArray("7KQ2-M9XA-01ZZ-BCDE-F") << QByteArray();
        QTest::newRow("no such character") << QByteArray("7KQ2-M9XA-01ZZ-BCDU") << QByteArray();
        QTest::newRow("umlaut") << QByteArray("7KQ2-M9XA-01ZZ-BC\xc3\xa4") << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }
    void isReadAsPeopleTypeIt()
    {
        QFETCH(const QByteArray, typed);
        QFETCH(const QByteArray, code);
        QCOMPARE(secrets::normalisedCode(Secret(typed)).view().toByteArray(), code);
    }
};

QTEST_APPLESS_MAIN(TestOneTimeCode)
#include "tst_one_time_code.moc"
