// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst_reader/pff_file.h"

#include "mail/mapi/property_ids.h"
#include "mail/pst_reader/pff_item.h"
#include "mail/pst_reader/pst_size.h"
#include "mail/special_use.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace staffelstab::mail::pst {

namespace {

constexpr int deepestFolder = 64;
constexpr int mostFolders = 100'000;
constexpr mapi::PropertyKey ipmSubtreeEntryId{0x35E0};
constexpr mapi::PropertyKey wastebasketEntryId{0x35E3};
/** Type in the low bits of a node number ([MS-PST] section 2.2.2.1). */
constexpr quint32 nodeTypeMask = 0x1F;
constexpr quint32 searchFolderType = 0x03;

/** The node number at the end of a folder's entry ID ([MS-PST] section 2.4.3.2); 0 if there is none. */
quint32 nodeOf(const QByteArray& entryId)
{
    return entryId.size() == 24 ? qFromLittleEndian<quint32>(entryId.constData() + 20) : 0;
}

QString nameOf(libpff_item_t* folder)
{
    std::size_t size = 0;
    if (libpff_folder_get_utf8_name_size(folder, &size, nullptr) != 1 || size < 2 || size > 4096) {
        return {};
    }
    QByteArray name(static_cast<qsizetype>(size), '\0');
    if (libpff_folder_get_utf8_name(folder, reinterpret_cast<uint8_t*>(name.data()), size, nullptr) != 1) {
        return {};
    }
    QString text = QString::fromUtf8(name.constData());
    text.removeIf([](QChar c) { return c < u' '; });
    return text.replace(u'/', u'\u2215').trimmed();
}

quint32 numberOf(libpff_item_t* item)
{
    uint32_t number = 0;
    return libpff_item_get_identifier(item, &number, nullptr) == 1 ? number : 0;
}

/** True if the file ends before the end that its header names: a copy that was broken off, a disk that was full. */
bool isCutOff(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const auto size = sizeByHeader(file.read(pstHeaderSize));
    return size && static_cast<quint64>(file.size()) < *size;
}

bool isRecoverable(const QString& name)
{
    return name == QLatin1String("Recoverable Items") || name == QLatin1String("Wiederherstellbare Elemente") ||
           name == QLatin1String("Deletions") || name == QLatin1String("Purges");
}

} // namespace

struct PffFile::State
{
    libpff_file_t* file = nullptr;
    bool isOpen = false;
    int codePage = 1252;
    ItemPtr entered;

    quint32 subtree = 0;
    quint32 wastebasket = 0;
    std::vector<FolderFound> found;
    bool isFileCutOff = false;
    std::vector<GapFound> gaps;

    void readStore()
    {
        libpff_item_t* store = nullptr;
        if (libpff_file_get_message_store(file, &store, nullptr) == 1) {
            const ItemPtr owned = own(store);
            const mapi::PropertyBag bag = readProperties(store, 0, codePage).bag;
            subtree = nodeOf(bag.bytes(ipmSubtreeEntryId));
            wastebasket = nodeOf(bag.bytes(wastebasketEntryId));
        }
        int page = 0;
        if (libpff_file_get_ascii_codepage(file, &page, nullptr) == 1 && page > 0) {
            codePage = page;
        }
    }

    /** Free/busy times and settings, which Outlook keeps beside the mailbox for itself. */
    bool isOfOutlookItself(libpff_item_t* folder)
    {
        libpff_item_t* raw = nullptr;
        if (libpff_folder_get_sub_message(folder, 0, &raw, nullptr) != 1) {
            return false;
        }
        const ItemPtr first = own(raw);
        const QString name = readProperties(raw, 0, codePage).bag.text(mapi::id::messageClass);
        return name.startsWith(QLatin1String("IPM.Microsoft."), Qt::CaseInsensitive) ||
               name.startsWith(QLatin1String("IPM.Configuration."), Qt::CaseInsensitive);
    }

    struct Level
    {
        QString path;
        /** The nearest folder above that is told; 0 for none. */
        quint32 told = 0;
        bool isMailbox = false;
        bool isDeleted = false;
        int depth = 0;
    };

    void walk(libpff_item_t* folder, const Level& level)
    {
        int children = 0;
        bool isWhole =
            level.depth <= deepestFolder && libpff_folder_get_number_of_sub_folders(folder, &children, nullptr) == 1;
        children = isWhole ? children : 0;
        for (int i = 0; i < children; ++i) {
            libpff_item_t* raw = nullptr;
            if (found.size() >= mostFolders || libpff_folder_get_sub_folder(folder, i, &raw, nullptr) != 1) {
                isWhole = false;
                continue;
            }
            const ItemPtr child = own(raw);
            isWhole = visit(child.get(), level) && isWhole;
        }
        // Beside the mailbox lies what Outlook keeps for itself.
        if (!isWhole && (level.isMailbox || level.depth == 0)) {
            gaps.push_back({level.told, foldersLost});
        }
    }

