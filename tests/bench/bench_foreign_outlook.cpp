// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_store.h"
#include "mail/message_preview.h"
#include "mail/msg/tnef_reader.h"
#include "mail/pst/pst_store.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace staffelstab;
using namespace staffelstab::mail;

/**
 * bench_foreign_outlook FOLDER: takes every PST, OST, .msg and winmail.dat below FOLDER through scan, read and preview,
 * then each PST again cut off at 50 random places and with bits turned 50 times. Prints what came out and how long the
 * slowest took; ends with 1 if a message was neither read nor reported or anything took longer than 10 s.
 */
namespace {

class Everything : public ScanSink, public MessageReceiver
{
public:
    void folderBegins(int, const Folder&) override {}
    void message(int, ScannedMessage&& message) override
    {
        refs.push_back({message.key, message.fingerprint, message.bytes});
    }
    void unreadable(int, UnreadableMessage&&) override { ++unreadables; }
    Status begin(const MessageRef&) override
    {
        bytes.clear();
        return Done{};
    }
    Status piece(QByteArrayView piece) override
    {
        bytes.append(piece);
        return Done{};
    }
    Status end() override
    {
        ++read;
        previews += makePreview(bytes) ? 1 : 0;
        return Done{};
    }
    Status failed(const MessageRef&, const Failure&) override
    {
        ++failures;
        return Done{};
    }

    std::vector<MessageRef> refs;
    QByteArray bytes;
    int unreadables = 0;
    int read = 0;
    int previews = 0;
    int failures = 0;
};

struct Figures
{
    const char* what;
    int files = 0;
    int refused = 0;
    int messages = 0;
    int unreadables = 0;
    int failures = 0;
    int lost = 0;
    qint64 slowestMs = 0;

    void print() const
    {
        std::printf(
            "%-22s %4d files, %3d refused, %5d messages, %4d unreadable, %3d failed on reading, %d lost, slowest "
            "%lld ms\n",
            what, files, refused, messages, unreadables, failures, lost, static_cast<long long>(slowestMs));
        std::fflush(stdout);
    }
};

void walk(MailStore& store, Figures& figures)
{
    ++figures.files;
    QElapsedTimer timer;
    timer.start();
    JobContext job;
    Everything all;
    const auto folders = store.folders(job);
    if (!folders || !store.scan(*folders, all, job)) {
        ++figures.refused;
    } else {
        for (const Folder& folder : std::span(*folders).first(std::min<std::size_t>(folders->size(), 1))) {
            static_cast<void>(store.read(folder, all.refs, all, job));
        }
        figures.messages += static_cast<int>(all.refs.size());
        figures.unreadables += all.unreadables;
        figures.failures += all.failures;
        const auto answered = static_cast<std::size_t>(all.read + all.failures);
        figures.lost += answered == all.refs.size() && all.previews == all.read ? 0 : 1;
    }
    figures.slowestMs = std::max(figures.slowestMs, timer.elapsed());
}

QStringList filesBelow(const QString& folder, const QStringList& names)
{
    QStringList found;
    for (QDirIterator at(folder, names, QDir::Files, QDirIterator::Subdirectories); at.hasNext();) {
        found.append(at.next());
    }
    found.sort();
    return found;
}

void walkPst(const QString& path, Figures& figures)
{
    PstStore store(path, {}, true);
    walk(store, figures);
}

QByteArray damaged(QByteArray bytes, int round, QRandomGenerator& random)
{
    if (round % 2 == 0) {
        bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
    } else {
        for (int i = 0; i < 100; ++i) {
            const int at = random.bounded(0x200, static_cast<int>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
        }
    }
    return bytes;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_foreign_outlook FOLDER\n");
        return 2;
    }
    const QString folder = QFile::decodeName(argv[1]);
    const QTemporaryDir dir;
    Figures whole{"PST"};
    Figures broken{"PST, damaged"};
    QRandomGenerator random(1);
    for (const QString& path : filesBelow(folder, {QStringLiteral("*.pst"), QStringLiteral("*.ost")})) {
        walkPst(path, whole);
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(1024, '\0');
        for (int round = 0; round < 100; ++round) {
            QFile out(dir.filePath(QStringLiteral("damaged.pst")));
            if (out.open(QIODevice::WriteOnly)) {
                out.write(damaged(bytes, round, random));
            }
            out.close();
            walkPst(out.fileName(), broken);
        }
    }
    Figures msg{".msg"};
    Figures tnef{"winmail.dat"};
    for (const QString& path : filesBelow(folder, {QStringLiteral("*.msg")})) {
        const QTemporaryDir one;
        QFile::copy(path, one.filePath(QStringLiteral("message.msg")));
        MailboxSource source;
        source.kind = StoreKind::Eml;
        source.path = one.path();
        JobContext job;
        if (const auto store = openMailStore(source, Secret(), job); store) {
            walk(**store, msg);
        }
    }
    for (const QString& path : filesBelow(folder, {QStringLiteral("*.dat")})) {
        QFile file(path);
        ++tnef.files;
        const auto item = file.open(QIODevice::ReadOnly) ? readTnef(file.readAll()) : Failure{};
        tnef.refused += item ? 0 : 1;
        tnef.messages += item ? 1 : 0;
    }
    bool isGood = true;
    for (const Figures* figures : {&whole, &broken, &msg, &tnef}) {
        figures->print();
        isGood = isGood && figures->lost == 0 && figures->slowestMs < 10'000;
    }
    return isGood ? 0 : 1;
}
