// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_mail.h"

#include "separation/message_id_pool.h"
#include "separation/string_pool.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <string>

using namespace made;

/** Milliseconds; the year 70,000. */
constexpr qint64 utcEnd = 2'146'000'000'000'000;

class TestMessageTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackEverythingThatWasPutIn();
    void takesTheOtherPersonAsCorrespondent_data();
    void takesTheOtherPersonAsCorrespondent();
    void prefersTheNameAPersonGivesItself();
    void joinsThreads_data();
    void joinsThreads();
    void survivesReferencesInACircle();
    void joinsThreadsWhoseLinkComesLast();
    void namesMessagesTheSameInTwoScans();
    void givesEveryCopyANameOfItsOwn();
    void doesNotHandTheNameOfAGoneCopyOn();
    void takesBadRows_data();
    void takesBadRows();
    void keepsTheOwnAddressesWhenCleared();
    void staysSmall();
    void knowsMessageIdsBySharedEnds();
    void keepsTextsOfAnyLengthInTheirOrder();
    void keepsThePeopleOfEveryHeader();
    void knowsSubjectsWithoutWhatStandsBeforeThem_data();
    void knowsSubjectsWithoutWhatStandsBeforeThem();
    void keepsSubjectsWithMoreBeginningsThanAreToldApart();
    void keepsDatesOfAnyTime_data();
    void keepsDatesOfAnyTime();
};

void TestMessageTable::givesBackEverythingThatWasPutIn()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    MessageFacts facts = box.factsOf({0,
                                      QStringLiteral("anna@privat.example"),
                                      QStringLiteral("lea@firma.example,b@c.example"),
                                      QStringLiteral("Grüße aus Köln 🙂"),
                                      "1@privat.example",
                                      {"a@x", "b@x"},
                                      "chor.example"});
    facts.header.cc = {person(QStringLiteral("sven@firma.example"), QStringLiteral("Sven Vorgesetzt"))};
    facts.header.sensitivity = mail::Sensitivity::Private;
    facts.header.isAutomatic = true;
    facts.header.isCalendar = true;
    facts.header.mayHaveAttachments = true;
    const Row row = box.table.append(facts);
    const MessageFacts back = box.table.facts(row);
    QCOMPARE(back.key, facts.key);
    QCOMPARE(back.fingerprint, facts.fingerprint);
    QCOMPARE(back.bytes, facts.bytes);
    QCOMPARE(back.date, facts.date);
    QCOMPARE(back.header.date, facts.header.date);
    QCOMPARE(back.header.subject, facts.header.subject);
    QVERIFY(back.header.from == facts.header.from);
    QVERIFY(back.header.to == facts.header.to);
    QVERIFY(back.header.cc == facts.header.cc);
    QCOMPARE(back.header.messageId, facts.header.messageId);
    QVERIFY(back.header.references == facts.header.references);
    QCOMPARE(back.header.listId, facts.header.listId);
    QVERIFY(back.header.sensitivity == mail::Sensitivity::Private);
    QVERIFY(back.header.isAutomatic && back.header.isCalendar && back.header.mayHaveAttachments);
    QCOMPARE(box.table.ref(row).key, facts.key);
    QCOMPARE(box.table.rowOf(box.table.stableId(row)), std::optional<Row>(row));
    QVERIFY(!box.table.rowOf(QStringLiteral("1@privat.example")));
}

void TestMessageTable::takesTheOtherPersonAsCorrespondent_data()
{
    QTest::addColumn<mail::SpecialUse>("use");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected");
    using Use = mail::SpecialUse;
    const auto lea = QStringLiteral("lea@firma.example");
    const auto anna = QStringLiteral("anna@privat.example");
    QTest::newRow("received: the sender") << Use::Inbox << anna << lea << anna;
    QTest::newRow("sent: the first recipient") << Use::Sent << lea << anna + QStringLiteral(",b@c.example") << anna;
    QTest::newRow("sent with a copy to oneself first") << Use::Sent << lea << lea + QLatin1Char(',') + anna << anna;
    QTest::newRow("draft") << Use::Drafts << lea << anna << anna;
    QTest::newRow("draft without recipient") << Use::Drafts << lea << QString() << lea;
    QTest::newRow("sent under another address") << Use::Sent << QStringLiteral("team@firma.example") << anna << anna;
    QTest::newRow("own mail in another folder") << Use::None << lea << anna << anna;
    QTest::newRow("note to oneself") << Use::Inbox << lea << lea << lea;
    QTest::newRow("no one at all") << Use::Inbox << QString() << QString() << QString();
}