    /** False if it is not even known which folder that is. */
    bool visit(libpff_item_t* folder, const Level& parent)
    {
        const quint32 number = numberOf(folder);
        if (number == 0 || (number & nodeTypeMask) == searchFolderType) {
            return number != 0;
        }
        QString name = nameOf(folder);
        if (name.isEmpty()) {
            name = QStringLiteral("-");
        }
        Level level = parent;
        ++level.depth;
        level.isMailbox = parent.isMailbox || number == subtree;
        // The mailbox's own top is no level a person knows.
        level.path = number == subtree ? QString() : parent.path.isEmpty() ? name : parent.path + u'/' + name;
        const bool isTopTrash = number == wastebasket ||
                                (wastebasket == 0 && parent.path.isEmpty() && specialUseOf(name) == SpecialUse::Trash);
        level.isDeleted = parent.isDeleted || isTopTrash || (!level.isMailbox && isRecoverable(name));
        int items = 0;
        const bool isReadable = libpff_folder_get_number_of_sub_messages(folder, &items, nullptr) == 1;
        const bool isOutside = !level.isMailbox && (items > 0 || !isReadable) && !isOfOutlookItself(folder);
        const bool isTold = number == subtree ? items > 0 : level.isMailbox || isOutside;
        if (isTold) {
            found.push_back({number, level.path.isEmpty() ? name : level.path, std::max(items, 0), level.isDeleted});
            level.told = number;
        }
        walk(folder, level);
        return true;
    }
};

PffFile::PffFile() : m_state(std::make_unique<State>())
{
    libpff_file_initialize(&m_state->file, nullptr);
}

PffFile::~PffFile()
{
    m_state->entered.reset();
    libpff_file_free(&m_state->file, nullptr);
}

Status PffFile::open(const QString& path)
{
    if (m_state->isOpen) {
        return Failure{Failure::Kind::BadInput, {}, QStringLiteral("opened twice")};
    }
    const QByteArray name = QFile::encodeName(path);
    const int isOutlook = libpff_check_file_signature(name.constData(), nullptr);
    if (isOutlook != 1) {
        const auto kind = !QFileInfo::exists(path)        ? Failure::Kind::FileNotFound
                          : !QFileInfo(path).isReadable() ? Failure::Kind::FileNotReadable
                                                          : Failure::Kind::BadInput;
        return Failure{kind, {}, QStringLiteral("no Outlook data file")};
    }
    if (libpff_file_open(m_state->file, name.constData(), LIBPFF_OPEN_READ, nullptr) != 1) {
        return Failure{Failure::Kind::MailboxDamaged, {}, nothingReadable};
    }
    m_state->isOpen = true;
    m_state->isFileCutOff = isCutOff(path);
    m_state->readStore();
    return Done{};
}

Result<std::vector<FolderFound>> PffFile::folders()
{
    libpff_item_t* raw = nullptr;
    if (!m_state->isOpen || libpff_file_get_root_folder(m_state->file, &raw, nullptr) != 1) {
        return Failure{Failure::Kind::MailboxDamaged, {}, nothingReadable};
    }
    const ItemPtr root = own(raw);
    m_state->found.clear();
    m_state->gaps.clear();
    if (m_state->isFileCutOff) {
        m_state->gaps.push_back({0, cutOff});
    }
    m_state->walk(root.get(), {});
    return m_state->found;
}

const std::vector<GapFound>& PffFile::gaps() const
{
    return m_state->gaps;
}

Result<quint32> PffFile::enterFolder(quint32 id)
{
    libpff_item_t* raw = nullptr;
    m_state->entered.reset();
    if (!m_state->isOpen || libpff_file_get_item_by_identifier(m_state->file, id, &raw, nullptr) != 1) {
        return Failure{Failure::Kind::FolderGone, {}, {}};
    }
    m_state->entered = own(raw);
    int items = 0;
    if (libpff_folder_get_number_of_sub_messages(raw, &items, nullptr) != 1 || items < 0) {
        return Failure{Failure::Kind::MailboxDamaged, {}, QStringLiteral("folder damaged")};
    }
    return static_cast<quint32>(items);
}

Result<FoundItem> PffFile::itemAt(quint32 index)
{
    libpff_item_t* raw = nullptr;
    if (!m_state->entered ||
        libpff_folder_get_sub_message(m_state->entered.get(), static_cast<int>(index), &raw, nullptr) != 1) {
        return Failure{Failure::Kind::MessageUnreadable, {}, QStringLiteral("item damaged")};
    }
    const ItemPtr message = own(raw);
    Result<mapi::Item> item = readItem(message, m_state->codePage);
    return item ? Result<FoundItem>(FoundItem{numberOf(raw), std::move(*item)}) : Result<FoundItem>(item.failure());
}

Result<FoundItem> PffFile::itemOf(quint32 id)
{
    libpff_item_t* raw = nullptr;
    const int isThere = m_state->isOpen ? libpff_file_get_item_by_identifier(m_state->file, id, &raw, nullptr) : -1;
    if (isThere == 0) {
        return Failure{Failure::Kind::MessageGone, {}, {}};
    }
    if (isThere != 1) {
        // Where the file's index cannot be read nobody knows whether it is gone.
        return Failure{Failure::Kind::MessageUnreadable, {}, QStringLiteral("index damaged")};
    }
    const ItemPtr message = own(raw);
    Result<mapi::Item> item = readItem(message, m_state->codePage);
    return item ? Result<FoundItem>(FoundItem{id, std::move(*item)}) : Result<FoundItem>(item.failure());
}

} // namespace staffelstab::mail::pst
