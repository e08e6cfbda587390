// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/verdict.h"
#include "wizard_pages/theme.h"

#include <QCoreApplication>
#include <QWidget>

class QPainter;

namespace staffelstab::wizard_pages {

/** The shape that goes with a word and a colour, so that nothing rests on colour alone. */
enum class Mark { Disc, Square, Triangle, Ring, Tick, Quarter, Cross, Bar, Unequal, None };

/** What a chip shows. */
struct Chip
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::Chip)
public:
    Mark mark = Mark::None;
    QString text;
    Tone tone;

    static Chip of(separation::Verdict verdict);
    static QString word(separation::Verdict verdict);
};

void paintMark(QPainter& painter, const QRectF& box, Mark mark, const QColor& color);
/** Width a chip needs in the small font. */
int chipWidth(const Chip& chip);
inline constexpr int chipHeight = 20;
/** Draws the chip left-aligned and vertically centred in `area`. */
void paintChip(QPainter& painter, const QRect& area, const Chip& chip);

/** A chip as a widget of its own; its text is its accessible name. */
class ChipLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ChipLabel(QWidget* parent = nullptr);
    void setChip(Chip chip);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Chip m_chip;
};

} // namespace staffelstab::wizard_pages
