// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "handover/topics/takeaway_topics.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;

namespace staffelstab::wizard_pages {

class ChoiceButton;
class PassphraseInput;
class PathField;
class UserPrompts;

/** What becomes of the private mail, and how a copy of it is made. */
class TakeawayForm : public QWidget
{
    Q_OBJECT
public:
    using Action = handover::TakeawayChoice::Action;

    explicit TakeawayForm(UserPrompts& prompts, QWidget* parent = nullptr);

    void setChoice(const handover::TakeawayChoice& choice);
    [[nodiscard]] handover::TakeawayChoice choice() const;
    [[nodiscard]] Action action() const;
    [[nodiscard]] bool isComplete() const;
    /** What isComplete() still wants. */
    [[nodiscard]] QString missing() const;
    /** Empty where the copy is not to be locked. */
    [[nodiscard]] Secret takePassphrase();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    QFrame* makeOptions(UserPrompts& prompts);
    void retranslate();
    void refresh();

    std::array<ChoiceButton*, 3> m_actions{};
    QFrame* m_options = nullptr;
    QLabel* m_targetLabel = nullptr;
    PathField* m_target = nullptr;
    QLabel* m_formatLabel = nullptr;
    QComboBox* m_format = nullptr;
    QCheckBox* m_encrypt = nullptr;
    PassphraseInput* m_passphrase = nullptr;
    QCheckBox* m_removeAfter = nullptr;
};

} // namespace staffelstab::wizard_pages
