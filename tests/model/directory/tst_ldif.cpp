// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldif.h"

#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

using namespace staffelstab::directory;

class TestLdif : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesValuesAsTheRfcAsks_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << QByteArray("Einkauf") << QByteArray("a: Einkauf\n");
        QTest::newRow("empty") << QByteArray() << QByteArray("a:\n");
        QTest::newRow("umlaut") << QByteArray("Süd") << QByteArray("a:: U8O8ZA==\n");
        QTest::newRow("space in front") << QByteArray(" a") << QByteArray("a:: IGE=\n");
        QTest::newRow("space behind") << QByteArray("a ") << QByteArray("a:: YSA=\n");
        QTest::newRow("colon in front") << QByteArray(":a") << QByteArray("a:: OmE=\n");
        QTest::newRow("less-than in front") << QByteArray("<a") << QByteArray("a:: PGE=\n");
        QTest::newRow("line break") << QByteArray("a\nb") << QByteArray("a:: YQpi\n");
        QTest::newRow("zero byte") << QByteArray("a\0b", 3) << QByteArray("a:: YQBi\n");
        QTest::newRow("long") << QByteArray(80, 'x') << "a: " + QByteArray(73, 'x') + "\n " + QByteArray(7, 'x') + '\n';
    }
    void writesValuesAsTheRfcAsks()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, written);
        QCOMPARE(ldifEntry(QStringLiteral("cn=x"), {{"a", {value}}}), "\ndn: cn=x\n" + written);
    }

    void writesChangesStepByStep()
    {
        const QByteArray text = ldifModify(QStringLiteral("cn=Lea,o=Süd"),
                                           {{LdifChange::Operation::Delete, {"userAccountControl", {"512"}}},
                                            {LdifChange::Operation::Add, {"userAccountControl", {"514"}}},
                                            {LdifChange::Operation::Replace, {"pwdEndTime", {}}}});
        QCOMPARE(text, QByteArray("\ndn:: Y249TGVhLG89U8O8ZA==\nchangetype: modify\n"
                                  "delete: userAccountControl\nuserAccountControl: 512\n-\n"
                                  "add: userAccountControl\nuserAccountControl: 514\n-\n"
                                  "replace: pwdEndTime\n-\n"));
        QCOMPARE(ldifDelete(QStringLiteral("cn=x")), QByteArray("\ndn: cn=x\nchangetype: delete\n"));
    }

    void aCommentCannotBecomeARecord()
    {
        QCOMPARE(ldifComment(QStringLiteral("a\r\ndn: cn=x")), QByteArray("\n# a\n# dn: cn=x\n"));
    }

    void anotherReaderFindsTheSameBytes()
    {
        // python3-ldb comes with Samba, whose tools read LDIF this way; it knows no version line.
        QByteArray all;
        for (int i = 0; i < 256; ++i) {
            all.append(static_cast<char>(i));
        }
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(ldifComment(QStringLiteral("ü")) +
                   ldifEntry(QStringLiteral("cn=Größe (x*),o=y"), {{"photo", {all, "b"}}, {"info", {"Größe "}}}));
        file.flush();
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral("import ldb,sys\n"
                                     "for _, m in ldb.Ldb().parse_ldif(open(sys.argv[1]).read()):\n"
                                     "    print(bytes(m['photo'][0]).hex(), bytes(m['photo'][1]).hex(), "
                                     "bytes(m['info'][0]).hex(), str(m.dn).encode().hex())"),
                      file.fileName()});
        QVERIFY(python.waitForFinished());
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        QCOMPARE(python.readAllStandardOutput().trimmed(), all.toHex() + ' ' + QByteArray("b").toHex() + ' ' +
                                                               QByteArray("Größe ").toHex() + ' ' +
                                                               QByteArray("cn=Größe (x*),o=y").toHex());
    }
};

QTEST_GUILESS_MAIN(TestLdif)
#include "tst_ldif.moc"
