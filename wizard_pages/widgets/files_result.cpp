// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/files_result.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

FilesResult::FilesResult(QWidget* parent)
    : QFrame(parent), m_summary(new QLabel(this)), m_proof(new QLabel(this)), m_passphraseLabel(new QLabel(this)),
      m_passphrase(new SecretField(this)), m_again(new QPushButton(this))
{
    setProperty("card", true);
    m_summary->setObjectName(QStringLiteral("filesSummary"));
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_summary->setFont(strong);
    m_proof->setObjectName(QStringLiteral("filesProof"));
    m_passphrase->setObjectName(QStringLiteral("packPassphrase"));
    m_passphrase->setMaximumWidth(360);
    m_passphraseLabel->setBuddy(m_passphrase);
    m_again->setObjectName(QStringLiteral("filesAgain"));
    m_again->setProperty("kind", QStringLiteral("link"));
    m_again->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    for (QLabel* label : {m_summary, m_proof, m_passphraseLabel}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_passphrase);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    connect(m_again, &QPushButton::clicked, this, &FilesResult::againWanted);
    connect(m_passphrase, &QLineEdit::textChanged, this, &FilesResult::changed);
}

void FilesResult::show(const handover::FilesOutcome& outcome, const QString& packPath, bool asksForPassphrase)
{
    m_outcome = outcome;
    m_packPath = packPath;
    m_passphraseLabel->setVisible(asksForPassphrase);
    m_passphrase->setVisible(asksForPassphrase);
    retranslate();
}

bool FilesResult::isReady() const
{
    return m_passphrase->isHidden() || m_passphrase->isFilled();
}

Secret FilesResult::takePassphrase()
{
    return m_passphrase->take();
}

void FilesResult::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

QStringList FilesResult::lines() const
{
    const QLocale locale;
    QStringList lines{tr("Private: %1 in %n file(s).", "", static_cast<int>(m_outcome.privateFiles))
                          .arg(locale.formattedDataSize(m_outcome.privateBytes)),
                      tr("Business: %1 in %n file(s).", "", static_cast<int>(m_outcome.businessFiles))
                          .arg(locale.formattedDataSize(m_outcome.businessBytes))};
    if (m_outcome.isLocked) {
        lines.insert(1, tr("The private ones are in %1, locked with your passphrase.").arg(m_packPath));
    }
    if (m_outcome.undecided > 0) {
        lines.append(tr("%n file(s) are undecided and stay where they are. The receipt says so.", "",
                        static_cast<int>(m_outcome.undecided)));
    }
    if (m_outcome.notCopied > 0) {
        lines.append(tr("%n file(s) or links were not copied and are where they were.", "",
                        static_cast<int>(m_outcome.notCopied)));
    }
    if (m_outcome.removed) {
        lines.append(tr("%n private original(s) removed.", "", static_cast<int>(*m_outcome.removed)));
    }
    if (m_outcome.kept > 0) {
        lines.append(
            tr("%n original(s) stayed, as they or their copies had changed.", "", static_cast<int>(m_outcome.kept)));
    }
    return lines;
}

void FilesResult::retranslate()
{
    m_summary->setText(tr("%n file(s) copied, read back and compared", "",
                          static_cast<int>(m_outcome.privateFiles + m_outcome.businessFiles)));
    m_proof->setText(lines().join(u'\n'));
    m_passphraseLabel->setText(tr("Your passphrase once more: the ZIP is opened with it before anything is removed"));
    m_passphrase->setAccessibleName(m_passphraseLabel->text());
    m_again->setText(tr("Do it anew"));
}

} // namespace staffelstab::wizard_pages
