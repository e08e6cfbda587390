// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"
#include "model/receipt/soft_token.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scan_names_every_message_and_changes_nothing();
    void scan_gives_the_same_ids_twice();
    void run_hands_a_whole_mailbox_over();
    void run_again_does_nothing_twice();
    void run_goes_on_where_it_was_killed_data();
    void run_goes_on_where_it_was_killed();
    void undecided_mail_is_an_open_point_and_nothing_is_removed();
    void a_pending_receipt_is_countersigned_from_the_file_alone();
    void of_final_receipts_that_contradict_each_other_none_is_reported_as_good();
    void a_receipt_that_comes_back_countersigned_ends_the_handover();
    void a_smart_card_countersigns_and_a_wrong_pin_changes_nothing();
    void a_changed_receipt_and_a_changed_archive_are_noticed();
    void bad_input_is_refused_before_anything_is_made_data();
    void bad_input_is_refused_before_anything_is_made();
    void a_file_that_is_no_receipt_is_said_to_be_none();
};

namespace {

const QByteArray byLabels = R"(rules = [
  { folder = "Privat", verdict = "private" }, { folder = "Familie", verdict = "private" },
  { folder = "Fußball", verdict = "private" }, { list = "chor.kantorei-beispielstadt.example", verdict = "private" },
  { correspondent = "anna.gehtbald@familie-gehtbald.example", verdict = "private" },
  { correspondent = "max.mustermann@freemail.test", verdict = "private" } ]
suggestions = "ignore"
rest = "business"
)";

qint64 messages(const QJsonObject& summary, const char* verdict)
{
    return summary[QString::fromLatin1(verdict)].toObject()[QStringLiteral("messages")].toInteger();
}

QJsonObject part(const QJsonObject& summary, const char* name)
{
    return summary[QString::fromLatin1(name)].toObject();
}

QString file(const QJsonObject& summary, const char* name)
{
    return part(summary, name)[QStringLiteral("file")].toString();
}

QStringList runAnswers(const QString& answers)
{
    return {QStringLiteral("run"), answers, QStringLiteral("--json")};
}

void flipByte(const QString& path, double where)
{
    QFile target(path);
    QVERIFY(target.open(QIODevice::ReadWrite));
    const auto at = static_cast<qint64>(static_cast<double>(target.size()) * where);
    target.seek(at);
    char byte = 0;
    target.getChar(&byte);
    target.seek(at);
    target.putChar(static_cast<char>(byte ^ 1));
}

} // namespace

void TestCommandLine::scan_names_every_message_and_changes_nothing()
{
    const Desk desk;
    const QStringList before = desk.messageIds();
    const Outcome scan = desk.call({QStringLiteral("scan"), desk.writeAnswers({}, {}), QStringLiteral("--json")});
    QCOMPARE(scan.exitCode, 0);
    const auto labels = sampleLabels();
    QStringList ids;
    for (const QJsonObject& message : scan.of(QStringLiteral("message"))) {
        ids.append(message[QStringLiteral("message_id")].toString());
        QVERIFY(labels.contains(ids.last()));
        QVERIFY(message[QStringLiteral("bytes")].toInteger() > 0);
        const double confidence = message[QStringLiteral("confidence")].toDouble();
        QVERIFY(confidence >= 0 && confidence <= 1);
        const bool isProtected = labels[ids.last()] == QStringLiteral("protected");
        QCOMPARE(message[QStringLiteral("suggestion")] == QStringLiteral("protected"), isProtected);
    }
    ids.sort();
    QCOMPARE(ids, before);
    qint64 counted = 0;
    for (const QJsonObject& folder : scan.of(QStringLiteral("folder"))) {
        counted += folder[QStringLiteral("messages")].toInteger();
    }
    QCOMPARE(counted, ids.size());
    QCOMPARE(scan.summary()[QStringLiteral("messages")].toInteger(), ids.size());
    QCOMPARE(desk.messageIds(), before);
    QVERIFY(!QFile::exists(desk.path(QStringLiteral("lea.case"))));
}

