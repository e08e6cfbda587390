// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acts_case.h"

#include "handover/acts/archive_act.h"
#include "handover/acts/mail_acts.h"
#include "handover/acts/unfinished_writes.h"
#include "handover/acts/void_archive_act.h"
#include "handover/journal.h"
#include "handover/medium_label_file.h"

#include <QFile>
#include <QFileInfo>

using namespace staffelstab;
using namespace staffelstab::handover;

/** What becomes of archives that fit the decisions no more, and of what was left unfinished. */
class TestVoidArchive : public QObject, private ActsCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

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

    void aFolderThatTheRunMadeAndTookAwayAgainHoldsNothing()
    {
        const Result<UnfinishedPlaces> earlier = beginWriting(handover(), path("neu/unter"), QStringLiteral("x"));
        QVERIFY(earlier.isOk() && earlier->empty());
        QVERIFY(stillUnfinished(handover().topic<UnfinishedWrites>().places).empty());
    }

    void theOldArchiveGoesOnlyOnceTheNewOneIsRecorded()
    {
        const QString old = makeVoid();
        const Result<Act> act = archiveAct(m_acts->context(), {}, code());
        QVERIFY(act.isOk());
        const Result<Act::Record> record = act->work(m_job);
        QVERIFY(record.isOk() && QFileInfo::exists(old));
        VERIFY_OK((*record)());
        QVERIFY(handover().archive() && QFileInfo::exists(old));
        VERIFY_OK(HandoverActs::run(act->next(), m_job));
        QVERIFY(!QFileInfo::exists(old));
    }

    void aRemovalThatWasCancelledSaysNothingOfTheArchive()
    {
        const QString old = makeVoid();
        JobContext cancelled({}, std::make_shared<std::atomic_bool>(true));
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), cancelled));
        QCOMPARE(handover().topic<VoidArchives>().archives.front().state, VoidArchive::State::Unremoved);
        QVERIFY(QFileInfo::exists(old));
    }

    void aSealedCopyThatIsThereIsNotHiddenByAnArchiveThatIsNot()
    {
        QVERIFY(QFile::remove(makeVoid()));
        VoidArchives archives = handover().topic<VoidArchives>();
        archives.archives.front().written.sealedPath = path("sealed");
        archives.archives.front().written.sealedSha256 = QByteArray(32, 'x');
        VERIFY_OK(AtomicFile::writeWhole(path("sealed"), "changed by somebody"));
        VERIFY_OK(handover().setTopic<VoidArchives>(std::move(archives)));
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        QCOMPARE(handover().topic<VoidArchives>().archives.front().state, VoidArchive::State::Changed);
        VERIFY_OK(sayVoidArchivesGone(handover()));
        QVERIFY(hasOpenPoint(handover(), "void_archive"));
    }

    void aRemovalThatTheCaseCouldNotNoteAnyMoreIsKnownByTheJournal()
    {
        makeVoid();
        const VoidArchives before = handover().topic<VoidArchives>();
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        VERIFY_OK(handover().setTopic<VoidArchives>(before));
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        QVERIFY(handover().topic<VoidArchives>().archives.empty());
    }

    void anArchiveThatTurnsUpAfterItWasSaidToBeGoneCanBeRemoved()
    {
        const QString old = makeVoid();
        QVERIFY(QFile::rename(old, path("elsewhere")));
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        VERIFY_OK(sayVoidArchivesGone(handover()));
        QVERIFY(hasOpenPoint(handover(), "void_archive_said_gone"));
        QVERIFY(QFile::rename(path("elsewhere"), old));
        VERIFY_OK(HandoverActs::run(removeVoidArchivesAct(m_acts->context()), m_job));
        QVERIFY(!QFileInfo::exists(old));
        QVERIFY(!hasOpenPoint(handover(), "void_archive_said_gone"));
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

    void whatAKilledRunLeftOnAnotherMediumIsSaidAndTakenAway()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
        const QString medium = path("medium");
        QVERIFY(QDir().mkpath(medium));
        // Everything up to the work itself; then the program is gone, with a part on the medium.
        const auto code = [] { return Secret(QByteArrayView("ein langer Satz")); };
        QVERIFY(archiveAct(m_acts->context(), {}, code()).isOk());
        const QString name =
            UnfinishedWrites::fromJson(handover().topic<UnfinishedWrites>().toJson()).places.front().name;
        const QString part = medium + QLatin1Char('/') + name + QStringLiteral(".zip.part");
        const QString foreign = medium + QLatin1Char('/') + name + QStringLiteral("1.zip.part");
        for (const QString& file : {part, foreign}) {
            VERIFY_OK(AtomicFile::writeWhole(file, "half"));
        }
        const auto left = [this] { return stillUnfinished(handover().topic<UnfinishedWrites>().places).size(); };
        QCOMPARE(left(), std::size_t(1));
        // Pulled out: it may still lie there.
        QVERIFY(QDir().rename(medium, medium + QStringLiteral(".away")));
        QCOMPARE(left(), std::size_t(1));
        VERIFY_OK(HandoverActs::run(sweepUnfinishedAct(m_acts->context()), m_job));
        QCOMPARE(left(), std::size_t(1));
        QVERIFY(QDir().rename(medium + QStringLiteral(".away"), medium));

        ArchiveChoice other = handover().archiveChoice();
        other.target = path("other");
        VERIFY_OK(handover().setArchiveChoice(other));
        VERIFY_OK(m_acts->runArchive({}, code(), m_job));
        QVERIFY(!QFile::exists(part));
        QVERIFY(QFile::exists(foreign));
        QVERIFY(handover().topic<UnfinishedWrites>().places.empty());
    }

private:
    static Secret code() { return Secret(QByteArrayView("ein langer Satz")); }

    /** An archive that a later decision made void; gives its path. */
    QString makeVoid()
    {
        const auto make = [this] {
            scanAndDecide();
            chooseArchive(archive::ArchiveOptions::Container::Zip);
            VERIFY_OK(m_acts->runArchive({}, code(), m_job));
            VERIFY_OK(
                handover().decide(Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Private));
        };
        make();
        return handover().topic<VoidArchives>().archives.front().written.path;
    }
};

QTEST_MAIN(TestVoidArchive)
#include "tst_void_archive.moc"
