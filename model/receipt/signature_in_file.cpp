// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/signature_in_file.h"

#include "receipt/confirmation.h"

namespace staffelstab::receipt {
namespace {

Finding wrong(Finding::Kind kind, Role role)
{
    return {kind, QString::fromLatin1(fieldName(role))};
}

/** In small letters, as our signer writes it: so no digit can be exchanged for itself. */
bool isHexString(const QByteArray& text)
{
    return text.size() >= 2 && text.startsWith('<') && text.endsWith('>') &&
           std::all_of(text.begin() + 1, text.end() - 1,
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/** Four integers [0 from to rest] around exactly the hexadecimal string of this /Contents, up to the end of a file. */
bool readRange(const QByteArray& bytes, QPDFObjectHandle dictionary, SignatureInFile& signature)
{
    QPDFObjectHandle range = dictionary.getKey("/ByteRange");
    if (!range.isArray() || range.getArrayNItems() != 4) {
        return false;
    }
    qint64 numbers[4] = {};
    for (int i = 0; i < 4; ++i) {
        if (!range.getArrayItem(i).isInteger()) {
            return false;
        }
        numbers[i] = range.getArrayItem(i).getIntValue();
    }
    const qint64 size = bytes.size();
    if (numbers[0] != 0 || numbers[1] <= 0 || numbers[2] <= numbers[1] || numbers[2] > size || numbers[3] <= 0 ||
        numbers[3] > size - numbers[2]) {
        return false;
    }
    signature.hole = {numbers[1], numbers[2]};
    signature.end = numbers[2] + numbers[3];
    const QByteArray hole = bytes.mid(signature.hole.from, signature.hole.to - signature.hole.from);
    if (!isHexString(hole) || hole.size() % 2 != 0 || !bytes.left(signature.end).endsWith("\n%%EOF\n")) {
        return false;
    }
    signature.cms = QByteArray::fromHex(hole.mid(1, hole.size() - 2));
    QPDFObjectHandle contents = dictionary.getKey("/Contents");
    return contents.isString() && signature.cms == QByteArray::fromStdString(contents.getStringValue());
}

QDateTime timeFromPdf(const QString& text)
{
    if (text.size() != 23 || !text.startsWith(QLatin1String("D:"))) {
        return {};
    }
    QDateTime time = QDateTime::fromString(text.mid(2, 14), QStringLiteral("yyyyMMddHHmmss"));
    const QStringView digits(text);
    const int seconds = (digits.mid(17, 2).toInt() * 60 + digits.mid(20, 2).toInt()) * 60;
    time.setOffsetFromUtc(text.at(16) == QLatin1Char('-') ? -seconds : seconds);
    return time;
}

/** Only the keys our signer writes, nothing indirect: the dictionary leads nowhere. */
bool isPlainSignature(QPDFObjectHandle dictionary, Role role)
{
    std::set<std::string> keys{"/ByteRange", "/Contents",  "/Filter",    "/M",   "/Name",
                               "/Reason",    "/Reference", "/SubFilter", "/Type"};
    if (!dictionary.isDictionary()) {
        return false;
    }
    if (role == Role::Supervisor || dictionary.hasKey(confirmationKey)) {
        keys.insert(confirmationKey);
    }
    if (dictionary.getKeys() != keys) {
        return false;
    }
    const char* const rule = role == Role::Leaver ? "[ << /TransformMethod /DocMDP /TransformParams << /P 2 /Type "
                                                    "/TransformParams /V /1.2 >> /Type /SigRef >> ]"
                                                  : "[ << /TransformMethod /FieldMDP /TransformParams << /Action /All "
                                                    "/Type /TransformParams /V /1.2 >> /Type /SigRef >> ]";
    return dictionary.getKey("/Type").isNameAndEquals("/Sig") &&
           dictionary.getKey("/Filter").isNameAndEquals("/Adobe.PPKLite") &&
           dictionary.getKey("/SubFilter").isNameAndEquals("/ETSI.CAdES.detached") &&
           dictionary.getKey("/M").isString() && dictionary.getKey("/Name").isString() &&
           dictionary.getKey("/Reference").unparse() == rule;
}

} // namespace

std::variant<SignatureInFile, Finding> readSignature(const QByteArray& bytes, const ReceiptFields& fields, Role role)
{
    SignatureInFile signature;
    signature.role = role;
    QPDFObjectHandle field = fields.of(role);
    QPDFObjectHandle dictionary = field.getKey("/V");
    if (!dictionary.isIndirect() || !isPlainSignature(dictionary, role)) {
        return wrong(Finding::Kind::FieldsWrong, role);
    }
    signature.object = dictionary.getObjectID();
    if (!readRange(bytes, dictionary, signature)) {
        return wrong(Finding::Kind::ByteRangeWrong, role);
    }
    signature.name = QString::fromStdString(dictionary.getKey("/Name").getUTF8Value());
    signature.time = timeFromPdf(QString::fromStdString(dictionary.getKey("/M").getUTF8Value()));
    if (dictionary.hasKey(confirmationKey)) {
        const std::string json =
            dictionary.getKey(confirmationKey).isString() ? dictionary.getKey(confirmationKey).getStringValue() : "";
        const std::optional<Confirmation> confirmation = readConfirmation(QByteArray::fromStdString(json));
        if (!confirmation || !isDeclared(role, *confirmation) || !isSound(role, *confirmation)) {
            return wrong(Finding::Kind::FieldsWrong, role);
        }
        signature.confirmation = *confirmation;
    }
    return signature;
}

} // namespace staffelstab::receipt
