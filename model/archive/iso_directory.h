// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/byte_stream.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <vector>

namespace staffelstab::archive {

struct IsoFile
{
    QString name;
    /** Where its content begins; it stands in one piece. */
    quint32 sector = 0;
    qint64 bytes = 0;
};

/** The first one is the root and its own parent. */
struct IsoFolder
{
    QString name;
    std::size_t parent = 0;
    std::vector<std::size_t> folders;
    std::vector<IsoFile> files;
};

/**
 * The folders of a disc as one of its two directories has them: path tables, directory records and the descriptor that
 * leads to them (ECMA-119, 2nd edition; Joliet specification of 1995). A file over 4 GiB has several records, level 3.
 */
class IsoDirectory
{
public:
    static constexpr qint64 sectorSize = 2048;

    enum class Names {
        /** Capitals, digits and '_', at most 30 of them: for readers that know nothing else. */
        Primary,
        /** UTF-16, as they are. */
        Joliet,
    };

    /** `folders` outlives this. */
    IsoDirectory(const std::vector<IsoFolder>& folders, Names names, const QDate& date);

    /** More folders than the path table can number. */
    [[nodiscard]] bool isTooLarge() const { return m_order.size() > 0xffff; }
    /** Puts everything behind `sector`; gives the sector behind it. */
    quint32 place(quint32 sector);
    /** Both path tables and all folders, from the sector given to place() on. */
    Status write(ByteSink& sink) const;
    /** One sector. `label`: at most 32 letters, digits and '_'; `sectors`: of the whole image. */
    [[nodiscard]] QByteArray descriptor(const QByteArray& label, quint32 sectors) const;

private:
    struct Entry
    {
        QByteArray id;
        bool isFolder = false;
        std::size_t index = 0;
    };
    struct Place
    {
        std::size_t folder = 0;
        /** Position of the parent in m_order. */
        std::size_t parent = 0;
        QByteArray id;
        quint32 sector = 0;
        qint64 bytes = 0;
    };

    [[nodiscard]] std::vector<Entry> entries(std::size_t folder) const;
    [[nodiscard]] QByteArray idOf(const QString& name, bool isFolder) const;
    template <typename Take>
    Status forEachRecord(const Place& place, Take take) const;
    [[nodiscard]] qint64 sizeOf(const Place& place) const;
    [[nodiscard]] QByteArray pathTable(bool isBigEndian) const;
    [[nodiscard]] QByteArray record(const QByteArray& id, quint32 sector, quint32 bytes, int flags) const;
    [[nodiscard]] QByteArray text(const QByteArray& latin, qsizetype size) const;

    const std::vector<IsoFolder>& m_folders;
    Names m_names;
    QDate m_date;
    /** Parents before children, as the path table wants them. */
    std::vector<Place> m_order;
    /** Where each folder stands in m_order. */
    std::vector<std::size_t> m_position;
    quint32 m_littleTable = 0;
    quint32 m_bigTable = 0;
    qint64 m_tableBytes = 0;
};

} // namespace staffelstab::archive
