// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/business_archive.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <sys/resource.h>

// bench_archive [MAILS] [FOLDER]: packs the same .eml files with our writer (which also reads everything back) and with
// 7zz a -tzip -mem=AES256 -mx=1 (which does not), and prints both and the ratio.

using namespace staffelstab;
using namespace staffelstab::archive;

namespace {

/** A folder of .eml files, read as they stand. */
class FolderStore final : public mail::MailStore
{
public:
    explicit FolderStore(QString root) : m_root(std::move(root)) {}
    [[nodiscard]] mail::StoreKind kind() const override { return mail::StoreKind::Eml; }
    [[nodiscard]] bool mayRemove() const override { return false; }
    Result<std::vector<mail::Folder>> folders(JobContext&) override { return std::vector<mail::Folder>{}; }
    Status scan(std::span<const mail::Folder>, mail::ScanSink&, JobContext&) override { return Done{}; }
    Status read(const mail::Folder& folder, std::span<const mail::MessageRef> messages, mail::MessageReceiver& receiver,
                JobContext&) override
    {
        for (const mail::MessageRef& ref : messages) {
            QFile file(m_root + QLatin1Char('/') + folder.path + QLatin1Char('/') + QString::fromUtf8(ref.key));
            if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
                return Failure{Failure::Kind::FileNotReadable, file.fileName(), {}};
            }
            const Status begun = receiver.begin(ref);
            const Status taken = begun ? receiver.piece(file.readAll()) : begun;
            if (const Status ended = taken ? receiver.end() : taken; !ended) {
                return ended;
            }
        }
        return Done{};
    }
    Result<mail::RemovalOutcome> remove(const mail::Folder&, std::span<const mail::RemovalOrder>, JobContext&) override
    {
        return mail::RemovalOutcome{};
    }

private:
    QString m_root;
};

class Dice
{
public:
    quint32 roll(quint32 sides)
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return static_cast<quint32>(m_state >> 32) % sides;
    }

private:
    quint64 m_state = 88172645463325252ULL;
};

QByteArray words(Dice& dice, int count)
{
    static const QByteArrayList list{"Angebot",      "Termin",   "bitte", "die",     "Rechnung",  "und",
                                     "Lieferung",    "wir",      "haben", "der",     "Projekt",   "mit",
                                     "freundlichen", "Gruessen", "heute", "Sitzung", "Protokoll", "Entwurf",
                                     "please",       "the",      "order", "was",     "shipped"};
    QByteArray text;
    for (int word = 0; word < count; ++word) {
        text += list[dice.roll(static_cast<quint32>(list.size()))];
        // A third of all words is not in the list, as names and numbers are not.
        text += dice.roll(3) == 0 ? QByteArray::number(dice.roll(100'000)) : QByteArray();
        text += word % 11 == 10 ? "\n" : " ";
    }
    return text;
}

QByteArray message(Dice& dice, int number)
{
    QByteArray mail = "From: Sven Vorgesetzt <sven@firma.example>\nTo: lea@firma.example\nDate: Thu, 5 Mar 2026 "
                      "09:00:00 +0100\nMessage-ID: <" +
                      QByteArray::number(number) + "@firma.example>\nSubject: " + words(dice, 5).trimmed() + "\n\n" +
                      words(dice, 100 + static_cast<int>(dice.roll(900)));
    if (dice.roll(3) == 0) {
        QByteArray attachment(20'000 + static_cast<qsizetype>(dice.roll(60'000)), Qt::Uninitialized);
        for (char& byte : attachment) {
            byte = static_cast<char>(dice.roll(256));
        }
        const QByteArray text = attachment.toBase64();
        for (qsizetype at = 0; at < text.size(); at += 76) {
            mail += text.mid(at, 76) + '\n';
        }
    }
    return mail;
}

void makeMails(const QString& root, int count)
{
    Dice dice;
    for (int number = 0; number < count; ++number) {
        const QString folder = root + QStringLiteral("/Ordner %1").arg(number / 2000);
        if (number % 2000 == 0) {
            QDir().mkpath(folder);
        }
        QFile file(folder + QStringLiteral("/%1.eml").arg(number));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(message(dice, number));
        }
    }
}

