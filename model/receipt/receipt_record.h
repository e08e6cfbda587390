// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/people.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace staffelstab::receipt {

/**
 * Start here. The record is what the receipt says, as data: counts, sizes, hashes, dates; no private subject, address
 * or file name, no password. Its canonical JSON travels inside the PDF (XMP) and its SHA-256 stands on the paper.
 */
struct ReceiptRecord
{
    QString caseNumber;
    /** "de" or "en". */
    QString language;
    QDateTime madeAt;
    QString organisation;
    People people;
    /** Name and version of the company policy whose text the leaver confirmed. */
    QString policyName;
    QString policyVersion;

    struct Count
    {
        quint32 messages = 0;
        qint64 bytes = 0;
    };
    struct Mail
    {
        quint32 mailboxes = 0;
        Count privateMail;
        Count business;
        Count protectedMail;
        Count undecided;
        quint32 unreadable = 0;
        quint32 decisions = 0;
    };
    std::optional<Mail> mail;

    struct Takeaway
    {
        /** "take", "delete", "leave". */
        QString action;
        quint32 copied = 0;
        quint32 removed = 0;
        quint32 kept = 0;
        bool isEncrypted = false;
    };
    std::optional<Takeaway> takeaway;

    struct Archive
    {
        QString fileName;
        qint64 bytes = 0;
        QByteArray sha256;
        quint32 messages = 0;
        quint32 skipped = 0;
        bool isEncrypted = false;
        /** "zip" or "folder". */
        QString container;
        QString mediumLabel;
    };
    std::optional<Archive> archive;

    enum class Proof { Yes, No, Unverifiable };
    struct Password
    {
        /** "directory" or "it". */
        QString way;
        bool isChanged = false;
        Proof newAccepted = Proof::Unverifiable;
        Proof oldRefused = Proof::Unverifiable;
        bool isChangedTwice = false;
        QDateTime changedAt;
        /** "certificate", "code" or empty. */
        QString sealedBy;
        QString sealFileName;
        QByteArray sealSha256;
        /** For "it": who resets and when. */
        QString itName;
        QDate itDate;
    };
    std::optional<Password> password;

    /** The leaver's own reservation, as text. */
    QString leaverReservation;
    /** Facts that are not settled; sentences are made from the code by the receipt's texts. */
    struct OpenPoint
    {
        /** Stable code: "undecided_mail", "not_removed", "no_archive", "no_password_change", ... */
        QString code;
        qint64 count = 0;
        bool operator==(const OpenPoint&) const = default;
    };
    std::vector<OpenPoint> openPoints;
};

/** Canonical JSON: UTF-8, keys sorted, no white space (RFC 8785 for the types used). */
QByteArray toJson(const ReceiptRecord& record);
Result<ReceiptRecord> fromJson(const QByteArray& json);

/** The sentence for an open point in the given language's translator. */
QString openPointText(const ReceiptRecord::OpenPoint& point);
/** The same in "de" or "en", whatever the program speaks. */
QString openPointText(const ReceiptRecord::OpenPoint& point, const QString& language);

} // namespace staffelstab::receipt
