// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/atomic_file.h"
#include "support/sample_pst.h"
#include "wizard_pages/window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTreeWidget>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

/** An Outlook data file through the pages: added, read, its private mail copied and listed to be deleted in Outlook. */
class TestOutlookMailbox : public QObject
{
    Q_OBJECT

    static QString file(const WindowFixture& fixture)
    {
        return fixture.sample.folder.filePath(QStringLiteral("archiv.pst"));
    }

    static handover::HandoverCase& openWithOutlook(WindowFixture& fixture)
    {
        test::writeSamplePst(file(fixture));
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        WindowFixture::check(handover.confirmPolicy());
        if (!fixture.window->goTo(Step::Mailbox)) {
            qFatal("the page cannot be entered");
        }
        fixture.find<QComboBox>("mailboxKind")->setCurrentIndex(static_cast<int>(mail::StoreKind::Pst));
        fixture.type("mailboxPath", file(fixture));
        return handover;
    }

    static void read(WindowFixture& fixture, handover::HandoverCase& handover)
    {
        fixture.click("addMailbox");
        fixture.primary()->click();
        QTRY_VERIFY(handover.scanReport().has_value() && !fixture.window->acts()->isRunning());
    }

private Q_SLOTS:
    void isAddedAndReadWithoutTheDeletedItems()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openWithOutlook(fixture);
        QVERIFY(fixture.find<QCheckBox>("includesDeleted")->isVisible());
        read(fixture, handover);
        QCOMPARE(handover.mailboxes().size(), std::size_t(1));
        QCOMPARE(handover.mailboxes()[0].kind, mail::StoreKind::Pst);
        QCOMPARE(handover.messages().size(), 11U);
        QVERIFY(handover.scanReport()->unreadable.empty());
    }

    void readsDeletedItemsWhenAsked()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openWithOutlook(fixture);
        fixture.click("includesDeleted");
        read(fixture, handover);
        QVERIFY(handover.mailboxes()[0].includesDeleted);
        QCOMPARE(handover.messages().size(), 12U);
    }

    void theCheckBoxBelongsToOutlookFilesOnly()
    {
        WindowFixture fixture;
        openWithOutlook(fixture);
        fixture.find<QComboBox>("mailboxKind")->setCurrentIndex(static_cast<int>(mail::StoreKind::Mbox));
        QVERIFY(!fixture.find<QCheckBox>("includesDeleted")->isVisible());
    }

    void privateMailIsCopiedAndListedFolderByFolder()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openWithOutlook(fixture);
        read(fixture, handover);
        const auto before = sha256OfFile(file(fixture));
        using separation::Scope;
        using separation::Verdict;
        WindowFixture::check(
            handover.decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private));
        for (separation::Row row = 0; row < handover.messages().size(); ++row) {
            if (handover.plan().verdict(row) == Verdict::Undecided) {
                WindowFixture::check(
                    handover.decide(Scope::Message, handover.plan().keyOf(Scope::Message, row), Verdict::Business));
            }
        }
        QVERIFY(fixture.window->goTo(Step::PrivateMail));
        fixture.type("takeawayTarget", fixture.sample.folder.filePath(QStringLiteral("mine")));
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY(handover.takeaway().has_value() && !fixture.window->acts()->isRunning());
        QCOMPARE(handover.takeaway()->copied, 4U);
        const auto* list = fixture.find<QTreeWidget>("outlookList");
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("Posteingang"));
        QCOMPARE(list->topLevelItem(1)->text(0), QStringLiteral("Posteingang/Privat"));
        QCOMPARE(list->topLevelItem(1)->childCount(), 2);
        if (const QString folder = qEnvironmentVariable("STAFFELSTAB_PICTURES"); !folder.isEmpty()) {
            list->topLevelItem(1)->setExpanded(true);
            fixture.window->grab().save(folder + QStringLiteral("/outlook-list.png"));
        }
        fixture.primary()->click();
        QTRY_VERIFY(handover.takeaway()->removed.has_value() && !fixture.window->acts()->isRunning());
        QCOMPARE(*handover.takeaway()->removed, 0U);
        QCOMPARE(handover.takeaway()->kept.size(), std::size_t(4));
        QTRY_VERIFY(fixture.find<QTreeWidget>("outlookList")->isVisible());
        // Nothing was written to the file.
        const auto after = sha256OfFile(file(fixture));
        QVERIFY(before.isOk() && after.isOk());
        QCOMPARE(after.value(), before.value());
        // As if they had been deleted in Outlook: another file without any of them stands there.
        test::PstWriter pst(file(fixture));
        for (int i = 0; i < 40; ++i) {
            pst.addFolder(QString::number(i)); // Outlook gives no number of a node twice.
        }
        pst.add(pst.addFolder(QStringLiteral("Posteingang")), test::internalMail());
        pst.finish();
        fixture.click("lookAgain");
        QTRY_COMPARE(handover.takeaway()->removed.value_or(0), 4U);
        QVERIFY(handover.takeaway()->kept.empty());
    }
};

QTEST_MAIN(TestOutlookMailbox)
#include "tst_outlook_mailbox.moc"
