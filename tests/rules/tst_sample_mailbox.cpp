// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_store.h"
#include "mail/message_header.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace staffelstab;

/** The mailbox that ships with the program is what its README says, and nobody real is in it. */
class TestSampleMailbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void every_message_is_read_and_has_a_label();
    void all_addresses_are_invented();
    void it_holds_what_a_leavers_mailbox_holds();
    void its_files_can_stand_on_any_system();

private:
    struct Sink : mail::ScanSink
    {
        void folderBegins(int /*index*/, const mail::Folder& folder) override { folders.append(folder.path); }
        void message(int folderIndex, mail::ScannedMessage&& message) override
        {
            headers.push_back(mail::parseHeader(message.header));
            raw += message.header;
            perFolder[folders[folderIndex]] += 1;
        }
        void unreadable(int /*folderIndex*/, mail::UnreadableMessage&& /*message*/) override { ++broken; }
        QStringList folders;
        QMap<QString, int> perFolder;
        std::vector<mail::MessageHeader> headers;
        QByteArray raw;
        int broken = 0;
    };
    Sink m_sink;
    const QString m_folder = QStringLiteral(TEST_SOURCE_DIR "/resources/sample");
};

void TestSampleMailbox::initTestCase()
{
    mail::MailboxSource source;
    source.path = m_folder + QStringLiteral("/Maildir");
    JobContext job;
    auto store = mail::openMailStore(source, Secret(), job);
    QVERIFY(store.isOk());
    const auto folders = (*store)->folders(job);
    QVERIFY(folders.isOk());
    QVERIFY((*store)->scan(*folders, m_sink, job).isOk());
}

void TestSampleMailbox::every_message_is_read_and_has_a_label()
{
    QFile labels(m_folder + QStringLiteral("/labels.tsv"));
    QVERIFY(labels.open(QIODevice::ReadOnly));
    QSet<QByteArray> labelled;
    QMap<QByteArray, int> verdicts;
    const QList<QByteArray> lines = labels.readAll().split('\n').mid(1);
    for (const QByteArray& line : lines) {
        if (const QList<QByteArray> columns = line.split('\t'); columns.size() == 2) {
            labelled.insert(columns[0].mid(1, columns[0].size() - 2));
            ++verdicts[columns[1]];
        }
    }
    QSet<QByteArray> present;
    for (const mail::MessageHeader& header : m_sink.headers) {
        present.insert(header.messageId);
    }
    QCOMPARE(m_sink.broken, 0);
    QCOMPARE(present.size(), static_cast<qsizetype>(m_sink.headers.size()));
    QCOMPARE(present, labelled);
    QVERIFY(present.size() >= 380 && present.size() <= 450);
    QCOMPARE(verdicts.keys(), QList<QByteArray>({"business", "private", "protected"}));
    QVERIFY(verdicts["private"] > 100 && verdicts["business"] > 150 && verdicts["protected"] > 10);
}

void TestSampleMailbox::all_addresses_are_invented()
{
    for (const mail::MessageHeader& header : m_sink.headers) {
        for (const auto* list : {&header.from, &header.to, &header.cc}) {
            for (const mail::Address& one : *list) {
                const bool isReserved =
                    one.address.endsWith(QStringLiteral(".example")) || one.address.endsWith(QStringLiteral(".test"));
                QVERIFY2(isReserved, qPrintable(one.address));
            }
        }
    }
}

void TestSampleMailbox::it_holds_what_a_leavers_mailbox_holds()
{
    for (const auto& folder :
         {QStringLiteral("INBOX"), QStringLiteral("Sent"), QStringLiteral("Drafts"), QStringLiteral("Trash"),
          QStringLiteral("Privat"), QStringLiteral("Familie"), QStringLiteral("Projekte/Nordlicht"),
          QStringLiteral("Fußball"), QStringLiteral("Aufträge")}) {
        QVERIFY2(m_sink.perFolder[folder] > 0, qPrintable(folder));
    }
    int replies = 0;
    int lists = 0;
    int automatic = 0;
    int sensitive = 0;
    int attachments = 0;
    int umlauts = 0;
    for (const mail::MessageHeader& header : m_sink.headers) {
        replies += header.references.empty() ? 0 : 1;
        lists += header.listId.isEmpty() ? 0 : 1;
        automatic += header.isAutomatic ? 1 : 0;
        sensitive += header.sensitivity == mail::Sensitivity::None ? 0 : 1;
        attachments += header.mayHaveAttachments ? 1 : 0;
        umlauts += header.subject.contains(QRegularExpression(QStringLiteral("[äöüÄÖÜß]"))) ? 1 : 0;
        QVERIFY(!header.subject.contains(QChar::ReplacementCharacter));
    }
    QVERIFY(replies > 100);
    QVERIFY(lists > 20);
    QVERIFY(automatic > 15);
    QVERIFY(sensitive > 5);
    QVERIFY(attachments > 20);
    QVERIFY(umlauts > 20);
    for (const char* oddity : {"=?windows-1252?", "=?iso-8859-1?", "=?utf-8?B?", "=?utf-7?", "\xfc"}) {
        QVERIFY2(m_sink.raw.contains(oddity), oddity);
    }
}

void TestSampleMailbox::its_files_can_stand_on_any_system()
{
    qint64 bytes = 0;
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = QDir(m_folder).relativeFilePath(files.next());
        bytes += files.fileInfo().size();
        for (const QChar bad : QStringLiteral(":*?\"<>|\\")) {
            QVERIFY2(!path.contains(bad), qPrintable(path));
        }
        QVERIFY2(path.size() < 100, qPrintable(path));
    }
    QVERIFY(bytes < 2 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(TestSampleMailbox)
#include "tst_sample_mailbox.moc"
