// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/signature_drawing.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace staffelstab::receipt {
namespace {

constexpr qsizetype sizeLimit = 2 << 20;
constexpr int elementLimit = 20000;
constexpr int depthLimit = 16;

Failure refused(const QString& why)
{
    return {Failure::Kind::BadInput, QStringLiteral("signature"), why};
}

bool isGroup(QStringView name)
{
    return name == QLatin1String("g") || name == QLatin1String("svg");
}

bool isStroke(QStringView name)
{
    return name == QLatin1String("path") || name == QLatin1String("line") || name == QLatin1String("polyline") ||
           name == QLatin1String("polygon");
}

/** Numbers of at most six digits before the point, path letters and separators: what every renderer can draw. */
bool isPlain(QStringView name, const QString& value)
{
    static const QRegularExpression path(QStringLiteral("^[MmLlHhVvCcSsQqTtAaZz0-9eE+\\-., \\t\\r\\n]*$"));
    static const QRegularExpression transform(
        QStringLiteral("^((matrix|translate|scale|rotate)\\([0-9eE+\\-., ]*\\)[ ,]*)*$"));
    static const QRegularExpression tooLarge(QStringLiteral("[0-9]{7}|[eE]\\+?[0-9]"));
    if (tooLarge.match(value).hasMatch()) {
        return false;
    }
    return (name == QLatin1String("transform") ? transform : path).match(value).hasMatch();
}

class StrokeFilter
{
public:
    explicit StrokeFilter(const QByteArray& svg) : m_in(svg), m_writer(&m_out) {}

    Result<QByteArray> run()
    {
        m_writer.writeStartElement(QStringLiteral("svg"));
        m_writer.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.w3.org/2000/svg"));
        m_writer.writeStartElement(QStringLiteral("g"));
        m_writer.writeAttribute(QStringLiteral("id"), QStringLiteral("strokes"));
        m_writer.writeAttribute(QStringLiteral("stroke-linecap"), QStringLiteral("round"));
        m_writer.writeAttribute(QStringLiteral("stroke-linejoin"), QStringLiteral("round"));
        while (!m_in.atEnd() && m_problem.isEmpty()) {
            step(m_in.readNext());
        }
        if (!m_problem.isEmpty() || m_in.hasError()) {
            return refused(m_problem.isEmpty() ? m_in.errorString() : m_problem);
        }
        if (m_strokes == 0) {
            return refused(QStringLiteral("no stroke in it"));
        }
        m_writer.writeEndElement();
        m_writer.writeEndElement();
        return m_out;
    }

private:
    void step(QXmlStreamReader::TokenType token)
    {
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference) {
            m_problem = QStringLiteral("document types and entities are not accepted");
        } else if (token == QXmlStreamReader::StartElement) {
            start();
        } else if (token == QXmlStreamReader::EndElement) {
            m_writer.writeEndElement();
            --m_depth;
        }
    }

    void start()
    {
        if (++m_elements > elementLimit || m_depth >= depthLimit) {
            m_problem = QStringLiteral("too many strokes");
            return;
        }
        if (m_elements == 1 && m_in.name() != QLatin1String("svg")) {
            m_problem = QStringLiteral("not SVG");
            return;
        }
        if (!isGroup(m_in.name()) && !isStroke(m_in.name())) {
            m_in.skipCurrentElement();
            return;
        }
        ++m_depth;
        m_strokes += isStroke(m_in.name()) ? 1 : 0;
        m_writer.writeStartElement(isGroup(m_in.name()) ? QStringLiteral("g") : m_in.name().toString());
        copyAttributes();
    }

    void copyAttributes()
    {
        static const QStringList geometry{QStringLiteral("d"),
                                          QStringLiteral("points"),
                                          QStringLiteral("x1"),
                                          QStringLiteral("y1"),
                                          QStringLiteral("x2"),
                                          QStringLiteral("y2"),
                                          QStringLiteral("stroke-width"),
                                          QStringLiteral("transform")};
        const QXmlStreamAttributes attributes = m_in.attributes();
        for (const QXmlStreamAttribute& attribute : attributes) {
            const QString name = attribute.qualifiedName().toString();
            const QString value = attribute.value().toString();
            if (name == QLatin1String("fill") || name == QLatin1String("stroke")) {
                const bool isNone = value == QLatin1String("none");
                m_writer.writeAttribute(name, isNone ? value : QStringLiteral("#000000"));
            } else if (geometry.contains(name)) {
                if (!isPlain(name, value)) {
                    m_problem = QStringLiteral("numbers that cannot be drawn");
                    return;
                }
                m_writer.writeAttribute(name, value);
            }
        }
    }

    QXmlStreamReader m_in;
    QByteArray m_out;
    QXmlStreamWriter m_writer;
    QString m_problem;
    int m_elements = 0;
    int m_depth = 0;
    int m_strokes = 0;
};

} // namespace

Result<QByteArray> plainStrokes(const QByteArray& svg)
{
    if (svg.size() > sizeLimit) {
        return refused(QStringLiteral("larger than %1 bytes").arg(sizeLimit));
    }
    return StrokeFilter(svg).run();
}

} // namespace staffelstab::receipt
