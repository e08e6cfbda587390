// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/verify_page.h"

#include "wizard_pages/finding_text.h"
#include "wizard_pages/receipt_printing.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/page_view.h"
#include "wizard_pages/widgets/receipt_table.h"

#include <QDragEnterEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

namespace staffelstab::wizard_pages {

namespace {

constexpr int detailWidth = 420;
constexpr int rowHeight = 58;
constexpr int stateWidth = 170;
constexpr int dateWidth = 110;
constexpr int openWidth = 110;

} // namespace

VerifyPage::VerifyPage(UserPrompts& prompts, QWidget* parent)
    : StepPage(Body::Filling, parent), m_prompts(prompts), m_notice(new FailureNotice(this)),
      m_table(new ReceiptTable(m_shelf, this)), m_view(new QTableView(this)), m_pages(new PageView(this))
{
    setAcceptDrops(true);
    m_compare = makeButton(QStringLiteral("compareArchive"), {}, [] { return tr("Compare with an archive …"); });
    content()->addWidget(m_notice);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(buildList(), 1);
    row->addWidget(buildDetail());
    content()->addLayout(row, 1);
    connectShelf();
    refresh();
}

QWidget* VerifyPage::buildList()
{
    m_view->setObjectName(QStringLiteral("receipts"));
    m_view->setModel(m_table);
    m_view->setItemDelegate(new ReceiptDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView* header = m_view->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(ReceiptTable::HandoverColumn, QHeaderView::Stretch);
    header->resizeSection(ReceiptTable::StateColumn, stateWidth);
    header->resizeSection(ReceiptTable::LastDayColumn, dateWidth);
    header->resizeSection(ReceiptTable::OpenColumn, openWidth);
    onLanguage([this] {
        m_view->setAccessibleName(tr("Receipts"));
        m_table->retranslate();
    });
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    auto* buttons = new QHBoxLayout;
    QPushButton* files = makeButton(QStringLiteral("addReceipts"), {}, [] { return tr("Add files …"); });
    QPushButton* folder = makeButton(QStringLiteral("addReceiptFolder"), {}, [] { return tr("Add a folder …"); });
    buttons->addWidget(files);
    buttons->addWidget(folder);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_view, 1);
    connect(files, &QPushButton::clicked, this, [this] {
        m_prompts.askFiles(this, tr("Choose receipts"), tr("Receipts (*.pdf)"),
                           [this](const QStringList& paths) { addReceipts(paths); });
    });
    connect(folder, &QPushButton::clicked, this, [this] {
        m_prompts.askFolder(this, tr("Choose a folder with receipts"), {},
                            [this](const QString& path) { addReceipts({path}); });
    });
    return box;
}

QWidget* VerifyPage::buildDetail()
{
    m_pages->setObjectName(QStringLiteral("receiptPages"));
    onLanguage([this] { m_pages->setAccessibleName(tr("Copy of the receipt")); });
    QVBoxLayout* words = nullptr;
    QFrame* card = makeCard(words);
    m_state = makeHeading([] { return QString(); });
    m_state->setObjectName(QStringLiteral("receiptState"));
    m_lines = makeSmall([] { return QString(); });
    m_lines->setObjectName(QStringLiteral("receiptLines"));
    words->addWidget(m_state);
    words->addWidget(m_lines);
    auto* box = new QWidget(this);
    box->setFixedWidth(detailWidth);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(makeSmall([] { return tr("View: a copy. The original file was judged."); }));
    column->addWidget(m_pages, 1);
    column->addWidget(card);
    return box;
}

void VerifyPage::connectShelf()
{
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &VerifyPage::showSelected);
    connect(&m_shelf, &handover::ReceiptShelf::added, this, [this](int index) {
        if (selected() < 0) {
            m_view->selectRow(index);
        }
    });
    connect(&m_shelf, &handover::ReceiptShelf::changed, this, [this](int index) {
        if (index == selected()) {
            showSelected();
        }
    });
    connect(&m_shelf, &handover::ReceiptShelf::copyReady, this, [this](int index, const QByteArray& pdf) {
        if (index == selected()) {
            m_copy = pdf;
            m_pages->setDocument(pdf);
            Q_EMIT changed();
        }
    });
    connect(&m_shelf, &handover::ReceiptShelf::failed, this,
            [this](const QString& /*path*/, const Failure& failure) { m_notice->show(&failure); });
    connect(m_compare, &QPushButton::clicked, this, [this] {
        m_prompts.askFile(this, tr("Choose the archive, or tagmanifest-sha256.txt in its folder"), tr("All files (*)"),
                          [this](const QString& path) { m_shelf.compareArchive(selected(), path); });
    });
}

int VerifyPage::selected() const
{
    return m_view->currentIndex().row();
}

void VerifyPage::showSelected()
{
    m_copy.clear();
    m_pages->setDocument({});
    refresh();
    if (selected() >= 0 &&
        m_shelf.entries()[static_cast<std::size_t>(selected())].finding.state != receipt::ReceiptState::NotAReceipt) {
        m_shelf.loadCopy(selected());
    }
    Q_EMIT changed();
}

void VerifyPage::refresh()
{
    const int index = selected();
    m_compare->setEnabled(index >= 0);
    if (index < 0) {
        m_state->setText(tr("No receipt chosen"));
        m_lines->setText(tr("Drop PDF files or a folder into this window."));
        return;
    }
    const receipt::ReceiptFinding& finding = m_shelf.entries()[static_cast<std::size_t>(index)].finding;
    m_state->setText(FindingText::chip(finding.state).text);
    m_lines->setText(FindingText::lines(finding).join(QLatin1Char('\n')));
}

QString VerifyPage::title() const
{
    return tr("Verify and print receipts");
}

QString VerifyPage::lead() const
{
    return tr("Drop PDF files or a folder here. They are checked on this computer, without a network.");
}

QString VerifyPage::primaryText() const
{
    return tr("Print …");
}

void VerifyPage::act()
{
    const auto& record = m_shelf.entries()[static_cast<std::size_t>(selected())].finding.record;
    m_prompts.print(this, record ? record->caseNumber : QString(),
                    [this](QPrinter& printer) { printPages(m_copy, printer); });
}

void VerifyPage::addReceipts(const QStringList& paths)
{
    m_notice->show(nullptr);
    m_shelf.add(paths);
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
            paths.append(url.toLocalFile());
        }
    }
    addReceipts(paths);
    event->acceptProposedAction();
}

} // namespace staffelstab::wizard_pages
