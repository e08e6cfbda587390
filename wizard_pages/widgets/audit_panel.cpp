// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/audit_panel.h"

#include "wizard_pages/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRandomGenerator>
#include <QShortcut>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

using separation::Verdict;

AuditPanel::AuditPanel(handover::HandoverCase& handover, QWidget* parent)
    : QFrame(parent), m_case(handover), m_title(new QLabel(this)), m_why(new QLabel(this)),
      m_progress(new QLabel(this)), m_bar(new QProgressBar(this)), m_wrong(new QLabel(this)),
      m_yes(makeButton("auditYes")), m_no(makeButton("auditNo")), m_end(makeButton("auditEnd"))
{
    setObjectName(QStringLiteral("auditPanel"));
    setProperty("card", true);
    m_bar->setTextVisible(false);
    m_wrong->setProperty("tone", QStringLiteral("muted"));
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_why->setProperty("tone", QStringLiteral("muted"));
    m_end->setProperty("kind", QStringLiteral("link"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::medium);
    for (QLabel* label : {m_title, m_why, m_progress, m_wrong}) {
        label->setWordWrap(true);
    }
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_why, m_progress, m_bar, m_wrong}) {
        column->addWidget(widget);
    }
    for (QPushButton* button : {m_yes, m_no, m_end}) {
        column->addWidget(button);
    }
    column->addStretch();
    connect(m_yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_end, &QPushButton::clicked, this, &AuditPanel::end);
}

QPushButton* AuditPanel::makeButton(const char* name)
{
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    return button;
}

std::optional<Verdict> AuditPanel::nextPile(const handover::HandoverCase& handover)
{
    const auto has = [&](Verdict pile) {
        return handover.plan().tallies()[static_cast<std::size_t>(pile)].messages > 0;
    };
    if (handover.plan().undecided() > 0 || (!has(Verdict::Business) && !has(Verdict::Private))) {
        return std::nullopt;
    }
    const bool isBusinessDone = handover::SampleAudit::valid(handover, Verdict::Business).has_value();
    return has(Verdict::Business) && (!isBusinessDone || !has(Verdict::Private)) ? Verdict::Business : Verdict::Private;
}

void AuditPanel::start(Verdict pile)
{
    m_sample =
        separation::drawSample(m_case.plan(), pile, separation::usualSample, QRandomGenerator::system()->generate64());
    m_pile = pile;
    m_at = 0;
    m_found.clear();
    refresh();
    m_yes->setFocus();
    Q_EMIT moved();
}

QString AuditPanel::reopenedText() const
{
    return m_found.empty() || !m_sample.rows.empty()
               ? QString()
               : tr("You looked at %1 messages again and moved %2 to the other pile. Others of these contacts are open "
                    "again, if there are any; a new sample then tells how much may be left.")
                     .arg(QLocale().toString(m_at), QLocale().toString(m_found.size()));
}

QString AuditPanel::resultText() const
{
    if (m_case.plan().undecided() == 0) {
        const Verdict other = m_pile == Verdict::Business ? Verdict::Private : Verdict::Business;
        for (const Verdict pile : {m_pile, other}) {
            if (const auto audited = handover::SampleAudit::valid(m_case, pile)) {
                return resultText(pile, *audited);
            }
        }
    }
    return reopenedText();
}

void AuditPanel::answer(bool isRight)
{
    if (m_at >= m_sample.rows.size()) {
        return;
    }
    if (!isRight) {
        const bool isBusiness = m_sample.pile == Verdict::Business;
        m_found.push_back({m_sample.rows[m_at], isBusiness ? Verdict::Private : Verdict::Business});
    }
    if (++m_at == m_sample.rows.size()) {
        end();
        return;
    }
    refresh();
    Q_EMIT moved();
}

void AuditPanel::end()
{
    const Status saved =
        m_at == 0 ? Status(Done{}) : handover::recordSample(m_case, m_sample, static_cast<quint32>(m_at), m_found);
    m_sample = {};
    Q_EMIT ended(saved);
}

void AuditPanel::refresh()
{
    const bool isBusiness = m_sample.pile == Verdict::Business;
    m_title->setText(isBusiness ? tr("Sample of the business messages") : tr("Sample of the private messages"));
    m_why->setText(isBusiness
                       ? tr("The program drew messages at random from those you called business. Looking at them again "
                            "tells how many private ones may have slipped in.")
                       : tr("The program drew messages at random from those you called private. Looking at them again "
                            "tells how much business mail might leave with you."));
    const std::size_t all = m_sample.rows.size();
    m_progress->setText(tr("Message %1 of %2").arg(QLocale().toString(qMin(m_at + 1, all)), QLocale().toString(all)));
    m_bar->setRange(0, static_cast<int>(qMax<std::size_t>(all, 1)));
    m_bar->setValue(static_cast<int>(m_at));
    m_bar->setAccessibleName(m_progress->text());
    m_wrong->setText(tr("In the wrong pile so far: %1").arg(QLocale().toString(m_found.size())));
    m_yes->setText(isBusiness ? tr("Yes, business (&Y)") : tr("Yes, private (&Y)"));
    m_no->setText(isBusiness ? tr("No, private (&N)") : tr("No, business (&N)"));
    m_end->setText(m_at == 0 ? tr("Not now") : tr("That is enough"));
}

QString AuditPanel::resultText(Verdict pile, const handover::AuditedPile& result)
{
    const QLocale locale;
    QString looked =
        tr("You looked at %1 of %2 messages again and found %3 in the wrong pile.")
            .arg(locale.toString(result.looked), locale.toString(result.population), locale.toString(result.found));
    if (result.looked >= result.population) {
        return looked;
    }
    const QString bound =
        pile == Verdict::Business
            ? tr("With 95 % certainty no more than %1 private messages are still among them (%2 %).")
            : tr("With 95 % certainty no more than %1 business messages are still among them (%2 %).");
    return looked + u' ' + bound.arg(locale.toString(result.mostLeft()), locale.toString(result.bound() * 100, 'f', 1));
}

void AuditPanel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

} // namespace staffelstab::wizard_pages
