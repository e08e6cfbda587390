// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/company_policy.h"
#include "receipt/signing_token.h"

#include <QObject>

namespace staffelstab::handover {

/** Looks for smart cards on the model's thread pool, as a reader can take seconds; answers come by signal. */
class TokenDesk : public QObject
{
    Q_OBJECT
public:
    explicit TokenDesk(QObject* parent = nullptr);

    /** found() or failed() follows; levels are judged by the policy's CAs. A call while one runs is ignored. */
    void look(const policy::CompanyPolicy& policy);
    [[nodiscard]] bool isLooking() const { return m_isLooking; }

Q_SIGNALS:
    void found(const std::vector<staffelstab::receipt::TokenCertificate>& certificates);
    void failed(const staffelstab::Failure& failure);

private:
    bool m_isLooking = false;
};

} // namespace staffelstab::handover
