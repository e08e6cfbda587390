// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/row_editor.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/date_field.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {
constexpr int longestText = 300;
}

RowEditor::RowEditor(const QString& name, std::vector<Column> columns, std::function<QString()> addText,
                     QWidget* parent)
    : QWidget(parent), m_name(name), m_columns(std::move(columns)), m_addText(std::move(addText)),
      m_grid(new QGridLayout), m_add(new QPushButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    m_grid->setHorizontalSpacing(space::small);
    m_grid->setVerticalSpacing(space::tiny);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        auto* title = new QLabel(this);
        title->setFont(smallFont());
        title->setProperty("tone", QStringLiteral("muted"));
        m_titles.push_back(title);
        m_grid->addWidget(title, 0, static_cast<int>(i));
        m_grid->setColumnStretch(static_cast<int>(i), m_columns[i].stretch);
    }
    column->addLayout(m_grid);
    m_add->setObjectName(name + QStringLiteral("Add"));
    m_add->setProperty("kind", QStringLiteral("link"));
    m_add->setAutoDefault(false);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        place();
        m_rows.back().fields.front()->setFocus();
    });
    retranslate();
    place();
}

QWidget* RowEditor::makeField(const Column& column)
{
    if (column.kind == Column::Kind::Choice) {
        auto* choice = new QComboBox(this);
        choice->addItems(column.choices());
        connect(choice, &QComboBox::activated, this, &RowEditor::changed);
        return choice;
    }
    auto* edit = column.kind == Column::Kind::Day ? new DateField(this) : new QLineEdit(this);
    edit->setMaxLength(longestText);
    connect(edit, &QLineEdit::textEdited, this, &RowEditor::typed);
    connect(edit, &QLineEdit::editingFinished, this, &RowEditor::changed);
    return edit;
}

void RowEditor::addRow(const QStringList& values)
{
    Row row;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        row.fields.push_back(makeField(m_columns[i]));
        setValue(row.fields.back(), values.value(static_cast<qsizetype>(i)));
    }
    row.remove = new QPushButton(QStringLiteral("✕"), this);
    row.remove->setProperty("kind", QStringLiteral("link"));
    row.remove->setAutoDefault(false);
    connect(row.remove, &QPushButton::clicked, this, [this, button = row.remove] { removeRow(button); });
    m_rows.push_back(std::move(row));
}

void RowEditor::removeRow(const QPushButton* button)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& one) { return one.remove == button; });
    if (row == m_rows.end()) {
        return;
    }
    // They live until the button's signal has returned, but their names go to the next row.
    for (QWidget* field : row->fields) {
        field->setParent(nullptr);
        field->deleteLater();
    }
    row->remove->setParent(nullptr);
    row->remove->deleteLater();
    m_rows.erase(row);
    place();
    m_add->setFocus();
    Q_EMIT changed();
}

void RowEditor::place()
{
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        const int line = static_cast<int>(r) + 1;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            m_grid->addWidget(m_rows[r].fields[i], line, static_cast<int>(i));
        }
        m_grid->addWidget(m_rows[r].remove, line, static_cast<int>(m_columns.size()));
    }
    for (QLabel* title : m_titles) {
        title->setVisible(!m_rows.empty());
    }
    // Tab order is reading order: a row that was added comes before the button.
    QWidget* before = nullptr;
    for (const Row& row : m_rows) {
        for (QWidget* field : row.fields) {
            if (before) {
                setTabOrder(before, field);
            }
            before = field;
        }
        setTabOrder(before, row.remove);
        before = row.remove;
    }
    if (before) {
        setTabOrder(before, m_add);
    }
    nameFields();
}

void RowEditor::nameFields()
{
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            QWidget* field = m_rows[r].fields[i];
            field->setObjectName(QStringLiteral("%1%2%3").arg(m_name).arg(r).arg(i));
            field->setAccessibleName(tr("%1, row %2").arg(m_columns[i].title()).arg(r + 1));
        }
        m_rows[r].remove->setObjectName(QStringLiteral("%1%2Remove").arg(m_name).arg(r));
        m_rows[r].remove->setAccessibleName(tr("Take row %1 away").arg(r + 1));
        m_rows[r].remove->setToolTip(m_rows[r].remove->accessibleName());
    }
}

void RowEditor::retranslate()
{
    m_add->setText(m_addText());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_titles[i]->setText(m_columns[i].title());
        for (const Row& row : m_rows) {
            if (auto* choice = qobject_cast<QComboBox*>(row.fields[i])) {
                const QStringList choices = m_columns[i].choices();
                for (int c = 0; c < choices.size(); ++c) {
                    choice->setItemText(c, choices[c]);
                }
            } else if (auto* day = qobject_cast<DateField*>(row.fields[i])) {
                day->retranslate();
            }
        }
    }
    nameFields();
}

QString RowEditor::valueOf(const QWidget* field)
{
    if (const auto* choice = qobject_cast<const QComboBox*>(field)) {
        return QString::number(choice->currentIndex());
    }
    if (const auto* day = qobject_cast<const DateField*>(field)) {
        return day->date().toString(Qt::ISODate);
    }
    return qobject_cast<const QLineEdit*>(field)->text().simplified();
}

void RowEditor::setValue(QWidget* field, const QString& value)
{
    if (auto* choice = qobject_cast<QComboBox*>(field)) {
        choice->setCurrentIndex(value.toInt());
    } else if (auto* day = qobject_cast<DateField*>(field)) {
        day->setDate(QDate::fromString(value, Qt::ISODate));
    } else {
        qobject_cast<QLineEdit*>(field)->setText(value);
    }
}

void RowEditor::setRows(const QList<QStringList>& rows)
{
    for (const Row& row : m_rows) {
        for (QWidget* field : row.fields) {
            delete field;
        }
        delete row.remove;
    }
    m_rows.clear();
    for (const QStringList& values : rows) {
        addRow(values);
    }
    place();
}

QList<QStringList> RowEditor::rows() const
{
    QList<QStringList> all;
    for (const Row& row : m_rows) {
        QStringList values;
        bool isEmpty = true;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            values.append(valueOf(row.fields[i]));
            isEmpty = isEmpty && (m_columns[i].kind == Column::Kind::Choice || values.last().isEmpty());
        }
        if (!isEmpty) {
            all.append(values);
        }
    }
    return all;
}

} // namespace staffelstab::wizard_pages
