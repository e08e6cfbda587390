// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "receipt/receipt_verifier.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <deque>
#include <vector>

namespace staffelstab::handover {

/** One receipt HR looks at. */
struct ShelfEntry
{
    QString path;
    receipt::ReceiptFinding finding;
};

/**
 * The receipts on HR's desk: files are read and judged one after the other on the model's thread pool and appear when
 * they are. Independent of any case; needs no network.
 */
class ReceiptShelf : public QObject
{
    Q_OBJECT
public:
    explicit ReceiptShelf(QObject* parent = nullptr);

    /** PDF files, or folders whose *.pdf files are taken (not those of sub-folders). Known files are judged anew. */
    void add(const QStringList& paths);
    /** Compares the archive at `path` with what this receipt says of it. */
    void compareArchive(int index, const QString& path);
    /** Makes the copy to look at and to print, with all signatures drawn; copyReady() follows. */
    void loadCopy(int index);
    /** Writes the same bytes to another place, never over an existing file; saved() follows. */
    void saveCopy(int index, const QString& path);
    [[nodiscard]] const std::vector<ShelfEntry>& entries() const { return m_entries; }
    /** Files that still wait. */
    [[nodiscard]] int waiting() const;

Q_SIGNALS:
    void added(int index);
    void changed(int index);
    void copyReady(int index, const QByteArray& pdf);
    void saved(const QString& path);
    /** A file that could not be read at all, or an archive that could not be compared. */
    void failed(const QString& path, const staffelstab::Failure& failure);
    void idle();

private:
    void takeNext();
    void place(const QString& path, receipt::ReceiptFinding finding);

    std::vector<ShelfEntry> m_entries;
    std::deque<QString> m_queue;
    bool m_isBusy = false;
};

/** Reads and judges one file. */
Result<receipt::ReceiptFinding> judgeReceipt(const QString& path);

} // namespace staffelstab::handover
