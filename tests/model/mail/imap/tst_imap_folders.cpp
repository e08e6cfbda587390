// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/folder_list.h"
#include "model/mail/imap/collectors.h"
#include "model/mail/imap/scripted_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::tests;
using mail::SpecialUse;
using Kind = Failure::Kind;

class TestImapFolders : public QObject
{
    Q_OBJECT

    TestJob m_job;

    Result<std::vector<mail::Folder>> list(ScriptedServer& server, const QStringList& wanted = {})
    {
        mail::MailboxSource source = ScriptedServer::source();
        source.folders = wanted;
        auto store = server.open(m_job.context, source);
        if (!store) {
            return store.failure();
        }
        return (*store)->folders(m_job.context);
    }
    static QStringList paths(const std::vector<mail::Folder>& folders)
    {
        QStringList all;
        for (const mail::Folder& folder : folders) {
            all << folder.path;
        }
        return all;
    }

private Q_SLOTS:
    void readsNamesOfEverySpelling_data()
    {
        QTest::addColumn<QByteArray>("rawName");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<QString>("path");
        QTest::newRow("modified UTF-7") << QByteArray("Pers&APY-nlich/Verein") << '/'
                                        << QStringLiteral("Persönlich/Verein");
        QTest::newRow("UTF-8") << QByteArray("Pers\xc3\xb6nlich") << '/' << QStringLiteral("Persönlich");
        QTest::newRow("an ampersand that is none of UTF-7") << QByteArray("A & B") << '/' << QStringLiteral("A & B");
        QTest::newRow("levels by dots") << QByteArray("INBOX.Privat.Haus") << '.'
                                        << QStringLiteral("INBOX/Privat/Haus");
        QTest::newRow("a slash inside a level") << QByteArray("Ein/Aus.Post") << '.' << QStringLiteral("Ein∕Aus/Post");
        QTest::newRow("no levels") << QByteArray("a.b") << '\0' << QStringLiteral("a.b");
        QTest::newRow("inbox in any case") << QByteArray("Inbox/x") << '/' << QStringLiteral("INBOX/x");
    }
    void readsNamesOfEverySpelling()
    {
        QFETCH(QByteArray, rawName);
        QFETCH(char, delimiter);
        QFETCH(QString, path);
        QCOMPARE(mail::imap::folderPath(rawName, delimiter), path);
    }

    void takesTheUsersOwnFoldersThatCanBeOpened()
    {
        ScriptedServer server;
        server.on("CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR NAMESPACE\r\n%T OK done\r\n");
        server.on("NAMESPACE",
                  "* NAMESPACE ((\"\" \"/\")) ((\"Other Users/\" \"/\")) ((\"Public\" \"/\"))\r\n%T OK done\r\n");
        server.on("LIST", "* LIST () \"/\" INBOX\r\n"
                          "* LIST (\\Noselect) \"/\" Privat\r\n"
                          "* LIST (\\nonexistent) \"/\" Fort\r\n"
                          "* LIST () \"/\" Privat/Haus\r\n"
                          "* LIST () \"/\" Privat/Haus\r\n"
                          "* LIST () \"/\" \"Other Users/sven\"\r\n"
                          "* LIST () \"/\" Public\r\n"
                          "* LIST () \"/\" Publicity\r\n"
                          "%T OK done\r\n");
        server.on("STATUS \"INBOX\"", "* STATUS inbox (MESSAGES 12)\r\n%T OK done\r\n");
        server.on("STATUS \"Publicity\"", "%T NO not counted\r\n");
        const auto folders = list(server);
        QVERIFY(folders);
        QCOMPARE(paths(*folders),
                 QStringList({QStringLiteral("INBOX"), QStringLiteral("Privat/Haus"), QStringLiteral("Publicity")}));
        QCOMPARE((*folders)[0].messages, qint64(12));
        QCOMPARE((*folders)[2].messages, qint64(-1));
        const auto shared = list(server, {QStringLiteral("Other Users/sven")});
        QVERIFY(shared);
        QCOMPARE(paths(*shared), QStringList{QStringLiteral("Other Users/sven")});
    }

