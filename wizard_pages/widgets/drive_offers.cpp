// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/drive_offers.h"

#include "wizard_pages/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {
constexpr std::size_t mostOffers = 4;
} // namespace

DriveOffers::DriveOffers(const QString& name, For purpose, QWidget* parent, List list)
    : QWidget(parent), m_purpose(purpose), m_list(std::move(list)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::small);
    for (std::size_t at = 0; at < mostOffers; ++at) {
        auto* button = new QPushButton(this);
        button->setObjectName(name + QString::number(at));
        button->setAutoDefault(false);
        if (purpose == For::Writing) {
            button->setProperty("kind", QStringLiteral("link"));
        }
        button->hide();
        m_row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, at] { Q_EMIT chosen(m_drives[at].root); });
        m_buttons.push_back(button);
    }
    m_row->addStretch();
    refresh();
}

void DriveOffers::refresh()
{
    m_drives = m_list();
    if (m_purpose == For::Writing) {
        std::erase_if(m_drives, [](const RemovableDrive& drive) { return drive.isReadOnly; });
    }
    m_drives.resize(std::min(m_drives.size(), m_buttons.size()));
    for (std::size_t at = 0; at < m_buttons.size(); ++at) {
        m_buttons[at]->setVisible(at < m_drives.size());
    }
    setVisible(!m_drives.empty());
    retranslate();
}

void DriveOffers::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DriveOffers::retranslate()
{
    for (std::size_t at = 0; at < m_drives.size(); ++at) {
        const RemovableDrive& drive = m_drives[at];
        m_buttons[at]->setText(
            tr("Drive %1 (%2 free)").arg(drive.name, QLocale().formattedDataSize(drive.bytesFree, 1)));
        m_buttons[at]->setToolTip(drive.root);
        m_buttons[at]->setAccessibleName(tr("Use the drive %1").arg(drive.name));
    }
}

} // namespace staffelstab::wizard_pages
