// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/msg_writer.h"

#include "mail/mapi/property_ids.h"

#include <QtEndian>

namespace staffelstab::test {

namespace {

using namespace mail::mapi;

constexpr quint32 none = 0xFFFFFFFF;
constexpr quint32 endOfChain = 0xFFFFFFFE;
constexpr quint32 tableSector = 0xFFFFFFFD;
constexpr qsizetype sectorSize = 512;

template <typename T>
QByteArray le(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray utf16(const QString& text)
{
    QByteArray bytes(text.size() * 2, Qt::Uninitialized);
    qToLittleEndian<char16_t>(text.utf16(), text.size(), bytes.data());
    return bytes;
}

/** Streams and storages of a compound file; small streams in the small sectors, as [MS-CFB] wants them. */
class CompoundWriter
{
public:
    struct Node
    {
        QString name;
        bool isStream = false;
        QByteArray data;
        std::vector<int> children;
    };

    CompoundWriter() { nodes.push_back({QStringLiteral("Root Entry"), false, {}, {}}); }
    int storage(int parent, const QString& name)
    {
        nodes.push_back({name, false, {}, {}});
        nodes[static_cast<std::size_t>(parent)].children.push_back(static_cast<int>(nodes.size()) - 1);
        return static_cast<int>(nodes.size()) - 1;
    }
    void stream(int parent, const QString& name, const QByteArray& data)
    {
        nodes[static_cast<std::size_t>(storage(parent, name))].isStream = true;
        nodes.back().data = data;
    }

    QByteArray finish()
    {
        std::vector<quint32> starts(nodes.size(), endOfChain);
        QByteArray small;
        std::vector<quint32> smallTable;
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            const QByteArray& data = nodes[i].data;
            if (!nodes[i].isStream || data.isEmpty()) {
                continue;
            }
            if (data.size() >= 4096) {
                starts[i] = addChain(data);
                continue;
            }
            starts[i] = static_cast<quint32>(smallTable.size());
            for (qsizetype at = 0; at < data.size(); at += 64) {
                small += data.mid(at, 64).leftJustified(64, '\0');
                smallTable.push_back(at + 64 < data.size() ? static_cast<quint32>(smallTable.size()) + 1 : endOfChain);
            }
        }
        const quint32 smallStart = small.isEmpty() ? endOfChain : addChain(small);
        QByteArray smallNumbers;
        for (const quint32 next : smallTable) {
            smallNumbers += le(next);
        }
        const quint32 smallTableStart = smallNumbers.isEmpty() ? endOfChain : addChain(smallNumbers, '\xFF');
        const quint32 directory = addChain(entries(starts, smallStart, small.size()));
        const auto perTable = static_cast<qsizetype>(sectorSize / 4);
        // The table also describes its own sectors.
        qsizetype tables = 1;
        while ((static_cast<qsizetype>(m_table.size()) + tables + perTable - 1) / perTable > tables) {
            ++tables;
        }
        const auto firstTable = static_cast<quint32>(m_table.size());
        m_table.insert(m_table.end(), static_cast<std::size_t>(tables), tableSector);
        QByteArray numbers;
        for (const quint32 next : m_table) {
            numbers += le(next);
        }
        m_sectors += numbers.leftJustified(tables * sectorSize, '\xFF');
        QByteArray header("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        header += QByteArray(16, '\0') + le<quint16>(0x3E) + le<quint16>(3) + le<quint16>(0xFFFE) + le<quint16>(9) +
                  le<quint16>(6) + QByteArray(10, '\0') + le(static_cast<quint32>(tables)) + le(directory) +
                  le<quint32>(0) + le<quint32>(4096) + le(smallTableStart) +
                  le(static_cast<quint32>((smallNumbers.size() + sectorSize - 1) / sectorSize)) + le(endOfChain) +
                  le<quint32>(0);
        for (quint32 i = 0; i < 109; ++i) {
            header += le(static_cast<qsizetype>(i) < tables ? firstTable + i : none);
        }
        return header + m_sectors;
    }

    std::vector<Node> nodes;

private:
    quint32 addChain(const QByteArray& data, char filler = '\0')
    {
        const auto start = static_cast<quint32>(m_table.size());
        for (qsizetype at = 0; at < data.size(); at += sectorSize) {
            m_sectors += data.mid(at, sectorSize).leftJustified(sectorSize, filler);
            const bool isLast = at + sectorSize >= data.size();
            m_table.push_back(isLast ? endOfChain : static_cast<quint32>(m_table.size()) + 1);
        }
        return start;
    }

    QByteArray entries(const std::vector<quint32>& starts, quint32 smallStart, qsizetype smallSize) const
    {
        // Brothers as a list to the right: a tree that is not balanced is one as well.
        std::vector<quint32> right(nodes.size(), none);
        for (const Node& node : nodes) {
            for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
                right[static_cast<std::size_t>(node.children[i])] = static_cast<quint32>(node.children[i + 1]);
            }
        }
        QByteArray directory;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const Node& node = nodes[i];
            const QByteArray name = utf16(node.name);
            const quint32 child = node.children.empty() ? none : static_cast<quint32>(node.children.front());
            directory += name.leftJustified(64, '\0') + le(static_cast<quint16>(name.size() + 2));
            directory += static_cast<char>(i == 0 ? 5 : node.isStream ? 2 : 1);
            directory += '\1';
            directory += le(none) + le(right[i]) + le(child) + QByteArray(36, '\0') +
                         le(i == 0 ? smallStart : starts[i]) +
                         le(static_cast<quint64>(i == 0 ? smallSize : node.data.size()));
        }
        return directory;
    }