void TestMessageTable::takesTheOtherPersonAsCorrespondent()
{
    QFETCH(mail::SpecialUse, use);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, expected);
    Mailbox box;
    box.addFolder(QStringLiteral("Ordner"), use);
    const Row row = box.add({0, from, to, {}, "1@x"});
    QCOMPARE(box.table.correspondentAddress(box.table.correspondent(row)), expected);
}

void TestMessageTable::prefersTheNameAPersonGivesItself()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    MessageFacts sent = box.factsOf({0, box.own, {}, {}, "1@x"});
    sent.header.to = {person(QStringLiteral("anna@privat.example"), QStringLiteral("anna privat"))};
    MessageFacts received = box.factsOf({0, {}, box.own, {}, "2@x"});
    received.header.from = {person(QStringLiteral("anna@privat.example"), QStringLiteral("Anna Beispiel"))};
    MessageFacts nameOnly = box.factsOf({0, {}, box.own, {}, "3@x"});
    nameOnly.header.from = {person({}, QStringLiteral("Beispiel, Anna"))};
    const quint32 anna = box.table.correspondent(box.table.append(sent));
    QCOMPARE(box.table.correspondentName(anna), QStringLiteral("anna privat"));
    QCOMPARE(box.table.correspondent(box.table.append(received)), anna);
    QCOMPARE(box.table.correspondentName(anna), QStringLiteral("Anna Beispiel"));
    const quint32 other = box.table.correspondent(box.table.append(nameOnly));
    QVERIFY(other != anna);
    QCOMPARE(box.table.correspondentKey(other), QStringLiteral("beispiel, anna"));
}

void TestMessageTable::joinsThreads_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<bool>("isJoined");
    QTest::newRow("answer") << QByteArray("2@x") << QByteArray("1@x") << true;
    QTest::newRow("sibling: both answer a message that is not there") << QByteArray("2@x") << QByteArray("0@x") << true;
    QTest::newRow("copy of the same message") << QByteArray("1@x") << QByteArray() << true;
    QTest::newRow("answer without Message-ID") << QByteArray() << QByteArray("1@x") << true;
    QTest::newRow("stranger") << QByteArray("2@x") << QByteArray("9@x") << false;
    QTest::newRow("without Message-ID and references") << QByteArray() << QByteArray() << false;
}

void TestMessageTable::joinsThreads()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, reference);
    QFETCH(bool, isJoined);
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    const Row first = box.add({0, box.own, {}, {}, "1@x", {"0@x"}});
    const Row unnamed = box.add({0, box.own, {}, {}, {}});
    const Row second = box.add({0, box.own, {}, {}, id, {reference}});
    QCOMPARE(box.table.thread(first) == box.table.thread(second), isJoined);
    QVERIFY(box.table.thread(unnamed) != box.table.thread(second));
}

void TestMessageTable::survivesReferencesInACircle()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    const Row a = box.add({0, box.own, {}, {}, "a@x", {"b@x", "a@x"}});
    const Row b = box.add({0, box.own, {}, {}, "b@x", {"c@x"}});
    const Row c = box.add({0, box.own, {}, {}, "c@x", {"a@x", "b@x"}});
    QCOMPARE(box.table.thread(a), box.table.thread(b));
    QCOMPARE(box.table.thread(b), box.table.thread(c));
}

void TestMessageTable::joinsThreadsWhoseLinkComesLast()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    std::vector<Row> rows;
    for (int i = 0; i < 1000; ++i) {
        rows.push_back(box.add({0, box.own, {}, {}, QByteArray::number(i) + "@x"}));
    }
    QVERIFY(box.table.thread(rows.front()) != box.table.thread(rows.back()));
    std::vector<QByteArray> all;
    for (int i = 0; i < 1000; ++i) {
        all.push_back(QByteArray::number(i) + "@x");
    }
    const Row link = box.add({0, box.own, {}, {}, "link@x", all});
    QVERIFY(std::all_of(rows.begin(), rows.end(),
                        [&](Row row) { return box.table.thread(row) == box.table.thread(link); }));
}

