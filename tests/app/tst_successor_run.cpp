// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"
#include "mail/imap/imap_store.h"
#include "servers/dovecot_server.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace staffelstab;

namespace {

const QByteArray mailRules = "rules = [ { folder = 'Privat', verdict = 'private' },\n"
                             "          { correspondent = 'anna@privat.example', verdict = 'private' } ]\n"
                             "rest = 'business'\n";

QByteArray letter(const QByteArray& from, const QByteArray& id)
{
    return "From: " + from + "\r\nTo: lea@firma.example\r\nSubject: " + id + "\r\nMessage-ID: <" + id +
           "@firma.example>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\nText\r\n";
}

QByteArrayList letters(int count, const QByteArray& name, const QByteArray& from = "kai@firma.example")
{
    QByteArrayList list;
    for (int i = 0; i < count; ++i) {
        list << letter(from, name + QByteArray::number(i));
    }
    return list;
}

} // namespace

/** The successor's part of an unattended handover, on a real server. */
class TestSuccessorRun : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::DovecotServer> m_server;

    [[nodiscard]] QByteArray serverKeys(const QString& user, const QByteArray& passwordFile) const
    {
        const mail::MailboxSource source = m_server->source();
        return "host = '127.0.0.1'\nport = " + QByteArray::number(source.port) + "\nuser = '" + user.toUtf8() +
               "'\npassword_file = '" + passwordFile + "'\nca_file = '" + source.caFile.toUtf8() + "'\n";
    }
    QString answersFor(const Desk& desk, const QByteArray& successor)
    {
        const QString answers = desk.writeAnswers(mailRules, desk.wholeHandover());
        desk.changeAnswers("kind = \"maildir\"\npath = \"Maildir\"\n",
                           "kind = 'imap'\n" + serverKeys(QStringLiteral("lea"), "lea.pw"));
        desk.changeAnswers("[password]\n", "[successor]\n" + successor + "[password]\n");
        desk.write(QStringLiteral("lea.pw"), m_server->password().view().toByteArray(), true);
        desk.write(QStringLiteral("sven.pw"), m_server->password(QStringLiteral("sven")).view().toByteArray(), true);
        return answers;
    }
    /** Messages in the folder as the user sees it over IMAP, -1 if there is none to be seen. */
    int countOf(const QString& user, const QString& folder)
    {
        mail::MailboxSource source = m_server->source(mail::MailboxSource::Security::Tls, user);
        source.folders = QStringList{folder};
        JobContext job;
        auto store = mail::openImapStore(source, m_server->password(user), job);
        const auto folders = store ? (*store)->folders(job) : Result<std::vector<mail::Folder>>(store.failure());
        return folders ? static_cast<int>(folders->front().messages) : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<tests::DovecotServer>(tests::DovecotServer::Certificate::Good,
                                                          QStringList{QStringLiteral("lea"), QStringLiteral("sven")});
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
        QVERIFY(m_server->fill(QStringLiteral("INBOX"), letters(5, "in") + letters(2, "p", "anna@privat.example")));
        QVERIFY(m_server->fill(QStringLiteral("Projekte"), letters(3, "pr")));
        QVERIFY(m_server->fill(QStringLiteral("Privat"), letters(4, "x")));
    }

    void copies_the_business_mail_and_only_that()
    {
        const Desk desk;
        const QString answers =
            answersFor(desk, "way = 'copy'\nfolder = 'Übergabe/Lea'\nmailbox = {" +
                                 serverKeys(QStringLiteral("sven"), "sven.pw").trimmed().replace('\n', ", ") + "}\n");
        const Outcome run = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0 || run.exitCode == 1, run.errors.constData());
        const QJsonObject successor = run.summary()[QStringLiteral("successor")].toObject();
        QCOMPARE(successor[QStringLiteral("arrived")].toInt(), 8);
        QCOMPARE(successor[QStringLiteral("failed")].toInt(), 0);
        QCOMPARE(countOf(QStringLiteral("sven"), QStringLiteral("Übergabe/Lea/INBOX")), 5);
        QCOMPARE(countOf(QStringLiteral("sven"), QStringLiteral("Übergabe/Lea/Projekte")), 3);
        QCOMPARE(countOf(QStringLiteral("sven"), QStringLiteral("Übergabe/Lea/Privat")), -1);
        const Outcome again = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
        QVERIFY(again.exitCode == 0 || again.exitCode == 1);
        QCOMPARE(countOf(QStringLiteral("sven"), QStringLiteral("Übergabe/Lea/INBOX")), 5);
    }

    void shares_the_folders_that_are_purely_business()
    {
        const Desk desk;
        const QString answers =
            answersFor(desk, "way = 'share'\nidentifier = 'sven'\nfolders = ['INBOX', 'Projekte']\n");
        const Outcome run = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0 || run.exitCode == 1, run.errors.constData());
        const QJsonArray folders =
            run.summary()[QStringLiteral("successor")].toObject()[QStringLiteral("folders")].toArray();
        QCOMPARE(folders.size(), 2);
        for (const QJsonValue folder : folders) {
            QVERIFY2(folder[QStringLiteral("may_read")].toBool(), run.output.constData());
        }
        QCOMPARE(countOf(QStringLiteral("sven"), QStringLiteral("shared/lea")), 5);
        QCOMPARE(countOf(QStringLiteral("sven"), QStringLiteral("shared/lea/Privat")), -1);
    }

    void shares_nothing_where_private_mail_stays()
    {
        const Desk desk;
        const QString answers = answersFor(desk, "way = 'share'\nidentifier = 'sven'\nfolders = ['INBOX']\n");
        desk.changeAnswers("action = \"take\"", "action = \"leave\"");
        const Outcome run = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 1);
        const QJsonObject folder = run.summary()[QStringLiteral("successor")]
                                       .toObject()[QStringLiteral("folders")]
                                       .toArray()
                                       .first()
                                       .toObject();
        QCOMPARE(folder[QStringLiteral("may_read")], QJsonValue(false));
        QCOMPARE(folder[QStringLiteral("others")].toInt(), 2);
        QCOMPARE(countOf(QStringLiteral("sven"), QStringLiteral("shared/lea")), -1);
    }
};

QTEST_GUILESS_MAIN(TestSuccessorRun)
#include "tst_successor_run.moc"
