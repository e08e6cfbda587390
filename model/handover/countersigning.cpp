// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/countersigning.h"

#include "core/atomic_file.h"
#include "handover/receipt_shelf.h"
#include "receipt/receipt_document.h"

namespace staffelstab::handover {

namespace {

constexpr qint64 largestReceipt = 50 << 20;

struct Opened
{
    receipt::ReceiptFinding finding;
    QByteArray copy;
};

Result<Opened> openPending(const QString& path)
{
    const Result<QByteArray> pdf = readWhole(path, largestReceipt);
    if (!pdf) {
        return pdf.failure();
    }
    Opened opened{receipt::verifyReceipt(*pdf), {}};
    switch (opened.finding.state) {
    case receipt::ReceiptState::NotAReceipt:
        return Failure{Failure::Kind::NotAReceipt, path, {}};
    case receipt::ReceiptState::Altered:
        return Failure{Failure::Kind::ReceiptAltered, path, {}};
    case receipt::ReceiptState::Intact:
        return Failure{Failure::Kind::AlreadySigned, path, {}};
    case receipt::ReceiptState::Pending:
        break;
    }
    Result<QByteArray> copy = receipt::flattenedCopy(*pdf);
    if (!copy) {
        return copy.failure();
    }
    opened.copy = std::move(*copy);
    return opened;
}

} // namespace

Countersigning::Countersigning(const Clock& clock, QString tsa, QObject* parent)
    : QObject(parent), m_clock(clock), m_tsa(std::move(tsa))
{
}

void Countersigning::open(const QString& pendingPdf)
{
    if (isBusy()) {
        return;
    }
    m_running = startJob<Opened>(
        this, [pendingPdf](JobContext&) { return openPending(pendingPdf); },
        [this, pendingPdf](Result<Opened> result) {
            m_running = nullptr;
            if (!result) {
                Q_EMIT failed(result.failure());
                return;
            }
            m_path = pendingPdf;
            m_finding = std::move(result->finding);
            Q_EMIT opened(result->copy);
        });
}

void Countersigning::sign(SignInput input)
{
    if (isBusy() || m_path.isEmpty()) {
        return;
    }
    auto shared = std::make_shared<SignInput>(std::move(input));
    m_running = startJob<ReceiptFiles>(
        this,
        [path = m_path, shared, clock = &m_clock, tsa = m_tsa](JobContext& job) {
            return countersignFile(path, std::move(*shared), *clock, tsa, job);
        },
        [this](const Result<ReceiptFiles>& files) {
            m_running = nullptr;
            if (files) {
                Q_EMIT signedFile(*files);
            } else {
                Q_EMIT failed(files.failure());
            }
        });
}

} // namespace staffelstab::handover
