// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/body_text.h"
#include "mail/message_header.h"
#include "separation/new_text.h"
#include "separation/text_features.h"

#include <QTest>

#include <algorithm>

using namespace staffelstab;
using namespace staffelstab::separation;

namespace {

TextFeatures featuresOf(const QString& text, const QString& subject = {}, const QStringList& attachments = {})
{
    return readTextFeatures(subject, {text, attachments, false});
}

} // namespace

class TestTextFeatures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsOffWhatIsQuoted_data();
    void cutsOffWhatIsQuoted();
    void hearsTheTone();
    void hearsFirstNames_data();
    void hearsFirstNames();
    void takesNamesFromTheHeader();
    void knowsTheLanguage_data();
    void knowsTheLanguage();
    void seesWhatIsAttached_data();
    void seesWhatIsAttached();
    void countsNothingOfTheQuoteAsNew();
    void keepsHashesOfFewWordsOnly();
    void readsDecodedParts();
    void survivesJunk_data();
    void survivesJunk();
};

void TestTextFeatures::cutsOffWhatIsQuoted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("hasQuote");
    const auto row = [](const char* name, const char* text, const char* expected, bool hasQuote) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected) << hasQuote;
    };
    row("nothing quoted", "Bis morgen!\n", "Bis morgen!\n", false);
    row("Outlook in English", "Fine.\n\n-----Original Message-----\nFrom: Kim\n", "Fine.\n\n", true);
    row("Outlook in German", "Passt.\n-----Ursprüngliche Nachricht-----\nVon: Kim\n", "Passt.\n", true);
    row("header block", "Ja.\n\nVon: Kim Beispiel\nGesendet: Montag\nAn: Lea\nBetreff: Kuchen\n\nalt", "Ja.\n\n", true);
    row("Notes", "Sure.\n\nKim Beispiel\n09/13/2000 06:22 PM\nTo: Lea\ncc:\nSubject: cake\n\nold", "Sure.\n\n", true);
    row("attribution in German", "Gern.\nAm 3.5.2026 schrieb Kim Beispiel:\n> alt\n", "Gern.\n", true);
    row("attribution in English", "Sure.\nOn 3 May 2026, Kim wrote:\n> old\n", "Sure.\n", true);
    row("signature", "Bis dann\n-- \nLea Gehtbald\nFirma GmbH\n", "Bis dann\n", false);
    row("disclaimer", "Anbei.\nDiese E-Mail enthält vertrauliche Informationen.\n", "Anbei.\n", false);
    row("forwarded as it is", "---- Forwarded by Kim ----\nalt\n", "", true);
    row("to: in a sentence", "To: whom it may concern\nHello\n", "To: whom it may concern\nHello\n", false);
}

void TestTextFeatures::cutsOffWhatIsQuoted()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(bool, hasQuote);
    const NewText found = newTextOf(text);
    QCOMPARE(found.text.toString(), expected);
    QCOMPARE(found.hasQuote, hasQuote);
}

void TestTextFeatures::hearsTheTone()
{
    using F = TextFeatures;
    const F friendly =
        featuresOf(QStringLiteral("Hallo Lea,\nich freue mich auf dich und deinen Kuchen! Danke :-)\nLG Kim"));
    QCOMPARE(friendly.salutation, Register::Informal);
    QCOMPARE(friendly.closing, Register::Informal);
    QCOMPARE(int(friendly.count[F::Du]), 2);
    QCOMPARE(int(friendly.count[F::Thanks]), 1);
    QCOMPARE(int(friendly.count[F::Smileys]), 1);
    QVERIFY(friendly.count[F::PrivateWords] > 0);
    const F formal = featuresOf(QStringLiteral(
        "Sehr geehrte Frau Gehtbald,\nanbei unser Angebot für Ihren Auftrag.\nMit freundlichen Grüßen\nKim Beispiel"));
    QCOMPARE(formal.salutation, Register::Formal);
    QCOMPARE(formal.closing, Register::Formal);
    QVERIFY(formal.count[F::BusinessWords] > 0 && formal.count[F::We] > 0);
    QCOMPARE(int(formal.count[F::Du]), 0);
}

