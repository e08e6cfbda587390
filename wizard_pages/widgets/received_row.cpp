// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/received_row.h"

#include "wizard_pages/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

namespace staffelstab::wizard_pages {

ReceivedRow::ReceivedRow(const QString& name, QWidget* parent)
    : QWidget(parent), m_tick(new QCheckBox(this)), m_detail(new QLabel(this)), m_row(new QHBoxLayout(this))
{
    m_tick->setObjectName(name);
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_tick->setFont(strong);
    m_detail->setFont(smallFont());
    m_detail->setProperty("tone", QStringLiteral("muted"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setContentsMargins(34, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_tick);
    words->addWidget(m_detail);
    m_row->setContentsMargins(0, space::tiny, 0, space::tiny);
    m_row->setSpacing(space::medium);
    m_row->addLayout(words, 1);
    connect(m_tick, &QCheckBox::toggled, this, &ReceivedRow::changed);
}

void ReceivedRow::setTexts(const QString& title, const QString& detail)
{
    QString plain = title;
    m_tick->setText(plain.replace(QLatin1Char('&'), QStringLiteral("&&")));
    m_tick->setAccessibleDescription(detail);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void ReceivedRow::addButton(QWidget* button)
{
    m_row->addWidget(button);
}

bool ReceivedRow::isTicked() const
{
    return m_tick->isChecked() && !isHidden();
}

} // namespace staffelstab::wizard_pages
