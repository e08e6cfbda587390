// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/parcel_bytes.h"
#include "mail/imap/session_keeper.h"

#include <QSet>

#include <unordered_map>

namespace staffelstab::mail::imap {

/** A message of the target folder. */
struct TargetMessage
{
    quint32 uid = 0;
    qint64 bytes = 0;
    QByteArray fingerprint;
};

/** What lies in the folder that is being filled; each message there stands for one parcel at most. */
class TargetFolder
{
public:
    /** Opens it, made first if it is missing, and reads the headers of all it holds. */
    static Result<TargetFolder> open(SessionKeeper& sessions, const QStringList& levels, JobContext& job);

    [[nodiscard]] const Folder& folder() const { return m_folder; }
    [[nodiscard]] quint32 uidValidity() const { return m_uidValidity; }

    /** Reads the headers of what has come since the last look. FolderChanged if the folder was made anew. */
    Status lookAgain(SessionKeeper& sessions, JobContext& job);
    /** Messages left in the index that may be this one: of the same size and header, or of the same Message-ID. */
    [[nodiscard]] std::vector<TargetMessage> candidates(const MessagePrint& print) const;
    /** Takes a message out of the index. */
    void take(const TargetMessage& message);
    /** A key that MessageRead understands. */
    [[nodiscard]] MessageRef refOf(const TargetMessage& message) const;

private:
    class Filler;

    Folder m_folder;
    quint32 m_uidValidity = 0;
    quint32 m_nextUid = 1;
    /** By the first 8 bytes of the fingerprint. */
    std::unordered_multimap<quint64, TargetMessage> m_byPrint;
    /** By a hash of the Message-ID: the key above and the UID. */
    std::unordered_multimap<quint64, std::pair<quint64, quint32>> m_byId;
};

} // namespace staffelstab::mail::imap
