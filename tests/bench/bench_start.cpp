// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the start of the process to the first painted window, against a peer that is the least a Qt program can be: one
// window with one label. Both are this binary, started anew each round on the platform of QT_QPA_PLATFORM (offscreen if
// unset; under Xvfb set it to xcb). Goal: under 500 ms.
#include "app/program.h"
#include "core/platform.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

constexpr int rounds = 11;

/** Ends the process once a window has been painted; what it ends has nothing to lose. */
class FirstPaint : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* widget = event->type() == QEvent::Paint ? qobject_cast<QWidget*>(watched) : nullptr;
        if (widget && widget->isWindow()) {
            std::_Exit(EXIT_SUCCESS);
        }
        return false;
    }
};

void watchForFirstPaint()
{
    QCoreApplication::instance()->installEventFilter(new FirstPaint(QCoreApplication::instance()));
}
Q_COREAPP_STARTUP_FUNCTION(watchForFirstPaint)

int runPeer(int argc, char** argv)
{
    QApplication application(argc, argv);
    QLabel label(QStringLiteral("Staffelstab"));
    label.resize(1024, 700);
    label.show();
    return QApplication::exec();
}

/** Median wall time in ms until a child of this binary has painted its window; negative if it never did. */
double median(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer time;
        time.start();
        child.start(program, arguments);
        if (!child.waitForFinished(60'000) || child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0) {
            return -1;
        }
        times.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

int compare(const char* program)
{
    const QString self = QString::fromLocal8Bit(program);
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    if (!environment.contains(QStringLiteral("QT_QPA_PLATFORM"))) {
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    }
    environment.insert(QStringLiteral("BENCH_START"), QStringLiteral("ours"));
    const double ours = median(self, {}, environment);
    environment.insert(QStringLiteral("BENCH_START"), QStringLiteral("peer"));
    const double peer = median(self, {}, environment);
    if (ours < 0 || peer < 0) {
        std::fputs("a window was never painted\n", stderr);
        return EXIT_FAILURE;
    }
    std::printf("first window: ours %.0f ms, one label in Qt %.0f ms, ratio %.2f (medians of %d, %s)\n", ours, peer,
                ours / peer, rounds, qPrintable(environment.value(QStringLiteral("QT_QPA_PLATFORM"))));
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv)
{
    const QByteArray part = qgetenv("BENCH_START");
    if (part == "ours") {
        staffelstab::platform::hardenProcess();
        return staffelstab::app::runProgram(argc, argv);
    }
    return part == "peer" ? runPeer(argc, argv) : compare(argv[0]);
}
