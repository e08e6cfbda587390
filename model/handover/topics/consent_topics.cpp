// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/consent_topics.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "receipt/sections/consents_section.h"

#include <QFileInfo>

#include <algorithm>

namespace staffelstab::handover {

using checklists::ConsentAnswer;

QJsonObject ConsentSheet::toJson() const
{
    QJsonArray array;
    for (const ConsentAnswer& answer : answers) {
        array.append(QJsonObject{{"id", answer.id},
                                 {"answer", static_cast<int>(answer.answer)},
                                 {"address", answer.address},
                                 {"days", answer.days}});
    }
    return {{"answers", array}};
}

ConsentSheet ConsentSheet::fromJson(const QJsonObject& json)
{
    ConsentSheet sheet;
    const QJsonArray answers = json["answers"].toArray();
    for (const QJsonValue answer : answers) {
        sheet.answers.append({answer["id"].toString(), enumFrom(answer["answer"], ConsentAnswer::Answer::No),
                              answer["address"].toString(), answer["days"].toInt()});
    }
    return sheet;
}

std::vector<Blocker> ConsentSheet::blockers(const HandoverCase& handover)
{
    const QList<checklists::Consent> consents = consentsOf(handover);
    const auto open = std::count_if(consents.begin(), consents.end(),
                                    [](const checklists::Consent& consent) { return !consent.isSettled(); });
    return open == 0 ? std::vector<Blocker>{} : std::vector<Blocker>{{Blocker::Kind::ConsentsOpen, open}};
}

QJsonObject ConsentDocument::toJson() const
{
    return {{"path", path}, {"sha256", hex(sha256)}, {"at", dateText(at)}};
}

ConsentDocument ConsentDocument::fromJson(const QJsonObject& json)
{
    return {json["path"].toString(), fromHex(json["sha256"]), dateFrom(json["at"])};
}

std::vector<Blocker> ConsentDocument::blockers(const HandoverCase& handover)
{
    return handover.topicIfSet<ConsentDocument>() ? std::vector<Blocker>{}
                                                  : std::vector<Blocker>{{Blocker::Kind::ConsentsUnsigned}};
}

void ConsentDocument::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    if (const auto& document = handover.topicIfSet<ConsentDocument>()) {
        record.set(receipt::ConsentsSection{QFileInfo(document->path).fileName(), document->sha256, document->at});
    }
}

Status answerConsents(HandoverCase& handover, const QList<ConsentAnswer>& answers)
{
    if (handover.topicIfSet<ConsentDocument>()) {
        if (Status forgotten = handover.setTopic<ConsentDocument>(std::nullopt); !forgotten) {
            return forgotten;
        }
    }
    return handover.setTopic<ConsentSheet>(ConsentSheet{answers});
}

QList<checklists::Consent> consentsOf(const HandoverCase& handover)
{
    return checklists::consentsOf(handover.policy().consents, handover.topic<ConsentSheet>().answers);
}

} // namespace staffelstab::handover
