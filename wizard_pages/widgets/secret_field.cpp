// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/secret_field.h"

namespace staffelstab::wizard_pages {

SecretField::SecretField(QWidget* parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setContextMenuPolicy(Qt::NoContextMenu);
    setDragEnabled(false);
    setMaxLength(1024);
}

bool SecretField::isFilled() const
{
    return !text().isEmpty();
}

int SecretField::length() const
{
    return static_cast<int>(text().size());
}

bool SecretField::matches(const SecretField& other) const
{
    return text() == other.text();
}

Secret SecretField::take()
{
    setRevealed(false);
    QString typed = text();
    clear();
    return takeSecret(std::move(typed));
}

void SecretField::setRevealed(bool isRevealed)
{
    setEchoMode(isRevealed ? QLineEdit::Normal : QLineEdit::Password);
}

} // namespace staffelstab::wizard_pages
