// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"
#include "app/sample_answers.h"

#include <QTest>

using namespace staffelstab;

/** The sample audit without a window. */
class TestSampleRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_the_sample_and_waits_until_somebody_has_looked();
    void a_finding_reopens_its_contact_and_another_sample_is_drawn();
    void a_finding_is_not_closed_again_by_the_rest();
    void a_clean_sample_stands_on_the_receipt();
    void bad_answers_are_refused_data();
    void bad_answers_are_refused();
};

namespace {

QByteArray answersBut(const QString& leftOut)
{
    QByteArray table = "message_id\tverdict\n";
    const QHash<QString, QString> labels = sampleLabels();
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label.key() != leftOut) {
            table += (label.key() + QLatin1Char('\t') + label.value() + QLatin1Char('\n')).toUtf8();
        }
    }
    return table;
}

QString layOut(const Desk& desk, const QByteArray& decided, const QByteArray& audit)
{
    return desk.writeAnswers(decided + "audit = { " + audit + " }\n", desk.wholeHandover());
}

Outcome runOn(const Desk& desk, const QString& answers)
{
    return desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
}

QJsonObject part(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toObject();
}

qint64 labelled(const char* verdict)
{
    const QHash<QString, QString> labels = sampleLabels();
    return std::count(labels.begin(), labels.end(), QLatin1String(verdict));
}

QString stateOf(const Outcome& run, const char* step)
{
    QString state;
    for (const QJsonObject& event : run.of(QStringLiteral("step"))) {
        if (event[QStringLiteral("step")] == QLatin1String(step)) {
            state = event[QStringLiteral("state")].toString();
        }
    }
    return state;
}

} // namespace

void TestSampleRun::names_the_sample_and_waits_until_somebody_has_looked()
{
    const Desk desk;
    const QString answers = layOut(desk, "suggestions = 'accept'\nrest = 'business'\n", "messages = 12, seed = 7");
    const Outcome first = runOn(desk, answers);
    QCOMPARE(first.exitCode, 3);
    const auto named = first.of(QStringLiteral("audit_message"));
    QCOMPARE(named.size(), std::size_t(12));
    QCOMPARE(named.front()[QStringLiteral("pile")].toString(), QStringLiteral("business"));
    QVERIFY(!QFile::exists(desk.path(QStringLiteral("out/medium"))));
    QVERIFY(!QFile::exists(desk.path(QStringLiteral("out/private"))));
    const Outcome second = runOn(desk, answers);
    QCOMPARE(second.exitCode, 3);
    QCOMPARE(second.of(QStringLiteral("audit_message")), named); // it can be looked at in peace
}

void TestSampleRun::a_finding_reopens_its_contact_and_another_sample_is_drawn()
{
    const Desk desk;
    desk.write(QStringLiteral("looked.tsv"), answersBut({}));
    const QString answers =
        layOut(desk, "suggestions = 'accept'\nrest = 'business'\n", "answers = 'looked.tsv', messages = 100000");
    const Outcome run = runOn(desk, answers);
    QVERIFY2(run.exitCode == 1, run.errors.constData()); // open: IT still has to reset the password
    QCOMPARE(stateOf(run, "audit"), QStringLiteral("done"));
    // Everything was looked at, so everything lies where it belongs.
    const QJsonObject summary = run.summary();
    QCOMPARE(part(summary, "private")[QStringLiteral("messages")].toInteger(), labelled("private"));
    QCOMPARE(part(summary, "business")[QStringLiteral("messages")].toInteger(), labelled("business"));
    QCOMPARE(part(summary, "protected")[QStringLiteral("messages")].toInteger(), labelled("protected"));
    const QJsonObject business = part(part(summary, "audit"), "business");
    QCOMPARE(business[QStringLiteral("looked")].toInteger(), labelled("business"));
    QCOMPARE(business[QStringLiteral("found")].toInteger(), 0);
    QCOMPARE(business[QStringLiteral("most_left")].toInteger(), 0);
    // There was something to find.
    qint64 found = 0;
    for (const QJsonObject& message : run.of(QStringLiteral("audit_message"))) {
        found += message[QStringLiteral("answer")] == message[QStringLiteral("pile")] ? 0 : 1;
    }
    QVERIFY(found > 0);
}

