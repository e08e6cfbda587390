// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_content.h"
#include "receipt/receipt_sheet.h"

namespace staffelstab::receipt {

/** Size of the two signature boxes in whole PDF points, as their pictures have them. */
inline constexpr QSize leaverBox{482, 86};
/** With room for this many ticks. */
QSize supervisorBox(std::size_t receivables);

/** How the ticks of block B are set: the more there are, the smaller, in up to three columns. */
struct TickGrid
{
    int columns = 1;
    double rowHeight = 5.2;
    double points = 10;
    [[nodiscard]] double height(std::size_t ticks) const
    {
        const auto across = static_cast<std::size_t>(columns);
        const std::size_t rows = (ticks + across - 1) / across;
        return rowHeight * static_cast<double>(rows);
    }
};
TickGrid tickGrid(std::size_t receivables);
/** More fit on no page; a section with longer lists puts several things under one tick. */
inline constexpr std::size_t receivableLimit = 100;

struct Layout
{
    /** The drawn pages: PDF/A-1b as Qt writes it, without fields and record. */
    QByteArray pdf;
    Place leaver;
    Place supervisor;
};

Layout layOutReceipt(const Content& content);

} // namespace staffelstab::receipt
