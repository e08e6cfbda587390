// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/local_mailboxes.h"

#include "mail/thunderbird/profile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace staffelstab::mail {

namespace {

using Program = LocalMailbox::Program;

LocalMailbox found(Program program, const QString& name, StoreKind kind, const QString& path)
{
    LocalMailbox mailbox{program, name, {}};
    mailbox.source.kind = kind;
    mailbox.source.path = QDir::cleanPath(path);
    return mailbox;
}

void addThunderbird(const QString& home, std::vector<LocalMailbox>& list)
{
    static const QStringList places{
        QStringLiteral(".thunderbird"), QStringLiteral("snap/thunderbird/common/.thunderbird"),
        QStringLiteral(".var/app/org.mozilla.Thunderbird/.thunderbird"), QStringLiteral("AppData/Roaming/Thunderbird"),
        QStringLiteral("Library/Thunderbird")};
    for (const QString& place : places) {
        for (const ThunderbirdProfile& profile : thunderbirdProfiles(home + QLatin1Char('/') + place)) {
            // A profile that was never used has no mail folder.
            if (thunderbirdAccounts(profile.path)) {
                list.push_back(found(Program::Thunderbird, profile.name, StoreKind::Thunderbird, profile.path));
            }
        }
    }
}

void addOutlook(const QString& home, std::vector<LocalMailbox>& list)
{
    static const QStringList places{QStringLiteral("Documents/Outlook Files"),
                                    QStringLiteral("Documents/Outlook-Dateien"),
                                    QStringLiteral("Dokumente/Outlook-Dateien"),
                                    QStringLiteral("Documents"),
                                    QStringLiteral("Dokumente"),
                                    QStringLiteral("AppData/Local/Microsoft/Outlook")};
    for (const QString& place : places) {
        const QDir folder(home + QLatin1Char('/') + place);
        const QFileInfoList files =
            folder.entryInfoList({QStringLiteral("*.pst"), QStringLiteral("*.ost")}, QDir::Files);
        for (const QFileInfo& file : files) {
            list.push_back(found(Program::Outlook, file.fileName(), StoreKind::Pst, file.filePath()));
        }
    }
}

/** A Maildir itself, or one a level below as KMail's resources have it. */
bool holdsMaildir(const QString& path)
{
    if (QFileInfo(path + QStringLiteral("/cur")).isDir()) {
        return true;
    }
    const QFileInfoList below = QDir(path).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    return std::any_of(below.begin(), below.end(),
                       [](const QFileInfo& one) { return QFileInfo(one.filePath() + QStringLiteral("/cur")).isDir(); });
}

/**
 * KMail keeps mbox files beside its Maildirs, older versions of Evolution and many others nothing else. Only what can
 * be read and surely begins as one counts, and of a folder with many files only the first are looked into: it may be
 * one of documents, or of another program's mail.
 */
bool holdsMbox(const QString& path)
{
    constexpr int mostFiles = 2'000;
    QDirIterator files(path, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    for (int seen = 0; files.hasNext() && seen < mostFiles; ++seen) {
        QFile file(files.next());
        static const QStringList ofMaildir{QStringLiteral("cur"), QStringLiteral("new"), QStringLiteral("tmp")};
        if (ofMaildir.contains(files.fileInfo().dir().dirName())) {
            continue;
        }
        if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && file.read(5) == "From ") {
            return true;
        }
    }
    return false;
}

void addMaildirs(const QString& home, std::vector<LocalMailbox>& list)
{
    static const std::pair<Program, QString> places[] = {
        {Program::KMail, QStringLiteral(".local/share/local-mail")},
        {Program::KMail, QStringLiteral(".local/share/akonadi_maildir_resource_0")},
        {Program::KMail, QStringLiteral(".kde/share/apps/kmail/mail")},
        {Program::Other, QStringLiteral("Mail")},
        {Program::Evolution, QStringLiteral(".local/share/evolution/mail/local")},
        {Program::Evolution, QStringLiteral(".evolution/mail/local")},
        {Program::Evolution, QStringLiteral(".var/app/org.gnome.Evolution/data/evolution/mail/local")},
        {Program::Other, QStringLiteral("Maildir")}};
    for (const auto& [program, place] : places) {
        const QString path = home + QLatin1Char('/') + place;
        if (holdsMaildir(path)) {
            list.push_back(found(program, QFileInfo(path).fileName(), StoreKind::Maildir, path));
        }
        if (holdsMbox(path)) {
            list.push_back(
                found(program, QFileInfo(path).fileName() + QStringLiteral(" (mbox)"), StoreKind::Mbox, path));
        }
    }
    if (const QFileInfo mbox(home + QStringLiteral("/mbox")); mbox.isFile() && mbox.size() > 0) {
        list.push_back(found(Program::Other, mbox.fileName(), StoreKind::Mbox, mbox.filePath()));
    }
}

} // namespace

std::vector<LocalMailbox> findLocalMailboxes(const QString& home)
{
    std::vector<LocalMailbox> list;
    addThunderbird(home, list);
    addOutlook(home, list);
    addMaildirs(home, list);
    return list;
}

} // namespace staffelstab::mail
