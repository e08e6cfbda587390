// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_store.h"

#include "core/sha256.h"

#include <QDir>
#include <QtEndian>

namespace staffelstab::mail {

QByteArray fingerprintOf(QByteArrayView header, qint64 bytes)
{
    char size[sizeof(qint64)];
    qToBigEndian(bytes, size);
    Sha256 hash;
    hash.add(QByteArrayView(size, sizeof size));
    hash.add(header);
    return hash.finish();
}

QString describe(const MailboxSource& source)
{
    if (source.kind != StoreKind::Imap) {
        return QDir::toNativeSeparators(source.path);
    }
    const bool isIpv6 = source.host.contains(QLatin1Char(':'));
    const QString host = isIpv6 ? QStringLiteral("[%1]").arg(source.host) : source.host;
    return QStringLiteral("imap://%1@%2:%3").arg(source.user, host, QString::number(source.port));
}

} // namespace staffelstab::mail
