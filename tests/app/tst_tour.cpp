// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include <QTest>

/** The tour plays a handover through the real windows; what it leaves is a handover like any other. */
class TestTour : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_tour_ends_with_a_receipt_that_verifies_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("receipt");
        QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("Uebergabeprotokoll-*.pdf");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("Handover-receipt-*.pdf");
    }
    void a_tour_ends_with_a_receipt_that_verifies()
    {
        QFETCH(QString, language);
        QFETCH(QString, receipt);
        const Desk desk;
        const QString out = desk.path(QStringLiteral("tour"));
        const Outcome tour =
            desk.call({QStringLiteral("tour"), QStringLiteral("--out"), out, QStringLiteral("--lang"), language});
        QVERIFY2(tour.exitCode == 0, tour.errors.constData());
        const QStringList receipts = QDir(out + QStringLiteral("/receipt")).entryList({receipt});
        const QStringList archives = QDir(out + QStringLiteral("/medium")).entryList({QStringLiteral("*.zip")});
        QCOMPARE(receipts.size(), 1);
        QCOMPARE(archives.size(), 1);
        const Outcome verify =
            desk.call({QStringLiteral("verify"), out + QStringLiteral("/receipt/") + receipts.first(),
                       QStringLiteral("--archive"), out + QStringLiteral("/medium/") + archives.first()});
        QCOMPARE(verify.exitCode, 0);
        QStringList together =
            messageIdsBelow(out + QStringLiteral("/private")) + messageIdsBelow(out + QStringLiteral("/sample"));
        together.sort();
        QCOMPARE(together, desk.messageIds());
    }
};

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
