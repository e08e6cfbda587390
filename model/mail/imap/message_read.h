// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/fetch_run.h"
#include "mail/imap/message_key.h"
#include "mail/mail_store.h"

#include <optional>
#include <span>
#include <vector>

namespace staffelstab::mail::imap {

/**
 * Reads whole messages of one folder over one session, and goes on where it was when it is given another: a message
 * that was cut is continued at that byte (BODY[]<n.m>), as its receiver cannot take anything back. That it still is the
 * message of the scan is seen by its first bytes, which are held back so long. Only where a server cuts off headers
 * elsewhere than we do is a message asked for a second time, with what the server takes for its header.
 */
class MessageRead : private FetchRun
{
public:
    /** What is opened for reading only unless `isWritable`. All arguments outlive the object. */
    MessageRead(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver, bool isWritable);

    Status run(Session& session);
    [[nodiscard]] qint64 progress() const { return m_done + m_delivered; }

private:
    struct Wanted
    {
        UidKey key;
        const MessageRef* ref = nullptr;
        bool isDone = false;
        /** Its own first bytes were not the header of the scan. */
        bool isDoubted = false;
        /** The server's idea of its header is asked for as well. */
        bool isWithHeader = false;
    };

    Status refuseStrangers(quint32 uidValidity);
    std::deque<Batch> makeBatches();
    [[nodiscard]] Wanted* pending(quint32 uid);
    [[nodiscard]] bool isCut(const Wanted& wanted) const { return m_open == &wanted; }
    Status finishFailed(Wanted& wanted, const Failure& why);
    Status finishWhole(Wanted& wanted, const FetchItems& items);
    Status startBody(const FetchItems& items, const SectionStart& start);
    Status beginMessage(qint64 bytes);
    /** Takes from `bytes` until the header is whole; returns what is left of them. */
    Result<QByteArrayView> holdBack(QByteArrayView bytes);
    Status endHeader(qsizetype length);
    Status deliver(QByteArrayView bytes);
    /** What is wrong with the message, as far as that is known yet. */
    [[nodiscard]] std::optional<Failure> verdict(const MessageRef& ref, const FetchItems& items) const;

    Command commandFor(const Batch& batch) const override;
    [[nodiscard]] bool isPending(quint32 uid) const override;
    Status missing(quint32 uid, const Failure& why) override;
    void fetchBegins() override;
    Status sectionBegins(const FetchItems& items, const SectionStart& start) override;
    Status sectionPiece(QByteArrayView bytes) override;
    void sectionIsNil(Section section) override;
    Status fetchEnds(const FetchItems& items) override;

    const Folder& m_folder;
    MessageReceiver& m_receiver;
    bool m_isWritable;
    /** Sorted by UID. */
    std::vector<Wanted> m_wanted;
    qint64 m_done = 0;
    /** Bytes handed on in all. */
    qint64 m_delivered = 0;

    // the message the receiver has begun and not ended
    Wanted* m_open = nullptr;
    qint64 m_openBytes = 0;
    qint64 m_openTotal = 0;

    // the FETCH response being received
    enum class Body { Absent, Nil, HeldBack, Delivered, Kept, Skipped };
    Body m_body = Body::Absent;
    Section m_section = Section::Header;
    Wanted* m_target = nullptr;
    bool m_hasHeader = false;
    bool m_isHeaderTooLong = false;
    QByteArray m_header;
    // Of the body that is held back: its length, and the size the server had told before it (-1: not yet).
    qint64 m_bodyBytes = 0;
    qint64 m_toldSize = -1;
    /** A body that came before its UID. */
    QByteArray m_kept;
    std::optional<Failure> m_fault;
};

} // namespace staffelstab::mail::imap
