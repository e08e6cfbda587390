// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/receipt_list.h"

#include "wizard_pages/finding_text.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/state_delegate.h"

#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>

namespace staffelstab::wizard_pages {

namespace {

enum Column { StateColumn, CaseColumn, DayColumn, SignedColumn, OpenColumn };
constexpr int indexRole = Qt::UserRole + 20;
/** What a column is sorted by where that is not its text. */
constexpr int orderRole = Qt::UserRole + 21;

class Row : public QTreeWidgetItem
{
public:
    using QTreeWidgetItem::QTreeWidgetItem;

    bool operator<(const QTreeWidgetItem& other) const override
    {
        const int column = treeWidget()->sortColumn();
        const QVariant mine = data(column, orderRole);
        const QVariant its = other.data(column, orderRole);
        if (mine.isValid() && its.isValid()) {
            return QVariant::compare(mine, its) == QPartialOrdering::Less;
        }
        return text(column).localeAwareCompare(other.text(column)) < 0;
    }
};

const receipt::SignatureFinding* last(const receipt::ReceiptFinding& finding)
{
    return finding.signatures.empty() ? nullptr : &finding.signatures.back();
}

QString peopleOf(const receipt::ReceiptRecord& record)
{
    return record.people.supervisor.name.isEmpty()
               ? record.people.leaver.name
               : ReceiptList::tr("%1 to %2").arg(record.people.leaver.name, record.people.supervisor.name);
}

} // namespace

ReceiptList::ReceiptList(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("receipts"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setItemDelegate(new StateDelegate(this));
    setColumnCount(OpenColumn + 1);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setSectionResizeMode(CaseColumn, QHeaderView::Stretch);
    header()->resizeSection(StateColumn, 140);
    // As they came, until a heading is clicked.
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    setTexts();
}

QStringList ReceiptList::headings()
{
    return {tr("State"), tr("Handover"), tr("Last day"), tr("Signed"), tr("Open")};
}

QStringList ReceiptList::words(const Checked& checked)
{
    const QString state = FindingText::chip(checked.standing()).text;
    const QString none = QStringLiteral("–");
    if (checked.consents && checked.consents->intact) {
        const receipt::ConsentFinding& consents = *checked.consents->intact;
        return {state, consents.signer, dayText(consents.record.lastWorkingDay),
                dayText(consents.time.toLocalTime().date()), none};
    }
    if (!checked.finding.record) {
        return {state, QFileInfo(checked.file).fileName(), none, none, none};
    }
    const receipt::ReceiptRecord& record = *checked.finding.record;
    const receipt::SignatureFinding* signature = last(checked.finding);
    return {state, peopleOf(record), dayText(record.people.lastWorkingDay),
            signature ? dayText(signature->time.toLocalTime().date()) : QStringLiteral("–"),
            QLocale().toString(static_cast<int>(record.openPoints.size()))};
}

QString ReceiptList::kind(const Checked& checked)
{
    if (checked.consents) {
        return tr("consents");
    }
    return checked.finding.record                              ? tr("receipt")
           : checked.state() == receipt::ReceiptState::Altered ? tr("damaged PDF")
                                                               : QString();
}

void ReceiptList::setTexts()
{
    setHeaderLabels(headings());
    setAccessibleName(tr("Receipts"));
    const QFontMetrics metrics(header()->font());
    for (const int column : {DayColumn, SignedColumn, OpenColumn}) {
        const int text = metrics.horizontalAdvance(headings().at(column));
        const int day = fontMetrics().horizontalAdvance(dayText(QDate(2026, 12, 28)));
        header()->resizeSection(column, qMax(text, column == OpenColumn ? 0 : day) + 2 * space::medium);
    }
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        fillRow(m_rows[index], m_receipts[index]);
    }
}

QString ReceiptList::counted() const
{
    const auto count = static_cast<int>(m_receipts.size());
    if (count == 0) {
        return {};
    }
    const bool areReceipts = std::all_of(m_receipts.begin(), m_receipts.end(),
                                         [](const Checked& one) { return one.finding.record.has_value(); });
    const QString all = areReceipts ? tr("%n receipt(s)", "", count) : tr("%n file(s)", "", count);
    const auto visible = std::count_if(m_rows.begin(), m_rows.end(), [](const auto* row) { return !row->isHidden(); });
    return visible == count ? all : tr("%1 of %2").arg(QLocale().toString(static_cast<int>(visible)), all);
}

void ReceiptList::add(const Checked& checked)
{
    auto* item = new Row;
    item->setData(0, indexRole, static_cast<qulonglong>(m_receipts.size()));
    m_receipts.push_back(checked);
    m_rows.push_back(item);
    fillRow(item, checked);
    addTopLevelItem(item);
    if (m_receipts.size() == 1) {
        setCurrentItem(item);
    }
}

void ReceiptList::noteComparison(const QString& file, const receipt::Finding& found)
{
    change(file, [&](receipt::ReceiptFinding& finding) { receipt::noteComparison(finding, found); });
}

void ReceiptList::change(const QString& file, const std::function<void(receipt::ReceiptFinding&)>& by)
{
    for (std::size_t index = 0; index < m_receipts.size(); ++index) {
        if (m_receipts[index].file == file) {
            by(m_receipts[index].finding);
            fillRow(m_rows[index], m_receipts[index]);
        }
    }
}

void ReceiptList::fillRow(QTreeWidgetItem* item, const Checked& checked)
{
    const QStringList texts = words(checked);
    for (int column = 0; column < texts.size(); ++column) {
        item->setText(column, texts[column]);
    }
    item->setData(StateColumn, StateDelegate::StandingRole, static_cast<int>(checked.standing()));
    item->setToolTip(CaseColumn, checked.file);
    if (const auto& record = checked.finding.record) {
        item->setData(DayColumn, orderRole, record->people.lastWorkingDay);
        item->setData(OpenColumn, orderRole, static_cast<int>(record->openPoints.size()));
        if (const receipt::SignatureFinding* signature = last(checked.finding)) {
            item->setData(SignedColumn, orderRole, signature->time);
        }
    }
    if (checked.consents && checked.consents->intact) {
        item->setData(DayColumn, orderRole, checked.consents->intact->record.lastWorkingDay);
        item->setData(SignedColumn, orderRole, checked.consents->intact->time);
    }
    item->setData(CaseColumn, StateDelegate::DetailRole, detail(checked));
    item->setHidden(!isWanted(checked, texts));
}

/** Which file it is, as several may be of one handover; and who signed it where that is not the usual. */
QString ReceiptList::detail(const Checked& checked)
{
    const QString name = QFileInfo(checked.file).fileName();
    const QString number = checked.caseNumber();
    if (checked.consents) {
        return number.isEmpty() ? tr("Consents") : tr("%1 · consents · %2").arg(number, name);
    }
    if (number.isEmpty()) {
        return {};
    }
    const receipt::Standing standing = checked.standing();
    if (standing == receipt::Standing::Refused || standing == receipt::Standing::Absent) {
        return tr("%1 · second signature: %2 · %3").arg(number, FindingText::secondSigner(checked.finding), name);
    }
    return tr("%1 · %2").arg(number, name);
}

bool ReceiptList::isWanted(const Checked& checked, const QStringList& texts) const
{
    const QStringList places{texts[StateColumn], texts[CaseColumn], checked.caseNumber(),
                             QFileInfo(checked.file).fileName()};
    return std::any_of(places.begin(), places.end(),
                       [this](const QString& one) { return one.contains(m_narrowedTo, Qt::CaseInsensitive); });
}

void ReceiptList::contradict(const QString& file, const QString& other)
{
    change(file, [&](receipt::ReceiptFinding& finding) { handover::contradict(finding, file, other); });
}

void ReceiptList::narrow(const QString& text)
{
    m_narrowedTo = text.trimmed();
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        fillRow(m_rows[index], m_receipts[index]);
        if (m_rows[index]->isHidden()) {
            m_rows[index]->setSelected(false);
        }
    }
    leaveHiddenRow();
}

