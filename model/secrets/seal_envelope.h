// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>

namespace staffelstab::secrets {

/**
 * The outside of a seal, readable by anyone:
 *   8 bytes magic, 1 byte version (1), 1 byte kind (1 certificate, 2 code), 1 byte length of the case number,
 *   the case number in UTF-8; then the body up to the end.
 * The first part, `header`, is authenticated by both kinds, so that no byte of it can be changed unseen.
 */
struct SealEnvelope
{
    enum class Kind : quint8 { Certificate = 1, Code = 2 };
    Kind kind = Kind::Code;
    QString caseNumber;
    QByteArray header;
    QByteArray body;
};

/** The largest seal that is looked at; ours have a few hundred bytes, RSA chains included. */
constexpr qsizetype largestSeal = 65'536;

/** BadInput if the case number is empty or longer than 255 bytes. */
Result<QByteArray> makeSealHeader(SealEnvelope::Kind kind, const QString& caseNumber);
/** NotASeal for anything else. */
Result<SealEnvelope> parseSeal(const QByteArray& seal);

/** `secret` lengthened to a multiple of 64 bytes (ISO/IEC 7816-4), so that the seal does not tell its length. */
Secret padded(QByteArrayView secret);
/** SealRefused if the padding is not ours. */
Result<Secret> unpadded(QByteArrayView bytes);

} // namespace staffelstab::secrets
