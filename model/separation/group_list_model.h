// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/folded_texts.h"
#include "separation/questions.h"
#include "separation/separation_plan.h"

#include <QAbstractListModel>
#include <QHash>

namespace staffelstab::separation {

/**
 * The groups of one scope. Their order is fixed when the scope is set, so that nothing jumps under the leaver's hand
 * while deciding; resort() brings it up to date and keeps selections. Decisions only refresh the rows in place. Says
 * facts; the page finds the words. The plan must outlive the model.
 */
class GroupListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        /** QString; also Qt::DisplayRole. */
        TitleRole = Qt::UserRole + 1,
        /** int of Scope. */
        ScopeRole,
        KeyRole,
        MessagesRole,
        UndecidedRole,
        /** int of Verdict; invalid where the messages differ. */
        VerdictRole,
        /** The whole Suggestion (QVariant::value<Suggestion>()). */
        SuggestionRole,
        /** int of Verdict. */
        SuggestedVerdictRole,
        /** bool: its messages seem to belong on different sides. */
        LooksMixedRole,
        /** How many groups or single messages a question holds; 1 for a group. */
        PartsRole,
        /**
         * bool: the last answer changed a verdict in the group, or of a question what is suggested; while that is to be
         * shown.
         */
        IsFreshRole,
    };

    GroupListModel(const SeparationPlan& plan, Scope scope, QObject* parent = nullptr);

    [[nodiscard]] Scope scope() const { return m_scope; }
    void setScope(Scope scope);
    /** Groups whose title or key holds every word; a reset. */
    void setFilter(const QString& text);
    [[nodiscard]] const QString& filter() const { return m_filter; }
    /** Groups with the most undecided messages first (as at the start), or simply the largest first; resorts. */
    void setOpenFirst(bool openFirst);
    [[nodiscard]] bool isOpenFirst() const { return m_isOpenFirst; }
    void resort();
    /**
     * Questions in the order of what they settle, instead of the groups of a scope. They stay as they are until
     * resort(), so that nothing moves while single messages are marked.
     */
    void showQuestions();
    [[nodiscard]] bool isQuestions() const { return m_isQuestions; }
    /** Only while questions are shown. */
    [[nodiscard]] const Question& question(int row) const
    {
        return m_questions[m_shown[static_cast<std::size_t>(row)]];
    }
    [[nodiscard]] const std::vector<Question>& questions() const { return m_questions; }

    /** What the last answer changed is marked until this is called with false. */
    void setFreshShown(bool isShown);

    [[nodiscard]] Group group(int row) const;
    /** -1 if the group is not shown. */
    [[nodiscard]] int rowOf(const QString& key) const;
    /** Where the message stands, as a group or question; -1 if that is not shown. */
    [[nodiscard]] int placeOf(Row message) const;
    /** The next row below `row` with undecided messages, from the top after the last one; -1 if there is none. */
    [[nodiscard]] int nextOpen(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void rebuild();
    void applyFilter();
    void refresh();
    void order();
    [[nodiscard]] Group groupOf(const Question& question) const;
    void compareSuggestions();
    [[nodiscard]] bool isFresh(quint32 number) const;
    [[nodiscard]] std::span<const Row> rowsOf(quint32 number) const;
    const Group& cached(quint32 number) const;
    const FoldedTexts& texts() const;

    const SeparationPlan& m_plan;
    Scope m_scope;
    QString m_filter;
    bool m_isOpenFirst = true;
    bool m_isQuestions = false;
    std::vector<Question> m_questions;
    /** By message: what its question suggested. */
    std::vector<Verdict> m_suggested;
    /** By question: it suggests something else than most of its messages' questions did before. */
    std::vector<bool> m_isSuggestedAnew;
    bool m_isFreshShown = false;
    /** Group numbers of the plan: all in order, and those that pass the filter. */
    std::vector<quint32> m_order;
    std::vector<quint32> m_shown;
    /** Only what was painted since the last change. */
    mutable QHash<quint32, Group> m_cache;
    mutable FoldedTexts m_texts;
};

} // namespace staffelstab::separation

Q_DECLARE_METATYPE(staffelstab::separation::Suggestion)
