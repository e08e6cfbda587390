// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receipt/sample_consents.h"
#include "wizard_pages/receipt_exports.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/verify_page.h"
#include "wizard_pages/widgets/receipt_list.h"
#include "wizard_pages/widgets/state_delegate.h"
#include "wizard_pages/window_fixture.h"

#include <QApplication>
#include <QBuffer>
#include <QDropEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPdfDocument>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

/** HR's desk: receipts are dropped, judged, found again, compared with paper and printed. */
class TestVerifyPage : public QObject
{
    Q_OBJECT

private:
    /** A window without a case, as HR opens it. */
    struct Desk
    {
        explicit Desk(const QString& language = QStringLiteral("en")) : fixture(language)
        {
            fixture.openCase();
            fixture.window->showStart();
        }
        void drop(const QStringList& files) const
        {
            QMimeData data;
            QList<QUrl> urls;
            for (const QString& file : files) {
                urls += QUrl::fromLocalFile(file);
            }
            data.setUrls(urls);
            QWidget* target = fixture.window->page()->acceptDrops() ? static_cast<QWidget*>(fixture.window->page())
                                                                    : fixture.window.get();
            QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(target, &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent event(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(target, &event);
        }
        [[nodiscard]] VerifyPage* page() const { return qobject_cast<VerifyPage*>(fixture.window->page()); }
        [[nodiscard]] ReceiptList* list() const { return fixture.find<ReceiptList>("receipts"); }
        [[nodiscard]] QString words() const { return fixture.find<QLabel>("receiptWords")->text(); }
        void trigger(const char* name) const
        {
            auto* action = fixture.window->findChild<QAction*>(QLatin1String(name));
            QVERIFY(action);
            action->trigger();
        }

        WindowFixture fixture;
    };

    static QByteArray signedTwice(const QString& caseNumber, const QString& leaver, const QDate& lastDay)
    {
        receipt::ReceiptRecord record = receipt::sampleRecord(QStringLiteral("en"));
        record.caseNumber = caseNumber;
        record.people.leaver.name = leaver;
        record.people.lastWorkingDay = lastDay;
        receipt::SignatureRequest leaverSigns = receipt::leaverRequest();
        leaverSigns.name = leaver;
        const auto once = receipt::signedBy(*receipt::drawReceipt(record), leaverSigns);
        const auto twice = receipt::signedBy(*once, receipt::supervisorRequest());
        return twice ? *twice : QByteArray();
    }
    [[nodiscard]] QString put(const QString& name, const QByteArray& bytes) const
    {
        QDir().mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QImage paper(const QByteArray& pdf)
    {
        QBuffer buffer;
        buffer.setData(pdf);
        buffer.open(QIODevice::ReadOnly);
        QPdfDocument document(nullptr);
        document.load(&buffer);
        QImage sheet(1240, 1754, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        painter.drawImage(0, 0, document.render(0, sheet.size()));
        return sheet;
    }

private Q_SLOTS:
    void findingsAreScrolledByKeyboard()
    {
        Desk desk;
        desk.fixture.click("verifyReceipts");
        desk.fixture.window->resize(1024, 700);
        desk.drop({put(QStringLiteral("lea.pdf"), m_lea)});
        QTRY_VERIFY(desk.words().contains(QStringLiteral("intact")));
        auto* findings = desk.fixture.find<QScrollArea>("receiptFindings");
        QTRY_VERIFY(findings->verticalScrollBar()->maximum() > 0);
        QVERIFY((findings->focusPolicy() & Qt::TabFocus) == Qt::TabFocus);
        QTest::keyClick(findings, Qt::Key_PageDown);
        QVERIFY(findings->verticalScrollBar()->value() > 0);
        QVERIFY(!findings->accessibleName().isEmpty());
    }
    void initTestCase()
    {
        m_lea = signedTwice(QStringLiteral("2026-0001"), QStringLiteral("Lea Gehtbald"), QDate(2026, 3, 31));
        m_max = signedTwice(QStringLiteral("2026-0002"), QStringLiteral("Max Geher"), QDate(2026, 1, 31));
        m_pending = *receipt::signedBy(*receipt::drawReceipt(receipt::sampleRecord(QStringLiteral("en"))),
                                       receipt::leaverRequest());
        QVERIFY(!m_lea.isEmpty() && !m_max.isEmpty());
    }

    void receiptsDroppedOnTheStartPageAreVerified()
    {
        const Desk desk;
        desk.drop({put(QStringLiteral("drop/lea.pdf"), m_lea), put(QStringLiteral("drop/max.pdf"), m_max)});
        QVERIFY(desk.page());
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(2));
        QCOMPARE(desk.list()->topLevelItem(0)->text(0), QStringLiteral("unchanged"));
        QVERIFY(desk.fixture.find<QLabel>("receiptCopy")->isVisible());
        QVERIFY(desk.fixture.find<QLabel>("receiptCopy")->text().startsWith(QStringLiteral("A copy for the eye")));
        desk.drop({put(QStringLiteral("more/pending.pdf"), m_pending)});
        QTRY_COMPARE(desk.list()->topLevelItemCount(), 3);
        QCOMPARE(desk.list()->topLevelItem(2)->text(0), QStringLiteral("pending"));
    }

    void theKeyboardComesToPrintingBeforeTheWayOutAndIsSeenOnThePages()
    {
        applyTheme(*qApp, Theme::Mode::Light);
        const Desk desk;
        desk.drop({put(QStringLiteral("keys/lea.pdf"), m_lea)});
        QTRY_VERIFY(desk.fixture.primary()->isEnabled());
        desk.fixture.window->activateWindow();
        QTRY_VERIFY(QApplication::focusWidget() != nullptr);
        auto* pages = desk.fixture.find<QWidget>("receiptPages");
        QTRY_VERIFY(!pages->grab().isNull() && pages->isVisible());
        const auto edge = [&] { return pages->grab().toImage().pixelColor(pages->width() / 2, 0); };
        pages->clearFocus();
        const QColor before = edge();
        pages->setFocus();
        QVERIFY(edge() != before);

        desk.fixture.find<QWidget>("exportList")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), desk.fixture.primary());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("saveAndExit"));
    }

