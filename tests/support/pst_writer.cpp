// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pst_writer.h"

#include "mail/mapi/property_ids.h"

#include <QtEndian>

#include <array>

namespace staffelstab::test {

namespace {

using namespace mail::mapi;

constexpr qsizetype blockData = 8192 - 16;
constexpr qsizetype heapMost = 3580;
/** Values go beside the heap once its block holds this much. */
constexpr qsizetype heapComfort = 6000;
/** Head, spare byte and the map's own head. */
constexpr qsizetype heapOverhead = 20;
constexpr quint32 rootFolder = 0x122;
/** Behind all that is in use, as Outlook has it; a reader can do without. */
constexpr qsizetype freeRoom = 4096;

template <typename T>
QByteArray le(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/** CRC of [MS-PST] section 5.3: CRC-32 without inversions. */
quint32 crc(QByteArrayView bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit) {
                value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
            }
            made[i] = value;
        }
        return made;
    }();
    quint32 value = 0;
    for (const char c : bytes) {
        value = table[(value ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (value >> 8U);
    }
    return value;
}

quint16 signatureOf(quint64 at, quint64 bid)
{
    const quint64 mixed = at ^ bid;
    return static_cast<quint16>((mixed >> 16U) ^ mixed);
}

/**
 * A heap ([MS-PST] section 2.3.1). Values have to fit into its first block; what must not stand beside it goes on in up
 * to seven more, behind which a bitmap would be due.
 */
class Heap
{
public:
    explicit Heap(quint8 kind) : m_kind(kind) {}

    quint32 add(const QByteArray& bytes)
    {
        if (m_blocks.back().size + bytes.size() + 2 > blockData - heapOverhead) {
            m_blocks.emplace_back();
        }
        Block& block = m_blocks.back();
        block.size += bytes.size() + 2;
        block.parts.push_back(bytes);
        return static_cast<quint32>(block.parts.size()) << 5U | static_cast<quint32>(m_blocks.size() - 1) << 16U;
    }
    /** Of the first block. */
    void replace(quint32 hid, const QByteArray& bytes)
    {
        QByteArray& part = m_blocks.front().parts[(hid >> 5U) - 1];
        m_blocks.front().size += bytes.size() - part.size();
        part = bytes;
    }
    [[nodiscard]] bool takes(const QByteArray& bytes) const
    {
        return bytes.size() <= heapMost && m_blocks.size() == 1 && m_blocks.front().size + bytes.size() <= heapComfort;
    }
    [[nodiscard]] QByteArray finish(quint32 root) const
    {
        QByteArray all;
        for (const Block& block : m_blocks) {
            all.append((blockData - all.size() % blockData) % blockData, '\0');
            const qsizetype head = all.isEmpty() ? 12 : 2;
            QByteArray body;
            QByteArray map = le<quint16>(static_cast<quint16>(block.parts.size())) + le<quint16>(0);
            for (const QByteArray& part : block.parts) {
                map += le<quint16>(static_cast<quint16>(head + body.size()));
                body += part;
            }
            map += le<quint16>(static_cast<quint16>(head + body.size()));
            if (body.size() % 2 != 0) {
                body += '\0';
            }
            const QByteArray mapAt = le<quint16>(static_cast<quint16>(head + body.size()));
            all += head == 2 ? mapAt
                             : mapAt + '\xEC' + static_cast<char>(m_kind) + le<quint32>(root) + QByteArray(4, '\0');
            all += body + map;
        }
        return all;
    }

private:
    struct Block
    {
        /** Of the parts, their places in the map included. */
        qsizetype size = 0;
        std::vector<QByteArray> parts;
    };

    quint8 m_kind;
    std::vector<Block> m_blocks{1};
};

QByteArray treeHead(quint8 keySize, quint8 entrySize, quint32 root)
{
    QByteArray head("\xB5");
    head += static_cast<char>(keySize);
    head += static_cast<char>(entrySize);
    head += '\0';
    return head + le<quint32>(root);
}

/** Puts sorted records of eight bytes into a heap as a tree; returns its head. */
QByteArray addTree(Heap& heap, const QList<QByteArray>& records)
{
    constexpr qsizetype perPart = heapMost / 8;
    QByteArrayList level = records;
    quint8 depth = 0;
    quint32 root = 0;
    for (; !level.isEmpty(); ++depth) {
        QByteArrayList above;
        for (qsizetype at = 0; at < level.size(); at += perPart) {
            root = heap.add(level.mid(at, perPart).join());
            above += level[at].first(4) + le<quint32>(root);
        }
        if (above.size() == 1) {
            break;
        }
        level = above;
    }
    QByteArray head = treeHead(4, 4, root);
    head[3] = static_cast<char>(depth);
    return head;
}

bool isInline(quint16 type)
{
    return type == type::integer16 || type == type::integer32 || type == type::boolean;
}

QByteArray utf16(const QString& text)
{
    QByteArray bytes(text.size() * 2, Qt::Uninitialized);
    qToLittleEndian<char16_t>(text.utf16(), text.size(), bytes.data());
    return bytes;
}

quint32 tagOf(quint16 id, quint16 type)
{
    return (quint32{id} << 16U) | type;
}

int widthOf(quint16 type)
{
    return type == type::time || type == type::integer64 ? 8 : type == type::boolean ? 1 : 4;
}

} // namespace

OutlookProperty textProperty(PropertyKey key, const QString& value)
{
    return {key, type::unicode, utf16(value)};
}

OutlookProperty integerProperty(PropertyKey key, qint32 value)
{
    return {key, type::integer32, le<qint32>(value)};
}

OutlookItem& OutlookItem::text(PropertyKey key, const QString& value)
{
    properties.push_back(textProperty(key, value));
    return *this;
}

OutlookItem& OutlookItem::integer(PropertyKey key, qint32 value)
{
    properties.push_back(integerProperty(key, value));
    return *this;
}

OutlookItem& OutlookItem::flag(PropertyKey key, bool value)
{
    properties.push_back({key, type::boolean, QByteArray(1, value ? '\1' : '\0')});
    return *this;
}

OutlookItem& OutlookItem::time(PropertyKey key, const QDateTime& value)
{
    const auto ticks = static_cast<quint64>(value.toSecsSinceEpoch() + 11'644'473'600) * 10'000'000U;
    properties.push_back({key, type::time, le<quint64>(ticks)});
    return *this;
}

OutlookItem& OutlookItem::binary(PropertyKey key, const QByteArray& value)
{
    properties.push_back({key, type::binary, value});
    return *this;
}

OutlookItem& OutlookItem::recipient(int kind, const QString& name, const QString& addressType, const QString& address)
{
    recipients.push_back({integerProperty(id::recipientType, kind), textProperty(id::displayName, name),
                          textProperty(id::addressType, addressType), textProperty(id::emailAddress, address)});
    return *this;
}

OutlookItem& OutlookItem::attach(const QString& name, const QByteArray& data)
{
    attachments.push_back(
        {{textProperty(id::attachLongFilename, name), integerProperty(id::attachMethod, 1)}, data, {}});
    return *this;
}

PstWriter::PstWriter(const QString& path) : m_file(path)
{
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Truncate)) {
        qFatal("cannot write %s", qPrintable(path));
    }
    m_file.seek(static_cast<qint64>(m_end));
    m_folders[rootFolder] = {QString(), rootFolder, {}, {}};
    m_top = addFolder(QStringLiteral("Top of Outlook data file"), rootFolder);
    m_trash = addFolder(QStringLiteral("Deleted Items"), m_top);
}

