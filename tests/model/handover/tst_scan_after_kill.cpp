// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/scan_act.h"
#include "support/result_checks.h"
#include "support/sample_pst.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>

using namespace staffelstab;
using namespace staffelstab::handover;

namespace {

constexpr int letters = 5000;
constexpr int killedAt = 3200;

QByteArray letter(int number)
{
    return "From: kai@firma.example\nTo: lea@firma.example\nSubject: Brief " + QByteArray::number(number) +
           "\nMessage-ID: <" + QByteArray::number(number) +
           "@firma.example>\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\n" +
           QByteArray("Viel Text, damit das Lesen etwas kostet.\n").repeated(100);
}

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

/** As if nobody had written to it today; what it was before is kept where that is the point. */
void setTime(const QString& path, const QDateTime& time)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.setFileTime(time, QFileDevice::FileModificationTime)) {
        qFatal("cannot set the time of %s", qPrintable(path));
    }
}

const QDateTime lastWeek(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);

void makeMbox(const QString& path)
{
    QByteArray text;
    for (int i = 0; i < letters; ++i) {
        text += "From kai@firma.example Mon Nov  2 10:00:00 2026\n" + letter(i) + '\n';
    }
    write(path, text);
    setTime(path, lastWeek);
}

void makeEmlFolder(const QString& path)
{
    QDir().mkpath(path);
    for (int i = 0; i < letters; ++i) {
        const QString file = path + QStringLiteral("/%1.eml").arg(i, 4, 10, QLatin1Char('0'));
        write(file, letter(i));
        setTime(file, lastWeek);
    }
}

void makePst(const QString& path)
{
    test::PstWriter pst(path);
    quint32 folder = 0;
    for (int i = 0; i < letters; ++i) {
        if (i % 400 == 0) {
            folder = pst.addFolder(QStringLiteral("Ordner %1").arg(i));
        }
        test::OutlookItem item =
            test::receivedMail(QStringLiteral("Brief %1").arg(i), QByteArray::number(i) + "@firma.example");
        item.attachments.clear();
        pst.add(folder, item);
    }
    pst.finish();
    setTime(path, lastWeek);
}

mail::MailboxSource sourceOf(mail::StoreKind kind, const QString& path)
{
    mail::MailboxSource source;
    source.kind = kind;
    source.path = path;
    return source;
}

Result<Scanned> scan(const mail::MailboxSource& source, const QString& caseFile, JobContext& job)
{
    std::vector<MailboxLogin> logins;
    logins.push_back({source, {}});
    return scanMailboxes(std::move(logins), {}, QDateTime::currentDateTimeUtc(), job, caseFile);
}

/** What this process has read so far, of whatever file. */
qint64 bytesRead()
{
    QFile file(QStringLiteral("/proc/self/io"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no count of bytes read");
    }
    return file.readLine().mid(7).trimmed().toLongLong();
}

QStringList subjectsOf(const Scanned& scanned)
{
    QStringList subjects;
    for (separation::Row row = 0; row < scanned.table.size(); ++row) {
        subjects << scanned.table.subject(row);
    }
    return subjects;
}

/** The other half of the test: scans, and is killed by itself at the message asked for. */
int scanUntilKilled(const QStringList& arguments)
{
    const auto kind = static_cast<mail::StoreKind>(arguments[2].toInt());
    JobContext job(
        [](const Progress& progress) {
            if (progress.stage == Progress::Stage::Scanning && progress.done >= killedAt) {
                static_cast<void>(std::raise(SIGKILL));
            }
        },
        std::make_shared<std::atomic_bool>(false));
    static_cast<void>(scan(sourceOf(kind, arguments[3]), arguments[4], job));
    return 1;
}

} // namespace

