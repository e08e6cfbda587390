// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/verify_page.h"

#include "receipt/sections/archive_section.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/dropped_files.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/receipt_list.h"
#include "wizard_pages/widgets/receipt_side.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace staffelstab::wizard_pages {

VerifyPage::VerifyPage(UserPrompts& prompts, policy::CompanyPolicy policy, QWidget* parent)
    : StepPage(Body::Filling, parent), m_prompts(prompts), m_policy(std::move(policy)),
      m_notice(new FailureNotice(this)), m_search(new QLineEdit(this)), m_progress(makeSmall([] { return QString(); })),
      m_list(new ReceiptList(this)), m_side(new ReceiptSide(this)),
      m_add(makeButton(QStringLiteral("addReceipts"), QStringLiteral("menu"), [] { return tr("Add receipts"); })),
      m_compare(makeButton(QStringLiteral("compare"), QStringLiteral("menu"), [] { return tr("Compare"); })),
      m_export(makeButton(QStringLiteral("exportList"), QStringLiteral("menu"), [] { return tr("Export"); }))
{
    setAcceptDrops(true);
    build();
    buildMenus();
    for (QPushButton* button : VerifyPage::barButtons()) {
        button->hide();
    }
    connectDesk();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &VerifyPage::showCurrent);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_list->narrow(text);
        refresh();
        Q_EMIT changed();
    });
}

void VerifyPage::connectDesk()
{
    connect(&m_desk, &handover::ReceiptDesk::checked, this, [this](const handover::ReceiptDesk::Checked& checked) {
        m_list->add(checked);
        refresh();
        Q_EMIT changed();
    });
    connect(&m_desk, &handover::ReceiptDesk::allChecked, this, &VerifyPage::refresh);
    connect(&m_desk, &handover::ReceiptDesk::compared, this,
            [this](const QString& file, const receipt::Finding& found) {
                m_list->noteComparison(file, found);
                showCurrent();
            });
    connect(&m_desk, &handover::ReceiptDesk::failed, this,
            [this](const Failure& failure) { m_notice->show(&failure); });
    connect(&m_desk, &handover::ReceiptDesk::contradicted, this, [this](const QString& file, const QString& other) {
        m_list->contradict(file, other);
        showCurrent();
    });
    connect(&m_desk, &handover::ReceiptDesk::entered, this, [this](const handover::ReceiptDesk::Entered& entered) {
        m_prompts.tell(this, tr("Register"), ReceiptExports::entered(entered), {});
    });
    connect(&m_desk, &handover::ReceiptDesk::copied, this, &VerifyPage::showCopies);
}

void VerifyPage::build()
{
    m_search->setObjectName(QStringLiteral("searchReceipts"));
    m_search->setClearButtonEnabled(true);
    m_progress->setObjectName(QStringLiteral("receiptsJudged"));
    onLanguage([this] {
        m_search->setPlaceholderText(tr("Search name or handover number"));
        m_search->setAccessibleName(m_search->placeholderText());
        showCurrent();
        refresh();
    });
    auto* top = new QHBoxLayout;
    top->setSpacing(space::large);
    top->addWidget(m_search, 1);
    top->addWidget(m_progress);
    auto* table = new QVBoxLayout;
    table->setSpacing(space::medium);
    table->addLayout(top);
    table->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addLayout(table, 2);
    row->addWidget(m_side, 1);
    content()->addWidget(m_notice);
    content()->addLayout(row, 1);
}

void VerifyPage::buildMenus()
{
    const auto makeMenu = [](QPushButton* button, const char* name) {
        auto* menu = new QMenu(button);
        menu->setObjectName(QLatin1String(name));
        button->setMenu(menu);
        return menu;
    };
    const auto add = [this](QMenu* menu, const char* name, Say text, std::function<void()> act) {
        QAction* action = menu->addAction(QString(), this, std::move(act));
        action->setObjectName(QLatin1String(name));
        onLanguage([action, text = std::move(text)] { action->setText(text()); });
    };
    QMenu* adding = makeMenu(m_add, "addMenu");
    add(
        adding, "addFiles", [] { return tr("Files …"); },
        [this] {
            m_prompts.askFiles(this, tr("Choose receipts"), tr("Receipts (*.pdf)"),
                               [this](const QStringList& files) { addPaths(files); });
        });
    add(
        adding, "addFolder", [] { return tr("A folder with everything in it …"); },
        [this] {
            m_prompts.askFolder(this, tr("Choose a folder with receipts"), {},
                                [this](const QString& folder) { addPaths({folder}); });
        });
    QMenu* compare = makeMenu(m_compare, "compareMenu");
    add(
        compare, "compareArchive", [] { return tr("With an archive on a drive …"); }, [this] { compareArchive(); });
    add(
        compare, "comparePaper", [] { return tr("With a photo or scan of the paper …"); }, [this] { comparePaper(); });
    QMenu* exports = makeMenu(m_export, "exportMenu");
    add(
        exports, "exportListAction", [] { return tr("The list as CSV …"); },
        [this] {
            saveAs(tr("Export the list"), QStringLiteral("receipts.csv"), {ReceiptExports::list(m_list->shown()), {}});
        });
    add(
        exports, "exportTasksAction", [] { return tr("Open tasks as CSV, those for IT first …"); },
        [this] {
            saveAs(tr("Export the open tasks"), QStringLiteral("tasks.csv"), ReceiptExports::tasks(m_list->all()));
        });
    add(
        exports, "textAction", [] { return tr("The chosen document as plain text …"); }, [this] { exportText(); });
    add(
        exports, "registerAction", [] { return tr("Enter all into the register …"); }, [this] { enterIntoRegister(); });
    add(
        exports, "calendarAction", [] { return tr("Due dates as a calendar …"); },
        [this] {
            saveAs(tr("Save the due dates"), QStringLiteral("receipts.ics"),
                   ReceiptExports::calendar(m_list->all(), m_policy, QDateTime::currentDateTime()));
        });
}

