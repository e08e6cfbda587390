// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/folder_list.h"

#include "mail/modified_utf7.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace staffelstab::mail::imap {

namespace {

using Kind = Failure::Kind;

bool isInbox(const QByteArray& rawName)
{
    return rawName.compare("INBOX", Qt::CaseInsensitive) == 0;
}

SpecialUse useByAttribute(const ListedMailbox& mailbox)
{
    struct Meaning
    {
        const char* attribute;
        SpecialUse use;
    };
    static constexpr Meaning meanings[] = {{"\\sent", SpecialUse::Sent},
                                           {"\\drafts", SpecialUse::Drafts},
                                           {"\\trash", SpecialUse::Trash},
                                           {"\\junk", SpecialUse::Junk},
                                           {"\\archive", SpecialUse::Archive}};
    for (const Meaning& meaning : meanings) {
        if (mailbox.attributes.contains(meaning.attribute)) {
            return meaning.use;
        }
    }
    return SpecialUse::None;
}

/** For servers without RFC 6154: the names that common programs in English and German give these folders. */
SpecialUse useByName(const QString& path)
{
    static const std::map<QString, SpecialUse> names = {
        {QStringLiteral("sent"), SpecialUse::Sent},
        {QStringLiteral("sent items"), SpecialUse::Sent},
        {QStringLiteral("sent messages"), SpecialUse::Sent},
        {QStringLiteral("gesendet"), SpecialUse::Sent},
        {QStringLiteral("gesendete objekte"), SpecialUse::Sent},
        {QStringLiteral("gesendete elemente"), SpecialUse::Sent},
        {QStringLiteral("drafts"), SpecialUse::Drafts},
        {QStringLiteral("entwürfe"), SpecialUse::Drafts},
        {QStringLiteral("trash"), SpecialUse::Trash},
        {QStringLiteral("deleted items"), SpecialUse::Trash},
        {QStringLiteral("deleted messages"), SpecialUse::Trash},
        {QStringLiteral("papierkorb"), SpecialUse::Trash},
        {QStringLiteral("gelöschte objekte"), SpecialUse::Trash},
        {QStringLiteral("gelöschte elemente"), SpecialUse::Trash},
        {QStringLiteral("junk"), SpecialUse::Junk},
        {QStringLiteral("junk e-mail"), SpecialUse::Junk},
        {QStringLiteral("spam"), SpecialUse::Junk},
        {QStringLiteral("archive"), SpecialUse::Archive},
        {QStringLiteral("archiv"), SpecialUse::Archive},
    };
    // "INBOX/Sent" is the same as "Sent" where everything lives below the inbox.
    QString name = path.toLower();
    if (name.startsWith(QLatin1String("inbox/"))) {
        name.remove(0, 6);
    }
    const auto known = names.find(name);
    return known == names.end() ? SpecialUse::None : known->second;
}

class ListSink : public ResponseSink
{
public:
    void listed(const ListedMailbox& mailbox) override { mailboxes.push_back(mailbox); }
    void foreignNamespaces(const QByteArrayList& prefixes) override { foreign = prefixes; }
    void mailboxStatus(const QByteArray& name, quint64 messages) override
    {
        counts[isInbox(name) ? QByteArray("INBOX") : name] = static_cast<qint64>(messages);
    }