quint32 PstWriter::addFolder(const QString& name, quint32 parent)
{
    const quint32 nid = (m_nextNid++ << 5U) | 0x02U;
    const quint32 above = parent == 0 ? m_top : parent;
    m_folders[nid] = {name, above, {}, {}};
    m_folders[above].children.push_back({nid, {{tagOf(id::displayName.id, type::unicode), utf16(name)}}});
    return nid;
}

quint16 PstWriter::idOf(PropertyKey key)
{
    if (key.set == PropertySet::None) {
        return key.id;
    }
    const auto known = m_names.constFind(key);
    if (known != m_names.cend()) {
        return *known;
    }
    const auto made = static_cast<quint16>(0x8000 + m_nameOrder.size());
    m_names.insert(key, made);
    m_nameOrder.push_back(key);
    return made;
}

PstWriter::Node PstWriter::propertyContext(const OutlookProperties& properties)
{
    Node node;
    Heap heap(0xBC);
    const quint32 head = heap.add(QByteArray(8, '\0'));
    const quint32 records = heap.add(QByteArray(static_cast<qsizetype>(properties.size()) * 8, '\0'));
    QMap<quint16, QByteArray> sorted;
    for (const OutlookProperty& one : properties) {
        const quint16 id = idOf(one.key);
        QByteArray value;
        if (isInline(one.type)) {
            value = (one.bytes + QByteArray(4, '\0')).first(4);
        } else if (one.bytes.isEmpty()) {
            value = le<quint32>(0);
        } else if (heap.takes(one.bytes)) {
            value = le<quint32>(heap.add(one.bytes));
        } else {
            const quint32 beside = (m_nextSubnode++ << 5U) | 0x1FU;
            node.subnodes[beside] = {writeData(one.bytes), 0};
            value = le<quint32>(beside);
        }
        sorted[id] = le<quint16>(id) + le<quint16>(one.type) + value;
    }
    heap.replace(records, QByteArrayList(sorted.values()).join());
    heap.replace(head, treeHead(2, 6, sorted.isEmpty() ? 0 : records));
    node.data = heap.finish(head);
    return node;
}

