// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receipt/sample_receipts.h"
#include "receipt/sections/archive_section.h"
#include "wizard_pages/countersign_page.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/supervisor_signs_page.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/received_row.h"

#include "wizard_pages/window_fixture.h"

#include <QLabel>
#include <QThreadPool>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

namespace {

constexpr const char* passphrase = "vier Worte auf Papier";

QString wordsIn(const QWidget& row)
{
    QString all;
    for (const QLabel* label : row.findChildren<QLabel*>()) {
        all += label->text();
    }
    return all;
}

} // namespace

/** The archive at the supervisor's desk, days later or on another computer: opened with what stands on paper. */
class TestSupervisorSignsPage : public QObject
{
    Q_OBJECT

    /** A case whose archive is written, under a passphrase. */
    static void writeArchive(WindowFixture& fixture, handover::HandoverActs& acts,
                             archive::ArchiveOptions::Container container)
    {
        fixture.makeReady();
        handover::HandoverCase& handover = *fixture.sample.handover;
        WindowFixture::decideEverything(handover);
        handover::ArchiveChoice choice;
        choice.container = container;
        choice.target = fixture.sample.folder.filePath(QStringLiteral("medium"));
        WindowFixture::check(handover.setArchiveChoice(choice));
        JobContext job;
        WindowFixture::check(acts.runArchive({}, Secret(QByteArrayView(passphrase)), job));
    }
    /** Signed by the leaver, the keyboard handed over, the program started again: no key store has the passphrase. */
    static SupervisorSignsPage* openAfterARestart(WindowFixture& fixture)
    {
        {
            handover::HandoverActs acts(*fixture.sample.handover, *fixture.secrets);
            writeArchive(fixture, acts, archive::ArchiveOptions::Container::Zip);
            WindowFixture::check(fixture.sample.handover->setReceiptTarget(fixture.sample.folder.path()));
            WindowFixture::check(fixture.sample.handover->confirmReview());
            JobContext job;
            WindowFixture::check(acts.runLeaverSignature({}, job));
            WindowFixture::check(acts.handKeyboardOver());
        }
        fixture.secrets = secrets::makeMemoryStore();
        fixture.openCase();
        static_cast<void>(fixture.window->goTo(Step::SupervisorSigns));
        return qobject_cast<SupervisorSignsPage*>(fixture.window->page());
    }
    static QString besideOf(const QString& pending)
    {
        return QString(pending).replace(QStringLiteral(".pending.pdf"), QStringLiteral(".pdf"));
    }
    /** The case's receipt as it comes back from another computer. */
    static void countersignElsewhere(const WindowFixture& fixture, const QString& to)
    {
        const QString copy = fixture.sample.folder.filePath(QStringLiteral("copy.pending.pdf"));
        QVERIFY(QFile::copy(fixture.window->handoverCase()->receiptFiles()->path, copy));
        JobContext job;
        const auto files = handover::countersignFile(copy, {}, fixture.sample.clock, {}, job);
        QVERIFY(files.isOk());
        QVERIFY(QFile::rename(files->path, to));
    }
    static bool says(const WindowFixture& fixture, const char* words)
    {
        const auto notices = fixture.window->page()->findChildren<FailureNotice*>();
        return std::any_of(notices.begin(), notices.end(), [words](const FailureNotice* one) {
            return one->isVisible() && one->sentence().contains(QLatin1String(words));
        });
    }
    /** Said in the words beside the button and nowhere else. */
    static QString refusal(const WindowFixture& fixture)
    {
        const auto* notice = fixture.find<QWidget>("archivePassphrase")->parentWidget()->findChild<FailureNotice*>();
        return notice->isVisible() ? notice->sentence() : QString();
    }

private Q_SLOTS:
    void afterARestartTheArchiveOpensWithThePassphraseOnPaper()
    {
        WindowFixture fixture;
        QVERIFY(openAfterARestart(fixture) != nullptr);
        QVERIFY(!fixture.find<QLineEdit>("archivePassphrase")->isVisible());
        fixture.click("checkArchive");
        QVERIFY(fixture.find<QLineEdit>("archivePassphrase")->isVisible());
        QVERIFY(!fixture.find<QPushButton>("openArchive")->isEnabled());

        fixture.type("archivePassphrase", QStringLiteral("etwas anderes"));
        fixture.click("openArchive");
        QTRY_VERIFY_WITH_TIMEOUT(!refusal(fixture).isEmpty(), 20000);
        QVERIFY2(refusal(fixture).contains(QStringLiteral("This passphrase does not open it")),
                 qPrintable(refusal(fixture)));
        QVERIFY(fixture.find<QPushButton>("checkArchive")->isVisible());

        fixture.type("archivePassphrase", QString::fromLatin1(passphrase));
        fixture.click("openArchive");
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.find<QPushButton>("checkArchive")->isVisible(), 20000);
        QVERIFY(!fixture.find<QLineEdit>("archivePassphrase")->isVisible());
    }

    void whatWasCountersignedElsewhereEndsTheHandoverHere_data()
    {
        QTest::addColumn<bool>("liesBeside");
        QTest::newRow("it lies beside the half-signed file") << true;
        QTest::newRow("it is chosen") << false;
    }
    void whatWasCountersignedElsewhereEndsTheHandoverHere()
    {
        QFETCH(bool, liesBeside);
        WindowFixture fixture;
        QVERIFY(openAfterARestart(fixture) != nullptr);
        const QString pending = fixture.window->handoverCase()->receiptFiles()->path;
        const QString back = fixture.sample.folder.filePath(QStringLiteral("back.pdf"));
        const QString beside = besideOf(pending);
        countersignElsewhere(fixture, liesBeside ? beside : back);
        fixture.openCase();
        QVERIFY(fixture.window->handoverCase()->isLocked());
        auto* button = fixture.find<QPushButton>("takeInOnCover");
        QVERIFY(button->isVisible());
        QTRY_COMPARE(button->text().contains(QStringLiteral("next to it")), liesBeside);
        if (!liesBeside) {
            // A wrong one is refused in words, and the way stays open.
            fixture.prompts.paths = {pending};
            button->click();
            QTRY_VERIFY(button->isEnabled());
            QVERIFY(!fixture.window->handoverCase()->isDone(Step::SupervisorSigns));
            QVERIFY(says(fixture, "still lacks the countersignature"));
            fixture.prompts.paths = {back};
        }
        button->click();
        // Nobody goes on meanwhile.
        QVERIFY(!fixture.find<QPushButton>("takeKeyboard")->isEnabled());
        QTRY_COMPARE(QLatin1String(fixture.window->page()->metaObject()->className()),
                     QLatin1String("staffelstab::wizard_pages::ReceiptPage"));
        QVERIFY(fixture.window->handoverCase()->isDone(Step::SupervisorSigns));
        QVERIFY(QFile::exists(beside) && !QFile::exists(pending));
    }

    void signingSaysThatTheReceiptCameBackAndLeadsToIt()
    {
        WindowFixture fixture;
        SupervisorSignsPage* page = openAfterARestart(fixture);
        QVERIFY(page != nullptr);
        const QString beside = besideOf(fixture.window->handoverCase()->receiptFiles()->path);
        countersignElsewhere(fixture, beside);
        page->act();
        QTRY_VERIFY(says(fixture, "countersigned already; the file signed by both lies beside it"));
        // The word by which the program tells this failure from others is not shown.
        QCOMPARE(FailureText::detail({Failure::Kind::AlreadySigned, beside, QStringLiteral("beside")}), QString());
        fixture.click("back");
        auto* button = fixture.find<QPushButton>("takeInOnCover");
        QTRY_VERIFY(button->text().contains(QStringLiteral("next to it")));
        button->click();
        QTRY_VERIFY(fixture.window->handoverCase()->isDone(Step::SupervisorSigns));
    }

    void onlyTheFileBesideItIsGivenUpAndNotForGood()
    {
        WindowFixture fixture;
        QVERIFY(openAfterARestart(fixture) != nullptr);
        const QString pending = fixture.window->handoverCase()->receiptFiles()->path;
        const QString elsewhere = fixture.sample.folder.filePath(QStringLiteral("wrong.pdf"));
        QVERIFY(QFile::copy(pending, elsewhere));
        fixture.openCase();
        auto* button = fixture.find<QPushButton>("takeInOnCover");
        fixture.prompts.paths = {elsewhere};
        button->click();
        QTRY_VERIFY(says(fixture, "still lacks the countersignature"));
        // A file that comes later is seen on the way back.
        QVERIFY(QFile::copy(pending, besideOf(pending)));
        fixture.click("takeKeyboard");
        QTRY_VERIFY(qobject_cast<SupervisorSignsPage*>(fixture.window->page()) != nullptr);
        fixture.click("back");
        QTRY_VERIFY(button->text().contains(QStringLiteral("next to it")));
        button->click();
        QVERIFY(button->text().contains(QStringLiteral("next to it")));
        QTRY_VERIFY(button->isEnabled());
        QVERIFY(button->text().contains(QStringLiteral("elsewhere")));
        QVERIFY(says(fixture, "still lacks the countersignature"));
    }

    void onAnotherComputerTheArchiveAtHandIsCheckedAgainstTheReceipt_data()
    {
        QTest::addColumn<bool>("isFolder");
        QTest::newRow("a ZIP under a passphrase") << false;
        QTest::newRow("a folder in the clear") << true;
    }
    void onAnotherComputerTheArchiveAtHandIsCheckedAgainstTheReceipt()
    {
        QFETCH(bool, isFolder);
        using Container = archive::ArchiveOptions::Container;
        WindowFixture fixture;
        receipt::ReceiptRecord record;
        QString archive;
        {
            handover::HandoverActs acts(*fixture.sample.handover, *fixture.secrets);
            writeArchive(fixture, acts, isFolder ? Container::Folder : Container::Zip);
            record = fixture.sample.handover->record();
            archive = fixture.sample.handover->archive()->path;
        }
        const auto signedOnce = receipt::signedBy(*receipt::drawReceipt(record), receipt::leaverRequest());
        QFile pending(fixture.sample.folder.filePath(QStringLiteral("elsewhere.pending.pdf")));
        QVERIFY(pending.open(QIODevice::WriteOnly));
        QCOMPARE(pending.write(*signedOnce), signedOnce->size());
        pending.close();
        fixture.openCase();
        fixture.window->openReceipts({pending.fileName()});
        QTRY_VERIFY(fixture.find<QPushButton>("checkArchive")->isVisible());
        fixture.click("checkArchive");
        QCOMPARE(fixture.find<QLineEdit>("archivePassphrase")->isVisible(), !isFolder);
        fixture.type(isFolder ? "archiveFolder" : "archiveFile", archive);
        QTest::keyClick(fixture.find<QLineEdit>(isFolder ? "archiveFolder" : "archiveFile"), Qt::Key_Tab);
        if (!isFolder) {
            fixture.type("archivePassphrase", QString::fromLatin1(passphrase));
        }
        fixture.click("openArchive");
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.find<QPushButton>("checkArchive")->isVisible(), 20000);
        const auto* row = fixture.window->page()->findChild<QWidget*>(QStringLiteral("received.archive"));
        QVERIFY(wordsIn(*row->parentWidget()).contains(QStringLiteral("all checksums are right")));

        // What is found when another receipt is shown by then counts for neither.
        const QString second = fixture.sample.folder.filePath(QStringLiteral("second.pending.pdf"));
        QVERIFY(pending.copy(second));
        auto* page = qobject_cast<CountersignPage*>(fixture.window->page());
        page->openFile(second);
        QTRY_VERIFY(fixture.find<QPushButton>("checkArchive")->isVisible());
        fixture.click("checkArchive");
        fixture.type(isFolder ? "archiveFolder" : "archiveFile", archive);
        QTest::keyClick(fixture.find<QLineEdit>(isFolder ? "archiveFolder" : "archiveFile"), Qt::Key_Tab);
        if (!isFolder) {
            fixture.type("archivePassphrase", QString::fromLatin1(passphrase));
        }
        fixture.click("openArchive");
        QVERIFY(!fixture.find<QPushButton>("openArchive")->isEnabled()); // it is under way
        page->openFile(pending.fileName());
        for (int answer = 0; answer < 5; ++answer) { // some questions follow from an answer
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
        }
        QVERIFY(fixture.find<QPushButton>("checkArchive")->isVisible());
    }
};

QTEST_MAIN(TestSupervisorSignsPage)
#include "tst_supervisor_signs_page.moc"
