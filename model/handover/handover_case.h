// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/people.h"
#include "handover/blocker.h"
#include "handover/step_plan.h"
#include "handover/topic_set.h"
#include "handover/topics/archive_topics.h"
#include "handover/topics/consent_topics.h"
#include "handover/topics/equipment_topic.h"
#include "handover/topics/knowledge_topic.h"
#include "handover/topics/password_topics.h"
#include "handover/topics/takeaway_topics.h"
#include "handover/unreadable_entry.h"
#include "mail/mail_store.h"
#include "policy/company_policy.h"
#include "receipt/receipt_signer.h"
#include "separation/separation_plan.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace staffelstab::handover {

class CaseStore;
class Journal;

/** One mailbox of the case and what its scan found. */
struct FolderCount
{
    QString path;
    mail::SpecialUse use = mail::SpecialUse::None;
    quint32 messages = 0;
    qint64 bytes = 0;
    quint32 unreadable = 0;
    QDateTime oldest;
    QDateTime newest;
};

struct ScanReport
{
    QDateTime at;
    /** Folders per mailbox, in the order of mailboxes(). */
    std::vector<std::vector<FolderCount>> folders;
    std::vector<UnreadableEntry> unreadable;
};

struct ReceiptFiles
{
    /** *.pending.pdf after the leaver's signature, then the final file. */
    QString path;
    QByteArray sha256;
    int signatures = 0;
    /** Of the last signer; known after signing, kept in the journal. */
    QByteArray certificateSha256 = {};
    bool isStamped = false;
};

/**
 * Start here. The one shared object: everything one handover knows, its rules, and its commands. Pages show it and call
 * its commands; nothing else changes it. Every command that returns ok has been saved to the case file before it
 * returns, and changed() follows. Lives on the GUI thread (or the only thread of the command line).
 */
class HandoverCase : public QObject
{
    Q_OBJECT
public:
    /** Makes a new case file. The case number is drawn here: year, then 6 characters. */
    static Result<std::unique_ptr<HandoverCase>> create(const QString& file, const policy::CompanyPolicy& policy,
                                                        const QString& language, const Clock& clock);
    /** Opens one and replays it. CaseInUse if another process has it open. */
    static Result<std::unique_ptr<HandoverCase>> open(const QString& file, const Clock& clock);
    ~HandoverCase() override;

