// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/kerberos.h"
#include "directory/tls_preflight.h"

#include <QDateTime>
#include <QTemporaryFile>

#include <krb5.h>
#include <profile.h>

#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

namespace staffelstab::directory {

namespace {

using Kind = Failure::Kind;

struct ContextCloser
{
    void operator()(krb5_context context) const { krb5_free_context(context); }
};
using ContextPtr = std::unique_ptr<std::remove_pointer_t<krb5_context>, ContextCloser>;

QString textOf(krb5_context context, krb5_error_code code)
{
    const char* const text = krb5_get_error_message(context, code);
    QString result = QString::fromUtf8(text);
    krb5_free_error_message(context, text);
    return result;
}

/** The one KDC that is meant, whatever the computer's own configuration says; over TCP, and no name is looked up. */
QByteArray configuration(const KerberosAccount& account)
{
    const QByteArray realm = account.realm.toUtf8();
    const QByteArray host = account.host.toUtf8();
    return "[libdefaults]\n default_realm = " + realm +
           "\n dns_lookup_kdc = false\n dns_lookup_realm = false\n dns_canonicalize_hostname = false\n rdns = false\n"
           " udp_preference_limit = 1\n[realms]\n " +
           realm + " = {\n  kdc = " + (host.contains(':') ? '[' + host + ']' : host) + ":88\n }\n";
}

/** Realm and host end up in a configuration file: nothing that could write another line of it. */
bool isPlain(const QString& name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u':';
    });
}

/** The library looks at its configuration again every second, so the file lives as long as the context. */
struct OwnContext
{
    std::unique_ptr<QTemporaryFile> file = std::make_unique<QTemporaryFile>();
    ContextPtr context;
};

Result<OwnContext> contextFor(const KerberosAccount& account)
{
    if (!isPlain(account.realm) || !isPlain(account.host) || account.name.isEmpty()) {
        return Failure{Kind::BadInput, account.host, QStringLiteral("realm")};
    }
    OwnContext own;
    QTemporaryFile& file = *own.file;
    if (!file.open() || file.write(configuration(account)) < 0 || !file.flush()) {
        return Failure{Kind::FileNotWritable, file.fileName(), {}};
    }
    profile_t profile = nullptr;
    if (profile_init_path(QFile::encodeName(file.fileName()).constData(), &profile) != 0) {
        return Failure{Kind::Internal, account.host, QStringLiteral("Kerberos configuration")};
    }
    krb5_context raw = nullptr;
    const krb5_error_code code = krb5_init_context_profile(profile, 0, &raw);
    profile_release(profile);
    if (code != 0) {
        return Failure{Kind::Internal, account.host, QStringLiteral("Kerberos context")};
    }
    own.context.reset(raw);
    return own;
}

Result<Acceptance> judged(krb5_context context, krb5_error_code code, const QString& host)
{
    const QString detail = QStringLiteral("Kerberos %1: %2").arg(code).arg(textOf(context, code));
    switch (code) {
    case 0:
        return Acceptance::Accepted;
    case KRB5KDC_ERR_KEY_EXP:
        return Acceptance::AcceptedMustChange;
    case KRB5KDC_ERR_PREAUTH_FAILED:
    case KRB5KRB_AP_ERR_BAD_INTEGRITY:
        return Acceptance::Refused;
    case KRB5KDC_ERR_CLIENT_REVOKED:
        return Failure{Kind::AccountDisabled, host, detail};
    case KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN:
        return Failure{Kind::NoSuchEntry, host, detail};
    case KRB5_KDC_UNREACH:
        return Failure{Kind::ConnectionRefused, host, detail};
    default:
        return Failure{Kind::ServerRefused, host, detail};
    }
}

/**
 * Asks for a ticket to change passwords with: that one is given for expired passwords as well, and a directory without
 * it does not know the account either.
 */
