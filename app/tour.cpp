// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/tour_stops.h"
#include "app/wizard.h"
#include "core/platform.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/handover_window.h"
#include "wizard_pages/theme.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTimer>

namespace staffelstab::app {

namespace {

using wizard_pages::HandoverWindow;

constexpr int longestWaitMs = 60'000;
/** How long a page is left to settle before it is photographed. */
constexpr int settleMs = 300;

/** Says yes to every question of the tour; nothing else is asked on its way. */
class TourPrompts : public wizard_pages::UserPrompts
{
public:
    void askFolder(QWidget*, const QString&, const QString&, Text) override {}
    void askFile(QWidget*, const QString&, const QString&, Text) override {}
    void askFiles(QWidget*, const QString&, const QString&, Texts) override {}
    void askSaveFile(QWidget*, const QString&, const QString&, Text) override {}
    void confirm(QWidget*, const QString&, const QString&, const QString&, std::function<void()> confirmed) override
    {
        confirmed();
    }
    void tell(QWidget*, const QString&, const QString&, const QString&) override {}
    void print(QWidget*, const QString&, std::function<void(QPrinter&)>) override {}
    void printFiles(QWidget*, const QString&, const QStringList&, std::function<void(QPrinter&)>) override {}
    void openOutside(const QString&) override {}
    void openInBrowser(const QUrl&) override {}
};

/** Copies a folder of ordinary files. */
bool copyFolder(const QString& from, const QString& to)
{
    QDirIterator it(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    bool isOk = QDir().mkpath(to);
    while (it.hasNext()) {
        const QString file = it.next();
        const QString target = to + QLatin1Char('/') + QDir(from).relativeFilePath(file);
        isOk = isOk && QDir().mkpath(QFileInfo(target).absolutePath()) && QFile::copy(file, target);
    }
    for (const char* part : {"cur", "new", "tmp"}) {
        isOk = isOk && QDir().mkpath(to + QLatin1Char('/') + QLatin1String(part));
    }
    return isOk;
}

/** Goes from stop to stop, each as soon as its page is ready; keeps a picture of each if asked to. */
class Tour : public QObject
{
public:
    Tour(HandoverWindow& window, const Call& call)
        : m_window(window), m_call(call), m_planner(window, call.outFolder), m_stops(m_planner.plan())
    {
    }

    void begin()
    {
        connect(&m_timer, &QTimer::timeout, this, &Tour::look);
        m_since.start();
        m_timer.start(20);
    }
    [[nodiscard]] bool isComplete() const { return m_stops.empty(); }

private:
    void look();
    void keepPicture(const char* name);

    HandoverWindow& m_window;
    const Call& m_call;
    TourStops m_planner;
    std::deque<TourStop> m_stops;
    QTimer m_timer;
    QElapsedTimer m_since;
    int m_pictures = 0;
};

void Tour::look()
{
    TourStop& stop = m_stops.front();
    if (m_call.hasScreenshots && m_since.elapsed() < settleMs) {
        return;
    }
    if (!stop.isReady()) {
        if (m_since.elapsed() > longestWaitMs) {
            Console::say(QStringLiteral("tour: stopped before “%1”").arg(QLatin1String(stop.name)));
            m_timer.stop();
            QApplication::exit(exitCannot);
        }
        return;
    }
    keepPicture(stop.name);
    const auto act = std::move(stop.act);
    act();
    m_stops.pop_front();
    m_since.restart();
    if (m_stops.empty()) {
        m_timer.stop();
        QApplication::exit(exitOk);
    }
}

void Tour::keepPicture(const char* name)
{
    if (!m_call.hasScreenshots) {
        return;
    }
    const QString file =
        QStringLiteral("screenshots/%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(QLatin1String(name));
    m_window.grab().save(QDir(m_call.outFolder).filePath(file));
}

/** The sample mailbox lies beside the program's sources, or where the package puts it. */
QString sampleFolder()
{
    for (const QString& folder :
         {QStringLiteral(STAFFELSTAB_SAMPLE),
          QCoreApplication::applicationDirPath() + QStringLiteral("/../share/staffelstab/sample")}) {
        if (QDir(folder + QStringLiteral("/Maildir")).exists()) {
            return folder;
        }
    }
    return {};
}

policy::CompanyPolicy tourPolicy()
{
    policy::CompanyPolicy policy = policy::builtInPolicy();
    policy.companyName = QStringLiteral("Beispiel GmbH");
    policy.companyDomains = {QStringLiteral("firma.example")};
    return policy;
}

} // namespace

int runTour(QApplication& application, const Call& call)
{
    const QString sample = sampleFolder();
    const QDir out(call.outFolder);
    if (sample.isEmpty() || !out.mkpath(QStringLiteral("screenshots")) ||
        !copyFolder(sample + QStringLiteral("/Maildir"), out.filePath(QStringLiteral("sample/Maildir")))) {
        Console::say(QStringLiteral("tour: the sample mailbox cannot be copied to %1").arg(call.outFolder));
        return exitCannot;
    }
    const bool isDark = qEnvironmentVariable("STAFFELSTAB_LOOK") == QLatin1String("dark");
    wizard_pages::applyTheme(application, isDark ? wizard_pages::Theme::Mode::Dark : wizard_pages::Theme::Mode::Light);
    wizard_pages::ScreenLanguage language;
    language.use(call.language.isEmpty() ? wizard_pages::ScreenLanguage::ofDesktop() : call.language);
    const std::unique_ptr<secrets::SecretStore> secrets = secrets::makeMemoryStore();
    const SystemClock clock;
    TourPrompts prompts;
    HandoverWindow window({*secrets, clock, prompts, language, tourPolicy(), out.filePath(QStringLiteral("cases"))});
    // The same pictures on every screen.
    window.resize(1280, 800);
    window.show();
    Tour tour(window, call);
    tour.begin();
    const int code = QApplication::exec();
    if (code == exitOk) {
        for (const char* folder : {"receipt", "medium", "private", "screenshots"}) {
            Console::say(out.absoluteFilePath(QString::fromLatin1(folder)));
        }
    }
    return code;
}

} // namespace staffelstab::app
