// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_store.h"

#include "core/sha256.h"
#include "mail/eml/eml_store.h"
#include "mail/imap/imap_store.h"
#include "mail/maildir/maildir_store.h"
#include "mail/mbox/mbox_store.h"
#include "mail/pst/pst_store.h"
#include "mail/thunderbird/thunderbird_store.h"

#include <QDir>
#include <QFileInfo>
#include <QtEndian>

namespace staffelstab::mail {

namespace {

/** The folder must be there and be one; a link given by the user is followed here and nowhere else. */
Result<QString> existingFolder(const QString& path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists()) {
        return Failure{Failure::Kind::FileNotFound, path, {}};
    }
    if (!info.isDir()) {
        return Failure{Failure::Kind::BadInput, path, QStringLiteral("not a folder")};
    }
    return info.isReadable() ? Result<QString>(info.canonicalFilePath())
                             : Failure{Failure::Kind::FileNotReadable, path, {}};
}

template <typename Store>
Result<std::unique_ptr<MailStore>> openFolder(const MailboxSource& source)
{
    Result<QString> path = existingFolder(source.path);
    if (!path) {
        return path.failure();
    }
    return std::unique_ptr<MailStore>(std::make_unique<Store>(std::move(*path), source.folders));
}

/** The file must be there, be one and be readable. */
Result<QString> existingFile(const QString& path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists()) {
        return Failure{Failure::Kind::FileNotFound, path, {}};
    }
    if (!info.isFile()) {
        return Failure{Failure::Kind::BadInput, path, QStringLiteral("not a file")};
    }
    return info.isReadable() ? Result<QString>(info.canonicalFilePath())
                             : Failure{Failure::Kind::FileNotReadable, path, {}};
}

/** A file, or a folder tree of such files. */
Result<std::unique_ptr<MailStore>> openMbox(const MailboxSource& source)
{
    if (QFileInfo(source.path).isDir()) {
        return openFolder<MboxStore>(source);
    }
    Result<QString> path = existingFile(source.path);
    if (!path) {
        return path.failure();
    }
    return std::unique_ptr<MailStore>(std::make_unique<MboxStore>(std::move(*path), source.folders));
}

Result<std::unique_ptr<MailStore>> openPst(const MailboxSource& source)
{
    Result<QString> path = existingFile(source.path);
    if (!path) {
        return path.failure();
    }
    return std::unique_ptr<MailStore>(
        std::make_unique<PstStore>(std::move(*path), source.folders, source.includesDeleted));
}

/** Tells the messages that are gone; the others are there, in whatever form. */
class Presence : public MessageReceiver
{
public:
    explicit Presence(RemovalOutcome& outcome) : m_outcome(outcome) {}
    Status begin(const MessageRef& /*ref*/) override { return Done{}; }
    Status piece(QByteArrayView /*bytes*/) override { return Done{}; }
    Status end() override { return Done{}; }
    Status failed(const MessageRef& ref, const Failure& why) override
    {
        if (why.kind == Failure::Kind::MessageGone) {
            m_outcome.removed.push_back(ref.key);
        }
        return Done{};
    }

private:
    RemovalOutcome& m_outcome;
};

} // namespace

Result<RemovalOutcome> MailStore::lookFor(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job)
{
    // So many at once.
    constexpr std::size_t partSize = 10'000;
    RemovalOutcome outcome;
    Presence presence(outcome);
    for (std::size_t from = 0; from < orders.size(); from += partSize) {
        std::vector<MessageRef> refs;
        for (const RemovalOrder& order : orders.subspan(from, std::min(partSize, orders.size() - from))) {
            refs.push_back(order.ref);
        }
        if (Status read = this->read(folder, refs, presence, job); !read) {
            return read.failure();
        }
    }
    return outcome;
}

bool isOfOneFolder(Failure::Kind kind)
{
    return kind == Failure::Kind::FolderGone || kind == Failure::Kind::FolderChanged ||
           kind == Failure::Kind::MailboxDamaged || kind == Failure::Kind::FileNotFound ||
           kind == Failure::Kind::FileNotReadable;
}

Result<std::unique_ptr<MailStore>> openMailStore(const MailboxSource& source, const Secret& password, JobContext& job)
{
    switch (source.kind) {
    case StoreKind::Maildir:
        return openFolder<MaildirStore>(source);
    case StoreKind::Eml:
        return openFolder<EmlStore>(source);
    case StoreKind::Mbox:
        return openMbox(source);
    case StoreKind::Thunderbird: {
        const Result<QString> folder = existingFolder(source.path);
        return folder ? ThunderbirdStore::open(*folder, source.folders)
                      : Result<std::unique_ptr<MailStore>>(folder.failure());
    }
    case StoreKind::Pst:
        return openPst(source);
    case StoreKind::Imap:
        return openImapStore(source, password, job);
    }
    return Failure{Failure::Kind::BadInput, describe(source), {}};
}

QByteArray fingerprintOf(QByteArrayView header, qint64 bytes)
{
    char size[sizeof(qint64)];
    qToBigEndian(bytes, size);
    Sha256 hash;
    hash.add(QByteArrayView(size, sizeof size));
    hash.add(header);
    return hash.finish().first(16);
}

QString describe(const MailboxSource& source)
{
    if (source.kind != StoreKind::Imap) {
        return QDir::toNativeSeparators(source.path);
    }
    const bool isIpv6 = source.host.contains(QLatin1Char(':'));
    const QString host = isIpv6 ? QStringLiteral("[%1]").arg(source.host) : source.host;
    return QStringLiteral("imap://%1@%2:%3").arg(source.user, host, QString::number(source.port));
}

} // namespace staffelstab::mail
