// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/header_block.h"
#include "mail/message_header.h"

#include <QElapsedTimer>
#include <QTest>

using namespace staffelstab::mail;

class TestMessageHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /** GMime alone stops at the "=" that ends the first word. */
    void paddedEncodedWordsDoNotEndTheText()
    {
        const MessageHeader header =
            parseHeader("Subject: =?UTF-8?B?w7xiZQ==?= =?utf-8?b?cmdhYmU=?=\r\n =?UTF-8?B?IQ==?= x "
                        "=?iso-8859-1?Q?=E4?=\r\n"
                        "From: =?UTF-8?B?SsO8cmdlbg==?= =?UTF-8?B?IE3DvGxsZXI=?= <j@x.example>\r\n\r\n");
        QCOMPARE(header.subject, QStringLiteral("übergabe! x ä"));
        QCOMPARE(header.from.at(0).name, QStringLiteral("Jürgen Müller"));
    }

    void readsAnOrdinaryHeader()
    {
        const MessageHeader header =
            parseHeader("Return-Path: <lea@firma.example>\r\n"
                        "From: Lea Gehtbald <Lea@Firma.Example>\r\n"
                        "To: \"Vorgesetzt, Sven\" <sven@firma.example>,\r\n\tanna@privat.example\r\n"
                        "Cc: Chor: a@chor.example, b@chor.example;\r\n"
                        "Subject: Staffel\r\n stab\r\n"
                        "Date: Fri, 06 Nov 2026 10:00:00 +0100\r\n"
                        "Message-ID: <3@firma.example>\r\n"
                        "References: <1@firma.example>\r\n <2@firma.example>\r\n"
                        "In-Reply-To: <2@firma.example>\r\n"
                        "List-Id: Der Chor <Liste.Chor.example>\r\n"
                        "Sensitivity: Private\r\n"
                        "Content-Type: multipart/mixed; boundary=x\r\n\r\n");
        const std::vector<Address> from{{QStringLiteral("Lea Gehtbald"), QStringLiteral("lea@firma.example")}};
        const std::vector<Address> to{{QStringLiteral("Vorgesetzt, Sven"), QStringLiteral("sven@firma.example")},
                                      {QString(), QStringLiteral("anna@privat.example")}};
        QVERIFY(header.from == from);
        QVERIFY(header.to == to);
        QCOMPARE(header.cc.size(), std::size_t(2));
        QCOMPARE(header.subject, QStringLiteral("Staffel stab"));
        QCOMPARE(header.date, QDateTime(QDate(2026, 11, 6), QTime(9, 0), Qt::UTC));
        QCOMPARE(header.messageId, QByteArray("3@firma.example"));
        QVERIFY((header.references == std::vector<QByteArray>{"1@firma.example", "2@firma.example"}));
        QCOMPARE(header.listId, QByteArray("liste.chor.example"));
        QCOMPARE(header.sensitivity, Sensitivity::Private);
        QVERIFY(header.mayHaveAttachments);
        QVERIFY(!header.isAutomatic);
        QVERIFY(!header.isCalendar);
    }

    void decodesSubjects_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("readable");
        QTest::newRow("UTF-8 encoded word") << QByteArray("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=") << QStringLiteral("Grüße");
        QTest::newRow("Latin-1 encoded word") << QByteArray("=?ISO-8859-1?Q?Gr=FC=DFe?=") << QStringLiteral("Grüße");
        QTest::newRow("Windows-1252 base64") << QByteArray("=?windows-1252?B?gCA1MA==?=") << QStringLiteral("€ 50");
        QTest::newRow("language tag") << QByteArray("=?utf-8*de?Q?=C3=9C?=") << QStringLiteral("Ü");
        QTest::newRow("two words, one text")
            << QByteArray("=?utf-8?Q?Gr=C3=BC?=\r\n =?utf-8?Q?=C3=9Fe?=") << QStringLiteral("Grüße");
        QTest::newRow("raw UTF-8") << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                                 "e")
                                   << QStringLiteral("Grüße");
        QTest::newRow("raw Latin-1") << QByteArray("Gr\xfc\xdf"
                                                   "e")
                                     << QStringLiteral("Grüße");
        QTest::newRow("raw Windows-1252 euro") << QByteArray("\x80 50") << QStringLiteral("€ 50");
        QTest::newRow("japanese") << QByteArray("=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=") << QStringLiteral("日本");
        QTest::newRow("shift-jis") << QByteArray("=?Shift_JIS?B?k/qWew==?=") << QStringLiteral("日本");
        QTest::newRow("gb2312") << QByteArray("=?gb2312?B?xOO6ww==?=") << QStringLiteral("你好");
        QTest::newRow("koi8-r") << QByteArray("=?koi8-r?B?8NLJ18XU?=") << QStringLiteral("Привет");
        QTest::newRow("unknown charset") << QByteArray("=?x-nobody-knows?Q?Gr=C3=BC=C3=9Fe?=")
                                         << QStringLiteral("Grüße");
        QTest::newRow("broken word stays") << QByteArray("=?utf-8?X?abc?=") << QStringLiteral("=?utf-8?X?abc?=");
        QTest::newRow("NUL and control") << QByteArray("a\0b\x07"
                                                       "c",
                                                       5)
                                         << QStringLiteral("a b c");
        QTest::newRow("direction override is dropped") << QByteArray("a\xe2\x80\xae"
                                                                     "b")
                                                       << QStringLiteral("ab");
    }

    void decodesSubjects()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, readable);
        QCOMPARE(parseHeader("Subject: " + raw + "\r\n\r\n").subject, readable);
    }

    void leavesEmptyWhatIsMissingOrBroken_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an empty line") << QByteArray("\n");
        QTest::newRow("no header at all") << QByteArray("just some text\nand more");
        QTest::newRow("only NUL") << QByteArray(1000, '\0');
        QTest::newRow("empty fields") << QByteArray(
            "From:\nTo: \nDate: yesterday\nMessage-ID:\nList-Id: <>\nAuto-Submitted:\n\n");
        QTest::newRow("header over the limit") << "From: a@firma.example\nX: " + QByteArray(headerLimit, 'x') + "\n\n";
    }

    void leavesEmptyWhatIsMissingOrBroken()
    {
        QFETCH(QByteArray, raw);
        const MessageHeader header = parseHeader(raw);
        QVERIFY(header.from.empty());
        QVERIFY(header.to.empty());
        QVERIFY(header.subject.isEmpty());
        QVERIFY(!header.date.isValid());
        QVERIFY(header.messageId.isEmpty());
        QVERIFY(header.references.empty());
        QVERIFY(header.listId.isEmpty());
        QVERIFY(!header.isAutomatic);
    }

    void findsTheSender_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::newRow("raw Latin-1 name") << QByteArray("J\xfcrgen <j@firma.example>") << QStringLiteral("Jürgen")
                                          << QStringLiteral("j@firma.example");
        QTest::newRow("encoded name") << QByteArray("=?utf-8?B?SsO8cmdlbg==?= <j@firma.example>")
                                      << QStringLiteral("Jürgen") << QStringLiteral("j@firma.example");
        QTest::newRow("old style comment") << QByteArray("j@firma.example (Juergen)") << QStringLiteral("Juergen")
                                           << QStringLiteral("j@firma.example");
        QTest::newRow("name only") << QByteArray("Juergen") << QStringLiteral("") << QStringLiteral("juergen");
        QTest::newRow("quoted twice") << QByteArray("\"'J, K'\" <j@firma.example>") << QStringLiteral("'J, K'")
                                      << QStringLiteral("j@firma.example");
    }

    void findsTheSender()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, name);
        QFETCH(QString, address);
        const MessageHeader header = parseHeader("From: " + raw + "\n\n");
        QCOMPARE(header.from.size(), std::size_t(1));
        QCOMPARE(header.from.front().name, name);
        QCOMPARE(header.from.front().address, address);
    }

    void knowsAutomaticMail_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<bool>("isAutomatic");
        QTest::newRow("auto-replied") << QByteArray("Auto-Submitted: auto-replied; x=y") << true;
        QTest::newRow("by a human") << QByteArray("Auto-Submitted: no") << false;
        QTest::newRow("bulk") << QByteArray("Precedence: bulk") << true;
        QTest::newRow("list") << QByteArray("Precedence: list") << false;
        QTest::newRow("bounce") << QByteArray("Return-Path: <>") << true;
    }

    void knowsAutomaticMail()
    {
        QFETCH(QByteArray, raw);
        QTEST(parseHeader(raw + "\n\n").isAutomatic, "isAutomatic");
    }

    void takesTheListsAddressWhereThereIsNoId()
    {
        QCOMPARE(parseHeader("List-Post: <https://x>, <mailto:Chor@liste.example?subject=a>\n\n").listId,
                 QByteArray("chor@liste.example"));
    }

    void keepsRootAndNearestOfManyReferences()
    {
        QByteArray raw = "References:";
        for (int i = 0; i < 500; ++i) {
            raw += " <" + QByteArray::number(i) + "@x>";
        }
        const auto references = parseHeader(raw + "\nIn-Reply-To: <last@x>\n\n").references;
        QCOMPARE(references.size(), std::size_t(100));
        QCOMPARE(references.front(), QByteArray("0@x"));
        QCOMPARE(references.back(), QByteArray("last@x"));
        QCOMPARE(references.at(98), QByteArray("499@x"));
    }

    void staysQuickOnHostileHeaders_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::newRow("100,000 recipients") << "To: " + QByteArray("a@firma.example,\r\n ").repeated(100'000);
        QTest::newRow("a million open brackets") << "From: " + QByteArray(1'000'000, '(');
        QTest::newRow("a million less-than") << "References: " + QByteArray(1'000'000, '<');
        QTest::newRow("nested groups") << "To: " + QByteArray("g:").repeated(200'000);
        QTest::newRow("200,000 encoded words") << "Subject: " + QByteArray("=?utf-8?Q?a?= ").repeated(200'000);
        QTest::newRow("a million fields") << QByteArray("X: \n").repeated(1'000'000);
    }

    void staysQuickOnHostileHeaders()
    {
        QFETCH(QByteArray, raw);
        QElapsedTimer clock;
        clock.start();
        const MessageHeader header = parseHeader(raw + "\n\n");
        QVERIFY(header.to.size() <= 1000);
        QVERIFY2(clock.elapsed() < 60000, "more than linear time");
    }

    void findsTheEndOfTheHeaderInPieces_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("length");
        QTest::newRow("LF") << QByteArray("A: b\n\nbody") << 6;
        QTest::newRow("CRLF") << QByteArray("A: b\r\n\r\nbody") << 8;
        QTest::newRow("mixed") << QByteArray("A: b\n\r\nbody") << 7;
        QTest::newRow("empty header") << QByteArray("\nbody\n\n") << 1;
        QTest::newRow("none") << QByteArray("A: b\nC: d\n") << -1;
    }

    void findsTheEndOfTheHeaderInPieces()
    {
        QFETCH(QByteArray, raw);
        QFETCH(int, length);
        QCOMPARE(headerLength(raw), qsizetype(length));
        for (qsizetype cut = 0; cut < raw.size(); ++cut) {
            const qsizetype early = headerLength(QByteArrayView(raw).first(cut));
            QCOMPARE(early >= 0 ? early : headerLength(raw, cut), qsizetype(length));
        }
    }
};

QTEST_GUILESS_MAIN(TestMessageHeader)
#include "tst_message_header.moc"
