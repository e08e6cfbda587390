// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/company_policy.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::policy;

class TestCompanyPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_key_of_a_firms_file_is_read();
    void the_rules_of_a_firm_are_read();
    void mail_providers_are_found_by_the_address();
    void texts_may_be_in_one_language_or_two();
    void the_built_in_policy_promises_nothing_for_a_firm();
    void the_built_in_periods_end_with_the_calendar_year();
    void lists_a_firm_leaves_out_are_the_built_in_ones();
    void a_firm_may_ask_for_no_consents_at_all();
    void the_built_in_policy_protects_the_works_council_and_names_no_firm();
    void a_firms_list_of_protected_bodies_only_adds_to_the_built_in_one();
    void the_file_in_the_resources_is_a_valid_start_for_a_firm();
    void a_mistake_is_named_with_its_place_data();
    void a_mistake_is_named_with_its_place();
    void a_missing_file_is_said_to_be_missing();

private:
    QString write(const QByteArray& text)
    {
        const QString path = m_folder.filePath(QStringLiteral("policy.toml"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write the test's file");
        }
        return path;
    }
    QTemporaryDir m_folder;
};

void TestCompanyPolicy::every_key_of_a_firms_file_is_read()
{
    const QString path = write(
        "name = \"Regelung\"\nversion = \"3.1\"\n"
        "[company]\nname = \"Beispiel GmbH\"\ndomains = [\"Firma.example\", \"*.werk.example\", \"@alt.example\"]\n"
        "ca_file = \"certs/../ca.pem\"\n"
        "[contacts]\ndpo = \"dsb@firma.example\"\nworks_council = \"Zimmer 12\"\n"
        "[mail]\nprivate_use = \"tolerated\"\nprotected_correspondents = [\"Vertrauen@firma.example\"]\n"
        "[servers]\ndirectory = \"ldaps://dc.firma.example\"\ntsa = \"http://tsa.firma.example/ts\"\n");
    const auto policy = readPolicy(path);
    QVERIFY2(policy.isOk(), policy.isOk() ? "" : qPrintable(policy.failure().detail));
    QCOMPARE(policy->name, QStringLiteral("Regelung"));
    QCOMPARE(policy->version, QStringLiteral("3.1"));
    QCOMPARE(policy->companyName, QStringLiteral("Beispiel GmbH"));
    QCOMPARE(policy->companyDomains, QStringList({QStringLiteral("firma.example"), QStringLiteral("werk.example"),
                                                  QStringLiteral("alt.example")}));
    QCOMPARE(policy->caFile, QDir(m_folder.path()).absoluteFilePath(QStringLiteral("ca.pem")));
    QCOMPARE(policy->dpoContact, QStringLiteral("dsb@firma.example"));
    QCOMPARE(policy->worksCouncilContact, QStringLiteral("Zimmer 12"));
    QCOMPARE(policy->privateUse, PrivateUse::Tolerated);
    QCOMPARE(policy->protectedCorrespondents.first(), QStringLiteral("vertrauen@firma.example"));
    QCOMPARE(policy->directoryUrl, QStringLiteral("ldaps://dc.firma.example"));
    QCOMPARE(policy->tsa, QStringLiteral("http://tsa.firma.example/ts"));
    QVERIFY(!policy->isBuiltIn);
}

