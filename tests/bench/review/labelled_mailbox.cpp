// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/review/labelled_mailbox.h"

#include "separation/addresses.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <optional>

namespace review {

namespace {

constexpr quint32 smallestMailbox = 10;

/** A scanned message on its way into the mailboxes it counts for. */
struct Found
{
    MessageFacts facts;
    QByteArray raw;
    Truth truth = Truth::Business;
    QString mailbox;
};

class RawReader : public mail::MessageReceiver
{
public:
    Status begin(const mail::MessageRef&) override
    {
        bytes.clear();
        return Done{};
    }
    Status piece(QByteArrayView piece) override
    {
        bytes.append(piece);
        return Done{};
    }
    Status end() override { return Done{}; }
    Status failed(const mail::MessageRef&, const Failure&) override { return Done{}; }

    QByteArray bytes;
};

class Collector : public mail::ScanSink
{
public:
    Collector(const Labels& labels, std::vector<Found>& found, std::vector<mail::Folder>& folders)
        : m_labels(labels), m_found(found), m_folders(folders)
    {
    }
    void folderBegins(int, const mail::Folder& folder) override { m_folders.push_back(folder); }
    void message(int folder, mail::ScannedMessage&& message) override
    {
        Found found;
        found.facts = factsOf(std::move(message));
        found.facts.folder = static_cast<quint32>(folder);
        const QByteArray path = m_folders[static_cast<std::size_t>(folder)].rawName + '/' + found.facts.key;
        for (const QByteArray& name : {path, found.facts.key, found.facts.header.messageId,
                                       found.facts.key.mid(found.facts.key.lastIndexOf('/') + 1)}) {
            if (const auto label = m_labels.byName.constFind(name); label != m_labels.byName.cend()) {
                found.truth = *label;
                found.mailbox = m_labels.mailboxes.value(name);
                m_found.push_back(std::move(found));
                return;
            }
        }
    }
    void unreadable(int, mail::UnreadableMessage&&) override {}

private:
    const Labels& m_labels;
    std::vector<Found>& m_found;
    std::vector<mail::Folder>& m_folders;
};

mail::MailboxSource sourceOf(const QString& path)
{
    mail::MailboxSource source;
    source.path = path;
    if (QFileInfo(path).isFile()) {
        const bool isOutlook = path.endsWith(QLatin1String(".pst"), Qt::CaseInsensitive) ||
                               path.endsWith(QLatin1String(".ost"), Qt::CaseInsensitive);
        source.kind = isOutlook ? mail::StoreKind::Pst : mail::StoreKind::Mbox;
    } else {
        source.kind = QDir(path).exists(QStringLiteral("cur")) ? mail::StoreKind::Maildir : mail::StoreKind::Eml;
    }
    return source;
}

/** The address that stands in most headers. */
QString mostMentioned(const std::vector<const Found*>& messages)
{
    std::map<QString, int> counts;
    for (const Found* message : messages) {
        QStringList seen;
        for (const auto* field : {&message->facts.header.from, &message->facts.header.to, &message->facts.header.cc}) {
            for (const mail::Address& person : *field) {
                if (!person.address.isEmpty() && !seen.contains(person.address)) {
                    seen += person.address;
                    ++counts[person.address];
                }
            }
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? QString() : most->first;
}

std::unique_ptr<LabelledMailbox> mailboxOf(const QString& name, const std::vector<const Found*>& messages,
                                           const std::vector<mail::Folder>& folders, const QString& leaver)
{
    auto mailbox = std::make_unique<LabelledMailbox>();
    mailbox->name = name;
    mailbox->context.leaverEmail = leaver.isEmpty() ? mostMentioned(messages) : leaver;
    mailbox->table.setOwnAddresses({mailbox->context.leaverEmail});
    for (const mail::Folder& folder : folders) {
        mailbox->table.addFolder({0, folder});
    }
    for (const Found* message : messages) {
        mailbox->table.append(message->facts);
        mailbox->truth.push_back(message->truth);
        mailbox->raw.push_back(message->raw);
        for (const mail::Address& from : message->facts.header.from) {
            if (from.address == mailbox->context.leaverEmail && mailbox->context.leaverName.isEmpty()) {
                mailbox->context.leaverName = from.name;
            }
        }
    }
    return mailbox;
}

} // namespace

quint32 LabelledMailbox::privateMessages() const
{
    return static_cast<quint32>(std::count(truth.begin(), truth.end(), Truth::Private));
}

std::optional<Labels> readLabels(const QString& file)
{
    QFile tsv(file);
    if (!tsv.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QList<QByteArray> names = tsv.readLine().trimmed().split('\t');
    const auto column = [&names](std::initializer_list<const char*> wanted) {
        for (const char* const name : wanted) {
            if (const qsizetype at = names.indexOf(name); at >= 0) {
                return at;
            }
        }
        return qsizetype(-1);
    };
    const qsizetype path = column({"path", "message_id"});
    const qsizetype label = column({"label", "label_published", "verdict"});
    const qsizetype mailbox = column({"mailbox", "custodian"});
    if (path < 0 || label < 0) {
        return std::nullopt;
    }
    Labels labels;
    while (!tsv.atEnd()) {
        const QList<QByteArray> fields = tsv.readLine().trimmed().split('\t');
        const QByteArray said = fields.value(label).trimmed().toLower();
        const bool isPrivate = said == "private" || said == "personal";
        if (!isPrivate && said != "business") {
            continue;
        }
        QByteArray name = fields.value(path).trimmed();
        if (name.startsWith('<') && name.endsWith('>')) {
            name = name.mid(1, name.size() - 2);
        }
        labels.byName.insert(name, isPrivate ? Truth::Private : Truth::Business);
        labels.mailboxes.insert(name, QString::fromUtf8(fields.value(mailbox)));
    }
    return labels;
}

std::vector<std::unique_ptr<LabelledMailbox>> readMailboxes(const QString& mail, const Labels& labels,
                                                            const QString& leaver)
{
    std::vector<std::unique_ptr<LabelledMailbox>> mailboxes;
    JobContext job;
    auto store = mail::openMailStore(sourceOf(mail), Secret(), job);
    const auto listed = store ? (*store)->folders(job) : Result<std::vector<mail::Folder>>(store.failure());
    if (!listed) {
        return mailboxes;
    }
    std::vector<Found> found;
    std::vector<mail::Folder> folders;
    Collector collector(labels, found, folders);
    if (!(*store)->scan(*listed, collector, job)) {
        return mailboxes;
    }
    std::map<QString, std::vector<const Found*>> byMailbox;
    std::vector<const Found*> all;
    for (Found& message : found) {
        RawReader reader;
        const mail::MessageRef ref{message.facts.key, message.facts.fingerprint, message.facts.bytes};
        if ((*store)->read(folders[message.facts.folder], std::span(&ref, 1), reader, job)) {
            message.raw = std::move(reader.bytes);
        }
        all.push_back(&message);
        byMailbox[message.mailbox].push_back(&message);
    }
    for (const auto& [name, messages] : byMailbox) {
        if (byMailbox.size() > 1 && messages.size() >= smallestMailbox) {
            mailboxes.push_back(mailboxOf(name, messages, folders, leaver));
        }
    }
    if (!all.empty()) {
        mailboxes.push_back(mailboxOf(QStringLiteral("all"), all, folders, leaver));
    }
    return mailboxes;
}

} // namespace review
