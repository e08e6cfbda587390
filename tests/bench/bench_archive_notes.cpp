// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs that an archive can be gone on with: the notes in the case file.
//   bench_archive_notes [MB [CASE_FOLDER [MEDIUM_FOLDER]]]
// The same mail without notes, then noted in pieces of 16, 8 and 4 MiB, all of it twice and in turn. To see what a slow
// disk would make of it count the flushes of one note: strace -f -c -e trace=fsync,fdatasync.
#include "handover/archive_progress.h"
#include "handover/handover_case.h"
#include "policy/company_policy.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace staffelstab;
using namespace staffelstab::archive;

namespace {

constexpr qsizetype mailSize = 100'000;

/** Messages of one size that do not become smaller, made while they are read. */
class NoiseStore final : public mail::MailStore
{
public:
    NoiseStore() : m_noise(mailSize * 2, Qt::Uninitialized)
    {
        quint64 state = 88172645463325252ULL;
        for (char& byte : m_noise) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            byte = static_cast<char>(state >> 32);
        }
    }
    [[nodiscard]] mail::StoreKind kind() const override { return mail::StoreKind::Eml; }
    [[nodiscard]] bool mayRemove() const override { return false; }
    Result<std::vector<mail::Folder>> folders(JobContext&) override { return std::vector<mail::Folder>{}; }
    Status scan(std::span<const mail::Folder>, mail::ScanSink&, JobContext&) override { return Done{}; }
    Status read(const mail::Folder&, std::span<const mail::MessageRef> messages, mail::MessageReceiver& receiver,
                JobContext&) override
    {
        for (const mail::MessageRef& ref : messages) {
            Status done = receiver.begin(ref);
            const QByteArray header = "Subject: " + ref.key + "\n\n";
            for (const QByteArrayView piece :
                 {QByteArrayView(header), QByteArrayView(m_noise).sliced(ref.key.toInt() % mailSize, mailSize)}) {
                done = done ? receiver.piece(piece) : done;
            }
            if (done = done ? receiver.end() : done; !done) {
                return done;
            }
        }
        return Done{};
    }
    Result<mail::RemovalOutcome> remove(const mail::Folder&, std::span<const mail::RemovalOrder>, JobContext&) override
    {
        return mail::RemovalOutcome{};
    }

private:
    QByteArray m_noise;
};

/** A log that looks at the clock. */
class TimedLog final : public PartLog
{
public:
    explicit TimedLog(PartLog& log) : m_log(log) {}
    Status begin(const BegunPart& part) override { return m_log.begin(part); }
    Status add(const PartPoint& point) override
    {
        QElapsedTimer timer;
        timer.start();
        Status added = m_log.add(point);
        m_nanoseconds += timer.nsecsElapsed();
        ++m_notes;
        return added;
    }
    Status forget() override { return m_log.forget(); }
    Result<std::optional<BegunPart>> begun() override { return m_log.begun(); }
    Result<std::vector<PartPoint>> points() override { return m_log.points(); }

    [[nodiscard]] int notes() const { return m_notes; }
    [[nodiscard]] double seconds() const { return double(m_nanoseconds) / 1e9; }

private:
    PartLog& m_log;
    qint64 m_nanoseconds = 0;
    int m_notes = 0;
};

/** `mebibytes`: of a piece; 0: without notes. */
bool writeOnce(const QString& caseFile, const QString& medium, int megabytes, int mebibytes)
{
    NoiseStore store;
    const auto count = static_cast<std::size_t>(megabytes) * 1'000'000 / mailSize;
    MailSelection selection{&store, {}, {}};
    selection.folders.push_back({{}, MessageRefs(count, [](std::size_t number) {
                                     return mail::MessageRef{QByteArray::number(number), {}, mailSize};
                                 })});
    const QTemporaryDir target(medium + QStringLiteral("/bench-XXXXXX"));
    const auto progress = handover::ArchiveProgress::open(caseFile);
    if (!progress) {
        return false;
    }
    TimedLog log(**progress);
    ArchiveOptions options;
    options.target = target.path();
    options.name = QStringLiteral("notes");
    options.date = QDate(2026, 12, 31);
    options.language = QStringLiteral("de");
    options.log = mebibytes > 0 ? &log : nullptr;
    options.pieceSize = static_cast<quint64>(mebibytes) << 20;
    QElapsedTimer timer;
    double written = 0;
    JobContext job(
        [&](const Progress& now) {
            if (now.stage == Progress::Stage::ReadingBack && written == 0) {
                written = double(timer.elapsed()) / 1000;
            }
        },
        nullptr);
    timer.start();
    const Result<ArchiveReport> report =
        writeBusinessArchive(std::span(&selection, 1), options, Secret("bench passphrase"), job);
    if (!report) {
        return false;
    }
    std::printf("%3d MiB: written in %6.2f s, %6.1f MB/s; %4d notes in %5.2f s, %5.2f ms each, %.1f %% of the time\n",
                mebibytes, written, megabytes / written, log.notes(), log.seconds(),
                log.notes() > 0 ? log.seconds() * 1000 / log.notes() : 0, log.seconds() * 100 / written);
    std::fflush(stdout);
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    const int megabytes = argc > 1 ? QByteArray(argv[1]).toInt() : 2000;
    const QTemporaryDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) + QStringLiteral("/case-XXXXXX") : QString());
    const QString medium = argc > 3 ? QString::fromLocal8Bit(argv[3]) : folder.path();
    const QString caseFile = folder.filePath(QStringLiteral("bench.case"));
    const SystemClock clock;
    if (!handover::HandoverCase::create(caseFile, policy::builtInPolicy(), QStringLiteral("de"), clock)) {
        return 1;
    }
    for (const int mebibytes : {0, 16, 8, 4, 0, 16, 8, 4}) {
        if (!writeOnce(caseFile, medium, megabytes, mebibytes)) {
            return 1;
        }
    }
    return 0;
}
