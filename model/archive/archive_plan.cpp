// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive_plan.h"

#include "core/sha256.h"

namespace staffelstab::archive {

namespace {

/** Each value with its length, so that no two lists of them look the same. */
class Digest
{
public:
    void add(QByteArrayView bytes)
    {
        add(static_cast<qint64>(bytes.size()));
        m_hash.add(bytes);
    }
    void add(const QString& text) { add(QByteArrayView(text.toUtf8())); }
    void add(qint64 number) { m_hash.add({reinterpret_cast<const char*>(&number), sizeof number}); }
    QByteArray finish() { return m_hash.finish(); }

private:
    Sha256 m_hash;
};

Status addFolder(Digest& digest, const FolderSelection& chosen, const JobContext& job)
{
    constexpr std::size_t askEvery = 4096;
    digest.add(chosen.folder.path);
    digest.add(QByteArrayView(chosen.folder.rawName));
    digest.add(static_cast<qint64>(chosen.messages.size()));
    for (std::size_t number = 0; number < chosen.messages.size(); ++number) {
        const mail::MessageRef ref = chosen.messages.at(number);
        if (Status go = number % askEvery == 0 ? job.mayGoOn() : Status(Done{}); !go) {
            return go;
        }
        digest.add(QByteArrayView(ref.key));
        digest.add(QByteArrayView(ref.fingerprint));
        digest.add(ref.bytes);
    }
    return Done{};
}

} // namespace

Result<QByteArray> planOf(std::span<const MailSelection> selection, const ArchiveOptions& options,
                          const JobContext& job, qint64 format)
{
    Digest digest;
    digest.add(format);
    digest.add(static_cast<qint64>(options.container));
    for (const QString& text : {options.name, options.caseNumber, options.organisation, options.leaverName,
                                options.supervisorName, options.language}) {
        digest.add(text);
    }
    digest.add(static_cast<qint64>(options.extraFiles.size()));
    for (const ArchiveOptions::ExtraFile& extra : options.extraFiles) {
        digest.add(extra.path);
        digest.add(QByteArrayView(extra.content));
    }
    for (const MailSelection& mailbox : selection) {
        digest.add(mailbox.mailboxName);
        digest.add(static_cast<qint64>(mailbox.folders.size()));
        for (const FolderSelection& folder : mailbox.folders) {
            if (Status added = addFolder(digest, folder, job); !added) {
                return added.failure();
            }
        }
    }
    return digest.finish();
}

} // namespace staffelstab::archive
