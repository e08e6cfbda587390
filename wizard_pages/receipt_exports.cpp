// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/receipt_exports.h"

#include "receipt/plain_text_twin.h"
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
    headings.insert(2, tr("Handover no."));
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
    QByteArray table = byteOrderMark + line({tr("Handover no."), tr("Person leaving"), tr("Task")});
    for (const handover::ReceiptDesk::Checked& checked : receipts) {
        if (!checked.finding.record || checked.state() == receipt::ReceiptState::Altered) {
            continue;
        }
        for (const receipt::OpenPoint& point : checked.finding.record->openPoints) {
            table += line({checked.finding.record->caseNumber, checked.finding.record->people.leaver.name,
                           receipt::openPointText(point, language)});
        }
    }
    return table;
}

QByteArray ReceiptExports::text(const handover::ReceiptDesk::Checked& checked)
{
    return (checked.consents && checked.consents->intact ? receipt::plainTextTwin(*checked.consents->intact)
                                                         : receipt::plainTextTwin(checked.finding))
        .toUtf8();
}

QByteArray ReceiptExports::calendar(const Receipts& receipts, const policy::CompanyPolicy& policy, const QDateTime& now)
{
    std::vector<handover::RegisterEntry> entries;
    std::vector<handover::DueDate> ends;
    for (const handover::ReceiptDesk::Checked& checked : receipts) {
        if (checked.state() == receipt::ReceiptState::Altered) {
            continue;
        }
        if (checked.finding.record) {
            entries.push_back(handover::registerEntry(checked.finding, policy));
        }
        if (checked.consents) {
            const std::vector<handover::DueDate> some = handover::consentEnds(*checked.consents->intact, now.date());
            ends.insert(ends.end(), some.begin(), some.end());
        }
    }
    std::vector<handover::DueDate> dates = handover::dueDates(entries, now.date());
    dates.insert(dates.end(), ends.begin(), ends.end());
    handover::sortByDay(dates);
    return handover::dueCalendar(dates, DueText::of, now);
}

} // namespace staffelstab::wizard_pages
