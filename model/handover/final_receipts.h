// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_verifier.h"

#include <QHash>

namespace staffelstab::handover {

/** Finds final receipts of one statement (block A) that were countersigned apart: at most one of them can hold. */
class FinalReceipts
{
public:
    /**
     * Notes a file if it is a final receipt, and answers the files noted before that have the same record and other
     * bytes. A copy of a file that is there contradicts nothing.
     */
    QStringList note(const QString& file, const receipt::ReceiptFinding& finding);

private:
    struct Final
    {
        QString file;
        QByteArray sha256;
    };
    QHash<QByteArray, QList<Final>> m_byRecord;
};

/**
 * Says in the finding of `file` that `other` is a final receipt of the same statement: by its name, and with as much of
 * its path as tells the two apart.
 */
void contradict(receipt::ReceiptFinding& finding, const QString& file, const QString& other);

} // namespace staffelstab::handover
