// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_verifier.h"

#include <QCoreApplication>

#include <functional>

class QWidget;

namespace staffelstab::wizard_pages {

class UserPrompts;

/**
 * Receipts on their way to paper. What was altered or is pending is printed only on demand, and says so across every
 * sheet: such a file is never sent to a printer as it is.
 */
struct ReceiptPrinting
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::ReceiptPrinting)
public:
    struct Document
    {
        QString file;
        receipt::Standing standing = receipt::Standing::NotAReceipt;
    };
    using Documents = std::vector<Document>;

    /** Calls `go` at once, or after a question where something does not count. */
    static void ask(QWidget* parent, UserPrompts& prompts, const Documents& documents, std::function<void()> go);
    /** `copies`: the flattened copies, in the order of the documents. */
    static void print(QWidget* parent, UserPrompts& prompts, const QString& name, const Documents& documents,
                      const QList<QByteArray>& copies);
    /** What stands across every sheet; empty for what counts. */
    static QString mark(receipt::Standing standing);
};

} // namespace staffelstab::wizard_pages
