// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/mbox_splitter.h"

#include "mail_recorders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

namespace {

const QByteArray dated = "From lea@firma.example Fri Nov  6 10:00:00 2026\n";

QByteArray three(const QByteArray& from, const QByteArray& between = "\n", const QByteArray& body = "Hallo\n")
{
    return from + letter("1", body) + between + from + letter("2", body) + between + from + letter("3", body) + between;
}

QByteArray withLength(const QByteArray& body, qsizetype length)
{
    return "Subject: x\nContent-Length: " + QByteArray::number(length) + "\n\n" + body;
}

QByteArray threeWithLength(const QByteArray& body, qsizetype length)
{
    const QByteArray one = dated + withLength(body, length) + "\n";
    return one + one + one;
}

QByteArray crlf(QByteArray text)
{
    return text.replace("\n", "\r\n");
}

} // namespace

class TestMboxSplitter : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    std::vector<MboxEntry> split(const QByteArray& bytes)
    {
        const QString path = m_dir.filePath(QStringLiteral("mbox"));
        writeFile(path, bytes);
        MboxSplitter splitter;
        std::vector<MboxEntry> found;
        if (!splitter.open(path)) {
            qFatal("cannot open");
        }
        while (true) {
            auto entry = splitter.next({});
            if (!entry) {
                qFatal("cannot split");
            }
            if (!entry->has_value()) {
                return found;
            }
            found.push_back(**entry);
        }
    }

    /** Every byte belongs to exactly one stretch. */
    static bool addsUp(const std::vector<MboxEntry>& entries, qint64 size)
    {
        qint64 at = 0;
        for (const MboxEntry& entry : entries) {
            if (entry.begin != at || entry.message < entry.begin || entry.length < 0 ||
                entry.message + entry.length > entry.end) {
                return false;
            }
            at = entry.end;
        }
        return at == size;
    }

