// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/thunderbird/profile.h"

#include "core/atomic_file.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace staffelstab::mail {

namespace {

constexpr qint64 settingsLimit = 16L * 1024 * 1024;

/** Settings of prefs.js: user_pref("name", "text"); on one line each. Numbers and truth values are not needed. */
QHash<QString, QString> readPreferences(const QByteArray& text)
{
    QHash<QString, QString> values;
    for (const QByteArray& raw : text.split('\n')) {
        const QString line = QString::fromUtf8(raw).trimmed();
        if (!line.startsWith(QLatin1String("user_pref(\"")) || !line.endsWith(QLatin1String("\");"))) {
            continue;
        }
        const qsizetype nameEnd = line.indexOf(u'"', 11);
        const qsizetype valueBegin = line.indexOf(u'"', nameEnd + 1);
        if (nameEnd < 0 || valueBegin < 0 || valueBegin + 3 > line.size() - 3) {
            continue;
        }
        QString value = line.mid(valueBegin + 1, line.size() - 3 - valueBegin - 1);
        value.replace(QLatin1String("\\\""), QLatin1String("\"")).replace(QLatin1String("\\\\"), QLatin1String("\\"));
        values.insert(line.mid(11, nameEnd - 11), value);
    }
    return values;
}

QString folderOfServer(const QHash<QString, QString>& settings, const QString& server, const QString& profile)
{
    const QString relative = settings.value(server + QStringLiteral("directory-rel"));
    static const QLatin1String inProfile("[ProfD]");
    if (relative.startsWith(inProfile)) {
        QString path = profile + QLatin1Char('/') + QDir::cleanPath(relative.mid(inProfile.size()));
        if (QFileInfo(path).isDir()) {
            return path;
        }
    }
    const QString absolute = settings.value(server + QStringLiteral("directory"));
    return QFileInfo(absolute).isDir() ? absolute : QString();
}

/** A folder of mail that the settings name, such as one on a disk that is not there; empty if they name none. */
QString missingFolder(const QHash<QString, QString>& settings)
{
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        if (setting.key().startsWith(QLatin1String("mail.server.")) &&
            setting.key().endsWith(QLatin1String(".directory")) && !QFileInfo::exists(setting.value())) {
            return setting.value();
        }
    }
    return {};
}

std::vector<ThunderbirdAccount> accountsOfSettings(const QHash<QString, QString>& settings, const QString& profile)
{
    std::vector<ThunderbirdAccount> accounts;
    const QStringList names = settings.value(QStringLiteral("mail.accountmanager.accounts")).split(u',');
    for (const QString& account : names) {
        const QString id = settings.value(QStringLiteral("mail.account.%1.server").arg(account.trimmed()));
        const QString server = QStringLiteral("mail.server.%1.").arg(id);
        const QString path = id.isEmpty() ? QString() : folderOfServer(settings, server, profile);
        const bool isKnown = std::any_of(accounts.begin(), accounts.end(),
                                         [&](const ThunderbirdAccount& one) { return one.path == path; });
        if (path.isEmpty() || isKnown) {
            continue;
        }
        QString name = settings.value(server + QStringLiteral("name"));
        if (name.isEmpty()) {
            name = settings.value(server + QStringLiteral("hostname"));
        }
        const QString store = settings.value(server + QStringLiteral("storeContractID"));
        accounts.push_back(
            {name.isEmpty() ? QFileInfo(path).fileName() : name, path, store.contains(QLatin1String("maildirstore"))});
    }
    return accounts;
}

/** Without settings: a folder with a subfolder cur somewhere in its first levels is a Maildir. */
bool looksLikeMaildir(const QString& path)
{
    const QFileInfoList folders = QDir(path).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    return std::any_of(folders.begin(), folders.end(), [](const QFileInfo& folder) {
        return QFileInfo(folder.filePath() + QStringLiteral("/cur")).isDir();
    });
}

