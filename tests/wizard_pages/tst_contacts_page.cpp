// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/letter_journal.h"
#include "handover/topics/contact_topics.h"
#include "wizard_pages/window_fixture.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTreeWidget>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::ContactsChoice;
using handover::Step;

/** Who is told: chosen with boxes, read before it leaves, and never named where others look. */
class TestContactsPage : public QObject
{
    Q_OBJECT
private:
    static handover::HandoverCase& openPage(WindowFixture& fixture)
    {
        fixture.makeReady();
        WindowFixture::decideEverything(*fixture.sample.handover);
        handover::HandoverCase& handover = fixture.openCase();
        if (!fixture.window->goTo(Step::Contacts)) {
            qFatal("the page cannot be reached");
        }
        return handover;
    }
    static QStringList shown(const QTreeWidget& table, bool isTickedOnly)
    {
        QStringList addresses;
        for (int i = 0; i < table.topLevelItemCount(); ++i) {
            const QTreeWidgetItem* item = table.topLevelItem(i);
            if (!item->isHidden() && (!isTickedOnly || item->checkState(0) == Qt::Checked)) {
                addresses.append(item->text(1));
            }
        }
        return addresses;
    }
    static QString folder(const WindowFixture& fixture, const char* name)
    {
        return fixture.sample.folder.filePath(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void ticksCustomersAndNobodyForTheFarewell()
    {
        WindowFixture fixture;
        openPage(fixture);
        fixture.click("contactsFiles");
        QVERIFY(shown(*fixture.find<QTreeWidget>("privateContacts"), true).isEmpty());
        QVERIFY(fixture.find<QLabel>("contactsFaults")->text().isEmpty());
        QCOMPARE(shown(*fixture.find<QTreeWidget>("businessContacts"), true),
                 QStringList{QStringLiteral("einkauf@kunde.example")});
    }

    void goesOnWithoutWritingHoweverLettersWouldGoOut()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("contactsSend"); // without a server
        QCOMPARE(fixture.primary()->text(), QStringLiteral("Go on without writing"));
        QVERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY(handover.isDone(Step::Contacts));
        QVERIFY(fixture.find<QLabel>("contactsProof")->text().contains(QStringLiteral("Nobody was written to")));
    }

    void isUsedByKeyboard()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("contactsFiles");
        fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        auto* table = fixture.find<QTreeWidget>("privateContacts");
        table->setFocus();
        QVERIFY(shown(*table, true).isEmpty());
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(shown(*table, true).size(), 1);
        QTest::keyClick(table, Qt::Key_Slash);
        auto* search = fixture.find<QLineEdit>("privateContactsSearch");
        QCOMPARE(fixture.window->focusWidget(), search);
        QTest::keyClicks(search, QStringLiteral("niemand"));
        QVERIFY(shown(*table, false).isEmpty());
        QCOMPARE(shown(*table, true).size() + 1, 1); // what is not found stays ticked
        search->clear();
        fixture.type("newPrivateAddress", QStringLiteral("lea@zuhause.example"));
        fixture.type("lettersTarget", folder(fixture, "briefe"));
        QTest::keyClick(fixture.find<QLineEdit>("lettersTarget"), Qt::Key_Tab);
        QVERIFY(fixture.primary()->isEnabled());
        fixture.primary()->setFocus();
        QTest::keyClick(fixture.primary(), Qt::Key_Space);
        QTRY_VERIFY(handover.isDone(Step::Contacts));
        QVERIFY(QFile::exists(folder(fixture, "briefe/Private/anna@privat.example.eml")));
        QCOMPARE(handover::countLetters(handover, reply::Audience::Private).handed, 1U);
        QVERIFY(fixture.find<QLabel>("contactsProof")->text().contains(folder(fixture, "briefe")));
    }