/** A process that scans a file or folder is killed in the middle; the next one reads the rest and nothing else. */
class TestScanAfterKill : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString caseFile() const { return m_dir->filePath(QStringLiteral("case")); }

    mail::MailboxSource make(mail::StoreKind kind) const
    {
        const QString path = m_dir->filePath(QStringLiteral("mail"));
        switch (kind) {
        case mail::StoreKind::Mbox:
            makeMbox(path);
            break;
        case mail::StoreKind::Pst:
            makePst(path);
            break;
        default:
            makeEmlFolder(path);
        }
        return sourceOf(kind, path);
    }

    void killInTheMiddle(const mail::MailboxSource& source) const
    {
        QProcess process;
        process.start(
            QCoreApplication::applicationFilePath(),
            {QStringLiteral("--scan"), QString::number(static_cast<int>(source.kind)), source.path, caseFile()});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }

    static Result<Scanned> scanWhole(const mail::MailboxSource& source, const QString& caseFile)
    {
        JobContext job;
        return scan(source, caseFile, job);
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void reads_only_the_rest_data()
    {
        QTest::addColumn<mail::StoreKind>("kind");
        QTest::addRow("an mbox") << mail::StoreKind::Mbox;
        QTest::addRow("a folder of .eml files") << mail::StoreKind::Eml;
        QTest::addRow("an Outlook data file") << mail::StoreKind::Pst;
    }

    void reads_only_the_rest()
    {
        QFETCH(mail::StoreKind, kind);
        const mail::MailboxSource source = make(kind);
        const qint64 before = bytesRead();
        const auto whole = scanWhole(source, {});
        VERIFY_OK(whole);
        const qint64 forAll = bytesRead() - before;
        QVERIFY(whole->report.unreadable.empty());
        QCOMPARE(whole->table.size(), separation::Row(letters));

        killInTheMiddle(source);
        qint64 first = -1;
        JobContext job(
            [&first](const Progress& progress) {
                if (progress.stage == Progress::Stage::Scanning && first < 0) {
                    first = progress.done;
                }
            },
            std::make_shared<std::atomic_bool>(false));
        const qint64 start = bytesRead();
        const auto rest = scan(source, caseFile(), job);
        VERIFY_OK(rest);
        const qint64 forRest = bytesRead() - start;
        QCOMPARE(subjectsOf(*rest), subjectsOf(*whole));
        for (std::size_t i = 0; i < whole->report.folders[0].size(); ++i) {
            QCOMPARE(rest->report.folders[0][i].messages, whole->report.folders[0][i].messages);
            QCOMPARE(rest->report.folders[0][i].bytes, whole->report.folders[0][i].bytes);
        }
        // Of 5,000 messages at least 2,000 were done; the case file is read as well, the PST's reader counts apart.
        const QString told = QStringLiteral("%1 of %2 bytes, first report at %3").arg(forRest).arg(forAll).arg(first);
        qInfo("%s", qPrintable(told));
        if (kind == mail::StoreKind::Pst) {
            QVERIFY2(first >= 2000, qPrintable(told));
        }
        QVERIFY2(kind == mail::StoreKind::Pst || forRest < forAll * 7 / 10, qPrintable(told));
    }

    void a_file_that_was_changed_is_read_again_from_its_beginning_data()
    {
        QTest::addColumn<bool>("isAsLongAndAsOld");
        QTest::addRow("a letter was added") << false;
        QTest::addRow("other text of the same length, the old time set back") << true;
    }

    void a_file_that_was_changed_is_read_again_from_its_beginning()
    {
        QFETCH(bool, isAsLongAndAsOld);
        const mail::MailboxSource source = make(mail::StoreKind::Mbox);
        killInTheMiddle(source);
        {
            QFile file(source.path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            const qint64 at = file.readAll().indexOf("Subject: Brief 10\n");
            QVERIFY(at > 0 && file.seek(at));
            QVERIFY(file.write("Subject: Falsch 9\n") > 0);
            if (!isAsLongAndAsOld) {
                QVERIFY(file.seek(file.size()));
                QVERIFY(file.write("From x Mon Nov  2 10:00:00 2026\n" + letter(letters) + '\n') > 0);
            }
        }
        setTime(source.path, lastWeek);
        const auto again = scanWhole(source, caseFile());
        VERIFY_OK(again);
        QCOMPARE(again->table.size(), separation::Row(letters + (isAsLongAndAsOld ? 0 : 1)));
        QCOMPARE(again->table.subject(10), QStringLiteral("Falsch 9"));
    }

    void a_single_file_that_was_changed_is_read_again()
    {
        const mail::MailboxSource source = make(mail::StoreKind::Eml);
        killInTheMiddle(source);
        const QString changed = source.path + QStringLiteral("/0010.eml");
        QByteArray text = letter(10);
        write(changed, text.replace("Brief 10", "Falsch 9"));
        setTime(changed, lastWeek);
        const auto again = scanWhole(source, caseFile());
        VERIFY_OK(again);
        QCOMPARE(again->table.size(), separation::Row(letters));
        QCOMPARE(again->table.subject(10), QStringLiteral("Falsch 9"));
    }

    void what_was_written_a_moment_ago_is_not_trusted()
    {
        const mail::MailboxSource source = make(mail::StoreKind::Mbox);
        setTime(source.path, QDateTime::currentDateTimeUtc().addSecs(60));
        killInTheMiddle(source);
        JobContext job;
        const qint64 start = bytesRead();
        VERIFY_OK(scan(source, caseFile(), job));
        QVERIFY(bytesRead() - start >= QFileInfo(source.path).size());
    }
};

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--scan")) {
        return scanUntilKilled(arguments);
    }
    TestScanAfterKill test;
    return QTest::qExec(&test, arguments);
}

#include "tst_scan_after_kill.moc"
