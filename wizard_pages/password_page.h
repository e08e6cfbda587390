// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

namespace staffelstab::wizard_pages {

class ActPanel;
class DirectoryLoginForm;
class ItResetForm;
class PasswordResult;
class PasswordStyleField;
class SealForm;
class UserPrompts;
class WayChooser;

/**
 * How the personal password is replaced: reset by a helpdesk so that nobody holds it, changed now in the directory and
 * sealed, reset by IT outside of the program, or left open; the ways and their order are the policy's. There is no
 * field in which to hand a password over; the fields here sign somebody in and are emptied at once.
 */
class PasswordPage : public CasePage
{
    Q_OBJECT
public:
    PasswordPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                 QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    [[nodiscard]] QString missing() const override;
    void refresh() override;
    void leave() override;
    void act() override;

private:
    using Way = handover::PasswordChoice::Way;

    void addWay(Way way);
    QWidget* makeForm(Way way);
    QWidget* makeDirectoryForm();
    QWidget* makeHelpdeskForm();
    QWidget* makeItForm();
    /** Asks for the printed letter before anything is changed. */
    QWidget* makeLetterCheck();
    void fillIn();
    [[nodiscard]] std::vector<Way> allowedWays() const;
    [[nodiscard]] Way way() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] bool isResetTooEarly() const;
    [[nodiscard]] handover::PasswordChoice choice() const;

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    WayChooser* m_choice;
    DirectoryLoginForm* m_login = nullptr;
    PasswordStyleField* m_style = nullptr;
    SealForm* m_seal = nullptr;
    DirectoryLoginForm* m_helpdesk = nullptr;
    ItResetForm* m_it = nullptr;
    PasswordResult* m_result;
    ActPanel* m_panel;
    QWidget* m_letterCheck;
};

} // namespace staffelstab::wizard_pages
