// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/business_archive.h"
#include "core/sha256.h"
#include "directory/account_directory.h"
#include "handover/journal.h"
#include "receipt/receipt_verifier.h"
#include "secrets/seal.h"
#include "separation/group_list_model.h"
#include "servers/dovecot_server.h"
#include "servers/samba_server.h"
#include "wizard_pages/handover_window.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/secret_display.h"
#include "wizard_pages/widgets/signature_pad.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPicture>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QUrlQuery>

using namespace staffelstab;
using handover::Step;
using tests::DovecotServer;

namespace {

constexpr int patienceMs = 30'000;
constexpr const char* archivePassphrase = "Elf Zebras falten Papier";

QString mother()
{
    return QStringLiteral("mutter@post.example");
}
QString boss()
{
    return QStringLiteral("sven.vorgesetzt@firma.example");
}
QString privateFolder()
{
    return QStringLiteral("Persönliches");
}

QByteArray message(const QByteArray& from, const QByteArray& word)
{
    return "From: <" + from + ">\r\nTo: <lea.gehtbald@firma.example>\r\nSubject: Betreff " + word +
           "\r\nDate: Mon, 2 Nov 2026 08:00:00 +0100\r\nMessage-ID: <" + word +
           "@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nInhalt " + word + "\r\n";
}

const QByteArrayList& privateWords()
{
    static const QByteArrayList words{"geburtstag", "kuchen", "wanderung", "turnverein"};
    return words;
}
const QByteArrayList& businessWords()
{
    static const QByteArrayList words{"netzplan", "angebot", "abnahme"};
    return words;
}

/** Files below a folder, each with its name and content in one. */
QByteArray everythingBelow(const QString& folder)
{
    QByteArray all;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("cannot read %s", qPrintable(file.fileName()));
        }
        all += file.fileName().toUtf8() + '\n' + file.readAll() + '\n';
    }
    return all;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int run(const QString& program, const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    return process.waitForFinished() ? process.exitCode() : -1;
}

/** Says yes to what is asked, as somebody who knows what they do. */
class YesPrompts : public wizard_pages::UserPrompts
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
    void openInBrowser(const QUrl& url) override { m_letters += url; }
    [[nodiscard]] const QList<QUrl>& letters() const { return m_letters; }

private:
    QList<QUrl> m_letters;
};

/** The sheet of paper: reads what a display paints, which is the only way its secret gets out. */
QString readOff(wizard_pages::SecretDisplay& display)
{
    QPicture picture;
    QPainter painter(&picture);
    display.render(&painter);
    painter.end();
    // A picture keeps each text as its length in bytes and UTF-16, both big-endian.
    const QByteArray data(picture.data(), static_cast<qsizetype>(picture.size()));
    QByteArray best;
    for (qsizetype at = 0; at + 4 < data.size(); ++at) {
        const auto bytes = static_cast<unsigned char>(data.at(at + 3));
        if (data.mid(at, 3) != QByteArray(3, '\0') || bytes % 2 != 0 || at + 4 + bytes > data.size()) {
            continue;
        }
        QByteArray text;
        bool isText = true;
        for (int i = 0; i < bytes && isText; i += 2) {
            const char letter = data.at(at + 4 + i + 1);
            isText = data.at(at + 4 + i) == 0 && letter > ' ' && letter < 0x7f;
            text += letter;
        }
        if (isText && text.size() > best.size()) {
            best = text;
        }
    }
    return QString::fromLatin1(best);
}

void drawSignature(wizard_pages::SignaturePad& pad)
{
    const auto send = [&pad](QEvent::Type type, const QPointF& at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, pad.mapToGlobal(at), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(&pad, &event);
    };
    const auto at = [&pad](int i) {
        return QPointF(pad.width() * (0.2 + 0.01 * i), pad.height() * (i % 10 < 5 ? 0.3 : 0.7));
    };
    constexpr int points = 60;
    send(QEvent::MouseButtonPress, at(0), Qt::LeftButton, Qt::LeftButton);
    for (int i = 1; i < points; ++i) {
        send(QEvent::MouseMove, at(i), Qt::NoButton, Qt::LeftButton);
    }
    send(QEvent::MouseButtonRelease, at(points), Qt::LeftButton, Qt::NoButton);
}

