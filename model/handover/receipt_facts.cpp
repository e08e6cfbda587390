// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_state.h"
#include "handover/handover_case.h"

#include <QFileInfo>

namespace staffelstab::handover {

namespace {

using receipt::ReceiptRecord;

ReceiptRecord::Count countOf(const separation::Tally& tally)
{
    return {tally.messages, tally.bytes};
}

ReceiptRecord::Proof proofOf(directory::Proof proof)
{
    switch (proof) {
    case directory::Proof::Yes:
        return ReceiptRecord::Proof::Yes;
    case directory::Proof::No:
        return ReceiptRecord::Proof::No;
    case directory::Proof::Unverifiable:
        break;
    }
    return ReceiptRecord::Proof::Unverifiable;
}

ReceiptRecord::Mail mailFacts(const ScanReport& scan, const separation::SeparationPlan& plan, std::size_t mailboxes)
{
    using separation::Verdict;
    const auto tallies = plan.tallies();
    const auto of = [&](Verdict verdict) { return countOf(tallies[static_cast<std::size_t>(verdict)]); };
    ReceiptRecord::Mail facts;
    facts.mailboxes = static_cast<quint32>(mailboxes);
    facts.privateMail = of(Verdict::Private);
    facts.business = of(Verdict::Business);
    facts.protectedMail = of(Verdict::Protected);
    facts.undecided = of(Verdict::Undecided);
    facts.unreadable = static_cast<quint32>(scan.unreadable.size());
    facts.decisions = static_cast<quint32>(plan.decisions().size());
    return facts;
}

ReceiptRecord::Takeaway takeawayFacts(const TakeawayChoice& choice, const TakeawayOutcome& outcome)
{
    static const QString names[]{QStringLiteral("take"), QStringLiteral("delete"), QStringLiteral("leave")};
    return {names[static_cast<int>(choice.action)], outcome.copied, outcome.removed.value_or(0),
            static_cast<quint32>(outcome.kept.size()), outcome.isEncrypted};
}

ReceiptRecord::Archive archiveFacts(const ArchiveChoice& choice, const ArchiveOutcome& outcome)
{
    ReceiptRecord::Archive facts;
    facts.fileName = QFileInfo(outcome.path).fileName();
    facts.bytes = outcome.bytes;
    facts.sha256 = outcome.sha256;
    facts.messages = outcome.messages;
    facts.skipped = outcome.skipped;
    facts.isEncrypted = outcome.isEncrypted;
    facts.container =
        choice.container == archive::ArchiveOptions::Container::Zip ? QStringLiteral("zip") : QStringLiteral("folder");
    facts.mediumLabel = choice.mediumLabel;
    return facts;
}

ReceiptRecord::Password passwordFacts(const PasswordChoice& choice, const PasswordOutcome& outcome)
{
    ReceiptRecord::Password facts;
    if (outcome.way == PasswordChoice::Way::It) {
        facts.way = QStringLiteral("it");
        facts.itName = choice.itName;
        facts.itDate = choice.itDate;
        return facts;
    }
    facts.way = QStringLiteral("directory");
    facts.isChanged = true;
    facts.newAccepted = proofOf(outcome.report.newAccepted);
    facts.oldRefused = proofOf(outcome.report.oldRefused);
    facts.isChangedTwice = outcome.report.isChangedTwice;
    facts.changedAt = outcome.report.changedAt;
    facts.sealedBy =
        choice.sealBy == PasswordChoice::SealBy::Certificate ? QStringLiteral("certificate") : QStringLiteral("code");
    facts.sealFileName = QFileInfo(outcome.sealPath).fileName();
    facts.sealSha256 = outcome.sealSha256;
    return facts;
}

class OpenPoints
{
public:
    void add(const char* code, qint64 count = 0) { m_points.push_back({QString::fromLatin1(code), count}); }
    void addIf(bool isOpen, const char* code, qint64 count = 0)
    {
        if (isOpen) {
            add(code, count);
        }
    }
    std::vector<ReceiptRecord::OpenPoint> take() { return std::move(m_points); }

private:
    std::vector<ReceiptRecord::OpenPoint> m_points;
};

} // namespace

std::vector<ReceiptRecord::OpenPoint> HandoverCase::openPoints() const
{
    const State& state = *m_state;
    OpenPoints open;
    open.addIf(!state.policyReadAt.isValid(), "policy_not_confirmed");
    if (!state.scan) {
        open.add("no_mailbox");
    } else {
        open.addIf(!state.scan->unreadable.empty(), "unreadable_mail",
                   static_cast<qint64>(state.scan->unreadable.size()));
        open.addIf(state.plan->undecided() > 0, "undecided_mail", state.plan->undecided());
        for (const Blocker& blocker : privateMailBlockers()) {
            open.addIf(blocker.kind == Blocker::Kind::TakeawayOpen, "no_takeaway", blocker.count);
            open.addIf(blocker.kind == Blocker::Kind::RemovalOpen, "left_in_mailbox", blocker.count);
        }
        open.addIf(!state.archive, "no_archive");
    }
    if (state.takeaway) {
        open.addIf(state.takeaway->skipped > 0, "private_not_copied", state.takeaway->skipped);
        open.addIf(!state.takeaway->kept.empty(), "not_removed", static_cast<qint64>(state.takeaway->kept.size()));
    }
    open.addIf(state.archive && state.archive->skipped > 0, "skipped_in_archive",
               state.archive ? state.archive->skipped : 0);
    if (!state.password || state.password->way == PasswordChoice::Way::Later) {
        open.add(isPasswordChangeInterrupted() ? "password_change_interrupted" : "no_password_change");
    } else if (state.password->way == PasswordChoice::Way::It) {
        open.add("password_by_it");
    } else {
        open.addIf(state.password->report.newAccepted != directory::Proof::Yes, "new_password_unverified");
        open.addIf(state.password->report.oldRefused == directory::Proof::No, "old_password_valid");
        open.addIf(state.password->report.oldRefused == directory::Proof::Unverifiable, "old_password_unverified");
    }
    return open.take();
}

ReceiptRecord HandoverCase::record() const
{
    const State& state = *m_state;
    if (state.closedRecord) {
        return *state.closedRecord;
    }
    ReceiptRecord record;
    record.caseNumber = state.caseNumber;
    record.language = state.language;
    record.madeAt = state.reviewedAt.isValid() ? state.reviewedAt : state.clock.now();
    record.organisation = state.policy.companyName;
    record.people = state.people;
    record.policyName = state.policy.name;
    record.policyVersion = state.policy.version;
    if (state.scan) {
        record.mail = mailFacts(*state.scan, *state.plan, state.mailboxes.size());
    }
    if (state.takeaway) {
        record.takeaway = takeawayFacts(state.takeawayChoice, *state.takeaway);
    }
    if (state.archive) {
        record.archive = archiveFacts(state.archiveChoice, *state.archive);
    }
    if (state.password && state.password->way != PasswordChoice::Way::Later) {
        record.password = passwordFacts(state.passwordChoice, *state.password);
    }
    record.leaverReservation = state.leaverReservation;
    record.openPoints = openPoints();
    return record;
}

} // namespace staffelstab::handover
