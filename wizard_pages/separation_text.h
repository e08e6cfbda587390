// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/verdict.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** What the leaver did last on the separation page. */
struct LastAct
{
    enum class Kind { None, Decided, AskedInParts, Undone, Redone };
    Kind kind = Kind::None;
    /** Of a decision. */
    separation::Verdict verdict = separation::Verdict::Undecided;
    /** Whose verdict changed. */
    int messages = 0;
};

/** Sentences of the separation page. */
class SeparationText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::SeparationText)
public:
    static QString why();
    static QString hint(bool isAllDecided);
    /** What became of the last act; without one what the page is about. */
    static QString lead(const LastAct& last);
};

} // namespace staffelstab::wizard_pages
