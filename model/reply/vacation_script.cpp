// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/vacation_script.h"

#include "reply/sieve/script_syntax.h"

#include <algorithm>

namespace staffelstab::reply {

namespace {

using sieve::ScriptCommand;

constexpr char firstLine[] = "# Staffelstab out-of-office reply\r\n";
constexpr char previousLine[] = "# previous script: ";
constexpr char ownFilters[] = "# the user's own filters\r\n";

/** Extensions by the names under which a script must ask for them. */
QStringList neededExtensions(const OutOfOffice& reply, const QStringList& offered)
{
    QStringList needed{QStringLiteral("vacation"), QStringLiteral("date"), QStringLiteral("relational")};
    if (!reply.internalDomains.isEmpty() && offered.contains(QStringLiteral("envelope"))) {
        needed.append(QStringLiteral("envelope"));
    }
    return needed;
}

QByteArray vacation(const char* handle, const ReplyText& text, const QStringList& addresses)
{
    QByteArray command = "vacation :days 7 :handle \"staffelstab-" + QByteArray(handle) + "\"";
    if (!text.subject.trimmed().isEmpty()) {
        command += " :subject " + sieve::quotedString(text.subject.simplified());
    }
    return command + "\r\n    :addresses " + sieve::stringList(addresses) + "\r\n    " +
           sieve::quotedString(text.body.trimmed()) + ";\r\n";
}

/** ["firma.example"] matches the domain itself, ["*.firma.example"] what stands below it. */
QByteArray isInternal(const QStringList& domains, bool hasEnvelope)
{
    QStringList below;
    for (const QString& domain : domains) {
        below.append(QStringLiteral("*.") + domain);
    }
    const QByteArray test = hasEnvelope ? "envelope" : "address";
    return "anyof(" + test + " :domain :is \"from\" " + sieve::stringList(domains) + ",\r\n      " + test +
           " :domain :matches \"from\" " + sieve::stringList(below) + ")";
}

QByteArray replyBlock(const OutOfOffice& reply, bool hasEnvelope)
{
    QByteArray block =
        "if allof(currentdate :value \"ge\" \"date\" \"" + reply.from.toString(Qt::ISODate).toLatin1() +
        "\",\r\n         currentdate :value \"le\" \"date\" \"" + reply.until.toString(Qt::ISODate).toLatin1() +
        "\",\r\n         not exists \"list-id\", not exists \"list-unsubscribe\", not exists \"list-post\",\r\n"
        "         not header :contains \"precedence\" [\"bulk\", \"list\", \"junk\"],\r\n"
        "         not header :contains \"auto-submitted\" [\"auto-\"]) {\r\n";
    if (reply.internalDomains.isEmpty()) {
        block += "  " + vacation("external", reply.external, reply.addresses);
    } else {
        block += "  if " + isInternal(reply.internalDomains, hasEnvelope) + " {\r\n    " +
                 vacation("internal", reply.internal, reply.addresses) + "  } else {\r\n    " +
                 vacation("external", reply.external, reply.addresses) + "  }\r\n";
    }
    return block + "}\r\n";
}

/** The user's script in two parts: what it requires, and the rest without a vacation reply of its own. */
struct SplitScript
{
    QByteArray requires_;
    QByteArray rest;
};

Result<SplitScript> split(const QByteArray& script)
{
    Result<std::vector<ScriptCommand>> commands = sieve::readScript(script);
    if (!commands) {
        return commands.failure();
    }
    SplitScript parts;
    qsizetype copied = 0;
    for (const ScriptCommand& command : *commands) {
        const bool isRequire = command.name == "require";
        if (!isRequire && command.name != "vacation") {
            continue;
        }
        parts.rest += script.mid(copied, command.begin - copied);
        if (isRequire) {
            parts.requires_ += script.mid(command.begin, command.end - command.begin) + "\r\n";
        } else {
            parts.rest += "# (a vacation reply stood here)\r\n";
        }
        copied = command.end;
    }
    parts.rest += script.mid(copied);
    return parts;
}

} // namespace

Result<ScriptFindings> findingsOf(const QString& name, const QByteArray& script)
{
    Result<std::vector<ScriptCommand>> commands = sieve::readScript(script);
    if (!commands) {
        Failure failure = commands.failure();
        failure.subject = name;
        return failure;
    }
    ScriptFindings findings;
    for (const ScriptCommand& command : *commands) {
        const QString last = command.strings.isEmpty() ? QString() : QString::fromUtf8(command.strings.last());
        if (command.name == "redirect") {
            findings.forwards.push_back({name, last, command.tags.contains("copy")});
        } else if (command.name == "notify" && last.startsWith(QStringLiteral("mailto:"), Qt::CaseInsensitive)) {
            findings.forwards.push_back({name, last, true});
        } else if (command.name == "include" && !command.tags.contains("global")) {
            findings.includes.append(last);
        } else if (command.name == "vacation") {
            findings.hasVacation = true;
        }
    }
    return findings;
}

Result<QByteArray> vacationScript(const OutOfOffice& reply, const QString& previous, const QByteArray& userScript,
                                  const QStringList& extensions)
{
    const QStringList needed = neededExtensions(reply, extensions);
    const auto missing = std::find_if(needed.begin(), needed.end(),
                                      [&extensions](const QString& name) { return !extensions.contains(name); });
    if (missing != needed.end()) {
        return Failure{
            Failure::Kind::ServerRefused, {}, QStringLiteral("the server's Sieve lacks \"%1\"").arg(*missing)};
    }
    // RFC 5804 section 1.6; in a comment a line break would turn the rest of the name into commands.
    if (std::any_of(previous.begin(), previous.end(), [](QChar letter) { return !letter.isPrint(); })) {
        return Failure{Failure::Kind::BadInput, {}, QStringLiteral("a script name with control characters")};
    }
    Result<SplitScript> own = split(userScript);
    if (!own) {
        return own.failure();
    }
    return firstLine + (previousLine + sieve::quotedString(previous)) + "\r\nrequire " + sieve::stringList(needed) +
           ";\r\n" + own->requires_ + "\r\n" + replyBlock(reply, needed.contains(QStringLiteral("envelope"))) +
           (own->rest.trimmed().isEmpty() ? QByteArray() : "\r\n" + QByteArray(ownFilters) + own->rest);
}

std::optional<QString> previousScriptOf(const QByteArray& script)
{
    const qsizetype start = qsizetype{sizeof(firstLine) - 1};
    if (!script.startsWith(firstLine) || script.indexOf(previousLine, start) != start) {
        return std::nullopt;
    }
    const qsizetype name = start + qsizetype{sizeof(previousLine) - 1};
    const QByteArray line = script.mid(name, script.indexOf("\r\n", name) - name);
    // As a command of its own, so that quotes in the name are read the way they were written.
    Result<std::vector<ScriptCommand>> read = sieve::readScript("previous " + line + ";");
    if (!read || read->size() != 1 || read->front().strings.size() != 1) {
        return std::nullopt;
    }
    return QString::fromUtf8(read->front().strings.first());
}

} // namespace staffelstab::reply
