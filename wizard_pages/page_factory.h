// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/app_context.h"

namespace staffelstab::wizard_pages {

class StepPage;

/** The one table of which class shows which step. The page belongs to `parent`. */
StepPage* makePage(handover::Step step, handover::HandoverCase& handover, handover::HandoverActs& acts,
                   const AppContext& context, QWidget* parent);

} // namespace staffelstab::wizard_pages