PstWriter::Node PstWriter::tableContext(const std::vector<quint32>& wantedTags, const std::vector<TableRow>& rows)
{
    // Row number and version come first, then by width; the descriptions are sorted by tag.
    std::vector<quint32> tags{0x67F20003, 0x67F30003};
    tags.insert(tags.end(), wantedTags.begin(), wantedTags.end());
    std::stable_sort(tags.begin() + 2, tags.end(), [](quint32 a, quint32 b) {
        return widthOf(static_cast<quint16>(a)) > widthOf(static_cast<quint16>(b));
    });
    QMap<quint32, QByteArray> columns;
    QMap<quint32, int> places;
    int at = 0;
    for (const quint32 tag : tags) {
        const int width = widthOf(static_cast<quint16>(tag));
        const auto bit = static_cast<char>(columns.size());
        columns[tag] = le<quint32>(tag) + le<quint16>(static_cast<quint16>(at)) + static_cast<char>(width) + bit;
        places[tag] = at;
        at += width;
    }
    const int wide = at; // All of ours are 8 or 4 bytes wide.
    const int rowSize = wide + static_cast<int>((tags.size() + 7) / 8);
    Node node;
    Heap heap(0x7C);
    const quint32 head = heap.add(QByteArray(8, '\0'));
    const quint32 info = heap.add(QByteArray(22 + columns.size() * 8, '\0'));
    QMap<quint32, QByteArray> byId;
    QByteArray matrix;
    quint32 number = 0;
    for (const TableRow& row : rows) {
        QByteArray bytes(rowSize, '\0');
        qToLittleEndian(row.id, bytes.data());
        QByteArray present(rowSize - wide, '\0');
        const auto mark = [&](quint32 tag) {
            const int bit = columns[tag].at(7);
            present[bit / 8] = static_cast<char>(present[bit / 8] | (0x80 >> (bit % 8)));
        };
        mark(0x67F20003);
        mark(0x67F30003);
        for (const Cell& cell : row.cells) {
            const auto type = static_cast<quint16>(cell.tag);
            QByteArray value = cell.bytes;
            if (widthOf(type) == 4 && !isInline(type)) {
                value = le<quint32>(value.isEmpty() ? 0 : heap.takes(value) ? heap.add(value) : 0);
            }
            bytes.replace(places[cell.tag], value.size(), value);
            mark(cell.tag);
        }
        bytes.replace(wide, present.size(), present);
        if (matrix.size() % blockData + rowSize > blockData) {
            matrix.append(blockData - matrix.size() % blockData, '\0');
        }
        matrix += bytes;
        byId[row.id] = le<quint32>(row.id) + le<quint32>(number++);
    }
    quint32 rowsAt = 0;
    if (!rows.empty() && heap.takes(matrix)) {
        rowsAt = heap.add(matrix);
    } else if (!rows.empty()) {
        rowsAt = (m_nextSubnode++ << 5U) | 0x1FU;
        node.subnodes[rowsAt] = {writeData(matrix), 0};
    }
    QByteArray table("\x7C");
    table += static_cast<char>(columns.size());
    for (const int end : {wide, wide, wide, rowSize}) {
        table += le<quint16>(static_cast<quint16>(end));
    }
    table += le<quint32>(head) + le<quint32>(rowsAt) + le<quint32>(0);
    for (const QByteArray& column : std::as_const(columns)) {
        table += column;
    }
    heap.replace(info, table);
    heap.replace(head, addTree(heap, byId.values()));
    node.data = heap.finish(info);
    return node;
}

