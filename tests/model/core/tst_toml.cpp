// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toml.h"

#include <QTest>

using staffelstab::Failure;
using staffelstab::TomlTable;

class TestToml : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void each_type_is_read_as_it_is_written();
    void an_absent_key_gives_the_fallback();
    void a_wrong_value_is_named_with_line_and_column_data();
    void a_wrong_value_is_named_with_line_and_column();
    void an_unknown_key_is_named_with_line_and_column_data();
    void an_unknown_key_is_named_with_line_and_column();
    void text_that_is_no_toml_is_refused_data();
    void text_that_is_no_toml_is_refused();
    void umlauts_may_stand_where_white_space_may();
    void a_mistyped_key_is_named_before_the_one_that_is_missing();
    void the_place_of_a_callers_own_error_is_the_keys();
};

namespace {

TomlTable parsed(const QByteArray& text)
{
    auto table = TomlTable::parse(text, QStringLiteral("a.toml"));
    if (!table) {
        qFatal("the test's TOML is broken: %s", qPrintable(table.failure().detail));
    }
    return std::move(table).value();
}

/** A reader with one key of each type. */
void readAll(TomlTable& root)
{
    root.text(QStringLiteral("text"));
    root.choice(QStringLiteral("choice"), {QStringLiteral("a"), QStringLiteral("b")}, QStringLiteral("a"));
    root.integer(QStringLiteral("integer"), 1, 10, 5);
    root.number(QStringLiteral("number"), 0.5);
    root.boolean(QStringLiteral("boolean"), true);
    root.date(QStringLiteral("date"));
    root.texts(QStringLiteral("texts"));
    if (auto table = root.table(QStringLiteral("table"))) {
        table->text(QStringLiteral("inner"));
    }
    for (TomlTable& one : root.tables(QStringLiteral("tables"))) {
        one.text(QStringLiteral("inner"));
    }
}

} // namespace

void TestToml::each_type_is_read_as_it_is_written()
{
    TomlTable root =
        parsed("text = \"Größe\"\nchoice = 'b'\ninteger = 7\nnumber = 2\nboolean = false\n"
               "date = 2026-12-31\ntexts = ['x', 'y']\n[table]\ninner = '1'\n[[tables]]\ninner = '2'\n[[tables]]\n");
    QCOMPARE(root.text(QStringLiteral("text")), QStringLiteral("Größe"));
    QCOMPARE(root.choice(QStringLiteral("choice"), {QStringLiteral("b")}, {}), QStringLiteral("b"));
    QCOMPARE(root.integer(QStringLiteral("integer"), 0, 9, 0), 7);
    QCOMPARE(root.number(QStringLiteral("number"), 0), 2.0);
    QCOMPARE(root.boolean(QStringLiteral("boolean"), true), false);
    QCOMPARE(root.date(QStringLiteral("date")), QDate(2026, 12, 31));
    QCOMPARE(root.texts(QStringLiteral("texts")), QStringList({QStringLiteral("x"), QStringLiteral("y")}));
    auto table = root.table(QStringLiteral("table"));
    QVERIFY(table.has_value());
    QCOMPARE(table->text(QStringLiteral("inner")), QStringLiteral("1"));
    auto tables = root.tables(QStringLiteral("tables"));
    QCOMPARE(tables.size(), std::size_t(2));
    QCOMPARE(tables[0].text(QStringLiteral("inner")), QStringLiteral("2"));
    QVERIFY(!tables[1].has(QStringLiteral("inner")));
    QVERIFY(root.finish().isOk());
}

void TestToml::an_absent_key_gives_the_fallback()
{
    TomlTable root = parsed("");
    QCOMPARE(root.text(QStringLiteral("t"), QStringLiteral("f")), QStringLiteral("f"));
    QCOMPARE(root.choice(QStringLiteral("c"), {}, QStringLiteral("f")), QStringLiteral("f"));
    QCOMPARE(root.integer(QStringLiteral("i"), 0, 1, 42), 42);
    QCOMPARE(root.number(QStringLiteral("n"), 0.25), 0.25);
    QCOMPARE(root.boolean(QStringLiteral("b"), true), true);
    QVERIFY(!root.date(QStringLiteral("d")).isValid());
    QVERIFY(root.texts(QStringLiteral("l")).isEmpty());
    QVERIFY(!root.table(QStringLiteral("t2")).has_value());
    QVERIFY(root.tables(QStringLiteral("t3")).empty());
    QVERIFY(root.finish().isOk());
}

