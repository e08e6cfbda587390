// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forger.h"
#include "ordinary_receipts.h"
#include "tools.h"

#include "receipt/plain_text_twin.h"
#include "receipt/receipt_verifier.h"
#include "receipt/sections/contacts_section.h"
#include "receipt/sections/takeaway_section.h"

#include <QRegularExpression>

using namespace staffelstab;
using namespace staffelstab::receipt;

/** What stands on which page: two for people, with both signatures, and everything else behind them. */
class TestReceiptPages : public QObject
{
    Q_OBJECT

private:
    static QStringList pagesOf(const QByteArray& pdf)
    {
        const Workbench bench;
        QString text = run(QStringLiteral("pdftotext"),
                           {QStringLiteral("-layout"), bench.put(QStringLiteral("r.pdf"), *flattenedCopy(pdf)),
                            QStringLiteral("-")})
                           .text.normalized(QString::NormalizationForm_KC);
        QStringList pages = text.split(QLatin1Char('\f'), Qt::SkipEmptyParts);
        for (QString& page : pages) {
            page = page.simplified();
        }
        return pages;
    }
    static QString annexHeading(const QString& language)
    {
        return language == QLatin1String("de") ? QStringLiteral("Anlagen zu Block A")
                                               : QStringLiteral("Annexes to block A");
    }
    /** Pages before the first annex, or all if there is none. */
    static qsizetype pagesForPeople(const QStringList& pages, const QString& language)
    {
        for (qsizetype page = 0; page < pages.size(); ++page) {
            if (pages.at(page).startsWith(annexHeading(language))) {
                return page;
            }
        }
        return pages.size();
    }
    static QByteArray signedTwice(const ReceiptRecord& record, Manner manner, const QString& witness,
                                  const QString& words)
    {
        SignatureRequest leaver = leaverRequest();
        leaver.name = record.people.leaver.name;
        SignatureRequest supervisor = supervisorRequest();
        supervisor.name = witness.isEmpty() ? record.people.supervisor.name : witness;
        supervisor.confirmation = {{}, words, manner, witness};
        if (manner == Manner::Signs) {
            for (const Receivable& thing : receivables(record, record.language)) {
                supervisor.confirmation.received.append(thing.code);
            }
        }
        const Result<QByteArray> once = signedBy(*drawReceipt(record), leaver);
        const Result<QByteArray> twice = once ? signedBy(*once, supervisor) : once;
        return twice ? *twice : twice.failure().detail.toUtf8();
    }
    static QString someSentences()
    {
        return QStringLiteral("Die Tankkarte fehlt noch; sie soll bis zum 15. Januar 2027 nachgereicht werden. Das "
                              "Archiv wurde nur stichprobenweise geöffnet.");
    }
    static QByteArray firstForm()
    {
        QFile file(QStringLiteral(TEST_SOURCE_DIR "/tests/data/receipts/first_form.pdf"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /** As it was before the supervisor signed. */
    static QByteArray halfOf(const QByteArray& pdf)
    {
        return pdf.left(pdf.indexOf("%%EOF\n", pdf.indexOf("/ByteRange")) + 6);
    }

private Q_SLOTS:
    void hasAtMostTwoPagesForPeople_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("manner");
        QTest::addColumn<QString>("witness");
        for (const char* language : {"de", "en"}) {
            const QString name = QString::fromLatin1(language);
            const QString witness = QStringLiteral("Zoe-Alexandra Zeugin von Wartenberg-Lichtenfels");
            const auto row = [&](const char* what, Manner manner, const QString& who) {
                QTest::addRow("%s: %s", language, what) << name << static_cast<int>(manner) << who;
            };
            row("received with a reservation", Manner::Signs, {});
            row("refused", Manner::Refuses, {});
            row("refused to sign, before a witness", Manner::Refuses, witness);
            row("absent, before a witness", Manner::Absent, witness);
        }
    }
    void hasAtMostTwoPagesForPeople()
    {
        QFETCH(QString, language);
        QFETCH(int, manner);
        QFETCH(QString, witness);
        const QByteArray pdf =
            signedTwice(ordinaryRecord(language), static_cast<Manner>(manner), witness, someSentences());
        QCOMPARE(verifyReceipt(pdf).state, ReceiptState::Intact);
        const QStringList pages = pagesOf(pdf);
        const qsizetype people = pagesForPeople(pages, language);
        QCOMPARE(people, 2);
        QVERIFY(pages.size() > people);
        const QString signedOn =
            language == QLatin1String("de") ? QStringLiteral("Unterschrieben am") : QStringLiteral("Signed on");
        QCOMPARE((pages.at(0) + pages.at(1)).count(signedOn), 2);
        for (qsizetype page = people; page < pages.size(); ++page) {
            QVERIFY(!pages.at(page).contains(signedOn));
        }
        const QString said = preflight(pdf);
        QVERIFY2(said.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(said));
    }

    void staysAtTwoPagesHoweverMuchThereIs_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char* language : {"de", "en"}) {
            ReceiptRecord record = ordinaryRecord(QString::fromLatin1(language));
            while (record.openPoints.size() < 1000) {
                record.openPoints.push_back({QStringLiteral("undecided_mail"), 7});
            }
            record.leaverReservation = someSentences().repeated(100);
            auto knowledge = ordinaryKnowledge();
            for (int i = 0; i < 200; ++i) {
                knowledge.items.push_back(knowledge.items.front());
            }
            record.set(knowledge);
            QTest::addRow("%s: open points, reservation, tasks", language) << toJson(record);
            QTest::addRow("%s: nothing was done", language) << toJson(shortRecord(QString::fromLatin1(language)));
        }
    }
    void staysAtTwoPagesHoweverMuchThereIs()
    {
        QFETCH(QByteArray, json);
        const ReceiptRecord record = *fromJson(json);
        const QStringList pages = pagesOf(*drawReceipt(record));
        QVERIFY(pagesForPeople(pages, record.language) <= 2);
        // Nothing is lost by being brief.
        const QString all = pages.join(QLatin1Char(' '));
        const QString asked = record.language == QLatin1String("de") ? QStringLiteral("ohne Entscheidung")
                                                                     : QStringLiteral("without a decision");
        if (record.openPoints.size() > 100) {
            QVERIFY2(all.count(asked) >= 990, qPrintable(QString::number(all.count(asked))));
            QVERIFY(all.count(QStringLiteral("nachgereicht")) >= 100);
        }
    }

