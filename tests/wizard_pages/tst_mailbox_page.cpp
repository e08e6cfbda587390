// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst/pst_protocol.h"
#include "support/sample_pst.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/message_place_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/window_fixture.h"

#include <QApplication>
#include <QLabel>
#include <QTreeWidget>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;
using mail::StoreKind;

class TestMailboxPage : public QObject
{
    Q_OBJECT

    static void write(const QString& path, const QByteArray& bytes)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    static QByteArray letter(const QByteArray& subject)
    {
        return "From: kunde@kunde.example\nTo: lea@firma.example\nSubject: " + subject +
               "\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\nText\n";
    }

    static void add(handover::HandoverCase& handover, StoreKind kind, const QString& path)
    {
        mail::MailboxSource source;
        source.kind = kind;
        source.path = path;
        WindowFixture::check(handover.addMailbox(source));
    }

    /** What the table says by which name, sorted. */
    static QStringList lines(const QTreeWidget& table)
    {
        QStringList found;
        for (int i = 0; i < table.topLevelItemCount(); ++i) {
            found << table.topLevelItem(i)->text(1);
        }
        found.sort();
        return found;
    }

private Q_SLOTS:
    void tellsWhichMessageCannotBeRead_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::newRow("en") << "en" << QSize(1280, 800);
        QTest::newRow("de") << "de" << QSize(1024, 700);
    }

    void tellsWhichMessageCannotBeRead()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        applyTheme(*qApp, Theme::Mode::Light);
        WindowFixture fixture(language);
        const auto at = [&fixture](const char* path) {
            return fixture.sample.folder.filePath(QString::fromUtf8(path));
        };
        write(at("alt/Angebot.eml"), letter("Angebot"));
        write(at("alt/leer, aber mit einem Namen, der länger ist als jede Spalte.eml"), {});
        write(at("archiv.mbox"), "kein Anfang\n\nFrom a@b.example Mon Nov  2 10:00:00 2026\n" + letter("Eins"));
        test::writeSamplePst(at("archiv.pst"));
        QFile pst(at("archiv.pst"));
        QVERIFY(pst.resize(pst.size() - 1));
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        WindowFixture::check(handover.confirmPolicy());
        add(handover, StoreKind::Eml, at("alt"));
        add(handover, StoreKind::Mbox, at("archiv.mbox"));
        add(handover, StoreKind::Pst, at("archiv.pst"));
        QVERIFY(fixture.window->goTo(Step::Mailbox));
        fixture.primary()->click();
        QTRY_VERIFY(handover.scanReport().has_value() && !fixture.window->acts()->isRunning());
        // On the receipt a message counts as one, and what is missing nobody knows where a file is not whole.
        const auto points = handover.openPoints();
        const auto countOf = [&points](const QString& code) {
            const auto found =
                std::find_if(points.begin(), points.end(), [&](const auto& point) { return point.code == code; });
            return found == points.end() ? qint64{-1} : static_cast<qint64>(found->count);
        };
        QCOMPARE(countOf(QStringLiteral("unreadable_mail")), 2);
        QCOMPARE(countOf(QStringLiteral("mailbox_unsound")), 1);
        const auto* table = fixture.find<QTreeWidget>("unreadable");
        QTRY_VERIFY(table->isVisible());
        const bool isGerman = language == QLatin1String("de");
        QStringList expected{isGerman ? QStringLiteral("ab Byte 0") : QStringLiteral("from byte 0 on"),
                             isGerman ? QStringLiteral("die ganze Datei") : QStringLiteral("the whole file"),
                             QStringLiteral("leer, aber mit einem Namen, der länger ist als jede Spalte.eml")};
        expected.sort();
        QCOMPARE(lines(*table), expected);
        // The whole sentence stands below the table, for each line.
        const auto* reason = fixture.find<QLabel>("unreadableReason");
        QStringList reasons;
        for (int i = 0; i < table->topLevelItemCount(); ++i) {
            fixture.find<QTreeWidget>("unreadable")->setCurrentItem(table->topLevelItem(i));
            reasons << reason->text();
            QVERIFY(reason->isVisible());
        }
        QVERIFY(reasons.last().startsWith(at("archiv.pst")));
        QVERIFY(reasons.last().endsWith(isGerman ? QStringLiteral("lesen Sie diese ein.")
                                                 : QStringLiteral("read it again.")));
        fixture.window->resize(size);
        const auto bottomOf = [&fixture](const QWidget* one) {
            return one->mapTo(fixture.window.get(), QPoint(0, one->height())).y();
        };
        // Nothing lies over what stands above it.
        QTRY_VERIFY(bottomOf(fixture.find<QTreeWidget>("folders")) < table->mapTo(fixture.window.get(), QPoint()).y());
        QTRY_VERIFY(reason->y() >= table->y() + table->height() &&
                    reason->height() >= reason->heightForWidth(reason->width()));
        if (const QString folder = qEnvironmentVariable("STAFFELSTAB_PICTURES"); !folder.isEmpty()) {
            fixture.window->page()->findChild<QScrollArea*>()->ensureWidgetVisible(
                fixture.find<QLabel>("unreadableReason"));
            fixture.window->grab().save(folder + QStringLiteral("/unreadable-%1.png").arg(language));
        }
    }

    void saysWhatIsWrongWithThePlace_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, StoreKind kind, const char* path, const char* words) {
            QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(path) << QString::fromLatin1(words);
        };
        row("PST: a letter", StoreKind::Pst, "letter.pst", "no Outlook data file");
        row("PST: a folder", StoreKind::Pst, "empty", "a file is needed");
        row("mbox: an empty folder", StoreKind::Mbox, "empty", "no mbox file");
        row("eml: an empty folder", StoreKind::Eml, "empty", "no .eml or .msg file");
        row("eml: a file", StoreKind::Eml, "letter.pst", "is a folder");
        row("Maildir: an empty folder", StoreKind::Maildir, "empty", "no Maildir");
        row("Thunderbird: an empty folder", StoreKind::Thunderbird, "empty", "no mail of Thunderbird");
    }

    void saysWhatIsWrongWithThePlace()
    {
        QFETCH(int, kind);
        QFETCH(QString, path);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("empty")));
        write(folder.filePath(QStringLiteral("letter.pst")), letter("Eins"));
        mail::MailboxSource source;
        source.kind = static_cast<StoreKind>(kind);
        source.path = folder.filePath(path);
        JobContext job;
        auto store = mail::openMailStore(source, Secret(), job);
        const auto folders = store ? (*store)->folders(job) : store.failure();
        QVERIFY(!folders.isOk());
        QVERIFY2(FailureText::of(folders.failure()).contains(words), qPrintable(FailureText::of(folders.failure())));
        QVERIFY(FailureText::of(folders.failure()).startsWith(source.path));
        QVERIFY2(FailureText::detail(folders.failure()).isEmpty(), qPrintable(folders.failure().detail));
    }

    void saysWhatIsWrongWithADataFile()
    {
        using namespace mail::pst;
        QStringList said{FailureText::of({Failure::Kind::MailboxDamaged, {}, QStringLiteral("folder damaged")})};
        for (const QString& what : {cutOff, foldersLost, contentDamaged, notChecked, nothingReadable, goneNotProved}) {
            const Failure failure{Failure::Kind::MailboxDamaged, {}, what};
            QVERIFY2(!said.contains(FailureText::of(failure)), qPrintable(what));
            QVERIFY2(FailureText::detail(failure).isEmpty(), qPrintable(what));
            said << FailureText::of(failure);
        }
    }

    void namesAMessageAsItsStoreKnowsIt_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, StoreKind kind, const QByteArray& key, const QString& text) {
            QTest::newRow(name) << static_cast<int>(kind) << key << text;
        };
        row("folder", StoreKind::Imap, {}, QStringLiteral("the folder itself"));
        row("server", StoreKind::Imap, "17.4711", QStringLiteral("number 4711 on the server"));
        row("item by place", StoreKind::Pst, "item 9", QStringLiteral("item 10"));
        row("item by number", StoreKind::Pst, "2097252", QStringLiteral("item with the number 2097252"));
        row("mbox", StoreKind::Mbox, "4711+12+0123456789abcdef", QStringLiteral("from byte 4,711 on"));
        row("Thunderbird mbox", StoreKind::Thunderbird, "0+12+0123456789abcdef", QStringLiteral("from byte 0 on"));
        row("Thunderbird Maildir", StoreKind::Thunderbird, "1+2.eml", QStringLiteral("1+2.eml"));
        row("Maildir", StoreKind::Maildir, "1700.M1.host", QStringLiteral("1700.M1.host"));
        row("file", StoreKind::Eml, "Projekt/Brief 1.eml", QStringLiteral("Projekt/Brief 1.eml"));
    }

    void namesAMessageAsItsStoreKnowsIt()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, key);
        QFETCH(QString, text);
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(MessagePlaceText::of(static_cast<StoreKind>(kind), key), text);
    }
};

QTEST_MAIN(TestMailboxPage)
#include "tst_mailbox_page.moc"
