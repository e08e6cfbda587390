// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_values.h"

#include <QFileInfo>
#include <QUrl>

namespace staffelstab::policy {

LocalText readLocalText(TomlTable& table, const QString& key)
{
    if (!table.isTable(key)) {
        const QString text = table.text(key).trimmed();
        return {text, text};
    }
    auto languages = table.table(key);
    LocalText text{languages->text(QStringLiteral("de")).trimmed(), languages->text(QStringLiteral("en")).trimmed()};
    text.de = text.de.isEmpty() ? text.en : text.de;
    text.en = text.en.isEmpty() ? text.de : text.en;
    return text;
}

namespace {

QString found(TomlTable& table, const QString& key, const QString& written, const FilePlace& place)
{
    const QString path = QDir::cleanPath(place.folder.absoluteFilePath(written));
    if (place.isChecked && !QFileInfo(path).isFile()) {
        table.fail(key, QStringLiteral("%1: there is no file %2").arg(key, path));
    }
    return path;
}

} // namespace

QString readPath(TomlTable& table, const QString& key, const FilePlace& place)
{
    const QString path = table.text(key);
    return path.isEmpty() ? QString() : found(table, key, path, place);
}

QStringList readPaths(TomlTable& table, const QString& key, const FilePlace& place)
{
    QStringList paths;
    const QStringList written = table.texts(key);
    for (const QString& path : written) {
        if (path.isEmpty()) {
            table.fail(key, QStringLiteral("%1 holds an empty file name").arg(key));
            continue;
        }
        paths.append(found(table, key, path, place));
    }
    return paths;
}

QStringList readDomains(TomlTable& table, const QString& key)
{
    QStringList domains;
    const QStringList written = table.texts(key);
    for (QString domain : written) {
        domain = domain.trimmed().toLower();
        for (const auto& prefix : {QStringLiteral("*."), QStringLiteral("@")}) {
            domain = domain.startsWith(prefix) ? domain.mid(prefix.size()) : domain;
        }
        if (domain.isEmpty() || domain.contains(u'@') || domain.contains(u' ') || domain.contains(u'*')) {
            table.fail(key, QStringLiteral("%1 must hold names such as firma.example").arg(key));
            continue;
        }
        domains.append(domain);
    }
    return domains;
}

QString readUrl(TomlTable& table, const QString& key, const QStringList& schemes)
{
    const QString text = table.text(key);
    if (text.isEmpty()) {
        return {};
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme()) || !url.userInfo().isEmpty()) {
        table.fail(key, QStringLiteral("%1 must be an address that begins with %2://")
                            .arg(key, schemes.join(QStringLiteral(":// or "))));
    }
    return text;
}

} // namespace staffelstab::policy