void TestCompanyPolicy::the_rules_of_a_firm_are_read()
{
    const QString path =
        write("name = 'R'\nversion = '1'\n"
              "[company]\nlogo = 'logo.svg'\nagreement = 'BV 7/2026'\n"
              "[contacts]\nit = 'it@firma.example'\ndpo_certificate = 'dpo.pem'\n"
              "[servers]\ntsa = 'http://tsa.firma.example/'\n"
              "[signature]\nrequired_level = 'advanced'\ntrusted_cas = ['a.pem', 'b.pem']\ntimestamp_required = true\n"
              "timestamp_cas = ['t.pem']\ntoken_module = 'card.so'\n"
              "[pages]\noff = ['files', 'consents']\n"
              "[account]\npassword_ways = ['outside', 'helpdesk']\ndelegated_rights = ['reset_password', 'disable']\n"
              "disable_on = 'end_of_contract'\ndelete_after_months = 6\nleave_groups = ['vpn']\n"
              "[out_of_office]\ndefault_months = 2\nlongest_months = 2\nneutral_mailbox = 'info@firma.example'\n");
    const auto policy = readPolicy(path);
    QVERIFY2(policy.isOk(), policy.isOk() ? "" : qPrintable(policy.failure().detail));
    const QDir folder(m_folder.path());
    QCOMPARE(policy->logoFile, folder.absoluteFilePath(QStringLiteral("logo.svg")));
    QCOMPARE(policy->agreement, QStringLiteral("BV 7/2026"));
    QCOMPARE(policy->itContact, QStringLiteral("it@firma.example"));
    QCOMPARE(policy->dpoCertificate, folder.absoluteFilePath(QStringLiteral("dpo.pem")));
    SignatureRules signature;
    signature.requiredLevel = SignatureRules::Level::Advanced;
    signature.trustedCaFiles = {folder.absoluteFilePath(QStringLiteral("a.pem")),
                                folder.absoluteFilePath(QStringLiteral("b.pem"))};
    signature.isTimestampRequired = true;
    signature.timestampCaFiles = {folder.absoluteFilePath(QStringLiteral("t.pem"))};
    signature.tokenModule = folder.absoluteFilePath(QStringLiteral("card.so"));
    QVERIFY(policy->signature == signature);
    QVERIFY(policy->isOff(OptionalPage::Files) && policy->isOff(OptionalPage::Consents));
    QVERIFY(!policy->isOff(OptionalPage::Equipment));
    AccountRules account;
    account.passwordWays = {PasswordWay::Outside, PasswordWay::Helpdesk};
    account.delegatedRights = {DelegatedRight::ResetPassword, DelegatedRight::Disable};
    account.disableOn = AccountRules::DisableOn::EndOfContract;
    account.deleteAfterMonths = 6;
    account.leaveGroups = QStringList{QStringLiteral("vpn")};
    QVERIFY(policy->account == account);
    QVERIFY(policy->outOfOffice == (OutOfOfficeRules{2, 2, QStringLiteral("info@firma.example")}));
}

void TestCompanyPolicy::mail_providers_are_found_by_the_address()
{
    const auto policy = readPolicy(
        write("name = 'R'\nversion = '1'\n[mail]\nautoconfig = ['auto.xml']\n"
              "[[mail.provider]]\ndomains = ['Firma.example']\nuser = 'local_part'\n"
              "imap = { host = 'Mail.firma.example', port = 1143, security = 'starttls' }\n"
              "smtp = { host = 'mail.firma.example' }\nsieve = { host = 'mail.firma.example', port = 4190 }\n"
              "oauth = { client_id = 'id', client_secret = 's', authorization_url = 'https://id.firma.example/a',"
              " token_url = 'https://id.firma.example/t', scopes = ['mail'] }\n"));
    QVERIFY2(policy.isOk(), policy.isOk() ? "" : qPrintable(policy.failure().detail));
    QCOMPARE(policy->autoconfigFiles, QStringList{QDir(m_folder.path()).absoluteFilePath(QStringLiteral("auto.xml"))});
    const auto provider = policy->providerFor(QStringLiteral("Lea@FIRMA.example"));
    QVERIFY(provider);
    MailProvider expected;
    expected.domains = QStringList{QStringLiteral("firma.example")};
    expected.user = MailProvider::User::LocalPart;
    expected.imap = {QStringLiteral("mail.firma.example"), 1143, MailServer::Security::StartTls};
    expected.smtp = {QStringLiteral("mail.firma.example"), 0, MailServer::Security::Tls};
    expected.sieve = {QStringLiteral("mail.firma.example"), 4190, MailServer::Security::StartTls};
    expected.oauth = {QStringLiteral("id"),
                      QStringLiteral("s"),
                      QStringLiteral("https://id.firma.example/a"),
                      QStringLiteral("https://id.firma.example/t"),
                      {QStringLiteral("mail")}};
    QVERIFY(*provider == expected);
    QVERIFY(!policy->providerFor(QStringLiteral("lea@sub.firma.example")));
    QVERIFY(!policy->providerFor(QStringLiteral("firma.example")));
}

void TestCompanyPolicy::texts_may_be_in_one_language_or_two()
{
    const auto policy = readPolicy(write("name = 'R'\nversion = '1'\n[texts]\nversion = 'T2'\n"
                                         "secrecy = { de = 'Schweigen', en = 'Silence' }\nfarewell = 'Hello'\n"));
    QVERIFY(policy.isOk());
    QCOMPARE(policy->texts.version, QStringLiteral("T2"));
    QCOMPARE(policy->texts.secrecy.in(QStringLiteral("de_DE")), QStringLiteral("Schweigen"));
    QCOMPARE(policy->texts.secrecy.in(QStringLiteral("fr")), QStringLiteral("Silence"));
    QCOMPARE(policy->texts.farewell.in(QStringLiteral("de")), QStringLiteral("Hello"));
}

