// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/ipp_printer.h"

#include "printing/ipp_message.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

namespace staffelstab::printing {

namespace {

using Kind = Failure::Kind;
using Operation = IppRequest::Operation;

constexpr int stepLimitMs = 30'000;
constexpr int jobLimitMs = 120'000;
constexpr int lookMs = 50;
constexpr int pollMs = 250;
constexpr qint64 answerLimit = 1 << 20;
constexpr int usualPort = 631;

/** RFC 8011, 5.3.7; what is below 7 goes on. */
enum JobState { Cancelled = 7, Aborted = 8, Completed = 9 };

QUrl webAddress(const QString& printer)
{
    QUrl url(printer, QUrl::StrictMode);
    url.setScheme(url.scheme() == QLatin1String("ipps") ? QStringLiteral("https") : QStringLiteral("http"));
    url.setPort(url.port(usualPort));
    if (url.path().isEmpty()) {
        url.setPath(QStringLiteral("/ipp/print"));
    }
    return url;
}

class Printer
{
public:
    Printer(const QString& address, JobContext& job) : m_address(address), m_url(webAddress(address)), m_job(job)
    {
        m_network.setProxy(QNetworkProxy::NoProxy);
    }

    Status print(const QString& title, const QByteArray& pdf)
    {
        if (Status takes = takesPdf(); !takes) {
            return takes;
        }
        IppRequest request = begun(Operation::PrintJob);
        request.add(IppTag::Name, "job-name", title.toUtf8());
        request.add(IppTag::MimeType, "document-format", "application/pdf");
        const Result<IppAnswer> answer = ask(request, pdf);
        if (!answer) {
            return answer.failure();
        }
        const qint32 number = answer->number("job-id");
        if (!answer->isOk() || number < 0) {
            return refused(*answer);
        }
        Status ended = waitFor(number);
        if (!ended) {
            drop(number);
        }
        return ended;
    }

private:
    [[nodiscard]] IppRequest begun(Operation operation) const { return {operation, m_address.toUtf8()}; }
    [[nodiscard]] Failure refused(const IppAnswer& answer) const
    {
        const QByteArray text = answer.values.value("status-message").value(0);
        return {Kind::PrintFailed, m_address,
                QStringLiteral("IPP %1 %2").arg(answer.status, 4, 16, QLatin1Char('0')).arg(QString::fromUtf8(text))};
    }

    Status takesPdf()
    {
        IppRequest request = begun(Operation::GetPrinterAttributes);
        request.add(IppTag::Keyword, "requested-attributes", "document-format-supported");
        const Result<IppAnswer> answer = ask(request, {});
        if (!answer) {
            return answer.failure();
        }
        if (!answer->isOk()) {
            return refused(*answer);
        }
        if (!answer->values.value("document-format-supported").contains("application/pdf")) {
            return Failure{Kind::PrintFailed, m_address, QStringLiteral("the printer takes no PDF")};
        }
        return Done{};
    }

    Status waitFor(qint32 number)
    {
        const QDeadlineTimer limit(jobLimitMs);
        while (!limit.hasExpired()) {
            IppRequest request = begun(Operation::GetJobAttributes);
            request.add("job-id", number);
            const Result<IppAnswer> answer = ask(request, {});
            if (!answer) {
                return answer.failure();
            }
            const qint32 state = answer->number("job-state");
            if (!answer->isOk() || state < 0 || state == Cancelled || state == Aborted) {
                return refused(*answer);
            }
            if (state == Completed) {
                return Done{};
            }
            rest();
        }
        return Failure{Kind::TimedOut, m_address, QStringLiteral("the printer has not finished the page")};
    }

    void rest() const
    {
        QEventLoop loop;
        QTimer::singleShot(pollMs, &loop, &QEventLoop::quit);
        loop.exec();
    }

    /** Whatever happened, the page should not come out when nobody waits for it any more. */
    void drop(qint32 number)
    {
        IppRequest request = begun(Operation::CancelJob);
        request.add("job-id", number);
        JobContext uncancelled;
        static_cast<void>(post(request.bytes(), uncancelled));
    }

    Result<IppAnswer> ask(const IppRequest& request, const QByteArray& document)
    {
        const Result<QByteArray> answer = post(request.bytes() + document, m_job);
        return answer ? parseIpp(*answer) : answer.failure();
    }

    Result<QByteArray> post(const QByteArray& body, JobContext& job)
    {
        QNetworkRequest request(m_url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/ipp"));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        // Printers take an offer to go on in HTTP/2 for a bad request.
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setTransferTimeout(stepLimitMs);
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
        QEventLoop loop;
        QTimer look;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (job.isCancelled() || reply->bytesAvailable() > answerLimit) {
                loop.quit();
            }
        });
        look.start(lookMs);
        if (!reply->isFinished()) {
            loop.exec();
        }
        if (Status may = job.mayGoOn(); !may) {
            return may.failure();
        }
        if (reply->error() != QNetworkReply::NoError) {
            return failureOf(*reply);
        }
        if (!reply->isFinished()) {
            return Failure{Kind::LimitExceeded, m_address, QStringLiteral("answer too large")};
        }
        return reply->readAll();
    }

    [[nodiscard]] Failure failureOf(const QNetworkReply& reply) const
    {
        switch (reply.error()) {
        case QNetworkReply::HostNotFoundError:
            return {Kind::HostNotFound, m_address, reply.errorString()};
        case QNetworkReply::ConnectionRefusedError:
            return {Kind::ConnectionRefused, m_address, reply.errorString()};
        case QNetworkReply::SslHandshakeFailedError:
            return {Kind::CertificateUnknown, m_address, reply.errorString()};
        case QNetworkReply::RemoteHostClosedError:
            return {Kind::ConnectionLost, m_address, reply.errorString()};
        case QNetworkReply::OperationCanceledError:
            return {Kind::TimedOut, m_address, reply.errorString()};
        default:
            return {Kind::PrintFailed, m_address, reply.errorString()};
        }
    }

    QString m_address;
    QUrl m_url;
    JobContext& m_job;
    QNetworkAccessManager m_network;
};

} // namespace

bool isPrinterAddress(const QString& address)
{
    const QUrl url(address, QUrl::StrictMode);
    // A password in the clear leaves this computer on no account.
    const bool isHere = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    const bool isSafe = url.scheme() == QLatin1String("ipps") || (url.scheme() == QLatin1String("ipp") && isHere);
    return url.isValid() && isSafe && !url.host().isEmpty() && url.userInfo().isEmpty();
}

Status printDirectly(const QString& printer, const QString& title, const QByteArray& pdf, JobContext& job)
{
    if (!isPrinterAddress(printer)) {
        return Failure{Kind::BadInput, printer, QStringLiteral("ipp://host/path or ipps://host/path")};
    }
    return Printer(printer, job).print(title, pdf);
}

} // namespace staffelstab::printing
