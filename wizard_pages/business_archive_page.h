// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace staffelstab::wizard_pages {

class ActPanel;
class ChoiceButton;
class MailboxLogins;
class NotedSecret;
class PassphraseInput;
class PathField;
class UserPrompts;

/** Writes everything business to a medium for the supervisor, and shows the proof: file, size, checksum. */
class BusinessArchivePage : public CasePage
{
    Q_OBJECT
public:
    BusinessArchivePage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                        QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    [[nodiscard]] QString missing() const override;
    void refresh() override;
    void act() override;

private:
    QWidget* makeChoice();
    QWidget* makeResult();
    /** What is to be said while an archive lies on the medium that fits the decisions no more. */
    QWidget* makeOutdated();
    void showOutdated();
    void addContainers(QVBoxLayout* column);
    void addPassphrases(QVBoxLayout* column);
    void write();
    void showResult();
    void addSealedCopy(QVBoxLayout* column);
    [[nodiscard]] bool isZip() const;
    [[nodiscard]] archive::ArchiveOptions::Container container() const;

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    QWidget* m_choice = nullptr;
    PathField* m_target = nullptr;
    QLineEdit* m_label = nullptr;
    ChoiceButton* m_zip = nullptr;
    ChoiceButton* m_folder = nullptr;
    ChoiceButton* m_disc = nullptr;
    QCheckBox* m_isSealed = nullptr;
    PathField* m_sealedFor = nullptr;
    QWidget* m_passphrases = nullptr;
    ChoiceButton* m_made = nullptr;
    ChoiceButton* m_typed = nullptr;
    NotedSecret* m_noted = nullptr;
    PassphraseInput* m_passphrase = nullptr;
    MailboxLogins* m_logins;
    ActPanel* m_panel;
    QWidget* m_result = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_file = nullptr;
    QLabel* m_digest = nullptr;
    QLabel* m_skipped = nullptr;
    QWidget* m_outdated = nullptr;
    QLabel* m_outdatedText = nullptr;
    bool m_isWritingAgain = false;
};

/** A digest in groups of four, as it stands on the receipt. */
QString groupedDigest(const QByteArray& digest);

} // namespace staffelstab::wizard_pages