void TestMessageTable::namesMessagesTheSameInTwoScans()
{
    const auto fill = [](Mailbox& box, bool isBackwards) {
        box.addFolder(QStringLiteral("INBOX"));
        std::vector<MessageFacts> all;
        for (int i = 0; i < 20; ++i) {
            all.push_back(box.factsOf({0, box.own, {}, {}, i % 3 == 0 ? QByteArray() : QByteArray::number(i) + "@x"}));
        }
        if (isBackwards) {
            std::reverse(all.begin(), all.end());
        }
        QSet<QString> names;
        for (const MessageFacts& facts : all) {
            names.insert(box.table.stableId(box.table.append(facts)));
        }
        return names;
    };
    Mailbox first;
    Mailbox second;
    const QSet<QString> names = fill(first, false);
    QCOMPARE(names.size(), 20);
    QCOMPARE(fill(second, true), names);
}

void TestMessageTable::givesEveryCopyANameOfItsOwn()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    box.addFolder(QStringLiteral("Privat"));
    box.addFolder(QStringLiteral("INBOX"), mail::SpecialUse::None, 1);
    MessageFacts facts = box.factsOf({0, box.own, {}, {}, "1@x"});
    QSet<QString> names;
    std::vector<Row> rows;
    for (const quint32 folder : {0U, 1U, 2U, 0U, 0U}) {
        facts.folder = folder;
        facts.mailbox = box.table.folders()[folder].mailbox;
        facts.key += 'x';
        rows.push_back(box.table.append(facts));
    }
    for (const Row row : rows) {
        names.insert(box.table.stableId(row));
        QCOMPARE(box.table.rowOf(box.table.stableId(row)), std::optional<Row>(row));
    }
    QCOMPARE(names.size(), 5);
}

void TestMessageTable::doesNotHandTheNameOfAGoneCopyOn()
{
    Mailbox before;
    Mailbox after;
    before.addFolder(QStringLiteral("INBOX"));
    after.addFolder(QStringLiteral("INBOX"));
    MessageFacts gone = before.factsOf({0, before.own, {}, {}, "1@x"});
    MessageFacts kept = gone;
    kept.key = "1.99";
    const QString nameOfGone = before.table.stableId(before.table.append(gone));
    before.table.append(kept);
    // The first name is from the time when there was one copy only; asked again it is another.
    const QString twinName = before.table.stableId(0);
    QVERIFY(twinName != nameOfGone);
    after.table.append(kept);
    QVERIFY(!after.table.rowOf(twinName));
}

void TestMessageTable::takesBadRows_data()
{
    QTest::addColumn<MessageFacts>("facts");
    QTest::newRow("nothing at all") << MessageFacts{};
    MessageFacts facts;
    facts.folder = 4711;
    facts.key = "k";
    QTest::newRow("folder that was never announced") << facts;
    facts.folder = 0;
    facts.header.to.assign(5000, person(QStringLiteral("alle@firma.example")));
    for (std::size_t i = 0; i < 5000; ++i) {
        facts.header.to[i].name = QString::number(i);
    }
    QTest::newRow("5,000 recipients") << facts;
    facts.header.subject = QString(5'000'000, QLatin1Char('x'));
    facts.header.messageId = QByteArray(5'000'000, 'x');
    QTest::newRow("endless subject and Message-ID") << facts;
    facts.header.from = {person({}, {})};
    facts.header.references.assign(100, QByteArray());
    QTest::newRow("empty From and empty references") << facts;
}

void TestMessageTable::takesBadRows()
{
    QFETCH(MessageFacts, facts);
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    const Row row = box.table.append(facts);
    QCOMPARE(box.table.date(row), MessageTable::noDate);
    const MessageFacts back = box.table.facts(row);
    QCOMPARE(back.header.to.size(), facts.header.to.size());
    QVERIFY(!back.date.isValid());
    QVERIFY(back.header.subject.size() <= 2000);
    QVERIFY(box.table.stableId(row).size() < 200);
    QCOMPARE(box.table.rowOf(box.table.stableId(row)), std::optional<Row>(row));
    SeparationPlan plan(box.table, context());
    QCOMPARE(plan.undecided(), 1U);
    QVERIFY(plan.decide(Scope::Message, box.table.stableId(row), Verdict::Private, time(0)));
    QCOMPARE(plan.undecided(), 0U);
    for (const Scope scope : {Scope::Message, Scope::Thread, Scope::Correspondent}) {
        QCOMPARE(plan.groups(scope).size(), std::size_t(1));
    }
}

