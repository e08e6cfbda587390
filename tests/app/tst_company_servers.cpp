// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"
#include "directory/account_directory.h"
#include "servers/dovecot_server.h"
#include "servers/samba_server.h"
#include "servers/slapd_server.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace staffelstab;

/** Whole unattended handovers against a real mail server and a real directory; no secret stays anywhere. */
class TestCompanyServers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mailbox_and_password_are_handed_over_data();
    void mailbox_and_password_are_handed_over();
    void a_wrong_mail_password_stops_the_run_and_the_right_one_goes_on();
    void a_helpdesk_resets_the_password_and_ends_the_account();

private:
    static bool fill(tests::DovecotServer& server);
    static void useImap(const Desk& desk, const tests::DovecotServer& server, const QByteArray& password);
    static QStringList finds(const Desk& desk, const Outcome& outcome, const std::vector<QByteArray>& secrets);
    static Outcome openSeal(const Desk& desk, const QString& seal, bool isByCode);
};

namespace {

const QByteArray mailRules = "rules = [ { folder = 'Privat', verdict = 'private' } ]\nrest = 'business'\n";
constexpr int businessMessages = 12;
constexpr int privateMessages = 7;

QByteArrayList messages(int count, const char* kind)
{
    QByteArrayList list;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        list.append(QByteArray("From: Kai Kollege <kai@firma.example>\r\nTo: lea@firma.example\r\nSubject: ") + kind +
                    " " + number + "\r\nMessage-ID: <" + kind + number +
                    "@firma.example>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n\r\nText " + number + "\r\n");
    }
    return list;
}

void runOpenssl(const Desk& desk, const char* arguments)
{
    QProcess process;
    process.setWorkingDirectory(desk.path({}));
    process.start(QStringLiteral("openssl"), QString::fromLatin1(arguments).split(u' '));
    if (!process.waitForFinished() || process.exitCode() != 0) {
        qFatal("openssl failed: %s", process.readAllStandardError().constData());
    }
}

void makeSupervisorKey(const Desk& desk)
{
    desk.write(QStringLiteral("sven.pw"), "Sven-Schluessel-90c1\n", true);
    runOpenssl(desk, "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout sven.key -out sven.pem "
                     "-days 30 -subj /CN=Sven");
    runOpenssl(desk, "pkcs12 -export -inkey sven.key -in sven.pem -out sven.p12 -passout file:sven.pw");
}

QByteArray passwordTable(const QUrl& url, const QString& user, const QString& caFile, bool isByCode)
{
    const QByteArray seal = isByCode ? QByteArray("{ code_file = 'code.pw', target = 'out/seal' }")
                                     : QByteArray("{ recipient = 'sven.pem', target = 'out/seal' }");
    return "[password]\nway = 'directory'\nurl = '" + url.toEncoded() + "'\nuser = '" + user.toUtf8() +
           "'\npassword_file = 'directory.pw'\nca_file = '" + caFile.toUtf8() + "'\nseal = " + seal + "\n";
}

} // namespace

bool TestCompanyServers::fill(tests::DovecotServer& server)
{
    return server.isRunning() && server.fill(QStringLiteral("INBOX"), messages(businessMessages, "dienstlich")) &&
           server.fill(QStringLiteral("Privat"), messages(privateMessages, "privat"));
}

void TestCompanyServers::useImap(const Desk& desk, const tests::DovecotServer& server, const QByteArray& password)
{
    const mail::MailboxSource source = server.source();
    desk.changeAnswers("kind = \"maildir\"\npath = \"Maildir\"\n",
                       "kind = 'imap'\nhost = '127.0.0.1'\nport = " + QByteArray::number(source.port) + "\nuser = '" +
                           source.user.toUtf8() + "'\npassword_file = 'imap.pw'\nca_file = '" + source.caFile.toUtf8() +
                           "'\n");
    desk.write(QStringLiteral("imap.pw"), password + '\n', true);
}

QStringList TestCompanyServers::finds(const Desk& desk, const Outcome& outcome, const std::vector<QByteArray>& secrets)
{
    std::vector<std::pair<QString, QByteArray>> places{{QStringLiteral("output"), outcome.output},
                                                       {QStringLiteral("errors"), outcome.errors}};
    const QStringList files = desk.writtenFiles();
    for (const QString& path : files) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            places.emplace_back(path, file.readAll());
        }
    }
    QStringList found;
    for (const auto& [name, content] : places) {
        for (const QByteArray& secret : secrets) {
            const QString text = QString::fromUtf8(secret);
            const QByteArray wide(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
            if (secret.isEmpty() || content.contains(secret) || content.contains(wide) ||
                content.contains(secret.toBase64())) {
                found.append(name);
            }
        }
    }
    return found;
}

