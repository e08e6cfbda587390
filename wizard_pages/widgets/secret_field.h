// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QLineEdit>

namespace staffelstab::wizard_pages {

/**
 * A line for a password or passphrase. What was typed leaves it exactly once, through take(), which empties the field;
 * it cannot be copied, dragged or undone. There is no way to preset it.
 */
class SecretField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretField(QWidget* parent = nullptr);

    [[nodiscard]] bool isFilled() const;
    [[nodiscard]] int length() const;
    [[nodiscard]] bool matches(const SecretField& other) const;
    /** Reads the field and empties it. */
    [[nodiscard]] Secret take();
    /** Shows or hides what is typed; hidden again by take(). */
    void setRevealed(bool isRevealed);

private:
    using QLineEdit::setText;
    using QLineEdit::text;
};

} // namespace staffelstab::wizard_pages
