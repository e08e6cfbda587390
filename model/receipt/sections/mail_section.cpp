// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sections/mail_section.h"

#include "receipt/section_kind.h"

namespace staffelstab::receipt {
namespace {

QJsonObject countObject(const MailSection::Count& count)
{
    return {{QStringLiteral("messages"), qint64{count.messages}}, {QStringLiteral("bytes"), count.bytes}};
}

MailSection::Count count(const Fields& fields)
{
    return {fields.number("messages"), fields.integer("bytes")};
}

QJsonObject write(const MailSection& mail)
{
    return {{QStringLiteral("mailboxes"), qint64{mail.mailboxes}},
            {QStringLiteral("private"), countObject(mail.privateMail)},
            {QStringLiteral("business"), countObject(mail.business)},
            {QStringLiteral("protected"), countObject(mail.protectedMail)},
            {QStringLiteral("undecided"), countObject(mail.undecided)},
            {QStringLiteral("unreadable"), qint64{mail.unreadable}},
            {QStringLiteral("decisions"), qint64{mail.decisions}},
            {QStringLiteral("rebuilt"), qint64{mail.rebuilt}}};
}

MailSection read(const Fields& fields)
{
    return {fields.number("mailboxes"),        count(fields.fields("private")),   count(fields.fields("business")),
            count(fields.fields("protected")), count(fields.fields("undecided")), fields.number("unreadable"),
            fields.number("decisions"),        fields.number("rebuilt")};
}

} // namespace

template <>
Section ReceiptTexts::say(const MailSection& mail) const
{
    Section section = titled(tr("Mail"));
    section.columns = {{tr("Decision")}, {tr("Messages"), true}, {tr("Size"), true}};
    const std::pair<QString, const MailSection::Count&> verdicts[] = {
        {tr("Private"), mail.privateMail},
        {tr("Business"), mail.business},
        {tr("Protected (works council, company doctor and the like, or called so by the person leaving)"),
         mail.protectedMail},
        {tr("Undecided"), mail.undecided}};
    for (const auto& [name, count] : verdicts) {
        section.lines.push_back({name, number(count.messages), size(count.bytes)});
    }
    section.addRow(tr("Mailboxes looked through"), number(mail.mailboxes));
    section.addRow(tr("Decisions made"), number(mail.decisions));
    section.addRow(tr("Unreadable messages"), number(mail.unreadable));
    if (mail.rebuilt > 0) {
        section.addRow(tr("Messages rebuilt from Outlook data files"), number(mail.rebuilt));
        section.paragraphs.append(
            tr("An Outlook data file does not keep messages as they were sent: text, attachments and addresses were "
               "taken over, the original form and signatures cannot be. The file itself was only read."));
    }
    return section;
}

template <>
Brief ReceiptTexts::brief(const MailSection& mail) const
{
    const auto count = [this](const MailSection::Count& one) {
        return one.messages == 0 ? number(0) : tr("%1 (%2)").arg(number(one.messages), size(one.bytes));
    };
    QString text =
        tr("private %1, business %2, protected %3, undecided %4")
            .arg(count(mail.privateMail), count(mail.business), count(mail.protectedMail), count(mail.undecided));
    if (mail.unreadable > 0) {
        text += tr("; unreadable %1").arg(number(mail.unreadable));
    }
    return {text};
}

template <>
QString ReceiptTexts::openPoint(const MailSection* /*kind*/, const OpenPoint& point) const
{
    return firstOf(point, {{"no_mailbox", tr("No mailbox was looked through.")},
                           {"undecided_mail", tr("Messages without a decision: %1. They stay in the mailbox.")},
                           {"unreadable_mail", tr("Messages that could not be read: %1.")},
                           {"mailbox_unsound", tr("Mailboxes or folders that could not be read whole, so that messages "
                                                  "may be missing here: %1.")},
                           {"changed_since_scan",
                            tr("Messages that changed after they were looked through and were left alone: %1.")},
                           {"protected_mail", tr("Protected messages that stay in the mailbox: %1.")}});
}

SectionKind mailSection()
{
    return sectionKind<MailSection>(100, write, read);
}

} // namespace staffelstab::receipt
