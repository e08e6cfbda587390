// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/equipment_row.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/path_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {

using Line = checklists::EquipmentLine;

QString lockText(Line::Lock lock)
{
    switch (lock) {
    case Line::Lock::Activation:
        return EquipmentRow::tr("Activation lock or account binding removed");
    case Line::Lock::SimPin:
        return EquipmentRow::tr("SIM PIN switched off");
    case Line::Lock::DevicePin:
        return EquipmentRow::tr("Device PIN or fingerprint removed");
    case Line::Lock::FirmwarePassword:
        return EquipmentRow::tr("Firmware password removed");
    case Line::Lock::DiskEncryption:
        break;
    }
    return EquipmentRow::tr("Disk can be opened by IT");
}

} // namespace

EquipmentRow::EquipmentRow(const Line& line, UserPrompts& prompts, QWidget* parent)
    : QFrame(parent), m_line(line), m_prompts(prompts), m_column(new QVBoxLayout(this)), m_title(new QLabel(this)),
      m_summary(new QLabel(this)), m_more(new QPushButton(this)), m_remove(new QPushButton(QStringLiteral("✕"), this))
{
    setProperty("card", true);
    m_column->setContentsMargins(space::large, space::small, space::small, space::small);
    m_column->setSpacing(space::small);
    buildHead();
    retranslate();
}

void EquipmentRow::buildHead()
{
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_summary->setFont(smallFont());
    m_summary->setProperty("tone", QStringLiteral("muted"));
    for (QLabel* label : {m_title, m_summary}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_summary);
    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    QPushButton** place = m_states;
    for (const Line::State state : {Line::State::Returned, Line::State::Missing, Line::State::Stays}) {
        auto* button = new QPushButton(this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setProperty("kind", QStringLiteral("segment"));
        segments->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, state] { setState(state); });
        *place++ = button;
    }
    for (QPushButton* button : {m_more, m_remove}) {
        button->setProperty("kind", QStringLiteral("link"));
        button->setAutoDefault(false);
    }
    connect(m_more, &QPushButton::clicked, this, &EquipmentRow::toggleDetails);
    connect(m_remove, &QPushButton::clicked, this, &EquipmentRow::removalWanted);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::medium);
    row->addLayout(words, 1);
    row->addLayout(segments);
    row->addWidget(m_more);
    row->addWidget(m_remove);
    m_column->addLayout(row);
}

void EquipmentRow::setState(Line::State state)
{
    // The button that is pressed again lets go.
    m_line.state = m_line.state == state ? Line::State::Open : state;
    if (m_line.state == Line::State::Stays && (!m_details || m_details->isHidden())) {
        toggleDetails();
    }
    showState();
    showSummary();
    Q_EMIT changed();
}

void EquipmentRow::showState()
{
    m_states[0]->setChecked(m_line.state == Line::State::Returned);
    m_states[1]->setChecked(m_line.state == Line::State::Missing);
    m_states[2]->setChecked(m_line.state == Line::State::Stays);
    if (!m_details) {
        return;
    }
    m_agreement->setVisible(m_line.state == Line::State::Stays);
    m_agreementLabel->setVisible(m_line.state == Line::State::Stays);
    if (m_line.state == Line::State::Stays && m_agreement->text().isEmpty()) {
        m_agreement->setFocus();
    }
}

void EquipmentRow::showSummary()
{
    const QString name = m_line.item.isEmpty() ? tr("Item without a name") : m_line.item;
    m_title->setText(QStringLiteral("%1. %2").arg(m_number).arg(name));
    QStringList parts;
    const auto add = [&parts](const QString& pattern, const QString& value) {
        if (!value.isEmpty()) {
            parts += pattern.arg(value);
        }
    };
    add(tr("inventory no. %1"), m_line.inventoryNumber);
    add(tr("serial no. %1"), m_line.serialNumber);
    add(tr("with %1"), m_line.accessories);
    if (m_line.state == Line::State::Stays && !m_line.isSettled()) {
        parts += tr("the agreement is missing");
    }
    if (m_line.hasOpenLocks()) {
        parts += tr("locks not stated as removed");
    }
    if (!m_line.photoFile.isEmpty()) {
        parts += tr("with a photo");
    }
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setVisible(!parts.isEmpty());
}

void EquipmentRow::toggleDetails()
{
    if (!m_details) {
        buildDetails();
    } else {
        m_details->setVisible(m_details->isHidden());
    }
    retranslate();
}

void EquipmentRow::addField(QGridLayout* grid, QLineEdit* edit, const char* name, QString Line::*value, int row,
                            int column)
{
    edit->setText(m_line.*value);
    edit->setMaxLength(300);
    edit->setProperty("part", QLatin1String(name));
    auto* label = new QLabel(m_details);
    label->setFont(smallFont());
    label->setBuddy(edit);
    m_labels.append(label);
    m_fields.append(edit);
    grid->addWidget(label, row * 2, column);
    grid->addWidget(edit, row * 2 + 1, column);
    connect(edit, &QLineEdit::textEdited, this, [this, value](const QString& text) {
        m_line.*value = text.simplified();
        showSummary();
        Q_EMIT typed();
    });
    connect(edit, &QLineEdit::editingFinished, this, &EquipmentRow::changed);
}

