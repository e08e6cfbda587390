// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/file_targets.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/passphrase_input.h"
#include "wizard_pages/widgets/path_field.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace staffelstab::wizard_pages {

FileTargets::FileTargets(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_privateLabel(new QLabel(this)),
      m_private(new PathField(QStringLiteral("privateFilesTarget"), PathField::Kind::Folder, prompts, this)),
      m_removes(new QCheckBox(this)), m_locks(new QCheckBox(this)), m_passphrase(new PassphraseInput(this)),
      m_businessLabel(new QLabel(this)),
      m_business(new PathField(QStringLiteral("businessFilesTarget"), PathField::Kind::Folder, prompts, this)),
      m_notices(new QLabel(this))
{
    m_removes->setObjectName(QStringLiteral("removePrivateFiles"));
    m_locks->setObjectName(QStringLiteral("lockPrivateFiles"));
    m_passphrase->hide();
    m_notices->setObjectName(QStringLiteral("fileNotices"));
    m_notices->setWordWrap(true);
    m_notices->setFont(smallFont());
    m_notices->setProperty("tone", QStringLiteral("danger"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::tiny);
    grid->addWidget(m_privateLabel, 0, 0);
    grid->addWidget(m_private, 1, 0);
    grid->addWidget(m_removes, 2, 0);
    grid->addWidget(m_businessLabel, 0, 1);
    grid->addWidget(m_business, 1, 1);
    grid->addWidget(m_locks, 3, 0);
    grid->addWidget(m_notices, 2, 1, 2, 1);
    grid->addWidget(m_passphrase, 4, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (PathField* field : {m_private, m_business}) {
        field->offerDrives();
        connect(field, &PathField::changed, this, &FileTargets::changed);
    }
    connect(m_passphrase, &PassphraseInput::changed, this, &FileTargets::changed);
    connect(m_locks, &QCheckBox::toggled, this, [this](bool isOn) {
        m_passphrase->setVisible(isOn);
        Q_EMIT changed();
    });
    connect(m_removes, &QCheckBox::toggled, this, &FileTargets::changed);
    retranslate();
}

void FileTargets::setChoice(const handover::FilesChoice& choice)
{
    const QSignalBlocker quiet(this);
    m_private->setPath(choice.privateTarget);
    m_business->setPath(choice.businessTarget);
    m_removes->setChecked(choice.removesPrivate);
    m_locks->setChecked(choice.isLocked);
}

void FileTargets::addTo(handover::FilesChoice& choice) const
{
    choice.privateTarget = m_private->path();
    choice.businessTarget = m_business->path();
    choice.removesPrivate = m_removes->isChecked();
    choice.isLocked = m_locks->isChecked();
}

bool FileTargets::isReady() const
{
    return !m_locks->isChecked() || m_passphrase->isComplete();
}

Secret FileTargets::takePassphrase()
{
    return m_locks->isChecked() ? m_passphrase->take() : Secret();
}

QStringList FileTargets::noticesOf(const files::CopyPlan& plan)
{
    using enum files::CopyNotice::Kind;
    QStringList lines;
    const auto add = [&lines, &plan](files::CopyNotice::Kind kind, const auto& sentence) {
        if (const quint32 count = plan.count(kind); count > 0) {
            lines.append(sentence(static_cast<int>(count)));
        }
    };
    if (!plan.hasRoom()) {
        lines.append(tr("The medium has %1 free, %2 are needed.")
                         .arg(QLocale().formattedDataSize(plan.freeBytes), QLocale().formattedDataSize(plan.bytes)));
    }
    if (plan.isTooLarge()) {
        lines.append(tr("The ZIP could grow to %1, and this medium (FAT32) holds no file over 4 GiB. Please choose one "
                        "formatted as exFAT or NTFS, or copy without a ZIP.")
                         .arg(QLocale().formattedDataSize(plan.bytes)));
    }
    add(TooLarge,
        [](int n) { return tr("%n file(s) are too large for this medium (FAT32 holds 4 GiB) and stay here.", "", n); });
    add(Renamed, [](int n) { return tr("%n name(s) are not possible on this medium and are changed.", "", n); });
    add(CaseClash, [](int n) { return tr("%n name(s) differ in case only and get a number.", "", n); });
    add(NotCopied, [](int n) { return tr("%n link(s) or other drives are not copied.", "", n); });
    add(Unreadable, [](int n) { return tr("%n file(s) cannot be read.", "", n); });
    return lines;
}

void FileTargets::showNotices(const files::CopyPlan* mine, const files::CopyPlan* theirs)
{
    QStringList lines;
    for (const files::CopyPlan* plan : {mine, theirs}) {
        if (plan != nullptr) {
            lines += noticesOf(*plan);
        }
    }
    lines.removeDuplicates();
    if (mine != nullptr && !mine->items.empty() && mine->staysWithComputer) {
        lines.append(stayingText());
    }
    if (theirs != nullptr && !theirs->items.empty()) {
        lines.append(tr("Business files lie unencrypted in their folder."));
    }
    m_notices->setText(lines.join(u'\n'));
}

QString FileTargets::stayingText()
{
    return tr("The private copy lies on this computer: whoever gives the computer back gives the copy back too.");
}

void FileTargets::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FileTargets::retranslate()
{
    m_privateLabel->setText(tr("Private files go to"));
    m_businessLabel->setText(tr("Business files go to"));
    m_private->setTexts(m_privateLabel->text());
    m_business->setTexts(m_businessLabel->text());
    m_locks->setText(tr("Into one ZIP that only I can open (AES-256)"));
    m_passphrase->retranslate();
    m_removes->setText(tr("Then remove them from this computer"));
}

} // namespace staffelstab::wizard_pages
