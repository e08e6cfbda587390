// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * How much it costs to separate labelled mail, and how much slips through: a leaver with perfect answers is asked what
 * the separation page would ask, question by question, and so are three simpler ways.
 *
 *     review_simulation --mail DIR --labels TSV [--seed N] [--json] [--leaver ADDRESS] [--out DIR]
 *
 * DIR is a Maildir or a folder of .eml files; an mbox or PST file will do as well. Every answer and every message that
 * is singled out by hand counts as one decision ("answers" counts as the page's counter does: what is marked together
 * in one question is one). The curve goes to review_simulation.csv and .png in --out.
 */

#include "bench/review/curve_files.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <cstdio>
#include <set>

using namespace review;

namespace {

constexpr quint32 printEvery = 10;
constexpr double wantedRecall = 0.98;
constexpr double wantedPerThousand = 60;
constexpr double wantedAuc = 0.80;
constexpr double wantedShare = 1.0 / 3;

/** How often a private message is ranked before a business one when nothing was answered yet; NaN without both. */
double firstAuc(const LabelledMailbox& mailbox)
{
    const SeparationPlan plan(mailbox.table, mailbox.context);
    std::vector<float> isPrivate;
    std::vector<float> isBusiness;
    for (Row row = 0; row < mailbox.table.size(); ++row) {
        (mailbox.truth[row] == Truth::Private ? isPrivate : isBusiness).push_back(plan.logOdds(row));
    }
    double won = 0;
    for (const float a : isPrivate) {
        for (const float b : isBusiness) {
            won += a < b ? 1 : a == b ? 0.5 : 0;
        }
    }
    return won / (static_cast<double>(isPrivate.size()) * static_cast<double>(isBusiness.size()));
}

std::vector<Forecast> firstForecasts(const LabelledMailbox& mailbox)
{
    const SeparationPlan plan(mailbox.table, mailbox.context);
    std::vector<Forecast> forecasts;
    for (Row row = 0; row < mailbox.table.size(); ++row) {
        forecasts.push_back({plan.privateProbability(row), mailbox.truth[row] == Truth::Private});
    }
    return forecasts;
}

double perThousand(const Run& run, quint32 decisions)
{
    return run.messages == 0 ? 0 : 1000.0 * decisions / run.messages;
}

void printCurve(const Run& run)
{
    std::printf("  decisions  settled  recall  precision  doubtful\n");
    for (const Point& point : run.curve) {
        if (point.decisions % printEvery == 0 || point.decisions == run.curve.back().decisions) {
            std::printf("  %9u  %7u  %6.3f  %9.3f  %8u\n", point.decisions, point.settled, run.recall(point),
                        precisionOf(point), point.doubtful);
        }
    }
}

void printRun(const Run& run)
{
    const Point* const reached = run.reached(wantedRecall);
    const Point last = run.curve.empty() ? Point() : run.curve.back();
    const std::string to =
        reached != nullptr ? std::to_string(reached->decisions) + " (answers: " + std::to_string(reached->answers) + ")"
                           : "never";
    std::printf("  %-32s %5u decisions (%u questions, %u singled out, %u messages shown); recall %.2f after %s\n",
                run.name.c_str(), last.decisions, run.questions, run.singledOut, last.shown, wantedRecall, to.c_str());
}

/** Ten bins of what was said, against what was true, and how far apart the two are on average. */
void printReliability(const char* when, const std::vector<Forecast>& forecasts)
{
    struct Bin
    {
        double said = 0;
        quint32 messages = 0;
        quint32 isPrivate = 0;
    };
    std::array<Bin, 10> bins{};
    for (const Forecast& forecast : forecasts) {
        Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(forecast.isPrivate * 10))];
        bin.said += forecast.isPrivate;
        ++bin.messages;
        bin.isPrivate += forecast.wasPrivate ? 1 : 0;
    }
    std::printf("  reliability, %s: probability said, share that was private\n", when);
    double apart = 0;
    for (const Bin& bin : bins) {
        apart += std::abs(bin.said - bin.isPrivate);
        if (bin.messages > 0) {
            std::printf("    %5u messages  said %.2f  were %.2f\n", bin.messages, bin.said / bin.messages,
                        static_cast<double>(bin.isPrivate) / bin.messages);
        }
    }
    std::printf("    apart by %.3f on average\n",
                apart / static_cast<double>(std::max<std::size_t>(1, forecasts.size())));
}

