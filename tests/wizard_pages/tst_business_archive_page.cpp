// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/noise.h"
#include "support/result_checks.h"
#include "wizard_pages/window_fixture.h"

#include "archive/business_archive.h"
#include "handover/topics/unfinished_topic.h"
#include "handover/topics/void_archive_topic.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <atomic>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

namespace {
const QString phrase = QStringLiteral("Elf Zebras falten Papier");
}

/** Writing the business archive through the page. */
class TestBusinessArchivePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesOnlyOnceThePassphraseIsOnPaper()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("archiveTarget", target(fixture));
        QVERIFY(!fixture.primary()->isEnabled());
        fixture.click("showSecret");
        QVERIFY(!fixture.primary()->isEnabled());
        fixture.click("secretNoted");
        QVERIFY(fixture.primary()->isEnabled());
        write(fixture);
        QVERIFY(handover.archive()->isEncrypted);
        QCOMPARE(handover.archive()->messages, 3U);
        QVERIFY(QFileInfo::exists(handover.archive()->path));
        QCOMPARE(fixture.find<QLabel>("archiveDigest")->text().remove(QLatin1Char(' ')).toLatin1(),
                 handover.archive()->sha256.toHex());
    }

    void saysWhatBecomesOfProtectedMail()
    {
        WindowFixture fixture;
        openPage(fixture);
        const auto lines = fixture.window->findChildren<QLabel*>(QStringLiteral("protectedLine"));
        const auto shown =
            std::find_if(lines.begin(), lines.end(), [](const QLabel* line) { return line->isVisible(); });
        QVERIFY(shown != lines.end());
        QVERIFY2((*shown)->text().startsWith(QStringLiteral("1 message")), qPrintable((*shown)->text()));
    }

    void tellsOfAnArchiveThatBecameVoidAndDeletesIt()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("archiveTarget", target(fixture));
        fixture.click("showSecret");
        fixture.click("secretNoted");
        write(fixture);
        const QString old = handover.archive()->path;
        QVERIFY(!fixture.find<QLabel>("outdatedArchive")->isVisible());
        QVERIFY(handover
                    .decide(separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"),
                            separation::Verdict::Private)
                    .isOk());
        QTRY_VERIFY(fixture.find<QLabel>("outdatedArchive")->isVisible());
        QVERIFY(fixture.find<QLabel>("outdatedArchive")->text().contains(old));
        fixture.click("removeOutdated");
        QTRY_VERIFY(!QFileInfo::exists(old));
        QTRY_VERIFY(!fixture.find<QLabel>("outdatedArchive")->isVisible());
    }

    void takesThePersonsWordOnlyForAnArchiveThatWasNotFound()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("archiveTarget", target(fixture));
        fixture.click("showSecret");
        fixture.click("secretNoted");
        write(fixture);
        const QString old = handover.archive()->path;
        VERIFY_OK(handover.decide(separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"),
                                  separation::Verdict::Private));
        QTRY_VERIFY(fixture.find<QLabel>("outdatedArchive")->isVisible());
        QVERIFY(!fixture.find<QPushButton>("outdatedIsGone")->isVisible());
        QVERIFY(QFile::remove(old));
        fixture.click("removeOutdated");
        QTRY_VERIFY(fixture.find<QPushButton>("outdatedIsGone")->isVisible());
        QVERIFY(fixture.find<QLabel>("outdatedArchive")->text().contains(old));
        fixture.prompts.saysYes = false;
        fixture.click("outdatedIsGone");
        QVERIFY(fixture.find<QPushButton>("outdatedIsGone")->isVisible());
        fixture.prompts.saysYes = true;
        fixture.click("outdatedIsGone");
        QTRY_VERIFY(!fixture.find<QPushButton>("outdatedIsGone")->isVisible());
        QCOMPARE(handover.topic<handover::VoidArchives>().archives.front().state,
                 handover::VoidArchive::State::SaidGone);
    }

    void opensWithThePassphraseThatWasTyped()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("archiveTarget", target(fixture));
        fixture.click("passphraseTyped");
        fixture.type("passphrase", QStringLiteral("Elf Zebras falten Papier"));
        fixture.type("passphraseAgain", QStringLiteral("Elf Zebras falten Papyrus"));
        QVERIFY(!fixture.primary()->isEnabled());
        fixture.type("passphraseAgain", QStringLiteral("Elf Zebras falten Papier"));
        QVERIFY(fixture.primary()->isEnabled());
        write(fixture);
        JobContext job;
        const auto check =
            archive::checkBusinessArchive(handover.archive()->path, Secret("Elf Zebras falten Papier"), job);
        QVERIFY(check.isOk());
        QCOMPARE(check->messages, 3U);
    }

    void writesAnOpenFolderWithoutAPassphrase()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("archiveTarget", target(fixture));
        fixture.click("containerFolder");
        QVERIFY(fixture.primary()->isEnabled());
        write(fixture);
        QVERIFY(!handover.archive()->isEncrypted);
        QVERIFY(QFileInfo(handover.archive()->path).isDir());
    }

    void isDoneAndOffersToWriteItAnew()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("archiveTarget", target(fixture));
        fixture.click("containerFolder");
        write(fixture);
        QVERIFY(handover.isDone(Step::BusinessArchive));
        QVERIFY(!fixture.find<QWidget>("archiveTarget")->isVisible());
        fixture.click("archiveAgain");
        QVERIFY(fixture.find<QWidget>("archiveTarget")->isVisible());
    }

    void goesOnWithAnArchiveThatWasCancelled()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = begin(fixture);
        const auto* text = fixture.find<QLabel>("begunArchive");
        QTRY_VERIFY(text->isVisible());
        QVERIFY2(text->text().contains(QStringLiteral("of 303 messages")), qPrintable(text->text()));
        QVERIFY(!fixture.find<QLabel>("unfinished")->isVisible());
        QVERIFY(!fixture.find<QWidget>("archiveTarget")->isVisible());
        QCOMPARE(fixture.primary()->text(), QStringLiteral("Go on with the archive"));
        QVERIFY(!fixture.primary()->isEnabled());

        fixture.type("begunPassphrase", QStringLiteral("Elf Zebras falten Pappe"));
        fixture.primary()->click();
        QTRY_VERIFY(!fixture.window->acts()->isRunning());
        QVERIFY(!handover.archive());
        QTRY_VERIFY(text->isVisible());

        fixture.type("begunPassphrase", phrase);
        // The medium is looked at again after a failure.
        QTRY_VERIFY(fixture.primary()->isEnabled());
        write(fixture);
        QCOMPARE(handover.archive()->messages, 303U);
        QVERIFY(handover.archive()->takenUp > 100);
        QTRY_VERIFY(fixture.find<QLabel>("archiveBeginning")->isVisible());
        QVERIFY(!text->isVisible());
    }

    void goesOnWhereTheMediumCameBackUnderAnotherPath()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = begin(fixture);
        const auto* text = fixture.find<QLabel>("begunArchive");
        QTRY_VERIFY(text->isVisible());
        const QString elsewhere = fixture.sample.folder.filePath(QStringLiteral("other path"));
        QVERIFY(QDir().rename(target(fixture), elsewhere));
        fixture.window->page()->enter();
        QTRY_VERIFY(!text->isVisible());
        QTRY_VERIFY(fixture.find<QWidget>("archiveTarget")->isVisible());

        fixture.type("archiveTarget", elsewhere);
        QTRY_VERIFY(text->isVisible());
        QVERIFY2(text->text().contains(QDir::toNativeSeparators(elsewhere)), qPrintable(text->text()));
        fixture.type("begunPassphrase", phrase);
        QTRY_VERIFY(fixture.primary()->isEnabled());
        write(fixture);
        QCOMPARE(handover.archive()->messages, 303U);
        QVERIFY(handover.archive()->takenUp > 100);
        QCOMPARE(QFileInfo(handover.archive()->path).absolutePath(), elsewhere);
    }

    void waitsUntilTheMediumIsLookedAt()
    {
        WindowFixture fixture;
        begin(fixture);
        // The look runs beside the window; until it is over nothing can be begun.
        QVERIFY(!fixture.primary()->isEnabled());
        QCOMPARE(fixture.window->page()->missing(), QStringLiteral("The medium is still being looked at."));
        QVERIFY(!fixture.find<QLabel>("begunArchive")->isVisible());
        QTRY_VERIFY(fixture.find<QLabel>("begunArchive")->isVisible());
        QCOMPARE(fixture.window->page()->missing(),
                 QStringLiteral("Please type the passphrase with which the archive was begun."));
        // Left in the middle of it, it is looked at again.
        fixture.window->page()->enter();
        QVERIFY(fixture.window->goTo(Step::PrivateMail));
        QVERIFY(fixture.window->goTo(Step::BusinessArchive));
        QTRY_VERIFY(fixture.find<QLabel>("begunArchive")->isVisible());
    }

    void nothingIsBegunBetweenWhatIsTypedAndTheLookAtIt()
    {
        WindowFixture fixture;
        begin(fixture);
        const auto* text = fixture.find<QLabel>("begunArchive");
        QTRY_VERIFY(text->isVisible());
        fixture.type("begunPassphrase", phrase);
        QTRY_VERIFY(fixture.primary()->isEnabled());
        // What is shown is of the path before.
        fixture.find<QLineEdit>("archiveTarget")->setText(fixture.sample.folder.filePath(QStringLiteral("half a pa")));
        QVERIFY(!fixture.primary()->isEnabled());
        QCOMPARE(fixture.window->page()->missing(), QStringLiteral("The medium is still being looked at."));
        QTRY_VERIFY(!text->isVisible());
    }

    void looksAgainWhereWhatIsKnownChangedMeanwhile()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = begin(fixture);
        handover::UnfinishedWrites known = handover.topic<handover::UnfinishedWrites>();
        known.places.push_back({QStringLiteral("/media/away"), QStringLiteral("Handover"), {}});
        // The look has begun and was not answered yet.
        VERIFY_OK(handover.setTopic<handover::UnfinishedWrites>(known));
        QTRY_VERIFY(fixture.find<QLabel>("begunArchive")->isVisible());
    }

    void takesABegunArchiveAwayOnlyAfterAsking()
    {
        WindowFixture fixture;
        begin(fixture);
        const auto* text = fixture.find<QLabel>("begunArchive");
        QTRY_VERIFY(text->isVisible());
        fixture.prompts.saysYes = false;
        fixture.click("beginAnew");
        QVERIFY(!QDir(target(fixture)).isEmpty());
        fixture.prompts.saysYes = true;
        fixture.click("beginAnew");
        QTRY_VERIFY(QDir(target(fixture)).isEmpty() || !QDir(target(fixture)).exists());
        QTRY_VERIFY(fixture.find<QWidget>("archiveTarget")->isVisible());
        QVERIFY(!text->isVisible());
    }

    void offersNothingOfAnArchiveThatTheDecisionsMadeVoid()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = begin(fixture);
        const auto* text = fixture.find<QLabel>("begunArchive");
        QTRY_VERIFY(text->isVisible());
        VERIFY_OK(handover.decide(separation::Scope::Correspondent, QStringLiteral("sven.vorgesetzt@firma.example"),
                                  separation::Verdict::Private));
        fixture.window->page()->enter();
        QTRY_VERIFY(fixture.find<QLabel>("unfinished")->isVisible());
        QVERIFY(!text->isVisible());
        QVERIFY(fixture.find<QWidget>("archiveTarget")->isVisible());
    }

