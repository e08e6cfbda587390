// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QLabel;

namespace staffelstab::wizard_pages {

class ActPanel;
class ArchiveChoiceForm;
class BegunArchive;
class MailboxLogins;
class OutdatedArchives;
class UnfinishedNote;
class UserPrompts;

/** Writes everything business to a medium for the supervisor, and shows the proof: file, size, checksum. */
class BusinessArchivePage : public CasePage
{
    Q_OBJECT
public:
    BusinessArchivePage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                        QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    [[nodiscard]] QString missing() const override;
    void enter() override;
    void refresh() override;
    void act() override;

private:
    QWidget* makeResult();
    /** There is nothing to write, or it is written. */
    [[nodiscard]] bool isDone() const { return isComplete() && !m_isWritingAgain; }
    [[nodiscard]] bool isGoingOn() const;
    [[nodiscard]] handover::ArchiveChoice chosen() const;
    void lookForBegun();
    void beginAnew();
    void removeOutdated();
    void sayOutdatedGone();
    void write();
    void showResult();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    ArchiveChoiceForm* m_choice = nullptr;
    MailboxLogins* m_logins;
    ActPanel* m_panel;
    QWidget* m_result = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_file = nullptr;
    QLabel* m_digest = nullptr;
    QLabel* m_skipped = nullptr;
    QLabel* m_beginning = nullptr;
    BegunArchive* m_begun = nullptr;
    UnfinishedNote* m_unfinished = nullptr;
    OutdatedArchives* m_outdated = nullptr;
    bool m_isWritingAgain = false;
    bool m_isWriting = false;
};

} // namespace staffelstab::wizard_pages