void TestTextFeatures::hearsFirstNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Register>("salutation");
    QTest::addColumn<Register>("closing");
    const auto row = [](const char* name, const char* text, Register salutation, Register closing) {
        QTest::newRow(name) << QString::fromUtf8(text) << salutation << closing;
    };
    row("first name", "Alexandra,\n\nkommst du mit? Bring bitte die Karten von gestern mit.", Register::Informal,
        Register::None);
    row("short form", "Alex, kommst du mit? Bring bitte die Karten von gestern und heute mit.", Register::Informal,
        Register::None);
    row("dear and first name", "Dear Alexandra,\n\nwill you come along? Please bring the cards of yesterday.",
        Register::Informal, Register::None);
    row("family name", "Frau Müller,\n\nbitte senden Sie die Unterlagen bis Freitag an das Werk in Ulm.",
        Register::Formal, Register::None);
    row("full name", "Sehr geehrte Frau Alexandra Müller,\n\nbitte senden Sie die Unterlagen bis Freitag.",
        Register::Formal, Register::None);
    row("a name in the middle", "Bitte senden Sie die Unterlagen bis Freitag, Alexandra weiß Bescheid und hilft gern.",
        Register::None, Register::None);
    row("signed by the first name", "Die Karten von gestern liegen bei mir im Zimmer auf dem Tisch.\n\nKim",
        Register::None, Register::Informal);
    row("signed by the full name", "Die Karten von gestern liegen bei mir im Zimmer auf dem Tisch.\n\nKim Beispiel",
        Register::None, Register::None);
    row("formally, by the first name", "Die Karten von gestern liegen auf dem Tisch.\n\nMit freundlichen Grüßen\nKim",
        Register::None, Register::Formal);
}

void TestTextFeatures::hearsFirstNames()
{
    QFETCH(QString, text);
    mail::MessageHeader header;
    header.from = {{QStringLiteral("Beispiel, Kim (Einkauf)"), QStringLiteral("k@kunde.example")}};
    header.to = {{QStringLiteral("Dr. Alexandra Müller"), QStringLiteral("a@firma.example")}};
    const TextFeatures features = readTextFeatures({}, {text, {}, false}, speakingNamesOf(header));
    QTEST(features.salutation, "salutation");
    QTEST(features.closing, "closing");
}

void TestTextFeatures::takesNamesFromTheHeader()
{
    mail::MessageHeader header;
    header.from = {{{}, QStringLiteral("kim.beispiel@kunde.example")}};
    header.to = {{QStringLiteral("Einkauf"), QStringLiteral("einkauf@firma.example")},
                 {QStringLiteral("Lea Gehtbald"), QStringLiteral("lg@firma.example")}};
    const SpeakingNames names = speakingNamesOf(header);
    QCOMPARE(names.writerFirst, std::vector<QByteArray>{"kim"});
    QCOMPARE(names.writerFamily, std::vector<QByteArray>{"beispiel"});
    QCOMPARE(names.readerFirst, std::vector<QByteArray>{"lea"});
    QVERIFY(isCalled("lea", names.readerFirst));
    QVERIFY(!isCalled("le", names.readerFirst));
    header.to.assign(5'000, {QStringLiteral("Lea Gehtbald"), {}});
    QVERIFY(speakingNamesOf(header).readerFirst.size() < 100);
}

void TestTextFeatures::knowsTheLanguage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("language");
    QTest::newRow("German") << QStringLiteral("Das ist nicht für die Kinder und das Auto.") << int(Language::German);
    QTest::newRow("English") << QStringLiteral("That is not for the kids and the car.") << int(Language::English);
    QTest::newRow("neither") << QStringLiteral("OK 42") << int(Language::Unknown);
}

void TestTextFeatures::knowsTheLanguage()
{
    QFETCH(QString, text);
    QFETCH(int, language);
    QCOMPARE(int(featuresOf(text).language), language);
}

void TestTextFeatures::seesWhatIsAttached_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("kinds");
    QTest::newRow("none") << QStringList() << 0;
    QTest::newRow("spreadsheet") << QStringList{QStringLiteral("Plan.XLSX")} << int(Attached::document);
    QTest::newRow("photos") << QStringList{QStringLiteral("IMG_1.jpg"), QStringLiteral("image/png")}
                            << int(Attached::picture);
    QTest::newRow("both") << QStringList{QStringLiteral("a.pdf"), QStringLiteral("b.heic")}
                          << int(Attached::document | Attached::picture);
    QTest::newRow("appointment") << QStringList{QStringLiteral("text/calendar")} << int(Attached::calendar);
    QTest::newRow("unknown") << QStringList{QStringLiteral("x.bin")} << int(Attached::other);
}

