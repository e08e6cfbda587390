// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/login.h"

#include <deque>
#include <vector>

namespace staffelstab::mail::imap {

/** Sorted UIDs that one UID FETCH asks for. */
using Batch = std::vector<quint32>;

inline constexpr std::size_t longestBatch = 200;
inline constexpr qint64 largestBatch = qint64{8} * 1024 * 1024;

/**
 * Sends UID FETCH commands, two in flight, and sees to it that every UID is answered for. A tagged OK proves nothing:
 * what did not come is missing. A NO to a batch hits all of it for the sake of one message, so the rest is asked for
 * one by one.
 */
class FetchRun : public ResponseSink
{
protected:
    /** What is already answered for is not asked for again. */
    Status fetch(Session& session, std::deque<Batch> batches);
    /** UIDVALIDITY changed under our hands: every UID means another message now. */
    void untagged(const StatusLine& status) override;
    /** The only UID that the oldest command in flight asks for; 0 if there are more. */
    [[nodiscard]] quint32 onlyUid() const;

    virtual Command commandFor(const Batch& batch) const = 0;
    [[nodiscard]] virtual bool isPending(quint32 uid) const = 0;
    virtual Status missing(quint32 uid, const Failure& why) = 0;

private:
    struct Sent
    {
        QByteArray tag;
        Batch batch;
    };
    Status settle(const Batch& batch, const StatusLine& answer, std::deque<Batch>& again);

    std::deque<Sent> m_inFlight;
    quint32 m_uidValidity = 0;
    bool m_isRenumbered = false;
};

/** Cuts sorted UIDs into batches of at most longestBatch. */
std::deque<Batch> batchesOf(const std::vector<quint32>& uids);

/** UIDs of `set` ("1:*", "7,9") that the open folder has, sorted. */
Result<std::vector<quint32>> existingUids(Session& session, const QByteArray& set);

} // namespace staffelstab::mail::imap
