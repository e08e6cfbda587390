// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace staffelstab::mail::mapi {

/** Bytes in a Windows code page (1252, 65001, 932, ...); what the page does not know becomes U+FFFD. */
QString decodeCodePage(QByteArrayView bytes, int codePage);

/** UTF-16LE; an odd last byte is dropped. */
QString decodeUtf16(QByteArrayView bytes);

} // namespace staffelstab::mail::mapi
