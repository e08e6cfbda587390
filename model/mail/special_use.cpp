// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/special_use.h"

#include <QHash>
#include <QSet>

namespace staffelstab::mail {

namespace {

QHash<QString, SpecialUse> knownNames()
{
    QHash<QString, SpecialUse> names;
    const auto add = [&names](SpecialUse use, std::initializer_list<const char16_t*> spellings) {
        for (const char16_t* spelling : spellings) {
            names.insert(QString::fromUtf16(spelling), use);
        }
    };
    add(SpecialUse::Inbox, {u"inbox", u"posteingang", u"eingang"});
    add(SpecialUse::Sent,
        {u"sent", u"sent items", u"sent mail", u"sent messages", u"sent-mail", u"outbox-sent", u"gesendet",
         u"gesendete elemente", u"gesendete objekte", u"gesendete nachrichten", u"gesendete mails", u"postausgang"});
    add(SpecialUse::Drafts, {u"draft", u"drafts", u"entwurf", u"entwürfe", u"entwuerfe"});
    add(SpecialUse::Trash,
        {u"trash", u"deleted", u"deleted items", u"deleted messages", u"bin", u"papierkorb", u"gelöscht",
         u"gelöschte elemente", u"gelöschte objekte", u"gelöschte nachrichten", u"mülleimer"});
    add(SpecialUse::Junk, {u"junk", u"junk e-mail", u"junk email", u"junk-e-mail", u"junk mail", u"spam",
                           u"spamverdacht", u"unerwünscht", u"unerwünschte werbung", u"bulk mail"});
    add(SpecialUse::Archive, {u"archive", u"archives", u"archiv", u"all mail", u"alle nachrichten"});
    return names;
}

} // namespace

SpecialUse specialUseOf(QStringView path)
{
    static const QHash<QString, SpecialUse> names = knownNames();
    const QStringView last = path.sliced(path.lastIndexOf(QLatin1Char('/')) + 1);
    const SpecialUse use =
        names.value(last.toString().normalized(QString::NormalizationForm_C).toLower(), SpecialUse::None);
    // Only the mailbox itself is an inbox, whatever its folders are called.
    return use == SpecialUse::Inbox && last.size() != path.size() ? SpecialUse::None : use;
}

void makePathsUnique(std::vector<Folder>& folders)
{
    QSet<QString> taken;
    for (Folder& folder : folders) {
        const QString path = folder.path;
        for (int number = 2; taken.contains(folder.path); ++number) {
            folder.path = QStringLiteral("%1 (%2)").arg(path).arg(number);
        }
        taken.insert(folder.path);
    }
}

Status keepWanted(std::vector<Folder>& folders, const QStringList& wanted)
{
    if (wanted.isEmpty()) {
        return Done{};
    }
    for (const QString& path : wanted) {
        const auto isIt = [&path](const Folder& folder) { return folder.path == path; };
        if (std::none_of(folders.begin(), folders.end(), isIt)) {
            return Failure{Failure::Kind::FolderGone, path, {}};
        }
    }
    std::erase_if(folders, [&wanted](const Folder& folder) { return !wanted.contains(folder.path); });
    return Done{};
}

} // namespace staffelstab::mail
