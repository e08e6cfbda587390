// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_content.h"
#include "receipt/receipt_sheet.h"

namespace staffelstab::receipt {

inline const QColor accent(0x1d, 0x5f, 0xa8);
inline const QColor muted(0x4a, 0x55, 0x63);
inline const QColor rule(0xc4, 0xcc, 0xd6);

inline constexpr double fullWidth = Sheet::right - Sheet::left;

/** A heading with a table, rows, points and paragraphs under it; breaks over pages. */
void drawSection(Sheet& sheet, const Section& section);
/** About what drawSection() takes in millimetres, for sections without a table. */
double sectionHeight(const Sheet& sheet, const Section& section);
/** One line a topic: its name, what became of it, which annex says more. */
void drawTopics(Sheet& sheet, const std::vector<Topic>& topics);
/** Short sections beside each other: whom and when. */
void drawFront(Sheet& sheet, const std::vector<Section>& sections);

} // namespace staffelstab::receipt
