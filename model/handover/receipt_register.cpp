// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/receipt_register.h"

#include "receipt/sections/account_section.h"
#include "receipt/sections/out_of_office_section.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

#include <utility>

namespace staffelstab::handover {
namespace {

const QString columns = QStringLiteral("record_sha256, case_number, organisation, leaver, supervisor, state, "
                                       "last_working_day, signed_on, file_sha256, open_points, account_deletion, "
                                       "kept_until, reply_end");

bool isServer(const QString& place)
{
    return place.startsWith(QLatin1String("postgresql://"));
}

Failure failureOf(const QString& place, const QSqlError& error)
{
    const QString state = error.nativeErrorCode();
    if (state.startsWith(QLatin1String("28"))) { // invalid authorization (SQL:2003, class 28)
        return {Failure::Kind::LoginRefused, place, error.databaseText()};
    }
    if (error.type() == QSqlError::ConnectionError) {
        return {isServer(place) ? Failure::Kind::ConnectionRefused : Failure::Kind::FileNotWritable, place,
                error.databaseText()};
    }
    return {isServer(place) ? Failure::Kind::ServerRefused : Failure::Kind::FileNotWritable, place,
            error.databaseText()};
}

void configure(QSqlDatabase& database, const QString& place)
{
    if (!isServer(place)) {
        database.setDatabaseName(place);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        return;
    }
    const QUrl url(place, QUrl::StrictMode);
    const QString host = url.host();
    database.setHostName(host);
    database.setPort(url.port(5432));
    database.setUserName(url.userName());
    database.setDatabaseName(url.path().mid(1));
    const bool isHere = host.isEmpty() || host == QLatin1String("localhost") || host.startsWith(QLatin1String("127."));
    database.setConnectOptions(QStringLiteral("connect_timeout=10;sslmode=%1")
                                   .arg(isHere ? QStringLiteral("prefer") : QStringLiteral("verify-full")));
}

QString iso(const QDate& date)
{
    return date.toString(Qt::ISODate);
}

QString stateOf(const receipt::ReceiptFinding& finding)
{
    if (finding.state == receipt::ReceiptState::Pending) {
        return QStringLiteral("pending");
    }
    if (finding.has(receipt::Finding::Kind::Refused)) {
        return QStringLiteral("refused");
    }
    return finding.has(receipt::Finding::Kind::PartyAbsent) ? QStringLiteral("absent") : QStringLiteral("complete");
}

QVariantList valuesOf(const RegisterEntry& entry)
{
    return {QString::fromLatin1(entry.recordSha256.toHex()),
            entry.caseNumber,
            entry.organisation,
            entry.leaver,
            entry.supervisor,
            entry.state,
            iso(entry.lastWorkingDay),
            iso(entry.signedOn),
            QString::fromLatin1(entry.fileSha256.toHex()),
            entry.openPoints,
            iso(entry.accountDeletion),
            iso(entry.keptUntil),
            iso(entry.replyEnd)};
}

RegisterEntry entryFrom(const QSqlQuery& row)
{
    const auto date = [&](int column) { return QDate::fromString(row.value(column).toString(), Qt::ISODate); };
    const auto digest = [&](int column) { return QByteArray::fromHex(row.value(column).toString().toLatin1()); };
    return {row.value(1).toString(),
            row.value(2).toString(),
            row.value(3).toString(),
            row.value(4).toString(),
            row.value(5).toString(),
            date(6),
            date(7),
            digest(8),
            digest(0),
            row.value(9).toInt(),
            date(10),
            date(11),
            date(12)};
}

bool runWith(QSqlQuery& query, const QString& sql, const QVariantList& values = {})
{
    if (!query.prepare(sql)) {
        return false;
    }
    for (const QVariant& value : values) {
        // A null QString would be NULL, which no column takes.
        const bool isMissing = value.userType() == QMetaType::QString && value.toString().isEmpty();
        query.addBindValue(isMissing ? QStringLiteral("") : value);
    }
    return query.exec();
}

/** The day on which the receipt says that the account is deleted; invalid if it names none. */
QDate ownDeletion(const receipt::ReceiptRecord& record)
{
    const auto* account = record.find<receipt::AccountSection>();
    return account != nullptr ? account->deleteOn : QDate();
}

} // namespace

RegisterEntry registerEntry(const receipt::ReceiptFinding& finding, const policy::CompanyPolicy& policy)
{
    const receipt::ReceiptRecord& record = *finding.record;
    const People& people = record.people;
    RegisterEntry entry;
    entry.caseNumber = record.caseNumber;
    entry.organisation = record.organisation;
    entry.leaver = people.leaver.name;
    entry.supervisor = people.supervisor.name;
    entry.state = stateOf(finding);
    entry.lastWorkingDay = people.lastWorkingDay;
    entry.signedOn = finding.signatures.empty() ? QDate() : finding.signatures.back().time.date();
    entry.fileSha256 = finding.fileSha256;
    entry.recordSha256 = finding.recordSha256;
    entry.openPoints = static_cast<int>(record.openPoints.size());
    const bool isByContract = policy.account.disableOn == policy::AccountRules::DisableOn::EndOfContract;
    const QDate disabled =
        isByContract && people.endOfContract.isValid() ? people.endOfContract : people.lastWorkingDay;
    entry.accountDeletion =
        ownDeletion(record).isValid() ? ownDeletion(record) : disabled.addMonths(policy.account.deleteAfterMonths);
    if (const auto* reply = record.find<receipt::OutOfOfficeSection>()) {
        entry.replyEnd = reply->until;
    }
    if (const auto retention = policy.retentionClass(policy.receiptRetention)) {
        entry.keptUntil = retention->keptUntil(entry.signedOn.isValid() ? entry.signedOn : record.madeAt.date());
    }
    return entry;
}

RegisterEntry registerEntry(const receipt::ConsentFinding& finding)
{
    RegisterEntry entry;
    entry.caseNumber = finding.record.caseNumber;
    entry.organisation = finding.record.organisation;
    entry.leaver = finding.record.leaver;
    entry.state = QStringLiteral("consents");
    entry.lastWorkingDay = finding.record.lastWorkingDay;
    entry.signedOn = finding.time.date();
    entry.fileSha256 = finding.fileSha256;
    entry.recordSha256 = finding.recordSha256;
    return entry;
}

ReceiptRegister::ReceiptRegister(QString connection, QString place)
    : m_connection(std::move(connection)), m_place(std::move(place))
{
}

ReceiptRegister::ReceiptRegister(ReceiptRegister&& other) noexcept
    : m_connection(std::exchange(other.m_connection, {})), m_place(std::move(other.m_place))
{
}

ReceiptRegister::~ReceiptRegister()
{
    if (!m_connection.isEmpty()) {
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Result<ReceiptRegister> ReceiptRegister::open(const QString& place)
{
    ReceiptRegister opened(QUuid::createUuid().toString(QUuid::WithoutBraces), place);
    QSqlError error;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(
            isServer(place) ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), opened.m_connection);
        configure(database, place);
        if (!database.open()) {
            error = database.lastError();
        }
    }
    if (error.isValid()) {
        return failureOf(place, error);
    }
    if (Status prepared = opened.prepare(); !prepared) {
        return prepared.failure();
    }
    return opened;
}

Status ReceiptRegister::prepare()
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    // PostgreSQL prepares no statement that defines something.
    const bool isReady =
        query.exec(QStringLiteral("CREATE TABLE IF NOT EXISTS receipts (record_sha256 TEXT PRIMARY KEY, "
                                  "case_number TEXT NOT NULL, organisation TEXT NOT NULL, leaver TEXT NOT NULL, "
                                  "supervisor TEXT NOT NULL, state TEXT NOT NULL, last_working_day TEXT NOT NULL, "
                                  "signed_on TEXT NOT NULL, file_sha256 TEXT NOT NULL, open_points INTEGER NOT NULL, "
                                  "account_deletion TEXT NOT NULL, kept_until TEXT NOT NULL, "
                                  "reply_end TEXT NOT NULL DEFAULT '')")) &&
        query.exec(QStringLiteral("CREATE TABLE IF NOT EXISTS receipt_finals (record_sha256 TEXT NOT NULL, "
                                  "file_sha256 TEXT NOT NULL, state TEXT NOT NULL, signed_on TEXT NOT NULL, "
                                  "PRIMARY KEY (record_sha256, file_sha256))"));
    const auto isWhole = [&] {
        return QSqlDatabase::database(m_connection)
            .record(QStringLiteral("receipts"))
            .contains(QStringLiteral("reply_end"));
    };
    // A register of an earlier program lacks the column; another desk may add it at the same moment.
    if (isReady && (isWhole() ||
                    query.exec(QStringLiteral("ALTER TABLE receipts ADD COLUMN reply_end TEXT NOT NULL DEFAULT ''")) ||
                    isWhole())) {
        return Done{};
    }
    return failureOf(m_place, query.lastError());
}

