// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/modified_utf7.h"

namespace staffelstab::mail {

namespace {

constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";

bool isPrintable(char16_t unit)
{
    return unit >= 0x20 && unit <= 0x7e;
}

int valueOf(char letter)
{
    const qsizetype at = QByteArrayView(alphabet, 64).indexOf(letter);
    return static_cast<int>(at);
}

/** Decodes what stands between '&' and '-'; nothing if bits are left over or a letter is foreign. */
std::optional<QString> decodeShifted(QByteArrayView letters)
{
    QString text;
    quint32 bits = 0;
    int count = 0;
    for (const char letter : letters) {
        const int value = valueOf(letter);
        if (value < 0) {
            return {};
        }
        bits = (bits << 6) | static_cast<quint32>(value);
        count += 6;
        if (count >= 16) {
            count -= 16;
            text.append(QChar(static_cast<char16_t>(bits >> count)));
            bits &= (1U << count) - 1;
        }
    }
    if (count >= 6 || bits != 0 || !text.isValidUtf16()) {
        return {};
    }
    return text;
}

void encodeShifted(QStringView run, QByteArray& out)
{
    quint32 bits = 0;
    int count = 0;
    out.append('&');
    for (const QChar unit : run) {
        bits = (bits << 16) | unit.unicode();
        count += 16;
        while (count >= 6) {
            count -= 6;
            out.append(alphabet[(bits >> count) & 63]);
            bits &= (1U << count) - 1;
        }
    }
    if (count > 0) {
        out.append(alphabet[(bits << (6 - count)) & 63]);
    }
    out.append('-');
}

} // namespace

std::optional<QString> decodeModifiedUtf7(QByteArrayView name)
{
    QString text;
    for (qsizetype at = 0; at < name.size(); ++at) {
        const char letter = name.at(at);
        if (!isPrintable(static_cast<unsigned char>(letter))) {
            return {};
        }
        if (letter != '&') {
            text.append(QLatin1Char(letter));
            continue;
        }
        const qsizetype end = name.indexOf('-', at);
        if (end < 0) {
            return {};
        }
        if (end == at + 1) {
            text.append(QLatin1Char('&'));
        } else if (const auto shifted = decodeShifted(name.sliced(at + 1, end - at - 1)); shifted) {
            text.append(*shifted);
        } else {
            return {};
        }
        at = end;
    }
    return text;
}

QByteArray encodeModifiedUtf7(QStringView name)
{
    QByteArray out;
    qsizetype at = 0;
    while (at < name.size()) {
        const char16_t unit = name.at(at).unicode();
        if (unit == u'&') {
            out.append("&-");
            ++at;
        } else if (isPrintable(unit)) {
            out.append(static_cast<char>(unit));
            ++at;
        } else {
            const qsizetype begin = at;
            while (at < name.size() && !isPrintable(name.at(at).unicode())) {
                ++at;
            }
            encodeShifted(name.sliced(begin, at - begin), out);
        }
    }
    return out;
}

QString readableFolderName(const QByteArray& rawName)
{
    const auto decoded = decodeModifiedUtf7(rawName);
    return decoded ? *decoded : QString::fromUtf8(rawName);
}

} // namespace staffelstab::mail
