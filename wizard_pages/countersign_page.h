// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/countersigning.h"
#include "wizard_pages/step_page.h"

namespace staffelstab::wizard_pages {

class ConfirmationInput;
class FailureNotice;
class PageView;
class UserPrompts;

/** The supervisor on another computer: opens the half-signed file, sees it, confirms and countersigns. */
class CountersignPage : public StepPage
{
    Q_OBJECT
public:
    CountersignPage(UserPrompts& prompts, const Clock& clock, const QString& tsa, QWidget* parent = nullptr);

    [[nodiscard]] Frame frame() const override { return Frame::Desk; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isComplete() const override { return !m_signedPath.isEmpty(); }
    [[nodiscard]] bool isPrimaryReady() const override;
    void refresh() override;
    void act() override;

    void openFile(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void connectService();
    void chooseFile();

    UserPrompts& m_prompts;
    handover::Countersigning m_service;
    bool m_isOpen = false;
    QString m_signedPath;
    FailureNotice* m_notice;
    QWidget* m_invitation;
    QWidget* m_sheet;
    PageView* m_pages;
    ConfirmationInput* m_input;
    QLabel* m_done;
};

} // namespace staffelstab::wizard_pages
