// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/wizard.h"
#include "core/platform.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/handover_window.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/signature_pad.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <cmath>
#include <deque>

namespace staffelstab::app {

namespace {

using handover::Step;
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

/** Draws a signature as a hand with a mouse would. */
void drawSignature(wizard_pages::SignaturePad& pad)
{
    const auto send = [&pad](QEvent::Type type, const QPointF& at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, pad.mapToGlobal(at), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(&pad, &event);
    };
    constexpr int points = 90;
    const double width = pad.width();
    const double middle = pad.height() * 0.5;
    const auto at = [&](int i) {
        const double t = static_cast<double>(i) / points;
        return QPointF(width * (0.15 + 0.55 * t), middle + pad.height() * 0.25 * std::sin(t * 19) * (1 - 0.7 * t));
    };
    send(QEvent::MouseButtonPress, at(0), Qt::LeftButton, Qt::LeftButton);
    for (int i = 1; i <= points; ++i) {
        send(QEvent::MouseMove, at(i), Qt::NoButton, Qt::LeftButton);
    }
    send(QEvent::MouseButtonRelease, at(points), Qt::LeftButton, Qt::NoButton);
}

/** Reads every page, as a signer has to. */
void readToTheEnd(QScrollArea& pages)
{
    QScrollBar* bar = pages.verticalScrollBar();
    for (int at = 0; at < bar->maximum(); at += bar->pageStep() / 2) {
        bar->setValue(at);
    }
    bar->setValue(bar->maximum());
}

/**
 * The tour as a list of moments: each waits until its page is ready, does what a person would do there through the
 * page's own widgets, and makes way for the next.
 */
class Tour : public QObject
{
public:
    Tour(HandoverWindow& window, const Call& call) : m_window(window), m_call(call) { plan(); }

    void begin()
    {
        connect(&m_timer, &QTimer::timeout, this, &Tour::look);
        m_since.start();
        m_timer.start(20);
    }
    [[nodiscard]] bool isComplete() const { return m_moments.empty(); }

private:
    struct Moment
    {
        const char* name;
        std::function<bool()> isReady;
        std::function<void()> act;
    };

    template <typename T>
    T* find(const char* name) const
    {
        // Finished pages stay in the window and may have a field of the same name.
        T* here = m_window.page()->findChild<T*>(QString::fromLatin1(name));
        return here != nullptr ? here : m_window.findChild<T*>(QString::fromLatin1(name));
    }
    /** The page shows a receipt. */
    [[nodiscard]] bool hasPages() const
    {
        const auto* pages = m_window.page()->findChild<QScrollArea*>(QStringLiteral("receiptPages"));
        return pages != nullptr && pages->verticalScrollBar()->maximum() > 0;
    }
    void type(const char* name, const QString& text) const
    {
        auto* edit = find<QLineEdit>(name);
        edit->setText(text);
        Q_EMIT edit->textEdited(text);
        Q_EMIT edit->editingFinished();
    }
    void press(const char* name) const { find<QAbstractButton>(name)->click(); }
    void goOn() const { press("primary"); }
    [[nodiscard]] bool mayGoOn() const
    {
        return find<QAbstractButton>("primary")->isEnabled() && find<QAbstractButton>("primary")->isVisible();
    }
    [[nodiscard]] bool isDone(Step step) const
    {
        return m_window.handoverCase() && m_window.handoverCase()->isDone(step);
    }
    [[nodiscard]] QString out(const char* name) const
    {
        return QDir(m_call.outFolder).filePath(QString::fromLatin1(name));
    }

    void add(const char* name, std::function<bool()> isReady, std::function<void()> act)
    {
        m_moments.push_back({name, std::move(isReady), std::move(act)});
    }
    void plan();
    void planMail();
    void planBelongings();
    void planEnd();
    void fillPeople() const;
    void look();
    void keepPicture(const char* name);

