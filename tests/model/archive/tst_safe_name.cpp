// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/safe_name.h"

#include <QDate>
#include <QTest>

using namespace staffelstab::archive;

class TestSafeName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAnyTextAPortableName_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char* name, const QString& raw, const QString& safe) {
            QTest::newRow(name) << raw << safe;
        };
        row("plain", QStringLiteral("Angebot 2026"), QStringLiteral("Angebot 2026"));
        row("umlauts stay", QStringLiteral("Größe"), QStringLiteral("Größe"));
        row("decomposed becomes composed", QStringLiteral("u\u0308ber"), QStringLiteral("\u00fcber"));
        row("separators", QStringLiteral("a/b\\c"), QStringLiteral("a_b_c"));
        row("what Windows refuses", QStringLiteral("a:b*c?d\"e<f>g|h"), QStringLiteral("a_b_c_d_e_f_g_h"));
        row("percent", QStringLiteral("100%"), QStringLiteral("100_"));
        row("parent folder", QStringLiteral(".."), QStringLiteral("_"));
        row("this folder", QStringLiteral("."), QStringLiteral("_"));
        row("empty", QString(), QStringLiteral("_"));
        row("only spaces", QStringLiteral(" \t\n "), QStringLiteral("_"));
        row("hidden", QStringLiteral(".ssh"), QStringLiteral("ssh"));
        row("dots and spaces at the end", QStringLiteral("name. . ."), QStringLiteral("name"));
        row("control characters", QStringLiteral("a\u0001b\u007fc"), QStringLiteral("abc"));
        row("line breaks", QStringLiteral("a\r\nb"), QStringLiteral("a b"));
        row("bidi override", QStringLiteral("a\u202etxt.exe"), QStringLiteral("atxt.exe"));
        row("isolates and marks", QStringLiteral("a\u2066b\u2069c\u200ed"), QStringLiteral("abcd"));
        row("zero width", QStringLiteral("a\u200bb\ufeffc\u00add"), QStringLiteral("abcd"));
        row("no-break space", QStringLiteral("a\u00a0b"), QStringLiteral("a b"));
        row("lone surrogate", QStringLiteral("a") + QChar(0xD800) + QStringLiteral("b"), QStringLiteral("a\ufffdb"));
        row("emoji", QStringLiteral("\U0001F600"), QStringLiteral("\U0001F600"));
        row("noncharacter", QStringLiteral("a\uffffb"), QStringLiteral("ab"));
        row("device", QStringLiteral("CON"), QStringLiteral("_CON"));
        row("device in small letters", QStringLiteral("nul"), QStringLiteral("_nul"));
        row("device with suffix", QStringLiteral("com1.txt"), QStringLiteral("_com1.txt"));
        row("device with superscript", QStringLiteral("LPT\u00b2"), QStringLiteral("_LPT\u00b2"));
        row("device before a space", QStringLiteral("aux .txt"), QStringLiteral("_aux .txt"));
        row("device behind dots", QStringLiteral("..con"), QStringLiteral("_con"));
        row("no device", QStringLiteral("console"), QStringLiteral("console"));
        row("com without number", QStringLiteral("com"), QStringLiteral("com"));
    }

    void makesAnyTextAPortableName()
    {
        QFETCH(QString, raw);
        QFETCH(QString, safe);
        QCOMPARE(safeName(raw), safe);
        QCOMPARE(safeName(safe), safe);
    }

    void cutsLongNamesAtACharacter()
    {
        for (const QString& letter :
             {QStringLiteral("a"), QStringLiteral("ü"), QStringLiteral("漢"), QStringLiteral("\U0001F600")}) {
            const QString name = safeName(letter.repeated(200'000));
            QVERIFY(name.toUtf8().size() <= 120);
            QVERIFY(name.toUtf8().size() > 116);
            QVERIFY(!name.contains(QChar::ReplacementCharacter));
        }
    }

    void givesTheSameFolderTheSamePath()
    {
        SafePaths paths;
        const QString child = paths.folder({QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(child, QStringLiteral("a/b"));
        QCOMPARE(paths.folder({QStringLiteral("a")}), QStringLiteral("a"));
        QCOMPARE(paths.folder({QStringLiteral("a"), QStringLiteral("b")}), child);
    }

    void keepsNamesApartThatSomeMediaTakeForOne_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("case") << QStringLiteral("Privat") << QStringLiteral("PRIVAT");
        QTest::newRow("sharp s") << QStringLiteral("Straße") << QStringLiteral("STRASSE");
        QTest::newRow("composition") << QStringLiteral("\u00fcber") << QStringLiteral("U\u0308BER");
        QTest::newRow("Greek final sigma") << QStringLiteral("Οδός") << QStringLiteral("ΟΔΌΣ");
        QTest::newRow("made safe") << QStringLiteral("a:b") << QStringLiteral("a?b");
        QTest::newRow("cut") << QString(100, QLatin1Char('x')) << QString(101, QLatin1Char('x'));
    }

    void keepsNamesApartThatSomeMediaTakeForOne()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        SafePaths paths;
        const QString first = paths.folder({one});
        const QString second = paths.folder({other});
        QVERIFY(caselessKey(first) != caselessKey(second));
        QVERIFY2(second.endsWith(QStringLiteral(" (2)")), qPrintable(second));
    }

    void neverNamesAFolderLikeAFile()
    {
        SafePaths paths;
        const QString folder = paths.folder({QStringLiteral("Privat.MBOX"), QStringLiteral("x.eml")});
        QCOMPARE(folder, QStringLiteral("Privat.MBOX_/x.eml_"));
        QCOMPARE(paths.file({}, QStringLiteral("Privat"), QStringLiteral(".mbox")), QStringLiteral("Privat.mbox"));
    }

    void staysShortHoweverDeepTheFolderIs()
    {
        SafePaths paths;
        QSet<QString> seen;
        QStringList levels;
        for (int depth = 0; depth < 60; ++depth) {
            levels += QStringLiteral("Ebene mit einem langen Namen %1").arg(depth);
            const QString path = paths.folder(levels);
            QVERIFY2(path.size() <= SafePaths::longest, qPrintable(path));
            QVERIFY(!seen.contains(caselessKey(path)));
            seen.insert(caselessKey(path));
            QCOMPARE(paths.folder(levels), path);
            const QString file =
                messageFileName(1, QDate(2026, 3, 5), QString(500, QLatin1Char('s')), QStringLiteral("data/") + path);
            QVERIFY(path.size() + 6 + file.size() <= SafePaths::longestFile);
        }
    }

    void namesAMessageAfterNumberDayAndSubject()
    {
        QCOMPARE(messageFileName(12, QDate(2026, 3, 5), QStringLiteral("Re: Angebot"), {}),
                 QStringLiteral("0000012 2026-03-05 Re_ Angebot.eml"));
        QCOMPARE(messageFileName(1, {}, {}, {}), QStringLiteral("0000001.eml"));
        QCOMPARE(messageFileName(1, QDate(-5, 1, 1), QStringLiteral(" ... "), {}), QStringLiteral("0000001 _.eml"));
    }
};

QTEST_GUILESS_MAIN(TestSafeName)
#include "tst_safe_name.moc"
