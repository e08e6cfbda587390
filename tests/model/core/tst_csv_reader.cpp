// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv_reader.h"

#include <QTest>

using staffelstab::CsvReader;
using staffelstab::Failure;

using Rows = QList<QStringList>;

class TestCsvReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_spreadsheets_write_is_read_data();
    void what_spreadsheets_write_is_read();
    void a_broken_file_is_named_with_its_place_data();
    void a_broken_file_is_named_with_its_place();
    void the_line_of_a_row_is_known();
};

namespace {

QStringList fields(const char* text)
{
    return QString::fromUtf8(text).split(u'|');
}

QByteArray utf16(const char* text, bool isBigEndian)
{
    QByteArray bytes;
    for (const QChar c : u'\uFEFF' + QString::fromUtf8(text)) {
        const char pair[]{static_cast<char>(c.unicode() >> 8), static_cast<char>(c.unicode() & 0xFF)};
        bytes.append(pair[isBigEndian ? 0 : 1]).append(pair[isBigEndian ? 1 : 0]);
    }
    return bytes;
}

} // namespace

void TestCsvReader::what_spreadsheets_write_is_read_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<Rows>("rows");
    const auto row = [](const char* name, const QByteArray& bytes, const char* header, const QList<const char*>& rows) {
        Rows expected;
        for (const char* one : rows) {
            expected.append(fields(one));
        }
        QTest::newRow(name) << bytes << fields(header) << expected;
    };
    row("comma", "a,b\n1,2\n3,4\n", "a|b", {"1|2", "3|4"});
    row("semicolon", "a;b,c\n1;2,5\n", "a|b,c", {"1|2,5"});
    row("tab", "a\tb\n1\t2\n", "a|b", {"1|2"});
    row("one column", "a\n1\n", "a", {"1"});
    row("Excel's line", "sep=|\na|b\n1|2\n", "a|b", {"1|2"});
    row("Windows line ends", "a,b\r\n1,2\r\n", "a|b", {"1|2"});
    row("old Mac line ends", "a,b\r1,2\r", "a|b", {"1|2"});
    row("no line end at the end", "a,b\n1,2", "a|b", {"1|2"});
    row("quoted", "\"a,1\",\"b\"\n\"say \"\"x\"\"\",\"2\"\n", "a,1|b", {"say \"x\"|2"});
    row("line break in a field", "a,b\n\"1\r\n2\",3\n4,5\n", "a|b", {"1\n2|3", "4|5"});
    row("quotation mark inside", "a,b\n15\" screen,2\n", "a|b", {"15\" screen|2"});
    row("empty lines", "\n\na,b\n\n1,2\n,\n", "a|b", {"1|2"});
    row("short row", "a,b,c\n1\n", "a|b|c", {"1||"});
    row("empty fields too many", "a,b\n1,2,,\n", "a|b", {"1|2"});
    row("blanks around", " a , b\n 1 ,\t2 \n", "a|b", {"1|2"});
    row("header only", "a,b\n", "a|b", {});
    row("UTF-8", "Gerät,ß\nä,€\n", "Gerät|ß", {"ä|€"});
    row("UTF-8 with mark", "\xEF\xBB\xBFGerät,b\n1,2\n", "Gerät|b", {"1|2"});
    row("Windows-1252", "Ger\xE4t;Preis\n\x84Uhr\x93;\x80\n", "Gerät|Preis", {"„Uhr“|€"});
    row("UTF-16 little endian", utf16("Gerät,b\n€,2\n", false), "Gerät|b", {"€|2"});
    row("UTF-16 big endian", utf16("Gerät,b\n€,2\n", true), "Gerät|b", {"€|2"});
}

void TestCsvReader::what_spreadsheets_write_is_read()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, header);
    QFETCH(Rows, rows);
    auto reader = CsvReader::open(bytes, QStringLiteral("a.csv"));
    QVERIFY2(reader.isOk(), reader.isOk() ? "" : qPrintable(reader.failure().detail));
    QCOMPARE(reader->header(), header);
    Rows read;
    for (QStringList row; reader->next(row);) {
        read.append(row);
    }
    QVERIFY(reader->status().isOk());
    QCOMPARE(read, rows);
}

void TestCsvReader::a_broken_file_is_named_with_its_place_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("1:1: there is no line with");
    QTest::newRow("blank") << QByteArray("\n\n;;\n") << QStringLiteral("1:1: there is no line with");
    QTest::newRow("binary") << QByteArray("a,b\n\0,2", 8) << QStringLiteral("1:1: this is no text");
    QTest::newRow("open quote") << QByteArray("a,b\n1,\"2\n3,4\n") << QStringLiteral("2:1: a quotation mark");
    QTest::newRow("open quote in the header") << QByteArray("a,\"b\n") << QStringLiteral("1:1: a quotation mark");
    QTest::newRow("too many fields") << QByteArray("a,b\n1,2\n1,2,3\n") << QStringLiteral("3:1: there are more fields");
    QTest::newRow("too many columns") << QByteArray(2000, ',') << QStringLiteral("1:1001: there are more than");
}

void TestCsvReader::a_broken_file_is_named_with_its_place()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, detail);
    auto reader = CsvReader::open(bytes, QStringLiteral("a.csv"));
    Failure failure;
    if (reader) {
        for (QStringList row; reader->next(row);) {
        }
        QVERIFY(!reader->status().isOk());
        failure = reader->status().failure();
    } else {
        failure = reader.failure();
    }
    QCOMPARE(failure.kind, Failure::Kind::BadInput);
    QCOMPARE(failure.subject, QStringLiteral("a.csv"));
    QVERIFY2(failure.detail.startsWith(detail), qPrintable(failure.detail));
}

void TestCsvReader::the_line_of_a_row_is_known()
{
    auto reader = CsvReader::open("a,b\n\n\"1\n2\",3\n4,5\n", QStringLiteral("a.csv"));
    QVERIFY(reader.isOk());
    QStringList row;
    QVERIFY(reader->next(row));
    QCOMPARE(reader->line(), 3);
    QVERIFY(reader->next(row));
    QCOMPARE(reader->line(), 5);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
