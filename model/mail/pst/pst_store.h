// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"
#include "mail/pst/reader_process.h"

#include <QSet>

namespace staffelstab::mail {

/**
 * An Outlook data file (PST, OST), read by a process of its own (see pst_protocol.h) and never written to. Messages are
 * rebuilt (mapi/message_builder.h): the file holds no RFC 5322 source. A key is the node number in the file. Deleted
 * items and what Exchange keeps of them are folders of their own and left out unless asked for. An item that ends the
 * reader twice or stops it is reported as unreadable, the reading goes on behind it.
 *
 * remove() removes nothing: it says which messages are no longer there, because the leaver deleted them in Outlook.
 * Where a part of the file cannot be read that might hold them, they are kept as not proved.
 */
class PstStore : public MailStore
{
public:
    PstStore(QString file, QStringList wanted, bool includesDeleted, QString program = pst::ReaderProcess::ownProgram(),
             int silence = pst::silenceMs);
    /**
     * libpff keeps about 4 KB of every item it was asked for: after this many a new reader goes on, so that memory does
     * not grow with the mailbox.
     */
    void setItemsPerReader(quint32 items) { m_itemsPerReader = items; }
    [[nodiscard]] StoreKind kind() const override { return StoreKind::Pst; }
    [[nodiscard]] bool mayRemove() const override { return false; }
    Result<std::vector<Folder>> folders(JobContext& job) override;
    Status scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job) override;
    Status read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                JobContext& job) override;
    /** Ends the reader; the next call starts one anew. */
    void close() { m_reader.stop(); }
    Result<RemovalOutcome> remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job) override;

private:
    Result<std::vector<Folder>> list(JobContext& job);
    Status scanFolders(std::span<const Folder> folders, ScanSink& sink, JobContext& job);
    /** What libpff reads without a doubt may have been damaged all the same. */
    Status checkContent(int index, ScanSink& sink, JobContext& job);
    Status scanFolder(int index, const Folder& folder, ScanSink& sink, JobContext& job);
    Status scanItems(int index, const Folder& folder, quint32 next, ScanSink& sink, JobContext& job);
    /** An item's number in its folder, and what shows later that nobody wrote to the file since. */
    [[nodiscard]] ScanSink::Place placeAt(quint32 item) const;
    /** Where an earlier scan was stopped, else 0. */
    [[nodiscard]] quint32 firstItem(int index, ScanSink& sink) const;
    void tellPlace(int index, ScanSink& sink);
    /** The folder cannot be read from here on. A scan that goes on looks again, and finds it once more or not. */
    /** What nobody can see below `folder`; what concerns the file as a whole comes with the first folder. */
    void tellGaps(int index, const Folder& folder, ScanSink& sink);
    void tellFolder(int index, Failure&& why, ScanSink& sink);
    /** False if nothing of the folder can be read from here on. */
    bool goOnAfterLoss(int index, const Folder& folder, const Failure& why, quint32 before, quint32& next,
                       ScanSink& sink);
    void renewReader();
    /** One request, from item `next` on; `next` is behind the item at hand when the reader is lost. */
    Status scanFrom(int index, const Folder& folder, quint32& next, ScanSink& sink, JobContext& job);
    Status requestAhead(std::span<const MessageRef> messages, std::size_t& asked, std::size_t done);
    Status readOne(const MessageRef& ref, MessageReceiver& receiver, bool& hasBegun, JobContext& job);

    QString m_file;
    QStringList m_wanted;
    bool m_includesDeleted;
    /** What the last folders() could not reach. */
    std::vector<pst::GapFound> m_gaps;
    /** rawName of the folders that are deleted items. */
    QSet<QByteArray> m_deleted;
    pst::ReaderProcess m_reader;
    Progress m_progress;
    int m_losses = 0;
    /** Behind the item at which a reader of this folder was lost last. */
    std::optional<quint32> m_lostAt;
    /** stampOf() before the scan began. */
    QByteArray m_stamp;
    /** Items of the folder that the sink was told of, and up to where it has the place. */
    quint32 m_told = 0;
    quint32 m_toldPlace = 0;
    quint32 m_itemsPerReader = 20'000;
    quint32 m_served = 0;
};

} // namespace staffelstab::mail