void TestMessageTable::keepsTheOwnAddressesWhenCleared()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    box.add({0, box.own, QStringLiteral("anna@privat.example"), {}, "1@x"});
    box.table.clear();
    QCOMPARE(box.table.size(), 0U);
    QVERIFY(box.table.folders().empty());
    QCOMPARE(box.addFolder(QStringLiteral("INBOX")), 0U);
    QCOMPARE(box.addFolder(QStringLiteral("INBOX")), 0U);
    QVERIFY(box.table.isOutgoing(box.add({0, box.own, QStringLiteral("anna@privat.example"), {}, "1@x"})));
}

void TestMessageTable::staysSmall()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    constexpr int count = 10'000;
    for (int i = 0; i < count; ++i) {
        const QString from = QStringLiteral("person%1@kunde%2.example").arg(i % 900).arg(i % 70);
        MessageFacts facts = box.factsOf({0,
                                          from,
                                          box.own,
                                          QStringLiteral("Angebot Nummer %1 für die Halle").arg(i),
                                          QByteArray::number(i) + ".1075840042358.mail@kunde.example",
                                          {QByteArray::number(i / 3) + ".1075840042358.mail@kunde.example"}});
        facts.fingerprint = QByteArray(32, 'f');
        facts.fingerprint.replace(0, 8, QByteArray::number(10'000'000 + i));
        facts.key = "1764000000.M" + QByteArray::number(i) + "P4711.postfach,S=12345,W=12345:2,S";
        box.table.append(facts);
    }
    // A million rows, with words and whatever rests on them, must stay below 500 MB (tests/bench/bench_large_mailbox).
    const qint64 filling = box.table.bytesUsed();
    QVERIFY2(filling < count * 530LL, qPrintable(QString::number(filling)));
    const QString id = box.table.stableId(count / 2);
    box.table.squeeze();
    QVERIFY2(box.table.bytesUsed() < std::min(filling, count * 390LL),
             qPrintable(QString::number(box.table.bytesUsed())));
    QCOMPARE(box.table.rowOf(id), std::optional<Row>(count / 2));
    StringPool pool;
    for (int i = 0; i < count; ++i) {
        pool.intern(std::to_string(i));
    }
    const qint64 whole = pool.bytesUsed();
    pool.squeeze();
    QVERIFY2(pool.bytesUsed() <= whole - count * 4LL, qPrintable(QString::number(pool.bytesUsed())));
    // What comes later is still known again.
    const Row answer = box.add({0,
                                QStringLiteral("person1@kunde1.example"),
                                box.own,
                                QStringLiteral("AW: Angebot"),
                                "answer@kunde.example",
                                {"7.1075840042358.mail@kunde.example"}});
    QCOMPARE(box.table.thread(answer), box.table.thread(7));
    QCOMPARE(box.table.correspondent(answer), box.table.correspondent(1));
}

