// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/smtp/mail_sender.h"

#include "reply/smtp/farewell.h"

#include <QFile>
#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace staffelstab::reply {

namespace {

using Kind = Failure::Kind;

// RFC 8314
constexpr quint16 submissionPort = 587;
constexpr quint16 submissionsPort = 465;
constexpr long connectSeconds = 15;
constexpr long silenceSeconds = 60;

// libcurl keeps a copy of the password on the ordinary heap; what it frees is overwritten first.
constexpr std::size_t sizeRoom = alignof(std::max_align_t);

void* allocate(std::size_t size)
{
    auto* block = static_cast<char*>(std::malloc(size + sizeRoom));
    if (block == nullptr) {
        return nullptr;
    }
    std::memcpy(block, &size, sizeof size);
    return block + sizeRoom;
}

void release(void* memory)
{
    if (memory == nullptr) {
        return;
    }
    char* block = static_cast<char*>(memory) - sizeRoom;
    std::size_t size = 0;
    std::memcpy(&size, block, sizeof size);
    volatile char* bytes = block + sizeRoom;
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = 0;
    }
    std::free(block);
}

void* reallocate(void* memory, std::size_t size)
{
    if (memory == nullptr) {
        return allocate(size);
    }
    std::size_t old = 0;
    std::memcpy(&old, static_cast<char*>(memory) - sizeRoom, sizeof old);
    void* fresh = allocate(size);
    if (fresh != nullptr) {
        std::memcpy(fresh, memory, std::min(old, size));
        release(memory);
    }
    return fresh;
}

void* allocateZeroed(std::size_t count, std::size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        return nullptr;
    }
    void* memory = allocate(count * size);
    if (memory != nullptr) {
        std::memset(memory, 0, count * size);
    }
    return memory;
}

char* duplicate(const char* text)
{
    const std::size_t size = std::strlen(text) + 1;
    auto* copy = static_cast<char*>(allocate(size));
    if (copy != nullptr) {
        std::memcpy(copy, text, size);
    }
    return copy;
}

void initialiseOnce()
{
    static std::once_flag once;
    std::call_once(once, [] {
        curl_global_init_mem(CURL_GLOBAL_DEFAULT, allocate, release, reallocate, duplicate, allocateZeroed);
    });
}

Kind kindOf(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return Kind::HostNotFound;
    case CURLE_COULDNT_CONNECT:
        return Kind::ConnectionRefused;
    case CURLE_OPERATION_TIMEDOUT:
        return Kind::TimedOut;
    case CURLE_PEER_FAILED_VERIFICATION:
        return Kind::CertificateUnknown;
    case CURLE_SSL_CACERT_BADFILE:
        return Kind::CertificateFileUnusable;
    case CURLE_SSL_CONNECT_ERROR:
        return Kind::TlsFailed;
    case CURLE_USE_SSL_FAILED:
        return Kind::NoEncryption;
    case CURLE_LOGIN_DENIED:
        return Kind::LoginRefused;
    case CURLE_ABORTED_BY_CALLBACK:
        return Kind::Cancelled;
    default:
        return Kind::ConnectionLost;
    }
}

struct Upload
{
    QByteArrayView left;

    static std::size_t read(char* to, std::size_t size, std::size_t count, void* self)
    {
        auto* upload = static_cast<Upload*>(self);
        const auto room = static_cast<qsizetype>(size * count);
        const QByteArrayView piece = upload->left.first(std::min(room, upload->left.size()));
        std::copy(piece.begin(), piece.end(), to);
        upload->left = upload->left.sliced(piece.size());
        return static_cast<std::size_t>(piece.size());
    }
};

int progress(void* job, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const JobContext*>(job)->isCancelled() ? 1 : 0;
}

} // namespace

struct MailSender::State
{
    SmtpServer server;
    CURL* curl = nullptr;
    bool mayHaveArrived = false;
};

MailSender::MailSender(SmtpServer server, const Secret& password) : m_state(std::make_unique<State>())
{
    initialiseOnce();
    m_state->server = std::move(server);
    m_state->curl = curl_easy_init();
    CURL* curl = m_state->curl;
    const bool isTls = m_state->server.security == SmtpServer::Security::Tls;
    QUrl url;
    url.setScheme(isTls ? QStringLiteral("smtps") : QStringLiteral("smtp"));
    url.setHost(m_state->server.host);
    url.setPort(m_state->server.port != 0 ? m_state->server.port : isTls ? submissionsPort : submissionPort);
    curl_easy_setopt(curl, CURLOPT_URL, url.toEncoded().constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!m_state->server.caFile.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, QFile::encodeName(m_state->server.caFile).constData());
    }
    curl_easy_setopt(curl, CURLOPT_USERNAME, m_state->server.user.toUtf8().constData());
    const Secret ended = [&password] {
        Secret text = Secret::withSize(password.size() + 1);
        std::copy(password.view().begin(), password.view().end(), text.data());
        return text;
    }();
    curl_easy_setopt(curl, CURLOPT_PASSWORD, ended.data());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, silenceSeconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &progress);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &Upload::read);
}

MailSender::~MailSender()
{
    curl_easy_cleanup(m_state->curl);
}

bool MailSender::mayHaveArrived() const
{
    return m_state->mayHaveArrived;
}

Status MailSender::send(const QString& from, const QString& to, const QByteArray& message, const JobContext& job)
{
    m_state->mayHaveArrived = false;
    if (!isOneAddress(from) || !isOneAddress(to)) {
        return Failure{Kind::BadInput, {}, QStringLiteral("an address that is none")};
    }
    CURL* curl = m_state->curl;
    Upload upload{message};
    curl_slist* receivers = curl_slist_append(nullptr, ('<' + to.toUtf8() + '>').constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ('<' + from.toUtf8() + '>').constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, receivers);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, const_cast<JobContext*>(&job));
    const CURLcode code = curl_easy_perform(curl);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, nullptr);
    curl_slist_free_all(receivers);
    if (code == CURLE_OK) {
        return Done{};
    }
    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    const bool isRefusal = answer >= 400 && answer < 600 && code != CURLE_LOGIN_DENIED && code != CURLE_USE_SSL_FAILED;
    m_state->mayHaveArrived = upload.left.isEmpty() && !isRefusal;
    return Failure{isRefusal ? Kind::ServerRefused : kindOf(code), m_state->server.host,
                   isRefusal ? QStringLiteral("%1").arg(answer) : QString::fromLatin1(curl_easy_strerror(code))};
}

} // namespace staffelstab::reply
