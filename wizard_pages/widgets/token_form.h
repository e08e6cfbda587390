// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "handover/token_desk.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class FailureNotice;
class SecretField;

/** Chooses a certificate on a smart card or token and asks for its PIN. */
class TokenForm : public QWidget
{
    Q_OBJECT
public:
    explicit TokenForm(QWidget* parent = nullptr);

    /** Whose module and CAs count. */
    void setPolicy(const policy::CompanyPolicy& policy) { m_policy = policy; }
    /** Looks what lies in the readers now. */
    void look();
    /** Nothing until a card was found. */
    [[nodiscard]] std::optional<receipt::TokenCertificate> chosen() const;
    [[nodiscard]] bool isComplete() const;
    /** Empties the field. */
    [[nodiscard]] Secret takePin();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void show(const std::vector<receipt::TokenCertificate>& certificates);
    void retranslate();

    policy::CompanyPolicy m_policy;
    handover::TokenDesk m_desk;
    std::vector<receipt::TokenCertificate> m_certificates;
    QLabel* m_label;
    QComboBox* m_list;
    QPushButton* m_again;
    QLabel* m_pinLabel;
    SecretField* m_pin;
    QLabel* m_hint;
    FailureNotice* m_notice;
};

} // namespace staffelstab::wizard_pages
