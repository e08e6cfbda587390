// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/mime_text.h"

#include <QLocale>

namespace staffelstab::mail::mapi {

namespace {

constexpr qsizetype lineWidth = 76;
/** Bytes of UTF-8 that fit into one encoded word of 75 characters. */
constexpr qsizetype wordBytes = 42;

bool isPlain(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; }) &&
           !text.contains(QLatin1String("=?"));
}

QString onOneLine(const QString& text)
{
    QString line = text;
    for (QChar& c : line) {
        if (c.unicode() < u' ' || c == QChar(0x7F)) {
            c = u' ';
        }
    }
    return line.trimmed();
}

QByteArray encodedWords(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    qsizetype at = 0;
    while (at < utf8.size()) {
        qsizetype end = std::min(at + wordBytes, utf8.size());
        while (end < utf8.size() && (static_cast<unsigned char>(utf8.at(end)) & 0xC0U) == 0x80) {
            --end;
        }
        out += (out.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + utf8.mid(at, end - at).toBase64() + "?=";
        at = end;
    }
    return out;
}

/** Breaks at spaces so that lines stay short; a word longer than a line stays whole. */
QByteArray folded(const QByteArray& text)
{
    QByteArray out;
    qsizetype column = 20; // The field's name stands before it.
    for (const QByteArray& word : text.split(' ')) {
        if (!out.isEmpty()) {
            const bool isFull = column + 1 + word.size() > lineWidth && !word.isEmpty();
            out += isFull ? "\r\n " : " ";
            column = isFull ? 1 : column + 1;
        }
        out += word;
        column += word.size();
    }
    return out;
}

bool isAtomText(const QString& text)
{
    static const QString special = QStringLiteral("()<>[]:;@\\,.\"");
    return std::none_of(text.begin(), text.end(), [](QChar c) { return special.contains(c); });
}

} // namespace

QByteArray headerText(const QString& text)
{
    const QString line = onOneLine(text);
    // A run without spaces cannot be folded, and no line may pass 998 characters (RFC 5322 section 2.1.1).
    const auto words = line.split(u' ');
    const bool isFoldable =
        std::all_of(words.begin(), words.end(), [](const QString& one) { return one.size() < 500; });
    return isPlain(line) && isFoldable ? folded(line.toLatin1()) : encodedWords(line);
}

QByteArray headerPhrase(const QString& name)
{
    const QString line = onOneLine(name);
    if (!isPlain(line) || line.size() > 500) {
        return encodedWords(line);
    }
    if (isAtomText(line)) {
        return line.toLatin1();
    }
    QByteArray quoted = line.toLatin1();
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

QByteArray headerParameter(const char* name, const QString& value)
{
    const QString line = onOneLine(value);
    if (isPlain(line) && line.size() < 60) {
        QByteArray quoted = line.toLatin1();
        quoted.replace('\\', "\\\\").replace('"', "\\\"");
        return QByteArray(";\r\n ") + name + "=\"" + quoted + '"';
    }
    // In pieces of RFC 2231 section 3, so that no line grows with the name.
    const QByteArray encoded = line.toUtf8().toPercentEncoding();
    QByteArray out;
    int piece = 0;
    qsizetype at = 0;
    do {
        qsizetype end = std::min(at + 50, encoded.size());
        while (end < encoded.size() && (encoded.at(end - 1) == '%' || encoded.at(end - 2) == '%')) {
            --end;
        }
        out += QByteArray(";\r\n ") + name + '*' + QByteArray::number(piece) + "*=" + (piece == 0 ? "utf-8''" : "") +
               encoded.mid(at, end - at);
        at = end;
        ++piece;
    } while (at < encoded.size());
    return out;
}

QByteArray headerDate(const QDateTime& time)
{
    return QLocale::c().toString(time.toUTC(), QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

QByteArray quotedPrintable(QByteArrayView text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    QByteArray out;
    out.reserve(text.size() + text.size() / 8);
    qsizetype column = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        const bool isBreak = c == '\r' && i + 1 < text.size() && text.at(i + 1) == '\n';
        if (isBreak) {
            out += "\r\n";
            column = 0;
            ++i;
            continue;
        }
        const bool isLineEnd = i + 1 == text.size() || text.at(i + 1) == '\r';
        const bool isSpace = c == ' ' || c == '\t';
        const bool isLiteral = (c > ' ' && c <= '~' && c != '=') || (isSpace && !isLineEnd);
        const qsizetype width = isLiteral ? 1 : 3;
        if (column + width > lineWidth - 1) {
            out += "=\r\n";
            column = 0;
        }
        if (isLiteral) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '=';
            out += digits[byte >> 4U];
            out += digits[byte & 0xFU];
        }
        column += width;
    }
    return out;
}

qint64 base64Size(qint64 bytes)
{
    const qint64 rest = bytes % 57;
    return bytes / 57 * 78 + (rest > 0 ? (rest + 2) / 3 * 4 + 2 : 0);
}

QByteArray base64Lines(QByteArrayView bytes)
{
    const QByteArray encoded = QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64();
    QByteArray out;
    out.reserve(static_cast<qsizetype>(base64Size(bytes.size())));
    for (qsizetype at = 0; at < encoded.size(); at += lineWidth) {
        out.append(encoded.constData() + at, std::min(lineWidth, encoded.size() - at));
        out += "\r\n";
    }
    return out;
}

QString withCrLf(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(u'\r', u'\n');
    return text.replace(u'\n', QLatin1String("\r\n"));
}

} // namespace staffelstab::mail::mapi