    HandoverWindow& m_window;
    const Call& m_call;
    std::deque<Moment> m_moments;
    QTimer m_timer;
    QElapsedTimer m_since;
    int m_pictures = 0;
};

void Tour::plan()
{
    const auto always = [] { return true; };
    add("start", always, [this] { press("startHandover"); });
    add(
        "people", [this] { return find<QLineEdit>("leaverName") != nullptr; }, [this] { fillPeople(); });
    add(
        "people-filled", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "policy", [this] { return find<QCheckBox>("policyRead") != nullptr; },
        [this] { find<QCheckBox>("policyRead")->setChecked(true); });
    add(
        "policy-read", [this] { return mayGoOn(); }, [this] { goOn(); });
    planMail();
    planEnd();
}

void Tour::fillPeople() const
{
    const QDate last(QDate::currentDate().year(), 12, 31);
    const std::pair<const char*, QString> texts[] = {
        {"leaverName", QStringLiteral("Lea Gehtbald")},
        {"leaverEmail", QStringLiteral("lea.gehtbald@firma.example")},
        {"leaverDepartment", QStringLiteral("Netze")},
        {"leaverNumber", QStringLiteral("4711")},
        {"supervisorName", QStringLiteral("Sven Vorgesetzt")},
        {"supervisorEmail", QStringLiteral("sven.vorgesetzt@firma.example")},
        {"lastWorkingDay", last.toString(Qt::ISODate)},
        {"endOfContract", last.toString(Qt::ISODate)}};
    for (const auto& [name, text] : texts) {
        type(name, text);
    }
}

void Tour::planMail()
{
    add(
        "mailbox", [this] { return find<QComboBox>("mailboxKind") != nullptr; },
        [this] {
            find<QComboBox>("mailboxKind")->setCurrentIndex(static_cast<int>(mail::StoreKind::Maildir));
            type("mailboxPath", out("sample/Maildir"));
            press("addMailbox");
        });
    add(
        "mailbox-added", [this] { return !m_window.handoverCase()->mailboxes().empty() && mayGoOn(); },
        [this] {
            if (!isDone(Step::Mailbox)) {
                goOn();
            }
        });
    add(
        "mailbox-read", [this] { return isDone(Step::Mailbox) && mayGoOn(); }, [this] { goOn(); });
    add(
        "separation", [this] { return find<QAbstractButton>("acceptSuggestions") != nullptr && mayGoOn(); },
        [this] { press("acceptSuggestions"); });
    add(
        "separation-suggested", [this] { return !m_window.handoverCase()->plan().decisions().empty(); },
        [this] {
            // What the suggestions leave open is business, as in a usual last week.
            std::vector<separation::Decision> rest;
            for (const separation::Group& group :
                 m_window.handoverCase()->plan().groups(separation::Scope::Correspondent)) {
                if (group.undecided > 0) {
                    rest.push_back(
                        {group.scope, group.key, separation::Verdict::Business, QDateTime::currentDateTimeUtc()});
                }
            }
            static_cast<void>(m_window.handoverCase()->decideAll(rest));
        });
    add(
        "separation-done", [this] { return isDone(Step::Separation) && mayGoOn(); }, [this] { goOn(); });
    add(
        "private-mail", [this] { return find<QLineEdit>("takeawayTarget") != nullptr; },
        [this] { type("takeawayTarget", out("private")); });
    add(
        "private-mail-chosen", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "private-mail-copied",
        [this] { return m_window.handoverCase()->takeaway().has_value() && !m_window.acts()->isRunning(); },
        [this] { find<QCheckBox>("removalUnderstood")->setChecked(true); });
    add(
        "private-mail-removal", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "private-mail-removed", [this] { return isDone(Step::PrivateMail) && mayGoOn(); }, [this] { goOn(); });
    add(
        "archive", [this] { return find<QLineEdit>("archiveTarget") != nullptr; },
        [this] {
            type("archiveTarget", out("medium"));
            type("mediumLabel", QStringLiteral("UEB-0001"));
            press("showSecret");
            find<QCheckBox>("secretNoted")->setChecked(true);
        });
    add(
        "archive-chosen", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "archive-written", [this] { return isDone(Step::BusinessArchive) && mayGoOn(); }, [this] { goOn(); });
}

void Tour::planBelongings()
{
    add(
        "knowledge", [this] { return find<QAbstractButton>("briefingDone") != nullptr; },
        [this] {
            press("briefingDone");
            type("briefedOn", QDate::currentDate().toString(Qt::ISODate));
            type("documentation", QStringLiteral("Wiki, Netze/Übergabe"));
            press("tasksAdd");
            type("tasks00", QStringLiteral("Monatsabschluss der Netzentgelte"));
            type("tasks01", QDate(QDate::currentDate().year() + 1, 1, 5).toString(Qt::ISODate));
            type("tasks02", QStringLiteral("Nora Nachfolge"));
            press("secrecyRead");
        });
    add(
        "knowledge-noted", [this] { return isDone(Step::Knowledge) && mayGoOn(); }, [this] { goOn(); });
    add(
        "equipment", [this] { return find<QAbstractButton>("equipment1Returned") != nullptr; },
        [this] {
            // The list shrinks: what was taken off is gone at once, the next one has its number.
            while (find<QAbstractButton>("equipment3Returned") != nullptr) {
                press("equipment3Remove");
            }
            for (const char* number : {"1", "2"}) {
                const QByteArray name = QByteArray("equipment") + number;
                press((name + "Returned").constData());
                press((name + "More").constData());
                for (const char* lock : {"Lock0", "Lock1", "Lock2"}) {
                    press((name + lock).constData());
                }
            }
        });
    add(
        "equipment-returned", [this] { return isDone(Step::Equipment) && mayGoOn(); }, [this] { goOn(); });
    add(
        "consents", [this] { return find<QAbstractButton>("mailbox_openYes") != nullptr; },
        [this] {
            for (const char* answer :
                 {"mailbox_openYes", "successor_readsNo", "forward_privateNo", "reactivationYes"}) {
                press(answer);
            }
        });
    add(
        "consents-answered", [this] { return m_window.page()->findChild<wizard_pages::SignaturePad*>()->isVisible(); },
        [this] {
            type("consentsTarget", out("consents"));
            drawSignature(*m_window.page()->findChild<wizard_pages::SignaturePad*>());
        });
    add(
        "consents-sign", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "consents-signed", [this] { return isDone(Step::Consents) && !m_window.acts()->isRunning() && mayGoOn(); },
        [this] { goOn(); });
}

void Tour::planEnd()
{
    add(
        "successor", [this] { return find<QAbstractButton>("successorNone") != nullptr && mayGoOn(); },
        [this] { goOn(); });
    add(
        "contacts", [this] { return find<QAbstractButton>("contactsFiles") != nullptr; },
        [this] {
            press("contactsFiles");
            type("newPrivateAddress", QStringLiteral("lea@zuhause.example"));
            type("contactListTarget", out("contacts"));
            type("lettersTarget", out("letters"));
        });
    add(
        "contacts-chosen", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "contacts-settled", [this] { return isDone(Step::Contacts) && !m_window.acts()->isRunning() && mayGoOn(); },
        [this] { goOn(); });
    add(
        "reply", [this] { return find<QAbstractButton>("replyPasted") != nullptr; }, [this] { press("replyPasted"); });
    add(
        "reply-chosen", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "reply-settled", [this] { return isDone(Step::OutOfOffice) && mayGoOn(); }, [this] { goOn(); });
    add(
        "files", [this] { return find<QAbstractButton>("noFiles") != nullptr; }, [this] { press("noFiles"); });
    add(
        "files-settled", [this] { return isDone(Step::Files) && mayGoOn(); }, [this] { goOn(); });
    planBelongings();
    add(
        "password", [this] { return find<QAbstractButton>("wayIt") != nullptr; },
        [this] {
            press("wayIt");
            type("itName", QStringLiteral("IT-Betrieb"));
            type("itDate", QDate(QDate::currentDate().year(), 12, 31).toString(Qt::ISODate));
        });
    add(
        "password-chosen", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "account-plan", [this] { return find<QAbstractButton>("planFiles") != nullptr; },
        [this] {
            press("planFiles");
            type("planTarget", out("it"));
            type("rotationName", QStringLiteral("WLAN"));
            type("rotationOwner", QStringLiteral("IT-Betrieb"));
            press("rotationAdd");
        });
    add(
        "account-plan-chosen", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "account-plan-written", [this] { return isDone(Step::AccountPlan) && mayGoOn(); }, [this] { goOn(); });
    add(
        "review", [this] { return find<QPlainTextEdit>("reservation") != nullptr && hasPages(); },
        [this] { readToTheEnd(*m_window.page()->findChild<QScrollArea*>(QStringLiteral("receiptPages"))); });
    add(
        "review-read", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "leaver-signs",
        [this] {
            return find<wizard_pages::SignaturePad>("signaturePad") != nullptr &&
                   find<QLineEdit>("receiptTarget") != nullptr;
        },
        [this] {
            type("receiptTarget", out("receipt"));
            drawSignature(*find<wizard_pages::SignaturePad>("signaturePad"));
        });
    add(
        "leaver-signed", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "keyboard", [this] { return m_window.page()->findChild<QLabel*>(QStringLiteral("coverName")) && mayGoOn(); },
        [this] { goOn(); });
    add(
        "keyboard-cover", [this] { return m_window.handoverCase()->isLocked(); }, [this] { press("takeKeyboard"); });
    add(
        "supervisor", [this] { return find<QAbstractButton>("checkArchive") != nullptr; },
        [this] { press("checkArchive"); });
    add(
        "supervisor-checked", [this] { return !m_window.acts()->isRunning() && hasPages(); },
        [this] {
            readToTheEnd(*m_window.page()->findChild<QScrollArea*>(QStringLiteral("receiptPages")));
            for (auto* tick : m_window.page()->findChildren<QCheckBox*>()) {
                tick->setChecked(tick->isVisible());
            }
            drawSignature(*m_window.page()->findChild<wizard_pages::SignaturePad*>());
        });
    add(
        "supervisor-signs", [this] { return mayGoOn(); }, [this] { goOn(); });
    add(
        "receipt", [this] { return isDone(Step::Receipt) && !m_window.acts()->isRunning(); }, [] {});
    add(
        "receipt-shown", [this] { return m_since.elapsed() > 800; }, [] {});
}

void Tour::look()
{
    Moment& moment = m_moments.front();
    if (m_call.hasScreenshots && m_since.elapsed() < settleMs) {
        return;
    }
    if (!moment.isReady()) {
        if (m_since.elapsed() > longestWaitMs) {
            Console::say(QStringLiteral("tour: stopped before “%1”").arg(QLatin1String(moment.name)));
            m_timer.stop();
            QApplication::exit(exitCannot);
        }
        return;
    }
    keepPicture(moment.name);
    const auto act = std::move(moment.act);
    act();
    m_moments.pop_front();
    m_since.restart();
    if (m_moments.empty()) {
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