void TestCommandLine::scan_gives_the_same_ids_twice()
{
    const Desk desk;
    const QStringList call{QStringLiteral("scan"), desk.writeAnswers({}, {}), QStringLiteral("--json")};
    const auto idsOf = [](const Outcome& outcome) {
        QStringList ids;
        for (const QJsonObject& message : outcome.of(QStringLiteral("message"))) {
            ids.append(message[QStringLiteral("id")].toString());
        }
        ids.sort();
        return ids;
    };
    const QStringList first = idsOf(desk.call(call));
    QVERIFY(QSet<QString>(first.begin(), first.end()).size() == first.size());
    QCOMPARE(idsOf(desk.call(call)), first);
}

void TestCommandLine::run_hands_a_whole_mailbox_over()
{
    const Desk desk;
    const QStringList before = desk.messageIds();
    const Outcome run = desk.call(runAnswers(desk.writeAnswers(byLabels, desk.wholeHandover())));
    QVERIFY2(run.exitCode == 1, run.errors.constData()); // open: IT still has to reset the password
    const QJsonObject summary = run.summary();
    QCOMPARE(messages(summary, "private") + messages(summary, "business") + messages(summary, "protected"),
             before.size());
    QCOMPARE(messages(summary, "undecided"), 0);
    QCOMPARE(messages(summary, "protected"), sampleLabels().keys(QStringLiteral("protected")).size());
    QCOMPARE(summary[QStringLiteral("removed")].toInteger(), messages(summary, "private"));
    QCOMPARE(part(summary, "archive")[QStringLiteral("messages")].toInteger(), messages(summary, "business"));
    QCOMPARE(part(summary, "receipt")[QStringLiteral("signatures")].toInt(), 2);
    QCOMPARE(part(summary, "password")[QStringLiteral("way")].toString(), QStringLiteral("it"));
    const QJsonArray open = summary[QStringLiteral("open_points")].toArray();
    QStringList codes;
    for (const QJsonValue point : open) {
        codes << point.toObject()[QStringLiteral("code")].toString();
    }
    const QStringList expected{QStringLiteral("files_undecided"), QStringLiteral("password_by_it"),
                               QStringLiteral("account_plan_by_it")};
    QCOMPARE(codes, expected);
    // Files: the private one moved, the business one copied, the third left alone.
    const auto has = [&desk](const char* path) { return QFile::exists(desk.path(QString::fromUtf8(path))); };
    QVERIFY(has("out/stick/schreibtisch/Privat/Brief an Oma.txt") && !has("schreibtisch/Privat"));
    QVERIFY(has("out/dateien/schreibtisch/Projekt/Plan.txt") && has("schreibtisch/Projekt/Plan.txt"));
    QVERIFY(has("out/dateien/manifest-sha256.txt") && has("schreibtisch/Notiz.txt"));
    // What was taken along is gone from the mailbox, and nothing else is.
    QStringList together = messageIdsBelow(desk.path(QStringLiteral("out/private"))) + desk.messageIds();
    together.sort();
    QCOMPARE(together, before);

    const Outcome verify = desk.call({QStringLiteral("verify"), file(summary, "receipt"), QStringLiteral("--archive"),
                                      file(summary, "archive"), QStringLiteral("--json")});
    QCOMPARE(verify.exitCode, 0);
    const QJsonObject receipt = verify.of(QStringLiteral("receipt")).front();
    QCOMPARE(receipt[QStringLiteral("state")].toString(), QStringLiteral("intact"));
    QCOMPARE(receipt[QStringLiteral("signatures")].toArray().size(), 2);
    QCOMPARE(receipt[QStringLiteral("archive_matches")], QJsonValue(true));

    const Outcome folder = desk.call(
        {QStringLiteral("verify"), QFileInfo(file(summary, "receipt")).absolutePath(), QStringLiteral("--json")});
    QStringList judged;
    for (const QJsonObject& one : folder.of(QStringLiteral("receipt"))) {
        judged << one[QStringLiteral("file")].toString();
    }
    QVERIFY(judged.contains(file(summary, "receipt")));

    const Outcome check =
        desk.call({QStringLiteral("check-archive"), file(summary, "archive"), QStringLiteral("--passphrase-file"),
                   desk.path(QStringLiteral("archive.pw")), QStringLiteral("--json")});
    QCOMPARE(check.exitCode, 0);
    QCOMPARE(check.summary()[QStringLiteral("messages")].toInteger(), messages(summary, "business"));
    QCOMPARE(check.summary()[QStringLiteral("sha256")], part(summary, "archive")[QStringLiteral("sha256")]);
}

