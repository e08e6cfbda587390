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
