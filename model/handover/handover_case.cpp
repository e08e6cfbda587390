// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handover_case.h"
#include "handover/topics/account_topics.h"

#include "handover/case_codec.h"
#include "handover/case_state.h"
#include "handover/topics/contact_topics.h"
#include "handover/topics/successor_topics.h"
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

/** Topics beside those of the registry that are private or of no use once a case is closed. */
const std::vector<QString> privateTopics{QStringLiteral("mailboxes"), QStringLiteral("scan")};

} // namespace

separation::SeparationContext HandoverCase::State::separationContext() const
{
    separation::SeparationContext context;
    context.leaverName = people.leaver.name;
    context.leaverEmail = people.leaver.email;
    context.companyDomains = policy.companyDomains;
    context.protectedCorrespondents = policy.protectedCorrespondents;
    if (!people.dpo.email.isEmpty()) {
        context.protectedCorrespondents.append(people.dpo.email);
    }
    context.isPrivateUseAllowed = policy.privateUse != policy::PrivateUse::Forbidden;
    return context;
}

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

HandoverCase::HandoverCase() = default;
HandoverCase::~HandoverCase() = default;

namespace {

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

} // namespace

Result<std::unique_ptr<HandoverCase>> HandoverCase::create(const QString& file, const policy::CompanyPolicy& policy,
                                                           const QString& language, const Clock& clock)
{
    const QDateTime now = clock.now();
    PasswordChoice password;
    password.way = wayOf(policy.account.passwordWays.value(0, policy::PasswordWay::Outside));
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

Status HandoverCase::save(std::vector<std::pair<QString, QJsonObject>> topics)
{
    State& state = *m_state;
    state.savedAt = state.clock.now();
    topics.emplace_back(QStringLiteral("info"), state.info(currentStep()));
    return state.store->saveTopics(topics);
}

template <typename T>
Status HandoverCase::change(Step step, const QString& topic, T& member, T value)
{
    return changeSaved(
        step, [&] { std::swap(member, value); }, [&] { return std::pair(topic, toJson(member)); });
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
    Status set = change(Step::People, QStringLiteral("people"), m_state->people, people);
    if (set) {
        m_state->table.setOwnAddresses({people.leaver.email});
        m_state->plan->setContext(m_state->separationContext());
    }
    return set;
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

Status HandoverCase::confirmPolicy()
{
    return changeInfo(Step::Policy, [](State& state) { state.policyReadAt = state.clock.now(); });
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

Status HandoverCase::addMailbox(const mail::MailboxSource& source)
{
    std::vector<mail::MailboxSource> mailboxes = m_state->mailboxes;
    if (std::find(mailboxes.begin(), mailboxes.end(), source) != mailboxes.end()) {
        return Failure{Failure::Kind::AlreadyDone, mail::describe(source), {}};
    }
    mailboxes.push_back(source);
    return changeMailboxes(std::move(mailboxes));
}

Status HandoverCase::removeMailbox(int index)
{
    std::vector<mail::MailboxSource> mailboxes = m_state->mailboxes;
    if (index < 0 || index >= static_cast<int>(mailboxes.size())) {
        return Failure{Failure::Kind::Internal, {}, {}};
    }
    mailboxes.erase(mailboxes.begin() + index);
    return changeMailboxes(std::move(mailboxes));
}

Status HandoverCase::changeMailboxes(std::vector<mail::MailboxSource> mailboxes)
{
    if (Status may = mayTouchMail(); !may) {
        return may;
    }
    // The scan names mailboxes by index, so it falls with them; decisions stay, they are named by people and folders.
    if (m_state->scan) {
        if (Status emptied = m_state->store->saveMessages({}, {}); !emptied) {
            return emptied;
        }
        m_state->scan.reset();
        m_state->table.clear();
        m_state->plan->tableChanged();
        if (Status cleared = voidCopies(); !cleared) {
            return cleared;
        }
    }
    return change(Step::Mailbox, QStringLiteral("mailboxes"), m_state->mailboxes, std::move(mailboxes));
}

Status HandoverCase::mayTouchMail() const
{
    if (Status may = mayChange(Step::Separation); !may) {
        return may;
    }
    if (takeaway() && takeaway()->removed) {
        return Failure{Failure::Kind::NotAllowedNow, {}, {}};
    }
    return Done{};
}

Status HandoverCase::voidCopies()
{
    State& state = *m_state;
    SlotOf<TakeawayOutcome>& taken = state.topics.slot<TakeawayOutcome>();
    SlotOf<ArchiveOutcome>& archived = state.topics.slot<ArchiveOutcome>();
    SlotOf<SuccessorOutcome>& given = state.topics.slot<SuccessorOutcome>();
    SlotOf<SuccessorAccess>& looked = state.topics.slot<SuccessorAccess>();
    SlotOf<ContactsOutcome>& told = state.topics.slot<ContactsOutcome>();
    const bool hadTakeaway = taken.value.has_value();
    const bool hadArchive = archived.value.has_value();
    // Access that was granted is there until it is taken back, whatever was decided since.
    const bool wasCopied = given.value && given.value->way == SuccessorChoice::Way::Copy;
    const bool hadSuccessor = wasCopied || looked.value.has_value();
    // Somebody on the list of business contacts may be a private one now. Letters that left stay in the journal.
    const bool hadContacts = told.value.has_value();
    if (!hadTakeaway && !hadArchive && !hadSuccessor && !hadContacts) {
        return Done{};
    }
    if (Status noted = state.journal.write(QStringLiteral("copies_void"), {{"takeaway", hadTakeaway},
                                                                           {"archive", hadArchive},
                                                                           {"successor", hadSuccessor},
                                                                           {"contacts", hadContacts}});
        !noted) {
        return noted;
    }
    if (Status forgotten = state.store->saveCopies({}); !forgotten) {
        return forgotten;
    }
    taken.clear();
    archived.clear();
    told.clear();
    if (wasCopied) {
        given.clear();
    }
    looked.clear();
    state.reviewedAt = {};
    if (Status saved = save({{taken.name(), {}},
                             {archived.name(), {}},
                             {told.name(), {}},
                             {given.name(), given.toJson()},
                             {looked.name(), {}}});
        !saved) {
        return saved;
    }
    Q_EMIT changed(Step::PrivateMail);
    Q_EMIT changed(Step::BusinessArchive);
    Q_EMIT changed(Step::Successor);
    Q_EMIT changed(Step::Contacts);
    return Done{};
}

Status HandoverCase::saveSeparation(const std::function<void()>& takeBack)
{
    if (Status saved = m_state->store->saveDecisions(m_state->plan->decisions()); !saved) {
        takeBack();
        return saved;
    }
    if (Status cleared = voidCopies(); !cleared) {
        return cleared;
    }
    m_state->reviewedAt = {};
    if (Status saved = save({}); !saved) {
        return saved;
    }
    Q_EMIT changed(Step::Separation);
    return Done{};
}

Status HandoverCase::decide(separation::Scope scope, const QString& key, separation::Verdict verdict)
{
    if (Status may = mayTouchMail(); !may) {
        return may;
    }
    if (!m_state->plan->decide(scope, key, verdict, m_state->clock.now())) {
        return Failure{Failure::Kind::NotAllowedNow, {}, QStringLiteral("protected")};
    }
    return saveSeparation([this] { m_state->plan->undo(); });
}

Status HandoverCase::decideAll(const std::vector<separation::Decision>& decisions)
{
    if (Status may = mayTouchMail(); !may) {
        return may;
    }
    m_state->plan->decideAll(decisions);
    return saveSeparation([this] { m_state->plan->undo(); });
}

Status HandoverCase::askInParts(separation::Scope scope, const QString& key)
{
    if (Status may = mayTouchMail(); !may) {
        return may;
    }
    m_state->plan->askInParts(scope, key, m_state->clock.now());
    return saveSeparation([this] { m_state->plan->undo(); });
}

Status HandoverCase::undo()
{
    if (Status may = mayTouchMail(); !may) {
        return may;
    }
    return m_state->plan->undo() ? saveSeparation([this] { m_state->plan->redo(); }) : Status(Done{});
}

Status HandoverCase::redo()
{
    if (Status may = mayTouchMail(); !may) {
        return may;
    }
    return m_state->plan->redo() ? saveSeparation([this] { m_state->plan->undo(); }) : Status(Done{});
}

Status HandoverCase::setTakeawayChoice(const TakeawayChoice& choice)
{
    if (Status may = mayTouchMail(); !may) {
        return may;
    }
    if (takeaway()) {
        // Another choice wants another copy; the licence to remove ends with the old one.
        if (Status forgotten = m_state->store->saveCopies({}); !forgotten) {
            return forgotten;
        }
        if (Status saved = setTopic<TakeawayOutcome>(std::nullopt); !saved) {
            return saved;
        }
    }
    return setTopic<TakeawayChoice>(choice);
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

Status HandoverCase::recordScan(ScanReport report, separation::MessageTable table)
{
    if (Status may = mayTouchMail(); !may) {
        return may;
    }
    if (Status cleared = voidCopies(); !cleared) {
        return cleared;
    }
    if (Status saved = m_state->store->saveMessages(table, toJson(report)); !saved) {
        return saved;
    }
    m_state->table = std::move(table);
    m_state->scan = std::move(report);
    m_state->plan->tableChanged();
    if (Status saved = save({}); !saved) {
        return saved;
    }
    Q_EMIT changed(Step::Mailbox);
    return Done{};
}

Status HandoverCase::recordReceipt(ReceiptFiles files)
{
    std::optional<ReceiptFiles> before = std::exchange(m_state->receiptFiles, std::move(files));
    if (Status saved = save({{QStringLiteral("receipt"), toJson(*m_state->receiptFiles)}}); !saved) {
        m_state->receiptFiles = std::move(before);
        return saved;
    }
    Q_EMIT changed(m_state->receiptFiles->signatures > 1 ? Step::SupervisorSigns : Step::LeaverSigns);
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
    state.plan->restore({});
    state.plan->tableChanged();
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
