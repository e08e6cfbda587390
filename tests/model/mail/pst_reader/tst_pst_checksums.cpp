// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst_reader/pst_checksums.h"
#include "mail/pst_reader/pst_size.h"

#include <QBuffer>
#include <QTest>
#include <QtEndian>

#include <zlib.h>

using namespace staffelstab::mail::pst;

namespace {

/** A file of the smallest kind in one of the two formats: two trees, a block. */
struct Smallest
{
    explicit Smallest(bool isUnicode) : word(isUnicode ? 8 : 4), bytes(0x840, '\0')
    {
        bytes.replace(0, 4, "!BDN");
        qToLittleEndian<quint16>(isUnicode ? 23 : 14, bytes.data() + 10);
        put(isUnicode ? 0xB8 : 0xA8, static_cast<quint64>(bytes.size()));
        put(isUnicode ? 0xE0 : 0xBC, 0x200);
        put(isUnicode ? 0xF0 : 0xC4, 0x400);
        put(0x200, 0x21);
        closePage(0x200, 0x81, 1, 4 * word, 0);
        branch(0x400, 0x600);
        put(0x600, 4);
        put(0x600 + word, 0x800);
        qToLittleEndian<quint16>(5, bytes.data() + 0x600 + 2L * word);
        closePage(0x600, 0x80, 1, word == 8 ? 24 : 12, 0);
        bytes.replace(0x800, 5, "Hallo");
        qToLittleEndian<quint16>(5, bytes.data() + 0x840 - (word == 8 ? 16 : 12));
        qToLittleEndian(sumOf(0x800, 5), bytes.data() + 0x840 - (word == 8 ? 12 : 4));
    }

    void put(qsizetype at, quint64 value)
    {
        if (word == 8) {
            qToLittleEndian(value, bytes.data() + at);
        } else {
            qToLittleEndian(static_cast<quint32>(value), bytes.data() + at);
        }
    }
    /** A page of the blocks' tree, above the leaf, that leads to `to`. */
    void branch(qsizetype at, quint64 to, char level = 1)
    {
        put(at, 4);
        put(at + word, 8);
        put(at + 2L * word, to);
        closePage(at, 0x80, 1, 3 * word, level);
    }
    void closePage(qsizetype at, int kind, int count, int size, char level)
    {
        const qsizetype counts = word == 8 ? 488 : 496;
        bytes[at + counts] = static_cast<char>(count);
        bytes[at + counts + 2] = static_cast<char>(size);
        bytes[at + counts + 3] = level;
        const qsizetype trailer = word == 8 ? 496 : 500;
        bytes[at + trailer] = static_cast<char>(kind);
        qToLittleEndian(sumOf(at, trailer), bytes.data() + at + (word == 8 ? 500 : 508));
    }
    [[nodiscard]] quint32 sumOf(qsizetype at, qsizetype size) const
    {
        const auto* from = reinterpret_cast<const Bytef*>(bytes.constData() + at);
        return ~static_cast<quint32>(crc32(0xFFFFFFFFU, from, static_cast<uInt>(size)));
    }

    qsizetype word;
    QByteArray bytes;
};

int damagedIn(QByteArray bytes)
{
    QBuffer file(&bytes);
    if (!file.open(QIODevice::ReadOnly)) {
        return -2;
    }
    bool isPossible = true;
    const auto found =
        compareChecksums(file, [&](const ChecksumsFound& now) { isPossible = isPossible && now.done <= now.total; });
    return !isPossible ? -3 : found ? static_cast<int>(found->damaged) : -1;
}

} // namespace

