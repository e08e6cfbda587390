// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/folded_texts.h"
#include "separation/separation_plan.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace staffelstab::separation {

/**
 * Messages of one group, of a search over all, or everything that is still undecided. Decisions refresh the rows in
 * place: a message that was just decided stays where it is until showUndecided() is called again. Says facts; the page
 * finds the words. The plan must outlive the model.
 */
class MessageListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { DateColumn, SubjectColumn, CorrespondentColumn, VerdictColumn };
    enum Role {
        /** Row of the table (uint). */
        TableRowRole = Qt::UserRole + 1,
        /** Stable id of the message: the key to decide it by itself. */
        KeyRole,
        /** int of Verdict. */
        VerdictRole,
        /** int of Scope; invalid if nothing covers it. */
        CoveredByRole,
        /** Suggestion. */
        SuggestionRole,
        AddressRole,
        BytesRole,
        IsOutgoingRole,
        /** The last answer changed it, and that is still to be shown. */
        IsFreshRole,
    };

    explicit MessageListModel(const SeparationPlan& plan, QObject* parent = nullptr);

    void showNothing();
    void showGroup(Scope scope, const QString& key);
    void showAll();
    /** These, in this order until sort() is called. */
    void showRows(std::vector<Row> rows);
    /** What the last answer changed is marked until this is called with false. */
    void setFreshShown(bool isShown);
    /** Exactly the messages that are undecided now. */
    void showUndecided();
    /** Among these: subject, name or address holds every word. */
    void setFilter(const QString& text);
    [[nodiscard]] const QString& filter() const { return m_filter; }
    /**
     * Newest first at the start. Messages without a date come last in both directions. A column that is none gives back
     * the order of showRows() and changes nothing elsewhere.
     */
    void sort(int column, Qt::SortOrder order) override;
    /** Texts for headerData(), in the order of Column. */
    void setColumnTitles(const QStringList& titles);

    /** Table rows in the order of the list. */
    [[nodiscard]] std::span<const Row> shown() const { return m_shown; }
    /** Table row shown at `row`. */
    [[nodiscard]] Row tableRow(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    /** -1 if it is not shown. */
    [[nodiscard]] int rowOf(Row tableRow) const;
    [[nodiscard]] quint32 undecidedShown() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    enum class Content { Nothing, Group, All, Undecided, Rows };

    void show(Content content);
    void regroup();
    void refresh();
    void fill();
    void applyFilter();
    void sortRows();
    void narrow(const QByteArray& word);
    const FoldedTexts& people();
    [[nodiscard]] QVariant display(Row row, int column) const;

    const SeparationPlan& m_plan;
    Content m_content = Content::Nothing;
    Scope m_scope = Scope::Correspondent;
    QString m_key;
    std::vector<Row> m_given;
    bool m_isFreshShown = false;
    QString m_filter;
    Column m_sortColumn = DateColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    QStringList m_titles;
    /** Rows of the content in the order of the list, and those that pass the filter. */
    std::vector<Row> m_rows;
    std::vector<Row> m_shown;
    /** m_shown are those of m_rows that hold these. */
    bool m_isFiltered = false;
    std::vector<QByteArray> m_filterWords;
    /** Names with addresses by correspondent; made by the first search. */
    FoldedTexts m_people;
};

} // namespace staffelstab::separation
