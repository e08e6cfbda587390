// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/topics/successor_topics.h"
#include "wizard_pages/case_page.h"

class QLineEdit;

namespace staffelstab::wizard_pages {

class ActPanel;
class MailboxLogins;
class SharingList;
class SuccessorResult;
class SuccessorWays;
class TargetForm;
class UserPrompts;

/** What the successor gets on the mail server: nothing, a copy of the business mail, or leave to read folders. */
class SuccessorPage : public CasePage
{
    Q_OBJECT
public:
    SuccessorPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                  QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    void refresh() override;
    void act() override;

private:
    using Way = handover::SuccessorChoice::Way;
    enum class Stage { Skip, Copy, Look, Grant, Done };

    QWidget* makeCopy(UserPrompts& prompts);
    QWidget* makeShare();
    QWidget* makeResult();
    [[nodiscard]] Stage stage() const;
    /** Index of the first mailbox on a server; -1 if there is none. */
    [[nodiscard]] int serverMailbox() const;
    [[nodiscard]] bool hasLooked() const;
    void copy();
    void look();
    void grant();

    handover::HandoverActs& m_acts;
    MailboxLogins* m_logins;
    ActPanel* m_panel;
    SuccessorWays* m_ways;
    QWidget* m_copyCard = nullptr;
    TargetForm* m_target = nullptr;
    QWidget* m_shareCard = nullptr;
    QLineEdit* m_identifier = nullptr;
    SharingList* m_folders = nullptr;
    QWidget* m_result = nullptr;
    SuccessorResult* m_outcome = nullptr;
    bool m_isChoosingAgain = false;
};

} // namespace staffelstab::wizard_pages
