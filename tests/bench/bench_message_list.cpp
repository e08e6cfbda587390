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
#include "wizard_pages/widgets/long_list_view.h"
#include "wizard_pages/widgets/spoken_models.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QStringListModel>
#include <QTreeView>
#include <QWindow>

#include <algorithm>
#include <cstdio>
#include <ctime>
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

/** Median of some repeats, and the processor's share of it: others may be at work on the machine. */
void say(const char* what, const std::function<void()>& work, double goalMs = 0, int repeats = 1)
{
    std::vector<double> times;
    const std::clock_t before = std::clock();
    for (int i = 0; i < repeats; ++i) {
        times.push_back(timeOf(work));
    }
    const double processor = 1'000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC / repeats;
    std::sort(times.begin(), times.end());
    std::printf("%-48s %9.2f ms, processor %9.2f ms", what, times[times.size() / 2], processor);
    if (goalMs > 0) {
        std::printf(" (goal %.0f: %s)", goalMs, times[times.size() / 2] < goalMs ? "met" : "not met");
    }
    std::printf("\n");
}

/** A window that is not exposed paints nothing, and that takes no time. */
bool isPainted(QTreeView& view)
{
    view.show();
    for (int i = 0; i < 100 && !view.windowHandle()->isExposed(); ++i) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    return view.windowHandle()->isExposed();
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
    LongListView ours;
    configure(ours);
    ours.setModel(&spoken);
    ours.setItemDelegate(new MessageDelegate(&ours));
    ours.header()->setSectionResizeMode(MessageListModel::SubjectColumn, QHeaderView::Stretch);
    if (!isPainted(ours)) {
        std::fprintf(stderr, "the window does not appear\n");
        return 2;
    }
    say("show a million messages, newest first", [&] {
        messages.showAll();
        ours.viewport()->repaint();
    });
    const auto step = [](int frame) { return frame * 3; };
    const auto jump = [&](int frame) { return static_cast<int>(frame * 7'919LL * 131 % messageCount); };
    const auto mine = sayFrames("scroll by the wheel", ours, step);
    sayFrames("drag the scroll bar", ours, jump);
    say("select the row in the middle", [&] {
        ours.setCurrentIndex(spoken.index(messageCount / 2, 0));
        ours.viewport()->repaint();
    });
    const QString contact = plan.keyOf(Scope::Correspondent, messages.tableRow(messageCount / 2));
    qint64 second = 0;
    const auto decide = [&] {
        ++second;
        plan.decide(Scope::Correspondent, contact, second % 2 == 0 ? Verdict::Private : Verdict::Business,
                    QDateTime::fromSecsSinceEpoch(second, Qt::UTC));
    };
    say("decide a contact", decide, 0, 11);
    say("paint what it changed", [&] { ours.viewport()->repaint(); });
    say(
        "undo a decision", [&] { plan.undo(); }, 50, 5);
    say("paint what that changed", [&] { ours.viewport()->repaint(); });
    say(
        "undo a decision, painted",
        [&] {
            plan.undo();
            ours.viewport()->repaint();
        },
        50, 5);
    say("first search", [&] { messages.setFilter(QStringLiteral("ort1")); });
    int typed = 0;
    say(
        "search as you type",
        [&] {
            messages.setFilter(QStringLiteral("ort1%1").arg(++typed % 10));
            ours.viewport()->repaint();
        },
        100, 11);

    QStringList texts;
    for (int i = 0; i < messageCount; ++i) {
        texts += QStringLiteral("Nachricht %1 über Liefertermin").arg(i);
    }
    QStringListModel plain(texts);
    QTreeView theirs;
    configure(theirs);
    theirs.setModel(&plain);
    if (!isPainted(theirs)) {
        return 2;
    }
    const auto peer = sayFrames("peer: Qt's delegate over one column, by the wheel", theirs, step);
    std::printf("ours / peer: %.2f (with four columns against one)\n", mine.first / peer.first);
    return 0;
}