policy::CompanyPolicy companyPolicy()
{
    policy::CompanyPolicy policy = policy::builtInPolicy();
    policy.companyName = QStringLiteral("Beispiel GmbH");
    policy.companyDomains = {QStringLiteral("firma.example")};
    return policy;
}

} // namespace

/**
 * A whole handover as two people at one keyboard would do it, in the wizard's own window, against a real mail server
 * and a real domain controller; then everything is looked at from outside the program.
 */
class TestWizardFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void a_handover_from_the_start_page_to_the_countersigned_receipt();
    void the_private_mail_is_gone_from_the_server_and_in_the_private_copy();
    void the_business_mail_is_in_the_archive_and_still_on_the_server();
    void the_domain_takes_the_password_from_the_opened_seal();
    void the_receipt_is_intact_with_two_signatures();
    void both_are_told_the_digest_of_the_same_file();
    void no_password_is_in_any_file_left_behind();

private:
    template <typename T>
    T* find(const char* name) const
    {
        return m_window->page()->findChild<T*>(QString::fromLatin1(name));
    }

    void type(const char* name, const QString& text) const;
    void typeSecret(const char* name, const QByteArray& text) const;
    void press(const char* name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void tick(const char* name) const { QTest::keyClick(find<QCheckBox>(name), Qt::Key_Space); }
    QAbstractButton* primary() const { return m_window->findChild<QAbstractButton*>(QStringLiteral("primary")); }
    bool mayGoOn() const { return primary()->isEnabled() && primary()->isVisible(); }
    /** Scrolls through the receipt, as a signer has to. */
    void readReceipt() const
    {
        const auto* pages = m_window->page()->findChild<QScrollArea*>(QStringLiteral("receiptPages"));
        QVERIFY(pages != nullptr);
        QScrollBar* bar = pages->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        for (int at = 0; at < bar->maximum(); at += bar->pageStep() / 2) {
            bar->setValue(at);
        }
        bar->setValue(bar->maximum());
    }
    void goOn() const { QTest::mouseClick(primary(), Qt::LeftButton); }
    bool isDone(Step step) const { return m_window->handoverCase() != nullptr && handover().isDone(step); }
    bool isIdle() const { return !m_window->acts()->isRunning(); }
    handover::HandoverCase& handover() const { return *m_window->handoverCase(); }
    QString out(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    void decideGroup(const char* scope, const QString& key, const char* verdict) const;
    directory::DirectoryLogin login() const;

    void start();
    void introduceThePeople();
    void readTheMailbox();
    void separate();
    void takePrivateMailAlong();
    void writeTheArchive();
    void installTheReply();
    void handNoFilesOver();
    /** Pages in between, left as they are. */
    void goPastTo(const char* control);
    void changeThePassword();
    void planTheAccount();
    void leaverSigns();
    void supervisorOpensTheSeal();
    void supervisorSigns();

    QTemporaryDir m_folder;
    std::unique_ptr<DovecotServer> m_mail;
    SambaServer m_domain;
    std::unique_ptr<secrets::SecretStore> m_secrets = secrets::makeMemoryStore();
    SystemClock m_clock;
    YesPrompts m_prompts;
    wizard_pages::ScreenLanguage m_language;
    std::unique_ptr<wizard_pages::HandoverWindow> m_window;
    /** On the leaver's paper. */
    QString m_code;
    /** What the supervisor read on the screen. */
    QString m_freshPassword;
};

void TestWizardFlow::type(const char* name, const QString& text) const
{
    auto* edit = find<QLineEdit>(name);
    QVERIFY2(edit != nullptr, name);
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

void TestWizardFlow::typeSecret(const char* name, const QByteArray& text) const
{
    auto* edit = find<QLineEdit>(name);
    QVERIFY2(edit != nullptr, name);
    QTest::keyClicks(edit, QString::fromUtf8(text));
}

directory::DirectoryLogin TestWizardFlow::login() const
{
    return {m_domain.ldapsUrl(), SambaServer::upn(QStringLiteral("l.gehtbald")), m_domain.caFile()};
}

void TestWizardFlow::initTestCase()
{
    m_mail = std::make_unique<DovecotServer>();
    QVERIFY2(m_mail->isRunning(), qPrintable(m_mail->error()));
    const QByteArrayList& ours = privateWords();
    const QByteArrayList& theirs = businessWords();
    const QByteArray home = mother().toLatin1();
    const QByteArray work = boss().toLatin1();
    QVERIFY(m_mail->fill(QStringLiteral("INBOX"), {message(home, ours[0]), message(work, theirs[0])}));
    QVERIFY(m_mail->fill(privateFolder(), {message(home, ours[1]), message("heike@wandern.example", ours[2]),
                                           message("kasse@turnen.example", ours[3])}));
    QVERIFY(m_mail->fill(QStringLiteral("Projekte/Netzumbau"), {message(work, theirs[1]), message(work, theirs[2])}));
    QVERIFY2(m_domain.start(), qPrintable(m_domain.errorText()));

    m_language.use(QStringLiteral("de"));
    m_window = std::make_unique<wizard_pages::HandoverWindow>(
        wizard_pages::AppContext{*m_secrets, m_clock, m_prompts, m_language, companyPolicy(), out("cases")});
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWizardFlow::a_handover_from_the_start_page_to_the_countersigned_receipt()
{
    using Part = void (TestWizardFlow::*)();
    for (const Part part :
         {&TestWizardFlow::start, &TestWizardFlow::introduceThePeople, &TestWizardFlow::readTheMailbox,
          &TestWizardFlow::separate, &TestWizardFlow::takePrivateMailAlong, &TestWizardFlow::writeTheArchive,
          &TestWizardFlow::installTheReply, &TestWizardFlow::handNoFilesOver, &TestWizardFlow::changeThePassword,
          &TestWizardFlow::planTheAccount, &TestWizardFlow::leaverSigns, &TestWizardFlow::supervisorOpensTheSeal,
          &TestWizardFlow::supervisorSigns}) {
        (this->*part)();
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void TestWizardFlow::start()
{
    press("startHandover");
    QTRY_VERIFY(find<QLineEdit>("leaverName") != nullptr);
}

void TestWizardFlow::introduceThePeople()
{
    const QString lastDay = QDate(QDate::currentDate().year(), 12, 31).toString(Qt::ISODate);
    type("leaverName", QStringLiteral("Lea Gehtbald"));
    type("leaverEmail", QStringLiteral("lea.gehtbald@firma.example"));
    type("leaverDepartment", QStringLiteral("Netze"));
    type("leaverNumber", QStringLiteral("4711"));
    type("supervisorName", QStringLiteral("Sven Vorgesetzt"));
    type("supervisorEmail", boss());
    type("lastWorkingDay", lastDay);
    type("endOfContract", lastDay);
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY(find<QCheckBox>("policyRead") != nullptr);
    tick("policyRead");
    QTRY_VERIFY(mayGoOn());
    goOn();
}

void TestWizardFlow::readTheMailbox()
{
    QTRY_VERIFY(find<QComboBox>("mailboxKind") != nullptr);
    type("imapHost", DovecotServer::host());
    auto* port = find<QSpinBox>("imapPort");
    port->selectAll();
    QTest::keyClicks(port, QString::number(m_mail->tlsPort()));
    QCOMPARE(port->value(), int(m_mail->tlsPort()));
    type("imapUser", m_mail->user());
    type("imapCa", m_mail->caFile());
    press("addMailbox");
    QTRY_VERIFY(find<QLineEdit>("mailboxPassword0") != nullptr && mayGoOn());
    typeSecret("mailboxPassword0", m_mail->password().view().toByteArray());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(Step::Mailbox) && isIdle() && mayGoOn(), patienceMs);
    QCOMPARE(qsizetype(handover().messages().size()), privateWords().size() + businessWords().size());
    goOn();
}

void TestWizardFlow::decideGroup(const char* scope, const QString& key, const char* verdict) const
{
    press(scope);
    auto* groups = find<QAbstractItemView>("groups");
    for (int row = 0; row < groups->model()->rowCount(); ++row) {
        const QModelIndex index = groups->model()->index(row, 0);
        if (index.data(separation::GroupListModel::KeyRole).toString().endsWith(key)) {
            groups->scrollTo(index);
            QTest::mouseClick(groups->viewport(), Qt::LeftButton, {}, groups->visualRect(index).center());
            press(verdict);
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("no group ") + key));
}

void TestWizardFlow::separate()
{
    QTRY_VERIFY(find<QAbstractItemView>("groups") != nullptr);
    decideGroup("scopeFolders", privateFolder(), "verdict_private");
    decideGroup("scopeContacts", mother(), "verdict_private");
    decideGroup("scopeContacts", boss(), "verdict_business");
    QTRY_VERIFY(isDone(Step::Separation) && mayGoOn());
    const auto tallies = handover().plan().tallies();
    QCOMPARE(qsizetype(tallies[std::size_t(separation::Verdict::Private)].messages), privateWords().size());
    QCOMPARE(qsizetype(tallies[std::size_t(separation::Verdict::Business)].messages), businessWords().size());
    goOn();
}

void TestWizardFlow::takePrivateMailAlong()
{
    QTRY_VERIFY(find<QLineEdit>("takeawayTarget") != nullptr);
    type("takeawayTarget", out("private"));
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(handover().takeaway().has_value() && isIdle(), patienceMs);
    QTRY_VERIFY(find<QCheckBox>("removalUnderstood")->isVisible());
    tick("removalUnderstood");
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(Step::PrivateMail) && isIdle() && mayGoOn(), patienceMs);
    goOn();
}

void TestWizardFlow::writeTheArchive()
{
    QTRY_VERIFY(find<QLineEdit>("archiveTarget") != nullptr);
    type("archiveTarget", out("medium"));
    type("mediumLabel", QStringLiteral("UEB-0001"));
    press("passphraseTyped");
    typeSecret("passphrase", archivePassphrase);
    QVERIFY(!mayGoOn());
    typeSecret("passphraseAgain", archivePassphrase);
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(Step::BusinessArchive) && isIdle() && mayGoOn(), patienceMs);
    goOn();
    QTRY_VERIFY(find<QAbstractButton>("successorNone") != nullptr && mayGoOn());
    goOn();
}

void TestWizardFlow::installTheReply()
{
    QTRY_VERIFY(find<QAbstractButton>("contactsDrafts") != nullptr);
    press("contactsDrafts");
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(Step::Contacts) && isIdle() && mayGoOn(), patienceMs);
    goOn();
    QTRY_VERIFY(find<QAbstractButton>("replyServer") != nullptr);
    QCOMPARE(find<QLineEdit>("sieveHost")->text(), DovecotServer::host());
    find<QSpinBox>("sievePort")->setValue(m_mail->sievePort());
    const QDate today = QDate::currentDate();
    type("replyFrom", today.addDays(-1).toString(Qt::ISODate));
    type("replyUntil", today.addDays(30).toString(Qt::ISODate));
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(Step::OutOfOffice) && isIdle() && mayGoOn(), patienceMs);
    QVERIFY(m_mail->deliver(QStringLiteral("kunde@aussen.example"), message("kunde@aussen.example", "frage")));
    QCOMPARE(m_mail->sent().size(), 1);
    QVERIFY(m_mail->sent().first().contains("kunde@aussen.example"));
    goOn();
}

