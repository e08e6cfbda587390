// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_sanitiser.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QStack>
#include <QTest>
#include <QTextDocument>

#include <ctime>

using namespace staffelstab::mail;

namespace {

/** Of this process: the machine may be busy with other tests. */
double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

QString many(const char* text, int times)
{
    return QString::fromUtf8(text).repeated(times);
}

/** Every start tag has its end tag in the right order; br and hr stand alone. */
bool isWellFormed(const QString& html)
{
    static const QRegularExpression tag(QStringLiteral("<(/?)([a-z0-9]+)[^<>]*>"));
    QStack<QString> open;
    for (auto all = tag.globalMatch(html); all.hasNext();) {
        const auto match = all.next();
        const QString name = match.captured(2);
        if (name == QLatin1String("br") || name == QLatin1String("hr")) {
            continue;
        }
        if (match.captured(1).isEmpty()) {
            open.push(name);
        } else if (open.isEmpty() || open.pop() != name) {
            return false;
        }
    }
    return open.isEmpty();
}

} // namespace

class TestHtmlSanitiser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsAllowed_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("clean");
        const auto row = [](const char* name, const char* html, const char* clean) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(clean);
        };
        row("plain", "Hallo <b>Lea</b><br>Gruß", "Hallo <b>Lea</b><br>Gruß");
        row("entities", "1 &lt; 2 &amp; &Auml;&#246;&#x20AC;&nope;", "1 &lt; 2 &amp; Äö€&amp;nope;");
        row("less-than in text", "1 < 2 <3", "1 &lt; 2 &lt;3");
        row("open elements are closed", "<div><b>x", "<div><b>x</b></div>");
        row("wrong order", "<b><i>x</b></i>", "<b><i>x</i></b>");
        row("end without start", "x</div></b>", "x");
        row("implied ends", "<ul><li>a<li>b</ul><p>c<p>d", "<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>");
        row("table", "<table><tr><td colspan=2 align=right>a<td>b</table>",
            "<table><tr><td align=\"right\" colspan=\"2\">a</td><td>b</td></tr></table>");
        row("cells without a row", "<table><td>a</td></table>", "<table><tr><td>a</td></tr></table>");
        row("text in a table", "<table>x<tr>y</table>", "<table><tr><td>x</td></tr><tr><td>y</td></tr></table>");
        row("table parts without a table", "<tr><td>a</td></tr>", "<br> a");
        row("script", "a<script>alert('<b>')</script>b", "ab");
        row("script that never ends", "a<script>alert(1)", "a");
        row("style", "<style>p{background:url(file:///etc/passwd)}</style>a", "a");
        row("attributes", "<p onclick=x style='background:url(file:/x)' class=a>a", "<p>a</p>");
        row("image", "<img src='file:///etc/passwd' alt='Logo &lt;b>'>", "[Logo &lt;b&gt;]");
        row("link", "<a href='https://boese.example'>Bank</a>", "Bank");
        row("import", "<style>@import url(file:/x);</style><link rel=stylesheet href=file:/x>a", "a");
        row("background", "<body background=file:/x><table background='//h/s.png'><tr><td background=file:x>a</table>",
            "<table><tr><td>a</td></tr></table>");
        row("comment", "a<!-- <b> -->b<!-->c", "abc");
        row("conditional", "<!--[if mso]><b>x</b><![endif]-->a<![if !mso]>b<![endif]>", "ab");
        row("form", "<form action=x><input value=1><button>Los</button></form>", "Los");
        row("object and frame", "<object data=file:x>a</object><iframe src=x>b</iframe>", "a");
        row("quote in attribute", "<p title='a>b'>c", "<p>c</p>");
        row("direction override",
            "a&#8238;b\xe2\x80\xae"
            "c",
            "abc");
        row("NUL and control", "a&#0;&#7;b", "a&amp;#0;b");
        row("upper case", "<B>x</B><SCRIPT>y</sCript>", "<b>x</b>");
        row("unclosed tag", "a<b", "a");
        row("hidden text is shown", "<span style='display:none'>geheim</span><font color=white size=1>weiß</font>",
            "geheimweiß");
    }

    void keepsWhatIsAllowed()
    {
        QFETCH(QString, html);
        QTEST(sanitiseHtml(html).replace(QStringLiteral("<b></b>"), QString()), "clean");
    }

    void limitsHostileMarkup_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("20 nested tables") << many("<table><tr><td>", 20) + QStringLiteral("x");
        QTest::newRow("10,000 nested tables") << many("<table><tr><td>x", 10'000);
        QTest::newRow("tables in tables side by side")
            << many("<table><tr><td>x<table><tr><td>y</table></table>", 3'000);
        QTest::newRow("table 10,000x10") << QStringLiteral("<table>") +
                                                many("<tr><td>a<td>b<td>c<td>d<td>e<td>f<td>g<td>h<td>i<td>j", 10'000);
        QTest::newRow("100,000 nested divs") << many("<div>", 100'000) + QStringLiteral("x");
        QTest::newRow("20,000 nested lists") << many("<ul><li>x", 20'000);
        QTest::newRow("100,000 items") << QStringLiteral("<ol>") + many("<li>x", 100'000);
        QTest::newRow("100,000 lists") << many("<ul><li>x</ul>", 100'000);
        QTest::newRow("much text in nested tables") << many("<table><tr><td>", 6) + many("wort ", 100'000);
        QTest::newRow("200,000 ends behind a cell")
            << QStringLiteral("<b><table><tr><td>") + many("<i>", 190) + many("</b>", 200'000);
        QTest::newRow("nested quotes") << many("<blockquote>x", 20'000);
        QTest::newRow("one word of 1 MB") << QString(1'000'000, u'x');
        QTest::newRow("one word with tags in it") << many("xxxxxxxxxx<b>y</b>", 100'000);
        QTest::newRow("one word of no-break spaces") << many("&nbsp;", 500'000);
        QTest::newRow("1 MB paragraph") << many("wort ", 200'000);
        QTest::newRow("5 MB of paragraphs") << many("<p>wort", 700'000);
        QTest::newRow("300,000 line breaks") << many("<br>", 300'000);
        QTest::newRow("100,000 rules") << many("<hr>", 100'000);
        QTest::newRow("100,000 bold words") << many("<b>x</b> ", 100'000);
        QTest::newRow("huge spans") << QStringLiteral("<table><tr><td colspan=1000000000 rowspan=1000000>a</table>");
        QTest::newRow("200,000 ends") << many("<i>", 190) + many("</b>", 200'000);
        QTest::newRow("a million less-than") << QString(1'000'000, u'<');
        QTest::newRow("200,000 open tags") << many("<a ", 200'000);
        QTest::newRow("a million ampersands") << QString(1'000'000, u'&');
        QTest::newRow("200,000 comments") << many("<!--", 200'000);
        QTest::newRow("scripts that never end") << many("<script></s", 500'000);
        QTest::newRow("pre line") << QStringLiteral("<pre>") + many("wort ", 500'000);
    }

    void limitsHostileMarkup()
    {
        QFETCH(QString, html);
        double begun = cpuSeconds();
        const QString clean = sanitiseHtml(html);
        const QString text = htmlToText(html);
        QVERIFY2(cpuSeconds() - begun < 3, "not linear");
        QVERIFY(clean.size() <= 200'000);
        QVERIFY(text.size() <= 200'000);
        QVERIFY(isWellFormed(clean));
        begun = cpuSeconds();
        QTextDocument document;
        document.setUndoRedoEnabled(false);
        document.setHtml(clean);
        document.setTextWidth(600);
        QVERIFY(document.size().height() >= 0);
        QVERIFY2(cpuSeconds() - begun < 3, "the text view would hang");
    }

    void makesTextForMessagesWithoutOne_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* html, const char* text) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(text);
        };
        row("paragraphs", "<p>Hallo&nbsp;Lea,</p>\n<p>bis   bald</p>", "Hallo Lea,\n\nbis bald");
        row("lines", "a<br>b<div>c</div>d", "a\nb\nc\nd");
        row("list", "<ul><li>a</li><li>b</li></ul>", "- a\n- b");
        row("table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc");
        row("no style", "<title>t</title><style>x</style>a", "a");
        row("pre", "<pre>a\n  b</pre>", "a\n  b");
        row("nothing", "", "");
    }

    void makesTextForMessagesWithoutOne()
    {
        QFETCH(QString, html);
        QTEST(htmlToText(html), "text");
    }
};

// The shared precompiled header knows QTest without Qt Gui, so QTEST_MAIN would make no QGuiApplication.
int main(int argc, char** argv)
{
    const QGuiApplication app(argc, argv);
    TestHtmlSanitiser test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_html_sanitiser.moc"
