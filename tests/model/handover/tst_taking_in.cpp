// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acts_case.h"

#include "core/atomic_file.h"
#include "handover/acts/receipt_writing.h"
#include "handover/acts/signature_acts.h"
#include "handover/journal.h"

using namespace staffelstab;
using namespace staffelstab::handover;

namespace {

Result<receipt::ReceiptFinding> judgeReceipt(const QString& path, const receipt::ExpectedSigners& expected = {})
{
    const Result<QByteArray> pdf = readWhole(path, 50 << 20);
    return pdf ? Result(receipt::verifyReceipt(*pdf, expected)) : Result<receipt::ReceiptFinding>(pdf.failure());
}

QString finalOf(const QString& pending)
{
    return QString(pending).replace(QStringLiteral(".pending.pdf"), QStringLiteral(".pdf"));
}

} // namespace

/** What lies beside the half-signed receipt, or comes back to it, and what a killed program leaves of both. */
class TestTakingIn : public QObject, private ActsCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void takesInWhatWasCountersignedElsewhere_data()
    {
        QTest::addColumn<bool>("isPendingThere");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("the half-signed file is still there") << true << false;
        QTest::newRow("the half-signed file is gone") << false << false;
        QTest::newRow("refused") << true << true;
    }

    void takesInWhatWasCountersignedElsewhere()
    {
        QFETCH(bool, isPendingThere);
        QFETCH(bool, isRefused);
        scanAndDecide();
        signAsLeaver();
        const QString pending = handover().receiptFiles()->path;
        SignInput input;
        input.confirmation.manner = isRefused ? receipt::Manner::Refuses : receipt::Manner::Signs;
        const QString back = countersignedElsewhere(pending, std::move(input));
        if (!isPendingThere) {
            QVERIFY(QFile::remove(pending));
        }
        QVERIFY(finalBeside(pending).isEmpty());
        VERIFY_OK(m_acts->runTakingIn(back, m_job));
        QVERIFY(handover().isLocked() && handover().isDone(Step::SupervisorSigns));
        QVERIFY(!QFile::exists(pending));
        const QString path = handover().receiptFiles()->path;
        QCOMPARE(path, finalOf(pending));
        const auto finding = judgeReceipt(path, expectedSigners(handover()));
        VERIFY_OK(finding);
        QCOMPARE(finding->state, receipt::ReceiptState::Intact);
        // It is the file that was taken in, and the leaver's key is known; of the other one nobody knows whose it is.
        QVERIFY(finding->signatures.front().isVouchedFor);
        QVERIFY(!finding->signatures.back().isVouchedFor);
        QVERIFY(finding->has(receipt::Finding::Kind::NobodyVouches));
        QCOMPARE(finding->has(receipt::Finding::Kind::Refused), isRefused);
        const auto entries = handover().journal().entries();
        VERIFY_OK(entries);
        QCOMPARE(entries->back().what, QStringLiteral("countersigned"));
        QCOMPARE(entries->back().facts.value(QLatin1String("sha256")).toString(),
                 QString::fromLatin1(finding->fileSha256.toHex()));
        QVERIFY(entries->back().facts.value(QLatin1String("elsewhere")).toBool());
        // Once.
        QCOMPARE(m_acts->runTakingIn(path, m_job).failure().kind, Failure::Kind::NotAllowedNow);
    }

    void takesInNothingElse()
    {
        scanAndDecide();
        signAsLeaver();
        const QString pending = handover().receiptFiles()->path;
        const QByteArray half = contentOf(pending);
        const QByteArray final = contentOf(countersignedElsewhere(pending, {}));
        QByteArray flipped = final;
        flipped[half.size() + 400] = flipped.at(half.size() + 400) == 'x' ? 'y' : 'x';
        QByteArray begun = final;
        begun[half.size() / 2] = begun.at(half.size() / 2) == 'x' ? 'y' : 'x';
        const QByteArray other = signedAnew();
        const auto refusedAs = [&](const QByteArray& bytes) {
            const QString file = path("back.pdf");
            write(file, bytes);
            const Status status = m_acts->runTakingIn(file, m_job);
            return status ? Failure{Failure::Kind::Internal, {}, QStringLiteral("taken in")} : status.failure();
        };
        QCOMPARE(refusedAs("no receipt").kind, Failure::Kind::NotAReceipt);
        QCOMPARE(refusedAs(half).kind, Failure::Kind::ReceiptDiffers);
        QCOMPARE(refusedAs(half).detail, QStringLiteral("pending"));
        QCOMPARE(refusedAs(flipped).kind, Failure::Kind::ReceiptAltered);
        QCOMPARE(refusedAs(begun).kind, Failure::Kind::ReceiptDiffers);
        QCOMPARE(refusedAs(other).kind, Failure::Kind::ReceiptDiffers);
        QCOMPARE(refusedAs(final + "x").kind, Failure::Kind::ReceiptAltered);
        // Another final receipt lies there already: neither is put over the other.
        const QString beside = finalOf(pending);
        write(beside, other);
        QCOMPARE(finalBeside(pending), beside);
        QCOMPARE(refusedAs(final).kind, Failure::Kind::FileExists);
        QCOMPARE(contentOf(beside), other);
        QVERIFY(!handover().isLocked() && QFile::exists(pending));
        QCOMPARE(handover().receiptFiles()->signatures, 1);
    }

    void signingPutsNothingOverWhatLiesThere_data()
    {
        QTest::addColumn<bool>("isThisOne");
        QTest::addColumn<bool>("isPendingThere");
        QTest::newRow("this receipt, countersigned elsewhere") << true << true;
        QTest::newRow("the same, and the half-signed file is gone") << true << false;
        QTest::newRow("another receipt") << false << true;
    }
    void signingPutsNothingOverWhatLiesThere()
    {
        QFETCH(bool, isThisOne);
        QFETCH(bool, isPendingThere);
        scanAndDecide();
        const QString pending = signedByLeaver();
        const QByteArray other = isThisOne ? contentOf(countersignedElsewhere(pending, {})) : signedAnew();
        write(finalOf(pending), other);
        if (!isPendingThere) {
            QVERIFY(QFile::remove(pending));
        }
        const Status done = m_acts->runSupervisorSignature({}, m_job);
        QVERIFY(!done.isOk());
        QCOMPARE(done.failure().kind, isThisOne ? Failure::Kind::AlreadySigned : Failure::Kind::FileExists);
        QCOMPARE(done.failure().detail, isThisOne ? QStringLiteral("beside") : QStringLiteral("receipt"));
        QCOMPARE(contentOf(finalOf(pending)), other);
        QCOMPARE(QFile::exists(pending), isPendingThere);
        QVERIFY(!handover().journal().has(QStringLiteral("countersigned")).value());
        QVERIFY(!handover().journal().has(QStringLiteral("countersign_begins")).value());
        // From the file alone it is the same.
        if (isPendingThere) {
            const auto desk = countersignFile(pending, {}, m_sample->clock, {}, m_job);
            QCOMPARE(desk.failure().kind, done.failure().kind);
            QCOMPARE(contentOf(finalOf(pending)), other);
        }
        // What the sentence says leads on: it is not taken for signed here.
        if (isThisOne) {
            VERIFY_OK(m_acts->runTakingIn(finalOf(pending), m_job));
            QVERIFY(countersigning().facts.value(QLatin1String("elsewhere")).toBool());
        }
    }

    void anotherHalfSignedFileInItsPlaceIsNotSigned()
    {
        scanAndDecide();
        const QString pending = signedByLeaver();
        const auto rewritten =
            signForLeaver(handover().record(), {}, path("again"), {}, m_sample->clock.now(), {}, m_job);
        VERIFY_OK(rewritten);
        write(pending, contentOf(rewritten->path));
        const Status done = m_acts->runSupervisorSignature({}, m_job);
        QVERIFY(!done.isOk());
        QCOMPARE(done.failure().kind, Failure::Kind::ReceiptDiffers);
        QVERIFY(!QFile::exists(finalOf(pending)));
    }

    void signingThatWasKilledEndsAsSignedHere_data()
    {
        QTest::addColumn<bool>("isTakenIn");
        QTest::newRow("signed once more") << false;
        QTest::newRow("brought in") << true;
    }
    void signingThatWasKilledEndsAsSignedHere()
    {
        QFETCH(bool, isTakenIn);
        scanAndDecide();
        const QString pending = signedByLeaver();
        killedAfterItsWork(supervisorSignatureAct(m_acts->context(), {}));
        QVERIFY(QFile::exists(finalOf(pending)));
        const QByteArray signedHere = contentOf(finalOf(pending));
        if (isTakenIn) {
            VERIFY_OK(m_acts->runTakingIn(finalOf(pending), m_job));
        } else {
            VERIFY_OK(m_acts->runSupervisorSignature({}, m_job));
        }
        QCOMPARE(contentOf(finalOf(pending)), signedHere);
        QVERIFY(!countersigning().facts.contains(QLatin1String("elsewhere")));
        QVERIFY(judgeReceipt(finalOf(pending), expectedSigners(handover()))->isVouchedFor());
    }

    void takingInThatWasKilledLosesNothing()
    {
        scanAndDecide();
        const QString pending = signedByLeaver();
        const QString back = countersignedElsewhere(pending, {});
        killedAfterItsWork(takeInAct(m_acts->context(), back));
        QVERIFY(!handover().isLocked() && !handover().isDone(Step::SupervisorSigns));
        QVERIFY(QFile::exists(pending) && QFile::exists(finalOf(pending)));
        VERIFY_OK(m_acts->runTakingIn(finalOf(pending), m_job));
        QVERIFY(countersigning().facts.value(QLatin1String("elsewhere")).toBool());
        QVERIFY(!QFile::exists(pending) && handover().isLocked());
    }

    void aReceiptThatTheJournalKnowsIsNotNotedTwice()
    {
        scanAndDecide();
        const QString pending = signedByLeaver();
        const QString back = countersignedElsewhere(pending, {});
        VERIFY_OK(handover().journal().write(
            QStringLiteral("countersigned"),
            {{"sha256", QString::fromLatin1(Sha256::of(contentOf(back)).toHex())}, {"elsewhere", true}}));
        VERIFY_OK(m_acts->runTakingIn(back, m_job));
        const auto entries = handover().journal().entries();
        QCOMPARE(std::count_if(entries->begin(), entries->end(),
                               [](const JournalEntry& entry) { return entry.what == QLatin1String("countersigned"); }),
                 1);
        m_acts.reset();
        m_sample->reopen();
        QVERIFY(handover().isLocked() && handover().isDone(Step::SupervisorSigns));
    }

    void cancelledNothingIsBroughtIn()
    {
        scanAndDecide();
        const QString pending = signedByLeaver();
        const QString back = countersignedElsewhere(pending, {});
        JobContext cancelled({}, std::make_shared<std::atomic_bool>(true));
        QCOMPARE(m_acts->runTakingIn(back, cancelled).failure().kind, Failure::Kind::Cancelled);
        QVERIFY(!QFile::exists(finalOf(pending)) && QFile::exists(pending) && !handover().isLocked());
    }