private Q_SLOTS:
    void findsTheMessagesOfEachVariant_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("messages");
        const QByteArray quote = "Er schrieb:\n\nFrom here on: nothing\nmore\n";
        const QByteArray inlined = "Er schrieb:\n\n" + dated + "Subject: innen\n\nText\n";
        QTest::newRow("mboxrd") << three(dated, "\n", "a\n>From b\n>>From c\n") << 3;
        QTest::newRow("CRLF") << crlf(three(dated)) << 3;
        QTest::newRow("Mozilla") << three("From - Fri Nov 06 10:00:00 2026\n") << 3;
        QTest::newRow("Eudora") << three("From ???@???  Fri Nov 06 10:00:00 2026\n") << 3;
        QTest::newRow("zone at the end") << three("From lea@firma.example Fri Nov  6 10:00:00 2026 +0100\n") << 3;
        QTest::newRow("takeout") << three("From 1799999999999@xxx Fri Nov 06 10:00:00 +0000 2026\n") << 3;
        QTest::newRow("unquoted From in a paragraph") << three(dated, "\n", "Er schrieb\nFrom here on nothing\n") << 3;
        QTest::newRow("unquoted From behind an empty line") << three(dated, "\n", quote) << 3;
        QTest::newRow("no empty line between") << three(dated, "") << 3;
        QTest::newRow("no date") << three("From MAILER-DAEMON\n") << 3;
        QTest::newRow("exactly a From_ line, no length") << three(dated, "\n", inlined) << 6;
        QTest::newRow("mboxcl2 with exactly a From_ line") << threeWithLength(inlined, inlined.size()) << 3;
        QTest::newRow("wrong length") << threeWithLength("Hallo\n", 7777) << 3;
        QTest::newRow("length that is too small") << threeWithLength("Hallo Welt\n", 3) << 3;
        QTest::newRow("negative length") << threeWithLength("Hallo\n", -5) << 3;
        QTest::newRow("empty bodies") << three(dated, "\n", "") << 3;
        QTest::newRow("empty lines first") << "\n\r\n" + three(dated) << 3;
        QTest::newRow("no line break at the end") << three(dated).chopped(2) << 3;
        QTest::newRow("From_ line repeated as header")
            << three(dated + ">From other@firma.example Fri Nov  6 10:00:00 2026\n") << 3;
        QTest::newRow("only a From_ line") << dated << 1;
        QTest::newRow("empty file") << QByteArray() << 0;
    }

    void findsTheMessagesOfEachVariant()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, messages);
        const auto entries = split(file);
        QCOMPARE(int(entries.size()), messages);
        QVERIFY(addsUp(entries, file.size()));
        for (const MboxEntry& entry : entries) {
            QVERIFY(entry.isMessage);
            QVERIFY(file.mid(entry.message, entry.length).startsWith(entry.header));
        }
    }

    void deliversMessagesWithoutWhatSeparatesThem()
    {
        const QByteArray file = three(dated, "\n", "Hallo\n\nWelt\n>From hier\n");
        for (const MboxEntry& entry : split(file)) {
            const QByteArray message = file.mid(entry.message, entry.length);
            QVERIFY(message.startsWith("From: Lea"));
            QVERIFY(message.endsWith("\nWelt\n>From hier\n"));
        }
    }

    void isNotLedAstrayByOneMadeUpLength()
    {
        const QByteArray second = dated + letter("second");
        const QByteArray first = dated + letter("first") + "\n";
        const QByteArray liar =
            dated + "Subject: liar\nContent-Length: " + QByteArray::number(second.size() + 7) + "\n\nHallo\n\n";
        QCOMPARE(split(first + liar + second).size(), std::size_t(3));
    }

    void reportsBytesBeforeTheFirstMessage()
    {
        const QByteArray file = "garbage\n\nmore\n\n" + three(dated);
        const auto entries = split(file);
        QCOMPARE(entries.size(), std::size_t(4));
        QVERIFY(!entries.front().isMessage);
        QVERIFY(addsUp(entries, file.size()));
        const auto noMbox = split("no mbox at all");
        QCOMPARE(noMbox.size(), std::size_t(1));
        QVERIFY(!noMbox.front().isMessage);
    }

    void takesNothingForAFromLineThatIsNoLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray mac = QByteArray(dated + letter("1") + "\n" + dated + letter("2")).replace('\n', '\r');
        QTest::newRow("line ends of old Macs") << mac;
        QTest::newRow("the same, larger than a window") << mac.repeated(100);
        QTest::newRow("one long line") << QByteArray("From ") + QByteArray(100'000, 'x') + "\nmore\n";
        QTest::newRow("without an end") << QByteArray("From lea@firma.example Fri Nov  6 10:00:00 2026");
    }

    /** Else these bytes would count as what separates messages and be in none. */
    void takesNothingForAFromLineThatIsNoLine()
    {
        QFETCH(QByteArray, bytes);
        const auto found = split(bytes);
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(!found[0].isMessage);
        QCOMPARE(found[0].message, 0);
        QVERIFY(found[0].length >= bytes.size() - 1);
        QVERIFY(addsUp(found, bytes.size()));
    }

    void findsFromLinesAtEveryPlaceOfTheWindow()
    {
        for (const qsizetype shift : {-9000, -8193, -60, -6, -1, 0, 1, 5, 60}) {
            const qsizetype length = 2 * 1024 * 1024 + shift - dated.size() - letter("1", {}).size();
            const QByteArray lines =
                QByteArray("0123456789 From abc\n").repeated(length / 20 + 1).first(length - 1) + "\n";
            const QByteArray file = dated + letter("1", lines) + "\n" + dated + letter("2") + "\n";
            const auto entries = split(file);
            QCOMPARE(entries.size(), std::size_t(2));
            QCOMPARE(entries.front().length, letter("1", lines).size());
            QVERIFY(addsUp(entries, file.size()));
        }
    }

    void cutsOffHeadersBeyondTheLimit()
    {
        const QByteArray file = dated + "X: " + QByteArray(5'000'000, 'x') + "\n\nbody\n\n" + dated + letter("2");
        const auto entries = split(file);
        QCOMPARE(entries.size(), std::size_t(2));
        QCOMPARE(entries.front().header.size(), 4 * 1024 * 1024 + 1);
        QVERIFY(addsUp(entries, file.size()));
    }

    void readsOneLineOf30Megabytes()
    {
        const QByteArray file = dated + letter("1", QByteArray(30'000'000, 'x') + "\n") + "\n" + dated + letter("2");
        QCOMPARE(split(file).size(), std::size_t(2));
    }

    void stopsWhenCancelled()
    {
        const QString path = m_dir.filePath(QStringLiteral("cancelled"));
        writeFile(path, three(dated));
        MboxSplitter splitter;
        QVERIFY(splitter.open(path).isOk());
        QCOMPARE(splitter.next(cancelledAfter(0)).failure().kind, Failure::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestMboxSplitter)
#include "tst_mbox_splitter.moc"
