// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/record_values.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace staffelstab::receipt {
namespace {

constexpr qsizetype pointLimit = 1000;
constexpr qsizetype textLimit = 20000;
constexpr qint64 integerLimit = 9007199254740991; // 2^53 - 1, what every JSON reader keeps exactly

/**
 * Takes values without complaint: whatever is missing, of the wrong type or beyond its bounds reads as a default, and
 * the caller sees it when the record read does not give the same canonical JSON again.
 */
class Fields
{
public:
    explicit Fields(QJsonObject object) : m_object(std::move(object)) {}

    [[nodiscard]] bool has(QLatin1String key) const { return m_object.contains(key); }
    [[nodiscard]] Fields fields(QLatin1String key) const { return Fields(m_object.value(key).toObject()); }
    [[nodiscard]] QJsonArray array(QLatin1String key) const { return m_object.value(key).toArray(); }
    [[nodiscard]] bool yes(QLatin1String key) const { return m_object.value(key).toBool(); }
    [[nodiscard]] QString text(QLatin1String key) const
    {
        const QString text = m_object.value(key).toString();
        return text.size() <= textLimit ? text : QString();
    }
    [[nodiscard]] qint64 integer(QLatin1String key, qint64 most = integerLimit) const
    {
        const qint64 value = m_object.value(key).toInteger();
        return value >= 0 && value <= most ? value : 0;
    }
    [[nodiscard]] quint32 number(QLatin1String key) const
    {
        return static_cast<quint32>(integer(key, std::numeric_limits<quint32>::max()));
    }
    [[nodiscard]] QDateTime time(QLatin1String key) const { return QDateTime::fromString(text(key), Qt::ISODate); }
    [[nodiscard]] QDate date(QLatin1String key) const { return QDate::fromString(text(key), Qt::ISODate); }
    [[nodiscard]] QByteArray digest(QLatin1String key) const
    {
        const QByteArray digest = QByteArray::fromHex(text(key).toLatin1());
        return digest.size() == 32 ? digest : QByteArray();
    }
    [[nodiscard]] QString choice(QLatin1String key, std::initializer_list<const char*> allowed) const
    {
        const QString value = text(key);
        const bool isAllowed =
            std::any_of(allowed.begin(), allowed.end(), [&](const char* one) { return value == QLatin1String(one); });
        return isAllowed ? value : QString();
    }

private:
    QJsonObject m_object;
};

#define KEY(text) QLatin1String(text)

Person person(const Fields& fields)
{
    return {fields.text(KEY("name")), fields.text(KEY("email")), fields.text(KEY("department")),
            fields.text(KEY("personnel_number"))};
}

People people(const Fields& fields)
{
    return {person(fields.fields(KEY("leaver"))),    person(fields.fields(KEY("supervisor"))),
            person(fields.fields(KEY("successor"))), person(fields.fields(KEY("hr"))),
            person(fields.fields(KEY("dpo"))),       fields.date(KEY("last_working_day")),
            fields.date(KEY("end_of_contract"))};
}

ReceiptRecord::Count count(const Fields& fields)
{
    return {fields.number(KEY("messages")), fields.integer(KEY("bytes"))};
}

ReceiptRecord::Mail mail(const Fields& fields)
{
    return {fields.number(KEY("mailboxes")),        count(fields.fields(KEY("private"))),
            count(fields.fields(KEY("business"))),  count(fields.fields(KEY("protected"))),
            count(fields.fields(KEY("undecided"))), fields.number(KEY("unreadable")),
            fields.number(KEY("decisions"))};
}

ReceiptRecord::Takeaway takeaway(const Fields& fields)
{
    return {fields.choice(KEY("action"), {"take", "delete", "leave"}), fields.number(KEY("copied")),
            fields.number(KEY("removed")), fields.number(KEY("kept")), fields.yes(KEY("encrypted"))};
}

ReceiptRecord::Archive archive(const Fields& fields)
{
    return {fields.text(KEY("file")),
            fields.integer(KEY("bytes")),
            fields.digest(KEY("sha256")),
            fields.number(KEY("messages")),
            fields.number(KEY("skipped")),
            fields.yes(KEY("encrypted")),
            fields.choice(KEY("container"), {"zip", "folder"}),
            fields.text(KEY("medium"))};
}

ReceiptRecord::Proof proof(const QString& name)
{
    if (name == KEY("yes")) {
        return ReceiptRecord::Proof::Yes;
    }
    return name == KEY("no") ? ReceiptRecord::Proof::No : ReceiptRecord::Proof::Unverifiable;
}

ReceiptRecord::Password password(const Fields& fields)
{
    ReceiptRecord::Password password;
    password.way = fields.choice(KEY("way"), {"directory", "it"});
    password.isChanged = fields.yes(KEY("changed"));
    password.newAccepted = proof(fields.text(KEY("new_accepted")));
    password.oldRefused = proof(fields.text(KEY("old_refused")));
    password.isChangedTwice = fields.yes(KEY("changed_twice"));
    password.changedAt = fields.time(KEY("changed_at"));
    password.sealedBy = fields.choice(KEY("sealed_by"), {"certificate", "code", ""});
    password.sealFileName = fields.text(KEY("seal_file"));
    password.sealSha256 = fields.digest(KEY("seal_sha256"));
    password.itName = fields.text(KEY("it_name"));
    password.itDate = fields.date(KEY("it_date"));
    return password;
}

std::vector<ReceiptRecord::OpenPoint> openPoints(const QJsonArray& array)
{
    std::vector<ReceiptRecord::OpenPoint> points;
    for (const QJsonValue value : array) {
        const Fields fields(value.toObject());
        points.push_back({fields.text(KEY("code")), fields.integer(KEY("count"))});
    }
    return points;
}

ReceiptRecord readRecord(const Fields& fields)
{
    ReceiptRecord record;
    record.caseNumber = fields.text(KEY("case"));
    record.language = fields.choice(KEY("language"), {"de", "en"});
    record.madeAt = fields.time(KEY("made_at"));
    record.organisation = fields.text(KEY("organisation"));
    record.people = people(fields.fields(KEY("people")));
    record.policyName = fields.text(KEY("policy_name"));
    record.policyVersion = fields.text(KEY("policy_version"));
    record.leaverReservation = fields.text(KEY("reservation"));
    record.openPoints = openPoints(fields.array(KEY("open_points")));
    if (fields.has(KEY("mail"))) {
        record.mail = mail(fields.fields(KEY("mail")));
    }
    if (fields.has(KEY("takeaway"))) {
        record.takeaway = takeaway(fields.fields(KEY("takeaway")));
    }
    if (fields.has(KEY("archive"))) {
        record.archive = archive(fields.fields(KEY("archive")));
    }
    if (fields.has(KEY("password"))) {
        record.password = password(fields.fields(KEY("password")));
    }
    return record;
}

#undef KEY

} // namespace

Result<ReceiptRecord> fromJson(const QByteArray& json)
{
    const auto refused = [](const QString& why) { return Failure{Failure::Kind::NotAReceipt, {}, why}; };
    if (json.size() > recordLimit) {
        return refused(QStringLiteral("record larger than %1 bytes").arg(recordLimit));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        return refused(QStringLiteral("record is not a JSON object: %1").arg(error.errorString()));
    }
    if (document.object().value(QLatin1String("open_points")).toArray().size() > pointLimit) {
        return refused(QStringLiteral("more than %1 open points").arg(pointLimit));
    }
    ReceiptRecord record = readRecord(Fields(document.object()));
    // One comparison refuses unknown, doubled or missing keys, wrong types, values out of bounds and white space.
    if (toJson(record) != json) {
        return refused(QStringLiteral("record is not in its canonical form"));
    }
    return record;
}

} // namespace staffelstab::receipt
