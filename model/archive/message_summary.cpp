// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/message_summary.h"

#include "mail/message_header.h"

#include <QStringList>

namespace staffelstab::archive {

namespace {

constexpr qsizetype longestText = 400;

QString cut(const QString& text)
{
    const QString simple = text.simplified();
    return simple.size() <= longestText ? simple : simple.first(longestText) + QChar(0x2026);
}

QString shown(const mail::Address& address)
{
    if (address.name.isEmpty() || address.name == address.address) {
        return address.address;
    }
    return address.address.isEmpty() ? address.name : QStringLiteral("%1 <%2>").arg(address.name, address.address);
}

QString listed(const std::vector<mail::Address>& addresses)
{
    QStringList texts;
    qsizetype length = 0;
    for (const mail::Address& address : addresses) {
        texts += shown(address);
        length += texts.back().size();
        if (length > longestText) {
            break;
        }
    }
    return cut(texts.join(QStringLiteral("; ")));
}

} // namespace

MessageSummary summarise(QByteArrayView header)
{
    const mail::MessageHeader parsed = mail::parseHeader(header);
    MessageSummary summary;
    summary.from = listed(parsed.from);
    summary.sender = parsed.from.empty() ? QString() : parsed.from.front().address;
    summary.to = listed(parsed.to);
    summary.cc = listed(parsed.cc);
    summary.subject = cut(parsed.subject);
    summary.date = parsed.date;
    summary.messageId = cut(QString::fromUtf8(parsed.messageId));
    summary.mayHaveAttachments = parsed.mayHaveAttachments;
    return summary;
}

} // namespace staffelstab::archive
