// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/verify_page.h"

#include "receipt/sections/archive_section.h"
#include "wizard_pages/finding_text.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/page_view.h"
#include "wizard_pages/widgets/receipt_printer.h"
#include "wizard_pages/widgets/state_delegate.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>

namespace staffelstab::wizard_pages {

namespace {

enum Column { StateColumn, CaseColumn, DayColumn, OpenColumn };

/** A field of a CSV line; a leading formula sign is defused for spreadsheet programs. */
QString csv(QString field)
{
    if (!field.isEmpty() && QStringLiteral("=+-@\t").contains(field.front())) {
        field.prepend(QLatin1Char('\''));
    }
    return QLatin1Char('"') + field.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

} // namespace

VerifyPage::VerifyPage(UserPrompts& prompts, QWidget* parent)
    : StepPage(Body::Filling, parent), m_prompts(prompts), m_notice(new FailureNotice(this)),
      m_list(new QTreeWidget(this)), m_pages(new PageView(this)), m_words(makeLabel([] { return QString(); })),
      m_add(makeButton(QStringLiteral("addReceipts"), {}, [] { return tr("Add receipts …"); })),
      m_compare(makeButton(QStringLiteral("compareArchive"), {}, [] { return tr("Compare an archive …"); })),
      m_export(makeButton(QStringLiteral("exportList"), {}, [] { return tr("Export the list …"); }))
{
    setAcceptDrops(true);
    build();
    for (QPushButton* button : barButtons()) {
        button->hide();
    }
    connect(&m_desk, &ReceiptDesk::checked, this, &VerifyPage::add);
    connect(&m_desk, &ReceiptDesk::compared, this, &VerifyPage::update);
    connect(&m_desk, &ReceiptDesk::failed, this, [this](const Failure& failure) { m_notice->show(&failure); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &VerifyPage::showCurrent);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_prompts.askFiles(this, tr("Choose receipts"), tr("Receipts (*.pdf)"),
                           [this](const QStringList& files) { addPaths(files); });
    });
    connect(m_compare, &QPushButton::clicked, this, &VerifyPage::compare);
    connect(m_export, &QPushButton::clicked, this, &VerifyPage::exportList);
}

void VerifyPage::build()
{
    m_list->setObjectName(QStringLiteral("receipts"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setItemDelegate(new StateDelegate(m_list));
    m_list->header()->setStretchLastSection(false);
    m_pages->setObjectName(QStringLiteral("receiptPages"));
    m_words->setObjectName(QStringLiteral("receiptWords"));
    m_words->setAlignment(Qt::AlignTop);
    onLanguage([this] {
        m_list->setHeaderLabels({tr("State"), tr("Handover"), tr("Last day"), tr("Open points")});
        m_list->setAccessibleName(tr("Receipts"));
        for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
            fillRow(m_list->topLevelItem(row), m_receipts[static_cast<std::size_t>(row)]);
        }
        showCurrent();
    });
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(CaseColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(StateColumn, QHeaderView::Fixed);
    m_list->header()->resizeSection(StateColumn, 140);
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    auto* scroll = new QScrollArea(card);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_words);
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(scroll);
    auto* side = new QVBoxLayout;
    side->setSpacing(space::medium);
    side->addWidget(m_pages, 3);
    side->addWidget(card, 2);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(m_list, 2);
    row->addLayout(side, 1);
    content()->addWidget(m_notice);
    content()->addLayout(row, 1);
}

QString VerifyPage::title() const
{
    return tr("Verify and print receipts");
}

QString VerifyPage::lead() const
{
    return tr("Drop PDF files or a folder here. They are judged on this computer, without the net.");
}

QString VerifyPage::why() const
{
    return tr("Common PDF viewers call some changed files valid. This program judges by its own rules: which bytes "
              "were signed, by whom, and whether anything was added.");
}

QString VerifyPage::primaryText() const
{
    return tr("Print (%1)").arg(chosen().size());
}

bool VerifyPage::isPrimaryReady() const
{
    const auto rows = chosen();
    return std::any_of(rows.begin(), rows.end(), [this](std::size_t row) { return !m_receipts[row].copy.isEmpty(); });
}

void VerifyPage::refresh()
{
    const auto rows = chosen();
    m_compare->setEnabled(rows.size() == 1 && m_receipts[rows.front()].finding.record.has_value());
    m_export->setEnabled(!m_receipts.empty());
}

void VerifyPage::addPaths(const QStringList& paths)
{
    m_notice->show(nullptr);
    m_desk.check(paths);
}

void VerifyPage::add(const ReceiptDesk::Checked& checked)
{
    m_receipts.push_back(checked);
    auto* item = new QTreeWidgetItem(m_list);
    fillRow(item, checked);
    if (m_receipts.size() == 1) {
        m_list->setCurrentItem(item);
    }
    refresh();
    Q_EMIT changed();
}

void VerifyPage::update(const ReceiptDesk::Checked& checked)
{
    for (std::size_t row = 0; row < m_receipts.size(); ++row) {
        if (m_receipts[row].file == checked.file) {
            m_receipts[row] = checked;
            fillRow(m_list->topLevelItem(static_cast<int>(row)), checked);
        }
    }
    showCurrent();
}

void VerifyPage::fillRow(QTreeWidgetItem* item, const ReceiptDesk::Checked& checked)
{
    const Chip chip = FindingText::chip(checked.finding.state);
    item->setText(StateColumn, chip.text);
    item->setData(StateColumn, StateDelegate::StateRole, static_cast<int>(checked.finding.state));
    item->setToolTip(CaseColumn, checked.file);
    if (!checked.finding.record) {
        item->setText(CaseColumn, QFileInfo(checked.file).fileName());
        item->setText(DayColumn, QStringLiteral("–"));
        item->setText(OpenColumn, QStringLiteral("–"));
        return;
    }
    const receipt::ReceiptRecord& record = *checked.finding.record;
    const QString people = record.people.supervisor.name.isEmpty()
                               ? record.people.leaver.name
                               : tr("%1 to %2").arg(record.people.leaver.name, record.people.supervisor.name);
    item->setText(CaseColumn, people);
    item->setData(
        CaseColumn, StateDelegate::DetailRole,
        tr("%1 · %n signature(s)", "", static_cast<int>(checked.finding.signatures.size())).arg(record.caseNumber));
    item->setText(DayColumn, dayText(record.people.lastWorkingDay));
    item->setText(OpenColumn, QLocale().toString(static_cast<int>(record.openPoints.size())));
}

void VerifyPage::showCurrent()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0) {
        m_pages->setDocument({});
        m_words->setText(tr("Choose a receipt to see what was found."));
        return;
    }
    const ReceiptDesk::Checked& checked = m_receipts[static_cast<std::size_t>(row)];
    m_pages->setDocument(checked.copy);
    m_words->setText(FindingText::lines(checked.finding).join(QStringLiteral("\n\n")));
}

