// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace staffelstab::mail::mapi {

/** A longer body is not unpacked. */
inline constexpr qsizetype rtfLimit = 64L * 1024 * 1024;

/**
 * Unpacks PidTagRtfCompressed ([MS-OXRTFCP]: LZFu, or stored). MessageUnreadable if the header is none or the data ends
 * before anything came out; data that breaks off later gives what there is, since most of a letter is better than none.
 */
Result<QByteArray> decompressRtf(QByteArrayView bytes);

} // namespace staffelstab::mail::mapi