std::vector<ThunderbirdAccount> accountsOfFolders(const QString& profile)
{
    std::vector<ThunderbirdAccount> accounts;
    for (const QString& kind : {QStringLiteral("Mail"), QStringLiteral("ImapMail")}) {
        const QDir folder(profile + QLatin1Char('/') + kind);
        const QFileInfoList found = folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
        for (const QFileInfo& one : found) {
            accounts.push_back({one.fileName(), one.filePath(), looksLikeMaildir(one.filePath())});
        }
    }
    return accounts;
}

} // namespace

std::vector<ThunderbirdProfile> thunderbirdProfiles(const QString& dataFolder)
{
    std::vector<ThunderbirdProfile> profiles;
    const Result<QByteArray> text = readWhole(dataFolder + QStringLiteral("/profiles.ini"), settingsLimit);
    if (!text) {
        return profiles;
    }
    QHash<QString, QString> section;
    QString title;
    // Since version 68 each installation keeps its own profile under [Install...]; Default=1 is then a leftover.
    QStringList ofInstallations;
    QStringList asStored;
    const auto close = [&] {
        if (title.startsWith(QLatin1String("[Install")) && section.contains(QStringLiteral("Default"))) {
            ofInstallations.append(section.value(QStringLiteral("Default")));
        }
        const QString stored = section.value(QStringLiteral("Path"));
        const bool isRelative = section.value(QStringLiteral("IsRelative")) != QLatin1String("0");
        const QString path = isRelative ? dataFolder + QLatin1Char('/') + stored : stored;
        if (!stored.isEmpty() && QFileInfo(path).isDir()) {
            profiles.push_back({section.value(QStringLiteral("Name"), QFileInfo(path).fileName()),
                                QDir::cleanPath(path), section.value(QStringLiteral("Default")) == QLatin1String("1")});
            asStored.append(stored);
        }
        section.clear();
    };
    for (const QByteArray& raw : text->split('\n')) {
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line.startsWith(u'[')) {
            close();
            title = line;
        } else if (const qsizetype equals = line.indexOf(u'='); equals > 0) {
            section.insert(line.first(equals), line.mid(equals + 1));
        }
    }
    close();
    const auto isOfInstallation = [&](const QString& stored) { return ofInstallations.contains(stored); };
    const bool isKnown = std::any_of(asStored.begin(), asStored.end(), isOfInstallation);
    for (std::size_t i = 0; i < profiles.size() && isKnown; ++i) {
        profiles[i].isDefault = isOfInstallation(asStored[static_cast<qsizetype>(i)]);
    }
    std::stable_sort(profiles.begin(), profiles.end(),
                     [](const auto& a, const auto& b) { return a.isDefault && !b.isDefault; });
    return profiles;
}

Result<std::vector<ThunderbirdAccount>> thunderbirdAccounts(const QString& profile)
{
    const Result<QByteArray> text = readWhole(profile + QStringLiteral("/prefs.js"), settingsLimit);
    const QHash<QString, QString> settings = text ? readPreferences(*text) : QHash<QString, QString>();
    std::vector<ThunderbirdAccount> accounts = accountsOfSettings(settings, profile);
    if (accounts.empty()) {
        accounts = accountsOfFolders(profile);
    }
    if (accounts.empty()) {
        const QString away = missingFolder(settings);
        return away.isEmpty() ? Failure{Failure::Kind::BadInput, profile, QStringLiteral("no Thunderbird profile")}
                              : Failure{Failure::Kind::FileNotFound, away, {}};
    }
    return accounts;
}

bool isThunderbirdOpen(const QString& profile)
{
    // A link to "host:+process" that Thunderbird makes and removes; on other systems a file that is locked.
    const QFileInfo link(profile + QStringLiteral("/lock"));
    if (!link.isSymLink()) {
        return false;
    }
    const qint64 process = link.symLinkTarget().section(u'+', -1).toLongLong();
    return process > 0 && QFileInfo::exists(QStringLiteral("/proc/%1").arg(process));
}

} // namespace staffelstab::mail
