// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace staffelstab::directory {

/** The LDAP message that asks for StartTLS (RFC 4511 4.14), as bytes. */
QByteArray startTlsRequest();

struct StartTlsAnswer
{
    enum class State { Incomplete, Complete, Malformed };
    State state = State::Incomplete;
    /** LDAP result code; 0: TLS may begin. Only for Complete. */
    int code = 0;
};

/** Reads what the server sent so far. Trailing bytes make it Malformed: nothing may come before TLS begins. */
StartTlsAnswer parseStartTlsAnswer(const QByteArray& bytes);

} // namespace staffelstab::directory
