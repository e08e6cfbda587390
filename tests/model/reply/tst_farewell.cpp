// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/smtp/farewell.h"
#include "reply/smtp/mail_sender.h"
#include "servers/exim_server.h"
#include "support/result_checks.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::reply;
using Kind = Failure::Kind;

/** Farewell mails as they are written, and as a real Exim takes them. */
class TestFarewell : public QObject
{
    Q_OBJECT
private:
    JobContext m_job;
    std::unique_ptr<tests::EximServer> m_exim;
    SmtpServer m_server;

    static People people()
    {
        People people;
        people.leaver = {QStringLiteral("Léa Gehtbald"), QStringLiteral("lea@firma.example"), {}, {}};
        people.lastWorkingDay = QDate(2026, 12, 31);
        return people;
    }
    static LetterFrame frame()
    {
        return {Audience::Private,   people(), QStringLiteral("lea@privat.example"), {}, QStringLiteral("2026-ABC123"),
                QStringLiteral("de")};
    }
    static QByteArray message(const Addressee& to)
    {
        return farewellMessage(proposeFarewell(QStringLiteral("de"), {}), frame(), to,
                               QDateTime(QDate(2026, 12, 18), QTime(14, 20), Qt::UTC));
    }
    static QByteArray bodyOf(const QByteArray& message)
    {
        return QByteArray::fromBase64(message.mid(message.indexOf("\r\n\r\n") + 4));
    }
    bool startExim()
    {
        m_exim = std::make_unique<tests::EximServer>();
        m_server = m_exim->server();
        return m_exim->isRunning();
    }
    [[nodiscard]] QByteArrayList delivered() const { return m_exim->delivered(); }
    static Secret password() { return tests::EximServer::password(); }

private Q_SLOTS:
    void speaksToOnePersonByName()
    {
        const QByteArray text = message({QStringLiteral("Anna Müller"), QStringLiteral("anna@privat.example")});
        QVERIFY(text.contains("\r\nTo: =?utf-8?B?"));
        QCOMPARE(text.count("@privat.example"), 1); // the receiver alone stands in the header
        const QString body = QString::fromUtf8(bodyOf(text));
        QVERIFY(body.startsWith(QStringLiteral("Hallo Anna Müller,")));
        QVERIFY(body.contains(QStringLiteral("lea@privat.example")));
        QVERIFY(body.contains(QStringLiteral("31. Dezember 2026")));
        QVERIFY(!body.contains(u'{'));
        for (const QByteArray& line : text.split('\n')) {
            QVERIFY(line.size() <= 78);
        }
    }

    void isNoFarewellWhereItsAddressIsMissing()
    {
        LetterFrame without = frame();
        without.privateAddress.clear();
        const auto isMissing = [&without](const QString& body) {
            const auto faults = faultsOf({QStringLiteral("Adieu"), body}, without);
            return std::find(faults.begin(), faults.end(), LetterFault::NoPrivateAddress) != faults.end();
        };
        QVERIFY(isMissing(proposeFarewell(QStringLiteral("de"), {}).body));
        QVERIFY(isMissing(proposeFarewell(QStringLiteral("en"), {}).body));
        QVERIFY(!isMissing(QStringLiteral("Macht es gut.")));
        QVERIFY(!isMissing(QStringLiteral("Macht es gut.\nIch bin unter {private_address}.\n"
                                          "{!private_address}Die neue Adresse folgt.")));
    }

    void knowsAPersonWithoutAName()
    {
        const QByteArray text = message({{}, QStringLiteral("anna@privat.example")});
        QVERIFY(text.contains("\r\nTo: <anna@privat.example>\r\n"));
        QVERIFY(bodyOf(text).startsWith("Hallo,"));
        // A firm's text may have a line of its own for them.
        const Farewell own{QStringLiteral("Adieu"), QStringLiteral("Hallo {name},\n{!name}Guten Tag,")};
        QCOMPARE(filledFor(own, frame(), {{}, QStringLiteral("anna@privat.example")}).body,
                 QStringLiteral("Guten Tag,"));
    }

