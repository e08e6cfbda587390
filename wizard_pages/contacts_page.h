// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/topics/contact_topics.h"
#include "wizard_pages/case_page.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace staffelstab::wizard_pages {

class ActPanel;
class ContactList;
class LetterForm;
class LetterWays;
class PathField;
class UserPrompts;

/** Who is told that the leaver goes: friends get the new address, business contacts the successor's. */
class ContactsPage : public CasePage
{
    Q_OBJECT
public:
    ContactsPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                 QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    void refresh() override;
    void enter() override;
    void leave() override;
    void act() override;

private:
    using Way = handover::ContactsChoice::Way;

    QWidget* makeResult();
    QWidget* makePrivate();
    QWidget* makeBusiness();
    QWidget* makeWays();
    /** Everything as the case has it, or as it is proposed. */
    void fillIn();
    void fillLists(const handover::ContactsChoice& choice);
    [[nodiscard]] handover::ContactsChoice choice() const;
    /** What is wrong, below its field; how the letters are read. */
    void judge();
    void edited();
    [[nodiscard]] int openLetters() const;
    bool saveChoice();
    void begin();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    ActPanel* m_panel;
    QWidget* m_result = nullptr;
    QLabel* m_proof = nullptr;
    QWidget* m_choice = nullptr;
    QLineEdit* m_privateAddress = nullptr;
    ContactList* m_private = nullptr;
    LetterForm* m_farewell = nullptr;
    ContactList* m_business = nullptr;
    PathField* m_listTarget = nullptr;
    QCheckBox* m_noticeWanted = nullptr;
    LetterForm* m_notice = nullptr;
    LetterWays* m_ways = nullptr;
    bool m_isFlawless = false;
    bool m_isFilling = false;
};

} // namespace staffelstab::wizard_pages
