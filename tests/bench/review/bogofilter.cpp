// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/review/leaver.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

namespace review {

namespace {

/** It is trained anew after so many answers: each call is a process that opens its database. */
constexpr quint32 answersPerLesson = 25;
constexpr int patienceMs = 600'000;

/** The program with a database of its own; a message is a file named by its row. */
class Bogofilter
{
public:
    explicit Bogofilter(const LabelledMailbox& mailbox)
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("mail"));
        for (Row row = 0; row < mailbox.table.size(); ++row) {
            QFile file(fileOf(row));
            m_isReady = m_isReady && file.open(QIODevice::WriteOnly) && file.write(mailbox.raw[row]) >= 0;
        }
    }

    [[nodiscard]] bool isReady() const
    {
        return m_isReady && !QStandardPaths::findExecutable(QStringLiteral("bogofilter")).isEmpty();
    }
    bool learn(const std::vector<Row>& rows, bool isPrivate)
    {
        return rows.empty() || call({isPrivate ? QStringLiteral("-s") : QStringLiteral("-n")}, rows).has_value();
    }
    /** "file S 0.9876" per message: how private it looks. */
    std::optional<std::vector<double>> judge(const std::vector<Row>& rows)
    {
        const auto lines = call({QStringLiteral("-TT"), QStringLiteral("-v")}, rows);
        if (!lines) {
            return std::nullopt;
        }
        std::vector<double> scores;
        for (const QByteArray& line : *lines) {
            const QByteArray last = line.trimmed().split(' ').last();
            bool isNumber = false;
            const double score = last.toDouble(&isNumber);
            if (isNumber) {
                scores.push_back(score);
            }
        }
        return scores.size() == rows.size() ? std::optional(scores) : std::nullopt;
    }

private:
    [[nodiscard]] QString fileOf(Row row) const
    {
        return m_folder.filePath(QStringLiteral("mail/%1.eml").arg(row, 8, 10, QLatin1Char('0')));
    }

    /** The files go in by standard input (-b): a command line would be too long. */
    std::optional<QList<QByteArray>> call(const QStringList& how, const std::vector<Row>& rows)
    {
        QProcess process;
        process.start(QStringLiteral("bogofilter"), how + QStringList{QStringLiteral("-C"), QStringLiteral("-d"),
                                                                      m_folder.path(), QStringLiteral("-b")});
        if (!process.waitForStarted(patienceMs)) {
            return std::nullopt;
        }
        for (const Row row : rows) {
            process.write(fileOf(row).toLocal8Bit() + '\n');
        }
        process.closeWriteChannel();
        if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit ||
            process.exitCode() > 2) {
            return std::nullopt;
        }
        return process.readAllStandardOutput().trimmed().split('\n');
    }

    QTemporaryDir m_folder;
    bool m_isReady = true;
};

} // namespace

std::optional<Run> reviewByBogofilter(const LabelledMailbox& mailbox)
{
    Bogofilter bogofilter(mailbox);
    if (!bogofilter.isReady()) {
        return std::nullopt;
    }
    Ledger ledger(mailbox, "bogofilter, most private first");
    std::vector<Row> left(mailbox.table.size());
    std::iota(left.begin(), left.end(), 0);
    std::stable_sort(left.begin(), left.end(),
                     [&](Row a, Row b) { return mailbox.table.date(a) < mailbox.table.date(b); });
    while (!left.empty()) {
        std::array<std::vector<Row>, 2> answers;
        const std::size_t lesson = std::max<std::size_t>(answersPerLesson, mailbox.table.size() / 40);
        for (std::size_t i = 0; i < lesson && !left.empty(); ++i) {
            const Row row = left.front();
            left.erase(left.begin());
            ledger.show(1);
            ledger.decide(std::span(&row, 1));
            answers[mailbox.truth[row] == Truth::Private ? 1 : 0].push_back(row);
        }
        const bool hasLearned = bogofilter.learn(answers[0], false) && bogofilter.learn(answers[1], true);
        const auto scores = hasLearned ? bogofilter.judge(left) : std::nullopt;
        if (!scores && !left.empty()) {
            return std::nullopt;
        }
        std::vector<std::pair<double, Row>> order;
        for (std::size_t i = 0; i < left.size(); ++i) {
            order.emplace_back(-(*scores)[i], left[i]);
        }
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::transform(order.begin(), order.end(), left.begin(), [](const auto& entry) { return entry.second; });
    }
    return std::move(ledger.run);
}

} // namespace review
