// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QFormLayout;
class QLabel;
class QLineEdit;

namespace staffelstab::wizard_pages {

class ActPanel;
class ChoiceButton;
class DateField;
class NotedSecret;
class PathField;
class SecretField;
class UserPrompts;

/**
 * How the personal password is replaced: changed now in the directory and sealed, or reset by IT, or left open. There
 * is no field in which to hand a password over; the one field here authenticates the leaver and is emptied at once.
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
    void refresh() override;
    void act() override;

private:
    using Way = handover::PasswordChoice::Way;

    QWidget* makeChoice();
    QWidget* makeDirectoryForm();
    void addSeal(QVBoxLayout* column);
    QWidget* makeItForm();
    QWidget* makeResult();
    void fillIn();
    QLabel* addRow(QFormLayout* form, QWidget* field, Say label);
    [[nodiscard]] Way way() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] handover::PasswordChoice choice() const;
    void showResult();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    QWidget* m_choice = nullptr;
    ChoiceButton* m_ways[3] = {};
    QWidget* m_directory = nullptr;
    QLineEdit* m_url = nullptr;
    QLineEdit* m_user = nullptr;
    PathField* m_ca = nullptr;
    SecretField* m_old = nullptr;
    ChoiceButton* m_byCode = nullptr;
    ChoiceButton* m_byCertificate = nullptr;
    NotedSecret* m_code = nullptr;
    PathField* m_certificate = nullptr;
    PathField* m_sealTarget = nullptr;
    QWidget* m_it = nullptr;
    QLineEdit* m_itName = nullptr;
    DateField* m_itDate = nullptr;
    ActPanel* m_panel;
    QWidget* m_result = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_proofs = nullptr;
    QLabel* m_seal = nullptr;
};

} // namespace staffelstab::wizard_pages
