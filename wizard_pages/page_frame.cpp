// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/page_frame.h"

#include "wizard_pages/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {

/** The page may not have been shown yet: what nobody has hidden will be seen. */
bool isHiddenOn(const QWidget& page, const QWidget* widget)
{
    for (; widget != &page; widget = widget->parentWidget()) {
        if (widget->testAttribute(Qt::WA_WState_ExplicitShowHide) && widget->isHidden()) {
            return true;
        }
    }
    return false;
}

bool mayFocus(const QWidget& page, const QWidget* widget)
{
    return page.isAncestorOf(widget) && !isHiddenOn(page, widget) && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

QWidget* firstControl(const QWidget& page)
{
    for (QWidget* next = page.nextInFocusChain(); next != nullptr && next != &page; next = next->nextInFocusChain()) {
        if (!mayFocus(page, next)) {
            continue;
        }
        const auto* button = qobject_cast<QAbstractButton*>(next);
        // Of choices that exclude one another, the one that is chosen.
        QAbstractButton* chosen = button != nullptr && button->group() != nullptr && button->group()->exclusive()
                                      ? button->group()->checkedButton()
                                      : nullptr;
        // Qt takes the tab key from choices beside the one that had it last.
        return chosen != nullptr && chosen->isEnabled() && !isHiddenOn(page, chosen) ? chosen : next;
    }
    return nullptr;
}

} // namespace

PageFrame::PageFrame(QWidget* parent) : QWidget(parent), m_stack(new QStackedWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead();
    buildBar();
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_missing);
    column->addWidget(m_bar);
}

void PageFrame::buildHead()
{
    m_head = new QWidget(this);
    m_title = new QLabel(m_head);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setFont(titleFont());
    m_title->setWordWrap(true);
    // The dots of a capital Ü reach above the line.
    m_title->setContentsMargins(0, space::tiny, 0, 0);
    m_lead = new QLabel(m_head);
    m_lead->setObjectName(QStringLiteral("pageLead"));
    m_lead->setProperty("tone", QStringLiteral("muted"));
    m_lead->setWordWrap(true);
    m_lead->setMaximumWidth(820);
    m_lead->setTextFormat(Qt::PlainText);
    auto* words = new QVBoxLayout;
    words->setSpacing(space::tiny);
    words->addWidget(m_title);
    words->addWidget(m_lead);
    m_headExtra = new QHBoxLayout;
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(space::edge, space::huge - space::tiny, space::edge, space::large);
    row->setSpacing(space::huge);
    row->addLayout(words, 100);
    row->addStretch(1);
    row->addLayout(m_headExtra);
}

void PageFrame::buildBar()
{
    m_bar = new QFrame(this);
    m_bar->setObjectName(QStringLiteral("buttonBar"));
    m_bar->setFixedHeight(61);
    m_exit = new QPushButton(m_bar);
    m_exit->setObjectName(QStringLiteral("saveAndExit"));
    m_exit->setProperty("kind", QStringLiteral("link"));
    m_missing = new QLabel(this);
    m_missing->setObjectName(QStringLiteral("missing"));
    m_missing->setFont(smallFont());
    m_missing->setProperty("tone", QStringLiteral("muted"));
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setWordWrap(true);
    m_missing->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_missing->setContentsMargins(space::edge, space::tiny, space::edge, space::tiny);
    m_back = new QPushButton(m_bar);
    m_back->setObjectName(QStringLiteral("back"));
    m_primary = new QPushButton(m_bar);
    m_primary->setObjectName(QStringLiteral("primary"));
    m_primary->setProperty("kind", QStringLiteral("primary"));
    m_extraButtons = new QHBoxLayout;
    m_extraButtons->setSpacing(space::medium);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(space::edge, 0, space::edge, 0);
    row->setSpacing(space::medium);
    row->addWidget(m_exit);
    row->addStretch();
    row->addWidget(m_back);
    row->addLayout(m_extraButtons);
    row->addWidget(m_primary);
    connect(m_exit, &QPushButton::clicked, this, &PageFrame::exitPressed);
    connect(m_back, &QPushButton::clicked, this, &PageFrame::backPressed);
    connect(m_primary, &QPushButton::clicked, this, [this] { m_page->act(); });
}

QWidget* PageFrame::host() const
{
    return m_stack;
}

void PageFrame::showPage(StepPage* page)
{
    release();
    m_page = page;
    if (m_stack->indexOf(page) < 0) {
        m_stack->addWidget(page);
    }
    // Before the stack puts it somewhere of its own choice.
    m_focusWhenLeft = page->focusWidget();
    m_stack->setCurrentWidget(page);
    for (QPushButton* button : page->barButtons()) {
        m_extraButtons->addWidget(button);
        button->show();
    }
    // What the page's buttons lead up to comes right after them, before the way out.
    setTabOrder(page->barButtons().empty() ? m_back : page->barButtons().back(), m_primary);
    if (QWidget* extra = page->headWidget()) {
        m_headExtra->addWidget(extra);
        extra->show();
    }
    connect(page, &StepPage::changed, this, &PageFrame::changed);
}

void PageFrame::release()
{
    StepPage* page = std::exchange(m_page, nullptr);
    if (page == nullptr) {
        return;
    }
    disconnect(page, &StepPage::changed, this, nullptr);
    for (QPushButton* button : page->barButtons()) {
        button->setParent(page);
        button->hide();
    }
    if (QWidget* extra = page->headWidget()) {
        extra->setParent(page);
        extra->hide();
    }
}

void PageFrame::dress(const QString& exitText, const QString& backText, bool hasPageBefore)
{
    const bool isFramed = m_page->frame() != StepPage::Frame::Cover;
    m_head->setVisible(isFramed);
    m_bar->setVisible(isFramed);
    m_title->setText(m_page->title());
    // The label draws its contents anew only; the dots of a capital Ü stand above them.
    m_title->update();
    m_lead->setText(m_page->lead());
    m_exit->setText(exitText);
    m_back->setText(backText);
    m_back->setVisible(hasPageBefore && m_page->mayGoBack());
    m_primary->setVisible(!m_page->primaryText().isEmpty());
    m_primary->setText(m_page->primaryText());
    m_primary->setEnabled(m_page->isPrimaryReady());
    const QString missing = m_page->isPrimaryReady() ? m_page->doubt() : m_page->missing();
    m_missing->setText(missing);
    m_missing->setVisible(isFramed && !missing.isEmpty());
    m_primary->setAccessibleDescription(missing);
}

void PageFrame::focusPage()
{
    QWidget* wanted = m_focusWhenLeft;
    if (wanted == nullptr || wanted == m_page || !mayFocus(*m_page, wanted)) {
        wanted = m_page->firstFocus();
    }
    if (wanted == nullptr || !mayFocus(*m_page, wanted)) {
        wanted = firstControl(*m_page);
        // A page does not begin at what is aside of its question.
        if (wanted != nullptr && wanted->property("kind") == QStringLiteral("link")) {
            wanted = nullptr;
        }
    }
    (wanted != nullptr ? wanted : m_page)->setFocus(Qt::OtherFocusReason);
}

} // namespace staffelstab::wizard_pages
