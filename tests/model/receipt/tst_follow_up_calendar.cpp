// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/follow_up_calendar.h"

#include "sample_receipts.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::receipt;

class TestFollowUpCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_kind_has_words_in_both_languages_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind :
             {"briefing_planned", "task_due", "account_disabled", "out_of_office_ends", "consent_ends",
              "account_deleted", "receipt_retention_ends", "archive_retention_ends"}) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }
    void every_kind_has_words_in_both_languages()
    {
        QFETCH(QString, kind);
        const QByteArray german = calendar(QStringLiteral("de"), kind);
        const QByteArray english = calendar(QStringLiteral("en"), kind);
        QVERIFY(german.contains("SUMMARY:") && english.contains("SUMMARY:"));
        QVERIFY(german != english);
        QVERIFY(!german.contains("SUMMARY:Inventur") && !german.contains("%1"));
    }

    void a_date_is_a_whole_day_with_a_reminder()
    {
        const QByteArray text = calendar(QStringLiteral("de"), QStringLiteral("task_due"));
        QVERIFY(text.startsWith("BEGIN:VCALENDAR\r\n") && text.endsWith("END:VCALENDAR\r\n"));
        QVERIFY(text.contains("DTSTART;VALUE=DATE:20270115\r\n"));
        QVERIFY(text.contains("BEGIN:VALARM\r\n"));
        QVERIFY(text.contains("2026-0042"));
    }

    void the_same_date_keeps_its_name()
    {
        const auto uid = [](const QByteArray& text) {
            const qsizetype at = text.indexOf("UID:");
            return text.mid(at, text.indexOf("\r\n", at) - at);
        };
        const QByteArray first = uid(calendar(QStringLiteral("de"), QStringLiteral("task_due")));
        QVERIFY(!first.isEmpty());
        QCOMPARE(uid(calendar(QStringLiteral("en"), QStringLiteral("task_due"))), first);
        QVERIFY(uid(calendar(QStringLiteral("de"), QStringLiteral("consent_ends"))) != first);
    }

    void the_receipt_alone_is_enough()
    {
        ReceiptRecord record = sampleRecord();
        QVERIFY(!followUpCalendar(record, sampleTime()).contains("BEGIN:VEVENT"));
        record.set(FollowUpsSection{{{QStringLiteral("account_disabled"), QDate(2026, 12, 31), {}}}});
        const auto again = fromJson(toJson(record));
        QVERIFY(again.isOk());
        QVERIFY(followUpCalendar(*again, sampleTime()).contains("DTSTART;VALUE=DATE:20261231"));
    }

private:
    static QByteArray calendar(const QString& language, const QString& kind)
    {
        return followUpCalendar(sampleRecord(language), {{kind, QDate(2027, 1, 15), QStringLiteral("Inventur")}},
                                sampleTime());
    }
};

QTEST_GUILESS_MAIN(TestFollowUpCalendar)
#include "tst_follow_up_calendar.moc"
