// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * 100,000 invented messages: how long decisions, lists and searches take and what the table holds. The peer is the
 * obvious way to show such a list: a QStandardItemModel behind a QSortFilterProxyModel. With labelled real mail at hand
 * (labels.tsv beside mail/), the suggestions are judged as well.
 */

#include "mail/message_header.h"
#include "model/separation/labelled_mail.h"
#include "separation/group_list_model.h"
#include "separation/message_list_model.h"
#include "separation/questions.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSortFilterProxyModel>
#include <QStringListModel>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace staffelstab;
using namespace staffelstab::separation;

namespace {

constexpr int messageCount = 100'000;
constexpr int personCount = 4'000;

double median(int repeats, const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void say(const char* what, double milliseconds)
{
    std::printf("%-58s %9.2f ms\n", what, milliseconds);
}

QString addressOf(quint32 person)
{
    constexpr std::array domains{"firma.example", "kunde-nord.example", "lieferant.example", "gmx.de",
                                 "zulieferer.example"};
    return QStringLiteral("vorname.nachname%1@%2").arg(person).arg(QLatin1String(domains[person % domains.size()]));
}

/** As much as is kept of a text of some lines: 30 words, common ones more often, and a few traits. */
void addText(TextFeatures& text, QRandomGenerator& random)
{
    for (int i = 0; i < 30; ++i) {
        const double share = random.generateDouble();
        text.words.push_back(static_cast<quint16>(share * share * share * 20'000));
    }
    text.isRead = true;
    text.count[TextFeatures::Length] = static_cast<quint8>(random.bounded(60));
    for (const auto trait : {TextFeatures::Self, TextFeatures::You, TextFeatures::PrivateWords,
                             TextFeatures::BusinessWords, TextFeatures::FirmSignature}) {
        text.count[trait] = static_cast<quint8>(random.bounded(8));
    }
}

MessageFacts inventedMessage(int number, QRandomGenerator& random)
{
    // Few people write much, many write little.
    const double share = random.generateDouble();
    const auto other = static_cast<quint32>(share * share * share * personCount);
    const bool isSent = random.bounded(3) == 0;
    const mail::Address lea{QStringLiteral("Lea Gehtbald"), QStringLiteral("lea@firma.example")};
    const mail::Address person{QStringLiteral("Vorname Nachname%1").arg(other), addressOf(other)};
    MessageFacts facts;
    facts.folder = isSent ? 1 : random.bounded(2) == 0 ? 0U : 2U + random.bounded(40U);
    facts.key = QByteArray::number(1'764'000'000 + number) + ".M123456P4711.postfach,S=12345,W=12345:2,S";
    facts.fingerprint.resize(32);
    random.fillRange(reinterpret_cast<quint32*>(facts.fingerprint.data()), 8);
    facts.bytes = 20'000 + random.bounded(10'000);
    facts.date = QDateTime::fromSecsSinceEpoch(1'500'000'000 + random.bounded(200'000'000), Qt::UTC);
    mail::MessageHeader& header = facts.header;
    header.date = facts.date;
    header.from = {isSent ? lea : person};
    header.to = {isSent ? person : lea};
    for (int i = random.bounded(4); i > 0; --i) {
        const quint32 copy = random.bounded(static_cast<quint32>(personCount));
        header.cc.push_back({QStringLiteral("Vorname Nachname%1").arg(copy), addressOf(copy)});
    }
    header.subject =
        QStringLiteral("Betreff Nummer %1 über die Lieferung nach Ort%2").arg(number).arg(random.bounded(900));
    header.messageId = QByteArray::number(number) + ".1075840042358.JavaMail.postfach@firma.example";
    for (int i = random.bounded(3) == 0 ? 2 : 0; i > 0 && number > 10; --i) {
        header.references.push_back(QByteArray::number(number - random.bounded(1, 10)) +
                                    ".1075840042358.JavaMail.postfach@firma.example");
    }
    addText(facts.text, random);
    if (random.bounded(20) == 0) {
        header.listId = "liste" + QByteArray::number(random.bounded(30)) + ".firma.example";
    }
    return facts;
}

SeparationContext people()
{
    SeparationContext context;
    context.leaverName = QStringLiteral("Lea Gehtbald");
    context.leaverEmail = QStringLiteral("lea@firma.example");
    context.companyDomains = {QStringLiteral("firma.example")};
    context.protectedCorrespondents = {QStringLiteral("vertrauen@*")};
    return context;
}

void fill(MessageTable& table)
{
    table.setOwnAddresses({QStringLiteral("lea@firma.example")});
    table.addFolder({0, {QStringLiteral("INBOX"), "INBOX", mail::SpecialUse::Inbox, -1}});
    table.addFolder({0, {QStringLiteral("Sent"), "Sent", mail::SpecialUse::Sent, -1}});
    for (int i = 0; i < 40; ++i) {
        const QString path = QStringLiteral("Projekte/Nummer %1").arg(i);
        table.addFolder({0, {path, path.toUtf8(), mail::SpecialUse::None, -1}});
    }
    QRandomGenerator random(2026);
    std::vector<MessageFacts> all;
    for (int i = 0; i < messageCount; ++i) {
        all.push_back(inventedMessage(i, random));
    }
    say("table: fill with 100,000 messages", median(1, [&] {
            for (const MessageFacts& facts : all) {
                table.append(facts);
            }
        }));
    std::printf("%-58s %9.2f MB\n", "table: memory, spare room included", static_cast<double>(table.bytesUsed()) / 1e6);
}

void measureDecisions(SeparationPlan& plan)
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    const std::vector<Group> groups = plan.groups(Scope::Correspondent);
    std::size_t next = 0;
    const auto other = [&] { return next % 2 == 0 ? Verdict::Private : Verdict::Business; };
    say("plan: decide a correspondent",
        median(201, [&] { plan.decide(Scope::Correspondent, groups[next++].key, other(), at); }));
    say("plan: decide the largest folder", median(21, [&] {
            ++next;
            plan.decide(Scope::Folder, QStringLiteral("0/INBOX"), other(), at);
        }));
    std::vector<Decision> many;
    for (Row row = 0; row < 20'000; ++row) {
        many.push_back({Scope::Message, plan.keyOf(Scope::Message, row), Verdict::Private, at});
    }
    say("plan: 20,000 decisions about single messages at once", median(1, [&] { plan.decideAll(many); }));
    say("plan: undo them", median(1, [&] { plan.undo(); }));
    say("plan: redo them", median(1, [&] { plan.redo(); }));
    say("plan: decide one more on top of them", median(21, [&] {
            ++next;
            plan.decide(Scope::Folder, QStringLiteral("0/INBOX"), other(), at);
        }));
    say("plan: undo it", median(21, [&] { plan.undo(); }));
    while (plan.mayUndo()) {
        plan.undo();
    }
}

/** What the page does with a key: decide, learn from it, look for the next question. */
void measureAnswers(SeparationPlan& plan)
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    std::vector<Question> questions = questionsOf(plan);
    int step = 0;
    say("page: answer a question, learn, have the next one", median(41, [&] {
            const Verdict verdict = ++step % 4 == 0 ? Verdict::Private : Verdict::Business;
            plan.decideAll(answerOf(plan, questions.front(), verdict, at));
            questions = questionsOf(plan);
        }));
    say("page: undo an answer", median(11, [&] { plan.undo(); }));
    say("page: undo an answer, learn anew, have its question again", median(11, [&] {
            plan.undo();
            questions = questionsOf(plan);
        }));
    while (plan.mayUndo()) {
        plan.undo();
    }
}

void measureGroups(const SeparationPlan& plan)
{
    constexpr std::array names{"message", "thread", "list", "correspondent", "folder"};
    for (std::size_t scope = 1; scope < names.size(); ++scope) {
        std::size_t count = 0;
        const double time = median(5, [&] { count = plan.groups(static_cast<Scope>(scope)).size(); });
        std::printf("plan: groups by %-13s (%6zu) with suggestions      %9.2f ms\n", names[scope], count, time);
    }
    say("plan: suggestions as decisions",
        median(3, [&] { (void)plan.suggestionsAsDecisions(0.8F, QDateTime::fromSecsSinceEpoch(1, Qt::UTC)); }));
}

void measureLists(SeparationPlan& plan)
{
    GroupListModel groups(plan, Scope::Correspondent);
    say("list: switch to threads and back", median(3, [&] {
            groups.setScope(Scope::Thread);
            groups.setScope(Scope::Correspondent);
        }));
    MessageListModel messages(plan);
    say("list: show all, newest first", median(3, [&] { messages.showAll(); }));
    say("list: first search", median(1, [&] { messages.setFilter(QStringLiteral("erste")); }));
    int step = 0;
    const double ours = median(11, [&] { messages.setFilter(QStringLiteral("ort%1").arg(1 + step++ % 8)); });
    const std::size_t found = static_cast<std::size_t>(messages.rowCount());
    say("list: search subjects and people", ours);
    messages.setFilter({});
    say("list: sort by subject in the alphabet",
        median(1, [&] { messages.sort(MessageListModel::SubjectColumn, Qt::AscendingOrder); }));

    QStringList subjects;
    for (Row row = 0; row < plan.table().size(); ++row) {
        subjects += plan.table().subject(row);
    }
    QStringListModel source(subjects);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&source);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    (void)proxy.rowCount();
    const double theirs = median(5, [&] {
        proxy.setFilterFixedString(QStringLiteral("ort%1").arg(1 + step++ % 8));
        (void)proxy.rowCount();
    });
    std::printf("%-58s %9.2f ms (ours / peer: %.2f; %zu found)\n",
                "peer: QSortFilterProxyModel, the same in subjects only", theirs, ours / theirs, found);
}

struct Labelled
{
    Row row = 0;
    bool isPrivate = false;
    float score = 0;
};

/** Area under the ROC curve for finding private mail: how often a private one stands before a business one. */
double areaUnderCurve(const std::vector<Labelled>& mails)
{
    double won = 0;
    double pairs = 0;
    for (const Labelled& a : mails) {
        for (const Labelled& b : mails) {
            if (a.isPrivate && !b.isPrivate) {
                won += a.score > b.score ? 1 : a.score == b.score ? 0.5 : 0;
                ++pairs;
            }
        }
    }
    return pairs > 0 ? won / pairs : 0;
}

std::vector<Labelled> readLabelled(const QDir& folder, MessageTable& table)
{
    std::vector<Labelled> mails;
    QFile labels(folder.filePath(QStringLiteral("labels.tsv")));
    if (!labels.open(QIODevice::ReadOnly)) {
        return mails;
    }
    table.addFolder({0, {QStringLiteral("INBOX"), "INBOX", mail::SpecialUse::Inbox, -1}});
    const QList<QByteArray> names = labels.readLine().trimmed().split('\t');
    const qsizetype path = names.indexOf("path");
    const qsizetype label = names.indexOf("label_published");
    while (!labels.atEnd()) {
        const QList<QByteArray> fields = labels.readLine().split('\t');
        QFile file(folder.filePath(QString::fromUtf8(fields.value(path))));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        MessageFacts facts;
        facts.key = fields.value(path);
        facts.header = mail::parseHeader(file.readAll());
        facts.date = facts.header.date;
        mails.push_back({table.append(facts), fields.value(label) == "personal", 0});
    }
    return mails;
}

void judgeSuggestions(const QDir& folder)
{
    MessageTable table;
    std::vector<Labelled> mails = readLabelled(folder, table);
    if (mails.empty()) {
        std::printf("suggestions: no labelled mail at hand\n");
        return;
    }
    SeparationContext context;
    context.companyDomains = {QStringLiteral("enron.com")};
    const SeparationPlan plan(table, context);
    std::array<std::array<int, 4>, 2> counts{};
    for (Labelled& labelled : mails) {
        const Suggestion suggestion = plan.suggestion(labelled.row);
        ++counts[labelled.isPrivate ? 1 : 0][static_cast<std::size_t>(suggestion.verdict)];
        labelled.score = -plan.logOdds(labelled.row);
    }
    std::printf("suggestions on %zu labelled mails (header only, no folders, any leaver): AUC %.3f\n", mails.size(),
                areaUnderCurve(mails));
    for (const std::size_t isPrivate : {std::size_t(1), std::size_t(0)}) {
        std::printf("  %-8s -> private %3d, undecided %3d, business %3d\n", isPrivate == 1 ? "private" : "business",
                    counts[isPrivate][1], counts[isPrivate][0], counts[isPrivate][2]);
    }
}

void judgeSample()
{
    const QString resources = QStringLiteral(TEST_SOURCE_DIR "/resources");
    MessageTable table;
    if (!labelled::readSample(resources, table)) {
        std::printf("suggestions: the sample mailbox cannot be read\n");
        return;
    }
    SeparationPlan plan(table, labelled::sampleContext());
    const auto print = [&](const char* what) {
        const labelled::Confusion confusion = labelled::judge(plan, labelled::sampleTruth(resources));
        std::printf("suggestions on the sample mailbox, %s (%u messages)\n", what, table.size());
        for (const Verdict truth : {Verdict::Private, Verdict::Business, Verdict::Protected}) {
            const auto& row = confusion[static_cast<std::size_t>(truth)];
            std::printf("  %-9s -> private %3d, undecided %3d, business %3d, protected %3d\n", verdictName(truth),
                        row[1], row[0], row[2], row[3]);
        }
    };
    print("no decision yet");
    const auto decisions = plan.suggestionsAsDecisions(0.8F, QDateTime::fromSecsSinceEpoch(1, Qt::UTC));
    plan.decideAll(decisions);
    std::printf("  %zu suggestions accepted leave %u messages of %u correspondents\n", decisions.size(),
                plan.undecided(), plan.undecidedGroups());
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    MessageTable table;
    fill(table);
    {
        SeparationPlan plan(table, people());
        say("plan: read the table anew (groups, evidence)", median(3, [&] { plan.tableChanged(); }));
        measureDecisions(plan);
        measureAnswers(plan);
        measureGroups(plan);
        measureLists(plan);
    }
    const QString fallback = QStringLiteral(TEST_SOURCE_DIR "/../shared/data/enron_berkeley_labelled/split/DEV");
    judgeSuggestions(QDir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : fallback));
    judgeSample();
    return 0;
}