    void namesOnlyAnnexesThatAreThere_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("word");
        QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("Anlage");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("Annex");
    }
    void namesOnlyAnnexesThatAreThere()
    {
        QFETCH(QString, language);
        QFETCH(QString, word);
        const QStringList pages = pagesOf(*drawReceipt(ordinaryRecord(language)));
        const qsizetype people = pagesForPeople(pages, language);
        const auto named = [&](const QStringList& some) {
            QSet<QString> numbers;
            static const QRegularExpression digits(QStringLiteral(" (\\d+)\\b"));
            const QRegularExpression pattern(word + digits.pattern());
            for (auto match = pattern.globalMatch(some.join(QLatin1Char(' '))); match.hasNext();) {
                numbers.insert(match.next().captured(1));
            }
            return numbers;
        };
        const QSet<QString> before = named(pages.mid(0, people));
        const QSet<QString> behind = named(pages.mid(people));
        QVERIFY(before.size() >= 12);
        // The last one explains the paper itself: nothing refers to it but "annexes 1 to n".
        QCOMPARE(behind - before, QSet<QString>{QString::number(behind.size())});
        QVERIFY((before - behind).isEmpty());
    }

    void saysWhatIsSoFarAndNoMore()
    {
        ReceiptRecord record = sampleRecord(QStringLiteral("en"));
        record.set(TakeawaySection{QStringLiteral("delete"), 0, 0, 40, false});
        ContactsSection contacts;
        contacts.way = QStringLiteral("sent");
        contacts.notices = {3, 0, 2, 1};
        record.set(contacts);
        const QString all = pagesOf(*drawReceipt(record)).join(QLatin1Char(' '));
        QVERIFY2(all.contains(QStringLiteral("to be removed without a copy; removed from the mailbox 0")),
                 qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("notices to business contacts: 3 Annex")), qPrintable(all));

        ReceiptRecord bare;
        bare.caseNumber = QStringLiteral("7");
        bare.language = QStringLiteral("en");
        bare.people = record.people;
        bare.madeAt = record.madeAt;
        const QString pages = pagesOf(*drawReceipt(bare)).join(QLatin1Char(' '));
        QVERIFY2(pages.contains(QStringLiteral("Annex 1 behind the signatures belongs to block A.")),
                 qPrintable(pages));
    }

    void keepsTheConfirmationFreeOfAnythingElse()
    {
        const QStringList pages = pagesOf(*drawReceipt(ordinaryRecord()));
        const QString last = pages.at(pagesForPeople(pages, QStringLiteral("de")) - 1);
        const QString blockB = last.mid(last.indexOf(QStringLiteral("B Empfangsbestätigung")));
        QVERIFY(blockB.startsWith(QStringLiteral("B Empfangsbestätigung")));
        for (const char* word : {"Anlage 1", "SHA", "Kündigung", "Einwilligung", "offen", "Offene"}) {
            QVERIFY2(!blockB.contains(QString::fromLatin1(word)), word);
        }
    }

    void hasCaseAndPageOnEveryPage()
    {
        const QStringList pages = pagesOf(*drawReceipt(ordinaryRecord()));
        for (qsizetype page = 0; page < pages.size(); ++page) {
            QVERIFY(pages.at(page).contains(QStringLiteral("Übergabe 2026-0042")));
            QVERIFY(pages.at(page).contains(QStringLiteral("Seite %1 von %2").arg(page + 1).arg(pages.size())));
        }
    }

    void breaksNoDateAndNoQuantity()
    {
        const Workbench bench;
        const QString file = bench.put(QStringLiteral("r.pdf"), *drawReceipt(ordinaryRecord()));
        // Without -layout and reflowing: one line of the paper is one line of the text.
        const QString text = run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file, QStringLiteral("-")})
                                 .text.normalized(QString::NormalizationForm_KC);
        static const QRegularExpression torn(
            QStringLiteral("\\d\\.\\n(Januar|März|Dezember)|(Januar|März|Dezember)\\n2|Abs\\.\\n|§\\n|\\d\\n[KMG]iB"));
        QVERIFY2(!text.contains(torn), qPrintable(torn.match(text).captured()));
        QVERIFY(text.contains(QStringLiteral("30. Dezember 2026")));
    }

    void canBeSearchedAndCopiedLetterByLetter()
    {
        const Workbench bench;
        const QString file = bench.put(QStringLiteral("r.pdf"), *drawReceipt(ordinaryRecord()));
        const QString text = run(QStringLiteral("pdftotext"), {file, QStringLiteral("-")}).text;
        QVERIFY(text.contains(QStringLiteral("öffnet")) && text.contains(QStringLiteral("Bestätigung")));
        static const QRegularExpression ligature(QStringLiteral("[\uFB00-\uFB06]"));
        QVERIFY2(!text.contains(ligature), qPrintable(ligature.match(text).captured()));
    }

    void namesItsLanguageAndTitle_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("title");
        QTest::newRow("German") << QStringLiteral("de") << QByteArray("/Lang (de-DE)")
                                << QStringLiteral("Übergabeprotokoll 2026-0042");
        QTest::newRow("English") << QStringLiteral("en") << QByteArray("/Lang (en-GB)")
                                 << QStringLiteral("Handover receipt 2026-0042");
    }
    void namesItsLanguageAndTitle()
    {
        QFETCH(QString, language);
        QFETCH(QByteArray, code);
        QFETCH(QString, title);
        const QByteArray pdf = *drawReceipt(ordinaryRecord(language));
        QVERIFY(pdf.contains(code));
        const Workbench bench;
        const QString said = run(QStringLiteral("pdfinfo"), {bench.put(QStringLiteral("r.pdf"), pdf)}).text;
        QVERIFY2(said.contains(title), qPrintable(said));
    }

    void readsAloudInTheOrderOfThePaper()
    {
        const QByteArray pdf = signedTwice(ordinaryRecord(), Manner::Signs, {}, someSentences());
        const QString twin = plainTextTwin(verifyReceipt(pdf));
        qsizetype at = 0;
        for (const char* words :
             {"A  Übergabeerklärung", "E-Mails: privat 312", "(Anlage 1)", "Offene Punkte",
              "Vorbehalt der ausscheidenden", "keinen Verzicht", "Unterschrift der ausscheidenden Person",
              "B  Empfangsbestätigung", "[x] Übergabearchiv erhalten", "Anlagen zu Block A", "Anlage 1  E-Mails",
              "SHA-256"}) {
            const qsizetype next = twin.indexOf(QString::fromUtf8(words), at);
            QVERIFY2(next >= at, words);
            at = next;
        }
    }

    void saysWhatItCannotReadOutOfANewerProgram_data()
    {
        QTest::addColumn<QString>("textVersion");
        QTest::addColumn<bool>("isNewer");
        QTest::newRow("this program's sentences") << QString::fromLatin1(currentTextVersion) << false;
        QTest::newRow("sentences it does not know") << QStringLiteral("2099-01") << true;
    }
    void saysWhatItCannotReadOutOfANewerProgram()
    {
        QFETCH(QString, textVersion);
        QFETCH(bool, isNewer);
        ReceiptRecord record = sampleRecord();
        record.textVersion = textVersion;
        const ReceiptFinding finding = verifyReceipt(signedTwice(record, Manner::Signs, {}, {}));
        QCOMPARE(finding.state, ReceiptState::Intact);
        QCOMPARE(finding.has(Finding::Kind::NewerProgram), isNewer);
        QCOMPARE(plainTextTwin(finding).startsWith(
                     QStringLiteral("Dieses Protokoll hat eine neuere Fassung des Programms erstellt")),
                 isNewer);
    }

    void acceptsReceiptsOfTheFirstForm()
    {
        const ReceiptFinding finding = verifyReceipt(firstForm());
        QCOMPARE(finding.state, ReceiptState::Intact);
        QVERIFY(finding.record->textVersion.isEmpty());
        QCOMPARE(fromJson(toJson(*finding.record)).isOk(), true);
        // Read out as its paper says it: everything before the signature, no annexes.
        const QString twin = plainTextTwin(finding);
        QVERIFY(!twin.contains(QStringLiteral("Anlage")));
        const qsizetype signature = twin.indexOf(QStringLiteral("Unterschrift der ausscheidenden Person (Block A)"));
        for (const char* words :
             {"Mit freundlichen Grüßen", "Prüfsumme des Datensatzes", "Was folgt", "Monatsabschluss"}) {
            const qsizetype at = twin.indexOf(QString::fromUtf8(words));
            QVERIFY2(at > 0 && at < signature, words);
        }
    }

    void countersignsReceiptsOfTheFirstForm()
    {
        const QByteArray half = halfOf(firstForm());
        const ReceiptFinding pending = verifyReceipt(half);
        QCOMPARE(pending.state, ReceiptState::Pending);
        QCOMPARE(pending.signatures.size(), std::size_t(1));
        SignatureRequest request = supervisorRequest();
        request.time = pending.signatures.front().time.addDays(1);
        request.confirmation.reservation = someSentences();
        const Result<QByteArray> pdf = signedBy(half, request);
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        QCOMPARE(verifyReceipt(*pdf).state, ReceiptState::Intact);
        const QString said = preflight(*pdf);
        QVERIFY2(said.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(said));
    }
};

int main(int argc, char** argv)
{
    return runWithGui<TestReceiptPages>(argc, argv);
}

#include "tst_receipt_pages.moc"