void TestWizardFlow::handNoFilesOver()
{
    const auto button = [this] { return m_window->findChild<QAbstractButton*>(QStringLiteral("noFiles")); };
    QTRY_VERIFY(button() != nullptr && button()->isVisible());
    QTest::mouseClick(button(), Qt::LeftButton);
    QTRY_VERIFY(isDone(Step::Files) && mayGoOn());
    goOn();
}

void TestWizardFlow::goPastTo(const char* control)
{
    while (find<QWidget>(control) == nullptr) {
        const wizard_pages::StepPage* here = m_window->page();
        QTRY_VERIFY(mayGoOn());
        goOn();
        QTRY_VERIFY(m_window->page() != here);
    }
}

void TestWizardFlow::changeThePassword()
{
    goPastTo("wayDirectory");
    press("wayDirectory");
    type("directoryUrl", login().url.toString());
    type("directoryUser", login().user);
    type("directoryCa", login().caFile);
    typeSecret("directoryPassword", SambaServer::firstPassword);
    press("sealByCode");
    press("showSecret");
    m_code = readOff(*m_window->page()->findChild<wizard_pages::SecretDisplay*>());
    QVERIFY2(QRegularExpression(QStringLiteral("^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$")).match(m_code).hasMatch(),
             qPrintable(m_code));
    tick("secretNoted");
    type("sealTarget", out("medium"));
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(Step::Password) && isIdle() && mayGoOn(), patienceMs);
    const directory::PasswordChangeReport& report = handover().password()->report;
    QCOMPARE(report.newAccepted, directory::Proof::Yes);
    QCOMPARE(report.oldRefused, directory::Proof::Yes);
    goOn();
}

