// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/contacts_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QJsonObject write(const ContactsSection::Letters& letters)
{
    return {{QStringLiteral("sent"), qint64{letters.sent}},
            {QStringLiteral("handed"), qint64{letters.handed}},
            {QStringLiteral("refused"), qint64{letters.refused}},
            {QStringLiteral("unclear"), qint64{letters.unclear}}};
}

ContactsSection::Letters readLetters(const Fields& fields)
{
    return {fields.number("sent"), fields.number("handed"), fields.number("refused"), fields.number("unclear")};
}

QJsonObject write(const ContactsSection& contacts)
{
    return {{QStringLiteral("way"), contacts.way},
            {QStringLiteral("farewells"), write(contacts.farewells)},
            {QStringLiteral("notices"), write(contacts.notices)},
            {QStringLiteral("listed"), qint64{contacts.listed}},
            {QStringLiteral("csv"), contacts.csvFile},
            {QStringLiteral("csv_sha256"), QString::fromLatin1(contacts.csvSha256.toHex())},
            {QStringLiteral("cards"), contacts.cardFile},
            {QStringLiteral("cards_sha256"), QString::fromLatin1(contacts.cardSha256.toHex())}};
}

ContactsSection read(const Fields& fields)
{
    return {fields.choice("way", {"sent", "drafts", "files", "none"}),
            readLetters(fields.fields("farewells")),
            readLetters(fields.fields("notices")),
            fields.number("listed"),
            fields.text("csv"),
            fields.digest("csv_sha256"),
            fields.text("cards"),
            fields.digest("cards_sha256")};
}

} // namespace

QString ReceiptTexts::lettersText(const ContactsSection::Letters& letters) const
{
    QStringList parts;
    const auto add = [&](quint32 count, const QString& sentence) {
        if (count > 0) {
            parts.append(sentence.arg(number(count)));
        }
    };
    add(letters.sent, tr("%1 sent one by one and taken by the mail server"));
    add(letters.handed, tr("%1 prepared for the person leaving to send"));
    add(letters.refused, tr("%1 refused by the mail server"));
    add(letters.unclear, tr("%1 handed in, arrival not known"));
    return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral("; "));
}

/** In words alone: the number of friends is nobody's business. */
QString ReceiptTexts::farewellsText(const ContactsSection::Letters& letters) const
{
    QStringList parts;
    const auto addIf = [&](quint32 count, const QString& words) {
        if (count > 0) {
            parts.append(words);
        }
    };
    addIf(letters.sent, tr("sent one by one and taken by the mail server"));
    addIf(letters.handed, tr("prepared for the person leaving to send"));
    addIf(letters.refused + letters.unclear, tr("some not delivered or not known to have arrived"));
    return parts.isEmpty() ? tr("none") : parts.join(QStringLiteral("; "));
}

template <>
Section ReceiptTexts::say(const ContactsSection& contacts) const
{
    Section section = titled(tr("Contacts"));
    section.addRow(tr("Farewells to private correspondents"), farewellsText(contacts.farewells));
    section.addRow(tr("Notices to business contacts"), lettersText(contacts.notices));
    if (contacts.listed > 0) {
        section.addRow(tr("List of business contacts"),
                       tr("%1 contacts: %2, %3").arg(number(contacts.listed), contacts.csvFile, contacts.cardFile));
        section.addDigest(tr("SHA-256 of %1").arg(contacts.csvFile), inGroups(contacts.csvSha256));
        section.addDigest(tr("SHA-256 of %1").arg(contacts.cardFile), inGroups(contacts.cardSha256));
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const ContactsSection& contacts) const
{
    QStringList parts;
    if (!contacts.notices.isEmpty()) {
        // Refused and unclear ones are open points and stand in the annex.
        const ContactsSection::Letters& all = contacts.notices;
        parts.append(tr("notices to business contacts: %1").arg(number(all.sent + all.handed)));
    }
    if (!contacts.farewells.isEmpty()) {
        parts.append(tr("farewells to private correspondents"));
    }
    const bool isNobodyWrittenTo = parts.isEmpty();
    if (isNobodyWrittenTo) {
        parts.append(tr("nobody was written to"));
    }
    if (contacts.listed > 0) {
        parts.append(tr("business contacts on the list handed over: %1").arg(number(contacts.listed)));
    }
    return {parts.join(QStringLiteral("; ")), isNobodyWrittenTo && contacts.listed == 0};
}

template <>
std::vector<Receivable> ReceiptTexts::receivables(const ContactsSection& contacts) const
{
    return contacts.listed > 0
               ? std::vector<Receivable>{{QStringLiteral("contacts"), tr("List of business contacts received")}}
               : std::vector<Receivable>{};
}

template <>
QString ReceiptTexts::openPoint(const ContactsSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point, {{"no_contacts", tr("Whether the contacts are told has not been decided.")},
                           {"letters_refused", tr("Letters to contacts that the mail server refused: %1.")},
                           {"letters_unclear", tr("Letters to contacts that may not have arrived: %1.")}});
}

SectionKind contactsSection()
{
    return sectionKind<ContactsSection>(320, write, read);
}

} // namespace staffelstab::receipt
