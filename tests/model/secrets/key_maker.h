// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/** Makes keys, certificates and PKCS#12 files for one test with the openssl program. */
class KeyMaker
{
public:
    struct Wish
    {
        /** As for `openssl req -newkey`: "rsa:2048" or "ec". */
        QString algorithm = QStringLiteral("ec");
        /** Empty: no such extension. */
        QString keyUsage = {};
        bool isExpired = false;
        /** Somebody's own, not an authority's. */
        bool isOfPerson = false;
        QByteArray passphrase = "supervisor";
        /** More arguments of `openssl pkcs12 -export`. */
        QStringList exportOptions = {};
    };
    struct Keys
    {
        QByteArray certificatePem;
        QByteArray certificateDer;
        QByteArray pkcs12;
    };

    /** Fails the running test if openssl does. */
    Keys make(const Wish& wish);

private:
    QByteArray run(const QStringList& arguments);
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
};
