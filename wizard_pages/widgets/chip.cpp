// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/chip.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace staffelstab::wizard_pages {

namespace {

constexpr int markSize = 8;
constexpr int sidePadding = 9;
constexpr int markGap = 5;

QFont chipFont()
{
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QString Chip::word(separation::Verdict verdict)
{
    switch (verdict) {
    case separation::Verdict::Private:
        return tr("private");
    case separation::Verdict::Business:
        return tr("business");
    case separation::Verdict::Protected:
        return tr("protected");
    case separation::Verdict::Undecided:
        break;
    }
    return tr("undecided");
}

Chip Chip::of(separation::Verdict verdict)
{
    static constexpr Mark marks[] = {Mark::Ring, Mark::Disc, Mark::Square, Mark::Triangle};
    Chip chip;
    chip.mark = marks[static_cast<int>(verdict)];
    chip.text = word(verdict);
    chip.tone = theme().tone(verdict);
    return chip;
}

void paintMark(QPainter& painter, const QRectF& box, Mark mark, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen line(color, box.width() / 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const auto at = [&box](double x, double y) {
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark) {
    case Mark::Disc:
        painter.drawEllipse(box);
        break;
    case Mark::Square:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case Mark::Triangle:
        painter.drawPolygon(QPolygonF{at(0.5, 0), at(1.05, 1), at(-0.05, 1)});
        break;
    case Mark::Ring:
        painter.setPen(line);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    case Mark::Tick:
        painter.setPen(line);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{at(0, 0.55), at(0.36, 0.9), at(1, 0.1)});
        break;
    case Mark::Quarter:
        painter.drawPie(box, 0, 90 * 16);
        painter.setPen(QPen(color, box.width() / 8));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case Mark::Cross:
        painter.setPen(line);
        painter.drawLine(at(0.08, 0.08), at(0.92, 0.92));
        painter.drawLine(at(0.92, 0.08), at(0.08, 0.92));
        break;
    case Mark::Bar:
        painter.setPen(line);
        painter.drawLine(at(0, 0.5), at(1, 0.5));
        break;
    case Mark::Unequal:
        painter.setPen(QPen(color, box.width() / 6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at(0, 0.3), at(1, 0.3));
        painter.drawLine(at(0, 0.7), at(1, 0.7));
        painter.drawLine(at(0.2, 1), at(0.8, 0));
        break;
    case Mark::None:
        break;
    }
    painter.restore();
}

int chipWidth(const Chip& chip)
{
    const int mark = chip.mark == Mark::None ? 0 : markSize + markGap;
    return 2 * sidePadding + mark + QFontMetrics(chipFont()).horizontalAdvance(chip.text);
}

void paintChip(QPainter& painter, const QRect& area, const Chip& chip)
{
    const QRect box(area.x(), area.y() + (area.height() - chipHeight) / 2, qMin(chipWidth(chip), area.width()),
                    chipHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(chip.tone.ground);
    painter.drawRoundedRect(box, chipHeight / 2.0, chipHeight / 2.0);
    int x = box.x() + sidePadding;
    if (chip.mark != Mark::None) {
        paintMark(painter, QRectF(x, box.y() + (chipHeight - markSize) / 2.0, markSize, markSize), chip.mark,
                  chip.tone.text);
        x += markSize + markGap;
    }
    painter.setFont(chipFont());
    painter.setPen(chip.tone.text);
    painter.drawText(QRect(x, box.y(), box.right() - x, chipHeight), Qt::AlignVCenter | Qt::TextSingleLine, chip.text);
    painter.restore();
}

ChipLabel::ChipLabel(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ChipLabel::setChip(Chip chip)
{
    m_chip = std::move(chip);
    setAccessibleName(m_chip.text);
    updateGeometry();
    update();
}

QSize ChipLabel::sizeHint() const
{
    return {chipWidth(m_chip), chipHeight};
}

void ChipLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_chip);
}

} // namespace staffelstab::wizard_pages
