// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/date_field.h"

#include <QtTest>

using staffelstab::wizard_pages::DateField;

/** A date as people type it. */
class TestDateField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        const QDate lastDay(2026, 12, 31);
        QTest::newRow("German") << "31.12.2026" << lastDay;
        QTest::newRow("British") << "31/12/2026" << lastDay;
        QTest::newRow("ISO 8601") << "2026-12-31" << lastDay;
        QTest::newRow("without zeros") << "1.2.2027" << QDate(2027, 2, 1);
        QTest::newRow("two digits for the year") << "31.12.26" << lastDay;
        QTest::newRow("two digits, British") << "31/12/26" << lastDay;
        QTest::newRow("spaces around") << "  31.12.2026 " << lastDay;
        QTest::newRow("a leap day") << "29.02.2028" << QDate(2028, 2, 29);
        QTest::newRow("no leap day") << "29.02.2027" << QDate();
        QTest::newRow("a month too many") << "31.13.2026" << QDate();
        QTest::newRow("words") << "morgen" << QDate();
        QTest::newRow("nothing") << "" << QDate();
        QTest::newRow("long before computers") << "31.12.1926" << QDate();
    }

    void readsWhatPeopleType()
    {
        QFETCH(QString, text);
        QFETCH(QDate, date);
        QCOMPARE(DateField::parse(text), date);
    }

    void writesTheYearOutWhenTheFieldIsLeft()
    {
        QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
        DateField field;
        QTest::keyClicks(&field, QStringLiteral("31.12.26"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.text(), QStringLiteral("31.12.2026"));
    }

    void marksWhatIsNoDateAndForgivesItLater()
    {
        DateField field;
        QTest::keyClicks(&field, QStringLiteral("31.13.2026"));
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(field.property("wrong").toBool());
        field.setDate(QDate(2026, 12, 31));
        QVERIFY(!field.property("wrong").toBool());
    }
};

QTEST_MAIN(TestDateField)
#include "tst_date_field.moc"