Result<ReceiptRegister::Outcome> ReceiptRegister::add(const receipt::ReceiptFinding& finding,
                                                      const policy::CompanyPolicy& policy)
{
    if (finding.state == receipt::ReceiptState::NotAReceipt || !finding.record) {
        return Failure{Failure::Kind::NotAReceipt, {}, {}};
    }
    if (finding.state == receipt::ReceiptState::Altered) {
        return Failure{Failure::Kind::ReceiptAltered, finding.record->caseNumber, {}};
    }
    return enter(registerEntry(finding, policy), ownDeletion(*finding.record).isValid());
}

Result<ReceiptRegister::Outcome> ReceiptRegister::add(const receipt::ConsentVerdict& consents)
{
    if (!consents.intact) {
        return Failure{Failure::Kind::ReceiptAltered, {}, {}};
    }
    return enter(registerEntry(*consents.intact), false);
}

Result<ReceiptRegister::Outcome> ReceiptRegister::enter(const RegisterEntry& entry, bool saysDeletion)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    // Each statement decides by itself, so that two desks cannot come between a look and an entry.
    if (!runWith(query,
                 QStringLiteral("INSERT INTO receipts (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                "ON CONFLICT (record_sha256) DO NOTHING")
                     .arg(columns),
                 valuesOf(entry))) {
        return failureOf(m_place, query.lastError());
    }
    if (query.numRowsAffected() == 1) {
        return Outcome::Added;
    }
    const QString record = QString::fromLatin1(entry.recordSha256.toHex());
    const QString file = QString::fromLatin1(entry.fileSha256.toHex());
    // Entered by an earlier program, which did not read these dates. A day by the policy stays as it was worked out
    // then.
    const QString deletion = saysDeletion ? QStringLiteral(", account_deletion = ?") : QString();
    if (!runWith(query, QStringLiteral("UPDATE receipts SET reply_end = ?%1 WHERE record_sha256 = ?").arg(deletion),
                 saysDeletion ? QVariantList{iso(entry.replyEnd), iso(entry.accountDeletion), record}
                              : QVariantList{iso(entry.replyEnd), record})) {
        return failureOf(m_place, query.lastError());
    }
    if (entry.state != QLatin1String("pending")) {
        if (!runWith(query,
                     QStringLiteral("UPDATE receipts SET state = ?, signed_on = ?, file_sha256 = ?, kept_until = ? "
                                    "WHERE record_sha256 = ? AND state = 'pending'"),
                     {entry.state, iso(entry.signedOn), file, iso(entry.keptUntil), record})) {
            return failureOf(m_place, query.lastError());
        }
        if (query.numRowsAffected() == 1) {
            return Outcome::Completed;
        }
        // Consents are one statement by one person: signed twice they say the same.
        return entry.state == QLatin1String("consents") ? Result<Outcome>(Outcome::AlreadyThere) : enterFinal(entry);
    }
    return Outcome::AlreadyThere;
}

