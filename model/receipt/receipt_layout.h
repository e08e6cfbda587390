// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_content.h"
#include "receipt/receipt_sheet.h"

namespace staffelstab::receipt {

/** Size of the two signature boxes in whole PDF points, as their pictures have them. */
inline constexpr QSize leaverBox{482, 86};
inline constexpr QSize supervisorBox{456, 184};

struct Layout
{
    /** The drawn pages: PDF/A-1b as Qt writes it, without fields and record. */
    QByteArray pdf;
    Place leaver;
    Place supervisor;
};

Layout layOutReceipt(const Content& content);

} // namespace staffelstab::receipt
