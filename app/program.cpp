// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "app/commands.h"
#include "app/log_output.h"
#include "app/stop_signal.h"
#include "app/wizard.h"
#include "wizard_pages/screen_language.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTranslator>

#include <cstdio>

namespace staffelstab::app {

namespace {

using Command = Call::Command;

QString stageName(Progress::Stage stage)
{
    static const char* const names[]{"connecting", "listing", "scanning",   "copying", "reading_back",
                                     "removing",   "packing", "encrypting", "hashing", "changing",
                                     "proving",    "sealing", "drawing",    "signing"};
    return QString::fromLatin1(names[static_cast<int>(stage)]);
}

/** Progress as JSON events, at most two a second. */
JobContext::Report progressTo(const Console& console)
{
    auto timer = std::make_shared<QElapsedTimer>();
    return [&console, timer](const Progress& progress) {
        if (timer->isValid() && timer->elapsed() < 500) {
            return;
        }
        timer->start();
        console.event(QStringLiteral("progress"), {{QStringLiteral("stage"), stageName(progress.stage)},
                                                   {QStringLiteral("done"), progress.done},
                                                   {QStringLiteral("total"), progress.total}});
    };
}

int runCommandLine(const Call& call)
{
    const Console console(call.isJson);
    const SystemClock clock;
    JobContext job(progressTo(console), stopFlag());
    switch (call.command) {
    case Command::Scan:
        return scanCommand(call, console, job);
    case Command::Run:
        return runCommand(call, console, clock, job);
    case Command::Countersign:
        return countersignCommand(call, console, clock, job);
    case Command::Verify:
        return verifyCommand(call, console);
    case Command::Register:
        return registerCommand(call, console, clock);
    case Command::CheckArchive:
        return checkArchiveCommand(call, console, job);
    case Command::CheckPolicy:
        return checkPolicyCommand(call, console);
    case Command::Reactivate:
        return reactivateCommand(call, console, clock, job);
    case Command::OpenSeal:
        return openSealCommand(call, console);
    case Command::OpenArchive:
        return openArchiveCommand(call, console, job);
    default:
        return exitCannot;
    }
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("Staffelstab"));
    QCoreApplication::setOrganizationName(QStringLiteral("Staffelstab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STAFFELSTAB_VERSION));
}

/** The commands that draw a receipt need fonts; no command needs a display. */
std::unique_ptr<QCoreApplication> makeApplication(Command command, int& argc, char** argv)
{
    if (command != Command::Run && command != Command::Countersign) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int runProgram(int& argc, char** argv)
{
    nameApplication();
    keepLogShort();
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    const auto call = parseCall(arguments);
    if (!call) {
        Console::say(QStringLiteral("staffelstab: %1\n\n%2").arg(call.failure().detail, usage()));
        return exitCannot;
    }
    if (call->command == Command::Wizard) {
        QApplication application(argc, argv);
        return runWizard(application, *call);
    }
    if (call->command == Command::Tour) {
        if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
        }
        QApplication application(argc, argv);
        return runTour(application, *call);
    }
    const auto application = makeApplication(call->command, argc, argv);
    wizard_pages::ScreenLanguage language;
    language.use(call->language.isEmpty() ? wizard_pages::ScreenLanguage::ofDesktop() : call->language);
    QTranslator sentences;
    if (sentences.load(QStringLiteral(":/i18n/command_line_%1.qm").arg(language.current()))) {
        QCoreApplication::installTranslator(&sentences);
    }
    if (call->command == Command::Help || call->command == Command::Version) {
        const QString text =
            call->command == Command::Help ? usage() : QStringLiteral("Staffelstab " STAFFELSTAB_VERSION);
        std::puts(qUtf8Printable(text));
        return exitOk;
    }
    return runCommandLine(*call);
}

} // namespace staffelstab::app
