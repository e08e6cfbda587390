// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/counter_ring.h"

#include "wizard_pages/theme.h"

#include <QLocale>
#include <QPainter>

namespace staffelstab::wizard_pages {

CounterRing::CounterRing(QWidget* parent) : QWidget(parent)
{
    setFixedSize(CounterRing::sizeHint());
}

void CounterRing::setCounts(qint64 done, qint64 total)
{
    m_done = done;
    m_total = total;
    setAccessibleName(tr("%1 percent decided").arg(percent()));
    update();
}

int CounterRing::percent() const
{
    if (m_total <= 0) {
        return 0;
    }
    return m_done >= m_total ? 100 : static_cast<int>(qMin<qint64>(99, m_done * 100 / m_total));
}

void CounterRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(4, 4, -4, -4);
    painter.setPen(QPen(theme().line, 5));
    painter.drawEllipse(box);
    painter.setPen(QPen(theme().accent, 5, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(box, 90 * 16, -percent() * 360 * 16 / 100);
    QFont font = smallFont();
    font.setPixelSize(percent() < 100 ? 11 : 10);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme().text);
    painter.drawText(rect(), Qt::AlignCenter, tr("%1 %").arg(percent()));
}

} // namespace staffelstab::wizard_pages
