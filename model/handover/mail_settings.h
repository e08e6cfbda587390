// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/settings/server_records.h"
#include "policy/company_policy.h"

#include <QObject>

#include <optional>

namespace staffelstab::handover {

/** The provider's sign-in for a source that signs in by browser and names none; anything else stays as it is. */
mail::MailboxSource withProvider(mail::MailboxSource source, const policy::CompanyPolicy& policy);

/**
 * Finds out where the mailbox of an address is, so that nobody has to type it: the company policy's providers, then its
 * autoconfig files, then the DNS. Lives on a thread with an event loop.
 */
class MailSettings : public QObject
{
    Q_OBJECT
public:
    enum class From {
        Policy,
        Autoconfig,
        /** Not trusted: to be looked at by a person (RFC 6186, 6). */
        Dns,
        Nowhere,
    };

    explicit MailSettings(policy::CompanyPolicy policy, QObject* parent = nullptr);

    /** found() follows, perhaps at once. */
    void find(const QString& address);

Q_SIGNALS:
    void found(const staffelstab::mail::MailboxSource& source, staffelstab::handover::MailSettings::From from);

private:
    policy::CompanyPolicy m_policy;
    mail::ServerRecords m_records;
};

} // namespace staffelstab::handover
