// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/compressed_rtf.h"
#include "mail/mapi/rtf_body.h"

#include <QElapsedTimer>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail::mapi;

class TestRtfBody : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /** The first example of [MS-OXRTFCP]: references into the window's first words. */
    void unpacksTheExampleOfTheSpecification()
    {
        const QByteArray packed = QByteArray::fromHex("2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
                                                      "0af32068656c09002062770563a0406f726c640afb7d0ab0");
        const auto text = decompressRtf(packed);
        QVERIFY(text.isOk());
        QVERIFY2(text.value().startsWith("{\\rtf1\\ansi\\ansicpg125"), text.value().constData());
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other kind") << QByteArray(20, 'x');
        QTest::newRow("only a header") << QByteArray::fromHex("0c000000100000004c5a467500000000");
    }

    void refusesWhatIsNone()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decompressRtf(bytes).isOk());
    }

    void takesTheContentOut_data()
    {
        QTest::addColumn<QByteArray>("rtf");
        QTest::addColumn<int>("origin");
        QTest::addColumn<QString>("content");
        const int html = static_cast<int>(RtfBody::Origin::Html);
        const int text = static_cast<int>(RtfBody::Origin::Text);
        const int rtf = static_cast<int>(RtfBody::Origin::Rtf);
        const auto row = [](const char* name, const char* source, int origin, const QString& content) {
            QTest::newRow(name) << QByteArray(source) << origin << content;
        };
        row("markup and text", R"({\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}a\par b{\*\htmltag72 </p>}})", html,
            QStringLiteral("<p>a\r\nb</p>"));
        row("what RTF alone needs is hidden", R"({\rtf1\fromhtml1 x\htmlrtf {\b hidden}\htmlrtf0 y})", html,
            QStringLiteral("xy"));
        row("hidden only in its group", R"({\rtf1\fromhtml1 {\htmlrtf hidden}y})", html, QStringLiteral("y"));
        row("mhtmltag", R"({\rtf1\fromhtml1{\*\mhtmltag64 <img a>}{\*\htmltag64 <img b>}})", html,
            QStringLiteral("<img b>"));
        row("escapes in markup", R"({\rtf1\fromhtml1{\*\htmltag0 <style>a\{b\}\\c</style>}})", html,
            QStringLiteral("<style>a{b}\\c</style>"));
        row("code page of the document", R"({\rtf1\ansi\ansicpg1251\fromhtml1 \'cf\'f0})", html, QStringLiteral("Пр"));
        row("code page of the font",
            R"({\rtf1\ansicpg1252\fromhtml1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f1\'cf\f0\'e4})", html,
            QStringLiteral("Пä"));
        row("two bytes of one character", R"({\rtf1\ansicpg932\fromhtml1 \'93\'fa})", html, QStringLiteral("日"));
        row("unicode and its substitute", R"({\rtf1\fromtext\uc2 \u8364 ??x{\uc0\u-10179\u-8704}y})", text,
            QStringLiteral("€x😀y"));
        row("plain text", R"({\rtf1\fromtext{\fonttbl{\f0 Arial;}}a\tab b\line c})", text, QStringLiteral("a\tb\r\nc"));
        row("true RTF", R"({\rtf1{\colortbl;\red0;}{\*\generator X;}{\b fett}\emdash{\pict 00ff}})", rtf,
            QStringLiteral("fett—"));
        row("binary is passed over", R"({\rtf1 a\bin3 }{}b})", rtf, QStringLiteral("ab"));
        row("more ends than begins", "}}}a}}{b", rtf, QStringLiteral("ab"));
        row("a lone backslash", "a\\", rtf, QStringLiteral("a"));
    }

    void takesTheContentOut()
    {
        QFETCH(QByteArray, rtf);
        QFETCH(int, origin);
        QFETCH(QString, content);
        const RtfBody body = readRtf(rtf);
        QCOMPARE(body.content, content);
        QCOMPARE(static_cast<int>(body.origin), origin);
    }

    void isLinearOnAnything()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(readRtf(QByteArray(4'000'000, '{') + "x").content, QStringLiteral("x"));
        QVERIFY(!readRtf(QByteArray("{\\fromhtml1{\\*\\htmltag0 a").repeated(100'000)).content.isEmpty());
        QVERIFY(!readRtf(QByteArray("\\u65 ").repeated(400'000)).content.isEmpty());
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestRtfBody)
#include "tst_rtf_body.moc"
