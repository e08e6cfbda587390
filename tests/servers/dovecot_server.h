// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "mail/mail_store.h"

#include <QByteArrayList>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

namespace staffelstab::tests {

/**
 * A real Dovecot on 127.0.0.1, started by the constructor in about 0.3 s and gone with the object. Mailboxes are empty
 * but for Sent, Drafts, Trash and Junk. Several may run side by side. If isRunning() is false, error() says why.
 */
class DovecotServer
{
public:
    enum class Certificate { Good, Untrusted, WrongHost, Expired, SelfSigned };

    /**
     * `mechanisms`: the SASL mechanisms it offers, in lower case; all but EXTERNAL where it is empty. `capabilities`:
     * what it says it can do besides ("+X-GM-EXT-1"), whether it can or not.
     */
    explicit DovecotServer(Certificate certificate = Certificate::Good, QStringList users = {QStringLiteral("lea")},
                           const QString& mechanisms = {}, const QString& capabilities = {});
    ~DovecotServer();
    DovecotServer(const DovecotServer&) = delete;
    DovecotServer& operator=(const DovecotServer&) = delete;

    [[nodiscard]] bool isRunning() const { return m_tlsPort != 0; }
    [[nodiscard]] const QString& error() const { return m_error; }

    [[nodiscard]] static QString host() { return QStringLiteral("127.0.0.1"); }
    [[nodiscard]] quint16 tlsPort() const { return m_tlsPort; }
    [[nodiscard]] quint16 startTlsPort() const { return m_startTlsPort; }
    /** ManageSieve, in the clear until STARTTLS. */
    [[nodiscard]] quint16 sievePort() const { return m_sievePort; }
    /** The authority that vouches for Good, WrongHost and Expired. */
    [[nodiscard]] QString caFile() const;
    /** The server's own certificate. */
    [[nodiscard]] QString certificateFile() const;
    /** The first user. */
    [[nodiscard]] QString user() const { return m_users.first(); }
    [[nodiscard]] Secret password(const QString& user = {}) const;
    /** PKCS#12 that signs the first user in by "external"; the passphrase is password(). */
    [[nodiscard]] QString clientCertificate() const;
    /** A bearer token (RFC 7519) for XOAUTH2 and OAUTHBEARER that is good for `seconds`. */
    [[nodiscard]] Secret token(const QString& user = {}, int seconds = 600) const;
    /** Everything openMailStore() needs but the password. */
    [[nodiscard]] mail::MailboxSource
    source(mail::MailboxSource::Security security = mail::MailboxSource::Security::Tls, const QString& user = {}) const;

    /**
     * Adds whole messages (CR LF) to a folder given by its readable path; makes the folder. Their UIDs follow the order
     * of `messages`. 1,000 take about 0.2 s.
     */
    bool fill(const QString& folder, const QByteArrayList& messages, const QString& user = {});
    /** Brings one mail in by LMTP for USER@firma.example, past the filters; true when the server has taken it. */
    bool deliver(const QString& from, const QByteArray& message, const QString& user = {});
    /** What the server itself has sent so far: a line with the arguments of sendmail, then the message. */
    [[nodiscard]] QByteArrayList sent() const;
    /** Runs doveadm on this server and returns what it printed, or nothing if it failed; error() then has its words. */
    std::optional<QByteArray> doveadm(const QStringList& arguments);

private:
    bool run(const QString& program, const QStringList& arguments, QByteArray* output = nullptr);
    void readPorts();

    QTemporaryDir m_folder;
    QString m_certificate;
    QStringList m_users;
    QString m_mechanisms;
    QString m_capabilities;
    QString m_error;
    quint16 m_tlsPort = 0;
    quint16 m_startTlsPort = 0;
    quint16 m_sievePort = 0;
    quint16 m_lmtpPort = 0;
    int m_fills = 0;
};

} // namespace staffelstab::tests
