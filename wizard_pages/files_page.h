// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/files_acts.h"
#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QPushButton;

namespace staffelstab::wizard_pages {

class ActPanel;
class FileDecisions;
class FilePlaces;
class FilesResult;
class FileTargets;
class UserPrompts;

/** Whose the files are: folders are looked through, decided, copied, compared, and private ones then removed. */
class FilesPage : public CasePage
{
    Q_OBJECT
public:
    FilesPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
              QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    [[nodiscard]] std::vector<QPushButton*> barButtons() override;
    void refresh() override;
    void enter() override;
    void act() override;

private:
    /** What the page asks for next. */
    enum class Stage { Places, Decide, Remove, Done };

    void connectParts();
    [[nodiscard]] Stage stage() const;
    void lookThrough();
    void keepPlan();
    void showNotices();
    /** Something is to be copied, or everything stays by a decision. */
    [[nodiscard]] bool isAnythingDecided() const;
    void copy();
    void remove();
    [[nodiscard]] QString warningBeforeRemoval() const;

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    handover::FilesChoice m_choice;
    handover::FileTablePtr m_table;
    FilesResult* m_result;
    ActPanel* m_panel;
    FilePlaces* m_places;
    QWidget* m_decide;
    FileDecisions* m_decisions;
    FileTargets* m_targets;
    QPushButton* m_skip = nullptr;
    bool m_hasRoom = true;
};

} // namespace staffelstab::wizard_pages
