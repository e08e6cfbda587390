// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/local_mailboxes.h"
#include "model/mail/mail_recorders.h"
#include "support/result_checks.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

class TestThunderbirdStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    JobContext m_job;

    [[nodiscard]] QString at(const QString& name) const { return m_home->filePath(name); }

    static QByteArray inMbox(const QByteArray& mail, const QByteArray& status = "0001")
    {
        return "From - Thu Mar 05 09:30:00 2026\r\nX-Mozilla-Status: " + status +
               "\r\nX-Mozilla-Status2: 00000000\r\n" + mail + "\r\n";
    }

    /** Two accounts, one of them with one file per message, and the local folders. */
    void writeProfile(const QString& profile)
    {
        writeFile(profile + QStringLiteral("/prefs.js"),
                  "// Mozilla User Preferences\r\n"
                  "user_pref(\"mail.accountmanager.accounts\", \"account1,account2,account3\");\r\n"
                  "user_pref(\"mail.account.account1.server\", \"server1\");\r\n"
                  "user_pref(\"mail.account.account2.server\", \"server2\");\r\n"
                  "user_pref(\"mail.account.account3.server\", \"server3\");\r\n"
                  "user_pref(\"mail.server.server1.name\", \"Local Folders\");\r\n"
                  "user_pref(\"mail.server.server1.directory-rel\", \"[ProfD]Mail/Local Folders\");\r\n"
                  "user_pref(\"mail.server.server2.hostname\", \"pop.firma.example\");\r\n"
                  "user_pref(\"mail.server.server2.directory-rel\", \"[ProfD]Mail/pop.firma.example\");\r\n"
                  "user_pref(\"mail.server.server2.storeContractID\", \"@mozilla.org/msgstore/maildirstore;1\");\r\n"
                  "user_pref(\"mail.server.server3.name\", \"Gone\");\r\n"
                  "user_pref(\"mail.server.server3.directory-rel\", \"[ProfD]Mail/gone\");\r\n");
        const QString local = profile + QStringLiteral("/Mail/Local Folders/");
        writeFile(local + QStringLiteral("Privat"), inMbox(letter("eins")) + inMbox(letter("weg"), "0009"));
        writeFile(local + QStringLiteral("Privat.msf"), "");
        writeFile(local + QStringLiteral("Privat.sbd/Chor"), inMbox(letter("zwei")));
        writeFile(local + QStringLiteral("Trash"), "");
        writeFile(local + QStringLiteral("Trash.msf"), "");
        const QString pop = profile + QStringLiteral("/Mail/pop.firma.example/");
        writeFile(pop + QStringLiteral("Inbox/cur/1.eml"), letter("drei"));
        writeFile(pop + QStringLiteral("Inbox.sbd/Projekt/cur/2.eml"), letter("vier"));
        writeFile(pop + QStringLiteral("msgFilterRules.dat"), "version=\"9\"\n");
    }

    std::unique_ptr<MailStore> open(const QString& folder)
    {
        MailboxSource source;
        source.kind = StoreKind::Thunderbird;
        source.path = folder;
        auto store = openMailStore(source, Secret(), m_job);
        return store ? std::move(*store) : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        writeFile(at(QStringLiteral(".thunderbird/profiles.ini")),
                  "[Profile1]\nName=alt\nIsRelative=1\nPath=old.alt\n\n[Profile0]\nName=default\nIsRelative=1\n"
                  "Path=abc.default\nDefault=1\n\n[General]\nStartWithLastProfile=1\n");
        writeProfile(at(QStringLiteral(".thunderbird/abc.default")));
        QDir(m_home->path()).mkpath(QStringLiteral(".thunderbird/old.alt"));
    }

    void readsAllAccountsInBothStores()
    {
        const auto store = open(at(QStringLiteral(".thunderbird/abc.default")));
        QVERIFY(store);
        const auto folders = store->folders(m_job);
        VERIFY_OK(folders);
        QCOMPARE(pathsOf(*folders),
                 QStringList({QStringLiteral("Local Folders/Privat"), QStringLiteral("Local Folders/Privat/Chor"),
                              QStringLiteral("Local Folders/Trash"), QStringLiteral("pop.firma.example/Inbox"),
                              QStringLiteral("pop.firma.example/Inbox/Projekt")}));
        RecordingSink sink;
        VERIFY_OK(store->scan(*folders, sink, m_job));
        QCOMPARE(sink.folders.size(), std::size_t(5));
        QCOMPARE(sink.messages.size(), std::size_t(4));
        QCOMPARE(sink.broken.size(), std::size_t(0));
        QVERIFY(sink.ref("weg").key.isEmpty());
        RecordingReceiver receiver;
        for (const Folder& folder : *folders) {
            if (folder.path.endsWith(QLatin1String("Projekt"))) {
                VERIFY_OK(store->read(folder, std::vector{sink.ref("vier")}, receiver, m_job));
            }
            if (folder.path.endsWith(QLatin1String("Chor"))) {
                VERIFY_OK(store->read(folder, std::vector{sink.ref("zwei")}, receiver, m_job));
            }
        }
        QCOMPARE(receiver.whole[sink.ref("vier").key], letter("vier"));
        QVERIFY(receiver.whole[sink.ref("zwei").key].endsWith(letter("zwei")));
    }

    void theDataFolderMeansItsDefaultProfile()
    {
        const auto store = open(at(QStringLiteral(".thunderbird")));
        QVERIFY(store);
        QCOMPARE(store->folders(m_job).value().size(), std::size_t(5));
    }

    void theProfileOfTheInstallationComesFirst_data()
    {
        QTest::addColumn<bool>("hasOldMail");
        QTest::newRow("beside one that was never used") << false;
        QTest::newRow("beside one that was left") << true;
    }

    /** As Thunderbird has it since version 68: Default=1 stands with the profile of the version before. */
    void theProfileOfTheInstallationComesFirst()
    {
        QFETCH(bool, hasOldMail);
        writeFile(at(QStringLiteral(".thunderbird/profiles.ini")),
                  "[Install0123456789ABCDEF]\nDefault=abc.default\nLocked=1\n\n"
                  "[Profile1]\nName=alt\nIsRelative=1\nPath=old.alt\nDefault=1\n\n"
                  "[Profile0]\nName=default-release\nIsRelative=1\nPath=abc.default\n\n[General]\nVersion=2\n");
        if (hasOldMail) {
            writeFile(at(QStringLiteral(".thunderbird/old.alt/Mail/Local Folders/Alt")), inMbox(letter("alt")));
        }
        const auto store = open(at(QStringLiteral(".thunderbird")));
        QVERIFY(store);
        const auto folders = store->folders(m_job);
        VERIFY_OK(folders);
        QVERIFY(pathsOf(*folders).contains(QStringLiteral("Local Folders/Privat")));
        const auto found = findLocalMailboxes(m_home->path());
        QCOMPARE(found.size(), hasOldMail ? std::size_t(2) : std::size_t(1));
        QCOMPARE(found.front().name, QStringLiteral("default-release"));
    }

    void aProfileWhoseMailIsOnAnotherDiskIsNotPassedOver()
    {
        writeFile(at(QStringLiteral(".thunderbird/profiles.ini")),
                  "[Profile1]\nName=heute\nIsRelative=1\nPath=far.heute\nDefault=1\n\n"
                  "[Profile0]\nName=alt\nIsRelative=1\nPath=abc.default\n");
        const QString disk = at(QStringLiteral("Platte/Mail/imap.firma.example"));
        writeFile(at(QStringLiteral(".thunderbird/far.heute/prefs.js")),
                  "user_pref(\"mail.accountmanager.accounts\", \"account1\");\n"
                  "user_pref(\"mail.account.account1.server\", \"server1\");\n"
                  "user_pref(\"mail.server.server1.directory\", \"" +
                      disk.toUtf8() + "\");\n");
        MailboxSource source;
        source.kind = StoreKind::Thunderbird;
        source.path = at(QStringLiteral(".thunderbird"));
        const auto opened = openMailStore(source, Secret(), m_job);
        QVERIFY(!opened);
        QCOMPARE(opened.failure().kind, Failure::Kind::FileNotFound);
        QCOMPARE(opened.failure().subject, disk);
        writeFile(disk + QStringLiteral("/INBOX"), inMbox(letter("eins")));
        VERIFY_OK(openMailStore(source, Secret(), m_job));
    }

    void anInstallationThatKnowsNoProfileHereChangesNothing()
    {
        writeFile(at(QStringLiteral(".thunderbird/profiles.ini")),
                  "[Install0123456789ABCDEF]\nDefault=gone.default\n\n"
                  "[Profile0]\nName=alt\nIsRelative=1\nPath=old.alt\n\n"
                  "[Profile1]\nName=heute\nIsRelative=1\nPath=abc.default\nDefault=1\n");
        writeFile(at(QStringLiteral(".thunderbird/old.alt/Mail/Local Folders/Alt")), inMbox(letter("alt")));
        QCOMPARE(findLocalMailboxes(m_home->path()).front().name, QStringLiteral("heute"));
    }

    void documentsInTheMailFolderAreNoMailbox()
    {
        writeFile(at(QStringLiteral("Mail/Brief.txt")), "An die Hausverwaltung\n");
        const QString closed = at(QStringLiteral("Mail/verschlossen"));
        writeFile(closed, inMbox(letter("eins")));
        QVERIFY(QFile::setPermissions(closed, QFileDevice::Permissions()));
        const auto isOther = [](const LocalMailbox& one) { return one.program == LocalMailbox::Program::Other; };
        const auto before = findLocalMailboxes(m_home->path());
        // Whoever may read everything reads this one, too.
        QCOMPARE(std::any_of(before.begin(), before.end(), isOther), QFileInfo(closed).isReadable());
        QVERIFY(QFile::setPermissions(closed, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const auto after = findLocalMailboxes(m_home->path());
        QVERIFY(std::any_of(after.begin(), after.end(), isOther));
    }

    void removesNothingWhileThunderbirdIsOpen()
    {
        const QString profile = at(QStringLiteral(".thunderbird/abc.default"));
        const auto store = open(profile);
        const auto folders = store->folders(m_job);
        RecordingSink sink;
        VERIFY_OK(store->scan(*folders, sink, m_job));
        RecordingReceiver receiver;
        const MessageRef ref = sink.ref("eins");
        VERIFY_OK(store->read(folders->front(), std::vector{ref}, receiver, m_job));
        const RemovalOrder order{ref, Sha256::of(receiver.whole[ref.key])};
        const QString lock = profile + QStringLiteral("/lock");
        QVERIFY(QFile::link(QStringLiteral("127.0.1.1:+%1").arg(QCoreApplication::applicationPid()), lock));
        const auto refused = store->remove(folders->front(), std::vector{order}, m_job);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().kind, Failure::Kind::FileNotWritable);
        QVERIFY(QFile::remove(lock));
        const auto removed = store->remove(folders->front(), std::vector{order}, m_job);
        VERIFY_OK(removed);
        QCOMPARE(removed.value().removed.size(), std::size_t(1));
        QVERIFY(!readFile(profile + QStringLiteral("/Mail/Local Folders/Privat")).contains("Subject: eins"));
    }

    void anEmptyFolderIsNoProfile() { QVERIFY(!open(at(QStringLiteral(".thunderbird/old.alt")))); }

    void findsWhatMailProgramsKeepHere()
    {
        writeFile(at(QStringLiteral("Documents/Outlook Files/archiv.pst")), "!BDN");
        writeFile(at(QStringLiteral(".local/share/local-mail/inbox/cur/1")), letter("eins"));
        writeFile(at(QStringLiteral(".local/share/evolution/mail/local/cur/1")), letter("eins"));
        std::vector<LocalMailbox::Program> programs;
        for (const LocalMailbox& one : findLocalMailboxes(m_home->path())) {
            programs.push_back(one.program);
            JobContext job;
            if (one.program != LocalMailbox::Program::Outlook) {
                VERIFY_OK(openMailStore(one.source, Secret(), job));
            }
        }
        using Program = LocalMailbox::Program;
        QCOMPARE(programs, std::vector({Program::Thunderbird, Program::Outlook, Program::KMail, Program::Evolution}));
    }

    void mboxFilesBesideMaildirsAreOfferedToo()
    {
        const QString kmail = at(QStringLiteral(".local/share/local-mail"));
        for (const char* part : {"cur", "new", "tmp"}) {
            QDir(kmail).mkpath(QStringLiteral("inbox/") + QLatin1String(part));
        }
        // A message that begins as an mbox does is none of its files.
        writeFile(kmail + QStringLiteral("/inbox/cur/1"), inMbox(letter("eins")));
        writeFile(kmail + QStringLiteral("/Archiv 2019"), inMbox(letter("zwei")) + inMbox(letter("drei")));
        writeFile(kmail + QStringLiteral("/.Archiv 2019.index"), "# KMail-Index V1507\n");
        writeFile(at(QStringLiteral(".evolution/mail/local/Inbox.sbd/Projekt")), inMbox(letter("vier")));
        std::map<LocalMailbox::Program, QStringList> folders;
        for (const LocalMailbox& one : findLocalMailboxes(m_home->path())) {
            if (one.source.kind == StoreKind::Mbox) {
                const auto store = openMailStore(one.source, Secret(), m_job);
                VERIFY_OK(store);
                folders[one.program] = pathsOf((*store)->folders(m_job).value());
            }
        }
        QCOMPARE(folders[LocalMailbox::Program::KMail], QStringList{QStringLiteral("Archiv 2019")});
        QCOMPARE(folders[LocalMailbox::Program::Evolution], QStringList{QStringLiteral("Inbox/Projekt")});
    }

    void evolutionsNamesAreRead_data()
    {
        QTest::addColumn<bool>("hasMark");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("escaped") << true
                                 << QStringList{QStringLiteral("INBOX"), QStringLiteral("INBOX/Kunden"),
                                                QStringLiteral("Projekt/v1.2_alt"), QStringLiteral("a_2z")};
        // Without Evolution's mark an underscore is one.
        QTest::newRow("as they are") << false
                                     << QStringList{QStringLiteral("INBOX"), QStringLiteral("INBOX/Kunden"),
                                                    QStringLiteral("Projekt/v1_2E2_5Falt"), QStringLiteral("a_2z")};
    }

    void evolutionsNamesAreRead()
    {
        QFETCH(bool, hasMark);
        QFETCH(QStringList, paths);
        for (const char* folder : {"", "/..Kunden", "/.Projekt.v1_2E2_5Falt", "/.a_2z"}) {
            writeFile(at(QStringLiteral("mail") + QLatin1String(folder) + QStringLiteral("/cur/1")), letter("eins"));
        }
        if (hasMark) {
            writeFile(at(QStringLiteral("mail/..maildir++")), "maildir++ 1");
        }
        MailboxSource source;
        source.kind = StoreKind::Maildir;
        source.path = at(QStringLiteral("mail"));
        const auto store = openMailStore(source, Secret(), m_job);
        QCOMPARE(pathsOf((*store)->folders(m_job).value()), paths);
    }

    void kmailFoldersBelowOthersKeepTheirNames()
    {
        writeFile(at(QStringLiteral("mail/inbox/cur/1")), letter("eins"));
        writeFile(at(QStringLiteral("mail/.inbox.directory/Projekt/cur/2")), letter("zwei"));
        MailboxSource source;
        source.kind = StoreKind::Maildir;
        source.path = at(QStringLiteral("mail"));
        const auto store = openMailStore(source, Secret(), m_job);
        QCOMPARE(pathsOf((*store)->folders(m_job).value()),
                 QStringList({QStringLiteral("inbox"), QStringLiteral("inbox/Projekt")}));
    }
};

QTEST_GUILESS_MAIN(TestThunderbirdStore)
#include "tst_thunderbird_store.moc"
