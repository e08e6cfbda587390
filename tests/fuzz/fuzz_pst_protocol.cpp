// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst/pst_protocol.h"

#include "mail/header_block.h"

#include <cstdlib>

using namespace staffelstab;
using namespace staffelstab::mail::pst;

/** What a reader that a hostile file has taken over may say: nothing decoded is beyond its bounds. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    FrameBuffer frames;
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (qsizetype at = 0; at < bytes.size(); at += 7) {
        frames.add(bytes.sliced(at, std::min<qsizetype>(7, bytes.size() - at)));
        while (true) {
            const auto frame = frames.next();
            if (!frame) {
                return 0;
            }
            if (!frame->has_value()) {
                break;
            }
            const QByteArray& payload = (*frame)->payload;
            if (const auto item = decodeItem(payload);
                item && (item->header.size() > staffelstab::mail::headerLimit || item->bytes < item->header.size())) {
                std::abort();
            }
            if (const auto folder = decodeFolder(payload); folder && (folder->items < 0 || folder->path.isEmpty())) {
                std::abort();
            }
            if (const auto gap = decodeGap(payload); gap && gap->what != cutOff && gap->what != foldersLost) {
                std::abort();
            }
            if (const auto found = decodeChecksums(payload); found && found->done > found->total) {
                std::abort();
            }
            decodeScan(payload);
            decodeNumber(payload);
            decodeText(payload);
            if (decodeFailure(payload).detail.size() > 500) {
                std::abort();
            }
        }
    }
    return 0;
}
