// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/pdf_update.h"

namespace staffelstab::receipt {

namespace {

constexpr int rangeDigits = 10;

QByteArray padded(qsizetype number, int digits)
{
    return QByteArray::number(number).rightJustified(digits, '0');
}

} // namespace

qsizetype PdfUpdate::add(int id, const QByteArray& body)
{
    m_offsets[id] = m_bytes.size();
    m_bytes += QByteArray::number(id) + " 0 obj\n";
    const qsizetype start = m_bytes.size();
    m_bytes += body + "\nendobj\n";
    return start;
}

QByteArray PdfUpdate::finish(int size, const QByteArray& entries)
{
    const qsizetype previous = lastXref(m_bytes.left(m_before));
    const qsizetype xref = m_bytes.size();
    m_bytes += "xref\n";
    for (auto first = m_offsets.begin(); first != m_offsets.end();) {
        auto last = first;
        int count = 0;
        while (last != m_offsets.end() && last->first == first->first + count) {
            ++last;
            ++count;
        }
        m_bytes += QByteArray::number(first->first) + ' ' + QByteArray::number(count) + '\n';
        for (; first != last; ++first) {
            m_bytes += padded(first->second, 10) + " 00000 n \n";
        }
    }
    m_bytes += "trailer\n<< /Size " + QByteArray::number(size) + " /Prev " + QByteArray::number(previous) + ' ' +
               entries + " >>\nstartxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
    return m_bytes;
}

qsizetype lastXref(const QByteArray& pdf)
{
    const qsizetype at = pdf.lastIndexOf("startxref\n");
    const qsizetype end = at < 0 ? -1 : pdf.indexOf('\n', at + 10);
    bool isNumber = false;
    const qlonglong offset = end < 0 ? -1 : pdf.mid(at + 10, end - at - 10).toLongLong(&isNumber);
    return isNumber ? static_cast<qsizetype>(offset) : -1;
}

QByteArray byteRangePlaceholder()
{
    QByteArray text("[0");
    for (int i = 0; i < 3; ++i) {
        text += ' ' + QByteArray(rangeDigits, '0');
    }
    return text + ']';
}

Status fillByteRange(QByteArray& pdf, qsizetype dictionary, const SignatureHole& hole)
{
    const QByteArray placeholder = byteRangePlaceholder();
    const qsizetype at = pdf.lastIndexOf(placeholder, hole.from);
    const QByteArray range = "[0 " + QByteArray::number(hole.from) + ' ' + QByteArray::number(hole.to) + ' ' +
                             QByteArray::number(pdf.size() - hole.to) + ']';
    if (at < dictionary || range.size() > placeholder.size()) {
        return Failure{Failure::Kind::Internal, {}, QStringLiteral("no room for the byte range")};
    }
    pdf.replace(at, placeholder.size(), range.leftJustified(placeholder.size(), ' '));
    return Done{};
}

QByteArray signedBytes(const QByteArray& pdf, const SignatureHole& hole)
{
    return pdf.left(hole.from) + pdf.mid(hole.to);
}

} // namespace staffelstab::receipt
