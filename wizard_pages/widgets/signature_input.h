// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace staffelstab::wizard_pages {

class SecretField;
class SignaturePad;
class TokenForm;
class UserPrompts;

/**
 * Signing: the pad or the typed name, and a certificate of one's own, in a file or on a card, for those who have one.
 * Says honestly what the signature will be worth.
 */
class SignatureInput : public QWidget
{
    Q_OBJECT
public:
    explicit SignatureInput(UserPrompts& prompts, QWidget* parent = nullptr);

    /** The typed name must be this one. */
    void setSigner(const QString& name);
    /** Whose CAs and smart cards count. */
    void setPolicy(const policy::CompanyPolicy& policy);
    [[nodiscard]] bool isComplete() const;
    /** What isComplete() still wants. */
    [[nodiscard]] QString missing() const;
    /** Empties the passphrase field. */
    [[nodiscard]] handover::SignInput take();
    void clear();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] bool isSigned() const;
    void build();
    void styleTyped();
    void retranslate();
    void setTyping(bool isTyping);
    void setKeyFile(const QString& file);
    void useCard(bool isUsed);
    [[nodiscard]] QString worth() const;

    UserPrompts& m_prompts;
    QString m_signer;
    QString m_keyFile;
    bool m_isByCard = false;
    QLabel* m_heading;
    QPushButton* m_undo;
    QPushButton* m_clear;
    QPushButton* m_switch;
    QStackedWidget* m_stack;
    SignaturePad* m_pad;
    QLineEdit* m_typed;
    QLabel* m_level;
    QPushButton* m_certificate;
    QPushButton* m_card;
    QLabel* m_passphraseLabel;
    SecretField* m_passphrase;
    TokenForm* m_token;
};

} // namespace staffelstab::wizard_pages
