// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receipt/certificate_authority.h"
#include "model/receipt/sample_receipts.h"
#include "model/receipt/soft_token.h"
#include "model/receipt/stamp_server.h"
#include "sample_case.h"

#include "core/atomic_file.h"
#include "handover/acts/consent_act.h"
#include "handover/acts/signature_act.h"
#include "handover/acts/take_in.h"
#include "handover/topics/consent_topics.h"
#include "receipt/long_term_data.h"
#include "support/result_checks.h"

using namespace staffelstab;
using namespace staffelstab::handover;
using receipt::ReceiptState;
using receipt::SoftToken;

namespace {

const QString sven = QStringLiteral("Sven Vorgesetzt");

SignInput byCard(const QString& module, const QByteArray& pin = SoftToken::pin)
{
    SignInput input;
    input.token = receipt::TokenChoice{module, sven};
    input.keyPassphrase = Secret(pin);
    return input;
}

QByteArray bytesOf(const QString& file)
{
    const Result<QByteArray> bytes = readWhole(file, 50 << 20);
    return bytes ? *bytes : QByteArray();
}

} // namespace

/** What can go wrong when the second one signs; the half-signed file must come through all of it. */
class TestSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_card.emplace();
        m_card->add(QStringLiteral("01"), QStringLiteral("rsa"), sven);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_pending = halfSigned(m_folder->path());
        m_before = bytesOf(m_pending);
        QCOMPARE(receipt::verifyReceipt(m_before).state, ReceiptState::Pending);
    }

    void aCardPulledOutLosesNothing()
    {
        m_card->pull();
        const auto pulled = countersign(byCard(QStringLiteral(PULLED_CARD_MODULE)), {});
        m_card->putBack();
        QVERIFY(!pulled.isOk());
        QCOMPARE(pulled.failure().kind, Failure::Kind::TokenRemoved);
        nothingHappened();
        const auto files = countersign(byCard(QStringLiteral(PULLED_CARD_MODULE)), {});
        VERIFY_OK(files);
        QCOMPARE(receipt::verifyReceipt(bytesOf(files->path)).state, ReceiptState::Intact);
        QVERIFY(!QFile::exists(m_pending));
    }

    void aCardOfTheRulesModuleMakesAnAdvancedSignature()
    {
        SigningRules rules;
        rules.tokenModule = SoftToken::module;
        rules.trustedCas = m_card->cas();
        rules.requiredLevel = receipt::SignatureLevel::Advanced;
        const auto files = countersign(byCard({}), rules);
        VERIFY_OK(files);
        const receipt::ReceiptFinding finding = receipt::verifyReceipt(bytesOf(files->path), expectedBy(rules));
        QCOMPARE(finding.signatures.back().level, receipt::SignatureLevel::Advanced);
        QVERIFY(finding.signatures.back().isVouchedFor);
    }

    void aFailureLeavesTheHalfSignedFileAsItIs_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<int>("kind");
        QTest::newRow("wrong PIN") << SoftToken::module << QByteArray("000000")
                                   << static_cast<int>(Failure::Kind::PinWrong);
        QTest::newRow("no driver") << QStringLiteral("/nowhere.so") << SoftToken::pin
                                   << static_cast<int>(Failure::Kind::TokenDriverUnusable);
    }
    void aFailureLeavesTheHalfSignedFileAsItIs()
    {
        QFETCH(QString, module);
        QFETCH(QByteArray, pin);
        QFETCH(int, kind);
        const auto files = countersign(byCard(module, pin), {});
        QVERIFY(!files.isOk());
        QCOMPARE(static_cast<int>(files.failure().kind), kind);
        nothingHappened();
    }

    void whatTheCaSaysOfTheCertificateTravelsWithTheReceipt()
    {
        receipt::CertificateAuthority ca;
        SigningRules rules;
        rules.trustedCas = ca.pem();
        SignInput input;
        input.keyFile = m_folder->filePath(QStringLiteral("sven.p12"));
        VERIFY_OK(AtomicFile::writeWhole(input.keyFile, ca.issue(QStringLiteral("sven"), sven, "ocsp")));
        input.keyPassphrase = Secret(QByteArray("geheim"));
        const auto files = countersign(input, rules);
        VERIFY_OK(files);
        const receipt::ReceiptFinding finding = receipt::verifyReceipt(bytesOf(files->path), expectedBy(rules));
        QCOMPARE(finding.state, ReceiptState::Intact);
        QVERIFY(finding.hasValidationData);
        QCOMPARE(finding.fileSha256, files->sha256);
        QCOMPARE(finding.signatures.front().revocation.state, receipt::RevocationFinding::State::Unknown);
        QCOMPARE(finding.signatures.back().revocation.state, receipt::RevocationFinding::State::Good);
    }

    void aFullMediumLeavesTheHalfSignedFileAsItIs()
    {
        const QString medium = qEnvironmentVariable("SMALL_MEDIUM");
        QVERIFY(!medium.isEmpty());
        m_pending = halfSigned(medium);
        m_before = bytesOf(m_pending);
        QFile filler(medium + QStringLiteral("/filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(4096, 'x');
        while (filler.write(block) == block.size()) {
        }
        filler.close();
        const auto files = countersign({}, {});
        QVERIFY(!files.isOk());
        QCOMPARE(files.failure().kind, Failure::Kind::DiskFull);
        nothingHappened();
        QVERIFY(filler.remove());
        VERIFY_OK(countersign({}, {}));
    }

    void consentsAreSignedByTheReceiptsRules()
    {
        SampleCase sample;
        const QString cas = sample.folder.filePath(QStringLiteral("ca.pem"));
        VERIFY_OK(AtomicFile::writeWhole(cas, m_card->cas()));
        policy::CompanyPolicy rules = SampleCase::policy();
        rules.signature.requiredLevel = policy::SignatureRules::Level::Advanced;
        rules.signature.tokenModule = SoftToken::module;
        rules.signature.trustedCaFiles = {cas};
        sample.handover = HandoverCase::create(sample.folder.filePath(QStringLiteral("rules.case")), rules,
                                               QStringLiteral("de"), sample.clock)
                              .value();
        HandoverCase& handover = *sample.handover;
        People people = SampleCase::people();
        people.leaver.name = sven;
        VERIFY_OK(handover.setPeople(people));
        VERIFY_OK(handover.confirmPolicy());
        QList<checklists::ConsentAnswer> answers;
        for (const checklists::Consent& consent : consentsOf(handover)) {
            answers.append({consent.offer.id, checklists::ConsentAnswer::Answer::No, {}});
        }
        VERIFY_OK(answerConsents(handover, answers));
        const Status weak = signConsents(sample, {});
        QVERIFY(!weak.isOk());
        QCOMPARE(weak.failure().kind, Failure::Kind::KeyUnusable);
        QCOMPARE(weak.failure().detail, QStringLiteral("too_weak"));
        VERIFY_OK(signConsents(sample, byCard({})));
        const auto finding = receipt::verifyConsents(bytesOf(handover.topicIfSet<ConsentDocument>()->path));
        VERIFY_OK(finding);
        QCOMPARE(finding->level, receipt::SignatureLevel::Advanced);
    }

    void whatComesBackIsHeldToTheRules_data()
    {
        QTest::addColumn<bool>("isByCard");
        QTest::addColumn<bool>("isStamped");
        QTest::addColumn<bool>("isAdvancedWanted");
        QTest::addColumn<bool>("isStampWanted");
        QTest::addColumn<bool>("knowsIssuers");
        QTest::addColumn<int>("failure");
        constexpr int none = -1;
        constexpr int weak = static_cast<int>(Failure::Kind::KeyUnusable);
        constexpr int noStamp = static_cast<int>(Failure::Kind::TimestampRefused);
        QTest::newRow("nothing asked") << false << false << false << false << true << none;
        QTest::newRow("a key for the occasion is too weak") << false << false << true << false << true << weak;
        QTest::newRow("a card that is vouched for") << true << false << true << false << true << none;
        QTest::newRow("a card nobody vouches for") << true << false << true << false << false << weak;
        QTest::newRow("no stamp") << false << false << false << true << true << noStamp;
        QTest::newRow("a stamp that is vouched for") << false << true << false << true << true << none;
        QTest::newRow("a stamp nobody vouches for") << false << true << false << true << false << noStamp;
    }
    void whatComesBackIsHeldToTheRules()
    {
        QFETCH(bool, isByCard);
        QFETCH(bool, isStamped);
        QFETCH(bool, isAdvancedWanted);
        QFETCH(bool, isStampWanted);
        QFETCH(bool, knowsIssuers);
        QFETCH(int, failure);
        const receipt::StampServer server(receipt::StampServer::Manner::Honest);
        SigningRules there;
        there.tsa = isStamped ? server.url() : QString();
        const ReceiptFiles pending{m_pending, Sha256::of(m_before), 1};
        const auto files = countersign(isByCard ? byCard(SoftToken::module) : SignInput(), there);
        VERIFY_OK(files);
        const QString back = m_folder->filePath(QStringLiteral("back.pdf"));
        QVERIFY(QFile::rename(files->path, back));

        const receipt::CertificateAuthority stranger;
        SigningRules rules;
        rules.requiredLevel = isAdvancedWanted ? receipt::SignatureLevel::Advanced : receipt::SignatureLevel::Simple;
        rules.isStampRequired = isStampWanted;
        rules.trustedCas = knowsIssuers ? m_card->cas() : stranger.pem();
        rules.stampCas = knowsIssuers ? server.certificate() : stranger.pem();
        JobContext job;
        const auto taken = takeInFinal(pending, back, expectedBy(rules), rules, job);
        QCOMPARE(taken ? -1 : static_cast<int>(taken.failure().kind), failure);
        QCOMPARE(QFile::exists(files->path), failure == -1);
    }

    void aRevokedCertificateIsNotTakenInEither()
    {
        const receipt::CertificateAuthority ca;
        const auto key = receipt::SigningKey::fromPkcs12(ca.issue(QStringLiteral("gone"), sven, "ocsp"),
                                                         Secret(QByteArray("geheim")), ca.pem());
        VERIFY_OK(key);
        ca.revoke("gone");
        JobContext job;
        const auto now = [] { return QDateTime::currentDateTimeUtc(); };
        QTRY_VERIFY(!receipt::checkCertificate(*key, ca.pem(), now(), job).isOk());
        // Some other program does not ask before it signs.
        receipt::SignatureRequest request = receipt::supervisorRequest();
        request.time = now();
        const auto pdf = receipt::signReceipt(m_before, request, *key, job);
        VERIFY_OK(pdf);
        const auto whole = receipt::addValidationData(*pdf, ca.pem(), job);
        VERIFY_OK(whole);
        const QString back = m_folder->filePath(QStringLiteral("back.pdf"));
        VERIFY_OK(AtomicFile::writeWhole(back, *whole));
        const auto taken = takeInFinal({m_pending, Sha256::of(m_before), 1}, back, {}, {}, job);
        QVERIFY(!taken.isOk());
        QCOMPARE(taken.failure().kind, Failure::Kind::SignerCertificateRevoked);
    }

private:
    static QString halfSigned(const QString& folder)
    {
        receipt::ReceiptRecord record = receipt::sampleRecord();
        record.madeAt = QDateTime::currentDateTimeUtc();
        JobContext job;
        const auto files = signForLeaver(record, {}, folder, {}, record.madeAt, {}, job);
        return files ? files->path : QString();
    }
    [[nodiscard]] Result<ReceiptFiles> countersign(const SignInput& input, const SigningRules& rules) const
    {
        JobContext job;
        return signForSupervisor(m_pending, input, QDateTime::currentDateTimeUtc(), rules, job);
    }
    void nothingHappened() const
    {
        QCOMPARE(bytesOf(m_pending), m_before);
        const QFileInfo pending(m_pending);
        QCOMPARE(pending.dir().entryList({QStringLiteral("*.pdf*")}, QDir::Files | QDir::Hidden),
                 QStringList{pending.fileName()});
    }
    static Status signConsents(SampleCase& sample, SignInput input)
    {
        const auto secrets = secrets::makeMemoryStore();
        HandoverActs acts(*sample.handover, *secrets);
        JobContext job;
        return HandoverActs::run(
            consentSignatureAct(acts.context(), std::move(input), sample.folder.filePath(QStringLiteral("out"))), job);
    }

    std::optional<SoftToken> m_card;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_pending;
    QByteArray m_before;
};

int main(int argc, char** argv)
{
    return receipt::runWithGui<TestSigning>(argc, argv);
}

#include "tst_signing.moc"
