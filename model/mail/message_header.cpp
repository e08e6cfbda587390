// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message_header.h"

#include "mail/header_block.h"
#include "mail/mime_runtime.h"

#include <QTimeZone>

namespace staffelstab::mail {

namespace {

constexpr qsizetype longestText = 64L * 1024;
constexpr qsizetype longestAddressField = 512L * 1024;
constexpr std::size_t mostAddresses = 1000;
constexpr std::size_t mostReferences = 100;
constexpr int deepestGroup = 8;
constexpr int mostOpenGroups = 64;

bool is(QByteArrayView text, QByteArrayView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

QByteArray unfolded(QByteArrayView value, qsizetype limit)
{
    QByteArray line = value.first(std::min(value.size(), limit)).toByteArray();
    line.removeIf([](char c) { return c == '\r' || c == '\n'; });
    return line;
}

QByteArray firstWord(QByteArrayView value)
{
    const QByteArray line = unfolded(value, 1024).trimmed().toLower();
    const auto end =
        std::find_if(line.begin(), line.end(), [](char c) { return c == ' ' || c == ';' || c == '\t' || c == ','; });
    return line.first(end - line.begin());
}

void addAddresses(InternetAddressList* list, std::vector<Address>& out, int depth)
{
    const int count = internet_address_list_length(list);
    for (int i = 0; i < count && out.size() < mostAddresses; ++i) {
        InternetAddress* const entry = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(entry)) {
            InternetAddressList* const members = internet_address_group_get_members(INTERNET_ADDRESS_GROUP(entry));
            if (members != nullptr && depth < deepestGroup) {
                addAddresses(members, out, depth + 1);
            }
            continue;
        }
        const char* const name = internet_address_get_name(entry);
        const char* const address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(entry));
        Address found{singleLine(QString::fromUtf8(name)), singleLine(QString::fromUtf8(address)).toLower()};
        if (!found.name.isEmpty() || !found.address.isEmpty()) {
            out.push_back(std::move(found));
        }
    }
}

/** GMime descends once for each group that was opened and not closed: more than a few make its stack overflow. */
void flattenGroups(QByteArray& text)
{
    int open = 0;
    for (char& letter : text) {
        if (letter == ';') {
            open = std::max(0, open - 1);
        } else if (letter == ':' && ++open > mostOpenGroups) {
            letter = ' ';
        }
    }
}

void parseAddresses(QByteArrayView value, std::vector<Address>& out)
{
    QByteArray text = joinEncodedWords(guessUtf8(unfolded(value, longestAddressField)));
    flattenGroups(text);
    const ObjectPtr<InternetAddressList> list(internet_address_list_parse(nullptr, text.constData()));
    if (list) {
        addAddresses(list.get(), out, 0);
    }
}

void parseDate(QByteArrayView value, MessageHeader& header)
{
    const QByteArray text = guessUtf8(unfolded(value, 1024));
    GDateTime* const date = g_mime_utils_header_decode_date(text.constData());
    if (date == nullptr) {
        return;
    }
    if (g_date_time_get_year(date) >= 1900) {
        header.date = QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(date), Qt::UTC);
        header.zoneMinutes = static_cast<qint16>(g_date_time_get_utc_offset(date) / G_TIME_SPAN_MINUTE);
    }
    g_date_time_unref(date);
}

/** Everything between '<' and '>' that holds no white space. */
std::vector<QByteArray> bracketed(QByteArrayView value)
{
    std::vector<QByteArray> found;
    qsizetype begin = value.indexOf('<');
    while (begin >= 0) {
        const qsizetype end = value.indexOf('>', begin);
        if (end < 0) {
            break;
        }
        const qsizetype last = value.first(end).lastIndexOf('<');
        QByteArray id = value.sliced(last + 1, end - last - 1).toByteArray();
        id.removeIf([](char c) { return static_cast<unsigned char>(c) <= ' '; });
        if (!id.isEmpty() && id.size() <= 998) {
            found.push_back(std::move(id));
        }
        begin = value.indexOf('<', end);
    }
    return found;
}

QByteArray singleId(QByteArrayView value)
{
    const std::vector<QByteArray> ids = bracketed(value);
    if (!ids.empty()) {
        return ids.front();
    }
    QByteArray bare = unfolded(value, 998).trimmed();
    bare.removeIf([](char c) { return static_cast<unsigned char>(c) <= ' '; });
    return bare;
}

/** The root and the nearest ancestors say most about a thread: what is between is dropped beyond the limit. */
void limitReferences(std::vector<QByteArray>& references)
{
    if (references.size() > mostReferences) {
        references.erase(references.begin() + 1, references.end() - (mostReferences - 1));
    }
}

