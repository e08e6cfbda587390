// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/knowledge_page.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/date_field.h"
#include "wizard_pages/widgets/row_editor.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace staffelstab::wizard_pages {

using Column = RowEditor::Column;

KnowledgePage::KnowledgePage(handover::HandoverCase& handover, QWidget* parent)
    : CasePage(handover, handover::Step::Knowledge, Body::Scrolling, parent)
{
    addBriefing();
    addFromMailbox();
    addRows();
    addSecrecy();
}

QLineEdit* KnowledgePage::addField(QGridLayout* grid, QLineEdit* edit, const QString& name, Say label)
{
    edit->setObjectName(name);
    edit->setMaxLength(300);
    QLabel* text = makeLabel(std::move(label));
    text->setFont(smallFont());
    text->setBuddy(edit);
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0);
    grid->addWidget(edit, row, 1);
    connect(edit, &QLineEdit::textEdited, this, &KnowledgePage::typed);
    connect(edit, &QLineEdit::editingFinished, this, &KnowledgePage::save);
    return edit;
}

void KnowledgePage::addBriefing()
{
    content()->addWidget(makeHeading([] { return tr("How is your successor briefed?"); }));
    const std::pair<const char*, std::function<std::pair<QString, QString>()>> ways[] = {
        {"briefingDone", [] { return std::pair(tr("The briefing has taken place"), tr("Say when.")); }},
        {"briefingPlanned",
         [] { return std::pair(tr("The briefing is planned"), tr("Say for when; the date goes into the calendar.")); }},
        {"briefingWritten", [] {
             return std::pair(tr("There is no briefing; it is all written down"),
                              tr("Where nobody can be briefed, documentation takes its place."));
         }}};
    auto* group = new QButtonGroup(this);
    for (int i = 0; i < 3; ++i) {
        m_ways[i] = new ChoiceButton(this);
        m_ways[i]->setObjectName(QLatin1String(ways[i].first));
        m_ways[i]->setCheckable(true);
        group->addButton(m_ways[i], i);
        onLanguage([button = m_ways[i], texts = ways[i].second] { button->setTexts(texts().first, texts().second); });
        content()->addWidget(m_ways[i]);
    }
    QVBoxLayout* column = nullptr;
    m_details = makeCard(column);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::large);
    grid->setColumnMinimumWidth(0, 200);
    grid->setColumnStretch(1, 1);
    m_day = new DateField(this);
    addField(grid, m_day, QStringLiteral("briefedOn"), [] { return tr("On"); });
    m_dayLabel = qobject_cast<QLabel*>(grid->itemAtPosition(grid->rowCount() - 1, 0)->widget());
    m_by = addField(grid, new QLineEdit(this), QStringLiteral("briefedBy"),
                    [] { return tr("Who briefs whom (only if it is not you)"); });
    m_byLabel = qobject_cast<QLabel*>(grid->itemAtPosition(grid->rowCount() - 1, 0)->widget());
    m_documentation = addField(grid, new QLineEdit(this), QStringLiteral("documentation"),
                               [] { return tr("Where the documentation is"); });
    column->addLayout(grid);
    content()->addWidget(m_details);
    onLanguage([this] { m_day->retranslate(); });
    connect(group, &QButtonGroup::idClicked, this, [this] {
        showWay();
        save();
    });
}

void KnowledgePage::addFromMailbox()
{
    QVBoxLayout* column = nullptr;
    m_fromMailbox = makeCard(column);
    column->addWidget(makeHeading([] { return tr("What your mailbox shows"); }));
    m_found = makeLabel([] { return QString(); });
    m_found->setObjectName(QStringLiteral("knowledgeFound"));
    column->addWidget(m_found);
    column->addWidget(makeSmall([] {
        return tr("Only from business mail: conversations of the last 30 days in which the last message was to you, "
                  "and what arrives at regular intervals. Remove what does not belong on the receipt.");
    }));
    QPushButton* take =
        makeButton(QStringLiteral("knowledgeFromMailbox"), {}, [] { return tr("Add it to the lists below"); });
    column->addWidget(take, 0, Qt::AlignLeft);
    content()->addWidget(m_fromMailbox);
    connect(take, &QPushButton::clicked, this, &KnowledgePage::takeProposals);
}

void KnowledgePage::showProposals()
{
    Notes merged = notes();
    const auto tasks = merged.recurringTasks.size();
    const auto entries = merged.entries.size();
    m_fromMailbox->setVisible(merged.add(m_proposals) > 0);
    m_found->setText(tr("Open: %1. Recurring: %2.")
                         .arg(locale().toString(merged.entries.size() - entries),
                              locale().toString(merged.recurringTasks.size() - tasks)));
}

void KnowledgePage::takeProposals()
{
    Notes merged = notes();
    merged.add(m_proposals);
    showRows(merged);
    save();
}

void KnowledgePage::addRows()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("Recurring tasks"); }));
    m_tasks = new RowEditor(
        QStringLiteral("tasks"),
        {Column{Column::Kind::Text, 5, [] { return tr("Task"); }, {}},
         Column{Column::Kind::Day, 2, [] { return tr("Next on"); }, {}},
         Column{Column::Kind::Text, 3, [] { return tr("Who takes over"); }, {}}},
        [] { return tr("Add a task"); }, card);
    column->addWidget(m_tasks);
    content()->addWidget(card);
    card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("What needs a new owner"); }));
    column->addWidget(makeSmall([] { return tr("Name accounts and licences, never their passwords or keys."); }));
    m_entries = new RowEditor(
        QStringLiteral("entries"),
        {Column{Column::Kind::Choice, 2, [] { return tr("Kind"); },
                [] {
                    return QStringList{tr("Shared folder"), tr("Licence"), tr("Emergency role"), tr("Account"),
                                       tr("Open promise")};
                }},
         Column{Column::Kind::Text, 5, [] { return tr("What"); }, {}},
         Column{Column::Kind::Text, 3, [] { return tr("New owner"); }, {}}},
        [] { return tr("Add an entry"); }, card);
    column->addWidget(m_entries);
    content()->addWidget(card);
    onLanguage([this] {
        m_tasks->retranslate();
        m_entries->retranslate();
    });
    connect(m_tasks, &RowEditor::changed, this, &KnowledgePage::save);
    connect(m_tasks, &RowEditor::typed, this, &KnowledgePage::typed);
    connect(m_entries, &RowEditor::typed, this, &KnowledgePage::typed);
    connect(m_entries, &RowEditor::changed, this, &KnowledgePage::save);
}