void TestCommandLine::run_again_does_nothing_twice()
{
    const Desk desk;
    const QStringList call = runAnswers(desk.writeAnswers(byLabels, desk.wholeHandover()));
    const Outcome first = desk.call(call);
    const QStringList left = desk.messageIds();
    const Outcome second = desk.call(call);
    QCOMPARE(second.exitCode, first.exitCode);
    QCOMPARE(second.summary(), first.summary());
    QCOMPARE(desk.messageIds(), left);
}

void TestCommandLine::run_goes_on_where_it_was_killed_data()
{
    QTest::addColumn<QString>("step");
    for (const auto& step :
         {QStringLiteral("case"), QStringLiteral("scan"), QStringLiteral("takeaway"), QStringLiteral("removal"),
          QStringLiteral("archive"), QStringLiteral("leaver_signs"), QStringLiteral("supervisor_signs")}) {
        QTest::addRow("%s", qPrintable(step)) << step;
    }
}

void TestCommandLine::run_goes_on_where_it_was_killed()
{
    QFETCH(QString, step);
    const Desk desk;
    const QStringList before = desk.messageIds();
    const QStringList call = runAnswers(desk.writeAnswers(byLabels, desk.wholeHandover()));
    const Outcome killed = desk.call(call, [&](const QJsonObject& event) {
        return event[QStringLiteral("step")] == step && event[QStringLiteral("state")] == QStringLiteral("begins");
    });
    QVERIFY(killed.isKilled);
    const Outcome run = desk.call(call);
    QVERIFY2(run.exitCode == 1, run.errors.constData());
    const QJsonObject summary = run.summary();
    QCOMPARE(summary[QStringLiteral("removed")].toInteger(), messages(summary, "private"));
    QStringList together = messageIdsBelow(desk.path(QStringLiteral("out/private"))) + desk.messageIds();
    together.sort();
    QCOMPARE(together, before);
    QCOMPARE(part(summary, "receipt")[QStringLiteral("signatures")].toInt(), 2);
    QCOMPARE(desk.call({QStringLiteral("verify"), file(summary, "receipt"), QStringLiteral("--archive"),
                        file(summary, "archive")})
                 .exitCode,
             0);
}

void TestCommandLine::undecided_mail_is_an_open_point_and_nothing_is_removed()
{
    const Desk desk;
    const QStringList before = desk.messageIds();
    const QByteArray someRules = "rules = [ { folder = 'Privat', verdict = 'private' } ]\n";
    const Outcome run = desk.call(runAnswers(desk.writeAnswers(someRules, desk.wholeHandover())));
    QVERIFY2(run.exitCode == 1, run.errors.constData());
    QVERIFY(messages(run.summary(), "undecided") > 0);
    QCOMPARE(run.summary()[QStringLiteral("removed")].toInteger(), 0);
    QCOMPARE(desk.messageIds(), before);
    QStringList codes;
    const QJsonArray open = run.summary()[QStringLiteral("open_points")].toArray();
    for (const QJsonValue point : open) {
        codes.append(point.toObject()[QStringLiteral("code")].toString());
    }
    QVERIFY(codes.contains(QStringLiteral("undecided_mail")));
}

