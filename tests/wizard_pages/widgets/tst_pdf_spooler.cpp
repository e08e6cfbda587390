// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/server_process.h"
#include "wizard_pages/widgets/pdf_spooler.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

/** Against a real CUPS scheduler: what reaches the printer is the file itself. */
class TestPdfSpooler : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString put(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    /** A file of the spool: "c" and the job's number, or "d", the number and the document's. */
    [[nodiscard]] QByteArray spooled(const QString& name) const
    {
        QFile file(m_cups.folder() + QStringLiteral("/spool/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] qsizetype documents() const
    {
        return QDir(m_cups.folder() + QStringLiteral("/spool")).entryList({QStringLiteral("d*")}, QDir::Files).size();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString address = ServerProcess::freeAddress();
        const quint16 port = ServerProcess::freePort(address);
        QVERIFY2(m_cups.start(QStringLiteral(TEST_SOURCE_DIR "/tests/servers/cups.sh"),
                              {m_cups.folder(), address, QString::number(port)}, address, port),
                 qPrintable(m_cups.errorText()));
        qputenv("CUPS_SERVER", QStringLiteral("%1:%2").arg(address).arg(port).toLatin1());
        // Takes jobs and prints none.
        const auto does = [](const char* program, const QStringList& arguments) {
            return QProcess::execute(QStringLiteral("/usr/sbin/") + QLatin1String(program), arguments) == 0;
        };
        QVERIFY(does("lpadmin", {QStringLiteral("-p"), QStringLiteral("flur"), QStringLiteral("-v"),
                                 QStringLiteral("file:///dev/null"), QStringLiteral("-m"), QStringLiteral("raw")}));
        QVERIFY(does("cupsaccept", {QStringLiteral("flur")}));
    }

    void theSpoolerGetsTheFilesByteForByte()
    {
        const QByteArray first = "%PDF-1.4\nüber " + QByteArray(200000, '\x07') + "\n%%EOF\n";
        const QByteArray second = "%PDF-1.4\nzwei\n%%EOF\n";
        const Status done = spoolPdfs({QStringLiteral("flur"),
                                       QStringLiteral("Übergabeprotokolle"),
                                       {put(QStringLiteral("größe.pdf"), first), put(QStringLiteral("b.pdf"), second)},
                                       2,
                                       "two-sided-long-edge"});
        QVERIFY2(done, done ? "" : qPrintable(done.failure().detail));
        QCOMPARE(spooled(QStringLiteral("d00001-001")), first);
        QCOMPARE(spooled(QStringLiteral("d00001-002")), second);
        QTRY_VERIFY(spooled(QStringLiteral("c00001")).contains("two-sided-long-edge"));
        const QByteArray attributes = spooled(QStringLiteral("c00001"));
        QVERIFY(attributes.contains("Übergabeprotokolle"));
        QVERIFY(attributes.contains(QByteArray("copies\0\x04\0\0\0\x02", 12)));
    }

    void aQueueThatIsNotThereIsSaidToBe()
    {
        const Status done = spoolPdfs(
            {QStringLiteral("nowhere"), QStringLiteral("x"), {put(QStringLiteral("c.pdf"), "%PDF-1.4")}, 1, {}});
        QVERIFY(!done);
        QCOMPARE(done.failure().kind, Failure::Kind::ServerRefused);
        QVERIFY(!done.failure().detail.isEmpty());
    }

    void aFileThatIsGonePrintsNothing()
    {
        const qsizetype before = documents();
        const Status done = spoolPdfs(
            {QStringLiteral("flur"), QStringLiteral("x"), {m_folder.filePath(QStringLiteral("gone.pdf"))}, 1, {}});
        QVERIFY(!done);
        QCOMPARE(documents(), before);
    }

    void aSpoolerThatDoesNotAnswerIsNoPrinter()
    {
        m_cups.kill();
        QVERIFY(!spoolPdfs(
            {QStringLiteral("flur"), QStringLiteral("x"), {put(QStringLiteral("d.pdf"), "%PDF-1.4")}, 1, {}}));
    }

private:
    ServerProcess m_cups;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPdfSpooler)
#include "tst_pdf_spooler.moc"
