// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/review/leaver.h"

#include "separation/questions.h"

#include <algorithm>

namespace review {

double Run::recall(const Point& point) const
{
    return privateMessages == 0 ? 1.0 : static_cast<double>(point.privateFound) / privateMessages;
}

const Point* Run::reached(double wanted) const
{
    const auto point =
        std::find_if(curve.begin(), curve.end(), [&](const Point& one) { return recall(one) >= wanted; });
    return point == curve.end() ? nullptr : &*point;
}

std::optional<quint32> Run::decisionsFor(double wanted) const
{
    const Point* const point = reached(wanted);
    return point == nullptr ? std::nullopt : std::optional(point->decisions);
}

std::vector<QuestionPart> PerfectLeaver::exceptionsTo(Truth rest, const std::vector<QuestionPart>& parts) const
{
    std::vector<QuestionPart> exceptions;
    const auto belongs = [&](Row row) { return m_mailbox.truth[row] == rest; };
    for (const QuestionPart& part : parts) {
        if (parts.size() > 1 && std::none_of(part.rows.begin(), part.rows.end(), belongs)) {
            exceptions.push_back(part);
            continue;
        }
        for (const Row row : part.rows) {
            if (!belongs(row)) {
                exceptions.push_back({Scope::Message, {}, {row}});
            }
        }
    }
    return exceptions;
}

PerfectLeaver::Answer PerfectLeaver::answer(const std::vector<QuestionPart>& parts) const
{
    Answer answer;
    std::vector<QuestionPart> business = exceptionsTo(Truth::Private, parts);
    std::vector<QuestionPart> privates = exceptionsTo(Truth::Business, parts);
    const auto all = [](const std::vector<QuestionPart>& some) {
        return std::accumulate(some.begin(), some.end(), std::size_t(0),
                               [](std::size_t sum, const QuestionPart& part) { return sum + part.rows.size(); });
    };
    const bool isLargeGroup = parts.size() == 1 && all(parts) > screenful;
    answer.isMixed = isLargeGroup && !business.empty() && !privates.empty();
    // Nothing at all left for "the rest" would be no answer.
    const bool mayRestBePrivate = all(business) < all(parts);
    answer.rest = mayRestBePrivate && business.size() < privates.size() ? Truth::Private : Truth::Business;
    if (!answer.isMixed) {
        answer.exceptions = answer.rest == Truth::Private ? std::move(business) : std::move(privates);
    }
    return answer;
}

Ledger::Ledger(const LabelledMailbox& mailbox, std::string name) : m_mailbox(mailbox)
{
    run.name = std::move(name);
    run.messages = mailbox.table.size();
    run.privateMessages = mailbox.privateMessages();
}

void Ledger::decide(std::span<const Row> rows, bool isKey)
{
    ++m_point.decisions;
    m_point.answers += isKey ? 1 : 0;
    for (const Row row : rows) {
        ++m_point.settled;
        m_point.privateFound += m_mailbox.truth[row] == Truth::Private ? 1 : 0;
    }
    m_point.privateSaid = m_point.privateFound;
    m_point.doubtful = run.messages - m_point.settled;
    run.curve.push_back(m_point);
}

void Ledger::show(std::size_t messages)
{
    m_point.shown += static_cast<quint32>(messages);
    ++run.questions;
}

Run reviewByDate(const LabelledMailbox& mailbox)
{
    std::vector<Row> rows(mailbox.table.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](Row a, Row b) { return mailbox.table.date(a) < mailbox.table.date(b); });
    Ledger ledger(mailbox, "message by message, by date");
    for (const Row row : rows) {
        ledger.show(1);
        ledger.decide(std::span(&row, 1));
    }
    return std::move(ledger.run);
}

Run reviewBySender(const LabelledMailbox& mailbox, bool literally)
{
    const MessageTable& table = mailbox.table;
    const PerfectLeaver leaver(mailbox);
    std::map<QString, std::vector<Row>> groups;
    for (Row row = 0; row < table.size(); ++row) {
        const bool hasSender = table.senders(row) > 0;
        groups[literally && hasSender ? table.address(table.mention(table.mentions(row).front()).address)
                                      : table.correspondentKey(table.correspondent(row))]
            .push_back(row);
    }
    std::vector<std::vector<Row>> bySize;
    for (auto& [key, rows] : groups) {
        bySize.push_back(std::move(rows));
    }
    std::stable_sort(bySize.begin(), bySize.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    Ledger ledger(mailbox, literally ? "by sender, largest first" : "by contact, largest first");
    for (const std::vector<Row>& rows : bySize) {
        const PerfectLeaver::Answer answer = leaver.answer({{Scope::Correspondent, {}, rows}});
        ledger.show(rows.size());
        if (answer.isMixed) {
            ledger.decide({});
            for (const Row row : rows) {
                ledger.show(1);
                ledger.decide(std::span(&row, 1));
            }
            continue;
        }
        for (const QuestionPart& exception : answer.exceptions) {
            ledger.decide(exception.rows, &exception == &answer.exceptions.front());
            ++ledger.run.singledOut;
        }
        std::vector<Row> rest;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(rest),
                     [&](Row row) { return mailbox.truth[row] == answer.rest; });
        ledger.decide(rest);
    }
    return std::move(ledger.run);
}

} // namespace review
