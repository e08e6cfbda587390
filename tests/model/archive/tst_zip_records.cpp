// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/zip_records.h"

#include <QTest>
#include <QtEndian>

using namespace staffelstab::archive;

namespace {

template <typename T>
T at(const QByteArray& bytes, qsizetype offset)
{
    return qFromLittleEndian<T>(bytes.constData() + offset);
}

} // namespace

class TestZipRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackEachHeaderItWrites_data()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::addColumn<bool>("isStreamed");
        QTest::addColumn<quint64>("size");
        QTest::newRow("small") << false << false << quint64{17};
        QTest::newRow("just below 4 GiB") << false << false << quint64{0xFFFFFFFE};
        QTest::newRow("the first that needs ZIP64") << false << false << quint64{0xFFFFFFFF};
        QTest::newRow("huge") << false << false << (quint64{1} << 50);
        QTest::newRow("streamed") << false << true << quint64{0};
        QTest::newRow("encrypted") << true << false << quint64{99};
        QTest::newRow("encrypted, huge") << true << false << (quint64{1} << 40);
    }

    void readsBackEachHeaderItWrites()
    {
        QFETCH(bool, isEncrypted);
        QFETCH(bool, isStreamed);
        QFETCH(quint64, size);
        const ZipEntry entry{.name = "ä/b.eml",
                             .method = ZipEntry::Method::Stored,
                             .isEncrypted = isEncrypted,
                             .isStreamed = isStreamed,
                             .crc = isStreamed ? 0U : 0xDEADBEEFU,
                             .packed = size,
                             .size = size,
                             .dosTime = dosTimeOf(QDate(2026, 12, 31))};
        const QByteArray header = localHeader(entry);
        const std::optional<ZipEntry> read = parseLocalHeader(header);
        QVERIFY(read);
        QCOMPARE(read->name, entry.name);
        QCOMPARE(read->size, entry.size);
        QCOMPARE(read->packed, entry.packed);
        QCOMPARE(read->crc, entry.crc);
        QCOMPARE(read->isEncrypted, isEncrypted);
        QCOMPARE(read->isStreamed, isStreamed);
        QVERIFY(!parseLocalHeader(header.chopped(1)));
        QVERIFY(!parseLocalHeader(header + 'x'));
    }

    void putsLargeNumbersIntoTheZip64Field()
    {
        const quint64 large = 5ULL << 30;
        const QByteArray small = centralRecord({.name = "a", .packed = 1, .size = 2, .offset = 3});
        QCOMPARE(small.size(), 47);
        const QByteArray moved = centralRecord({.name = "a", .packed = 1, .size = 2, .offset = large});
        QCOMPARE(moved.size(), 47 + 12);
        QCOMPARE(at<quint32>(moved, 42), 0xFFFFFFFFU);
        QCOMPARE(at<quint64>(moved, 51), large);
        const QByteArray all = centralRecord({.name = "a", .packed = large + 1, .size = large + 2, .offset = large});
        QCOMPARE(all.size(), 47 + 28);
        QCOMPARE(at<quint64>(all, 51), large + 2);
        QCOMPARE(at<quint64>(all, 59), large + 1);
        QCOMPARE(at<quint64>(all, 67), large);
    }

    void endsInZip64OnlyWhereNeeded_data()
    {
        QTest::addColumn<quint64>("entries");
        QTest::addColumn<quint64>("size");
        QTest::addColumn<quint64>("offset");
        QTest::addColumn<bool>("isZip64");
        const quint64 large = 5ULL << 30;
        QTest::newRow("empty") << quint64{0} << quint64{0} << quint64{0} << false;
        QTest::newRow("most entries of the old format") << quint64{65534} << quint64{100} << quint64{100} << false;
        QTest::newRow("one entry more") << quint64{65535} << quint64{100} << quint64{100} << true;
        QTest::newRow("far away") << quint64{1} << quint64{100} << large << true;
        QTest::newRow("large directory") << quint64{1} << large << quint64{100} << true;
    }

    void endsInZip64OnlyWhereNeeded()
    {
        QFETCH(quint64, entries);
        QFETCH(quint64, size);
        QFETCH(quint64, offset);
        QFETCH(bool, isZip64);
        const QByteArray end = endRecords(entries, size, offset, "hello");
        QCOMPARE(end.size(), (isZip64 ? 76 : 0) + 22 + 5);
        QVERIFY(end.endsWith("hello"));
        if (isZip64) {
            QCOMPARE(at<quint64>(end, 32), entries);
            QCOMPARE(at<quint64>(end, 40), size);
            QCOMPARE(at<quint64>(end, 48), offset);
            QCOMPARE(at<quint64>(end, 64), offset + size);
        }
    }

    void refusesAHeaderWithAnyBitChanged()
    {
        const QByteArray header = localHeader(
            {.name = "n", .method = ZipEntry::Method::Stored, .isEncrypted = true, .packed = 128, .size = 100});
        const QByteArray central = centralRecord(*parseLocalHeader(header));
        for (qsizetype byte = 0; byte < header.size(); ++byte) {
            QByteArray changed = header;
            changed[byte] = static_cast<char>(changed[byte] ^ 1);
            const std::optional<ZipEntry> read = parseLocalHeader(changed);
            // What the header alone cannot tell, the directory's copy of the same fact does.
            QVERIFY2(!read || centralRecord(*read) != central || read->packed != 128 || read->size != 100,
                     qPrintable(QString::number(byte)));
        }
    }

    void keepsDatesInsideWhatDosKnew()
    {
        QCOMPARE(dosTimeOf(QDate(1980, 1, 1)), 0x00210000U);
        QCOMPARE(dosTimeOf(QDate()), 0x00210000U);
        QCOMPARE(dosTimeOf(QDate(1970, 5, 5)), 0x00210000U);
        QCOMPARE(dosTimeOf(QDate(2026, 12, 31)) >> 16, ((2026U - 1980U) << 9) | (12U << 5) | 31U);
    }
};

QTEST_GUILESS_MAIN(TestZipRecords)
#include "tst_zip_records.moc"