    void showsALetterAsItIsRead()
    {
        WindowFixture fixture;
        openPage(fixture);
        fixture.type("newPrivateAddress", QStringLiteral("lea@zuhause.example"));
        fixture.click("privateContactsAll");
        fixture.click("farewellPreview");
        const QString read = fixture.find<QLabel>("farewellRead")->text();
        QVERIFY2(read.contains(QStringLiteral("Anna Gehtbald")), qPrintable(read));
        QVERIFY(read.contains(QStringLiteral("lea@zuhause.example")));
        QVERIFY(!read.contains(u'{'));
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("two addresses") << QStringLiteral("newPrivateAddress")
                                       << QStringLiteral("a@b.example, c@d.example")
                                       << QStringLiteral("farewellFaults");
        QTest::newRow("no address that the text could give")
            << QStringLiteral("newPrivateAddress") << QString() << QStringLiteral("farewellFaults");
        QTest::newRow("no subject") << QStringLiteral("farewellSubject") << QString()
                                    << QStringLiteral("farewellFaults");
        QTest::newRow("no folder") << QStringLiteral("lettersTarget") << QString() << QStringLiteral("contactsFaults");
    }
    void saysWhatIsMissing()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, where);
        WindowFixture fixture;
        openPage(fixture);
        fixture.click("contactsFiles");
        fixture.click("privateContactsAll");
        fixture.type("newPrivateAddress", QStringLiteral("lea@zuhause.example"));
        fixture.type("lettersTarget", folder(fixture, "briefe"));
        QTest::keyClick(fixture.find<QLineEdit>("lettersTarget"), Qt::Key_Tab);
        QVERIFY(fixture.primary()->isEnabled());
        fixture.type(qPrintable(field), text);
        QTest::keyClick(fixture.find<QLineEdit>(qPrintable(field)), Qt::Key_Tab);
        QVERIFY(!fixture.primary()->isEnabled());
        QVERIFY(!fixture.find<QLabel>(qPrintable(where))->text().isEmpty());
        // Writing to nobody needs none of it.
        fixture.click("contactsNone");
        QVERIFY(fixture.primary()->isEnabled());
    }

    void asksBeforeAnythingIsSent()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("privateContactsAll");
        fixture.type("newPrivateAddress", QStringLiteral("lea@zuhause.example"));
        fixture.click("contactsSend");
        fixture.type("smtpHost", QStringLiteral("127.0.0.1"));
        fixture.type("smtpUser", QStringLiteral("lea"));
        fixture.prompts.saysYes = false;
        fixture.primary()->click();
        QVERIFY(!fixture.window->acts()->isRunning());
        QVERIFY(!handover.isDone(Step::Contacts));
        QCOMPARE(handover.topic<ContactsChoice>().way, ContactsChoice::Way::Send);
    }

    void writesTheListAndKeepsTheAddressOffTheReceipt()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("newPrivateAddress", QStringLiteral("lea@zuhause.example"));
        fixture.type("contactListTarget", folder(fixture, "liste"));
        fixture.click("contactsNone");
        fixture.primary()->click();
        QTRY_VERIFY(handover.isDone(Step::Contacts));
        const QByteArray record = receipt::toJson(handover.record());
        QVERIFY(record.contains("\"listed\":1"));
        QVERIFY(!record.contains("zuhause") && !record.contains("anna"));
        QVERIFY(fixture.find<QLabel>("contactsProof")->text().contains(QStringLiteral(".csv")));
        fixture.click("contactsAgain");
        QTRY_VERIFY(!handover.isDone(Step::Contacts));
        QCOMPARE(fixture.find<QLineEdit>("newPrivateAddress")->text(), QStringLiteral("lea@zuhause.example"));
    }

    void namesEveryControlForScreenReaders()
    {
        WindowFixture fixture;
        openPage(fixture);
        for (const char* name : {"privateContacts", "privateContactsSearch", "businessContacts", "smtpSecurity"}) {
            QVERIFY2(!fixture.find<QWidget>(name)->accessibleName().isEmpty(), name);
        }
    }
};

QTEST_MAIN(TestContactsPage)
#include "tst_contacts_page.moc"
