// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ad_password.h"

#include <QStringDecoder>
#include <QtEndian>

namespace staffelstab::directory {

Result<Secret> quotedUtf16(const Secret& password)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const auto room = static_cast<std::size_t>(decoder.requiredSpace(static_cast<qsizetype>(password.size())));
    // Decoded straight into guarded memory: no QString ever holds the password. sodium_malloc() ends at a page, so an
    // even size keeps the buffer aligned for QChar.
    Secret wide = Secret::withSize((room + 2) * sizeof(QChar));
    auto* const begin = reinterpret_cast<QChar*>(wide.data());
    QChar* at = begin;
    *at++ = u'"';
    at = decoder.appendToBuffer(at, password.view());
    if (decoder.hasError()) {
        return Failure{Failure::Kind::BadInput, {}, QStringLiteral("password is not UTF-8")};
    }
    *at++ = u'"';
    for (QChar* each = begin; each != at; ++each) {
        *each = QChar(qToLittleEndian(each->unicode()));
    }
    return Secret(QByteArrayView(wide.data(), (at - begin) * static_cast<qsizetype>(sizeof(QChar))));
}

} // namespace staffelstab::directory
