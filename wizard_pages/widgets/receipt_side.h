// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_desk.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace staffelstab::wizard_pages {

class PageView;

/** A receipt beside HR's table: its pages, marked as the copy they are, and what was found in words. */
class ReceiptSide : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiptSide(QWidget* parent = nullptr);

    /** Null: nothing is chosen. The pages come by setDocument(). */
    void show(const handover::ReceiptDesk::Checked* checked);
    void setDocument(const QByteArray& copy);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    PageView* m_pages;
    QLabel* m_copy;
    QScrollArea* m_findings;
    QLabel* m_words;
};

} // namespace staffelstab::wizard_pages
