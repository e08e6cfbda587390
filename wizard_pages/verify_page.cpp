// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/verify_page.h"

#include "receipt/plain_text_twin.h"
#include "receipt/sections/archive_section.h"
#include "wizard_pages/due_text.h"
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
#include <QMenu>
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

VerifyPage::VerifyPage(UserPrompts& prompts, policy::CompanyPolicy policy, QWidget* parent)
    : StepPage(Body::Filling, parent), m_prompts(prompts), m_policy(std::move(policy)),
      m_notice(new FailureNotice(this)), m_list(new QTreeWidget(this)), m_pages(new PageView(this)),
      m_words(makeLabel([] { return QString(); })),
      m_add(makeButton(QStringLiteral("addReceipts"), {}, [] { return tr("Add receipts …"); })),
      m_compare(makeButton(QStringLiteral("compareArchive"), {}, [] { return tr("Compare an archive …"); })),
      m_export(makeButton(QStringLiteral("exportList"), {}, [] { return tr("Export"); }))
{
    setAcceptDrops(true);
    build();
    for (QPushButton* button : barButtons()) {
        button->hide();
    }
    connect(&m_desk, &handover::ReceiptDesk::checked, this, &VerifyPage::add);
    connect(&m_desk, &handover::ReceiptDesk::compared, this, &VerifyPage::update);
    connect(&m_desk, &handover::ReceiptDesk::failed, this,
            [this](const Failure& failure) { m_notice->show(&failure); });
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
    buildMenu();
    connect(&m_desk, &handover::ReceiptDesk::entered, this, [this](int added, int known, int refused) {
        m_prompts.tell(this, tr("Register"),
                       tr("New: %1. Already there: %2. Refused, because altered or no receipt: %3.")
                           .arg(added)
                           .arg(known)
                           .arg(refused),
                       {});
    });
    connect(&m_desk, &handover::ReceiptDesk::copied, this, &VerifyPage::showCopies);
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
    return !m_isPrinting && std::any_of(rows.begin(), rows.end(),
                                        [this](std::size_t row) { return m_receipts[row].finding.record.has_value(); });
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
    const Result<handover::SigningRules> rules = handover::signingRules(m_policy);
    if (!rules) {
        m_notice->show(&rules.failure());
    }
    m_desk.check(paths, rules ? handover::expectedBy(*rules) : receipt::ExpectedSigners());
}

void VerifyPage::add(const handover::ReceiptDesk::Checked& checked)
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

void VerifyPage::update(const handover::ReceiptDesk::Checked& checked)
{
    for (std::size_t row = 0; row < m_receipts.size(); ++row) {
        if (m_receipts[row].file == checked.file) {
            m_receipts[row] = checked;
            fillRow(m_list->topLevelItem(static_cast<int>(row)), checked);
        }
    }
    showCurrent();
}

void VerifyPage::fillRow(QTreeWidgetItem* item, const handover::ReceiptDesk::Checked& checked)
{
    const Chip chip = FindingText::chip(checked.finding);
    item->setText(StateColumn, chip.text);
    item->setData(StateColumn, StateDelegate::StateRole, static_cast<int>(checked.finding.state));
    item->setData(StateColumn, StateDelegate::VouchedRole, checked.finding.isVouchedFor());
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
        m_shown.clear();
        m_pages->setDocument({});
        m_words->setText(tr("Choose a receipt to see what was found."));
        return;
    }
    const handover::ReceiptDesk::Checked& checked = m_receipts[static_cast<std::size_t>(row)];
    if (m_shown != checked.file) {
        m_shown = checked.file;
        m_pages->setDocument({});
        m_desk.copy({checked.file});
    }
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
    const handover::ReceiptDesk::Checked checked = m_receipts[chosen().front()];
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
        const handover::ReceiptDesk::Checked& checked = m_receipts[static_cast<std::size_t>(row)];
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

