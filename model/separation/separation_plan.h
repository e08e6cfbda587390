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
#include <span>
#include <vector>

namespace staffelstab::separation {

/** What a decision covers, from the most particular to the most general; the more particular one always wins. */
enum class Scope : std::uint8_t { Message, Thread, List, Correspondent, Folder };

/** One answer of the leaver. Enough to replay the plan from the case file. */
struct Decision
{
    Scope scope = Scope::Message;
    /**
     * Address, folder ("mailbox/path"), List-Id, stable id of the thread's first message, or stable id of the message.
     * For a thread the stable id of any of its messages is understood.
     */
    QString key;
    /** Undecided takes an earlier decision of the same scope and key back, or asks in parts. */
    Verdict verdict = Verdict::Undecided;
    QDateTime at;
    /** With Undecided: no one answer fits, see askInParts(). */
    bool isInParts = false;
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
        /** An office or a line of business in the address. */
        FirmAddress,
        FormerDecisions,
        /** A word of the subject that private or business mail is full of. */
        SubjectWord,
        /** Words of subject and text; the weightiest as detail. */
        PrivateWords,
        BusinessWords,
        QuotedWords,
        /** I and you; a greeting or an ending among people who know each other. */
        PersonalTone,
        /** The German "du". */
        Familiar,
        Endearment,
        /** Thanks, exclamation marks, smileys. */
        WarmTone,
        FormalTone,
        ShortNote,
        LongText,
        ForwardedOnly,
        Figures,
        FirmSignature,
        Documents,
        Pictures,
        Calendar,
        /** Written in the evening, at night or at the weekend; detail "person" if that holds for nearly all of theirs.
         */
        OffHours,
        /** How many messages like this one the leaver has put where this is suggested. */
        SimilarDecisions,
        ThreadDecisions,
        FolderDecisions,
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
    /** For the side the evidence leans to. */
    std::vector<Reason> reasons;
    /** Private or Business: where the evidence leans, also if it is too weak for a suggestion. */
    Verdict lean = Verdict::Undecided;
};

/** What the plan needs to know of the people and the firm. */
struct SeparationContext
{
    QString leaverName;
    QString leaverEmail;
    /** Sub-domains included. The leaver's own domain counts too, unless it is a free-mail one. */
    QStringList companyDomains;
    /**
     * Addresses or patterns like "betriebsrat@*" ('*' stands for any characters); mail from, to or with a copy to one
     * of them is always Protected and never Business. The bodies of word_lists.h at company domains are added to them.
     */
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
    /** Open messages point to different sides, or decided ones lie on both. */
    bool looksMixed = false;
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
    /** Other people or another policy; decisions stay. */
    void setContext(SeparationContext context);
    [[nodiscard]] const MessageTable& table() const;

    /**
     * Message before Thread before List before Correspondent before Folder. Protected mail without a decision of its
     * own, or with one for Business, is Protected.
     */
    [[nodiscard]] Verdict verdict(Row row) const;
    /** Its contact may be a protected body of another firm, or a union: only the leaver knows. */
    [[nodiscard]] bool mayBeProtected(Row row) const;
    /** Protected messages that nothing protects but the leaver's decision. */
    [[nodiscard]] quint32 protectedByHand() const;
    /** An address the employer may never read mail of, by the context's patterns, whatever was decided. */
    [[nodiscard]] bool isProtectedAddress(const QString& address) const;
    /** Which scope's decision covers the message; nothing if undecided. */
    [[nodiscard]] std::optional<Scope> coveredBy(Row row) const;
    /** Rows that are a further copy of a message: it is decided once, whatever mailbox each lies in (copies.h). */
    [[nodiscard]] quint32 copies() const;
    [[nodiscard]] Suggestion suggestion(Row row) const;
    /** One suggestion for all of them; Undecided where they point in different directions. */
    [[nodiscard]] Suggestion suggestion(std::span<const Row> rows) const;
    /** The same without its reasons, which take longest to find: for many groups at once. */
    [[nodiscard]] Suggestion briefSuggestion(std::span<const Row> rows) const;
    /** 0 to 1, of messages that are not decided yet. */
    [[nodiscard]] float privateProbability(Row row) const;
    /** What the suggestion rests on as one number, positive for business: to order and to measure. */
    [[nodiscard]] float logOdds(Row row) const;

