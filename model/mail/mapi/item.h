// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "mail/mapi/property_bag.h"

#include <memory>
#include <vector>

namespace staffelstab::mail::mapi {

/** Bytes of an attachment, read from their start to their end, as often as is asked for. */
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual qint64 size() const = 0;
    virtual Status rewind() = 0;
    /** The next bytes, at most `most`, at least one before the end; 0 at the end. */
    virtual Result<qint64> read(char* to, qint64 most) = 0;
};

/** Bytes in memory as a source. */
class MemorySource : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    Status rewind() override
    {
        m_at = 0;
        return Done{};
    }
    Result<qint64> read(char* to, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, count, to);
        m_at += count;
        return count;
    }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

struct Item;

struct Attachment
{
    /** ByValue has data; Embedded has an item; the others have neither: a link to a file, an OLE object. */
    enum class Kind { ByValue, Embedded, Reference, Ole, Damaged };

    Kind kind = Kind::ByValue;
    PropertyBag properties;
    std::shared_ptr<ByteSource> data;
    std::shared_ptr<Item> item;
};

/**
 * Start here. One Outlook object (message, contact, appointment, ...) as a PST file, an .msg file or a winmail.dat
 * holds it, whatever it was read from. rebuildMessage() makes an RFC 5322 message of it.
 */
struct Item
{
    PropertyBag properties;
    std::vector<PropertyBag> recipients;
    std::vector<Attachment> attachments;
    /** Something that the file holds of it cannot be read; attachments aside, which say it themselves. */
    bool isIncomplete = false;
};

/** Items nested deeper than this are not read. */
inline constexpr int deepestItem = 16;

} // namespace staffelstab::mail::mapi