void VerifyPage::buildMenu()
{
    auto* menu = new QMenu(m_export);
    menu->setObjectName(QStringLiteral("exportMenu"));
    const auto add = [&](const char* name, void (VerifyPage::*act)(), std::function<QString()> text) {
        QAction* action = menu->addAction(QString(), this, act);
        action->setObjectName(QLatin1String(name));
        onLanguage([action, text = std::move(text)] { action->setText(text()); });
    };
    add("exportListAction", &VerifyPage::exportList, [] { return tr("The list as CSV …"); });
    add("exportTasksAction", &VerifyPage::exportTasks, [] { return tr("Open tasks for IT as CSV …"); });
    add("textAction", &VerifyPage::exportText, [] { return tr("The receipt as plain text …"); });
    add("registerAction", &VerifyPage::enterIntoRegister, [] { return tr("Enter all into the register …"); });
    add("calendarAction", &VerifyPage::exportCalendar, [] { return tr("Due dates as a calendar …"); });
    m_export->setMenu(menu);
}

void VerifyPage::enterIntoRegister()
{
    std::vector<receipt::ReceiptFinding> findings;
    for (const handover::ReceiptDesk::Checked& checked : m_receipts) {
        findings.push_back(checked.finding);
    }
    m_prompts.askSaveFile(this, tr("Choose the register"), QStringLiteral("register.sqlite"),
                          [this, findings](const QString& file) { m_desk.enter(file, findings, m_policy); });
}

void VerifyPage::exportCalendar()
{
    std::vector<handover::RegisterEntry> entries;
    for (const handover::ReceiptDesk::Checked& checked : m_receipts) {
        if (checked.finding.record) {
            entries.push_back(handover::registerEntry(checked.finding, m_policy));
        }
    }
    const QDateTime now = QDateTime::currentDateTime();
    const QByteArray ics = handover::dueCalendar(handover::dueDates(entries, now.date()), DueText::of, now);
    m_prompts.askSaveFile(this, tr("Save the due dates"), QStringLiteral("receipts.ics"),
                          [this, ics](const QString& file) { m_desk.saveText(file, ics); });
}

void VerifyPage::exportText()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const QString text =
        row < 0 ? QString() : receipt::plainTextTwin(m_receipts[static_cast<std::size_t>(row)].finding);
    if (text.isEmpty()) {
        return;
    }
    const QString name = QFileInfo(m_receipts[static_cast<std::size_t>(row)].file).completeBaseName();
    m_prompts.askSaveFile(this, tr("Save the receipt as plain text"), name + QStringLiteral(".txt"),
                          [this, text](const QString& file) { m_desk.saveText(file, text.toUtf8()); });
}

void VerifyPage::exportTasks()
{
    QStringList lines{QStringList{csv(tr("Handover")), csv(tr("People")), csv(tr("Task"))}.join(QLatin1Char(';'))};
    const QString language = QLocale().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
    for (const handover::ReceiptDesk::Checked& checked : m_receipts) {
        if (!checked.finding.record) {
            continue;
        }
        for (const receipt::OpenPoint& point : checked.finding.record->openPoints) {
            lines +=
                QStringList{csv(checked.finding.record->caseNumber), csv(checked.finding.record->people.leaver.name),
                            csv(receipt::openPointText(point, language))}
                    .join(QLatin1Char(';'));
        }
    }
    m_prompts.askSaveFile(
        this, tr("Export the open tasks"), QStringLiteral("tasks.csv"), [this, lines](const QString& file) {
            m_desk.saveText(file, "\xEF\xBB\xBF" + lines.join(QStringLiteral("\r\n")).toUtf8() + "\r\n");
        });
}

void VerifyPage::showCopies(const QStringList& files, const QList<QByteArray>& copies)
{
    if (!m_isPrinting || files.size() != chosen().size()) {
        if (files == QStringList{m_shown}) {
            m_pages->setDocument(copies.front());
        }
        return;
    }
    m_isPrinting = false;
    Q_EMIT changed();
    m_prompts.print(this, tr("Handover receipts"), [copies](QPrinter& printer) { printPdfs(copies, printer); });
}

void VerifyPage::act()
{
    QStringList files;
    for (const std::size_t row : chosen()) {
        files += m_receipts[row].file;
    }
    m_isPrinting = true;
    Q_EMIT changed();
    m_desk.copy(files);
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
