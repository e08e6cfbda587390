// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/group_line.h"

#include "wizard_pages/reason_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/chip.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace staffelstab::wizard_pages {

using separation::Verdict;

namespace {

/** "20 dienstlich, 4 privat" */
QString verdictsIn(const separation::SeparationPlan& plan, std::span<const separation::Row> rows)
{
    std::array<int, separation::allVerdicts.size()> counts{};
    for (const separation::Row row : rows) {
        ++counts[static_cast<std::size_t>(plan.verdict(row))];
    }
    QStringList words;
    for (const Verdict verdict : {Verdict::Private, Verdict::Business, Verdict::Protected, Verdict::Undecided}) {
        if (const int count = counts[static_cast<std::size_t>(verdict)]; count > 0) {
            words += QStringLiteral("%1 %2").arg(QLocale().toString(count), Chip::word(verdict));
        }
    }
    return words.join(QStringLiteral(" · "));
}

/** Messages a decision about the group reaches: none that a more particular one covers, or the company's rules. */
int reachOf(const separation::SeparationPlan& plan, separation::Scope scope, std::span<const separation::Row> rows)
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](separation::Row row) {
        const auto covered = plan.coveredBy(row);
        return covered ? *covered >= scope : plan.verdict(row) == Verdict::Undecided;
    }));
}

} // namespace

GroupLine::GroupLine(QWidget* parent) : QWidget(parent), m_target(new QLabel(this)), m_suggestion(new QLabel(this))
{
    setObjectName(QStringLiteral("groupLine"));
    QFont strong = smallFont();
    strong.setWeight(QFont::DemiBold);
    m_target->setFont(strong);
    m_suggestion->setFont(smallFont());
    m_suggestion->setProperty("tone", QStringLiteral("muted"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (QLabel* label : {m_target, m_suggestion}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    // The list below stays where it is while the reasons change.
    m_suggestion->setMinimumHeight(2 * QFontMetrics(smallFont()).lineSpacing());
    m_suggestion->setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

void GroupLine::showGroup(const separation::SeparationPlan& plan, const separation::Group& group, int parts,
                          std::span<const separation::Row> rows)
{
    m_isGroup = true;
    m_isDecided = group.undecided == 0;
    m_all = static_cast<int>(rows.size());
    m_reached = reachOf(plan, group.scope, rows);
    QString said =
        group.undecided == rows.size() ? ReasonText::suggestionLine(group.suggestion) : verdictsIn(plan, rows);
    if (parts > 1) {
        said = tr("From %n group(s) that look alike", "", parts) + QStringLiteral(" · ") + said;
    } else if (group.looksMixed && group.undecided > 0) {
        said = tr("Looks mixed") + QStringLiteral(" · ") + said;
    }
    m_suggestion->setText(said);
    sayTarget();
}

void GroupLine::showMessages(int count)
{
    m_isGroup = false;
    m_all = count;
    m_reached = count;
    m_suggestion->clear();
    sayTarget();
}

void GroupLine::setSelected(int count)
{
    m_selected = count;
    sayTarget();
}

void GroupLine::clear()
{
    m_all = 0;
    m_suggestion->clear();
    sayTarget();
}

void GroupLine::sayTarget()
{
    if (m_all == 0) {
        m_target->clear();
    } else if (m_selected > 0) {
        m_target->setText(tr("Your answer is for %n selected message(s) only", "", m_selected));
    } else if (!m_isGroup) {
        m_target->setText(tr("%n message(s): select those you answer for", "", m_all));
    } else if (m_reached < m_all) {
        m_target->setText(tr("Your answer is for %n of these messages; others are decided by themselves or protected",
                             "", m_reached));
    } else if (m_isDecided) {
        m_target->setText(tr("All %n message(s) are decided; another answer is for all of them", "", m_all));
    } else {
        m_target->setText(tr("Your answer is for all %n message(s)", "", m_all));
    }
}

QString GroupLine::text() const
{
    return m_target->text() + QStringLiteral(". ") + m_suggestion->text();
}

} // namespace staffelstab::wizard_pages
