// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_failure.h"

#include <QTest>

using namespace staffelstab;
using directory::LdapAnswer;
using Kind = Failure::Kind;

class TestLdapFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhyALoginWasRefused_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("policyError");
        QTest::addColumn<Kind>("kind");
        const auto ad = [](const char* name, const char* data, Kind kind) {
            QTest::newRow(name) << 49
                                << QStringLiteral(
                                       "80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, "
                                       "data %1, v1db1")
                                       .arg(QLatin1String(data))
                                << LdapAnswer::noPolicyError << kind;
        };
        ad("AD: unknown user", "525", Kind::LoginRefused);
        ad("AD: wrong password", "52e", Kind::LoginRefused);
        ad("AD: not at this hour", "530", Kind::NotPermitted);
        ad("AD: not from here", "531", Kind::NotPermitted);
        ad("AD: password expired", "532", Kind::PasswordExpired);
        ad("AD: disabled", "533", Kind::AccountDisabled);
        ad("AD: account expired", "701", Kind::AccountExpired);
        ad("AD: must change", "773", Kind::PasswordMustChange);
        ad("AD: locked", "775", Kind::AccountLocked);
        ad("AD: upper case hex", "52E", Kind::LoginRefused);
        ad("AD: unknown number", "ffffffff", Kind::LoginRefused);
        const auto other = [](const char* name, int code, int policyError, Kind kind) {
            QTest::newRow(name) << code << QString() << policyError << kind;
        };
        other("wrong password", 49, LdapAnswer::noPolicyError, Kind::LoginRefused);
        other("ppolicy: expired", 49, 0, Kind::PasswordExpired);
        other("ppolicy: locked", 49, 1, Kind::AccountLocked);
        other("wants encryption (AD)", 8, LdapAnswer::noPolicyError, Kind::NoEncryption);
        other("wants encryption", 13, LdapAnswer::noPolicyError, Kind::NoEncryption);
        other("busy", 51, LdapAnswer::noPolicyError, Kind::ServerRefused);
    }
    void namesWhyALoginWasRefused()
    {
        QFETCH(const int, code);
        QFETCH(const QString, text);
        QFETCH(const int, policyError);
        const Failure failure = directory::loginFailure({code, text, policyError}, QStringLiteral("dc1"));
        QTEST(failure.kind, "kind");
        QCOMPARE(failure.subject, QStringLiteral("dc1"));
    }

    void namesWhyAChangeWasRefused_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("policyError");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char* name, int code, const char* text, Kind kind,
                            int policyError = LdapAnswer::noPolicyError) {
            QTest::newRow(name) << code << QString::fromLatin1(text) << policyError << kind;
        };
        row("Samba: wrong old", 19, "00000056: Constraint violation - the old password specified doesn't match!",
            Kind::LoginRefused);
        row("Windows: wrong old", 19, "00000056: AtrErr: DSID-03190F80, #1:", Kind::LoginRefused);
        row("Samba: too short", 19, "0000052D: Constraint violation - the password is too short.",
            Kind::PasswordPolicyRefused);
        row("Samba: too young", 19, "0000052D: Constraint violation - password is too young to change!",
            Kind::PasswordTooYoung);
        row("Windows: policy", 19, "0000052D: AtrErr: DSID-03190F80, #1: problem 1005 (CONSTRAINT_ATT_TYPE)",
            Kind::PasswordPolicyRefused);
        row("Windows: not encrypted", 53, "0000001F: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM)",
            Kind::NoEncryption);
        row("Samba: no right", 50, "error in module acl: insufficient access rights", Kind::NotPermitted);
        row("OpenLDAP: wrong old", 53, "unwilling to verify old password", Kind::LoginRefused);
        row("OpenLDAP: wrong old by modify", 53, "Must supply correct old password", Kind::LoginRefused, 4);
        row("OpenLDAP: not allowed", 50, "User alteration of password is not allowed", Kind::NotPermitted, 3);
        row("OpenLDAP: quality", 19, "Password fails quality checking policy", Kind::PasswordPolicyRefused, 5);
        row("OpenLDAP: too short", 19, "Password fails quality checking policy", Kind::PasswordPolicyRefused, 6);
        row("OpenLDAP: too young", 19, "Password is too young to change", Kind::PasswordTooYoung, 7);
        row("OpenLDAP: history", 19, "Password is in history of old passwords", Kind::PasswordPolicyRefused, 8);
        row("without a control", 19, "", Kind::PasswordPolicyRefused);
        row("gone", 32, "00002030: No such Base DN", Kind::NoSuchEntry);
        row("unwilling", 53, "shadow context; no update referral", Kind::ServerRefused);
    }
    void namesWhyAChangeWasRefused()
    {
        QFETCH(const int, code);
        QFETCH(const QString, text);
        QFETCH(const int, policyError);
        QTEST(directory::changeFailure({code, text, policyError}, {}).kind, "kind");
    }

    void namesWhyARequestWasRefused()
    {
        QCOMPARE(directory::requestFailure({32, {}}, {}).kind, Kind::NoSuchEntry);
        QCOMPARE(directory::requestFailure({50, {}}, {}).kind, Kind::NotPermitted);
        QCOMPARE(directory::requestFailure({-7, {}}, {}).kind, Kind::BadInput);
        QCOMPARE(directory::requestFailure({4, {}}, {}).kind, Kind::LimitExceeded);
    }
};

QTEST_APPLESS_MAIN(TestLdapFailure)
#include "tst_ldap_failure.moc"
