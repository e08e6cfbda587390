// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/delay_proxy.h"
#include "bench/raw_reader.h"
#include "mail/imap/imap_store.h"
#include "model/mail/imap/collectors.h"
#include "servers/dovecot_server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <functional>

#include <sys/resource.h>

// bench_imap [SMALL] [LARGE]: reads SMALL messages of about 6 KB and LARGE of 5 MB from a Dovecot over TLS, and prints
// ours beside a raw OpenSSL reader of the same folder and mbsync without fsync; then over a line of 20 ms round trip,
// and over one of 20 ms and 20 Mbit/s with and without COMPRESS.

using namespace staffelstab;
using namespace staffelstab::tests;
using Compression = mail::ImapOptions::Compression;
using staffelstab::bench::DelayProxy;
using staffelstab::bench::RawReader;

namespace {

QByteArray message(int number, qsizetype bytes)
{
    QByteArray text =
        "Return-Path: <kai@firma.example>\r\nReceived: from mx.firma.example by imap.firma.example; Mon, 2 Nov 2026 "
        "10:00:00 +0100\r\nFrom: Kai Kollege <kai@firma.example>\r\nTo: Lea <lea@firma.example>\r\nSubject: Angebot " +
        QByteArray::number(number) + "\r\nMessage-ID: <" + QByteArray::number(number) +
        "@firma.example>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: "
        "text/plain\r\n\r\n";
    quint32 dice = static_cast<quint32>(number) * 2654435761U + 1;
    static const QByteArrayList words{"Angebot", "Liefertermin", "Rechnung", "der",    "die",
                                      "wir",     "bitte",        "Freitag",  "Ventil", "Prüfung"};
    qsizetype column = 0;
    while (text.size() < bytes) {
        dice = dice * 1664525U + 1013904223U;
        const QByteArray word = words.at((dice >> 16) % words.size()) + QByteArray::number((dice >> 8) % 97);
        column += word.size() + 1;
        text += word + (column > 70 ? "\r\n" : " ");
        column = column > 70 ? 0 : column;
    }
    return text + "\r\n";
}

struct Cost
{
    double wall = 0;
    double cpu = 0;
};

double cpuSeconds()
{
    rusage usage{};
    double sum = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        getrusage(who, &usage);
        for (const timeval& time : {usage.ru_utime, usage.ru_stime}) {
            sum += double(time.tv_sec) + double(time.tv_usec) / 1e6;
        }
    }
    return sum;
}

Cost measureOnce(const std::function<bool()>& work)
{
    const double cpu = cpuSeconds();
    QElapsedTimer timer;
    timer.start();
    if (!work()) {
        qFatal("a reader failed");
    }
    return {double(timer.nsecsElapsed()) / 1e9, cpuSeconds() - cpu};
}

Cost medianOf(std::vector<Cost> costs)
{
    std::sort(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) { return a.wall < b.wall; });
    return costs[costs.size() / 2];
}

struct Pair
{
    Cost peer;
    Cost ours;
};

/** The medians of two who take turns, so that what else the machine does hits both. */
Pair measure(const std::function<bool()>& peer, const std::function<bool()>& ours, int rounds = 7)
{
    std::vector<Cost> peers;
    std::vector<Cost> own;
    for (int i = 0; i < rounds; ++i) {
        peers.push_back(measureOnce(peer));
        own.push_back(measureOnce(ours));
    }
    return {medianOf(peers), medianOf(own)};
}

/** Throws the bytes away, as the raw reader does. */
struct Sink : mail::MessageReceiver
{
    Status begin(const mail::MessageRef&) override { return Done{}; }
    Status piece(QByteArrayView bytes) override
    {
        total += bytes.size();
        return Done{};
    }
    Status end() override
    {
        ++messages;
        return Done{};
    }
    Status failed(const mail::MessageRef&, const Failure&) override { return Failure{}; }
    qint64 total = 0;
    qsizetype messages = 0;
};

/** All into one file, flushed at the end, as an archive is written. */
struct FileSink : Sink
{
    explicit FileSink(const QString& path) : file(path) { file.open(QIODevice::WriteOnly); }
    Status piece(QByteArrayView bytes) override
    {
        file.write(bytes.data(), bytes.size());
        return Sink::piece(bytes);
    }
    QFile file;
};

class Bench
{
public:
    explicit Bench(DovecotServer& server) : m_server(server) {}

    void folder(const QString& name, int count, qsizetype bytes)
    {
        QByteArrayList messages;
        for (int i = 0; i < count; ++i) {
            messages << message(i, bytes);
            if (messages.size() * bytes > 200'000'000 || i + 1 == count) {
                if (!m_server.fill(name, std::exchange(messages, {}))) {
                    qFatal("%s", qPrintable(m_server.error()));
                }
            }
        }
        say(name, "raw OpenSSL", "ours, read",
            measure(rawly(name, m_server.tlsPort()), ours(name, m_server.tlsPort(), Compression::Never)));
    }

    void againstMbsync(const QString& name)
    {
        say(name, "mbsync, FSync no", "ours, scan and read into a file", measure(mbsync(name), wholly(name)));
    }

