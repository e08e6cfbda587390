// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/failure_notice.h"

#include "wizard_pages/failure_text.h"
#include "wizard_pages/theme.h"

#include <QEvent>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

FailureNotice::FailureNotice(QWidget* parent) : QFrame(parent), m_sentence(new QLabel(this)), m_detail(new QLabel(this))
{
    setObjectName(QStringLiteral("failureNotice"));
    m_sentence->setObjectName(QStringLiteral("failureSentence"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::tiny);
    for (QLabel* label : {m_sentence, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    m_detail->setFont(smallFont());
    setVisible(false);
}

void FailureNotice::show(const Failure* failure)
{
    m_failure = failure ? std::optional(*failure) : std::nullopt;
    refresh();
}

QString FailureNotice::sentence() const
{
    return m_failure ? m_sentence->text() : QString();
}

void FailureNotice::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

void FailureNotice::refresh()
{
    setVisible(m_failure.has_value());
    if (!m_failure) {
        return;
    }
    const bool isQuiet = m_failure->kind == Failure::Kind::Cancelled;
    setProperty("notice", isQuiet ? QVariant(true) : QVariant(QStringLiteral("alert")));
    style()->unpolish(this);
    style()->polish(this);
    for (QLabel* label : {m_sentence, m_detail}) {
        style()->unpolish(label);
        style()->polish(label);
    }
    m_sentence->setText(FailureText::of(*m_failure));
    m_detail->setText(FailureText::detail(*m_failure));
    m_detail->setVisible(!m_failure->detail.isEmpty());
    setAccessibleName(m_sentence->text());
}

} // namespace staffelstab::wizard_pages
