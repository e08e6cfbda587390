// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/running_matters.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

namespace staffelstab::separation {

namespace {

constexpr std::size_t mostMatters = 30;
constexpr std::size_t leastTimes = 3;
constexpr qint64 dayMs = qint64{24} * 60 * 60 * 1000;

struct Rhythm
{
    int days;
    /** By which single distances may differ. */
    int tolerance;
};
constexpr std::array rhythms{Rhythm{7, 2}, Rhythm{14, 3}, Rhythm{30, 6}, Rhythm{91, 14}};

QString withoutPrefixes(const QString& subject)
{
    static const QRegularExpression prefix(
        QStringLiteral(
            "^\\s*(?:(?:re|aw|antw|fwd?|wg|accepted|zugesagt|invitation|einladung|termin)\\s*(?:\\[\\d+\\])?:\\s*)+"),
        QRegularExpression::CaseInsensitiveOption);
    QString plain = subject;
    return plain.remove(prefix).simplified();
}

/** The same for "Bericht März 2026" and "Bericht April 2026". */
QString seriesKey(const QString& subject)
{
    static const QRegularExpression changing(
        QStringLiteral(
            "\\d+|\\b(?:jan(?:uar|uary)?|feb(?:ruar|ruary)?|m(?:ä|ae)rz|march|mar|apr(?:il)?|mai|may|jun[ie]?|"
            "jul[iy]?|aug(?:ust)?|sep(?:tember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?|kw|q)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString key = withoutPrefixes(subject).toLower().replace(changing, QStringLiteral(" "));
    static const QRegularExpression separators(QStringLiteral("[\\s./:_-]+"));
    return key.remove(separators);
}

QDate dayOf(qint64 date)
{
    return QDateTime::fromMSecsSinceEpoch(date, Qt::UTC).date();
}

struct Conversation
{
    Row first = 0;
    Row last = 0;
    bool isBusiness = true;
};

QHash<quint32, Conversation> conversations(const SeparationPlan& plan)
{
    const MessageTable& table = plan.table();
    QHash<quint32, Conversation> all;
    for (Row row = 0; row < table.size(); ++row) {
        const auto found = all.find(table.thread(row));
        const bool isBusiness = plan.verdict(row) == Verdict::Business;
        if (found == all.end()) {
            all.insert(table.thread(row), {row, row, isBusiness});
            continue;
        }
        found->isBusiness = found->isBusiness && isBusiness;
        found->first = table.date(row) < table.date(found->first) ? row : found->first;
        found->last = table.date(row) > table.date(found->last) ? row : found->last;
    }
    return all;
}

bool waitsForAnswer(const MessageTable& table, Row row)
{
    return !table.isOutgoing(row) && !table.isAutomatic(row) && !table.isCalendar(row) && table.listId(row).isEmpty() &&
           !table.correspondentAddress(table.correspondent(row)).isEmpty();
}

/** The rhythm of days in rising order; nothing if they have none. */
std::optional<Rhythm> rhythmOf(const std::vector<QDate>& days)
{
    std::vector<qint64> gaps;
    for (std::size_t i = 1; i < days.size(); ++i) {
        gaps.push_back(days[i - 1].daysTo(days[i]));
    }
    for (const Rhythm& rhythm : rhythms) {
        if (std::all_of(gaps.begin(), gaps.end(),
                        [&rhythm](qint64 gap) { return std::abs(gap - rhythm.days) <= rhythm.tolerance; })) {
            return rhythm;
        }
    }
    return std::nullopt;
}

struct Series
{
    Row newest = 0;
    QSet<QDate> days;
    bool isBusiness = true;
};

QHash<QString, Series> seriesSince(const SeparationPlan& plan, qint64 from, qint64 until)
{
    const MessageTable& table = plan.table();
    QHash<QString, Series> all;
    for (Row row = 0; row < table.size(); ++row) {
        const qint64 date = table.date(row);
        const bool isOwn = table.isOutgoing(row) && !table.hasReferences(row);
        const QString key = isOwn || table.isCalendar(row) ? seriesKey(table.subject(row)) : QString();
        if (key.isEmpty() || date < from || date > until) {
            continue;
        }
        Series& series = all[key];
        series.newest = series.days.isEmpty() || date > table.date(series.newest) ? row : series.newest;
        series.days.insert(dayOf(date));
        series.isBusiness = series.isBusiness && plan.verdict(row) == Verdict::Business;
    }
    return all;
}

/** A monthly thing comes on the same day of the month. */
QDate nextAfter(QDate last, const Rhythm& rhythm, QDate today)
{
    const int months = rhythm.days == 30 ? 1 : rhythm.days == 91 ? 3 : 0;
    QDate next = last;
    for (int times = 1; next < today || next == last; ++times) {
        next = months > 0 ? last.addMonths(months * times) : last.addDays(qint64{rhythm.days} * times);
    }
    return next;
}

} // namespace

std::vector<OpenMatter> openMatters(const SeparationPlan& plan, const QDateTime& now, int days)
{
    const MessageTable& table = plan.table();
    const qint64 until = now.toMSecsSinceEpoch();
    std::vector<std::pair<qint64, OpenMatter>> found;
    for (const auto talks = conversations(plan); const Conversation& conversation : talks) {
        const qint64 date = table.date(conversation.last);
        if (!conversation.isBusiness || date < until - days * dayMs || date > until ||
            !waitsForAnswer(table, conversation.last)) {
            continue;
        }
        const quint32 writer = table.correspondent(conversation.last);
        const QString name = table.correspondentName(writer);
        const QString subject = withoutPrefixes(table.subject(conversation.first));
        if (!subject.isEmpty()) {
            found.emplace_back(
                date, OpenMatter{subject, name.isEmpty() ? table.correspondentAddress(writer) : name, dayOf(date)});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(b.first, a.second.subject) < std::tie(a.first, b.second.subject);
    });
    std::vector<OpenMatter> matters;
    for (std::size_t i = 0; i < std::min(found.size(), mostMatters); ++i) {
        matters.push_back(std::move(found[i].second));
    }
    return matters;
}

std::vector<RecurringMatter> recurringMatters(const SeparationPlan& plan, const QDateTime& now)
{
    std::vector<RecurringMatter> matters;
    const QDate today = now.date();
    const auto all = seriesSince(plan, now.addYears(-1).toMSecsSinceEpoch(), now.toMSecsSinceEpoch());
    for (const Series& series : all) {
        if (!series.isBusiness || static_cast<std::size_t>(series.days.size()) < leastTimes) {
            continue;
        }
        std::vector<QDate> days(series.days.begin(), series.days.end());
        std::sort(days.begin(), days.end());
        const std::optional<Rhythm> rhythm = rhythmOf(days);
        const qint64 since = days.back().daysTo(today);
        if (!rhythm || since > 2 * rhythm->days) {
            continue;
        }
        matters.push_back({withoutPrefixes(plan.table().subject(series.newest)), rhythm->days, days.back(),
                           nextAfter(days.back(), *rhythm, today)});
    }
    std::sort(matters.begin(), matters.end(), [](const RecurringMatter& a, const RecurringMatter& b) {
        return std::tie(a.next, a.subject) < std::tie(b.next, b.subject);
    });
    matters.resize(std::min(matters.size(), mostMatters));
    return matters;
}

} // namespace staffelstab::separation
