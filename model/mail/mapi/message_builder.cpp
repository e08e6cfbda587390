// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/message_builder.h"

#include "mail/header_block.h"
#include "mail/mapi/calendar_entry.h"
#include "mail/mapi/contact_card.h"
#include "mail/mapi/item_body.h"
#include "mail/mapi/message_header_fields.h"
#include "mail/mapi/mime_text.h"
#include "mail/mapi/missing_note.h"
#include "mail/mapi/property_ids.h"

#include <QSet>

namespace staffelstab::mail::mapi {

namespace {

constexpr qsizetype pieceSize = 1024L * 1024;

/** A part that is text of ours: content type, encoded body. */
struct TextPart
{
    QByteArray fields;
    QByteArray body;
};

TextPart textPart(const char* subtype, const QString& text, const QByteArray& disposition = {})
{
    return {QByteArray("Content-Type: text/") + subtype + "; charset=utf-8\r\n" + disposition +
                "Content-Transfer-Encoding: quoted-printable\r\n",
            quotedPrintable(text.toUtf8())};
}

/** vCard and iCalendar: as they are where they are ASCII, so that any program finds their lines. */
TextPart cardPart(const char* subtype, const QByteArray& card, const QString& fileName)
{
    const QByteArray disposition = "Content-Disposition: attachment" + headerParameter("filename", fileName) + "\r\n";
    const QByteArray type =
        QByteArray("Content-Type: text/") + subtype + "; charset=utf-8" + headerParameter("name", fileName) + "\r\n";
    const bool isAscii = std::all_of(card.begin(), card.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    return {type + disposition +
                (isAscii ? "Content-Transfer-Encoding: 7bit\r\n" : "Content-Transfer-Encoding: 8bit\r\n"),
            card};
}

bool isMediaType(const QByteArray& type)
{
    const qsizetype slash = type.indexOf('/');
    return slash > 0 && slash + 1 < type.size() && type.size() < 100 && type.count('/') == 1 &&
           std::all_of(type.begin(), type.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '+' || c == '.';
           });
}

QByteArray mediaTypeOf(const PropertyBag& p)
{
    const QByteArray type = p.text(id::attachMimeTag).toLatin1().toLower();
    // RFC 2046 section 5 forbids base64 for these.
    const bool isComposite = type.startsWith("multipart/") || type.startsWith("message/");
    return isMediaType(type) && !isComposite ? type : QByteArray("application/octet-stream");
}

QByteArray contentIdOf(const PropertyBag& p)
{
    QByteArray contentId = p.text(id::attachContentId).toUtf8();
    contentId.removeIf([](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>'; });
    return contentId.left(500);
}

QString safeFileName(QString name, const QString& ending)
{
    name.removeIf([](QChar c) { return c < u' '; });
    name.replace(u'/', u'_').replace(u'\\', u'_');
    return (name.isEmpty() ? QStringLiteral("-") : name.left(100)) + ending;
}

class Builder
{
public:
    Builder(RebuiltMessage& message, QByteArray origin) : m_message(message), m_origin(std::move(origin)) {}

    void build(const Item& item, int depth, const std::shared_ptr<ByteSource>& original);

private:
    void addLeaves(const Item& item, std::vector<TextPart>& parts);
    void addBody(const std::vector<TextPart>& alternatives);
    void addAttachment(const Attachment& attachment, int depth);
    void addText(const TextPart& part) { m_message.add(part.fields + "\r\n" + part.body + "\r\n"); }
    [[nodiscard]] QByteArray newBoundary() { return "=_Staffelstab_" + QByteArray::number(m_boundaries++) + "_="; }
    void note(const char* what) { m_notes += QByteArray("; ") + what; }
    void noteLosses(const Item& item);

    RebuiltMessage& m_message;
    QByteArray m_origin;
    QByteArray m_notes;
    int m_boundaries = 0;
    ItemBody m_body;
};

bool isOfClass(const PropertyBag& p, const char* wanted)
{
    const QByteArray name = p.text(id::messageClass).toLatin1().toLower();
    const QByteArray lower = QByteArray(wanted).toLower();
    return name == lower || name.startsWith(lower + '.');
}

/** What stands beside the text: the card of a contact, the entry of a calendar. */
std::vector<TextPart> cardsOf(const Item& item, const ItemBody& body)
{
    const PropertyBag& p = item.properties;
    const QString text = body.text.trimmed();
    if (isOfClass(p, "IPM.Contact")) {
        return {cardPart("vcard", contactCard(p, text), safeFileName(contactName(p), QStringLiteral(".vcf")))};
    }
    if (isOfClass(p, "IPM.DistList")) {
        return {cardPart("vcard", groupCard(p, text), safeFileName(contactName(p), QStringLiteral(".vcf")))};
    }
    const QString calendarName = safeFileName(subjectOf(p), QStringLiteral(".ics"));
    if (isOfClass(p, "IPM.Appointment") || isOfClass(p, "IPM.Schedule.Meeting") || p.has(id::appointmentStart)) {
        return {cardPart("calendar", appointmentEntry(item, text), calendarName)};
    }
    if (isOfClass(p, "IPM.Task") || isOfClass(p, "IPM.TaskRequest")) {
        return {cardPart("calendar", taskEntry(item, text), calendarName)};
    }
    if (isOfClass(p, "IPM.Activity")) {
        return {cardPart("calendar", journalEntry(item, text), calendarName)};
    }
    return {};
}

void Builder::noteLosses(const Item& item)
{
    if (item.properties.text(id::transportMessageHeaders).isEmpty()) {
        note("headers=made");
    }
    if (m_body.isRtfDamaged) {
        note("rtf=damaged");
    }
    if (item.isIncomplete) {
        note("incomplete");
    }
    for (const Attachment& attachment : item.attachments) {
        switch (attachment.kind) {
        case Attachment::Kind::Reference:
            note("attachment=reference");
            break;
        case Attachment::Kind::Ole:
            note("attachment=ole");
            break;
        case Attachment::Kind::Damaged:
            note("attachment=damaged");
            break;
        default:
            break;
        }
    }
}

TextPart notePart(const MissingNote& missing)
{
    return textPart("plain", missing.text,
                    "Content-Disposition: attachment" + headerParameter("filename", missing.fileName) + "\r\n");
}

bool hasContent(const Attachment& attachment)
{
    return attachment.data || attachment.item;
}

void Builder::build(const Item& item, int depth, const std::shared_ptr<ByteSource>& original)
{
    m_notes.clear();
    m_body = bodyOf(item.properties);
    noteLosses(item);
    std::vector<TextPart> leaves = cardsOf(item, m_body);
    if (!m_body.rtf.isEmpty()) {
        leaves.push_back({"Content-Type: application/rtf; name=\"body.rtf\"\r\nContent-Disposition: attachment;\r\n "
                          "filename=\"body.rtf\"\r\nContent-Transfer-Encoding: base64\r\n",
                          base64Lines(m_body.rtf)});
    }
    if (item.isIncomplete || m_body.isRtfDamaged) {
        leaves.push_back(notePart(noteOfIncompleteItem()));
    }
    std::vector<const Attachment*> related;
    std::vector<const Attachment*> attached;
    for (const Attachment& one : item.attachments) {
        if (hasContent(one)) {
            const QByteArray contentId = contentIdOf(one.properties);
            const bool isShown = !contentId.isEmpty() &&
                                 m_body.html.contains("cid:" + QString::fromUtf8(contentId), Qt::CaseInsensitive);
            (isShown ? related : attached).push_back(&one);
        } else {
            leaves.push_back(notePart(noteOf(one)));
        }
    }
    std::vector<TextPart> alternatives;
    if (!m_body.text.trimmed().isEmpty() || m_body.html.isEmpty()) {
        alternatives.push_back(textPart("plain", m_body.text));
    }
    if (!m_body.html.isEmpty()) {
        alternatives.push_back(textPart("html", m_body.html));
    }
    m_body = {};
    m_message.add(headerFields(item) + "X-Staffelstab-Rebuilt: " + m_origin + m_notes + "\r\nMIME-Version: 1.0\r\n");
    const bool isMixed = !leaves.empty() || !attached.empty() || original;
    const QByteArray mixed = isMixed ? newBoundary() : QByteArray();
    if (isMixed) {
        m_message.add("Content-Type: multipart/mixed; boundary=\"" + mixed + "\"\r\n\r\n--" + mixed + "\r\n");
    }
    const QByteArray around = related.empty() ? QByteArray() : newBoundary();
    if (!related.empty()) {
        m_message.add("Content-Type: multipart/related; boundary=\"" + around + "\"\r\n\r\n--" + around + "\r\n");
    }
    addBody(alternatives);
    for (const Attachment* one : related) {
        m_message.add("--" + around + "\r\n");
        addAttachment(*one, depth);
    }
    m_message.add(related.empty() ? QByteArray() : "--" + around + "--\r\n");
    for (const TextPart& leaf : leaves) {
        m_message.add("--" + mixed + "\r\n");
        addText(leaf);
    }
    for (const Attachment* one : attached) {
        m_message.add("--" + mixed + "\r\n");
        addAttachment(*one, depth);
    }
    if (original) {
        m_message.add("--" + mixed +
                      "\r\nContent-Type: application/vnd.ms-outlook; name=\"original.msg\"\r\nContent-Disposition: "
                      "attachment;\r\n filename=\"original.msg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        m_message.add(original);
    }
    m_message.add(isMixed ? "--" + mixed + "--\r\n" : QByteArray());
}

void Builder::addBody(const std::vector<TextPart>& alternatives)
{
    if (alternatives.size() == 1) {
        addText(alternatives.front());
        return;
    }
    const QByteArray boundary = newBoundary();
    m_message.add("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n");
    for (const TextPart& part : alternatives) {
        m_message.add("--" + boundary + "\r\n");
        addText(part);
    }
    m_message.add("--" + boundary + "--\r\n");
}

void Builder::addAttachment(const Attachment& attachment, int depth)
{
    const PropertyBag& p = attachment.properties;
    const QByteArray contentId = contentIdOf(p);
    const QByteArray disposition = QByteArray("Content-Disposition: ") +
                                   (p.flag(id::attachmentHidden) ? "inline" : "attachment") +
                                   headerParameter("filename", attachmentName(attachment)) + "\r\n" +
                                   (contentId.isEmpty() ? QByteArray() : "Content-ID: <" + contentId + ">\r\n");
    if (attachment.item && depth < deepestItem) {
        m_message.add("Content-Type: message/rfc822\r\n" + disposition + "\r\n");
        build(*attachment.item, depth + 1, {});
        return;
    }
    m_message.add("Content-Type: " + mediaTypeOf(p) + headerParameter("name", attachmentName(attachment)) + "\r\n" +
                  disposition + "Content-Transfer-Encoding: base64\r\n\r\n");
    if (attachment.data) {
        m_message.add(attachment.data);
    }
}

} // namespace

void RebuiltMessage::add(const QByteArray& text)
{
    if (m_segments.empty() || m_segments.back().data) {
        m_segments.emplace_back();
    }
    m_segments.back().text += text;
    m_size += text.size();
    if (m_header.isEmpty()) {
        const qsizetype length = headerLength(m_segments.front().text);
        m_header = length > 0 ? m_segments.front().text.first(length) : QByteArray();
    }
}

void RebuiltMessage::add(std::shared_ptr<ByteSource> data)
{
    if (m_segments.empty() || m_segments.back().data) {
        m_segments.emplace_back();
    }
    m_size += base64Size(data->size());
    m_segments.back().data = std::move(data);
}

namespace {

Status writeEncoded(ByteSource& data, const RebuiltMessage::Sink& sink)
{
    if (Status rewound = data.rewind(); !rewound) {
        return rewound;
    }
    QByteArray block(static_cast<qsizetype>(base64Block), Qt::Uninitialized);
    qint64 left = data.size();
    while (left > 0) {
        const qint64 wanted = std::min<qint64>(left, block.size());
        qint64 filled = 0;
        while (filled < wanted) {
            const Result<qint64> got = data.read(block.data() + filled, wanted - filled);
            if (!got) {
                return got.failure();
            }
            if (*got <= 0) {
                return Failure{Failure::Kind::MessageUnreadable, {}, QStringLiteral("attachment ends early")};
            }
            filled += *got;
        }
        if (Status sent = sink(base64Lines(QByteArrayView(block.constData(), filled))); !sent) {
            return sent;
        }
        left -= filled;
    }
    return Done{};
}

} // namespace

QByteArray RebuiltMessage::bodyStart(qsizetype most) const
{
    return m_segments.empty() ? QByteArray() : m_segments.front().text.mid(m_header.size(), most);
}

Status RebuiltMessage::write(const Sink& sink) const
{
    for (const Segment& segment : m_segments) {
        for (qsizetype at = 0; at < segment.text.size(); at += pieceSize) {
            const QByteArrayView piece = QByteArrayView(segment.text).sliced(at);
            if (Status sent = sink(piece.first(std::min(pieceSize, piece.size()))); !sent) {
                return sent;
            }
        }
        if (segment.data) {
            if (Status sent = writeEncoded(*segment.data, sink); !sent) {
                return sent;
            }
        }
    }
    return Done{};
}

RebuiltMessage rebuildMessage(const Item& item, const QByteArray& origin, const std::shared_ptr<ByteSource>& original)
{
    RebuiltMessage message;
    Builder(message, origin).build(item, 0, original);
    return message;
}

QString attachmentName(const Attachment& attachment)
{
    for (const PropertyKey key :
         {id::attachLongFilename, id::attachFilename, id::displayName, id::attachLongPathname}) {
        if (QString name = attachment.properties.text(key).trimmed(); !name.isEmpty()) {
            return name.section(u'\\', -1);
        }
    }
    if (attachment.item) {
        const QString subject = subjectOf(attachment.item->properties);
        return safeFileName(subject, QStringLiteral(".eml"));
    }
    return QStringLiteral("attachment");
}

} // namespace staffelstab::mail::mapi
