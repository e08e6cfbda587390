// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_session.h"
#include "core/log.h"
#include "directory/ldap_options.h"
#include "directory/tls_preflight.h"
#include "directory/wiping_memory.h"

namespace staffelstab::directory {

namespace {

using Kind = Failure::Kind;
using Verdict = ConnectionGuard::Verdict;

constexpr std::chrono::milliseconds patience{stepTimeoutMs};
constexpr suseconds_t pollMicroseconds = 50'000;
constexpr int largestAnswer = 1000;
constexpr ber_len_t weakestSasl = 128;

int onConnect(LDAP*, Sockbuf* buffer, LDAPURLDesc*, sockaddr*, ldap_conncb* callback)
{
    ber_socket_t socket = -1;
    ber_sockbuf_ctrl(buffer, LBER_SB_OPT_GET_FD, &socket);
    static_cast<ConnectionGuard*>(callback->lc_arg)->setSocket(socket);
    return 0;
}

/** GSSAPI has nothing to ask for. */
int answerNothing(LDAP*, unsigned, void*, void*)
{
    return LDAP_SUCCESS;
}

void onDisconnect(LDAP*, Sockbuf*, ldap_conncb* callback)
{
    static_cast<ConnectionGuard*>(callback->lc_arg)->forgetSocket();
}

} // namespace

/** Frees libldap's chain of messages. */
struct LdapSession::Message
{
    explicit Message(LDAPMessage* message) : raw(message) {}
    Message(Message&& other) noexcept : raw(std::exchange(other.raw, nullptr)) {}
    Message& operator=(Message&& other) noexcept
    {
        std::swap(raw, other.raw);
        return *this;
    }
    ~Message() { ldap_msgfree(raw); }
    LDAPMessage* raw;
};

LdapSession::LdapSession(const DirectoryLogin& login, JobContext job)
    : m_login(login), m_job(job), m_guard(std::move(job)), m_callback{&onConnect, &onDisconnect, &m_guard}
{
}

LdapSession::~LdapSession()
{
    // Says goodbye on the wire, which a dead connection could hold up.
    const ConnectionGuard::Watch watch(m_guard, std::chrono::seconds(1), true);
    if (m_handle != nullptr) {
        ldap_unbind_ext(m_handle, nullptr, nullptr);
    }
}

Result<std::unique_ptr<LdapSession>> LdapSession::connect(const DirectoryLogin& login, const JobContext& job)
{
    JobContext own = job;
    if (Status isGood = login.usesTicket ? own.mayGoOn() : checkServer(login, own); !isGood) {
        return isGood.failure();
    }
    std::unique_ptr<LdapSession> session(new LdapSession(login, job));
    if (Status isOpen = session->open(); !isOpen) {
        return isOpen.failure();
    }
    return session;
}

Status LdapSession::open()
{
    QUrl url;
    url.setScheme(m_login.url.scheme());
    url.setHost(m_login.url.host());
    url.setPort(m_login.url.port());
    wipeWhatLdapFrees();
    const int code = ldap_initialize(&m_handle, url.toEncoded().constData());
    if (code != LDAP_SUCCESS) {
        return Failure{Kind::BadInput, m_login.url.host(), QString::fromUtf8(ldap_err2string(code))};
    }
    if (Status isSet = setOptions(m_handle, m_login); !isSet) {
        return isSet;
    }
    ldap_set_option(m_handle, LDAP_OPT_CONNECT_CB, &m_callback);
    return m_login.usesTicket ? Status(Done{}) : encrypt();
}

Status LdapSession::encrypt()
{
    const ConnectionGuard::Watch watch(m_guard, patience, true);
    const bool isTlsFromStart = m_login.url.scheme() == QLatin1String("ldaps");
    const int code = isTlsFromStart ? ldap_connect(m_handle) : ldap_start_tls_s(m_handle, nullptr, nullptr);
    if (watch.verdict() != Verdict::InTime) {
        return connectionFailure(watch.verdict());
    }
    if (code == LDAP_SUCCESS) {
        return mayCarryPasswords();
    }
    qCWarning(logDirectory) << "connect:" << code << ldap_err2string(code);
    // The certificate was found good a moment ago; libldap gives no reason of its own.
    return Failure{code == LDAP_SERVER_DOWN && isTlsFromStart ? Kind::ConnectionLost : Kind::TlsFailed,
                   m_login.url.host(), QString::fromUtf8(ldap_err2string(code))};
}

Status LdapSession::mayCarryPasswords() const
{
    ber_len_t strength = 0;
    if (m_handle != nullptr && m_login.usesTicket) {
        ldap_get_option(m_handle, LDAP_OPT_X_SASL_SSF, &strength);
    }
    if (m_handle == nullptr || (ldap_tls_inplace(m_handle) != 1 && strength < weakestSasl)) {
        return Failure{Kind::NoEncryption, m_login.url.host(), {}};
    }
    return Done{};
}

Status LdapSession::bindWithTicket()
{
    const QByteArray properties =
        "minssf=" + QByteArray::number(static_cast<int>(weakestSasl)) + ",noanonymous,noplain";
    ldap_set_option(m_handle, LDAP_OPT_X_SASL_SECPROPS, properties.constData());
    ldap_set_option(m_handle, LDAP_OPT_X_SASL_NOCANON, LDAP_OPT_ON);
    const ConnectionGuard::Watch watch(m_guard, patience, true);
    const int code = ldap_sasl_interactive_bind_s(m_handle, nullptr, "GSSAPI", nullptr, nullptr, LDAP_SASL_QUIET,
                                                  &answerNothing, nullptr);
    if (watch.verdict() != Verdict::InTime) {
        return connectionFailure(watch.verdict());
    }
    if (code == LDAP_SUCCESS) {
        return mayCarryPasswords();
    }
    char* text = nullptr;
    ldap_get_option(m_handle, LDAP_OPT_DIAGNOSTIC_MESSAGE, &text);
    const QString detail = QStringLiteral("LDAP %1: %2").arg(code).arg(QString::fromUtf8(text).left(largestAnswer));
    ldap_memfree(text);
    return Failure{code == LDAP_SERVER_DOWN ? Kind::ConnectionLost : Kind::LoginRefused, m_login.url.host(), detail};
}

Failure LdapSession::connectionFailure(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::Cancelled:
        return {Kind::Cancelled, {}, {}};
    case Verdict::TimedOut:
        return {Kind::TimedOut, m_login.url.host(), {}};
    case Verdict::InTime:
        break;
    }
    return {Kind::ConnectionLost, m_login.url.host(), {}};
}