MailSelection select(FolderStore& store, const QString& root, qint64& bytes)
{
    MailSelection selection{&store, {}, {}};
    for (const QFileInfo& entry : QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        FolderSelection folder;
        folder.folder.path = entry.fileName();
        std::vector<mail::MessageRef> refs;
        for (const QFileInfo& file : QDir(entry.filePath()).entryInfoList(QDir::Files)) {
            refs.push_back({file.fileName().toUtf8(), {}, file.size()});
            bytes += file.size();
        }
        folder.messages = std::move(refs);
        selection.folders.push_back(std::move(folder));
    }
    return selection;
}

double cpuSeconds(int who)
{
    rusage usage = {};
    getrusage(who, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

struct Run
{
    double wall = 0;
    double cpu = 0;
    double mib = 0;
};

void print(QTextStream& out, const char* name, const Run& run, double megabytes)
{
    out << QStringLiteral("%1 %2 s wall, %3 s CPU, %4 MB/s, %5 MB written\n")
               .arg(QLatin1String(name), -22)
               .arg(run.wall, 0, 'f', 2)
               .arg(run.cpu, 0, 'f', 2)
               .arg(megabytes / run.wall, 0, 'f', 1)
               .arg(run.mib, 0, 'f', 1);
    out.flush();
}

Run ours(const QString& root, const QString& target, double& writtenAfter)
{
    FolderStore store(root);
    qint64 bytes = 0;
    const std::vector<MailSelection> selection{select(store, root, bytes)};
    ArchiveOptions options;
    options.target = target;
    options.name = QStringLiteral("ours");
    options.date = QDate(2026, 12, 31);
    options.language = QStringLiteral("de");
    QElapsedTimer timer;
    JobContext job(
        [&](const Progress& progress) {
            if (progress.stage == Progress::Stage::ReadingBack && writtenAfter == 0) {
                writtenAfter = double(timer.elapsed()) / 1000;
            }
        },
        nullptr);
    const double before = cpuSeconds(RUSAGE_SELF);
    timer.start();
    const Result<ArchiveReport> report = writeBusinessArchive(selection, options, Secret("bench passphrase"), job);
    const Run run{double(timer.elapsed()) / 1000, cpuSeconds(RUSAGE_SELF) - before,
                  report ? double(report->bytes) / 1e6 : -1};
    return run;
}

Run peer(const QString& root, const QString& target)
{
    QElapsedTimer timer;
    const QString zip = target + QStringLiteral("/peer.zip");
    const double before = cpuSeconds(RUSAGE_CHILDREN);
    timer.start();
    QProcess::execute(QStringLiteral("7zz"),
                      {QStringLiteral("a"), QStringLiteral("-tzip"), QStringLiteral("-mem=AES256"),
                       QStringLiteral("-mx=1"), QStringLiteral("-bso0"), QStringLiteral("-bsp0"),
                       QStringLiteral("-pbench passphrase"), zip, root});
    return {double(timer.elapsed()) / 1000, cpuSeconds(RUSAGE_CHILDREN) - before, double(QFileInfo(zip).size()) / 1e6};
}

} // namespace

int main(int argc, char** argv)
{
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 20'000;
    const QTemporaryDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) + QStringLiteral("/bench-XXXXXX")
                                        : QString());
    const QString mails = folder.filePath(QStringLiteral("mails"));
    makeMails(mails, count);
    FolderStore store(mails);
    qint64 bytes = 0;
    select(store, mails, bytes);
    const double megabytes = double(bytes) / 1e6;
    QTextStream out(stdout);
    out << count << " mails, " << megabytes << " MB\n";
    double writtenAfter = 0;
    const Run own = ours(mails, folder.path(), writtenAfter);
    print(out, "ours, read back", own, megabytes);
    out << "  of which writing     " << writtenAfter << " s\n";
    out.flush();
    const Run other = peer(mails, folder.path());
    print(out, "7zz -mx=1, AES256", other, megabytes);
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    out << QStringLiteral("ratio (throughput ours / 7zz): %1 wall, %2 CPU; writing alone %3 wall; our peak %4 MiB\n")
               .arg(other.wall / own.wall, 0, 'f', 2)
               .arg(other.cpu / own.cpu, 0, 'f', 2)
               .arg(other.wall / writtenAfter, 0, 'f', 2)
               .arg(usage.ru_maxrss / 1024);
    return own.mib > 0 && other.mib > 0 ? 0 : 1;
}
