// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "separation/message_table.h"
#include "separation/verdict.h"

#include <QHash>

#include <optional>

namespace staffelstab::app {

/**
 * What somebody saw who looked at the messages of a sample: a table (CSV or tabs) with the columns `id` (as the run
 * names it) or `message_id` (with angle brackets), and `verdict` (private, business or protected).
 */
class SampleAnswers
{
public:
    /** BadInput with line for a missing column or a verdict that is none of them. */
    static Result<SampleAnswers> read(const QString& file);

    /** Nothing if nobody looked at it. */
    [[nodiscard]] std::optional<separation::Verdict> of(const separation::MessageTable& table,
                                                        separation::Row row) const;

private:
    QHash<QString, separation::Verdict> m_verdicts;
};

} // namespace staffelstab::app
