// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/archive_choice_form.h"

#include "secrets/seal.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/choice_button.h"
#include "wizard_pages/widgets/noted_secret.h"
#include "wizard_pages/widgets/passphrase_input.h"
#include "wizard_pages/widgets/path_field.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

ArchiveChoiceForm::ArchiveChoiceForm(UserPrompts& prompts, QWidget* parent) : QFrame(parent), m_prompts(prompts)
{
    setProperty("card", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    addTarget(column);
    addContainers(column);
    addSealedCopy(column);
    retranslate();
}

void ArchiveChoiceForm::addTarget(QVBoxLayout* column)
{
    m_targetLabel = new QLabel(this);
    m_target = new PathField(QStringLiteral("archiveTarget"), PathField::Kind::Folder, m_prompts, this);
    m_target->offerDrives();
    m_mediumLabel = new QLabel(this);
    m_mediumLabel->setWordWrap(true);
    m_medium = new QLineEdit(this);
    m_medium->setObjectName(QStringLiteral("mediumLabel"));
    m_medium->setMaxLength(60);
    m_mediumLabel->setBuddy(m_medium);
    column->addWidget(m_targetLabel);
    column->addWidget(m_target);
    column->addWidget(m_mediumLabel);
    column->addWidget(m_medium);
    connect(m_target, &PathField::changed, this, &ArchiveChoiceForm::changed);
}

void ArchiveChoiceForm::addContainers(QVBoxLayout* column)
{
    auto* group = new QButtonGroup(this);
    m_zip = new ChoiceButton(this);
    m_folder = new ChoiceButton(this);
    m_disc = new ChoiceButton(this);
    m_zip->setObjectName(QStringLiteral("containerZip"));
    m_folder->setObjectName(QStringLiteral("containerFolder"));
    m_disc->setObjectName(QStringLiteral("containerDisc"));
    for (ChoiceButton* button : {m_zip, m_disc, m_folder}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    column->addWidget(m_zip);
    addPassphrases(column);
    column->addWidget(m_disc);
    column->addWidget(m_folder);
    connect(group, &QButtonGroup::buttonToggled, this, [this] {
        m_passphrases->setVisible(isZip());
        Q_EMIT changed();
    });
}

void ArchiveChoiceForm::addPassphrases(QVBoxLayout* column)
{
    m_passphrases = new QWidget(this);
    auto* rows = new QVBoxLayout(m_passphrases);
    rows->setContentsMargins(space::huge, 0, 0, 0);
    auto* group = new QButtonGroup(this);
    m_made = new ChoiceButton(m_passphrases);
    m_typed = new ChoiceButton(m_passphrases);
    m_made->setObjectName(QStringLiteral("passphraseMade"));
    m_typed->setObjectName(QStringLiteral("passphraseTyped"));
    m_noted = new NotedSecret([] { return secrets::generateCode(); }, m_passphrases);
    m_passphrase = new PassphraseInput(m_passphrases);
    for (ChoiceButton* button : {m_made, m_typed}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    m_made->setChecked(true);
    m_passphrase->setVisible(false);
    rows->addWidget(m_made);
    rows->addWidget(m_noted);
    rows->addWidget(m_typed);
    rows->addWidget(m_passphrase);
    column->addWidget(m_passphrases);
    connect(group, &QButtonGroup::buttonToggled, this, [this] {
        m_noted->setVisible(m_made->isChecked());
        m_passphrase->setVisible(!m_made->isChecked());
        Q_EMIT changed();
    });
    connect(m_noted, &NotedSecret::changed, this, &ArchiveChoiceForm::changed);
    connect(m_passphrase, &PassphraseInput::changed, this, &ArchiveChoiceForm::changed);
}

void ArchiveChoiceForm::addSealedCopy(QVBoxLayout* column)
{
    m_isSealed = new QCheckBox(this);
    m_isSealed->setObjectName(QStringLiteral("sealedCopy"));
    m_sealedFor = new PathField(QStringLiteral("sealedFor"), PathField::Kind::File, m_prompts, this);
    m_sealedFor->setVisible(false);
    column->addWidget(m_isSealed);
    column->addWidget(m_sealedFor);
    connect(m_isSealed, &QCheckBox::toggled, this, [this](bool isWanted) {
        m_sealedFor->setVisible(isWanted);
        Q_EMIT changed();
    });
    connect(m_sealedFor, &PathField::changed, this, &ArchiveChoiceForm::changed);
}

void ArchiveChoiceForm::setChoice(const handover::ArchiveChoice& choice, const QString& dpoCertificate)
{
    m_target->setPath(choice.target);
    m_medium->setText(choice.mediumLabel);
    ChoiceButton* const containers[] = {m_zip, m_folder, m_disc};
    containers[static_cast<int>(choice.container)]->setChecked(true);
    m_sealedFor->setPath(choice.sealCertificates.isEmpty() ? dpoCertificate : choice.sealCertificates.first());
    m_isSealed->setChecked(!choice.sealCertificates.isEmpty());
    m_passphrases->setVisible(isZip());
}

handover::ArchiveChoice ArchiveChoiceForm::choice() const
{
    handover::ArchiveChoice choice;
    choice.container = container();
    choice.target = m_target->path();
    choice.mediumLabel = m_medium->text().simplified();
    if (m_isSealed->isChecked()) {
        choice.sealCertificates = {m_sealedFor->path()};
    }
    return choice;
}

Secret ArchiveChoiceForm::takePassphrase()
{
    if (!isZip()) {
        return {};
    }
    return m_made->isChecked() ? m_noted->take() : m_passphrase->take();
}

QString ArchiveChoiceForm::missing() const
{
    if (m_target->path().isEmpty()) {
        return tr("Please choose a medium or folder.");
    }
    if (isZip() && m_made->isChecked() && !m_noted->isComplete()) {
        return tr("Please have the passphrase shown and tick that you have noted it.");
    }
    if (isZip() && !m_made->isChecked() && !m_passphrase->isComplete()) {
        return tr("Please type the passphrase twice, the same each time.");
    }
    if (m_isSealed->isChecked() && m_sealedFor->path().isEmpty()) {
        return tr("Please choose the certificates to seal for.");
    }
    return {};
}

archive::ArchiveOptions::Container ArchiveChoiceForm::container() const
{
    using enum archive::ArchiveOptions::Container;
    return m_folder->isChecked() ? Folder : m_disc->isChecked() ? Iso : Zip;
}

void ArchiveChoiceForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void ArchiveChoiceForm::retranslate()
{
    const QString target = tr("Medium or folder for the supervisor");
    m_targetLabel->setText(target);
    m_target->setTexts(target);
    m_mediumLabel->setText(tr("What is written on the medium (optional), e.g. “UEB-0042”"));
    m_zip->setTexts(tr("One locked file (AES-256 ZIP)"),
                    tr("Without the passphrase not even the names of the files can be seen. Opens with 7-Zip."));
    m_disc->setTexts(tr("A disc image (ISO)"),
                     tr("To be burned on a disc that cannot be changed any more. Not locked."));
    m_folder->setTexts(tr("An open folder"), tr("Not locked. Only for a medium that nobody else gets hold of."));
    m_made->setTexts(tr("Let the program make the passphrase"),
                     tr("Shown once. Give it to the supervisor apart from the medium."));
    m_typed->setTexts(tr("Type a passphrase together with the supervisor"), tr("It is not stored on the medium."));
    m_passphrase->retranslate();
    m_isSealed->setText(tr("Also a copy that only the data protection officer can open"));
    m_sealedFor->setTexts(tr("Certificate of the data protection officer"),
                          tr("Certificates (*.pem *.crt *.cer *.der)"));
}

} // namespace staffelstab::wizard_pages
