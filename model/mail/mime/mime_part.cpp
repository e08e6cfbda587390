// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mime/mime_part.h"

#include "mail/header_block.h"
#include "mail/mime_runtime.h"

#include <cstring>

namespace staffelstab::mail {

namespace {

constexpr qsizetype longestParameters = 16L * 1024;
constexpr qsizetype longestFileName = 200;

bool is(QByteArrayView text, QByteArrayView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

QByteArray oneLine(QByteArrayView value)
{
    QByteArray line = guessUtf8(value.first(std::min(value.size(), longestParameters)));
    line.removeIf([](char c) { return c == '\r' || c == '\n'; });
    return line;
}

QString safeName(const char* name)
{
    QString text = singleLine(QString::fromUtf8(name));
    const qsizetype slash = std::max(text.lastIndexOf(u'/'), text.lastIndexOf(u'\\'));
    text = text.mid(slash + 1);
    // The end shows what kind of file it is.
    return text.size() <= longestFileName ? text : text.first(longestFileName - 20) + QChar(0x2026) + text.last(19);
}

void readContentType(MimePart& part, QByteArrayView value)
{
    const ObjectPtr<GMimeContentType> type(g_mime_content_type_parse(nullptr, oneLine(value).constData()));
    if (!type) {
        return;
    }
    const TextPtr mediaType(g_mime_content_type_get_mime_type(type.get()));
    part.mediaType = QByteArray(mediaType.get()).toLower();
    part.charset = QByteArray(g_mime_content_type_get_parameter(type.get(), "charset")).toLower().trimmed();
    part.boundary = g_mime_content_type_get_parameter(type.get(), "boundary");
    if (part.fileName.isEmpty()) {
        part.fileName = safeName(g_mime_content_type_get_parameter(type.get(), "name"));
    }
}

void readDisposition(MimePart& part, QByteArrayView value)
{
    const ObjectPtr<GMimeContentDisposition> disposition(
        g_mime_content_disposition_parse(nullptr, oneLine(value).constData()));
    if (!disposition) {
        return;
    }
    part.isAttachment = is(QByteArrayView(g_mime_content_disposition_get_disposition(disposition.get())), "attachment");
    if (const char* const name = g_mime_content_disposition_get_parameter(disposition.get(), "filename");
        name != nullptr) {
        part.fileName = safeName(name);
    }
}

QByteArray decode(QByteArrayView body, const QByteArray& encoding)
{
    const GMimeContentEncoding kind = g_mime_content_encoding_from_string(encoding.constData());
    if (kind != GMIME_CONTENT_ENCODING_BASE64 && kind != GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE &&
        kind != GMIME_CONTENT_ENCODING_UUENCODE) {
        return body.toByteArray();
    }
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, kind);
    QByteArray out(static_cast<qsizetype>(g_mime_encoding_outlen(&state, static_cast<size_t>(body.size()))) + 16,
                   Qt::Uninitialized);
    const size_t written = g_mime_encoding_flush(&state, body.data(), static_cast<size_t>(body.size()), out.data());
    out.truncate(static_cast<qsizetype>(written));
    return out;
}

/** By the system's iconv; bytes that are not of the charset become U+FFFD. Nothing if the charset is unknown. */
std::optional<QByteArray> convert(const QByteArray& bytes, const QByteArray& charset)
{
    const iconv_t converter = g_mime_iconv_open("UTF-8", g_mime_charset_iconv_name(charset.constData()));
    // iconv_open(3) says -1 for an unknown charset. NOLINTNEXTLINE(performance-no-int-to-ptr)
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        return {};
    }
    QByteArray out;
    char buffer[4096];
    char* in = const_cast<char*>(bytes.constData());
    size_t left = static_cast<size_t>(bytes.size());
    while (left > 0) {
        char* to = buffer;
        size_t room = sizeof buffer;
        const bool isBad = iconv(converter, &in, &left, &to, &room) == static_cast<size_t>(-1) && errno != E2BIG;
        out.append(buffer, to - buffer);
        if (isBad && left > 0) {
            out.append("\xef\xbf\xbd");
            ++in;
            --left;
        }
    }
    g_mime_iconv_close(converter);
    return out;
}

bool isGuessed(const QByteArray& charset)
{
    // Much mail says Latin-1 or ASCII and is Windows-1252 or UTF-8.
    return charset.isEmpty() || charset == "us-ascii" || charset == "utf-8" || charset == "utf8" ||
           charset == "iso-8859-1";
}

} // namespace

MimePart MimePart::read(QByteArrayView bytes)
{
    ensureMime();
    MimePart part;
    part.mediaType = "text/plain";
    const qsizetype length = headerLength(bytes.first(std::min(bytes.size(), headerLimit)));
    const QByteArrayView header = length < 0 ? bytes.first(std::min(bytes.size(), headerLimit)) : bytes.first(length);
    part.body = length < 0 ? QByteArrayView() : bytes.sliced(length);
    int fields = 0;
    visitHeaderFields(header, [&part, &fields](const HeaderField& field) {
        ++fields;
        if (is(field.name, "Content-Type")) {
            readContentType(part, field.value);
        } else if (is(field.name, "Content-Disposition")) {
            readDisposition(part, field.value);
        } else if (is(field.name, "Content-Transfer-Encoding")) {
            part.encoding = oneLine(field.value).trimmed().toLower();
        }
    });
    if (fields == 0) {
        part.body = bytes;
    }
    return part;
}

std::vector<QByteArrayView> MimePart::parts(std::size_t limit) const
{
    std::vector<QByteArrayView> found;
    const QByteArray delimiter = "--" + boundary;
    qsizetype begin = -1;
    qsizetype at = 0;
    while (at < body.size()) {
        const qsizetype newline = body.indexOf('\n', at);
        const qsizetype next = newline < 0 ? body.size() : newline + 1;
        const QByteArrayView line = body.sliced(at, next - at);
        if (line.startsWith(delimiter)) {
            const QByteArrayView rest = line.sliced(delimiter.size()).trimmed();
            const bool isEnd = rest == QByteArrayView("--");
            if (rest.isEmpty() || isEnd) {
                if (begin >= 0) {
                    found.push_back(body.sliced(begin, at - begin));
                }
                begin = next;
                if (isEnd || found.size() >= limit) {
                    return found;
                }
            }
        }
        at = next;
    }
    if (begin >= 0 && begin < body.size()) {
        found.push_back(body.sliced(begin));
    }
    return found;
}

qint64 MimePart::decodedSize() const
{
    if (encoding != "base64") {
        return body.size();
    }
    const auto counts = [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '='; };
    return std::count_if(body.begin(), body.end(), counts) * 3 / 4;
}

QByteArray MimePart::decoded(qsizetype limit) const
{
    return decode(body.first(std::min(body.size(), limit)), encoding);
}

QString MimePart::text(qsizetype limit) const
{
    const QByteArray bytes = decoded(limit);
    if (!isGuessed(charset)) {
        if (const std::optional<QByteArray> converted = convert(bytes, charset); converted) {
            return QString::fromUtf8(*converted);
        }
    }
    return QString::fromUtf8(guessUtf8(bytes));
}

} // namespace staffelstab::mail