void TestSampleRun::a_finding_is_not_closed_again_by_the_rest()
{
    const Desk desk;
    // Everything is called business. One private message is found; of its contact's other mail nothing is known.
    const QString answers = layOut(desk, "rest = 'business'\n", "messages = 1, answers = 'looked.tsv'");
    desk.write(QStringLiteral("looked.tsv"), "message_id,verdict\n");
    const Outcome first = runOn(desk, answers);
    const QString drawn = first.of(QStringLiteral("audit_message")).front()[QStringLiteral("message_id")].toString();
    desk.write(QStringLiteral("looked.tsv"), "message_id,verdict\n" + drawn.toUtf8() + ",private\n");
    for (int call = 0; call < 2; ++call) {
        const Outcome run = runOn(desk, answers);
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(stateOf(run, "separation"), call == 0 ? QStringLiteral("already_done") : QStringLiteral("open"));
        QCOMPARE(stateOf(run, "audit"), QStringLiteral("open"));
        QVERIFY(!QFile::exists(desk.path(QStringLiteral("out/medium"))));
    }
    // Who knows them may say so; the run goes on to the next sample.
    desk.write(QStringLiteral("looked.tsv"), answersBut({}) + drawn.toUtf8() + "\tprivate\n");
    desk.changeAnswers("messages = 1,", "messages = 100000,");
    const Outcome last = runOn(desk, answers);
    QVERIFY2(last.exitCode == 1, last.errors.constData());
}

void TestSampleRun::a_clean_sample_stands_on_the_receipt()
{
    const Desk desk;
    desk.write(QStringLiteral("looked.tsv"), answersBut({}));
    QByteArray rules = "rules = [\n";
    const QHash<QString, QString> labels = sampleLabels();
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label.value() != QStringLiteral("business")) {
            rules += "{ message_id = '" + label.key().toUtf8() + "', verdict = '" + label.value().toUtf8() + "' },\n";
        }
    }
    const Outcome run =
        runOn(desk, layOut(desk, rules + "]\nrest = 'business'\n", "answers = 'looked.tsv', messages = 20"));
    QVERIFY2(run.exitCode == 1, run.errors.constData());
    const QJsonObject audit = part(run.summary(), "audit");
    QCOMPARE(part(audit, "business")[QStringLiteral("looked")].toInteger(), 20);
    QCOMPARE(part(audit, "private")[QStringLiteral("looked")].toInteger(), 20);
    QVERIFY(part(audit, "business")[QStringLiteral("most_left")].toInteger() > 0);
}

void TestSampleRun::bad_answers_are_refused_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("no verdict") << QByteArray("message_id\n<1@x>\n")
                                << QStringLiteral("1:1: the columns verdict and id (or message_id) are needed");
    QTest::newRow("undecided") << QByteArray("id\tverdict\na#1\tprivate\nb#2\tundecided\n")
                               << QStringLiteral("3:1: a verdict is private, business or protected");
}

void TestSampleRun::bad_answers_are_refused()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, why);
    const Desk desk;
    const auto answers = app::SampleAnswers::read(desk.write(QStringLiteral("looked.tsv"), table));
    QVERIFY(!answers);
    QCOMPARE(answers.failure().kind, Failure::Kind::BadInput);
    if (!why.isEmpty()) {
        QCOMPARE(answers.failure().detail, why);
    }
    const auto missing = app::SampleAnswers::read(desk.path(QStringLiteral("nowhere.tsv")));
    QVERIFY(!missing);
    QCOMPARE(missing.failure().kind, Failure::Kind::FileNotFound);
}

QTEST_GUILESS_MAIN(TestSampleRun)
#include "tst_sample_run.moc"
