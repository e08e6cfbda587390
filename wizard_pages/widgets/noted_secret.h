// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class SecretDisplay;

/** A secret the program makes, shows for a limited time and expects to be written down on paper. */
class NotedSecret : public QWidget
{
    Q_OBJECT
public:
    static constexpr int seconds = 120;

    /** `make` draws a fresh secret. */
    explicit NotedSecret(std::function<Secret()> make, QWidget* parent = nullptr);

    /** It was shown and the person says it is written down. */
    [[nodiscard]] bool isComplete() const;
    /** Hands the secret over and forgets it here. */
    [[nodiscard]] Secret take();
    void forget();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void retranslate();

    std::function<Secret()> m_make;
    Secret m_secret;
    SecretDisplay* m_display;
    QPushButton* m_show;
    QCheckBox* m_noted;
    QLabel* m_left;
    int m_secondsLeft = 0;
};

} // namespace staffelstab::wizard_pages
