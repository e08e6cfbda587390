// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Scans a Maildir and has GMime parse the headers of the same files:
//   bench_scan [messages [folder]]
// Default: 100,000 messages of about 20 KB, made in a temporary folder; an existing folder is used as it is.
#include "mail/mail_store.h"
#include "mail/message_header.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <gmime/gmime.h>
#include <sys/resource.h>

using namespace staffelstab;
using namespace staffelstab::mail;

namespace {

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

long peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

QByteArray header(int number)
{
    const QByteArray id = QByteArray::number(number);
    QByteArray text;
    for (int hop = 0; hop < 4; ++hop) {
        text += "Received: from mx" + QByteArray::number(hop) +
                ".firma.example (mx.firma.example [192.0.2.1])\n\tby mail.firma.example (Postfix) with ESMTPS id " +
                id + "\n\tfor <lea@firma.example>; Fri, 06 Nov 2026 10:00:00 +0100 (CET)\n";
    }
    return text + "DKIM-Signature: v=1; a=rsa-sha256; d=firma.example; s=mail;\n\tb=" + QByteArray(300, 'k') +
           "\nFrom: =?utf-8?Q?J=C3=BCrgen_Beispiel?= <j" + id +
           "@firma.example>\nTo: Lea Gehtbald <lea@firma.example>, Sven Vorgesetzt <sven@firma.example>\n" +
           "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_Nr=2E_" + id +
           "?=\nDate: Fri, 06 Nov 2026 10:00:00 +0100\nMessage-ID: <" + id + "@firma.example>\nReferences: <a" + id +
           "@firma.example>\n <b" + id +
           "@firma.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n";
}

bool makeMaildir(const QString& root, int messages)
{
    QDir().mkpath(root + QStringLiteral("/cur"));
    QDir().mkpath(root + QStringLiteral("/new"));
    const QByteArray line = "Die Staffel geht weiter und der Stab wechselt die Hand, Zeile um Zeile.\n";
    QRandomGenerator random(4711);
    for (int i = 0; i < messages; ++i) {
        QFile file(root + QStringLiteral("/cur/1700000000.M%1P1.host:2,S").arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(header(i) + line.repeated(random.bounded(10, 540))) < 0) {
            return false;
        }
    }
    return true;
}

class CountingSink : public ScanSink
{
public:
    void folderBegins(int, const Folder&) override {}
    void message(int, ScannedMessage&& message) override
    {
        ++messages;
        bytes += message.bytes;
    }
    void unreadable(int, UnreadableMessage&&) override { ++broken; }

    qint64 messages = 0;
    qint64 bytes = 0;
    qint64 broken = 0;
};

/** As the program does behind the scan: every header parsed too. */
class ParsingSink : public CountingSink
{
public:
    void message(int folder, ScannedMessage&& message) override
    {
        subjects += parseHeader(message.header).subject.size();
        CountingSink::message(folder, std::move(message));
    }
    qint64 subjects = 0;
};

struct Time
{
    double wall = 0;
    double cpu = 0;
};

template <typename Work>
Time measure(Work work)
{
    QElapsedTimer clock;
    clock.start();
    const double cpu = cpuSeconds();
    work();
    return {static_cast<double>(clock.nsecsElapsed()) / 1e9, cpuSeconds() - cpu};
}

Time scan(const QString& root, CountingSink& sink)
{
    return measure([&] {
        JobContext job;
        MailboxSource source;
        source.path = root;
        const auto store = openMailStore(source, Secret(), job);
        const auto folders = store ? (*store)->folders(job) : store.failure();
        if (!folders || !(*store)->scan(*folders, sink, job)) {
            qFatal("scan failed");
        }
    });
}

/** The peer: GMime reads each file and parses its header, nothing of the rest is asked for. */
Time parseWithGMime(const QString& root, qint64& messages)
{
    return measure([&] {
        for (QDirIterator at(root + QStringLiteral("/cur"), QDir::Files); at.hasNext();) {
            const int handle = open(QFile::encodeName(at.next()).constData(), O_RDONLY);
            GMimeStream* const stream = g_mime_stream_fs_new(handle);
            GMimeParser* const parser = g_mime_parser_new_with_stream(stream);
            GMimeMessage* const message = g_mime_parser_construct_message(parser, nullptr);
            messages += message != nullptr && g_mime_message_get_subject(message) != nullptr ? 1 : 0;
            g_object_unref(message);
            g_object_unref(parser);
            g_object_unref(stream);
        }
    });
}

void print(const char* name, qint64 messages, const Time& time)
{
    std::printf("%-28s %8lld messages  %7.2f s wall  %7.2f s CPU  %9.0f messages/s CPU\n", name,
                static_cast<long long>(messages), time.wall, time.cpu, static_cast<double>(messages) / time.cpu);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int wanted = arguments.size() > 1 ? arguments.at(1).toInt() : 100'000;
    const QTemporaryDir temporary;
    const QString root = arguments.size() > 2 ? arguments.at(2) : temporary.filePath(QStringLiteral("Maildir"));
    if (!QDir(root + QStringLiteral("/cur")).exists() && !makeMaildir(root, wanted)) {
        std::fprintf(stderr, "cannot make the Maildir\n");
        return 1;
    }
    g_mime_init();
    CountingSink warm;
    scan(root, warm);
    CountingSink counted;
    const Time ours = scan(root, counted);
    const long peak = peakMegabytes();
    ParsingSink parsed;
    const Time oursParsed = scan(root, parsed);
    qint64 peerMessages = 0;
    const Time peer = parseWithGMime(root, peerMessages);
    std::printf("Maildir: %lld messages, %.2f GB, %lld unreadable\n", static_cast<long long>(counted.messages),
                static_cast<double>(counted.bytes) / 1e9, static_cast<long long>(counted.broken));
    print("ours, scan", counted.messages, ours);
    print("ours, scan + parseHeader", parsed.messages, oursParsed);
    print("GMime", peerMessages, peer);
    std::printf("ratio to GMime (CPU): scan %.2f, scan + parseHeader %.2f\nratio (wall): scan %.2f, scan + parseHeader "
                "%.2f\npeak RSS of the scan: %ld MB\n",
                peer.cpu / ours.cpu, peer.cpu / oursParsed.cpu, peer.wall / ours.wall, peer.wall / oursParsed.wall,
                peak);
    return counted.messages == peerMessages ? 0 : 1;
}
