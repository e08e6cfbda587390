// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklists/consents.h"
#include "core/result.h"
#include "handover/topic_set.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace staffelstab::handover {

/**
 * What the leaver said to each consent the company offers. It stands in a document of its own, signed by the leaver
 * alone; the receipt only names that document, not one answer. "No" is no open point.
 */
struct ConsentSheet
{
    QList<checklists::ConsentAnswer> answers;

    static constexpr auto topicName = "consents";
    static constexpr Step step = Step::Consents;
    [[nodiscard]] QJsonObject toJson() const;
    static ConsentSheet fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
};

/** The document the leaver signed. */
struct ConsentDocument
{
    QString path;
    QByteArray sha256;
    QDateTime at;

    static constexpr auto topicName = "consents_document";
    static constexpr Step step = Step::Consents;
    [[nodiscard]] QJsonObject toJson() const;
    static ConsentDocument fromJson(const QJsonObject& json);
    static std::vector<Blocker> blockers(const HandoverCase& handover);
    static void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record);
};

/** The offers of the company with the leaver's answers. */
QList<checklists::Consent> consentsOf(const HandoverCase& handover);
/** Takes the answers; a document signed with other answers no longer belongs to the case. */
Status answerConsents(HandoverCase& handover, const QList<checklists::ConsentAnswer>& answers);

} // namespace staffelstab::handover
