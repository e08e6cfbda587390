// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/property_ids.h"
#include "mail/pst/pst_store.h"
#include "support/sample_pst.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

#include <sys/resource.h>

using namespace staffelstab;
using namespace staffelstab::mail;

/**
 * bench_pst [MESSAGES]: writes a PST of that many invented mails (one in three with an attachment of 60 KB), then scans
 * it, reads it whole, and lets pffexport (package pff-tools) export it. Prints wall and CPU seconds of all processes.
 */
namespace {

double childSeconds()
{
    rusage usage = {};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double ownSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void writeMails(const QString& path, int mails)
{
    test::PstWriter pst(path);
    quint32 folder = 0;
    for (int i = 0; i < mails; ++i) {
        if (i % 400 == 0) {
            folder = pst.addFolder(QStringLiteral("Ordner %1").arg(i / 400));
        }
        test::OutlookItem item =
            test::receivedMail(QStringLiteral("Betreff %1").arg(i), QByteArray::number(i) + "@firma.example");
        item.attachments.clear();
        item.text(mapi::id::body, QStringLiteral("Zeile mit etwas Text, wie er in Briefen steht.\r\n").repeated(40));
        if (i % 3 == 0) {
            item.attach(QStringLiteral("Anlage.bin"), QByteArray(60'000, static_cast<char>(i)));
        }
        pst.add(folder, item);
    }
    pst.finish();
}

class Counter : public ScanSink, public MessageReceiver
{
public:
    void folderBegins(int, const Folder&) override {}
    void message(int, ScannedMessage&& message) override
    {
        refs.push_back({message.key, message.fingerprint, message.bytes});
    }
    void unreadable(int, UnreadableMessage&&) override { ++failures; }
    Status begin(const MessageRef&) override { return Done{}; }
    Status piece(QByteArrayView bytes) override
    {
        read += bytes.size();
        return Done{};
    }
    Status end() override { return Done{}; }
    Status failed(const MessageRef&, const Failure&) override
    {
        ++failures;
        return Done{};
    }

    std::vector<MessageRef> refs;
    qint64 read = 0;
    int failures = 0;
};

void print(const char* what, int mails, double wall, double cpu)
{
    std::printf("%-28s %8.2f s wall %8.2f s CPU %8.0f mails/s wall\n", what, wall, cpu, mails / wall);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const int mails = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("bench.pst"));
    writeMails(file, mails);
    std::printf("%d mails, %.0f MB\n", mails, static_cast<double>(QFileInfo(file).size()) / 1e6);
    JobContext job;
    Counter counter;
    QElapsedTimer timer;
    double ours = 0;
    {
        timer.start();
        const double before = childSeconds() + ownSeconds();
        PstStore store(file, {}, false);
        const auto folders = store.folders(job);
        if (!folders || !store.scan(*folders, counter, job)) {
            return 1;
        }
        const double scanned = static_cast<double>(timer.elapsed()) / 1000;
        store.close();
        print("scan", mails, scanned, childSeconds() + ownSeconds() - before);
        timer.restart();
        const double beforeRead = childSeconds() + ownSeconds();
        if (!store.read(folders->front(), counter.refs, counter, job)) {
            return 1;
        }
        ours = static_cast<double>(timer.elapsed()) / 1000;
        store.close();
        print("read whole messages", mails, ours, childSeconds() + ownSeconds() - beforeRead);
    }
    std::printf("%zu messages, %.0f MB rebuilt, %d failures\n", counter.refs.size(),
                static_cast<double>(counter.read) / 1e6, counter.failures);
    timer.restart();
    const double before = childSeconds();
    QProcess peer;
    peer.setStandardOutputFile(QProcess::nullDevice());
    peer.start(QStringLiteral("pffexport"),
               {QStringLiteral("-q"), QStringLiteral("-t"), dir.filePath(QStringLiteral("x")), file});
    peer.waitForFinished(-1);
    const double theirs = static_cast<double>(timer.elapsed()) / 1000;
    print("pffexport", mails, theirs, childSeconds() - before);
    std::printf("ratio of read to pffexport: %.2f\n", theirs / ours);
    return 0;
}