void TestWizardFlow::planTheAccount()
{
    QTRY_VERIFY(find<QAbstractButton>("planFiles") != nullptr);
    press("planFiles");
    type("planTarget", out("it"));
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(Step::AccountPlan) && isIdle() && mayGoOn(), patienceMs);
    goOn();
}

void TestWizardFlow::leaverSigns()
{
    QTRY_VERIFY(find<QPlainTextEdit>("reservation") != nullptr);
    QVERIFY(!mayGoOn());
    readReceipt();
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY(find<QLineEdit>("receiptTarget") != nullptr);
    type("receiptTarget", out("receipt"));
    drawSignature(*find<wizard_pages::SignaturePad>("signaturePad"));
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(Step::LeaverSigns) && isIdle() && find<QLabel>("coverName") != nullptr, patienceMs);
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY(handover().isLocked());
    press("takeKeyboard");
}

void TestWizardFlow::supervisorOpensTheSeal()
{
    QTRY_VERIFY(find<QAbstractButton>("checkArchive") != nullptr);
    press("checkArchive");
    QTRY_VERIFY_WITH_TIMEOUT(isIdle() && !find<QAbstractButton>("checkArchive")->isVisible(), patienceMs);
    press("unseal");
    typeSecret("sealCode", m_code.toLower().toLatin1());
    press("openSeal");
    auto* display = m_window->page()->findChild<wizard_pages::SecretDisplay*>();
    QTRY_VERIFY_WITH_TIMEOUT(display->isShowing(), patienceMs);
    m_freshPassword = readOff(*display);
    QVERIFY(m_freshPassword.size() >= 12);
}

