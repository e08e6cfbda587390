// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/archive_opener.h"

#include "archive/business_archive.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace staffelstab::wizard_pages {

ArchiveOpener::ArchiveOpener(UserPrompts& prompts, QWidget* parent)
    : QFrame(parent), m_file(new PathField(QStringLiteral("archiveFile"), PathField::Kind::File, prompts, this)),
      m_folder(new PathField(QStringLiteral("archiveFolder"), PathField::Kind::Folder, prompts, this)),
      m_placeLabel(new QLabel(this)), m_label(new QLabel(this)), m_secret(new SecretField(this)),
      m_open(new QPushButton(this)), m_hint(new QLabel(this)), m_notice(new FailureNotice(this))
{
    m_secret->setObjectName(QStringLiteral("archivePassphrase"));
    m_open->setObjectName(QStringLiteral("openArchive"));
    m_open->setAutoDefault(false);
    m_label->setBuddy(m_secret);
    m_hint->setFont(smallFont());
    m_hint->setProperty("tone", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addWidget(m_secret, 1);
    row->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(34, 0, 0, space::small);
    column->setSpacing(space::small);
    for (QWidget* part :
         {static_cast<QWidget*>(m_placeLabel), static_cast<QWidget*>(m_file), static_cast<QWidget*>(m_folder)}) {
        part->hide();
        column->addWidget(part);
    }
    column->addLayout(row);
    column->addWidget(m_notice);
    column->addWidget(m_hint);
    connect(m_open, &QPushButton::clicked, this, &ArchiveOpener::openAsked);
    connect(m_secret, &QLineEdit::textChanged, this, &ArchiveOpener::judge);
    connect(m_secret, &QLineEdit::returnPressed, m_open, &QPushButton::click);
    connect(m_file, &PathField::changed, this, &ArchiveOpener::judge);
    connect(m_folder, &PathField::changed, this, &ArchiveOpener::judge);
    retranslate();
    judge();
}

void ArchiveOpener::askForFile()
{
    m_placeLabel->show();
    m_folder->hide();
    m_file->show();
    judge();
}

void ArchiveOpener::askForFolder()
{
    m_placeLabel->show();
    m_file->hide();
    m_folder->show();
    judge();
}

void ArchiveOpener::askForPassphrase(bool isEncrypted)
{
    m_label->setVisible(isEncrypted);
    m_secret->setVisible(isEncrypted);
    m_hint->setVisible(isEncrypted);
    judge();
}

QString ArchiveOpener::archive() const
{
    return !m_file->isHidden() ? m_file->path() : !m_folder->isHidden() ? m_folder->path() : QString();
}

Secret ArchiveOpener::takePassphrase()
{
    return m_secret->take();
}

void ArchiveOpener::showFailure(const Failure* failure)
{
    m_notice->show(failure);
}

ArchiveOpener::Found ArchiveOpener::foundBy(const archive::ArchiveCheck& check, bool isTheOne)
{
    return check.isIntact && isTheOne ? Found::Intact : Found::Different;
}

QString ArchiveOpener::words(Found found)
{
    switch (found) {
    case Found::NotYet:
        return tr("not opened here yet");
    case Found::Running:
        return tr("is being opened and checked …");
    case Found::Intact:
        return tr("opened and checked here: all checksums are right");
    case Found::Different:
        break;
    }
    return tr("checked here: it is NOT the one on the receipt, or it was changed");
}

void ArchiveOpener::judge()
{
    const bool asksForPlace = !m_file->isHidden() || !m_folder->isHidden();
    m_open->setEnabled((m_secret->isHidden() || m_secret->isFilled()) && (!asksForPlace || !archive().isEmpty()));
}

void ArchiveOpener::retranslate()
{
    m_file->setTexts(tr("Archive file"), tr("Business archives (*.zip *.iso)"));
    m_folder->setTexts(tr("Folder of the archive"));
    m_placeLabel->setText(tr("Where does the archive lie?"));
    m_label->setText(tr("Passphrase of the archive"));
    m_open->setText(tr("Open and check"));
    m_hint->setText(tr("It is the one that was noted on paper when the archive was made. It is used once and not "
                       "stored."));
}

void ArchiveOpener::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void ArchiveOpener::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    m_secret->take().clear();
}

} // namespace staffelstab::wizard_pages