    std::vector<ListedMailbox> mailboxes;
    QByteArrayList foreign;
    std::map<QByteArray, qint64> counts;
};

Status askForList(Session& session, ListSink& sink)
{
    Connection& connection = *session.connection;
    if (session.can("NAMESPACE")) {
        if (Result<StatusLine> answer = connection.run(Command("NAMESPACE"), sink); !answer) {
            return answer.failure();
        }
    }
    const bool isExtended = session.can("LIST-EXTENDED") && session.can("SPECIAL-USE");
    Result<StatusLine> answer =
        connection.run(Command(isExtended ? "LIST \"\" \"*\" RETURN (SPECIAL-USE)" : "LIST \"\" \"*\""), sink);
    if (answer && answer->kind != StatusLine::Kind::Ok && isExtended) {
        sink.mailboxes.clear();
        answer = connection.run(Command("LIST \"\" \"*\""), sink);
    }
    if (!answer) {
        return answer.failure();
    }
    if (answer->kind != StatusLine::Kind::Ok) {
        return refusal(*answer, Kind::ServerRefused, connection.host());
    }
    return Done{};
}

bool isForeign(const QByteArray& rawName, const ListSink& sink, char delimiter)
{
    return std::any_of(sink.foreign.begin(), sink.foreign.end(), [&](const QByteArray& prefix) {
        // An empty prefix of a shared namespace would take in everything, one's own folders too.
        const QByteArray root = prefix.endsWith(delimiter) ? prefix.chopped(1) : prefix;
        return !root.isEmpty() && (rawName == root || rawName.startsWith(root + delimiter));
    });
}

bool canBeOpened(const ListedMailbox& mailbox)
{
    return !mailbox.attributes.contains("\\noselect") && !mailbox.attributes.contains("\\nonexistent");
}

Result<std::vector<Folder>> chosen(const ListSink& sink, const QStringList& wanted, const Session& session)
{
    const QString& host = session.connection->host();
    std::vector<Folder> folders;
    QSet<QByteArray> seen;
    for (const ListedMailbox& mailbox : sink.mailboxes) {
        if (!isSafeName(mailbox.name) || mailbox.name.isEmpty()) {
            return Failure{Kind::ProtocolError, host,
                           QStringLiteral("a folder name with a line break, NUL or nothing")};
        }
        const QString path = folderPath(mailbox.name, mailbox.delimiter, session.isUtf8);
        const bool isWanted =
            wanted.isEmpty() ? !isForeign(mailbox.name, sink, mailbox.delimiter) : wanted.contains(path);
        if (isWanted && canBeOpened(mailbox) && !seen.contains(mailbox.name)) {
            seen.insert(mailbox.name);
            folders.push_back(
                {path, mailbox.name, isInbox(mailbox.name) ? SpecialUse::Inbox : useByAttribute(mailbox), -1});
        }
    }
    for (const QString& path : wanted) {
        if (std::none_of(folders.begin(), folders.end(),
                         [&path](const Folder& folder) { return folder.path == path; })) {
            return Failure{Kind::FolderGone, path, {}};
        }
    }
    return folders;
}

void guessUses(const ListSink& sink, std::vector<Folder>& folders)
{
    const bool isTold = std::any_of(sink.mailboxes.begin(), sink.mailboxes.end(), [](const ListedMailbox& mailbox) {
        return useByAttribute(mailbox) != SpecialUse::None;
    });
    for (Folder& folder : folders) {
        if (!isTold && folder.use == SpecialUse::None) {
            folder.use = useByName(folder.path);
        }
    }
}

/** STATUS for every folder, some at a time; a folder whose count is refused keeps -1. */
Status count(Session& session, ListSink& sink, std::vector<Folder>& folders)
{
    constexpr std::size_t inFlight = 16;
    std::vector<QByteArray> tags;
    for (std::size_t i = 0; i < folders.size() + inFlight; ++i) {
        if (i < folders.size()) {
            Command command("STATUS ");
            command.string(folders[i].rawName).text(" (MESSAGES)");
            Result<QByteArray> tag = session.connection->send(command, sink);
            if (!tag) {
                return tag.failure();
            }
            tags.push_back(*tag);
        }
        if (i >= inFlight && i - inFlight < folders.size()) {
            if (Result<StatusLine> answer = session.connection->finish(tags[i - inFlight], sink); !answer) {
                return answer.failure();
            }
        }
    }
    for (Folder& folder : folders) {
        const auto found = sink.counts.find(isInbox(folder.rawName) ? QByteArray("INBOX") : folder.rawName);
        folder.messages = found == sink.counts.end() ? -1 : found->second;
    }
    return Done{};
}

} // namespace

QString folderPath(const QByteArray& rawName, char delimiter, bool isUtf8)
{
    QStringList levels;
    for (const QByteArray& level : delimiter == '\0' ? QByteArrayList{rawName} : rawName.split(delimiter)) {
        const bool isAscii = std::all_of(level.begin(), level.end(), [](char byte) { return byte > 0; });
        const std::optional<QString> decoded = isAscii && !isUtf8 ? decodeModifiedUtf7(level) : std::nullopt;
        QString text = decoded ? *decoded : QString::fromUtf8(level);
        levels << text.replace(QLatin1Char('/'), QChar(0x2215));
    }
    if (levels.first().compare(QLatin1String("INBOX"), Qt::CaseInsensitive) == 0) {
        levels.first() = QStringLiteral("INBOX");
    }
    return levels.join(QLatin1Char('/'));
}

Result<std::vector<Folder>> listFolders(Session& session, const QStringList& wanted)
{
    ListSink sink;
    if (Status listed = askForList(session, sink); !listed) {
        return listed.failure();
    }
    Result<std::vector<Folder>> folders = chosen(sink, wanted, session);
    if (!folders) {
        return folders.failure();
    }
    guessUses(sink, *folders);
    if (Status counted = count(session, sink, *folders); !counted) {
        return counted.failure();
    }
    return folders;
}

Result<LabelFolders> labelFolders(Session& session)
{
    ListSink sink;
    if (Status listed = askForList(session, sink); !listed) {
        return listed.failure();
    }
    LabelFolders found;
    for (const ListedMailbox& mailbox : sink.mailboxes) {
        const bool isOwn = !isForeign(mailbox.name, sink, mailbox.delimiter);
        if (!isOwn || !canBeOpened(mailbox) || !isSafeName(mailbox.name) || mailbox.name.isEmpty()) {
            continue;
        }
        const QString path = folderPath(mailbox.name, mailbox.delimiter, session.isUtf8);
        if (!found.trash && mailbox.attributes.contains("\\trash")) {
            found.trash = Folder{path, mailbox.name, SpecialUse::Trash, -1};
        } else if (!found.all && mailbox.attributes.contains("\\all")) {
            found.all = Folder{path, mailbox.name, SpecialUse::None, -1};
        }
    }
    return found;
}

} // namespace staffelstab::mail::imap
