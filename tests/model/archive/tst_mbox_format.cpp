// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/mbox_format.h"

#include <QTest>

using namespace staffelstab::archive;

namespace {

QByteArray convert(MboxQuoting::Way way, const QByteArray& text, qsizetype piece)
{
    MboxQuoting quoting(way);
    QByteArray result;
    for (qsizetype at = 0; at < text.size(); at += piece) {
        quoting.convert(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at)), result);
    }
    quoting.finish(result);
    return result;
}

} // namespace

class TestMboxFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesAndGivesBackTheSameBytes_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("quoted");
        const auto row = [](const char* name, const QByteArray& raw, const QByteArray& quoted) {
            QTest::newRow(name) << raw << quoted;
        };
        row("empty", "", "");
        row("plain", "Hello\nFro\n", "Hello\nFro\n");
        row("from line", "a\nFrom b\n", "a\n>From b\n");
        row("first line", "From b\n", ">From b\n");
        row("quoted already", ">From b\n>>From c\n", ">>From b\n>>>From c\n");
        row("inside a line", "a From b\n> From\n", "a From b\n> From\n");
        row("without blank", "From\nFromage\n", "From\nFromage\n");
        row("at the end", "a\nFrom ", "a\n>From ");
        row("cut short at the end", "a\n>>Fro", "a\n>>Fro");
        row("CRLF", "a\r\nFrom b\r\n", "a\r\n>From b\r\n");
        row("marks only", ">>>\n>\n", ">>>\n>\n");
        row("small letters", "from me\n", "from me\n");
        row("empty lines", "\n\n\nFrom x", "\n\n\n>From x");
        row("nul", QByteArray("\0\nFrom \0", 8), QByteArray("\0\n>From \0", 9));
    }

    void quotesAndGivesBackTheSameBytes()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, quoted);
        for (const qsizetype piece : {1, 2, 3, 1000}) {
            QCOMPARE(convert(MboxQuoting::Way::Quote, raw, piece), quoted);
            QCOMPARE(convert(MboxQuoting::Way::Unquote, quoted, piece), raw);
        }
    }

    void writesTheFromLineOfTheStandard_data()
    {
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QDateTime>("date");
        QTest::addColumn<QByteArray>("line");
        const QDateTime day(QDate(2026, 3, 5), QTime(10, 0, 5), Qt::OffsetFromUTC, 3600);
        QTest::newRow("one digit day") << QStringLiteral("sven@firma.example") << day
                                       << QByteArray("From sven@firma.example Thu Mar  5 09:00:05 2026");
        QTest::newRow("two digits") << QStringLiteral("a@b") << day.addDays(10)
                                    << QByteArray("From a@b Sun Mar 15 09:00:05 2026");
        QTest::newRow("nothing known") << QString() << QDateTime()
                                       << QByteArray("From MAILER-DAEMON Thu Jan  1 00:00:00 1970");
        QTest::newRow("line break in the address")
            << QStringLiteral("a\r\nFrom b") << day << QByteArray("From aFromb Thu Mar  5 09:00:05 2026");
    }

    void writesTheFromLineOfTheStandard()
    {
        QFETCH(QString, sender);
        QFETCH(QDateTime, date);
        QTEST(mboxFromLine(sender, date), "line");
    }
};

QTEST_GUILESS_MAIN(TestMboxFormat)
#include "tst_mbox_format.moc"