void TestTextFeatures::seesWhatIsAttached()
{
    QFETCH(QStringList, names);
    QFETCH(int, kinds);
    QCOMPARE(int(featuresOf({}, {}, names).attached), kinds);
}

void TestTextFeatures::countsNothingOfTheQuoteAsNew()
{
    const TextFeatures reply = featuresOf(QStringLiteral("ok\n\n-----Original Message-----\n") +
                                          QStringLiteral("Geburtstag Kuchen Oma du dich ich! ").repeated(20));
    QCOMPARE(int(reply.count[TextFeatures::Length]), 1);
    QCOMPARE(int(reply.count[TextFeatures::PrivateWords]), 0);
    QCOMPARE(int(reply.count[TextFeatures::Du]), 0);
    QVERIFY(reply.count[TextFeatures::QuotedPrivateWords] > 0);
}

void TestTextFeatures::keepsHashesOfFewWordsOnly()
{
    QString text;
    for (int i = 0; i < 500; ++i) {
        text += QStringLiteral("wort%1x ").arg(i);
    }
    const TextFeatures features = featuresOf(text);
    QCOMPARE(features.words.size(), TextFeatures::mostWords);
    QCOMPARE(features.words.front(), wordHash("wort0x"));
    std::vector<quint16> sorted = features.words;
    std::sort(sorted.begin(), sorted.end());
    QVERIFY(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
    QCOMPARE(int(features.count[TextFeatures::Length]), 125);
}

void TestTextFeatures::readsDecodedParts()
{
    const QByteArray header = "Content-Type: multipart/mixed; boundary=b\n\n";
    const QByteArray body = "--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
                            "quoted-printable\n\nGr=FC=DFe von Oma\n--b\nContent-Type: image/jpeg; name=\"foto.jpg\"\n"
                            "Content-Transfer-Encoding: base64\n\nAAAA";
    const mail::BodyText text = mail::readBodyText(header, body);
    QCOMPARE(text.text.trimmed(), QStringLiteral("Grüße von Oma"));
    QCOMPARE(text.attachments, QStringList{QStringLiteral("foto.jpg")});
    const mail::BodyText html = mail::readBodyText("Content-Type: text/html\n\n", "<p>Hallo <b>Lea</b></p>");
    QCOMPARE(html.text, QStringLiteral("Hallo Lea"));
    QVERIFY(html.isHtmlOnly);
}

void TestTextFeatures::survivesJunk_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QByteArray junk(20'000, '\0');
    for (qsizetype i = 0; i < junk.size(); ++i) {
        junk[i] = static_cast<char>(i * 7919 >> 3);
    }
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("no header") << QByteArray("\n") << QByteArray("Hallo");
    QTest::newRow("binary junk as text") << QByteArray("Content-Type: text/plain\n\n") << junk;
    QTest::newRow("binary junk as HTML") << QByteArray("Content-Type: text/html\n\n") << junk;
    QTest::newRow("unknown charset") << QByteArray("Content-Type: text/plain; charset=x-klingon\n\n")
                                     << QByteArray("\xe4\xf6");
    QTest::newRow("cut in the middle of base64")
        << QByteArray("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n") << QByteArray("SGFsbG8gTGVhL");
    QTest::newRow("parts without an end")
        << QByteArray("Content-Type: multipart/mixed; boundary=b\n\n") << QByteArray("--b\n\n").repeated(3'000);
    QTest::newRow("one endless line") << QByteArray("Content-Type: text/plain\n\n") << QByteArray(100'000, 'a');
    QTest::newRow("only '>'") << QByteArray("\n") << QByteArray(8'000, '>');
    QTest::newRow("dashes") << QByteArray("\n") << QByteArray("----\n").repeated(2'000);
    QTest::newRow("To: on every line") << QByteArray("\n") << QByteArray("To:\n").repeated(2'000);
}

void TestTextFeatures::survivesJunk()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    const TextFeatures features = readTextFeatures(QString(5'000'000, u'Q'), mail::readBodyText(header, body));
    QVERIFY(features.words.size() <= TextFeatures::mostWords);
    QVERIFY(features.isRead);
}

QTEST_GUILESS_MAIN(TestTextFeatures)
#include "tst_text_features.moc"
