// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace staffelstab::reply {

/** Where mail is handed in. Holds no secret; may be saved. */
struct SmtpServer
{
    enum class Security { StartTls, Tls };

    QString host;
    /** 0: the usual one, 587 or 465 (RFC 8314). */
    quint16 port = 0;
    Security security = Security::StartTls;
    QString user;
    /** PEM file whose certificates are trusted beside the system's. */
    QString caFile;

    bool operator==(const SmtpServer&) const = default;
};

/**
 * One login on a mail server; each mail goes to one receiver. Nothing is said in the clear: without TLS and a proved
 * certificate no mail leaves. One thread at a time; a cancel ends the transfer within a second.
 */
class MailSender
{
public:
    MailSender(SmtpServer server, const Secret& password);
    ~MailSender();
    MailSender(const MailSender&) = delete;
    MailSender& operator=(const MailSender&) = delete;

    /**
     * Ok when the server has taken the mail. ServerRefused: it will not. Any other failure after the text was on its
     * way (see mayHaveArrived()) leaves open whether it did.
     */
    Status send(const QString& from, const QString& to, const QByteArray& message, const JobContext& job);
    /** True if the last send() failed when all of the mail had been said already. */
    [[nodiscard]] bool mayHaveArrived() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace staffelstab::reply
