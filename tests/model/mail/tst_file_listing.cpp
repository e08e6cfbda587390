// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/file_listing.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

class TestFileListing : public QObject
{
    Q_OBJECT

    static QByteArrayList keysOf(const FileListing& listing)
    {
        QByteArrayList keys;
        for (std::size_t i = 0; i < listing.size(); ++i) {
            keys += listing.at(i).key;
        }
        return keys;
    }
    /** "cur/KEY:2,S" */
    static void addMessage(FileListing& listing, const QByteArray& name)
    {
        listing.add(name, {4, name.indexOf(':') - 4});
    }

private Q_SLOTS:
    void namesComeInTheOrderOfTheirKeysWhateverTheOrderOnDisk()
    {
        FileListing listing;
        addMessage(listing, "new/b:2,");
        addMessage(listing, "cur/c:2,S");
        addMessage(listing, "cur/a.1:2,S");
        addMessage(listing, "cur/a:2,S");
        listing.sort();
        QCOMPARE(keysOf(listing), QByteArrayList({"a", "a.1", "b", "c"}));
        QCOMPARE(listing.at(2).name, QStringLiteral("new/b:2,"));
        QVERIFY(!listing.at(2).problem);
    }

    void aMessageIsFoundByItsKeyAlone()
    {
        FileListing listing;
        for (int i = 0; i < 1000; ++i) {
            addMessage(listing, "cur/" + QByteArray::number(i * 7919 % 1000) + ":2,RS");
        }
        listing.sort();
        for (int i = 0; i < 1000; ++i) {
            QCOMPARE(listing.find(QByteArray::number(i)), QStringLiteral("cur/%1:2,RS").arg(i));
        }
        QVERIFY(!listing.find("1000"));
        QVERIFY(!listing.find("cur/1:2,RS"));
        QVERIFY(!listing.find({}));
    }

    void ofTwoWithOneKeyEachIsFound()
    {
        FileListing listing;
        addMessage(listing, "new/x:2,");
        addMessage(listing, "cur/x:2,S");
        addMessage(listing, "cur/x:2,RS");
        listing.sort();
        QCOMPARE(keysOf(listing), QByteArrayList({"cur/x:2,S", "new/x:2,", "x"}));
        QCOMPARE(listing.find("x"), QStringLiteral("cur/x:2,RS"));
        QCOMPARE(listing.find("cur/x:2,S"), QStringLiteral("cur/x:2,S"));
        QCOMPARE(listing.find("new/x:2,"), QStringLiteral("new/x:2,"));
    }

    void whatIsNotReadSaysWhyAndIsNotFound_data()
    {
        QTest::addColumn<FileListing::Problem>("problem");
        QTest::addColumn<Failure::Kind>("kind");
        QTest::newRow("no file") << FileListing::Problem::NotAFile << Failure::Kind::PathUnsafe;
        QTest::newRow("link") << FileListing::Problem::SymbolicLink << Failure::Kind::PathUnsafe;
        QTest::newRow("name") << FileListing::Problem::UnknownNameEncoding << Failure::Kind::MessageUnreadable;
        QTest::newRow("folder") << FileListing::Problem::UnknownFolderEncoding << Failure::Kind::MessageUnreadable;
    }

    void whatIsNotReadSaysWhyAndIsNotFound()
    {
        QFETCH(FileListing::Problem, problem);
        QFETCH(Failure::Kind, kind);
        FileListing listing;
        listing.add("\xff", {0, 1}, problem);
        listing.sort();
        const StoredFile file = listing.at(0);
        QCOMPARE(file.key, QByteArray("\xff"));
        QVERIFY(file.name.isEmpty());
        QVERIFY(file.problem && file.problem->kind == kind);
        QVERIFY(!listing.find("\xff"));
    }

    void keysMayBeginWithTheFolder()
    {
        FileListing listing("Privat/");
        listing.add("b.eml", {0, 5});
        listing.sort();
        QCOMPARE(listing.at(0).key, QByteArray("Privat/b.eml"));
        QCOMPARE(listing.find("Privat/b.eml"), QStringLiteral("b.eml"));
        QVERIFY(!listing.find("b.eml"));
    }
};

QTEST_APPLESS_MAIN(TestFileListing)
#include "tst_file_listing.moc"
