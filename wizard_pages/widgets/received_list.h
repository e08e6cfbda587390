// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_record.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace staffelstab::wizard_pages {

class ReceivedRow;

/** One row for each thing a receipt names; the supervisor ticks what is in hand. Nothing is ticked beforehand. */
class ReceivedList : public QWidget
{
    Q_OBJECT
public:
    explicit ReceivedList(QWidget* parent = nullptr);
    /** Keeps the ticks and texts of rows that stay; the labels are in the language of the program. */
    void setRecord(const receipt::ReceiptRecord& record);
    [[nodiscard]] bool isEmpty() const { return m_codes.isEmpty(); }
    /** The row of a code; null if the receipt does not name it. Its ticks are named "received.CODE". */
    [[nodiscard]] ReceivedRow* row(const QString& code) const;
    [[nodiscard]] QStringList received() const;
    /** What a page opens for a thing stands right below its row; it stays the page's to show and hide. */
    void putBelow(const QString& code, QWidget* panel);

Q_SIGNALS:
    void changed();
    /** For a new row, before it is shown: a page may add a button. */
    void rowMade(const QString& code, staffelstab::wizard_pages::ReceivedRow* row);

private:
    QVBoxLayout* m_column;
    /** In the order of the receipt. */
    QStringList m_codes;
    /** All rows there ever were: one whose thing is gone is only hidden, as it may hold a page's button. */
    std::map<QString, ReceivedRow*> m_rows;
    std::map<QString, QWidget*> m_panels;
};

} // namespace staffelstab::wizard_pages
