// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message_header.h"
#include "mail/message_preview.h"

#include "mail_recorders.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

/** Walks MIME test suites and attack samples of other projects, where they stand beside this one. */
class TestForeignMail : public QObject
{
    Q_OBJECT

    static QStringList samples()
    {
        QStringList found;
        for (const char* folder : {"mime_malformed", "mail_attacks"}) {
            const QString path = QStringLiteral(TEST_SOURCE_DIR "/../shared/data/") + QLatin1String(folder);
            for (QDirIterator at(path, QDir::Files, QDirIterator::Subdirectories); at.hasNext();) {
                found.append(at.next());
            }
        }
        found.sort();
        return found;
    }

    static MailboxSource source(StoreKind kind, const QString& path)
    {
        MailboxSource made;
        made.kind = kind;
        made.path = path;
        return made;
    }

private Q_SLOTS:
    void readsOrReportsEveryFileAndEveryByte()
    {
        const QStringList files = samples();
        const QTemporaryDir dir;
        int number = 0;
        QHash<QByteArray, QByteArray> expected;
        for (const QString& path : files) {
            const QByteArray name = QByteArray::number(++number);
            const QByteArray bytes = readFile(path);
            writeFile(dir.filePath(QStringLiteral("cur/") + QString::fromLatin1(name)), bytes);
            expected.insert(name, bytes);
        }
        QDir(dir.path()).mkpath(QStringLiteral("cur"));
        JobContext job;
        const auto store = openMailStore(source(StoreKind::Maildir, dir.path()), Secret(), job);
        const auto folders = (*store)->folders(job);
        RecordingSink sink;
        QVERIFY((*store)->scan(*folders, sink, job).isOk());
        QCOMPARE(qsizetype(sink.messages.size() + sink.broken.size()), files.size());
        RecordingReceiver receiver;
        QVERIFY((*store)->read(folders->front(), sink.refs(), receiver, job).isOk());
        QCOMPARE(receiver.whole.size(), sink.messages.size());
        for (const auto& [key, bytes] : receiver.whole) {
            QCOMPARE(bytes, expected.value(key));
            parseHeader(bytes);
            QVERIFY(makePreview(bytes).isOk());
        }
    }

    void splitsEveryFileAsIfItWereAnMbox()
    {
        for (const QString& path : samples()) {
            JobContext job;
            const auto store = openMailStore(source(StoreKind::Mbox, path), Secret(), job);
            QVERIFY(store.isOk());
            const auto folders = (*store)->folders(job);
            RecordingSink sink;
            QVERIFY((*store)->scan(*folders, sink, job).isOk());
            QVERIFY(sink.messages.size() + sink.broken.size() > 0 || QFileInfo(path).size() == 0);
            RecordingReceiver receiver;
            QVERIFY((*store)->read(folders->front(), sink.refs(), receiver, job).isOk());
            QVERIFY(receiver.failures.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestForeignMail)
#include "tst_foreign_mail.moc"
