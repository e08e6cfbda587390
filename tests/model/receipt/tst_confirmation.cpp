// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forger.h"
#include "tools.h"

#include "receipt/plain_text_twin.h"
#include "receipt/receipt_verifier.h"

using namespace staffelstab;
using namespace staffelstab::receipt;
using Kind = Finding::Kind;

/** Refusal, absence and witness: each with its own words and signature, and never mistaken for a confirmation. */
class TestConfirmation : public QObject
{
    Q_OBJECT

private:
    static QString textOf(const QByteArray& pdf)
    {
        const Workbench bench;
        return run(QStringLiteral("pdftotext"),
                   {bench.put(QStringLiteral("r.pdf"), *flattenedCopy(pdf)), QStringLiteral("-")})
            .text.normalized(QString::NormalizationForm_KC)
            .simplified();
    }
    static SignatureRequest declared(Role role, Manner manner, const QString& witness, const QString& reason = {})
    {
        SignatureRequest request = role == Role::Leaver ? leaverRequest() : supervisorRequest();
        request.confirmation = {{}, reason, manner, witness};
        if (!witness.isEmpty()) {
            request.name = witness;
        }
        return request;
    }
    static QString zeugin() { return QStringLiteral("Zoe Zeugin"); }

private Q_SLOTS:
    void initTestCase()
    {
        m_unsigned = *drawReceipt(sampleRecord());
        m_once = *signedBy(m_unsigned, leaverRequest());
    }

