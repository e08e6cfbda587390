// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/item_body.h"

#include "mail/html_sanitiser.h"
#include "mail/mapi/code_page.h"
#include "mail/mapi/compressed_rtf.h"
#include "mail/mapi/mime_text.h"
#include "mail/mapi/property_ids.h"
#include "mail/mapi/rtf_body.h"

namespace staffelstab::mail::mapi {

namespace {

QString htmlOf(const PropertyBag& p)
{
    if (p.typeOf(id::html) != type::binary) {
        return p.text(id::html);
    }
    const auto codePage = static_cast<int>(p.integer(id::internetCodepage).value_or(65001));
    return decodeCodePage(p.bytes(id::html), codePage > 0 ? codePage : 65001).remove(QChar(u'\0'));
}

void takeRtf(ItemBody& body, const PropertyBag& p)
{
    Result<QByteArray> rtf = decompressRtf(p.bytes(id::rtfCompressed));
    if (!rtf) {
        body.isRtfDamaged = true;
        return;
    }
    RtfBody read = readRtf(*rtf);
    if (read.origin == RtfBody::Origin::Html) {
        body.html = std::move(read.content);
        return;
    }
    if (body.text.trimmed().isEmpty()) {
        body.text = std::move(read.content);
    }
    if (read.origin == RtfBody::Origin::Rtf) {
        body.rtf = std::move(*rtf);
    }
}

} // namespace

ItemBody bodyOf(const PropertyBag& p)
{
    ItemBody body;
    body.text = p.text(id::body);
    body.html = htmlOf(p);
    if (body.html.isEmpty() && p.has(id::rtfCompressed)) {
        takeRtf(body, p);
    }
    body.text = withCrLf(std::move(body.text));
    body.html = withCrLf(std::move(body.html));
    return body;
}

} // namespace staffelstab::mail::mapi
