// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/side_panel.h"

#include "wizard_pages/locale_text.h"
#include "wizard_pages/step_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/step_list.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {

std::vector<StepList::Entry> entriesOf(const handover::HandoverCase& handover, handover::Step current)
{
    std::vector<StepList::Entry> entries;
    std::optional<handover::Chapter> chapter;
    for (const handover::StepRow& row : handover::stepPlan()) {
        if (!handover.isOffered(row.step)) {
            continue;
        }
        if (chapter != row.chapter) {
            chapter = row.chapter;
            entries.push_back({-1, StepText::chapter(row.chapter), true, StepList::State::Open, false});
        }
        const bool mayEnter = row.step == current || handover.mayEnter(row.step);
        // A page that asks for nothing is done from the start; it is ticked once it can be looked at.
        const bool isDone = handover.isDone(row.step) && (mayEnter || handover.isLocked());
        const StepList::State state = row.step == current ? StepList::State::Current
                                      : isDone            ? StepList::State::Done
                                                          : StepList::State::Open;
        entries.push_back({static_cast<int>(row.step), StepText::name(row.step), false, state, mayEnter});
    }
    return entries;
}

} // namespace

SidePanel::SidePanel(QWidget* parent)
    : QFrame(parent), m_brand(new QLabel(QStringLiteral("Staffelstab"), this)), m_whose(new QLabel(this)),
      m_saved(new QLabel(this)), m_steps(new StepList(this)), m_promise(new QLabel(this))
{
    setObjectName(QStringLiteral("sidePanel"));
    setFixedWidth(panelWidth);
    QFont brand = baseFont();
    brand.setPixelSize(16);
    brand.setWeight(QFont::DemiBold);
    m_brand->setFont(brand);
    m_brand->setProperty("tone", QStringLiteral("accent"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::large, 1, space::medium);
    column->setSpacing(0);
    for (QLabel* label : {m_brand, m_whose, m_saved, m_promise}) {
        // The dots of a capital Ü reach above the line.
        label->setContentsMargins(20, 2, space::small, 0);
        label->setTextFormat(Qt::PlainText);
        if (label != m_brand) {
            label->setFont(smallFont());
            label->setProperty("tone", QStringLiteral("muted"));
            label->setWordWrap(true);
        }
    }
    column->addWidget(m_brand);
    column->addSpacing(2);
    column->addWidget(m_whose);
    column->addWidget(m_saved);
    column->addSpacing(space::small);
    column->addWidget(m_steps, 1);
    column->addSpacing(space::small);
    column->addWidget(m_promise);
    connect(m_steps, &StepList::chosen, this, [this](int id) { Q_EMIT chosen(static_cast<handover::Step>(id)); });
}

void SidePanel::showCase(const handover::HandoverCase& handover, handover::Step current)
{
    const QLocale locale;
    const People& people = handover.people();
    const QString date = dayText(people.lastWorkingDay);
    m_whose->setText(people.leaver.name.isEmpty()      ? tr("Handover %1").arg(handover.caseNumber())
                     : people.lastWorkingDay.isValid() ? tr("Handover %1, %2").arg(people.leaver.name, date)
                                                       : tr("Handover %1").arg(people.leaver.name));
    m_saved->setText(
        tr("saved at %1").arg(locale.toString(handover.savedAt().toLocalTime().time(), QLocale::ShortFormat)));
    m_steps->setAccessibleName(tr("Pages of this handover"));
    m_promise->setText(tr("Everything stays on this computer."));
    m_steps->setEntries(entriesOf(handover, current));
    // Labels draw their contents anew only, not the dots above them.
    m_whose->update();
}

} // namespace staffelstab::wizard_pages