void TestMessageTable::knowsMessageIdsBySharedEnds()
{
    MessageIdPool pool;
    QCOMPARE(pool.at(0), QByteArray());
    constexpr int count = 70'000; // more ends than are remembered
    const auto idOf = [](int i) { return QByteArray::number(i) + '@' + QByteArray::number(i) + ".kunde.example"; };
    for (int i = 0; i < count; ++i) {
        QCOMPARE(pool.intern(viewOf(idOf(i))), quint32(i + 1));
    }
    const quint32 unnamed = pool.appendUnnamed();
    const quint32 odd = pool.intern("no end at all");
    const quint32 onlyEnd = pool.intern("@5.kunde.example");
    const quint32 two = pool.intern("5@5.kunde.example@5.kunde.example");
    pool.squeeze();
    for (const int i : {0, 5, 65'533, 65'534, 65'535, count - 1}) {
        QCOMPARE(pool.at(quint32(i + 1)), idOf(i));
        QCOMPARE(pool.intern(viewOf(idOf(i))), quint32(i + 1));
    }
    QCOMPARE(pool.intern(""), 0U);
    QCOMPARE(pool.at(unnamed), QByteArray());
    QCOMPARE(pool.at(odd), QByteArray("no end at all"));
    QCOMPARE(pool.intern("no end at all"), odd);
    QCOMPARE(pool.at(onlyEnd), QByteArray("@5.kunde.example"));
    QCOMPARE(pool.intern("@5.kunde.example"), onlyEnd);
    QCOMPARE(pool.at(two), QByteArray("5@5.kunde.example@5.kunde.example"));
    QCOMPARE(pool.size(), quint32(count + 5));

    // An end in common is held once.
    MessageIdPool shared;
    for (int i = 0; i < 10'000; ++i) {
        shared.intern(viewOf(QByteArray::number(10'000'000 + i) + "@mail.zentrale.grossfirma.example"));
    }
    shared.squeeze();
    QVERIFY2(shared.bytesUsed() < 10'000 * 22LL, qPrintable(QString::number(shared.bytesUsed())));
}

void TestMessageTable::keepsTextsOfAnyLengthInTheirOrder()
{
    TextColumn texts;
    // Of lengths that fill the blocks in many ways: nothing, a few bytes, a whole block, a byte less.
    const auto textOf = [](int i) {
        constexpr std::array<std::size_t, 7> lengths{0, 7, 16 * 1024, 1, 16 * 1024 - 1, 5'000, 0};
        const std::size_t length = lengths[static_cast<std::size_t>(i) % lengths.size()];
        return std::string(length, static_cast<char>('a' + i % 26));
    };
    constexpr int count = 400;
    for (int i = 0; i < count; ++i) {
        QCOMPARE(texts.append(textOf(i)), static_cast<quint32>(i));
    }
    for (int i = 0; i < count; ++i) {
        QVERIFY2(texts.at(static_cast<quint32>(i)) == textOf(i), qPrintable(QString::number(i)));
    }
    const quint32 cut = texts.append(std::string(20'000, 'x'));
    QCOMPARE(texts.at(cut), std::string_view(textOf(0) + std::string(16 * 1024, 'x')));
}

void TestMessageTable::keepsThePeopleOfEveryHeader()
{
    MentionPool pool;
    // Runs of such lengths leave gaps at the ends of the blocks.
    const auto runOf = [&pool](quint32 i) {
        std::vector<quint32> run;
        for (quint32 k = 0; k < (i * 37) % 3'000; ++k) {
            run.push_back(pool.intern(Mention{i % 50, k % 40}));
        }
        return run;
    };
    constexpr quint32 count = 60;
    std::vector<quint32> numbers;
    for (quint32 i = 0; i < count; ++i) {
        const std::vector<quint32> all = runOf(i);
        const auto from = static_cast<quint16>(std::min<std::size_t>(all.size(), 1));
        numbers.push_back(pool.intern(MentionRun{all, from, static_cast<quint16>(all.size() - from), 0}));
    }
    pool.squeeze();
    for (quint32 i = 0; i < count; ++i) {
        const std::vector<quint32> all = runOf(i);
        const MentionRun run = pool.run(numbers[i]);
        QVERIFY2(std::equal(run.all.begin(), run.all.end(), all.begin(), all.end()), qPrintable(QString::number(i)));
        QCOMPARE(run.from + run.to, static_cast<int>(all.size()));
        QCOMPARE(pool.intern(run), numbers[i]); // known again, also after squeeze()
    }
    // The same people in other fields are another header.
    const std::vector<quint32> two{pool.intern(Mention{1, 1}), pool.intern(Mention{2, 2})};
    const quint32 copied = pool.intern(MentionRun{two, 1, 0, 1});
    const quint32 addressed = pool.intern(MentionRun{two, 1, 1, 0});
    QVERIFY(copied != addressed);
    QCOMPARE(pool.run(copied).cc, quint16(1));
    QCOMPARE(pool.run(addressed).to, quint16(1));
    const std::vector<quint32> most(MentionPool::mostMentions, two.front());
    const quint32 longest = pool.intern(MentionRun{most, 0, quint16(MentionPool::mostMentions), 0});
    QCOMPARE(pool.run(longest).all.size(), MentionPool::mostMentions);
    QCOMPARE(pool.mention(two.back()).name, 2U);
}

void TestMessageTable::knowsSubjectsWithoutWhatStandsBeforeThem_data()
{
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char* name, const QByteArray& subject, const QByteArray& start) {
        QTest::newRow(name) << subject << start;
    };
    row("none", "Angebot Halle", "");
    row("empty", "", "");
    row("German answer", "AW: Angebot Halle", "AW: ");
    row("answered and forwarded", "Fwd: Re: AW: Angebot", "Fwd: Re: AW: ");
    row("without a space it belongs to the word", "AW:Angebot", "");
    row("too long a word", "Besprechung: heute", "");
    row("not letters", "12: Angebot", "");
    row("in the middle", "Angebot AW: Halle", "");
    row("nothing behind it", "Re: ", "Re: ");
    row("umlauts", "Grüße: an alle", "");
    row("only colons", ": : ", "");
}

void TestMessageTable::knowsSubjectsWithoutWhatStandsBeforeThem()
{
    QFETCH(QByteArray, subject);
    QFETCH(QByteArray, start);
    SubjectPool pool;
    const SubjectPool::Entry entry = pool.intern(viewOf(subject));
    QCOMPARE(pool.startOf(entry.start), viewOf(start));
    QCOMPARE(pool.restOf(entry.rest), viewOf(subject.mid(start.size())));
    QCOMPARE(pool.at(entry), subject);
    QCOMPARE(pool.intern(viewOf("Re: " + subject.mid(start.size()))).rest, entry.rest);
}

void TestMessageTable::keepsSubjectsWithMoreBeginningsThanAreToldApart()
{
    SubjectPool pool;
    const auto subjectOf = [](int i) {
        return QByteArray() + char('A' + i / 26) + char('a' + i % 26) + ": Angebot " + QByteArray::number(i % 3);
    };
    std::vector<SubjectPool::Entry> entries;
    for (int i = 0; i < 200; ++i) {
        entries.push_back(pool.intern(viewOf(subjectOf(i))));
    }
    pool.squeeze();
    for (int i = 0; i < 200; ++i) {
        const SubjectPool::Entry again = pool.intern(viewOf(subjectOf(i)));
        QCOMPARE(pool.at(entries[std::size_t(i)]), subjectOf(i));
        QCOMPARE(again.start, entries[std::size_t(i)].start);
        QCOMPARE(again.rest, entries[std::size_t(i)].rest);
    }
    QCOMPARE(pool.starts(), SubjectPool::mostStarts);
}

void TestMessageTable::keepsDatesOfAnyTime_data()
{
    QTest::addColumn<QDateTime>("date");
    QTest::addColumn<int>("zone");
    const auto utc = [](int year, int hour) { return QDateTime(QDate(year, 3, 4), QTime(hour, 5, 6, 789), Qt::UTC); };
    QTest::newRow("today") << utc(2026, 9) << 120;
    QTest::newRow("before the epoch") << utc(1901, 9) << -300;
    QTest::newRow("far away") << utc(9999, 23) << 24 * 60 + 59;
    QTest::newRow("before our era") << utc(-4000, 1) << -(24 * 60 + 59);
}

void TestMessageTable::keepsDatesOfAnyTime()
{
    QFETCH(QDateTime, date);
    QFETCH(int, zone);
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    MessageFacts facts = box.factsOf({0, QStringLiteral("anna@privat.example"), box.own, {}, "1@x"});
    facts.header.date = date;
    facts.header.zoneMinutes = static_cast<qint16>(zone);
    const Row row = box.table.append(facts);
    QCOMPARE(box.table.date(row), date.toMSecsSinceEpoch());
    QCOMPARE(box.table.facts(row).header.date, date);
    QCOMPARE(int(box.table.facts(row).header.zoneMinutes), zone);
    facts.header.date = {};
    facts.date = {};
    const Row dateless = box.table.append(facts);
    QCOMPARE(box.table.date(dateless), MessageTable::noDate);
    QVERIFY(!box.table.facts(dateless).header.date.isValid());
    // What nobody can have written is put at the end of what can be kept.
    facts.date = QDateTime::fromMSecsSinceEpoch(std::numeric_limits<qint64>::max() / 2, Qt::UTC);
    QVERIFY(box.table.date(box.table.append(facts)) > utcEnd);
}

QTEST_GUILESS_MAIN(TestMessageTable)
#include "tst_message_table.moc"