void printGoals(const std::vector<Run>& runs, double auc)
{
    const auto met = [](bool isMet) { return isMet ? "met" : "not met"; };
    const Run& ours = runs.front();
    const auto mine = ours.decisionsFor(wantedRecall);
    if (!std::isnan(auc)) {
        std::printf("  first suggestions: AUC %.3f (goal %.2f: %s)\n", auc, wantedAuc, met(auc >= wantedAuc));
    }
    if (mine) {
        std::printf("  recall %.2f with %.0f decisions per 1,000 messages (goal %.0f: %s)\n", wantedRecall,
                    perThousand(ours, *mine), wantedPerThousand, met(perThousand(ours, *mine) <= wantedPerThousand));
        const double answers = perThousand(ours, ours.reached(wantedRecall)->answers);
        std::printf("  as the page counts, what is marked together being one: %.0f per 1,000 (goal %.0f: %s)\n",
                    answers, wantedPerThousand, met(answers <= wantedPerThousand));
    }
    for (std::size_t i = 1; i < runs.size(); ++i) {
        const auto theirs = runs[i].decisionsFor(wantedRecall);
        if (mine && theirs && *theirs > 0) {
            const double share = static_cast<double>(*mine) / *theirs;
            std::printf("  ours / %s: %.2f", runs[i].name.c_str(), share);
            std::printf(runs[i].name.starts_with("by ") ? " (goal 0.33: %s)\n" : "\n", met(share <= wantedShare));
        }
    }
    std::printf("  private in the business pile: %u before the audit, %u after it (%u samples, %u messages looked at; "
                "bound of the last one: %u)\n",
                ours.privateLeft, ours.privateLeftAfterAudit, ours.auditRounds, ours.auditLooks, ours.auditBound);
    std::printf("  slowest look for the next question: %.1f ms\n", ours.slowestAnswerMs);
}

/** How few acts can point at all private mail where it is the smaller part of what is asked about. */
void printSpread(const LabelledMailbox& mailbox)
{
    const SeparationPlan plan(mailbox.table, mailbox.context);
    std::array<std::set<quint32>, 2> privates;
    std::array<std::set<quint32>, 2> mixed;
    constexpr std::array scopes{Scope::Thread, Scope::Correspondent};
    for (Row row = 0; row < mailbox.table.size(); ++row) {
        for (std::size_t i = 0; i < scopes.size() && mailbox.truth[row] == Truth::Private; ++i) {
            privates[i].insert(plan.groupNumber(scopes[i], row));
        }
    }
    for (Row row = 0; row < mailbox.table.size(); ++row) {
        for (std::size_t i = 0; i < scopes.size() && mailbox.truth[row] == Truth::Business; ++i) {
            const quint32 group = plan.groupNumber(scopes[i], row);
            if (privates[i].contains(group)) {
                mixed[i].insert(group);
            }
        }
    }
    std::printf("  the private ones lie in %zu conversations (%zu with business mail as well) of %zu contacts (%zu)\n",
                privates[0].size(), mixed[0].size(), privates[1].size(), mixed[1].size());
}

