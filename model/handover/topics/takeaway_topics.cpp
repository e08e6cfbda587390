// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/takeaway_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/open_points.h"
#include "receipt/sections/takeaway_section.h"

#include <algorithm>

namespace staffelstab::handover {

namespace {

using receipt::ReceiptRecord;

quint32 privateMessages(const HandoverCase& handover)
{
    return handover.plan().tallies()[static_cast<std::size_t>(separation::Verdict::Private)].messages;
}

receipt::TakeawaySection takeawayFacts(const HandoverCase& handover, const TakeawayOutcome& outcome)
{
    static const QString names[]{QStringLiteral("take"), QStringLiteral("delete"), QStringLiteral("leave")};
    const quint32 removed = outcome.removed.value_or(outcome.begun.value_or(0));
    const quint32 all = privateMessages(handover);
    return {names[static_cast<int>(handover.takeawayChoice().action)], outcome.copied, removed,
            all - std::min(all, removed), outcome.isEncrypted};
}

} // namespace

QJsonObject TakeawayChoice::toJson() const
{
    return {{"action", static_cast<int>(action)},
            {"format", static_cast<int>(format)},
            {"target", target},
            {"encrypted", isEncrypted},
            {"remove", removeFromMailbox}};
}

TakeawayChoice TakeawayChoice::fromJson(const QJsonObject& json)
{
    return {enumFrom(json["action"], TakeawayChoice::Action::Leave),
            enumFrom(json["format"], archive::TakeawayOptions::Format::Eml), json["target"].toString(),
            json["encrypted"].toBool(), json["remove"].toBool(true)};
}

QJsonObject TakeawayOutcome::toJson() const
{
    QJsonObject json{{"at", dateText(at)},
                     {"path", path},
                     {"bytes_on_medium", bytesOnMedium},
                     {"encrypted", isEncrypted},
                     {"copied", static_cast<qint64>(copied)},
                     {"copied_bytes", copiedBytes},
                     {"skipped", static_cast<qint64>(skipped)},
                     {"kept", handover::toJson(kept)}};
    if (removed) {
        json["removed"] = static_cast<qint64>(*removed);
    }
    if (begun) {
        json["removal_begun"] = static_cast<qint64>(*begun);
    }
    return json;
}

TakeawayOutcome TakeawayOutcome::fromJson(const QJsonObject& json)
{
    TakeawayOutcome outcome{dateFrom(json["at"]),
                            json["path"].toString(),
                            json["bytes_on_medium"].toInteger(),
                            json["encrypted"].toBool(),
                            static_cast<quint32>(json["copied"].toInteger()),
                            json["copied_bytes"].toInteger(),
                            static_cast<quint32>(json["skipped"].toInteger()),
                            std::nullopt,
                            entriesFrom(json["kept"]),
                            std::nullopt};
    if (json.contains("removed")) {
        outcome.removed = static_cast<quint32>(json["removed"].toInteger());
    }
    if (json.contains("removal_begun")) {
        outcome.begun = static_cast<quint32>(json["removal_begun"].toInteger());
    }
    return outcome;
}

quint32 TakeawayOutcome::leftByChoice(quint32 all) const
{
    const std::size_t other = removed ? *removed + skipped + kept.size() : 0;
    return all - static_cast<quint32>(std::min<std::size_t>(all, other));
}

std::vector<Blocker> TakeawayOutcome::blockers(const HandoverCase& handover)
{
    const auto& outcome = handover.takeaway();
    const quint32 count = privateMessages(handover);
    if (!handover.scanReport()) {
        return {{Blocker::Kind::NotScanned}};
    }
    if (!outcome) {
        return count == 0 && handover.plan().undecided() == 0
                   ? std::vector<Blocker>{}
                   : std::vector<Blocker>{{Blocker::Kind::TakeawayOpen, count}};
    }
    const TakeawayChoice& choice = handover.takeawayChoice();
    const bool mustRemove = choice.action == TakeawayChoice::Action::Delete ||
                            (choice.action == TakeawayChoice::Action::Take && choice.removeFromMailbox);
    if (mustRemove && !outcome->removed) {
        return {{Blocker::Kind::RemovalOpen, count - std::min(count, outcome->begun.value_or(0))}};
    }
    return {};
}

void TakeawayOutcome::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    if (handover.scanReport()) {
        for (const Blocker& blocker : blockers(handover)) {
            open.addIf(blocker.kind == Blocker::Kind::TakeawayOpen, "no_takeaway", blocker.count);
            open.addIf(blocker.kind == Blocker::Kind::RemovalOpen, "left_in_mailbox", blocker.count);
        }
    }
    if (const auto& outcome = handover.takeaway()) {
        const quint32 left = blockers(handover).empty() ? outcome->leftByChoice(privateMessages(handover)) : 0;
        open.addIf(left > 0, "left_in_mailbox", left);
        open.addIf(outcome->skipped > 0, "private_not_copied", outcome->skipped);
        // While a removal is stopped they are among those that wait for it.
        const std::size_t kept = outcome->begun ? 0 : outcome->kept.size();
        open.addIf(kept > 0, "not_removed", static_cast<qint64>(kept));
    }
}

void TakeawayOutcome::addToRecord(const HandoverCase& handover, ReceiptRecord& record)
{
    if (const auto& outcome = handover.takeaway()) {
        record.set(takeawayFacts(handover, *outcome));
    }
}

} // namespace staffelstab::handover
