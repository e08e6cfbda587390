// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acts_case.h"

#include "handover/acts/mail_acts.h"
#include "handover/case_store.h"
#include "receipt/sections/takeaway_section.h"

#include <QFile>

using namespace staffelstab;
using namespace staffelstab::handover;

/** Taking private mail out of a mailbox, and what a stop or a kill leaves. */
class TestPrivateMailActs : public QObject, private ActsCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void refusesToRemoveWhileSomethingIsUndecided()
    {
        VERIFY_OK(m_acts->runScan({}, m_job));
        QVERIFY(
            handover().decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private).isOk());
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        const Status removed = m_acts->runRemoval({}, m_job);
        QVERIFY(!removed.isOk());
        QCOMPARE(removed.failure().kind, Failure::Kind::NotAllowedNow);
        QVERIFY(QFile::exists(mailFile("p1")));
    }

    void refusesToRemoveWhenThePrivateCopyIsGone()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        const QString copy = handover().takeaway()->path;
        QVERIFY(QDir().rename(copy, copy + QStringLiteral(".pulled")));
        const Status removed = m_acts->runRemoval({}, m_job);
        QVERIFY(!removed.isOk());
        QCOMPARE(removed.failure().kind, Failure::Kind::MediumGone);
        QVERIFY(QFile::exists(mailFile("p1")));
    }

    void aRemovalThatWasStoppedCanOnlyGoOnOrEnd_data()
    {
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("goes on") << true;
        QTest::newRow("the rest stays") << false;
    }

    void aRemovalThatWasStoppedCanOnlyGoOnOrEnd()
    {
        QFETCH(bool, goesOn);
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        const QString copy = handover().takeaway()->path;
        stopRemovalAfterOne();
        QCOMPARE(handover().takeaway()->begun, std::optional<quint32>(1));
        QVERIFY(!handover().isDone(Step::PrivateMail));

        // No other way, no other decision: one of them is gone already.
        TakeawayChoice other = handover().takeawayChoice();
        other.action = TakeawayChoice::Action::Leave;
        QCOMPARE(handover().setTakeawayChoice(other).failure().kind, Failure::Kind::NotAllowedNow);
        QVERIFY(!handover().decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Business));
        QVERIFY(!m_acts->runTakeaway({}, {}, m_job));
        QCOMPARE(handover().takeaway()->path, copy);

        if (goesOn) {
            VERIFY_OK(m_acts->runRemoval({}, m_job));
        } else {
            VERIFY_OK(HandoverActs::run(leaveRestAct(m_acts->context(), {}), m_job));
        }
        QVERIFY(handover().isDone(Step::PrivateMail));
        QVERIFY(!handover().takeaway()->begun);
        QCOMPARE(handover().takeaway()->removed, std::optional<quint32>(goesOn ? 2 : 1));
        // What stays by choice is a number, no list.
        QVERIFY(handover().takeaway()->kept.empty());
        QCOMPARE(handover().takeaway()->leftByChoice(2), goesOn ? 0U : 1U);
        QCOMPARE(hasOpenPoint(handover(), "left_in_mailbox"), !goesOn);
        QCOMPARE(QFile::exists(mailFile("p1")) || QFile::exists(mailFile("p2")), !goesOn);
    }

    void aKillDuringTheRemovalIsRememberedBeforeAnythingGoes()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        // Everything up to the work itself; then the program is gone.
        QVERIFY(removalAct(m_acts->context(), {}).isOk());
        QCOMPARE(TakeawayOutcome::fromJson(handover().takeaway()->toJson()).begun, std::optional<quint32>(0));
        // One went, and nobody could note it.
        QVERIFY(QFile::remove(mailFile("p1")));
        VERIFY_OK(HandoverActs::run(leaveRestAct(m_acts->context(), {}), m_job));
        QCOMPARE(handover().takeaway()->removed, std::optional<quint32>(1));
        QCOMPARE(handover().takeaway()->leftByChoice(2), 1U);
    }

    void afterAKillAFailedRunDoesNotOpenTheChoiceAgain()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QVERIFY(removalAct(m_acts->context(), {}).isOk());
        const QString mailbox = m_sample->source().path;
        QVERIFY(QDir().rename(mailbox, mailbox + QStringLiteral(".away")));
        QVERIFY(!m_acts->runRemoval({}, m_job));
        QVERIFY(QDir().rename(mailbox + QStringLiteral(".away"), mailbox));
        QVERIFY(handover().takeaway()->isRemovalConfirmed());
    }

    void aStoppedRunForgetsNothingThatAnEarlierOneLeftInTheTrash_data()
    {
        QTest::addColumn<bool>("isLookedForAgain");
        QTest::newRow("the removal goes on") << false;
        QTest::newRow("it was done, and is tried again") << true;
    }
    void aStoppedRunForgetsNothingThatAnEarlierOneLeftInTheTrash()
    {
        QFETCH(bool, isLookedForAgain);
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        const Result<std::vector<VerifiedCopy>> copies = handover().store().copies(0, 0);
        QVERIFY(copies.isOk() && copies->size() == 2);
        TakeawayOutcome outcome = *handover().takeaway();
        (isLookedForAgain ? outcome.removed : outcome.begun) = 0;
        const Failure why{Failure::Kind::StillInMailbox, QStringLiteral("[Gmail]/Trash"), {}};
        for (const VerifiedCopy& copy : *copies) {
            outcome.kept.push_back(
                {0, handover().messages().folders().front().folder.path, copy.order.ref.key, 10, why});
        }
        VERIFY_OK(handover().setTopic<TakeawayOutcome>(std::move(outcome)));

        const QString mailbox = m_sample->source().path;
        QVERIFY(QDir().rename(mailbox, mailbox + QStringLiteral(".away")));
        QVERIFY(!m_acts->runRemoval({}, m_job));
        QVERIFY(QDir().rename(mailbox + QStringLiteral(".away"), mailbox));
        QCOMPARE(handover().takeaway()->kept.size(), std::size_t(2));
        QCOMPARE(handover().takeaway()->kept.front().why.kind, Failure::Kind::StillInMailbox);
        // What the stopped run removed is told by it.
        stopRemovalAfterOne();
        QCOMPARE(handover().takeaway()->kept.size(), std::size_t(1));
        QCOMPARE(isLookedForAgain ? handover().takeaway()->removed : handover().takeaway()->begun,
                 std::optional<quint32>(1));
    }

    void aFolderThatIsGoneKeepsNoRemovalOpenForEver()
    {
        m_sample->addMail(QStringLiteral("Alt"), "a1", "Anna Gehtbald <anna@privat.example>", "Damals");
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QCOMPARE(handover().takeaway()->copied, 3U);
        const QString old = m_sample->maildir() + QStringLiteral("/.Alt");
        QVERIFY(QDir(old).removeRecursively());
        // The other folder is gone through all the same.
        const Status removed = m_acts->runRemoval({}, m_job);
        QVERIFY(!removed);
        QCOMPARE(removed.failure().kind, Failure::Kind::FolderGone);
        QVERIFY(!QFile::exists(mailFile("p1")) && !QFile::exists(mailFile("p2")));
        QCOMPARE(handover().takeaway()->begun, std::optional<quint32>(2));
        VERIFY_OK(HandoverActs::run(leaveRestAct(m_acts->context(), {}), m_job));
        QVERIFY(handover().isDone(Step::PrivateMail));
        QCOMPARE(handover().takeaway()->removed, std::optional<quint32>(2));
        QCOMPARE(handover().takeaway()->kept.size(), std::size_t(1));
        QCOMPARE(handover().takeaway()->kept.front().why.kind, Failure::Kind::FolderGone);
    }

    void whatCouldNotBeProvedGoneIsLookedForAgain()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        const QString mailbox = m_sample->maildir();
        // The share drops after the last file was removed and before anybody could look.
        JobContext job(
            [&](const Progress& progress) {
                if (progress.stage == Progress::Stage::Removing && progress.done == 2) {
                    QVERIFY(QDir().rename(mailbox, mailbox + QStringLiteral(".away")));
                }
            },
            nullptr);
        VERIFY_OK(m_acts->runRemoval({}, job));
        QVERIFY(handover().takeaway()->isRemovalConfirmed());
        QCOMPARE(handover().takeaway()->removed, std::optional<quint32>(0));
        QCOMPARE(handover().takeaway()->kept.size(), std::size_t(2));
        QVERIFY(QDir().rename(mailbox + QStringLiteral(".away"), mailbox));
        VERIFY_OK(m_acts->runRemoval({}, m_job));
        QCOMPARE(handover().takeaway()->removed, std::optional<quint32>(2));
        QVERIFY(handover().takeaway()->kept.empty());
    }

    void findsWhatIsGoneFromAnMboxThatNobodyCouldNote()
    {
        QByteArray mbox;
        for (const char* id : {"p1", "p2", "p3"}) {
            mbox += mboxMessage(id, "anna@privat.example");
        }
        useMbox(mbox);
        VERIFY_OK(handover().decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private));
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QVERIFY(removalAct(m_acts->context(), {}).isOk());
        // The file was rewritten without the first two; the program was gone before it could note that.
        const Result<std::vector<VerifiedCopy>> copies = handover().store().copies(0, 0);
        QVERIFY(copies.isOk() && copies->size() == 3);
        const auto store = mail::openMailStore(handover().mailboxes().front(), {}, m_job);
        QVERIFY(store.isOk());
        const std::vector<mail::RemovalOrder> orders{(*copies)[0].order, (*copies)[1].order};
        const auto removed = (*store)->remove(handover().messages().folders().front().folder, orders, m_job);
        QVERIFY(removed.isOk() && removed->removed.size() == 2);

        VERIFY_OK(HandoverActs::run(leaveRestAct(m_acts->context(), {}), m_job));
        QCOMPARE(handover().takeaway()->removed, std::optional<quint32>(2));
        QCOMPARE(handover().takeaway()->leftByChoice(3), 1U);
    }

    void aRemovalThatCouldNotBeginLeavesTheChoiceOpen()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        const QString mailbox = m_sample->source().path;
        QVERIFY(QDir().rename(mailbox, mailbox + QStringLiteral(".away")));
        QVERIFY(!m_acts->runRemoval({}, m_job));
        QVERIFY(QDir().rename(mailbox + QStringLiteral(".away"), mailbox));
        QVERIFY(!handover().takeaway()->isRemovalConfirmed());
        VERIFY_OK(handover().setTakeawayChoice(handover().takeawayChoice()));
    }

    void whatIsLeftInTheMailboxByChoiceStandsOnTheReceipt()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Leave);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QVERIFY(handover().isDone(Step::PrivateMail));
        QVERIFY(hasOpenPoint(handover(), "left_in_mailbox"));
        const receipt::ReceiptRecord record = handover().record();
        QCOMPARE(record.find<receipt::TakeawaySection>()->kept, 2U);
        QCOMPARE(record.find<receipt::TakeawaySection>()->removed, 0U);
    }

    void keepsAMessageThatChangedAfterTheCopy()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QFile changed(mailFile("p1"));
        QVERIFY(changed.open(QIODevice::Append));
        changed.write("one more line\r\n");
        changed.close();
        VERIFY_OK(m_acts->runRemoval({}, m_job));
        QCOMPARE(handover().takeaway()->removed.value_or(0), 1u);
        QCOMPARE(handover().takeaway()->kept.size(), std::size_t(1));
        QCOMPARE(handover().takeaway()->kept.front().why.kind, Failure::Kind::MessageChanged);
        QVERIFY(QFile::exists(mailFile("p1")));
    }

    void deletesWithoutACopyWhenTheLeaverWantsIt()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Delete);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QVERIFY(QFile::exists(mailFile("p1")));
        VERIFY_OK(m_acts->runRemoval({}, m_job));
        QVERIFY(!QFile::exists(mailFile("p1")));
        QVERIFY(!QDir(path("private")).exists());
    }

    void archivesFromAnMboxThatTheRemovalRewrote()
    {
        QByteArray mbox;
        for (const auto& [id, from] :
             {std::pair("p1", "anna@privat.example"), std::pair("b1", "einkauf@kunde.example"),
              std::pair("p2", "anna@privat.example"), std::pair("b2", "einkauf@kunde.example")}) {
            mbox += mboxMessage(id, from);
        }
        useMbox(mbox);
        VERIFY_OK(handover().decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private));
        VERIFY_OK(handover().decide(Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Business));
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        VERIFY_OK(m_acts->runRemoval({}, m_job));
        QCOMPARE(handover().takeaway()->removed.value_or(0), 2u);
        const Result<QByteArray> left = readWhole(path("mail.mbox"), 1 << 20);
        QVERIFY(!left->contains("Text of p1") && left->contains("Text of b2"));
        chooseArchive(archive::ArchiveOptions::Container::Folder);
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        QCOMPARE(handover().archive()->messages, 2u);
        QCOMPARE(handover().archive()->skipped, 0u);
    }

