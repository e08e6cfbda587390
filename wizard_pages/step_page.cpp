// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/step_page.h"

#include "wizard_pages/theme.h"

#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {

/** As high as the scroll area around it, and no lower than its content can be made. */
class FillingSheet : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] int heightForWidth(int) const override { return layout()->minimumSize().height(); }
};

} // namespace

StepPage::StepPage(Body body, QWidget* parent) : QWidget(parent)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    // A page that fills scrolls too, on a screen that has less room than it needs.
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* sheet = body == Body::Filling ? new FillingSheet(scroll) : new QWidget(scroll);
    if (body == Body::Filling) {
        m_content = new QVBoxLayout(sheet);
        m_content->setContentsMargins(space::edge, 0, space::edge, space::large);
    } else {
        auto* row = new QHBoxLayout(sheet);
        row->setContentsMargins(space::edge, 2, space::edge, space::large);
        auto* column = new QWidget(sheet);
        column->setMaximumWidth(space::textWidth);
        auto* outerColumn = new QVBoxLayout(column);
        outerColumn->setContentsMargins(0, 0, 0, 0);
        m_content = new QVBoxLayout;
        outerColumn->addLayout(m_content);
        outerColumn->addStretch(1);
        row->addWidget(column, 100);
        row->addStretch(1);
    }
    scroll->setWidget(sheet);
    outer->addWidget(scroll);
    m_content->setSpacing(space::medium);
}

QString StepPage::primaryText() const
{
    return tr("Next");
}

void StepPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (const auto& setTexts : m_texts) {
            setTexts();
        }
        refresh();
        Q_EMIT changed();
    }
}

void StepPage::onLanguage(std::function<void()> setTexts)
{
    setTexts();
    m_texts.push_back(std::move(setTexts));
}

QLabel* StepPage::makeLabel(Say text)
{
    auto* label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    onLanguage([label, text = std::move(text)] { label->setText(text()); });
    return label;
}

QLabel* StepPage::makeSmall(Say text)
{
    QLabel* label = makeLabel(std::move(text));
    label->setFont(smallFont());
    label->setProperty("tone", QStringLiteral("muted"));
    return label;
}

QLabel* StepPage::makeHeading(Say text)
{
    QLabel* label = makeLabel(std::move(text));
    QFont font = baseFont();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QPushButton* StepPage::makeButton(const QString& name, const QString& kind, Say text)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    if (!kind.isEmpty()) {
        button->setProperty("kind", kind);
    }
    onLanguage([button, text = std::move(text)] { button->setText(text()); });
    return button;
}

QFrame* StepPage::makeCard(QVBoxLayout*& column)
{
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    column = new QVBoxLayout(card);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    return card;
}

} // namespace staffelstab::wizard_pages
