// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst/pst_protocol.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace staffelstab;
using namespace staffelstab::mail::pst;

/**
 * A PST reader as a damaged file may make it: it has one folder with three items and at the second one it ends
 * (FAULT 1), falls silent (FAULT 2) or says nonsense (FAULT 3). FAULT 4 ends when it is to open the file. FAULT 5 ends
 * behind the second item, and whenever it is to go on there. FAULT 6 ends at the second item the first time, which it
 * notes in a file beside the mailbox.
 */
namespace {

void send(FrameType type, const QByteArray& payload = {})
{
    const QByteArray frame = encodeFrame(type, payload);
    std::fwrite(frame.constData(), 1, static_cast<std::size_t>(frame.size()), stdout);
    std::fflush(stdout);
}

void misbehave()
{
    if constexpr (FAULT == 2) {
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
    if constexpr (FAULT == 3) {
        send(FrameType::Folder, "nonsense");
    }
    std::_Exit(3);
}

QString mailbox;

bool isFirstTime()
{
    QFile note(mailbox + QStringLiteral(".ended"));
    return !note.exists() && note.open(QIODevice::WriteOnly);
}

void item(quint32 number)
{
    if (FAULT != 5 && number == 1 && (FAULT != 6 || isFirstTime())) {
        misbehave();
    }
    const QByteArray header = "Subject: " + QByteArray::number(number) + "\r\n\r\n";
    send(FrameType::Item, encode(ItemFound{number, header.size() + 4, 0, header, {}}));
}

void answer(const Frame& request)
{
    switch (request.type) {
    case FrameType::Open:
        if constexpr (FAULT == 4) {
            std::_Exit(3);
        }
        mailbox = *decodeText(request.payload);
        send(FrameType::Opened);
        break;
    case FrameType::List:
        send(FrameType::Folder, encode(FolderFound{34, QStringLiteral("Inbox"), 3, false}));
        send(FrameType::End);
        break;
    case FrameType::Scan:
        for (quint32 number = decodeScan(request.payload)->from; number < 3; ++number) {
            if (FAULT == 5 && number == 2) {
                misbehave();
            }
            send(FrameType::ItemBegins, encode(number));
            item(number);
        }
        send(FrameType::End);
        break;
    case FrameType::Read: {
        const quint32 number = *decodeNumber(request.payload);
        item(number);
        send(FrameType::Piece, "Subject: " + QByteArray::number(number) + "\r\n\r\nbody");
        send(FrameType::End);
        break;
    }
    case FrameType::Check:
        send(FrameType::Checked, encode(ChecksumsFound{1, 1, 0}));
        send(FrameType::End);
        break;
    default:
        std::_Exit(4);
    }
}

} // namespace

int main()
{
    FrameBuffer frames;
    for (int byte = std::getchar(); byte != EOF; byte = std::getchar()) {
        const char one = static_cast<char>(byte);
        frames.add(QByteArrayView(&one, 1));
        const auto frame = frames.next();
        if (frame.isOk() && frame->has_value()) {
            answer(**frame);
        }
    }
    return 0;
}