    void isTheSameMessageWhenItIsSentAgain()
    {
        const auto idOf = [](const QByteArray& text) {
            const qsizetype at = text.indexOf("Message-ID:");
            return text.mid(at, text.indexOf('\r', at) - at);
        };
        const Addressee anna{QStringLiteral("Anna"), QStringLiteral("anna@privat.example")};
        QCOMPARE(idOf(message(anna)), idOf(message({QStringLiteral("A."), QStringLiteral("Anna@privat.example")})));
        QVERIFY(idOf(message(anna)) != idOf(message({QStringLiteral("Anna"), QStringLiteral("anna@other.example")})));
    }

    void tellsBusinessContactsWhomToTurnTo_data()
    {
        QTest::addColumn<QString>("successor");
        QTest::addColumn<QString>("neutral");
        QTest::addColumn<QString>("said");
        QTest::newRow("a successor") << QStringLiteral("Nora Nachfolge") << QStringLiteral("info@firma.example")
                                     << QStringLiteral("Nora Nachfolge (nora@firma.example)");
        QTest::newRow("a shared mailbox")
            << QString() << QStringLiteral("info@firma.example") << QStringLiteral("info@firma.example");
    }
    void tellsBusinessContactsWhomToTurnTo()
    {
        QFETCH(QString, successor);
        QFETCH(QString, neutral);
        QFETCH(QString, said);
        LetterFrame business = frame();
        business.audience = Audience::Business;
        business.privateAddress.clear();
        business.neutralMailbox = neutral;
        business.people.successor = {
            successor, successor.isEmpty() ? QString() : QStringLiteral("nora@firma.example"), {}, {}};
        const Farewell notice = proposeNotice(QStringLiteral("de"));
        QVERIFY(faultsOf(notice, business).empty());
        const QString body = QString::fromUtf8(
            bodyOf(farewellMessage(notice, business, {{}, QStringLiteral("ein@kauf.example")}, QDateTime())));
        QVERIFY2(body.contains(said), qPrintable(body));
        QCOMPARE(body.contains(QStringLiteral("info@firma.example")), successor.isEmpty());
        QVERIFY(!body.contains(QStringLiteral("privat")));
    }

