// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receipt/sample_receipts.h"
#include "secrets/seal.h"
#include "wizard_pages/countersign_page.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/seal_opener.h"
#include "wizard_pages/window_fixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QThreadPool>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

/** The supervisor's part from the file alone, with the sealed password at hand. */
class TestCountersignPage : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString put(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    /** A half-signed receipt of a password that was sealed under a code. */
    [[nodiscard]] QString pending(const QByteArray& seal) const
    {
        receipt::ReceiptRecord record = receipt::sampleRecord(QStringLiteral("en"));
        // Before the window's clock: nobody countersigns in the past.
        record.madeAt = record.madeAt.addMonths(-1);
        auto password = *record.find<receipt::PasswordSection>();
        password.sealedBy = QStringLiteral("code");
        password.sealSha256 = Sha256::of(seal);
        record.set(password);
        receipt::SignatureRequest leaver = receipt::leaverRequest();
        leaver.time = record.madeAt;
        const auto once = receipt::signedBy(*receipt::drawReceipt(record), leaver);
        return put(QStringLiteral("2026-0042.pending.pdf"), *once);
    }

    /** Said beside the seal, not at the top of the page. */
    static bool isRefused(const WindowFixture& fixture)
    {
        const auto* opener = fixture.window->page()->findChild<SealOpener*>();
        return opener->findChild<FailureNotice*>()->isVisible();
    }

    static bool saysOpened(const WindowFixture& fixture)
    {
        const auto labels = fixture.window->page()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("opened here; the receipt"));
        });
    }
    /** Until all that was asked for is answered. */
    static void settle()
    {
        for (int answer = 0; answer < 5; ++answer) { // some questions follow from an answer
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
        }
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void openingTheSealIsWrittenIntoTheCountersignature()
    {
        const Result<QByteArray> seal =
            secrets::sealUnderCode(Secret(QByteArrayView("neues-Kennwort-42")),
                                   Secret(QByteArrayView("7KQ2-M9XA-0123-4567")), QStringLiteral("2026-0042"));
        QVERIFY(seal);
        WindowFixture fixture;
        fixture.openCase();
        fixture.window->openReceipts({pending(*seal)});
        QTRY_VERIFY(fixture.find<QPushButton>("unseal")->isVisible());
        fixture.prompts.paths = {put(QStringLiteral("2026-0042.seal"), *seal)};
        fixture.click("unseal");

        fixture.type("sealCode", QStringLiteral("7KQ2-M9XA-0123-4568"));
        fixture.click("openSeal");
        QTRY_VERIFY_WITH_TIMEOUT(isRefused(fixture), 20000);
        fixture.type("sealCode", QStringLiteral("7KQ2-M9XA-0123-4567"));
        fixture.click("openSeal");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QPushButton>("copySecret")->isVisible(), 20000);

        fixture.click("received.password");
        fixture.sign();
        QVERIFY(fixture.find<QLabel>("seenPages")->text().contains(QStringLiteral("of")));
        QVERIFY(!fixture.primary()->isEnabled());
        fixture.readReceipt();
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.find<QScrollArea>("receiptPages")
            ->verticalScrollBar()
            ->setValue(fixture.find<QScrollArea>("receiptPages")->verticalScrollBar()->maximum());
        fixture.click("primary");
        // Nothing takes the place of what is being signed.
        QVERIFY(!fixture.find<QLineEdit>("pendingFile")->isEnabled());
        qobject_cast<CountersignPage*>(fixture.window->page())->openFile(put(QStringLiteral("other.pdf"), "other"));
        const QString final = m_folder.filePath(QStringLiteral("2026-0042.pdf"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(final), 20000);
        QFile file(final);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const receipt::ReceiptFinding finding = receipt::verifyReceipt(file.readAll());
        QCOMPARE(finding.state, receipt::ReceiptState::Intact);
        QVERIFY(finding.signatures.back().confirmation.isSealOpened);
        QVERIFY(finding.signatures.back().confirmation.has("password"));

        QTRY_COMPARE(fixture.find<QScrollArea>("receiptPages")->verticalScrollBar()->value(), 0);
        // The final file is said to be where it is, and only it.
        QTRY_COMPARE(fixture.primary()->text(), QStringLiteral("Show in folder"));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("2026-0042.pending.pdf"))));
        QVERIFY(!fixture.find<QLineEdit>("pendingFile")->isVisible());
        QVERIFY(!fixture.find<QLabel>("seenPages")->isVisible());
        fixture.primary()->click();
        QCOMPARE(fixture.prompts.opened, QStringList{m_folder.path()});
    }

    void whateverTheSupervisorDoesIsSignedAsThat_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("witness");
        QTest::addColumn<int>("manner");
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* name, const char* choice, const QString& witness, receipt::Manner manner,
                            const char* deed, const char* title) {
            QTest::newRow(name) << QString::fromLatin1(choice) << witness << static_cast<int>(manner)
                                << QString::fromLatin1(deed) << QString::fromLatin1(title);
        };
        const QString zoe = QStringLiteral("Zoe Zeugin");
        row("confirms with a reservation", "manner.confirms", {}, receipt::Manner::Signs, "Countersign",
            "Countersigned");
        row("refuses and signs the refusal", "manner.refuses", {}, receipt::Manner::Refuses, "Sign the refusal",
            "The refusal is on record");
        row("refuses to sign, a witness does", "manner.refusesToSign", zoe, receipt::Manner::Refuses,
            "Witness the refusal", "The refusal is on record");
        row("is not there, a witness signs", "manner.absent", zoe, receipt::Manner::Absent, "Witness the absence",
            "The absence is on record");
    }
    void whateverTheSupervisorDoesIsSignedAsThat()
    {
        QFETCH(QString, choice);
        QFETCH(QString, witness);
        QFETCH(int, manner);
        QFETCH(QString, deed);
        QFETCH(QString, title);
        const QString words = QStringLiteral("The stick could not be read.");
        const QString final = m_folder.filePath(QStringLiteral("2026-0042.pdf"));
        QFile::remove(final);
        WindowFixture fixture;
        fixture.openCase();
        fixture.window->openReceipts({pending("seal")});
        QTRY_VERIFY(fixture.window->page()->findChild<QCheckBox*>(QStringLiteral("received.archive")) != nullptr);
        const auto* missing = fixture.find<QLabel>("missing");
        QTRY_COMPARE(missing->text(), QStringLiteral("Please scroll to the end of the receipt."));
        fixture.readReceipt();
        fixture.click("received.archive");
        fixture.click(choice.toLatin1().constData());
        fixture.find<QPlainTextEdit>("supervisorReservation")->setPlainText(words);
        QCOMPARE(fixture.primary()->text(), deed);
        QTRY_VERIFY(fixture.primary()->width() >= fixture.primary()->sizeHint().width());
        QCOMPARE(missing->text(), witness.isEmpty() ? QStringLiteral("Please sign in the field.")
                                                    : QStringLiteral("Please name the witness."));
        fixture.click("signatureSwitch");
        if (!witness.isEmpty()) {
            fixture.type("signatureName", witness);
            QVERIFY(!fixture.primary()->isEnabled());
            fixture.type("witness", witness);
        }
        fixture.type("signatureName", witness.isEmpty() ? QStringLiteral("Sven Vorgesetzt") : witness);
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.click("primary");
        const QString half = m_folder.filePath(QStringLiteral("2026-0042.pending.pdf"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(final) && !QFile::exists(half), 20000);
        QFile file(final);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const receipt::ReceiptFinding finding = receipt::verifyReceipt(file.readAll());
        QCOMPARE(finding.state, receipt::ReceiptState::Intact);
        const receipt::Confirmation& said = finding.signatures.back().confirmation;
        QCOMPARE(static_cast<int>(said.manner), manner);
        QCOMPARE(said.witness, witness);
        QCOMPARE(said.reservation, words);
        QCOMPARE(said.has("archive"), said.manner == receipt::Manner::Signs);
        QTRY_COMPARE(fixture.find<QLabel>("pageTitle")->text(), title);
    }

    void whatIsOpenedForAThingStandsBelowItAndAboveTheNext()
    {
        WindowFixture fixture;
        fixture.openCase();
        fixture.window->openReceipts({pending("seal")});
        QTRY_VERIFY(fixture.window->page()->findChild<QCheckBox*>(QStringLiteral("received.archive")) != nullptr);
        fixture.click("checkArchive");
        const auto top = [&](const char* name) {
            return fixture.find<QWidget>(name)->mapTo(fixture.window.get(), QPoint()).y();
        };
        QTRY_VERIFY(top("archivePassphrase") > top("received.archive"));
        QTRY_VERIFY(top("archivePassphrase") < top("received.password"));
    }

    void whatIsOpenedForOneReceiptCountsForNoOther()
    {
        const Secret code(QByteArrayView("7KQ2-M9XA-0123-4567"));
        const Result<QByteArray> seal =
            secrets::sealUnderCode(Secret(QByteArrayView("neues-Kennwort-42")), code, QStringLiteral("2026-0042"));
        QVERIFY(seal);
        WindowFixture fixture;
        fixture.openCase();
        const QString first = pending(*seal);
        const QString second = m_folder.filePath(QStringLiteral("second.pending.pdf"));
        QVERIFY(QFile::copy(first, second));
        fixture.window->openReceipts({first});
        QTRY_VERIFY(fixture.find<QPushButton>("unseal")->isVisible());
        fixture.prompts.paths = {put(QStringLiteral("2026-0042.seal"), *seal)};
        fixture.click("unseal");
        fixture.type("sealCode", QString::fromUtf8(code.view()));
        fixture.click("openSeal");
        qobject_cast<CountersignPage*>(fixture.window->page())->openFile(second);
        settle();
        QCOMPARE(fixture.find<QLineEdit>("pendingFile")->text(), second);
        QVERIFY(!saysOpened(fixture));
        // Nor is its password shown below the other one.
        fixture.click("unseal");
        QVERIFY(fixture.find<QLineEdit>("sealCode")->isVisible());
        QVERIFY(!fixture.find<QPushButton>("copySecret")->isVisible());

        fixture.type("sealCode", QString::fromUtf8(code.view()));
        fixture.click("openSeal");
        QTRY_VERIFY_WITH_TIMEOUT(saysOpened(fixture), 20000);
    }

    void withoutAFileItIsSaidThatOneIsMissing()
    {
        WindowFixture fixture;
        fixture.openCase();
        fixture.window->openReceipts({put(QStringLiteral("no.pending.pdf"), "no receipt")});
        QTRY_COMPARE(fixture.find<QLabel>("missing")->text(),
                     QStringLiteral("Only a receipt without the second signature can be countersigned."));
        // What was found has the whole page.
        const auto* words = fixture.find<QLabel>("receiptWords");
        QTRY_VERIFY(words->mapTo(fixture.window.get(), QPoint()).x() < fixture.window->width() / 4);
    }

    void aSealOfAnotherCaseStaysClosed()
    {
        const Result<QByteArray> seal =
            secrets::sealUnderCode(Secret(QByteArrayView("neues-Kennwort-42")),
                                   Secret(QByteArrayView("7KQ2-M9XA-0123-4567")), QStringLiteral("2026-0043"));
        QVERIFY(seal);
        WindowFixture fixture;
        fixture.openCase();
        fixture.window->openReceipts({pending(*seal)});
        QTRY_VERIFY(fixture.find<QPushButton>("unseal")->isVisible());
        fixture.prompts.paths = {put(QStringLiteral("other.seal"), *seal)};
        fixture.click("unseal");
        fixture.type("sealCode", QStringLiteral("7KQ2-M9XA-0123-4567"));
        fixture.click("openSeal");
        QTRY_VERIFY_WITH_TIMEOUT(isRefused(fixture), 20000);
        QVERIFY(!fixture.find<QPushButton>("copySecret")->isVisible());
    }
};

QTEST_MAIN(TestCountersignPage)
#include "tst_countersign_page.moc"
