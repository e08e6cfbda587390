// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_desk.h"

#include <QTreeWidget>

#include <functional>

namespace staffelstab::wizard_pages {

/** The receipts that were judged, thousands of them: sorted by a click on a heading, narrowed by what is typed. */
class ReceiptList : public QTreeWidget
{
    Q_OBJECT
public:
    using Checked = handover::ReceiptDesk::Checked;

    explicit ReceiptList(QWidget* parent = nullptr);

    void add(const Checked& checked);
    /** Puts what a comparison found into the rows of the file. */
    void noteComparison(const QString& file, const receipt::Finding& found);
    /** Says in a row that another final receipt contradicts it. */
    void contradict(const QString& file, const QString& other);
    /**
     * Only rows with this text in state, people, case number or file name stay visible; hidden ones are neither
     * selected nor current.
     */
    void narrow(const QString& text);
    /** In the order in which they came. */
    [[nodiscard]] const std::vector<Checked>& all() const { return m_receipts; }
    /** The visible ones, in the order of the list. */
    [[nodiscard]] std::vector<Checked> shown() const;
    /** How many there are and how many are visible, in words; empty if there are none. */
    [[nodiscard]] QString counted() const;
    /** The selected ones, in the order of the list. */
    [[nodiscard]] std::vector<const Checked*> chosen() const;
    /** Null if there is none. */
    [[nodiscard]] const Checked* current() const;
    /** The words of a receipt's row, as the exported table has them. */
    [[nodiscard]] static QStringList words(const Checked& checked);
    [[nodiscard]] static QStringList headings();
    /** "receipt", "consents", "damaged PDF", or nothing for another file. */
    [[nodiscard]] static QString kind(const Checked& checked);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void change(const QString& file, const std::function<void(receipt::ReceiptFinding&)>& by);
    void fillRow(QTreeWidgetItem* item, const Checked& checked);
    [[nodiscard]] static QString detail(const Checked& checked);
    [[nodiscard]] bool isWanted(const Checked& checked, const QStringList& texts) const;
    void leaveHiddenRow();
    void setTexts();

    std::vector<Checked> m_receipts;
    std::vector<QTreeWidgetItem*> m_rows;
    QString m_narrowedTo;
};

} // namespace staffelstab::wizard_pages
