// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/subject_pool.h"

#include <vector>

namespace staffelstab::separation {

/**
 * Looks for one word of FoldedTexts::queryWords() in subjects as they are kept: a copy of all of them, folded, would
 * take 70 MB for a million messages. The pool has to live as long, and not to grow.
 */
class SubjectSearch
{
public:
    SubjectSearch(const SubjectPool& subjects, QByteArray word);

    [[nodiscard]] bool isIn(SubjectPool::Entry entry) const;
    /** Looks through all that follows a start, so that isIn() need not look any more: for many messages. */
    void lookThroughAll();

private:
    [[nodiscard]] bool isIn(std::string_view text) const;

    const SubjectPool& m_subjects;
    QByteArray m_word;
    std::vector<bool> m_starts;
    /** Empty until lookThroughAll(). */
    std::vector<bool> m_rests;
};

} // namespace staffelstab::separation
