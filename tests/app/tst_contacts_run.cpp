// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"
#include "servers/exim_server.h"

#include <QFileInfo>
#include <QTest>

#include <set>

using namespace staffelstab;

namespace {

const QByteArray mailRules = R"(rules = [
  { folder = "Privat", verdict = "private" }, { folder = "Familie", verdict = "private" },
  { folder = "Fußball", verdict = "private" },
  { correspondent = "anna.gehtbald@familie-gehtbald.example", verdict = "private" },
  { correspondent = "max.mustermann@freemail.test", verdict = "private" } ]
rest = "business"
)";
const QByteArray marker = "lea.marke4711@zuhause.example";

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/** The contacts of an unattended handover, with a real mail server and a kill. */
class TestContactsRun : public QObject
{
    Q_OBJECT
private:
    static QString answersFor(const Desk& desk, const tests::EximServer& exim, const QByteArray& more)
    {
        const QString answers = desk.writeAnswers(mailRules, desk.wholeHandover());
        desk.write(QStringLiteral("smtp.pw"), exim.password().view().toByteArray() + '\n', true);
        desk.changeAnswers("lea.gehtbald@firma.example", "lea@firma.example");
        desk.changeAnswers(
            "[contacts]\nway = \"none\"\n",
            "[contacts]\nway = 'send'\nhost = '127.0.0.1'\nport = " + QByteArray::number(exim.server().port) +
                "\nuser = 'lea'\npassword_file = 'smtp.pw'\n" + "ca_file = '" + exim.server().caFile.toUtf8() +
                "'\nprivate_address = '" + marker + "'\nlist_target = 'out/liste'\n" + more);
        return answers;
    }
    static QJsonObject contactsOf(const Outcome& run) { return run.summary()[QStringLiteral("contacts")].toObject(); }

private Q_SLOTS:
    void writesToEverybodyOnceThoughItWasKilled()
    {
        const tests::EximServer exim;
        QVERIFY2(exim.isRunning(), qPrintable(exim.errorText()));
        const Desk desk;
        const QString answers = answersFor(desk, exim, "notice = true\nper_minute = 100\n");
        const QStringList call{QStringLiteral("run"), answers, QStringLiteral("--json")};
        bool isTelling = false;
        const Outcome killed = desk.call(call, [&isTelling](const QJsonObject& event) {
            isTelling = isTelling || event[QStringLiteral("step")] == QStringLiteral("contacts");
            return isTelling && event[QStringLiteral("done")].toInt() >= 2;
        });
        QVERIFY2(killed.isKilled, killed.errors.constData());
        const Outcome run = desk.call(call);
        QVERIFY2(run.exitCode == 0 || run.exitCode == 1, run.errors.constData());
        const QJsonObject farewells = contactsOf(run)[QStringLiteral("farewells")].toObject();
        const QJsonObject notices = contactsOf(run)[QStringLiteral("notices")].toObject();
        const int sent = farewells[QStringLiteral("sent")].toInt() + notices[QStringLiteral("sent")].toInt();
        const int unclear = farewells[QStringLiteral("unclear")].toInt() + notices[QStringLiteral("unclear")].toInt();
        // The record tells that friends were written to, and not how many.
        QVERIFY(farewells[QStringLiteral("sent")].toInt() == 1 && notices[QStringLiteral("sent")].toInt() >= 2);
        QVERIFY(unclear <= 1); // the one the kill may have hit
        QTRY_VERIFY_WITH_TIMEOUT(exim.receivers().size() >= sent, 20000);
        const QStringList receivers = exim.receivers();
        QCOMPARE(std::set<QString>(receivers.begin(), receivers.end()).size(),
                 static_cast<std::size_t>(receivers.size()));
        // A third call has nothing to do.
        const Outcome again = desk.call(call);
        QVERIFY(again.exitCode == 0 || again.exitCode == 1);
        QCOMPARE(exim.receivers().size(), receivers.size());
    }

    void keepsFriendsOutOfEverythingOthersRead()
    {
        const tests::EximServer exim;
        QVERIFY2(exim.isRunning(), qPrintable(exim.errorText()));
        const Desk desk;
        const QString answers =
            answersFor(desk, exim, "per_minute = 120\nwithout = ['max.mustermann@freemail.test']\n");
        const Outcome run = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0 || run.exitCode == 1, run.errors.constData());
        const QJsonObject contacts = contactsOf(run);
        QVERIFY(contacts[QStringLiteral("listed")].toInt() > 0);
        const QByteArray list =
            bytesOf(desk.path(QStringLiteral("out/liste/")) + contacts[QStringLiteral("csv")].toString()) +
            bytesOf(desk.path(QStringLiteral("out/liste/")) + contacts[QStringLiteral("cards")].toString());
        QVERIFY(!list.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!exim.receivers().isEmpty(), 20000);
        const QStringList friends = exim.receivers();
        QVERIFY(friends.contains(QStringLiteral("anna.gehtbald@familie-gehtbald.example")));
        QVERIFY(!friends.contains(QStringLiteral("max.mustermann@freemail.test")));
        for (const QString& one : friends) {
            QVERIFY2(!list.contains(one.toUtf8()), qPrintable(one));
        }
        QVERIFY(!list.contains("betriebsrat") && !list.contains("max.mustermann"));
        // Nothing that was written holds the new address: not the receipt, the closed case, the log or the archive.
        const QString read = QFileInfo(answers).absoluteFilePath();
        for (const QString& file : desk.writtenFiles()) {
            const QByteArray bytes = bytesOf(file);
            const bool isLeavers = file == read || file.endsWith(QStringLiteral(".case"));
            QVERIFY2(isLeavers || !bytes.contains(marker), qPrintable(file));
        }
        QVERIFY(!run.output.contains(marker) && !run.errors.contains(marker));
    }
};

QTEST_GUILESS_MAIN(TestContactsRun)
#include "tst_contacts_run.moc"