    void knowsSpecialUsesByAttributeInAnyCase()
    {
        ScriptedServer server;
        server.on("LIST", "* LIST () \"/\" INBOX\r\n* LIST (\\sEnT) \"/\" Hinaus\r\n* LIST () \"/\" Sent\r\n"
                          "* LIST (\\HasNoChildren \\Junk) \"/\" Werbung\r\n%T OK done\r\n");
        const auto folders = list(server);
        QVERIFY(folders);
        QCOMPARE((*folders)[0].use, SpecialUse::Inbox);
        QCOMPARE((*folders)[1].use, SpecialUse::Sent);
        QCOMPARE((*folders)[2].use, SpecialUse::None);
        QCOMPARE((*folders)[3].use, SpecialUse::Junk);
    }

    void guessesSpecialUsesByNameWhereTheServerTellsNone()
    {
        ScriptedServer server;
        server.on("LIST", "* LIST () \".\" INBOX\r\n* LIST () \".\" \"INBOX.Gesendete Objekte\"\r\n"
                          "* LIST () \".\" \"INBOX.Entw&APw-rfe\"\r\n* LIST () \".\" INBOX.x.Sent\r\n%T OK done\r\n");
        const auto folders = list(server);
        QVERIFY(folders);
        QCOMPARE((*folders)[1].use, SpecialUse::Sent);
        QCOMPARE((*folders)[2].use, SpecialUse::Drafts);
        QCOMPARE((*folders)[3].use, SpecialUse::None);
    }

    void fallsBackWhereTheExtendedListIsRefused()
    {
        ScriptedServer server;
        server.on("CAPABILITY",
                  "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR LIST-EXTENDED SPECIAL-USE\r\n%T OK done\r\n");
        server.on("LIST \"\" \"*\" RETURN", "%T BAD what\r\n");
        server.on("LIST", "* LIST () \"/\" INBOX\r\n%T OK done\r\n");
        const auto folders = list(server);
        QVERIFY(folders);
        QCOMPARE(folders->size(), std::size_t(1));
    }

    void refusesANameThatWouldEndACommand_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("line break") << QByteArray("{14}\r\na\r\nS9 DELETE b");
        QTest::newRow("NUL") << QByteArray("{3}\r\na\0b", 8);
        QTest::newRow("nothing") << QByteArray("\"\"");
    }
    void refusesANameThatWouldEndACommand()
    {
        QFETCH(QByteArray, name);
        ScriptedServer server;
        server.on("LIST", "* LIST () \"/\" " + name + "\r\n%T OK done\r\n");
        const auto folders = list(server);
        QVERIFY(!folders);
        QCOMPARE(folders.failure().kind, Kind::ProtocolError);
        QCOMPARE(server.count("STATUS"), qsizetype(0));
    }

    void asksForAnOddNameByLiteral()
    {
        ScriptedServer server;
        server.on("LIST", "* LIST () \"/\" {4}\r\nGr\xc3\xbc\r\n%T OK done\r\n");
        QVERIFY(list(server));
        QCOMPARE(server.count("STATUS {4}\r\nGr\xc3\xbc (MESSAGES)"), qsizetype(1));
    }

    void connectsAnewWhenTheServerHadGrownTired()
    {
        ScriptedServer server;
        server.on("LIST", std::deque<Reply>{{"* BYE idle for too long\r\n", true},
                                            {"* LIST () \"/\" INBOX\r\n%T OK done\r\n"}});
        QVERIFY(list(server));
        QCOMPARE(server.connections(), 2);
    }

    void givesUpWhenTheConnectionIsLostAgain()
    {
        ScriptedServer server;
        server.on("LIST", std::deque<Reply>{{"* LIST (", true}});
        const auto folders = list(server);
        QVERIFY(!folders);
        QCOMPARE(folders.failure().kind, Kind::ConnectionLost);
        QCOMPARE(server.connections(), 2);
    }
};

QTEST_APPLESS_MAIN(TestImapFolders)
#include "tst_imap_folders.moc"
