// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/start_tls_message.h"

#include <QByteArrayView>

#include <optional>

namespace staffelstab::directory {

namespace {

constexpr quint8 sequenceTag = 0x30;
constexpr quint8 integerTag = 0x02;
constexpr quint8 enumeratedTag = 0x0a;
constexpr quint8 extendedResponseTag = 0x78;
constexpr qsizetype largestAnswer = 16'384;

/** One BER element (X.690) with a definite length of at most four bytes, as Windows writes them. */
struct Element
{
    quint8 tag = 0;
    QByteArrayView content;
    qsizetype size = 0;
};

quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<quint8>(bytes[at]);
}

/** Content of an element whose head is whole; nothing if it is not, or if its length is not of our form. */
std::optional<Element> takeHead(QByteArrayView bytes, qsizetype& length)
{
    if (bytes.size() < 2) {
        return {};
    }
    const quint8 first = byteAt(bytes, 1);
    const qsizetype more = first < 0x80 ? 0 : first - 0x80;
    if (more > 4 || first == 0x80 || bytes.size() < 2 + more) {
        return {};
    }
    length = more == 0 ? first : 0;
    for (qsizetype i = 0; i < more; ++i) {
        length = length * 256 + byteAt(bytes, 2 + i);
    }
    return Element{byteAt(bytes, 0), bytes.sliced(2 + more), 2 + more};
}

std::optional<Element> takeElement(QByteArrayView& bytes, quint8 tag)
{
    qsizetype length = 0;
    std::optional<Element> element = takeHead(bytes, length);
    if (!element || element->tag != tag || element->content.size() < length) {
        return {};
    }
    element->content = element->content.first(length);
    bytes = bytes.sliced(element->size + length);
    return element;
}

bool isHeadCutOff(QByteArrayView bytes)
{
    return bytes.size() < 2 ||
           (byteAt(bytes, 1) > 0x80 && byteAt(bytes, 1) <= 0x84 && bytes.size() < 2 + byteAt(bytes, 1) - 0x80);
}

} // namespace

QByteArray startTlsRequest()
{
    constexpr QByteArrayView oid = "1.3.6.1.4.1.1466.20037";
    // LDAPMessage { messageID 1, [APPLICATION 23] ExtendedRequest { [0] requestName } }
    QByteArray request("\x30\x1d\x02\x01\x01\x77\x18\x80\x16", 9);
    return request.append(oid);
}

StartTlsAnswer parseStartTlsAnswer(const QByteArray& bytes)
{
    using State = StartTlsAnswer::State;
    QByteArrayView rest(bytes);
    if (rest.isEmpty()) {
        return {State::Incomplete};
    }
    if (byteAt(rest, 0) != sequenceTag || rest.size() > largestAnswer) {
        return {State::Malformed};
    }
    qsizetype length = 0;
    const std::optional<Element> head = takeHead(rest, length);
    if (!head) {
        return {isHeadCutOff(rest) ? State::Incomplete : State::Malformed};
    }
    if (head->content.size() < length && length <= largestAnswer) {
        return {State::Incomplete};
    }
    std::optional<Element> message = takeElement(rest, sequenceTag);
    if (!message || !rest.isEmpty()) {
        return {State::Malformed};
    }
    const std::optional<Element> number = takeElement(message->content, integerTag);
    std::optional<Element> response = takeElement(message->content, extendedResponseTag);
    if (!number || number->content != QByteArrayView("\x01") || !response) {
        return {State::Malformed};
    }
    const std::optional<Element> code = takeElement(response->content, enumeratedTag);
    if (!code || code->content.size() != 1) {
        return {State::Malformed};
    }
    return {State::Complete, byteAt(code->content, 0)};
}

} // namespace staffelstab::directory