void PstWriter::addAttachments(const OutlookItem& item, Node& node)
{
    std::vector<TableRow> rows;
    quint32 number = 1;
    for (const OutlookAttachment& attachment : item.attachments) {
        const quint32 nid = (number++ << 5U) | 0x05U;
        OutlookProperties properties = attachment.properties;
        Node below;
        if (attachment.item) {
            const Node inner = itemNode(*attachment.item);
            const quint32 innerNid = (m_nextSubnode++ << 5U) | 0x04U;
            properties.push_back({id::attachData, type::object, le<quint32>(innerNid) + le<quint32>(0)});
            below = propertyContext(properties);
            below.subnodes[innerNid] = write(inner);
        } else {
            properties.push_back({id::attachData, type::binary, attachment.data});
            below = propertyContext(properties);
        }
        node.subnodes[nid] = write(below);
        const QByteArray size = le<qint32>(static_cast<qint32>(attachment.data.size()));
        rows.push_back({nid, {{tagOf(0x0E20, type::integer32), size}}});
    }
    node.subnodes[0x671] = write(tableContext({tagOf(0x0E20, type::integer32)}, rows));
}

PstWriter::Node PstWriter::itemNode(const OutlookItem& item)
{
    Node node = propertyContext(item.properties);
    std::vector<TableRow> rows;
    std::vector<quint32> tags;
    quint32 number = 1;
    for (const OutlookProperties& one : item.recipients) {
        TableRow row{number++, {}};
        for (const OutlookProperty& property : one) {
            const quint32 tag = tagOf(property.key.id, property.type);
            row.cells.push_back({tag, property.bytes});
            if (std::find(tags.begin(), tags.end(), tag) == tags.end()) {
                tags.push_back(tag);
            }
        }
        rows.push_back(std::move(row));
    }
    if (!rows.empty()) {
        node.subnodes[0x692] = write(tableContext(tags, rows));
    }
    if (!item.attachments.empty()) {
        addAttachments(item, node);
    }
    return node;
}

quint32 PstWriter::add(quint32 folder, const OutlookItem& item)
{
    const quint32 nid = (m_nextNid++ << 5U) | 0x04U;
    put(nid, folder, itemNode(item));
    m_folders[folder].items.push_back({nid, {}});
    return nid;
}

void PstWriter::append(const QByteArray& bytes)
{
    if (m_file.write(bytes) != bytes.size()) {
        qFatal("cannot write the sample file");
    }
    m_end += static_cast<quint64>(bytes.size());
}

quint64 PstWriter::writeBlock(const QByteArray& data, bool isInternal)
{
    const quint64 bid = m_nextBid | (isInternal ? 2U : 0U);
    m_nextBid += 4;
    const quint64 at = m_end;
    const qsizetype whole = (data.size() + 16 + 63) / 64 * 64;
    m_blocks[bid] = {at, static_cast<quint16>(data.size())};
    append(data + QByteArray(whole - 16 - data.size(), '\0') + le<quint16>(static_cast<quint16>(data.size())) +
           le<quint16>(signatureOf(at, bid)) + le<quint32>(crc(data)) + le<quint64>(bid));
    return bid;
}

