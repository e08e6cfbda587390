// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_codec.h"
#include "handover/case_state.h"
#include "handover/handover_case.h"
#include "handover/topics/contact_topics.h"
#include "handover/topics/successor_topics.h"
#include "handover/topics/void_archive_topic.h"

namespace staffelstab::handover {

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
    return changeSaved(
        Step::Mailbox, [&] { std::swap(m_state->mailboxes, mailboxes); },
        [&] { return std::pair(QStringLiteral("mailboxes"), toJson(m_state->mailboxes)); });
}

Status HandoverCase::mayTouchMail() const
{
    if (Status may = mayChange(Step::Separation); !may) {
        return may;
    }
    if (takeaway() && takeaway()->isRemovalConfirmed()) {
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
    SlotOf<VoidArchives>& outdated = state.topics.slot<VoidArchives>();
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
    if (hadArchive) {
        // It still lies on the supervisor's medium, now with mail that may be private.
        outdated.value = topic<VoidArchives>();
        outdated.value->archives.push_back({*archived.value});
    }
    archived.clear();
    told.clear();
    if (wasCopied) {
        given.clear();
    }
    looked.clear();
    state.reviewedAt = {};
    if (Status saved = save({{taken.name(), {}},
                             {archived.name(), {}},
                             {outdated.name(), outdated.toJson()},
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
    // First what was made by the old decisions: a kill in between must not leave it counted as right.
    if (Status cleared = voidCopies(); !cleared) {
        takeBack();
        return cleared;
    }
    if (Status saved = m_state->store->saveDecisions(m_state->plan->history()); !saved) {
        takeBack();
        return saved;
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

} // namespace staffelstab::handover
