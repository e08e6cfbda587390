// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace staffelstab::receipt {

enum class Face { Text, Bold, Mono };

/** Whether there is a QGuiApplication, without which nothing can be drawn. */
bool canDraw();

/** The receipt's own fonts, linked in, so that it looks the same everywhere. Any thread. */
QFont receiptFont(Face face, double points);

/**
 * Text as it can be printed: what the face has no glyph for, and what could make text look other than it is (controls,
 * bidirectional overrides), becomes U+FFFD. A missing glyph would make the PDF/A invalid (ISO 19005-1, 6.3.5).
 */
QString printable(const QString& text, Face face = Face::Text);

} // namespace staffelstab::receipt
