// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/act_panel.h"

#include "wizard_pages/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

ActPanel::ActPanel(handover::HandoverActs& acts, handover::Step step, QWidget* parent)
    : QWidget(parent), m_step(step), m_card(new ProgressCard(this)), m_notice(new FailureNotice(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_card);
    column->addWidget(m_notice);
    connect(m_card, &ProgressCard::cancelled, &acts, &handover::HandoverActs::cancel);
    connect(&acts, &handover::HandoverActs::progressed, this, [this](handover::Step of, const Progress& progress) {
        if (of == m_step) {
            m_card->setProgress(progress);
        }
    });
    connect(&acts, &handover::HandoverActs::finished, this, [this](handover::Step of, const Failure* failure) {
        if (of == m_step && m_card->isActive()) {
            finish(failure);
        }
    });
}

void ActPanel::expect(const QString& ifCancelled, const QString& deed)
{
    m_notice->show(nullptr);
    m_card->begin(ifCancelled, deed);
    m_card->setFocus();
    Q_EMIT busyChanged();
}

void ActPanel::finish(const Failure* failure)
{
    if (m_card->isAncestorOf(QApplication::focusWidget()) && parentWidget()) {
        // Otherwise the focus would wander to whatever comes next in the window.
        parentWidget()->setFocus();
    }
    m_card->end();
    m_notice->show(failure);
    Q_EMIT busyChanged();
    if (failure) {
        Q_EMIT failed(*failure);
        // Laid out only after this; on a long page it would stand below what can be seen.
        QMetaObject::invokeMethod(this, &ActPanel::bringNoticeIntoView, Qt::QueuedConnection);
    } else {
        Q_EMIT succeeded();
    }
}

void ActPanel::bringNoticeIntoView()
{
    for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto* const area = qobject_cast<QScrollArea*>(above)) {
            area->ensureWidgetVisible(m_notice, 0, space::large);
            return;
        }
    }
}

void ActPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_card->retranslate();
    }
}

} // namespace staffelstab::wizard_pages
