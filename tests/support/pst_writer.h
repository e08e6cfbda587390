// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/property_bag.h"

#include <QFile>
#include <QMap>

#include <memory>
#include <vector>

namespace staffelstab::test {

struct OutlookProperty
{
    mail::mapi::PropertyKey key;
    quint16 type = 0;
    QByteArray bytes;
};
using OutlookProperties = std::vector<OutlookProperty>;

struct OutlookItem;

struct OutlookAttachment
{
    OutlookProperties properties;
    QByteArray data;
    std::shared_ptr<OutlookItem> item;
};

/** An invented Outlook item as a sample file is to hold it. */
struct OutlookItem
{
    OutlookProperties properties;
    std::vector<OutlookProperties> recipients;
    std::vector<OutlookAttachment> attachments;

    OutlookItem& text(mail::mapi::PropertyKey key, const QString& value);
    OutlookItem& integer(mail::mapi::PropertyKey key, qint32 value);
    OutlookItem& flag(mail::mapi::PropertyKey key, bool value);
    OutlookItem& time(mail::mapi::PropertyKey key, const QDateTime& value);
    OutlookItem& binary(mail::mapi::PropertyKey key, const QByteArray& value);
    OutlookItem& recipient(int type, const QString& name, const QString& addressType, const QString& address);
    OutlookItem& attach(const QString& name, const QByteArray& data);
};

OutlookProperty textProperty(mail::mapi::PropertyKey key, const QString& value);
OutlookProperty integerProperty(mail::mapi::PropertyKey key, qint32 value);

/**
 * Writes an Outlook data file of the Unicode format ([MS-PST]), as much of it as readers look at: header, both trees,
 * blocks with checksums, heaps, property and table contexts, the name map. No allocation maps: Outlook itself would
 * repair it. Streams: only the trees are in memory. A folder takes
 * at most 400 folders and about 6,000 items.
 */
class PstWriter
{
public:
    explicit PstWriter(const QString& path);

    /** A folder of the mailbox; its number. `parent` 0 is the mailbox's top. */
    quint32 addFolder(const QString& name, quint32 parent = 0);
    /** The deleted items; there once. */
    [[nodiscard]] quint32 deletedItems() const { return m_trash; }
    /** The item's node number, which is its key in a PstStore. */
    quint32 add(quint32 folder, const OutlookItem& item);
    /** Writes the folders and the trees; nothing can be added afterwards. */
    void finish();

private:
    struct Node
    {
        QByteArray data;
        /** Bytes that stand beside the heap, and nodes below: nid to (data, subnodes). */
        QMap<quint32, std::pair<quint64, quint64>> subnodes;
    };
    struct Cell
    {
        quint32 tag = 0;
        QByteArray bytes;
    };
    struct TableRow
    {
        quint32 id = 0;
        std::vector<Cell> cells;
    };
    struct Folder
    {
        QString name;
        quint32 parent = 0;
        std::vector<TableRow> items;
        std::vector<TableRow> children;
    };
    struct Place
    {
        quint64 at = 0;
        quint16 size = 0;
    };
    struct TreeEntry
    {
        quint64 key = 0;
        QByteArray bytes;
    };

    quint16 idOf(mail::mapi::PropertyKey key);
    Node propertyContext(const OutlookProperties& properties);
    Node tableContext(const std::vector<quint32>& tags, const std::vector<TableRow>& rows);
    Node itemNode(const OutlookItem& item);
    void addAttachments(const OutlookItem& item, Node& node);
    std::pair<quint64, quint64> write(const Node& node);
    void put(quint32 nid, quint32 parent, const Node& node);
    quint64 writeData(const QByteArray& data);
    quint64 writeBlock(const QByteArray& data, bool isInternal);
    Place writeTree(quint8 pageType, std::vector<TreeEntry> entries, quint8 entrySize, quint64& rootBid);
    void writeFolder(quint32 nid, const Folder& folder);
    void writeHeader(const Place& nodes, quint64 nodesBid, const Place& blocks, quint64 blocksBid);
    void append(const QByteArray& bytes);

    QFile m_file;
    quint64 m_end = 0x4600;
    quint64 m_nextBid = 4;
    quint32 m_nextNid = 0x400;
    quint32 m_nextSubnode = 0x100;
    quint32 m_top = 0;
    quint32 m_trash = 0;
    QMap<quint32, Folder> m_folders;
    QMap<quint64, Place> m_blocks;
    std::vector<TreeEntry> m_nodes;
    QHash<mail::mapi::PropertyKey, quint16> m_names;
    std::vector<mail::mapi::PropertyKey> m_nameOrder;
};

} // namespace staffelstab::test
