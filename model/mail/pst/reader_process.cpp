// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst/reader_process.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

namespace staffelstab::mail::pst {

namespace {
constexpr int lookAtJobEveryMs = 50;
constexpr int startMs = 30'000;
} // namespace

ReaderProcess::ReaderProcess(QString program, QString file, int silence)
    : m_program(std::move(program)), m_file(std::move(file)), m_silence(silence)
{
}

ReaderProcess::~ReaderProcess()
{
    stop();
}

QString ReaderProcess::ownProgram()
{
    const QDir folder(QCoreApplication::applicationDirPath());
#ifdef Q_OS_WIN
    return folder.filePath(QStringLiteral("staffelstab-pst.exe"));
#else
    return folder.filePath(QStringLiteral("staffelstab-pst"));
#endif
}

Status ReaderProcess::open(const JobContext& job)
{
    if (m_isOpen) {
        return Done{};
    }
    Status opened = start(job);
    const auto isLost = [&opened] { return !opened && isReaderLost(opened.failure()); };
    if (isLost() && !mayTryAgain(opened.failure())) {
        return Failure{Failure::Kind::FileNotReadable, m_file, opened.failure().detail};
    }
    if (isLost()) {
        // What ended it may have had nothing to do with the file.
        opened = start(job);
    }
    return isLost() ? Failure{Failure::Kind::MailboxDamaged, m_file, nothingReadable} : std::move(opened);
}

Status ReaderProcess::start(const JobContext& job)
{
    stop();
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_program);
    // What libpff or the system has to say about a mailbox must not reach a log.
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->start();
    if (!m_process->waitForStarted(startMs)) {
        m_process.reset();
        return Failure{Failure::Kind::FileNotFound, m_program, QStringLiteral("PST reader")};
    }
    if (Status sent = send(FrameType::Open, encode(m_file)); !sent) {
        return sent;
    }
    const Result<Frame> answer = next(job);
    if (!answer) {
        return answer.failure();
    }
    if (answer->type != FrameType::Opened) {
        Failure why = decodeFailure(answer->payload);
        why.subject = m_file;
        stop();
        return why;
    }
    m_isOpen = true;
    return Done{};
}

Status ReaderProcess::send(FrameType type, QByteArrayView payload)
{
    const QByteArray frame = encodeFrame(type, payload);
    if (!m_process || m_process->write(frame) != frame.size()) {
        return lost(Failure::Kind::ConnectionLost, QStringLiteral("reader does not listen"));
    }
    return Done{};
}

Result<Frame> ReaderProcess::next(const JobContext& job)
{
    QElapsedTimer silent;
    silent.start();
    while (m_process) {
        Result<std::optional<Frame>> frame = m_frames.next();
        if (!frame) {
            return lost(Failure::Kind::ProtocolError, frame.failure().detail);
        }
        if (frame->has_value()) {
            return **std::move(frame);
        }
        if (Status go = job.mayGoOn(); !go) {
            stop();
            return go.failure();
        }
        m_process->waitForReadyRead(lookAtJobEveryMs);
        if (const QByteArray bytes = m_process->readAllStandardOutput(); !bytes.isEmpty()) {
            m_frames.add(bytes);
            silent.restart();
        } else if (m_process->state() == QProcess::NotRunning) {
            return lost(Failure::Kind::ConnectionLost, QStringLiteral("reader ended"));
        } else if (silent.hasExpired(m_silence)) {
            return lost(Failure::Kind::TimedOut, QStringLiteral("reader is silent"));
        }
    }
    return lost(Failure::Kind::ConnectionLost, QStringLiteral("reader was not started"));
}

void ReaderProcess::stop()
{
    m_isOpen = false;
    m_frames.clear();
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
}

Failure ReaderProcess::lost(Failure::Kind kind, const QString& detail)
{
    stop();
    return {kind, {}, detail};
}

bool isReaderLost(const Failure& failure)
{
    return failure.kind == Failure::Kind::ConnectionLost || failure.kind == Failure::Kind::TimedOut ||
           failure.kind == Failure::Kind::ProtocolError;
}

bool mayTryAgain(const Failure& lost)
{
    return lost.kind != Failure::Kind::TimedOut;
}

Failure protocolBroken()
{
    return {Failure::Kind::ProtocolError, {}, QStringLiteral("unexpected answer of the PST reader")};
}

} // namespace staffelstab::mail::pst
