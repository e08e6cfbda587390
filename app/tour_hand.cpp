// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour_hand.h"

#include "wizard_pages/widgets/signature_pad.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <cmath>

namespace staffelstab::app {

void TourHand::type(const char* name, const QString& text) const
{
    auto* edit = find<QLineEdit>(name);
    edit->setText(text);
    Q_EMIT edit->textEdited(text);
    Q_EMIT edit->editingFinished();
}

void TourHand::press(const char* name) const
{
    find<QAbstractButton>(name)->click();
}

void TourHand::tick(const char* name) const
{
    find<QCheckBox>(name)->setChecked(true);
}

void TourHand::tickAll() const
{
    for (auto* box : m_window.page()->findChildren<QCheckBox*>()) {
        box->setChecked(box->isVisible());
    }
}

bool TourHand::mayGoOn() const
{
    const auto* primary = find<QAbstractButton>("primary");
    return primary->isEnabled() && primary->isVisible();
}

bool TourHand::hasPages() const
{
    const auto* pages = findHere<QScrollArea>("receiptPages");
    return pages != nullptr && pages->verticalScrollBar()->maximum() > 0;
}

void TourHand::readToTheEnd() const
{
    QScrollBar* bar = findHere<QScrollArea>("receiptPages")->verticalScrollBar();
    for (int at = 0; at < bar->maximum(); at += bar->pageStep() / 2) {
        bar->setValue(at);
    }
    bar->setValue(bar->maximum());
}

void TourHand::sign() const
{
    auto& pad = *findHere<wizard_pages::SignaturePad>();
    const auto send = [&pad](QEvent::Type type, const QPointF& at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, pad.mapToGlobal(at), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(&pad, &event);
    };
    constexpr int points = 90;
    const double width = pad.width();
    const double middle = pad.height() * 0.5;
    const auto at = [&](int i) {
        const double t = static_cast<double>(i) / points;
        return QPointF(width * (0.15 + 0.55 * t), middle + pad.height() * 0.25 * std::sin(t * 19) * (1 - 0.7 * t));
    };
    send(QEvent::MouseButtonPress, at(0), Qt::LeftButton, Qt::LeftButton);
    for (int i = 1; i <= points; ++i) {
        send(QEvent::MouseMove, at(i), Qt::NoButton, Qt::LeftButton);
    }
    send(QEvent::MouseButtonRelease, at(points), Qt::LeftButton, Qt::NoButton);
}

} // namespace staffelstab::app
