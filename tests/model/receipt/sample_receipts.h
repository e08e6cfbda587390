// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sha256.h"
#include "receipt/receipt_document.h"
#include "receipt/receipt_signer.h"
#include "receipt/sections/archive_section.h"
#include "receipt/sections/mail_section.h"
#include "receipt/sections/password_section.h"
#include "receipt/sections/takeaway_section.h"

namespace staffelstab::receipt {

inline QDateTime sampleTime()
{
    return {QDate(2026, 12, 30), QTime(14, 5), Qt::OffsetFromUTC, 3600};
}

/** A usual receipt; the people are fictitious. */
inline ReceiptRecord sampleRecord(const QString& language = QStringLiteral("de"))
{
    ReceiptRecord record;
    record.caseNumber = QStringLiteral("2026-0042");
    record.language = language;
    record.madeAt = sampleTime();
    record.organisation = QStringLiteral("Beispiel GmbH");
    record.people.leaver = {QStringLiteral("Lea Gehtbald"), QStringLiteral("lea@firma.example"),
                            QStringLiteral("Einkauf"), QStringLiteral("4711")};
    record.people.supervisor = {
        QStringLiteral("Sven Vorgesetzt"), QStringLiteral("sven@firma.example"), QStringLiteral("Leitung Einkauf"), {}};
    record.people.successor = {
        QStringLiteral("Nele Nachfolg"), QStringLiteral("nele@firma.example"), QStringLiteral("Einkauf"), {}};
    record.people.dpo = {QStringLiteral("Dora Schütz"), QStringLiteral("dsb@firma.example"), {}, {}};
    record.people.lastWorkingDay = QDate(2026, 12, 30);
    record.people.endOfContract = QDate(2026, 12, 31);
    record.policyName = QStringLiteral("Beispiel-Richtlinie E-Mail");
    record.policyVersion = QStringLiteral("2026-03");
    record.set(MailSection{2, {312, 48211003}, {11874, 1932735283}, {17, 901120}, {0, 0}, 3, 214});
    record.set(TakeawaySection{QStringLiteral("take"), 312, 310, 2, true});
    record.set(ArchiveSection{QStringLiteral("2026-0042-business.zip"), 1402334211, Sha256::of("archive"), 11871, 3,
                              true, QStringLiteral("zip"), QStringLiteral("USB-Stick 3")});
    PasswordSection password;
    password.way = QStringLiteral("directory");
    password.isChanged = true;
    password.newAccepted = Proof::Yes;
    password.oldRefused = Proof::Yes;
    password.isChangedTwice = true;
    password.changedAt = sampleTime();
    password.sealedBy = QStringLiteral("certificate");
    password.sealFileName = QStringLiteral("2026-0042-password.seal");
    password.sealSha256 = Sha256::of("seal");
    record.set(password);
    record.openPoints = {{QStringLiteral("not_removed"), 2}, {QStringLiteral("unreadable_mail"), 3}};
    return record;
}

/** Nothing was done but the case was opened. */
inline ReceiptRecord shortRecord(const QString& language = QStringLiteral("en"))
{
    ReceiptRecord record;
    record.caseNumber = QStringLiteral("7");
    record.language = language;
    record.madeAt = sampleTime();
    record.people.leaver.name = QStringLiteral("Lea Gehtbald");
    record.people.supervisor.name = QStringLiteral("Sven Vorgesetzt");
    record.openPoints = {{QStringLiteral("no_archive"), 0}, {QStringLiteral("no_password_change"), 0}};
    return record;
}

/** Several pages, with characters that no face has and a name that tries to read backwards. */
inline ReceiptRecord longRecord(const QString& language = QStringLiteral("de"))
{
    ReceiptRecord record = sampleRecord(language);
    record.people.leaver.name =
        QStringLiteral("Lea-Marie Gehtbald von und zu Überlang-Namenstein \U0001F600 \u202Egnal");
    record.organisation =
        QStringLiteral("Beispiel Gesellschaft für außerordentlich lange Firmenbezeichnungen mbH & Co. KGaA <漢字>");
    for (int i = 0; i < 60; ++i) {
        record.openPoints.push_back({QStringLiteral("undecided_mail"), i + 1});
    }
    record.leaverReservation =
        QStringLiteral("Der Dienstwagen wurde am Vortag übergeben.\n") +
        QStringLiteral("Einspruch gegen die Bewertung der Nachrichten aus dem Projekt Fernglas. ").repeated(40);
    return record;
}

/** A few strokes as the signature pad gives them. */
inline QByteArray sampleDrawing()
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120">
<g fill="none" stroke="#1c2733" stroke-width="3" stroke-linecap="round">
<path d="M20 90 C 30 10, 50 10, 45 80 S 90 100, 100 60 S 130 40, 120 80 Q 150 110 170 60"/>
<polyline points="180,70 200,50 205,90 230,40 240,85"/><path d="M250 30 L 262 90 L 300 60 L 340 88 l 30 -20"/></g></svg>)";
}

/** A stroke among things that load files, run and colour. */
inline QByteArray hostileDrawing()
{
    return R"svg(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><style>path{fill:url(file:///x)}</style>
<image xlink:href="file:///etc/hostname" width="10" height="10"/><script>x</script><path d="M0 0 L 50 20" onclick="x" style="stroke:red" stroke="url(#a)"/></svg>)svg";
}

inline SignatureRequest leaverRequest()
{
    SignatureRequest request;
    request.role = Role::Leaver;
    request.name = QStringLiteral("Lea Gehtbald");
    request.drawing = sampleDrawing();
    request.time = sampleTime();
    return request;
}

inline SignatureRequest supervisorRequest()
{
    SignatureRequest request;
    request.role = Role::Supervisor;
    request.name = QStringLiteral("Sven Vorgesetzt");
    request.time = sampleTime().addSecs(600);
    request.confirmation.received = {QStringLiteral("archive")};
    request.confirmation.reservation = QStringLiteral("Dienstwagen noch nicht zurück.");
    return request;
}

inline Result<QByteArray> signedBy(const QByteArray& pdf, const SignatureRequest& request)
{
    Result<SigningKey> key = SigningKey::makeForOccasion(request.name, request.time);
    if (!key) {
        return key.failure();
    }
    JobContext job;
    return signReceipt(pdf, request, *key, job);
}

} // namespace staffelstab::receipt