    void aHalfSignedReceiptDroppedAloneIsOpenedForTheCountersignature()
    {
        const Desk desk;
        desk.drop({put(QStringLiteral("x/2026-0042.pending.pdf"), m_pending)});
        QCOMPARE(QLatin1String(desk.fixture.window->page()->metaObject()->className()),
                 QLatin1String("staffelstab::wizard_pages::CountersignPage"));
        QTRY_VERIFY(desk.words().contains(QStringLiteral("The countersignature is missing")));
        QVERIFY(desk.fixture.find<QLineEdit>("pendingFile")->text().endsWith(QStringLiteral("2026-0042.pending.pdf")));
    }

    void nothingIsTakenThatIsDroppedOnAnOpenHandover()
    {
        WindowFixture fixture;
        fixture.openCase();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(put(QStringLiteral("y/lea.pdf"), m_lea))});
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QCoreApplication::sendEvent(fixture.window.get(), &enter);
        QVERIFY(!enter.isAccepted());
        QVERIFY(fixture.window->handoverCase());
    }

    void aFolderFullOfReceiptsIsJudgedWhileTheWindowStaysAlive()
    {
        constexpr int many = 200;
        for (int i = 0; i < many; ++i) {
            QVERIFY(!put(QStringLiteral("many/%1/receipt-%2.pdf").arg(i / 100).arg(i, 4, 10, QLatin1Char('0')),
                         i % 2 == 0 ? m_lea : m_max)
                         .isEmpty());
        }
        const Desk desk;
        int alive = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, &beat, [&] { ++alive; });
        desk.drop({m_folder.filePath(QStringLiteral("many"))});
        QTRY_VERIFY_WITH_TIMEOUT(!desk.list()->all().empty(), 60000);
        const auto* progress = desk.fixture.find<QLabel>("receiptsJudged");
        QCOMPARE(progress->text(), QStringLiteral("%1 of %2 judged").arg(desk.list()->all().size()).arg(many));
        beat.start(1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.list()->all().size(), std::size_t(many), 300000);
        QVERIFY(alive > many / 32);
        QTRY_COMPARE(progress->text(), QStringLiteral("200 receipts"));

        // Sorted by the day, not by its words: January stands before March.
        desk.list()->sortByColumn(2, Qt::AscendingOrder);
        QVERIFY(desk.list()->topLevelItem(0)->text(1).startsWith(QStringLiteral("Max Geher")));
        QVERIFY(desk.list()->topLevelItem(many - 1)->text(1).startsWith(QStringLiteral("Lea Gehtbald")));

        desk.fixture.type("searchReceipts", QStringLiteral("geher"));
        int shown = 0;
        for (int row = 0; row < many; ++row) {
            shown += desk.list()->topLevelItem(row)->isHidden() ? 0 : 1;
        }
        QCOMPARE(shown, many / 2);
        desk.list()->selectAll();
        QCOMPARE(desk.fixture.primary()->text(), QStringLiteral("Print (100)"));
    }

    void aPhotoOfThePaperIsCompared()
    {
        const Desk desk;
        desk.drop({put(QStringLiteral("one/lea.pdf"), m_lea), put(QStringLiteral("one/max.pdf"), m_max)});
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(2));
        desk.list()->setCurrentItem(desk.list()->topLevelItem(0));
        const QString photo = m_folder.filePath(QStringLiteral("photo.jpg"));
        QVERIFY(paper(m_lea).save(photo));
        const_cast<WindowFixture&>(desk.fixture).prompts.paths = {photo};
        desk.trigger("comparePaper");
        QTRY_VERIFY(desk.words().contains(QStringLiteral("The code on the paper is the one of this receipt.")));
        QVERIFY(paper(m_max).save(photo));
        desk.trigger("comparePaper");
        QTRY_VERIFY(desk.words().contains(QStringLiteral("The code on the paper belongs to another receipt.")));
        QVERIFY(!desk.words().contains(QStringLiteral("is the one of this receipt")));
    }

    void printingHandsOverTheFilesThemselvesAndPagesForOtherPrinters()
    {
        Desk desk;
        const QString lea = put(QStringLiteral("two/lea.pdf"), m_lea);
        const QString max = put(QStringLiteral("two/max.pdf"), m_max);
        desk.drop({lea, max});
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(2));
        desk.list()->selectAll();
        desk.fixture.prompts.printTo = m_folder.filePath(QStringLiteral("painted.pdf"));
        desk.fixture.click("primary");
        QTRY_COMPARE(desk.fixture.prompts.printed, (QStringList{lea, max}));
        QPdfDocument painted(nullptr);
        painted.load(desk.fixture.prompts.printTo);
        QVERIFY(painted.pageCount() >= 4);
    }

    void theTableIsExportedAsItStands()
    {
        Desk desk;
        desk.drop({put(QStringLiteral("three/lea.pdf"), m_lea), put(QStringLiteral("three/no.pdf"), "no receipt")});
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(2));
        const QString csv = m_folder.filePath(QStringLiteral("receipts.csv"));
        desk.fixture.prompts.paths = {csv};
        desk.trigger("exportListAction");
        QTRY_VERIFY(QFile::exists(csv));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines[0], QByteArray("\xEF\xBB\xBF\"State\";\"Kind\";\"Handover no.\";\"Handover\";\"Last "
                                      "day\";\"Signed\";\"Second signature\";\"Open\";\"File\"\r"));
        QCOMPARE(
            lines[1],
            QByteArray(
                "\"unchanged\";\"receipt\";\"2026-0001\";\"Lea Gehtbald to Sven "
                "Vorgesetzt\";\"31/03/2026\";\"30/12/2026\";\"Sven Vorgesetzt (supervisor)\";\"2\";\"lea.pdf\"\r"));
        QVERIFY(lines[2].startsWith("\"no receipt\";\"\";\"\";\"no.pdf\""));
    }

    void aForgedReceiptSaysSoAndIsKnownByItsFile()
    {
        Desk desk;
        QByteArray forged = m_lea;
        const qsizetype at = forged.indexOf("/Contents <") + 200;
        forged[at] = forged.at(at) == '0' ? '1' : '0';
        desk.drop({put(QStringLiteral("five/one.pdf"), forged), put(QStringLiteral("five/two.pdf"), m_lea + "%")});
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(2));
        for (const char* name : {"one.pdf", "two.pdf"}) {
            QTreeWidgetItem* item = desk.list()->topLevelItem(name == QByteArrayView("one.pdf") ? 0 : 1);
            QCOMPARE(item->text(0), QStringLiteral("altered"));
            QVERIFY(item->data(1, StateDelegate::DetailRole).toString().contains(QLatin1String(name)));
            desk.list()->setCurrentItem(item);
            QVERIFY2(desk.words().startsWith(QStringLiteral("This receipt was altered. Do not rely on it.")),
                     qPrintable(desk.words()));
            QVERIFY(!desk.words().contains(QStringLiteral("What this does not prove")));
        }
        desk.fixture.prompts.paths = {m_folder.filePath(QStringLiteral("forged.txt"))};
        desk.trigger("textAction");
        QTRY_VERIFY(QFile::exists(desk.fixture.prompts.paths.front()));
        QVERIFY(contentOf(desk.fixture.prompts.paths.front()).startsWith("THIS FILE WAS ALTERED."));
        // Nothing is to be done or due because of a forged file.
        QCOMPARE(ReceiptExports::tasks(desk.list()->all()).text.count('\n'), 1);
        QVERIFY(!ReceiptExports::calendar(desk.list()->all(), policy::builtInPolicy(), QDateTime(QDate(2026, 4, 1), {}))
                     .text.contains("BEGIN:VEVENT"));
    }

    void aFolderIsAddedFromTheMenu()
    {
        Desk desk;
        desk.drop({put(QStringLiteral("six/lea.pdf"), m_lea)});
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(1));
        QVERIFY(!put(QStringLiteral("seven/deep/max.pdf"), m_max).isEmpty());
        QVERIFY(!put(QStringLiteral("seven/notes.txt"), "no receipt").isEmpty());
        desk.fixture.prompts.paths = {m_folder.filePath(QStringLiteral("seven"))};
        desk.trigger("addFolder");
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(2));
        QTRY_COMPARE(desk.fixture.find<QLabel>("receiptsJudged")->text(), QStringLiteral("2 receipts"));
        desk.fixture.prompts.paths = {put(QStringLiteral("eight.pdf"), m_pending)};
        desk.trigger("addFiles");
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(3));
    }

    void aFileThatIsNoReceiptSaysThatItCannotBeReadOut()
    {
        Desk desk;
        desk.drop({put(QStringLiteral("nine.pdf"), "no receipt"), put(QStringLiteral("ten.pdf"), "neither")});
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(2));
        desk.trigger("textAction");
        QCOMPARE(desk.fixture.prompts.told.size(), 1);
        QVERIFY(desk.fixture.prompts.asked.isEmpty());
    }

    void consentsAreListedAsWhatTheyAre()
    {
        Desk desk;
        const QByteArray consents = *receipt::signedConsents(receipt::sampleConsents(QStringLiteral("en")));
        const QString file = put(QStringLiteral("four/consents.pdf"), consents);
        desk.drop({file, put(QStringLiteral("four/damaged.pdf"), consents.left(consents.size() - 9))});
        QTRY_COMPARE(desk.list()->all().size(), std::size_t(2));
        const QTreeWidgetItem* intact = desk.list()->topLevelItem(0);
        QCOMPARE(intact->text(0), QStringLiteral("unchanged"));
        QCOMPARE(intact->text(1), QStringLiteral("Lea Gehtbald"));
        QCOMPARE(intact->text(3), QStringLiteral("30/12/2026"));
        QCOMPARE(desk.list()->topLevelItem(1)->text(0), QStringLiteral("altered"));
        desk.list()->setCurrentItem(desk.list()->topLevelItem(0));
        QVERIFY(desk.words().contains(QStringLiteral("These are the consents of handover 2026-0042.")));
        QVERIFY(desk.words().contains(QStringLiteral("Agreed to: 1 of 2.")));
        QVERIFY(desk.words().contains(QStringLiteral("nobody vouches that the certificate belongs to that person")));
        QCOMPARE(desk.fixture.find<QLabel>("receiptsJudged")->text(), QStringLiteral("2 files"));
        desk.fixture.prompts.paths = {m_folder.filePath(QStringLiteral("consents.txt"))};
        desk.trigger("textAction");
        QTRY_VERIFY(QFile::exists(desk.fixture.prompts.paths.front()));
        const QByteArray text = contentOf(desk.fixture.prompts.paths.front());
        QVERIFY(text.startsWith("Consents\n========\n"));
        QVERIFY(text.contains("Answer: YES, I agree.") && text.contains("Answer: NO, I do not agree."));
        QVERIFY(text.contains("Lea Gehtbald\nSigned on 30 December 2026"));
        const auto given = receipt::sampleConsents(QStringLiteral("en")).items;
        const QDate until =
            std::find_if(given.begin(), given.end(), [](const auto& one) { return one.isGiven; })->until;
        const QByteArray ics = ReceiptExports::calendar(desk.list()->all(), policy::builtInPolicy(),
                                                        QDateTime(QDate(2026, 12, 31), QTime(9, 0)))
                                   .text;
        QVERIFY(ics.contains("DTSTART;VALUE=DATE:" + until.toString(QStringLiteral("yyyyMMdd")).toLatin1()));
        QCOMPARE(ics.count("BEGIN:VEVENT"), 1);
        desk.fixture.type("searchReceipts", QStringLiteral("2026-0042"));
        QVERIFY(!desk.list()->topLevelItem(0)->isHidden());
        QVERIFY(desk.list()->topLevelItem(1)->isHidden());

        QVERIFY(desk.fixture.primary()->isEnabled());
        desk.fixture.prompts.printTo = m_folder.filePath(QStringLiteral("consents-painted.pdf"));
        desk.fixture.click("primary");
        QTRY_COMPARE(desk.fixture.prompts.printed, QStringList{file});

        const QByteArray table = ReceiptExports::list(desk.list()->all());
        QVERIFY(table.contains("\"unchanged\";\"consents\";\"2026-0042\";\"Lea Gehtbald\""));
        QVERIFY(table.contains("\"altered\";\"consents\";\"\";\"damaged.pdf\""));

        const QString place = m_folder.filePath(QStringLiteral("consents.sqlite"));
        desk.fixture.prompts.paths = {place};
        desk.trigger("registerAction");
        const auto entries = [&] {
            auto opened = handover::ReceiptRegister::open(place);
            return opened ? *opened->entries() : std::vector<handover::RegisterEntry>();
        };
        QTRY_COMPARE(entries().size(), std::size_t(1));
        QCOMPARE(entries().front().state, QStringLiteral("consents"));
        QCOMPARE(entries().front().leaver, QStringLiteral("Lea Gehtbald"));
        QCOMPARE(entries().front().fileSha256, Sha256::of(consents));
        QVERIFY(handover::dueDates(entries(), QDate(2026, 1, 1)).empty());
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_lea;
    QByteArray m_max;
    QByteArray m_pending;
};

QTEST_MAIN(TestVerifyPage)
#include "tst_verify_page.moc"
