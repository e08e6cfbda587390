// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/consent_document.h"

namespace staffelstab::receipt {

/**
 * Everything that stands on the paper and in the two boxes, in the same order, as lines for a screen reader or a
 * braille display (PDF/A-1b as we write it has no tags). The file signed is the PDF; at its end the text of an
 * intact receipt says so and names its digest. Of one that is altered or pending the first line says that. Empty if the
 * finding has no record.
 */
QString plainTextTwin(const ReceiptFinding& finding);
/** The same of a document of consents. */
QString plainTextTwin(const ConsentFinding& finding);

} // namespace staffelstab::receipt
