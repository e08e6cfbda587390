// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/verdict.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

#include <vector>

class QApplication;

namespace staffelstab::wizard_pages {

/** Text colour and the ground it stands on. */
struct Tone
{
    QColor text;
    QColor ground;
};

/**
 * The look in one place: Fusion, one palette per mode, one style sheet made from its roles. Widgets that paint
 * themselves ask theme() for their colours at paint time, so that a change of mode needs no more than a repaint.
 */
struct Theme
{
    enum class Mode { Light, Dark };

    Mode mode = Mode::Light;
    QColor accent;
    QColor accentPressed;
    QColor onAccent;
    /** Accent as text or line on ground, card and accentSoft. */
    QColor accentText;
    QColor accentSoft;
    QColor text;
    QColor muted;
    QColor line;
    /** Border of things that can be typed into or pressed. */
    QColor fieldLine;
    QColor ground;
    QColor card;
    QColor danger;
    /** Ink of a signature and the sheet it is drawn on; the same in both modes, as on paper. */
    QColor ink;
    QColor paper;
    Tone privateMail;
    Tone business;
    Tone protectedMail;
    Tone undecided;
    Tone intact;
    Tone pending;
    Tone altered;

    [[nodiscard]] const Tone& tone(separation::Verdict verdict) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

    /** Every pair of text and ground that the program shows, with a name for the test that measures them. */
    struct Pair
    {
        QString name;
        Tone tone;
    };
    [[nodiscard]] std::vector<Pair> textPairs() const;
};

Theme lightTheme();
Theme darkTheme();
/** The theme in force; light until applyTheme() was called. */
const Theme& theme();
/** Style, palette, style sheet and font of the whole program. May be called again to change the mode. */
void applyTheme(QApplication& application, Theme::Mode mode);
/** What the desktop asks for, judged by its own palette; to be asked before the first applyTheme(). */
Theme::Mode desktopMode();

/** WCAG 2.1 contrast ratio, 1 to 21. */
double contrastRatio(const QColor& a, const QColor& b);

/** Type: 14 px base, 12 px small, 24 px title, 13 px monospaced for digests. */
QFont baseFont();
QFont smallFont();
QFont titleFont();
QFont fixedFont();

/** Distances in steps of 4 px. */
namespace space {
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;
inline constexpr int edge = 32;
inline constexpr int corner = 8;
inline constexpr int textWidth = 1100;
} // namespace space

} // namespace staffelstab::wizard_pages
