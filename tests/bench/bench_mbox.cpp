// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Splits an mbox file and has GMime's mbox mode walk the same file:
//   bench_mbox [megabytes [file]]
// Default: 1,000 MB of invented mails of 26 KB in a temporary file; an existing file is used as it is.
#include "mail/mbox/mbox_splitter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <gmime/gmime.h>
#include <sys/resource.h>

using namespace staffelstab;
using namespace staffelstab::mail;

namespace {

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

long peakMegabytes()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

bool make(const QString& path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    const QByteArray text = QByteArray("Eine Zeile, wie sie in Briefen steht, mit etwas Inhalt darin.\n").repeated(60);
    const QByteArray attachment = (QByteArray(76, 'Q') + '\n').repeated(290);
    for (int i = 0; file.pos() < bytes; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray mail = "From lea@firma.example Thu Mar  5 09:30:00 2026\nFrom: a" + number +
                                "@firma.example\nTo: lea@firma.example\nSubject: Nr. " + number +
                                "\nDate: Thu, 5 Mar 2026 09:30:00 +0000\nMessage-ID: <" + number +
                                "@firma.example>\n\n" + text + ">From hier an\n" + attachment + '\n';
        if (file.write(mail) != mail.size()) {
            return false;
        }
    }
    return true;
}

struct Outcome
{
    qint64 messages = 0;
    double wall = 0;
    double cpu = 0;
};

void print(const char* what, const Outcome& outcome, qint64 bytes)
{
    std::printf("%-10s %9lld messages %7.2f s wall %7.2f s CPU %7.0f MB/s wall, peak %ld MB\n", what,
                static_cast<long long>(outcome.messages), outcome.wall, outcome.cpu,
                static_cast<double>(bytes) / 1e6 / outcome.wall, peakMegabytes());
    std::fflush(stdout);
}

bool split(const QString& path, Outcome& outcome)
{
    QElapsedTimer timer;
    timer.start();
    const double before = cpuSeconds();
    MboxSplitter splitter;
    if (!splitter.open(path)) {
        return false;
    }
    qint64 at = 0;
    while (true) {
        const auto entry = splitter.next({});
        if (!entry || (entry->has_value() && (*entry)->begin != at)) {
            return false;
        }
        if (!entry->has_value()) {
            break;
        }
        at = (*entry)->end;
        ++outcome.messages;
    }
    outcome.wall = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    outcome.cpu = cpuSeconds() - before;
    // Every byte belongs to one stretch.
    return at == splitter.size();
}

void walkWithGmime(const QString& path, Outcome& outcome)
{
    g_mime_init();
    QElapsedTimer timer;
    timer.start();
    const double before = cpuSeconds();
    GMimeStream* stream = g_mime_stream_file_open(QFile::encodeName(path).constData(), "r", nullptr);
    GMimeParser* parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
    while (g_mime_parser_eos(parser) == FALSE) {
        GMimeMessage* message = g_mime_parser_construct_message(parser, nullptr);
        if (message == nullptr) {
            break;
        }
        ++outcome.messages;
        g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    outcome.wall = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    outcome.cpu = cpuSeconds() - before;
}

} // namespace

int main(int argc, char** argv)
{
    const QTemporaryDir dir;
    const qint64 bytes = (argc > 1 ? std::atoll(argv[1]) : 1000) * 1'000'000;
    const QString path = argc > 2 ? QFile::decodeName(argv[2]) : dir.filePath(QStringLiteral("mbox"));
    if (argc <= 2 && !make(path, bytes)) {
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        return 1;
    }
    const qint64 size = QFile(path).size();
    Outcome ours;
    Outcome warm;
    Outcome theirs;
    if (!split(path, ours) || !split(path, warm)) {
        std::fprintf(stderr, "the stretches do not add up\n");
        return 1;
    }
    print("splitter", ours, size);
    print("again", warm, size);
    walkWithGmime(path, theirs);
    print("GMime", theirs, size);
    std::printf("ratio to GMime: %.1f\n", theirs.wall / warm.wall);
    return 0;
}
