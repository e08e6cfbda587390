// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_mail.h"

#include "separation/questions.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace made;

namespace {

const QByteArray head = "From: Kim Beispiel <kim@kunde.example>\r\nTo: lea@firma.example\r\n"
                        "Date: Mon, 2 Nov 2026 10:00:00 +0100\r\nMessage-ID: <1@x>\r\n";

QByteArray without(const QByteArray& field)
{
    QByteArray kept;
    for (const QByteArray& line : head.split('\n')) {
        if (!line.isEmpty() && !line.startsWith(field)) {
            kept += line + '\n';
        }
    }
    return kept;
}

QByteArray recipients(int count)
{
    QByteArray field = "Cc: ";
    for (int i = 0; i < count; ++i) {
        field += "an" + QByteArray::number(i) + "@kunde.example,\r\n ";
    }
    return field + "lea@firma.example\r\n";
}

QByteArray junk(int bytes)
{
    QByteArray all;
    quint32 state = 2026;
    for (int i = 0; i < bytes; ++i) {
        state = state * 1664525U + 1013904223U;
        all += static_cast<char>(state >> 24U);
    }
    return all;
}

/** Everything a folder of files holds, and what could not be read. */
class Reader : public mail::ScanSink
{
public:
    void folderBegins(int, const mail::Folder& folder) override { m_folder = box.table.addFolder({0, folder}); }
    void message(int, mail::ScannedMessage&& message) override
    {
        MessageFacts facts = factsOf(std::move(message));
        facts.folder = m_folder;
        box.table.append(facts);
    }
    void unreadable(int, mail::UnreadableMessage&&) override { ++lost; }

    Mailbox box;
    int lost = 0;

private:
    quint32 m_folder = 0;
};

} // namespace

/** Messages nobody should send: each gets into the table and out of it with a verdict, whole and in good time. */
class TestBadInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadAskedAndDecided_data()
    {
        QTest::addColumn<QByteArrayList>("files");
        const auto row = [](const char* name, const QByteArrayList& files) { QTest::newRow(name) << files; };
        row("no date", {without("Date") + "\r\nHallo"});
        row("no sender", {without("From") + "\r\nHallo"});
        row("no header at all", {"Hallo Lea, wie geht es dir?"});
        row("nothing", {QByteArray()});
        row("5,000 recipients", {head + recipients(5'000) + "\r\nHallo"});
        row("a subject of 3 MB", {head + "Subject: " + QByteArray(3'000'000, 'x') + "\r\n\r\nHallo"});
        row("a subject of 50 MB", {head + "Subject: " + QByteArray(50'000'000, 'x') + "\r\n\r\nHallo"});
        row("a space within an address",
            {without("From") + "From: Kim <kim@\xc2\xa0kunde.example>\r\n\r\nHallo",
             without("From").replace("<1@x>", "<2@x>") + "From: \"kim\t b\"@kunde.example\r\n\r\nHallo"});
        row("an address that is no UTF-8", {without("From") + "From: Lea <lea@\x9a\xa0rma.example>\r\n\r\ny"});
        row("unknown character set",
            {head +
             "Subject: =?klingonisch?Q?=FF=FE?=\r\nContent-Type: text/plain; charset=klingonisch\r\n\r\n\xff\xfe"});
        row("binary junk as text", {head + "Content-Type: text/plain\r\n\r\n" + junk(100'000)});
        row("binary junk as all of it", {junk(100'000)});
        row("references in a circle",
            {head + "References: <2@x>\r\n\r\na", head.mid(0).replace("<1@x>", "<2@x>") + "References: <1@x>\r\n\r\nb",
             head.mid(0).replace("<1@x>", "<3@x>") + "References: <3@x> <3@x>\r\n\r\nc"});
        row("the same three times", {head + "\r\nHallo", head + "\r\nHallo", head + "\r\nHallo"});
        row("a part in a part in a part",
            {head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" +
             QByteArray("--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n").repeated(500)});
        row("a line without an end", {head + "\r\n" + QByteArray(5'000'000, 'a')});
    }

    void isReadAskedAndDecided()
    {
        QFETCH(QByteArrayList, files);
        QTemporaryDir folder;
        for (qsizetype i = 0; i < files.size(); ++i) {
            QFile file(QDir(folder.path()).filePath(QStringLiteral("%1.eml").arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(files[i]) == files[i].size());
        }
        mail::MailboxSource source;
        source.kind = mail::StoreKind::Eml;
        source.path = folder.path();
        JobContext job;
        auto store = mail::openMailStore(source, Secret(), job);
        QVERIFY(store);
        const auto listed = (*store)->folders(job);
        QVERIFY(listed);
        Reader reader;
        QElapsedTimer timer;
        timer.start();
        QVERIFY((*store)->scan(*listed, reader, job));
        // Read, or named as unreadable: nothing in between.
        QCOMPARE(qsizetype(reader.box.table.size()) + reader.lost, files.size());
        SeparationPlan plan(reader.box.table, context());
        for (quint32 answers = 0; plan.undecided() > 0; ++answers) {
            QVERIFY(answers <= reader.box.table.size());
            const std::vector<Question> questions = questionsOf(plan);
            plan.decideAll(answerOf(plan, questions.front(), Verdict::Private, time(static_cast<int>(answers))));
        }
        QCOMPARE(plan.tallies()[static_cast<std::size_t>(Verdict::Private)].messages, reader.box.table.size());
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
