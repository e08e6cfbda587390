// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/message_list_model.h"

namespace staffelstab::separation {

/**
 * Puts the rows in the order of a column, texts in the alphabet of the leaver's language. What is equal keeps its
 * order (by subject: that of the table); messages without a date come last in both directions.
 */
void sortMessages(std::vector<Row>& shown, const SeparationPlan& plan, MessageListModel::Column column,
                  Qt::SortOrder order);

} // namespace staffelstab::separation