void TestCompanyPolicy::the_built_in_policy_promises_nothing_for_a_firm()
{
    const CompanyPolicy policy = builtInPolicy();
    QVERIFY(policy.account.delegatedRights.isEmpty());
    QVERIFY(policy.signature == SignatureRules{});
    QVERIFY(policy.pagesOff.isEmpty());
    QVERIFY(policy.mailProviders.isEmpty());
    QVERIFY(policy.outOfOffice.neutralMailbox.isEmpty());
    QCOMPARE(policy.account.passwordWays.first(), PasswordWay::Helpdesk);
    QVERIFY(policy.texts == PolicyTexts{});
    for (const ConsentOffer& offer : policy.consents) {
        QVERIFY(offer.title.de != offer.title.en && offer.purpose.de != offer.purpose.en);
        QVERIFY(offer.days > 0 && !offer.recipient.isEmpty());
    }
    QVERIFY(!policy.consents.isEmpty() && !policy.equipment.isEmpty());
}

void TestCompanyPolicy::the_built_in_periods_end_with_the_calendar_year()
{
    const CompanyPolicy policy = builtInPolicy();
    const QDate arose(2026, 1, 1);
    QCOMPARE(policy.retentionClass(QStringLiteral("business_letter"))->keptUntil(arose), QDate(2032, 12, 31));
    QCOMPARE(policy.retentionClass(QStringLiteral("voucher"))->keptUntil(arose), QDate(2034, 12, 31));
    QCOMPARE(policy.retentionClass(QStringLiteral("books"))->keptUntil(arose), QDate(2036, 12, 31));
    QVERIFY(policy.retentionClass(policy.archiveRetention));
    QVERIFY(policy.retentionClass(policy.receiptRetention));
    QVERIFY(!policy.retentionClass(QStringLiteral("none")));
}

void TestCompanyPolicy::lists_a_firm_leaves_out_are_the_built_in_ones()
{
    const auto policy = readPolicy(write("name='x'\nversion='1'\n[retention]\narchive='voucher'\n"));
    QVERIFY(policy.isOk());
    const CompanyPolicy builtIn = builtInPolicy();
    QCOMPARE(policy->archiveRetention, QStringLiteral("voucher"));
    QCOMPARE(policy->receiptRetention, builtIn.receiptRetention);
    QVERIFY(policy->retention == builtIn.retention);
    QVERIFY(policy->equipment == builtIn.equipment);
    QVERIFY(policy->consents == builtIn.consents);
}

void TestCompanyPolicy::a_firm_may_ask_for_no_consents_at_all()
{
    const auto policy = readPolicy(write("name='x'\nversion='1'\nconsent=[]\nequipment=[{name='Helm'}]\n"
                                         "[[retention.class]]\nid='a'\nname='A'\nyears=2\n"));
    QVERIFY(policy.isOk());
    QVERIFY(policy->consents.isEmpty());
    QCOMPARE(policy->equipment.size(), 1);
    QCOMPARE(policy->retention.size(), 1);
    QVERIFY(policy->archiveRetention.isEmpty());
}

void TestCompanyPolicy::the_built_in_policy_protects_the_works_council_and_names_no_firm()
{
    const CompanyPolicy policy = builtInPolicy();
    QVERIFY(policy.isBuiltIn);
    QVERIFY(policy.protectedCorrespondents.contains(QStringLiteral("betriebsrat@*")));
    QVERIFY(policy.protectedCorrespondents.contains(QStringLiteral("betriebsarzt@*")));
    QCOMPARE(policy.privateUse, PrivateUse::NotRegulated);
    QVERIFY(policy.companyName.isEmpty());
    QVERIFY(policy.companyDomains.isEmpty());
    QVERIFY(policy.tsa.isEmpty());
    QVERIFY(!policy.version.isEmpty());
}

void TestCompanyPolicy::a_firms_list_of_protected_bodies_only_adds_to_the_built_in_one()
{
    const auto policy =
        readPolicy(write("name='x'\nversion='1'\n[mail]\nprotected_correspondents=['a@b.example','betriebsrat@*']"));
    QVERIFY(policy.isOk());
    QCOMPARE(policy->protectedCorrespondents.count(QStringLiteral("betriebsrat@*")), 1);
    QCOMPARE(policy->protectedCorrespondents.size(), builtInPolicy().protectedCorrespondents.size() + 1);
}

void TestCompanyPolicy::the_file_in_the_resources_is_a_valid_start_for_a_firm()
{
    const auto policy = readPolicy(QStringLiteral(TEST_SOURCE_DIR "/resources/policy/builtin.toml"));
    QVERIFY(policy.isOk());
    QCOMPARE(policy->protectedCorrespondents, builtInPolicy().protectedCorrespondents);
}

