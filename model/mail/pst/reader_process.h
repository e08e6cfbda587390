// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "mail/pst/pst_protocol.h"

#include <QProcess>

namespace staffelstab::mail::pst {

/** How long a reader may be silent; it limits its own CPU time per item to 10 s, this is for a disk that hangs. */
inline constexpr int silenceMs = 60'000;

/**
 * The reader process as its user sees it: started on demand, ended with this object. Belongs to the thread that made it
 * and runs without an event loop.
 */
class ReaderProcess
{
public:
    ReaderProcess(QString program, QString file, int silence = silenceMs);
    ~ReaderProcess();
    ReaderProcess(const ReaderProcess&) = delete;
    ReaderProcess& operator=(const ReaderProcess&) = delete;

    /**
     * Starts the reader and has it open the file, unless that is done already. MailboxDamaged if two readers end over
     * it, FileNotReadable if one falls silent.
     */
    Status open(const JobContext& job);
    Status send(FrameType type, QByteArrayView payload);
    /**
     * The next answer. Cancelled at once when the job is; ConnectionLost if the reader ended, TimedOut if it is silent,
     * ProtocolError if it says what it may not: in all these cases it is ended, and open() starts a new one.
     */
    Result<Frame> next(const JobContext& job);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isOpen; }

    /** The reader that belongs to this program. */
    static QString ownProgram();

private:
    Status start(const JobContext& job);
    Failure lost(Failure::Kind kind, const QString& detail);

    QString m_program;
    QString m_file;
    int m_silence;
    std::unique_ptr<QProcess> m_process;
    FrameBuffer m_frames;
    bool m_isOpen = false;
};

/** True for a Failure that means "the reader is gone, the mailbox is not". */
bool isReaderLost(const Failure& failure);

/** A reader may be ended by what has nothing to do with the item at hand; a silent one has cost a minute already. */
bool mayTryAgain(const Failure& lost);

Failure protocolBroken();

} // namespace staffelstab::mail::pst
