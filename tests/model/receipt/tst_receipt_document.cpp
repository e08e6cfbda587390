// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_receipts.h"
#include "tools.h"

#include "receipt/receipt_texts.h"
#include "receipt/receipt_verifier.h"
#include "receipt/sections/equipment_section.h"
#include "receipt/sections/files_section.h"
#include "receipt/sections/knowledge_section.h"
#include "receipt/sections/out_of_office_section.h"

#include <QBuffer>
#include <QImage>

using namespace staffelstab;
using namespace staffelstab::receipt;

class TestReceiptDocument : public QObject
{
    Q_OBJECT

private:
    static void addSamples()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("German") << toJson(sampleRecord(QStringLiteral("de")));
        QTest::newRow("English, short") << toJson(shortRecord());
        QTest::newRow("several pages, missing glyphs") << toJson(longRecord());
        ReceiptRecord endless = longRecord(QStringLiteral("en"));
        while (endless.openPoints.size() < 1000) {
            endless.openPoints.push_back({QStringLiteral("undecided_mail"), 7});
        }
        endless.leaverReservation = QStringLiteral("Einspruch gegen die Bewertung. ").repeated(640);
        QTest::newRow("as long as a record can be") << toJson(endless);
        const auto named = [](const QString& leaver, const QString& supervisor) {
            ReceiptRecord record = sampleRecord();
            record.people.leaver.name = leaver;
            record.people.supervisor.name = supervisor;
            record.organisation = leaver + QStringLiteral(" & ") + supervisor;
            return toJson(record);
        };
        QTest::newRow("Greek and Cyrillic")
            << named(QStringLiteral("Ελένη Παπαδοπούλου"), QStringLiteral("Ђорђе Щербаков-Їжакевич"));
        QTest::newRow("Turkish, Polish, Vietnamese")
            << named(QStringLiteral("İpek Yıldız-Şahin"), QStringLiteral("Łucja Świątek, Nguyễn Thị Hường"));
        QTest::newRow("Arabic and Hebrew")
            << named(QStringLiteral("\u0644\u064A\u0644\u0649 \u0627\u0644\u062D\u0627\u062C"),
                     QStringLiteral("\u05D3\u05D5\u05D3 \u05DC\u05D5\u05D9"));
        QTest::newRow("Chinese, Japanese, Hindi")
            << named(QStringLiteral("王小明 さくら"), QStringLiteral("\u092A\u094D\u0930\u093F\u092F\u093E"));
        QTest::newRow("names of 200 letters")
            << named(QString(200, QLatin1Char('W')), QStringLiteral("von und zu ").repeated(18));
        QTest::newRow("ligatures and combining marks")
            << named(QStringLiteral("O\u0308zge Ziﬀer"), QStringLiteral("Zoe\u0308 \u017Fpa\u0301ß"));
    }
    static QByteArray picture(QImage::Format format, const char* kind, QSize size = {300, 120})
    {
        QImage image(size, QImage::Format_ARGB32);
        image.fill(QColor(0x1d, 0x5f, 0xa8, 0x60));
        for (int i = 0; i < size.height(); ++i) {
            image.setPixelColor(i, i, Qt::transparent);
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.convertToFormat(format).save(&buffer, kind);
        return bytes;
    }
    static QString textOf(const QByteArray& pdf)
    {
        const Workbench bench;
        return run(QStringLiteral("pdftotext"),
                   {QStringLiteral("-layout"), bench.put(QStringLiteral("r.pdf"), pdf), QStringLiteral("-")})
            .text.normalized(QString::NormalizationForm_KC);
    }

private Q_SLOTS:
    void isPdfA1b_data() { addSamples(); }
    void isPdfA1b()
    {
        QFETCH(QByteArray, json);
        const Result<QByteArray> pdf = drawReceipt(*fromJson(json));
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        const QString said = preflight(*pdf);
        QVERIFY2(said.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(said));
    }

    void isPdfA1bWithPictures_data()
    {
        QTest::addColumn<QByteArray>("logo");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("a PNG with transparency") << picture(QImage::Format_ARGB32, "png") << true;
        QTest::newRow("a PNG with a palette") << picture(QImage::Format_Indexed8, "png") << true;
        QTest::newRow("a PNG in grey") << picture(QImage::Format_Grayscale8, "png") << true;
        QTest::newRow("a PNG in black and white") << picture(QImage::Format_Mono, "png") << true;
        QTest::newRow("a PNG of 16 bits a channel") << picture(QImage::Format_RGBA64, "png") << true;
        QTest::newRow("a large PNG") << picture(QImage::Format_ARGB32, "png", {4000, 900}) << true;
        QTest::newRow("a drawing")
            << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 60'><rect width='90' height='50' "
                          "fill='#1d5fa8' fill-opacity='0.4'/></svg>")
            << true;
        QTest::newRow("a JPEG is left out") << picture(QImage::Format_RGB32, "jpg") << false;
        QTest::newRow("half a PNG is left out") << picture(QImage::Format_ARGB32, "png").left(60) << false;
        QTest::newRow("none") << QByteArray() << false;
    }
    void isPdfA1bWithPictures()
    {
        QFETCH(QByteArray, logo);
        QFETCH(bool, isShown);
        ReceiptRecord record = sampleRecord();
        EquipmentSection equipment;
        std::vector<ReceiptPhoto> photos;
        const std::pair<QImage::Format, const char*> kinds[] = {
            {QImage::Format_ARGB32, "png"}, {QImage::Format_Grayscale8, "jpg"}, {QImage::Format_Indexed8, "png"}};
        for (const auto& [format, name] : kinds) {
            EquipmentSection::Thing thing;
            thing.item = QStringLiteral("Notebook 王");
            thing.state = QStringLiteral("returned");
            photos.push_back({static_cast<int>(photos.size()) + 1, picture(format, name, {2400, 1500})});
            thing.photoSha256 = Sha256::of(photos.back().file);
            equipment.things.push_back(thing);
        }
        record.set(equipment);
        const Result<QByteArray> drawn = drawReceipt(record, photos, logo);
        QVERIFY2(drawn.isOk(), qPrintable(drawn ? QString() : drawn.failure().detail));
        const Result<QByteArray> pdf = signedBy(*signedBy(*drawn, leaverRequest()), supervisorRequest());
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        const QString said = preflight(*pdf);
        QVERIFY2(said.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(said));
        QCOMPARE(verifyReceipt(*pdf).state, ReceiptState::Intact);
        const Workbench bench;
        const QString listed =
            run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), bench.put(QStringLiteral("r.pdf"), *pdf)}).text;
        QVERIFY2(!listed.contains(QStringLiteral("smask")), qPrintable(listed));
        QCOMPARE(listed.count(QStringLiteral(" image ")), isShown ? 4 : 3);
    }

    void holdsTheRecord_data() { addSamples(); }
    void holdsTheRecord()
    {
        QFETCH(QByteArray, json);
        const Result<QByteArray> pdf = drawReceipt(*fromJson(json));
        const Result<ReceiptRecord> record = recordOf(*pdf);
        QVERIFY(record.isOk());
        QCOMPARE(toJson(*record), json);
    }

    void showsTheDigestAsQrCode()
    {
        const Workbench bench;
        const Result<QByteArray> pdf = drawReceipt(sampleRecord());
        const QString file = bench.put(QStringLiteral("r.pdf"), *pdf);
        QCOMPARE(run(QStringLiteral("pdftoppm"),
                     {QStringLiteral("-r"), QStringLiteral("200"), QStringLiteral("-l"), QStringLiteral("1"),
                      QStringLiteral("-png"), QStringLiteral("-singlefile"), file, bench.path(QStringLiteral("page"))})
                     .exit,
                 0);
        const QString said = run(QStringLiteral("zbarimg"), {QStringLiteral("-q"), QStringLiteral("--raw"),
                                                             bench.path(QStringLiteral("page.png"))})
                                 .text;
        const QString hex = QString::fromLatin1(Sha256::of(toJson(sampleRecord())).toHex());
        QCOMPARE(said.trimmed().section(QLatin1Char('\n'), -1), QStringLiteral("handover:1:sha256:") + hex);
    }

    void speaksTheLanguageOfTheRecord_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("sentences");
        QTest::newRow("German") << QStringLiteral("de")
                                << QStringList{QStringLiteral("Übergabeprotokoll"),
                                               QStringLiteral("Übergabe 2026-0042"),
                                               QStringLiteral("11.874"),
                                               QStringLiteral("30. Dezember 2026, 14:05 Uhr (UTC+01:00)"),
                                               QStringLiteral("keinen Verzicht und keine Kündigung"),
                                               QStringLiteral("Gegenzeichnung steht aus"),
                                               QStringLiteral("B Empfangsbestätigung von Sven Vorgesetzt")};
        QTest::newRow("English") << QStringLiteral("en")
                                 << QStringList{QStringLiteral("Handover receipt"),
                                                QStringLiteral("Handover 2026-0042"),
                                                QStringLiteral("11,874"),
                                                QStringLiteral("30 December 2026, 14:05 (UTC+01:00)"),
                                                QStringLiteral("no waiver and no termination"),
                                                QStringLiteral("Countersignature pending"),
                                                QStringLiteral("B Confirmation of receipt by Sven Vorgesetzt")};
    }
    void speaksTheLanguageOfTheRecord()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, sentences);
        const QString text = textOf(*drawReceipt(sampleRecord(language))).simplified();
        for (const QString& sentence : sentences) {
            QVERIFY2(text.contains(sentence), qPrintable(sentence));
        }
    }

    void saysNoMoreThanWhatWasDone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("notSaid");
        const auto with = [](auto section) {
            ReceiptRecord record = sampleRecord(QStringLiteral("de"));
            record.set(section);
            return toJson(record);
        };
        AccountSection account;
        account.way = QStringLiteral("files");
        account.files = {QStringLiteral("7-account-plan.ics"), QStringLiteral("7-account-plan.txt")};
        QTest::newRow("a plan in two files")
            << with(account) << QStringLiteral("Für die IT geschrieben: Kalender, Text")
            << QStringLiteral("Änderungsdatei");
        account.files.append(QStringLiteral("7-account-end.ldif"));
        QTest::newRow("a plan with changes")
            << with(account) << QStringLiteral("Kalender, Änderungsdateien, Text") << QStringLiteral("bergeben als");
        account.files.clear();
        QTest::newRow("no file at all") << with(account) << QStringLiteral("keine Dateien geschrieben")
                                        << QStringLiteral("Kalender");
        ReceiptRecord noRules = sampleRecord(QStringLiteral("de"));
        noRules.policyName.clear();
        QTest::newRow("no rules of the company")
            << toJson(noRules) << QStringLiteral("keine betriebliche Regelung hinterlegt")
            << QStringLiteral("Die Regelung „");
        EquipmentSection::Thing phone;
        phone.item = QStringLiteral("Telefon");
        phone.condition = QStringLiteral("good");
        phone.state = QStringLiteral("returned");
        phone.locksLeft = 3;
        QTest::newRow("locks nobody ticked")
            << with(EquipmentSection{{phone}}) << QStringLiteral("nicht als entfernt angegeben")
            << QStringLiteral("nicht entfernt");
        KnowledgeSection knowledge;
        knowledge.briefing = QStringLiteral("planned");
        QTest::newRow("a briefing without a day")
            << with(knowledge) << QStringLiteral("ist geplant, Tag offen") << QStringLiteral("nicht geklärt");
        ContactsSection contacts;
        contacts.way = QStringLiteral("files");
        contacts.farewells.handed = 8;
        QTest::newRow("friends") << with(contacts) << QStringLiteral("zum Verschicken durch die ausscheidende Person")
                                 << QStringLiteral("8 zum");
        FilesSection files;
        files.businessFiles = 346;
        files.businessBytes = 302740;
        files.manifestSha256 = Sha256::of("manifest");
        QTest::newRow("files to be ticked")
            << with(files) << QStringLiteral("Dienstliche Dateien erhalten") << QStringLiteral("295,6 kB");
    }
    void saysNoMoreThanWhatWasDone()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        QFETCH(QString, notSaid);
        const Content content = ReceiptTexts(QStringLiteral("de")).content(*fromJson(json), QByteArray(32, 'x'));
        QStringList words;
        for (const Topic& topic : content.topics) {
            words += topic.said;
        }
        std::vector<Section> sections = content.blockA;
        sections.insert(sections.end(), content.annex.begin(), content.annex.end());
        for (const Section& section : sections) {
            words += section.paragraphs + section.points;
            for (const auto& row : section.rows) {
                words += row.value;
            }
            for (const QStringList& line : section.lines) {
                words += line;
            }
        }
        for (const Receivable& thing : receivables(*fromJson(json), QStringLiteral("de"))) {
            words += thing.label;
        }
        const QString all = words.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(said), qPrintable(all));
        QVERIFY2(!all.contains(notSaid), qPrintable(all));
    }

    void keepsTheLinesOfTheReply()
    {
        ReceiptRecord record = sampleRecord(QStringLiteral("de"));
        OutOfOfficeSection reply;
        reply.way = QStringLiteral("server");
        reply.from = reply.until = QDate(2026, 12, 31);
        reply.text = QStringLiteral("Guten Tag,\n\nich bin nicht mehr da.\nLea");
        record.set(reply);
        const Content content = ReceiptTexts(QStringLiteral("de")).content(record, QByteArray(32, 'x'));
        const auto section = std::find_if(content.annex.begin(), content.annex.end(), [](const Section& each) {
            return each.paragraphs.contains(QStringLiteral("ich bin nicht mehr da."));
        });
        QVERIFY(section != content.annex.end());
        QVERIFY(section->paragraphs.contains(QStringLiteral("Guten Tag,")));
        QCOMPARE(section->paragraphs.last(), QStringLiteral("Lea"));
    }

    void saysOnEveryPageThatBothSignaturesCount()
    {
        const QStringList pages = textOf(*drawReceipt(longRecord())).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
        QVERIFY(pages.size() >= 3);
        for (qsizetype page = 0; page < pages.size(); ++page) {
            QVERIFY(pages.at(page).contains(QStringLiteral("Dieses Protokoll gilt nur mit beiden Unterschriften.")));
            QVERIFY(pages.at(page).contains(QStringLiteral("Seite %1 von %2").arg(page + 1).arg(pages.size())));
        }
    }

    void printsDigestsInGroupsOfFour()
    {
        const QString text = textOf(*drawReceipt(sampleRecord())).simplified();
        QString grouped = QString::fromLatin1(Sha256::of("archive").toHex());
        for (qsizetype at = 60; at > 0; at -= 4) {
            grouped.insert(at, QLatin1Char(' '));
        }
        QVERIFY(text.contains(grouped));
    }

    void neverShowsPrivateThings()
    {
        const QString text = textOf(*drawReceipt(sampleRecord()));
        QVERIFY(!text.contains(QStringLiteral("@firma.example")));
    }

    void replacesWhatWouldReadBackwards()
    {
        const QByteArray pdf = *drawReceipt(longRecord());
        QVERIFY(textOf(pdf).contains(QChar(0xFFFD)));
        QVERIFY(!textOf(pdf).contains(QChar(0x202E)));
    }

    void readsTextOfSeveralLinesOn()
    {
        ReceiptRecord record = shortRecord();
        record.leaverReservation = QStringLiteral("Der Dienstwagen bleibt.\r\n\nBis Ende Dezember.");
        const QString text = textOf(*drawReceipt(record));
        QVERIFY(!text.contains(QChar(0xFFFD)));
        QVERIFY(text.contains(QStringLiteral("Der Dienstwagen bleibt.")));
        QVERIFY(text.contains(QStringLiteral("Bis Ende Dezember.")));
    }

    void saysTheSameTwice() { QCOMPARE(textOf(*drawReceipt(sampleRecord())), textOf(*drawReceipt(sampleRecord()))); }

    void needsNoFontOfTheSystem()
    {
        const Workbench bench;
        const QString text =
            run(QStringLiteral("pdffonts"), {bench.put(QStringLiteral("r.pdf"), *drawReceipt(sampleRecord()))}).text;
        QVERIFY(text.contains(QStringLiteral("DejaVuSansCondensed")) && !text.contains(QStringLiteral(" no  no ")));
    }

    void refusesARecordThatCannotBeReadBack_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        QTest::newRow("another language") << QStringLiteral("fr") << QStringLiteral("Lea");
        QTest::newRow("no language") << QString() << QStringLiteral("Lea");
        QTest::newRow("not a character") << QStringLiteral("de") << QString(QChar(0xFFFE));
        QTest::newRow("a name without end") << QStringLiteral("de") << QString(30000, QLatin1Char('x'));
    }
    void refusesARecordThatCannotBeReadBack()
    {
        QFETCH(QString, language);
        QFETCH(QString, name);
        ReceiptRecord record = shortRecord(language);
        record.people.leaver.name = name;
        const Result<QByteArray> pdf = drawReceipt(record);
        QVERIFY(!pdf.isOk());
        QCOMPARE(pdf.failure().kind, Failure::Kind::BadInput);
    }

    void isPendingUntilSigned()
    {
        const ReceiptFinding finding = verifyReceipt(*drawReceipt(sampleRecord()));
        QCOMPARE(finding.state, ReceiptState::Pending);
        QCOMPARE(finding.findings.front().kind, Finding::Kind::Unsigned);
    }

    void showsSignaturesInTheFlattenedCopy()
    {
        const Result<QByteArray> signedPdf = signedBy(*drawReceipt(sampleRecord()), leaverRequest());
        const Result<QByteArray> flat = flattenedCopy(*signedPdf);
        QVERIFY(flat.isOk());
        QVERIFY(!flat->contains("/Sig"));
        QVERIFY(textOf(*flat).contains(QStringLiteral("Unterschrieben am 30. Dezember 2026")));
        QVERIFY(verifyReceipt(*flat).state != ReceiptState::Intact);
    }

    void saysThatAForeignFileIsNoReceipt()
    {
        QCOMPARE(recordOf("hello").failure().kind, Failure::Kind::NotAReceipt);
        QCOMPARE(flattenedCopy("%PDF-1.4\nhello").failure().kind, Failure::Kind::NotAReceipt);
    }
};

int main(int argc, char** argv)
{
    return runWithGui<TestReceiptDocument>(argc, argv);
}

#include "tst_receipt_document.moc"
