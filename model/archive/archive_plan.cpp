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

void addFolder(Digest& digest, const FolderSelection& chosen)
{
    digest.add(chosen.folder.path);
    digest.add(QByteArrayView(chosen.folder.rawName));
    digest.add(static_cast<qint64>(chosen.messages.size()));
    for (std::size_t number = 0; number < chosen.messages.size(); ++number) {
        const mail::MessageRef ref = chosen.messages.at(number);
        digest.add(QByteArrayView(ref.key));
        digest.add(QByteArrayView(ref.fingerprint));
        digest.add(ref.bytes);
    }
}

} // namespace

QByteArray planOf(std::span<const MailSelection> selection, const ArchiveOptions& options)
{
    Digest digest;
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
            addFolder(digest, folder);
        }
    }
    return digest.finish();
}

} // namespace staffelstab::archive
