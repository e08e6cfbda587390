// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst_reader/pff_item.h"

#include "mail/mapi/property_ids.h"

#include <array>

namespace staffelstab::mail::pst {

namespace {

/** A longer property is no text anyone wrote; attachments do not come this way. */
constexpr std::size_t longestProperty = 64UL * 1024 * 1024;
constexpr int mostRecipients = 100'000;
constexpr int mostAttachments = 10'000;

/** The key of a named property; its id in this file where its set is not one of ours. */
mapi::PropertyKey keyOf(libpff_record_entry_t* entry, quint32 type)
{
    const mapi::PropertyKey plain{static_cast<quint16>(type), mapi::PropertySet::None};
    libpff_name_to_id_map_entry_t* name = nullptr;
    if (type < 0x8000 || libpff_record_entry_get_name_to_id_map_entry(entry, &name, nullptr) != 1) {
        return plain;
    }
    std::array<uint8_t, 16> guid{};
    uint32_t number = 0;
    uint8_t kind = 0;
    if (libpff_name_to_id_map_entry_get_type(name, &kind, nullptr) != 1 ||
        libpff_name_to_id_map_entry_get_guid(name, guid.data(), guid.size(), nullptr) != 1 ||
        libpff_name_to_id_map_entry_get_number(name, &number, nullptr) != 1 || number > 0xFFFF) {
        return plain;
    }
    const auto set = mapi::propertySetOf(QByteArrayView(reinterpret_cast<const char*>(guid.data()), guid.size()));
    return set ? mapi::PropertyKey{static_cast<quint16>(number), *set} : plain;
}

/** False if the entry has a value that cannot be read. */
bool readEntry(libpff_record_entry_t* entry, mapi::PropertyBag& bag)
{
    uint32_t type = 0;
    uint32_t valueType = 0;
    std::size_t size = 0;
    if (libpff_record_entry_get_entry_type(entry, &type, nullptr) != 1 ||
        libpff_record_entry_get_value_type(entry, &valueType, nullptr) != 1) {
        return false;
    }
    if (type == mapi::id::attachData.id) {
        return true;
    }
    if (libpff_record_entry_get_data_size(entry, &size, nullptr) != 1 || size > longestProperty) {
        return false;
    }
    QByteArray data(static_cast<qsizetype>(size), '\0');
    if (size > 0 && libpff_record_entry_get_data(entry, reinterpret_cast<uint8_t*>(data.data()), size, nullptr) != 1) {
        return false;
    }
    bag.set(keyOf(entry, type), static_cast<quint16>(valueType), std::move(data));
    return true;
}

/** The bytes of an attachment; keeps the message alive that it belongs to. */
class PffSource : public mapi::ByteSource
{
public:
    PffSource(ItemPtr message, ItemPtr attachment, qint64 size)
        : m_message(std::move(message)), m_attachment(std::move(attachment)), m_size(size)
    {
    }
    [[nodiscard]] qint64 size() const override { return m_size; }
    Status rewind() override
    {
        return libpff_attachment_data_seek_offset(m_attachment.get(), 0, SEEK_SET, nullptr) == 0 ? Status(Done{})
                                                                                                 : failed();
    }
    Result<qint64> read(char* to, qint64 most) override
    {
        const ssize_t got = libpff_attachment_data_read_buffer(m_attachment.get(), reinterpret_cast<uint8_t*>(to),
                                                               static_cast<std::size_t>(most), nullptr);
        return got < 0 ? Result<qint64>(failed()) : Result<qint64>(got);
    }

private:
    static Failure failed() { return {Failure::Kind::MessageUnreadable, {}, QStringLiteral("attachment damaged")}; }

