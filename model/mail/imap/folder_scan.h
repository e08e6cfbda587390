// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/fetch_run.h"
#include "mail/mail_store.h"

#include <span>
#include <unordered_set>

namespace staffelstab::mail::imap {

/** Scans folders over one session, and goes on where it was when it is given another. */
class FolderScan : private FetchRun
{
public:
    /** `firstUid`: what has a lower UID is left out. */
    FolderScan(std::span<const Folder> folders, ScanSink& sink, JobContext& job, quint32 firstUid = 1);

    Status run(Session& session);
    /** Grows with everything that was answered for. */
    [[nodiscard]] qint64 progress() const { return m_done + static_cast<qint64>(m_index); }

private:
    Status scanFolder(Session& session, const Folder& folder);
    Status listMessages(Session& session);
    void takeUp(std::span<const quint32> uids);
    void reportProgress();
    void tick(quint32 uid);

    Command commandFor(const Batch& batch) const override;
    [[nodiscard]] bool isPending(quint32 uid) const override { return m_pending.contains(uid); }
    Status missing(quint32 uid, const Failure& why) override;
    void fetchBegins() override;
    [[nodiscard]] bool wantsText() const override { return true; }
    Status sectionBegins(const FetchItems& items, const SectionStart& start) override;
    Status sectionPiece(QByteArrayView bytes) override;
    void sectionIsNil(Section section) override;
    Status fetchEnds(const FetchItems& items) override;

    std::span<const Folder> m_folders;
    ScanSink& m_sink;
    JobContext& m_job;
    quint32 m_firstUid;
    qint64 m_done = 0;
    qint64 m_total = 0;

    // the folder being scanned
    std::size_t m_index = 0;
    bool m_isBegun = false;
    quint32 m_uidValidity = 0;
    std::unordered_set<quint32> m_pending;

    // the message being received
    enum class Header { Absent, Nil, TooLong, There };
    Header m_state = Header::Absent;
    QByteArray m_header;
    bool m_isInText = false;
    QByteArray m_text;
};

} // namespace staffelstab::mail::imap