class TestPstChecksums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEachByteThatIsNotAsItWasWritten_data()
    {
        QTest::addColumn<bool>("isUnicode");
        QTest::addColumn<int>("at");
        const auto rows = [](bool isUnicode, std::initializer_list<int> places) {
            for (const int at : places) {
                QTest::newRow(qPrintable(QStringLiteral("%1 at %2").arg(isUnicode ? "Unicode" : "ANSI").arg(at)))
                    << isUnicode << at;
            }
        };
        // Entries and room of each page, text and room's end of the block; then kind and checksum of each page.
        for (const bool isUnicode : {true, false}) {
            rows(isUnicode, {0x200, 0x203, 0x400, 0x410, 0x600, 0x608, 0x700, 0x800, 0x804});
        }
        rows(true, {0x3F0, 0x3F6, 0x5F0, 0x7F7, 0x830, 0x834});
        rows(false, {0x3F4, 0x3FE, 0x5F4, 0x7FF, 0x834, 0x83C});
    }

    void findsEachByteThatIsNotAsItWasWritten()
    {
        QFETCH(bool, isUnicode);
        QFETCH(int, at);
        QByteArray bytes = Smallest(isUnicode).bytes;
        QCOMPARE(damagedIn(bytes), 0);
        bytes[at] = static_cast<char>(bytes.at(at) ^ 0x40);
        QCOMPARE(damagedIn(bytes), 1);
    }

    void countsWhatLeadsNowhere_data()
    {
        QTest::addColumn<bool>("isUnicode");
        QTest::newRow("Unicode") << true;
        QTest::newRow("ANSI") << false;
    }

    void countsWhatLeadsNowhere()
    {
        QFETCH(bool, isUnicode);
        Smallest outside(isUnicode);
        outside.branch(0x400, 1ULL << 31U);
        QCOMPARE(damagedIn(outside.bytes), 1);
        Smallest farOutside(isUnicode);
        farOutside.put(0x600 + farOutside.word, 3ULL << 30U);
        farOutside.closePage(0x600, 0x80, 1, isUnicode ? 24 : 12, 0);
        QCOMPARE(damagedIn(farOutside.bytes), 1);
        Smallest circle(isUnicode);
        circle.branch(0x400, 0x400);
        QCOMPARE(damagedIn(circle.bytes), 1);
        Smallest wrongLevel(isUnicode);
        wrongLevel.branch(0x400, 0x600, 5);
        QCOMPARE(damagedIn(wrongLevel.bytes), 1);
        Smallest wrongKind(isUnicode);
        wrongKind.branch(0x400, 0x200);
        QCOMPARE(damagedIn(wrongKind.bytes), 1);
        Smallest tooMany(isUnicode);
        tooMany.closePage(0x600, 0x80, 255, isUnicode ? 24 : 12, 0);
        QCOMPARE(damagedIn(tooMany.bytes), 1);
        Smallest tooSmall(isUnicode);
        tooSmall.closePage(0x600, 0x80, 1, 2, 0);
        QCOMPARE(damagedIn(tooSmall.bytes), 1);
        const Smallest cut(isUnicode);
        QCOMPARE(damagedIn(cut.bytes.first(0x810)), 1);
        QCOMPARE(damagedIn(cut.bytes.first(0x300)), 2);
    }

    void saysNothingOfWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray large = Smallest(true).bytes;
        large[10] = 36;
        QTest::newRow("pages of 4 KiB") << large;
        QTest::newRow("another file") << QByteArray(4096, 'x');
        QTest::newRow("cut within the header") << Smallest(true).bytes.first(511);
        QTest::newRow("empty") << QByteArray();
    }

    void saysNothingOfWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(damagedIn(bytes), -1);
    }

    void theHeaderNamesTheEnd()
    {
        QCOMPARE(sizeByHeader(Smallest(true).bytes), std::optional<quint64>(0x840));
        QCOMPARE(sizeByHeader(Smallest(false).bytes), std::optional<quint64>(0x840));
        QByteArray between = Smallest(true).bytes;
        between[10] = 19;
        QCOMPARE(sizeByHeader(between), std::optional<quint64>());
        QCOMPARE(sizeByHeader(QByteArray("!BDN")), std::optional<quint64>());
    }
};

QTEST_GUILESS_MAIN(TestPstChecksums)
#include "tst_pst_checksums.moc"
