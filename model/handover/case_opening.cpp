// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_codec.h"
#include "handover/case_state.h"
#include "handover/handover_case.h"
#include "policy/policy_codec.h"

#include <QRandomGenerator>

namespace staffelstab::handover {

namespace {

/** Year and six characters of Crockford's base 32: easy to read aloud, 30 bit. */
QString drawCaseNumber(const QDateTime& now)
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString number = QString::number(now.date().year()) + QLatin1Char('-');
    for (int i = 0; i < 6; ++i) {
        number += QLatin1Char(alphabet[QRandomGenerator::system()->bounded(32)]);
    }
    return number;
}

PasswordChoice::Way wayOf(policy::PasswordWay way)
{
    switch (way) {
    case policy::PasswordWay::Helpdesk:
        return PasswordChoice::Way::Helpdesk;
    case policy::PasswordWay::Directory:
        return PasswordChoice::Way::Directory;
    case policy::PasswordWay::Outside:
        break;
    }
    return PasswordChoice::Way::It;
}

/** The company's first; where it has not said how, nobody is led into typing a password. */
PasswordChoice::Way proposedWay(const policy::CompanyPolicy& policy)
{
    const QList<policy::PasswordWay>& ways = policy.account.passwordWays;
    return ways == policy::builtInPolicy().account.passwordWays ? PasswordChoice::Way::It
                                                                : wayOf(ways.value(0, policy::PasswordWay::Outside));
}

} // namespace

Result<std::unique_ptr<HandoverCase>> HandoverCase::create(const QString& file, const policy::CompanyPolicy& policy,
                                                           const QString& language, const Clock& clock)
{
    const QDateTime now = clock.now();
    PasswordChoice password;
    password.way = proposedWay(policy);
    password.login.url = QUrl(policy.directoryUrl);
    password.login.caFile = policy.caFile;
    Result<std::unique_ptr<CaseStore>> store =
        CaseStore::create(file, {{QStringLiteral("info"),
                                  {{"number", drawCaseNumber(now)},
                                   {"language", language},
                                   {"created", dateText(now)},
                                   {"saved", dateText(now)}}},
                                 {QStringLiteral("policy"), toJson(policy)},
                                 {QString::fromLatin1(PasswordChoice::topicName), password.toJson()}});
    return store ? restore(std::move(*store), clock) : Result<std::unique_ptr<HandoverCase>>(store.failure());
}

Result<std::unique_ptr<HandoverCase>> HandoverCase::open(const QString& file, const Clock& clock)
{
    Result<std::unique_ptr<CaseStore>> store = CaseStore::open(file);
    if (!store) {
        return store.failure();
    }
    return restore(std::move(*store), clock);
}

Result<std::unique_ptr<HandoverCase>> HandoverCase::restore(std::unique_ptr<CaseStore> store, const Clock& clock)
{
    std::unique_ptr<HandoverCase> opened(new HandoverCase);
    opened->m_state = std::make_unique<State>(std::move(store), clock);
    if (Status loaded = opened->load(); !loaded) {
        return loaded.failure();
    }
    return opened;
}

Status HandoverCase::load()
{
    State& state = *m_state;
    std::optional<Failure> failure;
    const auto readTopic = [&](const QString& name) {
        Result<QJsonObject> read = state.store->topic(name);
        if (!read && !failure) {
            failure = read.failure();
        }
        return read ? *read : QJsonObject();
    };
    state.readInfo(readTopic(QStringLiteral("info")));
    state.people = peopleFrom(readTopic(QStringLiteral("people")));
    state.policy = policy::policyFrom(readTopic(QStringLiteral("policy")));
    state.mailboxes = mailboxesFrom(readTopic(QStringLiteral("mailboxes")));
    for (const auto& slot : state.topics.all()) {
        slot->read(readTopic(slot->name()));
    }
    if (const QJsonObject json = readTopic(QStringLiteral("scan")); !json.isEmpty()) {
        state.scan = scanReportFrom(json);
    }
    if (const QJsonObject json = readTopic(QStringLiteral("receipt")); !json.isEmpty()) {
        state.receiptFiles = receiptFilesFrom(json);
    }
    if (const QJsonObject json = readTopic(QStringLiteral("record")); !json.isEmpty()) {
        Result<receipt::ReceiptRecord> record = receipt::fromJson(json["json"].toString().toUtf8());
        if (!record) {
            return record.failure();
        }
        state.closedRecord = std::move(*record);
    }
    if (failure || state.caseNumber.isEmpty()) {
        return failure.value_or(Failure{Failure::Kind::CaseDamaged, file(), {}});
    }
    if (Status recovered = recoverPassword(); !recovered) {
        return recovered;
    }
    return loadMail();
}

Status HandoverCase::recoverPassword()
{
    State& state = *m_state;
    if (password() || state.isClosed) {
        return Done{};
    }
    const Result<std::vector<JournalEntry>> entries = state.journal.entries();
    if (!entries) {
        return entries.failure();
    }
    for (const JournalEntry& entry : *entries) {
        if (entry.what == QLatin1String("password_changed")) {
            // The program died between the journal and the case: what the journal proves, holds.
            state.topics.slot<PasswordOutcome>().read(entry.facts);
        }
    }
    return Done{};
}

Status HandoverCase::loadMail()
{
    State& state = *m_state;
    state.table.setOwnAddresses({state.people.leaver.email});
    state.plan->setContext(state.separationContext());
    if (Status loaded = state.store->loadMessages(state.table); !loaded) {
        return loaded;
    }
    Result<std::vector<separation::Decision>> decisions = state.store->loadDecisions();
    if (!decisions) {
        return decisions.failure();
    }
    state.plan->tableChanged();
    state.plan->restore(std::move(*decisions));
    return Done{};
}

} // namespace staffelstab::handover
