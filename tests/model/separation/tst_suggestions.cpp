// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labelled_mail.h"
#include "made_mail.h"

#include "mail/message_header.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace made;
using Kind = Reason::Kind;

namespace {

struct Case
{
    QString folder = QStringLiteral("INBOX");
    QString from;
    QString name = {};
    QString to = QStringLiteral("lea@firma.example");
    QString subject = {};
    QByteArray listId = {};
    mail::Sensitivity sensitivity = mail::Sensitivity::None;
    bool isAutomatic = false;
};

Suggestion suggestionFor(const Case& made, const SeparationContext& people)
{
    Mailbox box;
    box.addFolder(made.folder);
    MessageFacts facts = box.factsOf({0, made.from, made.to, made.subject, "1@x", {}, made.listId});
    if (!facts.header.from.empty()) {
        facts.header.from[0].name = made.name;
    }
    facts.header.sensitivity = made.sensitivity;
    facts.header.isAutomatic = made.isAutomatic;
    box.table.append(facts);
    const SeparationPlan plan(box.table, people);
    return plan.suggestion(0);
}

} // namespace

Q_DECLARE_METATYPE(Case)

class TestSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatSpeaksForIt_data();
    void saysWhatSpeaksForIt();
    void staysUndecidedWhenWeak_data();
    void staysUndecidedWhenWeak();
    void shiftsWithThePolicyButNeverDecidesByIt();
    void takesTheLeaversDomainForTheCompany();
    void saysWhereItLeansWhenItIsUnsure();
    void suggestsNothingForAMixedGroup();
    void turnsSureSuggestionsIntoDecisions();
    void seldomCallsPrivateMailBusiness();
    void saysPrivateAsOftenAsItIsTrue();
    void takesAStrangersMessageForBusinessRatherThanPrivate();
    void survivesRealMail();
};

