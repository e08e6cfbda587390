// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/countersign_page.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/confirmation_input.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/page_view.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFrame>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {
constexpr int sheetHeight = 420;
}

CountersignPage::CountersignPage(UserPrompts& prompts, const Clock& clock, const QString& tsa, QWidget* parent)
    : StepPage(Body::Scrolling, parent), m_prompts(prompts), m_service(clock, tsa), m_notice(new FailureNotice(this)),
      m_sheet(new QWidget(this)), m_pages(new PageView(this)), m_input(new ConfirmationInput(prompts, this))
{
    setAcceptDrops(true);
    build();
    connectService();
    refresh();
}

void CountersignPage::build()
{
    QVBoxLayout* column = nullptr;
    m_invitation = makeCard(column);
    column->addWidget(makeLabel([] { return tr("Drop the file ending in “.pending.pdf” here, or choose it."); }));
    QPushButton* choose = makeButton(QStringLiteral("choosePending"), {}, [] { return tr("Choose the file …"); });
    column->addWidget(choose, 0, Qt::AlignLeft);
    connect(choose, &QPushButton::clicked, this, &CountersignPage::chooseFile);
    m_done = makeLabel([] { return QString(); });
    m_done->setObjectName(QStringLiteral("countersigned"));
    m_pages->setObjectName(QStringLiteral("receiptPages"));
    m_pages->setFixedHeight(sheetHeight);
    onLanguage([this] { m_pages->setAccessibleName(tr("Copy of the receipt")); });
    auto* sheet = new QVBoxLayout(m_sheet);
    sheet->setContentsMargins(0, 0, 0, 0);
    sheet->setSpacing(space::large);
    sheet->addWidget(m_pages);
    sheet->addWidget(makeHeading([] { return tr("What have you received? Confirm only what is in your hands."); }));
    sheet->addWidget(m_input);
    content()->addWidget(m_notice);
    content()->addWidget(m_invitation);
    content()->addWidget(m_done);
    content()->addWidget(m_sheet);
}

void CountersignPage::connectService()
{
    connect(m_input, &ConfirmationInput::changed, this, &StepPage::changed);
    connect(&m_service, &handover::Countersigning::opened, this, [this](const QByteArray& copy) {
        m_isOpen = true;
        m_notice->show(nullptr);
        m_pages->setDocument(copy);
        if (m_service.finding().record) {
            m_input->setRecord(*m_service.finding().record);
        }
        refresh();
        Q_EMIT changed();
    });
    connect(&m_service, &handover::Countersigning::signedFile, this, [this](const handover::ReceiptFiles& files) {
        m_signedPath = files.path;
        m_notice->show(nullptr);
        refresh();
        Q_EMIT changed();
    });
    connect(&m_service, &handover::Countersigning::failed, this, [this](const Failure& failure) {
        m_notice->show(&failure);
        Q_EMIT changed();
    });
}

QString CountersignPage::title() const
{
    return isComplete() ? tr("Countersigned") : tr("Countersign a receipt");
}

QString CountersignPage::lead() const
{
    return isComplete() ? tr("Both signatures are in the file. Give a copy to the leaver and to HR.")
                        : tr("The leaver has signed. Look at the receipt, tick what you have received, and sign.");
}

QString CountersignPage::primaryText() const
{
    return isComplete() ? tr("Done") : tr("Countersign");
}

bool CountersignPage::isPrimaryReady() const
{
    return isComplete() || (m_isOpen && m_input->isComplete() && !m_service.isBusy());
}

void CountersignPage::refresh()
{
    m_invitation->setVisible(!m_isOpen);
    m_sheet->setVisible(m_isOpen && !isComplete());
    m_done->setVisible(isComplete());
    m_done->setText(tr("The complete receipt: %1").arg(QDir::toNativeSeparators(m_signedPath)));
}

void CountersignPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
        return;
    }
    m_service.sign(m_input->take());
    Q_EMIT changed();
}

void CountersignPage::openFile(const QString& path)
{
    m_service.open(path);
}

void CountersignPage::chooseFile()
{
    m_prompts.askFile(this, tr("Choose the half-signed receipt"), tr("Half-signed receipts (*.pending.pdf *.pdf)"),
                      [this](const QString& path) { openFile(path); });
}

void CountersignPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_isOpen && event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void CountersignPage::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) {
        openFile(urls.first().toLocalFile());
        event->acceptProposedAction();
    }
}

} // namespace staffelstab::wizard_pages
