// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/outdated_archives.h"

#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace staffelstab::wizard_pages {

using State = handover::VoidArchive::State;

OutdatedArchives::OutdatedArchives(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_remove(new QPushButton(this)), m_gone(new QPushButton(this))
{
    setProperty("card", true);
    m_text->setObjectName(QStringLiteral("outdatedArchive"));
    m_text->setProperty("tone", QStringLiteral("danger"));
    m_text->setWordWrap(true);
    m_remove->setObjectName(QStringLiteral("removeOutdated"));
    m_gone->setObjectName(QStringLiteral("outdatedIsGone"));
    m_gone->setProperty("kind", QStringLiteral("link"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_remove);
    row->addWidget(m_gone);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(m_remove, &QPushButton::clicked, this, &OutdatedArchives::removalWanted);
    connect(m_gone, &QPushButton::clicked, this, &OutdatedArchives::goneSaid);
    retranslate();
}

void OutdatedArchives::setArchives(const std::vector<handover::VoidArchive>& archives)
{
    m_archives = archives;
    const auto isIn = [this](State state) {
        return std::any_of(m_archives.begin(), m_archives.end(),
                           [state](const handover::VoidArchive& archive) { return archive.state == state; });
    };
    m_gone->setVisible(isIn(State::NotFound));
    setVisible(!m_archives.empty());
    retranslate();
}

void OutdatedArchives::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void OutdatedArchives::retranslate()
{
    m_remove->setText(tr("Delete the old archive"));
    m_gone->setText(tr("It no longer exists"));
    QStringList lines;
    for (const handover::VoidArchive& archive : m_archives) {
        lines.append(sentence(archive));
    }
    m_text->setText(lines.join(u'\n'));
}

QString OutdatedArchives::sentence(const handover::VoidArchive& archive)
{
    const QString at = momentText(archive.written.at);
    const QString path = archive.written.path.isEmpty() ? archive.written.sealedPath : archive.written.path;
    switch (archive.state) {
    case State::Unremoved:
        return tr("The archive of %1 holds messages that are decided otherwise by now: %2. It is deleted once the "
                  "new one is written and compared; until then it stands on the receipt.")
            .arg(at, path);
    case State::NotFound:
        return tr("The old archive of %1 was not found at %2. Please put in the medium it was written to and delete "
                  "it there.")
            .arg(at, path);
    case State::Changed:
        return tr("The old archive of %1 could not be deleted, or something else stands there by now: %2. Please look "
                  "at it yourself; it stands on the receipt.")
            .arg(at, path);
    case State::SaidGone:
        break;
    }
    return tr("The old archive of %1 no longer exists, by your word; the receipt says so. Should it turn up at %2, it "
              "can "
              "still be deleted here.")
        .arg(at, path);
}

} // namespace staffelstab::wizard_pages