private:
    QString signedByLeaver()
    {
        signAsLeaver();
        return handover().receiptFiles()->path;
    }
    void signAsLeaver()
    {
        VERIFY_OK(handover().confirmReview());
        VERIFY_OK(m_acts->runLeaverSignature(SignInput(), m_job));
    }
    /** The same case number and people, signed anew by both: other bytes. */
    QByteArray signedAnew()
    {
        const auto rewritten =
            signForLeaver(handover().record(), {}, path("again"), {}, m_sample->clock.now(), {}, m_job);
        return rewritten ? contentOf(countersignedElsewhere(rewritten->path, {})) : QByteArray();
    }
    /** The files are as the act leaves them, the case has not heard of it. */
    void killedAfterItsWork(const Result<Act>& act)
    {
        VERIFY_OK(act);
        VERIFY_OK(act->work(m_job));
    }
    [[nodiscard]] JournalEntry countersigning()
    {
        const auto entries = handover().journal().entries();
        const auto at = std::find_if(entries->rbegin(), entries->rend(), [](const JournalEntry& entry) {
            return entry.what == QLatin1String("countersigned");
        });
        return at != entries->rend() ? *at : JournalEntry();
    }
    /** The file as it comes back from another computer, on another folder. */
    QString countersignedElsewhere(const QString& pending, SignInput input)
    {
        const QString folder = m_sample->folder.filePath(QStringLiteral("elsewhere"));
        QDir().mkpath(folder);
        const QString copy = folder + u'/' + QFileInfo(pending).fileName();
        QFile::remove(copy);
        QFile::remove(finalOf(copy));
        QFile::copy(pending, copy);
        const auto files = countersignFile(copy, std::move(input), m_sample->clock, SigningRules(), m_job);
        return files ? files->path : QString();
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
};

QTEST_MAIN(TestTakingIn)
#include "tst_taking_in.moc"
