// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/people_page.h"

#include "checklists/consents.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/step_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/date_field.h"
#include "wizard_pages/widgets/directory_facts.h"
#include "wizard_pages/widgets/directory_fill.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>

namespace staffelstab::wizard_pages {

namespace {

/** Years; a leave before the end of the contract may be long. */
constexpr int farAhead = 5;

} // namespace

PeoplePage::PeoplePage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                       QWidget* parent)
    : CasePage(handover, handover::Step::People, Body::Scrolling, parent),
      m_fill(new DirectoryFill(handover, acts, prompts, this)), m_facts(new DirectoryFacts(this))
{
    content()->addWidget(m_fill);
    connect(m_fill, &DirectoryFill::aboutToAsk, this, &PeoplePage::save);

    QGridLayout* leaver = addCard([] { return tr("Who is leaving"); });
    addText(leaver, QStringLiteral("leaverName"), &People::leaver, &Person::name, [] { return tr("Name"); });
    addText(leaver, QStringLiteral("leaverEmail"), &People::leaver, &Person::email,
            [] { return tr("E-mail at the company"); });
    addText(leaver, QStringLiteral("leaverDepartment"), &People::leaver, &Person::department,
            [] { return tr("Department"); });
    addText(leaver, QStringLiteral("leaverNumber"), &People::leaver, &Person::personnelNumber,
            [] { return tr("Personnel number"); });
    addDay(leaver, QStringLiteral("lastWorkingDay"), &People::lastWorkingDay, [] { return tr("Last working day"); });
    addDay(leaver, QStringLiteral("endOfContract"), &People::endOfContract, [] { return tr("End of contract"); });
    QGridLayout* supervisor = addCard([] { return tr("Who receives the handover"); });
    addText(supervisor, QStringLiteral("supervisorName"), &People::supervisor, &Person::name,
            [] { return tr("Name of the supervisor"); });
    addText(supervisor, QStringLiteral("supervisorEmail"), &People::supervisor, &Person::email,
            [] { return tr("E-mail of the supervisor"); });
    QGridLayout* others = addCard([] { return tr("Who else takes part (optional)"); });
    addText(others, QStringLiteral("successorName"), &People::successor, &Person::name, [] { return tr("Successor"); });
    addText(others, QStringLiteral("successorEmail"), &People::successor, &Person::email,
            [] { return tr("E-mail of the successor"); });
    addText(others, QStringLiteral("hrName"), &People::hr, &Person::name, [] { return tr("HR contact"); });
    addText(others, QStringLiteral("hrEmail"), &People::hr, &Person::email,
            [] { return tr("E-mail of the HR contact"); });
    addText(others, QStringLiteral("dpoName"), &People::dpo, &Person::name,
            [] { return tr("Data protection officer"); });
    addText(others, QStringLiteral("dpoEmail"), &People::dpo, &Person::email,
            [] { return tr("E-mail of the data protection officer"); });

    content()->addWidget(m_facts);
    connect(m_facts, &DirectoryFacts::edited, this, &PeoplePage::typed);
}

QString PeoplePage::title() const
{
    return tr("Who takes part?");
}

QString PeoplePage::lead() const
{
    return tr("The names and the two dates appear on the receipt. Nobody asks why you are leaving.");
}

QString PeoplePage::why() const
{
    return tr("The receipt names who hands over, who receives and when it ends. Your own name and address also help to "
              "tell private mail from business mail. Nothing of it leaves this computer.");
}

QGridLayout* PeoplePage::addCard(Say heading)
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading(std::move(heading)));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::tiny);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    content()->addWidget(card);
    return grid;
}

void PeoplePage::place(QGridLayout* grid, QLineEdit* edit, const QString& name, Say label)
{
    edit->setObjectName(name);
    edit->setMaxLength(200);
    QLabel* text = makeLabel(std::move(label));
    text->setFont(smallFont());
    text->setBuddy(edit);
    const int index = grid->count() / 2;
    grid->addWidget(text, index / 2 * 2, index % 2);
    grid->addWidget(edit, index / 2 * 2 + 1, index % 2);
    connect(edit, &QLineEdit::textEdited, this, &PeoplePage::typed);
    connect(edit, &QLineEdit::editingFinished, this, [this] {
        save();
        Q_EMIT changed();
    });
}

void PeoplePage::addText(QGridLayout* grid, const QString& name, Person People::*person, QString Person::*value,
                         Say label)
{
    auto* edit = new QLineEdit(this);
    place(grid, edit, name, std::move(label));
    m_texts.push_back({edit, person, value});
}

void PeoplePage::addDay(QGridLayout* grid, const QString& name, QDate People::*value, Say label)
{
    auto* edit = new DateField(this);
    place(grid, edit, name, std::move(label));
    onLanguage([edit] { edit->retranslate(); });
    m_days.push_back({edit, value});
}

void PeoplePage::refresh()
{
    const People& people = m_case.people();
    for (const TextField& field : m_texts) {
        if (!field.edit->hasFocus()) {
            field.edit->setText(people.*field.person.*field.value);
        }
    }
    for (const DayField& field : m_days) {
        if (!field.edit->hasFocus() && !field.edit->isWrong()) {
            field.edit->setDate(people.*field.value);
        }
    }
    m_fill->refresh();
    const auto& entry = m_case.topicIfSet<handover::DirectoryEntry>();
    m_facts->setVisible(entry.has_value());
    if (entry) {
        m_facts->show(*entry);
    }
}

QString PeoplePage::missing() const
{
    for (const DayField& field : m_days) {
        if (field.edit->isWrong()) {
            return tr("“%1” is not a date.").arg(field.edit->text().trimmed());
        }
    }
    const auto blockers = m_case.blockers(handover::Step::People);
    return blockers.empty() ? QString() : StepText::blocker(blockers.front());
}

QString PeoplePage::doubt() const
{
    for (const TextField& field : m_texts) {
        const QString text = field.edit->text().trimmed();
        if (field.value == &Person::email && !text.isEmpty() && !checklists::isAddress(text) &&
            !field.edit->hasFocus()) {
            return tr("“%1” is not an e-mail address. Please check it.").arg(text);
        }
    }
    const QDate begun = m_case.createdAt().toLocalTime().date();
    for (const DayField& field : m_days) {
        const QDate day = field.edit->date();
        if (day.isValid() && (day < begun.addYears(-1) || day > begun.addYears(farAhead)) && !field.edit->hasFocus()) {
            return day < begun ? tr("%1 is more than a year ago. Please check the year.").arg(dayText(day))
                               : tr("%1 is years ahead. Please check the year.").arg(dayText(day));
        }
    }
    return {};
}

QWidget* PeoplePage::firstFocus()
{
    return m_texts.front().edit;
}

void PeoplePage::save()
{
    People people = m_case.people();
    for (const TextField& field : m_texts) {
        people.*field.person.*field.value = field.edit->text().simplified();
    }
    for (const DayField& field : m_days) {
        people.*field.value = field.edit->date();
    }
    if (people != m_case.people()) {
        accept(m_case.setPeople(people));
    }
    if (const auto& known = m_case.topicIfSet<handover::DirectoryEntry>()) {
        handover::DirectoryEntry entry = *known;
        m_facts->addTo(entry);
        if (entry != *known) {
            accept(m_case.setTopic<handover::DirectoryEntry>(std::move(entry)));
        }
    }
}

} // namespace staffelstab::wizard_pages
