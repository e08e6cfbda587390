// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace staffelstab::receipt {

/**
 * Keeps the strokes of a drawn signature and nothing else: paths, lines and groups with plain numbers, in black.
 * Images, text, styles, links, scripts, entities and everything that could load a file or hide something is left out;
 * BadInput if it is not SVG, too large, or has no stroke. The strokes stand in the group "strokes".
 */
Result<QByteArray> plainStrokes(const QByteArray& svg);

} // namespace staffelstab::receipt
