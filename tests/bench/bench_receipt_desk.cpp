// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// HR drops a folder of 2,000 receipts: each is read and judged by all our rules, as the desk does it. The peer does
// less, digests only: `pdfsig`, one process for each file, as it takes one file a call. Goal: 2,000 in under two
// minutes.
#include "model/receipt/sample_receipts.h"
#include "model/receipt/tools.h"

#include "handover/receipt_desk.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace staffelstab;
using namespace staffelstab::receipt;

namespace {

constexpr int many = 2000;
/** Each process of the peer costs the same, so a part of the files tells. */
constexpr int peersShare = 100;

/** Ten different receipts, each in 200 copies. */
void fill(const Workbench& bench)
{
    QDir(bench.path()).mkdir(QStringLiteral("receipts"));
    for (int kind = 0; kind < 10; ++kind) {
        ReceiptRecord record = sampleRecord();
        record.caseNumber = QString::number(kind);
        const QByteArray pdf = *signedBy(*signedBy(*drawReceipt(record), leaverRequest()), supervisorRequest());
        for (int copy = 0; copy < many / 10; ++copy) {
            bench.put(QStringLiteral("receipts/%1-%2.pdf").arg(kind).arg(copy, 4, 10, QLatin1Char('0')), pdf);
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const Workbench bench;
    fill(bench);

    handover::ReceiptDesk desk;
    int intact = 0;
    QObject::connect(&desk, &handover::ReceiptDesk::checked, &desk, [&](const handover::ReceiptDesk::Checked& checked) {
        intact += checked.state() == ReceiptState::Intact ? 1 : 0;
    });
    QObject::connect(&desk, &handover::ReceiptDesk::allChecked, &application, &QCoreApplication::quit);
    QElapsedTimer time;
    time.start();
    desk.check({bench.path(QStringLiteral("receipts"))});
    QGuiApplication::exec();
    const double ours = static_cast<double>(time.nsecsElapsed()) / 1e6 / many;

    int valid = 0;
    const QStringList files = QDir(bench.path(QStringLiteral("receipts"))).entryList(QDir::Files).mid(0, peersShare);
    time.restart();
    for (const QString& file : files) {
        valid += static_cast<int>(
            run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), file}, bench.path(QStringLiteral("receipts")))
                .text.count(QStringLiteral("Signature is Valid.")));
    }
    const double peer = static_cast<double>(time.nsecsElapsed()) / 1e6 / peersShare;

    std::printf("the desk, %d receipts   %7.1f ms each, %.1f s in all\n", many, ours, ours * many / 1000);
    std::printf("pdfsig, %d of them       %7.1f ms each\n", peersShare, peer);
    std::printf("ours / peer               %7.2f   (below 1: ours is faster)\n", ours / peer);
    return intact == many && valid == 2 * peersShare && ours * many < 120000 ? 0 : 1;
}
