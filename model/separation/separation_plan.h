// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/message_table.h"
#include "separation/verdict.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace staffelstab::separation {

/** What a decision covers, from the most particular to the most general; the more particular one always wins. */
enum class Scope : std::uint8_t { Message, Thread, List, Correspondent, Folder };

/** One answer of the leaver. Enough to replay the plan from the case file. */
struct Decision
{
    Scope scope = Scope::Message;
    /** Address, folder ("mailbox/path"), List-Id, stable id of the thread's first message, or stable id of the message. */
    QString key;
    /** Undecided takes an earlier decision of the same scope and key back. */
    Verdict verdict = Verdict::Undecided;
    QDateTime at;
};

/** Why something is suggested, as a fact; the page says it in words. */
struct Reason
{
    enum class Kind {
        FolderName,
        SensitivityHeader,
        FreeMailAddress,
        FamilyName,
        CompanyDomain,
        MailingList,
        ProtectedCorrespondent,
        Automatic,
        KnownService,
        FormerDecisions,
    };
    Kind kind;
    /** The folder, domain, name, list or count it rests on. */
    QString detail;
};

struct Suggestion
{
    Verdict verdict = Verdict::Undecided;
    /** 0 to 1. */
    float confidence = 0;
    std::vector<Reason> reasons;
};

/** What the plan needs to know of the people and the firm. */
struct SeparationContext
{
    QString leaverName;
    QString leaverEmail;
    QStringList companyDomains;
    /** Addresses or patterns like "betriebsrat@*"; always Protected and never Business. */
    QStringList protectedCorrespondents;
    /** Private use of the mailbox is forbidden or allowed: shifts the prior, never decides. */
    bool isPrivateUseAllowed = true;
};

struct Tally
{
    quint32 messages = 0;
    qint64 bytes = 0;
};

struct Group
{
    Scope scope = Scope::Correspondent;
    QString key;
    /** Name to show: display name, folder path, subject of the first message, list name. */
    QString title;
    quint32 messages = 0;
    quint32 undecided = 0;
    /** The one verdict all its messages have, or nothing if they differ. */
    std::optional<Verdict> verdict;
    Suggestion suggestion;
};

/**
 * Who decided what, and what follows for each message. Decisions are replayed in order; undo and redo have no limit.
 * A protected correspondent of the policy is Protected from the start, and nothing turns it into Business.
 * Answers stay below 100 ms for 100,000 messages. Not thread-safe.
 */
class SeparationPlan : public QObject
{
    Q_OBJECT
public:
    SeparationPlan(const MessageTable& table, SeparationContext context, QObject* parent = nullptr);
    ~SeparationPlan() override;

    /** To be called when the table has been filled anew; decisions are replayed on it. */
    void tableChanged();

    [[nodiscard]] Verdict verdict(Row row) const;
    /** Which scope's decision covers the message; nothing if undecided. */
    [[nodiscard]] std::optional<Scope> coveredBy(Row row) const;
    [[nodiscard]] Suggestion suggestion(Row row) const;

    /** Groups of one kind, the one whose decision settles most first. */
    [[nodiscard]] std::vector<Group> groups(Scope scope) const;
    [[nodiscard]] std::vector<Row> rowsOf(Scope scope, const QString& key) const;
    [[nodiscard]] QString keyOf(Scope scope, Row row) const;

    /**
     * Decides and appends to decisions(). Protected mail asked to be Business stays Protected: then false.
     */
    bool decide(Scope scope, const QString& key, Verdict verdict, const QDateTime& at);
    /** Many decisions that are undone together (accept suggestions, the rules of an unattended run). */
    void decideAll(const std::vector<Decision>& decisions);
    /** One decision per correspondent that follows the suggestion, for suggestions at least this sure. */
    [[nodiscard]] std::vector<Decision> suggestionsAsDecisions(float leastConfidence, const QDateTime& at) const;
    bool undo();
    bool redo();
    [[nodiscard]] bool mayUndo() const;
    [[nodiscard]] bool mayRedo() const;

    /** All decisions in force, oldest first. */
    [[nodiscard]] const std::vector<Decision>& decisions() const;
    /** Replaces everything by what a case file kept; forgets undo steps. */
    void restore(std::vector<Decision> decisions);

    [[nodiscard]] std::array<Tally, 4> tallies() const; // by Verdict
    [[nodiscard]] quint32 undecided() const;
    /** Groups (by correspondent) that hold undecided messages. */
    [[nodiscard]] quint32 undecidedGroups() const;

Q_SIGNALS:
    /** After every decide, undo, redo, restore. */
    void changed();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace staffelstab::separation