void TestCompanyPolicy::a_mistake_is_named_with_its_place_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const QByteArray head("name='x'\nversion='1'\n");
    QTest::newRow("no name") << QByteArray("version='1'") << QStringLiteral("1:1: name is missing");
    QTest::newRow("empty version") << QByteArray("name='x'\nversion=' '") << QStringLiteral("2:9: version is missing");
    QTest::newRow("unknown key") << head + "[mail]\nprivat_use='allowed'" << QStringLiteral("4:1: unknown key");
    QTest::newRow("unknown rule") << head + "[mail]\nprivate_use='yes'" << QStringLiteral("4:13: private_use must be");
    QTest::newRow("domain that is an address") << head + "[company]\ndomains=['a@b']" << QStringLiteral("4:9: domains");
    QTest::newRow("empty domain") << head + "[company]\ndomains=['']" << QStringLiteral("4:9: domains");
    QTest::newRow("pattern for everybody")
        << head + "[mail]\nprotected_correspondents=['*@*']" << QStringLiteral("4:26: protected");
    QTest::newRow("pattern without @") << head + "[mail]\nprotected_correspondents=['rat']"
                                       << QStringLiteral("4:26: protected");
    QTest::newRow("directory by http") << head + "[servers]\ndirectory='http://x'"
                                       << QStringLiteral("4:11: directory must");
    QTest::newRow("password in an address")
        << head + "[servers]\ndirectory='ldaps://u:p@x'" << QStringLiteral("4:11: directory must");
    QTest::newRow("page that cannot be off")
        << head + "[pages]\noff=['receipt']" << QStringLiteral("4:5: off may hold");
    QTest::newRow("no password way") << head + "[account]\npassword_ways=[]" << QStringLiteral("4:15: password_ways");
    QTest::newRow("months over the law") << head + "[out_of_office]\nlongest_months=4"
                                         << QStringLiteral("4:16: longest_months");
    QTest::newRow("default over the limit")
        << head + "[out_of_office]\nlongest_months=1\ndefault_months=2" << QStringLiteral("5:16: default_months");
    QTest::newRow("unknown class") << head + "[retention]\narchive='x'" << QStringLiteral("4:9: there is no");
    QTest::newRow("class without years") << head + "[[retention.class]]\nid='a'\nname='A'"
                                         << QStringLiteral("3:1: years is missing");
    QTest::newRow("class twice")
        << head + "[[retention.class]]\nid='a'\nname='A'\nyears=1\n[[retention.class]]\nid='a'\nname='B'\nyears=1"
        << QStringLiteral("8:4: id a is there twice");
    QTest::newRow("consent without an end")
        << head + "[[consent]]\nid='a'\ntitle='T'\npurpose='P'\nrecipient='R'" << QStringLiteral("3:1: days");
    QTest::newRow("consent without a purpose")
        << head + "[[consent]]\nid='a'\ntitle='T'\nrecipient='R'\ndays=1" << QStringLiteral("3:1: purpose");
    QTest::newRow("time stamp from nowhere")
        << head + "[signature]\ntimestamp_required=true" << QStringLiteral("4:20: timestamp_required");
    QTest::newRow("sieve by TLS at once") << head + "[[mail.provider]]\ndomains=['a.example']\n"
                                                    "sieve={host='a',security='tls'}"
                                          << QStringLiteral("5:26: security");
    QTest::newRow("sign-in without encryption")
        << head + "[[mail.provider]]\ndomains=['a.example']\noauth={client_id='c',authorization_url='http://a'}"
        << QStringLiteral("5:40: authorization_url");
    QTest::newRow("texts without a version") << head + "[texts]\nsecrecy='s'" << QStringLiteral("3:1: texts of");
    QTest::newRow("no TOML") << QByteArray("name = ") << QStringLiteral("1:");
}

void TestCompanyPolicy::a_mistake_is_named_with_its_place()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const QString path = write(text);
    const auto policy = readPolicy(path);
    QVERIFY(!policy.isOk());
    QCOMPARE(policy.failure().kind, Failure::Kind::BadInput);
    QCOMPARE(policy.failure().subject, path);
    QVERIFY2(policy.failure().detail.startsWith(place), qPrintable(policy.failure().detail));
}

void TestCompanyPolicy::a_missing_file_is_said_to_be_missing()
{
    const auto policy = readPolicy(m_folder.filePath(QStringLiteral("none.toml")));
    QVERIFY(!policy.isOk());
    QCOMPARE(policy.failure().kind, Failure::Kind::FileNotFound);
}

QTEST_GUILESS_MAIN(TestCompanyPolicy)
#include "tst_company_policy.moc"
