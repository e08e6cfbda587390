// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/files_topics.h"
#include "handover/topics/unfinished_topic.h"
#include "handover/topics/void_archive_topic.h"
#include "wizard_pages/verify_page.h"
#include "wizard_pages/widgets/page_view.h"
#include "wizard_pages/window_fixture.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>

namespace staffelstab::wizard_pages {

/** One whole handover through the window, with real acts on the sample mailbox; says shown() at each stop. */
class CaseWalk : public QObject
{
    Q_OBJECT
public:
    /** By keyboard each control is reached by Tab, and by the arrows among choices, before it is used. */
    enum class Hand { Mouse, Keyboard };

    CaseWalk(WindowFixture& fixture, QSize size, Hand hand = Hand::Mouse)
        : m_fixture(fixture), m_size(size), m_hand(hand)
    {
    }

    void run()
    {
        openWindow();
        people();
        mailbox();
        separation();
        privateMail();
        archive();
        contacts();
        absence();
        files();
        knowledge();
        equipment();
        consents();
        password();
        accountPlan();
        sign();
        supervisor();
        receipt();
        desk();
    }
    [[nodiscard]] int pages() const { return m_pages; }

Q_SIGNALS:
    void shown(const QString& page);

private:
    void stop(const QString& name)
    {
        idle();
        QTest::qWait(60);
        Q_EMIT shown(QStringLiteral("%1-%2").arg(++m_pages, 2, 10, QLatin1Char('0')).arg(name));
    }
    [[nodiscard]] handover::HandoverCase& theCase() const { return *m_fixture.window->handoverCase(); }
    void press() const
    {
        idle();
        QTRY_VERIFY2(m_fixture.primary()->isEnabled(), qPrintable(m_fixture.primary()->text()));
        click("primary");
    }
    void click(const char* name) const
    {
        if (m_hand == Hand::Mouse) {
            m_fixture.click(name);
            return;
        }
        auto* button = m_fixture.find<QAbstractButton>(name);
        reach(button);
        // The arrows have chosen it already.
        if (!button->isChecked() || !button->group()) {
            QTest::keyClick(button, Qt::Key_Space);
        }
    }
    void type(const char* name, const QString& text) const
    {
        if (m_hand == Hand::Mouse) {
            m_fixture.type(name, text);
            return;
        }
        auto* edit = m_fixture.find<QLineEdit>(name);
        reach(edit);
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, text);
    }
    /** From where the keyboard is to `wanted`; a control that keeps the keyboard to itself is a fault. */
    void reach(QWidget* wanted) const
    {
        constexpr int mostKeys = 400;
        QTRY_VERIFY2(wanted->isVisible() && wanted->isEnabled(), qPrintable(wanted->objectName()));
        const auto* button = qobject_cast<QAbstractButton*>(wanted);
        const auto isChoiceBeside = [button](QWidget* here) {
            const auto* other = qobject_cast<QAbstractButton*>(here);
            return button && button->group() && button->group()->exclusive() && other &&
                   other->group() == button->group();
        };
        QWidget* here = QApplication::focusWidget();
        const auto keyFrom = [&](QWidget* at) {
            if (!isChoiceBeside(at)) {
                return Qt::Key_Tab;
            }
            const QPoint way = wanted->mapToGlobal(QPoint()) - at->mapToGlobal(QPoint());
            return way.y() != 0  ? (way.y() < 0 ? Qt::Key_Up : Qt::Key_Down)
                   : way.x() < 0 ? Qt::Key_Left
                                 : Qt::Key_Right;
        };
        for (int key = 0; key < mostKeys && here != wanted; ++key) {
            QTest::keyClick(here ? here : m_fixture.window.get(), keyFrom(here));
            here = QApplication::focusWidget();
        }
        QVERIFY2(here == wanted, qPrintable(QStringLiteral("%1 cannot be reached by keys from %2")
                                                .arg(wanted->objectName(), here ? here->objectName() : QString())));
    }
    /** No act runs and no progress is shown. */
    void idle() const
    {
        const QWidget* cancel = m_fixture.window->page()->findChild<QWidget*>(QStringLiteral("cancelWork"));
        const auto isIdle = [this, cancel] {
            return (!m_fixture.window->acts() || !m_fixture.window->acts()->isRunning()) &&
                   (!cancel || !cancel->isVisible());
        };
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(), 20000);
    }
    template <typename Condition>
    static void waitFor(Condition condition)
    {
        QTRY_VERIFY_WITH_TIMEOUT(condition(), 20000);
    }
    [[nodiscard]] bool isOn(const char* title) const
    {
        return QLatin1String(m_fixture.window->page()->metaObject()->className()).endsWith(QLatin1String(title));
    }

    void openWindow()
    {
        m_fixture.openCase();
        m_fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture.window.get()));
        m_fixture.window->resize(m_size);
        m_fixture.window->showStart();
        stop(QStringLiteral("start"));
        WindowFixture::check(m_fixture.window->openCase(m_fixture.sample.file()));
    }
    void people()
    {
        stop(QStringLiteral("people-empty"));
        WindowFixture::check(theCase().setPeople(handover::SampleCase::people()));
        // The field that has the keyboard keeps what is typed there.
        type("leaverName", handover::SampleCase::people().leaver.name);
        stop(QStringLiteral("people"));
        press();
        waitFor([this] { return isOn("PolicyPage"); });
        stop(QStringLiteral("policy"));
        click("policyRead");
        press();
    }
    void mailbox()
    {
        waitFor([this] { return isOn("MailboxPage"); });
        stop(QStringLiteral("mailbox-server"));
        m_fixture.find<QComboBox>("mailboxKind")->setCurrentIndex(1);
        type("mailboxPath", m_fixture.sample.maildir());
        click("addMailbox");
        stop(QStringLiteral("mailbox-added"));
        press();
        waitFor([this] { return theCase().scanReport().has_value() && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("mailbox-read"));
        press();
    }
    void separation()
    {
        waitFor([this] { return isOn("SeparationPage"); });
        QTest::qWait(250);
        stop(QStringLiteral("separation"));
        WindowFixture::decideEverything(theCase());
        stop(QStringLiteral("separation-decided"));
        if (theCase().plan().undecided() > 0) {
            press();
            stop(QStringLiteral("separation-undecided"));
            WindowFixture::check(
                theCase().decideAll(theCase().plan().suggestionsAsDecisions(0, theCase().clock().now())));
        }
        press();
    }
    void privateMail()
    {
        waitFor([this] { return isOn("PrivateMailPage"); });
        type("takeawayTarget", m_fixture.sample.folder.filePath(QStringLiteral("privat")));
        stop(QStringLiteral("private-choose"));
        click("takeawayEncrypt");
        stop(QStringLiteral("private-passphrase"));
        click("takeawayEncrypt");
        press();
        waitFor([this] { return theCase().takeaway().has_value() && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("private-remove"));
        const handover::TakeawayOutcome copied = *theCase().takeaway();
        handover::TakeawayOutcome stopped = copied;
        stopped.begun = 1;
        WindowFixture::check(theCase().setTopic<handover::TakeawayOutcome>(stopped));
        stop(QStringLiteral("private-stopped"));
        WindowFixture::check(theCase().setTopic<handover::TakeawayOutcome>(copied));
        click("removalUnderstood");
        press();
        waitFor([this] { return theCase().takeaway()->removed.has_value() && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("private-proof"));
        const handover::TakeawayOutcome removed = *theCase().takeaway();
        handover::TakeawayOutcome kept = removed;
        kept.removed = 0;
        kept.kept = {
            {0,
             QStringLiteral("INBOX"),
             "7.1",
             4'711,
             {Failure::Kind::StillInMailbox, QStringLiteral("[Gmail]/Papierkorb"), {}}},
            {0, QStringLiteral("INBOX"), "7.2", 815, {Failure::Kind::RemovalUnproven, QStringLiteral("INBOX"), {}}}};
        WindowFixture::check(theCase().setTopic<handover::TakeawayOutcome>(kept));
        stop(QStringLiteral("private-kept"));
        WindowFixture::check(theCase().setTopic<handover::TakeawayOutcome>(removed));
        press();
    }
    void archive()
    {
        waitFor([this] { return isOn("BusinessArchivePage"); });
        type("archiveTarget", m_fixture.sample.folder.filePath(QStringLiteral("medium")));
        type("mediumLabel", QStringLiteral("UEB-0042"));
        stop(QStringLiteral("archive"));
        click("showSecret");
        stop(QStringLiteral("archive-passphrase"));
        click("secretNoted");
        press();
        waitFor([this] { return theCase().archive().has_value() && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("archive-result"));
        using handover::UnfinishedWrites, handover::VoidArchive, handover::VoidArchives;
        WindowFixture::check(
            theCase().setTopic<VoidArchives>(VoidArchives{{{*theCase().archive(), VoidArchive::State::NotFound}}}));
        WindowFixture::check(theCase().setTopic<UnfinishedWrites>(UnfinishedWrites{
            {{m_fixture.sample.folder.filePath(QStringLiteral("anderer Stick")), QStringLiteral("Uebergabe")}}}));
        m_fixture.window->page()->enter();
        stop(QStringLiteral("archive-leftovers"));
        WindowFixture::check(theCase().setTopic<VoidArchives>(VoidArchives()));
        WindowFixture::check(theCase().setTopic<UnfinishedWrites>(UnfinishedWrites()));
        m_fixture.window->page()->enter();
        press();
        waitFor([this] { return isOn("SuccessorPage"); });
        stop(QStringLiteral("successor"));
        click("successorCopy");
        stop(QStringLiteral("successor-copy"));
        click("successorNone");
        press();
    }
    void contacts()
    {
        if (!theCase().isOffered(handover::Step::Contacts)) {
            return;
        }
        waitFor([this] { return isOn("ContactsPage"); });
        click("contactsSend");
        type("newPrivateAddress", QStringLiteral("lea@zuhause.example"));
        click("privateContactsAll");
        stop(QStringLiteral("contacts-send"));
        click("farewellPreview");
        click("noticeWanted");
        click("contactsFiles");
        type("contactListTarget", m_fixture.sample.folder.filePath(QStringLiteral("kontakte")));
        type("lettersTarget", m_fixture.sample.folder.filePath(QStringLiteral("briefe")));
        stop(QStringLiteral("contacts-files"));
        auto* scroll = m_fixture.window->page()->findChild<QScrollArea*>();
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        stop(QStringLiteral("contacts-below"));
        press();
        waitFor(
            [this] { return theCase().isDone(handover::Step::Contacts) && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("contacts-result"));
        press();
    }
    void absence()
    {
        if (!theCase().isOffered(handover::Step::OutOfOffice)) {
            return;
        }
        waitFor([this] { return isOn("OutOfOfficePage"); });
        click("replyServer");
        stop(QStringLiteral("reply-server"));
        click("replyPasted");
        stop(QStringLiteral("reply-pasted"));
        press();
        waitFor([this] { return theCase().isDone(handover::Step::OutOfOffice); });
        stop(QStringLiteral("reply-result"));
        press();
    }
    void files()
    {
        if (!theCase().isOffered(handover::Step::Files)) {
            return;
        }
        waitFor([this] { return isOn("FilesPage"); });
        const QString desk = m_fixture.sample.folder.filePath(QStringLiteral("schreibtisch"));
        addFile(desk, QStringLiteral("Privat/Brief an Anna.odt"));
        addFile(desk, QStringLiteral("Projekte/Nordlicht/Plan.txt"));
        addFile(desk, QStringLiteral("Notiz.txt"));
        stop(QStringLiteral("files-empty"));
        m_fixture.prompts.paths = {desk};
        click("addFolder");
        press();
        waitFor([this] { return m_fixture.find<QWidget>("fileTree")->isVisible(); });
        click("acceptFileSuggestions");
        type("privateFilesTarget", m_fixture.sample.folder.filePath(QStringLiteral("stick")));
        type("businessFilesTarget", m_fixture.sample.folder.filePath(QStringLiteral("medium/dateien")));
        stop(QStringLiteral("files-decided"));
        lockFiles();
        stop(QStringLiteral("files-locked"));
        press();
        waitFor([this] { return theCase().topicIfSet<handover::FilesOutcome>().has_value(); });
        waitFor([this] { return m_fixture.find<QWidget>("packPassphrase")->isVisible(); });
        type("packPassphrase", QStringLiteral("mein langer Satz"));
        stop(QStringLiteral("files-copied"));
        press();
        waitFor([this] { return theCase().isDone(handover::Step::Files); });
        QVERIFY(!QFileInfo::exists(desk + QStringLiteral("/Privat")));
        QVERIFY(QFileInfo::exists(desk + QStringLiteral("/Notiz.txt")));
        stop(QStringLiteral("files-removed"));
        press();
    }
    void lockFiles()
    {
        auto* lock = m_fixture.find<QCheckBox>("lockPrivateFiles");
        click("lockPrivateFiles");
        for (const auto& name : {QStringLiteral("passphrase"), QStringLiteral("passphraseAgain")}) {
            auto* edit = lock->parentWidget()->findChild<QLineEdit*>(name);
            edit->setFocus();
            QTest::keyClicks(edit, QStringLiteral("mein langer Satz"));
        }
    }
    static void addFile(const QString& folder, const QString& name)
    {
        const QString path = folder + QLatin1Char('/') + name;
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(name.toUtf8()) > 0);
    }
    /** Pages between here and there, each looked at and left as it is. */
    void goPastTo(const char* page)
    {
        // A page that was just finished makes way in the event loop.
        QTest::qWait(60);
        while (!isOn(page)) {
            const StepPage* here = m_fixture.window->page();
            stop(QString::fromLatin1(here->metaObject()->className()).section(QLatin1Char(':'), -1));
            press();
            waitFor([&] { return m_fixture.window->page() != here; });
        }
    }
    void knowledge()
    {
        if (!theCase().isOffered(handover::Step::Knowledge)) {
            return;
        }
        goPastTo("KnowledgePage");
        stop(QStringLiteral("knowledge"));
        click("briefingDone");
        type("briefedOn", QStringLiteral("2026-12-15"));
        type("documentation", QStringLiteral("Wiki, Netze/Übergabe"));
        click("tasksAdd");
        type("tasks00", QStringLiteral("Monatsabschluss der Netzentgelte"));
        type("tasks01", QStringLiteral("2027-01-05"));
        type("tasks02", QStringLiteral("Nora Nachfolge"));
        click("entriesAdd");
        type("entries01", QStringLiteral("//files/Netze"));
        click("secrecyRead");
        stop(QStringLiteral("knowledge-filled"));
        press();
    }
    void equipment()
    {
        if (!theCase().isOffered(handover::Step::Equipment)) {
            return;
        }
        goPastTo("EquipmentPage");
        stop(QStringLiteral("equipment"));
        click("equipment1Returned");
        click("equipment1More");
        click("equipment1Lock0");
        click("equipment2Missing");
        click("equipment3Remove");
        click("equipment3Stays");
        type("equipment3Agreement", QStringLiteral("Vereinbarung vom 12.11.2026"));
        stop(QStringLiteral("equipment-filled"));
        press();
    }
    void consents()
    {
        if (!theCase().isOffered(handover::Step::Consents)) {
            return;
        }
        goPastTo("ConsentsPage");
        stop(QStringLiteral("consents"));
        click("mailbox_openNo");
        click("forward_privateYes");
        type("forward_privateAddress", QStringLiteral("lea@privat.example"));
        stop(QStringLiteral("consents-answered"));
        click("successor_readsNo");
        click("reactivationYes");
        type("consentsTarget", m_fixture.sample.folder.filePath(QStringLiteral("einwilligungen")));
        m_fixture.sign();
        stop(QStringLiteral("consents-sign"));
        press();
        waitFor([this] { return theCase().isDone(handover::Step::Consents); });
        stop(QStringLiteral("consents-signed"));
        press();
    }
    void password()
    {
        if (!theCase().isOffered(handover::Step::Password)) {
            return;
        }
        goPastTo("PasswordPage");
        waitFor([this] { return isOn("PasswordPage"); });
        stop(QStringLiteral("password"));
        click("wayIt");
        type("itName", QStringLiteral("Ida Technik"));
        type("itDate", QStringLiteral("2026-12-31"));
        stop(QStringLiteral("password-it"));
        press();
    }
    void accountPlan()
    {
        if (!theCase().isOffered(handover::Step::AccountPlan)) {
            return;
        }
        waitFor([this] { return isOn("AccountPlanPage"); });
        click("planFiles");
        type("planTarget", m_fixture.sample.folder.filePath(QStringLiteral("it")));
        type("rotationName", QStringLiteral("Gastzugang WLAN"));
        type("rotationOwner", QStringLiteral("Ida Technik"));
        click("rotationAdd");
        stop(QStringLiteral("account-plan"));
        press();
        waitFor(
            [this] { return theCase().isDone(handover::Step::AccountPlan) && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("account-plan-written"));
        press();
    }
    void sign()
    {
        goPastTo("ReviewPage");
        waitFor([this] { return m_fixture.find<PageView>("receiptPages")->pageCount() > 0; });
        stop(QStringLiteral("review"));
        QVERIFY(!m_fixture.primary()->isEnabled());
        m_fixture.readReceipt();
        press();
        waitFor([this] { return isOn("LeaverSignsPage"); });
        m_fixture.sign();
        type("receiptTarget", m_fixture.sample.folder.filePath(QStringLiteral("beleg")));
        stop(QStringLiteral("leaver-signs"));
        press();
        waitFor([this] { return isOn("KeyboardHandoverPage"); });
        QVERIFY(m_fixture.find<QLabel>("pendingFilePlace")->text().contains(QStringLiteral(".pending.pdf")));
        // Enter must not begin what stands aside of the page's question.
        QVERIFY(!m_fixture.find<QPushButton>("takeIn")->hasFocus());
        stop(QStringLiteral("keyboard"));
    }
    void supervisor()
    {
        press();
        waitFor([this] { return theCase().isLocked(); });
        stop(QStringLiteral("keyboard-cover"));
        click("takeKeyboard");
        waitFor([this] { return isOn("SupervisorSignsPage"); });
        click("checkArchive");
        waitFor([this] {
            return !m_fixture.window->acts()->isRunning() && m_fixture.find<QPushButton>("checkArchive")->isHidden();
        });
        click("received.archive");
        m_fixture.readReceipt();
        m_fixture.sign();
        stop(QStringLiteral("supervisor"));
        press();
    }
    void receipt()
    {
        waitFor([this] { return isOn("ReceiptPage"); });
        waitFor([this] { return !m_fixture.find<QLabel>("receiptWords")->text().isEmpty(); });
        m_receipt = theCase().receiptFiles()->path;
        // The archive alone was ticked; with every page off there is nothing else.
        const bool isAll = !theCase().isOffered(handover::Step::Contacts);
        const QString title = qobject_cast<StepPage*>(m_fixture.window->page())->title();
        const bool saysSome =
            title.contains(QStringLiteral("not everything")) || title.contains(QStringLiteral("nicht alles"));
        QVERIFY2(saysSome != isAll, qPrintable(title));
        stop(QStringLiteral("receipt"));
        press();
        waitFor([this] { return theCase().isClosed(); });
        QVERIFY(!m_fixture.find<QPushButton>("saveLabel")->isHidden());
        stop(QStringLiteral("receipt-closed"));
    }
    void desk()
    {
        m_fixture.window->showVerify();
        auto* verify = qobject_cast<VerifyPage*>(m_fixture.window->page());
        stop(QStringLiteral("verify-empty"));
        verify->addPaths({QFileInfo(m_receipt).absolutePath()});
        waitFor([verify] { return !verify->receipts().empty(); });
        stop(QStringLiteral("verify"));
        m_fixture.window->showCountersign();
        stop(QStringLiteral("countersign-empty"));
    }

    WindowFixture& m_fixture;
    QSize m_size;
    Hand m_hand;
    QString m_receipt;
    int m_pages = 0;
};

} // namespace staffelstab::wizard_pages
