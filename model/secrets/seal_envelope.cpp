// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/seal_envelope.h"

#include <QStringDecoder>

#include <sodium.h>

#include <cstring>

namespace staffelstab::secrets {

namespace {

constexpr char magicBytes[] = {'\x89', 'S', 'T', 'F', 'S', 'E', 'A', 'L'};
constexpr QByteArrayView magic{magicBytes, sizeof magicBytes};
constexpr char formatVersion = 1;
constexpr qsizetype longestCaseNumber = 255;
constexpr std::size_t paddingBlock = 64;

Failure notASeal(const QString& why)
{
    return {Failure::Kind::NotASeal, {}, why};
}

} // namespace

Result<QByteArray> makeSealHeader(SealEnvelope::Kind kind, const QString& caseNumber)
{
    const QByteArray number = caseNumber.toUtf8();
    if (number.isEmpty() || number.size() > longestCaseNumber) {
        return Failure{Failure::Kind::BadInput, caseNumber, QStringLiteral("case number of 1 to 255 bytes needed")};
    }
    QByteArray header = magic.toByteArray();
    header.append(formatVersion).append(static_cast<char>(kind)).append(static_cast<char>(number.size()));
    return header + number;
}

Result<SealEnvelope> parseSeal(const QByteArray& seal)
{
    constexpr qsizetype numberAt = magic.size() + 3;
    if (seal.size() > largestSeal || seal.size() < numberAt || !seal.startsWith(magic)) {
        return notASeal(QStringLiteral("no seal file"));
    }
    if (seal[magic.size()] != formatVersion) {
        return notASeal(QStringLiteral("unknown version"));
    }
    const auto kind = static_cast<quint8>(seal[magic.size() + 1]);
    if (kind != 1 && kind != 2) {
        return notASeal(QStringLiteral("unknown kind"));
    }
    const qsizetype length = static_cast<quint8>(seal[numberAt - 1]);
    if (length == 0 || seal.size() < numberAt + length) {
        return notASeal(QStringLiteral("cut off"));
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString number = decoder(QByteArrayView(seal).sliced(numberAt, length));
    if (decoder.hasError()) {
        return notASeal(QStringLiteral("case number is not UTF-8"));
    }
    return SealEnvelope{static_cast<SealEnvelope::Kind>(kind), number, seal.left(numberAt + length),
                        seal.mid(numberAt + length)};
}

Secret padded(QByteArrayView secret)
{
    const auto size = static_cast<std::size_t>(secret.size());
    const std::size_t whole = (size / paddingBlock + 1) * paddingBlock;
    Secret bytes = Secret::withSize(whole);
    if (size != 0) {
        std::memcpy(bytes.data(), secret.data(), size);
    }
    std::size_t paddedSize = 0;
    sodium_pad(&paddedSize, reinterpret_cast<unsigned char*>(bytes.data()), size, paddingBlock, whole);
    return bytes;
}

Result<Secret> unpadded(QByteArrayView bytes)
{
    std::size_t size = 0;
    if (bytes.isEmpty() || sodium_unpad(&size, reinterpret_cast<const unsigned char*>(bytes.data()),
                                        static_cast<std::size_t>(bytes.size()), paddingBlock) != 0) {
        return Failure{Failure::Kind::SealRefused, {}, QStringLiteral("bad padding")};
    }
    return Secret(bytes.first(static_cast<qsizetype>(size)));
}

} // namespace staffelstab::secrets
