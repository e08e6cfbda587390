// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class ActPanel;
class UserPrompts;

/**
 * Between the two people. First the leaver locks everything private; then the page covers the whole window with the
 * supervisor's name, and the only way on is the supervisor's, or the receipt that was countersigned elsewhere.
 */
class KeyboardHandoverPage : public CasePage
{
    Q_OBJECT
public:
    KeyboardHandoverPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                         QWidget* parent = nullptr);

    [[nodiscard]] Frame frame() const override { return m_case.isLocked() ? Frame::Cover : Frame::Case; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    void enter() override;
    void refresh() override;
    void act() override;

private:
    QWidget* makeCover();
    /** Takes in what lies beside the half-signed file, or asks for a file. */
    void takeIn();
    void takeInFile(const QString& file);

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    ActPanel* m_panel;
    /** Lies beside the half-signed file and was not tried in vain; empty if there is none. */
    QString m_beside;
    QString m_tried;
    /** One stands on the leaver's sheet, one on the cover. */
    std::vector<QPushButton*> m_takeIn;
    QWidget* m_before;
    /** Where the half-signed receipt lies. */
    QLabel* m_file = nullptr;
    QWidget* m_cover;
    QLabel* m_name = nullptr;
    QLabel* m_sentence = nullptr;
    QPushButton* m_take = nullptr;
};

} // namespace staffelstab::wizard_pages
