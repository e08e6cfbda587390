// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_receipts.h"

#include "receipt/cms_signature.h"
#include "receipt/pdf_update.h"
#include "receipt/prepared_signature.h"
#include "receipt/receipt_layout.h"
#include "receipt/signature_picture.h"

#include <map>

namespace staffelstab::receipt {

/** Works on a receipt's text as an attacker with an editor would. */
class Forger
{
public:
    explicit Forger(QByteArray pdf) : m_pdf(std::move(pdf)) {}

    /** The newest text of an object, between "obj" and "endobj". */
    [[nodiscard]] QByteArray object(int id) const
    {
        const QByteArray head = '\n' + QByteArray::number(id) + " 0 obj\n";
        const qsizetype from = m_pdf.lastIndexOf(head);
        const qsizetype to = m_pdf.indexOf("\nendobj", from);
        return m_pdf.mid(from + head.size(), to - from - head.size());
    }
    /** The number of the newest object that holds this text. */
    [[nodiscard]] int idOf(const QByteArray& text) const
    {
        const qsizetype at = m_pdf.lastIndexOf(text);
        if (at < 0) {
            return 0;
        }
        const qsizetype end = m_pdf.lastIndexOf(" 0 obj\n", at);
        const qsizetype start = m_pdf.lastIndexOf('\n', end) + 1;
        return m_pdf.mid(start, end - start).toInt();
    }
    [[nodiscard]] int catalog() const { return idOf("/Type /Catalog"); }
    /** The page with the signature boxes. */
    [[nodiscard]] int lastPage() const { return idOf("/Annots [ "); }
    [[nodiscard]] int field(Role role) const { return idOf(role == Role::Leaver ? "/T (leaver)" : "/T (supervisor)"); }
    /** The n of "/Key n 0 R" in the object. */
    [[nodiscard]] int reference(int id, const QByteArray& key) const
    {
        const QByteArray text = object(id);
        const qsizetype at = text.indexOf(key + ' ') + key.size() + 1;
        return text.mid(at, text.indexOf(' ', at) - at).toInt();
    }
    [[nodiscard]] int size() const
    {
        const qsizetype at = m_pdf.lastIndexOf("/Size ") + 6;
        return m_pdf.mid(at, m_pdf.indexOf(' ', at) - at).toInt();
    }

    /** The receipt with these objects appended as one more, well-formed, update. */
    [[nodiscard]] QByteArray withUpdate(const std::map<int, QByteArray>& objects) const
    {
        PdfUpdate update(m_pdf);
        int most = size();
        for (const auto& [id, body] : objects) {
            update.add(id, body);
            most = qMax(most, id + 1);
        }
        const qsizetype trailer = m_pdf.lastIndexOf("trailer");
        const auto entry = [&](const QByteArray& key, const QByteArray& end) {
            const qsizetype from = m_pdf.indexOf(key, trailer);
            return m_pdf.mid(from, m_pdf.indexOf(end, from) - from + end.size()) + ' ';
        };
        return update.finish(most, entry("/Root", " R") + entry("/Info", " R") + entry("/ID", "]"));
    }
    /** The same with one object's text changed. */
    [[nodiscard]] QByteArray withChanged(int id, const QByteArray& from, const QByteArray& to) const
    {
        return withUpdate({{id, object(id).replace(from, to)}});
    }
    /** Positions of '<' and behind '>' of a signature's /Contents. */
    [[nodiscard]] std::pair<qsizetype, qsizetype> hole(Role role) const
    {
        const qsizetype from =
            (role == Role::Leaver ? m_pdf.indexOf("/Contents <") : m_pdf.lastIndexOf("/Contents <")) + 10;
        return {from, m_pdf.indexOf('>', from) + 1};
    }

private:
    QByteArray m_pdf;
};

inline QByteArray stream(const QByteArray& data)
{
    return "<< /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

/**
 * The file with one hexadecimal digit of a signature changed, for every `step`th between '<' and '>': to another value,
 * and a letter to the same one in capitals. `see` is told the place; it ends when `see` says no.
 */
template <typename See>
inline void forEachChangedDigit(const QByteArray& pdf, const std::pair<qsizetype, qsizetype>& hole, int step,
                                const See& see)
{
    static const QByteArray digits("0123456789abcdef");
    QByteArray changed = pdf;
    for (qsizetype at = hole.first + 1; at < hole.second - 1; at += step) {
        const char before = pdf.at(at);
        const char other = digits.at(digits.indexOf(before) ^ 1);
        for (const char digit : {other, static_cast<char>(before & ~0x20)}) {
            if (digit == other || before >= 'a') {
                changed[at] = digit;
                if (!see(changed, at)) {
                    return;
                }
            }
        }
        changed[at] = before;
    }
}

/** Signs without asking whether it is right to, as a program of an attacker's own would. */
inline QByteArray signBlindly(const QByteArray& pdf, const SignatureRequest& request, const SigningKey& key,
                              const Stamp& stamp = {})
{
    const Result<QByteArray> picture =
        drawSignedPicture(request, {key.level(), key.certificateSha256()}, sampleRecord(), *boxSize(pdf, request.role));
    Result<PreparedSignature> prepared =
        prepareSignature(pdf, request, *picture, QStringLiteral("de"), roomForCms(key.parts(), true));
    if (!prepared) {
        return {};
    }
    const QByteArray hex = makeCms(signedBytes(prepared->pdf, prepared->hole), key.parts(), stamp)->toHex();
    return prepared->pdf.replace(prepared->hole.from + 1, hex.size(), hex);
}

} // namespace staffelstab::receipt
