// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/compressed_rtf.h"

#include <QtEndian>

#include <array>

namespace staffelstab::mail::mapi {

namespace {

constexpr qsizetype headerSize = 16;
constexpr quint32 compressed = 0x75465A4C;
constexpr quint32 stored = 0x414C454D;
constexpr unsigned windowSize = 4096;

/** What the window holds before the first byte ([MS-OXRTFCP] section 2.1.2.1): 207 bytes. */
constexpr char firstWords[] = "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
                              "\\fscript \\fdecor MS Sans "
                              "SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
                              "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
static_assert(sizeof firstWords == 207 + 1);

QByteArray unpack(QByteArrayView data, qsizetype most)
{
    std::array<char, windowSize> window{};
    std::copy_n(firstWords, sizeof firstWords - 1, window.begin());
    unsigned write = sizeof firstWords - 1;
    QByteArray out;
    out.reserve(most);
    const auto put = [&](char byte) {
        window[write] = byte;
        write = (write + 1) % windowSize;
        out.append(byte);
    };
    qsizetype at = 0;
    while (at < data.size() && out.size() < most) {
        unsigned control = static_cast<unsigned char>(data.at(at++));
        for (int bit = 0; bit < 8 && at < data.size() && out.size() < most; ++bit, control >>= 1U) {
            if ((control & 1U) == 0) {
                put(data.at(at++));
                continue;
            }
            if (data.size() - at < 2) {
                return out;
            }
            const unsigned reference = qFromBigEndian<quint16>(data.data() + at);
            at += 2;
            unsigned from = reference >> 4U;
            if (from == write) {
                return out;
            }
            for (unsigned i = 0; i < (reference & 0xFU) + 2 && out.size() < most; ++i) {
                put(window[from]);
                from = (from + 1) % windowSize;
            }
        }
    }
    return out;
}

} // namespace

Result<QByteArray> decompressRtf(QByteArrayView bytes)
{
    const Failure damaged{Failure::Kind::MessageUnreadable, {}, QStringLiteral("compressed RTF damaged")};
    if (bytes.size() < headerSize) {
        return damaged;
    }
    const auto rawSize = static_cast<qsizetype>(qFromLittleEndian<quint32>(bytes.data() + 4));
    if (rawSize > rtfLimit) {
        return Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("RTF body over 64 MiB")};
    }
    const QByteArrayView data = bytes.sliced(headerSize);
    switch (qFromLittleEndian<quint32>(bytes.data() + 8)) {
    case stored:
        return data.first(std::min(rawSize, data.size())).toByteArray();
    case compressed: {
        // Two bytes become 17 at most: a made-up size reserves no more than the data could fill.
        QByteArray out = unpack(data, std::min(rawSize, data.size() * 9));
        return out.isEmpty() && rawSize > 0 ? Result<QByteArray>(damaged) : Result<QByteArray>(std::move(out));
    }
    default:
        return damaged;
    }
}

} // namespace staffelstab::mail::mapi
