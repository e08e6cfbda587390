// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/archive_act.h"
#include "handover/acts/unfinished_writes.h"
#include "handover/handover_acts.h"

#include "core/job.h"
#include "core/patient_question.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;
class QTimer;

namespace staffelstab::wizard_pages {

class ActPanel;

/**
 * Says where an unfinished copy of mail lies, or may lie as its medium is not in, and takes it away on demand. Hidden
 * while there is none. An archive that can be gone on with is not among them, looked() tells of it. The media are
 * looked at beside the window's thread, and it says so if that takes long; it ends when the page is left.
 */
class UnfinishedNote : public QFrame
{
    Q_OBJECT
public:
    /** All outlive it. `panel`: of `parent`, the page it stands on; shows how the taking away goes. */
    UnfinishedNote(handover::HandoverCase& handover, handover::HandoverActs& acts, handover::Step step, ActPanel& panel,
                   QWidget* parent);

    /** `choice`: the archive that would be written; also where it is only typed yet. */
    void look(const handover::ArchiveChoice& choice);
    /** The same once nothing was typed for a moment: a path is not looked at letter by letter. */
    void lookSoon(const handover::ArchiveChoice& choice);
    /** Or is about to, for something that is known to have been left; looked() follows unless it is stopped. */
    [[nodiscard]] bool isLooking() const { return m_isLooking && m_isForKnown; }

Q_SIGNALS:
    /** isLooking() */
    void lookingChanged();
    void looked(const std::optional<staffelstab::handover::ArchiveStanding>& begun);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Look;
    static Look lookAt(handover::UnfinishedPlaces places, std::optional<archive::NotedPart> part,
                       const QString& target);
    void beginLooking();
    void ask(const handover::ArchiveChoice& choice);
    void judge(const Look& look, const handover::ArchiveChoice& choice);
    void stopLooking();
    void endLooking();
    void take(const Look& look, const std::optional<handover::ArchiveStanding>& standing);
    void tell(const handover::UnfinishedWrites& left, const QStringList& folders);
    void retranslate();

    handover::HandoverCase& m_case;
    handover::HandoverActs& m_acts;
    handover::Step m_step;
    ActPanel& m_panel;
    QStringList m_folders;
    /** Reads the messages of the case. */
    QPointer<JobHandle> m_judging;
    /** Looks at media; one of them may not answer any more. */
    PatientQuestion m_media;
    handover::ArchiveChoice m_typed;
    bool m_isLooking = false;
    bool m_isForKnown = false;
    /** looked() has told of one. */
    bool m_isBegun = false;
    QTimer* m_patience;
    QTimer* m_typing;
    QLabel* m_text;
    QPushButton* m_remove;
    QPushButton* m_forget;
};

} // namespace staffelstab::wizard_pages
