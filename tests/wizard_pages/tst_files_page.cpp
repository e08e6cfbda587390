// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/files_topics.h"
#include "wizard_pages/window_fixture.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

/** Whose the files are: decided by keys, undone, copied; the names never leave the case. */
class TestFilesPage : public QObject
{
    Q_OBJECT
private:
    static QString makeDesk(const WindowFixture& fixture)
    {
        const QString desk = fixture.sample.folder.filePath(QStringLiteral("tisch"));
        for (const auto& name : {QStringLiteral("a.txt"), QStringLiteral("Geheimes Tagebuch.txt")}) {
            QDir().mkpath(desk);
            QFile file(desk + QLatin1Char('/') + name);
            if (!file.open(QIODevice::WriteOnly) || file.write("x") != 1) {
                qFatal("cannot write %s", qPrintable(name));
            }
        }
        return desk;
    }
    static handover::HandoverCase& lookThrough(WindowFixture& fixture)
    {
        fixture.makeReady();
        handover::HandoverCase& handover = fixture.openCase();
        if (!fixture.window->goTo(Step::Files)) {
            qFatal("the page cannot be entered");
        }
        fixture.prompts.paths = {makeDesk(fixture)};
        fixture.click("addFolder");
        fixture.primary()->click();
        return handover;
    }
    static QTreeView* tree(const WindowFixture& fixture) { return fixture.find<QTreeView>("fileTree"); }
    /** The file with this name below the one root. */
    static void select(const WindowFixture& fixture, const QString& name)
    {
        tree(fixture)->setFocus();
        const QAbstractItemModel* model = tree(fixture)->model();
        const QModelIndex root = model->index(0, 0);
        for (int row = 0; row < model->rowCount(root); ++row) {
            if (model->index(row, 0, root).data().toString() == name) {
                // Not by the view, which would look at the modifier keys of the last key stroke.
                tree(fixture)->selectionModel()->setCurrentIndex(
                    model->index(row, 0, root), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            }
        }
    }

private Q_SLOTS:
    void needsNoFiles()
    {
        WindowFixture fixture;
        fixture.makeReady();
        handover::HandoverCase& handover = fixture.openCase();
        QVERIFY(fixture.window->goTo(Step::Files));
        QVERIFY(!fixture.primary()->isEnabled());
        fixture.click("noFiles");
        QTRY_VERIFY(handover.isDone(Step::Files));
    }

    void decidesByKeyAndTakesItBack()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = lookThrough(fixture);
        QTRY_VERIFY(tree(fixture)->isVisible());
        select(fixture, QStringLiteral("Geheimes Tagebuch.txt"));
        QTest::keyClick(tree(fixture), Qt::Key_P);
        QTRY_COMPARE(handover.topic<handover::FilesChoice>().plan.decisions().size(), 1);
        QVERIFY(fixture.find<QLabel>("fileTallies")->text().contains(QStringLiteral("private: 1 file")));
        QTest::keyClick(tree(fixture), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(handover.topic<handover::FilesChoice>().plan.isEmpty());
        QTest::keyClick(tree(fixture), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(handover.topic<handover::FilesChoice>().plan.decisions().size(), 1);
    }

    void copiesAndRemovesAndNamesNothing()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = lookThrough(fixture);
        QTRY_VERIFY(tree(fixture)->isVisible());
        select(fixture, QStringLiteral("Geheimes Tagebuch.txt"));
        QTest::keyClick(tree(fixture), Qt::Key_P);
        QTRY_VERIFY(!fixture.primary()->isEnabled()); // nobody said where to yet
        fixture.type("privateFilesTarget", fixture.sample.folder.filePath(QStringLiteral("stick")));
        QTest::keyClick(fixture.find<QLineEdit>("privateFilesTarget"), Qt::Key_Return);
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(handover.topicIfSet<handover::FilesOutcome>().has_value(), 20000);
        QTRY_VERIFY(!fixture.window->acts()->isRunning());
        fixture.primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(handover.isDone(Step::Files), 20000);
        QCOMPARE(handover.topicIfSet<handover::FilesOutcome>()->privateFiles, 1U);
        QCOMPARE(handover.topicIfSet<handover::FilesOutcome>()->kept, 0U);
        QVERIFY(handover.topicIfSet<handover::FilesOutcome>()->removed.has_value());
        QCOMPARE(*handover.topicIfSet<handover::FilesOutcome>()->removed, 1U);
        QVERIFY(QFile::exists(fixture.sample.folder.filePath(QStringLiteral("stick/tisch/Geheimes Tagebuch.txt"))));
        QVERIFY(!QFile::exists(fixture.sample.folder.filePath(QStringLiteral("tisch/Geheimes Tagebuch.txt"))));
        QVERIFY(QFile::exists(fixture.sample.folder.filePath(QStringLiteral("tisch/a.txt"))));
        const QByteArray record = receipt::toJson(handover.record());
        QVERIFY(record.contains("\"private_files\":1"));
        QVERIFY(!record.contains("Tagebuch"));
    }

    void aMailboxAndTheCaseAreNotReachedByAFolderAbove()
    {
        WindowFixture fixture;
        fixture.makeReady();
        handover::HandoverCase& handover = fixture.openCase();
        QVERIFY(fixture.window->goTo(Step::Files));
        makeDesk(fixture);
        fixture.prompts.paths = {fixture.sample.folder.path()};
        fixture.click("addFolder");
        fixture.primary()->click();
        QTRY_VERIFY(tree(fixture)->isVisible());
        QVERIFY(!fixture.primary()->isEnabled()); // nothing is decided yet
        tree(fixture)->setFocus();
        QTest::keyClick(tree(fixture), Qt::Key_P);
        QTemporaryDir stick;
        fixture.type("privateFilesTarget", stick.path());
        QTest::keyClick(fixture.find<QLineEdit>("privateFilesTarget"), Qt::Key_Return);
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(handover.topicIfSet<handover::FilesOutcome>().has_value(), 20000);
        QTRY_VERIFY(!fixture.window->acts()->isRunning());
        const auto mails = [](const QString& folder) {
            return QDir(folder + QStringLiteral("/cur")).entryList(QDir::Files).size();
        };
        const QString maildir = handover.mailboxes().front().path;
        const auto before = mails(maildir);
        QVERIFY(before > 0);
        fixture.primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(handover.isDone(Step::Files), 20000);
        QCOMPARE(mails(maildir), before);
        QVERIFY(QFile::exists(handover.file()) && QFile::exists(handover.file() + QStringLiteral(".lock")));
        const QString copy = stick.path() + QLatin1Char('/') + QFileInfo(fixture.sample.folder.path()).fileName();
        QVERIFY(QFile::exists(copy + QStringLiteral("/tisch/a.txt")));
        QVERIFY(!QFile::exists(copy + QLatin1Char('/') + QFileInfo(maildir).fileName()));
        QVERIFY(!QFile::exists(copy + QLatin1Char('/') + QFileInfo(handover.file()).fileName()));
    }

    void tellsWhatStaysUndecided()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = lookThrough(fixture);
        QTRY_VERIFY(tree(fixture)->isVisible());
        fixture.type("privateFilesTarget", fixture.sample.folder.filePath(QStringLiteral("stick")));
        QTest::keyClick(fixture.find<QLineEdit>("privateFilesTarget"), Qt::Key_Return);
        QVERIFY(!fixture.primary()->isEnabled());
        select(fixture, QStringLiteral("a.txt"));
        QTest::keyClick(tree(fixture), Qt::Key_P);
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(handover.topicIfSet<handover::FilesOutcome>().has_value(), 20000);
        QCOMPARE(handover.topicIfSet<handover::FilesOutcome>()->undecided, 1U);
        QTRY_VERIFY(fixture.find<QLabel>("filesProof")->text().contains(QStringLiteral("1 file is undecided")) ||
                    fixture.find<QLabel>("filesProof")->text().contains(QStringLiteral("1 file(s) are undecided")));
        const auto open = handover.openPoints();
        QVERIFY(
            std::any_of(open.begin(), open.end(), [](const auto& point) { return point.code == "files_undecided"; }));
    }

