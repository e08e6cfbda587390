// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/receipt_exports.h"

#include "wizard_pages/due_text.h"
#include "wizard_pages/widgets/receipt_list.h"

#include <QFileInfo>
#include <QLocale>

namespace staffelstab::wizard_pages {

namespace {

/** A field of a CSV line; a leading formula sign is defused for spreadsheet programs. */
QString csv(QString field)
{
    if (!field.isEmpty() && QStringLiteral("=+-@\t").contains(field.front())) {
        field.prepend(QLatin1Char('\''));
    }
    return QLatin1Char('"') + field.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QByteArray line(const QStringList& fields)
{
    QStringList quoted;
    for (const QString& field : fields) {
        quoted += csv(field);
    }
    return quoted.join(QLatin1Char(';')).toUtf8() + "\r\n";
}

constexpr const char* byteOrderMark = "\xEF\xBB\xBF";

} // namespace

QByteArray ReceiptExports::list(const Receipts& receipts)
{
    QStringList headings = ReceiptList::headings();
    headings.insert(1, tr("Kind"));
    headings.insert(2, tr("Case"));
    QByteArray table = byteOrderMark + line(headings << tr("File"));
    for (const handover::ReceiptDesk::Checked& checked : receipts) {
        QStringList words = ReceiptList::words(checked);
        words.insert(1, ReceiptList::kind(checked));
        words.insert(2, checked.caseNumber());
        table += line(words << QFileInfo(checked.file).fileName());
    }
    return table;
}

QByteArray ReceiptExports::tasks(const Receipts& receipts)
{
    const QString language = QLocale().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
    QByteArray table = byteOrderMark + line({tr("Case"), tr("Person leaving"), tr("Task")});
    for (const handover::ReceiptDesk::Checked& checked : receipts) {
        if (!checked.finding.record) {
            continue;
        }
        for (const receipt::OpenPoint& point : checked.finding.record->openPoints) {
            table += line({checked.finding.record->caseNumber, checked.finding.record->people.leaver.name,
                           receipt::openPointText(point, language)});
        }
    }
    return table;
}

QByteArray ReceiptExports::calendar(const Receipts& receipts, const policy::CompanyPolicy& policy, const QDateTime& now)
{
    std::vector<handover::RegisterEntry> entries;
    for (const handover::ReceiptDesk::Checked& checked : receipts) {
        if (checked.finding.record) {
            entries.push_back(handover::registerEntry(checked.finding, policy));
        }
    }
    return handover::dueCalendar(handover::dueDates(entries, now.date()), DueText::of, now);
}

} // namespace staffelstab::wizard_pages
