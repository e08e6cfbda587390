// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ical_writer.h"

#include <QTest>

using staffelstab::CalendarEntry;
using staffelstab::icalendar;

class TestIcalWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void an_event_is_written_as_rfc_5545_asks();
    void a_task_has_a_due_date_and_an_alarm_before_it();
    void a_point_in_time_is_written_in_utc();
    void an_alarm_may_come_after_midnight_of_the_day();
    void text_is_escaped_data();
    void text_is_escaped();
    void no_line_is_longer_than_75_octets_data();
    void no_line_is_longer_than_75_octets();
    void a_calendar_without_dates_is_still_one();
};

namespace {

const QDateTime stamp(QDate(2026, 11, 25), QTime(17, 5, 9), Qt::UTC);

CalendarEntry entry(const QString& summary)
{
    CalendarEntry result;
    result.uid = QStringLiteral("1@staffelstab");
    result.when = QDate(2026, 12, 31);
    result.summary = summary;
    return result;
}

/** What a reader sees of the property once the folding is undone. */
QByteArray valueOf(QByteArray file, const QByteArray& property)
{
    file.replace("\r\n ", "");
    for (const QByteArray& line : file.split('\n')) {
        if (line.startsWith(property + ':')) {
            return line.mid(property.size() + 1).chopped(1);
        }
    }
    return "(absent)";
}

} // namespace

void TestIcalWriter::an_event_is_written_as_rfc_5545_asks()
{
    CalendarEntry day = entry(QStringLiteral("Konto sperren"));
    day.sequence = 2;
    day.description = QStringLiteral("Lea Gehtbald");
    day.categories = {QStringLiteral("Übergabe"), QStringLiteral("a,b")};
    QCOMPARE(icalendar({day}, stamp), QByteArray("BEGIN:VCALENDAR\r\n"
                                                 "VERSION:2.0\r\n"
                                                 "PRODID:-//Staffelstab//Staffelstab//DE\r\n"
                                                 "CALSCALE:GREGORIAN\r\n"
                                                 "METHOD:PUBLISH\r\n"
                                                 "BEGIN:VEVENT\r\n"
                                                 "UID:1@staffelstab\r\n"
                                                 "DTSTAMP:20261125T170509Z\r\n"
                                                 "SEQUENCE:2\r\n"
                                                 "DTSTART;VALUE=DATE:20261231\r\n"
                                                 "DTEND;VALUE=DATE:20270101\r\n"
                                                 "TRANSP:TRANSPARENT\r\n"
                                                 "SUMMARY:Konto sperren\r\n"
                                                 "DESCRIPTION:Lea Gehtbald\r\n"
                                                 "CATEGORIES:Übergabe,a\\,b\r\n"
                                                 "END:VEVENT\r\n"
                                                 "END:VCALENDAR\r\n"));
}

void TestIcalWriter::a_task_has_a_due_date_and_an_alarm_before_it()
{
    CalendarEntry task = entry(QStringLiteral("Konto löschen"));
    task.kind = CalendarEntry::Kind::Task;
    task.alarmBefore = std::chrono::hours(15);
    const QByteArray file = icalendar({task}, stamp);
    QVERIFY(file.contains("BEGIN:VTODO\r\n"));
    QVERIFY(file.contains("\r\nDUE;VALUE=DATE:20261231\r\n"));
    QVERIFY(!file.contains("DTSTART"));
    QVERIFY(file.contains("BEGIN:VALARM\r\n"
                          "ACTION:DISPLAY\r\n"
                          "DESCRIPTION:Konto löschen\r\n"
                          "TRIGGER;RELATED=END:-PT900M\r\n"
                          "END:VALARM\r\n"
                          "END:VTODO\r\n"));
}

void TestIcalWriter::a_point_in_time_is_written_in_utc()
{
    CalendarEntry meeting = entry(QStringLiteral("x"));
    meeting.when = QDateTime(QDate(2026, 12, 31), QTime(18, 0), Qt::OffsetFromUTC, 3600);
    const QByteArray file = icalendar({meeting}, stamp);
    QCOMPARE(valueOf(file, "DTSTART"), QByteArray("20261231T170000Z"));
    QVERIFY(!file.contains("DTEND"));
}

void TestIcalWriter::an_alarm_may_come_after_midnight_of_the_day()
{
    CalendarEntry day = entry(QStringLiteral("x"));
    day.alarmBefore = std::chrono::hours(-9);
    QCOMPARE(valueOf(icalendar({day}, stamp), "TRIGGER"), QByteArray("PT540M"));
}

void TestIcalWriter::text_is_escaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("comma and semicolon") << QStringLiteral("a, b; c") << QByteArray("a\\, b\\; c");
    QTest::newRow("backslash") << QStringLiteral("FIRMA\\lea") << QByteArray("FIRMA\\\\lea");
    QTest::newRow("colon and quotes stay") << QStringLiteral("a: \"b\"") << QByteArray("a: \"b\"");
    QTest::newRow("line breaks of all systems") << QStringLiteral("a\nb\r\nc\rd") << QByteArray("a\\nb\\nc\\nd");
    QTest::newRow("control characters go") << QStringLiteral("a\tb\x07") + QChar(0) << QByteArray("a\tb");
    QTest::newRow("an injected property stays text")
        << QStringLiteral("x\r\nATTACH:file:///etc/passwd") << QByteArray("x\\nATTACH:file:///etc/passwd");
    QTest::newRow("surrogate pair") << QStringLiteral("👋") << QByteArray("👋");
}

void TestIcalWriter::text_is_escaped()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, written);
    QCOMPARE(valueOf(icalendar({entry(text)}, stamp), "SUMMARY"), written);
}

void TestIcalWriter::no_line_is_longer_than_75_octets_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one octet a character") << QString(1000, u'a');
    QTest::newRow("two") << QString(1000, u'ä');
    QTest::newRow("three") << QString(1000, u'€');
    QTest::newRow("four") << QStringLiteral("👋").repeated(500);
    for (int length = 60; length < 80; ++length) {
        QTest::addRow("around the edge %d", length) << QString(length, u'a') + u'ä';
    }
}

void TestIcalWriter::no_line_is_longer_than_75_octets()
{
    QFETCH(QString, text);
    const QByteArray file = icalendar({entry(text)}, stamp);
    QVERIFY(file.endsWith("\r\n"));
    for (const QByteArray& line : file.chopped(2).split('\n')) {
        const QByteArray octets = line.endsWith('\r') ? line.chopped(1) : line;
        QVERIFY2(octets.size() <= 75, octets.constData());
        QVERIFY2(QString::fromUtf8(octets).toUtf8() == octets && !octets.contains("\xef\xbf\xbd"), octets.constData());
    }
    QCOMPARE(QString::fromUtf8(valueOf(file, "SUMMARY")), text);
}

void TestIcalWriter::a_calendar_without_dates_is_still_one()
{
    const QByteArray file = icalendar({}, stamp);
    QVERIFY(file.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    QVERIFY(file.endsWith("END:VCALENDAR\r\n"));
}

QTEST_GUILESS_MAIN(TestIcalWriter)
#include "tst_ical_writer.moc"
