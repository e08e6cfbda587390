// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * The list of messages with a million rows, as the separation page shows it: how long one frame takes while it is
 * scrolled, and what filtering, selecting and a decision cost. The goal is 16 ms a frame. The peer is the same view
 * with Qt's own delegate over a plain list of texts.
 */

#include "separation/message_list_model.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/group_delegate.h"
#include "wizard_pages/widgets/spoken_models.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QStringListModel>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace staffelstab;
using namespace staffelstab::separation;
using namespace staffelstab::wizard_pages;

namespace {

constexpr int messageCount = 1'000'000;
constexpr int frames = 400;
constexpr double wantedMs = 16;

void fill(MessageTable& table)
{
    table.addFolder({0, {QStringLiteral("INBOX"), "INBOX", mail::SpecialUse::Inbox, -1}});
    QRandomGenerator random(2026);
    for (int i = 0; i < messageCount; ++i) {
        const quint32 person = random.bounded(4'000);
        MessageFacts facts;
        facts.key = QByteArray::number(i);
        facts.header.messageId = facts.key + "@firma.example";
        facts.fingerprint = facts.key;
        facts.bytes = 2'000;
        facts.header.date = QDateTime::fromSecsSinceEpoch(1'600'000'000 + random.bounded(100'000'000), Qt::UTC);
        facts.header.subject = QStringLiteral("Nachricht %1 über Liefertermin und Ort%2").arg(i).arg(person % 50);
        facts.header.from = {{QStringLiteral("Vorname Nachname%1").arg(person),
                              QStringLiteral("vorname.nachname%1@kunde.example").arg(person)}};
        facts.header.to = {{{}, QStringLiteral("lea@firma.example")}};
        table.append(facts);
    }
}

double timeOf(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/** Median and 99th percentile of `frames` frames; every step paints the list at once. */
std::pair<double, double> scroll(QTreeView& view, const std::function<int(int)>& place)
{
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        times.push_back(timeOf([&] {
            view.verticalScrollBar()->setValue(place(i));
            view.viewport()->repaint();
        }));
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

std::pair<double, double> sayFrames(const char* what, QTreeView& view, const std::function<int(int)>& place)
{
    const auto [median, late] = scroll(view, place);
    std::printf("%-48s median %6.2f ms, 99 of 100 below %6.2f ms (goal %.0f: %s)\n", what, median, late, wantedMs,
                late < wantedMs ? "met" : "not met");
    return {median, late};
}

void configure(QTreeView& view)
{
    view.setUniformRowHeights(true);
    view.setRootIsDecorated(false);
    view.setAllColumnsShowFocus(true);
    view.resize(900, 700);
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    applyTheme(app, Theme::Mode::Light);
    MessageTable table;
    fill(table);
    SeparationContext context;
    context.leaverEmail = QStringLiteral("lea@firma.example");
    SeparationPlan plan(table, context);
    MessageListModel messages(plan);
    SpokenMessages spoken;
    spoken.setSourceModel(&messages);
    QTreeView ours;
    configure(ours);
    ours.setModel(&spoken);
    ours.setItemDelegate(new MessageDelegate(&ours));
    ours.header()->setSectionResizeMode(MessageListModel::SubjectColumn, QHeaderView::Stretch);
    ours.show();
    std::printf("%-48s %9.2f ms\n", "show a million messages, newest first", timeOf([&] {
                    messages.showAll();
                    ours.viewport()->repaint();
                }));
    const auto step = [](int frame) { return frame * 3; };
    const auto jump = [&](int frame) { return static_cast<int>(frame * 7'919LL * 131 % messageCount); };
    const auto mine = sayFrames("scroll by the wheel", ours, step);
    sayFrames("drag the scroll bar", ours, jump);
    std::printf("%-48s %9.2f ms\n", "select the row in the middle", timeOf([&] {
                    ours.setCurrentIndex(spoken.index(messageCount / 2, 0));
                    ours.viewport()->repaint();
                }));
    std::printf("%-48s %9.2f ms\n", "decide its contact, painted", timeOf([&] {
                    plan.decide(Scope::Correspondent, plan.keyOf(Scope::Correspondent, messages.tableRow(500'000)),
                                Verdict::Business, QDateTime::fromSecsSinceEpoch(1, Qt::UTC));
                    ours.viewport()->repaint();
                }));
    std::printf("%-48s %9.2f ms\n", "undo that, painted", timeOf([&] {
                    plan.undo();
                    ours.viewport()->repaint();
                }));
    std::printf("%-48s %9.2f ms\n", "first search (folds all subjects)",
                timeOf([&] { messages.setFilter(QStringLiteral("ort1")); }));
    std::printf("%-48s %9.2f ms\n", "search as you type", timeOf([&] {
                    messages.setFilter(QStringLiteral("ort12"));
                    ours.viewport()->repaint();
                }));

    QStringList texts;
    for (int i = 0; i < messageCount; ++i) {
        texts += QStringLiteral("Nachricht %1 über Liefertermin").arg(i);
    }
    QStringListModel plain(texts);
    QTreeView theirs;
    configure(theirs);
    theirs.setModel(&plain);
    theirs.show();
    const auto peer = sayFrames("peer: Qt's delegate over one column, by the wheel", theirs, step);
    std::printf("ours / peer: %.2f (with four columns against one)\n", mine.first / peer.first);
    return 0;
}