void KnowledgePage::addSecrecy()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(makeHeading([] { return tr("A reminder of secrecy"); }));
    m_secrecy = makeLabel([this] { return policy::secrecyReminder(m_case.policy(), m_case.language()).text; });
    m_secrecy->setObjectName(QStringLiteral("secrecy"));
    column->addWidget(m_secrecy);
    m_secrecyRead = new QCheckBox(card);
    m_secrecyRead->setObjectName(QStringLiteral("secrecyRead"));
    onLanguage([this] { m_secrecyRead->setText(tr("I have read this reminder.")); });
    column->addWidget(m_secrecyRead);
    content()->addWidget(card);
    connect(m_secrecyRead, &QCheckBox::clicked, this, &KnowledgePage::save);
}

QString KnowledgePage::title() const
{
    return tr("What do you know that others will need?");
}

QString KnowledgePage::lead() const
{
    return tr("Note who takes over what. Nothing here is compulsory; what stays open is listed on the receipt.");
}

QString KnowledgePage::why() const
{
    return tr("A successor who was briefed in time needs you less afterwards. The German standard for information "
              "security (BSI IT-Grundschutz, ORP.2.A2) asks for the briefing, the documentation, new holders of "
              "emergency roles and a reminder of secrecy.");
}

KnowledgePage::Notes::Briefing KnowledgePage::way() const
{
    for (int i = 0; i < 3; ++i) {
        if (m_ways[i]->isChecked()) {
            return static_cast<Notes::Briefing>(i + 1);
        }
    }
    return Notes::Briefing::Open;
}

void KnowledgePage::showWay()
{
    const Notes::Briefing chosen = way();
    const bool hasDay = chosen == Notes::Briefing::Done || chosen == Notes::Briefing::Planned;
    for (QWidget* field : {static_cast<QWidget*>(m_dayLabel), static_cast<QWidget*>(m_day),
                           static_cast<QWidget*>(m_byLabel), static_cast<QWidget*>(m_by)}) {
        field->setVisible(hasDay);
    }
    m_details->setVisible(chosen != Notes::Briefing::Open);
}

void KnowledgePage::enter()
{
    const Notes& saved = m_case.topic<handover::KnowledgeSheet>().notes;
    if (saved.briefing != Notes::Briefing::Open) {
        m_ways[static_cast<int>(saved.briefing) - 1]->setChecked(true);
    }
    m_day->setDate(saved.briefedOn);
    m_by->setText(saved.briefedBy);
    m_documentation->setText(saved.documentation);
    showRows(saved);
    m_secrecyRead->setChecked(saved.isSecrecyRead);
    showWay();
    m_proposals = handover::knowledgeFromMailbox(m_case);
    showProposals();
}

void KnowledgePage::showRows(const Notes& notes)
{
    QList<QStringList> tasks;
    for (const Notes::Task& task : notes.recurringTasks) {
        tasks.append({task.what, task.next.toString(Qt::ISODate), task.to});
    }
    m_tasks->setRows(tasks);
    QList<QStringList> entries;
    for (const Notes::Entry& entry : notes.entries) {
        entries.append({QString::number(static_cast<int>(entry.kind)), entry.what, entry.to});
    }
    m_entries->setRows(entries);
}

KnowledgePage::Notes KnowledgePage::notes() const
{
    Notes notes;
    notes.briefing = way();
    notes.briefedOn = m_day->date();
    notes.briefedBy = m_by->text().simplified();
    notes.documentation = m_documentation->text().simplified();
    const QList<QStringList> tasks = m_tasks->rows();
    for (const QStringList& row : tasks) {
        notes.recurringTasks.append({row[0], QDate::fromString(row[1], Qt::ISODate), row[2]});
    }
    const QList<QStringList> entries = m_entries->rows();
    for (const QStringList& row : entries) {
        notes.entries.append({static_cast<Notes::Entry::Kind>(row[0].toInt()), row[1], row[2]});
    }
    notes.isSecrecyRead = m_secrecyRead->isChecked();
    return notes;
}

bool KnowledgePage::save()
{
    showProposals();
    const Notes typed = notes();
    if (typed == m_case.topic<handover::KnowledgeSheet>().notes) {
        return true;
    }
    return accept(m_case.setTopic<handover::KnowledgeSheet>(handover::KnowledgeSheet{typed}));
}

void KnowledgePage::leave()
{
    if (m_case.mayEnter(handover::Step::Knowledge)) {
        save();
    }
}

void KnowledgePage::act()
{
    // Whoever goes on from here has seen the page: what stays open is said on the receipt.
    if (!m_case.topicIfSet<handover::KnowledgeSheet>() &&
        !accept(m_case.setTopic<handover::KnowledgeSheet>(handover::KnowledgeSheet{notes()}))) {
        return;
    }
    if (save()) {
        Q_EMIT finished();
    }
}

} // namespace staffelstab::wizard_pages
