// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/signature_picture.h"

#include "receipt/receipt_layout.h"
#include "receipt/receipt_texts.h"
#include "receipt/signature_drawing.h"

#include <QBuffer>
#include <QSvgRenderer>

namespace staffelstab::receipt {
namespace {

const QColor muted(0x4a, 0x55, 0x63);
const QColor rule(0xc4, 0xcc, 0xd6);
const QColor pendingInk(0x7a, 0x4f, 0x00);

constexpr double pad = 3;
/** Height of the signature below the supervisor's ticks and reservation. */
constexpr double signatureHeight = 28;
/** Types below which nobody reads a name; a longer one is cut off. */
constexpr double smallestHand = 7;
constexpr double smallestName = 6;
/** The leaver's box is low: a witness's words there take the upper part. */
constexpr double leaverDeclarationHeight = 9;

class Picture
{
public:
    Picture(QSize box, const QString& language)
        : m_buffer(&m_pdf), m_isOpen(m_buffer.open(QIODevice::WriteOnly)), m_writer(&m_buffer), m_texts(language),
          m_width(box.width() * 25.4 / 72), m_height(box.height() * 25.4 / 72)
    {
        m_writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        m_writer.setPageSize(QPageSize(QSizeF(box), QPageSize::Point, QString(), QPageSize::ExactMatch));
        m_writer.setPageMargins(QMarginsF());
        m_writer.setResolution(600);
        m_sheet.emplace(m_writer);
        m_sheet->frame({0.15, 0.15, m_width - 0.3, m_height - 0.3}, 0.3, rule);
    }

    void drawTicks(const std::vector<Receivable>& things, const Confirmation& confirmation)
    {
        const TickGrid grid = tickGrid(things.size());
        const double width = (m_width - pad) / grid.columns;
        const std::size_t rows =
            (things.size() + static_cast<std::size_t>(grid.columns) - 1) / static_cast<std::size_t>(grid.columns);
        for (std::size_t i = 0; i < things.size(); ++i) {
            const std::size_t column = i / rows;
            const double x = pad + width * static_cast<double>(column);
            m_sheet->moveTo(pad + grid.rowHeight * static_cast<double>(i % rows));
            drawTick(confirmation.received.contains(things[i].code), m_texts.receivedLabel(things[i], confirmation),
                     grid.points, x, width - pad);
        }
        m_sheet->moveTo(pad + grid.height(things.size()) + 1);
    }

    void drawReservation(const QString& text)
    {
        if (text.isEmpty()) {
            m_sheet->text(m_texts.noReservation(), {Face::Text, 9, Qt::black}, pad, m_width - 2 * pad);
        } else {
            drawFitted(m_texts.reservation(), text, confirmationHeight());
        }
    }

    /** Refusal, absence or witness, with the reason if one was given. */
    void drawDeclaration(const QString& declaration, const QString& reason, double bottom)
    {
        m_sheet->moveTo(pad);
        m_sheet->text(declaration, {Face::Bold, 9, Qt::black}, pad, m_width - 2 * pad);
        m_sheet->space(1);
        if (!reason.isEmpty()) {
            drawFitted(m_texts.reasonGiven(), reason, bottom);
        }
    }

    /** Empty lines for a reservation by hand. */
    void drawEmptyReservation()
    {
        m_sheet->text(m_texts.reservation(), {Face::Text, 9, muted}, pad, m_width - 2 * pad);
        for (int line = 0; line < 2; ++line) {
            m_sheet->space(7);
            m_sheet->line(pad, m_sheet->y(), m_width - pad, m_sheet->y(), 0.15, rule);
        }
    }

    /** Where the signature begins below ticks and reservation. */
    [[nodiscard]] double confirmationHeight() const { return m_height - signatureHeight - 1; }

    void drawPending(double top, const QString& text)
    {
        const Ink ink{Face::Bold, 10, pendingInk};
        const double height = m_sheet->measure(text, ink, m_width - 2 * pad).height();
        m_sheet->moveTo(top + (m_height - top - height) / 2);
        m_sheet->text(text, ink, pad, m_width - 2 * pad);
    }

    Status drawSignature(double top, const SignatureRequest& request, const SignatureFacts& facts)
    {
        const double split = m_width * 0.46;
        const double lineY = m_height - 7;
        if (top > 0) {
            m_sheet->line(0, top, m_width, top, 0.3, rule);
        }
        const QRectF box(pad + 2, top + 2, split - 2 * pad - 2, lineY - top - 3);
        if (Status drawn = drawHand(box, request); !drawn) {
            return drawn;
        }
        m_sheet->line(pad, lineY, split - pad, lineY, 0.25, Qt::black);
        m_sheet->moveTo(lineY + 0.8);
        m_sheet->textLine(request.name, {Face::Text, 8, muted}, pad, split - 2 * pad);
        drawFacts(top + pad, split, request, facts);
        return Done{};
    }

    Result<QByteArray> finish()
    {
        if (m_isTooLong) {
            return Failure{Failure::Kind::LimitExceeded, QStringLiteral("reservation"), {}};
        }
        m_sheet->paint();
        m_buffer.close();
        return m_pdf;
    }

    [[nodiscard]] const ReceiptTexts& texts() const { return m_texts; }

private:
    /** Heading and text in the largest type in which they fit above `bottom`. */
    void drawFitted(const QString& heading, const QString& text, double bottom)
    {
        const double width = m_width - 2 * pad;
        const QStringList lines = text.split(QLatin1Char('\n'));
        m_sheet->text(heading, {Face::Bold, 9, Qt::black}, pad, width);
        const double room = bottom - m_sheet->y();
        double points = 9;
        const auto height = [&] {
            double sum = 0;
            for (const QString& line : lines) {
                sum += m_sheet->measure(line, {Face::Text, points, Qt::black}, width).height();
            }
            return sum;
        };
        while (points > 5.5 && height() > room) {
            points -= 0.5;
        }
        m_isTooLong = height() > room;
        for (const QString& line : lines) {
            m_sheet->text(line, {Face::Text, points, Qt::black}, pad, width);
        }
    }