Outcome TestCompanyServers::openSeal(const Desk& desk, const QString& seal, bool isByCode)
{
    QStringList call{QStringLiteral("open-seal"), seal};
    call += isByCode ? QStringList{QStringLiteral("--code-file"), desk.path(QStringLiteral("code.pw"))}
                     : QStringList{QStringLiteral("--key"), desk.path(QStringLiteral("sven.p12")),
                                   QStringLiteral("--passphrase-file"), desk.path(QStringLiteral("sven.pw"))};
    return desk.call(call);
}

void TestCompanyServers::mailbox_and_password_are_handed_over_data()
{
    QTest::addColumn<bool>("isActiveDirectory");
    QTest::newRow("Active Directory, sealed to a certificate") << true;
    QTest::newRow("OpenLDAP, sealed under a code") << false;
}

void TestCompanyServers::mailbox_and_password_are_handed_over()
{
    QFETCH(bool, isActiveDirectory);
    tests::DovecotServer dovecot;
    QVERIFY2(fill(dovecot), qPrintable(dovecot.error()));
    SambaServer samba;
    SlapdServer slapd;
    QVERIFY2(isActiveDirectory ? samba.start() : slapd.start(),
             qPrintable(isActiveDirectory ? samba.errorText() : slapd.errorText()));
    const QUrl url = isActiveDirectory ? samba.ldapsUrl() : slapd.ldapsUrl();
    const QString user = isActiveDirectory ? SambaServer::upn(QStringLiteral("l.gehtbald"))
                                           : SlapdServer::dn(QStringLiteral("l.gehtbald"));
    const QString caFile = isActiveDirectory ? samba.caFile() : slapd.caFile();

    const Desk desk;
    makeSupervisorKey(desk);
    const QByteArray imapPassword = dovecot.password().view().toByteArray();
    const QByteArray oldPassword = SambaServer::firstPassword;
    desk.write(QStringLiteral("directory.pw"), oldPassword + '\n', true);
    const QString answers = desk.writeAnswers(mailRules, desk.wholeHandover());
    useImap(desk, dovecot, imapPassword);
    desk.changeAnswers("[account]\nway = \"files\"\ntarget = \"out/konto\"\n[password]\nway = \"it\"\nit_name = \"Tom "
                       "Technik\"\nit_date = 2026-12-31\n",
                       passwordTable(url, user, caFile, !isActiveDirectory));

    const Outcome run = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 0 || run.exitCode == 1, run.errors.constData());
    const QJsonObject summary = run.summary();
    QCOMPARE(summary[QStringLiteral("removed")].toInt(), privateMessages);
    QCOMPARE(summary[QStringLiteral("archive")].toObject()[QStringLiteral("messages")].toInt(), businessMessages);
    const QJsonObject password = summary[QStringLiteral("password")].toObject();
    QCOMPARE(password[QStringLiteral("changed")], QJsonValue(true));
    QCOMPARE(password[QStringLiteral("new_accepted")], QJsonValue(true));
    QCOMPARE(password[QStringLiteral("old_refused")], QJsonValue(true));

    const Outcome seal = openSeal(desk, password[QStringLiteral("seal")].toString(), !isActiveDirectory);
    QCOMPARE(seal.exitCode, 0);
    const QByteArray newPassword = seal.output.trimmed();
    JobContext job;
    QVERIFY(directory::openDirectory({url, user, caFile}, Secret(newPassword), job).isOk());
    QVERIFY(!directory::openDirectory({url, user, caFile}, Secret(oldPassword), job).isOk());

    const Outcome scan = desk.call({QStringLiteral("scan"), answers, QStringLiteral("--json")});
    QCOMPARE(scan.summary()[QStringLiteral("messages")].toInt(), businessMessages);
    QCOMPARE(finds(desk, run, {imapPassword, oldPassword, newPassword, "Archiv-Kennwort-4711", "Sven-Schluessel-90c1"}),
             QStringList());
}

