// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/path_field.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/drive_offers.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace staffelstab::wizard_pages {

PathField::PathField(const QString& name, Kind kind, UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_browse(new QPushButton(this))
{
    m_edit->setObjectName(name);
    m_browse->setObjectName(name + QStringLiteral("Browse"));
    m_browse->setAutoDefault(false);
    setFocusProxy(m_edit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    auto* row = new QHBoxLayout;
    column->addLayout(row);
    row->setSpacing(space::small);
    row->addWidget(m_edit, 1);
    row->addWidget(m_browse);
    connect(m_edit, &QLineEdit::textChanged, this, &PathField::changed);
    connect(m_browse, &QPushButton::clicked, this, [this, kind, &prompts] {
        const auto chosen = [this](const QString& path) { setPath(path); };
        if (kind == Kind::Folder) {
            prompts.askFolder(this, m_title, path(), chosen);
        } else {
            prompts.askFile(this, m_title, m_filter, chosen);
        }
    });
}

QString PathField::path() const
{
    return m_edit->text().trimmed();
}

void PathField::setPath(const QString& path)
{
    if (path != this->path()) {
        m_edit->setText(path);
    }
}

void PathField::setTexts(const QString& label, const QString& filter)
{
    m_title = label;
    m_filter = filter;
    m_edit->setAccessibleName(label);
    m_browse->setText(tr("Choose …"));
    m_browse->setAccessibleName(tr("Choose: %1").arg(label));
}

void PathField::offerDrives()
{
    m_drives = new DriveOffers(m_edit->objectName() + QStringLiteral("Drive"), DriveOffers::For::Writing, this);
    layout()->addWidget(m_drives);
    connect(m_drives, &DriveOffers::chosen, this, &PathField::setPath);
}

void PathField::showEvent(QShowEvent* event)
{
    if (m_drives != nullptr) {
        m_drives->refresh();
    }
    QWidget::showEvent(event);
}

void PathField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setTexts(m_title, m_filter);
    }
}

} // namespace staffelstab::wizard_pages
