// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_places.h"

#include "policy/policy_signature.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::policy;

/** Signatures are made by the openssl program: another hand than the one that checks them. */
class TestPolicyPlaces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void xdg_searches_the_companys_folders_first();
    void nobody_talks_the_program_out_of_the_systems_folder();
    void windows_has_program_data_before_the_users_own();
    void without_any_file_the_built_in_policy_serves();
    void the_companys_file_wins_over_the_users();
    void the_file_asked_for_wins();
    void with_signers_a_signed_policy_is_taken();
    void a_certificate_issued_by_the_companys_ca_may_sign();
    void with_signers_nothing_unsigned_is_taken_data();
    void with_signers_nothing_unsigned_is_taken();
    void a_user_cannot_bring_signers_of_his_own();

private:
    QString company(const QString& name) const { return m_company->filePath(QStringLiteral("staffelstab/") + name); }
    PolicyPlaces places() const
    {
        return {{m_company->filePath(QStringLiteral("staffelstab"))},
                {m_user->filePath(QStringLiteral("staffelstab"))}};
    }
    static void write(const QString& path, const QByteArray& text)
    {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write the test's file");
        }
    }
    static QByteArray policyNamed(const char* name) { return QByteArray("name='") + name + "'\nversion='1'\n"; }
    void openssl(const QString& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_keys.path());
        process.start(QStringLiteral("openssl"), QProcess::splitCommand(arguments));
        if (!process.waitForFinished() || process.exitCode() != 0) {
            qFatal("openssl %s: %s", qPrintable(arguments), process.readAllStandardError().constData());
        }
    }
    /** Signs the company's policy as it lies there. */
    void sign(const QString& signer, const QString& options = {}) const
    {
        openssl(QStringLiteral("cms -sign -binary -in %1 -signer %2.pem -inkey %2.key -outform DER -out %1.p7s %3")
                    .arg(company(QStringLiteral("policy.toml")), signer, options));
    }
    void trust(const QString& certificate) const
    {
        QFile::copy(m_keys.filePath(certificate + QStringLiteral(".pem")),
                    company(QStringLiteral("policy-signers.pem")));
    }

    QTemporaryDir m_keys;
    std::unique_ptr<QTemporaryDir> m_company;
    std::unique_ptr<QTemporaryDir> m_user;
};

void TestPolicyPlaces::initTestCase()
{
    for (const char* name : {"it", "stranger", "ca"}) {
        openssl(QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=%1 "
                               "-keyout %1.key -out %1.pem")
                    .arg(QLatin1String(name)));
    }
    openssl(QStringLiteral("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=issued -keyout issued.key "
                           "-out issued.csr"));
    openssl(
        QStringLiteral("x509 -req -in issued.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -out issued.pem"));
}

void TestPolicyPlaces::init()
{
    m_company = std::make_unique<QTemporaryDir>();
    m_user = std::make_unique<QTemporaryDir>();
    QDir(m_company->path()).mkpath(QStringLiteral("staffelstab"));
}

void TestPolicyPlaces::xdg_searches_the_companys_folders_first()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("XDG_CONFIG_DIRS"), QStringLiteral("/opt/conf:relative:/etc/xdg"));
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/lea"));
    const PolicyPlaces found = xdgPlaces(environment);
    QCOMPARE(found.companyFolders,
             QStringList({QStringLiteral("/opt/conf/staffelstab"), QStringLiteral("/etc/xdg/staffelstab")}));
    QCOMPARE(found.userFolders, QStringList{QStringLiteral("/home/lea/.config/staffelstab")});
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("/conf"));
    QCOMPARE(xdgPlaces(environment).userFolders, QStringList{QStringLiteral("/conf/staffelstab")});
}

void TestPolicyPlaces::nobody_talks_the_program_out_of_the_systems_folder()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("XDG_CONFIG_DIRS"), QStringLiteral("/home/lea/mine"));
    QVERIFY(xdgPlaces(environment).companyFolders.contains(QStringLiteral("/etc/xdg/staffelstab")));
}

void TestPolicyPlaces::windows_has_program_data_before_the_users_own()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("ProgramData"), QStringLiteral("D:/ProgramData"));
    environment.insert(QStringLiteral("LOCALAPPDATA"), QStringLiteral("C:/Users/lea/AppData/Local"));
    const PolicyPlaces found = programDataPlaces(environment);
    QCOMPARE(found.companyFolders, QStringList{QStringLiteral("D:/ProgramData/staffelstab")});
    QCOMPARE(found.userFolders, QStringList{QStringLiteral("C:/Users/lea/AppData/Local/staffelstab")});
    QCOMPARE(programDataPlaces({}).companyFolders, QStringList{QStringLiteral("C:/ProgramData/staffelstab")});
}

