// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/password_result.h"

#include "wizard_pages/password_result_text.h"
#include "wizard_pages/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

PasswordResult::PasswordResult(QWidget* parent)
    : QFrame(parent), m_summary(new QLabel(this)), m_proofs(new QLabel(this)), m_sealed(new QLabel(this))
{
    setProperty("card", true);
    m_summary->setObjectName(QStringLiteral("passwordSummary"));
    m_proofs->setObjectName(QStringLiteral("passwordProofs"));
    m_sealed->setObjectName(QStringLiteral("passwordSealed"));
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_summary->setFont(strong);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    for (QLabel* label : {m_summary, m_proofs, m_sealed}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
}

void PasswordResult::show(const handover::PasswordOutcome& outcome, const handover::PasswordChoice& choice)
{
    m_summary->setText(PasswordResultText::summary(outcome, choice));
    m_proofs->setText(PasswordResultText::proofs(outcome));
    m_proofs->setVisible(!m_proofs->text().isEmpty());
    m_sealed->setText(PasswordResultText::sealed(outcome));
    m_sealed->setVisible(!m_sealed->text().isEmpty());
}

} // namespace staffelstab::wizard_pages
