// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"

#include <functional>

namespace staffelstab::mail::mapi {

/** An RFC 5322 message made of an item: its size is known before the attachments are read. */
class RebuiltMessage
{
public:
    using Sink = std::function<Status(QByteArrayView)>;

    /** Everything up to and including the first empty line. */
    [[nodiscard]] const QByteArray& header() const { return m_header; }
    /** What follows it, as far as no attachment comes between, at most `most` bytes. */
    [[nodiscard]] QByteArray bodyStart(qsizetype most) const;
    [[nodiscard]] qint64 size() const { return m_size; }
    /**
     * All bytes in pieces of at most 1 MiB; can be called again. A Failure of the sink ends it. MessageUnreadable if an
     * attachment gives fewer bytes than it said: what was sent is void then.
     */
    Status write(const Sink& sink) const;

    void add(const QByteArray& text);
    /** `data` in base64. */
    void add(std::shared_ptr<ByteSource> data);

private:
    struct Segment
    {
        QByteArray text;
        std::shared_ptr<ByteSource> data;
    };
    QByteArray m_header;
    std::vector<Segment> m_segments;
    qint64 m_size = 0;
};

/**
 * Rebuilds the message: header from the stored transport header and the properties, bodies, attachments, embedded
 * messages as message/rfc822. Contacts carry a vCard, appointments, meetings and tasks an iCalendar part, all with a
 * text to read. The same item gives the same bytes each time. A field X-Staffelstab-Rebuilt says where it comes from
 * (`origin`: "pst", "msg", "tnef") and what is not as it was: headers=made, body=rtf, rtf=damaged,
 * attachment=reference, incomplete. Each of the losses a reader of the message cannot see otherwise has a text file of
 * its own in it (missing_note.h). `original`, if given, is attached as application/vnd.ms-outlook, so that nothing is
 * lost that a message cannot hold.
 */
RebuiltMessage rebuildMessage(const Item& item, const QByteArray& origin,
                              const std::shared_ptr<ByteSource>& original = {});

/** Name under which an attachment is shown and saved. */
QString attachmentName(const Attachment& attachment);

} // namespace staffelstab::mail::mapi
