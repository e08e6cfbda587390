// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/files_topics.h"
#include "wizard_pages/verify_page.h"
#include "wizard_pages/window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>

namespace staffelstab::wizard_pages {

/** One whole handover through the window, with real acts on the sample mailbox; says shown() at each stop. */
class CaseWalk : public QObject
{
    Q_OBJECT
public:
    CaseWalk(WindowFixture& fixture, QSize size) : m_fixture(fixture), m_size(size) {}

    void run()
    {
        openWindow();
        people();
        mailbox();
        separation();
        privateMail();
        archive();
        absence();
        files();
        knowledge();
        equipment();
        consents();
        goPastTo("PasswordPage");
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
        m_fixture.primary()->click();
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
        m_fixture.window->resize(m_size);
        m_fixture.window->showStart();
        stop(QStringLiteral("start"));
        WindowFixture::check(m_fixture.window->openCase(m_fixture.sample.file()));
    }
    void people()
    {
        stop(QStringLiteral("people-empty"));
        WindowFixture::check(theCase().setPeople(handover::SampleCase::people()));
        stop(QStringLiteral("people"));
        press();
        waitFor([this] { return isOn("PolicyPage"); });
        stop(QStringLiteral("policy"));
        m_fixture.click("policyRead");
        press();
    }
    void mailbox()
    {
        waitFor([this] { return isOn("MailboxPage"); });
        stop(QStringLiteral("mailbox-server"));
        m_fixture.find<QComboBox>("mailboxKind")->setCurrentIndex(1);
        m_fixture.type("mailboxPath", m_fixture.sample.maildir());
        m_fixture.click("addMailbox");
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
        m_fixture.type("takeawayTarget", m_fixture.sample.folder.filePath(QStringLiteral("privat")));
        stop(QStringLiteral("private-choose"));
        m_fixture.click("takeawayEncrypt");
        stop(QStringLiteral("private-passphrase"));
        m_fixture.click("takeawayEncrypt");
        press();
        waitFor([this] { return theCase().takeaway().has_value() && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("private-remove"));
        m_fixture.click("removalUnderstood");
        press();
        waitFor([this] { return theCase().takeaway()->removed.has_value() && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("private-proof"));
        press();
    }
    void archive()
    {
        waitFor([this] { return isOn("BusinessArchivePage"); });
        m_fixture.type("archiveTarget", m_fixture.sample.folder.filePath(QStringLiteral("medium")));
        m_fixture.type("mediumLabel", QStringLiteral("UEB-0042"));
        stop(QStringLiteral("archive"));
        m_fixture.click("showSecret");
        stop(QStringLiteral("archive-passphrase"));
        m_fixture.click("secretNoted");
        press();
        waitFor([this] { return theCase().archive().has_value() && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("archive-result"));
        press();
        waitFor([this] { return isOn("SuccessorPage"); });
        stop(QStringLiteral("successor"));
        m_fixture.click("successorCopy");
        stop(QStringLiteral("successor-copy"));
        m_fixture.click("successorNone");
        press();
    }
    void absence()
    {
        waitFor([this] { return isOn("OutOfOfficePage"); });
        m_fixture.click("replyServer");
        stop(QStringLiteral("reply-server"));
        m_fixture.click("replyPasted");
        stop(QStringLiteral("reply-pasted"));
        press();
        waitFor([this] { return theCase().isDone(handover::Step::OutOfOffice); });
        stop(QStringLiteral("reply-result"));
        press();
    }
    void files()
    {
        waitFor([this] { return isOn("FilesPage"); });
        const QString desk = m_fixture.sample.folder.filePath(QStringLiteral("schreibtisch"));
        addFile(desk, QStringLiteral("Privat/Brief an Anna.odt"));
        addFile(desk, QStringLiteral("Projekte/Nordlicht/Plan.txt"));
        addFile(desk, QStringLiteral("Notiz.txt"));
        stop(QStringLiteral("files-empty"));
        m_fixture.prompts.paths = {desk};
        m_fixture.click("addFolder");
        press();
        waitFor([this] { return m_fixture.find<QWidget>("fileTree")->isVisible(); });
        m_fixture.click("acceptFileSuggestions");
        m_fixture.type("privateFilesTarget", m_fixture.sample.folder.filePath(QStringLiteral("stick")));
        m_fixture.type("businessFilesTarget", m_fixture.sample.folder.filePath(QStringLiteral("medium/dateien")));
        stop(QStringLiteral("files-decided"));
        lockFiles();
        stop(QStringLiteral("files-locked"));
        press();
        waitFor([this] { return theCase().topicIfSet<handover::FilesOutcome>().has_value(); });
        waitFor([this] { return m_fixture.find<QWidget>("packPassphrase")->isVisible(); });
        m_fixture.type("packPassphrase", QStringLiteral("mein langer Satz"));
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
        lock->click();
        for (const auto& name : {QStringLiteral("passphrase"), QStringLiteral("passphraseAgain")}) {
            QTest::keyClicks(lock->parentWidget()->findChild<QLineEdit*>(name), QStringLiteral("mein langer Satz"));
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
        goPastTo("KnowledgePage");
        stop(QStringLiteral("knowledge"));
        m_fixture.click("briefingDone");
        m_fixture.type("briefedOn", QStringLiteral("2026-12-15"));
        m_fixture.type("documentation", QStringLiteral("Wiki, Netze/Übergabe"));
        m_fixture.click("tasksAdd");
        m_fixture.type("tasks00", QStringLiteral("Monatsabschluss der Netzentgelte"));
        m_fixture.type("tasks01", QStringLiteral("2027-01-05"));
        m_fixture.type("tasks02", QStringLiteral("Nora Nachfolge"));
        m_fixture.click("entriesAdd");
        m_fixture.type("entries01", QStringLiteral("//files/Netze"));
        m_fixture.click("secrecyRead");
        stop(QStringLiteral("knowledge-filled"));
        press();
    }
    void equipment()
    {
        goPastTo("EquipmentPage");
        stop(QStringLiteral("equipment"));
        m_fixture.click("equipment1Returned");
        m_fixture.click("equipment1More");
        m_fixture.click("equipment1Lock0");
        m_fixture.click("equipment2Missing");
        m_fixture.click("equipment3Remove");
        m_fixture.click("equipment3Stays");
        m_fixture.type("equipment3Agreement", QStringLiteral("Vereinbarung vom 12.11.2026"));
        stop(QStringLiteral("equipment-filled"));
        press();
    }
    void consents()
    {
        goPastTo("ConsentsPage");
        stop(QStringLiteral("consents"));
        m_fixture.click("mailbox_openNo");
        m_fixture.click("forward_privateYes");
        m_fixture.type("forward_privateAddress", QStringLiteral("lea@privat.example"));
        stop(QStringLiteral("consents-answered"));
        m_fixture.click("successor_readsNo");
        m_fixture.click("reactivationYes");
        m_fixture.type("consentsTarget", m_fixture.sample.folder.filePath(QStringLiteral("einwilligungen")));
        m_fixture.sign();
        stop(QStringLiteral("consents-sign"));
        press();
        waitFor([this] { return theCase().isDone(handover::Step::Consents); });
        stop(QStringLiteral("consents-signed"));
        press();
    }
    void password()
    {
        waitFor([this] { return isOn("PasswordPage"); });
        stop(QStringLiteral("password"));
        m_fixture.click("wayIt");
        m_fixture.type("itName", QStringLiteral("Ida Technik"));
        m_fixture.type("itDate", QStringLiteral("2026-12-31"));
        stop(QStringLiteral("password-it"));
        press();
    }
    void accountPlan()
    {
        waitFor([this] { return isOn("AccountPlanPage"); });
        m_fixture.click("planFiles");
        m_fixture.type("planTarget", m_fixture.sample.folder.filePath(QStringLiteral("it")));
        m_fixture.type("rotationName", QStringLiteral("Gastzugang WLAN"));
        m_fixture.type("rotationOwner", QStringLiteral("Ida Technik"));
        m_fixture.click("rotationAdd");
        stop(QStringLiteral("account-plan"));
        press();
        waitFor(
            [this] { return theCase().isDone(handover::Step::AccountPlan) && !m_fixture.window->acts()->isRunning(); });
        stop(QStringLiteral("account-plan-written"));
        press();
    }
    void sign()
    {
        waitFor([this] { return isOn("ReviewPage"); });
        QTest::qWait(50);
        stop(QStringLiteral("review"));
        QVERIFY(!m_fixture.primary()->isEnabled());
        m_fixture.readReceipt();
        press();
        waitFor([this] { return isOn("LeaverSignsPage"); });
        m_fixture.sign();
        m_fixture.type("receiptTarget", m_fixture.sample.folder.filePath(QStringLiteral("beleg")));
        stop(QStringLiteral("leaver-signs"));
        press();
        waitFor([this] { return isOn("KeyboardHandoverPage"); });
        stop(QStringLiteral("keyboard"));
    }
    void supervisor()
    {
        press();
        waitFor([this] { return theCase().isLocked(); });
        stop(QStringLiteral("keyboard-cover"));
        m_fixture.click("takeKeyboard");
        waitFor([this] { return isOn("SupervisorSignsPage"); });
        m_fixture.click("checkArchive");
        waitFor([this] {
            return !m_fixture.window->acts()->isRunning() && m_fixture.find<QPushButton>("checkArchive")->isHidden();
        });
        m_fixture.click("received.archive");
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
        stop(QStringLiteral("receipt"));
        press();
        waitFor([this] { return theCase().isClosed(); });
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
    QString m_receipt;
    int m_pages = 0;
};

} // namespace staffelstab::wizard_pages