/** One block, or blocks below one or two levels of lists ([MS-PST] section 2.2.2.8.3.2). */
quint64 PstWriter::writeData(const QByteArray& data)
{
    if (data.isEmpty()) {
        return 0;
    }
    std::vector<std::pair<quint64, qsizetype>> level;
    for (qsizetype at = 0; at < data.size(); at += blockData) {
        const QByteArray part = data.mid(at, blockData);
        level.emplace_back(writeBlock(part, false), part.size());
    }
    constexpr std::size_t perList = 1020;
    for (char depth = 1; level.size() > 1; ++depth) {
        std::vector<std::pair<quint64, qsizetype>> above;
        for (std::size_t at = 0; at < level.size(); at += perList) {
            const std::size_t end = std::min(at + perList, level.size());
            QByteArray ids;
            qsizetype total = 0;
            for (std::size_t i = at; i < end; ++i) {
                ids += le<quint64>(level[i].first);
                total += level[i].second;
            }
            QByteArray list("\x01");
            list += depth;
            list += le<quint16>(static_cast<quint16>(end - at)) + le<quint32>(static_cast<quint32>(total)) + ids;
            above.emplace_back(writeBlock(list, true), total);
        }
        level = std::move(above);
    }
    return level.front().first;
}

std::pair<quint64, quint64> PstWriter::write(const Node& node)
{
    const quint64 data = writeData(node.data);
    if (node.subnodes.isEmpty()) {
        return {data, 0};
    }
    QByteArray list("\x02\0", 2);
    list += le<quint16>(static_cast<quint16>(node.subnodes.size())) + le<quint32>(0);
    for (auto it = node.subnodes.cbegin(); it != node.subnodes.cend(); ++it) {
        list += le<quint64>(it.key()) + le<quint64>(it->first) + le<quint64>(it->second);
    }
    return {data, writeBlock(list, true)};
}

void PstWriter::put(quint32 nid, quint32 parent, const Node& node)
{
    const auto [data, subnodes] = write(node);
    m_nodes.push_back(
        {nid, le<quint64>(nid) + le<quint64>(data) + le<quint64>(subnodes) + le<quint32>(parent) + le<quint32>(0)});
}

void PstWriter::writeFolder(quint32 nid, const Folder& folder)
{
    const quint32 base = nid & ~0x1FU;
    const OutlookProperties properties{textProperty(id::displayName, folder.name),
                                       integerProperty({0x3602}, static_cast<qint32>(folder.items.size())),
                                       integerProperty({0x3603}, 0),
                                       {{0x360A}, type::boolean, QByteArray(1, folder.children.empty() ? '\0' : '\1')}};
    put(nid, folder.parent, propertyContext(properties));
    put(base | 0x0DU, 0, tableContext({tagOf(id::displayName.id, type::unicode)}, folder.children));
    put(base | 0x0EU, 0, tableContext({tagOf(id::subject.id, type::unicode)}, folder.items));
    put(base | 0x0FU, 0, tableContext({tagOf(id::subject.id, type::unicode)}, {}));
}

PstWriter::Place PstWriter::writeTree(quint8 pageType, std::vector<TreeEntry> entries, quint8 entrySize,
                                      quint64& rootBid)
{
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    Place root;
    quint8 size = entrySize;
    for (quint8 level = 0;; ++level) {
        const std::size_t most = 488 / size;
        std::vector<TreeEntry> above;
        for (std::size_t at = 0; at < entries.size(); at += most) {
            const std::size_t end = std::min(at + most, entries.size());
            QByteArray page;
            for (std::size_t i = at; i < end; ++i) {
                page += entries[i].bytes;
            }
            page.append(488 - page.size(), '\0');
            for (const std::size_t part : {end - at, most, std::size_t{size}, std::size_t{level}}) {
                page += static_cast<char>(part);
            }
            page += le<quint32>(0);
            const quint64 bid = m_nextBid;
            m_nextBid += 4;
            append(QByteArray(static_cast<qsizetype>((512 - m_end % 512) % 512), '\0'));
            root = {m_end, 512};
            rootBid = bid;
            const QByteArray kind(2, static_cast<char>(pageType));
            append(page + kind + le<quint16>(signatureOf(root.at, bid)) + le<quint32>(crc(page)) + le<quint64>(bid));
            above.push_back({entries[at].key, le<quint64>(entries[at].key) + le<quint64>(bid) + le<quint64>(root.at)});
        }
        if (above.size() == 1) {
            return root;
        }
        entries = std::move(above);
        size = 24;
    }
}

