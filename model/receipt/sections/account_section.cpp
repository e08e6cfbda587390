// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/account_section.h"

#include "receipt/section_kind.h"

#include <algorithm>

namespace staffelstab::receipt {
namespace {

QJsonObject write(const AccountSection& account)
{
    QJsonArray deeds;
    for (const AccountSection::Deed& deed : account.deeds) {
        deeds.append(QJsonObject{{QStringLiteral("kind"), deed.kind},
                                 {QStringLiteral("group"), deed.group},
                                 {QStringLiteral("at"), isoTime(deed.at)},
                                 {QStringLiteral("verified"), deed.isVerified}});
    }
    return {{QStringLiteral("way"), account.way},
            {QStringLiteral("disable_on"), account.disableOn.toString(Qt::ISODate)},
            {QStringLiteral("delete_on"), account.deleteOn.toString(Qt::ISODate)},
            {QStringLiteral("deeds"), deeds},
            {QStringLiteral("files"), QJsonArray::fromStringList(account.files)}};
}

AccountSection read(const Fields& fields)
{
    AccountSection account;
    account.way = fields.choice("way", {"helpdesk", "files"});
    account.disableOn = fields.date("disable_on");
    account.deleteOn = fields.date("delete_on");
    const QJsonArray deeds = fields.array("deeds");
    for (const QJsonValue value : deeds) {
        const Fields deed(value.toObject());
        account.deeds.push_back({deed.choice("kind", {"disabled", "enabled", "expires", "never_expires", "left_group",
                                                      "joined_group", "unlocked"}),
                                 deed.text("group"), deed.time("at"), deed.yes("verified")});
    }
    account.files = fields.texts("files");
    return account;
}

} // namespace

QString ReceiptTexts::deedName(const AccountSection::Deed& deed) const
{
    if (deed.kind == QLatin1String("disabled")) {
        return tr("Account disabled");
    }
    if (deed.kind == QLatin1String("enabled")) {
        return tr("Account enabled again");
    }
    if (deed.kind == QLatin1String("expires")) {
        return tr("Account ends on %1").arg(time(deed.at));
    }
    if (deed.kind == QLatin1String("never_expires")) {
        return tr("End of the account lifted");
    }
    if (deed.kind == QLatin1String("left_group")) {
        return tr("Left the group %1").arg(deed.group);
    }
    return deed.kind == QLatin1String("joined_group") ? tr("Back in the group %1").arg(deed.group)
                                                      : tr("Account unlocked");
}

/** By what was really written: that IT has the files is nothing this program knows. */
QString ReceiptTexts::writtenForIt(const QStringList& files) const
{
    QStringList kinds;
    const auto addIf = [&](const char* ending, const QString& name) {
        if (std::any_of(files.begin(), files.end(),
                        [ending](const QString& file) { return file.endsWith(QLatin1String(ending)); })) {
            kinds.append(name);
        }
    };
    addIf(".ics", tr("calendar"));
    addIf(".ldif", tr("change files"));
    addIf(".txt", tr("text"));
    return kinds.isEmpty() ? tr("Left to IT; no files were written")
                           : tr("Written for IT: %1").arg(kinds.join(QStringLiteral(", ")));
}

template <>
Section ReceiptTexts::say(const AccountSection& account) const
{
    Section section = titled(tr("Account"));
    section.addRow(tr("Way"), account.way == QLatin1String("helpdesk")
                                  ? tr("Done in the company directory and read back")
                                  : writtenForIt(account.files));
    for (const AccountSection::Deed& deed : account.deeds) {
        section.addRow(deedName(deed), deed.isVerified ? tr("verified") : tr("could not be verified"));
    }
    if (account.disableOn.isValid()) {
        section.addRow(tr("Disabled at the end of"), date(account.disableOn));
    }
    if (account.deleteOn.isValid()) {
        section.addRow(tr("Deleted by IT, not before"), date(account.deleteOn));
    }
    section.addRowIf(tr("Files for IT"), account.files.join(QStringLiteral(", ")));
    return section;
}

template <>
Brief ReceiptTexts::brief(const AccountSection& account) const
{
    QStringList parts;
    const auto unverified = std::count_if(account.deeds.begin(), account.deeds.end(),
                                          [](const AccountSection::Deed& deed) { return !deed.isVerified; });
    if (!account.deeds.empty()) {
        parts.append(tr("changes made: %1").arg(number(static_cast<qint64>(account.deeds.size()))));
    }
    if (unverified > 0) {
        parts.append(tr("not verified: %1").arg(number(unverified)));
    }
    if (account.disableOn.isValid()) {
        parts.append(tr("disabled at the end of %1").arg(date(account.disableOn)));
    }
    if (account.deleteOn.isValid()) {
        parts.append(tr("deleted by IT on %1 at the earliest").arg(date(account.deleteOn)));
    }
    return {parts.isEmpty() ? tr("left to IT") : parts.join(QStringLiteral("; "))};
}

template <>
QString ReceiptTexts::openPoint(const AccountSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point, {{"no_account_plan", tr("What happens to the account has not been settled.")},
                           {"account_plan_by_it", tr("IT still has to carry out the account plan.")},
                           {"account_act_unverified", tr("Changes to the account that could not be verified: %1.")}});
}

SectionKind accountSection()
{
    return sectionKind<AccountSection>(910, write, read);
}

} // namespace staffelstab::receipt