void TestCompanyServers::a_wrong_mail_password_stops_the_run_and_the_right_one_goes_on()
{
    tests::DovecotServer dovecot;
    QVERIFY2(fill(dovecot), qPrintable(dovecot.error()));
    const Desk desk;
    const QString answers = desk.writeAnswers(mailRules, desk.wholeHandover());
    useImap(desk, dovecot, "falsch-8812");
    const Outcome refused = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
    QCOMPARE(refused.exitCode, 3);
    QCOMPARE(refused.summary()[QStringLiteral("error")].toObject()[QStringLiteral("kind")].toString(),
             QStringLiteral("login_refused"));
    QCOMPARE(finds(desk, refused, {"falsch-8812"}), QStringList());
    desk.write(QStringLiteral("imap.pw"), dovecot.password().view().toByteArray(), true);
    const Outcome run = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 1, run.errors.constData());
    QCOMPARE(run.summary()[QStringLiteral("removed")].toInt(), privateMessages);
}

void TestCompanyServers::a_helpdesk_resets_the_password_and_ends_the_account()
{
    SambaServer samba;
    QVERIFY2(samba.start(), qPrintable(samba.errorText()));
    const Desk desk;
    const QByteArray password = SambaServer::firstPassword;
    desk.write(QStringLiteral("directory.pw"), password + '\n', true);
    const QByteArray login = "url = '" + samba.ldapsUrl().toEncoded() +
                             "'\npassword_file = 'directory.pw'\nca_file = '" + samba.caFile().toUtf8() + "'\n";
    const QByteArray helpdesk = login + "user = 'h.help@firma.example'\naccount = 'l.gehtbald'\n";
    const QString answers = desk.writeAnswers(mailRules, desk.wholeHandover());
    desk.changeAnswers("[account]\nway = \"files\"\ntarget = \"out/konto\"\n[password]\nway = \"it\"\nit_name = \"Tom "
                       "Technik\"\nit_date = 2026-12-31\n",
                       "[directory]\n" + login + "user = 'l.gehtbald@firma.example'\n[password]\nway = 'helpdesk'\n" +
                           helpdesk +
                           "[account]\nway = 'helpdesk'\ndisable = 'now'\nleave_groups = ['Netzwerk (Süd)']\n" +
                           "target = 'out/it'\n" + helpdesk +
                           "[[secret]]\nkind = 'shared_account'\nname = 'WLAN Gäste'\nowner = 'Tom Technik'\n"
                           "due = 2026-12-31\n");

    const Outcome run = desk.call({QStringLiteral("run"), answers, QStringLiteral("--json")});
    QVERIFY2(run.exitCode == 1, run.errors.constData());
    const QJsonObject reset = run.summary()[QStringLiteral("password")].toObject();
    QCOMPARE(reset[QStringLiteral("way")].toString(), QStringLiteral("helpdesk"));
    QCOMPARE(reset[QStringLiteral("new_accepted")], QJsonValue(true));
    QCOMPARE(reset[QStringLiteral("must_change")], QJsonValue(true));
    const QJsonObject account = run.summary()[QStringLiteral("account")].toObject();
    const QJsonArray deeds = account[QStringLiteral("deeds")].toArray();
    QCOMPARE(deeds.size(), 2);
    for (const QJsonValue deed : deeds) {
        QCOMPARE(deed.toObject()[QStringLiteral("verified")], QJsonValue(true));
    }
    QCOMPARE(account[QStringLiteral("files")].toArray().size(), 6);
    JobContext job;
    const auto refused = directory::openDirectory(
        {samba.ldapsUrl(), SambaServer::upn(QStringLiteral("l.gehtbald")), samba.caFile()}, Secret(password), job);
    QVERIFY(!refused);
    // The entry was read before; the archive carries it under its manifest.
    const QStringList written = desk.writtenFiles();
    QVERIFY(std::any_of(written.begin(), written.end(),
                        [](const QString& file) { return file.endsWith(QStringLiteral("-directory-entry.ldif")); }));
    QCOMPARE(finds(desk, run, {password}), QStringList());

    const Outcome back = desk.call({QStringLiteral("reactivate"), answers, QStringLiteral("--json")});
    QVERIFY2(back.exitCode == 0, back.errors.constData());
    auto directory = directory::openDirectory(
        {samba.ldapsUrl(), SambaServer::upn(QStringLiteral("h.help")), samba.caFile()}, Secret(password), job);
    QVERIFY(directory.isOk());
    QVERIFY((*directory)->turnTo(QStringLiteral("l.gehtbald")).isOk());
    QVERIFY(!(*directory)->state()->isDisabled);
    QCOMPARE((*directory)->state()->groups.size(), 2);
}

QTEST_GUILESS_MAIN(TestCompanyServers)
#include "tst_company_servers.moc"
