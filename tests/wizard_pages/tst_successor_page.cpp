// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/dovecot_server.h"
#include "wizard_pages/answering_prompts.h"
#include "wizard_pages/successor_page.h"
#include "wizard_pages/window_fixture.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QTreeWidget>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

namespace {

QByteArrayList letters(const QByteArray& from, int count)
{
    QByteArrayList list;
    for (int i = 0; i < count; ++i) {
        list << "From: " + from + "\r\nTo: lea@firma.example\r\nSubject: x\r\nMessage-ID: <" + QByteArray::number(i) +
                    from + ">\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\nText\r\n";
    }
    return list;
}

} // namespace

/** The page by itself, on a case whose mailbox lies on a real server. */
class TestSuccessorPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::DovecotServer> m_server;
    std::unique_ptr<handover::SampleCase> m_sample;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    std::unique_ptr<handover::HandoverActs> m_acts;
    AnsweringPrompts m_prompts;
    std::unique_ptr<SuccessorPage> m_page;

    handover::HandoverCase& handover() { return *m_sample->handover; }
    template <typename T>
    T* find(const char* name)
    {
        return m_page->findChild<T*>(QLatin1String(name));
    }
    void picture(const char* name)
    {
        const QString folder = qEnvironmentVariable("STAFFELSTAB_PICTURES");
        if (!folder.isEmpty()) {
            m_page->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<tests::DovecotServer>(tests::DovecotServer::Certificate::Good,
                                                          QStringList{QStringLiteral("lea"), QStringLiteral("sven")});
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
        QVERIFY(m_server->fill(QStringLiteral("INBOX"),
                               letters("einkauf@kunde.example", 3) + letters("anna@privat.example", 1)));
        QVERIFY(m_server->fill(QStringLiteral("Kunden"), letters("einkauf@kunde.example", 2)));
        m_sample = std::make_unique<handover::SampleCase>();
        m_secrets = secrets::makeMemoryStore();
        m_acts = std::make_unique<handover::HandoverActs>(handover(), *m_secrets);
        WindowFixture::check(handover().setPeople(handover::SampleCase::people()));
        WindowFixture::check(handover().confirmPolicy());
        WindowFixture::check(handover().addMailbox(m_server->source()));
        JobContext job;
        handover::MailboxPasswords passwords;
        passwords.passwords.push_back(m_server->password());
        WindowFixture::check(m_acts->runScan(std::move(passwords), job));
        using separation::Scope;
        using separation::Verdict;
        WindowFixture::check(
            handover().decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private));
        WindowFixture::check(
            handover().decide(Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Business));
        handover::TakeawayChoice leave;
        leave.action = handover::TakeawayChoice::Action::Leave;
        leave.removeFromMailbox = false;
        WindowFixture::check(handover().setTakeawayChoice(leave));
        WindowFixture::check(m_acts->runTakeaway({}, {}, job));
        m_page = std::make_unique<SuccessorPage>(handover(), *m_acts, m_prompts);
        m_page->resize(860, 640);
        m_page->show();
        m_page->refresh();
    }
    void cleanup()
    {
        m_page.reset();
        m_acts.reset();
        m_sample.reset();
    }

    void asksForNothingUnlessWanted()
    {
        // Nobody has been here yet; that is no open point between the parties.
        QVERIFY(!m_page->isComplete());
        const auto open = handover().openPoints();
        QVERIFY(std::none_of(open.begin(), open.end(),
                             [](const auto& point) { return point.code == QLatin1String("successor_open"); }));
        QVERIFY(m_page->isPrimaryReady());
        QCOMPARE(m_page->primaryText(), QStringLiteral("Next"));
        const QSignalSpy finished(m_page.get(), &StepPage::finished);
        m_page->act();
        QCOMPARE(finished.count(), 1);
        QVERIFY(m_page->isComplete());
        picture("none");
    }

    void copiesIntoAnotherMailboxAndShowsTheProof()
    {
        find<QAbstractButton>("successorCopy")->click();
        QCOMPARE(m_page->primaryText(), QStringLiteral("Copy now"));
        find<QLineEdit>("targetUser")->setText(QStringLiteral("sven"));
        find<QLineEdit>("targetFolder")->setText(QStringLiteral("Von Lea"));
        QTest::keyClicks(find<QLineEdit>("targetPassword"),
                         QString::fromUtf8(m_server->password(QStringLiteral("sven")).view()));
        QVERIFY(m_page->isPrimaryReady());
        picture("copy");
        m_page->act();
        QVERIFY(!m_page->isPrimaryReady());
        QTRY_VERIFY_WITH_TIMEOUT(handover().topicIfSet<handover::SuccessorOutcome>().has_value(), 20'000);
        QTRY_VERIFY(!m_acts->isRunning());
        QVERIFY2(find<QLabel>("successorSummary")->text().startsWith(QStringLiteral("5 ")),
                 qPrintable(find<QLabel>("successorSummary")->text()));
        QVERIFY(m_page->isComplete());
        QCOMPARE(m_page->primaryText(), QStringLiteral("Next"));
        picture("copied");
    }

    /** The successor's mailbox is signed in to in the same ways as the leaver's own. */
    void copiesIntoAMailboxThatWantsACertificate()
    {
        tests::DovecotServer other(tests::DovecotServer::Certificate::Good, {QStringLiteral("sven")},
                                   QStringLiteral("external"));
        QVERIFY2(other.isRunning(), qPrintable(other.error()));
        // The form takes the CA file over from the leaver's own mailbox.
        QFile ca(m_server->caFile());
        QFile otherCa(other.caFile());
        QVERIFY(ca.open(QIODevice::Append) && otherCa.open(QIODevice::ReadOnly));
        ca.write(otherCa.readAll());
        ca.close();
        find<QAbstractButton>("successorCopy")->click();
        find<QLineEdit>("targetUser")->setText(QStringLiteral("sven"));
        find<QSpinBox>("targetPort")->setValue(other.tlsPort());
        find<QLineEdit>("targetFolder")->setText(QStringLiteral("Von Lea"));
        auto* signIn = find<QComboBox>("targetSignIn");
        QCOMPARE(signIn->count(), 3);
        signIn->setCurrentIndex(2);
        QVERIFY(!m_page->isPrimaryReady());
        auto* file = find<QLineEdit>("targetClientCertificate");
        file->setText(other.clientCertificate());
        Q_EMIT file->editingFinished();
        QVERIFY(m_page->isPrimaryReady());
        QCOMPARE(find<QLineEdit>("targetPassword")->accessibleName(), QStringLiteral("Passphrase of the certificate"));
        QTest::keyClicks(find<QLineEdit>("targetPassword"), QString::fromUtf8(other.password().view()));
        picture("certificate");
        m_page->act();
        QTRY_VERIFY_WITH_TIMEOUT(handover().topicIfSet<handover::SuccessorOutcome>() && !m_acts->isRunning(), 20'000);
        QCOMPARE(handover().topicIfSet<handover::SuccessorOutcome>()->arrived, 5U);
    }

    void offersTheBrowserOnlyWhereThePolicyNamesAProvider()
    {
        find<QAbstractButton>("successorCopy")->click();
        auto* signIn = find<QComboBox>("targetSignIn");
        QVERIFY(!signIn->model()->flags(signIn->model()->index(1, 0)).testFlag(Qt::ItemIsEnabled));
        QVERIFY(!find<QAbstractButton>("targetBrowser")->isVisible());
        QVERIFY(find<QLineEdit>("targetPassword")->isVisible());
    }

    void saysWhenTheTargetRefusesTheLogin()
    {
        find<QAbstractButton>("successorCopy")->click();
        find<QLineEdit>("targetUser")->setText(QStringLiteral("sven"));
        QTest::keyClicks(find<QLineEdit>("targetPassword"), QStringLiteral("falsch"));
        m_page->act();
        QTRY_VERIFY_WITH_TIMEOUT(!m_acts->isRunning(), 20'000);
        QVERIFY(!handover().topicIfSet<handover::SuccessorOutcome>());
        QVERIFY(!m_page->isComplete());
        find<QAbstractButton>("successorNone")->click();
        m_page->act();
        QVERIFY(m_page->isComplete());
    }

    void showsWhoMayReadBeforeAndAfter()
    {
        find<QAbstractButton>("successorShare")->click();
        find<QLineEdit>("successorIdentifier")->setText(QStringLiteral("sven"));
        QCOMPARE(m_page->primaryText(), QStringLiteral("Show who may read now"));
        m_page->act();
        QTRY_VERIFY_WITH_TIMEOUT(handover().topicIfSet<handover::SuccessorAccess>() && !m_acts->isRunning(), 20'000);
        QCOMPARE(m_page->primaryText(), QStringLiteral("Let the successor read"));
        QVERIFY(!m_page->isPrimaryReady());
        auto* table = find<QTreeWidget>("sharedFolders");
        QCOMPARE(table->topLevelItemCount(), 2);
        picture("looked");
        int choosable = 0;
        for (int i = 0; i < table->topLevelItemCount(); ++i) {
            QTreeWidgetItem* item = table->topLevelItem(i);
            // A private message lies in the inbox.
            QCOMPARE(item->isDisabled(), item->text(0) == QStringLiteral("INBOX"));
            if (!item->isDisabled()) {
                item->setCheckState(0, Qt::Checked);
                ++choosable;
            }
        }
        QCOMPARE(choosable, 1);
        QVERIFY(m_page->isPrimaryReady());
        m_page->act();
        QTRY_VERIFY_WITH_TIMEOUT(handover().topicIfSet<handover::SuccessorOutcome>() && !m_acts->isRunning(), 20'000);
        const auto outcome = *handover().topicIfSet<handover::SuccessorOutcome>();
        QCOMPARE(outcome.folders.size(), std::size_t{1});
        QVERIFY(outcome.folders.front().mayRead);
        picture("shared");
        find<QAbstractButton>("successorAgain")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!handover().topicIfSet<handover::SuccessorOutcome>() && !m_acts->isRunning(), 20'000);
        QVERIFY(m_page->isComplete());
    }
};

QTEST_MAIN(TestSuccessorPage)
#include "tst_successor_page.moc"
