// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/password_topics.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace staffelstab::wizard_pages {

class ChoiceButton;
class NotedSecret;
class PathField;
class SecretField;
class UserPrompts;

/** How the fresh password is sealed for the supervisor, and where the sealed file goes. */
class SealForm : public QWidget
{
    Q_OBJECT
public:
    explicit SealForm(UserPrompts& prompts, QWidget* parent = nullptr);

    void setChoice(const handover::PasswordChoice& choice, const QString& usualTarget);
    /**
     * An earlier change came to no known end: its code is asked for instead of a new one being drawn, so that its seal
     * can tell which password is valid.
     */
    void askForNotedCode();
    /** Fills in what this form knows. */
    void addTo(handover::PasswordChoice& choice) const;
    /** The one-time code, once; empty where there is none. */
    [[nodiscard]] Secret takeCode();
    [[nodiscard]] bool isReady() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] handover::PasswordChoice::SealBy by() const;
    void showFields();
    void retranslate();

    QLabel* m_heading;
    /** In the order of SealBy. */
    ChoiceButton* m_ways[4] = {};
    NotedSecret* m_code;
    QLabel* m_interrupted;
    SecretField* m_earlierCode;
    bool m_isCodeNoted = false;
    PathField* m_certificate;
    QLabel* m_printerLabel;
    QLineEdit* m_printer;
    QLabel* m_printerHint;
    QLabel* m_targetLabel;
    PathField* m_target;
};

} // namespace staffelstab::wizard_pages
