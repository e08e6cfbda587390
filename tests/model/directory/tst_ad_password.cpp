// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ad_password.h"

#include <QTest>

using namespace staffelstab;

class TestAdPassword : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isQuotedAndLittleEndian_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("letters") << QByteArray("ab") << QByteArray("\"\0a\0b\0\"\0", 8);
        QTest::newRow("umlaut") << QByteArray("\xc3\xa4") << QByteArray("\"\0\xe4\0\"\0", 6);
        QTest::newRow("euro") << QByteArray("\xe2\x82\xac") << QByteArray("\"\0\xac\x20\"\0", 6);
        QTest::newRow("outside of the BMP")
            << QByteArray("\xf0\x9f\x98\x80") << QByteArray("\"\0\x3d\xd8\x00\xde\"\0", 8);
        QTest::newRow("quotation mark") << QByteArray("\"") << QByteArray("\"\0\"\0\"\0", 6);
        QTest::newRow("empty") << QByteArray() << QByteArray("\"\0\"\0", 4);
    }
    void isQuotedAndLittleEndian()
    {
        QFETCH(const QByteArray, password);
        QFETCH(const QByteArray, wire);
        const Result<Secret> quoted = directory::quotedUtf16(Secret(password));
        QVERIFY(quoted.isOk());
        QCOMPARE(quoted->view().toByteArray(), wire);
    }

    void refusesWhatIsNotUtf8()
    {
        const Result<Secret> quoted = directory::quotedUtf16(Secret(QByteArrayView("a\xff")));
        QVERIFY(!quoted);
        QCOMPARE(quoted.failure().kind, Failure::Kind::BadInput);
    }
};

QTEST_APPLESS_MAIN(TestAdPassword)
#include "tst_ad_password.moc"