void TestToml::a_wrong_value_is_named_with_line_and_column_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("number for a text") << QByteArray("text = 1") << QStringLiteral("1:8: text ");
    QTest::newRow("NUL in a text") << QByteArray("text = \"a\\u0000b\"") << QStringLiteral("1:8: text ");
    QTest::newRow("not among the choices") << QByteArray("\nchoice = 'c'") << QStringLiteral("2:10: choice ");
    QTest::newRow("choice of a wrong type") << QByteArray("choice = true") << QStringLiteral("1:10: choice ");
    QTest::newRow("integer too large") << QByteArray("integer = 11") << QStringLiteral("1:11: integer ");
    QTest::newRow("integer in quotation marks") << QByteArray("integer = '3'") << QStringLiteral("1:11: integer ");
    QTest::newRow("text for a number") << QByteArray("number = 'x'") << QStringLiteral("1:10: number ");
    QTest::newRow("text for a truth") << QByteArray("boolean = 'yes'") << QStringLiteral("1:11: boolean ");
    QTest::newRow("date in quotation marks") << QByteArray("date = '2026-12-31'") << QStringLiteral("1:8: date ");
    QTest::newRow("date with a time") << QByteArray("date = 2026-12-31T10:00:00Z") << QStringLiteral("1:8: date ");
    QTest::newRow("text for a list") << QByteArray("texts = 'x'") << QStringLiteral("1:9: texts ");
    QTest::newRow("number in a list of texts") << QByteArray("texts = ['x', 2]") << QStringLiteral("1:15: texts ");
    QTest::newRow("text for a table") << QByteArray("table = 'x'") << QStringLiteral("1:9: table ");
    QTest::newRow("table for a list of tables") << QByteArray("[tables]\ninner='x'") << QStringLiteral("1:1: tables ");
    QTest::newRow("deep inside") << QByteArray("[[tables]]\n\ninner = 5") << QStringLiteral("3:9: inner ");
}

void TestToml::a_wrong_value_is_named_with_line_and_column()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    TomlTable root = parsed(text);
    readAll(root);
    const auto finished = root.finish();
    QVERIFY(!finished.isOk());
    QCOMPARE(finished.failure().kind, Failure::Kind::BadInput);
    QCOMPARE(finished.failure().subject, QStringLiteral("a.toml"));
    QVERIFY2(finished.failure().detail.startsWith(place), qPrintable(finished.failure().detail));
}

void TestToml::an_unknown_key_is_named_with_line_and_column_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("at the top") << QByteArray("text = 'x'\nnaem = 1") << QStringLiteral("2:1: unknown key naem");
    QTest::newRow("in a table") << QByteArray("[table]\n  inne = 'x'") << QStringLiteral("2:3: unknown key inne");
    QTest::newRow("in a list of tables") << QByteArray("tables = [{ inner = 'x', more = 1 }]")
                                         << QStringLiteral("1:26: unknown key more");
    QTest::newRow("a whole table") << QByteArray("[other]\nx = 1") << QStringLiteral("1:2: unknown key other");
    QTest::newRow("the first of two") << QByteArray("zz = 1\naa = 2") << QStringLiteral("1:1: unknown key zz");
}

void TestToml::an_unknown_key_is_named_with_line_and_column()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    TomlTable root = parsed(text);
    readAll(root);
    const auto finished = root.finish();
    QVERIFY(!finished.isOk());
    QCOMPARE(finished.failure().detail, detail);
}

void TestToml::text_that_is_no_toml_is_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("no value") << QByteArray("a = 1\nb =") << QStringLiteral("2:");
    QTest::newRow("the same key twice") << QByteArray("a = 1\na = 2") << QStringLiteral("2:");
    QTest::newRow("broken UTF-8") << QByteArray("a = '\xff'") << QStringLiteral("1:");
    QTest::newRow("a day that does not exist") << QByteArray("a = 2026-02-30") << QStringLiteral("1:");
    QTest::newRow("nested without end") << QByteArray("a = ") + QByteArray(100000, '[') << QStringLiteral("1:");
}

void TestToml::text_that_is_no_toml_is_refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    const auto table = TomlTable::parse(text, QStringLiteral("a.toml"));
    QVERIFY(!table.isOk());
    QCOMPARE(table.failure().kind, Failure::Kind::BadInput);
    QVERIFY2(table.failure().detail.startsWith(line), qPrintable(table.failure().detail));
    QVERIFY(!table.failure().detail.contains(u'\n'));
}

void TestToml::umlauts_may_stand_where_white_space_may()
{
    // The parser's own table of white space has a hole at these letters.
    TomlTable root = parsed("text = \"\"\"a \\\n  \u00fcber\"\"\"");
    QCOMPARE(root.text(QStringLiteral("text")), QStringLiteral("a über"));
    for (const QByteArray& broken :
         {QByteArray("\u00fc = 1"), QByteArray("a = 1 \u00fc"), QByteArray("[a] \u00e4"), QByteArray("[\u00e4]"),
          QByteArray("[+]"), QByteArray("[[ ="), QByteArray("a.\u00e4 = 1"), QByteArray("a = {\u00e4=1}")}) {
        QVERIFY(!TomlTable::parse(broken, QStringLiteral("a.toml")).isOk());
    }
}

void TestToml::a_mistyped_key_is_named_before_the_one_that_is_missing()
{
    TomlTable root = parsed("[table]\nnmae = 'x'");
    auto table = root.table(QStringLiteral("table"));
    QVERIFY(table.has_value());
    table->fail(QStringLiteral("name"), QStringLiteral("name is missing"));
    QCOMPARE(root.finish().failure().detail, QStringLiteral("2:1: unknown key nmae"));
}

void TestToml::the_place_of_a_callers_own_error_is_the_keys()
{
    TomlTable root = parsed("\na = 'x'\n");
    root.text(QStringLiteral("a"));
    root.fail(QStringLiteral("a"), QStringLiteral("a is not an address"));
    QCOMPARE(root.finish().failure().detail, QStringLiteral("2:5: a is not an address"));
    TomlTable empty = parsed("");
    empty.fail(QStringLiteral("b"), QStringLiteral("b is missing"));
    QCOMPARE(empty.finish().failure().detail, QStringLiteral("1:1: b is missing"));
}

QTEST_GUILESS_MAIN(TestToml)
#include "tst_toml.moc"