void PstWriter::finish()
{
    for (auto it = m_folders.cbegin(); it != m_folders.cend(); ++it) {
        writeFolder(it.key(), *it);
    }
    static const QByteArray key("\x11\x22\x33\x44\x55\x66\x77\x88\x99\xAA\xBB\xCC\xDD\xEE\xFF\x01", 16);
    const auto entryId = [](quint32 nid) { return QByteArray(4, '\0') + key + le<quint32>(nid); };
    put(0x21, 0,
        propertyContext({{{0x0FF9}, type::binary, key},
                         textProperty(id::displayName, QStringLiteral("Sample")),
                         {{0x35E0}, type::binary, entryId(m_top)},
                         {{0x35E3}, type::binary, entryId(m_trash)},
                         integerProperty({0x67FF}, 0)}));
    // A name nobody uses, so that the map is never empty.
    idOf(id::reminderSet);
    static constexpr std::array<quint32, 9> heads{0,          0x00062002, 0x00062003, 0x00062004, 0x00062008,
                                                  0x0006200A, 0x0006200E, 0x6ED8DA90, 0x00020329};
    QByteArray guids;
    QByteArray names;
    for (std::size_t set = 1; set < heads.size(); ++set) {
        const bool isMeeting = set == static_cast<std::size_t>(PropertySet::Meeting);
        guids +=
            le<quint32>(heads[set]) + (isMeeting ? QByteArray("\x0B\x45\x1B\x10\x98\xDA\x00\xAA\x00\x3F\x13\x05", 12)
                                                 : QByteArray("\0\0\0\0\xC0\0\0\0\0\0\0\x46", 12));
    }
    quint16 number = 0;
    for (const PropertyKey& name : m_nameOrder) {
        const auto guid = static_cast<quint16>((static_cast<quint16>(name.set) - 1 + 3) << 1U);
        names += le<quint32>(name.id) + le<quint16>(guid) + le<quint16>(number++);
    }
    put(0x61, 0,
        propertyContext({integerProperty({0x0001}, 251),
                         {{0x0002}, type::binary, guids},
                         {{0x0003}, type::binary, names},
                         {{0x0004}, type::binary, QByteArray(4, '\0')}}));
    std::vector<TreeEntry> blocks;
    for (auto it = m_blocks.cbegin(); it != m_blocks.cend(); ++it) {
        blocks.push_back({it.key(), le<quint64>(it.key()) + le<quint64>(it->at) + le<quint16>(it->size) +
                                        le<quint16>(2) + le<quint32>(0)});
    }
    quint64 nodesBid = 0;
    quint64 blocksBid = 0;
    const Place nodes = writeTree(0x81, std::move(m_nodes), 32, nodesBid);
    const Place blockTree = writeTree(0x80, std::move(blocks), 24, blocksBid);
    append(QByteArray(freeRoom, '\0'));
    writeHeader(nodes, nodesBid, blockTree, blocksBid);
    m_file.close();
}

void PstWriter::writeHeader(const Place& nodes, quint64 nodesBid, const Place& blocks, quint64 blocksBid)
{
    QByteArray rest("SM");
    rest += le<quint16>(23) + le<quint16>(19) + "\x01\x01" + QByteArray(8, '\0') + le<quint64>(0) +
            le<quint64>(m_nextBid) + le<quint32>(1);
    for (int i = 0; i < 32; ++i) {
        rest += le<quint32>(m_nextNid);
    }
    rest += le<quint64>(0);
    rest += le<quint32>(0) + le<quint64>(m_end) + le<quint64>(0x4400) + le<quint64>(0) + le<quint64>(0) +
            le<quint64>(nodesBid) + le<quint64>(nodes.at) + le<quint64>(blocksBid) + le<quint64>(blocks.at) +
            le<quint32>(2);
    rest += le<quint32>(0) + QByteArray(256, '\xFF') + '\x80' + QByteArray(3, '\0') + le<quint64>(m_nextBid);
    QByteArray header = "!BDN" + le<quint32>(crc(QByteArrayView(rest).first(471))) + rest;
    header += le<quint32>(crc(QByteArrayView(rest).first(516))) + QByteArray(36, '\0');
    m_file.seek(0);
    if (m_file.write(header) != header.size()) {
        qFatal("cannot write the sample file");
    }
}

} // namespace staffelstab::test
