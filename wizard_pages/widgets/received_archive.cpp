// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/received_archive.h"

#include "receipt/sections/archive_section.h"
#include "wizard_pages/widgets/received_row.h"

#include <QLocale>
#include <QPushButton>

namespace staffelstab::wizard_pages {

ReceivedArchive::ReceivedArchive(QPushButton* check, UserPrompts& prompts, QWidget* parent)
    : ArchiveOpener(prompts, parent), m_check(check)
{
    hide();
    m_check->hide();
    connect(m_check, &QPushButton::clicked, this, &ReceivedArchive::ask);
    connect(this, &ArchiveOpener::openAsked, this, &ReceivedArchive::open);
    connect(&m_desk, &handover::ReceiptDesk::archiveOpened, this,
            [this](const archive::ArchiveCheck& check, bool isTheOne) { note(foundBy(check, isTheOne)); });
    connect(&m_desk, &handover::ReceiptDesk::failed, this, [this](const Failure& failure) {
        note(Found::NotYet);
        showFailure(&failure);
    });
}

void ReceivedArchive::forget()
{
    m_desk.dropOpening();
    setEnabled(true);
    m_found = Found::NotYet;
    showFailure(nullptr);
    hide();
    m_check->setEnabled(true);
}

void ReceivedArchive::showIn(ReceivedRow* row, const handover::ReceiptDesk::Checked& checked)
{
    m_checked = checked;
    const auto* archive = checked.finding.record ? checked.finding.record->find<receipt::ArchiveSection>() : nullptr;
    m_check->setVisible(row != nullptr && archive != nullptr && m_found != Found::Intact);
    if (row != nullptr && archive != nullptr) {
        row->setTexts(tr("Business archive: %n message(s), %1", "", static_cast<int>(archive->messages))
                          .arg(QLocale().formattedDataSize(archive->bytes)),
                      archive->fileName + QStringLiteral(" · ") + words(m_found));
    }
}

void ReceivedArchive::ask()
{
    const auto* archive = m_checked.finding.record->find<receipt::ArchiveSection>();
    if (archive->container == QLatin1String("folder")) {
        askForFolder();
    } else {
        askForFile();
    }
    askForPassphrase(archive->isEncrypted);
    show();
    m_check->setEnabled(false);
}

void ReceivedArchive::open()
{
    showFailure(nullptr);
    note(Found::Running);
    m_desk.openArchive(m_checked, archive(), takePassphrase());
}

void ReceivedArchive::note(Found found)
{
    m_found = found;
    setEnabled(found != Found::Running);
    if (found == Found::Intact) {
        hide();
    }
    Q_EMIT foundChanged();
}

} // namespace staffelstab::wizard_pages
