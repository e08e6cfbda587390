// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_receipts.h"
#include "stamp_server.h"

#include "receipt/receipt_verifier.h"

#include <QElapsedTimer>

using namespace staffelstab;
using namespace staffelstab::receipt;

class TestTimeStamp : public QObject
{
    Q_OBJECT

private:
    static SignatureRequest stamped(const QString& url)
    {
        SignatureRequest request = leaverRequest();
        request.tsa = url;
        return request;
    }

private Q_SLOTS:
    void initTestCase() { m_unsigned = *drawReceipt(shortRecord()); }

    void bindsATimeToTheSignature()
    {
        const StampServer server(StampServer::Manner::Honest);
        const Result<QByteArray> pdf = signedBy(m_unsigned, stamped(server.url()));
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        const ReceiptFinding finding = verifyReceipt(*pdf);
        QCOMPARE(finding.state, ReceiptState::Pending);
        QVERIFY(qAbs(finding.signatures.front().timestamp.secsTo(QDateTime::currentDateTimeUtc())) < 300);
        QVERIFY(preflight(*pdf).contains(QStringLiteral("is a valid PDF/A-1b file")));
        SignatureRequest second = supervisorRequest();
        second.tsa = server.url();
        second.confirmation = {};
        const Result<QByteArray> twice = signedBy(*pdf, second);
        QVERIFY2(twice.isOk(),
                 qPrintable(twice ? QString()
                                  : QString::number(static_cast<int>(twice.failure().kind)) + twice.failure().detail));
        const ReceiptFinding both = verifyReceipt(*twice);
        QCOMPARE(both.state, ReceiptState::Intact);
        QVERIFY(both.signatures.back().timestamp.isValid());
    }

    void refusesWhatItCannotBelieve_data()
    {
        QTest::addColumn<int>("manner");
        QTest::newRow("another nonce") << static_cast<int>(StampServer::Manner::WrongNonce);
        QTest::newRow("garbage") << static_cast<int>(StampServer::Manner::Garbage);
        QTest::newRow("an error of the server") << static_cast<int>(StampServer::Manner::Http500);
    }
    void refusesWhatItCannotBelieve()
    {
        QFETCH(int, manner);
        const StampServer server(static_cast<StampServer::Manner>(manner));
        const Result<QByteArray> pdf = signedBy(m_unsigned, stamped(server.url()));
        QVERIFY(!pdf.isOk());
        QCOMPARE(pdf.failure().kind, Failure::Kind::TimestampRefused);
        QVERIFY(server.wasAsked());
    }

    void believesOnlyAServerTheCompanyNames()
    {
        const StampServer server(StampServer::Manner::Honest);
        const StampServer other(StampServer::Manner::Honest);
        SignatureRequest request = stamped(server.url());
        request.stampCas = other.certificate();
        QCOMPARE(signedBy(m_unsigned, request).failure().kind, Failure::Kind::TimestampRefused);
        request.stampCas = server.certificate();
        const Result<QByteArray> pdf = signedBy(m_unsigned, request);
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        ExpectedSigners expected;
        QVERIFY(!verifyReceipt(*pdf, expected).signatures.front().isStampVouchedFor);
        expected.stampCas = other.certificate();
        QVERIFY(!verifyReceipt(*pdf, expected).signatures.front().isStampVouchedFor);
        expected.stampCas = server.certificate();
        QVERIFY(verifyReceipt(*pdf, expected).signatures.front().isStampVouchedFor);
    }

    void asksASecondTimeWhenTheWayBreaks()
    {
        const StampServer server(StampServer::Manner::HangsUpOnce);
        const Result<QByteArray> pdf = signedBy(m_unsigned, stamped(server.url()));
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        QVERIFY(verifyReceipt(*pdf).signatures.front().timestamp.isValid());
    }

    void goesThroughTheProxy()
    {
        // A server that answers a proxy's request line as it does any other: the host named is nowhere.
        const StampServer proxy(StampServer::Manner::Honest);
        qputenv("http_proxy", proxy.url().toLatin1());
        const Result<QByteArray> pdf = signedBy(m_unsigned, stamped(QStringLiteral("http://tsa.invalid/stamp")));
        qunsetenv("http_proxy");
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        QVERIFY(proxy.wasAsked());
    }

    void saysThatNobodyAnswers()
    {
        QTcpServer nobody;
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        const QString url = QStringLiteral("http://127.0.0.1:%1/").arg(nobody.serverPort());
        nobody.close();
        QCOMPARE(signedBy(m_unsigned, stamped(url)).failure().kind, Failure::Kind::ConnectionRefused);
        QCOMPARE(signedBy(m_unsigned, stamped(QStringLiteral("file:///etc/hostname"))).failure().kind,
                 Failure::Kind::TimestampRefused);
    }

    void stopsAtOnceWhenCancelled()
    {
        const StampServer server(StampServer::Manner::Silent);
        Result<SigningKey> key = SigningKey::makeForOccasion(QStringLiteral("Lea Gehtbald"), sampleTime());
        const auto isCancelled = std::make_shared<std::atomic_bool>(false);
        JobContext job({}, isCancelled);
        Failure::Kind kind = Failure::Kind::Internal;
        const std::unique_ptr<QThread> worker(QThread::create([&] {
            const Result<QByteArray> result = signReceipt(m_unsigned, stamped(server.url()), *key, job);
            kind = result ? Failure::Kind::Internal : result.failure().kind;
        }));
        worker->start();
        QTRY_VERIFY(server.wasAsked());
        QElapsedTimer time;
        time.start();
        *isCancelled = true;
        QVERIFY(worker->wait(5000));
        QCOMPARE(kind, Failure::Kind::Cancelled);
        QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed())));
    }

private:
    QByteArray m_unsigned;
};

int main(int argc, char** argv)
{
    return runWithGui<TestTimeStamp>(argc, argv);
}

#include "tst_time_stamp.moc"
