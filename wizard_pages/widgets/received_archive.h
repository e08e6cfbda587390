// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_desk.h"
#include "wizard_pages/widgets/archive_opener.h"

namespace staffelstab::wizard_pages {

class ReceivedRow;

/** The archive at a desk that has the receipt alone: whether the one at hand is intact and the one on the receipt. */
class ReceivedArchive : public ArchiveOpener
{
    Q_OBJECT
public:
    /** `check` opens this widget; it stands in the archive's row. */
    ReceivedArchive(QPushButton* check, UserPrompts& prompts, QWidget* parent = nullptr);

    /** Of another receipt nothing is known yet. */
    void forget();
    /** Puts what is known of the archive into its row; `row` is null where the receipt names none. */
    void showIn(ReceivedRow* row, const handover::ReceiptDesk::Checked& checked);

Q_SIGNALS:
    void foundChanged();

private:
    void ask();
    void open();
    void note(Found found);

    handover::ReceiptDesk m_desk;
    handover::ReceiptDesk::Checked m_checked;
    Found m_found = Found::NotYet;
    QPushButton* m_check;
};

} // namespace staffelstab::wizard_pages