void TestCommandLine::a_pending_receipt_is_countersigned_from_the_file_alone()
{
    const Desk desk;
    QByteArray handover = desk.wholeHandover();
    handover.replace("[signature.supervisor]\nreservation = \"Dienstwagen noch nicht zurück\"\n", "");
    const Outcome run = desk.call(runAnswers(desk.writeAnswers(byLabels, handover)));
    QCOMPARE(run.exitCode, 1);
    const QString pending = file(run.summary(), "receipt");
    QVERIFY(pending.endsWith(QStringLiteral(".pending.pdf")));
    QCOMPARE(desk.call({QStringLiteral("verify"), pending}).exitCode, 3);

    const Desk elsewhere;
    const QString moved = elsewhere.path(QStringLiteral("half.pending.pdf"));
    QVERIFY(QFile::copy(pending, moved));
    const QString answers =
        elsewhere.write(QStringLiteral("sven.toml"), "[signature.supervisor]\ntyped = \"Sven Vorgesetzt\"\n");
    const Outcome signedOff = elsewhere.call({QStringLiteral("countersign"), moved, answers, QStringLiteral("--json")});
    QVERIFY2(signedOff.exitCode == 0, signedOff.errors.constData());
    const QString final = file(signedOff.summary(), "receipt");
    QCOMPARE(elsewhere.call({QStringLiteral("verify"), final}).exitCode, 0);
    // Signed is signed.
    QCOMPARE(elsewhere.call({QStringLiteral("countersign"), final, answers}).exitCode, 2);
}

void TestCommandLine::of_final_receipts_that_contradict_each_other_none_is_reported_as_good()
{
    const Desk desk;
    QByteArray handover = desk.wholeHandover();
    handover.replace("[signature.supervisor]\nreservation = \"Dienstwagen noch nicht zurück\"\n", "");
    const Outcome run = desk.call(runAnswers(desk.writeAnswers(byLabels, handover)));
    const QString half = file(run.summary(), "receipt");
    QVERIFY(half.endsWith(QStringLiteral(".pending.pdf")));
    // One of the same name in another folder is named with its folder.
    QStringList finals;
    for (const char* place : {"first", "second"}) {
        const QString copy = desk.path(QLatin1String(place) + QStringLiteral("/half.pending.pdf"));
        QVERIFY(QDir().mkpath(QFileInfo(copy).path()) && QFile::copy(half, copy));
        const QString answers = desk.write(QStringLiteral("sven.toml"),
                                           "[signature.supervisor]\ntyped = \"Sven Vorgesetzt\"\nreservation = \"" +
                                               QByteArray(place) + "\"\n");
        const Outcome signedOff = desk.call({QStringLiteral("countersign"), copy, answers, QStringLiteral("--json")});
        QVERIFY2(signedOff.exitCode == 0, signedOff.errors.constData());
        finals += file(signedOff.summary(), "receipt");
    }
    const Outcome verify =
        desk.call(QStringList{QStringLiteral("verify")} + finals + QStringList{QStringLiteral("--json")});
    QCOMPARE(verify.exitCode, 1);
    QCOMPARE(verify.summary()[QStringLiteral("contradicted")].toInt(), 2);
    const auto receipts = verify.of(QStringLiteral("receipt"));
    QCOMPARE(receipts.size(), 2);
    for (const QJsonObject& one : receipts) {
        const bool isFirst = one[QStringLiteral("file")].toString() == finals.front();
        const QString reason = QStringLiteral("contradicted: %1/half.pdf")
                                   .arg(isFirst ? QStringLiteral("second") : QStringLiteral("first"));
        QVERIFY2(one[QStringLiteral("reasons")].toArray().contains(reason), verify.output.constData());
    }
}

