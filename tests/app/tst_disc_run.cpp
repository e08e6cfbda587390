// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

/** A disc for the supervisor and a copy for the data protection officer alone, by the command line. */
class TestDiscRun : public QObject
{
    Q_OBJECT
private:
    static int run(const QString& program, const QStringList& arguments, const QString& folder)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program, arguments);
        process.waitForFinished(60000);
        return process.exitCode();
    }
    /** NAME.pem and NAME.p12 under the passphrase in NAME.pw. */
    static bool makeKey(const Desk& desk, const QString& name)
    {
        desk.write(name + QStringLiteral(".pw"), "Schluessel-4711\n", true);
        const auto openssl = [&desk](const QStringList& arguments) {
            return run(QStringLiteral("openssl"), arguments, QFileInfo(desk.path(QStringLiteral("x"))).path()) == 0;
        };
        return openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                        QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                        QStringLiteral("9000"), QStringLiteral("-subj"), QStringLiteral("/CN=") + name,
                        QStringLiteral("-keyout"), name + QStringLiteral(".key"), QStringLiteral("-out"),
                        name + QStringLiteral(".pem")}) &&
               openssl({QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-in"),
                        name + QStringLiteral(".pem"), QStringLiteral("-inkey"), name + QStringLiteral(".key"),
                        QStringLiteral("-passout"), QStringLiteral("file:") + name + QStringLiteral(".pw"),
                        QStringLiteral("-out"), name + QStringLiteral(".p12")});
    }
    static QStringList openCall(const Desk& desk, const QString& sealed, const QString& key)
    {
        return {QStringLiteral("open-archive"),
                sealed,
                QStringLiteral("--key"),
                desk.path(key + QStringLiteral(".p12")),
                QStringLiteral("--passphrase-file"),
                desk.path(key + QStringLiteral(".pw")),
                QStringLiteral("--out"),
                desk.path(QStringLiteral("home/geoeffnet")),
                QStringLiteral("--json")};
    }

private Q_SLOTS:
    void the_disc_and_the_officers_copy_hold_the_same_mail()
    {
        const Desk desk;
        QVERIFY(makeKey(desk, QStringLiteral("dpo")) && makeKey(desk, QStringLiteral("fremd")));
        const QString answers = desk.writeAnswers("rest = \"business\"\n", desk.wholeHandover());
        desk.changeAnswers("passphrase_file = \"archive.pw\"\n",
                           "container = \"iso\"\nmedium_label = \"UEB-0042\"\nrecipients = [\"dpo.pem\"]\n");
        const Outcome handover = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
        QVERIFY2(handover.exitCode == 1, handover.errors.constData()); // open: IT still has to reset the password
        const QJsonObject archive = handover.summary()[QStringLiteral("archive")].toObject();
        const QString image = archive[QStringLiteral("file")].toString();
        const QString sealed = archive[QStringLiteral("sealed_copy")].toString();
        QVERIFY(image.endsWith(QStringLiteral(".iso")) && sealed.endsWith(QStringLiteral(".sealed")));

        const Outcome checked = desk.call({QStringLiteral("check-archive"), image, QStringLiteral("--json")});
        QVERIFY2(checked.exitCode == 0, checked.errors.constData());
        const QString disc = desk.path(QStringLiteral("home/disc"));
        QCOMPARE(run(QStringLiteral("7zz"),
                     {QStringLiteral("x"), QStringLiteral("-bso0"), QStringLiteral("-o") + disc, image},
                     QDir::tempPath()),
                 0);

        // Only the officer's key opens the copy.
        QCOMPARE(desk.call(openCall(desk, sealed, QStringLiteral("fremd"))).exitCode, 2);
        QVERIFY(QDir(desk.path(QStringLiteral("home/geoeffnet"))).isEmpty());
        const Outcome opened = desk.call(openCall(desk, sealed, QStringLiteral("dpo")));
        QVERIFY2(opened.exitCode == 0, opened.errors.constData());
        const QString copy = desk.path(QStringLiteral("home/kopie"));
        QCOMPARE(run(QStringLiteral("7zz"),
                     {QStringLiteral("x"), QStringLiteral("-bso0"), QStringLiteral("-o") + copy,
                      opened.summary()[QStringLiteral("file")].toString()},
                     QDir::tempPath()),
                 0);
        for (const QString& place : {disc, copy}) {
            const QStringList tops = QDir(place).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            QCOMPARE(tops.size(), 1);
            QCOMPARE(run(QStringLiteral("sha256sum"),
                         {QStringLiteral("-c"), QStringLiteral("--quiet"), QStringLiteral("manifest-sha256.txt")},
                         place + QLatin1Char('/') + tops.first()),
                     0);
        }
        QCOMPARE(run(QStringLiteral("diff"), {QStringLiteral("-r"), disc, copy}, QDir::tempPath()), 0);
    }

    void the_sheet_beside_the_disc_checks_the_disc()
    {
        const Desk desk;
        const QString answers = desk.writeAnswers("rest = \"business\"\n", desk.wholeHandover());
        desk.changeAnswers("passphrase_file = \"archive.pw\"\n", "container = \"iso\"\n");
        const Outcome handover = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
        QVERIFY2(handover.exitCode == 1, handover.errors.constData());
        const QDir medium(desk.path(QStringLiteral("out/medium")));
        const QStringList sheets = medium.entryList({QStringLiteral("*-Anleitung.txt")});
        QCOMPARE(sheets.size(), 1);
        QCOMPARE(run(QStringLiteral("sh"),
                     {QStringLiteral("-c"), QStringLiteral("grep -E '^[0-9a-f]{64}  ' \"$0\" | sha256sum -c --quiet"),
                      sheets.first()},
                     medium.path()),
                 0);
        const QStringList labels = medium.entryList({QStringLiteral("*-Etikett.pdf")});
        QCOMPARE(labels.size(), 1);
        QFile label(medium.filePath(labels.first()));
        QVERIFY(label.open(QIODevice::ReadOnly) && label.read(7) == "%PDF-1.");
    }
};

QTEST_GUILESS_MAIN(TestDiscRun)
#include "tst_disc_run.moc"
