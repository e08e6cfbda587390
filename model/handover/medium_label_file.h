// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"

namespace staffelstab::handover {

/** Label and cover sheet of the business archive's medium as PDF; an earlier file is replaced. Needs an archive. */
Status writeMediumLabel(const HandoverCase& handover, const QString& file);

/** "Uebergabe-4711-Etikett.pdf" beside the archive, or "...-label.pdf". */
QString labelBeside(const QString& archivePath, const QString& language);

} // namespace staffelstab::handover
