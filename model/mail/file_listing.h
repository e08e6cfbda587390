// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "mail/folder_entries.h"
#include "mail/mail_store.h"

#include <deque>
#include <optional>

namespace staffelstab::mail {

/** One message of a folder on disk, or a name there that is not read and why. */
struct StoredFile
{
    MessageKey key;
    /** Relative to the folder. */
    QString name;
    std::optional<Failure> problem;
};

/**
 * The messages of one folder on disk, in the order of their keys. The names stand one behind the other as they are on
 * disk: a million of them take about 65 MB, a tenth of what as many StoredFiles take.
 */
class FileListing
{
public:
    enum class Problem : quint8 { None, NotAFile, SymbolicLink, UnknownNameEncoding, UnknownFolderEncoding };
    /** What of a name is its key. */
    struct KeyPart
    {
        qsizetype begin = 0;
        qsizetype length = 0;
    };

    /** All keys begin with `keyPrefix`. */
    explicit FileListing(QByteArray keyPrefix = {}) : m_keyPrefix(std::move(keyPrefix)) {}

    /** `name`: as on disk, relative to the folder, at most 64 KiB. */
    void add(QByteArrayView name, KeyPart key, Problem problem = Problem::None);
    /** To be called once when all are added. Of several with one key all but the first get their whole name as key. */
    void sort();

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] StoredFile at(std::size_t number) const;
    /** The name of a message that can be read; nothing if there is none. */
    [[nodiscard]] std::optional<QString> find(const MessageKey& key) const;

private:
    struct Entry
    {
        qsizetype begin = 0;
        quint16 length = 0;
        quint16 keyBegin = 0;
        quint16 keyLength = 0;
        Problem problem = Problem::None;
    };

    [[nodiscard]] QByteArrayView nameOf(const Entry& entry) const;
    [[nodiscard]] QByteArrayView keyOf(const Entry& entry) const;
    void sortByKey();
    bool separateTwins();

    QByteArray m_keyPrefix;
    QByteArray m_names;
    /** Grows without holding all of it twice. */
    std::deque<Entry> m_entries;
};

/** Why a name in a folder is not read. */
FileListing::Problem problemOf(const FolderEntry& entry);

} // namespace staffelstab::mail