Result<Acceptance> authenticate(const KerberosAccount& account, const Secret& password)
{
    const Result<OwnContext> own = contextFor(account);
    if (!own) {
        return own.failure();
    }
    krb5_context const raw = own->context.get();
    const QByteArray realm = account.realm.toUtf8();
    krb5_principal principal = nullptr;
    if (krb5_build_principal(raw, &principal, static_cast<unsigned>(realm.size()), realm.constData(),
                             account.name.toUtf8().constData(), nullptr) != 0) {
        return Failure{Kind::Internal, account.host, QStringLiteral("Kerberos name")};
    }
    // Zero at the end, as the library wants it.
    Secret terminated = Secret::withSize(password.size() + 1);
    std::memcpy(terminated.data(), password.data(), password.size());
    krb5_creds credentials{};
    const krb5_error_code code = krb5_get_init_creds_password(raw, &credentials, principal, terminated.data(), nullptr,
                                                              nullptr, 0, "kadmin/changepw", nullptr);
    krb5_free_cred_contents(raw, &credentials);
    krb5_free_principal(raw, principal);
    return judged(raw, code, account.host);
}

/** Outlives the call that gave it up. */
struct Attempt
{
    KerberosAccount account;
    Secret password;
    std::mutex mutex;
    std::condition_variable isOver;
    std::optional<Result<Acceptance>> outcome;
};

} // namespace

QString realmOf(const QString& namingContext)
{
    QStringList parts;
    for (const QString& part : namingContext.split(u',')) {
        const QString trimmed = part.trimmed();
        if (trimmed.startsWith(QLatin1String("DC="), Qt::CaseInsensitive)) {
            parts.append(trimmed.mid(3).toUpper());
        }
    }
    return parts.join(u'.');
}

Result<Acceptance> tryPasswordByKerberos(const KerberosAccount& account, const Secret& password, const JobContext& job)
{
    constexpr std::chrono::milliseconds step{50};
    if (password.isEmpty()) {
        return Acceptance::Refused;
    }
    const auto attempt = std::make_shared<Attempt>();
    attempt->account = account;
    attempt->password = password.clone();
    // The library can be stopped by nobody while it waits for a KDC.
    std::thread([attempt] {
        Result<Acceptance> outcome = authenticate(attempt->account, attempt->password);
        const std::lock_guard lock(attempt->mutex);
        attempt->password.clear();
        attempt->outcome = std::move(outcome);
        attempt->isOver.notify_one();
    }).detach();
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(stepTimeoutMs);
    std::unique_lock lock(attempt->mutex);
    while (!attempt->outcome) {
        if (job.isCancelled()) {
            return Failure{Kind::Cancelled, {}, {}};
        }
        if (std::chrono::steady_clock::now() > deadline) {
            return Failure{Kind::TimedOut, account.host, QStringLiteral("Kerberos")};
        }
        attempt->isOver.wait_for(lock, step);
    }
    return *attempt->outcome;
}

namespace {

/** Whether the cache holds a ticket of its owner's realm that has not ended. */
bool hasTicket(krb5_context context, krb5_ccache cache)
{
    krb5_cc_cursor cursor = nullptr;
    if (krb5_cc_start_seq_get(context, cache, &cursor) != 0) {
        return false;
    }
    const auto now = static_cast<quint32>(QDateTime::currentSecsSinceEpoch());
    bool isFound = false;
    krb5_creds each{};
    while (krb5_cc_next_cred(context, cache, &cursor, &each) == 0) {
        const bool isConfiguration = krb5_is_config_principal(context, each.server) != 0;
        isFound = isFound || (!isConfiguration && static_cast<quint32>(each.times.endtime) > now);
        krb5_free_cred_contents(context, &each);
    }
    krb5_cc_end_seq_get(context, cache, &cursor);
    return isFound;
}

} // namespace

Result<QString> ticketHolder()
{
    const Failure nobody{Kind::NoSuchEntry, {}, QStringLiteral("no Kerberos ticket")};
    krb5_context raw = nullptr;
    if (krb5_init_context(&raw) != 0) {
        return nobody;
    }
    const ContextPtr context(raw);
    krb5_ccache cache = nullptr;
    if (krb5_cc_default(raw, &cache) != 0) {
        return nobody;
    }
    QString name;
    krb5_principal principal = nullptr;
    if (hasTicket(raw, cache) && krb5_cc_get_principal(raw, cache, &principal) == 0) {
        char* text = nullptr;
        if (krb5_unparse_name(raw, principal, &text) == 0) {
            name = QString::fromUtf8(text);
            krb5_free_unparsed_name(raw, text);
        }
        krb5_free_principal(raw, principal);
    }
    krb5_cc_close(raw, cache);
    if (name.isEmpty()) {
        return nobody;
    }
    return name;
}

} // namespace staffelstab::directory
