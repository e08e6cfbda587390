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
#include <QTimer>

#include <chrono>

namespace staffelstab::wizard_pages {

namespace {
using namespace std::chrono_literals;
/** A look that is over before leaves no trace. */
constexpr auto patience = 300ms;
constexpr auto untilTyped = 400ms;
} // namespace

using handover::UnfinishedPlaces, handover::UnfinishedWrites;

UnfinishedNote::UnfinishedNote(handover::HandoverCase& handover, handover::HandoverActs& acts, handover::Step step,
                               ActPanel& panel, QWidget* parent)
    : QFrame(parent), m_case(handover), m_acts(acts), m_step(step), m_panel(panel), m_patience(new QTimer(this)),
      m_typing(new QTimer(this)), m_text(new QLabel(this)), m_remove(new QPushButton(this)),
      m_forget(new QPushButton(this))
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
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    connect(m_patience, &QTimer::timeout, this, [this] {
        show();
        retranslate();
    });
    m_typing->setSingleShot(true);
    m_typing->setInterval(untilTyped);
    connect(m_typing, &QTimer::timeout, this, [this] { ask(m_typed); });
    connect(&acts, &handover::HandoverActs::started, this, &UnfinishedNote::stopLooking);
    parent->installEventFilter(this);
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

UnfinishedNote::Look UnfinishedNote::lookAt(UnfinishedPlaces places, std::optional<archive::NotedPart> part,
                                            const QString& target)
{
    Look look{handover::stillUnfinished(std::move(places)), {}, {}};
    if (part) {
        look.begun = handover::begunArchive(std::move(*part), target);
    }
    const QStringList begun{look.begun ? look.begun->path : QString()};
    for (const UnfinishedWrites::Place& place : look.places) {
        const QString at = QFileInfo(place.target).absoluteFilePath();
        if (archive::unfinishedParts(at, place.name) != begun) {
            look.others.append(place.target);
        }
    }
    return look;
}

void UnfinishedNote::stopLooking()
{
    m_typing->stop();
    m_media.forget();
    // Waits for it; between two of its questions lie milliseconds.
    delete m_judging;
    if (m_isLooking) {
        endLooking();
    }
}

void UnfinishedNote::endLooking()
{
    m_isLooking = false;
    m_patience->stop();
    setVisible(!m_folders.isEmpty());
    retranslate();
    Q_EMIT lookingChanged();
}

void UnfinishedNote::look(const handover::ArchiveChoice& choice)
{
    stopLooking();
    if (m_acts.isRunning()) {
        m_folders.clear();
        hide();
        m_isBegun = false;
        Q_EMIT looked({});
        return;
    }
    beginLooking();
    ask(choice);
}

void UnfinishedNote::lookSoon(const handover::ArchiveChoice& choice)
{
    stopLooking();
    m_typed = choice;
    beginLooking();
    m_typing->start();
}

void UnfinishedNote::beginLooking()
{
    m_isLooking = true;
    // A medium with a begun archive may come back although nothing else is known of it.
    m_isForKnown = m_isBegun || !m_case.topic<UnfinishedWrites>().places.empty();
    Q_EMIT lookingChanged();
}

void UnfinishedNote::ask(const handover::ArchiveChoice& choice)
{
    const UnfinishedPlaces noted = m_case.topic<UnfinishedWrites>().places;
    if (m_isForKnown) {
        m_patience->start();
    }
    // The question may outlive the case: it has all it needs with it.
    m_media.ask([this, noted, choice, part = handover::notedArchive(m_case.file())]() -> PatientQuestion::Answer {
        return [this, noted, choice, look = lookAt(noted, part, choice.target)] {
            if (m_acts.isRunning() || m_case.topic<UnfinishedWrites>().places != noted) {
                // What it found is not what there is any more.
                this->look(choice);
            } else {
                judge(look, choice);
            }
        };
    });
}

/** Whether what was begun can be gone on with. */
void UnfinishedNote::judge(const Look& look, const handover::ArchiveChoice& choice)
{
    using Standing = std::optional<handover::ArchiveStanding>;
    if (!look.begun) {
        endLooking();
        take(look, std::nullopt);
        return;
    }
    m_judging = startJob<Standing>(
        this,
        [question = handover::askStanding(m_case, choice, *look.begun)](JobContext& job) -> Result<Standing> {
            return question(job);
        },
        [this, look](Result<Standing> standing) {
            m_judging.clear();
            endLooking();
            take(look, standing ? *standing : std::nullopt);
        });
}

void UnfinishedNote::take(const Look& look, const std::optional<handover::ArchiveStanding>& standing)
{
    QStringList folders = look.others;
    if (!standing) {
        folders.clear();
        for (const UnfinishedWrites::Place& place : look.places) {
            folders.append(place.target);
        }
    }
    tell({look.places}, folders);
    m_isBegun = standing.has_value();
    Q_EMIT looked(standing);
}

void UnfinishedNote::tell(const UnfinishedWrites& left, const QStringList& folders)
{
    if (m_case.topic<UnfinishedWrites>().places != left.places) {
        // If the case cannot be saved the place stays noted, which does no harm.
        static_cast<void>(m_case.setTopic<UnfinishedWrites>(left));
    }
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

bool UnfinishedNote::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Hide && !event->spontaneous()) {
        // On another page the messages of the case may change.
        stopLooking();
    }
    return QFrame::eventFilter(watched, event);
}

void UnfinishedNote::retranslate()
{
    m_remove->setVisible(!isLooking());
    m_forget->setVisible(!isLooking());
    m_remove->setText(tr("Take it away"));
    m_forget->setText(tr("There is nothing any more"));
    if (isLooking()) {
        m_text->setText(tr("What an earlier run left on the medium is being looked at…"));
        return;
    }
    m_text->setText(
        tr("A copy was not finished; what was written of it does not count and may still be in: %1. It is removed when "
           "you write again, or now. A medium that is not connected has to be connected first.")
            .arg(m_folders.join(QStringLiteral(", "))));
}

} // namespace staffelstab::wizard_pages
