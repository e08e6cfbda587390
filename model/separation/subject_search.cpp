// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/subject_search.h"

#include "separation/folded_texts.h"

#include <array>

namespace staffelstab::separation {

namespace {

/** Of a folded subject. */
constexpr std::size_t room = 4'096;

} // namespace

SubjectSearch::SubjectSearch(const SubjectPool& subjects, QByteArray word)
    : m_subjects(subjects), m_word(std::move(word))
{
    for (quint32 start = 0; start < m_subjects.starts(); ++start) {
        m_starts.push_back(isIn(m_subjects.startOf(static_cast<SubjectPool::Start>(start))));
    }
}

bool SubjectSearch::isIn(std::string_view text) const
{
    std::array<char, room> letters; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    if (const auto folded = FoldedTexts::foldedInto(letters, text)) {
        return folded->find(viewOf(m_word)) != std::string_view::npos;
    }
    return FoldedTexts::folded(textOf(text)).contains(m_word);
}

bool SubjectSearch::isIn(SubjectPool::Entry entry) const
{
    return m_starts[entry.start] || (m_rests.empty() ? isIn(m_subjects.restOf(entry.rest)) : m_rests[entry.rest]);
}

void SubjectSearch::lookThroughAll()
{
    m_rests.resize(m_subjects.rests());
    m_subjects.forEachRest([this](quint32 rest, std::string_view text) { m_rests[rest] = isIn(text); });
}

} // namespace staffelstab::separation