void TestWizardFlow::supervisorSigns()
{
    tick("received.archive");
    tick("received.password");
    readReceipt();
    drawSignature(*find<wizard_pages::SignaturePad>("signaturePad"));
    QTRY_VERIFY(mayGoOn());
    goOn();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(Step::Receipt) && isIdle(), patienceMs);
    QCOMPARE(handover().receiptFiles()->signatures, 2);
}

void TestWizardFlow::the_private_mail_is_gone_from_the_server_and_in_the_private_copy()
{
    const auto onServer = m_mail->doveadm(
        {QStringLiteral("fetch"), QStringLiteral("-u"), m_mail->user(), QStringLiteral("text"), QStringLiteral("all")});
    QVERIFY2(onServer, qPrintable(m_mail->error()));
    const QByteArray copy = everythingBelow(out("private"));
    for (const QByteArray& word : privateWords()) {
        QVERIFY2(!onServer->contains(word), word.constData());
        QVERIFY2(copy.contains("Inhalt " + word), word.constData());
    }
    for (const QByteArray& word : businessWords()) {
        QVERIFY2(!copy.contains(word), word.constData());
    }
    QVERIFY(copy.contains(privateFolder().toUtf8()));
}

void TestWizardFlow::the_business_mail_is_in_the_archive_and_still_on_the_server()
{
    JobContext job;
    const QString path = handover().archive()->path;
    const Result<archive::ArchiveCheck> check =
        archive::checkBusinessArchive(path, Secret{QByteArrayView(archivePassphrase)}, job);
    QVERIFY(check);
    QVERIFY2(check->isIntact, qPrintable(check->differences.join(QLatin1Char('\n'))));
    QCOMPARE(qsizetype(check->messages), businessWords().size());

    // What somebody without this program gets out of it.
    const QTemporaryDir unpacked;
    const QString program = QStringLiteral("7zz");
    QCOMPARE(run(program, {QStringLiteral("x"), QStringLiteral("-p") + QLatin1String(archivePassphrase), path},
                 unpacked.path()),
             0);
    QCOMPARE(
        run(program, {QStringLiteral("x"), QDir(unpacked.path()).entryList(QDir::Files).value(0)}, unpacked.path()), 0);
    const QDir top(unpacked.path());
    const QByteArray files = everythingBelow(top.filePath(top.entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0)));
    const auto onServer = m_mail->doveadm(
        {QStringLiteral("fetch"), QStringLiteral("-u"), m_mail->user(), QStringLiteral("text"), QStringLiteral("all")});
    QVERIFY2(onServer, qPrintable(m_mail->error()));
    for (const QByteArray& word : businessWords()) {
        QVERIFY2(files.contains("Inhalt " + word), word.constData());
        QVERIFY2(onServer->contains("Inhalt " + word), word.constData());
    }
    for (const QByteArray& word : privateWords()) {
        QVERIFY2(!files.contains(word), word.constData());
    }
}

