// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

/** What a desktop does with a double click on a receipt, as the installed files tell it. */
class TestDesktopEntry : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_prefix;

private Q_SLOTS:
    void initTestCase()
    {
        const QString packages = m_prefix.filePath(QStringLiteral("mime/packages"));
        QVERIFY(QDir().mkpath(packages));
        QVERIFY(QFile::copy(QStringLiteral("/usr/share/mime/packages/freedesktop.org.xml"),
                            packages + QStringLiteral("/freedesktop.org.xml")));
        QVERIFY(QFile::copy(QStringLiteral(TEST_SOURCE_DIR "/resources/desktop/staffelstab.xml"),
                            packages + QStringLiteral("/staffelstab.xml")));
        QCOMPARE(QProcess::execute(QStringLiteral("update-mime-database"), {m_prefix.filePath(QStringLiteral("mime"))}),
                 0);
        qputenv("XDG_DATA_DIRS", QFile::encodeName(m_prefix.path()));
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_prefix.filePath(QStringLiteral("home"))));
    }

    void aHalfSignedReceiptHasATypeOfItsOwn()
    {
        const QMimeType pending = QMimeDatabase().mimeTypeForFile(QStringLiteral("Protokoll-2026-0042.pending.pdf"),
                                                                  QMimeDatabase::MatchExtension);
        QCOMPARE(pending.name(), QStringLiteral("application/x-staffelstab-pending"));
        QVERIFY(pending.inherits(QStringLiteral("application/pdf")));
        const QMimeType other =
            QMimeDatabase().mimeTypeForFile(QStringLiteral("Rechnung.pdf"), QMimeDatabase::MatchExtension);
        QCOMPARE(other.name(), QStringLiteral("application/pdf"));
    }

    void theProgramOpensIt()
    {
        QSettings entry(QStringLiteral(TEST_SOURCE_DIR "/resources/desktop/staffelstab.desktop"), QSettings::IniFormat);
        entry.beginGroup(QStringLiteral("Desktop Entry"));
        QCOMPARE(entry.value(QStringLiteral("Exec")).toString(), QStringLiteral("staffelstab %F"));
        QFile file(entry.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\nMimeType=application/x-staffelstab-pending;application/pdf;\n"));
    }
};

QTEST_GUILESS_MAIN(TestDesktopEntry)
#include "tst_desktop_entry.moc"
