// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_verifier.h"

#include <QDate>

#include <vector>

namespace staffelstab::receipt {

/**
 * What the leaver agreed to and what not: a document apart from the receipt, because a consent that is mixed with other
 * declarations is not given freely (Art. 7 (2) GDPR). The leaver signs it alone. Its canonical JSON travels inside of
 * it like the receipt's; the private address for late mail stands here and nowhere else.
 */
struct ConsentRecord
{
    struct Item
    {
        QString id;
        QString title;
        QString purpose;
        QString recipient;
        bool isGiven = false;
        /** For those given. */
        QDate until;
        QString address;
    };

    QString caseNumber;
    /** "de" or "en". */
    QString language;
    QDateTime madeAt;
    QString organisation;
    QString leaver;
    QDate lastWorkingDay;
    std::vector<Item> items;
    /** How they are withdrawn, as the leaver read it, and the version of this text. */
    QString revocation;
    QString textVersion;
};

QByteArray toJson(const ConsentRecord& record);
/** BadInput unless it is exactly what toJson() writes. */
Result<ConsentRecord> consentsFromJson(const QByteArray& json);

/**
 * PDF/A-1b with one empty signature field; the last page is a sheet for revoking. `logo`: PNG or SVG for the head; what
 * cannot be read is left out. Needs a QGuiApplication.
 */
Result<QByteArray> drawConsents(const ConsentRecord& record, const QByteArray& logo = {});
/** The leaver's PAdES signature, as on the receipt. Role and confirmation of the request do not count. */
Result<QByteArray> signConsents(const QByteArray& pdf, SignatureRequest request, const SigningKey& key,
                                JobContext& job);

struct ConsentFinding
{
    ConsentRecord record;
    QString signer;
    QDateTime time;
    SignatureLevel level = SignatureLevel::Simple;
    QByteArray certificateSha256;
    /** A CA that is trusted issued the certificate. */
    bool isVouchedFor = false;
    QByteArray recordSha256;
    /** SHA-256 of the whole file. */
    QByteArray fileSha256;
};
/**
 * The same rules as for a receipt, for one signature. NotAReceipt for any other file, ReceiptAltered if anything is not
 * as it was signed or nobody has signed. Of what is expected, the CAs count.
 */
Result<ConsentFinding> verifyConsents(const QByteArray& pdf, const ExpectedSigners& expected = {});

/** What a file is as a document of consents. */
struct ConsentVerdict
{
    /** Empty if it is not as it was signed, or nobody has signed. */
    std::optional<ConsentFinding> intact;

    [[nodiscard]] ReceiptState state() const { return intact ? ReceiptState::Intact : ReceiptState::Altered; }
};
/** Nothing for a file that is no document of consents; a damaged one is one that was altered. */
std::optional<ConsentVerdict> judgeConsents(const QByteArray& pdf, const ExpectedSigners& expected = {});

} // namespace staffelstab::receipt
