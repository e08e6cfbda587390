// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst_reader/pst_size.h"

#include <QtEndian>

namespace staffelstab::mail::pst {

namespace {

constexpr qsizetype versionAt = 10;
constexpr quint16 lastAnsiVersion = 15;
constexpr quint16 firstUnicodeVersion = 23;
constexpr qsizetype endInAnsi = 0xA8;
constexpr qsizetype endInUnicode = 0xB8;

} // namespace

std::optional<quint64> sizeByHeader(QByteArrayView header)
{
    if (header.size() < pstHeaderSize || !header.startsWith("!BDN")) {
        return {};
    }
    const auto version = qFromLittleEndian<quint16>(header.data() + versionAt);
    if (version >= firstUnicodeVersion) {
        return qFromLittleEndian<quint64>(header.data() + endInUnicode);
    }
    return version <= lastAnsiVersion ? std::optional<quint64>(qFromLittleEndian<quint32>(header.data() + endInAnsi))
                                      : std::nullopt;
}

} // namespace staffelstab::mail::pst