    void drawTick(bool isSet, const QString& label, double points, double x, double width)
    {
        const double side = points * 0.3;
        const double unit = side / 3;
        const QRectF box(x, m_sheet->y() + 0.5, side, side);
        m_sheet->frame(box, 0.3, Qt::black);
        if (isSet) {
            const double left = box.left();
            const double top = box.top();
            m_sheet->line(left + 0.6 * unit, top + 1.6 * unit, left + 1.3 * unit, top + 2.3 * unit, 0.5, Qt::black);
            m_sheet->line(left + 1.3 * unit, top + 2.3 * unit, left + 2.5 * unit, top + 0.6 * unit, 0.5, Qt::black);
        }
        m_sheet->textLine(label, {Face::Text, points, Qt::black}, x + side + 2, width - side - 2);
    }

    void drawFacts(double top, double x, const SignatureRequest& request, const SignatureFacts& facts)
    {
        const double width = m_width - x - pad;
        m_sheet->moveTo(top);
        m_sheet->fittedLine(request.name, {Face::Bold, 10, Qt::black}, smallestName, x, width);
        m_sheet->space(4.8);
        const bool isWitness = !request.confirmation.witness.isEmpty();
        m_sheet->textLine(isWitness ? m_texts.witnessName() : m_texts.roleName(request.role),
                          {Face::Text, 8.5, Qt::black}, x, width);
        m_sheet->space(4.2);
        m_sheet->text(m_texts.signedAt(request.time), {Face::Text, 8, Qt::black}, x, width);
        const QString level = m_texts.levelName(facts.level);
        m_sheet->text(request.tsa.isEmpty() ? level : level + QStringLiteral(", ") + m_texts.timestamped(),
                      {Face::Text, 8, Qt::black}, x, width);
        m_sheet->textLine(m_texts.certificate(facts.certificateSha256), {Face::Mono, 6.5, muted}, x, width);
    }

    Status drawHand(const QRectF& box, const SignatureRequest& request)
    {
        if (request.drawing.isEmpty()) {
            const Ink ink{Face::Text, 15, Qt::black};
            m_sheet->moveTo(box.bottom() - 7);
            m_sheet->fittedLine(request.name, ink, smallestHand, box.left(), box.width());
            return Done{};
        }
        Result<QByteArray> strokes = plainStrokes(request.drawing);
        if (!strokes) {
            return strokes.failure();
        }
        const auto renderer = std::make_shared<QSvgRenderer>(strokes.value());
        const QRectF bounds = renderer->isValid() ? renderer->boundsOnElement(QStringLiteral("strokes")) : QRectF();
        const double largest = qMax(bounds.width(), bounds.height());
        if (!(largest > 0.01 && largest < 1e7) || !(qAbs(bounds.x()) < 1e7 && qAbs(bounds.y()) < 1e7)) {
            return Failure{Failure::Kind::BadInput, QStringLiteral("signature"), QStringLiteral("nothing to draw")};
        }
        const double scale = qMin(box.width() / qMax(bounds.width(), 0.01), box.height() / qMax(bounds.height(), 0.01));
        const QSizeF size(bounds.width() * scale, bounds.height() * scale);
        const QRectF target(m_sheet->px(box.left()), m_sheet->px(box.bottom() - size.height()),
                            m_sheet->px(size.width()), m_sheet->px(size.height()));
        m_sheet->on(0, [renderer, target](QPainter& painter) {
            painter.save();
            renderer->render(&painter, QStringLiteral("strokes"), target);
            painter.restore();
        });
        return Done{};
    }

    QByteArray m_pdf;
    QBuffer m_buffer;
    bool m_isOpen;
    QPdfWriter m_writer;
    std::optional<Sheet> m_sheet;
    ReceiptTexts m_texts;
    double m_width;
    double m_height;
    bool m_isTooLong = false;
};

} // namespace

Result<QByteArray> drawPendingPicture(Role role, const ReceiptRecord& record, QSize box)
{
    Picture picture(box, record.language);
    if (role == Role::Leaver) {
        picture.drawPending(0, picture.texts().pendingLeaver());
        return picture.finish();
    }
    picture.drawTicks(receivables(record, record.language), {});
    picture.drawEmptyReservation();
    picture.drawPending(picture.confirmationHeight(), picture.texts().pendingSupervisor());
    return picture.finish();
}

Result<QByteArray> drawSignedPicture(const SignatureRequest& request, const SignatureFacts& facts,
                                     const ReceiptRecord& record, QSize box)
{
    Picture picture(box, record.language);
    const Confirmation& confirmation = request.confirmation;
    const QString& party = request.role == Role::Leaver ? record.people.leaver.name : record.people.supervisor.name;
    const QString declaration = picture.texts().declaration(request.role, party, confirmation);
    double top = request.role == Role::Supervisor ? picture.confirmationHeight() + 1 : 0;
    if (!declaration.isEmpty()) {
        top = request.role == Role::Supervisor ? top : leaverDeclarationHeight;
        picture.drawDeclaration(declaration, confirmation.reservation, top);
    } else if (request.role == Role::Supervisor) {
        picture.drawTicks(receivables(record, record.language), confirmation);
        picture.drawReservation(confirmation.reservation);
    }
    if (Status drawn = picture.drawSignature(top, request, facts); !drawn) {
        return drawn.failure();
    }
    return picture.finish();
}

} // namespace staffelstab::receipt