void TestSuggestions::saysWhatSpeaksForIt_data()
{
    QTest::addColumn<Case>("made");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    const auto stranger = QStringLiteral("kim@irgendwo.example");
    const auto row = [](const char* name, const Case& made, Verdict verdict, Kind kind, const QString& detail) {
        QTest::newRow(name) << made << verdict << kind << detail;
    };
    const auto folder = [&](const QString& path) { return Case{path, stranger}; };
    for (const QString& path :
         {QStringLiteral("Privat"), QStringLiteral("Ablage/Familie"), QStringLiteral("INBOX/Verein & Sport"),
          QStringLiteral("Urlaub 2025"), QStringLiteral("PRIVATE"), QStringLiteral("Persönlich"),
          QStringLiteral("PERSÖNLICH"), QStringLiteral("Personal")}) {
        row(qPrintable(path), folder(path), Verdict::Private, Kind::FolderName, path);
    }
    row("business folder", folder(QStringLiteral("Kunden/Meier GmbH")), Verdict::Business, Kind::FolderName,
        QStringLiteral("Kunden/Meier GmbH"));
    Case made{QStringLiteral("INBOX"), stranger};
    made.sensitivity = mail::Sensitivity::Private;
    row("marked private", made, Verdict::Private, Kind::SensitivityHeader, QStringLiteral("Private"));
    made.sensitivity = mail::Sensitivity::Personal;
    row("marked personal", made, Verdict::Private, Kind::SensitivityHeader, QStringLiteral("Personal"));
    row("free mail", {QStringLiteral("INBOX"), QStringLiteral("kim@gmx.de")}, Verdict::Private, Kind::FreeMailAddress,
        QStringLiteral("gmx.de"));
    row("family by name", {QStringLiteral("INBOX"), stranger, QStringLiteral("Jo Gehtbald")}, Verdict::Private,
        Kind::FamilyName, QStringLiteral("Gehtbald"));
    row("family by address", {QStringLiteral("INBOX"), QStringLiteral("jo.gehtbald@irgendwo.example")},
        Verdict::Private, Kind::FamilyName, QStringLiteral("Gehtbald"));
    row("shop", {QStringLiteral("INBOX"), QStringLiteral("noreply@mail.zalando.example")}, Verdict::Private,
        Kind::KnownService, QStringLiteral("mail.zalando.example"));
    row("doctor", {QStringLiteral("INBOX"), QStringLiteral("praxis@zahnarzt-mitte.example")}, Verdict::Private,
        Kind::KnownService, QStringLiteral("zahnarzt-mitte.example"));
    row("colleague", {QStringLiteral("INBOX"), QStringLiteral("sven@firma.example")}, Verdict::Business,
        Kind::CompanyDomain, QStringLiteral("firma.example"));
    row("colleague in a subsidiary", {QStringLiteral("INBOX"), QStringLiteral("sven@nord.firma.example")},
        Verdict::Business, Kind::CompanyDomain, QStringLiteral("nord.firma.example"));
    row("note to oneself", {QStringLiteral("INBOX"), QStringLiteral("lea@firma.example"), {}, {}}, Verdict::Business,
        Kind::CompanyDomain, QStringLiteral("firma.example"));
    row("line of business", {QStringLiteral("INBOX"), QStringLiteral("einkauf@mueller-maschinenbau.example")},
        Verdict::Undecided, Kind::FirmAddress, QStringLiteral("mueller-maschinenbau.example"));
    row("company list",
        {QStringLiteral("INBOX"),
         QStringLiteral("sven@firma.example"),
         {},
         QStringLiteral("alle@firma.example"),
         {},
         "alle.firma.example"},
        Verdict::Business, Kind::MailingList, QStringLiteral("alle.firma.example"));
    row("choir's list",
        {QStringLiteral("INBOX"), stranger, {}, QStringLiteral("chor@listen.example"), {}, "chor.listen.example"},
        Verdict::Private, Kind::MailingList, QStringLiteral("chor.listen.example"));
    row("the firm's machine",
        {QStringLiteral("INBOX"),
         QStringLiteral("zeit@firma.example"),
         {},
         QStringLiteral("lea@firma.example"),
         {},
         {},
         mail::Sensitivity::None,
         true},
        Verdict::Business, Kind::Automatic, QStringLiteral("firma.example"));
    row("subject",
        {QStringLiteral("INBOX"),
         stranger,
         {},
         QStringLiteral("lea@firma.example"),
         QStringLiteral("Einladung zum GEBURTSTAG!")},
        Verdict::Private, Kind::SubjectWord, QStringLiteral("geburtstag"));
    row("works council", {QStringLiteral("INBOX"), QStringLiteral("betriebsrat@firma.example")}, Verdict::Protected,
        Kind::ProtectedCorrespondent, QStringLiteral("betriebsrat@*"));
    row("union", {QStringLiteral("INBOX"), QStringLiteral("kontakt@igmetall.de")}, Verdict::Protected,
        Kind::ProtectedCorrespondent, QStringLiteral("igmetall.de"));
}

void TestSuggestions::saysWhatSpeaksForIt()
{
    QFETCH(Case, made);
    QFETCH(Verdict, verdict);
    QFETCH(Kind, kind);
    QFETCH(QString, detail);
    const Suggestion suggestion = suggestionFor(made, context());
    QCOMPARE(suggestion.verdict, verdict);
    QVERIFY(suggestion.confidence >= 0.75F && suggestion.confidence <= 1.0F);
    QVERIFY(hasReason(suggestion, kind));
    const auto reason = std::find_if(suggestion.reasons.begin(), suggestion.reasons.end(),
                                     [&](const Reason& candidate) { return candidate.kind == kind; });
    QCOMPARE(reason->detail, detail);
}

void TestSuggestions::staysUndecidedWhenWeak_data()
{
    QTest::addColumn<Case>("made");
    QTest::newRow("stranger") << Case{QStringLiteral("INBOX"), QStringLiteral("kim@irgendwo.example")};
    QTest::newRow("nobody") << Case{QStringLiteral("INBOX"), QString(), QString(), QString()};
    QTest::newRow("word inside a folder's name")
        << Case{QStringLiteral("Privatkunden"), QStringLiteral("kim@irgendwo.example")};
    QTest::newRow("colleague about a birthday") << Case{QStringLiteral("INBOX"),
                                                        QStringLiteral("sven@firma.example"),
                                                        {},
                                                        QStringLiteral("lea@firma.example"),
                                                        QStringLiteral("Geburtstag")};
    QTest::newRow("free mail with a colleague in it") << Case{QStringLiteral("INBOX"),
                                                              QStringLiteral("kim@gmx.de"),
                                                              {},
                                                              QStringLiteral("lea@firma.example,sven@firma.example")};
    QTest::newRow("domain that only ends like the company's")
        << Case{QStringLiteral("INBOX"), QStringLiteral("kim@nichtfirma.example")};
    QTest::newRow("stranger's list") << Case{
        QStringLiteral("INBOX"), QStringLiteral("kim@irgendwo.example"), {}, {}, {}, "news.irgendwo.example"};
}

