// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/password_topics.h"

#include <QWidget>

class QLabel;

namespace staffelstab::wizard_pages {

class ChoiceButton;
class NotedSecret;
class PathField;
class UserPrompts;

/** How the fresh password is sealed for the supervisor, and where the sealed file goes. */
class SealForm : public QWidget
{
    Q_OBJECT
public:
    explicit SealForm(UserPrompts& prompts, QWidget* parent = nullptr);

    void setChoice(const handover::PasswordChoice& choice, const QString& usualTarget);
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
    ChoiceButton* m_ways[3] = {};
    NotedSecret* m_code;
    PathField* m_certificate;
    QLabel* m_targetLabel;
    PathField* m_target;
};

} // namespace staffelstab::wizard_pages
