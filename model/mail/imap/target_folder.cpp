// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/target_folder.h"

#include "mail/imap/folder_scan.h"
#include "mail/imap/message_key.h"
#include "mail/modified_utf7.h"

#include <QHashFunctions>
#include <QtEndian>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

namespace {

/** More messages that look alike than anybody has; each one is read to be told apart. */
constexpr std::size_t mostCandidates = 200;

quint64 keyOf(const QByteArray& fingerprint)
{
    return fingerprint.size() < 8 ? 0 : qFromBigEndian<quint64>(fingerprint.constData());
}

quint64 idKeyOf(const QByteArray& messageId)
{
    return qHash(messageId, size_t{0});
}

class PlaceSink : public ResponseSink
{
public:
    void ownNamespace(const QByteArray& prefix) override { own = prefix; }
    void foreignNamespaces(const QByteArrayList& prefixes) override { foreign = prefixes; }
    void listed(const ListedMailbox& mailbox) override { delimiter = mailbox.delimiter; }
    QByteArray own;
    QByteArrayList foreign;
    char delimiter = 0;
};

/** The server's name for a folder given by its levels. */
Result<QByteArray> rawNameOf(Session& session, const QStringList& levels)
{
    PlaceSink sink;
    Connection& connection = *session.connection;
    if (session.can("NAMESPACE")) {
        if (Result<StatusLine> answer = connection.run(Command("NAMESPACE"), sink); !answer) {
            return answer.failure();
        }
    }
    if (Result<StatusLine> answer = connection.run(Command("LIST \"\" \"\""), sink); !answer) {
        return answer.failure();
    }
    QByteArrayList names;
    for (QString level : levels) {
        for (QChar& letter : level) {
            const bool isDelimiter = sink.delimiter != 0 && letter == QLatin1Char(sink.delimiter);
            letter = !letter.isPrint() || isDelimiter || letter == u'*' || letter == u'%' ? QChar(u'-') : letter;
        }
        names << (session.isUtf8 ? level.toUtf8() : encodeModifiedUtf7(level));
    }
    // Where there is no hierarchy a dash must do.
    const QByteArray name = names.join(sink.delimiter == 0 ? '-' : sink.delimiter);
    const auto isBelow = [&name](const QByteArray& prefix) { return !prefix.isEmpty() && name.startsWith(prefix); };
    const bool isPlaced = isBelow(sink.own) || std::any_of(sink.foreign.begin(), sink.foreign.end(), isBelow) ||
                          name.compare("INBOX", Qt::CaseInsensitive) == 0;
    return isPlaced ? name : sink.own + name;
}

/** Opens the folder, makes it if it is not there. */
struct Opening
{
    Status run(Session& session)
    {
        Result<QByteArray> name = rawNameOf(session, levels);
        if (!name) {
            return name.failure();
        }
        folder.rawName = *name;
        folder.path = levels.join(u'/');
        Status opened = openFolder(session, folder, false);
        if (!opened && !session.connection->isBroken() && opened.failure().kind != Kind::Cancelled) {
            opened = make(session);
        }
        uidValidity = opened ? session.open.uidValidity : 0;
        return opened;
    }

    Status make(Session& session) const
    {
        ResponseSink nobody;
        Result<StatusLine> made = session.connection->run(std::move(Command("CREATE ").string(folder.rawName)), nobody);
        if (!made) {
            return made.failure();
        }
        if (made->kind != StatusLine::Kind::Ok && made->code != "ALREADYEXISTS") {
            return refusal(*made, Kind::NotPermitted, folder.path);
        }
        // So that mail programs show it; a server that will not remember it is no reason to stop.
        Result<StatusLine> shown =
            session.connection->run(std::move(Command("SUBSCRIBE ").string(folder.rawName)), nobody);
        return shown ? openFolder(session, folder, false) : Status(shown.failure());
    }

    [[nodiscard]] static qint64 progress() { return 0; }