void printJson(const LabelledMailbox& mailbox, const std::vector<Run>& runs, double auc)
{
    for (const Run& run : runs) {
        QJsonArray curve;
        for (const Point& point : run.curve) {
            if (point.decisions % printEvery == 0 || point.decisions == run.curve.back().decisions) {
                curve += QJsonObject{{"decisions", qint64(point.decisions)},
                                     {"settled", qint64(point.settled)},
                                     {"recall", run.recall(point)},
                                     {"precision", precisionOf(point)},
                                     {"doubtful", qint64(point.doubtful)}};
            }
        }
        const auto reached = run.decisionsFor(wantedRecall);
        const quint32 all = run.curve.empty() ? 0 : run.curve.back().decisions;
        QJsonObject line{{"event", "run"},
                         {"mailbox", mailbox.name},
                         {"way", QString::fromStdString(run.name)},
                         {"messages", qint64(run.messages)},
                         {"private", qint64(run.privateMessages)},
                         {"decisions", qint64(all)},
                         {"decisions_per_1000", perThousand(run, all)},
                         {"answers_for_recall_98", run.reached(wantedRecall) != nullptr
                                                       ? QJsonValue(qint64(run.reached(wantedRecall)->answers))
                                                       : QJsonValue()},
                         {"decisions_for_recall_98", reached ? QJsonValue(qint64(*reached)) : QJsonValue()},
                         {"questions", qint64(run.questions)},
                         {"singled_out", qint64(run.singledOut)},
                         {"curve", curve}};
        if (&run == &runs.front()) {
            line["first_auc"] = std::isnan(auc) ? QJsonValue() : QJsonValue(auc);
            line["private_left_before_audit"] = qint64(run.privateLeft);
            line["private_left_after_audit"] = qint64(run.privateLeftAfterAudit);
            line["audit_bound"] = qint64(run.auditBound);
        }
        std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }
}

std::vector<Run> runAll(const LabelledMailbox& mailbox, quint32 seed)
{
    std::vector<Run> runs;
    runs.push_back(reviewByQuestions(mailbox, seed));
    runs.push_back(reviewByDate(mailbox));
    runs.push_back(reviewBySender(mailbox, true));
    runs.push_back(reviewBySender(mailbox, false));
    if (auto bogofilter = reviewByBogofilter(mailbox)) {
        runs.push_back(std::move(*bogofilter));
    } else {
        std::fprintf(stderr, "bogofilter is missing or failed: that baseline is left out\n");
    }
    return runs;
}

void print(const LabelledMailbox& mailbox, const std::vector<Run>& runs, double auc)
{
    std::printf("%s: %u messages, %u private, leaver %s\n", qPrintable(mailbox.name), mailbox.table.size(),
                mailbox.privateMessages(), qPrintable(mailbox.context.leaverEmail));
    printSpread(mailbox);
    printCurve(runs.front());
    for (const Run& run : runs) {
        printRun(run);
    }
    printGoals(runs, auc);
    printReliability("before any answer", firstForecasts(mailbox));
    printReliability("before the answer about each", runs.front().forecasts);
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("mail"), {}, QStringLiteral("DIR")},
                       {QStringLiteral("labels"), {}, QStringLiteral("TSV")},
                       {QStringLiteral("seed"), {}, QStringLiteral("N"), QStringLiteral("1")},
                       {QStringLiteral("leaver"), {}, QStringLiteral("ADDRESS")},
                       {QStringLiteral("out"), {}, QStringLiteral("DIR"), QStringLiteral(".")},
                       {QStringLiteral("json"), {}}});
    parser.process(app);
    const auto labels = readLabels(parser.value(QStringLiteral("labels")));
    if (!labels) {
        std::fprintf(stderr, "no labels: a TSV file with the columns path and label is needed\n");
        return 2;
    }
    const auto mailboxes =
        readMailboxes(parser.value(QStringLiteral("mail")), *labels, parser.value(QStringLiteral("leaver")));
    if (mailboxes.empty()) {
        std::fprintf(stderr, "no message of the mailbox has a label, or it cannot be read\n");
        return 2;
    }
    std::vector<Comparison> comparisons;
    for (const auto& mailbox : mailboxes) {
        std::vector<Run> runs = runAll(*mailbox, parser.value(QStringLiteral("seed")).toUInt());
        const double auc = firstAuc(*mailbox);
        if (parser.isSet(QStringLiteral("json"))) {
            printJson(*mailbox, runs, auc);
        } else {
            print(*mailbox, runs, auc);
        }
        comparisons.push_back({mailbox->name, std::move(runs)});
    }
    const QDir out(parser.value(QStringLiteral("out")));
    const bool isWritten = writeCurveTable(out.filePath(QStringLiteral("review_simulation.csv")), comparisons) &&
                           writeCurvePicture(out.filePath(QStringLiteral("review_simulation.png")), comparisons);
    if (!isWritten) {
        std::fprintf(stderr, "the curve cannot be written to %s\n", qPrintable(out.path()));
    }
    return isWritten ? 0 : 2;
}