void TestWizardFlow::the_domain_takes_the_password_from_the_opened_seal()
{
    QString caseNumber;
    const Result<Secret> opened = secrets::openSealWithCode(contentOf(handover().password()->sealPath),
                                                            Secret{QByteArrayView(m_code.toLatin1())}, &caseNumber);
    QVERIFY(opened);
    QCOMPARE(caseNumber, handover().caseNumber());
    QCOMPARE(QString::fromUtf8(opened->view()), m_freshPassword);
    JobContext job;
    QVERIFY(directory::openDirectory(login(), *opened, job));
    const auto withOld = directory::openDirectory(login(), Secret{QByteArrayView(SambaServer::firstPassword)}, job);
    QVERIFY(!withOld);
    QCOMPARE(withOld.failure().kind, Failure::Kind::LoginRefused);
}

void TestWizardFlow::the_receipt_is_intact_with_two_signatures()
{
    receipt::ReceiptFinding finding = receipt::verifyReceipt(contentOf(handover().receiptFiles()->path));
    QCOMPARE(finding.state, receipt::ReceiptState::Intact);
    QCOMPARE(finding.signatures.size(), std::size_t{2});
    QVERIFY(finding.signatures[0].isIntact && finding.signatures[1].isIntact);
    QCOMPARE(finding.signatures[0].name, QStringLiteral("Lea Gehtbald"));
    QCOMPARE(finding.signatures[1].name, QStringLiteral("Sven Vorgesetzt"));
    QVERIFY(receipt::compareArchive(finding, handover().archive()->path));
    QCOMPARE(finding.archiveMatches, std::optional(true));
}

void TestWizardFlow::both_are_told_the_digest_of_the_same_file()
{
    const QString path = handover().receiptFiles()->path;
    const QString digest = QString::fromLatin1(Sha256::of(contentOf(path)).toHex());
    QTRY_VERIFY(find<QAbstractButton>("mailDigest") != nullptr && find<QAbstractButton>("mailDigest")->isVisible());
    press("mailDigest");
    QCOMPARE(m_prompts.letters().size(), 1);
    const QUrl letter = m_prompts.letters().first();
    QCOMPARE(letter.scheme(), QStringLiteral("mailto"));
    const People people = handover().people();
    QCOMPARE(letter.path(), people.leaver.email + QLatin1Char(',') + people.supervisor.email);
    const QString body = QUrlQuery(letter).queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded);
    QVERIFY2(body.contains(digest) && body.contains(QFileInfo(path).fileName()), qPrintable(body));
    // The half-signed file is gone, and the journal knows the one that stayed.
    QCOMPARE(QFileInfo(path).dir().entryList({QStringLiteral("*.pdf")}), QStringList{QFileInfo(path).fileName()});
    const auto entries = handover().journal().entries();
    QVERIFY(entries);
    QVERIFY(std::any_of(entries->begin(), entries->end(), [&](const handover::JournalEntry& entry) {
        return entry.what == QLatin1String("countersigned") &&
               entry.facts.value(QLatin1String("sha256")).toString() == digest;
    }));
}

void TestWizardFlow::no_password_is_in_any_file_left_behind()
{
    const QByteArray left = everythingBelow(m_folder.path());
    QVERIFY(left.contains(handover().caseNumber().toUtf8()));
    for (const QString& secret :
         {QString::fromLatin1(SambaServer::firstPassword), QString::fromUtf8(m_mail->password().view()),
          QString::fromLatin1(archivePassphrase), m_code, m_freshPassword}) {
        QVERIFY(secret.size() >= 8);
        const QByteArray text = secret.toUtf8();
        const QByteArray wide(reinterpret_cast<const char*>(secret.utf16()), secret.size() * 2);
        for (const QByteArray& form : {text, wide, text.toBase64(QByteArray::OmitTrailingEquals), text.toHex()}) {
            QVERIFY2(!left.contains(form), form.constData());
        }
    }
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    wizard_pages::applyTheme(application, wizard_pages::Theme::Mode::Light);
    TestWizardFlow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_wizard_flow.moc"
