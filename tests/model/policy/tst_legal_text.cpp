// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/company_policy.h"

#include <QRegularExpression>
#include <QTest>

using namespace staffelstab::policy;

class TestLegalText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void each_rule_is_explained_in_three_sentences_with_both_sides_of_the_dispute_data();
    void each_rule_is_explained_in_three_sentences_with_both_sides_of_the_dispute();
    void the_notice_answers_what_article_13_asks_data();
    void the_notice_answers_what_article_13_asks();
    void the_notice_reads_well_without_company_and_officer();
    void a_placeholder_in_the_company_name_stays_as_it_is();
    void the_company_may_add_to_the_notice_and_word_the_reminder();
    void an_unknown_language_gets_english();
};

void TestLegalText::each_rule_is_explained_in_three_sentences_with_both_sides_of_the_dispute_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<PrivateUse>("use");
    for (const char* language : {"de", "en"}) {
        for (const auto use :
             {PrivateUse::Allowed, PrivateUse::Tolerated, PrivateUse::Forbidden, PrivateUse::NotRegulated}) {
            QTest::addRow("%s %d", language, static_cast<int>(use)) << QString::fromLatin1(language) << use;
        }
    }
}

void TestLegalText::each_rule_is_explained_in_three_sentences_with_both_sides_of_the_dispute()
{
    QFETCH(QString, language);
    QFETCH(PrivateUse, use);
    const LegalText text = privateUseText(use, language);
    QVERIFY(text.version.endsWith(language));
    // "Art. 6" is no end of a sentence.
    static const QRegularExpression ends(QStringLiteral("(?<!Art)\\.(\\s|$)"));
    QCOMPARE(text.text.count(ends), 3);
    QVERIFY(text.text.contains(QStringLiteral("DSK")));
    QVERIFY(text.text.contains(QStringLiteral("2016")));
    QVERIFY(text.text.contains(QStringLiteral("LDI NRW")));
    QVERIFY(text.text.contains(QStringLiteral("2024")));
    QVERIFY(!text.text.contains(u'\n'));
    QVERIFY(!text.text.contains(QStringLiteral("  ")));
}

void TestLegalText::the_notice_answers_what_article_13_asks_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("answers");
    QTest::newRow("de") << QStringLiteral("de")
                        << QStringList{QStringLiteral("Verantwortlich: Beispiel GmbH"),
                                       QStringLiteral("dsb@firma.example"),
                                       QStringLiteral("Zwecke"),
                                       QStringLiteral("Rechtsgrundlagen"),
                                       QStringLiteral("berechtigtes Interesse"),
                                       QStringLiteral("Empfänger"),
                                       QStringLiteral("Drittland"),
                                       QStringLiteral("Speicherdauer"),
                                       QStringLiteral("Art. 15 bis 21"),
                                       QStringLiteral("widerrufen"),
                                       QStringLiteral("Aufsichtsbehörde"),
                                       QStringLiteral("Müssen Sie"),
                                       QStringLiteral("Automatisierte"),
                                       QStringLiteral("keine Rechtsberatung")};
    QTest::newRow("en") << QStringLiteral("en")
                        << QStringList{QStringLiteral("Controller: Beispiel GmbH"),
                                       QStringLiteral("dsb@firma.example"),
                                       QStringLiteral("Purposes"),
                                       QStringLiteral("Legal bases"),
                                       QStringLiteral("legitimate interest"),
                                       QStringLiteral("Recipients"),
                                       QStringLiteral("third country"),
                                       QStringLiteral("Storage"),
                                       QStringLiteral("Art. 15 to 21"),
                                       QStringLiteral("withdrawn"),
                                       QStringLiteral("supervisory authority"),
                                       QStringLiteral("have to provide"),
                                       QStringLiteral("automated"),
                                       QStringLiteral("not legal advice")};
}

void TestLegalText::the_notice_answers_what_article_13_asks()
{
    QFETCH(QString, language);
    QFETCH(QStringList, answers);
    CompanyPolicy policy;
    policy.companyName = QStringLiteral("Beispiel GmbH");
    policy.dpoContact = QStringLiteral("dsb@firma.example");
    const LegalText notice = privacyNotice(policy, language);
    for (const QString& answer : answers) {
        QVERIFY2(notice.text.contains(answer), qPrintable(answer));
    }
}

void TestLegalText::the_notice_reads_well_without_company_and_officer()
{
    for (const auto& language : {QStringLiteral("de"), QStringLiteral("en")}) {
        const LegalText notice = privacyNotice(builtInPolicy(), language);
        QVERIFY(!notice.text.contains(u'%'));
        QVERIFY(!notice.text.contains(QStringLiteral(": .")));
    }
}

void TestLegalText::a_placeholder_in_the_company_name_stays_as_it_is()
{
    CompanyPolicy policy;
    policy.companyName = QStringLiteral("Hundert %2 GmbH");
    policy.dpoContact = QStringLiteral("dsb");
    QVERIFY(privacyNotice(policy, QStringLiteral("de")).text.contains(QStringLiteral("Hundert %2 GmbH")));
}

void TestLegalText::the_company_may_add_to_the_notice_and_word_the_reminder()
{
    CompanyPolicy policy;
    policy.texts.version = QStringLiteral("T9");
    policy.texts.privacyAddition = {QStringLiteral("Zusatz"), QStringLiteral("Addition")};
    policy.texts.secrecy = {QStringLiteral("Schweigen"), QStringLiteral("Silence")};
    QVERIFY(privacyNotice(policy, QStringLiteral("de")).text.endsWith(QStringLiteral("\n\nZusatz")));
    QVERIFY(privacyNotice(policy, QStringLiteral("en")).text.endsWith(QStringLiteral("\n\nAddition")));
    QCOMPARE(secrecyReminder(policy, QStringLiteral("de")).text, QStringLiteral("Schweigen"));
    QCOMPARE(secrecyReminder(policy, QStringLiteral("de")).version, QStringLiteral("T9"));
    QVERIFY(secrecyReminder({}, QStringLiteral("de")).text.contains(QStringLiteral("GeschGehG")));
    policy.texts.revocation = {QStringLiteral("Zimmer 3"), QStringLiteral("room 3")};
    QVERIFY(revocationNotice(policy, QStringLiteral("de")).text.contains(QStringLiteral("gegenüber: Zimmer 3.")));
    QVERIFY(!revocationNotice({}, QStringLiteral("en")).text.contains(QLatin1Char('%')));
}

void TestLegalText::an_unknown_language_gets_english()
{
    QCOMPARE(privateUseText(PrivateUse::Allowed, QStringLiteral("fr")).text,
             privateUseText(PrivateUse::Allowed, QStringLiteral("en")).text);
    QCOMPARE(privateUseText(PrivateUse::Allowed, QStringLiteral("de_DE")).text,
             privateUseText(PrivateUse::Allowed, QStringLiteral("de")).text);
}

QTEST_GUILESS_MAIN(TestLegalText)
#include "tst_legal_text.moc"
