// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/receipt_shelf.h"

#include "core/atomic_file.h"
#include "receipt/receipt_document.h"

#include <QDir>

namespace staffelstab::handover {

namespace {
constexpr qint64 largestReceipt = 50 << 20;
}

Result<receipt::ReceiptFinding> judgeReceipt(const QString& path)
{
    const Result<QByteArray> pdf = readWhole(path, largestReceipt);
    if (!pdf) {
        return pdf.failure();
    }
    return receipt::verifyReceipt(*pdf);
}

ReceiptShelf::ReceiptShelf(QObject* parent) : QObject(parent) {}

int ReceiptShelf::waiting() const
{
    return static_cast<int>(m_queue.size()) + (m_isBusy ? 1 : 0);
}

void ReceiptShelf::add(const QStringList& paths)
{
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            m_queue.push_back(info.absoluteFilePath());
            continue;
        }
        for (const QFileInfo& file : QDir(path).entryInfoList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name)) {
            m_queue.push_back(file.absoluteFilePath());
        }
    }
    takeNext();
}

void ReceiptShelf::takeNext()
{
    if (m_isBusy) {
        return;
    }
    if (m_queue.empty()) {
        Q_EMIT idle();
        return;
    }
    m_isBusy = true;
    const QString path = m_queue.front();
    m_queue.pop_front();
    startJob<receipt::ReceiptFinding>(
        this, [path](JobContext&) { return judgeReceipt(path); },
        [this, path](Result<receipt::ReceiptFinding> finding) {
            m_isBusy = false;
            if (finding) {
                place(path, std::move(*finding));
            } else {
                Q_EMIT failed(path, finding.failure());
            }
            takeNext();
        });
}

void ReceiptShelf::place(const QString& path, receipt::ReceiptFinding finding)
{
    const auto known =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const ShelfEntry& entry) { return entry.path == path; });
    const int index = static_cast<int>(known - m_entries.begin());
    if (known != m_entries.end()) {
        known->finding = std::move(finding);
        Q_EMIT changed(index);
        return;
    }
    m_entries.push_back({path, std::move(finding)});
    Q_EMIT added(index);
}

void ReceiptShelf::compareArchive(int index, const QString& path)
{
    const QString receiptPath = m_entries[static_cast<std::size_t>(index)].path;
    startJob<receipt::ReceiptFinding>(
        this,
        [receiptPath, path](JobContext&) -> Result<receipt::ReceiptFinding> {
            Result<receipt::ReceiptFinding> finding = judgeReceipt(receiptPath);
            if (finding) {
                if (Status compared = receipt::compareArchive(*finding, path); !compared) {
                    return compared.failure();
                }
            }
            return finding;
        },
        [this, receiptPath, path](Result<receipt::ReceiptFinding> finding) {
            if (finding) {
                place(receiptPath, std::move(*finding));
            } else {
                Q_EMIT failed(path, finding.failure());
            }
        });
}

void ReceiptShelf::loadCopy(int index)
{
    const QString path = m_entries[static_cast<std::size_t>(index)].path;
    startJob<QByteArray>(
        this,
        [path](JobContext&) -> Result<QByteArray> {
            const Result<QByteArray> pdf = readWhole(path, largestReceipt);
            return pdf ? receipt::flattenedCopy(*pdf) : pdf;
        },
        [this, index, path](const Result<QByteArray>& copy) {
            if (copy) {
                Q_EMIT copyReady(index, *copy);
            } else {
                Q_EMIT failed(path, copy.failure());
            }
        });
}

void ReceiptShelf::saveCopy(int index, const QString& path)
{
    const QString from = m_entries[static_cast<std::size_t>(index)].path;
    startJob<Done>(
        this,
        [from, path](JobContext&) -> Status {
            if (QFileInfo::exists(path)) {
                return Failure{Failure::Kind::FileExists, path, {}};
            }
            const Result<QByteArray> pdf = readWhole(from, largestReceipt);
            return pdf ? AtomicFile::writeWhole(path, *pdf) : Status(pdf.failure());
        },
        [this, path](const Status& status) {
            if (status) {
                Q_EMIT saved(path);
            } else {
                Q_EMIT failed(path, status.failure());
            }
        });
}

} // namespace staffelstab::handover
