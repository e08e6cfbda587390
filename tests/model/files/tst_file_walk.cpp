// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_plan.h"
#include "files/file_suggestion.h"
#include "model/files/file_fixture.h"
#include "support/result_checks.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::files;
using tests::HomeFixture;
using Kind = FileItem::Kind;

class TestFileWalk : public QObject
{
    Q_OBJECT
private:
    JobContext m_job;

    static QByteArrayList paths(const FileTable& table, Kind kind)
    {
        QByteArrayList found;
        for (Item item = 0; item < table.size(); ++item) {
            if (table.at(item).kind == kind) {
                found << table.pathOf(item);
            }
        }
        return found;
    }

private Q_SLOTS:
    void countsWhatIsThere()
    {
        HomeFixture home;
        QVERIFY(home.add("a.txt", "12345") && home.add("Fotos/b.jpg", "123") && home.add("Fotos/2025/c.jpg", "1"));
        QVERIFY(home.add("leer/x", "") && home.add("\xff\xfe.bin", "12"));
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        const FileItem& root = table->at(table->roots().front());
        QCOMPARE(root.files, 5U);
        QCOMPARE(root.bytes, 11);
        const qint64 photos = table->find(home.path("Fotos"));
        QVERIFY(photos >= 0);
        QCOMPARE(table->at(static_cast<Item>(photos)).files, 2U);
        QCOMPARE(table->at(static_cast<Item>(photos)).bytes, 4);
        QCOMPARE(table->pathOf(static_cast<Item>(table->find(home.path("Fotos/2025/c.jpg")))),
                 home.path("Fotos/2025/c.jpg"));
        QCOMPARE(table->find(home.path("Fotos/2026")), -1);
        QVERIFY(table->find(home.path("\xff\xfe.bin")) >= 0);
    }

    void followsNoLinkAndEntersNoOtherMedium()
    {
        HomeFixture home;
        QVERIFY(home.add("drin/a.txt", "1"));
        QVERIFY(QDir().mkpath(home.beside(QStringLiteral("fremd"))));
        QVERIFY(home.link(QFile::encodeName(home.beside(QStringLiteral("fremd"))), "hinaus"));
        QVERIFY(home.link("..", "hinauf") && home.link("/nirgends", "tot") && home.link("drin/a.txt", "datei"));
        const QString media = QFileInfo(qEnvironmentVariable("SMALL_MEDIUM")).path();
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        QCOMPARE(paths(*table, Kind::File), QByteArrayList{home.path("drin/a.txt")});
        QCOMPARE(table->count(Kind::Link), 4U);
        const auto mounted = walkFiles({media}, {}, m_job);
        VERIFY_OK(mounted);
        QCOMPARE(mounted->count(Kind::MountPoint), 2U);
    }

    void refusesARootInsideAnother()
    {
        HomeFixture home;
        QVERIFY(home.add("a/b/c", "1"));
        const auto table = walkFiles({home.root(), home.root() + QStringLiteral("/a/b")}, {}, m_job);
        QVERIFY(!table);
        QCOMPARE(table.failure().kind, Failure::Kind::BadInput);
        QCOMPARE(walkFiles({home.beside(QStringLiteral("nirgends"))}, {}, m_job).failure().kind,
                 Failure::Kind::FileNotFound);
    }

    void entersNothingThatIsOffLimits()
    {
        HomeFixture home;
        QVERIFY(home.add("Maildir/cur/1", "1") && home.add("Fotos/a.jpg", "22") && home.add("alt.mbox", "333"));
        QVERIFY(home.link(QFile::encodeName(home.root()), "../durchgang"));
        OffLimits offLimits;
        // By a path through a link, as the leaver may have chosen it.
        offLimits.add(home.beside(QStringLiteral("durchgang/Maildir")), OffLimit::Mailbox);
        offLimits.add(home.root() + QStringLiteral("/alt.mbox"), OffLimit::MailProgram);
        const auto table = walkFiles({home.root()}, offLimits, m_job);
        VERIFY_OK(table);
        QCOMPARE(paths(*table, Kind::File), QByteArrayList{home.path("Fotos/a.jpg")});
        QCOMPARE(paths(*table, Kind::OffLimits), (QByteArrayList{home.path("Maildir"), home.path("alt.mbox")}));
        QCOMPARE(table->at(static_cast<Item>(table->find(home.path("Maildir")))).offLimit, OffLimit::Mailbox);
        QCOMPARE(table->at(table->roots().front()).bytes, 2);
        // The other way round: a root in what is off limits.
        const auto inside = walkFiles({home.root() + QStringLiteral("/Maildir/cur")}, offLimits, m_job);
        VERIFY_OK(inside);
        QCOMPARE(inside->size(), std::size_t{1});
        QCOMPARE(inside->at(0).kind, Kind::OffLimits);
    }

