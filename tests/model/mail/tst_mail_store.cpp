// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/special_use.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

class TestMailStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatAFolderIsForByItsName_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<SpecialUse>("use");
        const auto row = [](const char* path, SpecialUse use) {
            QTest::newRow(path) << QString::fromUtf8(path) << use;
        };
        row("INBOX", SpecialUse::Inbox);
        row("Gesendet", SpecialUse::Sent);
        row("Gesendete Elemente", SpecialUse::Sent);
        row("INBOX/Sent Items", SpecialUse::Sent);
        row("Entwürfe", SpecialUse::Drafts);
        row("Entwu\xcc\x88rfe", SpecialUse::Drafts);
        row("Papierkorb", SpecialUse::Trash);
        row("Gelöschte Elemente", SpecialUse::Trash);
        row("SPAM", SpecialUse::Junk);
        row("Junk-E-Mail", SpecialUse::Junk);
        row("Archiv", SpecialUse::Archive);
        row("Privat/Inbox", SpecialUse::None);
        row("Archiv/2020", SpecialUse::None);
        row("Gesendete Rosen", SpecialUse::None);
        row("", SpecialUse::None);
    }

    void knowsWhatAFolderIsForByItsName()
    {
        QFETCH(QString, path);
        QTEST(specialUseOf(path), "use");
    }

    void givesEqualPathsANumber()
    {
        const auto folder = [](const char* path) { return Folder{QLatin1String(path), path, SpecialUse::None, -1}; };
        std::vector<Folder> folders{folder("a"), folder("a"), folder("a (2)"), folder("a")};
        makePathsUnique(folders);
        QCOMPARE(folders.at(0).path, QStringLiteral("a"));
        QCOMPARE(folders.at(1).path, QStringLiteral("a (2)"));
        QCOMPARE(folders.at(2).path, QStringLiteral("a (2) (2)"));
        QCOMPARE(folders.at(3).path, QStringLiteral("a (3)"));
    }

    void describesWhereAMailboxIs()
    {
        MailboxSource source;
        source.path = QStringLiteral("/home/lea/Maildir");
        QCOMPARE(describe(source), QStringLiteral("/home/lea/Maildir"));
        source.kind = StoreKind::Imap;
        source.user = QStringLiteral("lea%1");
        source.host = QStringLiteral("imap.firma.example");
        source.port = 993;
        QCOMPARE(describe(source), QStringLiteral("imap://lea%1@imap.firma.example:993"));
        source.host = QStringLiteral("::1");
        QCOMPARE(describe(source), QStringLiteral("imap://lea%1@[::1]:993"));
    }

    void fingerprintsHeaderAndSize()
    {
        // echo -n "0000000000000005413a620a0a" | xxd -r -p | sha256sum | head -c 32
        QCOMPARE(fingerprintOf("A:b\n\n", 5).toHex(), QByteArray("89b08360b7d2e2fa12e87199a9929579"));
        QVERIFY(fingerprintOf("A:b\n\n", 6) != fingerprintOf("A:b\n\n", 5));
    }
};

QTEST_GUILESS_MAIN(TestMailStore)
#include "tst_mail_store.moc"
