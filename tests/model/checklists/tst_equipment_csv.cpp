// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/equipment.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::checklists;

class TestEquipmentCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_snipe_it_export_gives_the_leavers_things_only();
    void german_columns_are_understood();
    void any_sign_of_the_holder_counts_data();
    void any_sign_of_the_holder_counts();
    void a_list_without_a_holder_is_taken_whole();
    void model_and_maker_name_what_has_no_name();
    void what_is_no_list_of_things_is_refused_data();
    void what_is_no_list_of_things_is_refused();
};

namespace {

Person lea()
{
    return {QStringLiteral("Lea Gehtbald"), QStringLiteral("lea.gehtbald@firma.example"), {}, QStringLiteral("4711")};
}

} // namespace

void TestEquipmentCsv::a_snipe_it_export_gives_the_leavers_things_only()
{
    const QByteArray csv =
        "Company,Asset Name,Asset Tag,Model,Model No.,Category,Manufacturer,Serial,Purchase Date,Cost,Checked Out "
        "To,Type,"
        "Employee No.,Status,Notes\n"
        "Beispiel GmbH,NB-042,A-0042,ThinkPad T14,20W0,Notebook,Lenovo,PF-3XY,2024-01-02,1200.00,Lea "
        "Gehtbald,user,4711,"
        "Deployed (deployed),\"Kratzer, Deckel\"\n"
        "Beispiel GmbH,NB-043,A-0043,ThinkPad T14,20W0,Notebook,Lenovo,PF-3XZ,,,Max Bleibt,user,4712,Deployed,\n"
        "Beispiel GmbH,,A-0050,iPhone 13,,Mobiltelefon,Apple,F2L,,,Lea Gehtbald,user,4711,Deployed,\n";
    const auto import = readEquipmentCsv(csv, QStringLiteral("a.csv"), lea());
    QVERIFY2(import.isOk(), import.isOk() ? "" : qPrintable(import.failure().detail));
    QVERIFY(import->isForOnePerson);
    QCOMPARE(import->others, 1);
    QCOMPARE(import->lines.size(), 2);
    const EquipmentLine& notebook = import->lines.first();
    QCOMPARE(notebook.item, QStringLiteral("NB-042 (Lenovo ThinkPad T14)"));
    QCOMPARE(notebook.inventoryNumber, QStringLiteral("A-0042"));
    QCOMPARE(notebook.serialNumber, QStringLiteral("PF-3XY"));
    QCOMPARE(notebook.remark, QStringLiteral("Kratzer, Deckel"));
    QCOMPARE(notebook.state, EquipmentLine::State::Open);
    QCOMPARE(import->lines.last().item, QStringLiteral("Apple iPhone 13"));
}

void TestEquipmentCsv::german_columns_are_understood()
{
    const QByteArray csv = "Bezeichnung;Inventar-Nr.;Serien-Nr.;Zubeh\xF6r;Bemerkung;Ausgegeben an\r\n"
                           "Schl\xFCssel B\xFCro;S-7;;Anh\xE4nger;;Gehtbald, Lea\r\n";
    const auto import = readEquipmentCsv(csv, QStringLiteral("a.csv"), lea());
    QVERIFY2(import.isOk(), import.isOk() ? "" : qPrintable(import.failure().detail));
    QCOMPARE(import->lines.size(), 1);
    QCOMPARE(import->lines.first().item, QStringLiteral("Schlüssel Büro"));
    QCOMPARE(import->lines.first().inventoryNumber, QStringLiteral("S-7"));
    QCOMPARE(import->lines.first().accessories, QStringLiteral("Anhänger"));
}

void TestEquipmentCsv::any_sign_of_the_holder_counts_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("value");
    QTest::newRow("name") << "Assigned To"
                          << "Lea Gehtbald";
    QTest::newRow("last name first") << "Checked Out To"
                                     << "\"Gehtbald, Lea (lea.gehtbald)\"";
    QTest::newRow("login") << "Username"
                           << "lea.gehtbald";
    QTest::newRow("address") << "Email"
                             << "LEA.GEHTBALD@firma.example";
    QTest::newRow("number") << "Personalnummer"
                            << "4711";
}

void TestEquipmentCsv::any_sign_of_the_holder_counts()
{
    QFETCH(QString, header);
    QFETCH(QString, value);
    const QString csv = QStringLiteral("Item,%1\nHelm,%2\nBrille,Max\n").arg(header, value);
    const auto import = readEquipmentCsv(csv.toUtf8(), QStringLiteral("a.csv"), lea());
    QVERIFY(import.isOk());
    QCOMPARE(import->lines.size(), 1);
    QCOMPARE(import->others, 1);
    QCOMPARE(import->lines.first().item, QStringLiteral("Helm"));
}

void TestEquipmentCsv::a_list_without_a_holder_is_taken_whole()
{
    const auto import = readEquipmentCsv("Item\nHelm\nBrille\n", QStringLiteral("a.csv"), lea());
    QVERIFY(import.isOk());
    QVERIFY(!import->isForOnePerson);
    QCOMPARE(import->lines.size(), 2);
}

void TestEquipmentCsv::model_and_maker_name_what_has_no_name()
{
    const auto import = readEquipmentCsv("Asset Name,Model,Manufacturer,Category\n,Lenovo T14,Lenovo,Notebook\n"
                                         "T14 von Lea,T14,Lenovo,\n,,,Beamer\n",
                                         QStringLiteral("a.csv"), {});
    QVERIFY(import.isOk());
    QCOMPARE(import->lines[0].item, QStringLiteral("Lenovo T14"));
    QCOMPARE(import->lines[1].item, QStringLiteral("T14 von Lea"));
    QCOMPARE(import->lines[2].item, QStringLiteral("Beamer"));
}

void TestEquipmentCsv::what_is_no_list_of_things_is_refused_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no column for the thing") << QByteArray("Datum,Betrag\n1,2\n") << "1:1: no column";
    QTest::newRow("a row without a thing") << QByteArray("Item,Serial\nHelm,1\n,2\n") << "3:1: the row";
    QTest::newRow("broken row") << QByteArray("Item,Serial\nHelm,\"1\n") << "2:1: a quotation mark";
    QTest::newRow("too many") << QByteArray("Item\n") + QByteArray("Helm\n").repeated(301) << "302:1: more than";
}

void TestEquipmentCsv::what_is_no_list_of_things_is_refused()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, detail);
    const auto import = readEquipmentCsv(csv, QStringLiteral("a.csv"), lea());
    QVERIFY(!import.isOk());
    QCOMPARE(import.failure().kind, Failure::Kind::BadInput);
    QVERIFY2(import.failure().detail.startsWith(detail), qPrintable(import.failure().detail));
}

QTEST_GUILESS_MAIN(TestEquipmentCsv)
#include "tst_equipment_csv.moc"