    void givesNoReasonForLeaving_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("English") << QStringLiteral("en");
    }
    void givesNoReasonForLeaving()
    {
        QFETCH(QString, language);
        static const QRegularExpression reason(
            QStringLiteral("kündig|entlass|aufheb|ruhestand|rente|befrist|krank|dismiss|redundan|resign|retire|fired"),
            QRegularExpression::CaseInsensitiveOption);
        for (const Farewell& letter : {proposeFarewell(language, {}), proposeNotice(language)}) {
            QVERIFY(!letter.subject.isEmpty() && !letter.body.isEmpty());
            QVERIFY(!(letter.subject + letter.body).contains(reason));
        }
    }

    void saysWhatKeepsALetterFromBeingSent_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("fault");
        const QString text = QStringLiteral("Hallo {name}");
        const QString fine = QStringLiteral("lea@privat.example");
        const auto number = [](LetterFault fault) { return static_cast<int>(fault); };
        QTest::newRow("no subject") << QString() << text << fine << number(LetterFault::NoSubject);
        QTest::newRow("no text") << text << QStringLiteral(" \n ") << fine << number(LetterFault::NoText);
        QTest::newRow("a place nobody knows")
            << text << QStringLiteral("{salary}") << fine << number(LetterFault::UnknownPlace);
        QTest::newRow("two private addresses")
            << text << text << QStringLiteral("a@b.example, c@d.example") << number(LetterFault::BadPrivateAddress);
        QTest::newRow("a book") << text << QString(9000, u'x') << fine << number(LetterFault::TooLong);
    }
    void saysWhatKeepsALetterFromBeingSent()
    {
        QFETCH(QString, subject);
        QFETCH(QString, body);
        QFETCH(QString, address);
        QFETCH(int, fault);
        LetterFrame mine = frame();
        mine.privateAddress = address;
        QVERIFY(faultsOf({subject, body}, mine) == std::vector{static_cast<LetterFault>(fault)});
        mine.privateAddress.clear();
        mine.people.leaver.email = QStringLiteral("lea");
        QVERIFY(faultsOf({QStringLiteral("a"), QStringLiteral("b")}, mine) == std::vector{LetterFault::NoSender});
    }

    void takesOneAddressAndNothingElse_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("plain") << QStringLiteral("anna@privat.example") << true;
        QTest::newRow("umlauts") << QStringLiteral("jürgen@müller.example") << true;
        QTest::newRow("two") << QStringLiteral("a@b.example,c@d.example") << false;
        QTest::newRow("with a name") << QStringLiteral("Anna <a@b.example>") << false;
        QTest::newRow("a line break") << QStringLiteral("a@b.example\r\nBcc: x@y.example") << false;
        QTest::newRow("a group") << QStringLiteral("all:a@b.example;") << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("too long") << QString(260, u'a') + QStringLiteral("@b.example") << false;
    }
    void takesOneAddressAndNothingElse()
    {
        QFETCH(QString, address);
        QFETCH(bool, isOne);
        QCOMPARE(isOneAddress(address), isOne);
    }

    void handsMailsInOneByOne()
    {
        QVERIFY2(startExim(), qPrintable(m_exim->errorText()));
        MailSender sender(m_server, password());
        for (const QString& to : {QStringLiteral("anna@privat.example"), QStringLiteral("bert@privat.example")}) {
            VERIFY_OK(sender.send(QStringLiteral("lea@firma.example"), to, message({{}, to}), m_job));
        }
        QTRY_COMPARE_WITH_TIMEOUT(delivered().size(), 2, 20000);
        for (const QByteArray& mail : delivered()) {
            QCOMPARE(mail.count("Envelope-to: "), 1);
            QVERIFY(mail.contains("Envelope-to: anna@privat.example") !=
                    mail.contains("Envelope-to: bert@privat.example"));
        }
    }

    void saysWhatTheServerWouldNotTake()
    {
        QVERIFY2(startExim(), qPrintable(m_exim->errorText()));
        MailSender sender(m_server, password());
        const QString from = QStringLiteral("lea@firma.example");
        const QString nobody = QStringLiteral("unbekannt@privat.example");
        QCOMPARE(sender.send(from, nobody, message({{}, nobody}), m_job).failure().kind, Kind::ServerRefused);
        QVERIFY(!sender.mayHaveArrived());
        // The next one goes all the same.
        VERIFY_OK(sender.send(from, QStringLiteral("anna@privat.example"), message({{}, nobody}), m_job));
        MailSender stranger(m_server, Secret(QByteArrayView("falsch")));
        QCOMPARE(stranger.send(from, nobody, message({{}, nobody}), m_job).failure().kind, Kind::LoginRefused);
    }

    void sendsNothingToAServerItCannotProve()
    {
        QVERIFY2(startExim(), qPrintable(m_exim->errorText()));
        m_server.caFile.clear();
        MailSender sender(m_server, password());
        const QString anna = QStringLiteral("anna@privat.example");
        QCOMPARE(sender.send(QStringLiteral("lea@firma.example"), anna, message({{}, anna}), m_job).failure().kind,
                 Kind::CertificateUnknown);
        QVERIFY(delivered().isEmpty());
    }

    void stopsWhenAsked()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto cancelled = std::make_shared<std::atomic_bool>(true);
        const JobContext job({}, cancelled);
        MailSender sender({QStringLiteral("127.0.0.1"),
                           silent.serverPort(),
                           SmtpServer::Security::StartTls,
                           QStringLiteral("lea"),
                           {}},
                          password());
        const QString anna = QStringLiteral("anna@privat.example");
        QCOMPARE(sender.send(QStringLiteral("lea@firma.example"), anna, message({{}, anna}), job).failure().kind,
                 Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestFarewell)
#include "tst_farewell.moc"
