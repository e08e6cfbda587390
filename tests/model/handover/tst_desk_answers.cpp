// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receipt/sample_receipts.h"
#include "model/receipt/tools.h"

#include "handover/receipt_desk.h"
#include "receipt/sections/archive_section.h"
#include "secrets/seal.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace staffelstab;
using namespace staffelstab::handover;
using receipt::Finding;

/** Which answers of the desk count when more was asked meanwhile. */
class TestDeskAnswers : public QObject
{
    Q_OBJECT

private:
    /** Until all that was asked for is answered. */
    static void settle()
    {
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString seal(const char* password, const QString& number) const
    {
        return m_bench.put(QLatin1String(password) + QStringLiteral(".seal"),
                           *secrets::sealUnderCode(Secret(QByteArrayView(password)), Secret(m_code), number));
    }
    static ReceiptDesk::Checked checkedOf(const receipt::ReceiptRecord& record)
    {
        ReceiptDesk::Checked checked;
        checked.file = QStringLiteral("/receipts/a.pdf");
        checked.finding.state = receipt::ReceiptState::Intact;
        checked.finding.record = record;
        return checked;
    }

    receipt::Workbench m_bench;
    QByteArrayView m_code = "7KQ2-M9XA-0123-4567";

private Q_SLOTS:
    void ofTwoSealsOnlyTheLastOneIsOpened()
    {
        ReceiptDesk desk;
        QList<QByteArray> opened;
        connect(&desk, &ReceiptDesk::sealOpened, this,
                [&](const std::shared_ptr<Secret>& secret) { opened += secret->view().toByteArray(); });
        const QSignalSpy failed(&desk, &ReceiptDesk::failed);
        desk.openSealWithCode(seal("first", QStringLiteral("1")), Secret(m_code), QStringLiteral("1"));
        desk.openSealWithCode(seal("second", QStringLiteral("2")), Secret(m_code), QStringLiteral("2"));
        settle();
        QCOMPARE(opened, QList<QByteArray>{"second"});
        QVERIFY(failed.isEmpty());

        desk.openSealWithCode(seal("third", QStringLiteral("3")), Secret(m_code), QStringLiteral("3"));
        desk.dropOpening();
        settle();
        QCOMPARE(opened.size(), 1);
    }

    void theFailureOfAnEarlierArchiveIsNotThatOfALaterOne()
    {
        ReceiptDesk desk;
        QStringList subjects;
        connect(&desk, &ReceiptDesk::failed, this, [&](const Failure& failure) { subjects += failure.subject; });
        const QString second = m_bench.path(QStringLiteral("second.zip"));
        desk.openArchive(checkedOf(receipt::sampleRecord()), m_bench.path(QStringLiteral("first.zip")), {});
        desk.openArchive(checkedOf(receipt::sampleRecord()), second, {});
        settle();
        QCOMPARE(subjects, QStringList{second});

        desk.openArchive(checkedOf(receipt::sampleRecord()), m_bench.path(QStringLiteral("third.zip")), {});
        desk.dropOpening();
        settle();
        QCOMPARE(subjects.size(), 1);
    }

    void whatComparisonsFindIsPutTogetherWithWhatBecameKnownMeanwhile()
    {
        receipt::ReceiptRecord record = receipt::sampleRecord();
        const QString right = m_bench.put(QStringLiteral("right.zip"), "right");
        auto archive = *record.find<receipt::ArchiveSection>();
        archive.sha256 = Sha256::of("right");
        record.set(archive);
        ReceiptDesk::Checked known = checkedOf(record);

        ReceiptDesk desk;
        const QSignalSpy compared(&desk, &ReceiptDesk::compared);
        connect(&desk, &ReceiptDesk::compared, this, [&](const QString& file, const Finding& found) {
            QCOMPARE(file, known.file);
            receipt::noteComparison(known.finding, found);
        });
        QImage empty(200, 200, QImage::Format_RGB32);
        empty.fill(Qt::white);
        const QString paper = m_bench.path(QStringLiteral("paper.png"));
        QVERIFY(empty.save(paper));
        desk.comparePaper(known, paper);
        desk.compare(known, m_bench.put(QStringLiteral("wrong.zip"), "wrong"));
        desk.compare(known, right);
        contradict(known.finding, known.file, QStringLiteral("/receipts/b.pdf"));
        settle();
        QCOMPARE(compared.size(), 2); // of the paper and of the archive chosen last
        QCOMPARE(known.finding.findings.size(), std::size_t(3));
        QVERIFY(known.finding.has(Finding::Kind::Contradicted));
        QVERIFY(known.finding.has(Finding::Kind::PaperUnreadable));
        QVERIFY(known.finding.has(Finding::Kind::ArchiveMatches));
        QCOMPARE(known.finding.archiveMatches, std::optional(true));
    }

    void anotherFinalReceiptIsNamedSoThatItIsToldFromThisOne_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("name");
        QTest::newRow("another name") << "/hr/old/b.pdf"
                                      << "b.pdf";
        QTest::newRow("a name with a comma") << "/hr/old/b, c.pdf"
                                             << "b, c.pdf";
        QTest::newRow("the end of the name") << "/hr/old/xa.pdf"
                                             << "xa.pdf";
        QTest::newRow("the same name") << "/hr/old/a.pdf"
                                       << "old/a.pdf";
        QTest::newRow("the same folder's name, too") << "/home/new/a.pdf"
                                                     << "home/new/a.pdf";
    }
    void anotherFinalReceiptIsNamedSoThatItIsToldFromThisOne()
    {
        QFETCH(QString, other);
        QFETCH(QString, name);
        receipt::ReceiptFinding finding;
        contradict(finding, QStringLiteral("/hr/new/a.pdf"), other);
        contradict(finding, QStringLiteral("/hr/new/a.pdf"), other);
        QCOMPARE(finding.findings.size(), std::size_t(1));
        QCOMPARE(finding.findings.front().detail, name);
        contradict(finding, QStringLiteral("/hr/new/a.pdf"), QStringLiteral("/hr/new/c.pdf"));
        QCOMPARE(finding.findings.size(), std::size_t(2));
    }
};

QTEST_MAIN(TestDeskAnswers)
#include "tst_desk_answers.moc"