Result<ReceiptRegister::Outcome> ReceiptRegister::enterFinal(const RegisterEntry& entry)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    const QString record = QString::fromLatin1(entry.recordSha256.toHex());
    const QString file = QString::fromLatin1(entry.fileSha256.toHex());
    // The entry is marked before the other file is noted: whatever comes between, nobody reads it as settled.
    const bool isMarked =
        runWith(query,
                QStringLiteral("INSERT INTO receipt_finals (record_sha256, file_sha256, state, signed_on) "
                               "SELECT record_sha256, file_sha256, state, signed_on FROM receipts "
                               "WHERE record_sha256 = ? AND file_sha256 <> ? AND state <> 'contradicted' "
                               "ON CONFLICT (record_sha256, file_sha256) DO NOTHING"),
                {record, file}) &&
        runWith(query,
                QStringLiteral("UPDATE receipts SET state = 'contradicted' WHERE record_sha256 = ? AND "
                               "file_sha256 <> ?"),
                {record, file});
    if (!isMarked) {
        return failureOf(m_place, query.lastError());
    }
    if (query.numRowsAffected() == 0) {
        return Outcome::AlreadyThere;
    }
    if (!runWith(query,
                 QStringLiteral("INSERT INTO receipt_finals (record_sha256, file_sha256, state, signed_on) "
                                "VALUES (?, ?, ?, ?) ON CONFLICT (record_sha256, file_sha256) DO NOTHING"),
                 {record, file, entry.state, iso(entry.signedOn)})) {
        return failureOf(m_place, query.lastError());
    }
    return query.numRowsAffected() == 1 ? Outcome::Contradicts : Outcome::AlreadyThere;
}

Result<std::vector<ReceiptRegister::Final>> ReceiptRegister::finals(const QByteArray& recordSha256)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!runWith(query,
                 QStringLiteral("SELECT file_sha256, state, signed_on FROM receipt_finals WHERE record_sha256 = ? "
                                "ORDER BY signed_on, file_sha256"),
                 {QString::fromLatin1(recordSha256.toHex())})) {
        return failureOf(m_place, query.lastError());
    }
    std::vector<Final> all;
    while (query.next()) {
        all.push_back({QByteArray::fromHex(query.value(0).toString().toLatin1()), query.value(1).toString(),
                       QDate::fromString(query.value(2).toString(), Qt::ISODate)});
    }
    return all;
}

Result<std::vector<RegisterEntry>> ReceiptRegister::entries()
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!runWith(query,
                 QStringLiteral("SELECT %1 FROM receipts ORDER BY last_working_day, case_number").arg(columns))) {
        return failureOf(m_place, query.lastError());
    }
    std::vector<RegisterEntry> all;
    while (query.next()) {
        all.push_back(entryFrom(query));
    }
    return all;
}

} // namespace staffelstab::handover
