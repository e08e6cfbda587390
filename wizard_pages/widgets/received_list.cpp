// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/received_list.h"

#include "wizard_pages/widgets/received_row.h"

#include <QLocale>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

ReceivedList::ReceivedList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void ReceivedList::setRecord(const receipt::ReceiptRecord& record)
{
    const QString language = QLocale().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
    m_codes.clear();
    for (const auto& [code, row] : m_rows) {
        row->hide();
    }
    for (const receipt::Receivable& thing : receipt::receivables(record, language)) {
        ReceivedRow*& row = m_rows[thing.code];
        if (row == nullptr) {
            row = new ReceivedRow(QStringLiteral("received.") + thing.code, this);
            connect(row, &ReceivedRow::changed, this, &ReceivedList::changed);
            Q_EMIT rowMade(thing.code, row);
        }
        row->setTexts(thing.label, {});
        m_column->removeWidget(row);
        m_column->addWidget(row);
        row->show();
        if (const auto panel = m_panels.find(thing.code); panel != m_panels.end()) {
            m_column->removeWidget(panel->second);
            m_column->addWidget(panel->second);
        }
        m_codes.append(thing.code);
    }
}

ReceivedRow* ReceivedList::row(const QString& code) const
{
    return m_codes.contains(code) ? m_rows.at(code) : nullptr;
}

void ReceivedList::putBelow(const QString& code, QWidget* panel)
{
    m_panels[code] = panel;
    m_column->addWidget(panel);
}

QStringList ReceivedList::received() const
{
    QStringList ticked;
    for (const QString& code : m_codes) {
        if (m_rows.at(code)->isTicked()) {
            ticked.append(code);
        }
    }
    return ticked;
}

} // namespace staffelstab::wizard_pages