    void settingsAreEnteredOnlyWhereChosen()
    {
        HomeFixture home;
        QVERIFY(home.add(".config/x", "1") && home.add("brief.txt", "22"));
        OffLimits offLimits;
        offLimits.add(home.root() + QStringLiteral("/.config"), OffLimit::Settings);
        const auto table = walkFiles({home.root()}, offLimits, m_job);
        VERIFY_OK(table);
        QCOMPARE(paths(*table, Kind::File), QByteArrayList{home.path("brief.txt")});
        const auto chosen = walkFiles({home.root() + QStringLiteral("/.config")}, offLimits, m_job);
        VERIFY_OK(chosen);
        QCOMPARE(paths(*chosen, Kind::File), QByteArrayList{home.path(".config/x")});
    }

    void aVerdictHoldsForAllInAFolder()
    {
        HomeFixture home;
        QVERIFY(home.add("P/a", "1") && home.add("P/Q/b", "22") && home.add("P/Q/c", "333") && home.add("d", "4444"));
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        FilePlan plan;
        plan.decide(home.path("P"), Verdict::Private);
        plan.decide(home.path("P/Q/c"), Verdict::Business);
        auto tallies = plan.tallies(*table);
        QCOMPARE(tallies[static_cast<std::size_t>(Verdict::Private)].files, 2U);
        QCOMPARE(tallies[static_cast<std::size_t>(Verdict::Business)].bytes, 3);
        QCOMPARE(tallies[static_cast<std::size_t>(Verdict::Undecided)].files, 1U);
        // The folder decided again overrules what was said about a file in it.
        plan.decide(home.path("P"), Verdict::Business);
        tallies = plan.tallies(*table);
        QCOMPARE(tallies[static_cast<std::size_t>(Verdict::Business)].files, 3U);
        plan.decide(home.path("P"), Verdict::Undecided);
        QVERIFY(plan.isEmpty());
    }

    void suggestsByNamesAndKindsOfFiles_data()
    {
        QTest::addColumn<QByteArrayList>("files");
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char* name, const QByteArrayList& files, const char* item, Verdict verdict) {
            QTest::newRow(name) << files << QByteArray(item) << static_cast<int>(verdict);
        };
        row("a folder called private", {"Privat/x"}, "Privat", Verdict::Private);
        row("as a word among others", {"meine Steuererklärung 2025/x"}, "meine Steuererklärung 2025", Verdict::Private);
        row("not inside a word", {"Privatisierung/x"}, "Privatisierung", Verdict::Undecided);
        row("a project by name", {"Projekte/x"}, "Projekte", Verdict::Business);
        row("a project by its files", {"nordlicht/.git/HEAD", "nordlicht/a.cpp"}, "nordlicht", Verdict::Business);
        row("photos", {"Kamera/1.jpg", "Kamera/2.JPG", "Kamera/3.heic", "Kamera/4.jpg", "Kamera/5.jpg", "Kamera/a.txt"},
            "Kamera", Verdict::Private);
        row("few photos among documents", {"Doku/1.jpg", "Doku/a.pdf", "Doku/b.pdf"}, "Doku", Verdict::Undecided);
        row("music", {"Lieder/1.mp3", "Lieder/2.mp3", "Lieder/3.flac", "Lieder/4.ogg", "Lieder/5.mp3"}, "Lieder",
            Verdict::Private);
        row("a cloud of one's own", {"Dropbox/x"}, "Dropbox", Verdict::Private);
        row("a cloud of the firm", {"OneDrive - Firma GmbH/x"}, "OneDrive - Firma GmbH", Verdict::Business);
        row("the works council", {"Betriebsrat/x"}, "Betriebsrat", Verdict::Protected);
        row("a file by itself", {"Lebenslauf Lea.pdf"}, "Lebenslauf Lea.pdf", Verdict::Private);
    }
    void suggestsByNamesAndKindsOfFiles()
    {
        QFETCH(QByteArrayList, files);
        QFETCH(QByteArray, item);
        QFETCH(int, verdict);
        HomeFixture home;
        for (const QByteArray& file : std::as_const(files)) {
            QVERIFY(home.add(file, "x"));
        }
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        const auto suggestion = suggestionFor(*table, static_cast<Item>(table->find(home.path(item))));
        QCOMPARE(static_cast<int>(suggestion ? suggestion->verdict : Verdict::Undecided), verdict);
    }

    void aDeepTreeIsNoMatter()
    {
        HomeFixture home;
        QByteArray deep;
        for (int level = 0; level < 300; ++level) {
            deep += "tief/";
        }
        QVERIFY(home.add(deep + "ende", "1"));
        const auto table = walkFiles({home.root()}, {}, m_job);
        VERIFY_OK(table);
        QCOMPARE(table->at(0).files, 1U);
        QVERIFY(table->find(home.path(deep + "ende")) >= 0);
    }
};

QTEST_APPLESS_MAIN(TestFileWalk)
#include "tst_file_walk.moc"
