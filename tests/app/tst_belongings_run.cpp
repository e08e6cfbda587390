// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

/** Knowledge, equipment, consents and the calendar without a window. */
class TestBelongingsRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everything_said_reaches_the_receipt_and_the_files();
    void verify_judges_the_consents_by_themselves();
    void the_same_call_again_changes_nothing();
    void what_the_supervisor_did_not_get_is_not_confirmed();
    void a_page_that_is_off_is_neither_asked_nor_said();
    void what_cannot_be_is_refused_data();
    void what_cannot_be_is_refused();
};

namespace {

const QByteArray rest = "rest = \"business\"\n";
const QByteArray belongings = R"(
[knowledge]
briefing = "done"
briefed_on = 2026-12-15
documentation = "Wiki"
secrecy_read = true
[[knowledge.task]]
what = "Inventur"
next = 2027-01-15
to = "Nora"
[[knowledge.entry]]
kind = "emergency_role"
what = "Brandschutz"
to = "Max"
[[equipment]]
item = "Schlüssel"
inventory = "S-7"
state = "returned"
condition = "good"
[[equipment]]
item = "Telefon"
state = "stays"
agreement = "Vertrag vom 1.12.2026"
[[equipment]]
csv = "assets.csv"
state = "returned"
locks_removed = ["activation"]
[[consent]]
id = "mailbox_open"
answer = "yes"
days = 14
[[consent]]
id = "successor_reads"
answer = "no"
[[consent]]
id = "forward_private"
answer = "yes"
address = "lea@privat.example"
[[consent]]
id = "reactivation"
answer = "no"
[calendar]
file = "out/termine.ics"
)";

QString layOut(const Desk& desk, const QByteArray& more)
{
    desk.write(QStringLiteral("assets.csv"),
               "Asset Name;Asset Tag;Serial;Checked Out To\nNB-1;A-1;S-1;Lea Gehtbald\nNB-2;A-2;S-2;Max Bleibt\n");
    return desk.writeAnswers(rest, desk.wholeHandover() + more);
}

Outcome runOn(const Desk& desk, const QString& answers)
{
    return desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject part(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toObject();
}

} // namespace

void TestBelongingsRun::everything_said_reaches_the_receipt_and_the_files()
{
    const Desk desk;
    const Outcome run = runOn(desk, layOut(desk, belongings));
    QVERIFY2(run.exitCode == 1, run.errors.constData()); // open: IT still has to reset the password
    const QJsonObject summary = run.summary();
    QCOMPARE(part(summary, "knowledge")[QStringLiteral("briefing")].toString(), QStringLiteral("done"));
    const QJsonArray things = part(summary, "equipment")[QStringLiteral("things")].toArray();
    QCOMPARE(things.size(), 3);
    QCOMPARE(things[1][QStringLiteral("agreement")].toString(), QStringLiteral("Vertrag vom 1.12.2026"));
    QCOMPARE(things[2][QStringLiteral("serial")].toString(), QStringLiteral("S-1"));
    QCOMPARE(things[2][QStringLiteral("locks_removed")].toInt(), 1);
    const QJsonObject consents = part(summary, "consents");
    const QByteArray document = contentOf(consents[QStringLiteral("file")].toString());
    QVERIFY(document.startsWith("%PDF-1."));
    QCOMPARE(consents[QStringLiteral("sha256")].toString().toLatin1(),
             QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex());
    const QByteArray receipt = contentOf(part(summary, "receipt")[QStringLiteral("file")].toString());
    QVERIFY(receipt.contains(consents[QStringLiteral("sha256")].toString().toLatin1()));
    QVERIFY(document.contains("privat.example"));
    for (const char* word : {"privat.example", "forward_private"}) {
        QVERIFY2(!receipt.contains(word), word);
    }
    const QByteArray calendar = contentOf(desk.path(QStringLiteral("out/termine.ics")));
    for (const char* date : {"20270114", "20270115", "20261231", "20270331", "20321231"}) {
        QVERIFY2(calendar.contains(date), date);
    }
}

void TestBelongingsRun::verify_judges_the_consents_by_themselves()
{
    const Desk desk;
    const Outcome run = runOn(desk, layOut(desk, belongings));
    const QString file = part(run.summary(), "consents")[QStringLiteral("file")].toString();
    const Outcome verified = desk.call({QStringLiteral("verify"), file, QStringLiteral("--json")});
    QVERIFY2(verified.exitCode == 0, verified.errors.constData());
    QCOMPARE(verified.of(QStringLiteral("consents")).size(), std::size_t{1});
    QVERIFY(verified.of(QStringLiteral("receipt")).empty());
    const QJsonObject said = verified.of(QStringLiteral("consents")).front();
    QCOMPARE(said[QStringLiteral("state")].toString(), QStringLiteral("intact"));
    QCOMPARE(said[QStringLiteral("signer")].toString(), QStringLiteral("Lea Gehtbald"));
    QCOMPARE(part(said, "given")[QStringLiteral("mailbox_open")].toBool(), true);
    QCOMPARE(part(said, "given")[QStringLiteral("reactivation")].toBool(true), false);
    QVERIFY(!verified.output.contains("privat.example"));
    // One letter of what was signed.
    QByteArray pdf = contentOf(file);
    const qsizetype at = pdf.indexOf("reactivation");
    QVERIFY(at > 0);
    pdf[at] = 'R';
    QFile forged(desk.path(QStringLiteral("forged.pdf")));
    QVERIFY(forged.open(QIODevice::WriteOnly) && forged.write(pdf) == pdf.size());
    forged.close();
    const Outcome refused = desk.call({QStringLiteral("verify"), forged.fileName(), QStringLiteral("--json")});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.of(QStringLiteral("consents")).front()[QStringLiteral("state")].toString(),
             QStringLiteral("altered"));
}

