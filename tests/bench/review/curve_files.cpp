// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/review/curve_files.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace review {

namespace {

constexpr int panelWidth = 760;
constexpr int panelHeight = 360;
constexpr int margin = 56;
constexpr const char* colours[] = {"#1d5fa8", "#9b1c16", "#7a4f00", "#1d6038", "#553a8b"};

class Panel
{
public:
    Panel(QPainter& painter, const Comparison& comparison, int top)
        : m_painter(painter), m_comparison(comparison),
          m_area(margin, top + margin, panelWidth - 2 * margin, panelHeight - 2 * margin)
    {
        for (const Run& run : comparison.runs) {
            m_most = std::max(m_most, run.curve.empty() ? 1 : run.curve.back().decisions);
        }
    }

    void draw()
    {
        m_painter.setPen(Qt::black);
        m_painter.drawText(m_area.left(), m_area.top() - 16,
                           QStringLiteral("%1: recall of private over decisions").arg(m_comparison.mailbox));
        m_painter.drawRect(m_area);
        for (const double recall : {0.5, 0.98}) {
            m_painter.setPen(QPen(QColor("#dde2e8"), 1, Qt::DashLine));
            m_painter.drawLine(at(0, recall), at(m_most, recall));
            m_painter.setPen(Qt::black);
            m_painter.drawText(at(0, recall) + QPointF(-40, 4), QString::number(recall));
        }
        m_painter.drawText(m_area.bottomRight() + QPoint(-40, 18), QString::number(m_most));
        for (std::size_t i = 0; i < m_comparison.runs.size(); ++i) {
            drawRun(m_comparison.runs[i], QColor(QLatin1String(colours[i % std::size(colours)])), static_cast<int>(i));
        }
    }

private:
    [[nodiscard]] QPointF at(double decisions, double recall) const
    {
        return {m_area.left() + decisions / m_most * m_area.width(), m_area.bottom() - recall * m_area.height()};
    }

    void drawRun(const Run& run, const QColor& colour, int number)
    {
        QPainterPath path(at(0, 0));
        for (const Point& point : run.curve) {
            path.lineTo(at(point.decisions, run.recall(point)));
        }
        m_painter.setPen(QPen(colour, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(path);
        m_painter.drawText(m_area.right() - 240, m_area.bottom() - 90 + 18 * number, QString::fromStdString(run.name));
    }

    QPainter& m_painter;
    const Comparison& m_comparison;
    QRect m_area;
    quint32 m_most = 1;
};

} // namespace

double precisionOf(const Point& point)
{
    return point.privateSaid == 0 ? 1.0 : static_cast<double>(point.privateFound) / point.privateSaid;
}

bool writeCurveTable(const QString& name, const std::vector<Comparison>& comparisons)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    file.write("mailbox,way,decisions,shown,settled,private_found,recall,precision,doubtful\n");
    for (const Comparison& comparison : comparisons) {
        for (const Run& run : comparison.runs) {
            for (const Point& point : run.curve) {
                const QString line = QStringLiteral("%1,\"%2\",%3,%4,%5,%6,%7,%8,%9\n")
                                         .arg(comparison.mailbox, QString::fromStdString(run.name))
                                         .arg(point.decisions)
                                         .arg(point.shown)
                                         .arg(point.settled)
                                         .arg(point.privateFound)
                                         .arg(run.recall(point), 0, 'f', 4)
                                         .arg(precisionOf(point), 0, 'f', 4)
                                         .arg(point.doubtful);
                file.write(line.toUtf8());
            }
        }
    }
    return file.flush();
}

bool writeCurvePicture(const QString& name, const std::vector<Comparison>& comparisons)
{
    QImage image(panelWidth, panelHeight * static_cast<int>(std::max<std::size_t>(1, comparisons.size())),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    int top = 0;
    for (const Comparison& comparison : comparisons) {
        Panel(painter, comparison, top).draw();
        top += panelHeight;
    }
    painter.end();
    return image.save(name, "PNG");
}

} // namespace review
