// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/call.h"

class QApplication;

namespace staffelstab::app {

/** Opens the window and runs until it is closed. The composition root of the wizard. */
int runWizard(QApplication& application, const Call& call);

/**
 * Plays a whole handover through the real windows on a copy of the sample mailbox and leaves receipt, archive, private
 * copy and, if asked for, a picture of every page in call.outFolder. Works without a display.
 */
int runTour(QApplication& application, const Call& call);

} // namespace staffelstab::app
