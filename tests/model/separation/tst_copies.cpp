// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/copies.h"

#include "made_mail.h"
#include "mail/body_text.h"
#include "mail/imap/imap_store.h"
#include "model/mail/mail_recorders.h"
#include "servers/dovecot_server.h"
#include "support/result_checks.h"
#include "support/sample_pst.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::separation;

namespace {

/** What Anna sent, as the mail server got it; Outlook kept it as text and HTML (tests/support/sample_pst). */
QByteArray asSent(const QByteArray& text, const QByteArray& id = "1@privat.example")
{
    return "From: Anna Privat <anna@privat.example>\r\nTo: Lea <lea@firma.example>\r\nSubject: Angebot\r\n"
           "Date: Thu, 5 Mar 2026 09:30:00 +0000\r\nMessage-ID: <" +
           id + ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
}

/** What Sven sent inside the firm: Outlook keeps neither its header nor its Message-ID. */
QByteArray asServerHasIt()
{
    return "From: Sven Vorgesetzt <sven@firma.example>\r\nTo: lea@firma.example\r\nSubject: AW: Budget\r\n"
           "Date: Thu, 5 Mar 2026 09:30:00 +0000\r\nMessage-ID: <77@firma.example>\r\n\r\nSiehe oben.\r\n";
}

const QByteArray greetings = "Sch\xc3\xb6ne Gr\xc3\xbc\xc3\x9f"
                             "e\r\nFrom hier an weiter";

void fill(MessageTable& table, quint16 mailbox, mail::MailStore& store)
{
    JobContext job;
    const auto folders = store.folders(job);
    VERIFY_OK(folders);
    RecordingSink sink;
    VERIFY_OK(store.scan(*folders, sink, job));
    const quint32 folder = table.addFolder({mailbox, folders->front()});
    for (mail::ScannedMessage& message : sink.messages) {
        MessageFacts facts = factsOf(std::move(message));
        facts.mailbox = mailbox;
        facts.folder = folder;
        table.append(facts);
    }
}

MessageFacts withText(made::Mailbox& mailbox, quint32 folder, const QByteArray& id, const QString& text)
{
    MessageFacts facts =
        mailbox.factsOf({folder, QStringLiteral("anna@privat.example"), mailbox.own, QStringLiteral("Hallo"), id});
    facts.mailbox = static_cast<quint16>(folder);
    facts.date = made::time(0);
    facts.header.date = facts.date;
    facts.text = readTextFeatures(facts.header.subject, {text, {}, false});
    return facts;
}

} // namespace

class TestCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageOnTheServerInAPstAndAmongFilesIsOne()
    {
        tests::DovecotServer server;
        QVERIFY2(server.isRunning(), qPrintable(server.error()));
        const QTemporaryDir dir;
        JobContext job;
        MessageTable table;
        table.setOwnAddresses({QStringLiteral("lea@firma.example")});

        auto source = server.source();
        source.folders = QStringList{QStringLiteral("INBOX")};
        QVERIFY(server.fill(QStringLiteral("INBOX"), {asSent(greetings), asServerHasIt()}));
        auto imap = mail::openImapStore(source, server.password(), job);
        VERIFY_OK(imap);
        fill(table, 0, **imap);

        mail::MailboxSource outlook;
        outlook.kind = mail::StoreKind::Pst;
        outlook.path = dir.filePath(QStringLiteral("sample.pst"));
        test::writeSamplePst(outlook.path);
        auto pst = openMailStore(outlook, Secret(), job);
        VERIFY_OK(pst);
        fill(table, 1, **pst);

        mail::MailboxSource files;
        files.kind = mail::StoreKind::Eml;
        files.path = dir.filePath(QStringLiteral("files"));
        writeFile(files.path + QStringLiteral("/a.eml"), asSent(greetings));
        // One that goes by the same name and says something else is none of them.
        writeFile(files.path + QStringLiteral("/b.eml"), asSent("Anbei unsere Preisliste mit neuen Rabatten"));
        auto eml = openMailStore(files, Secret(), job);
        VERIFY_OK(eml);
        fill(table, 2, **eml);

        SeparationPlan plan(table, made::context());
        const Row onServer = 0;
        QCOMPARE(table.messageId(onServer), QByteArray("1@privat.example"));
        QVERIFY(plan.decide(Scope::Message, plan.keyOf(Scope::Message, onServer), Verdict::Private, made::time(1)));
        std::map<quint16, int> decided;
        for (Row row = 0; row < table.size(); ++row) {
            decided[table.mailbox(row)] += plan.verdict(row) == Verdict::Private ? 1 : 0;
        }
        QCOMPARE(decided, (std::map<quint16, int>{{0, 1}, {1, 1}, {2, 1}}));
        QCOMPARE(plan.copies(), 2U);
    }

    void comparesWhatIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isCopy");
        QTest::newRow("the same") << QStringLiteral("Treffen morgen Abend beim Verein, bring bitte Kuchen mit") << true;
        QTest::newRow("cut off") << QStringLiteral("Treffen morgen Abend beim") << true;
        QTest::newRow("a line more") << QStringLiteral("Treffen morgen Abend beim Verein, bring bitte Kuchen mit. "
                                                       "Gesendet unterwegs")
                                     << true;
        QTest::newRow("nothing readable") << QString() << true;
        QTest::newRow("something else") << QStringLiteral("Angebot Nummer vier liegt der Nachricht bei") << false;
        QTest::newRow("half of it") << QStringLiteral("Treffen morgen Abend beim Vorstand, Quartalszahlen, Haushalt, "
                                                      "Personalplanung")
                                    << false;
    }
    void comparesWhatIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(bool, isCopy);
        for (const QByteArray& otherId : {QByteArray("1@x"), QByteArray()}) {
            made::Mailbox mailbox;
            const quint32 one = mailbox.addFolder(QStringLiteral("INBOX"));
            const quint32 other = mailbox.addFolder(QStringLiteral("Archiv"), mail::SpecialUse::None, 1);
            mailbox.table.append(withText(mailbox, one, "1@x",
                                          QStringLiteral("Treffen morgen Abend beim Verein, bring bitte Kuchen mit")));
            mailbox.table.append(withText(mailbox, other, otherId, text));
            QCOMPARE(originalsOf(mailbox.table), (std::vector<Row>{0, isCopy ? 0U : 1U}));
        }
    }

    void twoWithoutMessageIdInOneMailboxAreCopiesOfNothing()
    {
        made::Mailbox mailbox;
        const quint32 one = mailbox.addFolder(QStringLiteral("INBOX"));
        const quint32 other = mailbox.addFolder(QStringLiteral("Archiv"), mail::SpecialUse::None, 1);
        const QString text = QStringLiteral("Treffen morgen Abend");
        mailbox.table.append(withText(mailbox, one, "1@x", text));
        mailbox.table.append(withText(mailbox, other, {}, text));
        mailbox.table.append(withText(mailbox, other, {}, text));
        QCOMPARE(originalsOf(mailbox.table), (std::vector<Row>{0, 1, 2}));
    }

    void oneUnderSeveralLabelsIsOneWhateverItsHeaderLacks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<quint16>("mailbox");
        QTest::addColumn<bool>("isSameFolder");
        QTest::addColumn<bool>("isOne");
        const QString text = QStringLiteral("Treffen morgen Abend");
        QTest::newRow("in two folders") << text << quint16(0) << false << true;
        QTest::newRow("in one folder") << text << quint16(0) << true << false;
        QTest::newRow("in two mailboxes") << text << quint16(1) << false << false;
        QTest::newRow("with another text")
            << QStringLiteral("Angebot Nummer vier liegt bei") << quint16(0) << false << false;
    }
    void oneUnderSeveralLabelsIsOneWhateverItsHeaderLacks()
    {
        QFETCH(QString, text);
        QFETCH(quint16, mailbox);
        QFETCH(bool, isSameFolder);
        QFETCH(bool, isOne);
        made::Mailbox made;
        const quint32 inbox = made.addFolder(QStringLiteral("INBOX"));
        const quint32 all = made.addFolder(QStringLiteral("[Gmail]/Alle Nachrichten"), mail::SpecialUse::None, mailbox);
        const std::array texts{QStringLiteral("Treffen morgen Abend"), text};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            MessageFacts facts = withText(made, inbox, {}, texts[i]);
            facts.folder = i == 0 || isSameFolder ? inbox : all;
            facts.mailbox = i == 0 ? quint16(0) : mailbox;
            facts.fingerprint = "0123456789abcdef";
            facts.date = QDateTime();
            facts.header.date = QDateTime();
            made.table.append(facts);
        }
        SeparationPlan plan(made.table, made::context());
        QVERIFY(plan.decide(Scope::Message, plan.keyOf(Scope::Message, 0), Verdict::Private, made::time(1)));
        QCOMPARE(plan.verdict(1), isOne ? Verdict::Private : Verdict::Undecided);
        QCOMPARE(originalsOf(made.table), (std::vector<Row>{0, isOne ? 0U : 1U}));
    }
    void twoAlikeOfOneFolderAreDecidedTogetherWhereAnotherHasTheirLike()
    {
        made::Mailbox made;
        const quint32 inbox = made.addFolder(QStringLiteral("INBOX"));
        const quint32 all = made.addFolder(QStringLiteral("[Gmail]/Alle Nachrichten"));
        // Brought in twice: nobody can say which of the two in the inbox is which in the other folder.
        for (const quint32 folder : {inbox, inbox, all, all}) {
            MessageFacts facts = withText(made, folder, {}, QStringLiteral("Treffen morgen Abend"));
            facts.mailbox = 0;
            facts.fingerprint = "0123456789abcdef";
            facts.date = QDateTime();
            facts.header.date = QDateTime();
            made.table.append(facts);
        }
        QCOMPARE(originalsOf(made.table), (std::vector<Row>{0, 0, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
