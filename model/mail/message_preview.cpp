// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message_preview.h"

#include "mail/header_block.h"
#include "mail/html_sanitiser.h"
#include "mail/mapi/message_builder.h"
#include "mail/message_file.h"
#include "mail/message_header.h"
#include "mail/mime/mime_part.h"
#include "mail/msg/msg_reader.h"
#include "mail/msg/tnef_reader.h"

namespace staffelstab::mail {

namespace {

constexpr int deepestPart = 50;
constexpr std::size_t mostParts = 2'000;
constexpr qsizetype longestText = 200'000;
constexpr int longestWord = 1'000;
/** Bytes of a text part that are decoded: HTML of many bytes may hold little text. */
constexpr qsizetype longestTextPart = 2L * 1024 * 1024;

bool isShown(QChar c)
{
    const char16_t unit = c.unicode();
    const bool isControl = (unit < 0x20 && unit != u'\n' && unit != u'\t') || (unit >= 0x7f && unit < 0xa0);
    return !isControl && !(unit >= 0x202a && unit <= 0x202e) && !(unit >= 0x2066 && unit <= 0x2069) && unit != 0xfffc;
}

/** Without control characters, and with room to break words that a text view would need minutes to lay out. */
QString readable(QStringView text)
{
    QString out;
    int word = 0;
    for (const QChar c : text) {
        if (!isShown(c)) {
            continue;
        }
        word = c.isSpace() ? 0 : word + 1;
        if (word > longestWord && !c.isLowSurrogate()) {
            out.append(QChar(0x200b));
            word = 1;
        }
        out.append(c);
    }
    return out;
}

class PreviewMaker
{
public:
    MessagePreview run(QByteArrayView message)
    {
        walk(MimePart::read(message), 0);
        m_preview.text = readable(QStringView(m_text).first(std::min(m_text.size(), longestText)));
        m_preview.isCut = m_preview.isCut || m_text.size() > longestText;
        if (!m_html.isEmpty()) {
            m_preview.html = sanitiseHtml(m_html);
            if (m_preview.text.trimmed().isEmpty()) {
                m_preview.text = readable(htmlToText(m_html));
            }
        }
        m_preview.text.truncate(longestText);
        return std::move(m_preview);
    }

private:
    void walk(const MimePart& part, int depth)
    {
        if (++m_parts > mostParts || depth > deepestPart) {
            m_preview.isCut = true;
            return;
        }
        if (part.isMultipart()) {
            for (const QByteArrayView below : part.parts(mostParts)) {
                walk(MimePart::read(below), depth + 1);
                if (m_parts > mostParts) {
                    return;
                }
            }
            return;
        }
        if (walkOutlook(part, depth)) {
            return;
        }
        const bool isHtml = part.mediaType == "text/html";
        const bool isText = isHtml || part.mediaType == "text/plain" || part.mediaType.startsWith("multipart/");
        if (part.isAttachment || !isText || (!part.fileName.isEmpty() && depth > 0)) {
            addAttachment(part);
        } else {
            add(isHtml ? m_html : m_text, part);
        }
    }

    /** winmail.dat and attached .msg files: what is in them is shown as if it stood here. */
    bool walkOutlook(const MimePart& part, int depth)
    {
        const QString name = part.fileName.toLower();
        const bool isTnef = part.mediaType.endsWith("/ms-tnef") || part.mediaType.endsWith("/vnd.ms-tnef") ||
                            name == QLatin1String("winmail.dat");
        const bool isMsg = part.mediaType == "application/vnd.ms-outlook" || name.endsWith(QLatin1String(".msg"));
        if (!isTnef && !isMsg) {
            return false;
        }
        const QByteArray bytes = part.decoded(previewLimit);
        const Result<mapi::Item> item = isTnef ? readTnef(bytes) : readMsg(bytes);
        if (!item) {
            return false;
        }
        if (isMsg) {
            addAttachment(part);
        }
        QByteArray whole;
        const Status written = mapi::rebuildMessage(*item, isTnef ? "tnef" : "msg").write([&](QByteArrayView piece) {
            whole.append(piece.first(std::min(piece.size(), previewLimit - whole.size())));
            return Status(Done{});
        });
        // An attached message is one of its own: its attachments are named, its text is not mixed in.
        const QString text = m_text;
        const QString html = m_html;
        walk(MimePart::read(whole), depth + 1);
        if (isMsg) {
            m_text = text;
            m_html = html;
        }
        return written.isOk();
    }

    void addAttachment(const MimePart& part)
    {
        QString name = part.fileName;
        if (name.isEmpty() && part.mediaType == "message/rfc822") {
            const qsizetype length = headerLength(part.body.first(std::min(part.body.size(), headerLimit)));
            name = parseHeader(part.body.first(std::max<qsizetype>(length, 0))).subject.left(200);
        }
        m_preview.attachments.push_back(
            {std::move(name), QString::fromLatin1(part.mediaType).left(100), part.decodedSize()});
    }

    void add(QString& to, const MimePart& part)
    {
        if (to.size() > longestTextPart) {
            m_preview.isCut = true;
            return;
        }
        QString text = part.text(longestTextPart);
        text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
        if (!to.isEmpty() && !to.endsWith(u'\n')) {
            to.append(u'\n');
        }
        to.append(text);
        m_preview.isCut = m_preview.isCut || part.body.size() > longestTextPart;
    }

    MessagePreview m_preview;
    QString m_text;
    QString m_html;
    std::size_t m_parts = 0;
};

/** Takes what makePreview() looks at and then stops the read. */
class Collector : public MessageReceiver
{
public:
    Status begin(const MessageRef&) override
    {
        bytes.clear();
        return Done{};
    }
    Status piece(QByteArrayView piece) override
    {
        const qsizetype room = previewLimit - bytes.size();
        bytes.append(piece.first(std::min(piece.size(), room)));
        if (piece.size() > room) {
            isFull = true;
            return Failure{Failure::Kind::LimitExceeded, {}, {}};
        }
        return Done{};
    }
    Status end() override
    {
        isComplete = true;
        return Done{};
    }
    Status failed(const MessageRef&, const Failure& why) override
    {
        failure = why;
        return Done{};
    }

    QByteArray bytes;
    bool isFull = false;
    bool isComplete = false;
    Failure failure{Failure::Kind::MessageGone, {}, {}};
};

} // namespace

Result<MessagePreview> makePreview(QByteArrayView message)
{
    if (message.isEmpty()) {
        return unreadable(QStringLiteral("empty message"));
    }
    MessagePreview preview = PreviewMaker().run(message.first(std::min<qint64>(message.size(), previewLimit)));
    preview.isCut = preview.isCut || message.size() > previewLimit;
    return preview;
}

Result<MessagePreview> readPreview(MailStore& store, const Folder& folder, const MessageRef& message, JobContext& job)
{
    Collector collector;
    const Status read = store.read(folder, std::span(&message, 1), collector, job);
    if (!read && !collector.isFull) {
        return read.failure();
    }
    if (!collector.isFull && !collector.isComplete) {
        return collector.failure;
    }
    Result<MessagePreview> preview = makePreview(collector.bytes);
    if (preview) {
        preview->isCut = preview->isCut || collector.isFull;
    }
    return preview;
}

} // namespace staffelstab::mail
