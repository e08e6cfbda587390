// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/account_directory.h"
#include "directory/ad_password.h"
#include "directory/ldap_session.h"
#include "model/directory/raw_directory.h"
#include "servers/samba_server.h"
#include "servers/slapd_server.h"

#include <QTest>

#include <functional>

using namespace staffelstab;
using namespace staffelstab::directory;
using Kind = Failure::Kind;

namespace {

const QByteArray right = SambaServer::firstPassword;
const QByteArray fresh = "Neues-Kennwort-22";
constexpr int none = LdapAnswer::noPolicyError;

QByteArray quoted(const QByteArray& password)
{
    return quotedUtf16(Secret(QByteArrayView(password)))->view().toByteArray();
}

QString person(const char* name)
{
    return QStringLiteral("CN=%1,OU=Leute,DC=firma,DC=example").arg(QLatin1String(name));
}

} // namespace

/** Every code and text that was measured on the real servers, and what the program makes of it. */
class TestServerAnswers : public QObject
{
    Q_OBJECT

private:
    using Ask = std::function<LdapAnswer(RawDirectory&)>;
    using Judge = Failure (*)(const LdapAnswer&, const QString&);
    struct Row
    {
        const char* name;
        Ask ask;
        int code;
        QString text;
        int policyError;
        Judge judge;
        Kind kind;
    };

    SambaServer m_domain;
    SlapdServer m_plain;
    std::vector<Row> m_rows;