    void farAway(const QString& name)
    {
        const DelayProxy far(m_server.tlsPort(), 20);
        say(name, "20 ms: raw OpenSSL", "20 ms: ours, read",
            measure(rawly(name, far.port()), ours(name, far.port(), Compression::Never)));
        const DelayProxy narrow(m_server.tlsPort(), 20, 20'000'000 / 8);
        say(name, "20 ms, 20 Mbit/s: ours, plain", "20 ms, 20 Mbit/s: ours, COMPRESS",
            measure(ours(name, narrow.port(), Compression::Never), ours(name, narrow.port(), Compression::Always), 1));
        say(name, "local: ours, plain", "local: ours, COMPRESS",
            measure(ours(name, m_server.tlsPort(), Compression::Never),
                    ours(name, m_server.tlsPort(), Compression::Always), 3));
    }

private:
    using Work = std::function<bool()>;

    static void say(const QString& folder, const char* peer, const char* own, const Pair& pair)
    {
        QTextStream out(stdout);
        const auto line = [&](const char* what, const Cost& cost) {
            out << QStringLiteral("%1  %2  wall %3 s  cpu %4 s")
                       .arg(folder, -6)
                       .arg(QString::fromLatin1(what), -34)
                       .arg(cost.wall, 7, 'f', 3)
                       .arg(cost.cpu, 7, 'f', 3);
        };
        line(peer, pair.peer);
        out << '\n';
        line(own, pair.ours);
        out << QStringLiteral("  peer/ours %1").arg(pair.peer.wall / pair.ours.wall, 0, 'f', 2) << '\n';
    }

    Work rawly(const QString& name, quint16 port)
    {
        return [=, this] {
            RawReader reader(port, m_server.caFile());
            return reader.fetchAll("lea", m_server.password(), name.toUtf8()) > 0;
        };
    }

    std::unique_ptr<mail::MailStore> open(const QString& name, quint16 port, Compression compression)
    {
        mail::MailboxSource source = m_server.source();
        source.port = port;
        source.folders = QStringList{name};
        mail::ImapOptions options;
        options.compression = compression;
        auto store = mail::openImapStore(source, m_server.password(), m_job, options);
        return store ? std::move(*store) : nullptr;
    }

    /** Reading alone, login included as with the raw reader; what to read is known from a scan before. */
    Work ours(const QString& name, quint16 port, Compression compression)
    {
        ScanCollector found;
        auto scanner = open(name, m_server.tlsPort(), Compression::Never);
        const auto folders = scanner->folders(m_job);
        if (!folders || !scanner->scan(*folders, found, m_job)) {
            qFatal("the scan failed");
        }
        return [=, this, folder = folders->front(), refs = refsOf(found.folders[0].messages)] {
            Sink sink;
            const auto store = open(name, port, compression);
            return store && store->read(folder, refs, sink, m_job) && sink.messages == qsizetype(refs.size());
        };
    }

    Work wholly(const QString& name)
    {
        return [=, this] {
            const QTemporaryDir folder;
            ScanCollector found;
            const auto store = open(name, m_server.tlsPort(), Compression::Never);
            const auto folders = store->folders(m_job);
            FileSink sink(folder.filePath(QStringLiteral("all")));
            return folders && store->scan(*folders, found, m_job) &&
                   store->read(folders->front(), refsOf(found.folders[0].messages), sink, m_job);
        };
    }

    Work mbsync(const QString& name)
    {
        return [=, this] {
            const QTemporaryDir folder;
            QFile rc(folder.filePath(QStringLiteral("rc")));
            if (!rc.open(QIODevice::WriteOnly)) {
                return false;
            }
            const QByteArray path = folder.path().toUtf8();
            rc.write("FSync no\n\nIMAPAccount a\nHost localhost\nPort " + QByteArray::number(m_server.tlsPort()) +
                     "\nUser lea\nPass " + m_server.password().view().toByteArray() +
                     "\nSSLType IMAPS\nCertificateFile " + m_server.caFile().toUtf8() +
                     "\n\nIMAPStore far\nAccount a\n\nMaildirStore near\nPath " + path + "/m/\nInbox " + path +
                     "/m/INBOX\nSubFolders Verbatim\n\nChannel c\nFar :far:\nNear :near:\nPatterns \"" + name.toUtf8() +
                     "\"\nCreate Near\nSync Pull\nSyncState *\n");
            rc.close();
            QDir(folder.path()).mkpath(QStringLiteral("m"));
            QProcess process;
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process.start(QStringLiteral("mbsync"),
                          {QStringLiteral("-q"), QStringLiteral("-c"), rc.fileName(), QStringLiteral("c")});
            return process.waitForFinished(600'000) && process.exitCode() == 0;
        };
    }

    DovecotServer& m_server;
    JobContext m_job;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    DovecotServer server;
    if (!server.isRunning()) {
        qFatal("%s", qPrintable(server.error()));
    }
    const QStringList arguments = QCoreApplication::arguments();
    Bench bench(server);
    bench.folder(QStringLiteral("small"), arguments.value(1, QStringLiteral("10000")).toInt(), 6'000);
    bench.againstMbsync(QStringLiteral("small"));
    bench.farAway(QStringLiteral("small"));
    bench.folder(QStringLiteral("large"), arguments.value(2, QStringLiteral("200")).toInt(), 5'000'000);
    return 0;
}
