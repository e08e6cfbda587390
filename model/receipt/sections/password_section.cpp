// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/password_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QString proofName(Proof proof)
{
    switch (proof) {
    case Proof::Yes:
        return QStringLiteral("yes");
    case Proof::No:
        return QStringLiteral("no");
    case Proof::Unverifiable:
        break;
    }
    return QStringLiteral("unverifiable");
}

Proof proofNamed(const QString& name)
{
    if (name == QLatin1String("yes")) {
        return Proof::Yes;
    }
    return name == QLatin1String("no") ? Proof::No : Proof::Unverifiable;
}

QJsonObject write(const PasswordSection& password)
{
    QJsonObject object{{QStringLiteral("way"), password.way},
                       {QStringLiteral("changed"), password.isChanged},
                       {QStringLiteral("new_accepted"), proofName(password.newAccepted)},
                       {QStringLiteral("old_refused"), proofName(password.oldRefused)},
                       {QStringLiteral("changed_twice"), password.isChangedTwice},
                       {QStringLiteral("changed_at"), isoTime(password.changedAt)},
                       {QStringLiteral("by_kerberos"), password.isByKerberos},
                       {QStringLiteral("old_may_work_until"), isoTime(password.oldMayWorkUntil)},
                       {QStringLiteral("must_change"), proofName(password.mustChange)},
                       {QStringLiteral("last_set_before"), isoTime(password.lastSetBefore)},
                       {QStringLiteral("last_set_after"), isoTime(password.lastSetAfter)},
                       {QStringLiteral("sealed_by"), password.sealedBy},
                       {QStringLiteral("seal_file"), password.sealFileName},
                       {QStringLiteral("seal_sha256"), QString::fromLatin1(password.sealSha256.toHex())},
                       {QStringLiteral("it_name"), password.itName},
                       {QStringLiteral("it_date"), password.itDate.toString(Qt::ISODate)}};
    // Only where there are any, so that receipts made before stay in their canonical form.
    if (password.entropyBits > 0) {
        object.insert(QStringLiteral("entropy_bits"), password.entropyBits);
    }
    if (!password.letterNumber.isEmpty()) {
        object.insert(QStringLiteral("letter"), password.letterNumber);
    }
    return object;
}

PasswordSection read(const Fields& fields)
{
    PasswordSection password;
    password.way = fields.choice("way", {"directory", "helpdesk", "it"});
    password.isChanged = fields.yes("changed");
    password.newAccepted = proofNamed(fields.text("new_accepted"));
    password.oldRefused = proofNamed(fields.text("old_refused"));
    password.isChangedTwice = fields.yes("changed_twice");
    password.changedAt = fields.time("changed_at");
    password.isByKerberos = fields.yes("by_kerberos");
    password.oldMayWorkUntil = fields.time("old_may_work_until");
    password.mustChange = proofNamed(fields.text("must_change"));
    password.lastSetBefore = fields.time("last_set_before");
    password.lastSetAfter = fields.time("last_set_after");
    password.sealedBy = fields.choice("sealed_by", {"certificate", "code", "letter", ""});
    password.sealFileName = fields.text("seal_file");
    password.sealSha256 = fields.digest("seal_sha256");
    password.entropyBits = static_cast<int>(fields.integer("entropy_bits", 10000));
    password.letterNumber = fields.text("letter");
    password.itName = fields.text("it_name");
    password.itDate = fields.date("it_date");
    return password;
}

} // namespace

QString ReceiptTexts::proof(Proof proof) const
{
    switch (proof) {
    case Proof::Yes:
        return tr("yes, tried out");
    case Proof::No:
        return tr("no, tried out");
    case Proof::Unverifiable:
        break;
    }
    return tr("could not be tried out");
}

void ReceiptTexts::addProofs(Section& section, const PasswordSection& password) const
{
    section.addRow(tr("New password accepted"), proof(password.newAccepted));
    if (password.way == QLatin1String("helpdesk")) {
        section.addRow(tr("Must be changed at the next sign-in"), proof(password.mustChange));
    } else {
        section.addRow(tr("Old password refused"), password.isByKerberos && password.oldRefused == Proof::Yes
                                                       ? tr("yes, tested by Kerberos")
                                                       : proof(password.oldRefused));
    }
    if (password.oldMayWorkUntil.isValid()) {
        section.addRow(tr("Old password may still work elsewhere until"), time(password.oldMayWorkUntil));
    }
    if (password.lastSetBefore.isValid() && password.lastSetAfter.isValid()) {
        section.addRow(tr("Password date before and after"),
                       tr("%1; %2").arg(time(password.lastSetBefore), time(password.lastSetAfter)));
    }
}

