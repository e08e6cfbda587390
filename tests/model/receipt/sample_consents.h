// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_receipts.h"

#include "receipt/consent_document.h"

namespace staffelstab::receipt {

/** Of two consents one is given; the people are those of sampleRecord(). */
inline ConsentRecord sampleConsents(const QString& language = QStringLiteral("de"))
{
    ConsentRecord record;
    record.caseNumber = QStringLiteral("2026-0042");
    record.language = language;
    record.madeAt = sampleTime();
    record.organisation = QStringLiteral("Beispiel GmbH");
    record.leaver = QStringLiteral("Lea Gehtbald");
    record.lastWorkingDay = QDate(2026, 12, 30);
    record.items = {{QStringLiteral("a"), QStringLiteral("Erstes"), QStringLiteral("Zweck A"), QStringLiteral("IT"),
                     true, QDate(2027, 1, 30), QStringLiteral("lea@privat.example")},
                    {QStringLiteral("b"),
                     QStringLiteral("Zweites"),
                     QStringLiteral("Zweck B"),
                     QStringLiteral("IT"),
                     false,
                     {},
                     {}}};
    record.revocation = QStringLiteral("Widerruf jederzeit bei der Personalabteilung.");
    record.textVersion = QStringLiteral("1");
    return record;
}

inline Result<QByteArray> signedConsents(const ConsentRecord& record, const QByteArray& logo = {})
{
    const auto drawn = drawConsents(record, logo);
    if (!drawn) {
        return drawn;
    }
    const SignatureRequest request = leaverRequest();
    Result<SigningKey> key = SigningKey::makeForOccasion(request.name, request.time);
    JobContext job;
    return signConsents(*drawn, request, *key, job);
}

} // namespace staffelstab::receipt
