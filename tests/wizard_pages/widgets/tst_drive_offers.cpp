// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/drive_offers.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

class TestDriveOffers : public QObject
{
    Q_OBJECT
private:
    std::vector<RemovableDrive> m_drives{
        {QStringLiteral("/media/lea/STICK"), QStringLiteral("STICK"), QStringLiteral("vfat"), qint64{3} << 30, false},
        {QStringLiteral("/media/lea/CD"), QStringLiteral("CD"), QStringLiteral("iso9660"), 0, true}};

    static int visibleButtons(const DriveOffers& offers)
    {
        int count = 0;
        const QList<QPushButton*> buttons = offers.findChildren<QPushButton*>();
        for (const QPushButton* button : buttons) {
            count += button->isHidden() ? 0 : 1;
        }
        return count;
    }

private Q_SLOTS:
    void offersWhatIsPluggedInAndTellsWhichWasTaken()
    {
        DriveOffers offers(QStringLiteral("drive"), DriveOffers::For::Reading, nullptr, [this] { return m_drives; });
        QCOMPARE(visibleButtons(offers), 2);
        auto* first = offers.findChild<QPushButton*>(QStringLiteral("drive0"));
        QVERIFY2(first->text().contains(QStringLiteral("STICK")) && first->text().contains(QStringLiteral("3.0 GiB")),
                 qPrintable(first->text()));
        QSignalSpy chosen(&offers, &DriveOffers::chosen);
        first->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("/media/lea/STICK"));
    }

    void offersNoReadOnlyDriveToWriteTo()
    {
        DriveOffers offers(QStringLiteral("drive"), DriveOffers::For::Writing, nullptr, [this] { return m_drives; });
        QCOMPARE(visibleButtons(offers), 1);
    }

    void hidesWhileNothingIsPluggedInAndLooksAnew()
    {
        std::vector<RemovableDrive> none;
        DriveOffers offers(QStringLiteral("drive"), DriveOffers::For::Reading, nullptr, [&none] { return none; });
        QVERIFY(offers.isHidden());
        none = m_drives;
        offers.refresh();
        QVERIFY(!offers.isHidden());
        QCOMPARE(visibleButtons(offers), 2);
    }
};

QTEST_MAIN(TestDriveOffers)
#include "tst_drive_offers.moc"
