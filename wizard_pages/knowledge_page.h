// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/knowledge_topic.h"
#include "wizard_pages/case_page.h"

class QCheckBox;
class QFrame;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace staffelstab::wizard_pages {

class ChoiceButton;
class DateField;
class RowEditor;

/**
 * What the leaver knows and others will need (IT-Grundschutz ORP.2.A2): how the successor is briefed, what comes again
 * and when, what needs a new owner. Nothing here is compulsory; what stays open is named on the receipt.
 */
class KnowledgePage : public CasePage
{
    Q_OBJECT
public:
    explicit KnowledgePage(handover::HandoverCase& handover, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] bool isPrimaryReady() const override { return true; }
    void enter() override;
    void leave() override;
    void act() override;

private:
    using Notes = checklists::KnowledgeNotes;

    void addBriefing();
    void addFromMailbox();
    void addRows();
    void addSecrecy();
    QLineEdit* addField(QGridLayout* grid, QLineEdit* edit, const QString& name, Say label);
    /** Fields that the chosen way does not need are hidden. */
    void showWay();
    [[nodiscard]] Notes::Briefing way() const;
    [[nodiscard]] Notes notes() const;
    void showRows(const Notes& notes);
    /** How much the mailbox could add to what is noted. */
    void showProposals();
    void takeProposals();
    bool save();

    ChoiceButton* m_ways[3] = {};
    QWidget* m_details = nullptr;
    QLabel* m_dayLabel = nullptr;
    DateField* m_day = nullptr;
    QLabel* m_byLabel = nullptr;
    QLineEdit* m_by = nullptr;
    QLineEdit* m_documentation = nullptr;
    Notes m_proposals;
    QFrame* m_fromMailbox = nullptr;
    QLabel* m_found = nullptr;
    RowEditor* m_tasks = nullptr;
    RowEditor* m_entries = nullptr;
    QLabel* m_secrecy = nullptr;
    QCheckBox* m_secrecyRead = nullptr;
};

} // namespace staffelstab::wizard_pages
