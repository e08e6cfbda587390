// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mime_runtime.h"

#include <QStringDecoder>

#include <mutex>
#include <optional>

namespace staffelstab::mail {

namespace {

/** Windows-1252, 0x80 to 0x9f; 0 where it defines nothing. */
constexpr char16_t windows1252[32] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                      0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                      0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString ignored(decoder.requiredSpace(bytes.size()), Qt::Uninitialized);
    decoder.appendToBuffer(ignored.data(), bytes);
    return !decoder.hasError();
}

QByteArray fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& unit : text) {
        if (unit.unicode() >= 0x80 && unit.unicode() < 0xa0) {
            const char16_t mapped = windows1252[unit.unicode() - 0x80];
            unit = mapped == 0 ? QChar::ReplacementCharacter : QChar(mapped);
        }
    }
    return text.toUtf8();
}

bool changesDirection(char16_t unit)
{
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

} // namespace

void ensureMime()
{
    static std::once_flag once;
    std::call_once(once, [] {
        g_mime_init();
        const char* charsets[] = {"utf-8", "windows-1252", nullptr};
        g_mime_parser_options_set_fallback_charsets(g_mime_parser_options_get_default(), charsets);
    });
}

QByteArray guessUtf8(QByteArrayView bytes)
{
    const bool isAscii =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    QByteArray text = isAscii || isUtf8(bytes) ? bytes.toByteArray() : fromWindows1252(bytes);
    text.replace('\0', ' ');
    return text;
}

QString singleLine(QString text)
{
    text.removeIf([](QChar unit) { return changesDirection(unit.unicode()); });
    for (QChar& unit : text) {
        if (unit.unicode() < 0x20 || (unit.unicode() >= 0x7f && unit.unicode() < 0xa0) || unit.unicode() == 0x2028 ||
            unit.unicode() == 0x2029) {
            unit = QLatin1Char(' ');
        }
    }
    return text.trimmed();
}

namespace {

/** 75 characters by RFC 2047, which not everyone keeps to. */
constexpr qsizetype longestEncodedWord = 4096;

/** A base64 encoded word at the start of `text`. */
struct EncodedWord
{
    QByteArrayView charset;
    QByteArrayView data;
    qsizetype length = 0;
};

std::optional<EncodedWord> encodedWordAt(QByteArrayView text)
{
    text = text.first(std::min(text.size(), longestEncodedWord));
    if (!text.startsWith("=?")) {
        return {};
    }
    const qsizetype charsetEnd = text.indexOf('?', 2);
    const bool isBase64 = charsetEnd > 2 && charsetEnd + 2 < text.size() &&
                          (text.at(charsetEnd + 1) == 'B' || text.at(charsetEnd + 1) == 'b') &&
                          text.at(charsetEnd + 2) == '?';
    const qsizetype end = isBase64 ? text.indexOf("?=", charsetEnd + 3) : -1;
    if (end < 0) {
        return {};
    }
    const QByteArrayView data = text.sliced(charsetEnd + 3, end - charsetEnd - 3);
    return data.contains(' ') ? std::nullopt
                              : std::optional(EncodedWord{text.sliced(2, charsetEnd - 2), data, end + 2});
}

} // namespace

QByteArray joinEncodedWords(const QByteArray& value)
{
    QByteArray out;
    QByteArray charset;
    QByteArray bytes;
    QByteArray space;
    const auto flush = [&] {
        if (!charset.isEmpty()) {
            out += "=?" + charset + "?B?" + bytes.toBase64() + "?=";
        }
        out += space;
        charset.clear();
        bytes.clear();
        space.clear();
    };
    qsizetype at = 0;
    while (at < value.size()) {
        const QByteArrayView rest = QByteArrayView(value).sliced(at);
        if (const std::optional<EncodedWord> word = encodedWordAt(rest); word) {
            if (charset.isEmpty() || charset.compare(word->charset, Qt::CaseInsensitive) != 0) {
                flush();
                charset = word->charset.toByteArray();
            }
            space.clear();
            bytes += QByteArray::fromBase64(word->data.toByteArray());
            at += word->length;
        } else if (!charset.isEmpty() && (rest.front() == ' ' || rest.front() == '\t')) {
            space += rest.front();
            ++at;
        } else {
            flush();
            out += rest.front();
            ++at;
        }
    }
    flush();
    return out;
}

QString decodeHeaderText(QByteArrayView value)
{
    ensureMime();
    const QByteArray joined = joinEncodedWords(guessUtf8(value));
    const TextPtr text(g_mime_utils_header_decode_text(nullptr, joined.constData()));
    return text ? singleLine(QString::fromUtf8(text.get())) : QString();
}

} // namespace staffelstab::mail
