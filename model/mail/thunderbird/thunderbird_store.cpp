// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/thunderbird/thunderbird_store.h"

#include "mail/header_block.h"
#include "mail/maildir/maildir_store.h"
#include "mail/mbox/mbox_store.h"
#include "mail/special_use.h"
#include "mail/thunderbird/profile.h"

#include <QFileInfo>

namespace staffelstab::mail {

namespace {

constexpr unsigned expungedFlag = 0x0008;

bool isDeleted(QByteArrayView header)
{
    bool found = false;
    visitHeaderFields(header, [&found](const HeaderField& field) {
        if (field.name.compare("X-Mozilla-Status", Qt::CaseInsensitive) == 0) {
            found = (field.value.toByteArray().toUInt(nullptr, 16) & expungedFlag) != 0;
        }
    });
    return found;
}

/** Passes on what one account says, under the numbers its folders have here. */
class AccountSink : public ScanSink
{
public:
    AccountSink(ScanSink& sink, int first, std::span<const Folder> folders)
        : m_sink(sink), m_first(first), m_folders(folders)
    {
    }
    void folderBegins(int index, const Folder& /*folder*/) override
    {
        m_sink.folderBegins(m_first + index, m_folders[static_cast<std::size_t>(index)]);
    }
    bool hasAlready(int folderIndex, const MessageKey& key, const QByteArray& stamp) override
    {
        return m_sink.hasAlready(m_first + folderIndex, key, stamp);
    }
    Place goOnFrom(int folderIndex, const std::function<bool(const Place&)>& isUnchanged) override
    {
        return m_sink.goOnFrom(m_first + folderIndex, isUnchanged);
    }
    void reached(int folderIndex, const Place& place) override { m_sink.reached(m_first + folderIndex, place); }
    void message(int folderIndex, ScannedMessage&& message) override
    {
        if (!isDeleted(message.header)) {
            m_sink.message(m_first + folderIndex, std::move(message));
        }
    }
    void unreadable(int folderIndex, UnreadableMessage&& message) override
    {
        m_sink.unreadable(m_first + folderIndex, std::move(message));
    }

private:
    ScanSink& m_sink;
    int m_first;
    std::span<const Folder> m_folders;
};

std::unique_ptr<MailStore> storeOf(const ThunderbirdAccount& account)
{
    if (account.isMaildir) {
        return std::make_unique<MaildirStore>(account.path, QStringList(), MaildirStore::Files::MayChange);
    }
    return std::make_unique<MboxStore>(account.path, QStringList());
}

} // namespace

Result<std::unique_ptr<MailStore>> ThunderbirdStore::open(const QString& folder, QStringList wanted)
{
    const std::vector<ThunderbirdProfile> profiles = thunderbirdProfiles(folder);
    // A profile that was never used names no mail folder; one whose folder is away must not be passed over.
    const auto used = std::find_if(profiles.begin(), profiles.end(), [](const ThunderbirdProfile& one) {
        const auto accounts = thunderbirdAccounts(one.path);
        return accounts || accounts.failure().kind != Failure::Kind::BadInput;
    });
    const QString profile = QFileInfo(used == profiles.end() ? folder : used->path).canonicalFilePath();
    const Result<std::vector<ThunderbirdAccount>> accounts = thunderbirdAccounts(profile);
    if (!accounts) {
        return accounts.failure();
    }
    std::unique_ptr<ThunderbirdStore> store(new ThunderbirdStore(profile, std::move(wanted)));
    for (const ThunderbirdAccount& account : *accounts) {
        store->m_accounts.push_back({account.name, storeOf(account)});
    }
    return std::unique_ptr<MailStore>(std::move(store));
}

Result<std::vector<Folder>> ThunderbirdStore::folders(JobContext& job)
{
    std::vector<Folder> found;
    for (std::size_t i = 0; i < m_accounts.size(); ++i) {
        const Account& account = m_accounts[i];
        const Result<std::vector<Folder>> folders = account.store->folders(job);
        if (!folders) {
            // An account that has received nothing yet has no folder.
            if (folders.failure().kind == Failure::Kind::BadInput) {
                continue;
            }
            return folders.failure();
        }
        const QString name = QString(account.name).replace(u'/', u'\u2215');
        for (const Folder& one : *folders) {
            found.push_back({name + QLatin1Char('/') + one.path,
                             QByteArray::number(static_cast<int>(i)) + ':' + one.rawName, one.use, one.messages});
        }
    }
    makePathsUnique(found);
    if (Status kept = keepWanted(found, m_wanted); !kept) {
        return kept.failure();
    }
    return found;
}

Result<ThunderbirdStore::Place> ThunderbirdStore::placeOf(const Folder& folder) const
{
    const qsizetype colon = folder.rawName.indexOf(':');
    bool isNumber = false;
    const std::size_t account = colon > 0 ? folder.rawName.first(colon).toUInt(&isNumber) : 0;
    if (!isNumber || account >= m_accounts.size()) {
        return Failure{Failure::Kind::FolderGone, folder.path, {}};
    }
    Place place{m_accounts[account].store.get(), folder};
    place.folder.rawName = folder.rawName.mid(colon + 1);
    return place;
}

Status ThunderbirdStore::scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job)
{
    std::size_t at = 0;
    while (at < folders.size()) {
        // The folders of one account stand together.
        std::vector<Folder> together;
        MailStore* store = nullptr;
        for (std::size_t i = at; i < folders.size(); ++i) {
            Result<Place> place = placeOf(folders[i]);
            if (!place) {
                return place.failure();
            }
            if (store != nullptr && store != place->store) {
                break;
            }
            store = place->store;
            together.push_back(std::move(place->folder));
        }
        AccountSink account(sink, static_cast<int>(at), folders.subspan(at, together.size()));
        if (Status scanned = store->scan(together, account, job); !scanned) {
            return scanned;
        }
        at += together.size();
    }
    return Done{};
}

Status ThunderbirdStore::read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                              JobContext& job)
{
    const Result<Place> place = placeOf(folder);
    return place ? place->store->read(place->folder, messages, receiver, job) : Status(place.failure());
}

Result<RemovalOutcome> ThunderbirdStore::remove(const Folder& folder, std::span<const RemovalOrder> orders,
                                                JobContext& job)
{
    const Result<Place> place = placeOf(folder);
    if (!place) {
        return place.failure();
    }
    if (isThunderbirdOpen(m_profile)) {
        return Failure{Failure::Kind::FileNotWritable, m_profile, QStringLiteral("open in Thunderbird")};
    }
    return place->store->remove(place->folder, orders, job);
}

} // namespace staffelstab::mail
