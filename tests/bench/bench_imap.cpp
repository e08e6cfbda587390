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
using staffelstab::bench::DelayProxy;
using staffelstab::bench::RawReader;

namespace {

constexpr int rounds = 3;

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
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/** The median of three. */
Cost measure(const std::function<bool()>& work)
{
    std::vector<Cost> costs;
    for (int i = 0; i < rounds; ++i) {
        const double cpu = cpuSeconds();
        QElapsedTimer timer;
        timer.start();
        if (!work()) {
            qFatal("a reader failed");
        }
        costs.push_back({double(timer.nsecsElapsed()) / 1e9, cpuSeconds() - cpu});
    }
    std::sort(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) { return a.wall < b.wall; });
    return costs[rounds / 2];
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
        say(name, "raw OpenSSL", rawly(name, m_server.tlsPort()), {});
        const Cost raw = rawly(name, m_server.tlsPort());
        say(name, "ours, read", ours(name, m_server.tlsPort(), mail::ImapOptions::Compression::Never), raw);
    }

    void againstMbsync(const QString& name)
    {
        const Cost peer = mbsync(name);
        say(name, "mbsync, FSync no", peer, {});
        say(name, "ours, scan and read into a file", wholly(name), peer);
    }

    void farAway(const QString& name)
    {
        const DelayProxy far(m_server.tlsPort(), 20);
        say(name, "20 ms: raw OpenSSL", rawly(name, far.port()), {});
        say(name, "20 ms: ours, read", ours(name, far.port(), mail::ImapOptions::Compression::Never), {});
        const DelayProxy narrow(m_server.tlsPort(), 20, 20'000'000 / 8);
        const Cost plain = ours(name, narrow.port(), mail::ImapOptions::Compression::Never);
        say(name, "20 ms, 20 Mbit/s: ours, plain", plain, {});
        say(name, "20 ms, 20 Mbit/s: ours, COMPRESS", ours(name, narrow.port(), mail::ImapOptions::Compression::Always),
            plain);
        const Cost near = ours(name, m_server.tlsPort(), mail::ImapOptions::Compression::Never);
        say(name, "local: ours, plain", near, {});
        say(name, "local: ours, COMPRESS", ours(name, m_server.tlsPort(), mail::ImapOptions::Compression::Always),
            near);
    }

private:
    static void say(const QString& folder, const char* what, const Cost& cost, const Cost& peer)
    {
        QTextStream out(stdout);
        out << QStringLiteral("%1  %2  wall %3 s  cpu %4 s")
                   .arg(folder, -6)
                   .arg(QString::fromLatin1(what), -34)
                   .arg(cost.wall, 7, 'f', 3)
                   .arg(cost.cpu, 7, 'f', 3);
        if (peer.wall > 0) {
            out << QStringLiteral("  peer/ours %1").arg(peer.wall / cost.wall, 0, 'f', 2);
        }
        out << '\n';
    }

    Cost rawly(const QString& name, quint16 port)
    {
        return measure([&] {
            RawReader reader(port, m_server.caFile());
            return reader.fetchAll("lea", m_server.password(), name.toUtf8()) > 0;
        });
    }

    std::unique_ptr<mail::MailStore> open(const QString& name, quint16 port, mail::ImapOptions::Compression compression)
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
    Cost ours(const QString& name, quint16 port, mail::ImapOptions::Compression compression)
    {
        ScanCollector found;
        auto scanner = open(name, m_server.tlsPort(), mail::ImapOptions::Compression::Never);
        const auto folders = scanner->folders(m_job);
        if (!folders || !scanner->scan(*folders, found, m_job)) {
            qFatal("the scan failed");
        }
        const auto refs = refsOf(found.folders[0].messages);
        return measure([&] {
            Sink sink;
            const auto store = open(name, port, compression);
            return store && store->read(folders->front(), refs, sink, m_job) && sink.messages == qsizetype(refs.size());
        });
    }

    Cost wholly(const QString& name)
    {
        const QTemporaryDir folder;
        return measure([&] {
            ScanCollector found;
            const auto store = open(name, m_server.tlsPort(), mail::ImapOptions::Compression::Never);
            const auto folders = store->folders(m_job);
            FileSink sink(folder.filePath(QStringLiteral("all")));
            return folders && store->scan(*folders, found, m_job) &&
                   store->read(folders->front(), refsOf(found.folders[0].messages), sink, m_job);
        });
    }

    Cost mbsync(const QString& name)
    {
        return measure([&] {
            const QTemporaryDir folder;
            QFile rc(folder.filePath(QStringLiteral("rc")));
            if (!rc.open(QIODevice::WriteOnly)) {
                return false;
            }
            const QByteArray path = folder.path().toUtf8();
            rc.write("IMAPAccount a\nHost 127.0.0.1\nPort " + QByteArray::number(m_server.tlsPort()) +
                     "\nUser lea\nPass " + m_server.password().view().toByteArray() +
                     "\nSSLType IMAPS\nCertificateFile " + m_server.caFile().toUtf8() +
                     "\nIMAPStore far\nAccount a\nMaildirStore near\nPath " + path + "/m/\nInbox " + path +
                     "/m/INBOX\nSubFolders Verbatim\nChannel c\nFar :far:\nNear :near:\nPatterns \"" + name.toUtf8() +
                     "\"\nCreate Near\nSync Pull\nSyncState *\nFSync no\n");
            rc.close();
            QDir(folder.path()).mkpath(QStringLiteral("m"));
            QProcess process;
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process.start(QStringLiteral("mbsync"),
                          {QStringLiteral("-q"), QStringLiteral("-c"), rc.fileName(), QStringLiteral("c")});
            return process.waitForFinished(600'000) && process.exitCode() == 0;
        });
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
