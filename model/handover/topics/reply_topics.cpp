// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/reply_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/open_points.h"
#include "receipt/sections/out_of_office_section.h"

#include <algorithm>

namespace staffelstab::handover {

namespace {

QJsonObject textToJson(const reply::ReplyText& text)
{
    return {{"subject", text.subject}, {"body", text.body}};
}

reply::ReplyText textFrom(const QJsonValue& value)
{
    const QJsonObject json = value.toObject();
    return {json["subject"].toString(), json["body"].toString()};
}

QJsonArray forwardsToJson(const std::vector<reply::FoundForward>& forwards)
{
    QJsonArray array;
    for (const reply::FoundForward& forward : forwards) {
        array.append(QJsonObject{{"script", forward.script}, {"target", forward.target}, {"copy", forward.keepsCopy}});
    }
    return array;
}

std::vector<reply::FoundForward> forwardsFrom(const QJsonValue& value)
{
    std::vector<reply::FoundForward> forwards;
    for (const QJsonArray items = value.toArray(); const QJsonValue one : items) {
        const QJsonObject json = one.toObject();
        forwards.push_back({json["script"].toString(), json["target"].toString(), json["copy"].toBool()});
    }
    return forwards;
}

/** The text as the receipt may show it. */
QString withoutAddress(QString text, const QString& privateAddress)
{
    return privateAddress.isEmpty() ? text : text.replace(privateAddress, QStringLiteral("…"), Qt::CaseInsensitive);
}

/** ManageSieve where the firm says, else on the host of the first mailbox on a server. */
reply::SieveServer proposedServer(const HandoverCase& handover)
{
    reply::SieveServer server;
    const auto& mailboxes = handover.mailboxes();
    const auto onServer = std::find_if(mailboxes.begin(), mailboxes.end(), [](const mail::MailboxSource& source) {
        return source.kind == mail::StoreKind::Imap;
    });
    if (onServer != mailboxes.end()) {
        server.host = onServer->host;
        server.user = onServer->user;
        server.caFile = onServer->caFile;
    }
    const QString& address = handover.people().leaver.email;
    if (const auto provider = handover.policy().providerFor(address); provider && !provider->sieve.isEmpty()) {
        server.host = provider->sieve.host;
        server.port = static_cast<quint16>(provider->sieve.port);
        const bool isWhole = provider->user == policy::MailProvider::User::Address;
        server.user = server.user.isEmpty() ? isWhole ? address : address.section(u'@', 0, 0) : server.user;
    }
    if (server.caFile.isEmpty()) {
        server.caFile = handover.policy().caFile;
    }
    return server;
}

} // namespace

QJsonObject ReplyChoice::toJson() const
{
    return {{"way", static_cast<int>(way)},
            {"host", server.host},
            {"port", server.port},
            {"user", server.user},
            {"ca_file", server.caFile},
            {"from", reply.from.toString(Qt::ISODate)},
            {"until", reply.until.toString(Qt::ISODate)},
            {"addresses", toArray(reply.addresses)},
            {"internal_domains", toArray(reply.internalDomains)},
            {"internal", textToJson(reply.internal)},
            {"external", textToJson(reply.external)},
            {"private_address", privateAddress}};
}

ReplyChoice ReplyChoice::fromJson(const QJsonObject& json)
{
    ReplyChoice choice;
    choice.way = enumFrom(json["way"], Way::None);
    choice.server = {json["host"].toString(), static_cast<quint16>(json["port"].toInt()), json["user"].toString(),
                     json["ca_file"].toString()};
    choice.reply.from = QDate::fromString(json["from"].toString(), Qt::ISODate);
    choice.reply.until = QDate::fromString(json["until"].toString(), Qt::ISODate);
    choice.reply.addresses = textsFrom(json["addresses"]);
    choice.reply.internalDomains = textsFrom(json["internal_domains"]);
    choice.reply.internal = textFrom(json["internal"]);
    choice.reply.external = textFrom(json["external"]);
    choice.privateAddress = json["private_address"].toString();
    return choice;
}

QJsonObject ReplyFindings::toJson() const
{
    return {{"at", dateText(at)},
            {"active", activeScript},
            {"forwards", forwardsToJson(forwards)},
            {"own_vacation", hasOwnVacation},
            {"ours", isOurs}};
}

ReplyFindings ReplyFindings::fromJson(const QJsonObject& json)
{
    return {dateFrom(json["at"]), json["active"].toString(), forwardsFrom(json["forwards"]),
            json["own_vacation"].toBool(), json["ours"].toBool()};
}

QJsonObject ReplyOutcome::toJson() const
{
    return {
        {"at", dateText(at)}, {"way", static_cast<int>(way)}, {"sha256", hex(sha256)}, {"previous", previousScript}};
}

ReplyOutcome ReplyOutcome::fromJson(const QJsonObject& json)
{
    return {dateFrom(json["at"]), enumFrom(json["way"], ReplyChoice::Way::None), fromHex(json["sha256"]),
            json["previous"].toString()};
}

std::vector<Blocker> ReplyOutcome::blockers(const HandoverCase& handover)
{
    return handover.topicIfSet<ReplyOutcome>() ? std::vector<Blocker>{}
                                               : std::vector<Blocker>{{Blocker::Kind::ReplyOpen}};
}

void ReplyOutcome::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    open.addIf(!handover.topicIfSet<ReplyOutcome>(), "no_reply");
    const auto& findings = handover.topicIfSet<ReplyFindings>();
    const auto forwards = findings ? static_cast<qint64>(findings->forwards.size()) : 0;
    open.addIf(forwards > 0, "forwards_found", forwards);
}

void ReplyOutcome::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    const auto& outcome = handover.topicIfSet<ReplyOutcome>();
    if (!outcome) {
        return;
    }
    const auto& choice = handover.topic<ReplyChoice>();
    receipt::OutOfOfficeSection facts;
    switch (outcome->way) {
    case ReplyChoice::Way::Server:
        facts.way = QStringLiteral("server");
        break;
    case ReplyChoice::Way::Pasted:
        facts.way = QStringLiteral("pasted");
        break;
    case ReplyChoice::Way::None:
        facts.way = QStringLiteral("none");
        record.set(facts);
        return;
    }
    facts.from = choice.reply.from;
    facts.until = choice.reply.until;
    facts.subject = withoutAddress(choice.reply.external.subject, choice.privateAddress);
    facts.text = withoutAddress(choice.reply.external.body, choice.privateAddress);
    facts.sha256 = outcome->sha256;
    record.set(facts);
}

reply::ReplyLimits replyLimits(const HandoverCase& handover)
{
    return {handover.policy().outOfOffice.defaultMonths, handover.policy().outOfOffice.longestMonths};
}

ReplyChoice proposedReply(const HandoverCase& handover, const QString& privateAddress)
{
    const policy::CompanyPolicy& policy = handover.policy();
    const reply::ReplyPlaces places{policy.outOfOffice.neutralMailbox, privateAddress,
                                    policy.texts.outOfOfficeInternal.in(handover.language()),
                                    policy.texts.outOfOfficeExternal.in(handover.language())};
    ReplyChoice choice;
    choice.server = proposedServer(handover);
    choice.way = choice.server.host.isEmpty() ? ReplyChoice::Way::Pasted : ReplyChoice::Way::Server;
    choice.reply = reply::proposeReply(handover.people(), policy.companyDomains, places, handover.language(),
                                       replyLimits(handover));
    choice.privateAddress = privateAddress;
    return choice;
}

} // namespace staffelstab::handover
