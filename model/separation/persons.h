// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/message_table.h"

#include <functional>
#include <vector>

namespace staffelstab::separation {

/**
 * Correspondents (addresses) put together to persons: those who go by the same full name, at the company or outside of
 * it. A colleague's private address never joins the one at work: one answer must not hand private mail over.
 */
class Persons
{
public:
    void rebuild(const MessageTable& table, const std::function<bool(quint32 correspondent)>& isCompany);

    [[nodiscard]] quint32 personOf(quint32 correspondent) const { return m_personOf[correspondent]; }
    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_first.size()); }
    /** The correspondent that names the person: the one met first. */
    [[nodiscard]] quint32 firstOf(quint32 person) const { return m_first[person]; }

private:
    std::vector<quint32> m_personOf;
    std::vector<quint32> m_first;
};

/**
 * "Kim Beispiel" for "Beispiel, Kim", "KIM BEISPIEL (Einkauf)"; lower case. Empty for names that are no full name of
 * one person: a single word, digits, an address, a shared mailbox.
 */
QString fullNameKey(const QString& name);

} // namespace staffelstab::separation
