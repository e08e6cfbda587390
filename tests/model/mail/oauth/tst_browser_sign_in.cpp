// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/oauth/browser_sign_in.h"
#include "model/mail/oauth/fake_provider.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;
using namespace staffelstab::tests;
using Kind = Failure::Kind;

namespace {

QString value(const QUrlQuery& query, const char* key)
{
    return query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded);
}

/** The browser of a person who has just typed the password at the provider: it is sent back to the program's door. */
class Browser
{
public:
    QByteArray goTo(const QUrl& url)
    {
        QNetworkReply* reply = m_network.get(QNetworkRequest(url));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished()) {
            finished.wait();
        }
        return reply->readAll();
    }
    QByteArray comeBack(const QUrl& asked, const QByteArray& what)
    {
        QUrl url(value(QUrlQuery(asked), "redirect_uri"));
        url.setQuery(QString::fromLatin1(what));
        return goTo(url);
    }

private:
    QNetworkAccessManager m_network;
};

struct Ended
{
    explicit Ended(BrowserSignIn& signIn)
    {
        QObject::connect(&signIn, &BrowserSignIn::browserWanted, &signIn, [this](const QUrl& wanted) { url = wanted; });
        QObject::connect(&signIn, &BrowserSignIn::succeeded, &signIn,
                         [this](const std::shared_ptr<Secret>& secret) { tokens = secret; });
        QObject::connect(&signIn, &BrowserSignIn::failed, &signIn, [this](const Failure& why) { failure = why; });
    }
    QUrl url;
    std::shared_ptr<Secret> tokens;
    std::optional<Failure> failure;
};

} // namespace

class TestBrowserSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsTokensForTheRightVerifierOnly()
    {
        QUrlQuery asked;
        const FakeProvider provider([&asked](const QUrlQuery& query) -> FakeProvider::Answer {
            asked = query;
            return {"200 OK",
                    R"({"access_token":"zugang","refresh_token":"erneuern","token_type":"Bearer","expires_in":3600})"};
        });
        BrowserSignIn signIn(provider.settings(), QStringLiteral("lea@firma.example"), QStringLiteral("Fertig <b>"));
        Ended ended(signIn);
        signIn.start();
        QVERIFY(ended.url.isValid());
        const QUrlQuery wanted(ended.url);
        QCOMPARE(value(wanted, "response_type"), QStringLiteral("code"));
        QCOMPARE(value(wanted, "client_id"), QStringLiteral("staffelstab"));
        QCOMPARE(value(wanted, "login_hint"), QStringLiteral("lea@firma.example"));
        QCOMPARE(value(wanted, "code_challenge_method"), QStringLiteral("S256"));
        QVERIFY(value(wanted, "redirect_uri").startsWith(QStringLiteral("http://127.0.0.1:")));
        QVERIFY(value(wanted, "state").size() >= 40);
        Browser browser;
        const QByteArray page =
            browser.comeBack(ended.url, "code=4%2F0A%2Bb&state=" + value(wanted, "state").toLatin1());
        QVERIFY2(page.contains("Fertig &lt;b&gt;"), page.constData());
        QTRY_VERIFY(ended.tokens || ended.failure);
        QVERIFY(ended.tokens);
        const OAuthTokens tokens = OAuthTokens::unpacked(*ended.tokens);
        QCOMPARE(tokens.access.view(), QByteArrayView("zugang"));
        QCOMPARE(tokens.refresh.view(), QByteArrayView("erneuern"));
        QVERIFY(tokens.isFresh(QDateTime::currentDateTimeUtc()));
        QVERIFY(!tokens.isFresh(QDateTime::currentDateTimeUtc().addSecs(3600)));
        QCOMPARE(value(asked, "code"), QStringLiteral("4/0A+b"));
        const QByteArray challenge =
            QCryptographicHash::hash(value(asked, "code_verifier").toLatin1(), QCryptographicHash::Sha256)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QCOMPARE(QString::fromLatin1(challenge), value(wanted, "code_challenge"));
    }

    void takesNoCodeOfAnotherSignIn()
    {
        bool wasAsked = false;
        const FakeProvider provider([&wasAsked](const QUrlQuery&) -> FakeProvider::Answer {
            wasAsked = true;
            return {"200 OK", R"({"access_token":"x","token_type":"Bearer"})"};
        });
        BrowserSignIn signIn(provider.settings(), {}, {});
        Ended ended(signIn);
        signIn.start();
        Browser browser;
        browser.comeBack(ended.url, "code=abc&state=fremd");
        QTest::qWait(100);
        QVERIFY(!wasAsked);
        QVERIFY(!ended.tokens);
    }

    void saysThatThePersonDeclined()
    {
        const FakeProvider provider([](const QUrlQuery&) -> FakeProvider::Answer { return {}; });
        BrowserSignIn signIn(provider.settings(), {}, {});
        Ended ended(signIn);
        signIn.start();
        Browser browser;
        browser.comeBack(ended.url, "error=access_denied&state=" + value(QUrlQuery(ended.url), "state").toLatin1());
        QTRY_VERIFY(ended.failure);
        QCOMPARE(ended.failure->kind, Kind::LoginRefused);
    }

    void sendsNobodyToAnUnencryptedProvider()
    {
        SignInProvider provider{QStringLiteral("http://login.firma.example/a"),
                                QStringLiteral("https://x.example/t"),
                                QStringLiteral("c"),
                                {},
                                {}};
        BrowserSignIn signIn(provider, {}, {});
        Ended ended(signIn);
        signIn.start();
        QVERIFY(ended.failure);
        QCOMPARE(ended.failure->kind, Kind::NoEncryption);
        QVERIFY(!ended.url.isValid());
    }

    void renewsATokenAndKeepsTheOldRefreshToken()
    {
        QUrlQuery asked;
        const FakeProvider provider([&asked](const QUrlQuery& query) -> FakeProvider::Answer {
            asked = query;
            return {"200 OK", R"({"access_token":"neu","token_type":"bearer","expires_in":"60"})"};
        });
        OAuthTokens old;
        old.refresh = Secret(QByteArrayView("r/1+="));
        const auto fresh = renewTokens(provider.settings(), old, JobContext());
        QVERIFY(fresh);
        QCOMPARE(fresh->access.view(), QByteArrayView("neu"));
        QCOMPARE(fresh->refresh.view(), QByteArrayView("r/1+="));
        QCOMPARE(value(asked, "refresh_token"), QStringLiteral("r/1+="));
        QCOMPARE(value(asked, "grant_type"), QStringLiteral("refresh_token"));
    }

    void refusesABadAnswer_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const QByteArray& status, const QByteArray& body, Kind kind) {
            QTest::newRow(name) << status << body << static_cast<int>(kind);
        };
        row("taken back", "400 Bad Request", R"({"error":"invalid_grant"})", Kind::LoginRefused);
        row("no JSON", "200 OK", "<html>", Kind::ProtocolError);
        row("no token", "200 OK", R"({"token_type":"Bearer"})", Kind::ProtocolError);
        row("a line break in the token", "200 OK", R"({"access_token":"a\r\nb","token_type":"Bearer"})",
            Kind::ProtocolError);
        row("another kind of token", "200 OK", R"({"access_token":"a","token_type":"mac"})", Kind::ProtocolError);
        row("out of order", "500 Internal Server Error", "", Kind::ServerRefused);
        row("endless", "200 OK", QByteArray(400'000, 'x'), Kind::LimitExceeded);
    }
    void refusesABadAnswer()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        const FakeProvider provider([&](const QUrlQuery&) -> FakeProvider::Answer { return {status, body}; });
        OAuthTokens old;
        old.refresh = Secret(QByteArrayView("r"));
        const auto fresh = renewTokens(provider.settings(), old, JobContext());
        QVERIFY(!fresh);
        QCOMPARE(static_cast<int>(fresh.failure().kind), kind);
    }

    void packsAndUnpacksTokens()
    {
        OAuthTokens tokens;
        tokens.access = Secret(QByteArrayView("a"));
        tokens.refresh = Secret(QByteArrayView("r"));
        tokens.expires = QDateTime(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);
        const OAuthTokens same = OAuthTokens::unpacked(tokens.packed());
        QVERIFY(same.access.equals(tokens.access) && same.refresh.equals(tokens.refresh));
        QCOMPARE(same.expires, tokens.expires);
        QCOMPARE(OAuthTokens::unpacked(Secret(QByteArrayView("nur-erneuern\n"))).refresh.view(),
                 QByteArrayView("nur-erneuern"));
    }
};

QTEST_GUILESS_MAIN(TestBrowserSignIn)
#include "tst_browser_sign_in.moc"
