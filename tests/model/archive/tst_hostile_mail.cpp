// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/business_archive.h"
#include "archive/takeaway.h"
#include "core/sha256.h"
#include "mail/body_text.h"
#include "mail/mbox/mbox_splitter.h"
#include "mail/message_header.h"
#include "mail/message_preview.h"
#include "model/archive/archive_fixture.h"
#include "model/mail/mail_recorders.h"
#include "support/msg_writer.h"
#include "support/result_checks.h"
#include "support/sample_pst.h"
#include "support/time_limit.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace staffelstab;
using namespace staffelstab::archive;
using mail::MailStore;
using mail::StoreKind;

namespace {

/** Where the samples of other projects are, if they are anywhere: they are not part of this project. */
QString foreignFolder()
{
    const QString named = qEnvironmentVariable("STAFFELSTAB_SAMPLES");
    return named.isEmpty() ? QStringLiteral(TEST_SOURCE_DIR "/../shared/data") : named;
}

QStringList filesIn(const QString& folder, const QStringList& names = {})
{
    QStringList found;
    for (QDirIterator at(folder, names, QDir::Files, QDirIterator::Subdirectories); at.hasNext();) {
        found.append(at.next());
    }
    found.sort();
    return found;
}

QByteArray nested(int depth)
{
    QByteArray message = "Subject: deep\n";
    for (int level = 0; level < depth; ++level) {
        const QByteArray name = "b" + QByteArray::number(level);
        message += "Content-Type: multipart/mixed; boundary=" + name + "\n\n--" + name + "\n";
    }
    return message + "\nx\n";
}

QByteArray withOutlook(const QByteArray& type, const QByteArray& content)
{
    return "Subject: x\nMIME-Version: 1.0\nContent-Type: " + type +
           "\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=a\n\n" + content.toBase64() +
           '\n';
}

/** What is too large for the tree, or not text. */
std::map<QString, QByteArray> madeSamples()
{
    const QByteArray begin = "From: lea@firma.example\nSubject: x\n";
    const auto item = test::receivedMail(QStringLiteral("Angebot"), "1@privat.example");
    return {
        {QStringLiteral("nested_10000.eml"), nested(10'000)},
        {QStringLiteral("header_line_of_3_MB.eml"), begin + "X: " + QByteArray(3'000'000, 'y') + "\n\nx\n"},
        {QStringLiteral("header_of_5_MB.eml"), begin + QByteArray("X: y\n").repeated(1'000'000) + "\nx\n"},
        {QStringLiteral("body_line_of_30_MB.eml"), begin + '\n' + QByteArray(30'000'000, 'x')},
        {QStringLiteral("recipients_100000.eml"),
         begin + "To: " + QByteArray("a@b.example, ").repeated(100'000) + "\n\nx"},
        {QStringLiteral("encoded_words_100000.eml"),
         "Subject: " + QByteArray("=?utf-8?q?a?= ").repeated(100'000) + "\n\nx"},
        {QStringLiteral("comments_100000.eml"), "From: " + QByteArray(100'000, '(') + "\n\nx"},
        {QStringLiteral("from_lines_50000.eml"), QByteArray("From a Thu Mar  5 09:30:00 2026\n\n").repeated(50'000)},
        {QStringLiteral("outlook_item.msg"), test::msgFile(item)},
        {QStringLiteral("outlook_item_cut.msg"), test::msgFile(item).left(3000)},
        {QStringLiteral("outlook_item_attached.eml"), withOutlook("application/vnd.ms-outlook", test::msgFile(item))},
        {QStringLiteral("winmail.eml"), withOutlook("application/ms-tnef", test::tnefStream(item))},
        {QStringLiteral("winmail_cut.eml"), withOutlook("application/ms-tnef", test::tnefStream(item).left(700))},
    };
}

bool isOutlookFile(const QByteArray& bytes)
{
    return bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
}

using Digests = std::multiset<QByteArray>;

/** Of all messages in a folder of .eml files, the archive's or the private copy's. */
Digests digestsBelow(const QString& folder)
{
    Digests found;
    for (const QString& file : filesIn(folder, {QStringLiteral("*.eml")})) {
        found.insert(Sha256::of(readFile(file)));
    }
    return found;
}

} // namespace

/**
 * No message ends the program, hangs it for 10 seconds or loses a byte: scan, preview, archive, private copy and their
 * verification, as Maildir, mbox, folder of files and PST. On our own samples (tests/data/hostile_mail and what is made
 * here) always, on those of other projects where they are: STAFFELSTAB_SAMPLES, or ../shared/data.
 */
class TestHostileMail : public QObject
{
    Q_OBJECT

    QTemporaryDir m_made;
    test::TimeLimit m_limit{std::chrono::seconds(10)};

    struct Mailbox
    {
        std::unique_ptr<MailStore> store;
        std::vector<mail::Folder> folders;
        RecordingSink sink;
        RecordingReceiver receiver;
    };

    void open(Mailbox& mailbox, StoreKind kind, const QString& path)
    {
        JobContext job;
        mail::MailboxSource source;
        source.kind = kind;
        source.path = path;
        source.includesDeleted = true;
        auto store = openMailStore(source, Secret(), job);
        VERIFY_OK(store);
        mailbox.store = std::move(*store);
        auto folders = mailbox.store->folders(job);
        VERIFY_OK(folders);
        mailbox.folders = std::move(*folders);
    }

    /** Scan, header, text, preview and the whole message, each within the time. */
    void readThrough(Mailbox& mailbox, const QString& name)
    {
        JobContext job;
        m_limit.step(name + QStringLiteral(": scan"));
        VERIFY_OK(mailbox.store->scan(mailbox.folders, mailbox.sink, job));
        for (const mail::ScannedMessage& message : mailbox.sink.messages) {
            m_limit.step(name + QLatin1Char('/') + QString::fromUtf8(message.key));
            mail::parseHeader(message.header);
            mail::readBodyText(message.header, message.bodyStart);
            const mail::MessageRef ref{message.key, message.fingerprint, message.bytes};
            VERIFY_OK(mail::readPreview(*mailbox.store, mailbox.folders.front(), ref, job));
        }
        m_limit.step(name + QStringLiteral(": read"));
        VERIFY_OK(mailbox.store->read(mailbox.folders.front(), mailbox.sink.refs(), mailbox.receiver, job));
        QCOMPARE(mailbox.receiver.whole.size(), mailbox.sink.messages.size());
        QVERIFY(mailbox.receiver.failures.empty());
    }

    /** Archive and private copy hold exactly the messages that were read, and pass their own verification. */
    void handOver(std::vector<Mailbox>& mailboxes)
    {
        std::vector<MailSelection> selection;
        Digests expected;
        for (Mailbox& mailbox : mailboxes) {
            selection.push_back({mailbox.store.get(), QStringLiteral("Postfach %1").arg(selection.size()), {}});
            if (!mailbox.folders.empty()) {
                // Keys name a message in the whole store in each of these kinds, so one folder serves for all.
                selection.back().folders.push_back({mailbox.folders.front(), mailbox.sink.refs()});
            }
            for (const auto& [key, bytes] : mailbox.receiver.whole) {
                expected.insert(Sha256::of(bytes));
            }
        }
        const QTemporaryDir target;
        ArchiveOptions options;
        options.target = target.path();
        options.name = QStringLiteral("offen");
        options.container = ArchiveOptions::Container::Folder;
        options.language = QStringLiteral("de");
        options.date = QDate(2026, 12, 31);
        const Secret phrase(QByteArrayView("sieben kurze worte"));
        checkArchive(selection, options, {}, expected);
        QCOMPARE(digestsBelow(target.filePath(QStringLiteral("offen/data"))), expected);
        options.container = ArchiveOptions::Container::Zip;
        options.name = QStringLiteral("zu");
        checkArchive(selection, options, phrase, expected);
        for (const auto format : {TakeawayOptions::Format::Mbox, TakeawayOptions::Format::Eml}) {
            JobContext job = watched(QStringLiteral("private copy"));
            const QString name = QString::number(static_cast<int>(format));
            const auto taken = writeTakeaway(selection, {format, target.path(), name}, {}, job);
            VERIFY_OK(taken);
            QCOMPARE(digestsOf(taken->copied), expected);
            QVERIFY(taken->skipped.empty());
            if (format == TakeawayOptions::Format::Eml) {
                QCOMPARE(digestsBelow(target.filePath(name)), expected);
            }
        }
    }

    void checkArchive(const std::vector<MailSelection>& selection, const ArchiveOptions& options, const Secret& phrase,
                      const Digests& expected)
    {
        JobContext job = watched(QStringLiteral("archive"));
        const auto written = writeBusinessArchive(selection, options, phrase, job);
        VERIFY_OK(written);
        QCOMPARE(std::size_t(written->messages), expected.size());
        QVERIFY(written->skipped.empty());
        const auto found = checkBusinessArchive(written->path, phrase, job);
        VERIFY_OK(found);
        QVERIFY2(found->isIntact, qPrintable(found->differences.join(u'\n')));
        QCOMPARE(std::size_t(found->messages), expected.size());
    }

    static Digests digestsOf(const std::vector<CopiedMessage>& copied)
    {
        Digests found;
        for (const CopiedMessage& message : copied) {
            found.insert(message.sha256);
        }
        return found;
    }

    /** The time runs anew with every sign of life. */
    JobContext watched(const QString& what)
    {
        m_limit.step(what);
        return {[this, what](const Progress& progress) {
                    m_limit.step(what + QLatin1Char(' ') + QString::number(progress.done));
                },
                nullptr};
    }

    void addFolderRows()
    {
        QTest::addColumn<QStringList>("files");
        QTest::newRow("our own") << filesIn(QStringLiteral(TEST_SOURCE_DIR "/tests/data/hostile_mail"),
                                            {QStringLiteral("*.eml")});
        QTest::newRow("made here") << filesIn(m_made.path());
        for (const char* folder : {"mime_malformed", "mail_attacks", "msg_tnef"}) {
            const QDir dir(foreignFolder() + QLatin1Char('/') + QLatin1String(folder));
            for (const QString& suite : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                QTest::newRow(qPrintable(dir.dirName() + QLatin1Char('/') + suite)) << filesIn(dir.filePath(suite));
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto& [name, bytes] : madeSamples()) {
            writeFile(m_made.filePath(name), bytes);
        }
    }

    void passesThroughAsMaildir_data() { addFolderRows(); }
    void passesThroughAsMaildir()
    {
        QFETCH(QStringList, files);
        QVERIFY(!files.isEmpty());
        const QTemporaryDir dir;
        QDir(dir.path()).mkpath(QStringLiteral("cur"));
        std::map<QByteArray, QByteArray> expected;
        for (const QString& path : std::as_const(files)) {
            const QByteArray name = QByteArray::number(static_cast<int>(expected.size()) + 1);
            QVERIFY(QFile::copy(path, dir.filePath(QStringLiteral("cur/") + QString::fromLatin1(name))));
            expected[name] = Sha256::of(readFile(path));
        }
        std::vector<Mailbox> mailboxes(1);
        open(mailboxes[0], StoreKind::Maildir, dir.path());
        readThrough(mailboxes[0], QStringLiteral("Maildir"));
        for (const auto& [key, bytes] : mailboxes[0].receiver.whole) {
            QCOMPARE(Sha256::of(bytes), expected.at(key));
        }
        // What is not read is listed.
        QCOMPARE(qsizetype(mailboxes[0].sink.messages.size() + mailboxes[0].sink.broken.size()), files.size());
        for (const mail::UnreadableMessage& message : mailboxes[0].sink.broken) {
            QCOMPARE(message.why.kind, Failure::Kind::MessageUnreadable);
        }
        handOver(mailboxes);
    }

    void passesThroughAsMbox_data() { addFolderRows(); }
    void passesThroughAsMbox()
    {
        QFETCH(QStringList, files);
        std::vector<Mailbox> mailboxes;
        for (const QString& path : std::as_const(files)) {
            Mailbox& mailbox = mailboxes.emplace_back();
            open(mailbox, StoreKind::Mbox, path);
            readThrough(mailbox, path);
            // Message by message what stands in the file, and every byte of it is one of a message or of a From_ line.
            const QByteArray whole = readFile(path);
            Digests expected;
            mail::MboxSplitter splitter;
            QVERIFY(splitter.open(path));
            qint64 at = 0;
            for (auto entry = splitter.next({}); entry && entry->has_value(); entry = splitter.next({})) {
                QCOMPARE((*entry)->begin, at);
                at = (*entry)->end;
                expected.insert(Sha256::of(whole.mid((*entry)->message, (*entry)->length)));
            }
            QCOMPARE(at, qint64(whole.size()));
            for (const auto& [key, bytes] : mailbox.receiver.whole) {
                const auto found = expected.find(Sha256::of(bytes));
                QVERIFY2(found != expected.end(), qPrintable(path));
                expected.erase(found);
            }
            QVERIFY(expected.size() >= mailbox.sink.broken.size());
        }
        handOver(mailboxes);
    }

    void passesThroughAsFiles_data() { addFolderRows(); }
    void passesThroughAsFiles()
    {
        QFETCH(QStringList, files);
        const QTemporaryDir dir;
        std::map<QByteArray, QByteArray> originals;
        for (const QString& path : std::as_const(files)) {
            const bool isMsg = path.endsWith(QLatin1String(".msg"));
            const QString name =
                QString::number(originals.size()) + (isMsg ? QStringLiteral(".msg") : QStringLiteral(".eml"));
            originals[name.toUtf8()] = readFile(path);
            writeFile(dir.filePath(name), originals[name.toUtf8()]);
        }
        std::vector<Mailbox> mailboxes(1);
        open(mailboxes[0], StoreKind::Eml, dir.path());
        readThrough(mailboxes[0], QStringLiteral("files"));
        for (const auto& [key, bytes] : mailboxes[0].receiver.whole) {
            const QByteArray& original = originals.at(key);
            if (isOutlookFile(original) && key.endsWith(".msg")) {
                // Rebuilt, and the file itself is attached byte for byte.
                QVERIFY(QByteArray(bytes).replace("\r\n", "").contains(original.toBase64()));
            } else {
                QCOMPARE(Sha256::of(bytes), Sha256::of(original));
            }
        }
        QCOMPARE(qsizetype(mailboxes[0].sink.messages.size() + mailboxes[0].sink.broken.size()), files.size());
        handOver(mailboxes);
    }

    void passesThroughAsPst_data()
    {
        QTest::addColumn<QString>("file");
        test::writeSamplePst(m_made.filePath(QStringLiteral("sample.pst")));
        QTest::newRow("our own") << m_made.filePath(QStringLiteral("sample.pst"));
        const QDir dir(foreignFolder() + QStringLiteral("/pst"));
        for (const QString& path : filesIn(dir.path(), {QStringLiteral("*.pst"), QStringLiteral("*.ost")})) {
            QTest::newRow(qPrintable(dir.relativeFilePath(path))) << path;
        }
    }
    void passesThroughAsPst()
    {
        QFETCH(QString, file);
        std::vector<Mailbox> mailboxes(1);
        const QByteArray before = Sha256::of(readFile(file));
        open(mailboxes[0], StoreKind::Pst, file);
        readThrough(mailboxes[0], file);
        handOver(mailboxes);
        QCOMPARE(Sha256::of(readFile(file)), before);
    }
};

QTEST_GUILESS_MAIN(TestHostileMail)
#include "tst_hostile_mail.moc"