void TestBelongingsRun::the_same_call_again_changes_nothing()
{
    const Desk desk;
    const QString answers = layOut(desk, belongings);
    const QJsonObject first = runOn(desk, answers).summary();
    const QByteArray before = contentOf(part(first, "consents")[QStringLiteral("file")].toString());
    const QJsonObject second = runOn(desk, answers).summary();
    QCOMPARE(second[QStringLiteral("consents")], first[QStringLiteral("consents")]);
    QCOMPARE(second[QStringLiteral("receipt")], first[QStringLiteral("receipt")]);
    QCOMPARE(contentOf(part(second, "consents")[QStringLiteral("file")].toString()), before);
}

void TestBelongingsRun::what_the_supervisor_did_not_get_is_not_confirmed()
{
    const Desk desk;
    const QString answers = layOut(desk, belongings);
    desk.changeAnswers("[signature.supervisor]\n", "[signature.supervisor]\nnot_received = [\"equipment.3\"]\n");
    const Outcome run = runOn(desk, answers);
    const QByteArray receipt = contentOf(part(run.summary(), "receipt")[QStringLiteral("file")].toString());
    // The confirmation stands in the supervisor's signature as a hexadecimal string.
    QVERIFY(receipt.contains(QByteArray("equipment.1").toHex()));
    QVERIFY(!receipt.contains(QByteArray("equipment.3").toHex()));
}

void TestBelongingsRun::a_page_that_is_off_is_neither_asked_nor_said()
{
    const Desk desk;
    const QString answers = layOut(desk, belongings);
    desk.write(QStringLiteral("policy.toml"),
               "name = 'Regelung'\nversion = '1'\n[company]\ndomains = ['firma.example']\n"
               "[pages]\noff = ['files', 'knowledge', 'equipment', 'consents', 'account_plan', 'password']\n");
    const Outcome run = runOn(desk, answers);
    QVERIFY2(run.exitCode == 0,
             QJsonDocument(run.summary()[QStringLiteral("open_points")].toArray()).toJson().constData());
    for (const char* key : {"knowledge", "equipment", "consents"}) {
        QVERIFY2(part(run.summary(), key).isEmpty(), key);
    }
    QVERIFY(!contentOf(desk.path(QStringLiteral("out/termine.ics"))).contains("20270331"));
}

void TestBelongingsRun::what_cannot_be_is_refused_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("unknown consent") << QByteArray("[[consent]]\nid='other'\nanswer='yes'\n")
                                     << QByteArray("no consent with the id other");
    QTest::newRow("consent without an answer")
        << QByteArray("[[consent]]\nid='mailbox_open'\n") << QByteArray("answer is missing");
    QTest::newRow("two addresses") << QByteArray(
                                          "[[consent]]\nid='a'\nanswer='yes'\naddress='a@b.example,c@d.example'\n")
                                   << QByteArray("address must be one");
    QTest::newRow("staying without an agreement")
        << QByteArray("[[equipment]]\nitem='Helm'\nstate='stays'\n") << QByteArray("agreement is missing");
    QTest::newRow("thing and list") << QByteArray("[[equipment]]\nitem='Helm'\ncsv='a.csv'\n")
                                    << QByteArray("either item or csv");
    QTest::newRow("unknown lock") << QByteArray("[[equipment]]\nitem='Helm'\nlocks_removed=['pin']\n")
                                  << QByteArray("locks_removed may hold");
    QTest::newRow("briefing without a day")
        << QByteArray("[knowledge]\nbriefing='done'\n") << QByteArray("briefed_on is missing");
    QTest::newRow("no such list") << QByteArray("[[equipment]]\ncsv='none.csv'\nstate='returned'\n")
                                  << QByteArray("none.csv");
    QTest::newRow("a price") << QByteArray("[[equipment]]\nitem='Helm'\nprice=5\n") << QByteArray("unknown key price");
}

void TestBelongingsRun::what_cannot_be_is_refused()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, said);
    const Desk desk;
    const Outcome run = runOn(desk, layOut(desk, more));
    QVERIFY(run.exitCode == 2 || run.exitCode == 3);
    QVERIFY2((run.errors + run.output).contains(said), (run.errors + run.output).constData());
    QVERIFY(part(run.summary(), "receipt").isEmpty());
}

QTEST_GUILESS_MAIN(TestBelongingsRun)
#include "tst_belongings_run.moc"
