// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/files_acts.h"
#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QLabel;
class QListWidget;
class QPushButton;
class QTreeView;

namespace staffelstab::wizard_pages {

class ActPanel;
class FileTargets;
class FileTreeModel;
class UserPrompts;
class VerdictBar;

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
    void act() override;

private:
    /** What the page asks for next. */
    enum class Stage { Places, Decide, Remove, Done };

    QWidget* makePlaces();
    QWidget* makeTree();
    QWidget* makeResult();
    [[nodiscard]] Stage stage() const;
    void addPlace(const QString& folder);
    void lookThrough();
    void decide(Verdict verdict);
    void acceptSuggestions();
    void undo();
    void setPlan(const files::FilePlan& plan);
    void showTallies();
    void showNotices();
    void showResult();
    void copy();
    void remove();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    handover::FilesChoice m_choice;
    handover::FileTablePtr m_table;
    std::vector<files::FilePlan> m_earlier;
    QWidget* m_places = nullptr;
    QListWidget* m_roots = nullptr;
    QWidget* m_decide = nullptr;
    FileTreeModel* m_model = nullptr;
    QTreeView* m_tree = nullptr;
    VerdictBar* m_verdicts = nullptr;
    QLabel* m_tallies = nullptr;
    FileTargets* m_targets = nullptr;
    QWidget* m_result = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_proof = nullptr;
    QPushButton* m_skip = nullptr;
    ActPanel* m_panel;
    bool m_hasRoom = true;
};

} // namespace staffelstab::wizard_pages
