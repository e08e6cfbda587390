// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/signature_pad.h"

#include "wizard_pages/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTouchEvent>

#include <cmath>

namespace staffelstab::wizard_pages {

namespace {

constexpr double leastStep = 1.0;
constexpr std::size_t mostPoints = 20000;

double widthAt(double pressure)
{
    return 1.2 + 3.2 * pressure;
}

double distance(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QRectF boundsOf(const std::vector<SignaturePad::Stroke>& strokes)
{
    QRectF bounds;
    for (const auto& stroke : strokes) {
        for (const auto& point : stroke) {
            const double half = widthAt(point.pressure) / 2;
            bounds |= QRectF(point.at.x() - half, point.at.y() - half, 2 * half, 2 * half);
        }
    }
    return bounds;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 1);
}

void appendDot(QByteArray& svg, const SignaturePad::Point& point, const QPointF& origin)
{
    // A stroke of hardly any length with round ends: the receipt takes lines only, and an umlaut needs its dots.
    const QByteArray y = number(point.at.y() - origin.y());
    svg += "<path stroke-width=\"" + number(widthAt(point.pressure)) + "\" d=\"M" + number(point.at.x() - origin.x()) +
           ' ' + y + 'L' + number(point.at.x() - origin.x() + 0.1) + ' ' + y + "\"/>";
}

/** Points of nearly the same width share one path. */
void appendStroke(QByteArray& svg, const SignaturePad::Stroke& stroke, const QPointF& origin)
{
    const auto place = [&origin](const SignaturePad::Point& p) {
        return number(p.at.x() - origin.x()) + ' ' + number(p.at.y() - origin.y());
    };
    std::size_t i = 1;
    while (i < stroke.size()) {
        const double width = widthAt(stroke[i].pressure);
        svg += "<path stroke-width=\"" + number(width) + "\" d=\"M" + place(stroke[i - 1]) + "L" + place(stroke[i]);
        while (++i < stroke.size() && std::abs(widthAt(stroke[i].pressure) - width) < 0.1) {
            svg += ' ' + place(stroke[i]);
        }
        svg += "\"/>";
    }
}

} // namespace

SignaturePad::SignaturePad(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setMinimumSize(280, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

bool SignaturePad::isSigned() const
{
    return std::any_of(m_strokes.begin(), m_strokes.end(), [](const Stroke& stroke) { return stroke.size() > 2; });
}

QByteArray SignaturePad::toSvg() const
{
    if (m_strokes.empty()) {
        return {};
    }
    const QRectF bounds = boundsOf(m_strokes).adjusted(-2, -2, 2, 2);
    const QByteArray width = number(bounds.width());
    const QByteArray height = number(bounds.height());
    QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
                     "\" viewBox=\"0 0 " + width + ' ' + height +
                     "\"><g fill=\"none\" stroke=\"#10243e\" stroke-linecap=\"round\" stroke-linejoin=\"round\">";
    for (const auto& stroke : m_strokes) {
        if (stroke.size() == 1) {
            appendDot(svg, stroke.front(), bounds.topLeft());
        } else {
            appendStroke(svg, stroke, bounds.topLeft());
        }
    }
    return svg + "</g></svg>\n";
}

void SignaturePad::undo()
{
    if (m_strokes.empty()) {
        return;
    }
    m_strokes.pop_back();
    m_isDrawing = false;
    update();
    Q_EMIT changed();
}

void SignaturePad::clear()
{
    if (m_strokes.empty()) {
        return;
    }
    m_strokes.clear();
    m_isDrawing = false;
    update();
    Q_EMIT changed();
}

void SignaturePad::begin(const QPointF& at, double pressure)
{
    m_strokes.push_back({Point{at, pressure}});
    m_isDrawing = true;
    update();
}

void SignaturePad::extend(const QPointF& at, double pressure)
{
    if (!m_isDrawing || m_strokes.empty()) {
        return;
    }
    Stroke& stroke = m_strokes.back();
    const QPointF inside(qBound(0.0, at.x(), double(width())), qBound(0.0, at.y(), double(height())));
    if (stroke.size() < mostPoints && distance(stroke.back().at, inside) >= leastStep) {
        stroke.push_back({inside, pressure});
        update();
    }
}

void SignaturePad::end()
{
    if (m_isDrawing) {
        m_isDrawing = false;
        Q_EMIT changed();
    }
}

bool SignaturePad::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touch(static_cast<QTouchEvent&>(*event));
    default:
        return QWidget::event(event);
    }
}

bool SignaturePad::touch(QTouchEvent& event)
{
    if (event.points().isEmpty()) {
        end();
        return true;
    }
    const QEventPoint& finger = event.points().constFirst();
    if (event.type() == QEvent::TouchBegin) {
        setFocus(Qt::MouseFocusReason);
        begin(finger.position(), 0.5);
    } else {
        extend(finger.position(), 0.5);
    }
    if (event.type() == QEvent::TouchEnd || event.type() == QEvent::TouchCancel) {
        end();
    }
    event.accept();
    return true;
}

void SignaturePad::mousePressEvent(QMouseEvent* event)
{
    if (event->source() == Qt::MouseEventNotSynthesized && event->button() == Qt::LeftButton) {
        begin(event->position(), 0.5);
    }
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event)
{
    if (event->source() == Qt::MouseEventNotSynthesized) {
        extend(event->position(), 0.5);
    }
}

void SignaturePad::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->source() == Qt::MouseEventNotSynthesized && event->button() == Qt::LeftButton) {
        end();
    }
}

void SignaturePad::tabletEvent(QTabletEvent* event)
{
    switch (event->type()) {
    case QEvent::TabletPress:
        begin(event->position(), event->pressure());
        break;
    case QEvent::TabletMove:
        extend(event->position(), event->pressure());
        break;
    case QEvent::TabletRelease:
        end();
        break;
    default:
        break;
    }
    event->accept();
}

void SignaturePad::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) || event->key() == Qt::Key_Backspace) {
        undo();
    } else if (event->key() == Qt::Key_Delete) {
        clear();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SignaturePad::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme().paper);
    painter.setPen(hasFocus() ? QPen(theme().accent, 2) : QPen(theme().fieldLine, 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::corner, space::corner);
    painter.setPen(QPen(QColor(0xb9, 0xc1, 0xca), 1));
    painter.drawLine(QPointF(24, height() - 34.5), QPointF(width() - 24, height() - 34.5));
    for (const auto& stroke : m_strokes) {
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            const Point& from = stroke[i == 0 ? 0 : i - 1];
            painter.setPen(QPen(theme().ink, widthAt(stroke[i].pressure), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            if (i == 0) {
                painter.drawPoint(from.at);
            } else {
                painter.drawLine(from.at, stroke[i].at);
            }
        }
    }
}

} // namespace staffelstab::wizard_pages
