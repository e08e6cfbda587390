// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/resumable_tree.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace staffelstab::archive {

namespace {

/** Hands a file on as a message, but for its end. */
class AsMessage final : public FileVisitor
{
public:
    explicit AsMessage(mail::MessageReceiver& receiver) : m_receiver(receiver) {}
    Status begin(const QByteArray& /*path*/) override { return m_receiver.begin({}); }
    Status piece(QByteArrayView bytes) override { return m_receiver.piece(bytes); }
    Status end() override { return Done{}; }

private:
    mail::MessageReceiver& m_receiver;
};

} // namespace

ResumableTree::ResumableTree(PartLog& log, quint64 pieceSize, BegunPart part, const QString& entryName)
    : ZipTree(m_cipher, part.name, dosTimeOf(part.date), part.target), m_begun(std::move(part)), m_pieceSize(pieceSize),
      m_entryName(entryName.toUtf8()), m_part(log, pieceSize), m_cipher(m_part)
{
}

Status ResumableTree::open(const QString& path, const Secret& passphrase)
{
    Status begun = m_part.begin(path, m_begun);
    return begun ? m_cipher.begin(m_entryName, passphrase, dosTimeOf(m_begun.date)) : begun;
}

Status ResumableTree::goOn(const QString& path, std::vector<PartPoint> points, const Secret& passphrase,
                           JobContext& job)
{
    m_hasEarlier = true;
    if (Status opened = m_part.openAgain(path); !opened) {
        return opened;
    }
    m_written = std::make_unique<WrittenPart>(m_part.written(),
                                              AesZipWriter::header(m_entryName, dosTimeOf(m_begun.date)), job);
    return m_written->open(std::move(points), passphrase);
}

/** What of a folder the part holds, as far as is known. */
MessageConsumer::TakenUp ResumableTree::written(int mailbox, int folder, std::size_t messages) const
{
    MessageConsumer::TakenUp taken;
    const CopyPlace place = m_written->place();
    const auto here = std::tuple(mailbox, folder);
    const auto there = std::tuple(place.mailbox, place.folder);
    taken.messages = here < there ? messages : here == there ? place.done : 0;
    std::copy_if(m_written->skipped().begin(), m_written->skipped().end(), std::back_inserter(taken.skipped),
                 [&](const SkippedMessage& skipped) {
                     return skipped.message.mailbox == mailbox && skipped.message.folder == folder;
                 });
    return taken;
}

Result<MessageConsumer::TakenUp> ResumableTree::takeUp(int mailbox, int folder, std::size_t messages,
                                                       mail::MessageReceiver& receiver)
{
    if (m_written == nullptr) {
        return MessageConsumer::TakenUp{};
    }
    AsMessage visitor(receiver);
    MessageConsumer::TakenUp taken = written(mailbox, folder, messages);
    for (std::size_t shown = 0; shown + taken.skipped.size() < taken.messages;) {
        const CopyPlace before = m_written->place();
        if (const Result<bool> hasNext = m_written->hasNext(); !hasNext) {
            return hasNext.failure();
        }
        if (m_written->place() != before) {
            taken = written(mailbox, folder, messages);
            continue;
        }
        if (Status got = m_written->next(visitor); !got) {
            return got.failure();
        }
        if (Status ended = receiver.end(); !ended) {
            return ended.failure();
        }
        ++shown;
        ++m_takenUp;
    }
    return taken;
}

Status ResumableTree::add(const QString& path, Spool& content)
{
    if (m_written != nullptr) {
        const Result<bool> hasNext = m_written->hasNext();
        Status ready = !hasNext ? Status(hasNext.failure()) : *hasNext ? Status(Done{}) : goOnWriting();
        if (!ready) {
            return ready;
        }
    }
    if (m_written == nullptr) {
        return ZipTree::add(path, content);
    }
    const Result<ZipEntry> entry = m_written->confirm(inside(path), content);
    return entry ? packer().recall(*entry, m_written->position()) : Status(entry.failure());
}

Status ResumableTree::goOnWriting()
{
    std::unique_ptr<WrittenPart> written = std::exchange(m_written, nullptr);
    m_missing = written->missing();
    m_cipher.goOn(m_entryName, dosTimeOf(m_begun.date), written->takeEncryption(), written->position());
    const quint64 offset = written->offset();
    const std::size_t skipped = written->skipped().size();
    std::vector<PartPoint> behind = written->pointsBehind();
    m_isEndWithoutSkipped = skipped > 0 && std::none_of(behind.begin(), behind.end(),
                                                        [](const PartPoint& point) { return point.place.has_value(); });
    // Its piece is not held beside the one that is filled from now on.
    written.reset();
    return m_part.goOn(offset, std::move(behind), skipped);
}

Status ResumableTree::reached(const CopyPlace& place, std::span<const SkippedMessage> skipped)
{
    if (m_written != nullptr || !m_part.isPlaceDue(packer().waiting())) {
        return Done{};
    }
    // Packed, then encrypted, then noted.
    Status drained = packer().drain();
    if (drained) {
        drained = m_cipher.drain();
    }
    return drained && m_part.isPlaceDue() ? m_part.reached(place, skipped) : drained;
}

} // namespace staffelstab::archive
