// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/reply_account.h"

#include "core/sha256.h"

#include <algorithm>
#include <deque>

namespace staffelstab::reply {

namespace {

using sieve::ScriptAccount;
using sieve::ScriptName;

constexpr int mostIncludes = 50;

QString activeOf(const std::vector<ScriptName>& scripts)
{
    const auto active =
        std::find_if(scripts.begin(), scripts.end(), [](const ScriptName& name) { return name.isActive; });
    return active == scripts.end() ? QString() : active->name;
}

bool hasScript(const std::vector<ScriptName>& scripts, const QString& name)
{
    return std::any_of(scripts.begin(), scripts.end(), [&name](const ScriptName& one) { return one.name == name; });
}

/** What stands in front of the user's filters: the script that is active, or was before ours. */
struct UserScript
{
    QString name;
    QByteArray text;
    bool isOursActive = false;
};

Result<UserScript> userScript(ScriptAccount& account, const std::vector<ScriptName>& scripts)
{
    UserScript found;
    found.name = activeOf(scripts);
    if (found.name.isEmpty()) {
        return found;
    }
    Result<QByteArray> text = account.script(found.name);
    if (!text) {
        return text.failure();
    }
    const std::optional<QString> previous = previousScriptOf(*text);
    if (!previous) {
        found.text = std::move(*text);
        return found;
    }
    found = {*previous, {}, true};
    if (!previous->isEmpty() && hasScript(scripts, *previous)) {
        text = account.script(*previous);
        if (!text) {
            return text.failure();
        }
        found.text = std::move(*text);
    }
    return found;
}

Result<ReplyInspection> inspect(ScriptAccount& account, const std::vector<ScriptName>& scripts, const UserScript& user)
{
    ReplyInspection inspection;
    inspection.activeScript = user.name;
    inspection.isOurs = user.isOursActive;
    QStringList seen{user.name};
    std::deque<std::pair<QString, QByteArray>> waiting{{user.name, user.text}};
    while (!waiting.empty()) {
        const auto [name, text] = std::move(waiting.front());
        waiting.pop_front();
        Result<ScriptFindings> findings = findingsOf(name, text);
        if (!findings) {
            return findings.failure();
        }
        inspection.forwards.insert(inspection.forwards.end(), findings->forwards.begin(), findings->forwards.end());
        inspection.hasOwnVacation = inspection.hasOwnVacation || findings->hasVacation;
        for (const QString& include : findings->includes) {
            if (seen.contains(include) || !hasScript(scripts, include) || seen.size() >= mostIncludes) {
                continue;
            }
            seen.append(include);
            Result<QByteArray> included = account.script(include);
            if (!included) {
                return included.failure();
            }
            waiting.emplace_back(include, std::move(*included));
        }
    }
    return inspection;
}

Status proveActive(ScriptAccount& account)
{
    Result<std::vector<ScriptName>> scripts = account.scripts();
    if (!scripts) {
        return scripts.failure();
    }
    if (activeOf(*scripts) != replyScriptName()) {
        return Failure{Failure::Kind::ReadBackDiffers, replyScriptName(), QStringLiteral("the script is not active")};
    }
    return Done{};
}

} // namespace

QString replyScriptName()
{
    return QStringLiteral("staffelstab");
}

Result<ReplyInspection> inspectReplies(ScriptAccount& account)
{
    Result<std::vector<ScriptName>> scripts = account.scripts();
    if (!scripts) {
        return scripts.failure();
    }
    Result<UserScript> user = userScript(account, *scripts);
    return user ? inspect(account, *scripts, *user) : Result<ReplyInspection>(user.failure());
}

Result<InstalledReply> installReply(ScriptAccount& account, const OutOfOffice& reply)
{
    Result<std::vector<ScriptName>> scripts = account.scripts();
    if (!scripts) {
        return scripts.failure();
    }
    Result<UserScript> user = userScript(account, *scripts);
    if (!user) {
        return user.failure();
    }
    InstalledReply installed;
    Result<ReplyInspection> found = inspect(account, *scripts, *user);
    if (!found) {
        return found.failure();
    }
    installed.found = std::move(*found);
    installed.script = replyScriptName();
    installed.previousScript = user->name;
    Result<QByteArray> text = vacationScript(reply, user->name, user->text, account.extensions());
    if (!text) {
        return text.failure();
    }
    if (Status stored = account.put(installed.script, *text); !stored) {
        return stored.failure();
    }
    Result<QByteArray> readBack = account.script(installed.script);
    if (!readBack) {
        return readBack.failure();
    }
    if (*readBack != *text) {
        return Failure{Failure::Kind::ReadBackDiffers, installed.script, {}};
    }
    installed.sha256 = Sha256::of(*readBack);
    Status active = account.activate(installed.script);
    if (active) {
        active = proveActive(account);
    }
    return active ? Result<InstalledReply>(std::move(installed)) : Result<InstalledReply>(active.failure());
}

Result<TakenBackReply> takeReplyBack(ScriptAccount& account)
{
    Result<std::vector<ScriptName>> scripts = account.scripts();
    if (!scripts) {
        return scripts.failure();
    }
    Result<QByteArray> ours = account.script(replyScriptName());
    if (!ours) {
        return ours.failure();
    }
    TakenBackReply taken;
    taken.restoredScript = activeOf(*scripts);
    if (taken.restoredScript == replyScriptName()) {
        const QString previous = previousScriptOf(*ours).value_or(QString());
        taken.isPreviousMissing = !previous.isEmpty() && !hasScript(*scripts, previous);
        taken.restoredScript = taken.isPreviousMissing ? QString() : previous;
        if (Status restored = account.activate(taken.restoredScript); !restored) {
            return restored.failure();
        }
    }
    if (Status removed = account.remove(replyScriptName()); !removed) {
        return removed.failure();
    }
    return taken;
}

} // namespace staffelstab::reply
