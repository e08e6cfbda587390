// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_desk.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** Tables and calendars of receipts, in the language of the screen, as files for other programs. */
struct ReceiptExports
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::ReceiptExports)
public:
    using Receipts = std::vector<handover::ReceiptDesk::Checked>;

    struct Written
    {
        QByteArray text;
        /** How many files are left out, and why, in words; empty if none. */
        QString leftOut;
    };

    /** One line per file; CSV as office programs read it: UTF-8 with BOM, semicolons, formulas defused. */
    static QByteArray list(const Receipts& receipts);
    /** One line per open point, IT's first; of what counts alone, each handover once. */
    static Written tasks(const Receipts& receipts);
    /** A receipt or a document of consents as text; empty for another file. */
    static QByteArray text(const handover::ReceiptDesk::Checked& checked);
    /** What is due (RFC 5545) by what counts, each handover once. */
    static Written calendar(const Receipts& receipts, const policy::CompanyPolicy& policy, const QDateTime& now);
    /** What became of files that were to be entered into a register. */
    static QString entered(const handover::ReceiptDesk::Entered& entered);
};

} // namespace staffelstab::wizard_pages
