// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "handover/acts/archive_act.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class SecretField;

/** Says how far an archive has got that was not finished, and asks for its passphrase, to go on with it. */
class BegunArchive : public QFrame
{
    Q_OBJECT
public:
    explicit BegunArchive(QWidget* parent = nullptr);

    /** Nothing: there is none. */
    void setStanding(const std::optional<handover::ArchiveStanding>& standing);
    [[nodiscard]] const std::optional<handover::ArchiveStanding>& standing() const { return m_standing; }
    [[nodiscard]] bool isFilled() const;
    /** What became of one, in the result; empty if there was none. */
    [[nodiscard]] static QString outcomeText(const handover::ArchiveOutcome& outcome);
    /** Reads and empties. */
    [[nodiscard]] Secret takePassphrase();

Q_SIGNALS:
    void changed();
    /** It is to be taken away. */
    void anewWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::optional<handover::ArchiveStanding> m_standing;
    QLabel* m_text;
    QLabel* m_hint;
    QLabel* m_label;
    SecretField* m_passphrase;
    QCheckBox* m_reveal;
    QPushButton* m_anew;
};

} // namespace staffelstab::wizard_pages
