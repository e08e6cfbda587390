// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/key_store_thread.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QSemaphore>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <sodium.h>

#include <atomic>

namespace staffelstab::secrets {

namespace {

const QString serviceName = QStringLiteral("staffelstab");

/** Shared by the caller and the job, so that a job that comes too late finds everything it touches. */
struct Call
{
    KeyStoreRequest request;
    KeyStoreReply reply;
    QSemaphore answered;
    std::atomic_bool isOver = false;
};

/** Jobs whose caller has gone. */
std::atomic_int& overdueJobs()
{
    static std::atomic_int count = 0;
    return count;
}

KeyStoreReply::Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeyStoreReply::Kind::Ok;
    case QKeychain::EntryNotFound:
        return KeyStoreReply::Kind::Absent;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeyStoreReply::Kind::Locked;
    default:
        return KeyStoreReply::Kind::NoAnswer;
    }
}

Secret takeBinary(const QKeychain::ReadPasswordJob& job)
{
    const QByteArray bytes = job.binaryData();
    Secret secret(bytes);
    // Not wipe(): that would detach and leave the job's own copy of the bytes as it is.
    sodium_memzero(const_cast<char*>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    return secret;
}

QKeychain::Job* makeJob(Call& call)
{
    switch (call.request.kind) {
    case KeyStoreRequest::Kind::Read:
        return new QKeychain::ReadPasswordJob(serviceName);
    case KeyStoreRequest::Kind::Remove:
        return new QKeychain::DeletePasswordJob(serviceName);
    case KeyStoreRequest::Kind::Write:
        break;
    }
    auto* const job = new QKeychain::WritePasswordJob(serviceName);
    const QByteArrayView bytes = call.request.secret.view();
    job->setBinaryData(QByteArray::fromRawData(bytes.data(), bytes.size()));
    return job;
}

void startJob(const std::shared_ptr<Call>& call)
{
    QKeychain::Job* const job = makeJob(*call);
    job->setInsecureFallback(false);
    job->setKey(call->request.key);
    QObject::connect(job, &QKeychain::Job::finished, job, [call](QKeychain::Job* done) {
        call->reply.kind = kindOf(done->error());
        call->reply.text = done->errorString();
        if (auto* const reading = qobject_cast<QKeychain::ReadPasswordJob*>(done);
            reading != nullptr && done->error() == QKeychain::NoError) {
            call->reply.secret = takeBinary(*reading);
        }
        if (call->isOver.exchange(true)) {
            --overdueJobs();
        }
        call->answered.release();
    });
    job->start();
}

/** Carries a call to the key store's thread. */
class CallEvent : public QEvent
{
public:
    explicit CallEvent(std::shared_ptr<Call> call) : QEvent(QEvent::User), m_call(std::move(call)) {}
    [[nodiscard]] const std::shared_ptr<Call>& call() const { return m_call; }

private:
    std::shared_ptr<Call> m_call;
};

class Worker : public QObject
{
public:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::User) {
            return QObject::event(event);
        }
        startJob(static_cast<CallEvent*>(event)->call());
        return true;
    }
};

QObject& workerOnOwnThread()
{
    // Never destroyed: QtKeychain's queue lives on this thread until the process ends.
    static Worker* const worker = [] {
        auto* const thread = new QThread;
        thread->setObjectName(QStringLiteral("key store"));
        auto* const object = new Worker;
        object->moveToThread(thread);
        thread->start();
        return object;
    }();
    return *worker;
}

} // namespace

KeyStoreReply askKeyStore(KeyStoreRequest request, std::chrono::milliseconds timeout)
{
    if (overdueJobs() > 0) {
        return {KeyStoreReply::Kind::NoAnswer, QStringLiteral("an earlier request still hangs"), {}};
    }
    const auto call = std::make_shared<Call>();
    call->request = std::move(request);
    QCoreApplication::postEvent(&workerOnOwnThread(), new CallEvent(call));
    if (!call->answered.tryAcquire(1, static_cast<int>(timeout.count()))) {
        ++overdueJobs();
        if (!call->isOver.exchange(true)) {
            return {KeyStoreReply::Kind::NoAnswer, QStringLiteral("timed out"), {}};
        }
        --overdueJobs();
        call->answered.acquire();
    }
    return std::move(call->reply);
}

} // namespace staffelstab::secrets