/** What stands beside the list is always a row that can be seen. */
void ReceiptList::leaveHiddenRow()
{
    if (currentItem() != nullptr && !currentItem()->isHidden()) {
        return;
    }
    const QList<QTreeWidgetItem*> selected = selectedItems();
    if (!selected.isEmpty()) {
        setCurrentItem(selected.front(), 0, QItemSelectionModel::NoUpdate);
        return;
    }
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (!topLevelItem(row)->isHidden()) {
            setCurrentItem(topLevelItem(row));
            return;
        }
    }
    setCurrentItem(nullptr);
}

std::vector<ReceiptList::Checked> ReceiptList::shown() const
{
    std::vector<Checked> receipts;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (const QTreeWidgetItem* item = topLevelItem(row); !item->isHidden()) {
            receipts.push_back(m_receipts[item->data(0, indexRole).toULongLong()]);
        }
    }
    return receipts;
}

std::vector<const ReceiptList::Checked*> ReceiptList::chosen() const
{
    QList<QTreeWidgetItem*> items = selectedItems();
    std::sort(items.begin(), items.end(), [this](const QTreeWidgetItem* a, const QTreeWidgetItem* b) {
        return indexFromItem(a).row() < indexFromItem(b).row();
    });
    std::vector<const Checked*> receipts;
    for (const QTreeWidgetItem* item : items) {
        receipts.push_back(&m_receipts[item->data(0, indexRole).toULongLong()]);
    }
    return receipts;
}

const ReceiptList::Checked* ReceiptList::current() const
{
    return currentItem() == nullptr ? nullptr : &m_receipts[currentItem()->data(0, indexRole).toULongLong()];
}

void ReceiptList::changeEvent(QEvent* event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setTexts();
    }
}

void ReceiptList::paintEvent(QPaintEvent* event)
{
    QTreeWidget::paintEvent(event);
    if (m_receipts.empty()) {
        QPainter painter(viewport());
        painter.setPen(theme().muted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Drop receipts or a folder here"));
    }
}

} // namespace staffelstab::wizard_pages
