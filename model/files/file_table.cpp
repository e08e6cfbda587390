// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_table.h"

#include <algorithm>

namespace staffelstab::files {

QByteArray FileTable::pathOf(Item item) const
{
    std::vector<Item> chain{item};
    while (!isRoot(chain.back())) {
        chain.push_back(m_items[chain.back()].parent);
    }
    QByteArray path;
    for (auto level = chain.rbegin(); level != chain.rend(); ++level) {
        if (!path.isEmpty() && !path.endsWith('/')) {
            path += '/';
        }
        path += m_items[*level].name;
    }
    return path;
}

QString FileTable::nameOf(Item item) const
{
    return QString::fromUtf8(m_items[item].name);
}

qint64 FileTable::find(const QByteArray& path) const
{
    for (const Item root : m_roots) {
        const QByteArray& top = m_items[root].name;
        if (path == top) {
            return root;
        }
        const QByteArray prefix = top.endsWith('/') ? top : top + '/';
        if (!path.startsWith(prefix)) {
            continue;
        }
        Item item = root;
        bool isFound = true;
        for (const QByteArray& level : path.mid(prefix.size()).split('/')) {
            const auto begin = m_items.begin() + m_items[item].firstChild;
            const auto end = begin + m_items[item].children;
            const auto child = std::lower_bound(
                begin, end, level, [](const FileItem& one, const QByteArray& name) { return one.name < name; });
            isFound = child != end && child->name == level;
            if (!isFound) {
                break;
            }
            item = static_cast<Item>(child - m_items.begin());
        }
        if (isFound) {
            return item;
        }
    }
    return -1;
}

quint32 FileTable::count(FileItem::Kind kind) const
{
    return static_cast<quint32>(
        std::count_if(m_items.begin(), m_items.end(), [kind](const FileItem& item) { return item.kind == kind; }));
}

Item FileTable::addRoot(FileItem root)
{
    const auto item = static_cast<Item>(m_items.size());
    root.parent = item;
    m_items.push_back(std::move(root));
    m_roots.push_back(item);
    return item;
}

void FileTable::addChildren(Item folder, std::vector<FileItem> children)
{
    std::sort(children.begin(), children.end(), [](const FileItem& a, const FileItem& b) { return a.name < b.name; });
    m_items[folder].firstChild = static_cast<Item>(m_items.size());
    m_items[folder].children = static_cast<quint32>(children.size());
    for (FileItem& child : children) {
        child.parent = folder;
        m_items.push_back(std::move(child));
    }
}

void FileTable::finish()
{
    for (auto item = static_cast<Item>(m_items.size()); item-- > 0;) {
        FileItem& one = m_items[item];
        if (one.kind == FileItem::Kind::File) {
            one.files = 1;
        }
        if (!isRoot(item)) {
            FileItem& parent = m_items[one.parent];
            parent.bytes += one.bytes;
            parent.files += one.files;
            parent.modified = one.files > 0 ? std::max(parent.modified, one.modified) : parent.modified;
        }
    }
}

} // namespace staffelstab::files
