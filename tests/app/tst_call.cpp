// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call.h"

#include <QTest>

using namespace staffelstab;
using app::Call;
using app::parseCall;

class TestCall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void each_command_is_understood_data();
    void each_command_is_understood();
    void options_reach_their_place();
    void a_wrong_call_is_refused_data();
    void a_wrong_call_is_refused();
};

namespace {

QStringList words(const char* line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

void TestCall::each_command_is_understood_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("command");
    QTest::addColumn<QStringList>("files");
    const auto row = [](const char* line, Call::Command command, const char* files) {
        QTest::newRow(*line == 0 ? "nothing" : line) << words(line) << static_cast<int>(command) << words(files);
    };
    row("", Call::Command::Wizard, "");
    row("--lang de --case x.case", Call::Command::Wizard, "");
    row("2026-0042.pending.pdf --lang de", Call::Command::Wizard, "2026-0042.pending.pdf");
    row("a.pdf b.PDF", Call::Command::Wizard, "a.pdf b.PDF");
    row("scan a.toml --json", Call::Command::Scan, "a.toml");
    row("run --json a.toml", Call::Command::Run, "a.toml");
    row("countersign r.pdf a.toml", Call::Command::Countersign, "r.pdf a.toml");
    row("verify a.pdf b.pdf c.pdf --archive=x.zip", Call::Command::Verify, "a.pdf b.pdf c.pdf");
    row("check-archive x.zip --passphrase-file p", Call::Command::CheckArchive, "x.zip");
    row("check-policy p.toml --signers s.pem", Call::Command::CheckPolicy, "p.toml");
    row("open-seal s --key k.p12 --passphrase-file p", Call::Command::OpenSeal, "s");
    row("open-seal s --code-file c", Call::Command::OpenSeal, "s");
    row("tour --out d --screenshots", Call::Command::Tour, "");
    row("verify -- -odd.pdf", Call::Command::Verify, "-odd.pdf");
    row("scan --help", Call::Command::Help, "");
    row("--version", Call::Command::Version, "");
}

void TestCall::each_command_is_understood()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, command);
    QFETCH(QStringList, files);
    const auto call = parseCall(arguments);
    QVERIFY2(call.isOk(), call.isOk() ? "" : qPrintable(call.failure().detail));
    QCOMPARE(static_cast<int>(call->command), command);
    QCOMPARE(call->files, files);
}

void TestCall::options_reach_their_place()
{
    const auto call = parseCall(words("open-seal s --key=k.p12 --passphrase-file p --lang en"));
    QVERIFY(call.isOk());
    QCOMPARE(call->keyFile, QStringLiteral("k.p12"));
    QCOMPARE(call->passphraseFile, QStringLiteral("p"));
    QCOMPARE(call->language, QStringLiteral("en"));
    QVERIFY(!call->isJson);
    const auto tour = parseCall(words("tour --screenshots --out d"));
    QVERIFY(tour->hasScreenshots);
    QCOMPARE(tour->outFolder, QStringLiteral("d"));
}

void TestCall::a_wrong_call_is_refused_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char* line : {"fly",
                             "scan",
                             "scan a.toml b.toml",
                             "run",
                             "countersign r.pdf",
                             "verify",
                             "check-archive",
                             "check-policy",
                             "scan a.toml --archive x",
                             "scan a.toml --json=yes",
                             "scan a.toml --lang fr",
                             "scan a.toml --lang",
                             "verify a.pdf --archive=",
                             "tour",
                             "open-seal s",
                             "open-seal s --key k",
                             "open-seal s --key k --code-file c",
                             "open-seal s --code-file c --passphrase-file p",
                             "run a.toml --password x",
                             "--json"}) {
        QTest::newRow(line) << words(line);
    }
}

void TestCall::a_wrong_call_is_refused()
{
    QFETCH(QStringList, arguments);
    const auto call = parseCall(arguments);
    QVERIFY(!call.isOk());
    QCOMPARE(call.failure().kind, Failure::Kind::BadInput);
    QVERIFY(!call.failure().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestCall)
#include "tst_call.moc"
