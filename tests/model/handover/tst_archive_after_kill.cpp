// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acts_case.h"

#include "handover/acts/archive_act.h"
#include "handover/acts/unfinished_writes.h"
#include "handover/journal.h"
#include "handover/topics/unfinished_topic.h"
#include "receipt/sections/archive_section.h"
#include "support/noise.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace staffelstab;
using namespace staffelstab::handover;
using Beginning = archive::ArchiveReport::Beginning;

namespace {

constexpr int letters = 500;
constexpr qsizetype letterSize = 100'000;

Secret code()
{
    return Secret(QByteArrayView("ein langer Satz"));
}

/** The other half of the test: writes the archive, and is killed by itself at the message asked for. */
int writeUntilKilled(const QStringList& arguments)
{
    const int last = arguments[3].toInt();
    const FixedClock clock;
    const auto handover = HandoverCase::open(arguments[2], clock);
    if (!handover) {
        return 2;
    }
    const std::unique_ptr<secrets::SecretStore> secrets = secrets::makeMemoryStore();
    HandoverActs acts(**handover, *secrets);
    JobContext job(
        [last](const Progress& progress) {
            if (progress.stage == Progress::Stage::Copying && progress.done >= last) {
                static_cast<void>(std::raise(SIGKILL));
            }
        },
        std::make_shared<std::atomic_bool>(false));
    static_cast<void>(acts.runArchive({}, code(), job));
    return 1;
}

} // namespace

/** A process that writes the business archive is killed in the middle; the next one goes on with it. */
class TestArchiveAfterKill : public QObject, private ActsCase
{
    Q_OBJECT

    void killAt(int message)
    {
        const QString file = m_sample->file();
        m_acts.reset();
        m_sample->handover.reset();
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--archive"), file, QString::number(message)});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        m_sample->reopen();
        m_acts = std::make_unique<HandoverActs>(handover(), *m_secrets);
    }

    std::optional<BegunArchive> begun() { return lookForArchive(handover(), handover().archiveChoice(), m_job); }

    /** How far what lies there has got. */
    ArchiveStanding standing()
    {
        const std::optional<BegunArchive> found = begun();
        return found ? found->standing.value_or(ArchiveStanding()) : ArchiveStanding();
    }

    archive::ArchiveCheck checked()
    {
        return archive::checkBusinessArchive(handover().archive()->path, code(), m_job).value();
    }

private Q_SLOTS:
    void init()
    {
        begin();
        for (int number = 0; number < letters; ++number) {
            m_sample->addMail(QStringLiteral("Projekte"), "n" + QByteArray::number(number).rightJustified(4, '0'),
                              "Einkauf <einkauf@kunde.example>", "Brief " + QByteArray::number(number),
                              "\r\n" + test::noise(number, letterSize));
        }
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
    }
    void cleanup() { end(); }