Result<LdapSession::Message> LdapSession::waitFor(int sendCode, int messageId, bool mayCancel)
{
    if (sendCode == LDAP_FILTER_ERROR || sendCode == LDAP_ENCODING_ERROR || sendCode == LDAP_PARAM_ERROR) {
        return requestFailure({sendCode, QString::fromUtf8(ldap_err2string(sendCode))}, m_login.url.host());
    }
    if (sendCode != LDAP_SUCCESS) {
        return connectionFailure(Verdict::InTime);
    }
    const ConnectionGuard::Watch watch(m_guard, patience, mayCancel);
    LDAPMessage* raw = nullptr;
    int got = 0;
    while (got == 0 && watch.verdict() == Verdict::InTime) {
        timeval step{0, pollMicroseconds};
        got = ldap_result(m_handle, messageId, LDAP_MSG_ALL, &step, &raw);
    }
    Message message(raw);
    if (got > 0) {
        return message;
    }
    ldap_abandon_ext(m_handle, messageId, nullptr, nullptr);
    return connectionFailure(watch.verdict());
}

LdapAnswer LdapSession::answerIn(LDAPMessage* message) const
{
    LdapAnswer answer;
    char* text = nullptr;
    LDAPControl** controls = nullptr;
    const int parsed = ldap_parse_result(m_handle, message, &answer.code, nullptr, &text, nullptr, &controls, 0);
    if (parsed != LDAP_SUCCESS) {
        answer.code = parsed;
    }
    answer.text = QString::fromUtf8(text).left(largestAnswer);
    if (LDAPControl* const control = ldap_control_find(LDAP_CONTROL_PASSWORDPOLICYRESPONSE, controls, nullptr)) {
        ber_int_t expires = 0;
        ber_int_t grace = 0;
        LDAPPasswordPolicyError error = PP_noError;
        if (ldap_parse_passwordpolicy_control(m_handle, control, &expires, &grace, &error) == LDAP_SUCCESS) {
            answer.policyError = static_cast<int>(error);
        }
    }
    ldap_memfree(text);
    ldap_controls_free(controls);
    return answer;
}

