// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "handover/topics/archive_topics.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace staffelstab::wizard_pages {

class ChoiceButton;
class NotedSecret;
class PassphraseInput;
class PathField;
class UserPrompts;

/** Where the business archive goes, in what, and who can open it. */
class ArchiveChoiceForm : public QFrame
{
    Q_OBJECT
public:
    explicit ArchiveChoiceForm(UserPrompts& prompts, QWidget* parent = nullptr);

    /** `dpoCertificate`: proposed for the sealed copy; may be empty. */
    void setChoice(const handover::ArchiveChoice& choice, const QString& dpoCertificate);
    [[nodiscard]] handover::ArchiveChoice choice() const;
    /** Reads and empties; empty where the container has no lock. */
    [[nodiscard]] Secret takePassphrase();
    /** What is still to be done, as one short sentence; empty: nothing. */
    [[nodiscard]] QString missing() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addTarget(QVBoxLayout* column);
    void addContainers(QVBoxLayout* column);
    void addPassphrases(QVBoxLayout* column);
    void addSealedCopy(QVBoxLayout* column);
    void retranslate();
    [[nodiscard]] archive::ArchiveOptions::Container container() const;
    [[nodiscard]] bool isZip() const { return container() == archive::ArchiveOptions::Container::Zip; }

    UserPrompts& m_prompts;
    QLabel* m_targetLabel = nullptr;
    PathField* m_target = nullptr;
    QLabel* m_mediumLabel = nullptr;
    QLineEdit* m_medium = nullptr;
    ChoiceButton* m_zip = nullptr;
    ChoiceButton* m_folder = nullptr;
    ChoiceButton* m_disc = nullptr;
    QWidget* m_passphrases = nullptr;
    ChoiceButton* m_made = nullptr;
    ChoiceButton* m_typed = nullptr;
    NotedSecret* m_noted = nullptr;
    PassphraseInput* m_passphrase = nullptr;
    QCheckBox* m_isSealed = nullptr;
    PathField* m_sealedFor = nullptr;
};

} // namespace staffelstab::wizard_pages