QByteArray listIdOf(QByteArrayView value)
{
    const std::vector<QByteArray> ids = bracketed(value);
    const QByteArray id = ids.empty() ? firstWord(value) : ids.back().toLower();
    return id == "<>" ? QByteArray() : id;
}

/** The address of "<mailto:list@host?subject=x>" (RFC 2369). */
QByteArray listPostOf(QByteArrayView value)
{
    for (const QByteArray& link : bracketed(value)) {
        if (link.toLower().startsWith("mailto:")) {
            const QByteArray address = link.mid(7);
            const qsizetype query = address.indexOf('?');
            return (query < 0 ? address : address.first(query)).toLower();
        }
    }
    return {};
}

Sensitivity sensitivityOf(QByteArrayView value)
{
    const QByteArray word = unfolded(value, 100).trimmed().toLower();
    if (word == "personal") {
        return Sensitivity::Personal;
    }
    if (word == "private") {
        return Sensitivity::Private;
    }
    return word == "company-confidential" || word == "company confidential" ? Sensitivity::CompanyConfidential
                                                                            : Sensitivity::None;
}

class HeaderReader
{
public:
    MessageHeader read(QByteArrayView block)
    {
        visitHeaderFields(block, [this](const HeaderField& field) {
            if (!readCorrespondents(field) && !readThread(field)) {
                readKind(field);
            }
        });
        if (m_header.listId.isEmpty()) {
            m_header.listId = m_listPost;
        }
        for (QByteArray& id : m_inReplyTo) {
            if (std::find(m_header.references.begin(), m_header.references.end(), id) == m_header.references.end()) {
                m_header.references.push_back(std::move(id));
            }
        }
        limitReferences(m_header.references);
        return std::move(m_header);
    }

private:
    bool readCorrespondents(const HeaderField& field)
    {
        if (is(field.name, "From")) {
            parseAddresses(field.value, m_header.from);
        } else if (is(field.name, "To")) {
            parseAddresses(field.value, m_header.to);
        } else if (is(field.name, "Cc")) {
            parseAddresses(field.value, m_header.cc);
        } else if (is(field.name, "Subject")) {
            if (m_header.subject.isEmpty()) {
                m_header.subject = decodeHeaderText(unfolded(field.value, longestText));
            }
        } else if (is(field.name, "Date")) {
            if (!m_header.date.isValid()) {
                parseDate(field.value, m_header);
            }
        } else {
            return false;
        }
        return true;
    }

    bool readThread(const HeaderField& field)
    {
        if (is(field.name, "Message-ID")) {
            if (m_header.messageId.isEmpty()) {
                m_header.messageId = singleId(field.value);
            }
        } else if (is(field.name, "References")) {
            m_header.references = bracketed(field.value);
            limitReferences(m_header.references);
        } else if (is(field.name, "In-Reply-To")) {
            m_inReplyTo = bracketed(field.value);
            limitReferences(m_inReplyTo);
        } else if (is(field.name, "List-Id")) {
            m_header.listId = listIdOf(field.value);
        } else if (is(field.name, "List-Post")) {
            m_listPost = listPostOf(field.value);
        } else {
            return false;
        }
        return true;
    }

    void readKind(const HeaderField& field)
    {
        const auto says = [&field](QByteArrayView name) { return is(field.name, name); };
        if (says("Sensitivity")) {
            m_header.sensitivity = sensitivityOf(field.value);
        } else if (says("Auto-Submitted")) {
            const QByteArray word = firstWord(field.value);
            m_header.isAutomatic |= !word.isEmpty() && word != "no";
        } else if (says("Precedence")) {
            const QByteArray word = firstWord(field.value);
            m_header.isAutomatic |= word == "bulk" || word == "auto_reply";
        } else if (says("Return-Path")) {
            m_header.isAutomatic |= firstWord(field.value) == "<>";
        } else if (says("Content-Type")) {
            const QByteArray type = firstWord(field.value);
            m_header.mayHaveAttachments = type == "multipart/mixed";
            m_header.isCalendar |= type == "text/calendar";
        } else if (says("Content-Class")) {
            m_header.isCalendar |= firstWord(field.value) == "urn:content-classes:calendarmessage";
        }
    }

    MessageHeader m_header;
    std::vector<QByteArray> m_inReplyTo;
    QByteArray m_listPost;
};

} // namespace

MessageHeader parseHeader(QByteArrayView header)
{
    if (header.size() > headerLimit) {
        return {};
    }
    ensureMime();
    return HeaderReader().read(header);
}

} // namespace staffelstab::mail
