// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <string_view>

namespace staffelstab::separation {

/** The lists of word_lists.h a word stands in; the last two are of the message, set by its reader. */
enum WordList : std::uint32_t {
    isSelf = 1,
    isYou = 2,
    isDu = 4,
    isSie = 8,
    isWe = 16,
    isEndearment = 32,
    isThanks = 64,
    isFirm = 128,
    isUnsubscribe = 256,
    isInformalSalutation = 512,
    isFormalSalutation = 1024,
    isInformalClosing = 2048,
    isFormalClosing = 4096,
    isGerman = 8192,
    isEnglish = 16384,
    isOwnFirstName = 32768,
    isOwnFamilyName = 65536,
};

/** What a word means to us. */
struct Meaning
{
    /** Bits of WordList. */
    std::uint32_t lists = 0;
    /** Number + 1 of the subject word; 0: none. */
    quint16 theme = 0;
};

/** Of a folded word; safe from any thread. */
Meaning meaningOf(std::string_view word);

} // namespace staffelstab::separation