    QByteArray m_sectors;
    std::vector<quint32> m_table;
};

bool isFixed(quint16 type)
{
    return type == type::integer32 || type == type::boolean || type == type::time || type == type::integer16;
}

void addProperties(CompoundWriter& file, int storage, const OutlookProperties& properties, qsizetype head)
{
    QByteArray records(head, '\0');
    for (const OutlookProperty& one : properties) {
        if (one.key.set != PropertySet::None) {
            continue;
        }
        const QByteArray tag = le(one.type) + le(one.key.id);
        records += tag + le<quint32>(6);
        if (isFixed(one.type)) {
            records += one.bytes.leftJustified(8, '\0');
        } else {
            records += le(static_cast<quint32>(one.bytes.size())) + le<quint32>(0);
            const quint32 number = (quint32{one.key.id} << 16U) | one.type;
            file.stream(storage,
                        QStringLiteral("__substg1.0_%1")
                            .arg(number, 8, 16, QLatin1Char('0'))
                            .toUpper()
                            .replace(QLatin1String("__SUBSTG"), QLatin1String("__substg")),
                        one.bytes);
        }
    }
    file.stream(storage, QStringLiteral("__properties_version1.0"), records);
}

void addItem(CompoundWriter& file, int storage, const OutlookItem& item, qsizetype head)
{
    addProperties(file, storage, item.properties, head);
    int number = 0;
    for (const OutlookProperties& one : item.recipients) {
        const QString name = QStringLiteral("__recip_version1.0_#%1").arg(number++, 8, 16, QLatin1Char('0'));
        addProperties(file, file.storage(storage, name), one, 8);
    }
    number = 0;
    for (const OutlookAttachment& one : item.attachments) {
        const QString name = QStringLiteral("__attach_version1.0_#%1").arg(number++, 8, 16, QLatin1Char('0'));
        const int attachment = file.storage(storage, name);
        addProperties(file, attachment, one.properties, 8);
        if (one.item) {
            addItem(file, file.storage(attachment, QStringLiteral("__substg1.0_3701000D")), *one.item, 24);
        } else {
            file.stream(attachment, QStringLiteral("__substg1.0_37010102"), one.data);
        }
    }
}

QByteArray tnefProperties(const OutlookProperties& properties)
{
    QByteArray out;
    quint32 count = 0;
    for (const OutlookProperty& one : properties) {
        if (one.key.set != PropertySet::None) {
            continue;
        }
        ++count;
        out += le(one.type) + le(one.key.id);
        if (isFixed(one.type)) {
            out += one.bytes.leftJustified(one.type == type::time ? 8 : 4, '\0');
            continue;
        }
        out += le<quint32>(1) + le(static_cast<quint32>(one.bytes.size())) + one.bytes;
        out.append((4 - one.bytes.size() % 4) % 4, '\0');
    }
    return le(count) + out;
}

QByteArray tnefAttribute(char level, quint32 number, const QByteArray& data)
{
    quint16 sum = 0;
    for (const char c : data) {
        sum = static_cast<quint16>(sum + static_cast<unsigned char>(c));
    }
    return level + le(number) + le(static_cast<quint32>(data.size())) + data + le(sum);
}

} // namespace

QByteArray msgFile(const OutlookItem& item)
{
    CompoundWriter file;
    addItem(file, 0, item, 32);
    return file.finish();
}

QByteArray tnefStream(const OutlookItem& item)
{
    QByteArray out = le<quint32>(0x223E9F78) + le<quint16>(1);
    out += tnefAttribute(1, 0x00069007, le<quint32>(1252) + le<quint32>(0));
    out += tnefAttribute(1, 0x00069003, tnefProperties(item.properties));
    QByteArray recipients = le(static_cast<quint32>(item.recipients.size()));
    for (const OutlookProperties& one : item.recipients) {
        recipients += tnefProperties(one);
    }
    out += tnefAttribute(1, 0x00069004, recipients);
    for (const OutlookAttachment& one : item.attachments) {
        out += tnefAttribute(2, 0x00069002, QByteArray(14, '\0'));
        OutlookProperties properties = one.properties;
        if (one.item) {
            properties.push_back({id::attachData, type::object, QByteArray(16, '\7') + tnefStream(*one.item)});
        } else {
            out += tnefAttribute(2, 0x0006800F, one.data);
        }
        out += tnefAttribute(2, 0x00069005, tnefProperties(properties));
    }
    return out;
}

} // namespace staffelstab::test
