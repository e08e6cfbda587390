// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/unfinished_note.h"

#include "archive/output_place.h"
#include "core/job.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/act_panel.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace staffelstab::wizard_pages {

using handover::UnfinishedPlaces, handover::UnfinishedWrites;

UnfinishedNote::UnfinishedNote(handover::HandoverCase& handover, handover::HandoverActs& acts, handover::Step step,
                               ActPanel& panel, QWidget* parent)
    : QFrame(parent), m_case(handover), m_acts(acts), m_step(step), m_panel(panel), m_text(new QLabel(this)),
      m_remove(new QPushButton(this)), m_forget(new QPushButton(this))
{
    setProperty("card", true);
    m_text->setObjectName(QStringLiteral("unfinished"));
    m_text->setWordWrap(true);
    m_remove->setObjectName(QStringLiteral("removeUnfinished"));
    m_forget->setObjectName(QStringLiteral("forgetUnfinished"));
    m_forget->setProperty("kind", QStringLiteral("link"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_remove);
    row->addWidget(m_forget);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::medium, space::large, space::medium);
    column->setSpacing(space::small);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_panel.expect(tr("Only what this program left unfinished is removed."));
        m_acts.start(m_step, handover::sweepUnfinishedAct(m_acts.context()));
    });
    connect(m_forget, &QPushButton::clicked, this, [this] { tell({}, {}); });
    connect(&panel, &ActPanel::busyChanged, this, &UnfinishedNote::look);
    hide();
    retranslate();
}

/** What is on the media. */
struct UnfinishedNote::Look
{
    UnfinishedPlaces places;
    std::optional<archive::LyingPart> begun;
    /** Folders where something else lies than that, or may lie. */
    QStringList others;
};

UnfinishedNote::Look UnfinishedNote::lookAt(UnfinishedPlaces places, const QString& caseFile)
{
    Look look{handover::stillUnfinished(std::move(places)), handover::begunArchive(caseFile), {}};
    const QStringList begun{look.begun ? look.begun->path : QString()};
    for (const UnfinishedWrites::Place& place : look.places) {
        const QString target = QFileInfo(place.target).absoluteFilePath();
        if (archive::unfinishedParts(target, place.name) != begun) {
            look.others.append(place.target);
        }
    }
    return look;
}

void UnfinishedNote::look()
{
    const UnfinishedPlaces noted = m_case.topic<UnfinishedWrites>().places;
    if (noted.empty() || m_acts.isRunning()) {
        hide();
        Q_EMIT looked({});
        return;
    }
    startJob<Look>(
        this, [noted, file = m_case.file()](JobContext& /*job*/) -> Result<Look> { return lookAt(noted, file); },
        [this, noted](Result<Look> look) {
            if (look && !m_acts.isRunning() && m_case.topic<UnfinishedWrites>().places == noted) {
                take(std::move(*look));
            }
        });
}

void UnfinishedNote::take(Look look)
{
    const std::optional<handover::ArchiveStanding> standing =
        look.begun ? handover::standingOf(*look.begun, m_case) : std::nullopt;
    QStringList folders = look.others;
    if (!standing) {
        folders.clear();
        for (const UnfinishedWrites::Place& place : look.places) {
            folders.append(place.target);
        }
    }
    tell({std::move(look.places)}, folders);
    Q_EMIT looked(standing);
}

void UnfinishedNote::tell(const UnfinishedWrites& left, const QStringList& folders)
{
    // If the case cannot be saved the place stays noted, which does no harm.
    static_cast<void>(m_case.setTopic<UnfinishedWrites>(left));
    m_folders = folders;
    m_folders.removeDuplicates();
    setVisible(!m_folders.isEmpty());
    retranslate();
}

void UnfinishedNote::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void UnfinishedNote::retranslate()
{
    m_text->setText(
        tr("A copy was not finished; what was written of it does not count and may still be in: %1. It is removed when "
           "you write again, or now. A medium that is not connected has to be connected first.")
            .arg(m_folders.join(QStringLiteral(", "))));
    m_remove->setText(tr("Take it away"));
    m_forget->setText(tr("There is nothing any more"));
}

} // namespace staffelstab::wizard_pages
