// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/missing_note.h"

#include "mail/mapi/message_builder.h"
#include "mail/mapi/property_ids.h"

namespace staffelstab::mail::mapi {

namespace {

/** A path that a person may need to find the file; empty if there is none. */
QString pathOf(const PropertyBag& p)
{
    const QString path = p.text(id::attachLongPathname).trimmed();
    return path.isEmpty() ? path : path.left(1000) + QStringLiteral("\r\n");
}

QString reasonOf(Attachment::Kind kind)
{
    switch (kind) {
    case Attachment::Kind::Reference:
        return QStringLiteral("Outlook hat nur einen Verweis auf diese Datei gespeichert, nicht die Datei selbst.\r\n"
                              "Outlook stored only a link to this file, not the file itself.\r\n");
    case Attachment::Kind::Ole:
        return QStringLiteral("Dieses eingebettete Objekt (OLE) kann nur Outlook selbst zeigen.\r\n"
                              "This embedded object (OLE) can only be shown by Outlook itself.\r\n");
    default:
        return QStringLiteral("Dieser Anhang ließ sich nicht lesen: Die Outlook-Datei ist dort beschädigt.\r\n"
                              "This attachment could not be read: the Outlook file is damaged there.\r\n");
    }
}

} // namespace

MissingNote noteOf(const Attachment& attachment)
{
    const QString name = attachmentName(attachment);
    return {name + QStringLiteral(" (fehlt, missing).txt"), name + QStringLiteral("\r\n") +
                                                                pathOf(attachment.properties) + QStringLiteral("\r\n") +
                                                                reasonOf(attachment.kind)};
}

MissingNote noteOfIncompleteItem()
{
    return {QStringLiteral("unvollständig, incomplete.txt"),
            QStringLiteral("Ein Teil dieser Nachricht ließ sich nicht lesen: Die Outlook-Datei ist dort beschädigt.\r\n"
                           "A part of this message could not be read: the Outlook file is damaged there.\r\n")};
}

} // namespace staffelstab::mail::mapi