private:
    /** An archive of much mail, cancelled in its middle. */
    static handover::HandoverCase& begin(WindowFixture& fixture)
    {
        for (int number = 0; number < 300; ++number) {
            fixture.sample.addMail(QStringLiteral("Projekte"), "n" + QByteArray::number(number),
                                   "Einkauf <einkauf@kunde.example>", "Brief", "\r\n" + test::noise(number, 100'000));
        }
        handover::HandoverCase& handover = openPage(fixture);
        WindowFixture::check(handover.setArchiveChoice({archive::ArchiveOptions::Container::Zip, target(fixture), {}}));
        const auto flag = std::make_shared<std::atomic_bool>(false);
        JobContext job(
            [flag](const Progress& progress) {
                *flag = *flag || (progress.stage == Progress::Stage::Copying && progress.done >= 200);
            },
            flag);
        const Status written = fixture.window->acts()->runArchive({}, Secret(QByteArrayView(phrase.toUtf8())), job);
        if (written || written.failure().kind != Failure::Kind::Cancelled) {
            qFatal("the archive was not cancelled");
        }
        fixture.window->page()->enter();
        return handover;
    }

    static handover::HandoverCase& openPage(WindowFixture& fixture)
    {
        handover::HandoverCase& handover = fixture.openCase();
        fixture.fill(handover);
        WindowFixture::decideEverything(handover);
        if (!fixture.window->goTo(Step::BusinessArchive)) {
            qFatal("the page cannot be entered");
        }
        return handover;
    }
    static void write(const WindowFixture& fixture)
    {
        fixture.primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.window->handoverCase()->archive().has_value() && !fixture.window->acts()->isRunning(), 20000);
    }
    static QString target(const WindowFixture& fixture)
    {
        return fixture.sample.folder.filePath(QStringLiteral("medium"));
    }
};

QTEST_MAIN(TestBusinessArchivePage)
#include "tst_business_archive_page.moc"
