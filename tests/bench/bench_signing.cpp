// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One signature with an EC key, as the wizard makes it (verify, draw the picture, update, CMS), against a peer that
// does less: `openssl cms -sign` of the same file and one rewrite of it by `qpdf`, as processes. Goal: under 300 ms.
#include "model/receipt/sample_receipts.h"
#include "model/receipt/tools.h"

#include "receipt/receipt_verifier.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace staffelstab::receipt;

namespace {

constexpr int rounds = 15;

template <typename Work>
double median(Work work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer time;
        time.start();
        work();
        times.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QByteArray unsignedPdf = *drawReceipt(sampleRecord());
    const QByteArray once = *signedBy(unsignedPdf, leaverRequest());
    const QByteArray twice = *signedBy(once, supervisorRequest());

    const Workbench bench;
    bench.put(QStringLiteral("r.pdf"), unsignedPdf);
    run(QStringLiteral("openssl"),
        QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=Bench -keyout key.pem "
                       "-out cert.pem")
            .split(QLatin1Char(' ')),
        bench.path());
    const double peer = median([&] {
        run(QStringLiteral("openssl"),
            QStringLiteral("cms -sign -binary -cades -in r.pdf -signer cert.pem -inkey key.pem -outform DER -out r.cms")
                .split(QLatin1Char(' ')),
            bench.path());
        run(QStringLiteral("qpdf"), {QStringLiteral("r.pdf"), QStringLiteral("out.pdf")}, bench.path());
    });
    const double draw = median([] { (void)drawReceipt(sampleRecord()); });
    const double leaver = median([&] { (void)signedBy(unsignedPdf, leaverRequest()); });
    const double supervisor = median([&] { (void)signedBy(once, supervisorRequest()); });
    const double verify = median([&] { (void)verifyReceipt(twice); });

    std::printf("draw the receipt          %7.1f ms\n", draw);
    std::printf("leaver signs, key made    %7.1f ms\n", leaver);
    std::printf("supervisor signs          %7.1f ms\n", supervisor);
    std::printf("verify both               %7.1f ms\n", verify);
    std::printf("openssl cms + qpdf        %7.1f ms\n", peer);
    std::printf("ours / peer               %7.2f   (below 1: ours is faster)\n", supervisor / peer);
    return supervisor < 300 && leaver < 300 ? 0 : 1;
}
