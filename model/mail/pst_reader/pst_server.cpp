// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst_reader/pst_server.h"

#include "core/platform.h"
#include "mail/header_block.h"
#include "mail/mail_store.h"
#include "mail/mapi/message_builder.h"
#include "mail/mapi/property_ids.h"
#include "mail/pst_reader/pst_checksums.h"

#include <QFile>

#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>

namespace staffelstab::mail::pst {

namespace {

/** More CPU time than this for one item means that libpff runs in circles. */
constexpr int cpuSecondsPerItem = 10;

ItemFound describe(quint32 id, const mapi::Item& item, const mapi::RebuiltMessage& message)
{
    QDateTime received = item.properties.time(mapi::id::messageDeliveryTime);
    if (!received.isValid()) {
        received = item.properties.time(mapi::id::creationTime);
    }
    return {id, message.size(), received.isValid() ? received.toSecsSinceEpoch() : -1, message.header(),
            message.bodyStart(bodyStartLimit)};
}

} // namespace

bool PstServer::answer(const Frame& request)
{
    platform::limitCpuOfNextStep(cpuSecondsPerItem);
    switch (request.type) {
    case FrameType::Open:
        open(request.payload);
        break;
    case FrameType::List:
        list();
        break;
    case FrameType::Scan:
        scan(request.payload);
        break;
    case FrameType::Read:
        read(request.payload);
        break;
    case FrameType::Check:
        check();
        break;
    default:
        return false;
    }
    std::fflush(m_output);
    return !m_isBroken;
}

void PstServer::send(FrameType type, QByteArrayView payload)
{
    const QByteArray frame = encodeFrame(type, payload);
    const auto size = static_cast<std::size_t>(frame.size());
    m_isBroken = m_isBroken || std::fwrite(frame.constData(), 1, size, m_output) != size;
}

void PstServer::open(const QByteArray& payload)
{
    m_path = decodeText(payload).value_or(QString());
    const Status opened = m_file.open(m_path);
    send(opened ? FrameType::Opened : FrameType::Failed, opened ? QByteArray() : encode(opened.failure()));
}

void PstServer::list()
{
    const Result<std::vector<FolderFound>> folders = m_file.folders();
    if (!folders) {
        send(FrameType::Failed, encode(folders.failure()));
        return;
    }
    for (const FolderFound& folder : *folders) {
        send(FrameType::Folder, encode(folder));
    }
    for (const GapFound& gap : m_file.gaps()) {
        send(FrameType::Gap, encode(gap));
    }
    send(FrameType::End);
}

void PstServer::scan(const QByteArray& payload)
{
    const ScanRequest request = decodeScan(payload).value_or(ScanRequest());
    const Result<quint32> items = m_file.enterFolder(request.folder);
    if (!items) {
        send(FrameType::Failed, encode(items.failure()));
        return;
    }
    const quint32 left = *items - std::min(*items, request.from);
    const quint32 end = request.from + std::min(left, request.most);
    for (quint32 index = request.from; index < end && !m_isBroken; ++index) {
        // Said before libpff looks at the item: if this process ends there, the program knows where.
        send(FrameType::ItemBegins, encode(index));
        std::fflush(m_output);
        platform::limitCpuOfNextStep(cpuSecondsPerItem);
        const Result<FoundItem> found = m_file.itemAt(index);
        if (!found) {
            send(FrameType::ItemFailed, encode(found.failure()));
            continue;
        }
        const mapi::RebuiltMessage message = mapi::rebuildMessage(found.value().item, "pst");
        if (message.header().size() > headerLimit) {
            send(FrameType::ItemFailed,
                 encode(Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("header over 4 MiB")}));
            continue;
        }
        send(FrameType::Item, encode(describe(found.value().id, found.value().item, message)));
    }
    send(FrameType::End);
}

void PstServer::read(const QByteArray& payload)
{
    const Result<FoundItem> found = m_file.itemOf(decodeNumber(payload).value_or(0));
    if (!found) {
        send(FrameType::ItemFailed, encode(found.failure()));
        return;
    }
    const mapi::RebuiltMessage message = mapi::rebuildMessage(found.value().item, "pst");
    send(FrameType::Item, encode(describe(found.value().id, found.value().item, message)));
    const Status written = message.write([this](QByteArrayView bytes) -> Status {
        platform::limitCpuOfNextStep(cpuSecondsPerItem);
        send(FrameType::Piece, bytes);
        return Done{};
    });
    send(written ? FrameType::End : FrameType::ItemFailed, written ? QByteArray() : encode(written.failure()));
}

void PstServer::check()
{
    QFile file(m_path);
    const auto tell = [this](const ChecksumsFound& found) {
        platform::limitCpuOfNextStep(cpuSecondsPerItem);
        send(FrameType::Checked, encode(found));
        std::fflush(m_output);
    };
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        send(FrameType::Failed, encode(Failure{Failure::Kind::FileNotReadable, {}, {}}));
        return;
    }
    if (const auto found = compareChecksums(file, tell)) {
        tell(*found);
    }
    send(FrameType::End);
}

namespace {

/** Requests that wait; filled by a thread of its own, which ends the process when the program is gone. */
class Inbox
{
public:
    void listen(std::FILE* input)
    {
        FrameBuffer frames;
        QByteArray buffer(64L * 1024, Qt::Uninitialized);
        while (true) {
            const std::ptrdiff_t got = platform::readSome(input, buffer.data(), buffer.size());
            if (got <= 0) {
                std::_Exit(EXIT_SUCCESS);
            }
            frames.add(QByteArrayView(buffer.constData(), got));
            while (true) {
                Result<std::optional<Frame>> frame = frames.next();
                if (!frame) {
                    std::_Exit(EXIT_FAILURE);
                }
                if (!frame->has_value()) {
                    break;
                }
                const std::lock_guard lock(m_mutex);
                m_requests.push_back(**std::move(frame));
                m_arrived.notify_one();
            }
        }
    }

    Frame next()
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return !m_requests.empty(); });
        Frame frame = std::move(m_requests.front());
        m_requests.pop_front();
        return frame;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Frame> m_requests;
};

} // namespace

int servePst()
{
    static Inbox inbox;
    std::thread([] { inbox.listen(stdin); }).detach();
    PstServer server(stdout);
    while (server.answer(inbox.next())) {
    }
    std::_Exit(EXIT_FAILURE);
}

} // namespace staffelstab::mail::pst
