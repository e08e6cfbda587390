// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"

#include "core/atomic_file.h"
#include "handover/acts/files_acts.h"
#include "handover/acts/mail_acts.h"
#include "handover/acts/signature_acts.h"
#include "handover/acts/unfinished_writes.h"
#include "handover/acts/void_archive_act.h"
#include "handover/handover_acts.h"
#include "handover/journal.h"
#include "handover/medium_label_file.h"
#include "handover/signing_rules.h"
#include "receipt/sections/archive_section.h"
#include "receipt/sections/takeaway_section.h"

#include "support/result_checks.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;
using separation::Scope;
using separation::Verdict;

namespace {

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files.append(it.next());
    }
    return files;
}

Result<receipt::ReceiptFinding> judgeReceipt(const QString& path, const receipt::ExpectedSigners& expected = {})
{
    const Result<QByteArray> pdf = readWhole(path, 50 << 20);
    return pdf ? Result(receipt::verifyReceipt(*pdf, expected)) : Result<receipt::ReceiptFinding>(pdf.failure());
}

} // namespace

/** A whole case from mailbox to receipt without a window. */
class TestHandoverActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sample = std::make_unique<SampleCase>();
        m_sample->addMixedMail();
        m_secrets = secrets::makeMemoryStore();
        m_acts = std::make_unique<HandoverActs>(handover(), *m_secrets);
        VERIFY_OK(handover().setPeople(SampleCase::people()));
        VERIFY_OK(handover().confirmPolicy());
        VERIFY_OK(handover().addMailbox(m_sample->source()));
        VERIFY_OK(handover().setReceiptTarget(path("out")));
    }

    void cleanup()
    {
        m_acts.reset();
        m_sample.reset();
    }

    void scansFoldersAndMessages()
    {
        VERIFY_OK(m_acts->runScan({}, m_job));
        QCOMPARE(handover().messages().size(), separation::Row(6));
        QCOMPARE(handover().scanReport()->folders.front().size(), std::size_t(2));
        QCOMPARE(handover().plan().tallies()[static_cast<std::size_t>(Verdict::Protected)].messages, 1u);
    }

    void walksFromMailboxToReceipt()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QCOMPARE(handover().takeaway()->copied, 2u);
        QVERIFY(!handover().isDone(Step::PrivateMail));
        QVERIFY(QFile::exists(mailFile("p1")));
        VERIFY_OK(m_acts->runRemoval({}, m_job));
        QCOMPARE(handover().takeaway()->removed.value_or(0), 2u);
        QVERIFY(handover().isDone(Step::PrivateMail));
        QVERIFY(!QFile::exists(mailFile("p1")));
        QVERIFY(QFile::exists(mailFile("x1")));

        chooseArchive(archive::ArchiveOptions::Container::Folder);
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        QCOMPARE(handover().archive()->messages, 3u);
        for (const QString& file : filesBelow(path("medium"))) {
            QFile content(file);
            QVERIFY(content.open(QIODevice::ReadOnly));
            const QByteArray bytes = content.readAll();
            QVERIFY2(!bytes.contains("anna@privat.example") && !bytes.contains("betriebsrat@"), qPrintable(file));
        }

        settlePasswordByIt();
        signAsLeaver();
        QVERIFY(handover().receiptFiles()->path.endsWith(QStringLiteral(".pending.pdf")));
        QCOMPARE(judgeReceipt(handover().receiptFiles()->path)->state, receipt::ReceiptState::Pending);

        VERIFY_OK(m_acts->handKeyboardOver());
        SignInput input;
        input.confirmation.received = {QStringLiteral("archive")};
        input.confirmation.reservation = QStringLiteral("Dienstwagen noch nicht zurück");
        const QString pending = handover().receiptFiles()->path;
        VERIFY_OK(m_acts->runSupervisorSignature(std::move(input), m_job));
        QVERIFY(!QFile::exists(pending));
        const auto finding = judgeReceipt(handover().receiptFiles()->path);
        QCOMPARE(finding->state, receipt::ReceiptState::Intact);
        QCOMPARE(finding->signatures.size(), std::size_t(2));
        QCOMPARE(finding->signatures.back().confirmation.reservation, QStringLiteral("Dienstwagen noch nicht zurück"));
        QVERIFY(finding->record->find<receipt::ArchiveSection>()->sha256 == handover().archive()->sha256);
        QVERIFY(handover().isDone(Step::Receipt));
        for (const char* what : {"removal_begins", "removed", "leaver_signed", "countersigned"}) {
            QVERIFY2(handover().journal().has(QString::fromLatin1(what)).value(), what);
        }
    }

    void anArchiveThatBecameVoidIsRemovedByItsSuccessor_data()
    {
        QTest::addColumn<int>("container");
        QTest::newRow("zip") << static_cast<int>(archive::ArchiveOptions::Container::Zip);
        QTest::newRow("folder") << static_cast<int>(archive::ArchiveOptions::Container::Folder);
    }
    void anArchiveThatBecameVoidIsRemovedByItsSuccessor()
    {
        QFETCH(int, container);
        const auto code = [] { return Secret(QByteArrayView("ein langer Satz")); };
        scanAndDecide();
        chooseArchive(static_cast<archive::ArchiveOptions::Container>(container));
        VERIFY_OK(m_acts->runArchive({}, code(), m_job));
        const QString old = handover().archive()->path;
        const QStringList beside{handover().archive()->sheetPath, labelBeside(old, handover().language())};
        for (const QString& file : beside) {
            QVERIFY2(QFileInfo::exists(file), qPrintable(file));
        }
        VERIFY_OK(handover().decide(separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"),
                                    Verdict::Private));
        QVERIFY(!handover().archive());
        QCOMPARE(handover().topic<VoidArchives>().archives.size(), std::size_t(1));
        QVERIFY(hasOpenPoint(handover(), "void_archive"));
        VERIFY_OK(m_acts->runArchive({}, code(), m_job));
        for (const QString& file : QStringList(old) + beside) {
            QVERIFY2(!QFileInfo::exists(file), qPrintable(file));
        }
        QVERIFY(QFileInfo::exists(handover().archive()->path));
        QVERIFY(QFileInfo::exists(labelBeside(handover().archive()->path, handover().language())));
        QVERIFY(!hasOpenPoint(handover(), "void_archive"));
        QVERIFY(handover().journal().has(QStringLiteral("void_archive_removed")).value());
    }

    void whatAKilledRunLeftOnAnotherMediumIsSaidAndTakenAway()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
        const QString medium = path("medium");
        // Everything up to the work itself; then the program is gone, with a part on the medium.
        const auto code = [] { return Secret(QByteArrayView("ein langer Satz")); };
        QVERIFY(archiveAct(m_acts->context(), {}, code()).isOk());
        const QString name =
            UnfinishedWrites::fromJson(handover().topic<UnfinishedWrites>().toJson()).places.front().name;
        const QString part = medium + QLatin1Char('/') + name + QStringLiteral(".zip.part");
        const QString foreign = medium + QLatin1Char('/') + name + QStringLiteral("1.zip.part");
        QVERIFY(QDir().mkpath(medium));
        for (const QString& file : {part, foreign}) {
            VERIFY_OK(AtomicFile::writeWhole(file, "half"));
        }
        QCOMPARE(unfinishedFolders(handover()), QStringList(medium));
        // Pulled out: it may still lie there.
        QVERIFY(QDir().rename(medium, medium + QStringLiteral(".away")));
        QCOMPARE(unfinishedFolders(handover()), QStringList(medium));
        VERIFY_OK(HandoverActs::run(sweepUnfinishedAct(m_acts->context()), m_job));
        QCOMPARE(unfinishedFolders(handover()), QStringList(medium));
        QVERIFY(QDir().rename(medium + QStringLiteral(".away"), medium));

        ArchiveChoice other = handover().archiveChoice();
        other.target = path("other");
        VERIFY_OK(handover().setArchiveChoice(other));
        VERIFY_OK(m_acts->runArchive({}, code(), m_job));
        QVERIFY(!QFile::exists(part));
        QVERIFY(QFile::exists(foreign));
        QVERIFY(handover().topic<UnfinishedWrites>().places.empty());
    }

    void anArchiveInThePlaceOfAVoidOneStays()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Folder);
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        const QString path = handover().archive()->path;
        VERIFY_OK(handover().decide(separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"),
                                    Verdict::Private));
        VERIFY_OK(handover().undo());
        QCOMPARE(handover().topic<VoidArchives>().archives.size(), std::size_t(1));
        // Another medium in the same place.
        const QString medium = QFileInfo(path).path();
        QVERIFY(QDir(medium).removeRecursively() && QDir().mkpath(medium));
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        // The same name and the same content: the new one looks like the void one in every respect.
        QCOMPARE(handover().archive()->path, path);
        QVERIFY(QFileInfo::exists(path));
        // The void one lies on the other medium still.
        QVERIFY(hasOpenPoint(handover(), "void_archive"));
    }

    void aVoidArchiveThatIsNotThereCountsAsGoneOnlyByTheLeaversWord()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
        VERIFY_OK(m_acts->runArchive({}, Secret(QByteArrayView("ein langer Satz")), m_job));
        const QString old = handover().archive()->path;
        VERIFY_OK(handover().decide(separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"),
                                    Verdict::Private));
        // Nobody has looked: nothing to be said yet.
        VERIFY_OK(sayVoidArchivesGone(handover()));
        QVERIFY(hasOpenPoint(handover(), "void_archive"));

        const QString elsewhere = old + QStringLiteral(".on another stick");
        QVERIFY(QFile::rename(old, elsewhere));
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        QVERIFY(hasOpenPoint(handover(), "void_archive"));
        QVERIFY(!handover().journal().has(QStringLiteral("void_archive_removed")).value());

        // Its medium is in again.
        QVERIFY(QFile::rename(elsewhere, old));
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        QVERIFY(!QFileInfo::exists(old));
        QVERIFY(handover().journal().has(QStringLiteral("void_archive_removed")).value());
        QVERIFY(!hasOpenPoint(handover(), "void_archive"));
    }

    void theLeaversWordThatAnArchiveIsGoneStandsAsSuch()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
        VERIFY_OK(m_acts->runArchive({}, Secret(QByteArrayView("ein langer Satz")), m_job));
        VERIFY_OK(handover().decide(separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"),
                                    Verdict::Private));
        QVERIFY(QFile::remove(handover().topic<VoidArchives>().archives.front().written.path));
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        VERIFY_OK(sayVoidArchivesGone(handover()));
        QVERIFY(!hasOpenPoint(handover(), "void_archive"));
        QVERIFY(hasOpenPoint(handover(), "void_archive_said_gone"));
        QVERIFY(handover().journal().has(QStringLiteral("void_archive_said_gone")).value());
        const VoidArchives read = VoidArchives::fromJson(handover().topic<VoidArchives>().toJson());
        QCOMPARE(read.archives.front().state, VoidArchive::State::SaidGone);
        // What was said stays said.
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        QVERIFY(hasOpenPoint(handover(), "void_archive_said_gone"));
    }

    void aRemovalThatWasCutShortIsFinished()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Folder);
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        const QString old = handover().archive()->path;
        VERIFY_OK(handover().decide(separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"),
                                    Verdict::Private));
        const QString going = old + QStringLiteral(".removing");
        QVERIFY(QDir().rename(old, going) && QFile::remove(going + QStringLiteral("/bagit.txt")));
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        QVERIFY(!QFileInfo::exists(going));
        QVERIFY(!hasOpenPoint(handover(), "void_archive"));
    }

    void somebodyWhoBecomesProtectedMakesTheArchiveVoid()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Folder);
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        People people = handover().people();
        people.hr.name = QStringLiteral("Hanna Personal");
        VERIFY_OK(handover().setPeople(people));
        QVERIFY(handover().archive());
        people.dpo.email = QStringLiteral("einkauf@kunde.example");
        VERIFY_OK(handover().setPeople(people));
        QVERIFY(!handover().archive());
        QVERIFY(hasOpenPoint(handover(), "void_archive"));
    }

    void mailOutsideItsProfileIsOffLimits()
    {
        const QTemporaryDir home;
        const QString elsewhere = home.filePath(QStringLiteral("Dokumente/Post"));
        const QString profile = home.filePath(QStringLiteral("profil"));
        QVERIFY(QDir().mkpath(elsewhere) && QDir().mkpath(profile));
        QFile inbox(elsewhere + QStringLiteral("/Inbox"));
        QVERIFY(inbox.open(QIODevice::WriteOnly));
        QFile prefs(profile + QStringLiteral("/prefs.js"));
        QVERIFY(prefs.open(QIODevice::WriteOnly));
        prefs.write("user_pref(\"mail.accountmanager.accounts\", \"account1\");\n"
                    "user_pref(\"mail.account.account1.server\", \"server1\");\n"
                    "user_pref(\"mail.server.server1.directory\", \"" +
                    elsewhere.toUtf8() + "\");\n");
        prefs.close();
        mail::MailboxSource source;
        source.kind = mail::StoreKind::Thunderbird;
        source.path = profile;
        const files::OffLimits offLimits = offLimitsOf({source}, home.filePath(QStringLiteral("x.case")), {});
        QCOMPARE(offLimits.around(QFile::encodeName(inbox.fileName())), files::OffLimit::Mailbox);
        QCOMPARE(offLimits.around(QFile::encodeName(home.filePath(QStringLiteral("Dokumente")))),
                 files::OffLimit::None);
    }

    void aVoidArchiveThatSomebodyChangedStaysAndIsSaid()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
        VERIFY_OK(m_acts->runArchive({}, Secret(QByteArrayView("ein langer Satz")), m_job));
        const QString old = handover().archive()->path;
        VERIFY_OK(handover().decide(separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"),
                                    Verdict::Private));
        QFile file(old);
        QVERIFY(file.open(QIODevice::Append) && file.write("x") == 1);
        file.close();
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        QCOMPARE(handover().topic<VoidArchives>().archives.front().state, VoidArchive::State::Changed);
        QVERIFY(QFileInfo::exists(old));
        QVERIFY(hasOpenPoint(handover(), "void_archive"));
    }

    void archivesFromAnMboxThatTheRemovalRewrote()
    {
        QByteArray mbox;
        for (const auto& [id, from] :
             {std::pair("p1", "anna@privat.example"), std::pair("b1", "einkauf@kunde.example"),
              std::pair("p2", "anna@privat.example"), std::pair("b2", "einkauf@kunde.example")}) {
            mbox += QByteArray("From ") + from + " Tue Dec  1 10:00:00 2026\nFrom: " + from +
                    "\nTo: lea.gehtbald@firma.example\nSubject: " + id +
                    "\nDate: Tue, 1 Dec 2026 10:00:00 +0100\nMessage-ID: <" + id + "@m>\n\nText of " + id + "\n\n";
        }
        const QString file = path("mail.mbox");
        VERIFY_OK(AtomicFile::writeWhole(file, mbox));
        VERIFY_OK(handover().removeMailbox(0));
        mail::MailboxSource source;
        source.kind = mail::StoreKind::Mbox;
        source.path = file;
        VERIFY_OK(handover().addMailbox(source));
        VERIFY_OK(m_acts->runScan({}, m_job));
        VERIFY_OK(handover().decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private));
        VERIFY_OK(handover().decide(Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Business));
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        VERIFY_OK(m_acts->runRemoval({}, m_job));
        QCOMPARE(handover().takeaway()->removed.value_or(0), 2u);
        const Result<QByteArray> left = readWhole(file, 1 << 20);
        QVERIFY(!left->contains("Text of p1") && left->contains("Text of b2"));
        chooseArchive(archive::ArchiveOptions::Container::Folder);
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        QCOMPARE(handover().archive()->messages, 2u);
        QCOMPARE(handover().archive()->skipped, 0u);
    }

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
        QCOMPARE(handover().takeaway()->kept.size(), std::size_t(goesOn ? 0 : 1));
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
        QCOMPARE(handover().takeaway()->kept.size(), std::size_t(1));
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

    void putsTheDirectoryEntryIntoTheArchive()
    {
        const QByteArray ldif = "version: 1\n\ndn: CN=Lea Gehtbald\nsAMAccountName: l.gehtbald\n";
        DirectoryEntry entry;
        entry.ldif = ldif;
        VERIFY_OK(handover().setTopic<DirectoryEntry>(std::move(entry)));
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Folder);
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        QDirIterator files(path("medium"), {QStringLiteral("entry.ldif")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        const QString file = files.next();
        QVERIFY2(file.endsWith(QStringLiteral("/directory/entry.ldif")), qPrintable(file));
        QCOMPARE(*readWhole(file, 1 << 20), ldif);
        // Beside the mail, and under a manifest like it.
        const QString bag = file.chopped(static_cast<int>(qstrlen("directory/entry.ldif")));
        const Result<QByteArray> manifest = readWhole(bag + QStringLiteral("tagmanifest-sha256.txt"), 1 << 20);
        QVERIFY(manifest.isOk());
        QVERIFY(manifest->contains(Sha256::of(ldif).toHex() + "  directory/entry.ldif\n"));
    }

    void writesAnArchiveThatOpensWithItsPassphraseOnly()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
        VERIFY_OK(m_acts->runArchive({}, Secret(QByteArrayView("a long passphrase")), m_job));
        QSignalSpy checked(m_acts.get(), &HandoverActs::archiveChecked);
        m_acts->startArchiveCheck();
        QVERIFY(checked.wait());
        QVERIFY(checked.front().at(1).toBool());
        const auto wrong =
            archive::checkBusinessArchive(handover().archive()->path, Secret(QByteArrayView("wrong")), m_job);
        QVERIFY(!wrong.isOk());
        QCOMPARE(wrong.failure().kind, Failure::Kind::WrongPassphrase);
    }

    void worksOnTheThreadPoolWithSignals()
    {
        QSignalSpy finished(m_acts.get(), &HandoverActs::finished);
        m_acts->startScan({});
        QVERIFY(m_acts->isRunning());
        QVERIFY(finished.wait());
        QCOMPARE(finished.front().at(0).value<Step>(), Step::Mailbox);
        QVERIFY(handover().scanReport().has_value());
    }

    void previewsOneMessage()
    {
        VERIFY_OK(m_acts->runScan({}, m_job));
        QSignalSpy ready(m_acts.get(), &HandoverActs::previewReady);
        m_acts->startPreview(0);
        m_acts->startPreview(1);
        // The first may be ready before the second was asked for; the second comes last in any case.
        QTRY_VERIFY(!ready.isEmpty() && ready.last().at(0).toUInt() == 1U);
    }

    void wipesItsLoginsWhenClosed()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
        VERIFY_OK(m_acts->runArchive({}, Secret(QByteArrayView("a long passphrase")), m_job));
        signAsLeaver();
        const QString key = QStringLiteral("archive ") + handover().caseNumber();
        VERIFY_OK(m_secrets->read(key));
        VERIFY_OK(m_acts->close());
        QVERIFY(!m_secrets->read(key).isOk());
        QVERIFY(handover().isClosed());
    }

    void countersignsFromTheFileAlone()
    {
        scanAndDecide();
        signAsLeaver();
        const QString pending = handover().receiptFiles()->path;
        const auto files = countersignFile(pending, SignInput(), m_sample->clock, SigningRules(), m_job);
        VERIFY_OK(files);
        QCOMPARE(judgeReceipt(files->path)->state, receipt::ReceiptState::Intact);
        const auto again = countersignFile(files->path, SignInput(), m_sample->clock, SigningRules(), m_job);
        QVERIFY(!again.isOk());
        QCOMPARE(again.failure().kind, Failure::Kind::AlreadySigned);
    }

    void takesInWhatWasCountersignedElsewhere_data()
    {
        QTest::addColumn<bool>("isPendingThere");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("the half-signed file is still there") << true << false;
        QTest::newRow("the half-signed file is gone") << false << false;
        QTest::newRow("refused") << true << true;
    }
    void takesInWhatWasCountersignedElsewhere()
    {
        QFETCH(bool, isPendingThere);
        QFETCH(bool, isRefused);
        scanAndDecide();
        signAsLeaver();
        const QString pending = handover().receiptFiles()->path;
        SignInput input;
        input.confirmation.manner = isRefused ? receipt::Manner::Refuses : receipt::Manner::Signs;
        const QString back = countersignedElsewhere(pending, std::move(input));
        if (!isPendingThere) {
            QVERIFY(QFile::remove(pending));
        }
        QVERIFY(m_acts->foundBeside().isEmpty());
        VERIFY_OK(m_acts->runTakingIn(back, m_job));
        QVERIFY(handover().isLocked() && handover().isDone(Step::SupervisorSigns));
        QVERIFY(!QFile::exists(pending));
        const QString path = handover().receiptFiles()->path;
        QCOMPARE(path, QString(pending).replace(QStringLiteral(".pending.pdf"), QStringLiteral(".pdf")));
        const auto finding = judgeReceipt(path, expectedSigners(handover()));
        VERIFY_OK(finding);
        QCOMPARE(finding->state, receipt::ReceiptState::Intact);
        QVERIFY(finding->isVouchedFor());
        QCOMPARE(finding->has(receipt::Finding::Kind::Refused), isRefused);
        const auto entries = handover().journal().entries();
        VERIFY_OK(entries);
        QCOMPARE(entries->back().what, QStringLiteral("countersigned"));
        QCOMPARE(entries->back().facts.value(QLatin1String("sha256")).toString(),
                 QString::fromLatin1(finding->fileSha256.toHex()));
        QVERIFY(entries->back().facts.value(QLatin1String("elsewhere")).toBool());
        // Once.
        QCOMPARE(m_acts->runTakingIn(path, m_job).failure().kind, Failure::Kind::NotAllowedNow);
    }

    void takesInNothingElse()
    {
        scanAndDecide();
        signAsLeaver();
        const QString pending = handover().receiptFiles()->path;
        const QByteArray half = contentOf(pending);
        const QByteArray final = contentOf(countersignedElsewhere(pending, {}));
        QByteArray flipped = final;
        flipped[half.size() + 400] = flipped.at(half.size() + 400) == 'x' ? 'y' : 'x';
        QByteArray begun = final;
        begun[half.size() / 2] = begun.at(half.size() / 2) == 'x' ? 'y' : 'x';
        // The same case number and people, signed anew: other bytes.
        receipt::ReceiptRecord record = handover().record();
        const auto rewritten = signForLeaver(record, {}, path("again"), {}, m_sample->clock.now(), {}, m_job);
        VERIFY_OK(rewritten);
        const QByteArray other = contentOf(countersignedElsewhere(rewritten->path, {}));
        const auto refusedAs = [&](const QByteArray& bytes) {
            const QString file = path("back.pdf");
            write(file, bytes);
            const Status status = m_acts->runTakingIn(file, m_job);
            return status ? Failure{Failure::Kind::Internal, {}, QStringLiteral("taken in")} : status.failure();
        };
        QCOMPARE(refusedAs("no receipt").kind, Failure::Kind::NotAReceipt);
        QCOMPARE(refusedAs(half).kind, Failure::Kind::ReceiptDiffers);
        QCOMPARE(refusedAs(half).detail, QStringLiteral("pending"));
        QCOMPARE(refusedAs(flipped).kind, Failure::Kind::ReceiptAltered);
        QCOMPARE(refusedAs(begun).kind, Failure::Kind::ReceiptDiffers);
        QCOMPARE(refusedAs(other).kind, Failure::Kind::ReceiptDiffers);
        QCOMPARE(refusedAs(final + "x").kind, Failure::Kind::ReceiptAltered);
        // Another final receipt lies there already: neither is put over the other.
        const QString beside = QString(pending).replace(QStringLiteral(".pending.pdf"), QStringLiteral(".pdf"));
        write(beside, other);
        QCOMPARE(m_acts->foundBeside(), beside);
        QCOMPARE(refusedAs(final).kind, Failure::Kind::FileExists);
        QCOMPARE(contentOf(beside), other);
        QVERIFY(!handover().isLocked() && QFile::exists(pending));
        QCOMPARE(handover().receiptFiles()->signatures, 1);
    }

