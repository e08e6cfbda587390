// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mbox/mbox_index.h"

namespace staffelstab {
class AtomicFile;
}

namespace staffelstab::mail {

/**
 * Removes messages from one mbox file by writing the others to a new file beside it, which replaces it when it was
 * flushed, read back and compared. A mail program's dot lock is respected and held. If the file changes meanwhile, it
 * stays as it is. Cancel leaves it as it is too.
 */
class MboxRewrite
{
public:
    MboxRewrite(QString path, MboxIndex& index) : m_path(std::move(path)), m_index(index) {}
    Result<RemovalOutcome> run(std::span<const RemovalOrder> orders, JobContext& job);

private:
    struct Candidate
    {
        MboxIndex::Place place;
        const RemovalOrder* order = nullptr;
    };
    /** Sorts out what is gone or changed; the rest, in the file's order, is looked at while copying. */
    std::vector<Candidate> match(std::span<const RemovalOrder> orders, RemovalOutcome& outcome) const;
    Result<std::vector<Candidate>> confirm(const std::vector<Candidate>& candidates, RemovalOutcome& outcome,
                                           JobContext& job) const;
    /** All but `doomed`, ready to be committed: read back, and the old file is still what was looked at. */
    Status writeWithout(const std::vector<Candidate>& doomed, AtomicFile& file, JobContext& job) const;
    Status checkGone(const std::vector<Candidate>& doomed, RemovalOutcome& outcome, JobContext& job);

    QString m_path;
    MboxIndex& m_index;
};

} // namespace staffelstab::mail
