// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/result_checks.h"
#include "wizard_pages/window_fixture.h"

#include "archive/business_archive.h"
#include "handover/topics/void_archive_topic.h"

#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

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

private:
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