private:
    /** An mbox in the place of the Maildir; read. */
    void useMbox(const QByteArray& mbox)
    {
        const QString file = path("mail.mbox");
        VERIFY_OK(AtomicFile::writeWhole(file, mbox));
        VERIFY_OK(handover().removeMailbox(0));
        mail::MailboxSource source;
        source.kind = mail::StoreKind::Mbox;
        source.path = file;
        VERIFY_OK(handover().addMailbox(source));
        VERIFY_OK(m_acts->runScan({}, m_job));
    }

    static QByteArray mboxMessage(const QByteArray& id, const QByteArray& from)
    {
        return "From " + from + " Tue Dec  1 10:00:00 2026\nFrom: " + from +
               "\nTo: lea.gehtbald@firma.example\nSubject: " + id +
               "\nDate: Tue, 1 Dec 2026 10:00:00 +0100\nMessage-ID: <" + id + "@m>\n\nText of " + id + "\n\n";
    }

    void stopRemovalAfterOne()
    {
        auto stop = std::make_shared<std::atomic_bool>(false);
        JobContext job(
            [stop](const Progress& progress) {
                *stop = *stop || (progress.stage == Progress::Stage::Removing && progress.done == 1);
            },
            stop);
        const Status removed = m_acts->runRemoval({}, job);
        QVERIFY(!removed);
        QCOMPARE(removed.failure().kind, Failure::Kind::Cancelled);
        QCOMPARE(static_cast<int>(QFile::exists(mailFile("p1"))) + static_cast<int>(QFile::exists(mailFile("p2"))), 1);
    }
};

QTEST_MAIN(TestPrivateMailActs)
#include "tst_private_mail_acts.moc"
