// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_suggestion.h"

#include <algorithm>

namespace staffelstab::files {

namespace {

using Kind = FileItem::Kind;

/** Half the files or more, and a few at least, make a collection. */
constexpr quint32 leastCollected = 5;

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ');
}

bool isOneOf(const QString& name, const QStringList& list)
{
    return list.contains(name);
}

/** "Fotos 2025" and "meine-fotos" count, "Fotosynthese" does not. */
bool hasWord(const QString& name, const QStringList& list)
{
    QString spaced = name;
    for (QChar& letter : spaced) {
        if (!letter.isLetter()) {
            letter = u' ';
        }
    }
    const QStringList parts = spaced.split(u' ', Qt::SkipEmptyParts);
    return std::any_of(parts.begin(), parts.end(), [&list](const QString& part) { return list.contains(part); });
}

struct NameRule
{
    QStringList words;
    FileSuggestion suggestion;
};

const std::vector<NameRule>& nameRules()
{
    static const std::vector<NameRule> rules{
        {words("betriebsrat personalrat betriebsarzt schwerbehindertenvertretung gewerkschaft gleichstellung "
               "worksCouncil"),
         {Verdict::Protected, FileReason::ProtectedName}},
        {words("privat private privates persönlich persoenlich personal familie family urlaub hochzeit kinder verein "
               "bewerbung bewerbungen lebenslauf steuer steuererklärung"),
         {Verdict::Private, FileReason::PrivateName}},
        {words("projekt projekte project projects kunde kunden angebot angebote rechnung rechnungen vertrag verträge "
               "protokolle firma dienstlich geschäftlich"),
         {Verdict::Business, FileReason::BusinessName}},
    };
    return rules;
}

const QStringList& cloudNames()
{
    static const QStringList names = words("dropbox nextcloud owncloud onedrive icloud icloud~drive icloud-drive "
                                           "googledrive google-drive magentacloud pcloud mega syncthing");
    return names;
}

/** Names that firms give to synchronised folders of their own: "OneDrive - Firma GmbH". */
bool isCompanyCloud(const QString& name)
{
    return name.startsWith(QStringLiteral("onedrive - ")) || name.startsWith(QStringLiteral("sharepoint"));
}

/** How many of the files right here end like this. */
quint32 countEndings(const FileTable& table, const FileItem& folder, const QStringList& endings)
{
    quint32 count = 0;
    for (Item child = folder.firstChild; child < folder.firstChild + folder.children; ++child) {
        const QByteArray& name = table.at(child).name;
        const QString ending = QString::fromUtf8(name.mid(name.lastIndexOf('.') + 1)).toLower();
        count += table.at(child).kind == Kind::File && endings.contains(ending) ? 1U : 0U;
    }
    return count;
}

quint32 filesRightHere(const FileTable& table, const FileItem& folder)
{
    quint32 count = 0;
    for (Item child = folder.firstChild; child < folder.firstChild + folder.children; ++child) {
        count += table.at(child).kind == Kind::File ? 1U : 0U;
    }
    return count;
}

bool hasChild(const FileTable& table, const FileItem& folder, const QByteArrayList& names)
{
    for (Item child = folder.firstChild; child < folder.firstChild + folder.children; ++child) {
        if (names.contains(table.at(child).name)) {
            return true;
        }
    }
    return false;
}

std::optional<FileSuggestion> byContent(const FileTable& table, const FileItem& folder)
{
    static const QByteArrayList projectMarks{".git",         ".svn",    ".hg",       "CMakeLists.txt",
                                             "package.json", "pom.xml", "Cargo.toml"};
    if (hasChild(table, folder, projectMarks)) {
        return FileSuggestion{Verdict::Business, FileReason::ProjectFolder};
    }
    static const QStringList photos = words("jpg jpeg heic heif raw cr2 nef arw dng mov mp4");
    static const QStringList music = words("mp3 flac m4a ogg opus wma aac");
    const quint32 here = filesRightHere(table, folder);
    if (const quint32 count = countEndings(table, folder, photos); count >= leastCollected && count * 2 >= here) {
        return FileSuggestion{Verdict::Private, FileReason::Photos};
    }
    if (const quint32 count = countEndings(table, folder, music); count >= leastCollected && count * 2 >= here) {
        return FileSuggestion{Verdict::Private, FileReason::Music};
    }
    return std::nullopt;
}

} // namespace

std::optional<FileSuggestion> suggestionFor(const FileTable& table, Item item)
{
    const FileItem& one = table.at(item);
    const QString name = table.nameOf(item).toLower();
    if (one.kind == Kind::MountPoint) {
        return FileSuggestion{Verdict::Business, FileReason::SharedDrive};
    }
    if ((one.kind != Kind::Folder && one.kind != Kind::File) || table.isRoot(item)) {
        return std::nullopt;
    }
    for (const NameRule& rule : nameRules()) {
        if (hasWord(name, rule.words)) {
            return rule.suggestion;
        }
    }
    if (one.kind == Kind::File) {
        return std::nullopt;
    }
    if (isCompanyCloud(name)) {
        return FileSuggestion{Verdict::Business, FileReason::CloudFolder};
    }
    if (isOneOf(name, cloudNames())) {
        return FileSuggestion{Verdict::Private, FileReason::CloudFolder};
    }
    return byContent(table, one);
}

std::vector<std::pair<Item, FileSuggestion>> suggestions(const FileTable& table)
{
    std::vector<std::pair<Item, FileSuggestion>> found;
    std::vector<bool> isCovered(table.size());
    for (Item item = 0; item < table.size(); ++item) {
        if (!table.isRoot(item) && isCovered[table.at(item).parent]) {
            isCovered[item] = true;
        } else if (const auto suggestion = suggestionFor(table, item)) {
            isCovered[item] = true;
            found.emplace_back(item, *suggestion);
        }
    }
    return found;
}

} // namespace staffelstab::files
