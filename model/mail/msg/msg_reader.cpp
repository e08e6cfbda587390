// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/msg/msg_reader.h"

#include "mail/mapi/property_ids.h"
#include "mail/msg/compound_file.h"

#include <QtEndian>

namespace staffelstab::mail {

namespace {

using namespace mapi;

constexpr qsizetype recordSize = 16;
constexpr quint32 firstNamed = 0x8000;

/** Names of the properties from 0x8000 on ([MS-OXMSG] section 2.2.3). */
class NameMap
{
public:
    explicit NameMap(const CompoundFile& file)
    {
        const int storage = file.child(CompoundFile::root, QStringLiteral("__nameid_version1.0"));
        if (storage < 0) {
            return;
        }
        const auto stream = [&](const char* name) {
            const int entry = file.child(storage, QLatin1String(name));
            return entry < 0 ? QByteArray() : file.stream(entry);
        };
        m_guids = stream("__substg1.0_00020102");
        m_entries = stream("__substg1.0_00030102");
    }

    [[nodiscard]] PropertyKey keyOf(quint16 id) const
    {
        const qsizetype at = (id - static_cast<qsizetype>(firstNamed)) * 8;
        if (id < firstNamed || at + 8 > m_entries.size()) {
            return {id, PropertySet::None};
        }
        const auto number = qFromLittleEndian<quint32>(m_entries.constData() + at);
        const auto kind = qFromLittleEndian<quint16>(m_entries.constData() + at + 4);
        const qsizetype guidAt = ((kind >> 1U) - 3) * 16;
        const bool isString = (kind & 1U) != 0;
        if (isString || number > 0xFFFF || guidAt < 0 || guidAt + 16 > m_guids.size()) {
            return {id, PropertySet::None};
        }
        const auto set = propertySetOf(QByteArrayView(m_guids).sliced(guidAt, 16));
        return set ? PropertyKey{static_cast<quint16>(number), *set} : PropertyKey{id, PropertySet::None};
    }

private:
    QByteArray m_guids;
    QByteArray m_entries;
};

class MsgReader
{
public:
    explicit MsgReader(const CompoundFile& file) : m_file(file), m_names(file) {}

    /** `head` is the size of what stands before the records: it differs by kind of object. */
    PropertyBag properties(int storage, qsizetype head, int codePage) const
    {
        PropertyBag bag;
        bag.setCodePage(codePage);
        for (const int entry : m_file.children(storage)) {
            const QString name = m_file.name(entry);
            if (name.compare(QLatin1String("__properties_version1.0"), Qt::CaseInsensitive) == 0) {
                addFixed(m_file.stream(entry), head, bag);
            } else if (name.startsWith(QLatin1String("__substg1.0_"), Qt::CaseInsensitive) &&
                       !m_file.isStorage(entry)) {
                addVariable(entry, name.mid(12), bag);
            }
        }
        return bag;
    }

    Item item(int storage, qsizetype head, int depth, int codePage) const
    {
        Item found;
        found.properties = properties(storage, head, codePage);
        if (const auto own = found.properties.integer(id::messageCodepage); own && *own > 0 && *own <= 65001) {
            codePage = static_cast<int>(*own);
            found.properties.setCodePage(codePage);
        }
        for (const int entry : m_file.children(storage)) {
            const QString name = m_file.name(entry);
            if (!m_file.isStorage(entry)) {
                continue;
            }
            if (name.startsWith(QLatin1String("__recip_version1.0_"), Qt::CaseInsensitive)) {
                found.recipients.push_back(properties(entry, 8, codePage));
            } else if (name.startsWith(QLatin1String("__attach_version1.0_"), Qt::CaseInsensitive)) {
                found.attachments.push_back(attachment(entry, depth, codePage));
            }
        }
        return found;
    }

private:
    void addFixed(const QByteArray& records, qsizetype head, PropertyBag& bag) const
    {
        for (qsizetype at = head; at + recordSize <= records.size(); at += recordSize) {
            const auto type = qFromLittleEndian<quint16>(records.constData() + at);
            const auto number = qFromLittleEndian<quint16>(records.constData() + at + 2);
            const bool isFixed = type == type::integer16 || type == type::integer32 || type == type::boolean ||
                                 type == type::floating64 || type == type::integer64 || type == type::time;
            if (isFixed) {
                bag.set(m_names.keyOf(number), type, records.mid(at + 8, 8));
            }
        }
    }

    /** `tag`: 8 hex digits; the parts of several values have more. */
    void addVariable(int entry, const QString& tag, PropertyBag& bag) const
    {
        bool isNumber = false;
        const quint32 number = tag.toUInt(&isNumber, 16);
        const auto propertyId = static_cast<quint16>(number >> 16U);
        if (tag.size() == 8 && isNumber && propertyId != id::attachData.id) {
            bag.set(m_names.keyOf(propertyId), static_cast<quint16>(number), m_file.stream(entry));
        }
    }

    Attachment attachment(int storage, int depth, int codePage) const
    {
        Attachment found;
        found.properties = properties(storage, 8, codePage);
        if (const int data = m_file.child(storage, QStringLiteral("__substg1.0_37010102")); data >= 0) {
            found.data = std::make_shared<MemorySource>(m_file.stream(data));
            return found;
        }
        const int inner = m_file.child(storage, QStringLiteral("__substg1.0_3701000D"));
        if (inner < 0) {
            found.kind = Attachment::Kind::Reference;
        } else if (found.properties.integer(id::attachMethod).value_or(0) == 5 && depth < deepestItem) {
            found.kind = Attachment::Kind::Embedded;
            found.item = std::make_shared<Item>(item(inner, 24, depth + 1, codePage));
        } else {
            found.kind = Attachment::Kind::Ole;
        }
        return found;
    }

    const CompoundFile& m_file;
    NameMap m_names;
};

} // namespace

Result<mapi::Item> readMsg(const QByteArray& bytes)
{
    if (bytes.size() > msgLimit) {
        return Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral(".msg file over 256 MiB")};
    }
    const Result<CompoundFile> file = CompoundFile::open(bytes);
    if (!file) {
        return file.failure();
    }
    Item item = MsgReader(*file).item(CompoundFile::root, 32, 0, 1252);
    if (item.properties.isEmpty()) {
        return Failure{Failure::Kind::MessageUnreadable, {}, QStringLiteral("no Outlook message")};
    }
    return item;
}

} // namespace staffelstab::mail