void TestSuggestions::staysUndecidedWhenWeak()
{
    QFETCH(Case, made);
    QCOMPARE(suggestionFor(made, context()).verdict, Verdict::Undecided);
}

void TestSuggestions::shiftsWithThePolicyButNeverDecidesByIt()
{
    SeparationContext forbidden = context();
    forbidden.isPrivateUseAllowed = false;
    const Case freeMail{QStringLiteral("INBOX"), QStringLiteral("kim@gmx.de")};
    QVERIFY(suggestionFor(freeMail, forbidden).confidence < suggestionFor(freeMail, context()).confidence);
    QCOMPARE(suggestionFor({QStringLiteral("INBOX"), QStringLiteral("kim@irgendwo.example")}, forbidden).verdict,
             Verdict::Undecided);
    QCOMPARE(suggestionFor({QStringLiteral("Privat"), QStringLiteral("kim@gmx.de")}, forbidden).verdict,
             Verdict::Private);
}

void TestSuggestions::takesTheLeaversDomainForTheCompany()
{
    SeparationContext people = context();
    people.companyDomains.clear();
    const Case colleague{QStringLiteral("INBOX"), QStringLiteral("sven@firma.example")};
    QCOMPARE(suggestionFor(colleague, people).verdict, Verdict::Business);
    people.leaverEmail = QStringLiteral("lea@gmx.de");
    QCOMPARE(suggestionFor(colleague, people).verdict, Verdict::Undecided);
    QCOMPARE(suggestionFor({QStringLiteral("INBOX"), QStringLiteral("kim@gmx.de")}, people).verdict, Verdict::Private);
}

void TestSuggestions::saysWhereItLeansWhenItIsUnsure()
{
    const auto suggestion =
        suggestionFor({QStringLiteral("INBOX"), QStringLiteral("einkauf@mueller-maschinenbau.example")}, context());
    QCOMPARE(suggestion.verdict, Verdict::Undecided);
    QCOMPARE(suggestion.lean, Verdict::Business);
}

void TestSuggestions::suggestsNothingForAMixedGroup()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    for (int i = 0; i < 10; ++i) {
        const QString from = i % 2 == 0 ? QStringLiteral("kim@gmx.de") : QStringLiteral("sven@firma.example");
        box.add({0, from, box.own, {}, QByteArray::number(i) + "@x"});
    }
    const SeparationPlan plan(box.table, context());
    QCOMPARE(plan.groups(Scope::Folder).front().suggestion.verdict, Verdict::Undecided);
    for (const Group& group : plan.groups(Scope::Correspondent)) {
        QVERIFY(group.suggestion.verdict != Verdict::Undecided);
    }
}

void TestSuggestions::turnsSureSuggestionsIntoDecisions()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    box.add({0, QStringLiteral("kim@gmx.de"), box.own, {}, "1@x"});
    box.add({0, QStringLiteral("sven@firma.example"), box.own, {}, "2@x"});
    box.add({0, QStringLiteral("kim@irgendwo.example"), box.own, {}, "3@x"});
    box.add({0, QStringLiteral("betriebsrat@firma.example"), box.own, {}, "4@x"});
    box.add({0, QStringLiteral("kontakt@igmetall.de"), box.own, {}, "5@x"});
    SeparationPlan plan(box.table, context());
    const std::vector<Decision> decisions = plan.suggestionsAsDecisions(0.5F, time(7));
    QCOMPARE(decisions.size(), std::size_t(3));
    plan.decideAll(decisions);
    QCOMPARE(plan.verdict(0), Verdict::Private);
    QCOMPARE(plan.verdict(1), Verdict::Business);
    QCOMPARE(plan.verdict(2), Verdict::Undecided);
    QCOMPARE(plan.verdict(3), Verdict::Protected);
    QCOMPARE(plan.verdict(4), Verdict::Protected);
    QVERIFY(plan.suggestionsAsDecisions(0.99F, time(7)).empty());
}