    void locksThemInAZipThatIsOpenedOnceMoreBeforeTheRemoval()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = lookThrough(fixture);
        QTRY_VERIFY(tree(fixture)->isVisible());
        select(fixture, QStringLiteral("Geheimes Tagebuch.txt"));
        QTest::keyClick(tree(fixture), Qt::Key_P);
        fixture.type("privateFilesTarget", fixture.sample.folder.filePath(QStringLiteral("stick")));
        fixture.find<QCheckBox>("lockPrivateFiles")->click();
        QTRY_VERIFY(!fixture.primary()->isEnabled()); // no passphrase yet
        auto* targets = fixture.find<QWidget>("lockPrivateFiles")->parentWidget();
        for (const auto& field : {QStringLiteral("passphrase"), QStringLiteral("passphraseAgain")}) {
            QTest::keyClicks(targets->findChild<QLineEdit*>(field), QStringLiteral("ein langer Satz"));
        }
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(handover.topicIfSet<handover::FilesOutcome>().has_value(), 20000);
        QTRY_VERIFY(!fixture.window->acts()->isRunning());
        QVERIFY(handover.topicIfSet<handover::FilesOutcome>()->isLocked);
        const QString diary = fixture.sample.folder.filePath(QStringLiteral("tisch/Geheimes Tagebuch.txt"));
        const QString zip = handover.topic<handover::FilesChoice>().packPath;
        QVERIFY(QFile::exists(zip));
        QVERIFY(!fixture.primary()->isEnabled()); // the passphrase once more
        // A wrong one removes nothing.
        QTest::keyClicks(fixture.find<QLineEdit>("packPassphrase"), QStringLiteral("ein falscher Satz"));
        fixture.primary()->click();
        QTRY_VERIFY(!fixture.window->acts()->isRunning());
        QVERIFY(QFile::exists(diary));
        QTRY_VERIFY(!fixture.primary()->isEnabled());
        QTest::keyClicks(fixture.find<QLineEdit>("packPassphrase"), QStringLiteral("ein langer Satz"));
        fixture.primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(handover.isDone(Step::Files), 20000);
        QVERIFY(!QFile::exists(diary));
        QCOMPARE(handover.topicIfSet<handover::FilesOutcome>()->removed.value_or(0), 1U);
        QFile file(zip);
        QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains("Tagebuch"));
    }
};

QTEST_MAIN(TestFilesPage)
#include "tst_files_page.moc"
