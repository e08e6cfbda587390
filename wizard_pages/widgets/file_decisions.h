// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/files_acts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace staffelstab::wizard_pages {

class FileTreeModel;
class VerdictBar;

/** The tree of what was found, and the verdicts on it, with undo and redo. */
class FileDecisions : public QWidget
{
    Q_OBJECT
public:
    explicit FileDecisions(QWidget* parent = nullptr);

    void setTable(handover::FileTablePtr table, const files::FilePlan& plan);
    [[nodiscard]] const files::FilePlan& plan() const { return m_plan; }

Q_SIGNALS:
    void planChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void decide(Verdict verdict);
    void acceptSuggestions();
    void undo();
    void redo();
    /** Takes `plan` as a new step that can be undone. */
    void go(files::FilePlan plan);
    void show(files::FilePlan plan);
    void retranslate();

    handover::FileTablePtr m_table;
    files::FilePlan m_plan;
    std::vector<files::FilePlan> m_earlier;
    std::vector<files::FilePlan> m_later;
    FileTreeModel* m_model;
    QTreeView* m_tree;
    VerdictBar* m_verdicts;
    QLabel* m_tallies;
    QPushButton* m_accept;
};

} // namespace staffelstab::wizard_pages
