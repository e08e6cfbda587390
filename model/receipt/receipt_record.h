// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/people.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <any>
#include <map>
#include <vector>

namespace staffelstab::receipt {

/** A fact that is not settled; the sentence is made from the code by the section it belongs to. */
struct OpenPoint
{
    /** Stable code: "undecided_mail", "not_removed", "no_archive", "no_password_change", ... */
    QString code;
    qint64 count = 0;
    bool operator==(const OpenPoint&) const = default;
};

/** Something the supervisor can confirm to have received; each gets a tick of its own in block B. */
struct Receivable
{
    /** Stable code: "archive", "password", "equipment.3", ... */
    QString code;
    QString label;
};

/** To be raised whenever a sentence of the receipt says something else than before, or stands elsewhere. */
inline constexpr const char* currentTextVersion = "2026-11";

/**
 * Start here. The record is what the receipt says, as data: counts, sizes, hashes, dates; no private subject, address
 * or file name, no password. Its canonical JSON travels inside the PDF (XMP) and its SHA-256 stands on the paper.
 *
 * The record has a head (case, people, dates, policy) and sections, one for each topic of the handover. A new section
 * is two files in sections/ and nothing else, as the build collects *_section.cpp by itself:
 *  - contacts_section.h: `struct ContactsSection { static constexpr const char* key = "contacts"; ... }`, plain values;
 *  - contacts_section.cpp: write() and read() for its JSON, `template <> Section ReceiptTexts::say(const
 *    ContactsSection&) const` with its words, rows and table, if need be receivables() for what the supervisor ticks
 *    and openPoint() for its open points, and `SectionKind contactsSection()` at the end, named
 *    after the file, with its place on the paper. sections/archive_section.cpp is an example.
 * The German words go to translations/receipt_de.ts (target `lupdate`); model/handover sets the section with
 * `record.set(ContactsSection{...})`. A section's `brief` stands on the pages for people, the rest in its annex.
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

    /** The leaver's own reservation, as text. */
    QString leaverReservation;
    using OpenPoint = receipt::OpenPoint;
    std::vector<OpenPoint> openPoints;

    /** Of the sentences on the paper and their order; empty in the first form, which is still read out as it was. */
    QString textVersion = QString::fromLatin1(currentTextVersion);

    /** Sections by their key; use set() and find(). */
    std::map<QString, std::any> sections;

    template <typename T>
    void set(T section)
    {
        sections.insert_or_assign(QString::fromLatin1(T::key), std::move(section));
    }
    /** Null if the receipt says nothing about this topic. */
    template <typename T>
    [[nodiscard]] const T* find() const
    {
        const auto at = sections.find(QString::fromLatin1(T::key));
        return at == sections.end() ? nullptr : std::any_cast<T>(&at->second);
    }
    /** It has a section or sentences this program does not know. */
    [[nodiscard]] bool isOfNewerProgram() const;
};

/** Canonical JSON: UTF-8, keys sorted, no white space (RFC 8785 for the types used). */
QByteArray toJson(const ReceiptRecord& record);
Result<ReceiptRecord> fromJson(const QByteArray& json);

/** The sentence for an open point in "de" or "en", whatever the program speaks. */
QString openPointText(const OpenPoint& point, const QString& language);

/** What the supervisor may have received by this record, said in the given language, in the order of the paper. */
std::vector<Receivable> receivables(const ReceiptRecord& record, const QString& language);

} // namespace staffelstab::receipt
