// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/speaking_names.h"

#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <array>
#include <cstdint>
#include <vector>

namespace staffelstab::mail {
struct MessageHeader;
struct BodyText;
} // namespace staffelstab::mail

namespace staffelstab::separation {

enum class Language : std::uint8_t { Unknown, German, English };

/** How a text addresses its reader. */
enum class Register : std::uint8_t { None, Informal, Formal };

/** What is attached, as bits: a message may hold several kinds. */
struct Attached
{
    static constexpr quint8 document = 1;
    static constexpr quint8 picture = 2;
    static constexpr quint8 calendar = 4;
    static constexpr quint8 other = 8;
};

/**
 * What is kept of a message's new text (without what it quotes, its signature and disclaimers): small numbers and
 * hashes of words, never the text. Counts stop at 255.
 */
struct TextFeatures
{
    static constexpr std::size_t mostWords = 40;

    enum Count : std::uint8_t {
        /** Words of the new text, in steps of 4. */
        Length,
        /** I, my, ich, mein: the writer as a person. */
        Self,
        /** You, your and their short forms. */
        You,
        /** du, dir, dein, euch. */
        Du,
        /** Sie, Ihnen, Ihr. */
        Sie,
        /** We, our, wir, unser: the firm, mostly. */
        We,
        Exclamations,
        Questions,
        Smileys,
        /** Love, kisses, Schatz: what is said to the nearest only. */
        Endearments,
        Thanks,
        /** Numbers, amounts, percentages. */
        Figures,
        Links,
        /** Words of word_lists.h that speak for private and for business; their weights in tenths. */
        PrivateWords,
        BusinessWords,
        /** The same of what is quoted or forwarded. */
        QuotedPrivateWords,
        QuotedBusinessWords,
        /** Words of a firm's signature: GmbH, Handelsregister, phone. */
        FirmSignature,
        counts
    };

    std::array<quint8, counts> count{};
    /** Distinct hashes of the words of subject and new text, in the order of their first use. */
    std::vector<quint16> words;
    Language language = Language::Unknown;
    Register salutation = Register::None;
    Register closing = Register::None;
    quint8 attached = 0;
    /** There is a text below that is quoted or forwarded. */
    bool hasQuote = false;
    /** The text offers to unsubscribe. */
    bool isNewsletter = false;
    /** Number of the weightiest word of words::themes + 1; 0: none. */
    quint16 theme = 0;
    /** The body was looked at. */
    bool isRead = false;

    bool operator==(const TextFeatures&) const = default;
};

/**
 * Looks at no more than 8,000 characters of the text. Who is addressed or signs by the first name alone does so
 * informally, by the family name alone formally. Safe on any text; reentrant; about 20 us.
 */
TextFeatures readTextFeatures(const QString& subject, const mail::BodyText& body, const SpeakingNames& names = {});

/** Hash of one lower-case word, as in TextFeatures::words. */
quint16 wordHash(std::string_view word);

} // namespace staffelstab::separation
