// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using app::Answers;
using app::readAnswers;
using separation::Verdict;

class TestAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_key_of_the_document_is_read();
    void what_is_absent_stays_open();
    void a_rule_is_read_as_the_mailbox_compares_it();
    void a_password_can_go_to_a_printed_letter();
    void a_mistake_is_named_with_its_place_data();
    void a_mistake_is_named_with_its_place();

private:
    QString write(const QByteArray& text)
    {
        const QString path = m_folder.filePath(QStringLiteral("answers.toml"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write the test's file");
        }
        return path;
    }
    [[nodiscard]] QString in(const QString& name) const { return QDir(m_folder.path()).absoluteFilePath(name); }
    QTemporaryDir m_folder;
};

void TestAnswers::every_key_of_the_document_is_read()
{
    const auto answers = readAnswers(write(R"(
language = "de"
case = "lea.case"
policy = "policy.toml"
[people.leaver]
name = "Lea Gehtbald"
email = "lea@firma.example"
personnel_number = "4711"
department = "Projekte"
[people.supervisor]
name = "Sven Vorgesetzt"
[people.successor]
[people.hr]
[people.dpo]
email = "dsb@firma.example"
[dates]
last_working_day = 2026-12-31
end_of_contract = 2026-12-31
[[mailbox]]
kind = "imap"
host = "127.0.0.1"
port = 10993
security = "starttls"
user = "lea"
password_file = "imap.pw"
ca_file = "ca.pem"
folders = ["INBOX", "Sent"]
[[mailbox]]
kind = "maildir"
path = "sample/Maildir"
[separation]
rules = [ { folder = "Privat", verdict = "private" } ]
suggestions = "accept"
rest = "business"
[takeaway]
action = "take"
format = "eml"
target = "out/private"
passphrase_file = "private.pw"
remove_from_mailbox = true
[archive]
target = "out/medium"
container = "zip"
passphrase_file = "archive.pw"
medium_label = "UEB-0042"
recipients = ["dpo.pem"]
[out_of_office]
host = "mail.firma.example"
port = 24190
user = "lea"
password_file = "imap.pw"
until = 2027-01-31
internal_domains = ["firma.example"]
private_address = "lea@privat.example"
external_text = "Bitte an Nils."
[files]
roots = ["home"]
rules = [ { path = "home/Privat", verdict = "private" } ]
suggestions = "accept"
private_target = "out/stick"
remove_private = false
[password]
way = "directory"
url = "ldaps://127.0.0.60"
user = "lea@firma.example"
password_file = "ad.pw"
ca_file = "ca.pem"
seal = { recipient = "supervisor.pem", target = "out/medium" }
[signature.leaver]
drawn = "lea.svg"
key = "lea.p12"
passphrase_file = "lea.pw"
[signature.supervisor]
typed = "Sven Vorgesetzt"
reservation = "Dienstwagen noch nicht zurück"
received_password = false
[receipt]
target = "out"
tsa = "http://127.0.0.1:8318/"
)"));
    QVERIFY2(answers.isOk(), answers.isOk() ? "" : qPrintable(answers.failure().detail));
    QCOMPARE(answers->language, QStringLiteral("de"));
    QCOMPARE(answers->caseFile, in(QStringLiteral("lea.case")));
    QCOMPARE(answers->policyFile, in(QStringLiteral("policy.toml")));
    QCOMPARE(answers->people.leaver.personnelNumber, QStringLiteral("4711"));
    QCOMPARE(answers->people.dpo.email, QStringLiteral("dsb@firma.example"));
    QCOMPARE(answers->people.lastWorkingDay, QDate(2026, 12, 31));
    QCOMPARE(answers->mailboxes.size(), std::size_t(2));
    const mail::MailboxSource& imap = answers->mailboxes[0].source;
    QCOMPARE(imap.kind, mail::StoreKind::Imap);
    QCOMPARE(imap.port, quint16(10993));
    QCOMPARE(imap.security, mail::MailboxSource::Security::StartTls);
    QCOMPARE(imap.folders.size(), 2);
    QCOMPARE(answers->mailboxes[0].passwordFile, in(QStringLiteral("imap.pw")));
    QCOMPARE(answers->mailboxes[1].source.path, in(QStringLiteral("sample/Maildir")));
    QVERIFY(answers->separation.acceptsSuggestions);
    QCOMPARE(answers->separation.rest, std::optional(Verdict::Business));
    QCOMPARE(answers->takeaway->format, archive::TakeawayOptions::Format::Eml);
    QCOMPARE(answers->takeaway->passphraseFile, in(QStringLiteral("private.pw")));
    QCOMPARE(answers->archive->mediumLabel, QStringLiteral("UEB-0042"));
    QVERIFY(answers->password->isByDirectory);
    QCOMPARE(answers->archive->recipients, QStringList{in(QStringLiteral("dpo.pem"))});
    QCOMPARE(answers->outOfOffice->server.port, quint16(24190));
    QCOMPARE(answers->outOfOffice->passwordFile, in(QStringLiteral("imap.pw")));
    QCOMPARE(answers->outOfOffice->until, QDate(2027, 1, 31));
    QVERIFY(!answers->outOfOffice->from.isValid());
    QCOMPARE(answers->outOfOffice->external.body, QStringLiteral("Bitte an Nils."));
    QCOMPARE(answers->files->roots, QStringList{in(QStringLiteral("home"))});
    QCOMPARE(answers->files->rules.front().path, in(QStringLiteral("home/Privat")));
    QCOMPARE(answers->files->rules.front().verdict, Verdict::Private);
    QVERIFY(answers->files->acceptsSuggestions && !answers->files->removesPrivate);
    QCOMPARE(answers->password->sealRecipient, in(QStringLiteral("supervisor.pem")));
    QCOMPARE(answers->leaverSignature->drawnFile, in(QStringLiteral("lea.svg")));
    QCOMPARE(answers->supervisorSignature->typed, QStringLiteral("Sven Vorgesetzt"));
    QCOMPARE(answers->supervisorSignature->notReceived, QStringList{QStringLiteral("password")});
    QCOMPARE(answers->receipt.target, in(QStringLiteral("out")));
}

void TestAnswers::what_is_absent_stays_open()
{
    const auto answers = readAnswers(write("[signature.supervisor]\n"));
    QVERIFY(answers.isOk());
    QVERIFY(answers->language.isEmpty());
    QVERIFY(answers->caseFile.isEmpty());
    QVERIFY(answers->mailboxes.empty());
    QVERIFY(!answers->separation.acceptsSuggestions);
    QVERIFY(!answers->separation.rest.has_value());
    QVERIFY(!answers->takeaway.has_value());
    QVERIFY(!answers->archive.has_value());
    QVERIFY(!answers->password.has_value());
    QVERIFY(!answers->leaverSignature.has_value());
    QVERIFY(answers->supervisorSignature.has_value());
}

void TestAnswers::a_rule_is_read_as_the_mailbox_compares_it()
{
    const auto answers = readAnswers(write("[separation]\nrules = [ { folder = 'Privat', verdict = 'private' },\n"
                                           "{ correspondent = 'Anna@Privat.example', verdict = 'undecided' },\n"
                                           "{ message_id = '<A@x>', verdict = 'business' },\n"
                                           "{ list = '<Chor.example>', verdict = 'protected' } ]"));
    QVERIFY2(answers.isOk(), answers.isOk() ? "" : qPrintable(answers.failure().detail));
    using By = Answers::Rule::By;
    const std::vector<std::tuple<By, QString, Verdict>> expected{
        {By::Folder, QStringLiteral("Privat"), Verdict::Private},
        {By::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Undecided},
        {By::MessageId, QStringLiteral("A@x"), Verdict::Business},
        {By::List, QStringLiteral("chor.example"), Verdict::Protected}};
    QCOMPARE(answers->separation.rules.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Answers::Rule& rule = answers->separation.rules[i];
        QVERIFY(std::tuple(rule.by, rule.value, rule.verdict) == expected[i]);
    }
}

void TestAnswers::a_password_can_go_to_a_printed_letter()
{
    const auto answers = readAnswers(write("[password]\nway='directory'\nurl='ldaps://x'\nuser='a'\npassword_file='b'\n"
                                           "style='characters'\nseal={letter='ipps://drucker/ipp/print'}"));
    QVERIFY2(answers.isOk(), answers.isOk() ? "" : qPrintable(answers.failure().detail));
    QCOMPARE(answers->password->letterPrinter, QStringLiteral("ipps://drucker/ipp/print"));
    QCOMPARE(answers->password->style, directory::PasswordStyle::Characters);
    QVERIFY(answers->password->sealTarget.isEmpty());
}

void TestAnswers::a_mistake_is_named_with_its_place_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* name, const char* text, const char* detail) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(detail);
    };
    row("unknown key", "langauge = 'de'", "1:1: unknown key langauge");
    row("unknown key in a mailbox", "[[mailbox]]\nkind='maildir'\npath='x'\npasswort='y'", "4:1: unknown key passwort");
    row("a password in the file", "[password]\nway='it'\npassword='x'", "3:1: unknown key password");
    row("unknown language", "language = 'fr'", "1:12: language must be");
    row("contract ends before the last day", "[dates]\nlast_working_day=2026-12-31\nend_of_contract=2026-12-30",
        "3:17: end_of_contract");
    row("mailbox without kind", "[[mailbox]]\npath='x'", "1:1: kind is missing");
    row("maildir without path", "[[mailbox]]\nkind='maildir'", "1:1: path is missing");
    row("imap without host", "[[mailbox]]\nkind='imap'\nuser='x'\npassword_file='y'", "1:1: host is missing");
    row("imap without password", "[[mailbox]]\nkind='imap'\nuser='x'\nhost='y'", "1:1: password_file is missing");
    row("imap without encryption", "[[mailbox]]\nkind='imap'\nsecurity='none'", "3:10: security must be");
    row("a port that is none", "[[mailbox]]\nkind='imap'\nport=70000", "3:6: port must be");
    row("a kind nobody knows", "[[mailbox]]\nkind='notes'\npath='x'", "2:6: ");
    row("a rule with two criteria", "[separation]\nrules=[{folder='a', list='b', verdict='private'}]",
        "2:8: a rule needs one of");
    row("a rule without verdict", "[separation]\nrules=[{folder='a'}]", "2:8: verdict is missing");
    row("take without target", "[takeaway]\naction='take'", "1:1: target is missing");
    row("leave and remove", "[takeaway]\naction='leave'\nremove_from_mailbox=true", "3:21: what is left");
    row("delete and keep", "[takeaway]\naction='delete'\nremove_from_mailbox=false", "3:21: what is deleted");
    row("archive without passphrase", "[archive]\ntarget='x'", "1:1: passphrase_file is missing");
    row("folder with passphrase", "[archive]\ntarget='x'\ncontainer='folder'\npassphrase_file='y'",
        "4:17: a plain folder");
    row("a locked disc", "[archive]\ntarget='x'\ncontainer='iso'\npassphrase_file='y'",
        "4:17: a plain folder or disc cannot be encrypted; choose container = \"zip\"");
    row("a reply on a server without a login", "[out_of_office]\nhost='x'", "1:1: user is missing");
    row("a way there is none", "[out_of_office]\nway='sieve'", "2:5:");
    row("a key file and a card", "[signature.leaver]\nkey='a.p12'\ntoken={pin_file='b'}",
        "3:7: only one of key and token");
    row("files from nowhere", "[files]\nprivate_target='x'", "1:1: roots is missing");
    row("a verdict there is none", "[files]\nroots=['x']\nrules=[{path='y',verdict='mine'}]", "3:");
    row("directory by http",
        "[password]\nway='directory'\nurl='http://x'\nuser='a'\npassword_file='b'\nseal={code_file='c',target='d'}",
        "3:5: url must be");
    row("directory without seal", "[password]\nway='directory'\nurl='ldap://x'\nuser='a'\npassword_file='b'",
        "1:1: seal is missing");
    row("a printer that is none",
        "[password]\nway='directory'\nurl='ldaps://x'\nuser='a'\npassword_file='b'\nseal={letter='lp0'}",
        "6:14: letter must be");
    row("two seals",
        "[password]\nway='directory'\nurl='ldap://"
        "x'\nuser='a'\npassword_file='b'\nseal={code_file='c',recipient='e',target='d'}",
        "6:31: seal needs either");
    row("drawn and typed", "[signature.leaver]\ndrawn='a'\ntyped='b'", "3:7: only one of");
    row("a tick of the leaver", "[signature.leaver]\nreceived_archive=true", "2:1: unknown key received_archive");
    row("countersigned here and elsewhere", "[receipt]\ncountersigned='a'\n[signature.supervisor]\ntyped='b'",
        "2:15: only one of countersigned and signature.supervisor");
    row("a time-stamp server that is none", "[receipt]\ntsa='x'", "2:5: tsa must be");
}

void TestAnswers::a_mistake_is_named_with_its_place()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    const auto answers = readAnswers(write(text));
    QVERIFY(!answers.isOk());
    QCOMPARE(answers.failure().kind, Failure::Kind::BadInput);
    QVERIFY2(answers.failure().detail.startsWith(detail), qPrintable(answers.failure().detail));
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
