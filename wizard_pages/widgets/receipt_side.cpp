// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/receipt_side.h"

#include "wizard_pages/consent_finding_text.h"
#include "wizard_pages/finding_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/page_view.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

ReceiptSide::ReceiptSide(QWidget* parent)
    : QWidget(parent), m_pages(new PageView(this)), m_copy(new QLabel(this)), m_findings(new QScrollArea),
      m_words(new QLabel)
{
    m_pages->setObjectName(QStringLiteral("receiptPages"));
    m_copy->setObjectName(QStringLiteral("receiptCopy"));
    m_copy->setFont(smallFont());
    m_copy->setProperty("tone", QStringLiteral("muted"));
    m_copy->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("receiptWords"));
    m_words->setAlignment(Qt::AlignTop);
    m_words->setWordWrap(true);
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    auto* inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(space::large, space::medium, space::large, space::medium);
    // The words have nothing to stop at: the keyboard scrolls the area itself.
    m_findings->setParent(card);
    m_findings->setObjectName(QStringLiteral("receiptFindings"));
    m_findings->setWidgetResizable(true);
    m_findings->setWidget(m_words);
    m_findings->setFocusPolicy(Qt::StrongFocus);
    inCard->addWidget(m_findings);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_pages, 3);
    column->addWidget(m_copy);
    column->addWidget(card, 2);
    retranslate();
}

void ReceiptSide::show(const handover::ReceiptDesk::Checked* checked)
{
    m_pages->setVisible(checked != nullptr);
    m_copy->setVisible(checked != nullptr);
    if (checked == nullptr) {
        setDocument({});
        m_words->setText(tr("Choose a receipt to see what was found."));
        return;
    }
    const QStringList lines =
        checked->consents ? ConsentFindingText::lines(*checked->consents) : FindingText::lines(checked->finding);
    m_words->setText(lines.join(QStringLiteral("\n\n")));
    m_findings->setAccessibleDescription(m_words->text());
    m_findings->verticalScrollBar()->setValue(0);
}

void ReceiptSide::setDocument(const QByteArray& copy)
{
    m_pages->setDocument(copy);
}

void ReceiptSide::retranslate()
{
    m_findings->setAccessibleName(tr("What was found"));
    m_copy->setText(tr("A copy for the eye. What was judged is the file."));
}

void ReceiptSide::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
