// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/begun_archive.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace staffelstab::wizard_pages {

BegunArchive::BegunArchive(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_hint(new QLabel(this)), m_label(new QLabel(this)),
      m_passphrase(new SecretField(this)), m_reveal(new QCheckBox(this)), m_anew(new QPushButton(this))
{
    setProperty("card", true);
    m_text->setObjectName(QStringLiteral("begunArchive"));
    m_text->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_hint->setFont(smallFont());
    m_hint->setProperty("tone", QStringLiteral("muted"));
    m_passphrase->setObjectName(QStringLiteral("begunPassphrase"));
    m_label->setBuddy(m_passphrase);
    m_reveal->setObjectName(QStringLiteral("begunReveal"));
    m_anew->setObjectName(QStringLiteral("beginAnew"));
    m_anew->setProperty("kind", QStringLiteral("link"));
    m_anew->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_passphrase, 1);
    row->addWidget(m_reveal);
    auto* last = new QHBoxLayout;
    last->addWidget(m_anew);
    last->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    column->addWidget(m_text);
    column->addWidget(m_hint);
    column->addWidget(m_label);
    column->addLayout(row);
    column->addLayout(last);
    connect(m_passphrase, &QLineEdit::textChanged, this, &BegunArchive::changed);
    connect(m_reveal, &QCheckBox::toggled, m_passphrase, &SecretField::setRevealed);
    connect(m_anew, &QPushButton::clicked, this, &BegunArchive::anewWanted);
    retranslate();
}

void BegunArchive::setStanding(const std::optional<handover::ArchiveStanding>& standing)
{
    m_standing = standing;
    retranslate();
}

bool BegunArchive::isFilled() const
{
    return m_passphrase->isFilled();
}

Secret BegunArchive::takePassphrase()
{
    m_reveal->setChecked(false);
    return m_passphrase->take();
}

QString BegunArchive::outcomeText(const handover::ArchiveOutcome& outcome)
{
    using Beginning = archive::ArchiveReport::Beginning;
    switch (outcome.beginning) {
    case Beginning::Anew:
        break;
    case Beginning::WentOn:
        return tr("%n of them an earlier run had written already; they were compared and not read again.", "",
                  static_cast<int>(outcome.takenUp));
    case Beginning::WentOnBeforeAlteredPiece:
        return tr("%n of them an earlier run had written already. What came behind them on the medium was not what it "
                  "had written, and was written again.",
                  "", static_cast<int>(outcome.takenUp));
    case Beginning::AnewAsPartWasAltered:
        return tr("It was begun anew: what an earlier run had left on the medium was not what it had written.");
    case Beginning::AnewAsMailHasChanged:
        return tr(
            "It was begun anew: messages, decisions or this program are not what they were when an earlier run began.");
    }
    return {};
}

void BegunArchive::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void BegunArchive::retranslate()
{
    const handover::ArchiveStanding standing = m_standing.value_or(handover::ArchiveStanding());
    const QLocale locale;
    m_text->setText(tr("An archive was begun and is not finished: %1 of %2 messages are written in %3.")
                        .arg(locale.toString(standing.done), locale.toString(standing.messages),
                             QDir::toNativeSeparators(standing.target)));
    m_hint->setText(tr("It can be gone on with. What is written is compared with what this case has noted of it; only "
                       "the rest is read from the mailbox."));
    m_label->setText(tr("Passphrase with which it was begun"));
    m_reveal->setText(tr("Show what I type"));
    m_anew->setText(tr("Take it away and begin anew"));
}

} // namespace staffelstab::wizard_pages
