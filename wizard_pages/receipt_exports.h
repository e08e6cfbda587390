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

    /** One line per file; CSV as office programs read it: UTF-8 with BOM, semicolons, formulas defused. */
    static QByteArray list(const Receipts& receipts);
    /** One line per open point of what was not altered. */
    static QByteArray tasks(const Receipts& receipts);
    /** A receipt, or consents, for a screen reader; empty for any other file. */
    static QByteArray text(const handover::ReceiptDesk::Checked& checked);
    /** What is due by the receipts, and when consents end (RFC 5545); nothing of what was altered. */
    static QByteArray calendar(const Receipts& receipts, const policy::CompanyPolicy& policy, const QDateTime& now);
};

} // namespace staffelstab::wizard_pages
