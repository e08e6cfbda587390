// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/scan_act.h"
#include "servers/dovecot_server.h"
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

/** Of the account, as the process that is killed finds it beside its case file. */
QString passwordFile(const QString& caseFile)
{
    return caseFile + QStringLiteral(".pw");
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

void makeMaildir(const QString& path)
{
    for (const char* folder : {"/cur", "/new", "/tmp"}) {
        QDir().mkpath(path + QLatin1String(folder));
    }
    for (int i = 0; i < letters; ++i) {
        write(path + QStringLiteral("/cur/%1.host:2,S").arg(i, 4, 10, QLatin1Char('0')), letter(i));
    }
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

Result<Scanned> scan(const mail::MailboxSource& source, const QString& caseFile, JobContext& job,
                     const QByteArray& password = {})
{
    std::vector<MailboxLogin> logins;
    logins.push_back({source, Secret(password)});
    return scanMailboxes(std::move(logins), {}, QDateTime::currentDateTimeUtc(), job, caseFile);
}

/** What this process and those that it waited for have read so far, of whatever file or socket. */
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
    mail::MailboxSource source = sourceOf(static_cast<mail::StoreKind>(arguments[2].toInt()), arguments[3]);
    source.host = tests::DovecotServer::host();
    source.port = static_cast<quint16>(arguments[5].toInt());
    source.user = arguments[6];
    source.caFile = arguments[7];
    QFile password(passwordFile(arguments[4]));
    const QByteArray secret = password.open(QIODevice::ReadOnly) ? password.readAll() : QByteArray();
    JobContext job(
        [](const Progress& progress) {
            if (progress.stage == Progress::Stage::Scanning && progress.done >= killedAt) {
                static_cast<void>(std::raise(SIGKILL));
            }
        },
        std::make_shared<std::atomic_bool>(false));
    static_cast<void>(scan(source, arguments[4], job, secret));
    return 1;
}

} // namespace

/** A process that scans a mailbox is killed in the middle; the next one reads the rest and nothing else. */
class TestScanAfterKill : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<tests::DovecotServer> m_server;
    QByteArray m_password;

    QString caseFile() const { return m_dir->filePath(QStringLiteral("case")); }

    /** A server with the same letters, and its password where the process that is killed finds it. */
    mail::MailboxSource makeAccount()
    {
        m_server = std::make_unique<tests::DovecotServer>();
        QByteArrayList all;
        for (int i = 0; i < letters; ++i) {
            all << letter(i).replace("\n", "\r\n");
        }
        if (!m_server->isRunning() || !m_server->fill(QStringLiteral("INBOX"), all)) {
            qFatal("no server: %s", qPrintable(m_server->error()));
        }
        const Secret password = m_server->password();
        m_password = password.view().toByteArray();
        write(passwordFile(caseFile()), m_password);
        mail::MailboxSource source = m_server->source();
        source.folders = QStringList{QStringLiteral("INBOX")};
        return source;
    }

    mail::MailboxSource make(mail::StoreKind kind)
    {
        const QString path = m_dir->filePath(QStringLiteral("mail"));
        switch (kind) {
        case mail::StoreKind::Mbox:
            makeMbox(path);
            break;
        case mail::StoreKind::Pst:
            makePst(path);
            break;
        case mail::StoreKind::Maildir:
            makeMaildir(path);
            break;
        case mail::StoreKind::Imap:
            return makeAccount();
        default:
            makeEmlFolder(path);
        }
        return sourceOf(kind, path);
    }

    void killInTheMiddle(const mail::MailboxSource& source) const
    {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--scan"), QString::number(static_cast<int>(source.kind)), source.path,
                       caseFile(), QString::number(source.port), source.user, source.caFile});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }

    Result<Scanned> scanWhole(const mail::MailboxSource& source, const QString& caseFile) const
    {
        JobContext job;
        return scan(source, caseFile, job, m_password);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server.reset();
        m_password.clear();
    }

    void reads_only_the_rest_data()
    {
        QTest::addColumn<mail::StoreKind>("kind");
        QTest::addRow("an mbox") << mail::StoreKind::Mbox;
        QTest::addRow("a folder of .eml files") << mail::StoreKind::Eml;
        QTest::addRow("an Outlook data file") << mail::StoreKind::Pst;
        QTest::addRow("a Maildir") << mail::StoreKind::Maildir;
        QTest::addRow("an account on a server") << mail::StoreKind::Imap;
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
        const auto rest = scan(source, caseFile(), job, m_password);
        VERIFY_OK(rest);
        const qint64 forRest = bytesRead() - start;
        QStringList found = subjectsOf(*rest);
        QStringList wanted = subjectsOf(*whole);
        if (kind == mail::StoreKind::Imap) {
            // Several batches are under way at a time.
            found.sort();
            wanted.sort();
        }
        QCOMPARE(found, wanted);
        for (std::size_t i = 0; i < whole->report.folders[0].size(); ++i) {
            QCOMPARE(rest->report.folders[0][i].messages, whole->report.folders[0][i].messages);
            QCOMPARE(rest->report.folders[0][i].bytes, whole->report.folders[0][i].bytes);
        }
        // Of 5,000 messages at least 2,000 were done; the case file is read as well.
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
