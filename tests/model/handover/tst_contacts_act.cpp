// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"

#include "handover/acts/contacts_act.h"
#include "handover/handover_acts.h"
#include "handover/letter_journal.h"
#include "handover/topics/contact_topics.h"
#include "mail/imap/imap_store.h"
#include "receipt/sections/contacts_section.h"
#include "servers/dovecot_server.h"
#include "servers/exim_server.h"
#include "support/result_checks.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;
using reply::Audience;
using separation::Scope;
using Way = ContactsChoice::Way;
using Kind = Failure::Kind;

namespace {

const auto anna = QStringLiteral("anna@privat.example");
const auto bert = QStringLiteral("bert@privat.example");
const auto kunde = QStringLiteral("einkauf@kunde.example");
const auto marker = QStringLiteral("lea.marke4711@zuhause.example");

/** A decided case with two friends, a customer, a colleague and the works council. */
class DecidedCase : public SampleCase
{
public:
    explicit DecidedCase(const mail::MailboxSource* server = nullptr, const Secret& password = {})
    {
        addMixedMail();
        addMail({}, "p3", "Bert <bert@privat.example>", "Grillen");
        People all = people();
        all.leaver.email = QStringLiteral("lea@firma.example");
        all.successor = {QStringLiteral("Nora Nachfolge"), QStringLiteral("nora@firma.example"), {}, {}};
        check(handover->setPeople(all));
        check(handover->confirmPolicy());
        check(handover->addMailbox(source()));
        if (server) {
            check(handover->addMailbox(*server));
        }
        MailboxPasswords passwords;
        passwords.passwords.emplace_back();
        passwords.passwords.push_back(password.clone());
        check(acts.runScan(std::move(passwords), job));
        for (const QString& address : {anna, bert}) {
            check(handover->decide(Scope::Correspondent, address, Verdict::Private));
        }
        for (const QString& address : {kunde, QStringLiteral("sven.vorgesetzt@firma.example")}) {
            check(handover->decide(Scope::Correspondent, address, Verdict::Business));
        }
    }
    static void check(const Status& status)
    {
        if (!status) {
            qFatal("setting up the case failed: %s", reasonOf(status).constData());
        }
    }
    [[nodiscard]] ContactsChoice proposal(Way way) const
    {
        ContactsChoice choice = proposedContacts(*handover);
        choice.way = way;
        choice.perMinute = 120;
        choice.privateAddress = marker;
        for (const separation::Contact& contact : privateContacts(*handover)) {
            choice.farewellTo.append(contact.address);
        }
        return choice;
    }
    Status tell(const ContactsChoice& choice, Secret password = {}, MailboxPasswords passwords = {})
    {
        check(handover->setTopic<ContactsChoice>(choice));
        return HandoverActs::run(contactsAct(acts.context(), std::move(passwords), std::move(password)), job);
    }
    [[nodiscard]] LetterCounts counts(Audience audience) const { return countLetters(*handover, audience); }

    std::unique_ptr<secrets::SecretStore> secrets = secrets::makeMemoryStore();
    HandoverActs acts{*handover, *secrets};
    JobContext job;
};

} // namespace

