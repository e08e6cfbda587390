// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/receipt_register.h"
#include "receipt/sections/account_section.h"
#include "receipt/sections/out_of_office_section.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace staffelstab;
using namespace staffelstab::handover;
using Outcome = ReceiptRegister::Outcome;

/** Run by with_postgres.sh: every promise holds in a file and on a server. */
class TestReceiptRegister : public QObject
{
    Q_OBJECT

private:
    static receipt::ReceiptFinding finding(const QString& number, receipt::ReceiptState state)
    {
        receipt::ReceiptFinding finding;
        finding.state = state;
        receipt::ReceiptRecord record;
        record.caseNumber = number;
        record.language = QStringLiteral("de");
        record.organisation = QStringLiteral("Beispiel GmbH");
        record.people.leaver.name = QStringLiteral("Jürgen Gehtbald");
        record.people.supervisor.name = QStringLiteral("Sven O'Vorgesetzt");
        record.people.lastWorkingDay = QDate(2026, 11, 30);
        record.people.endOfContract = QDate(2026, 12, 31);
        record.openPoints = {{QStringLiteral("no_archive"), 0}};
        finding.record = record;
        finding.recordSha256 = QByteArray(32, static_cast<char>(number.toInt()));
        finding.fileSha256 = QByteArray(32, state == receipt::ReceiptState::Intact ? 'f' : 'p');
        receipt::SignatureFinding signature;
        signature.time = QDateTime(QDate(2026, 11, 30), QTime(12, 0), Qt::UTC);
        finding.signatures = {signature};
        return finding;
    }
    static policy::CompanyPolicy rules()
    {
        policy::CompanyPolicy policy = policy::builtInPolicy();
        policy.account.deleteAfterMonths = 3;
        policy.retention = {{QStringLiteral("three"), {}, 3, QStringLiteral("§ 195 BGB")}};
        policy.receiptRetention = QStringLiteral("three");
        return policy;
    }
    static void addPlaces()
    {
        QTest::addColumn<bool>("isServer");
        QTest::newRow("a file") << false;
        QTest::newRow("a server") << true;
    }
    [[nodiscard]] QString place(bool isServer) const
    {
        return isServer
                   ? qEnvironmentVariable("STAFFELSTAB_POSTGRES")
                   : m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".sqlite"));
    }

    [[nodiscard]] QSqlDatabase connected(bool isServer) const
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(
            isServer ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), QStringLiteral("earlier"));
        const QUrl url(place(isServer));
        if (isServer) {
            database.setHostName(url.host());
            database.setPort(url.port(5432));
            database.setUserName(url.userName());
            database.setDatabaseName(url.path().mid(1));
        } else {
            database.setDatabaseName(place(false));
        }
        return database;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!qEnvironmentVariableIsEmpty("STAFFELSTAB_POSTGRES")); }

    void aFinalReceiptTakesThePlaceOfItsPendingOne_data() { addPlaces(); }
    void aFinalReceiptTakesThePlaceOfItsPendingOne()
    {
        QFETCH(bool, isServer);
        Result<ReceiptRegister> entries = ReceiptRegister::open(place(isServer));
        QVERIFY2(entries.isOk(), qPrintable(entries ? QString() : entries.failure().detail));
        const auto pending = finding(QStringLiteral("1"), receipt::ReceiptState::Pending);
        const auto final = finding(QStringLiteral("1"), receipt::ReceiptState::Intact);
        QVERIFY(*entries->add(pending, rules()) == Outcome::Added);
        QVERIFY(*entries->add(pending, rules()) == Outcome::AlreadyThere);
        QVERIFY(*entries->add(final, rules()) == Outcome::Completed);
        QVERIFY(*entries->add(final, rules()) == Outcome::AlreadyThere);
        QVERIFY(*entries->add(pending, rules()) == Outcome::AlreadyThere);

        // Another desk opens it later and sees the same.
        Result<ReceiptRegister> desk = ReceiptRegister::open(place(isServer));
        QVERIFY(desk.isOk());
        const auto all = desk->entries();
        QVERIFY(all.isOk());
        QCOMPARE(all->size(), std::size_t{1});
        const RegisterEntry& entry = all->front();
        QVERIFY(entry == registerEntry(final, rules()));
        QCOMPARE(entry.leaver, QStringLiteral("Jürgen Gehtbald"));
        QCOMPARE(entry.state, QStringLiteral("complete"));
        QCOMPARE(entry.accountDeletion, QDate(2027, 2, 28));
        QCOMPARE(entry.keptUntil, QDate(2029, 12, 31));
    }

    void finalReceiptsThatContradictEachOtherAreBothKept_data() { addPlaces(); }
    void finalReceiptsThatContradictEachOtherAreBothKept()
    {
        QFETCH(bool, isServer);
        Result<ReceiptRegister> entries = ReceiptRegister::open(place(isServer));
        QVERIFY(entries.isOk());
        const auto confirmed = finding(QStringLiteral("21"), receipt::ReceiptState::Intact);
        auto refused = confirmed;
        refused.fileSha256 = QByteArray(32, 'r');
        refused.findings = {{receipt::Finding::Kind::Refused, {}}};
        const auto entry = [&] {
            const auto all = entries->entries();
            return *std::find_if(all->begin(), all->end(),
                                 [](const RegisterEntry& one) { return one.caseNumber == QLatin1String("21"); });
        };
        QVERIFY(*entries->add(confirmed, rules()) == Outcome::Added);
        QVERIFY(entries->finals(confirmed.recordSha256)->empty());
        QVERIFY(*entries->add(refused, rules()) == Outcome::Contradicts);
        QCOMPARE(entry().state, QStringLiteral("contradicted"));
        // Neither file changes anything any more, nor does the pending one.
        QVERIFY(*entries->add(refused, rules()) == Outcome::AlreadyThere);
        QVERIFY(*entries->add(confirmed, rules()) == Outcome::AlreadyThere);
        const auto pending = finding(QStringLiteral("21"), receipt::ReceiptState::Pending);
        QVERIFY(*entries->add(pending, rules()) == Outcome::AlreadyThere);
        QCOMPARE(entry().state, QStringLiteral("contradicted"));
        const auto finals = entries->finals(confirmed.recordSha256);
        QVERIFY(finals.isOk());
        QCOMPARE(finals->size(), std::size_t{2});
        for (const ReceiptRegister::Final& one : *finals) {
            QCOMPARE(one.state,
                     one.fileSha256 == refused.fileSha256 ? QStringLiteral("refused") : QStringLiteral("complete"));
            QCOMPARE(one.signedOn, QDate(2026, 11, 30));
        }
    }

    void nothingIsDueByAReceiptThatIsPending()
    {
        const auto pending = registerEntry(finding(QStringLiteral("22"), receipt::ReceiptState::Pending), rules());
        QVERIFY(pending.accountDeletion.isValid());
        QVERIFY(dueDates({pending}, QDate(2026, 12, 1)).empty());
    }

    void consentsAreEnteredAsWhatTheyAreAndNothingIsDueByThem_data() { addPlaces(); }
    void consentsAreEnteredAsWhatTheyAreAndNothingIsDueByThem()
    {
        QFETCH(bool, isServer);
        Result<ReceiptRegister> entries = ReceiptRegister::open(place(isServer));
        QVERIFY(entries.isOk());
        receipt::ConsentFinding consents;
        consents.record.caseNumber = QStringLiteral("77");
        consents.record.leaver = QStringLiteral("Jürgen Gehtbald");
        consents.record.lastWorkingDay = QDate(2026, 11, 30);
        consents.time = QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);
        consents.recordSha256 = QByteArray(32, 'c');
        consents.fileSha256 = QByteArray(32, 'd');
        QVERIFY(*entries->add(receipt::ConsentVerdict{consents}) == Outcome::Added);
        QVERIFY(*entries->add(receipt::ConsentVerdict{consents}) == Outcome::AlreadyThere);
        QCOMPARE(entries->add(receipt::ConsentVerdict()).failure().kind, Failure::Kind::ReceiptAltered);
        const auto all = entries->entries();
        QVERIFY(all.isOk());
        const auto mine = std::find_if(all->begin(), all->end(),
                                       [](const RegisterEntry& one) { return one.caseNumber == QLatin1String("77"); });
        QVERIFY(mine != all->end());
        QVERIFY(*mine == registerEntry(consents));
        QCOMPARE(mine->state, QStringLiteral("consents"));
        QVERIFY(dueDates({*mine}, QDate(2026, 1, 1)).empty());
    }

    void theReceiptsOwnDatesAreDue()
    {
        auto one = finding(QStringLiteral("5"), receipt::ReceiptState::Intact);
        receipt::OutOfOfficeSection reply;
        reply.way = QStringLiteral("server");
        reply.until = QDate(2026, 12, 31);
        one.record->set(reply);
        receipt::AccountSection account;
        account.way = QStringLiteral("files");
        account.deleteOn = QDate(2027, 6, 30);
        one.record->set(account);
        const std::vector<DueDate> due = dueDates({registerEntry(one, rules())}, QDate(2026, 12, 1));
        QCOMPARE(due.size(), std::size_t{3});
        QVERIFY(due[0].kind == DueDate::Kind::ReplyEnd && due[0].day == QDate(2026, 12, 31));
        QVERIFY(due[1].kind == DueDate::Kind::AccountDeletion && due[1].day == QDate(2027, 6, 30));
        QVERIFY(due[2].kind == DueDate::Kind::ReceiptRetention);
    }

    void consentsEndAsTheirDocumentSays()
    {
        receipt::ConsentFinding consents;
        consents.record.caseNumber = QStringLiteral("6");
        consents.record.leaver = QStringLiteral("Jürgen Gehtbald");
        consents.record.items = {
            {QStringLiteral("a"), QStringLiteral("Reading"), {}, {}, true, QDate(2027, 1, 31), {}},
            {QStringLiteral("b"), QStringLiteral("Forwarding"), {}, {}, true, QDate(2026, 12, 31), {}},
            {QStringLiteral("c"), QStringLiteral("Over already"), {}, {}, true, QDate(2026, 11, 30), {}},
            {QStringLiteral("d"), QStringLiteral("Refused"), {}, {}, false, QDate(2027, 1, 31), {}}};
        const std::vector<DueDate> ends = consentEnds(consents, QDate(2026, 12, 1));
        QCOMPARE(ends.size(), std::size_t{2});
        QCOMPARE(ends[0].subject, QStringLiteral("Forwarding"));
        QCOMPARE(ends[1].day, QDate(2027, 1, 31));
        // Two ends on one day are two events.
        const QByteArray ics = dueCalendar(
            ends, [](const DueDate& one) { return one.subject; }, QDateTime(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC));
        QCOMPARE(ics.count("BEGIN:VEVENT"), 2);
        const auto uidAt = [&](qsizetype from) { return ics.mid(ics.indexOf("UID:", from), 40); };
        QVERIFY(uidAt(0) != uidAt(ics.lastIndexOf("UID:")));
    }

    void aRegisterOfAnEarlierProgramLearnsTheNewDate_data() { addPlaces(); }
    void aRegisterOfAnEarlierProgramLearnsTheNewDate()
    {
        QFETCH(bool, isServer);
        auto one = finding(QStringLiteral("8"), receipt::ReceiptState::Intact);
        const RegisterEntry before = registerEntry(one, rules());
        QVERIFY(ReceiptRegister::open(place(isServer))->add(one, rules()).isOk());
        {
            QSqlDatabase database = connected(isServer);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral("ALTER TABLE receipts DROP COLUMN reply_end")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("earlier"));
        receipt::OutOfOfficeSection reply;
        reply.until = QDate(2026, 12, 31);
        one.record->set(reply);
        const auto silent = one;
        receipt::AccountSection account;
        account.deleteOn = QDate(2027, 6, 30);
        one.record->set(account);
        Result<ReceiptRegister> entries = ReceiptRegister::open(place(isServer));
        QVERIFY2(entries.isOk(), qPrintable(entries ? QString() : entries.failure().detail));
        const auto eight = [&] {
            const auto all = entries->entries();
            return *std::find_if(all->begin(), all->end(),
                                 [](const RegisterEntry& each) { return each.caseNumber == QLatin1String("8"); });
        };
        QVERIFY(eight() == before);
        QVERIFY(*entries->add(one, rules()) == Outcome::AlreadyThere);
        QCOMPARE(eight().replyEnd, QDate(2026, 12, 31));
        QCOMPARE(eight().accountDeletion, QDate(2027, 6, 30));
        // Worked out by another policy it is no better known than before.
        QVERIFY(*entries->add(silent, policy::builtInPolicy()) == Outcome::AlreadyThere);
        QCOMPARE(eight().accountDeletion, QDate(2027, 6, 30));
    }

    void aReceiptIsEnteredWhereTheCompanyHasLaidDownNoRetention_data() { addPlaces(); }
    void aReceiptIsEnteredWhereTheCompanyHasLaidDownNoRetention()
    {
        QFETCH(bool, isServer);
        Result<ReceiptRegister> entries = ReceiptRegister::open(place(isServer));
        QVERIFY(entries.isOk());
        policy::CompanyPolicy none = rules();
        none.receiptRetention.clear();
        const auto entered = entries->add(finding(QStringLiteral("78"), receipt::ReceiptState::Intact), none);
        QVERIFY2(entered.isOk(), entered ? "" : qPrintable(entered.failure().detail));
    }

    void nothingAlteredIsEntered_data() { addPlaces(); }
    void nothingAlteredIsEntered()
    {
        QFETCH(bool, isServer);
        Result<ReceiptRegister> entries = ReceiptRegister::open(place(isServer));
        QVERIFY(entries.isOk());
        const auto altered = finding(QStringLiteral("9"), receipt::ReceiptState::Altered);
        QCOMPARE(entries->add(altered, rules()).failure().kind, Failure::Kind::ReceiptAltered);
        QCOMPARE(entries->add(receipt::ReceiptFinding(), rules()).failure().kind, Failure::Kind::NotAReceipt);
        const auto entered = entries->entries();
        QVERIFY(entered.isOk());
        for (const RegisterEntry& entry : *entered) {
            QVERIFY(entry.caseNumber != QLatin1String("9"));
        }
    }

    void aRefusalIsEnteredAsOne()
    {
        auto refused = finding(QStringLiteral("2"), receipt::ReceiptState::Intact);
        refused.findings = {{receipt::Finding::Kind::BothIntact, {}}, {receipt::Finding::Kind::Refused, {}}};
        QCOMPARE(registerEntry(refused, rules()).state, QStringLiteral("refused"));
    }

    void saysWhyItCannotOpen()
    {
        QCOMPARE(ReceiptRegister::open(m_folder.filePath(QStringLiteral("no/such/folder.sqlite"))).failure().kind,
                 Failure::Kind::FileNotWritable);
        QCOMPARE(ReceiptRegister::open(QStringLiteral("postgresql://hr@127.0.0.1:1/none")).failure().kind,
                 Failure::Kind::ConnectionRefused);
    }

    void listsWhatIsDueInOrder()
    {
        const std::vector<RegisterEntry> entries{
            registerEntry(finding(QStringLiteral("2"), receipt::ReceiptState::Intact), rules())};
        const std::vector<DueDate> due = dueDates(entries, QDate(2026, 12, 1));
        QCOMPARE(due.size(), std::size_t{2});
        QVERIFY(due.front().kind == DueDate::Kind::AccountDeletion && due.front().day == QDate(2027, 2, 28));
        QCOMPARE(dueDates(entries, QDate(2028, 1, 1)).size(), std::size_t{1});
        QVERIFY(dueDates(entries, QDate(2040, 1, 1)).empty());
    }

    void writesACalendarThatAgreesWithRfc5545()
    {
        const std::vector<DueDate> due{
            {DueDate::Kind::AccountDeletion, QStringLiteral("7"), QStringLiteral("Lea; A,B"), QDate(2027, 2, 28)}};
        const auto sentence = [](const DueDate& one) {
            return QStringLiteral("Konto löschen: %1 ").arg(one.leaver) + QString(80, QChar(0x00E4));
        };
        const QDateTime now(QDate(2026, 11, 25), QTime(10, 0), Qt::UTC);
        const QByteArray ics = dueCalendar(due, sentence, now);
        QVERIFY(ics.contains("DTSTART;VALUE=DATE:20270228\r\n") && ics.contains("DTEND;VALUE=DATE:20270301\r\n"));
        QVERIFY(ics.contains("Lea\\; A\\,B"));
        for (const QByteArray& line : ics.split('\n')) {
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY2(line.size() <= 76, line.constData());
            QVERIFY(!QString::fromUtf8(line).contains(QChar(0xFFFD)));
        }
        // The same dates give the same events, whenever they are written.
        const auto uid = [](const QByteArray& text) { return text.mid(text.indexOf("UID:"), 50); };
        QCOMPARE(uid(dueCalendar(due, sentence, now.addDays(3))), uid(ics));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestReceiptRegister)
#include "tst_receipt_register.moc"
