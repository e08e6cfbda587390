// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/body_text.h"

#include "mail/header_block.h"
#include "mail/html_sanitiser.h"
#include "mail/mail_store.h"
#include "mail/mime/mime_part.h"

namespace staffelstab::mail {

namespace {

constexpr int deepestPart = 4;
constexpr std::size_t mostParts = 32;
constexpr qsizetype mostAttachments = 16;

class BodyReader
{
public:
    BodyText run(const MimePart& message)
    {
        walk(message, 0);
        if (m_body.text.trimmed().isEmpty() && !m_html.isEmpty()) {
            m_body.text = htmlToText(m_html);
            m_body.isHtmlOnly = true;
        }
        return std::move(m_body);
    }

private:
    void walk(const MimePart& part, int depth)
    {
        if (++m_parts > mostParts || depth > deepestPart) {
            return;
        }
        if (part.isMultipart()) {
            for (const QByteArrayView below : part.parts(mostParts)) {
                walk(MimePart::read(below), depth + 1);
            }
            return;
        }
        const bool isHtml = part.mediaType == "text/html";
        const bool isText = isHtml || part.mediaType == "text/plain" || part.mediaType.startsWith("multipart/");
        if (part.isAttachment || !isText || (!part.fileName.isEmpty() && depth > 0)) {
            if (m_body.attachments.size() < mostAttachments) {
                const bool isNamed = !part.fileName.isEmpty();
                m_body.attachments += isNamed ? part.fileName : QString::fromLatin1(part.mediaType.left(100));
            }
        } else if (QString& to = isHtml ? m_html : m_body.text; to.isEmpty()) {
            to = part.text(bodyStartLimit);
        }
    }

    BodyText m_body;
    QString m_html;
    std::size_t m_parts = 0;
};

} // namespace

BodyText readBodyText(QByteArrayView header, QByteArrayView bodyStart)
{
    if (header.size() > headerLimit) {
        return {};
    }
    QByteArray message;
    message.reserve(header.size() + bodyStart.size());
    message.append(header).append(bodyStart.first(std::min(bodyStart.size(), bodyStartLimit)));
    return BodyReader().run(MimePart::read(message));
}

} // namespace staffelstab::mail