/** Letters to contacts on real servers: everybody gets one of their own, nobody two, and nobody is named elsewhere. */
class TestContactsAct : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void proposesCustomersAndNobodyForTheFarewell()
    {
        const DecidedCase lea;
        const ContactsChoice choice = proposedContacts(*lea.handover);
        QVERIFY(choice.farewellTo.isEmpty());
        QStringList friends;
        for (const separation::Contact& contact : privateContacts(*lea.handover)) {
            friends.append(contact.address);
        }
        friends.sort();
        QCOMPARE(friends, (QStringList{anna, bert}));
        QCOMPARE(choice.business, QStringList{kunde});
    }

    void sendsEverybodyALetterOfTheirOwn()
    {
        tests::EximServer exim;
        QVERIFY2(exim.isRunning(), qPrintable(exim.errorText()));
        DecidedCase lea;
        ContactsChoice choice = lea.proposal(Way::Send);
        choice.server = exim.server();
        choice.isNoticeWanted = true;
        QElapsedTimer timer;
        timer.start();
        VERIFY_OK(lea.tell(choice, tests::EximServer::password()));
        QVERIFY2(timer.elapsed() >= 1000, "three letters at 120 a minute take a second at least");
        QTRY_COMPARE_WITH_TIMEOUT(exim.receivers(), (QStringList{anna, bert, kunde}), 20000);
        for (const QByteArray& letter : exim.delivered()) {
            int named = 0;
            for (const QString& one : {anna, bert, kunde}) {
                named += letter.contains(one.toUtf8()) ? 1 : 0;
            }
            QCOMPARE(named, 1);
            const QByteArray body = QByteArray::fromBase64(letter.mid(letter.indexOf("\n\n") + 2));
            QCOMPARE(body.contains(marker.toUtf8()), !letter.contains("Envelope-to: einkauf"));
            QCOMPARE(body.contains("Nora Nachfolge"), letter.contains("Envelope-to: einkauf"));
        }
        QCOMPARE(lea.counts(Audience::Private), (LetterCounts{2, 0, 0, 0}));
        QCOMPARE(lea.counts(Audience::Business), (LetterCounts{1, 0, 0, 0}));
        QVERIFY(lea.handover->isDone(Step::Contacts));
        // Once more: nothing is left to do, and no login is asked for.
        DecidedCase::check(lea.secrets->remove(smtpKey(choice.server)));
        VERIFY_OK(lea.tell(choice));
        QTest::qWait(200);
        QCOMPARE(exim.receivers().size(), 3);
    }

    void neverSendsAgainWhatMayHaveArrived()
    {
        tests::EximServer exim;
        QVERIFY2(exim.isRunning(), qPrintable(exim.errorText()));
        DecidedCase lea;
        ContactsChoice choice = lea.proposal(Way::Send);
        choice.server = exim.server();
        // What a kill leaves behind that came between the mail and its end.
        DecidedCase::check(lea.handover->setTopic<LetterKey>(LetterKey{QByteArray(32, 'k')}));
        auto before = LetterJournal::open(lea.handover->journal(), QByteArray(32, 'k'));
        VERIFY_OK(before);
        VERIFY_OK(before->begin(Audience::Private, anna));
        VERIFY_OK(lea.tell(choice, tests::EximServer::password()));
        QTRY_COMPARE_WITH_TIMEOUT(exim.receivers(), QStringList{bert}, 20000);
        QCOMPARE(lea.counts(Audience::Private), (LetterCounts{1, 0, 0, 1}));
        // Whether a friend got a letter is no open point between the parties; whether a customer did is one.
        const auto isOpen = [&lea] {
            const auto open = lea.handover->openPoints();
            return std::any_of(open.begin(), open.end(),
                               [](const auto& point) { return point.code == QStringLiteral("letters_unclear"); });
        };
        QVERIFY(!isOpen());
        VERIFY_OK(before->begin(Audience::Business, kunde));
        QVERIFY(isOpen());
    }

    void goesOnAfterALetterThatWasRefused()
    {
        tests::EximServer exim;
        QVERIFY2(exim.isRunning(), qPrintable(exim.errorText()));
        DecidedCase lea;
        lea.addMail({}, "p9", "<unbekannt@privat.example>", "Hallo");
        VERIFY_OK(lea.acts.runScan({}, lea.job));
        VERIFY_OK(
            lea.handover->decide(Scope::Correspondent, QStringLiteral("unbekannt@privat.example"), Verdict::Private));
        ContactsChoice choice = lea.proposal(Way::Send);
        QCOMPARE(choice.farewellTo.size(), 3);
        choice.server = exim.server();
        VERIFY_OK(lea.tell(choice, tests::EximServer::password()));
        QTRY_COMPARE_WITH_TIMEOUT(exim.receivers(), (QStringList{anna, bert}), 20000);
        QCOMPARE(lea.counts(Audience::Private), (LetterCounts{2, 0, 1, 0}));
    }

    void sendsNothingWithAWrongPasswordAndGoesOnWithTheRightOne()
    {
        tests::EximServer exim;
        QVERIFY2(exim.isRunning(), qPrintable(exim.errorText()));
        DecidedCase lea;
        ContactsChoice choice = lea.proposal(Way::Send);
        choice.server = exim.server();
        QCOMPARE(lea.tell(choice, Secret(QByteArrayView("falsch"))).failure().kind, Kind::LoginRefused);
        QVERIFY(!lea.handover->isDone(Step::Contacts));
        QCOMPARE(lea.counts(Audience::Private), LetterCounts{});
        VERIFY_OK(lea.tell(choice, tests::EximServer::password()));
        QTRY_COMPARE_WITH_TIMEOUT(exim.receivers(), (QStringList{anna, bert}), 20000);
    }

    void savesDraftsInTheMailboxAndNeverTwice()
    {
        tests::DovecotServer dovecot;
        QVERIFY2(dovecot.isRunning(), qPrintable(dovecot.error()));
        const mail::MailboxSource source = dovecot.source();
        DecidedCase lea(&source, dovecot.password());
        ContactsChoice choice = lea.proposal(Way::Drafts);
        choice.mailbox = 1;
        VERIFY_OK(lea.tell(choice));
        VERIFY_OK(lea.tell(choice));
        // As if the journal had not been written: the folder itself knows them.
        DecidedCase::check(lea.handover->setTopic<LetterKey>(LetterKey{QByteArray(32, 'n')}));
        VERIFY_OK(lea.tell(choice));
        const auto listed = dovecot.doveadm({QStringLiteral("fetch"), QStringLiteral("-u"), dovecot.user(),
                                             QStringLiteral("hdr.to flags"), QStringLiteral("mailbox"),
                                             QStringLiteral("Drafts"), QStringLiteral("all")});
        QVERIFY2(listed, qPrintable(dovecot.error()));
        QCOMPARE(listed->count(anna.toUtf8()), 1);
        QCOMPARE(listed->count(bert.toUtf8()), 1);
        QCOMPARE(listed->count("\\Draft"), 2);
        QVERIFY(lea.handover->isDone(Step::Contacts));
    }

    void sendsNothingBesideADraftThatMayBeThere()
    {
        tests::EximServer exim;
        QVERIFY2(exim.isRunning(), qPrintable(exim.errorText()));
        DecidedCase lea;
        const LetterKey key{QByteArray(32, 'k')};
        DecidedCase::check(lea.handover->setTopic<LetterKey>(key));
        auto letters = LetterJournal::open(lea.handover->journal(), key.key);
        VERIFY_OK(letters);
        VERIFY_OK(letters->begin(Audience::Private, anna, LetterState::Drafting));
        ContactsChoice choice = lea.proposal(Way::Send);
        choice.server = exim.server();
        VERIFY_OK(lea.tell(choice, tests::EximServer::password()));
        QTRY_COMPARE_WITH_TIMEOUT(exim.receivers(), QStringList{bert}, 20000);
        QCOMPARE(lea.counts(Audience::Private), (LetterCounts{1, 0, 0, 1}));
    }

    void writesLettersAsFilesApartFromTheList()
    {
        DecidedCase lea;
        ContactsChoice choice = lea.proposal(Way::Files);
        choice.isNoticeWanted = true;
        choice.listTarget = lea.folder.filePath(QStringLiteral("liste"));
        choice.lettersTarget = lea.folder.filePath(QStringLiteral("liste/briefe"));
        QCOMPARE(lea.tell(choice).failure().kind, Kind::BadInput);
        choice.lettersTarget = lea.folder.filePath(QStringLiteral("briefe"));
        VERIFY_OK(lea.tell(choice));
        QFile letter(choice.lettersTarget + QStringLiteral("/Privat/anna@privat.example.eml"));
        QVERIFY2(letter.open(QIODevice::ReadOnly), qPrintable(letter.fileName()));
        const QByteArray text = letter.readAll();
        QVERIFY(text.startsWith("X-Unsent: 1\r\nFrom: \"Lea Gehtbald\" <lea@firma.example>\r\nTo: "));
        QVERIFY(QFile::exists(choice.lettersTarget + QStringLiteral("/Dienstlich/einkauf@kunde.example.eml")));
        QCOMPARE(lea.counts(Audience::Private), (LetterCounts{0, 2, 0, 0}));
    }

    void writesTheListAnewWhenADecisionChanges()
    {
        DecidedCase lea;
        ContactsChoice choice = lea.proposal(Way::None);
        choice.listTarget = lea.folder.filePath(QStringLiteral("liste"));
        VERIFY_OK(lea.tell(choice));
        QVERIFY(lea.handover->isDone(Step::Contacts));
        QCOMPARE(QDir(choice.listTarget).entryList(QDir::Files).size(), 2);
        VERIFY_OK(lea.handover->decide(Scope::Correspondent, kunde, Verdict::Private));
        QVERIFY(!lea.handover->isDone(Step::Contacts));
        VERIFY_OK(lea.tell(choice));
        QCOMPARE(lea.handover->topic<ContactsOutcome>().listed, 0U);
        QVERIFY(QDir(choice.listTarget).entryList(QDir::Files).isEmpty());
    }

    void keepsLettersToFriendsOutOfWhatTheSupervisorGets()
    {
        DecidedCase lea;
        ContactsChoice choice = lea.proposal(Way::Files);
        choice.listTarget.clear();
        ArchiveChoice archive = lea.handover->archiveChoice();
        archive.target = lea.folder.filePath(QStringLiteral("medium"));
        VERIFY_OK(lea.handover->setArchiveChoice(archive));
        choice.lettersTarget = lea.folder.filePath(QStringLiteral("medium/briefe"));
        const Status told = lea.tell(choice);
        QVERIFY(!told);
        QCOMPARE(told.failure().kind, Failure::Kind::BadInput);
        QVERIFY(!QFileInfo::exists(choice.lettersTarget));
    }

    void namesNoFriendOnTheListTheReceiptOrInTheJournal()
    {
        DecidedCase lea;
        ContactsChoice choice = lea.proposal(Way::Files);
        choice.listTarget = lea.folder.filePath(QStringLiteral("liste"));
        choice.lettersTarget = lea.folder.filePath(QStringLiteral("briefe"));
        // A choice that was tampered with: friends and the works council among the business contacts.
        choice.business += {anna, QStringLiteral("betriebsrat@firma.example")};
        VERIFY_OK(lea.tell(choice));
        QByteArray seen = receipt::toJson(lea.handover->record());
        QDirIterator files(choice.listTarget, QDir::Files);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            seen += file.readAll();
            ++count;
        }
        QCOMPARE(count, 2);
        const auto entries = lea.handover->journal().entries();
        VERIFY_OK(entries);
        for (const JournalEntry& entry : *entries) {
            seen += entry.what.toUtf8() + QJsonDocument(entry.facts).toJson();
        }
        QVERIFY(seen.contains("einkauf@kunde.example"));
        for (const QString& hidden : {anna, bert, marker, QStringLiteral("betriebsrat"), QStringLiteral("zuhause")}) {
            QVERIFY2(!seen.contains(hidden.toUtf8()), qPrintable(hidden));
        }
        const receipt::ReceiptRecord record = lea.handover->record();
        const auto* section = record.find<receipt::ContactsSection>();
        QVERIFY(section != nullptr);
        QCOMPARE(section->listed, 1U);
        // That there were farewells, not how many.
        QCOMPARE(section->farewells.handed, 1U);
    }

    void saysNothingWhereTheCompanyDoesWithoutThePage()
    {
        policy::CompanyPolicy policy = SampleCase::policy();
        policy.pagesOff = {policy::OptionalPage::Contacts};
        const QTemporaryDir folder;
        const FixedClock clock;
        auto made =
            HandoverCase::create(folder.filePath(QStringLiteral("ohne.case")), policy, QStringLiteral("de"), clock);
        VERIFY_OK(made);
        QVERIFY(!(*made)->isOffered(Step::Contacts));
        QVERIFY((*made)->isDone(Step::Contacts));
        for (const auto& point : (*made)->openPoints()) {
            QVERIFY(point.code != QStringLiteral("no_contacts"));
        }
    }
};

QTEST_GUILESS_MAIN(TestContactsAct)
#include "tst_contacts_act.moc"
