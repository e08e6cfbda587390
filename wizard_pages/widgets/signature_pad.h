// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointF>
#include <QWidget>

#include <vector>

class QTouchEvent;

namespace staffelstab::wizard_pages {

/**
 * A field to sign in with mouse, pen or finger. Keeps the strokes as points with pressure; a pen's pressure shapes the
 * line. Mouse events that Qt makes from pen or touch are ignored, so that no stroke is drawn twice.
 */
class SignaturePad : public QWidget
{
    Q_OBJECT
public:
    struct Point
    {
        QPointF at;
        double pressure = 0.5;
    };
    using Stroke = std::vector<Point>;

    explicit SignaturePad(QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<Stroke>& strokes() const { return m_strokes; }
    /** True when there is at least one stroke longer than a dot. */
    [[nodiscard]] bool isSigned() const;
    /** The strokes as SVG, cropped to what was drawn; empty while nothing is drawn. At most some 100 kB. */
    [[nodiscard]] QByteArray toSvg() const;
    [[nodiscard]] QSize sizeHint() const override { return {560, 150}; }

public Q_SLOTS:
    /** Takes back the last stroke. */
    void undo();
    void clear();

Q_SIGNALS:
    void changed();

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void begin(const QPointF& at, double pressure);
    void extend(const QPointF& at, double pressure);
    void end();
    bool touch(QTouchEvent& event);

    std::vector<Stroke> m_strokes;
    bool m_isDrawing = false;
};

} // namespace staffelstab::wizard_pages