private:
    /** The file as it comes back from another computer, on another folder. */
    QString countersignedElsewhere(const QString& pending, SignInput input)
    {
        const QString folder = m_sample->folder.filePath(QStringLiteral("elsewhere"));
        QDir().mkpath(folder);
        const QString copy = folder + u'/' + QFileInfo(pending).fileName();
        QFile::remove(copy);
        QFile::copy(pending, copy);
        const auto files = countersignFile(copy, std::move(input), m_sample->clock, SigningRules(), m_job);
        return files ? files->path : QString();
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    HandoverCase& handover() { return *m_sample->handover; }
    [[nodiscard]] QString path(const char* name) const { return m_sample->folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QString mailFile(const char* id) const
    {
        return m_sample->maildir() + QStringLiteral("/cur/") + QString::fromLatin1(id) + QStringLiteral(".host");
    }

    void scanAndDecide()
    {
        VERIFY_OK(m_acts->runScan({}, m_job));
        QVERIFY(
            handover().decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private).isOk());
        QVERIFY(
            handover().decide(Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Business).isOk());
        QVERIFY(handover()
                    .decide(Scope::Correspondent, QStringLiteral("sven.vorgesetzt@firma.example"), Verdict::Business)
                    .isOk());
        QCOMPARE(handover().plan().undecided(), 0u);
    }

    void chooseTakeaway(TakeawayChoice::Action action)
    {
        TakeawayChoice choice;
        choice.action = action;
        choice.target = path("private");
        VERIFY_OK(handover().setTakeawayChoice(choice));
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

    void chooseArchive(archive::ArchiveOptions::Container container)
    {
        ArchiveChoice choice;
        choice.container = container;
        choice.target = path("medium");
        VERIFY_OK(handover().setArchiveChoice(choice));
    }

    void settlePasswordByIt()
    {
        PasswordChoice choice;
        choice.way = PasswordChoice::Way::It;
        choice.itName = QStringLiteral("IT-Betrieb");
        choice.itDate = QDate(2026, 12, 31);
        VERIFY_OK(handover().setPasswordChoice(choice));
        VERIFY_OK(handover().settlePasswordOutside());
    }

    static bool hasOpenPoint(const HandoverCase& handover, const char* code)
    {
        const auto points = handover.openPoints();
        return std::any_of(points.begin(), points.end(),
                           [&](const auto& point) { return point.code == QLatin1String(code); });
    }

    void signAsLeaver()
    {
        VERIFY_OK(handover().confirmReview());
        VERIFY_OK(m_acts->runLeaverSignature(SignInput(), m_job));
    }

    std::unique_ptr<SampleCase> m_sample;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    std::unique_ptr<HandoverActs> m_acts;
    JobContext m_job;
};

QTEST_MAIN(TestHandoverActs)
#include "tst_handover_acts.moc"
