// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/ipp_printer.h"
#include "servers/printer_server.h"

#include <QTest>

#include <thread>

using namespace staffelstab;
using Kind = Failure::Kind;

/** Against a real IPP server (CUPS) that stands for the printer. */
class TestIppPrinter : public QObject
{
    Q_OBJECT

private:
    PrinterServer m_printer;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_printer.start(), qPrintable(m_printer.errorText())); }

    void printsThePageAndKeepsItNowhere()
    {
        JobContext job;
        const QByteArray page = "%PDF-1.4\nthe page\n";
        const Status printed = printing::printDirectly(m_printer.address("letters"), QStringLiteral("4711"), page, job);
        QVERIFY2(printed.isOk(), printed ? "" : qPrintable(printed.failure().detail));
        QCOMPARE(m_printer.printed(), page);
        QCOMPARE(m_printer.waiting(), QStringList());
    }

    void saysThatItWasNotPrinted_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("reason");
        const quint16 nobody = ServerProcess::freePort(QStringLiteral("127.0.0.1"));
        QTest::newRow("takes no jobs") << m_printer.address("closed") << Kind::PrintFailed
                                       << QStringLiteral("not accepting");
        QTest::newRow("no such printer") << m_printer.address("none") << Kind::PrintFailed
                                         << QStringLiteral("IPP 0406");
        QTest::newRow("nobody listens") << QStringLiteral("ipp://127.0.0.1:%1/ipp/print").arg(nobody)
                                        << Kind::ConnectionRefused << QString();
        QTest::newRow("no such host") << QStringLiteral("ipps://printer.invalid/ipp/print") << Kind::HostNotFound
                                      << QString();
        QTest::newRow("no printer's address") << QStringLiteral("http://127.0.0.1/") << Kind::BadInput << QString();
        QTest::newRow("in the clear") << QStringLiteral("ipp://printer.firma.example/ipp/print") << Kind::BadInput
                                      << QString();
        QTest::newRow("a name in it") << QStringLiteral("ipp://me:secret@127.0.0.1/") << Kind::BadInput << QString();
    }
    void saysThatItWasNotPrinted()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, reason);
        JobContext job;
        const Status printed = printing::printDirectly(address, QStringLiteral("4711"), "%PDF-1.4\n", job);
        QVERIFY(!printed);
        QTEST(printed.failure().kind, "kind");
        QVERIFY2(printed.failure().detail.contains(reason), qPrintable(printed.failure().detail));
    }

    void aCancelledJobIsTakenBack()
    {
        auto cancelled = std::make_shared<std::atomic_bool>(false);
        JobContext job({}, cancelled);
        std::optional<Status> printed;
        std::thread work([&] {
            printed = printing::printDirectly(m_printer.address("stopped"), QStringLiteral("4711"), "%PDF-1.4\n", job);
        });
        const bool hasArrived = QTest::qWaitFor([this] { return m_printer.waiting().size() == 1; });
        cancelled->store(true);
        work.join();
        QVERIFY(hasArrived);
        QVERIFY(!*printed);
        QCOMPARE(printed->failure().kind, Kind::Cancelled);
        QTRY_COMPARE(m_printer.waiting(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestIppPrinter)
#include "tst_ipp_printer.moc"
