// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/pst_reader/pff_file.h"

#include <cstdio>

namespace staffelstab::mail::pst {

/**
 * Start here. The other side of pst_protocol.h: the one place that calls libpff. Runs alone in its process, opens the
 * file read-only, answers one request after the other and ends with its standard input.
 */
class PstServer
{
public:
    /** `output` is the pipe to the program. */
    explicit PstServer(std::FILE* output) : m_output(output) {}
    /** Answers one request; false if the answer cannot be written. */
    bool answer(const Frame& request);

private:
    void open(const QByteArray& payload);
    void list();
    void scan(const QByteArray& payload);
    void read(const QByteArray& payload);
    void check();
    void send(FrameType type, QByteArrayView payload = {});

    std::FILE* m_output;
    QString m_path;
    PffFile m_file;
    bool m_isBroken = false;
};

/** Serves standard input and output until the input ends. */
int servePst();

} // namespace staffelstab::mail::pst