    /** Groups of one kind, the one whose decision settles most first. */
    [[nodiscard]] std::vector<Group> groups(Scope scope) const;
    [[nodiscard]] std::vector<Row> rowsOf(Scope scope, const QString& key) const;
    /** Empty for Scope::List if the message came by no list. */
    [[nodiscard]] QString keyOf(Scope scope, Row row) const;

    // The same by number, for lists that show only a few groups at a time. Numbers run from 0 to groupCount() and are
    // valid until regrouped().
    static constexpr quint32 noGroup = UINT32_MAX;
    [[nodiscard]] quint32 groupCount(Scope scope) const;
    /** noGroup for an unknown key, and for mail that came by no list. */
    [[nodiscard]] quint32 groupNumber(Scope scope, const QString& key) const;
    [[nodiscard]] quint32 groupNumber(Scope scope, Row row) const;
    [[nodiscard]] Group group(Scope scope, quint32 number) const;
    [[nodiscard]] QString groupKey(Scope scope, quint32 number) const;
    [[nodiscard]] QString groupTitle(Scope scope, quint32 number) const;
    /** The leaver left the group open by hand (askInParts): it is asked in parts. */
    [[nodiscard]] bool isSplit(Scope scope, quint32 number) const;
    [[nodiscard]] std::span<const Row> groupRows(Scope scope, quint32 number) const;
    /** Numbers of the groups that hold messages; most undecided first, or most messages first. */
    [[nodiscard]] std::vector<quint32> groupOrder(Scope scope, bool openFirst) const;

    /**
     * Decides and appends to decisions(). Protected mail asked to be Business stays Protected: where that holds for
     * every message of the group (or the key itself is protected) nothing is recorded and the answer is false. A
     * decision that is already in force is not recorded again.
     */
    bool decide(Scope scope, const QString& key, Verdict verdict, const QDateTime& at);
    /**
     * No one answer fits the group: its open messages are asked in parts (conversations, single messages). Undone like
     * a decision, kept in decisions() as one for Undecided and isInParts.
     */
    void askInParts(Scope scope, const QString& key, const QDateTime& at);
    /** Many decisions that are undone together (accept suggestions, the rules of an unattended run). */
    void decideAll(const std::vector<Decision>& decisions);
    /** One decision per correspondent that follows the suggestion, for suggestions at least this sure. */
    [[nodiscard]] std::vector<Decision> suggestionsAsDecisions(float leastConfidence, const QDateTime& at) const;
    bool undo();
    bool redo();
    [[nodiscard]] bool mayUndo() const;
    [[nodiscard]] bool mayRedo() const;

    /** All decisions in force, oldest first: without those that a later one of the same scope and key replaced. */
    [[nodiscard]] const std::vector<Decision>& decisions() const;
    /** Everything that was decided and not undone, oldest first: what restore() needs to undo as before. */
    [[nodiscard]] std::vector<Decision> history() const;
    /** Replaces everything by what a case file kept; decisions of the same moment are undone together. */
    void restore(std::vector<Decision> history);

    [[nodiscard]] std::array<Tally, 4> tallies() const; // by Verdict
    [[nodiscard]] quint32 undecided() const;
    /** The last decide, undo, redo or restore gave the message another verdict. */
    [[nodiscard]] bool isFresh(Row row) const;
    /** All of them. */
    [[nodiscard]] std::vector<Row> freshRows() const;
    /** Answers given: decisions of the same moment are one. */
    [[nodiscard]] quint32 answers() const;
    /** Groups (by correspondent) that hold undecided messages. */
    [[nodiscard]] quint32 undecidedGroups() const;

Q_SIGNALS:
    /** After every decide, undo, redo, restore. */
    void changed();
    /** After tableChanged() and setContext(): rows and group numbers are new. changed() follows. */
    void regrouped();

private:
    void announce();

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace staffelstab::separation
