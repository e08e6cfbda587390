// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handover_case.h"

#include "handover/case_codec.h"
#include "handover/case_state.h"
#include "handover/topics/account_topics.h"

namespace staffelstab::handover {

namespace {

/** Topics beside those of the registry that are private or of no use once a case is closed. */
const std::vector<QString> privateTopics{QStringLiteral("mailboxes"), QStringLiteral("scan")};

} // namespace

HandoverCase::HandoverCase() = default;
HandoverCase::~HandoverCase() = default;

QJsonObject HandoverCase::State::info(Step current) const
{
    return {{"number", caseNumber},
            {"language", language},
            {"created", dateText(createdAt)},
            {"saved", dateText(savedAt)},
            {"policy_read", dateText(policyReadAt)},
            {"reviewed", dateText(reviewedAt)},
            {"locked", isLocked},
            {"closed", isClosed},
            {"reservation", leaverReservation},
            {"receipt_target", receiptTarget},
            {"step", QLatin1String(rowOf(current).key)}};
}

void HandoverCase::State::readInfo(const QJsonObject& json)
{
    caseNumber = json["number"].toString();
    language = json["language"].toString();
    createdAt = dateFrom(json["created"]);
    savedAt = dateFrom(json["saved"]);
    policyReadAt = dateFrom(json["policy_read"]);
    reviewedAt = dateFrom(json["reviewed"]);
    isLocked = json["locked"].toBool();
    isClosed = json["closed"].toBool();
    leaverReservation = json["reservation"].toString();
    receiptTarget = json["receipt_target"].toString();
}

Status HandoverCase::save(std::vector<std::pair<QString, QJsonObject>> topics)
{
    State& state = *m_state;
    state.savedAt = state.clock.now();
    topics.emplace_back(QStringLiteral("info"), state.info(currentStep()));
    return state.store->saveTopics(topics);
}

Status HandoverCase::changeTopic(const TopicSlot& slot, const std::function<void()>& swap)
{
    return changeSaved(slot.step(), swap, [&] { return std::pair(slot.name(), slot.toJson()); });
}

Status HandoverCase::changeSaved(Step step, const std::function<void()>& swap,
                                 const std::function<std::pair<QString, QJsonObject>()>& saved)
{
    if (Status may = mayChange(step); !may) {
        return may;
    }
    swap();
    // What was reviewed is no longer what will be signed.
    const QDateTime reviewed = std::exchange(m_state->reviewedAt, {});
    if (Status status = save({saved()}); !status) {
        swap();
        m_state->reviewedAt = reviewed;
        return status;
    }
    Q_EMIT changed(step);
    return Done{};
}

Status HandoverCase::mayChange(Step step) const
{
    if (m_state->isClosed || m_state->isSigned() || m_state->isLocked) {
        return Failure{Failure::Kind::NotAllowedNow, QString::number(static_cast<int>(step)), {}};
    }
    return Done{};
}

Status HandoverCase::setPeople(const People& people)
{
    const People& now = m_state->people;
    const bool isMailAffected = now.leaver.name != people.leaver.name || now.leaver.email != people.leaver.email ||
                                now.dpo.email != people.dpo.email;
    People wanted = people;
    Status set = changeSaved(
        Step::People, [&] { std::swap(m_state->people, wanted); },
        [&] { return std::pair(QStringLiteral("people"), toJson(m_state->people)); });
    if (!set || !isMailAffected) {
        return set;
    }
    const auto verdicts = [this] {
        std::vector<Verdict> all;
        all.reserve(m_state->table.size());
        for (separation::Row row = 0; row < m_state->table.size(); ++row) {
            all.push_back(m_state->plan->verdict(row));
        }
        return all;
    };
    const std::vector<Verdict> before = verdicts();
    m_state->table.setOwnAddresses({people.leaver.email});
    m_state->plan->setContext(m_state->separationContext());
    // Somebody's mail may have become protected by this; what was removed from the mailbox cannot be taken back.
    return before != verdicts() && mayTouchMail() ? voidCopies() : set;
}

Status HandoverCase::changeInfo(Step step, const std::function<void(State&)>& edit)
{
    if (Status may = mayChange(step); !may) {
        return may;
    }
    const QJsonObject before = m_state->info(currentStep());
    edit(*m_state);
    if (Status saved = save({}); !saved) {
        m_state->readInfo(before);
        return saved;
    }
    Q_EMIT changed(step);
    return Done{};
}

Status HandoverCase::setLanguage(const QString& language)
{
    return changeInfo(Step::Review, [&](State& state) {
        if (state.language != language) {
            state.language = language;
            state.reviewedAt = {};
        }
    });
}

Status HandoverCase::confirmPolicy(bool isRead)
{
    return changeInfo(Step::Policy,
                      [isRead](State& state) { state.policyReadAt = isRead ? state.clock.now() : QDateTime(); });
}

Status HandoverCase::setLeaverReservation(const QString& text)
{
    return changeInfo(Step::Review, [&](State& state) {
        state.leaverReservation = text;
        state.reviewedAt = {};
    });
}

Status HandoverCase::setReceiptTarget(const QString& folder)
{
    return changeInfo(Step::Review, [&](State& state) { state.receiptTarget = folder; });
}

Status HandoverCase::confirmReview()
{
    return changeInfo(Step::Review, [](State& state) { state.reviewedAt = state.clock.now(); });
}

Status HandoverCase::handKeyboardOver()
{
    if (m_state->isClosed || !isDone(Step::LeaverSigns)) {
        return Failure{Failure::Kind::NotAllowedNow, {}, {}};
    }
    m_state->isLocked = true;
    if (Status saved = save({}); !saved) {
        m_state->isLocked = false;
        return saved;
    }
    Q_EMIT changed(Step::KeyboardHandover);
    return Done{};
}

Status HandoverCase::settlePasswordOutside()
{
    const PasswordChoice::Way way = passwordChoice().way;
    if (way == PasswordChoice::Way::Directory || way == PasswordChoice::Way::Helpdesk) {
        return Failure{Failure::Kind::NotAllowedNow, {}, {}};
    }
    PasswordOutcome outcome;
    outcome.at = m_state->clock.now();
    outcome.way = way;
    return setTopic<PasswordOutcome>(std::move(outcome));
}

Status HandoverCase::settleAccountOutside()
{
    if (topic<AccountPlan>().way != AccountPlan::Way::Later) {
        return Failure{Failure::Kind::NotAllowedNow, {}, {}};
    }
    return setTopic<AccountPlanOutcome>(AccountPlanOutcome{m_state->clock.now(), AccountPlan::Way::Later, {}, {}});
}

Status HandoverCase::recordReceipt(ReceiptFiles files)
{
    const bool isFinal = files.signatures > 1;
    std::optional<ReceiptFiles> before = std::exchange(m_state->receiptFiles, std::move(files));
    const bool wasLocked = std::exchange(m_state->isLocked, m_state->isLocked || isFinal);
    if (Status saved = save({{QStringLiteral("receipt"), toJson(*m_state->receiptFiles)}}); !saved) {
        m_state->receiptFiles = std::move(before);
        m_state->isLocked = wasLocked;
        return saved;
    }
    Q_EMIT changed(isFinal ? Step::SupervisorSigns : Step::LeaverSigns);
    return Done{};
}

Status HandoverCase::close()
{
    State& state = *m_state;
    if (state.isClosed || !state.isSigned()) {
        return Failure{Failure::Kind::NotAllowedNow, {}, {}};
    }
    const receipt::ReceiptRecord kept = record();
    const QByteArray json = receipt::toJson(kept);
    if (Status saved = state.store->saveTopic(QStringLiteral("record"), {{"json", QString::fromUtf8(json)}}); !saved) {
        return saved;
    }
    std::vector<QString> wanted = privateTopics;
    for (const auto& slot : state.topics.all()) {
        if (!slot->staysAfterClose()) {
            wanted.push_back(slot->name());
        }
    }
    if (Status wiped = state.store->wipe(wanted); !wiped) {
        return wiped;
    }
    state.closedRecord = kept;
    state.isClosed = true;
    state.mailboxes.clear();
    state.scan.reset();
    state.table.clear();
    state.plan->tableChanged();
    state.plan->restore({});
    for (const auto& slot : state.topics.all()) {
        if (!slot->staysAfterClose()) {
            slot->clear();
        }
    }
    if (Status noted = state.journal.write(QStringLiteral("closed"), {}); !noted) {
        return noted;
    }
    if (Status saved = save({}); !saved) {
        return saved;
    }
    Q_EMIT changed(Step::Receipt);
    return Done{};
}

} // namespace staffelstab::handover
