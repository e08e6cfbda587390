// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/message_builder.h"
#include "mail/mapi/recurrence_rule.h"
#include "mail/msg/msg_reader.h"
#include "mail/msg/tnef_reader.h"

#include <cstdlib>

using namespace staffelstab;
using namespace staffelstab::mail;

namespace {

/** Whatever was read: the message made of it is as long as it said, and has a header. */
void rebuild(const Result<mapi::Item>& item)
{
    if (!item) {
        return;
    }
    const mapi::RebuiltMessage message = mapi::rebuildMessage(*item, "msg");
    qint64 bytes = 0;
    const Status written = message.write([&bytes](QByteArrayView piece) {
        bytes += piece.size();
        return Status(Done{});
    });
    if (!written || bytes != message.size() || !message.header().endsWith("\r\n\r\n")) {
        std::abort();
    }
}

} // namespace

/** The first byte says what the rest is: .msg, winmail.dat or a recurrence. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size) - 1);
    switch (data[0] % 3) {
    case 0:
        rebuild(readMsg(bytes));
        break;
    case 1:
        rebuild(readTnef(bytes));
        break;
    default:
        mapi::readRecurrence(bytes);
        mapi::timeZoneLines(bytes, "Zone");
    }
    return 0;
}
