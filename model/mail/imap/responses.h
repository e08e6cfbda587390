// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "mail/imap/lexer.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>

#include <optional>
#include <vector>

namespace staffelstab::mail::imap {

/** OK, NO, BAD, BYE or PREAUTH with its [CODE arguments] and text. */
struct StatusLine
{
    enum class Kind { Ok, No, Bad, Bye, PreAuth };

    Kind kind = Kind::Bad;
    /** Upper case; empty if there is none. */
    QByteArray code;
    QByteArray codeArguments;
    QByteArray text;
};

struct ListedMailbox
{
    /** Lower case, with the backslash. */
    QByteArrayList attributes;
    /** 0 where the server has no hierarchy. */
    char delimiter = 0;
    QByteArray name;
};

/** Who may do what with a mailbox (RFC 4314); `identifier` with a leading '-' takes rights away. */
struct AccessEntry
{
    QByteArray identifier;
    QByteArray rights;

    bool operator==(const AccessEntry&) const = default;
};

/** The items of one FETCH response that are known so far; the server chooses their order. */
struct FetchItems
{
    /** 0 while unknown. */
    quint32 uid = 0;
    /** -1 while unknown. */
    qint64 size = -1;
    QDateTime received;
    /** As the server spells them; nothing while unknown. */
    std::optional<QByteArrayList> flags;
    /** X-GM-MSGID: the same in every folder that shows the message; 0 while unknown. */
    quint64 commonId = 0;
};

enum class Section { Header, Text, Whole };

/** BODY[HEADER], BODY[TEXT] or BODY[] as it arrives. */
struct SectionStart
{
    Section section = Section::Whole;
    /** The n of BODY[]<n>, -1 without. */
    qint64 origin = -1;
    qint64 bytes = 0;
};

/**
 * Receives what one command brings. What is of no interest is not overridden; a Failure ends the connection. Servers
 * may send any of this at any time, asked or not.
 */
class ResponseSink
{
public:
    virtual ~ResponseSink() = default;
    virtual void untagged(const StatusLine&) {}
    virtual void capabilities(const QByteArrayList& /*upperCase*/) {}
    /** What ENABLE (RFC 5161) switched on. */
    virtual void enabled(const QByteArrayList& /*upperCase*/) {}
    virtual void exists(quint32) {}
    virtual void listed(const ListedMailbox&) {}
    virtual void mailboxStatus(const QByteArray& /*name*/, quint64 /*messages*/) {}
    /** Prefix of the user's own folders, with the delimiter at its end; often empty. */
    virtual void ownNamespace(const QByteArray& /*prefix*/) {}
    /** Prefixes of the namespaces of others and of shared ones (RFC 2342). */
    virtual void foreignNamespaces(const QByteArrayList& /*prefixes*/) {}
    virtual void found(const std::vector<quint32>& /*uids*/) {}
    /** RFC 4314. */
    virtual void accessList(const QByteArray& /*mailbox*/, const std::vector<AccessEntry>&) {}
    virtual void ownRights(const QByteArray& /*mailbox*/, const QByteArray& /*rights*/) {}

    virtual void fetchBegins() {}
    /** BODY[TEXT] is passed over otherwise. */
    [[nodiscard]] virtual bool wantsText() const { return false; }
    virtual Status sectionBegins(const FetchItems&, const SectionStart&) { return Done{}; }
    virtual Status sectionPiece(QByteArrayView) { return Done{}; }
    virtual void sectionIsNil(Section) {}
    virtual Status fetchEnds(const FetchItems&) { return Done{}; }
};

/** The kind of response that was read, and the part that is for the connection rather than for the sink. */
struct Response
{
    enum class Kind { Untagged, Tagged, Continuation };

    Kind kind = Kind::Untagged;
    QByteArray tag;
    /** For tagged ones, and for an untagged BYE, PREAUTH, OK, NO or BAD. */
    std::optional<StatusLine> status;
    /** What stands behind the "+" of a continuation. */
    QByteArray challenge;
};

/** Reads one response. After a Failure the lexer is of no more use. */
Result<Response> readResponse(Lexer& lexer, ResponseSink& sink);

/** INTERNALDATE ("17-Jul-1996 02:44:25 -0700") in UTC; invalid if it is none. */
QDateTime parseInternalDate(QByteArrayView text);

} // namespace staffelstab::mail::imap
