// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/result.h"
#include "core/secret.h"
#include "core/sign_in_provider.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace staffelstab::mail {

/**
 * Start here. A MailStore is one mailbox as we found it: a Maildir, an mbox file, a folder of .eml files or an account
 * on an IMAP server. It is read-only until remove() is called. The order of use is: openMailStore(), folders(), scan()
 * (headers only), then read() for whole messages, and at the very end remove() for messages whose copy was verified.
 *
 * Threads: a store belongs to the thread that opened it; long calls look at the JobContext and come back with
 * Failure::Kind::Cancelled within 300 ms. Nothing here holds more than one message's header or one block of its body.
 */

enum class StoreKind { Imap, Maildir, Mbox, Eml, Pst, Thunderbird };

/** Special use of a folder (RFC 6154), found by attribute, or by name where the store has no attributes. */
enum class SpecialUse { None, Inbox, Sent, Drafts, Trash, Junk, Archive };

/** Where a mailbox is. Holds no secret; may be saved. */
struct MailboxSource
{
    enum class Security { Tls, StartTls };
    /** A password; a token from a sign-in in the browser (RFC 6749); a certificate in a PKCS#12 file. */
    enum class SignIn { Password, Browser, Certificate };

    StoreKind kind = StoreKind::Maildir;
    /** File or folder for local kinds. */
    QString path;
    QString host;
    quint16 port = 0;
    Security security = Security::Tls;
    QString user;
    /** PEM file whose certificates are trusted beside the system's; empty: the system's only. */
    QString caFile;
    /** Folders to read, by path; empty: all. */
    QStringList folders;
    /** Outlook data files: deleted items and what Exchange keeps of them as well. */
    bool includesDeleted = false;
    SignIn signIn = SignIn::Password;
    /** For SignIn::Browser. */
    SignInProvider provider;
    /** For SignIn::Certificate: PKCS#12; its passphrase takes the password's place. */
    QString clientCertificate;

    bool operator==(const MailboxSource&) const = default;
};

struct Folder
{
    /** Readable name, levels joined by '/': "INBOX", "Privat/Verein". */
    QString path;
    /** Name as the store itself knows it (modified UTF-7 on a server, relative path on disk). */
    QByteArray rawName;
    SpecialUse use = SpecialUse::None;
    /** As announced by the store; -1 where only a scan can tell. */
    qint64 messages = -1;
};

/**
 * Names one message inside its folder for as long as the mailbox is not rebuilt: "UIDVALIDITY.UID" on a server, the
 * base name in a Maildir, offset and length in an mbox, the relative path for .eml files.
 */
using MessageKey = QByteArray;

/** So much of a body is looked at by a scan. */
inline constexpr qsizetype bodyStartLimit = 8L * 1024;

/** One message as the scan found it. */
struct ScannedMessage
{
    MessageKey key;
    /** Size of the whole message in bytes, header included, as stored. */
    qint64 bytes = 0;
    /** Everything up to and including the first empty line, raw. At most 4 MiB; a longer one makes the message
     * unreadable. */
    QByteArray header;
    /**
     * The first bytes behind the header as stored, at most bodyStartLimit: for readBodyText() and nothing else. May be
     * empty where a look at the body is dear.
     */
    QByteArray bodyStart;
    /** When the store received it; invalid where the store does not know. */
    QDateTime received;
    /** First 16 bytes of SHA-256 over the size (8 bytes, big-endian) and raw header: what read(), remove() compare. */
    QByteArray fingerprint;
    /** For hasAlready(); empty where a key names a message for good. */
    QByteArray stamp;
};

/** A message the scan found but could not read; it is shown to the leaver with the reason, never skipped in silence. */
struct UnreadableMessage
{
    MessageKey key;
    qint64 bytes = 0;
    Failure why;
};

class ScanSink
{
public:
    virtual ~ScanSink() = default;
    /** Called once before the messages of a folder; `index` counts from 0. */
    virtual void folderBegins(int index, const Folder& folder) = 0;
    /**
     * Asked for each message of a folder before it is read, by stores that find one apart from the others (IMAP,
     * Maildir, .eml). True if the sink has it, with the same stamp, from an earlier scan that was stopped: it counts as
     * found and is not read again. The stamp is that of ScannedMessage.
     */
    virtual bool hasAlready(int /*folderIndex*/, const MessageKey&, const QByteArray& /*stamp*/) { return false; }
    /** A place in a folder that is read from its beginning to its end, in the store's own words. */
    using Place = QByteArray;
    /**
     * Asked once per folder, after folderBegins(), by stores that find messages one behind the other (mbox, PST) and
     * can prove later that a file is the one it was. If the sink has what an earlier scan that was stopped found before
     * a place, and `isUnchanged` says that it still holds, it takes that up and returns the place, from which the store
     * goes on. Else it returns an empty one.
     */
    virtual Place goOnFrom(int /*folderIndex*/, const std::function<bool(const Place&)>& /*isUnchanged*/) { return {}; }
    /** By the same stores: all that was told of the folder so far lies before `place`, and all before it was told. */
    virtual void reached(int /*folderIndex*/, const Place&) {}
    virtual void message(int folderIndex, ScannedMessage&& message) = 0;
    /** With an empty key: the folder itself, which could not be opened. */
    virtual void unreadable(int folderIndex, UnreadableMessage&& message) = 0;
};