    // Questions
    [[nodiscard]] const QString& file() const;
    [[nodiscard]] const QString& caseNumber() const;
    [[nodiscard]] const QString& language() const;
    [[nodiscard]] QDateTime createdAt() const;
    [[nodiscard]] QDateTime savedAt() const;
    /** False for pages the company does without: they are not shown and say nothing on the receipt. */
    [[nodiscard]] bool isOffered(Step step) const;
    [[nodiscard]] bool mayEnter(Step step) const;
    [[nodiscard]] bool isDone(Step step) const;
    [[nodiscard]] std::vector<Blocker> blockers(Step step) const;
    /** The first step that is not done. */
    [[nodiscard]] Step currentStep() const;
    /** Private things are shut: after the keyboard was handed over. */
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] bool isClosed() const;

    [[nodiscard]] const People& people() const;
    [[nodiscard]] const policy::CompanyPolicy& policy() const;
    [[nodiscard]] const std::vector<mail::MailboxSource>& mailboxes() const;
    [[nodiscard]] const std::optional<ScanReport>& scanReport() const;
    [[nodiscard]] const separation::MessageTable& messages() const;
    /** To ask and to connect to changed(); decisions go through the commands below, which save them. */
    [[nodiscard]] const separation::SeparationPlan& plan() const;
    /** A topic's value, or what it is before anybody said anything. */
    template <CaseTopic T>
    [[nodiscard]] const T& topic() const
    {
        static const T unset{};
        const std::optional<T>& value = topics().slot<T>().value;
        return value ? *value : unset;
    }
    /** Nothing if it was never set. */
    template <CaseTopic T>
    [[nodiscard]] const std::optional<T>& topicIfSet() const
    {
        return topics().slot<T>().value;
    }
    [[nodiscard]] const TakeawayChoice& takeawayChoice() const { return topic<TakeawayChoice>(); }
    [[nodiscard]] const std::optional<TakeawayOutcome>& takeaway() const { return topicIfSet<TakeawayOutcome>(); }
    [[nodiscard]] const ArchiveChoice& archiveChoice() const { return topic<ArchiveChoice>(); }
    [[nodiscard]] const std::optional<ArchiveOutcome>& archive() const { return topicIfSet<ArchiveOutcome>(); }
    [[nodiscard]] const PasswordChoice& passwordChoice() const { return topic<PasswordChoice>(); }
    [[nodiscard]] const std::optional<PasswordOutcome>& password() const { return topicIfSet<PasswordOutcome>(); }
    /**
     * Since when a change of the password is under way whose end is not known: program or server died in between. The
     * seal beside the archive then holds the password that is valid if the old one no longer is. Invalid: there is
     * none.
     */
    [[nodiscard]] QDateTime passwordChangeOpenSince() const;
    [[nodiscard]] const QString& leaverReservation() const;
    [[nodiscard]] const std::optional<ReceiptFiles>& receiptFiles() const;
    [[nodiscard]] QString receiptTarget() const;
    /** What is not settled, in the order of the pages: red words on the review page and lines on the receipt. */
    [[nodiscard]] std::vector<receipt::ReceiptRecord::OpenPoint> openPoints() const;
    /** The record as the receipt would be drawn now. */
    [[nodiscard]] receipt::ReceiptRecord record() const;

    // Commands
    /** Sets a topic (or, with nothing, forgets it); refused once something signed rests on it. */
    template <CaseTopic T>
    Status setTopic(std::optional<T> value)
    {
        SlotOf<T>& slot = topics().slot<T>();
        return changeTopic(slot, [&] { std::swap(slot.value, value); });
    }
    Status setArchiveChoice(const ArchiveChoice& choice) { return setTopic<ArchiveChoice>(choice); }
    Status setPasswordChoice(const PasswordChoice& choice) { return setTopic<PasswordChoice>(choice); }
    Status setPeople(const People& people);
    Status setLanguage(const QString& language);
    /** Read, or (false) not read after all. */
    Status confirmPolicy(bool isRead = true);
    Status addMailbox(const mail::MailboxSource& source);
    Status removeMailbox(int index);
    Status decide(separation::Scope scope, const QString& key, separation::Verdict verdict);
    Status decideAll(const std::vector<separation::Decision>& decisions);
    /** No one answer fits the group: see SeparationPlan::askInParts(). */
    Status askInParts(separation::Scope scope, const QString& key);
    Status undo();
    Status redo();
    Status setTakeawayChoice(const TakeawayChoice& choice);
    /** Way::It and Way::Later are settled by saying so. */
    Status settlePasswordOutside();
    /** AccountPlan::Way::Later is settled by saying so. */
    Status settleAccountOutside();
    Status setLeaverReservation(const QString& text);
    Status setReceiptTarget(const QString& folder);
    Status confirmReview();
    Status handKeyboardOver();
    /** Wipes everything private from the case file; only the receipt's facts and the journal stay. */
    Status close();

    [[nodiscard]] const Journal& journal() const;

    // For the acts (handover_acts.h): what they found out.
    [[nodiscard]] CaseStore& store();
    [[nodiscard]] Journal& journal();
    [[nodiscard]] const Clock& clock() const;
    Status recordScan(ScanReport report, separation::MessageTable table);
    Status recordReceipt(ReceiptFiles files);

Q_SIGNALS:
    void changed(staffelstab::handover::Step step);

private:
    struct State;
    HandoverCase();
    static Result<std::unique_ptr<HandoverCase>> restore(std::unique_ptr<CaseStore> store, const Clock& clock);
    Status load();
    Status loadMail();
    /** Takes from the journal what a kill kept out of the case. */
    Status recoverPassword();
    Status save(std::vector<std::pair<QString, QJsonObject>> topics);
    [[nodiscard]] const TopicSet& topics() const;
    [[nodiscard]] TopicSet& topics();
    /** `swap` exchanges the value with the new one, and back if it could not be saved. */
    Status changeTopic(const TopicSlot& slot, const std::function<void()>& swap);
    [[nodiscard]] std::vector<Blocker> topicBlockers(Step step) const;
    /** Swaps, saves, and swaps back if it could not be saved. */
    Status changeSaved(Step step, const std::function<void()>& swap,
                       const std::function<std::pair<QString, QJsonObject>()>& saved);
    Status changeInfo(Step step, const std::function<void(State&)>& edit);
    Status changeMailboxes(std::vector<mail::MailboxSource> mailboxes);
    /** What was copied no longer fits the decisions: forget it, so that it is made anew. */
    Status voidCopies();
    Status saveSeparation(const std::function<void()>& takeBack);
    [[nodiscard]] Status mayChange(Step step) const;
    [[nodiscard]] Status mayTouchMail() const;

    std::unique_ptr<State> m_state;
};

} // namespace staffelstab::handover
