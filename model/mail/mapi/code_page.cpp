// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/code_page.h"

#include "mail/mime_runtime.h"

#include <QtEndian>

namespace staffelstab::mail::mapi {

namespace {

/** What iconv calls the page; empty for those Qt decodes itself. */
QByteArray charsetOf(int codePage)
{
    switch (codePage) {
    case 20127:
        return "US-ASCII";
    case 20866:
        return "KOI8-R";
    case 21866:
        return "KOI8-U";
    case 28605:
        return "ISO-8859-15";
    case 50220:
    case 50221:
    case 50222:
        return "ISO-2022-JP";
    case 51932:
        return "EUC-JP";
    case 51949:
        return "EUC-KR";
    case 54936:
        return "GB18030";
    case 10000:
        return "MACINTOSH";
    default:
        break;
    }
    if (codePage > 28591 && codePage <= 28599) {
        return "ISO-8859-" + QByteArray::number(codePage - 28590);
    }
    return "CP" + QByteArray::number(codePage);
}

} // namespace

QString decodeCodePage(QByteArrayView bytes, int codePage)
{
    if (codePage == 65001) {
        return QString::fromUtf8(bytes);
    }
    if (codePage == 28591) {
        return QString::fromLatin1(bytes);
    }
    const bool isAscii =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (isAscii && codePage != 50220 && codePage != 50221 && codePage != 50222) {
        return QString::fromLatin1(bytes);
    }
    gsize written = 0;
    const TextPtr text(g_convert_with_fallback(bytes.data(), bytes.size(), "UTF-8", charsetOf(codePage).constData(),
                                               "\xEF\xBF\xBD", nullptr, &written, nullptr));
    return text ? QString::fromUtf8(text.get(), static_cast<qsizetype>(written)) : QString::fromUtf8(guessUtf8(bytes));
}

QString decodeUtf16(QByteArrayView bytes)
{
    if (bytes.size() < 2) {
        return {}; // qFromLittleEndian() takes no null pointer, not even for nothing
    }
    QString text(bytes.size() / 2, Qt::Uninitialized);
    qFromLittleEndian<char16_t>(bytes.data(), text.size(), text.data());
    return text;
}

} // namespace staffelstab::mail::mapi
