// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace staffelstab::receipt {

/** A photo of a thing; it stands on a page of its own behind the receipt and is no part of its text. */
struct ReceiptPhoto
{
    /** Which thing of the EquipmentSection, from 1. */
    int number = 0;
    /** As the camera wrote it: JPEG or PNG. */
    QByteArray file;
};

/** No logo file is larger. */
inline constexpr qint64 logoLimit = 4 << 20;
/** No photo file is larger. */
inline constexpr qint64 photoLimit = 40 << 20;

} // namespace staffelstab::receipt
