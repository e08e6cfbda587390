// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace staffelstab::wizard_pages {

class SecretField;

/** A new passphrase, typed twice, at least minLength characters; says what is still wrong. */
class PassphraseInput : public QWidget
{
    Q_OBJECT
public:
    static constexpr int minLength = 10;

    explicit PassphraseInput(QWidget* parent = nullptr);

    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] Secret take();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void refresh();

    QLabel* m_firstLabel;
    QLabel* m_secondLabel;
    SecretField* m_first;
    SecretField* m_second;
    QCheckBox* m_reveal;
    QLabel* m_hint;
};

} // namespace staffelstab::wizard_pages