void TestCommandLine::a_receipt_that_comes_back_countersigned_ends_the_handover()
{
    const Desk desk;
    QByteArray handover = desk.wholeHandover();
    handover.replace("[signature.supervisor]\nreservation = \"Dienstwagen noch nicht zurück\"\n", "");
    QVERIFY(handover.contains("[receipt]\n"));
    handover.replace("[receipt]\n", "[receipt]\ncountersigned = \"back.pdf\"\n");
    const QStringList call = runAnswers(desk.writeAnswers(byLabels, handover));
    // It is not back yet.
    const Outcome half = desk.call(call);
    QCOMPARE(half.exitCode, 1);
    const QString pending = file(half.summary(), "receipt");
    QVERIFY(pending.endsWith(QStringLiteral(".pending.pdf")));
    // Not even signed: refused, and the handover stays where it is.
    const QString back = desk.path(QStringLiteral("back.pdf"));
    QVERIFY(QFile::copy(pending, back));
    const Outcome refused = desk.call(call);
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.errors.contains("still lacks the countersignature"), refused.errors.constData());
    QVERIFY(QFile::remove(back));

    const Desk elsewhere;
    const QString moved = elsewhere.path(QStringLiteral("half.pending.pdf"));
    QVERIFY(QFile::copy(pending, moved));
    const QString answers =
        elsewhere.write(QStringLiteral("sven.toml"), "[signature.supervisor]\ntyped = \"Sven Vorgesetzt\"\n");
    const Outcome signedOff = elsewhere.call({QStringLiteral("countersign"), moved, answers, QStringLiteral("--json")});
    QVERIFY(QFile::copy(file(signedOff.summary(), "receipt"), back));
    const Outcome whole = desk.call(call);
    // The open points of its answers remain.
    QVERIFY2(whole.exitCode == 1, whole.errors.constData());
    QVERIFY(!QFile::exists(pending));
    const QString final = file(whole.summary(), "receipt");
    QVERIFY(!final.endsWith(QStringLiteral(".pending.pdf")));
    QCOMPARE(desk.call({QStringLiteral("verify"), final}).exitCode, 0);
    QCOMPARE(whole.summary()[QStringLiteral("receipt")].toObject()[QStringLiteral("signatures")].toInt(), 2);
    // Once is enough.
    const Outcome again = desk.call(call);
    QVERIFY2(again.output.contains("already_done"), again.output.constData());
    QCOMPARE(file(again.summary(), "receipt"), final);
}

void TestCommandLine::a_smart_card_countersigns_and_a_wrong_pin_changes_nothing()
{
    using staffelstab::receipt::SoftToken;
    const SoftToken card;
    card.add(QStringLiteral("01"), QStringLiteral("rsa"), QStringLiteral("Sven Vorgesetzt"));
    const Desk desk;
    desk.write(QStringLiteral("card.pin"), SoftToken::pin, true);
    desk.write(QStringLiteral("wrong.pin"), "000000", true);
    QByteArray handover = desk.wholeHandover();
    handover.replace("[signature.supervisor]\nreservation = \"Dienstwagen noch nicht zurück\"\n", "");
    const QString pending = file(desk.call(runAnswers(desk.writeAnswers(byLabels, handover))).summary(), "receipt");
    const auto countersign = [&](const QByteArray& pinFile) {
        const QString answers = desk.write(QStringLiteral("sven.toml"),
                                           "[signature.supervisor]\ntoken = { module = \"" +
                                               SoftToken::module.toUtf8() + "\", pin_file = \"" + pinFile + "\" }\n");
        return desk.call({QStringLiteral("countersign"), pending, answers, QStringLiteral("--json")});
    };
    const Outcome refused = countersign("wrong.pin");
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("did not accept this PIN"), refused.errors.constData());
    QCOMPARE(desk.call({QStringLiteral("verify"), pending}).exitCode, 3);
    const Outcome signedOff = countersign("card.pin");
    QVERIFY2(signedOff.exitCode == 0, signedOff.errors.constData());
    const Outcome verified =
        desk.call({QStringLiteral("verify"), file(signedOff.summary(), "receipt"), QStringLiteral("--json")});
    QCOMPARE(verified.exitCode, 0);
    QVERIFY2(verified.output.contains("\"level\":\"advanced\""), verified.output.constData());
}