    static void show(const std::vector<Row>& rows)
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QTest::newRow(rows[i].name) << static_cast<int>(i);
        }
    }
    static void compare(const Row& row, RawDirectory& server)
    {
        const LdapAnswer answer = row.ask(server);
        QCOMPARE(answer.code, row.code);
        QVERIFY2(answer.text.contains(row.text), qPrintable(answer.text));
        QCOMPARE(answer.policyError, row.policyError);
        if (row.judge != nullptr) {
            QCOMPARE(row.judge(answer, {}).kind, row.kind);
        }
    }
    /** Asks as somebody who has signed in. */
    static Ask as(const QString& name, Ask ask)
    {
        return [name, ask = std::move(ask)](RawDirectory& server) {
            const LdapAnswer in = server.bind(name, right);
            return in.code == LDAP_SUCCESS ? ask(server) : in;
        };
    }
    static Ask bind(const QString& name, const QByteArray& password)
    {
        return [=](RawDirectory& server) { return server.bind(name, password); };
    }
    /** Asks it of the same connection after something that is not looked at. */
    static Ask after(Ask before, Ask ask)
    {
        return [before = std::move(before), ask = std::move(ask)](RawDirectory& server) {
            before(server);
            return ask(server);
        };
    }
    static Ask own(const char* account, const char* name, const QByteArray& from, const QByteArray& to)
    {
        return as(SambaServer::upn(QLatin1String(account)), [=](RawDirectory& server) {
            return server.modify(person(name), {{LDAP_MOD_DELETE, "unicodePwd", {quoted(from)}},
                                                {LDAP_MOD_ADD, "unicodePwd", {quoted(to)}}});
        });
    }
    static Ask replace(const char* as, const char* name, const char* attribute, const QByteArray& value)
    {
        return TestServerAnswers::as(SambaServer::upn(QLatin1String(as)), [=](RawDirectory& server) {
            return server.modify(person(name), {{LDAP_MOD_REPLACE, attribute, {value}}});
        });
    }
    static Ask changed(const char* uid, const QByteArray& from, const QByteArray& to)
    {
        const QString dn = SlapdServer::dn(QLatin1String(uid));
        return as(dn, [=](RawDirectory& server) { return server.changePassword(dn, from, to); });
    }

    static std::vector<Row> activeDirectoryRows()
    {
        const auto upn = [](const char* account) { return SambaServer::upn(QLatin1String(account)); };
        std::vector<Row> rows;
        const auto login = [&rows](const char* name, Ask ask, const char* data, Kind kind) {
            rows.push_back({name, std::move(ask), 49, QStringLiteral("data %1,").arg(QLatin1String(data)), none,
                            &loginFailure, kind});
        };
        login("wrong password", bind(upn("t.est"), "wrong"), "52e", Kind::LoginRefused);
        login("unknown user", bind(upn("niemand"), right), "52e", Kind::LoginRefused);
        login("bare account name", bind(QStringLiteral("t.est"), right), "52e", Kind::LoginRefused);
        login("empty password", bind(upn("t.est"), ""), "52e", Kind::LoginRefused);
        login("disabled", bind(upn("d.aktiv"), right), "533", Kind::AccountDisabled);
        login("disabled, wrong password", bind(upn("d.aktiv"), "wrong"), "52e", Kind::LoginRefused);
        login("account expired", bind(upn("k.ende"), right), "701", Kind::AccountExpired);
        login("account expired, wrong password", bind(upn("k.ende"), "wrong"), "52e", Kind::LoginRefused);
        login("password expired", bind(upn("a.alt"), right), "532", Kind::PasswordExpired);
        login("password expired, wrong password", bind(upn("a.alt"), "wrong"), "52e", Kind::LoginRefused);
        login("must change", bind(upn("w.wechsel"), right), "773", Kind::PasswordMustChange);
        login("must change, wrong password", bind(upn("w.wechsel"), "wrong"), "52e", Kind::LoginRefused);
        Ask locked = bind(upn("g.sperrt"), "wrong");
        for (int i = 0; i < 4; ++i) {
            locked = after(locked, bind(upn("g.sperrt"), "wrong"));
        }
        login("locked", after(locked, bind(upn("g.sperrt"), right)), "775", Kind::AccountLocked);
        login("locked, wrong password", bind(upn("g.sperrt"), "wrong"), "775", Kind::AccountLocked);

        const auto change = [&rows](const char* name, Ask ask, int code, const char* text, Kind kind) {
            rows.push_back({name, std::move(ask), code, QLatin1String(text), none, &changeFailure, kind});
        };
        const char* const tea = "Tea Est";
        change("wrong old", own("t.est", tea, "wrong", fresh), 19, "00000056: ", Kind::LoginRefused);
        change("too short", own("t.est", tea, right, "Ab-12"), 19, "too short", Kind::PasswordPolicyRefused);
        change("too short for a fine policy", own("s.streng", "Stella Streng", right, fresh), 19, "20 characters",
               Kind::PasswordPolicyRefused);
        change("classes", own("t.est", tea, right, "abcdefghijklmnop"), 19, "complexity", Kind::PasswordPolicyRefused);
        change("the same", own("t.est", tea, right, right), 19, "0000052D: ", Kind::PasswordPolicyRefused);
        change("minimum age", own("m.jung", "Mia Jung", right, fresh), 19, "too young", Kind::PasswordTooYoung);
        change("history",
               after(own("z.wei", "Zoe Wei", right, fresh),
                     [](RawDirectory& server) {
                         server.bind(SambaServer::upn(QStringLiteral("z.wei")), fresh);
                         server.modify(person("Zoe Wei"),
                                       {{LDAP_MOD_DELETE, "unicodePwd", {quoted(fresh)}},
                                        {LDAP_MOD_ADD, "unicodePwd", {quoted("Drittes-Kennwort-33")}}});
                         return server.modify(person("Zoe Wei"),
                                              {{LDAP_MOD_DELETE, "unicodePwd", {quoted("Drittes-Kennwort-33")}},
                                               {LDAP_MOD_ADD, "unicodePwd", {quoted(right)}}});
                     }),
               19, "history", Kind::PasswordPolicyRefused);
        change("replaced without the right", replace("t.est", tea, "unicodePwd", quoted(fresh)), 50,
               "insufficient access rights", Kind::NotPermitted);
        change("another's, with the old one, is allowed", own("r.eset", "Mia Eins", right, fresh), 0, "Success",
               Kind::ServerRefused);
        rows.back().judge = nullptr;

        const auto request = [&rows](const char* name, Ask ask, int code, const char* text, Kind kind) {
            rows.push_back({name, std::move(ask), code, QLatin1String(text), none, &requestFailure, kind});
        };
        request("another attribute", replace("t.est", "Rea Eset", "department", "x"), 50,
                "00002098: ", Kind::NotPermitted);
        request("trusted for delegation", replace("h.help", "Rea Eset", "userAccountControl", "524800"), 50,
                "SeEnableDelegationPrivilege", Kind::NotPermitted);
        request(
            "without signing in",
            [](RawDirectory& server) {
                return server.modify(person("Tea Est"), {{LDAP_MOD_REPLACE, "department", {"x"}}});
            },
            1, "00002020: ", Kind::ServerRefused);
        request("no such entry",
                as(QStringLiteral("administrator@firma.example"),
                   [](RawDirectory& server) {
                       return server.search(QStringLiteral("CN=Niemand,DC=firma,DC=example"), "(objectClass=*)");
                   }),
                32, "", Kind::NoSuchEntry);
        request("no DN",
                as(upn("t.est"),
                   [](RawDirectory& server) { return server.search(QStringLiteral("no dn"), "(objectClass=*)"); }),
                34, "", Kind::BadInput);
        request("another pwdLastSet", replace("h.help", "Rea Eset", "pwdLastSet", "5"), 80,
                "00000057: ", Kind::ServerRefused);
        request("no filter",
                as(upn("t.est"),
                   [](RawDirectory& server) {
                       return server.search(QStringLiteral("DC=firma,DC=example"), "(cn=Ev (i*l) x)");
                   }),
                LDAP_FILTER_ERROR, "", Kind::BadInput);
        request("the old name kept",
                as(QStringLiteral("administrator@firma.example"),
                   [](RawDirectory& server) { return server.renameKeepingOld(person("Moe Drei"), "CN=Mo Drei"); }),
                53, "00002035: ", Kind::ServerRefused);
        return rows;
    }

    static std::vector<Row> openLdapRows()
    {
        const auto dn = [](const char* uid) { return SlapdServer::dn(QLatin1String(uid)); };
        const auto helped = [](Ask ask) { return as(SlapdServer::dn(QStringLiteral("h.help")), std::move(ask)); };
        std::vector<Row> rows;
        const auto add = [&rows](const char* name, Ask ask, int code, const char* text, int error, Judge judge,
                                 Kind kind) {
            rows.push_back({name, std::move(ask), code, QLatin1String(text), error, judge, kind});
        };
        add("wrong old", changed("e.eng", "wrong", fresh.first(14)), 53, "unwilling to verify old password", none,
            &changeFailure, Kind::LoginRefused);
        add("wrong old, by modify",
            as(dn("t.est"),
               [dn](RawDirectory& server) {
                   return server.modify(dn("t.est"), {{LDAP_MOD_DELETE, "userPassword", {"wrong"}},
                                                      {LDAP_MOD_ADD, "userPassword", {fresh}}});
               }),
            53, "Must supply correct old password", 4, &changeFailure, Kind::LoginRefused);
        add("old one not named", changed("t.est", {}, fresh), 50, "Must supply old password", 4, &changeFailure,
            Kind::LoginRefused);
        add("too short", changed("t.est", right, "Ab-12"), 19, "quality", 6, &changeFailure,
            Kind::PasswordPolicyRefused);
        add("the same", changed("t.est", right, right), 19, "not being changed", 8, &changeFailure,
            Kind::PasswordPolicyRefused);
        add("too young", changed("m.jung", right, fresh), 19, "too young", 7, &changeFailure, Kind::PasswordTooYoung);
        add("not allowed", changed("n.nie", right, fresh), 50, "not allowed", 3, &changeFailure, Kind::NotPermitted);
        add("history",
            after(changed("s.zeichen", right, fresh),
                  [dn](RawDirectory& server) {
                      server.bind(dn("s.zeichen"), fresh);
                      return server.changePassword(dn("s.zeichen"), fresh, right);
                  }),
            19, "history", 8, &changeFailure, Kind::PasswordPolicyRefused);
        add("disabled", bind(dn("d.aktiv"), right), 49, "", 1, &loginFailure, Kind::AccountLocked);
        add("past its end", bind(dn("k.ende"), right), 49, "", 1, &loginFailure, Kind::AccountLocked);
        Ask wrong = bind(dn("g.sperrt"), "wrong");
        add("locked", after(after(after(wrong, wrong), wrong), bind(dn("g.sperrt"), right)), 49, "", 1, &loginFailure,
            Kind::AccountLocked);
        add("expired", bind(dn("a.alt"), right), 49, "", 0, &loginFailure, Kind::PasswordExpired);
        add("the last grace", bind(dn("g.nade"), right), 0, "", none, nullptr, {});
        add("after the last grace", bind(dn("g.nade"), right), 49, "", 0, &loginFailure, Kind::PasswordExpired);
        add("after a reset", bind(dn("w.wechsel"), right), 0, "", 2, &loginFailure, Kind::PasswordMustChange);
        add("after a reset, anything else",
            as(dn("w.wechsel"),
               [dn](RawDirectory& server) { return server.search(dn("w.wechsel"), "(objectClass=*)"); }),
            50, "", none, &requestFailure, Kind::NotPermitted);
        add("empty password", bind(dn("t.est"), ""), 53, "unauthenticated bind", none, nullptr, {});
        add("a helpdesk's reset skips the policy",
            helped([dn](RawDirectory& server) { return server.changePassword(dn("r.eset"), {}, "Ab-12"); }), 0, "",
            none, nullptr, {});
        return rows;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_domain.start(), qPrintable(m_domain.errorText()));
        QVERIFY2(m_plain.start(), qPrintable(m_plain.errorText()));
    }

    void activeDirectoryAnswers_data() { show(m_rows = activeDirectoryRows()); }
    void activeDirectoryAnswers()
    {
        QFETCH(const int, row);
        RawDirectory server(m_domain.ldapsUrl(), m_domain.caFile());
        compare(m_rows[static_cast<std::size_t>(row)], server);
    }

    void openLdapAnswers_data() { show(m_rows = openLdapRows()); }
    void openLdapAnswers()
    {
        QFETCH(const int, row);
        RawDirectory server(m_plain.ldapsUrl(), m_plain.caFile());
        compare(m_rows[static_cast<std::size_t>(row)], server);
    }

    void aPlainConnectionIsRefusedByTheServersAndBefore_data()
    {
        QTest::addColumn<bool>("isDomain");
        QTest::newRow("AD") << true;
        QTest::newRow("OpenLDAP") << false;
    }
    void aPlainConnectionIsRefusedByTheServersAndBefore()
    {
        QFETCH(const bool, isDomain);
        const QUrl url = isDomain ? m_domain.ldapUrl() : m_plain.ldapUrl();
        const QString user =
            isDomain ? SambaServer::upn(QStringLiteral("t.est")) : SlapdServer::dn(QStringLiteral("t.est"));
        RawDirectory raw(url, {});
        const LdapAnswer answer = raw.bind(user, right);
        QCOMPARE(answer.code, isDomain ? 8 : 13);
        QVERIFY(
            answer.text.contains(isDomain ? QLatin1String("encryption required") : QLatin1String("confidentiality")));
        QCOMPARE(loginFailure(answer, {}).kind, Kind::NoEncryption);
        // A session that waits for GSSAPI's encryption has none before it; nothing secret may go over it.
        JobContext job;
        const auto session = LdapSession::connect({url, user, {}, true}, job);
        QVERIFY(session.isOk());
        const Secret password((QByteArrayView(right)));
        const auto bound = (*session)->bind(user, password);
        QVERIFY(!bound);
        QCOMPARE(bound.failure().kind, Kind::NoEncryption);
        QCOMPARE((*session)->changePassword(user, &password, password).failure().kind, Kind::NoEncryption);
        QCOMPARE((*session)->modify(user, {}).failure().kind, Kind::NoEncryption);
    }
};

QTEST_GUILESS_MAIN(TestServerAnswers)
#include "tst_server_answers.moc"
