// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message_file.h"
#include "mail/pst/pst_store.h"

namespace staffelstab::mail {

using pst::encode;
using pst::Frame;
using pst::FrameType;
using pst::isReaderLost;
using pst::mayTryAgain;
using pst::protocolBroken;

namespace {

/** Requests the reader has before it answered the first. */
constexpr std::size_t readAhead = 8;

} // namespace

Status PstStore::requestAhead(std::span<const MessageRef> messages, std::size_t& asked, std::size_t done)
{
    while (asked < messages.size() && asked < done + readAhead) {
        bool isNumber = false;
        const quint32 id = messages[asked].key.toUInt(&isNumber);
        if (Status sent = m_reader.send(FrameType::Read, encode(isNumber ? id : 0U)); !sent) {
            return sent;
        }
        ++asked;
    }
    return Done{};
}

Status PstStore::read(const Folder& /*folder*/, std::span<const MessageRef> messages, MessageReceiver& receiver,
                      JobContext& job)
{
    std::size_t asked = 0;
    std::optional<std::size_t> lostAt;
    for (std::size_t done = 0; done < messages.size();) {
        renewReader();
        ++m_served;
        if (!m_reader.isRunning()) {
            asked = done;
        }
        if (Status opened = m_reader.open(job); !opened) {
            return opened;
        }
        bool hasBegun = false;
        Status read = requestAhead(messages, asked, done);
        if (read) {
            read = readOne(messages[done], receiver, hasBegun, job);
        }
        if (!read && isReaderLost(read.failure())) {
            if (mayTryAgain(read.failure()) && !hasBegun && lostAt != done) {
                lostAt = done;
                continue;
            }
            read = receiver.failed(messages[done], unreadable(read.failure().detail));
        }
        if (!read) {
            m_reader.stop();
            return read;
        }
        ++done;
    }
    return Done{};
}

/** The answer to one request; a lost reader is the caller's matter. */
Status PstStore::readOne(const MessageRef& ref, MessageReceiver& receiver, bool& hasBegun, JobContext& job)
{
    std::optional<Failure> why;
    qint64 got = 0;
    while (true) {
        const Result<Frame> frame = m_reader.next(job);
        if (!frame) {
            return frame.failure();
        }
        Status state = Done{};
        if (frame->type == FrameType::Item && !hasBegun && !why) {
            const auto item = pst::decodeItem(frame->payload);
            const bool isSame =
                item && item->bytes == ref.bytes &&
                (ref.fingerprint.isEmpty() || fingerprintOf(item->header, item->bytes) == ref.fingerprint);
            if (isSame) {
                hasBegun = true;
                state = receiver.begin(ref);
            } else {
                why = Failure{Failure::Kind::MessageChanged, {}, {}};
            }
        } else if (frame->type == FrameType::Piece && (hasBegun || why)) {
            got += frame->payload.size();
            state = why ? Status(Done{}) : receiver.piece(frame->payload);
        } else if (frame->type == FrameType::ItemFailed) {
            return receiver.failed(ref, pst::decodeFailure(frame->payload));
        } else if (frame->type == FrameType::End && (hasBegun || why)) {
            if (!why && got != ref.bytes) {
                why = unreadable(QStringLiteral("wrong number of bytes"));
            }
            return why ? receiver.failed(ref, *why) : receiver.end();
        } else {
            m_reader.stop();
            return protocolBroken();
        }
        if (!state) {
            return state;
        }
    }
}

} // namespace staffelstab::mail
