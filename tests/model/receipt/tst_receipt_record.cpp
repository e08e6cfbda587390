// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_receipts.h"

#include "receipt/receipt_texts.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::receipt;

class TestReceiptRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromJsonAsItWas_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("usual") << toJson(sampleRecord());
        QTest::newRow("short") << toJson(shortRecord());
        QTest::newRow("long, with emoji and markup") << toJson(longRecord());
    }
    void comesBackFromJsonAsItWas()
    {
        QFETCH(QByteArray, json);
        const Result<ReceiptRecord> record = fromJson(json);
        QVERIFY2(record.isOk(), qPrintable(record ? QString() : record.failure().detail));
        QCOMPARE(toJson(*record), json);
    }

    void keepsTheValues()
    {
        const ReceiptRecord before = sampleRecord();
        const Result<ReceiptRecord> after = fromJson(toJson(before));
        QVERIFY(after.isOk());
        QCOMPARE(after->people, before.people);
        QCOMPARE(after->madeAt, before.madeAt);
        QCOMPARE(after->find<MailSection>()->business.bytes, before.find<MailSection>()->business.bytes);
        QCOMPARE(after->find<ArchiveSection>()->sha256, before.find<ArchiveSection>()->sha256);
        QCOMPARE(after->find<PasswordSection>()->oldRefused, Proof::Yes);
        QVERIFY(after->openPoints == before.openPoints);
    }

    void writesSortedKeysWithoutWhiteSpace()
    {
        const QByteArray json = toJson(shortRecord());
        QVERIFY(json.startsWith(
            R"({"case":"7","format":"staffelstab-receipt","language":"en","made_at":"2026-12-30T14:05:00+01:00",)"));
        QVERIFY(!json.contains(": ") && !json.contains('\n'));
    }

    void saysHowAnArchiveWasWrittenOnlyIfNotInOneRun_data()
    {
        QTest::addColumn<QString>("beginning");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("one run") << QString() << QString();
        QTest::addRow("gone on with") << QStringLiteral("went_on")
                                      << QStringLiteral("in mehreren Läufen; Nachrichten aus einem früheren Lauf, mit "
                                                        "dessen Prüfsummen verglichen: 1.204");
        QTest::addRow("altered behind a place")
            << QStringLiteral("went_on_before_altered")
            << QStringLiteral("in mehreren Läufen; Nachrichten aus einem früheren Lauf, mit dessen Prüfsummen "
                              "verglichen: 1.204; was dahinter lag, war nicht mehr, wie es geschrieben worden war, und "
                              "wurde neu geschrieben");
        QTest::addRow("altered") << QStringLiteral("anew_part_altered")
                                 << QStringLiteral("von Neuem; was ein früherer Lauf auf dem Datenträger hinterlassen "
                                                   "hatte, war nicht mehr, wie es geschrieben worden war");
        QTest::addRow("changed") << QStringLiteral("anew_mail_changed")
                                 << QStringLiteral("von Neuem; Nachrichten, Entscheidungen oder das Programm hatten "
                                                   "sich seit einem früheren Lauf geändert");
    }
    void saysHowAnArchiveWasWrittenOnlyIfNotInOneRun()
    {
        QFETCH(QString, beginning);
        QFETCH(QString, sentence);
        ReceiptRecord record = sampleRecord();
        ArchiveSection archive = *record.find<ArchiveSection>();
        archive.beginning = beginning;
        archive.takenUp = beginning.isEmpty() ? 0 : 1204;
        record.set(archive);
        const QByteArray json = toJson(record);
        QCOMPARE(json.contains("\"beginning\""), !beginning.isEmpty());
        const Result<ReceiptRecord> read = fromJson(json);
        QVERIFY2(read.isOk(), qPrintable(read ? QString() : read.failure().detail));
        QCOMPARE(read->find<ArchiveSection>()->beginning, beginning);
        const Section said = ReceiptTexts(QStringLiteral("de")).say(*read->find<ArchiveSection>());
        const auto row = std::find_if(said.rows.begin(), said.rows.end(),
                                      [](const auto& one) { return one.label == QStringLiteral("Wie es entstand"); });
        QCOMPARE(row == said.rows.end() ? QString() : row->value, sentence);
    }

    void keepsASectionOfANewerProgram()
    {
        const QByteArray json =
            QByteArray(toJson(shortRecord())).replace("\"people\"", "\"parking\":{\"space\":12},\"people\"");
        const Result<ReceiptRecord> record = fromJson(json);
        QVERIFY(record.isOk());
        QCOMPARE(toJson(*record), json);
    }

    void namesWhatTheSupervisorCanReceive()
    {
        QStringList codes;
        for (const Receivable& thing : receivables(sampleRecord(), QStringLiteral("de"))) {
            QVERIFY(thing.label != receivables(sampleRecord(), QStringLiteral("en")).at(codes.size()).label);
            codes.append(thing.code);
        }
        QCOMPARE(codes, (QStringList{QStringLiteral("archive"), QStringLiteral("password")}));
        QVERIFY(receivables(shortRecord(), QStringLiteral("en")).empty());
    }

    void refusesWhatIsNotCanonical_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray good = toJson(sampleRecord());
        const auto with = [&](const QByteArray& from, const QByteArray& to) {
            return QByteArray(good).replace(from, to);
        };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("white space") << with("\"case\":", "\"case\": ");
        QTest::newRow("an unknown key") << with("{\"archive\":", "{\"a\":1,\"archive\":");
        QTest::newRow("a doubled key") << with("\"case\":\"2026-0042\",", "\"case\":\"1\",\"case\":\"2026-0042\",");
        QTest::newRow("a missing key") << with("\"case\":\"2026-0042\",", "");
        QTest::newRow("a wrong type") << with("\"mailboxes\":2", "\"mailboxes\":\"2\"");
        QTest::newRow("a negative count") << with("\"mailboxes\":2", "\"mailboxes\":-2");
        QTest::newRow("a count beyond 32 bits") << with("\"mailboxes\":2", "\"mailboxes\":4294967296");
        QTest::newRow("a fraction") << with("\"mailboxes\":2", "\"mailboxes\":2.5");
        QTest::newRow("another language") << with("\"language\":\"de\"", "\"language\":\"fr\"");
        QTest::newRow("another version") << with("\"version\":1", "\"version\":2");
        QTest::newRow("a short digest") << with(Sha256::of("archive").toHex(), "00ff");
        QTest::newRow("an unknown proof") << with("\"new_accepted\":\"yes\"", "\"new_accepted\":\"maybe\"");
        QTest::newRow("a text without end") << with("Beispiel GmbH", QByteArray(30000, 'x'));
        QTest::newRow("a section with a name of its own kind") << with("\"policy_name\"", "\"p1\":{},\"policy_name\"");
        QTest::newRow("too many open points") << with(
            "\"open_points\":[", "\"open_points\":[" + QByteArray("{\"code\":\"x\",\"count\":1},").repeated(1001));
        QTest::newRow("more than a megabyte") << QByteArray(2 << 20, ' ');
    }
    void refusesWhatIsNotCanonical()
    {
        QFETCH(QByteArray, json);
        const Result<ReceiptRecord> record = fromJson(json);
        QVERIFY(!record.isOk());
        QCOMPARE(record.failure().kind, Failure::Kind::NotAReceipt);
    }

    void saysOpenPointsInBothLanguages_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"undecided_mail",          "not_removed",
                                 "left_in_mailbox",         "changed_since_scan",
                                 "unreadable_mail",         "skipped_in_archive",
                                 "protected_mail",          "no_archive",
                                 "archive_not_encrypted",   "no_takeaway",
                                 "no_password_change",      "old_password_valid",
                                 "old_password_unverified", "new_password_unverified",
                                 "password_not_sealed",     "password_by_it",
                                 "policy_not_confirmed",    "no_mailbox",
                                 "private_not_copied",      "password_change_interrupted",
                                 "mailbox_unsound"}) {
            QTest::newRow(code) << QString::fromLatin1(code);
        }
    }
    void saysOpenPointsInBothLanguages()
    {
        QFETCH(QString, code);
        const QString german = openPointText({code, 7}, QStringLiteral("de"));
        const QString english = openPointText({code, 7}, QStringLiteral("en"));
        QVERIFY(!german.contains(code) && !english.contains(code));
        QVERIFY(german != english);
        QCOMPARE(german.contains(QLatin1Char('7')), english.contains(QLatin1Char('7')));
    }

    void saysAnUnknownOpenPointByItsCode()
    {
        QCOMPARE(openPointText({QStringLiteral("new_thing"), 3}, QStringLiteral("de")),
                 QStringLiteral("Offen: new_thing (3)"));
    }
};

QTEST_GUILESS_MAIN(TestReceiptRecord)
#include "tst_receipt_record.moc"
