// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/receipt_page.h"

#include "wizard_pages/finding_text.h"
#include "wizard_pages/receipt_printing.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/page_view.h"

#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {

constexpr int sideWidth = 360;

QString inGroupsOfFour(const QByteArray& digest)
{
    QString text;
    const QString hex = QString::fromLatin1(digest.toHex());
    for (int i = 0; i < hex.size(); i += 4) {
        text += hex.mid(i, 4) + QLatin1Char(' ');
    }
    return text.trimmed();
}

} // namespace

ReceiptPage::ReceiptPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                         QWidget* parent)
    : CasePage(handover, handover::Step::Receipt, Body::Filling, parent), m_acts(acts), m_prompts(prompts),
      m_pages(new PageView(this))
{
    build();
    connectShelf();
}

void ReceiptPage::build()
{
    onLanguage([this] { m_pages->setAccessibleName(tr("Copy of the receipt")); });
    m_pages->setObjectName(QStringLiteral("receiptPages"));
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_state = makeHeading([] { return QString(); });
    m_state->setObjectName(QStringLiteral("receiptState"));
    m_lines = makeSmall([] { return QString(); });
    m_file = makeSmall([] { return QString(); });
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_file->setObjectName(QStringLiteral("receiptFile"));
    column->addWidget(m_state);
    column->addWidget(m_lines);
    column->addWidget(m_file);
    m_print = makeButton(QStringLiteral("printReceipt"), {}, [] { return tr("Print …"); });
    QPushButton* save = makeButton(QStringLiteral("saveReceiptCopy"), {}, [] { return tr("Save a copy …"); });
    QPushButton* open = makeButton(QStringLiteral("openReceiptFolder"), {}, [] { return tr("Show the folder"); });
    m_saved = makeSmall([] { return QString(); });
    m_saved->setObjectName(QStringLiteral("savedCopy"));
    auto* side = new QVBoxLayout;
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(space::medium);
    side->addWidget(card);
    side->addWidget(m_print);
    side->addWidget(save);
    side->addWidget(open);
    side->addWidget(m_saved);
    side->addStretch();
    auto* box = new QWidget(this);
    box->setFixedWidth(sideWidth);
    box->setLayout(side);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(m_pages, 1);
    row->addWidget(box);
    content()->addLayout(row, 1);
    connect(save, &QPushButton::clicked, this, &ReceiptPage::saveCopy);
    connect(m_print, &QPushButton::clicked, this, [this] {
        m_prompts.print(this, m_case.caseNumber(), [this](QPrinter& printer) { printPages(m_copy, printer); });
    });
    connect(open, &QPushButton::clicked, this,
            [this] { m_prompts.openOutside(QFileInfo(m_case.receiptFiles()->path).absolutePath()); });
}

void ReceiptPage::connectShelf()
{
    const auto judged = [this](int index) {
        m_shelf.loadCopy(index);
        describe();
    };
    connect(&m_shelf, &handover::ReceiptShelf::added, this, judged);
    connect(&m_shelf, &handover::ReceiptShelf::changed, this, judged);
    connect(&m_shelf, &handover::ReceiptShelf::copyReady, this, [this](int /*index*/, const QByteArray& pdf) {
        m_copy = pdf;
        m_pages->setDocument(pdf);
        m_print->setEnabled(true);
    });
    connect(&m_shelf, &handover::ReceiptShelf::saved, this, [this](const QString& path) {
        showFailure(nullptr);
        m_saved->setText(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_shelf, &handover::ReceiptShelf::failed, this,
            [this](const QString& /*path*/, const Failure& failure) { showFailure(&failure); });
}

QString ReceiptPage::title() const
{
    return isComplete() ? tr("The receipt is complete") : tr("The countersignature is missing");
}

QString ReceiptPage::lead() const
{
    return isComplete() ? tr("Both have signed. Give the same file to both; HR prints it and can check it years later.")
                        : tr("Give the file ending in “.pending.pdf” to %1. It counts only with both signatures.")
                              .arg(m_case.people().supervisor.name);
}

QString ReceiptPage::why() const
{
    return tr(
        "Closing wipes everything private from this handover's file and from the key store: messages, decisions and "
        "logins. The receipt's facts and the journal stay.");
}

QString ReceiptPage::primaryText() const
{
    return m_case.isClosed() ? tr("Done") : tr("Close the handover");
}

void ReceiptPage::enter()
{
    m_print->setEnabled(!m_copy.isEmpty());
    refresh();
    if (m_case.receiptFiles()) {
        m_shelf.add({m_case.receiptFiles()->path});
    }
}

void ReceiptPage::refresh()
{
    describe();
}

void ReceiptPage::describe()
{
    const auto& files = m_case.receiptFiles();
    if (!files) {
        return;
    }
    m_file->setText(QDir::toNativeSeparators(files->path) + QLatin1Char('\n') + tr("SHA-256") + QLatin1Char('\n') +
                    inGroupsOfFour(files->sha256));
    if (m_shelf.entries().empty()) {
        return;
    }
    const receipt::ReceiptFinding& finding = m_shelf.entries().back().finding;
    m_state->setText(FindingText::chip(finding.state).text);
    m_lines->setText(FindingText::lines(finding).join(QLatin1Char('\n')));
}

void ReceiptPage::saveCopy()
{
    if (!m_case.receiptFiles() || m_shelf.entries().empty()) {
        return;
    }
    const QString name = QFileInfo(m_case.receiptFiles()->path).fileName();
    m_prompts.askSaveFile(this, tr("Save a copy of the receipt"), name, [this](const QString& path) {
        m_shelf.saveCopy(static_cast<int>(m_shelf.entries().size()) - 1, path);
    });
}

void ReceiptPage::act()
{
    if (m_case.isClosed()) {
        Q_EMIT finished();
        return;
    }
    m_prompts.confirm(
        this, tr("Close this handover?"),
        tr("Everything private is wiped from this handover's file and from the key store: messages, decisions and "
           "logins. This cannot be undone. The receipt and the copies you made stay where they are."),
        tr("Wipe and close"), [this] {
            if (accept(m_acts.close())) {
                Q_EMIT finished();
            }
        });
}

} // namespace staffelstab::wizard_pages
