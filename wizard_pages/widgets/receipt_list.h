// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_desk.h"

#include <QTreeWidget>

namespace staffelstab::wizard_pages {

/** The receipts that were judged, thousands of them: sorted by a click on a heading, narrowed by what is typed. */
class ReceiptList : public QTreeWidget
{
    Q_OBJECT
public:
    using Checked = handover::ReceiptDesk::Checked;

    explicit ReceiptList(QWidget* parent = nullptr);

    void add(const Checked& checked);
    /** Takes the place of what was known of the same file. */
    void update(const Checked& checked);
    /** Only rows with this text in people, case number or file name stay visible; hidden ones are not selected. */
    void narrow(const QString& text);
    /** In the order in which they came. */
    [[nodiscard]] const std::vector<Checked>& all() const { return m_receipts; }
    /** How many there are, in words; empty if there are none. */
    [[nodiscard]] QString counted() const;
    /** The selected ones, in the order of the list. */
    [[nodiscard]] std::vector<const Checked*> chosen() const;
    /** Null if there is none. */
    [[nodiscard]] const Checked* current() const;
    /** The words of a receipt's row, as the exported table has them. */
    [[nodiscard]] static QStringList words(const Checked& checked);
    [[nodiscard]] static QStringList headings();
    /** "receipt", "consents", or nothing for another file. */
    [[nodiscard]] static QString kind(const Checked& checked);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fillRow(QTreeWidgetItem* item, const Checked& checked);
    void setTexts();

    std::vector<Checked> m_receipts;
    std::vector<QTreeWidgetItem*> m_rows;
    QString m_narrowedTo;
};

} // namespace staffelstab::wizard_pages
