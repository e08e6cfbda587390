// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include <QFile>
#include <QProcess>
#include <QTest>

/**
 * Known secrets go through a whole handover; then every file the program wrote and everything it printed is searched
 * for them, as they are and in the encodings a careless program would use.
 */
class TestMarkerPassword : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void no_secret_is_found_in_anything_a_run_leaves_behind();
    void a_failing_run_leaves_no_secret_either();
    void the_search_finds_a_secret_that_was_left();

private:
    struct Marker
    {
        QString file;
        QByteArray text;
    };
    static const std::vector<Marker>& markers();
    static QString layOut(const Desk& desk);
    /** "file: marker" for each find. */
    static QStringList finds(const Desk& desk, const Outcome& outcome);
};

const std::vector<TestMarkerPassword::Marker>& TestMarkerPassword::markers()
{
    static const std::vector<Marker> list{{QStringLiteral("archive.pw"), "Marke-Archiv-7f3a91c2"},
                                          {QStringLiteral("private.pw"), "Marke-Privat-5be02d44"},
                                          {QStringLiteral("lea.pw"), "Marke-Schluessel-c81d90ee"}};
    return list;
}

QString TestMarkerPassword::layOut(const Desk& desk)
{
    const QByteArray handover = R"(
[takeaway]
target = "out/private"
passphrase_file = "private.pw"
[archive]
target = "out/medium"
passphrase_file = "archive.pw"
[password]
way = "it"
[signature.leaver]
key = "lea.p12"
passphrase_file = "lea.pw"
[signature.supervisor]
[receipt]
target = "out"
)";
    const QString answers = desk.writeAnswers("suggestions = 'accept'\nrest = 'business'\n", handover);
    for (const Marker& marker : markers()) {
        desk.write(marker.file, marker.text + '\n', true);
    }
    const auto openssl = [&](const QStringList& arguments) {
        QProcess process;
        process.setWorkingDirectory(desk.path({}));
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0) {
            qFatal("openssl failed: %s", process.readAllStandardError().constData());
        }
    };
    openssl(QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out cert.pem "
                           "-days 30 -subj /CN=Lea")
                .split(u' '));
    openssl(QStringLiteral("pkcs12 -export -inkey key.pem -in cert.pem -out lea.p12 -passout file:lea.pw").split(u' '));
    return answers;
}

QStringList TestMarkerPassword::finds(const Desk& desk, const Outcome& outcome)
{
    std::vector<std::pair<QString, QByteArray>> places{{QStringLiteral("standard output"), outcome.output},
                                                       {QStringLiteral("error output"), outcome.errors}};
    const QStringList files = desk.writtenFiles();
    for (const QString& path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("cannot read %s", qPrintable(path));
        }
        places.emplace_back(path, file.readAll());
    }
    QStringList found;
    for (const auto& [name, content] : places) {
        for (const Marker& marker : markers()) {
            const QString text = QString::fromLatin1(marker.text);
            const QByteArray wide(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
            for (const QByteArray& form :
                 {marker.text, wide, marker.text.toBase64(QByteArray::OmitTrailingEquals), marker.text.toHex()}) {
                if (content.contains(form)) {
                    found.append(name + QStringLiteral(": ") + text);
                }
            }
        }
    }
    return found;
}

void TestMarkerPassword::no_secret_is_found_in_anything_a_run_leaves_behind()
{
    const Desk desk;
    const QString answers = layOut(desk);
    const Outcome run = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 1, run.errors.constData());
    QVERIFY(desk.writtenFiles().size() > 5);
    QCOMPARE(finds(desk, run), QStringList());
}

void TestMarkerPassword::a_failing_run_leaves_no_secret_either()
{
    const Desk desk;
    const QString answers = layOut(desk);
    QFile(desk.path(QStringLiteral("lea.p12"))).resize(100);
    const Outcome run = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
    QVERIFY(run.exitCode > 1);
    QCOMPARE(finds(desk, run), QStringList());
}

void TestMarkerPassword::the_search_finds_a_secret_that_was_left()
{
    const Desk desk;
    layOut(desk);
    desk.write(QStringLiteral("left.log"), "x" + markers().front().text.toBase64());
    QCOMPARE(finds(desk, {}).size(), 1);
}

QTEST_GUILESS_MAIN(TestMarkerPassword)
#include "tst_marker_password.moc"
