// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receipt/sample_receipts.h"
#include "wizard_pages/answering_prompts.h"
#include "wizard_pages/receipt_exports.h"
#include "wizard_pages/screen_language.h"
#include "wizard_pages/verify_page.h"
#include "wizard_pages/widgets/receipt_list.h"
#include "wizard_pages/widgets/state_delegate.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QPdfDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

/** HR's desk where not every receipt is a confirmed one: refused, contradicted, pending, altered, there twice. */
class TestReceiptDesk : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        explicit Desk(const QStringList& files) : page(prompts, policy::builtInPolicy())
        {
            language.use(QStringLiteral("en"));
            page.resize(1100, 700);
            page.show();
            page.addPaths(files);
            list = page.findChild<ReceiptList*>();
        }
        [[nodiscard]] bool hasAll(int count) const
        {
            return QTest::qWaitFor([&] { return list->topLevelItemCount() == count; }, 20000);
        }
        [[nodiscard]] QString stateOf(int row) const { return list->topLevelItem(row)->text(0); }
        [[nodiscard]] QString wordsOf(int row) const
        {
            list->setCurrentItem(list->topLevelItem(row));
            return words();
        }
        [[nodiscard]] QString words() const { return page.findChild<QLabel*>(QStringLiteral("receiptWords"))->text(); }
        void trigger(const char* name) const { page.findChild<QAction*>(QLatin1String(name))->trigger(); }
        void search(const QString& text) const
        {
            page.findChild<QLineEdit*>(QStringLiteral("searchReceipts"))->setText(text);
        }

        ScreenLanguage language;
        AnsweringPrompts prompts;
        VerifyPage page;
        ReceiptList* list = nullptr;
    };

    static receipt::ReceiptRecord record(const QString& number, const QString& leaver)
    {
        receipt::ReceiptRecord record = receipt::sampleRecord(QStringLiteral("en"));
        record.caseNumber = number;
        record.people.leaver.name = leaver;
        record.openPoints = {{QStringLiteral("secrecy_not_read"), 0},
                             {QStringLiteral("equipment_missing"), 1},
                             {QStringLiteral("password_by_it"), 0}};
        return record;
    }
    static QByteArray once(const receipt::ReceiptRecord& record)
    {
        receipt::SignatureRequest leaver = receipt::leaverRequest();
        leaver.name = record.people.leaver.name;
        return *receipt::signedBy(*receipt::drawReceipt(record), leaver);
    }
    static QByteArray refusedBy(const QByteArray& half, const QString& witness)
    {
        receipt::SignatureRequest request = receipt::supervisorRequest();
        request.confirmation = {};
        request.confirmation.manner = receipt::Manner::Refuses;
        request.confirmation.witness = witness;
        request.confirmation.reservation = QStringLiteral("No time today.");
        request.name = witness.isEmpty() ? request.name : witness;
        return *receipt::signedBy(half, request);
    }
    [[nodiscard]] QString put(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /** Pixels of the colour of the mark on a sheet. */
    static int red(QPdfDocument& document, int page)
    {
        const QImage sheet = document.render(page, QSize(210, 297)).convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < sheet.height(); ++y) {
            for (int x = 0; x < sheet.width(); ++x) {
                const QColor color = sheet.pixelColor(x, y);
                count += color.red() > color.green() + 40 && color.red() > color.blue() + 40 ? 1 : 0;
            }
        }
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_half = once(record(QStringLiteral("2026-0001"), QStringLiteral("Lea Gehtbald")));
        m_confirmed = *receipt::signedBy(m_half, receipt::supervisorRequest());
        m_refused = refusedBy(m_half, QStringLiteral("Wilma Witness"));
        const QByteArray max = once(record(QStringLiteral("2026-0002"), QStringLiteral("Max Geher")));
        m_max = *receipt::signedBy(max, receipt::supervisorRequest());
    }

    void aRefusalIsNotTakenForAConfirmation_data()
    {
        QTest::addColumn<QString>("witness");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("reason");
        QTest::newRow("signed by the supervisor") << QString() << "Sven Vorgesetzt (supervisor)"
                                                  << "Reason given by Sven Vorgesetzt: No time today.";
        QTest::newRow("signed by a witness")
            << "Wilma Witness"
            << "Wilma Witness (witness)"
            << "Reason of Sven Vorgesetzt, as told by the witness Wilma Witness: No time today.";
    }
    void aRefusalIsNotTakenForAConfirmation()
    {
        QFETCH(QString, witness);
        QFETCH(QString, second);
        QFETCH(QString, reason);
        const Desk desk(
            {put(QStringLiteral("refused.pdf"), refusedBy(m_half, witness)), put(QStringLiteral("good.pdf"), m_max)});
        QVERIFY(desk.hasAll(2));
        // Sorted by name: the good one is first.
        QCOMPARE(desk.stateOf(0), QStringLiteral("unchanged"));
        QCOMPARE(desk.stateOf(1), QStringLiteral("refused"));
        QVERIFY(desk.list->topLevelItem(1)->data(1, StateDelegate::DetailRole).toString().contains(second));
        const QString words = desk.wordsOf(1);
        QVERIFY2(words.startsWith(QStringLiteral("The supervisor refused to confirm the receipt.")), qPrintable(words));
        QVERIFY(!words.contains(QStringLiteral("Both signatures are intact")));
        QVERIFY2(words.contains(second + u','), qPrintable(words));
        QVERIFY2(words.contains(reason), qPrintable(words));
        QVERIFY(desk.wordsOf(0).startsWith(QStringLiteral("Both signatures are intact")));
        const QByteArray table = ReceiptExports::list(desk.list->all());
        QVERIFY2(table.contains("\"refused\";\"receipt\";\"2026-0001\""), table.constData());
        QVERIFY2(table.contains("\"30/12/2026\";\"" + second.toUtf8() + '"'), table.constData());

        desk.search(QStringLiteral("refused"));
        QCOMPARE(desk.list->shown().size(), std::size_t(1));
    }

    void twoFinalReceiptsOfOneStatementSayThatTheyContradictEachOther()
    {
        Desk desk(
            {put(QStringLiteral("a-confirmed.pdf"), m_confirmed), put(QStringLiteral("b-copy.pdf"), m_confirmed)});
        QVERIFY(desk.hasAll(2));
        QCOMPARE(desk.stateOf(0), QStringLiteral("unchanged"));
        QCOMPARE(desk.stateOf(1), QStringLiteral("unchanged"));
        desk.page.addPaths({put(QStringLiteral("c-refused.pdf"), m_refused)});
        QVERIFY(desk.hasAll(3));
        for (int row = 0; row < 3; ++row) {
            QCOMPARE(desk.stateOf(row), QStringLiteral("contradicted"));
            const QString words = desk.wordsOf(row);
            QVERIFY2(words.startsWith(QStringLiteral("This handover was countersigned more than once. Another")),
                     qPrintable(words));
            QVERIFY(words.contains(row == 2 ? QStringLiteral("a-confirmed.pdf, b-copy.pdf")
                                            : QStringLiteral("c-refused.pdf")));
        }
    }

    void aComparisonTakesNothingElseOutOfItsRow()
    {
        handover::ReceiptDesk::Checked checked;
        checked.file = m_folder.filePath(QStringLiteral("a.pdf"));
        checked.finding.state = receipt::ReceiptState::Intact;
        checked.finding.record = record(QStringLiteral("7"), QStringLiteral("Lea Gehtbald"));
        ReceiptList list;
        list.add(checked);
        list.contradict(checked.file, m_folder.filePath(QStringLiteral("b.pdf")));
        using enum receipt::Finding::Kind;
        for (const auto kind : {ArchiveDiffers, PaperMatches, ArchiveMatches}) {
            list.noteComparison(checked.file, {kind, {}});
        }
        const receipt::ReceiptFinding& known = list.all().front().finding;
        QVERIFY(known.has(Contradicted) && known.has(PaperMatches) && known.has(ArchiveMatches));
        QVERIFY(!known.has(ArchiveDiffers));
        QCOMPARE(known.archiveMatches, std::optional(true));
    }

    void theRegisterSaysOfEachFileWhatBecameOfIt()
    {
        Desk desk({put(QStringLiteral("a.pdf"), m_confirmed), put(QStringLiteral("b.pdf"), m_confirmed),
                   put(QStringLiteral("c.pdf"), m_refused), put(QStringLiteral("d.pdf"), m_max + "x"),
                   put(QStringLiteral("e.pdf"), "no receipt")});
        QVERIFY(desk.hasAll(5));
        const QString place = m_folder.filePath(QStringLiteral("register.sqlite"));
        desk.prompts.paths = {place};
        desk.trigger("registerAction");
        QTRY_COMPARE(desk.prompts.told.size(), 1);
        QCOMPARE(
            desk.prompts.told.front(),
            QStringLiteral("Register\nNew: 1\nAlready there: 1\nContradicting what is there, both kept and marked: "
                           "1 (c.pdf)\nAltered, not entered: 1 (d.pdf)\nNo receipt, not entered: 1 (e.pdf)"));
        Result<handover::ReceiptRegister> entries = handover::ReceiptRegister::open(place);
        QVERIFY(entries.isOk());
        QCOMPARE(entries->entries()->size(), std::size_t(1));
        QCOMPARE(entries->entries()->front().state, QStringLiteral("contradicted"));

        // Once more: nothing is new, and what contradicts is still marked.
        desk.trigger("registerAction");
        QTRY_COMPARE(desk.prompts.told.size(), 2);
        QVERIFY(desk.prompts.told.back().startsWith(QStringLiteral("Register\nNew: 0\nAlready there: 3\nAltered")));
        QCOMPARE(entries->entries()->front().state, QStringLiteral("contradicted"));
    }

    void whatDoesNotCountIsPrintedOnDemandAndSaysSoOnEverySheet()
    {
        Desk desk({put(QStringLiteral("a.pdf"), m_max), put(QStringLiteral("b.pdf"), m_max + "x"),
                   put(QStringLiteral("c.pending.pdf"), m_half), put(QStringLiteral("d.txt"), "no receipt")});
        QVERIFY(desk.hasAll(4));
        desk.list->selectAll();
        QCOMPARE(desk.page.primaryText(), QStringLiteral("Print (3)"));
        desk.prompts.printTo = m_folder.filePath(QStringLiteral("painted.pdf"));
        desk.prompts.saysYes = false;
        desk.page.act();
        QCOMPARE(desk.prompts.asked.size(), 1);
        QVERIFY2(desk.prompts.asked.front().startsWith(QStringLiteral("Print what does not count?\n")),
                 qPrintable(desk.prompts.asked.front()));
        QVERIFY(desk.page.isPrimaryReady());
        QVERIFY(!QFile::exists(desk.prompts.printTo));

        desk.prompts.saysYes = true;
        desk.page.act();
        QTRY_VERIFY(QFile::exists(desk.prompts.printTo));
        // The file itself, without a mark, went to no printer.
        QVERIFY(desk.prompts.printed.isEmpty());
        QPdfDocument painted(nullptr);
        painted.load(desk.prompts.printTo);
        const int each = painted.pageCount() / 3;
        QVERIFY(each >= 2);
        for (int page = 0; page < painted.pageCount(); ++page) {
            const int marked = red(painted, page);
            QVERIFY2(page < each ? marked < 100 : marked > 500,
                     qPrintable(QStringLiteral("%1: %2").arg(page).arg(marked)));
        }
    }

    void whatCountsIsPrintedWithoutAQuestion()
    {
        Desk desk({put(QStringLiteral("a.pdf"), m_max)});
        QVERIFY(desk.hasAll(1));
        desk.prompts.printTo = m_folder.filePath(QStringLiteral("plain.pdf"));
        desk.page.act();
        QTRY_COMPARE(desk.prompts.printed.size(), 1);
        QCOMPARE(desk.prompts.asked, QStringList{QStringLiteral("Handover receipts")});
    }

    void tasksAndDatesAreThoseOfWhatCountsAndOfEachHandoverOnce()
    {
        Desk desk({put(QStringLiteral("a.pdf"), m_confirmed), put(QStringLiteral("b.pdf"), m_confirmed),
                   put(QStringLiteral("c.pending.pdf"), m_half), put(QStringLiteral("d.pdf"), m_max + "x"),
                   put(QStringLiteral("e.pdf"), m_max), put(QStringLiteral("f.txt"), "no receipt")});
        QVERIFY(desk.hasAll(6));
        const QString csv = m_folder.filePath(QStringLiteral("tasks.csv"));
        desk.prompts.paths = {csv};
        desk.trigger("exportTasksAction");
        QTRY_VERIFY(QFile::exists(csv));
        const QList<QByteArray> lines = contentOf(csv).split('\n');
        QCOMPARE(lines.size(), 1 + 2 * 3 + 1);
        QVERIFY(lines[1].startsWith("\"IT\";\"2026-0001\"") &&
                lines[1].contains("IT still has to reset the password."));
        QVERIFY(lines[2].startsWith("\"IT\";\"2026-0002\""));
        QVERIFY(lines[3].startsWith("\"supervisor\";\"2026-0001\"") && lines[3].contains("Missing items"));
        QVERIFY(lines[5].startsWith("\"HR\";\"2026-0001\"") && lines[5].contains("reminder of secrecy"));
        const QString leftOut = QStringLiteral(
            "Left out: 1 altered, 1 pending, 1 more of a handover that is in it already, 1 that is no receipt.");
        QCOMPARE(desk.prompts.told, QStringList{QStringLiteral("Export the open tasks\n") + leftOut});

        const auto [ics, leftOutOfDates] = ReceiptExports::calendar(desk.list->all(), policy::builtInPolicy(),
                                                                    QDateTime(QDate(2026, 12, 1), QTime(9, 0)));
        QCOMPARE(ics.count("SUMMARY:Delete the account of Lea Gehtbald"), 1);
        QCOMPARE(ics.count("SUMMARY:Delete the account of Max Geher"), 1);
        QCOMPARE(leftOutOfDates, leftOut);
    }

    void tasksOfTensOfThousandsOfHandoversAreThereAtOnce()
    {
        handover::ReceiptDesk::Checked one;
        one.finding.state = receipt::ReceiptState::Intact;
        one.finding.record = record(QString(), QStringLiteral("Lea Gehtbald"));
        one.finding.record->openPoints.clear();
        std::vector<handover::ReceiptDesk::Checked> all(20000, one);
        for (std::size_t index = 0; index < all.size(); ++index) {
            all[index].finding.record->caseNumber = QString::number(index);
        }
        QElapsedTimer time;
        time.start();
        QCOMPARE(ReceiptExports::tasks(all).text.count('\n'), 1);
        // Compared each with each it would be 200 million times.
        QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    }

    void anArchiveProvesNothingForAnAlteredReceipt()
    {
        Desk desk({put(QStringLiteral("a.pdf"), m_max), put(QStringLiteral("b.pdf"), m_max + "x")});
        QVERIFY(desk.hasAll(2));
        desk.prompts.paths = {put(QStringLiteral("archive.zip"), "archive")};
        desk.list->setCurrentItem(desk.list->topLevelItem(0));
        desk.trigger("compareArchive");
        QTRY_VERIFY(desk.words().contains(QStringLiteral("The archive at hand is the one on the receipt.")));
        desk.list->setCurrentItem(desk.list->topLevelItem(1));
        desk.trigger("compareArchive");
        QTRY_VERIFY(desk.words().contains(QStringLiteral("the file was altered: that proves nothing.")));
        QVERIFY(!desk.words().contains(QStringLiteral("is the one on the receipt")));
    }

    void whatIsSearchedForIsWhatIsShownBesideTheList()
    {
        const Desk desk({put(QStringLiteral("a.pdf"), m_confirmed), put(QStringLiteral("b.pdf"), m_max)});
        QVERIFY(desk.hasAll(2));
        QVERIFY(desk.wordsOf(0).contains(QStringLiteral("Lea Gehtbald")));
        const auto* counted = desk.page.findChild<QLabel*>(QStringLiteral("receiptsJudged"));
        QTRY_COMPARE(counted->text(), QStringLiteral("2 receipts"));
        desk.search(QStringLiteral("geher"));
        QVERIFY(desk.words().contains(QStringLiteral("Max Geher")));
        QCOMPARE(counted->text(), QStringLiteral("1 of 2 receipts"));
        QCOMPARE(desk.page.primaryText(), QStringLiteral("Print (1)"));
        desk.search(QStringLiteral("nobody"));
        QCOMPARE(desk.words(), QStringLiteral("Choose a receipt to see what was found."));
        QVERIFY(!desk.page.isPrimaryReady());
        desk.search({});
        QCOMPARE(counted->text(), QStringLiteral("2 receipts"));
    }

    void theExportedTableIsInTheOrderOfTheScreen()
    {
        Desk desk({put(QStringLiteral("a.pdf"), m_confirmed), put(QStringLiteral("b.pdf"), m_max),
                   put(QStringLiteral("c.pdf"), m_max.left(m_max.size() / 2))});
        QVERIFY(desk.hasAll(3));
        desk.list->sortByColumn(1, Qt::DescendingOrder);
        const QString csv = m_folder.filePath(QStringLiteral("list.csv"));
        desk.prompts.paths = {csv};
        desk.trigger("exportListAction");
        QTRY_VERIFY(QFile::exists(csv));
        const QByteArray table = contentOf(csv);
        QVERIFY(table.indexOf("b.pdf\"\r") < table.indexOf("a.pdf\"\r"));
        QVERIFY2(table.contains("\"altered\";\"damaged PDF\";\"\";\"c.pdf\""), table.constData());
    }

    void aMessageIsWideEnoughForAPath()
    {
        QWidget window;
        window.show();
        DialogPrompts prompts;
        prompts.tell(&window, QStringLiteral("Done"), QStringLiteral("/media/stick/2026-0042.pdf"), {});
        const auto* box = window.findChild<QMessageBox*>();
        QVERIFY(box);
        QTRY_VERIFY(box->isVisible());
        QVERIFY2(box->width() >= 440, qPrintable(QString::number(box->width())));
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_half;
    QByteArray m_confirmed;
    QByteArray m_refused;
    QByteArray m_max;
};

QTEST_MAIN(TestReceiptDesk)
#include "tst_receipt_desk.moc"
