// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/message_table.h"

#include "core/sha256.h"
#include "separation/disjoint_sets.h"
#include "separation/string_pool.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <unordered_map>

namespace staffelstab::separation {

namespace {

constexpr qsizetype longestSubject = 2000;
constexpr std::size_t longestName = 998;

struct PackedRow
{
    qint64 bytes = 0;
    qint64 date = MessageTable::noDate;
    quint64 idHash = 0;
    quint64 firstMention = 0;
    quint64 firstReference = 0;
    quint32 from = 0;
    quint32 to = 0;
    quint32 cc = 0;
    quint32 references = 0;
    quint32 folder = 0;
    quint32 subject = 0;
    quint32 correspondent = 0;
    /** Number of the Message-ID in its pool, and of the node in the threads; a row without one has its own. */
    quint32 node = 0;
    quint32 listId = 0;
    quint16 mailbox = 0;
    mail::Sensitivity sensitivity = mail::Sensitivity::None;
    bool hasMessageId : 1 = false;
    bool hasHeaderDate : 1 = false;
    bool isOutgoing : 1 = false;
    bool isAutomatic : 1 = false;
    bool isCalendar : 1 = false;
    bool mayHaveAttachments : 1 = false;
    bool hasTwin : 1 = false;
};

struct PackedCorrespondent
{
    quint32 key = 0;
    quint32 address = 0;
    quint32 name = 0;
    bool isNamedBySelf = false;
};

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QByteArray bytesOf(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

std::string_view cut(std::string_view text)
{
    return text.substr(0, longestName);
}

quint64 shortHash(const QByteArray& bytes)
{
    return qFromBigEndian<quint64>(Sha256::of(bytes).constData());
}

QString hex(quint64 number)
{
    return QStringLiteral("%1").arg(number, 16, 16, QLatin1Char('0'));
}

template <typename T>
qint64 heldBy(const std::vector<T>& vector)
{
    const std::size_t bytes = vector.capacity() * sizeof(T);
    return static_cast<qint64>(bytes);
}

} // namespace

struct MessageTable::Columns
{
    QSet<QString> own;
    std::vector<TableFolder> folders;
    std::vector<PackedRow> rows;
    std::vector<Mention> mentions;
    std::vector<quint32> references;
    std::vector<PackedCorrespondent> correspondents;
    StringPool correspondentKeys;
    /** Correspondent number + 1 by number of its key; 0: none yet. */
    std::vector<quint32> correspondentByKey;
    StringPool addresses;
    StringPool names;
    StringPool subjects;
    StringPool messageIds;
    StringPool listIds;
    TextColumn keys;
    TextColumn fingerprints;
    DisjointSets threads;
    std::unordered_map<quint64, Row> rowByHash;