    const QStringList& levels;
    Folder folder;
    quint32 uidValidity = 0;
};

} // namespace

/** Puts what the scan finds into the index. */
class TargetFolder::Filler : public ScanSink
{
public:
    explicit Filler(TargetFolder& folder) : m_folder(folder) {}
    void folderBegins(int, const Folder&) override {}
    void message(int, ScannedMessage&& message) override
    {
        const std::optional<UidKey> key = parseMessageKey(message.key);
        if (!key || !m_seen.insert(key->uid).second) {
            return;
        }
        uidValidity = key->uidValidity;
        nextUid = std::max(nextUid, key->uid + 1);
        const quint64 print = keyOf(message.fingerprint);
        m_folder.m_byPrint.insert({print, {key->uid, message.bytes, message.fingerprint}});
        if (const QByteArray id = messageIdOf(message.header); !id.isEmpty()) {
            m_folder.m_byId.insert({idKeyOf(id), {print, key->uid}});
        }
    }
    void unreadable(int, UnreadableMessage&& message) override
    {
        if (message.key.isEmpty()) {
            failure = message.why;
        }
    }

    quint32 uidValidity = 0;
    quint32 nextUid = 1;
    std::optional<Failure> failure;

private:
    TargetFolder& m_folder;
    std::set<quint32> m_seen;
};

Result<TargetFolder> TargetFolder::open(SessionKeeper& sessions, const QStringList& levels, JobContext& job)
{
    Opening opening{levels, {}, 0};
    if (Status opened = sessions.run(job, opening); !opened) {
        return opened.failure();
    }
    TargetFolder target;
    target.m_folder = opening.folder;
    target.m_uidValidity = opening.uidValidity;
    if (Status looked = target.lookAgain(sessions, job); !looked) {
        return looked.failure();
    }
    return target;
}

Status TargetFolder::lookAgain(SessionKeeper& sessions, JobContext& job)
{
    Filler filler(*this);
    FolderScan scan(std::span(&m_folder, 1), filler, job, m_nextUid);
    if (Status done = sessions.run(job, scan); !done) {
        return done;
    }
    if (filler.failure) {
        return *filler.failure;
    }
    if (filler.uidValidity != 0 && filler.uidValidity != m_uidValidity) {
        return Failure{Kind::FolderChanged, m_folder.path, {}};
    }
    m_nextUid = std::max(m_nextUid, filler.nextUid);
    return Done{};
}

std::vector<TargetMessage> TargetFolder::candidates(const MessagePrint& print) const
{
    std::vector<TargetMessage> found;
    const auto [first, last] = m_byPrint.equal_range(keyOf(print.fingerprint));
    for (auto entry = first; entry != last && found.size() < mostCandidates; ++entry) {
        if (entry->second.fingerprint == print.fingerprint) {
            found.push_back(entry->second);
        }
    }
    if (print.messageId.isEmpty()) {
        return found;
    }
    const auto [firstId, lastId] = m_byId.equal_range(idKeyOf(print.messageId));
    for (auto id = firstId; id != lastId && found.size() < mostCandidates; ++id) {
        const auto [from, to] = m_byPrint.equal_range(id->second.first);
        const auto same = std::find_if(from, to, [id](const auto& e) { return e.second.uid == id->second.second; });
        if (same != to && same->second.fingerprint != print.fingerprint) {
            found.push_back(same->second);
        }
    }
    return found;
}

void TargetFolder::take(const TargetMessage& message)
{
    const auto [first, last] = m_byPrint.equal_range(keyOf(message.fingerprint));
    const auto found =
        std::find_if(first, last, [&message](const auto& entry) { return entry.second.uid == message.uid; });
    if (found != last) {
        m_byPrint.erase(found);
    }
}

MessageRef TargetFolder::refOf(const TargetMessage& message) const
{
    return {messageKey(m_uidValidity, message.uid), message.fingerprint, message.bytes};
}

} // namespace staffelstab::mail::imap