void TestCommandLine::a_changed_receipt_and_a_changed_archive_are_noticed()
{
    const Desk desk;
    const QJsonObject summary = desk.call(runAnswers(desk.writeAnswers(byLabels, desk.wholeHandover()))).summary();
    const QString receipt = file(summary, "receipt");
    const QString archive = file(summary, "archive");
    QVERIFY(!receipt.isEmpty() && !archive.isEmpty());
    flipByte(archive, 0.5);
    QCOMPARE(desk.call({QStringLiteral("verify"), receipt, QStringLiteral("--archive"), archive}).exitCode, 1);
    const int checked = desk.call({QStringLiteral("check-archive"), archive, QStringLiteral("--passphrase-file"),
                                   desk.path(QStringLiteral("archive.pw"))})
                            .exitCode;
    QCOMPARE(checked, 1);
    QCOMPARE(desk.call({QStringLiteral("verify"), receipt}).exitCode, 0);
    flipByte(receipt, 0.1);
    const Outcome verify = desk.call({QStringLiteral("verify"), receipt, QStringLiteral("--json")});
    QVERIFY(verify.exitCode == 1 || verify.exitCode == 2);
    QVERIFY(verify.of(QStringLiteral("receipt")).front()[QStringLiteral("state")] != QStringLiteral("intact"));
}

void TestCommandLine::bad_input_is_refused_before_anything_is_made_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("isSecretOpen");
    QTest::addColumn<QByteArray>("says");
    const QByteArray none;
    QTest::newRow("unknown key") << QByteArray("[takeaway]") << QByteArray("[takeaway]\nfoo = 1") << false
                                 << QByteArray("unknown key foo");
    QTest::newRow("a secret that others can read") << none << none << true << QByteArray("archive.pw");
    QTest::newRow("a secret that is not there")
        << QByteArray("\"archive.pw\"") << QByteArray("\"none.pw\"") << false << QByteArray("none.pw");
    QTest::newRow("no supervisor") << QByteArray("[people.supervisor]\nname = \"Sven Vorgesetzt\"")
                                   << QByteArray("[people.supervisor]") << false
                                   << QByteArray("people.supervisor.name");
    QTest::newRow("a name that is another's")
        << QByteArray("typed = \"Lea Gehtbald\"") << QByteArray("typed = \"Sven\"") << false << QByteArray("typed");
    QTest::newRow("no policy file") << QByteArray("\"policy.toml\"") << QByteArray("\"none.toml\"") << false
                                    << QByteArray("none.toml");
}

void TestCommandLine::bad_input_is_refused_before_anything_is_made()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, isSecretOpen);
    QFETCH(QByteArray, says);
    const Desk desk;
    const QString answers = desk.writeAnswers(byLabels, desk.wholeHandover());
    if (!from.isEmpty()) {
        desk.changeAnswers(from, to);
    }
    if (isSecretOpen) {
        desk.write(QStringLiteral("archive.pw"), "Archiv-Kennwort-4711\n", false);
    }
    const QStringList before = desk.messageIds();
    const Outcome run = desk.call(runAnswers(answers));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.errors.contains(says), run.errors.constData());
    QVERIFY(run.summary().contains(QStringLiteral("error")));
    QVERIFY(!QFile::exists(desk.path(QStringLiteral("out"))));
    QVERIFY(!QFile::exists(desk.path(QStringLiteral("lea.case"))));
    QCOMPARE(desk.messageIds(), before);
}

void TestCommandLine::a_file_that_is_no_receipt_is_said_to_be_none()
{
    const Desk desk;
    const QString text = desk.write(QStringLiteral("brief.pdf"), "Liebe Personalabteilung, ...");
    const Outcome verify = desk.call({QStringLiteral("verify"), text, QStringLiteral("--json")});
    QCOMPARE(verify.exitCode, 2);
    QCOMPARE(verify.of(QStringLiteral("receipt")).front()[QStringLiteral("state")].toString(),
             QStringLiteral("not_a_receipt"));
    QCOMPARE(desk.call({QStringLiteral("verify"), desk.path(QStringLiteral("none.pdf"))}).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
