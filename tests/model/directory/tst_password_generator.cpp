// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/password_change.h"
#include "directory/word_list.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace staffelstab;
using directory::PasswordPolicy;
using directory::PasswordStyle;

namespace {

constexpr int draws = 40;

QString drawn(const PasswordPolicy& policy, PasswordStyle style, const QStringList& names = {})
{
    return QString::fromUtf8(directory::generatePassword(policy, style, names).view().toByteArray());
}

int classesIn(const QString& text)
{
    int count = 0;
    for (const char* const pattern : {"[a-z]", "[A-Z]", "[0-9]", "[^A-Za-z0-9]"}) {
        count += QRegularExpression(QString::fromLatin1(pattern)).match(text).hasMatch() ? 1 : 0;
    }
    return count;
}

PasswordPolicy policyWith(int minLength, int maxLength, bool isReadable = true)
{
    PasswordPolicy policy;
    policy.minLength = minLength;
    policy.maxLength = maxLength;
    policy.needsClasses = true;
    policy.isReadable = isReadable;
    return policy;
}

} // namespace

class TestPasswordGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsWordsOfTheLanguage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("English") << QStringLiteral("en");
    }
    void drawsWordsOfTheLanguage()
    {
        QFETCH(const QString, language);
        const std::vector<QByteArray>& words = directory::wordList(language);
        QVERIFY(words.size() >= 7770);
        const QSet<QByteArray> known(words.begin(), words.end());
        QSet<QString> seen;
        for (int i = 0; i < draws; ++i) {
            const QString password = drawn({}, directory::wordsOf(language));
            const QStringList parts = password.split(u'-');
            QCOMPARE(parts.size(), 6);
            QVERIFY(QRegularExpression(QStringLiteral("^[2-9]{2}$")).match(parts.last()).hasMatch());
            for (const QString& word : parts.first(5)) {
                QVERIFY(word[0].isUpper());
                QVERIFY(known.contains(word.toLower().toLatin1()));
            }
            seen.insert(password);
        }
        QCOMPARE(seen.size(), draws);
        QVERIFY(directory::generatedEntropy({}, directory::wordsOf(language)) >= 70);
    }

    void fitsThePolicy_data()
    {
        QTest::addColumn<int>("minLength");
        QTest::addColumn<int>("maxLength");
        QTest::addColumn<bool>("isReadable");
        QTest::addColumn<int>("shortest");
        QTest::addColumn<bool>("isStrong");
        QTest::newRow("nothing asked") << 0 << 0 << true << 0 << true;
        QTest::newRow("long") << 60 << 0 << true << 60 << true;
        QTest::newRow("unreadable") << 0 << 0 << false << 20 << true;
        QTest::newRow("no room for words") << 12 << 20 << true << 12 << true;
        QTest::newRow("exactly as long") << 18 << 20 << true << 18 << true;
        QTest::newRow("hardly any room") << 8 << 10 << true << 8 << false;
        QTest::newRow("absurdly short") << 1 << 4 << true << 1 << false;
        QTest::newRow("contradiction") << 30 << 20 << true << 1 << true;
    }
    void fitsThePolicy()
    {
        QFETCH(const int, minLength);
        QFETCH(const int, maxLength);
        QFETCH(const bool, isReadable);
        QFETCH(const int, shortest);
        const PasswordPolicy policy = policyWith(minLength, maxLength, isReadable);
        for (int i = 0; i < draws; ++i) {
            const QString password = drawn(policy, PasswordStyle::GermanWords);
            QVERIFY(password.size() >= shortest);
            // The throw-away, two characters longer, fits as well.
            QVERIFY(maxLength == 0 || password.size() + 2 <= maxLength);
            QVERIFY(password.size() < 8 || classesIn(password) == 4);
        }
        QTEST(directory::generatedEntropy(policy, PasswordStyle::GermanWords) >= 70, "isStrong");
    }

    void drawsCharactersWhereTheyAreWanted()
    {
        for (int i = 0; i < draws; ++i) {
            const QString password = drawn(policyWith(12, 0), PasswordStyle::Characters);
            QCOMPARE(password.size(), 14);
            QCOMPARE(classesIn(password), 4);
        }
        QCOMPARE(drawn(policyWith(0, 0, false), PasswordStyle::Characters).size(), 20);
    }

    void saysTheEntropyOfWhatItDraws_data()
    {
        QTest::addColumn<PasswordStyle>("style");
        QTest::addColumn<double>("bits");
        // 5 words of 7776 and two of eight digits; 14 of 61 characters, less those that lack a class.
        QTest::newRow("German words") << PasswordStyle::GermanWords << 5 * std::log2(7776) + 2 * std::log2(8);
        QTest::newRow("English words") << PasswordStyle::EnglishWords << 5 * std::log2(7772) + 2 * std::log2(8);
        QTest::newRow("characters") << PasswordStyle::Characters << 14 * std::log2(61) + std::log2(0.59);
    }
    void saysTheEntropyOfWhatItDraws()
    {
        QFETCH(const PasswordStyle, style);
        QFETCH(const double, bits);
        const double said = directory::generatedEntropy({}, style);
        QVERIFY2(std::abs(said - bits) < 0.1, qPrintable(QString::number(said)));
        // Words that drop out because of the name make it less, and that is said.
        if (style != PasswordStyle::Characters) {
            QVERIFY(directory::generatedEntropy({}, style, {QStringLiteral("Ste Ver")}) < said - 0.1);
        }
    }

    void neverContainsAPartOfTheName()
    {
        // Parts that are frequent in the words, so that a missing check would show.
        const QStringList names{QStringLiteral("Ste Ver, Ein_Ber"), QStringLiteral("gen.and@firma.example")};
        for (int i = 0; i < draws; ++i) {
            const QString password = drawn({}, PasswordStyle::GermanWords, names).toLower();
            for (const char* const part : {"ste", "ver", "ein", "ber", "gen", "and"}) {
                QVERIFY2(!password.contains(QLatin1String(part)), qPrintable(password));
            }
        }
    }

    void staysStrongWhereManyWordsDropOut()
    {
        // Every word with one of these drops out; what is left needs a sixth word.
        QStringList names;
        for (const char* const part : {"ste", "ver", "ein", "ber", "gen", "and", "sch", "ten", "ung", "nde"}) {
            names << QString::fromLatin1(part);
        }
        QVERIFY(drawn({}, PasswordStyle::GermanWords, names).count(u'-') >= 6);
    }

    void drawsWithoutFavourites()
    {
        // 4,000 draws from 61 characters: 65.6 each on the average; outside of 25..120 once in millions of runs.
        QHash<QChar, int> counts;
        const PasswordPolicy policy = policyWith(18, 20);
        int total = 0;
        while (total < 4000) {
            const QString password = drawn(policy, PasswordStyle::GermanWords);
            total += static_cast<int>(password.size());
            for (const QChar c : password) {
                ++counts[c];
            }
        }
        QCOMPARE(counts.size(), 61);
        for (const int count : counts) {
            QVERIFY(count > 25 && count < 130);
        }
    }

    void derivesTheThrowAway()
    {
        QCOMPARE(directory::throwAwayOf(Secret(QByteArrayView("Apfel-47"))).view(), QByteArrayView("Apfel-47-1"));
    }
};

QTEST_APPLESS_MAIN(TestPasswordGenerator)
#include "tst_password_generator.moc"