void EquipmentRow::buildDetails()
{
    m_details = new QWidget(this);
    auto* grid = new QGridLayout(m_details);
    grid->setContentsMargins(0, 0, space::small, space::small);
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::tiny);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const auto field = [&](const char* name, QString Line::*value, int row, int column) {
        auto* edit = new QLineEdit(m_details);
        addField(grid, edit, name, value, row, column);
        return edit;
    };
    m_agreement = field("Agreement", &Line::agreement, 0, 0);
    m_agreementLabel = m_labels.first();
    field("Item", &Line::item, 1, 0);
    field("Accessories", &Line::accessories, 1, 1);
    field("Inventory", &Line::inventoryNumber, 2, 0);
    field("Serial", &Line::serialNumber, 2, 1);
    field("Remark", &Line::remark, 3, 1);
    m_condition = new QComboBox(m_details);
    m_condition->addItems({{}, {}, {}, {}});
    m_condition->setCurrentIndex(static_cast<int>(m_line.condition));
    auto* condition = new QLabel(m_details);
    condition->setFont(smallFont());
    condition->setBuddy(m_condition);
    m_labels.append(condition);
    grid->addWidget(condition, 6, 0);
    grid->addWidget(m_condition, 7, 0);
    connect(m_condition, &QComboBox::activated, this, [this](int index) {
        m_line.condition = static_cast<Line::Condition>(index);
        Q_EMIT changed();
    });
    m_photo =
        new PathField(QStringLiteral("equipment%1Photo").arg(m_number), PathField::Kind::File, m_prompts, m_details);
    m_photo->setPath(m_line.photoFile);
    auto* photo = new QLabel(m_details);
    photo->setFont(smallFont());
    m_labels.append(photo);
    grid->addWidget(photo, 8, 0, 1, 2);
    grid->addWidget(m_photo, 9, 0, 1, 2);
    connect(m_photo, &PathField::changed, this, [this] {
        if (m_line.photoFile != m_photo->path()) {
            m_line.photoFile = m_photo->path();
            showSummary();
            Q_EMIT changed();
        }
    });
    addLocks(grid);
    m_column->addWidget(m_details);
    showState();
}

void EquipmentRow::addLocks(QGridLayout* grid)
{
    // The list may move; its indices stay. NOLINTNEXTLINE(modernize-loop-convert)
    for (qsizetype i = 0; i < m_line.locks.size(); ++i) {
        auto* tick = new QCheckBox(m_details);
        tick->setChecked(m_line.locks[i].isRemoved);
        m_locks.append(tick);
        grid->addWidget(tick, grid->rowCount(), 0, 1, 2);
        connect(tick, &QCheckBox::clicked, this, [this, i](bool isOn) {
            m_line.locks[i].isRemoved = isOn;
            showSummary();
            Q_EMIT changed();
        });
    }
    if (!m_line.locks.isEmpty()) {
        m_lockHint = new QLabel(m_details);
        m_lockHint->setFont(smallFont());
        m_lockHint->setProperty("tone", QStringLiteral("muted"));
        m_lockHint->setWordWrap(true);
        grid->addWidget(m_lockHint, grid->rowCount(), 0, 1, 2);
    }
}

void EquipmentRow::setNumber(int number)
{
    m_number = number;
    showSummary();
    nameControls();
}

void EquipmentRow::beginNaming()
{
    if (!m_details) {
        toggleDetails();
    }
    m_fields.value(1)->setFocus();
}

void EquipmentRow::nameControls()
{
    const QString base = QStringLiteral("equipment%1").arg(m_number);
    static const char* const states[]{"Returned", "Missing", "Stays"};
    for (int i = 0; i < 3; ++i) {
        m_states[i]->setObjectName(base + QLatin1String(states[i]));
        m_states[i]->setAccessibleName(QStringLiteral("%1: %2").arg(m_title->text(), m_states[i]->text()));
    }
    m_more->setObjectName(base + QStringLiteral("More"));
    m_more->setAccessibleName(QStringLiteral("%1: %2").arg(m_title->text(), m_more->text()));
    m_remove->setObjectName(base + QStringLiteral("Remove"));
    m_remove->setAccessibleName(tr("Take %1 off the list").arg(m_title->text()));
    m_remove->setToolTip(m_remove->accessibleName());
    for (QLineEdit* field : m_fields) {
        field->setObjectName(base + field->property("part").toString());
    }
    if (m_condition) {
        m_condition->setObjectName(base + QStringLiteral("Condition"));
    }
    for (qsizetype i = 0; i < m_locks.size(); ++i) {
        m_locks[i]->setObjectName(base + QStringLiteral("Lock%1").arg(i));
    }
}

void EquipmentRow::retranslate()
{
    m_states[0]->setText(tr("Returned"));
    m_states[1]->setText(tr("Missing"));
    m_states[2]->setText(tr("Stays with me"));
    m_more->setText(m_details && !m_details->isHidden() ? tr("Less") : tr("Details"));
    if (m_details) {
        const QStringList labels{tr("Agreement under which it stays with you (what, when, with whom)"),
                                 tr("What it is"),
                                 tr("Accessories"),
                                 tr("Inventory number"),
                                 tr("Serial number"),
                                 tr("Remark"),
                                 tr("Condition"),
                                 tr("Photo (optional; stands on a page of its own)")};
        for (qsizetype i = 0; i < m_labels.size(); ++i) {
            m_labels[i]->setText(labels[i]);
        }
        const QStringList conditions{tr("not stated"), tr("good"), tr("worn"), tr("damaged")};
        for (int i = 0; i < conditions.size(); ++i) {
            m_condition->setItemText(i, conditions[i]);
        }
        m_condition->setAccessibleName(labels[6]);
        m_photo->setTexts(tr("Photo"), tr("Pictures (*.jpg *.jpeg *.png)"));
        for (qsizetype i = 0; i < m_locks.size(); ++i) {
            m_locks[i]->setText(lockText(m_line.locks[i].lock));
        }
        if (m_lockHint) {
            m_lockHint->setText(tr("Tick what you have removed. No PIN and no password is written down here."));
        }
    }
    showState();
    showSummary();
    nameControls();
}

void EquipmentRow::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