    void theNextRunReadsOnlyTheRest()
    {
        killAt(320);
        const ArchiveStanding first = standing();
        QVERIFY2(first.done > 100 && first.done <= 320, qPrintable(QString::number(first.done)));
        killAt(480);
        const ArchiveStanding second = standing();
        QVERIFY2(second.done > first.done, qPrintable(QString::number(second.done)));
        QCOMPARE(second.messages, quint32(letters + 3));
        // What is done is not in the mailbox any more, and is in the archive all the same.
        for (quint32 number = 0; number < first.done - 3; ++number) {
            QVERIFY(QFile::remove(m_sample->maildir() +
                                  QStringLiteral("/.Projekte/cur/n%1.host").arg(number, 4, 10, QLatin1Char('0'))));
        }
        VERIFY_OK(m_acts->runArchive({}, code(), m_job));
        QCOMPARE(handover().archive()->beginning, Beginning::WentOn);
        QVERIFY(handover().archive()->takenUp >= first.done);
        const std::vector<JournalEntry> entries = handover().journal().entries().value();
        QCOMPARE(entries.back().what, QStringLiteral("begun_archive_finished"));
        QCOMPARE(entries.back().facts["beginning"].toString(), QStringLiteral("went_on"));
        QCOMPARE(entries.back().facts["taken_up"].toInteger(), qint64(handover().archive()->takenUp));
        QCOMPARE(entries.back().facts["messages"].toInteger(), qint64(letters + 3));
        receipt::ReceiptRecord record;
        ArchiveOutcome::addToRecord(handover(), record);
        QCOMPARE(record.find<receipt::ArchiveSection>()->beginning, QStringLiteral("went_on"));
        QCOMPARE(record.find<receipt::ArchiveSection>()->takenUp, handover().archive()->takenUp);
        QCOMPARE(handover().archive()->messages, quint32(letters + 3));
        QCOMPARE(handover().archive()->skipped, 0U);
        QVERIFY(checked().isIntact);
        QCOMPARE(checked().messages, quint32(letters + 3));
        QVERIFY(handover().topic<UnfinishedWrites>().places.empty());
        QVERIFY(!begun());
    }

    void whatWasDecidedOtherwiseMeanwhileIsNotInIt()
    {
        killAt(320);
        VERIFY_OK(
            handover().decide(Scope::Correspondent, QStringLiteral("sven.vorgesetzt@firma.example"), Verdict::Private));
        QVERIFY(begun());
        QCOMPARE(standing().done, 0U);
        VERIFY_OK(m_acts->runArchive({}, code(), m_job));
        QCOMPARE(handover().archive()->beginning, Beginning::AnewAsMailHasChanged);
        QCOMPARE(checked().messages, quint32(letters + 2));
        QVERIFY(handover().topic<UnfinishedWrites>().places.empty());
    }

    void anotherPassphraseIsRefusedAndThePartStays()
    {
        killAt(320);
        const Status written = m_acts->runArchive({}, Secret(QByteArrayView("ein anderer Satz")), m_job);
        QCOMPARE(written.failure().kind, Failure::Kind::WrongPassphrase);
        QVERIFY(standing().done > 100);
        QVERIFY(!handover().archive());
    }

    void whatIsNotWantedIsTakenAwayAndForgotten()
    {
        killAt(320);
        const QString part = begun()->part.path;
        QVERIFY(QFile::exists(part));
        VERIFY_OK(HandoverActs::run(sweepUnfinishedAct(m_acts->context()), m_job));
        QVERIFY(!QFile::exists(part));
        QVERIFY(!begun());
        QVERIFY(handover().topic<UnfinishedWrites>().places.empty());
    }

    void thePrivateCopyLeavesItAlone()
    {
        killAt(320);
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QVERIFY(standing().done > 100);
        QCOMPARE(handover().topic<UnfinishedWrites>().places.size(), std::size_t(1));
    }

    /** A stick that was pulled and came back under another path. */
    void whatIsInTheChosenTargetIsFoundThere()
    {
        killAt(320);
        const QString away = handover().archiveChoice().target;
        ArchiveChoice other = handover().archiveChoice();
        other.target = path("elsewhere");
        QVERIFY(QDir().rename(away, other.target));
        QVERIFY(!begun());
        const std::optional<BegunArchive> found = lookForArchive(handover(), other, m_job);
        QVERIFY(found && found->standing);
        QCOMPARE(found->standing->target, other.target);
        VERIFY_OK(handover().setArchiveChoice(other));
        QVERIFY(standing().done > 100);
        // The private copy leaves it alone there, too, and it is taken away there on demand.
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QVERIFY(QFile::exists(found->part.path));
        VERIFY_OK(HandoverActs::run(sweepUnfinishedAct(m_acts->context()), m_job));
        QVERIFY(!QFile::exists(found->part.path));
        QVERIFY(!begun());
    }

