// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace staffelstab::mail {

/**
 * Mailbox names of IMAP (RFC 3501 section 5.1.3), also used on disk by Dovecot's Maildir++.
 * Nothing if the bytes are not valid modified UTF-7: the caller then shows them as they are.
 */
std::optional<QString> decodeModifiedUtf7(QByteArrayView name);

/** The one spelling RFC 3501 allows for `name`. */
QByteArray encodeModifiedUtf7(QStringView name);

/** A folder's name on disk to be shown: modified UTF-7 as Dovecot and Thunderbird write it, else UTF-8. */
QString readableFolderName(const QByteArray& rawName);

} // namespace staffelstab::mail
