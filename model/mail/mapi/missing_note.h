// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"

namespace staffelstab::mail::mapi {

/** A short text file that stands in a rebuilt message for what could not be put into it. */
struct MissingNote
{
    QString fileName;
    QString text;
};

/**
 * What a reader of the rebuilt message has to know of an attachment that has no content: a link to a file, an OLE
 * object, or damaged. In German and English, because the message goes to people whose language nobody knows here.
 */
MissingNote noteOf(const Attachment& attachment);

/** The same of an item that could not be read whole. */
MissingNote noteOfIncompleteItem();

} // namespace staffelstab::mail::mapi