    ItemPtr m_message;
    ItemPtr m_attachment;
    qint64 m_size;
};

mapi::Attachment readAttachment(const ItemPtr& message, int index, int codePage, int depth)
{
    using Kind = mapi::Attachment::Kind;
    mapi::Attachment found;
    found.kind = Kind::Damaged;
    libpff_item_t* raw = nullptr;
    if (libpff_message_get_attachment(message.get(), index, &raw, nullptr) != 1) {
        return found;
    }
    const ItemPtr attachment = own(raw);
    found.properties = readProperties(attachment.get(), 0, codePage).bag;
    constexpr qint32 oleObject = 6; // PidTagAttachMethod
    if (found.properties.integer(mapi::id::attachMethod).value_or(0) == oleObject) {
        found.kind = Kind::Ole;
    }
    int type = 0;
    if (libpff_attachment_get_type(attachment.get(), &type, nullptr) != 1) {
        return found;
    }
    if (type == LIBPFF_ATTACHMENT_TYPE_ITEM) {
        libpff_item_t* inner = nullptr;
        if (depth >= mapi::deepestItem || libpff_attachment_get_item(attachment.get(), &inner, nullptr) != 1) {
            return found;
        }
        // The inner item lives in the attachment, the attachment in the message.
        const ItemPtr embedded(inner, [attachment, message](libpff_item_t* item) { FreeItem()(item); });
        if (Result<mapi::Item> item = readItem(embedded, codePage, depth + 1); item) {
            found.item = std::make_shared<mapi::Item>(std::move(*item));
            found.kind = Kind::Embedded;
        }
        return found;
    }
    if (type == LIBPFF_ATTACHMENT_TYPE_REFERENCE) {
        found.kind = Kind::Reference;
        return found;
    }
    size64_t size = 0;
    if (type == LIBPFF_ATTACHMENT_TYPE_DATA && libpff_attachment_get_data_size(attachment.get(), &size, nullptr) == 1 &&
        size < (1ULL << 40U)) {
        found.kind = Kind::ByValue;
        found.data = std::make_shared<PffSource>(message, attachment, static_cast<qint64>(size));
    }
    return found;
}

void readRecipients(libpff_item_t* message, mapi::Item& item, int codePage)
{
    libpff_item_t* raw = nullptr;
    int sets = 0;
    const int areThere = libpff_message_get_recipients(message, &raw, nullptr);
    if (areThere != 1) {
        item.isIncomplete = item.isIncomplete || areThere != 0;
        return;
    }
    const ItemPtr table = own(raw);
    bool isWhole = libpff_item_get_number_of_record_sets(table.get(), &sets, nullptr) == 1 && sets <= mostRecipients;
    for (int i = 0; i < std::min(sets, mostRecipients); ++i) {
        ReadProperties read = readProperties(table.get(), i, codePage);
        isWhole = isWhole && read.isWhole;
        item.recipients.push_back(std::move(read.bag));
    }
    item.isIncomplete = item.isIncomplete || !isWhole;
}

} // namespace

ReadProperties readProperties(libpff_item_t* item, int recordSet, int codePage)
{
    ReadProperties read;
    read.bag.setCodePage(codePage);
    read.isWhole = false;
    libpff_record_set_t* rawSet = nullptr;
    int entries = 0;
    if (libpff_item_get_record_set_by_index(item, recordSet, &rawSet, nullptr) != 1) {
        return read;
    }
    const RecordSetPtr set(rawSet);
    if (libpff_record_set_get_number_of_entries(set.get(), &entries, nullptr) != 1) {
        return read;
    }
    read.isWhole = true;
    for (int i = 0; i < entries; ++i) {
        libpff_record_entry_t* rawEntry = nullptr;
        bool isRead = libpff_record_set_get_entry_by_index(set.get(), i, &rawEntry, nullptr) == 1;
        if (isRead) {
            const EntryPtr entry(rawEntry);
            isRead = readEntry(entry.get(), read.bag);
        }
        read.isWhole = read.isWhole && isRead;
    }
    return read;
}

Result<mapi::Item> readItem(const ItemPtr& message, int codePage, int depth)
{
    mapi::Item item;
    ReadProperties read = readProperties(message.get(), 0, codePage);
    if (read.bag.isEmpty()) {
        return Failure{Failure::Kind::MessageUnreadable, {}, QStringLiteral("no properties")};
    }
    item.properties = std::move(read.bag);
    item.isIncomplete = !read.isWhole;
    if (const auto own = item.properties.integer(mapi::id::messageCodepage); own && *own > 0 && *own <= 65001) {
        codePage = static_cast<int>(*own);
        item.properties.setCodePage(codePage);
    }
    readRecipients(message.get(), item, codePage);
    int attachments = 0;
    const bool isCounted = libpff_message_get_number_of_attachments(message.get(), &attachments, nullptr) == 1;
    item.isIncomplete = item.isIncomplete || !isCounted || attachments > mostAttachments;
    for (int i = 0; isCounted && i < std::min(attachments, mostAttachments); ++i) {
        item.attachments.push_back(readAttachment(message, i, codePage, depth));
    }
    return item;
}

} // namespace staffelstab::mail::pst