void TestSuggestions::seldomCallsPrivateMailBusiness()
{
    const QString resources = QStringLiteral(TEST_SOURCE_DIR "/resources");
    MessageTable table;
    QVERIFY(labelled::readSample(resources, table));
    QVERIFY(table.size() > 300);
    const SeparationPlan plan(table, labelled::sampleContext());
    const labelled::Confusion found = labelled::judge(plan, labelled::sampleTruth(resources));
    const auto count = [&](Verdict truth, Verdict suggested) {
        return found[static_cast<std::size_t>(truth)][static_cast<std::size_t>(suggested)];
    };
    QVERIFY(count(Verdict::Private, Verdict::Business) * 20 < count(Verdict::Private, Verdict::Private));
    QVERIFY(count(Verdict::Business, Verdict::Private) * 20 < count(Verdict::Business, Verdict::Business));
    QVERIFY(count(Verdict::Protected, Verdict::Protected) > 0);
    QCOMPARE(count(Verdict::Protected, Verdict::Business), 0);
    QCOMPARE(plan.tallies()[static_cast<std::size_t>(Verdict::Protected)].messages,
             static_cast<quint32>(count(Verdict::Protected, Verdict::Protected)));
}

/** In ten bins of what is said before any answer: how far that is, on average, from the share that is private. */
void TestSuggestions::saysPrivateAsOftenAsItIsTrue()
{
    const QString resources = QStringLiteral(TEST_SOURCE_DIR "/resources");
    MessageTable table;
    QVERIFY(labelled::readSample(resources, table));
    const SeparationPlan plan(table, labelled::sampleContext());
    const QHash<QByteArray, Verdict> truth = labelled::sampleTruth(resources);
    std::array<double, 10> apart{};
    for (Row row = 0; row < table.size(); ++row) {
        const float said = plan.privateProbability(row);
        const bool isBusiness = truth.value(table.messageId(row)) == Verdict::Business;
        apart[std::min<std::size_t>(9, static_cast<std::size_t>(said * 10))] += said - (isBusiness ? 0 : 1);
    }
    const double sum =
        std::accumulate(apart.begin(), apart.end(), 0.0, [](double all, double bin) { return all + std::abs(bin); });
    const double mean = sum / table.size();
    QVERIFY2(mean < 0.07, qPrintable(QString::number(mean)));
}

void TestSuggestions::takesAStrangersMessageForBusinessRatherThanPrivate()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    box.add({0, QStringLiteral("kim@irgendwo.example"), box.own, {}, "1@x"});
    SeparationContext forbidden = context();
    forbidden.isPrivateUseAllowed = false;
    const float usual = SeparationPlan(box.table, context()).privateProbability(0);
    QVERIFY2(usual > 0.15F && usual < 0.35F, qPrintable(QString::number(usual)));
    QVERIFY(SeparationPlan(box.table, forbidden).privateProbability(0) < usual);
}

void TestSuggestions::survivesRealMail()
{
    // Real mail is at hand on some machines only; the others have nothing to walk here.
    const QDir folder(QStringLiteral(TEST_SOURCE_DIR "/../shared/data/enron_berkeley_labelled/split/DEV/mail"));
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    const QStringList files = folder.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name);
    for (const QString& name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        MessageFacts facts;
        facts.key = name.toUtf8();
        facts.header = mail::parseHeader(file.readAll());
        facts.date = facts.header.date;
        box.table.append(facts);
    }
    SeparationPlan plan(box.table, context());
    for (Row row = 0; row < box.table.size(); ++row) {
        const Suggestion suggestion = plan.suggestion(row);
        QVERIFY(suggestion.confidence >= 0 && suggestion.confidence <= 1);
    }
    plan.decideAll(plan.suggestionsAsDecisions(0, time(0)));
    QCOMPARE(plan.table().size(), static_cast<Row>(files.size()));
}

QTEST_GUILESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