std::vector<std::size_t> VerifyPage::chosen() const
{
    std::vector<std::size_t> rows;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->isSelected()) {
            rows.push_back(static_cast<std::size_t>(row));
        }
    }
    return rows;
}

void VerifyPage::compare()
{
    const ReceiptDesk::Checked checked = m_receipts[chosen().front()];
    const auto chosenPath = [this, checked](const QString& path) { m_desk.compare(checked, path); };
    const auto* archive = checked.finding.record->find<receipt::ArchiveSection>();
    if (archive != nullptr && archive->container == QLatin1String("folder")) {
        m_prompts.askFolder(this, tr("Choose the folder of the archive"), {}, chosenPath);
    } else {
        m_prompts.askFile(this, tr("Choose the archive"), tr("Archives (*.zip)"), chosenPath);
    }
}

void VerifyPage::exportList()
{
    QStringList lines{QStringList{csv(tr("State")), csv(tr("Handover")), csv(tr("People")), csv(tr("Last day")),
                                  csv(tr("Open points")), csv(tr("File"))}
                          .join(QLatin1Char(';'))};
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const ReceiptDesk::Checked& checked = m_receipts[static_cast<std::size_t>(row)];
        const QTreeWidgetItem* item = m_list->topLevelItem(row);
        lines += QStringList{csv(item->text(StateColumn)),
                             csv(checked.finding.record ? checked.finding.record->caseNumber : QString()),
                             csv(item->text(CaseColumn)),
                             csv(item->text(DayColumn)),
                             csv(item->text(OpenColumn)),
                             csv(QFileInfo(checked.file).fileName())}
                     .join(QLatin1Char(';'));
    }
    m_prompts.askSaveFile(
        this, tr("Export the list"), QStringLiteral("receipts.csv"), [this, lines](const QString& file) {
            m_desk.saveText(file, "\xEF\xBB\xBF" + lines.join(QStringLiteral("\r\n")).toUtf8() + "\r\n");
        });
}

void VerifyPage::act()
{
    QList<QByteArray> copies;
    for (const std::size_t row : chosen()) {
        if (!m_receipts[row].copy.isEmpty()) {
            copies += m_receipts[row].copy;
        }
    }
    m_prompts.print(this, tr("Handover receipts"), [copies](QPrinter& printer) { printPdfs(copies, printer); });
}

void VerifyPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void VerifyPage::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths += url.toLocalFile();
        }
    }
    addPaths(paths);
}

} // namespace staffelstab::wizard_pages
