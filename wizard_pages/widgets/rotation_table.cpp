// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/rotation_table.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/date_field.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace staffelstab::wizard_pages {

using secrets::RotationFault;
using secrets::SecretToRotate;

namespace {

enum Column { Kind, Name, Owner, Due };
constexpr int columns = 4;
constexpr int tableHeight = 150;

} // namespace

RotationTable::RotationTable(QWidget* parent)
    : QWidget(parent), m_table(new QTableWidget(0, columns, this)), m_kind(new QComboBox(this)),
      m_name(new QLineEdit(this)), m_owner(new QLineEdit(this)), m_due(new DateField(this)),
      m_add(new QPushButton(this)), m_remove(new QPushButton(this)), m_fault(new QLabel(this))
{
    m_table->setObjectName(QStringLiteral("rotationTable"));
    m_kind->setObjectName(QStringLiteral("rotationKind"));
    m_name->setObjectName(QStringLiteral("rotationName"));
    m_owner->setObjectName(QStringLiteral("rotationOwner"));
    m_due->setObjectName(QStringLiteral("rotationDue"));
    m_add->setObjectName(QStringLiteral("rotationAdd"));
    m_remove->setObjectName(QStringLiteral("rotationRemove"));
    m_fault->setObjectName(QStringLiteral("rotationFault"));
    m_fault->setWordWrap(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setMinimumHeight(tableHeight);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::small);
    // Two lines, so that the fields keep their width in the smallest window.
    grid->addWidget(m_table, 0, 0, 1, 4);
    grid->addWidget(m_kind, 1, 0);
    grid->addWidget(m_name, 1, 1, 1, 3);
    grid->addWidget(m_owner, 2, 0);
    grid->addWidget(m_due, 2, 1);
    grid->addWidget(m_add, 2, 2);
    grid->addWidget(m_remove, 2, 3);
    grid->addWidget(m_fault, 3, 0, 1, 4);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_name->setMaxLength(limits::name);
    m_owner->setMaxLength(limits::name);
    connect(m_add, &QPushButton::clicked, this, &RotationTable::add);
    connect(m_name, &QLineEdit::returnPressed, this, &RotationTable::add);
    connect(m_owner, &QLineEdit::returnPressed, this, &RotationTable::add);
    connect(m_remove, &QPushButton::clicked, this, &RotationTable::remove);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(m_table->currentRow() >= 0); });
    retranslate();
}

void RotationTable::setLines(std::vector<SecretToRotate> lines)
{
    m_lines = std::move(lines);
    show();
}

void RotationTable::setUsualDue(const QDate& due)
{
    m_usualDue = due;
    if (m_due->text().isEmpty()) {
        m_due->setDate(due);
    }
}

void RotationTable::add()
{
    const SecretToRotate line{static_cast<SecretToRotate::Kind>(m_kind->currentIndex()), m_name->text().simplified(),
                              m_owner->text().simplified(), m_due->date(), false};
    const RotationFault fault = secrets::faultOf(line);
    m_fault->setText(sentence(fault));
    if (fault == RotationFault::LooksLikeSecret) {
        // It does not stay on the screen, nor in the field's history.
        m_name->clear();
        m_owner->clear();
    }
    if (fault != RotationFault::None) {
        m_name->setFocus();
        return;
    }
    m_lines.push_back(line);
    m_name->clear();
    m_due->setDate(m_usualDue);
    m_name->setFocus();
    show();
    Q_EMIT edited();
}

void RotationTable::remove()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_lines.size())) {
        return;
    }
    m_lines.erase(m_lines.begin() + row);
    show();
    Q_EMIT edited();
}

void RotationTable::show()
{
    m_table->setRowCount(static_cast<int>(m_lines.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const SecretToRotate& line = m_lines[static_cast<std::size_t>(row)];
        const QString texts[columns] = {kindName(line.kind), line.name, line.owner, dayText(line.due)};
        for (int column = 0; column < columns; ++column) {
            m_table->setItem(row, column, new QTableWidgetItem(texts[column]));
        }
    }
    m_table->setVisible(!m_lines.empty());
    m_remove->setVisible(!m_lines.empty());
    m_remove->setEnabled(m_table->currentRow() >= 0);
}

QString RotationTable::kindName(SecretToRotate::Kind kind)
{
    switch (kind) {
    case SecretToRotate::Kind::SharedAccount:
        return tr("Shared account");
    case SecretToRotate::Kind::ServiceAccount:
        return tr("Service account");
    case SecretToRotate::Kind::SecondFactor:
        return tr("Second factor");
    case SecretToRotate::Kind::Key:
        return tr("Key or certificate");
    case SecretToRotate::Kind::Other:
        break;
    }
    return tr("Other");
}

QString RotationTable::sentence(RotationFault fault)
{
    switch (fault) {
    case RotationFault::None:
        return {};
    case RotationFault::NameMissing:
        return tr("What has to be replaced? A name is enough, such as \"Wi-Fi for guests\".");
    case RotationFault::OwnerMissing:
        return tr("Who replaces it?");
    case RotationFault::DueMissing:
        return tr("Until when? Please give a date.");
    case RotationFault::LooksLikeSecret:
        break;
    }
    return tr("This looks like a password or a key, so it was neither accepted nor kept. Only the name belongs here; "
              "whoever replaces it does not need the old one from you.");
}

void RotationTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void RotationTable::retranslate()
{
    const int chosen = std::max(m_kind->currentIndex(), 0);
    m_kind->clear();
    for (int kind = 0; kind <= static_cast<int>(SecretToRotate::Kind::Other); ++kind) {
        m_kind->addItem(kindName(static_cast<SecretToRotate::Kind>(kind)));
    }
    m_kind->setCurrentIndex(chosen);
    m_table->setHorizontalHeaderLabels({tr("Kind"), tr("What"), tr("Replaced by"), tr("Until")});
    m_table->setAccessibleName(tr("Passwords and keys to be replaced"));
    m_kind->setAccessibleName(tr("Kind"));
    m_name->setAccessibleName(tr("What"));
    m_name->setPlaceholderText(tr("What, such as Wi-Fi for guests"));
    m_owner->setAccessibleName(tr("Replaced by"));
    m_owner->setPlaceholderText(tr("Replaced by"));
    m_due->setAccessibleName(tr("Until"));
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Take out"));
    m_due->retranslate();
    m_fault->clear();
    show();
}

} // namespace staffelstab::wizard_pages