void TestPolicyPlaces::without_any_file_the_built_in_policy_serves()
{
    const auto policy = findPolicy(places(), {});
    QVERIFY(policy.isOk());
    QVERIFY(policy->isBuiltIn);
}

void TestPolicyPlaces::the_companys_file_wins_over_the_users()
{
    write(places().userFolders.first() + QStringLiteral("/policy.toml"), policyNamed("user"));
    QCOMPARE(findPolicy(places(), {})->name, QStringLiteral("user"));
    write(company(QStringLiteral("policy.toml")), policyNamed("company"));
    QCOMPARE(findPolicy(places(), {})->name, QStringLiteral("company"));
}

void TestPolicyPlaces::the_file_asked_for_wins()
{
    write(company(QStringLiteral("policy.toml")), policyNamed("company"));
    const QString asked = m_user->filePath(QStringLiteral("mine.toml"));
    write(asked, policyNamed("asked"));
    QCOMPARE(findPolicy(places(), asked)->name, QStringLiteral("asked"));
}

void TestPolicyPlaces::with_signers_a_signed_policy_is_taken()
{
    write(company(QStringLiteral("policy.toml")), policyNamed("company"));
    trust(QStringLiteral("it"));
    sign(QStringLiteral("it"));
    const auto policy = findPolicy(places(), {});
    QVERIFY2(policy.isOk(), policy.isOk() ? "" : qPrintable(policy.failure().detail));
    QCOMPARE(policy->name, QStringLiteral("company"));
}

void TestPolicyPlaces::a_certificate_issued_by_the_companys_ca_may_sign()
{
    write(company(QStringLiteral("policy.toml")), policyNamed("company"));
    trust(QStringLiteral("ca"));
    sign(QStringLiteral("issued"));
    const auto policy = findPolicy(places(), {});
    QVERIFY2(policy.isOk(), policy.isOk() ? "" : qPrintable(policy.failure().detail));
}

void TestPolicyPlaces::with_signers_nothing_unsigned_is_taken_data()
{
    QTest::addColumn<QString>("defect");
    for (const char* defect : {"no policy", "no signature", "stranger", "changed afterwards", "weak digest",
                               "text inside", "rubbish", "another file asked for"}) {
        QTest::newRow(defect) << QString::fromLatin1(defect);
    }
}

void TestPolicyPlaces::with_signers_nothing_unsigned_is_taken()
{
    QFETCH(QString, defect);
    const QString file = company(QStringLiteral("policy.toml"));
    QString asked;
    trust(QStringLiteral("it"));
    if (defect != QStringLiteral("no policy")) {
        write(file, policyNamed("company"));
    }
    if (defect == QStringLiteral("stranger")) {
        sign(QStringLiteral("stranger"));
    } else if (defect == QStringLiteral("changed afterwards")) {
        sign(QStringLiteral("it"));
        write(file, policyNamed("company") + "[mail]\nprivate_use='forbidden'\n");
    } else if (defect == QStringLiteral("weak digest")) {
        sign(QStringLiteral("it"), QStringLiteral("-md sha1"));
    } else if (defect == QStringLiteral("text inside")) {
        sign(QStringLiteral("it"), QStringLiteral("-nodetach"));
    } else if (defect == QStringLiteral("rubbish")) {
        write(file + QStringLiteral(".p7s"), "rubbish");
    } else if (defect == QStringLiteral("another file asked for")) {
        sign(QStringLiteral("it"));
        asked = m_user->filePath(QStringLiteral("mine.toml"));
        write(asked, policyNamed("mine"));
    }
    const auto policy = findPolicy(places(), asked);
    QVERIFY(!policy.isOk());
    QCOMPARE(policy.failure().kind, Failure::Kind::PolicyNotTrusted);
    QVERIFY(!policy.failure().detail.isEmpty());
}

void TestPolicyPlaces::a_user_cannot_bring_signers_of_his_own()
{
    write(places().userFolders.first() + QStringLiteral("/policy-signers.pem"), "x");
    QVERIFY(policySigners(places()).isEmpty());
}

QTEST_GUILESS_MAIN(TestPolicyPlaces)
#include "tst_policy_places.moc"
