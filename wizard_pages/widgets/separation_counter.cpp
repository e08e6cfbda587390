// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/separation_counter.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/counter_ring.h"

#include <QHBoxLayout>
#include <QLabel>

namespace staffelstab::wizard_pages {

SeparationCounter::SeparationCounter(QWidget* parent)
    : QWidget(parent), m_ring(new CounterRing(this)), m_covered(new QLabel(this)), m_left(new QLabel(this))
{
    setObjectName(QStringLiteral("counter"));
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_covered->setFont(strong);
    m_left->setFont(smallFont());
    m_left->setProperty("tone", QStringLiteral("muted"));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_covered);
    words->addWidget(m_left);
    words->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    row->addWidget(m_ring);
    row->addLayout(words);
}

void SeparationCounter::show(const separation::SeparationPlan& plan)
{
    quint32 total = 0;
    for (const separation::Tally& tally : plan.tallies()) {
        total += tally.messages;
    }
    const quint32 left = plan.undecided();
    m_ring->setCounts(static_cast<int>(total - left), total);
    const quint32 unasked =
        plan.tallies()[static_cast<std::size_t>(separation::Verdict::Protected)].messages - plan.protectedByHand();
    const bool isUndone = plan.answers() == 0;
    const int covered = static_cast<int>(total - left - (isUndone ? 0 : unasked));
    const QString messages = tr("%n message(s)", "covered messages", covered);
    const auto answers = static_cast<int>(plan.answers());
    m_covered->setText(answers == 0 && covered > 0 ? tr("%n message(s) protected", "", covered)
                                                   : tr("%n decision(s) cover %1", "", answers).arg(messages));
    m_left->setText(left == 0 ? tr("Nothing is left undecided.")
                              : tr("%1 in %2 still undecided")
                                    .arg(tr("%n message(s)", "undecided messages", static_cast<int>(left)),
                                         tr("%n group(s)", "", static_cast<int>(plan.undecidedGroups()))));
}

QString SeparationCounter::text() const
{
    return m_covered->text() + QLatin1Char('\n') + m_left->text();
}

} // namespace staffelstab::wizard_pages