    void staysEvidenceOfWhatWasHandedOver_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<QString>("witness");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QList<int>>("kinds");
        QTest::newRow("the supervisor refuses and signs that")
            << static_cast<int>(Manner::Refuses) << QString()
            << QStringList{QStringLiteral("Sven Vorgesetzt verweigert die Bestätigung"),
                           QStringLiteral("Angegebener Grund:"), QStringLiteral("Das Medium ließ sich nicht lesen.")}
            << QList<int>{static_cast<int>(Kind::Refused)};
        QTest::newRow("the supervisor refuses to sign; a witness does")
            << static_cast<int>(Manner::Refuses) << zeugin()
            << QStringList{QStringLiteral(
                               "Sven Vorgesetzt hat die Bestätigung des Empfangs und die Unterschrift verweigert"),
                           QStringLiteral("Zoe Zeugin bezeugt"), QStringLiteral("Zeugin oder Zeuge")}
            << QList<int>{static_cast<int>(Kind::Refused), static_cast<int>(Kind::Witnessed)};
        QTest::newRow("the supervisor is not there; a witness signs")
            << static_cast<int>(Manner::Absent) << zeugin()
            << QStringList{QStringLiteral("Sven Vorgesetzt war nicht anwesend"), QStringLiteral("Zoe Zeugin")}
            << QList<int>{static_cast<int>(Kind::PartyAbsent), static_cast<int>(Kind::Witnessed)};
    }
    void staysEvidenceOfWhatWasHandedOver()
    {
        QFETCH(int, manner);
        QFETCH(QString, witness);
        QFETCH(QStringList, words);
        QFETCH(QList<int>, kinds);
        const Result<QByteArray> pdf = signedBy(m_once, declared(Role::Supervisor, static_cast<Manner>(manner), witness,
                                                                 QStringLiteral("Das Medium ließ sich nicht lesen.")));
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        const ReceiptFinding finding = verifyReceipt(*pdf);
        QCOMPARE(finding.state, ReceiptState::Intact);
        for (const int kind : kinds) {
            QVERIFY(finding.has(static_cast<Kind>(kind)));
        }
        QVERIFY(finding.signatures.back().confirmation.received.isEmpty());
        const QString text = textOf(*pdf);
        for (const QString& word : words) {
            QVERIFY2(text.contains(word), qPrintable(word + QStringLiteral(" | ") + text));
        }
        QVERIFY(preflight(*pdf).contains(QStringLiteral("is a valid PDF/A-1b file")));
    }

    void saysThatTheLeaverWasNotThere()
    {
        const Result<QByteArray> pdf = signedBy(m_unsigned, declared(Role::Leaver, Manner::Absent, zeugin()));
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        const ReceiptFinding finding = verifyReceipt(*pdf);
        QCOMPARE(finding.state, ReceiptState::Pending);
        QVERIFY(finding.has(Kind::PartyAbsent) && finding.has(Kind::Witnessed));
        QVERIFY(textOf(*pdf).contains(QStringLiteral("Lea Gehtbald war nicht anwesend")));
        const ReceiptFinding both = verifyReceipt(*signedBy(*pdf, supervisorRequest()));
        QCOMPARE(both.state, ReceiptState::Intact);
        QVERIFY(both.has(Kind::PartyAbsent) && !both.has(Kind::Refused));
    }

    void refusesToSignWhatContradictsItself_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("manner");
        QTest::addColumn<QString>("witness");
        QTest::addColumn<QStringList>("received");
        const int supervisor = static_cast<int>(Role::Supervisor);
        const int leaver = static_cast<int>(Role::Leaver);
        const QStringList archive{QStringLiteral("archive")};
        QTest::newRow("refused and received")
            << supervisor << static_cast<int>(Manner::Refuses) << QString() << archive;
        QTest::newRow("absent without a witness")
            << supervisor << static_cast<int>(Manner::Absent) << QString() << QStringList();
        QTest::newRow("signs, and a witness signs")
            << supervisor << static_cast<int>(Manner::Signs) << zeugin() << archive;
        QTest::newRow("the leaver refuses")
            << leaver << static_cast<int>(Manner::Refuses) << QString() << QStringList();
        QTest::newRow("the leaver receives") << leaver << static_cast<int>(Manner::Signs) << QString() << archive;
        QTest::newRow("received what is not on the receipt")
            << supervisor << static_cast<int>(Manner::Signs) << QString() << QStringList{QStringLiteral("company_car")};
    }
    void refusesToSignWhatContradictsItself()
    {
        QFETCH(int, role);
        QFETCH(int, manner);
        QFETCH(QString, witness);
        QFETCH(QStringList, received);
        SignatureRequest request = declared(static_cast<Role>(role), static_cast<Manner>(manner), witness);
        request.confirmation.received = received;
        const Result<QByteArray> pdf = signedBy(request.role == Role::Leaver ? m_unsigned : m_once, request);
        QVERIFY(!pdf.isOk());
        QCOMPARE(pdf.failure().kind, Failure::Kind::BadInput);
        // A program that signs it all the same gains nothing.
        const Result<SigningKey> key = SigningKey::makeForOccasion(request.name, request.time);
        const QByteArray forced = signBlindly(request.role == Role::Leaver ? m_unsigned : m_once, request, *key);
        const ReceiptFinding finding = verifyReceipt(forced);
        QVERIFY(finding.state == ReceiptState::Altered || finding.signatures.empty() ||
                finding.signatures.back().confirmation == Confirmation());
    }

    void seesASignerWhoIsNotTheOneOnTheReceipt()
    {
        SignatureRequest request = supervisorRequest();
        request.name = QStringLiteral("Sven Fremd");
        const Result<QByteArray> pdf = signedBy(m_once, request);
        const ReceiptFinding finding = verifyReceipt(*pdf);
        QCOMPARE(finding.state, ReceiptState::Altered);
        QVERIFY(finding.has(Kind::SignerWrong));
    }

    void refusesToSignBeforeWhatItSigns()
    {
        SignatureRequest request = supervisorRequest();
        request.time = sampleTime().addDays(-1);
        const Result<QByteArray> pdf = signedBy(m_once, request);
        QVERIFY(!pdf.isOk());
        QCOMPARE(pdf.failure().kind, Failure::Kind::NotAllowedNow);
        QCOMPARE(pdf.failure().subject, QStringLiteral("clock"));
        const Result<SigningKey> key = SigningKey::makeForOccasion(request.name, request.time);
        QVERIFY(verifyReceipt(signBlindly(m_once, request, *key)).has(Kind::ClockDoubtful));
        request.time = sampleTime().addSecs(-60);
        QVERIFY(signedBy(m_once, request).isOk());
    }

    void knowsTheFileOfTheJournal()
    {
        const QByteArray pdf = *signedBy(m_once, supervisorRequest());
        ExpectedSigners expected;
        expected.fileSha256 = Sha256::of(pdf);
        QCOMPARE(verifyReceipt(pdf, expected).state, ReceiptState::Intact);
        expected.fileSha256 = Sha256::of("another countersigned file");
        QVERIFY(verifyReceipt(pdf, expected).has(Kind::FileDiffers));
        QCOMPARE(verifyReceipt(pdf, expected).state, ReceiptState::Altered);
    }

    void saysWhenNobodyVouchesForASigner()
    {
        const QByteArray pdf = *signedBy(m_once, supervisorRequest());
        const ReceiptFinding stranger = verifyReceipt(pdf);
        QVERIFY(!stranger.isVouchedFor() && stranger.has(Kind::NobodyVouches));
        const ExpectedSigners journal{
            stranger.signatures.front().certificateSha256, stranger.signatures.back().certificateSha256, {}, {}, {}};
        QVERIFY(verifyReceipt(pdf, journal).isVouchedFor());
    }

    void saysThatTheSealWasOpenedBeforeSigning()
    {
        SignatureRequest request = supervisorRequest();
        request.confirmation.received += QStringLiteral("password");
        request.confirmation.isSealOpened = true;
        const QByteArray pdf = *signedBy(m_once, request);
        const ReceiptFinding finding = verifyReceipt(pdf);
        QCOMPARE(finding.state, ReceiptState::Intact);
        QVERIFY(finding.signatures.back().confirmation.isSealOpened);
        const QString words = QStringLiteral("; Siegel vor der Unterschrift geöffnet");
        QVERIFY(textOf(pdf).contains(words));
        QVERIFY(plainTextTwin(finding).contains(words));
        // Left closed nothing is said, and nothing can be opened that was not received.
        request.confirmation.isSealOpened = false;
        QVERIFY(!textOf(*signedBy(m_once, request)).contains(words));
        request.confirmation.received = {QStringLiteral("archive")};
        request.confirmation.isSealOpened = true;
        QCOMPARE(signedBy(m_once, request).failure().kind, Failure::Kind::BadInput);
    }

    void readsAloudWhatThePaperSays()
    {
        const QByteArray pdf = *signedBy(m_once, supervisorRequest());
        const QString twin = plainTextTwin(verifyReceipt(pdf));
        for (const char* words : {"Übergabeprotokoll\n", "A  Übergabeerklärung von Lea Gehtbald\n",
                                  "Entscheidung: Privat; Nachrichten: 312", "[x] Übergabearchiv erhalten\n[ ] ",
                                  "Vorbehalt: Dienstwagen noch nicht zurück.", "Sven Vorgesetzt, Führungskraft",
                                  "Dieses Protokoll gilt nur mit beiden Unterschriften."}) {
            QVERIFY2(twin.contains(QString::fromUtf8(words)), words);
        }
        QVERIFY(twin.contains(inGroups(Sha256::of(pdf))));
        QVERIFY(!twin.contains(QStringLiteral("@firma.example")));
        const QString pending = plainTextTwin(verifyReceipt(m_once));
        QVERIFY(pending.contains(QStringLiteral("Gegenzeichnung steht aus")));
        // What does not count says so first, and calls no digest that of what was signed.
        QVERIFY2(pending.startsWith(QStringLiteral("GEGENZEICHNUNG FEHLT. ")), qPrintable(pending.left(80)));
        QVERIFY(!pending.contains(inGroups(Sha256::of(m_once))));
        const QByteArray altered = pdf + 'x';
        const QString forged = plainTextTwin(verifyReceipt(altered));
        QVERIFY(forged.startsWith(QStringLiteral("DIESE DATEI WURDE VERÄNDERT.")));
        QVERIFY(!forged.contains(inGroups(Sha256::of(altered))));
        QVERIFY(plainTextTwin(verifyReceipt("hello")).isEmpty());
    }

    void hasRoomForManyTicks_data()
    {
        QTest::addColumn<int>("things");
        for (const int things : {0, 1, 4, 5, 50, 51, 100}) {
            QTest::addRow("%d", things) << things;
        }
    }
    void hasRoomForManyTicks()
    {
        QFETCH(int, things);
        const QSize box = supervisorBox(static_cast<std::size_t>(things));
        // Block B stays on one page together with its heading and the lines for ink.
        QVERIFY2(box.height() < 640, qPrintable(QString::number(box.height())));
        QVERIFY(box.height() >= 150);
    }

private:
    QByteArray m_unsigned;
    QByteArray m_once;
};

int main(int argc, char** argv)
{
    return runWithGui<TestConfirmation>(argc, argv);
}

#include "tst_confirmation.moc"
