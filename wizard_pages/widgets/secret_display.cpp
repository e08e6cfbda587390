// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/secret_display.h"

#include "wizard_pages/theme.h"

#include <QPainter>
#include <QTimerEvent>

namespace staffelstab::wizard_pages {

SecretDisplay::SecretDisplay(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(sizeHint());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SecretDisplay::show(Secret secret, int seconds)
{
    m_secret = std::move(secret);
    m_secondsLeft = seconds;
    m_timer.start(1000, this);
    setAccessibleName(tr("Secret, visible for %n second(s)", "", seconds));
    setVisible(true);
    update();
    Q_EMIT ticked(m_secondsLeft);
}

void SecretDisplay::forget()
{
    if (!isShowing()) {
        return;
    }
    m_secret.clear();
    m_secondsLeft = 0;
    m_timer.stop();
    setAccessibleName(tr("Secret, no longer visible"));
    update();
    Q_EMIT forgotten();
}

void SecretDisplay::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    if (--m_secondsLeft <= 0) {
        forget();
    } else {
        Q_EMIT ticked(m_secondsLeft);
    }
}

void SecretDisplay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().fieldLine);
    painter.setBrush(theme().accentSoft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::corner, space::corner);
    painter.setPen(theme().text);
    if (!isShowing()) {
        painter.setPen(theme().muted);
        painter.drawText(rect(), Qt::AlignCenter, tr("no longer visible"));
        return;
    }
    QFont font = fixedFont();
    font.setPixelSize(22);
    QString text = QString::fromUtf8(m_secret.view());
    while (font.pixelSize() > 11 && QFontMetrics(font).horizontalAdvance(text) > width() - 24) {
        font.setPixelSize(font.pixelSize() - 1);
    }
    painter.setFont(font);
    painter.drawText(rect(), Qt::AlignCenter, text);
    wipe(text);
}

} // namespace staffelstab::wizard_pages
