// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

#include <QDnsLookup>
#include <QHostAddress>
#include <QObject>

#include <optional>

namespace staffelstab::mail {

/**
 * Asks the DNS where the mailboxes of a domain are (RFC 6186: _imaps._tcp, then _imap._tcp with STARTTLS). The answer
 * is a proposal and no proof: the server must still show a certificate for its name, and where that name lies outside
 * the domain a person has to agree. Lives on a thread with an event loop.
 */
class ServerRecords : public QObject
{
    Q_OBJECT
public:
    /** `nameserver`: the system's unless a test names one. */
    explicit ServerRecords(const QHostAddress& nameserver = {}, QObject* parent = nullptr);

    /** found() follows; a call before that replaces the one before. */
    void ask(const QString& address);

Q_SIGNALS:
    /** Nothing if the domain says nothing, or that it has no such server. */
    void found(const std::optional<staffelstab::mail::MailboxSource>& source);

private:
    void look();
    void take();

    QDnsLookup m_lookup;
    QString m_address;
    /** Which of the two names is being asked. */
    int m_name = 0;
};

/** Whether a server's name lies in the domain of the address. */
bool isInDomain(const QString& host, const QString& address);

} // namespace staffelstab::mail