const std::vector<handover::ReceiptDesk::Checked>& VerifyPage::receipts() const
{
    return m_list->all();
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
    return tr("Print (%1)").arg(toPrint().size());
}

bool VerifyPage::isPrimaryReady() const
{
    return !m_isPrinting && !toPrint().empty();
}

ReceiptPrinting::Documents VerifyPage::toPrint() const
{
    ReceiptPrinting::Documents documents;
    for (const handover::ReceiptDesk::Checked* checked : m_list->chosen()) {
        if (checked->isOurs()) {
            documents.push_back({checked->file, checked->standing()});
        }
    }
    return documents;
}

void VerifyPage::refresh()
{
    const auto chosen = m_list->chosen();
    m_compare->setEnabled(chosen.size() == 1 && chosen.front()->finding.record.has_value());
    m_export->setEnabled(!m_list->all().empty());
    const auto judged = static_cast<int>(m_list->all().size());
    const auto waiting = static_cast<int>(m_desk.waiting());
    m_progress->setText(waiting == 0 ? m_list->counted() : tr("%1 of %2 judged").arg(judged).arg(judged + waiting));
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

void VerifyPage::showCurrent()
{
    const handover::ReceiptDesk::Checked* checked = m_list->current();
    m_side->show(checked);
    if (checked == nullptr) {
        m_shown.clear();
    } else if (m_shown != checked->file) {
        m_shown = checked->file;
        m_side->setDocument({});
        m_desk.copy({checked->file});
    }
}

void VerifyPage::compareArchive()
{
    const handover::ReceiptDesk::Checked checked = *m_list->chosen().front();
    const auto chosenPath = [this, checked](const QString& path) { m_desk.compare(checked, path); };
    const auto* archive = checked.finding.record->find<receipt::ArchiveSection>();
    if (archive != nullptr && archive->container == QLatin1String("folder")) {
        m_prompts.askFolder(this, tr("Choose the folder of the archive"), {}, chosenPath);
    } else {
        m_prompts.askFile(this, tr("Choose the archive"), tr("Archives (*.zip *.iso)"), chosenPath);
    }
}

void VerifyPage::comparePaper()
{
    const handover::ReceiptDesk::Checked checked = *m_list->chosen().front();
    m_prompts.askFile(this, tr("Choose a photo or scan of the first page"),
                      tr("Pictures and scans (*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.pdf)"),
                      [this, checked](const QString& picture) { m_desk.comparePaper(checked, picture); });
}

void VerifyPage::enterIntoRegister()
{
    m_prompts.askSaveFile(this, tr("Choose the register"), QStringLiteral("register.sqlite"),
                          [this, files = m_list->all()](const QString& file) { m_desk.enter(file, files, m_policy); });
}

void VerifyPage::exportText()
{
    const handover::ReceiptDesk::Checked* checked = m_list->current();
    const QByteArray text = checked != nullptr ? ReceiptExports::text(*checked) : QByteArray();
    if (checked == nullptr || text.isEmpty()) {
        m_prompts.tell(this, tr("Nothing to read out"), tr("This file holds nothing that could be saved as text."), {});
        return;
    }
    saveAs(tr("Save the document as plain text"), QFileInfo(checked->file).completeBaseName() + QStringLiteral(".txt"),
           {text, {}});
}

void VerifyPage::saveAs(const QString& title, const QString& name, const ReceiptExports::Written& written)
{
    m_prompts.askSaveFile(this, title, name, [this, title, written](const QString& file) {
        m_desk.saveText(file, written.text);
        if (!written.leftOut.isEmpty()) {
            m_prompts.tell(this, title, written.leftOut, {});
        }
    });
}

void VerifyPage::showCopies(const QStringList& files, const QList<QByteArray>& copies)
{
    const bool isForPaper =
        m_isPrinting && std::equal(files.begin(), files.end(), m_printed.begin(), m_printed.end(),
                                   [](const QString& file, const auto& printed) { return file == printed.file; });
    if (isForPaper) {
        m_isPrinting = false;
        Q_EMIT changed();
        ReceiptPrinting::print(this, m_prompts, tr("Handover receipts"), m_printed, copies);
    } else if (files == QStringList{m_shown}) {
        m_side->setDocument(copies.front());
    }
}

void VerifyPage::act()
{
    m_printed = toPrint();
    ReceiptPrinting::ask(this, m_prompts, m_printed, [this] {
        QStringList files;
        for (const ReceiptPrinting::Document& document : m_printed) {
            files += document.file;
        }
        m_isPrinting = true;
        Q_EMIT changed();
        m_desk.copy(files);
    });
}

void VerifyPage::dragEnterEvent(QDragEnterEvent* event)
{
    acceptFiles(event);
}

void VerifyPage::dropEvent(QDropEvent* event)
{
    addPaths(droppedFiles(event));
}

} // namespace staffelstab::wizard_pages