    [[nodiscard]] bool isOwn(const mail::Address& person) const { return own.contains(person.address); }
    [[nodiscard]] bool isOutgoing(const MessageFacts& facts) const;
    [[nodiscard]] mail::Address otherPerson(const MessageFacts& facts, bool outgoing) const;
    quint32 correspondentOf(const mail::Address& person, bool isSender);
    quint32 addMentions(const std::vector<mail::Address>& people);
    void addThread(PackedRow& row, const mail::MessageHeader& header);
    void addIdHash(PackedRow& row, const MessageFacts& facts);
};

bool MessageTable::Columns::isOutgoing(const MessageFacts& facts) const
{
    const auto use = facts.folder < folders.size() ? folders[facts.folder].folder.use : mail::SpecialUse::None;
    return use == mail::SpecialUse::Sent || use == mail::SpecialUse::Drafts ||
           (!facts.header.from.empty() && isOwn(facts.header.from.front()));
}

mail::Address MessageTable::Columns::otherPerson(const MessageFacts& facts, bool outgoing) const
{
    const mail::MessageHeader& header = facts.header;
    const mail::Address* fallback = nullptr;
    if (outgoing) {
        for (const auto* field : {&header.to, &header.cc}) {
            for (const mail::Address& person : *field) {
                if (!isOwn(person) && !(person.address.isEmpty() && person.name.isEmpty())) {
                    return person;
                }
                fallback = fallback ? fallback : &person;
            }
        }
    }
    if (fallback) {
        return *fallback;
    }
    return header.from.empty() ? mail::Address{} : header.from.front();
}

quint32 MessageTable::Columns::correspondentOf(const mail::Address& person, bool isSender)
{
    const QByteArray address = person.address.toLower().toUtf8();
    const QByteArray name = person.name.simplified().toUtf8();
    const QByteArray key = address.isEmpty() ? person.name.simplified().toLower().toUtf8() : address;
    const quint32 keyNumber = correspondentKeys.intern(cut(viewOf(key)));
    correspondentByKey.resize(correspondentKeys.size(), 0);
    quint32& number = correspondentByKey[keyNumber];
    if (number == 0) {
        correspondents.push_back({keyNumber, addresses.intern(cut(viewOf(address))), 0, false});
        number = static_cast<quint32>(correspondents.size());
    }
    PackedCorrespondent& known = correspondents[number - 1];
    // What people call themselves is better than what others call them.
    if (!name.isEmpty() && (known.name == 0 || (isSender && !known.isNamedBySelf))) {
        known.name = names.intern(cut(viewOf(name)));
        known.isNamedBySelf = isSender;
    }
    return number - 1;
}

quint32 MessageTable::Columns::addMentions(const std::vector<mail::Address>& people)
{
    for (const mail::Address& person : people) {
        const QByteArray address = person.address.toUtf8();
        const QByteArray name = person.name.toUtf8();
        mentions.push_back({addresses.intern(cut(viewOf(address))), names.intern(cut(viewOf(name)))});
    }
    return static_cast<quint32>(people.size());
}

void MessageTable::Columns::addThread(PackedRow& row, const mail::MessageHeader& header)
{
    row.hasMessageId = !header.messageId.isEmpty();
    row.node = row.hasMessageId ? messageIds.intern(cut(viewOf(header.messageId))) : messageIds.appendUnnamed();
    row.firstReference = references.size();
    for (const QByteArray& reference : header.references) {
        if (!reference.isEmpty()) {
            references.push_back(messageIds.intern(cut(viewOf(reference))));
        }
    }
    row.references = static_cast<quint32>(references.size() - row.firstReference);
    threads.growTo(messageIds.size());
    for (quint32 i = 0; i < row.references; ++i) {
        threads.unite(row.node, references[row.firstReference + i]);
    }
}

void MessageTable::Columns::addIdHash(PackedRow& row, const MessageFacts& facts)
{
    QByteArray text = QByteArray::number(facts.mailbox) + '\0';
    if (facts.folder < folders.size()) {
        text += folders[facts.folder].folder.path.toUtf8() + '\0' + folders[facts.folder].folder.rawName;
    }
    text += '\0' + (facts.fingerprint.isEmpty() ? "key:" + facts.key : facts.fingerprint);
    row.idHash = shortHash(text);
    const auto [entry, isNew] = rowByHash.try_emplace(row.idHash, static_cast<Row>(rows.size()));
    if (!isNew) {
        row.hasTwin = true;
        rows[entry->second].hasTwin = true;
    }
}

MessageTable::MessageTable() : m_columns(std::make_unique<Columns>()) {}
MessageTable::~MessageTable() = default;
MessageTable::MessageTable(MessageTable&&) noexcept = default;
MessageTable& MessageTable::operator=(MessageTable&&) noexcept = default;

void MessageTable::setOwnAddresses(const QStringList& addresses)
{
    m_columns->own.clear();
    for (const QString& address : addresses) {
        if (!address.trimmed().isEmpty()) {
            m_columns->own.insert(address.trimmed().toLower());
        }
    }
}

quint32 MessageTable::addFolder(TableFolder folder)
{
    auto& folders = m_columns->folders;
    const auto known = std::find_if(folders.begin(), folders.end(), [&](const TableFolder& other) {
        return other.mailbox == folder.mailbox && other.folder.path == folder.folder.path &&
               other.folder.rawName == folder.folder.rawName;
    });
    if (known != folders.end()) {
        return static_cast<quint32>(known - folders.begin());
    }
    folders.push_back(std::move(folder));
    return static_cast<quint32>(folders.size() - 1);
}

Row MessageTable::append(const MessageFacts& facts)
{
    Columns& c = *m_columns;
    const mail::MessageHeader& header = facts.header;
    const QDateTime date = header.date.isValid() ? header.date : facts.date;
    PackedRow row;
    row.mailbox = facts.mailbox;
    row.folder = facts.folder;
    row.bytes = facts.bytes;
    row.date = date.isValid() ? date.toMSecsSinceEpoch() : noDate;
    row.hasHeaderDate = header.date.isValid();
    row.subject = c.subjects.intern(viewOf(header.subject.left(longestSubject).toUtf8()));
    row.isOutgoing = c.isOutgoing(facts);
    row.correspondent = c.correspondentOf(c.otherPerson(facts, row.isOutgoing), !row.isOutgoing);
    row.firstMention = c.mentions.size();
    row.from = c.addMentions(header.from);
    row.to = c.addMentions(header.to);
    row.cc = c.addMentions(header.cc);
    row.listId = c.listIds.intern(cut(viewOf(header.listId)));
    row.sensitivity = header.sensitivity;
    row.isAutomatic = header.isAutomatic;
    row.isCalendar = header.isCalendar;
    row.mayHaveAttachments = header.mayHaveAttachments;
    c.addThread(row, header);
    c.addIdHash(row, facts);
    c.keys.append(viewOf(facts.key));
    c.fingerprints.append(viewOf(facts.fingerprint));
    c.rows.push_back(row);
    return static_cast<Row>(c.rows.size() - 1);
}

void MessageTable::clear()
{
    auto fresh = std::make_unique<Columns>();
    fresh->own = std::move(m_columns->own);
    m_columns = std::move(fresh);
}

Row MessageTable::size() const
{
    return static_cast<Row>(m_columns->rows.size());
}

const std::vector<TableFolder>& MessageTable::folders() const
{
    return m_columns->folders;
}

quint16 MessageTable::mailbox(Row row) const
{
    return m_columns->rows[row].mailbox;
}

quint32 MessageTable::folder(Row row) const
{
    return m_columns->rows[row].folder;
}

qint64 MessageTable::bytes(Row row) const
{
    return m_columns->rows[row].bytes;
}

qint64 MessageTable::date(Row row) const
{
    return m_columns->rows[row].date;
}

QString MessageTable::subject(Row row) const
{
    return textOf(m_columns->subjects.at(m_columns->rows[row].subject));
}

QByteArrayView MessageTable::subjectUtf8(Row row) const
{
    const std::string_view text = m_columns->subjects.at(m_columns->rows[row].subject);
    return {text.data(), static_cast<qsizetype>(text.size())};
}

quint32 MessageTable::correspondent(Row row) const
{
    return m_columns->rows[row].correspondent;
}

quint32 MessageTable::correspondents() const
{
    return static_cast<quint32>(m_columns->correspondents.size());
}

QString MessageTable::correspondentKey(quint32 correspondent) const
{
    return textOf(m_columns->correspondentKeys.at(m_columns->correspondents[correspondent].key));
}

QString MessageTable::correspondentName(quint32 correspondent) const
{
    return name(m_columns->correspondents[correspondent].name);
}

QString MessageTable::correspondentAddress(quint32 correspondent) const
{
    return address(m_columns->correspondents[correspondent].address);
}

quint32 MessageTable::thread(Row row) const
{
    return m_columns->threads.find(m_columns->rows[row].node);
}

std::span<const Mention> MessageTable::mentions(Row row) const
{
    const PackedRow& packed = m_columns->rows[row];
    return std::span(m_columns->mentions).subspan(packed.firstMention, packed.from + packed.to + packed.cc);
}

quint32 MessageTable::senders(Row row) const
{
    return m_columns->rows[row].from;
}

quint32 MessageTable::addresses() const
{
    return m_columns->addresses.size();
}

QString MessageTable::address(quint32 address) const
{
    return textOf(m_columns->addresses.at(address));
}

QString MessageTable::name(quint32 name) const
{
    return textOf(m_columns->names.at(name));
}

bool MessageTable::isOutgoing(Row row) const
{
    return m_columns->rows[row].isOutgoing;
}

bool MessageTable::isAutomatic(Row row) const
{
    return m_columns->rows[row].isAutomatic;
}

bool MessageTable::hasReferences(Row row) const
{
    return m_columns->rows[row].references > 0;
}

QByteArray MessageTable::listId(Row row) const
{
    return bytesOf(m_columns->listIds.at(m_columns->rows[row].listId));
}

QByteArray MessageTable::messageId(Row row) const
{
    return bytesOf(m_columns->messageIds.at(m_columns->rows[row].node));
}

mail::Sensitivity MessageTable::sensitivity(Row row) const
{
    return m_columns->rows[row].sensitivity;
}

mail::MessageRef MessageTable::ref(Row row) const
{
    return {bytesOf(m_columns->keys.at(row)), bytesOf(m_columns->fingerprints.at(row)), bytes(row)};
}

MessageFacts MessageTable::facts(Row row) const
{
    const PackedRow& packed = m_columns->rows[row];
    MessageFacts facts;
    facts.mailbox = packed.mailbox;
    facts.folder = packed.folder;
    facts.key = bytesOf(m_columns->keys.at(row));
    facts.fingerprint = bytesOf(m_columns->fingerprints.at(row));
    facts.bytes = packed.bytes;
    if (packed.date != noDate) {
        facts.date = QDateTime::fromMSecsSinceEpoch(packed.date, Qt::UTC);
    }
    mail::MessageHeader& header = facts.header;
    const std::span<const Mention> people = mentions(row);
    const auto fill = [&](std::vector<mail::Address>& field, std::span<const Mention> part) {
        for (const Mention& mention : part) {
            field.push_back({name(mention.name), address(mention.address)});
        }
    };
    fill(header.from, people.first(packed.from));
    fill(header.to, people.subspan(packed.from, packed.to));
    fill(header.cc, people.last(packed.cc));
    header.subject = subject(row);
    header.date = packed.hasHeaderDate ? facts.date : QDateTime();
    header.messageId = messageId(row);
    for (quint32 i = 0; i < packed.references; ++i) {
        header.references.push_back(
            bytesOf(m_columns->messageIds.at(m_columns->references[packed.firstReference + i])));
    }
    header.listId = listId(row);
    header.sensitivity = packed.sensitivity;
    header.isAutomatic = packed.isAutomatic;
    header.isCalendar = packed.isCalendar;
    header.mayHaveAttachments = packed.mayHaveAttachments;
    return facts;
}

QString MessageTable::stableId(Row row) const
{
    const PackedRow& packed = m_columns->rows[row];
    QString id = textOf(m_columns->messageIds.at(packed.node).substr(0, 128)) + QLatin1Char('#') + hex(packed.idHash);
    if (packed.hasTwin) {
        id += QLatin1Char('-') + hex(shortHash(bytesOf(m_columns->keys.at(row))));
    }
    return id;
}

std::optional<Row> MessageTable::rowOf(const QString& stableId) const
{
    const auto ending = QStringView(stableId).mid(stableId.lastIndexOf(QLatin1Char('#')) + 1);
    bool isNumber = false;
    const quint64 hash = ending.left(16).toULongLong(&isNumber, 16);
    const auto found = m_columns->rowByHash.find(hash);
    if (!isNumber || found == m_columns->rowByHash.end()) {
        return std::nullopt;
    }
    // Twins are few; a look at each row behind the first one is enough.
    const auto isIt = [&](Row row) {
        const QString id = this->stableId(row);
        return QStringView(id).mid(id.lastIndexOf(QLatin1Char('#')) + 1) == ending;
    };
    for (Row row = found->second; row < size(); ++row) {
        if (m_columns->rows[row].idHash == hash && isIt(row)) {
            return row;
        }
    }
    return std::nullopt;
}

qint64 MessageTable::bytesUsed() const
{
    const Columns& c = *m_columns;
    // A node of the hash map: next, key, value, rounded up by the allocator; and a bucket.
    const std::size_t mapped = c.rowByHash.size() * 40 + c.rowByHash.bucket_count() * 8;
    return heldBy(c.rows) + heldBy(c.mentions) + heldBy(c.references) + heldBy(c.correspondents) +
           heldBy(c.correspondentByKey) + c.correspondentKeys.bytesUsed() + c.addresses.bytesUsed() +
           c.names.bytesUsed() + c.subjects.bytesUsed() + c.messageIds.bytesUsed() + c.listIds.bytesUsed() +
           c.keys.bytesUsed() + c.fingerprints.bytesUsed() + c.threads.bytesUsed() + static_cast<qint64>(mapped);
}

} // namespace staffelstab::separation
