// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/receipt_exports.h"

#include "receipt/open_point_owner.h"
#include "receipt/plain_text_twin.h"
#include "wizard_pages/due_text.h"
#include "wizard_pages/finding_text.h"
#include "wizard_pages/widgets/receipt_list.h"

#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QSet>

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

/** What may be acted on, and why the rest may not. */
struct Counting
{
    /** Final and intact, the youngest of each handover; the documents of consents beside them. */
    std::vector<const handover::ReceiptDesk::Checked*> receipts;
    std::vector<const receipt::ConsentFinding*> consents;
    int altered = 0;
    int pending = 0;
    int others = 0;
    int noReceipts = 0;

    void add(const handover::ReceiptDesk::Checked& final)
    {
        const auto same = m_placeOfCase.constFind(final.caseNumber());
        if (same == m_placeOfCase.constEnd()) {
            m_placeOfCase.insert(final.caseNumber(), receipts.size());
            receipts.push_back(&final);
            return;
        }
        ++others;
        if (final.finding.record->madeAt > receipts[*same]->finding.record->madeAt) {
            receipts[*same] = &final;
        }
    }
    void add(const receipt::ConsentFinding& document)
    {
        if (m_knownConsents.contains(document.recordSha256)) {
            ++others;
            return;
        }
        m_knownConsents.insert(document.recordSha256);
        consents.push_back(&document);
    }

private:
    QHash<QString, std::size_t> m_placeOfCase;
    QSet<QByteArray> m_knownConsents;
};

Counting counting(const ReceiptExports::Receipts& receipts)
{
    Counting all;
    for (const handover::ReceiptDesk::Checked& checked : receipts) {
        switch (checked.state()) {
        case receipt::ReceiptState::Altered:
            ++all.altered;
            break;
        case receipt::ReceiptState::Pending:
            ++all.pending;
            break;
        case receipt::ReceiptState::NotAReceipt:
            ++all.noReceipts;
            break;
        case receipt::ReceiptState::Intact:
            if (checked.consents) {
                all.add(*checked.consents->intact);
            } else {
                all.add(checked);
            }
            break;
        }
    }
    return all;
}

QString leftOut(const Counting& all)
{
    QStringList reasons;
    if (all.altered > 0) {
        reasons += ReceiptExports::tr("%n altered", "", all.altered);
    }
    if (all.pending > 0) {
        reasons += ReceiptExports::tr("%n pending", "", all.pending);
    }
    if (all.others > 0) {
        reasons += ReceiptExports::tr("%n more of a handover that is in it already", "", all.others);
    }
    if (all.noReceipts > 0) {
        reasons += ReceiptExports::tr("%n that are no receipts", "", all.noReceipts);
    }
    return reasons.isEmpty() ? QString() : ReceiptExports::tr("Left out: %1.").arg(reasons.join(QStringLiteral(", ")));
}

} // namespace

QByteArray ReceiptExports::list(const Receipts& receipts)
{
    QStringList headings = ReceiptList::headings();
    headings.insert(1, tr("Kind"));
    headings.insert(2, tr("Handover no."));
    headings.insert(6, tr("Second signature"));
    QByteArray table = byteOrderMark + line(headings << tr("File"));
    for (const handover::ReceiptDesk::Checked& checked : receipts) {
        QStringList words = ReceiptList::words(checked);
        words.insert(1, ReceiptList::kind(checked));
        words.insert(2, checked.caseNumber());
        words.insert(6, FindingText::secondSigner(checked.finding));
        table += line(words << QFileInfo(checked.file).fileName());
    }
    return table;
}

ReceiptExports::Written ReceiptExports::tasks(const Receipts& receipts)
{
    const QString language = QLocale().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
    QByteArray table = byteOrderMark + line({tr("Who"), tr("Handover no."), tr("Person leaving"), tr("Task")});
    const Counting counted = counting(receipts);
    for (const auto& [owner, who] : {std::pair(receipt::OpenPointOwner::It, tr("IT")),
                                     std::pair(receipt::OpenPointOwner::Supervisor, tr("supervisor")),
                                     std::pair(receipt::OpenPointOwner::Hr, tr("HR"))}) {
        for (const handover::ReceiptDesk::Checked* checked : counted.receipts) {
            const receipt::ReceiptRecord& record = *checked->finding.record;
            for (const receipt::OpenPoint& point : record.openPoints) {
                if (receipt::ownerOf(point) == owner) {
                    table += line(
                        {who, record.caseNumber, record.people.leaver.name, receipt::openPointText(point, language)});
                }
            }
        }
    }
    return {table, leftOut(counted)};
}

QString ReceiptExports::entered(const handover::ReceiptDesk::Entered& entered)
{
    QStringList lines{tr("New: %1").arg(entered.added), tr("Already there: %1").arg(entered.known)};
    const auto add = [&](const QStringList& files, const QString& what) {
        if (!files.isEmpty()) {
            const QStringList some = files.size() <= 5 ? files : files.mid(0, 5) << QStringLiteral("…");
            lines += what.arg(files.size()).arg(some.join(QStringLiteral(", ")));
        }
    };
    add(entered.contradicting, tr("Contradicting what is there, both kept and marked: %1 (%2)"));
    add(entered.altered, tr("Altered, not entered: %1 (%2)"));
    add(entered.noReceipts, tr("No receipt, not entered: %1 (%2)"));
    return lines.join(QLatin1Char('\n'));
}

QByteArray ReceiptExports::text(const handover::ReceiptDesk::Checked& checked)
{
    return (checked.consents && checked.consents->intact ? receipt::plainTextTwin(*checked.consents->intact)
                                                         : receipt::plainTextTwin(checked.finding))
        .toUtf8();
}

ReceiptExports::Written ReceiptExports::calendar(const Receipts& receipts, const policy::CompanyPolicy& policy,
                                                 const QDateTime& now)
{
    const Counting counted = counting(receipts);
    std::vector<handover::RegisterEntry> entries;
    for (const handover::ReceiptDesk::Checked* checked : counted.receipts) {
        entries.push_back(handover::registerEntry(checked->finding, policy));
    }
    std::vector<handover::DueDate> dates = handover::dueDates(entries, now.date());
    for (const receipt::ConsentFinding* consents : counted.consents) {
        const std::vector<handover::DueDate> ends = handover::consentEnds(*consents, now.date());
        dates.insert(dates.end(), ends.begin(), ends.end());
    }
    handover::sortByDay(dates);
    return {handover::dueCalendar(dates, DueText::of, now), leftOut(counted)};
}

} // namespace staffelstab::wizard_pages
