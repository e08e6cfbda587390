// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/mbox_rewrite.h"

#include "core/atomic_file.h"
#include "core/log.h"
#include "core/platform.h"
#include "core/sha256.h"
#include "mail/message_file.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSet>

namespace staffelstab::mail {

namespace {

constexpr qsizetype pieceSize = 1024L * 1024;
constexpr int lockWaitMs = 5000;
constexpr int lockStepMs = 100;

Status lock(QLockFile& file, const QString& path, const JobContext& job)
{
    // Others' locks are theirs to remove.
    file.setStaleLockTime(0);
    QElapsedTimer waited;
    waited.start();
    while (!file.tryLock(lockStepMs)) {
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
        if (file.error() == QLockFile::PermissionError) {
            return Failure{Failure::Kind::FileNotWritable, path, {}};
        }
        if (waited.hasExpired(lockWaitMs)) {
            return Failure{Failure::Kind::FileNotWritable, path, QStringLiteral("locked by another program")};
        }
    }
    return Done{};
}

/** Calls `take(QByteArrayView)` for the bytes from `begin` to `end`. */
template <typename Take>
Status copyRange(BlockReader& reader, qint64 begin, qint64 end, const JobContext& job, Take take)
{
    while (begin < end) {
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
        const auto wanted = static_cast<qsizetype>(std::min<qint64>(pieceSize, end - begin));
        const Result<QByteArrayView> bytes = reader.at(begin, wanted);
        if (!bytes) {
            return bytes.failure();
        }
        if (Status taken = take(bytes->first(wanted)); !taken) {
            return taken;
        }
        begin += wanted;
    }
    return Done{};
}

Failure changedMeanwhile(const QString& path)
{
    return {Failure::Kind::FolderChanged, path, {}};
}

} // namespace

std::vector<MboxRewrite::Candidate> MboxRewrite::match(std::span<const RemovalOrder> orders,
                                                       RemovalOutcome& outcome) const
{
    std::vector<Candidate> found;
    QSet<qint64> taken;
    for (const RemovalOrder& order : orders) {
        const std::vector<MboxIndex::Place> places = m_index.find(order.ref);
        const auto free = std::find_if(places.begin(), places.end(), [&taken](const MboxIndex::Place& place) {
            return !taken.contains(place.begin);
        });
        if (free != places.end()) {
            taken.insert(free->begin);
            found.push_back({*free, &order});
        } else if (m_index.hasMark(order.ref.key) && places.empty()) {
            outcome.kept.push_back({order.ref.key, {Failure::Kind::MessageChanged, {}, {}}});
        } else {
            outcome.removed.push_back(order.ref.key);
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Candidate& a, const Candidate& b) { return a.place.begin < b.place.begin; });
    return found;
}

/** Hashes what is about to go; keeps what is not byte for byte what was copied. */
Result<std::vector<MboxRewrite::Candidate>> MboxRewrite::confirm(const std::vector<Candidate>& candidates,
                                                                 RemovalOutcome& outcome, JobContext& job) const
{
    BlockReader reader;
    if (Status opened = reader.open(m_path); !opened) {
        return opened.failure();
    }
    std::vector<Candidate> doomed;
    Sha256 hash;
    for (const Candidate& candidate : candidates) {
        const qint64 begin = candidate.place.message;
        const Status read =
            copyRange(reader, begin, begin + candidate.place.length, job, [&hash](QByteArrayView bytes) -> Status {
                hash.add(bytes);
                return Done{};
            });
        if (!read) {
            return read.failure();
        }
        if (hash.finish() == candidate.order->sha256) {
            doomed.push_back(candidate);
        } else {
            outcome.kept.push_back({candidate.order->ref.key, {Failure::Kind::MessageChanged, {}, {}}});
        }
    }
    return doomed;
}

Status MboxRewrite::writeWithout(const std::vector<Candidate>& doomed, AtomicFile& file, JobContext& job) const
{
    const qint64 room = platform::freeBytes(QFileInfo(m_path).absolutePath());
    BlockReader reader;
    if (Status opened = reader.open(m_path); !opened) {
        return opened;
    }
    if (room >= 0 && room < reader.size()) {
        return Failure{Failure::Kind::DiskFull, m_path, {}};
    }
    if (Status opened = file.open(); !opened) {
        return opened;
    }
    qint64 at = 0;
    qint64 done = 0;
    const auto keepUntil = [&](qint64 end) {
        return copyRange(reader, at, end, job, [&file](QByteArrayView bytes) { return file.write(bytes); });
    };
    for (const Candidate& candidate : doomed) {
        if (Status kept = keepUntil(candidate.place.begin); !kept) {
            return kept;
        }
        at = candidate.place.end;
        job.report({Progress::Stage::Removing, ++done, static_cast<qint64>(doomed.size()), at, reader.size()});
    }
    if (Status kept = keepUntil(reader.size()); !kept) {
        return kept;
    }
    if (Status flushed = file.flush(); !flushed) {
        return flushed;
    }
    const Result<QByteArray> readBack = hashFile(file.partPath(), job);
    if (!readBack) {
        return readBack.failure();
    }
    if (*readBack != file.sha256()) {
        return Failure{Failure::Kind::ReadBackDiffers, m_path, {}};
    }
    QFile::setPermissions(file.partPath(), QFile::permissions(m_path));
    if (!(FileState::of(m_path) == m_index.state())) {
        return changedMeanwhile(m_path);
    }
    return Done{};
}

/** The new file is split anew: each message that went must be missing there, and no other. */
Status MboxRewrite::checkGone(const std::vector<Candidate>& doomed, RemovalOutcome& outcome, JobContext& job)
{
    QHash<QByteArray, qsizetype> left;
    for (const Candidate& candidate : doomed) {
        const QByteArray& fingerprint = candidate.order->ref.fingerprint;
        const auto known = left.constFind(fingerprint);
        left[fingerprint] = (known == left.cend() ? m_index.count(fingerprint) : *known) - 1;
    }
    JobContext uncancelled([&job](const Progress& progress) { job.report(progress); }, nullptr);
    if (Status updated = m_index.update(m_path, uncancelled); !updated) {
        return updated;
    }
    for (const Candidate& candidate : doomed) {
        const MessageRef& ref = candidate.order->ref;
        if (m_index.count(ref.fingerprint) <= left.value(ref.fingerprint)) {
            outcome.removed.push_back(ref.key);
        } else {
            outcome.kept.push_back({ref.key, changedMeanwhile(m_path)});
        }
    }
    return Done{};
}

Result<RemovalOutcome> MboxRewrite::run(std::span<const RemovalOrder> orders, JobContext& job)
{
    QLockFile dotLock(m_path + QStringLiteral(".lock"));
    if (Status locked = lock(dotLock, m_path, job); !locked) {
        return locked.failure();
    }
    if (Status updated = m_index.update(m_path, job); !updated) {
        return updated.failure();
    }
    RemovalOutcome outcome;
    const Result<std::vector<Candidate>> doomed = confirm(match(orders, outcome), outcome, job);
    if (!doomed) {
        return doomed.failure();
    }
    if (doomed->empty()) {
        return outcome;
    }
    AtomicFile file(m_path);
    if (Status written = writeWithout(*doomed, file, job); !written) {
        return written.failure();
    }
    // From here on something may be gone, so all else is an outcome.
    Status proved = file.commit();
    if (proved) {
        proved = checkGone(*doomed, outcome, job);
    }
    if (!proved) {
        for (const Candidate& candidate : *doomed) {
            outcome.kept.push_back({candidate.order->ref.key, proved.failure()});
        }
    }
    return outcome;
}

} // namespace staffelstab::mail
