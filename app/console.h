// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QJsonObject>
#include <QString>

namespace staffelstab::app {

/** Exit codes of design/command-line.md. */
enum ExitCode : int { exitOk = 0, exitOpen = 1, exitCannot = 2, exitStopped = 3 };

/**
 * Where a command without a window speaks: JSON objects, one a line, on the standard output if they were asked for;
 * sentences for people on the error output. Never prints a secret.
 */
class Console
{
public:
    explicit Console(bool isJson) : m_isJson(isJson) {}

    [[nodiscard]] bool isJson() const { return m_isJson; }
    /** `{"event": event, ...fields}`; nothing without --json. */
    void event(const QString& event, QJsonObject fields) const;
    /** The last line of a command. */
    void summary(QJsonObject fields) const;
    /** The last line of a command that failed: the summary holds the error; people get the sentence. */
    void failed(const Failure& failure) const;
    static void say(const QString& sentence);

private:
    bool m_isJson = false;
};

/** Stable name of a failure for machines: "login_refused". */
QString failureName(Failure::Kind kind);
/** `{"kind": ..., "subject": ..., "detail": ...}`. */
QJsonObject failureJson(const Failure& failure);
/** Bad input of the caller, as opposed to something that may work at the next try. */
bool isBadInput(const Failure& failure);

/** Lower-case hexadecimal digits, as in all reports. */
QString hex(const QByteArray& digest);

} // namespace staffelstab::app