Result<LdapAnswer> LdapSession::answerTo(int sendCode, int messageId, bool mayCancel)
{
    Result<Message> message = waitFor(sendCode, messageId, mayCancel);
    if (!message) {
        return message.failure();
    }
    return answerIn(message->raw);
}

Result<LdapAnswer> LdapSession::bind(const QString& name, const Secret& password)
{
    if (password.isEmpty() || name.isEmpty()) {
        return Failure{Kind::LoginRefused, m_login.url.host(), QStringLiteral("empty name or password")};
    }
    if (Status may = mayCarryPasswords(); !may) {
        return may.failure();
    }
    PolicyRequest policy;
    berval credentials = valueOf(password.view());
    int id = 0;
    const int sent =
        ldap_sasl_bind(m_handle, name.toUtf8().constData(), LDAP_SASL_SIMPLE, &credentials, policy.list, nullptr, &id);
    return answerTo(sent, id, true);
}

Result<std::vector<LdapEntry>> LdapSession::search(const QString& base, Scope scope, const QByteArray& filter,
                                                   const std::vector<const char*>& attributes)
{
    std::vector<char*> names;
    names.reserve(attributes.size() + 1);
    for (const char* const name : attributes) {
        names.push_back(const_cast<char*>(name));
    }
    names.push_back(nullptr);
    int id = 0;
    const int sent = ldap_search_ext(m_handle, base.toUtf8().constData(),
                                     scope == Scope::Base ? LDAP_SCOPE_BASE : LDAP_SCOPE_SUBTREE, filter.constData(),
                                     names.data(), 0, nullptr, nullptr, nullptr, largestAnswer, &id);
    Result<Message> messages = waitFor(sent, id, true);
    if (!messages) {
        return messages.failure();
    }
    LDAPMessage* last = nullptr;
    for (LDAPMessage* each = ldap_first_message(m_handle, messages->raw); each != nullptr;
         each = ldap_next_message(m_handle, each)) {
        last = ldap_msgtype(each) == LDAP_RES_SEARCH_RESULT ? each : last;
    }
    if (last == nullptr) {
        return Failure{Kind::ProtocolError, m_login.url.host(), QStringLiteral("search without a result")};
    }
    if (const LdapAnswer answer = answerIn(last); answer.code != LDAP_SUCCESS) {
        return requestFailure(answer, m_login.url.host());
    }
    return entriesIn(m_handle, messages->raw);
}

Result<LdapEntry> LdapSession::readEntry(const QString& dn, const std::vector<const char*>& attributes)
{
    Result<std::vector<LdapEntry>> found = search(dn, Scope::Base, "(objectClass=*)", attributes);
    if (!found) {
        return found.failure();
    }
    if (found->empty()) {
        return Failure{Kind::NoSuchEntry, dn, {}};
    }
    return std::move(found->front());
}

Result<LdapAnswer> LdapSession::modify(const QString& dn, const std::vector<LdapChange>& changes)
{
    if (Status may = mayCarryPasswords(); !may) {
        return may.failure();
    }
    ModifyRequest request(changes);
    int id = 0;
    const int sent = ldap_modify_ext(m_handle, dn.toUtf8().constData(), request.list(), nullptr, nullptr, &id);
    return answerTo(sent, id, false);
}

Result<LdapAnswer> LdapSession::changePassword(const QString& dn, const Secret* oldPassword, const Secret& newPassword)
{
    if (Status may = mayCarryPasswords(); !may) {
        return may.failure();
    }
    PolicyRequest policy;
    QByteArray name = dn.toUtf8();
    berval user{static_cast<ber_len_t>(name.size()), name.data()};
    berval oldRaw = oldPassword != nullptr ? valueOf(oldPassword->view()) : berval{0, nullptr};
    berval newRaw = valueOf(newPassword.view());
    int id = 0;
    const int sent =
        ldap_passwd(m_handle, &user, oldPassword != nullptr ? &oldRaw : nullptr, &newRaw, policy.list, nullptr, &id);
    return answerTo(sent, id, false);
}

} // namespace staffelstab::directory