    /** A copy of the case is at work on another computer, and this one's stick is out. */
    void anothersPartOfThatNameIsLeftAlone()
    {
        killAt(320);
        const QString part = begun()->part.path;
        ArchiveChoice other = handover().archiveChoice();
        QVERIFY(QDir().rename(other.target, path("pulled")));
        other.target = path("elsewhere");
        QVERIFY(QDir().mkpath(other.target));
        const QString theirs = other.target + QLatin1Char('/') + QFileInfo(part).fileName();
        QVERIFY(QFile::copy(path("pulled") + QLatin1Char('/') + QFileInfo(part).fileName(), theirs));
        QFile file(theirs);
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly));
        // Another salt.
        QVERIFY(file.seek(300));
        QVERIFY(file.putChar('\x55') && file.putChar('\xaa') && file.putChar('\x55'));
        file.close();
        VERIFY_OK(handover().setArchiveChoice(other));
        QVERIFY(!begun());
        for (int run = 0; run < 2; ++run) {
            const Status written = m_acts->runArchive({}, code(), m_job);
            QVERIFY(!written);
            QCOMPARE(written.failure().kind, Failure::Kind::FileExists);
            QCOMPARE(written.failure().subject, theirs);
            QVERIFY(QFile::exists(theirs));
        }
        VERIFY_OK(HandoverActs::run(sweepUnfinishedAct(m_acts->context()), m_job));
        QVERIFY(QFile::exists(theirs));
        // What was begun is still known when its stick is back; that it is gone on with sweeps nothing of theirs.
        QVERIFY(QDir().rename(path("pulled"), QFileInfo(part).absolutePath()));
        other.target = QFileInfo(part).absolutePath();
        VERIFY_OK(handover().setArchiveChoice(other));
        QVERIFY(standing().done > 100);
        VERIFY_OK(m_acts->runArchive({}, code(), m_job));
        QCOMPARE(handover().archive()->beginning, Beginning::WentOn);
        QVERIFY(QFile::exists(theirs));
        QVERIFY(handover().topic<UnfinishedWrites>().places.empty());
    }

    void whatCannotBeGoneOnWithIsTakenAway_data()
    {
        QTest::addColumn<int>("container");
        QTest::addRow("an open folder") << static_cast<int>(archive::ArchiveOptions::Container::Folder);
        QTest::addRow("a disc image") << static_cast<int>(archive::ArchiveOptions::Container::Iso);
    }

    void whatCannotBeGoneOnWithIsTakenAway()
    {
        QFETCH(int, container);
        killAt(320);
        const QString part = begun()->part.path;
        const QString others = QFileInfo(part).absolutePath() + QStringLiteral("/Fremd.zip.part");
        QVERIFY(QFile::copy(part, others));
        ArchiveChoice other = handover().archiveChoice();
        other.container = static_cast<archive::ArchiveOptions::Container>(container);
        VERIFY_OK(handover().setArchiveChoice(other));
        VERIFY_OK(m_acts->runArchive({}, code(), m_job));
        QCOMPARE(handover().archive()->beginning, Beginning::Anew);
        QVERIFY(!QFile::exists(part));
        QVERIFY(QFile::exists(others));
        QVERIFY(!begun());
    }

    void anArchiveElsewhereIsWrittenAnew()
    {
        killAt(320);
        const QString part = begun()->part.path;
        ArchiveChoice other = handover().archiveChoice();
        other.target = path("other");
        VERIFY_OK(handover().setArchiveChoice(other));
        VERIFY_OK(m_acts->runArchive({}, code(), m_job));
        QCOMPARE(handover().archive()->beginning, Beginning::Anew);
        QVERIFY(!QFile::exists(part));
        QVERIFY(checked().isIntact);
    }
};

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--archive")) {
        return writeUntilKilled(arguments);
    }
    TestArchiveAfterKill test;
    return QTest::qExec(&test, arguments);
}

#include "tst_archive_after_kill.moc"
