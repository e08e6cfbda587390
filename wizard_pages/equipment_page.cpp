// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/equipment_page.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/equipment_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace staffelstab::wizard_pages {

using checklists::EquipmentLine;
using handover::EquipmentList;

EquipmentPage::EquipmentPage(handover::HandoverCase& handover, UserPrompts& prompts, QWidget* parent)
    : CasePage(handover, handover::Step::Equipment, Body::Scrolling, parent), m_prompts(prompts),
      m_rows(new QVBoxLayout), m_count(makeSmall([] { return QString(); })),
      m_imported(makeSmall([] { return QString(); }))
{
    m_count->setObjectName(QStringLiteral("equipmentCount"));
    m_imported->setObjectName(QStringLiteral("equipmentImported"));
    m_imported->hide();
    QPushButton* add = makeButton(QStringLiteral("addEquipment"), {}, [] { return tr("Add an item"); });
    QPushButton* fromFile =
        makeButton(QStringLiteral("importEquipment"), {}, [] { return tr("Take the list from a file …"); });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::medium);
    buttons->addWidget(add);
    buttons->addWidget(fromFile);
    buttons->addWidget(m_count, 1);
    m_rows->setSpacing(space::small);
    content()->addLayout(buttons);
    content()->addWidget(m_imported);
    content()->addLayout(m_rows);
    connect(add, &QPushButton::clicked, this, [this] {
        EquipmentRow* row = addRow({});
        number();
        row->beginNaming();
    });
    connect(fromFile, &QPushButton::clicked, this, [this] {
        m_prompts.askFile(this, tr("List of equipment"), tr("Tables (*.csv *.txt)"),
                          [this](const QString& file) { import(file); });
    });
}

QString EquipmentPage::title() const
{
    return tr("What do you give back?");
}

QString EquipmentPage::lead() const
{
    return tr("Say what happens to each item, and take off the list what you never had. The supervisor confirms every "
              "item separately.");
}

QString EquipmentPage::why() const
{
    return tr("Both sides will know what was returned, in what condition, and that phones and computers were no longer "
              "tied to you. What is missing is recorded as a fact; the list says nothing about money.");
}

QString EquipmentPage::primaryText() const
{
    return m_list.isEmpty() ? tr("Next: I have no company property") : tr("Next");
}

EquipmentRow* EquipmentPage::addRow(const EquipmentLine& line)
{
    auto* row = new EquipmentRow(line, m_prompts, this);
    m_list.append(row);
    m_rows->addWidget(row);
    connect(row, &EquipmentRow::changed, this, [this] {
        save();
        refresh();
    });
    connect(row, &EquipmentRow::typed, this, &EquipmentPage::typed);
    connect(row, &EquipmentRow::removalWanted, this, [this, row] { removeRow(row); });
    return row;
}

void EquipmentPage::removeRow(EquipmentRow* row)
{
    m_list.removeOne(row);
    m_rows->removeWidget(row);
    // Out of the page at once; its own button is still at work.
    row->setParent(nullptr);
    row->deleteLater();
    number();
    save();
    refresh();
    Q_EMIT changed();
}

void EquipmentPage::number()
{
    for (qsizetype i = 0; i < m_list.size(); ++i) {
        m_list[i]->setNumber(static_cast<int>(i) + 1);
    }
}

void EquipmentPage::show(const QList<EquipmentLine>& lines)
{
    for (EquipmentRow* row : std::as_const(m_list)) {
        delete row;
    }
    m_list.clear();
    for (const EquipmentLine& line : lines) {
        addRow(line);
    }
    number();
}

QList<EquipmentLine> EquipmentPage::lines() const
{
    QList<EquipmentLine> all;
    for (const EquipmentRow* row : m_list) {
        if (!row->line().item.isEmpty()) {
            all.append(row->line());
        }
    }
    return all;
}

void EquipmentPage::enter()
{
    const auto& saved = m_case.topicIfSet<EquipmentList>();
    const QList<EquipmentLine> wanted =
        saved ? saved->lines : checklists::fromTemplate(m_case.policy().equipment, m_case.language());
    if (wanted != lines()) {
        show(wanted);
    }
    refresh();
}

void EquipmentPage::refresh()
{
    const QList<EquipmentLine> all = lines();
    const auto open = std::count_if(all.begin(), all.end(), [](const auto& line) { return !line.isSettled(); });
    m_count->setText(all.isEmpty() ? QString()
                     : open > 0    ? tr("%n of these still open", "", static_cast<int>(open))
                                   : tr("Nothing is open"));
}

bool EquipmentPage::save()
{
    return accept(handover::takeEquipment(m_case, lines()));
}

void EquipmentPage::import(const QString& file)
{
    const auto import = handover::importEquipment(file, m_case.people().leaver);
    if (!accept(import ? Status(Done{}) : Status(import.failure()))) {
        return;
    }
    QList<EquipmentLine> all = lines();
    // What the template offered and nobody said anything about makes room for the company's own list.
    const auto untouched = checklists::fromTemplate(m_case.policy().equipment, m_case.language());
    all.removeIf([&](const EquipmentLine& line) { return untouched.contains(line); });
    show(all + import->lines);
    save();
    refresh();
    m_imported->setVisible(true);
    m_imported->setText(
        import->isForOnePerson
            ? tr("%n thing(s) of yours were taken from the list; %1 belong to others and were left out.", "",
                 static_cast<int>(import->lines.size()))
                  .arg(import->others)
            : tr("%n thing(s) were taken from the list.", "", static_cast<int>(import->lines.size())));
    Q_EMIT changed();
}

void EquipmentPage::leave()
{
    const bool isTouched = lines() != checklists::fromTemplate(m_case.policy().equipment, m_case.language());
    if ((m_case.topicIfSet<EquipmentList>() || isTouched) && m_case.mayEnter(handover::Step::Equipment)) {
        save();
    }
}

void EquipmentPage::act()
{
    if (save()) {
        Q_EMIT finished();
    }
}

} // namespace staffelstab::wizard_pages
