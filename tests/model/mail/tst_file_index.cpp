// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/file_index.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;
using Problem = FileListing::Problem;

class TestFileIndex : public QObject
{
    Q_OBJECT

    /** Both rounds over names like "cur/KEY:2,S". */
    static FileIndex indexOf(const QByteArrayList& names)
    {
        FileIndex index;
        const auto partOf = [](const QByteArray& name) { return FileListing::KeyPart{4, name.indexOf(':') - 4}; };
        for (const QByteArray& name : names) {
            index.add(name, partOf(name), Problem::None);
        }
        if (index.findTwins()) {
            for (const QByteArray& name : names) {
                index.addTwin(name, partOf(name), Problem::None);
            }
            index.sortTwins();
        }
        return index;
    }

private Q_SLOTS:
    void aKeyLeadsToItsNameWhateverStandsAroundIt()
    {
        const FileIndex index = indexOf({"new/b:2,", "cur/c:2,S", "cur/a.1:2,RS", "cur/a:2,S"});
        QCOMPARE(index.find("a"), QStringLiteral("cur/a:2,S"));
        QCOMPARE(index.find("a.1"), QStringLiteral("cur/a.1:2,RS"));
        QCOMPARE(index.find("b"), QStringLiteral("new/b:2,"));
        QCOMPARE(index.find("c"), QStringLiteral("cur/c:2,S"));
        QVERIFY(!index.find("d"));
        QVERIFY(!index.find({}));
    }

    void twinsAreNamedAsInAListing()
    {
        const QByteArrayList names{"new/x:2,", "cur/x:2,S", "cur/y:2,", "cur/x:2,RS"};
        const FileIndex index = indexOf(names);
        FileListing listing;
        for (const QByteArray& name : names) {
            listing.add(name, {4, name.indexOf(':') - 4});
        }
        listing.sort();
        for (std::size_t i = 0; i < listing.size(); ++i) {
            QCOMPARE(index.find(listing.at(i).key), listing.at(i).name);
        }
        QCOMPARE(index.find("x"), QStringLiteral("cur/x:2,RS"));
    }

    void whatIsNotReadIsNotFound()
    {
        FileIndex index;
        index.add("link", {0, 4}, Problem::NotAFile);
        QVERIFY(!index.findTwins());
        QVERIFY(!index.find("link"));
    }

    void keysMayBeginWithTheFolder()
    {
        FileIndex index("Privat/");
        index.add("b.eml", {0, 5}, Problem::None);
        QVERIFY(!index.findTwins());
        QCOMPARE(index.find("Privat/b.eml"), QStringLiteral("b.eml"));
        QVERIFY(!index.find("b.eml"));
    }
};

QTEST_APPLESS_MAIN(TestFileIndex)
#include "tst_file_index.moc"
