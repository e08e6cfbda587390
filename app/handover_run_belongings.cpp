// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/case_inputs.h"
#include "app/handover_run.h"
#include "handover/acts/consent_act.h"
#include "handover/follow_up_dates.h"

#include <QFileInfo>

#include <algorithm>

namespace staffelstab::app {

using checklists::EquipmentLine;
using handover::Step;

Status HandoverRun::knowledge()
{
    if (!m_answers.knowledge || !m_case->isOffered(Step::Knowledge)) {
        tell("knowledge", "open");
        return Done{};
    }
    const auto& known = m_case->topicIfSet<handover::KnowledgeSheet>();
    checklists::KnowledgeNotes wanted = *m_answers.knowledge;
    if (m_answers.isKnowledgeFromMailbox) {
        // What was found stays: on a later day it would be something else.
        wanted.add(known ? known->notes : handover::knowledgeFromMailbox(*m_case));
    }
    if (!known || known->notes != wanted) {
        if (Status set = m_case->setTopic<handover::KnowledgeSheet>(handover::KnowledgeSheet{wanted}); !set) {
            return set;
        }
    }
    tell("knowledge", m_case->isDone(Step::Knowledge) ? "done" : "open");
    return Done{};
}

Status HandoverRun::equipment()
{
    if (m_answers.equipment.empty() || !m_case->isOffered(Step::Equipment)) {
        tell("equipment", "open");
        return Done{};
    }
    handover::EquipmentList list;
    for (const Answers::Equipment& entry : m_answers.equipment) {
        if (entry.csvFile.isEmpty()) {
            list.lines.append(entry.line);
            continue;
        }
        const auto import = handover::importEquipment(entry.csvFile, m_case->people().leaver);
        if (!import) {
            return import.failure();
        }
        for (EquipmentLine line : import->lines) {
            line.state = entry.line.state;
            line.condition = entry.line.condition;
            line.agreement = entry.line.agreement;
            line.locks = entry.line.locks;
            list.lines.append(line);
        }
    }
    if (Status taken = handover::takeEquipment(*m_case, std::move(list.lines)); !taken) {
        return taken;
    }
    tell("equipment", m_case->isDone(Step::Equipment) ? "done" : "open");
    return Done{};
}

Status HandoverRun::consents()
{
    if (m_answers.consents.isEmpty() || !m_case->isOffered(Step::Consents)) {
        tell("consents", "open");
        return Done{};
    }
    const QList<policy::ConsentOffer>& offers = m_case->policy().consents;
    for (const checklists::ConsentAnswer& answer : m_answers.consents) {
        if (std::none_of(offers.begin(), offers.end(), [&](const auto& offer) { return offer.id == answer.id; })) {
            return Failure{Failure::Kind::BadInput, m_answers.file,
                           QStringLiteral("the policy offers no consent with the id %1").arg(answer.id)};
        }
    }
    if (m_case->topic<handover::ConsentSheet>().answers != m_answers.consents) {
        if (Status set = handover::answerConsents(*m_case, m_answers.consents); !set) {
            return set;
        }
    }
    return signConsents();
}

Status HandoverRun::signConsents()
{
    const QList<checklists::Consent> consents = handover::consentsOf(*m_case);
    const bool isAnswered =
        std::all_of(consents.begin(), consents.end(), [](const auto& consent) { return consent.isSettled(); });
    if (m_case->topicIfSet<handover::ConsentDocument>() || !isAnswered || !m_answers.leaverSignature) {
        tell("consents", m_case->isDone(Step::Consents) ? "already_done" : "open");
        return Done{};
    }
    auto input = signInput(*m_answers.leaverSignature);
    if (!input) {
        return input.failure();
    }
    const QString beside = QFileInfo(m_case->file()).absolutePath();
    tell("consents", "begins");
    Status consented = handover::HandoverActs::run(
        handover::consentSignatureAct(m_acts->context(), std::move(input).value(),
                                      m_answers.receipt.target.isEmpty() ? beside : m_answers.receipt.target),
        m_job);
    if (consented) {
        tell("consents", "done");
    }
    return consented;
}

Status HandoverRun::calendar()
{
    if (m_answers.calendarFile.isEmpty()) {
        return Done{};
    }
    Status written = handover::writeFollowUpCalendar(*m_case, m_answers.calendarFile);
    if (written) {
        tell("calendar", "done");
    }
    return written;
}

} // namespace staffelstab::app