template <>
Section ReceiptTexts::say(const PasswordSection& password) const
{
    Section section = titled(tr("Password"));
    if (password.way == QLatin1String("it")) {
        section.addRow(tr("Way"), tr("Reset by IT; the person leaving hands over no password"));
        section.addRowIf(tr("Reset by"), password.itName);
        section.addRowIf(tr("Date agreed"), date(password.itDate));
        return section;
    }
    if (!password.isChanged) {
        section.addRow(tr("Way"), tr("Not changed"));
        return section;
    }
    const bool isReset = password.way == QLatin1String("helpdesk");
    if (isReset) {
        section.addRow(tr("Way"), tr("Reset in the company directory; nobody holds the new password"));
    } else {
        section.addRow(tr("Way"), password.isChangedTwice ? tr("Changed twice in the company directory")
                                                          : tr("Changed in the company directory"));
    }
    if (password.changedAt.isValid()) {
        section.addRow(tr("Changed on"), time(password.changedAt));
    }
    addProofs(section, password);
    if (isReset) {
        return section;
    }
    if (password.sealedBy.isEmpty()) {
        section.addRow(tr("Sealed"), tr("no"));
        return section;
    }
    if (password.entropyBits > 0) {
        section.addRow(tr("Drawn at random"), tr("%1 bit").arg(number(password.entropyBits)));
    }
    if (password.sealedBy == QLatin1String("letter")) {
        section.addRow(tr("Sealed in"), tr("a printed letter, number %1").arg(password.letterNumber));
        return section;
    }
    if (password.sealedBy == QLatin1String("certificate")) {
        section.addRow(tr("Sealed for"), tr("the supervisor's certificate"));
    } else {
        section.addRow(tr("Sealed under"), tr("a one-time code of the supervisor"));
    }
    section.addRowIf(tr("Sealed file"), password.sealFileName);
    if (!password.sealSha256.isEmpty()) {
        section.addDigest(tr("SHA-256 of the sealed file"), inGroups(password.sealSha256));
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const PasswordSection& password) const
{
    if (password.way == QLatin1String("it")) {
        QStringList parts{password.itName.isEmpty() ? tr("to be reset by IT")
                                                    : tr("to be reset by %1").arg(password.itName)};
        if (password.itDate.isValid()) {
            parts.append(tr("agreed for %1").arg(date(password.itDate)));
        }
        parts.append(tr("the person leaving hands over no password"));
        return {parts.join(QStringLiteral("; ")), true};
    }
    if (!password.isChanged) {
        return {tr("not changed"), true};
    }
    const bool isReset = password.way == QLatin1String("helpdesk");
    QStringList parts{isReset ? tr("reset, nobody holds it") : tr("changed")};
    if (password.changedAt.isValid()) {
        parts.first() = isReset ? tr("reset on %1, nobody holds it").arg(date(password.changedAt))
                                : tr("changed on %1").arg(date(password.changedAt));
    }
    if (!isReset) {
        parts.append(tr("old password refused: %1").arg(proof(password.oldRefused)));
        parts.append(password.sealedBy.isEmpty() ? tr("not sealed")
                     : password.sealedBy == QLatin1String("letter")
                         ? tr("sealed in letter %1").arg(password.letterNumber)
                     : password.sealedBy == QLatin1String("code") ? tr("sealed under a one-time code")
                                                                  : tr("sealed for the supervisor's certificate"));
    }
    return {parts.join(QStringLiteral("; "))};
}

template <>
std::vector<Receivable> ReceiptTexts::receivables(const PasswordSection& password) const
{
    if (password.isChanged && !password.letterNumber.isEmpty()) {
        return {{QStringLiteral("password"),
                 tr("Sealed letter %1 with the handover password received").arg(password.letterNumber)}};
    }
    if (!password.isChanged || password.sealFileName.isEmpty()) {
        return {};
    }
    return {{QStringLiteral("password"), tr("Sealed handover password received")}};
}

template <>
QString ReceiptTexts::openPoint(const PasswordSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(
        point,
        {{"no_password_change", tr("The password has not been changed yet.")},
         {"password_change_interrupted",
          tr("A password change was interrupted; whether the password was changed is not known.")},
         {"old_password_valid", tr("The old password was still accepted after the change.")},
         {"password_needs_suffix", tr("The working password is the sealed one followed by -1; it has to be replaced.")},
         {"old_password_grace", tr("The old password may still work for some sign-ins until the time stated.")},
         {"password_must_change_unverified",
          tr("It could not be verified that the password must be changed at the next sign-in.")},
         {"old_password_unverified", tr("Whether the old password is refused could not be tested.")},
         {"new_password_unverified", tr("Whether the new password is accepted could not be tested.")},
         {"password_not_sealed", tr("The new password has not been sealed for the supervisor.")},
         {"password_by_it", tr("IT still has to reset the password.")}});
}

SectionKind passwordSection()
{
    return sectionKind<PasswordSection>(900, write, read);
}

} // namespace staffelstab::receipt