/** What is asked of read() and remove(): the key and what the message looked like when it was scanned. */
struct MessageRef
{
    MessageKey key;
    QByteArray fingerprint;
    qint64 bytes = 0;
};

/** What a store knows of a message beside its bytes. */
struct MessageStanding
{
    /** As IMAP spells them ("\\Seen", "$Forwarded"), without \\Recent and \\Deleted. */
    QByteArrayList flags;
    /** When the store received it; invalid where it does not know. */
    QDateTime received;
};

/**
 * Receives whole raw messages in pieces (at most 1 MiB each). For each requested message exactly one of end() and
 * failed() is called. A Failure from begin() or piece() or end() (the disk is full, ...) stops the whole read.
 * begin() is never called again for a message that had begun: a server that was lost in the middle of one is asked for
 * the rest of it, and if that is not the rest, failed() comes. If the read itself fails (cancelled, connection lost for
 * good), a message that had begun is void too, and those that were not answered for can be asked for again.
 */
class MessageReceiver
{
public:
    virtual ~MessageReceiver() = default;
    virtual Status begin(const MessageRef& ref) = 0;
    /** Between begin() and end(), from stores that know. */
    virtual void standing(const MessageStanding&) {}
    virtual Status piece(QByteArrayView bytes) = 0;
    virtual Status end() = 0;
    /** Message gone, changed since the scan, or unreadable; what was received of it is void. */
    virtual Status failed(const MessageRef& ref, const Failure& why) = 0;
};

/** A message to remove and the proof that its copy was verified: SHA-256 of all its bytes as read() delivered them. */
struct RemovalOrder
{
    MessageRef ref;
    QByteArray sha256;
    /** The same bytes were removed, for sure, from another folder of this mailbox, which may have shown one message. */
    bool isRemovedElsewhere = false;
};

struct RemovalOutcome
{
    /** Keys that are gone: looked for after the removal and not found. */
    std::vector<MessageKey> removed;
    struct Kept
    {
        MessageKey key;
        Failure why;
    };
    /** Still there, each with its reason (changed since the scan, server refused, ...). */
    std::vector<Kept> kept;
};

class MailStore
{
public:
    virtual ~MailStore() = default;

    [[nodiscard]] virtual StoreKind kind() const = 0;
    /** False for kinds that cannot remove; remove() then keeps everything with RemovalUnsupported. */
    [[nodiscard]] virtual bool mayRemove() const = 0;

    virtual Result<std::vector<Folder>> folders(JobContext& job) = 0;
    /** All messages of `folders` (from folders()); Progress counts messages. */
    virtual Status scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job) = 0;
    /** Whole messages of one folder, in any order of the store's choosing. */
    virtual Status read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                        JobContext& job) = 0;
    /**
     * Removes messages whose copy was verified. Each one is hashed again first and kept if it is not what was copied;
     * an order whose message is already gone counts as removed. Never touches a message that was not asked for.
     * A Failure means that nothing was removed. Once something was, a cancel or a lost connection keeps the rest with
     * that reason and comes back as an outcome, so that it is always known what is gone; ask the job whether it was
     * cancelled.
     */
    virtual Result<RemovalOutcome> remove(const Folder& folder, std::span<const RemovalOrder> orders,
                                          JobContext& job) = 0;
    /**
     * Looks what of the orders is gone, and removes nothing: `removed` is what the mailbox does not have any more. What
     * is no longer in its folder but elsewhere in the mailbox is kept with that reason; the others are left out.
     */
    virtual Result<RemovalOutcome> lookFor(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job);
};

/** Opens the mailbox. `password` is used for IMAP only and not kept longer than the store lives. */
Result<std::unique_ptr<MailStore>> openMailStore(const MailboxSource& source, const Secret& password, JobContext& job);

/** It concerns one folder and leaves the others to be read. */
[[nodiscard]] bool isOfOneFolder(Failure::Kind kind);

/** The fingerprint of ScannedMessage. */
QByteArray fingerprintOf(QByteArrayView header, qint64 bytes);

/** "imap://user@host:993", or the path: to show, and as key of the login in the key store. */
QString describe(const MailboxSource& source);

} // namespace staffelstab::mail
