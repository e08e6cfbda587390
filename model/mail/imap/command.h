// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace staffelstab::mail::imap {

/**
 * One command without its tag. What cannot stand in quotes goes as a literal, so nothing that comes from a server or a
 * user can end a command early. The bytes are wiped when the command dies, as they may hold a password.
 */
class Command
{
public:
    explicit Command(QByteArrayView text);
    ~Command();
    Command(Command&& other) noexcept = default;
    Command& operator=(Command&& other) noexcept = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    /** Text that is IMAP already: never a name, never something a server said. */
    Command& text(QByteArrayView text);
    /** An astring: a mailbox name, a user name, a password. */
    Command& string(QByteArrayView bytes);
    /** A line to be sent when the server asks for it. */
    Command& afterContinuation(QByteArrayView line);

    /** Each part but the first is sent when the server has answered the one before with "+". Without the last CR LF. */
    [[nodiscard]] const std::vector<QByteArray>& parts() const { return m_parts; }

private:
    std::vector<QByteArray> m_parts;
};

/** "1:4,7" for sorted UIDs; only what is in `uids`. */
QByteArray uidSet(const std::vector<quint32>& uids);

/** The UIDs of a set that a server sent, in its order; nothing if it is none or holds more than `most`. */
std::optional<std::vector<quint32>> readUidSet(QByteArrayView set, std::size_t most);

/** False for a name with CR, LF or NUL, which no mailbox can have and no command may carry. */
bool isSafeName(QByteArrayView name);

} // namespace staffelstab::mail::imap
