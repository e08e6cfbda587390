// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_name.h"

#include <QTest>

using namespace staffelstab::files;

class TestFileName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhatAMediumCanKeep_data()
    {
        QTest::addColumn<QByteArray>("fileSystem");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("fitting");
        const auto row = [](const char* what, const char* fileSystem, const QByteArray& name,
                            const QByteArray& fitting) {
            QTest::newRow(what) << QByteArray(fileSystem) << name << fitting;
        };
        row("a plain name", "vfat", "Brief.odt", "Brief.odt");
        row("umlauts", "vfat", "Lebenslauf für Nürnberg.pdf", "Lebenslauf für Nürnberg.pdf");
        row("a colon on FAT", "vfat", "Protokoll 12:30.txt", "Protokoll 12_30.txt");
        row("a colon on ext4", "ext4", "Protokoll 12:30.txt", "Protokoll 12:30.txt");
        row("a question on NTFS", "fuseblk", "Was nun?.txt", "Was nun_.txt");
        row("a dot at the end", "exfat", "Ende...", "Ende");
        row("a space at the end", "exfat", "Ende ", "Ende");
        row("only dots", "exfat", "...", "_");
        row("a device", "vfat", "con.txt", "_con.txt");
        row("a device in capitals", "vfat", "LPT1", "_LPT1");
        row("nearly a device", "vfat", "context", "context");
        row("a line break", "vfat", "a\nb", "a_b");
        row("Latin-1 bytes on FAT", "vfat", "Gr\xfc\xdf e.txt", "Gr__ e.txt");
        row("Latin-1 bytes on ext4", "ext4", "Gr\xfc\xdf e.txt", "Gr\xfc\xdf e.txt");
        row("255 bytes", "ext4", QByteArray(255, 'x'), QByteArray(255, 'x'));
        row("too long, the ending stays", "vfat", QByteArray(300, 'x') + ".jpg", QByteArray(251, 'x') + ".jpg");
    }
    void knowsWhatAMediumCanKeep()
    {
        QFETCH(QByteArray, fileSystem);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, fitting);
        const MediumRules rules = rulesOf(fileSystem);
        QCOMPARE(fits(name, rules), name == fitting);
        QCOMPARE(fittingName(name, rules), fitting);
        QVERIFY(fits(fitting, rules));
    }

    void fatHoldsNoFileOfFourGigabytes()
    {
        QCOMPARE(rulesOf("vfat").largestFile, 4294967295LL);
        QCOMPARE(rulesOf("msdos").largestFile, 4294967295LL);
        QCOMPARE(rulesOf("exfat").largestFile, -1LL);
        QCOMPARE(rulesOf("ext4").largestFile, -1LL);
    }

    void namesThatDifferInCaseAreOneWhereTheMediumSaysSo()
    {
        QCOMPARE(nameKey("Foto.JPG", rulesOf("vfat")), nameKey("foto.jpg", rulesOf("vfat")));
        QCOMPARE(nameKey("\u00dcber", rulesOf("vfat")), nameKey("u\u0308ber", rulesOf("vfat")));
        QVERIFY(nameKey("Foto.JPG", rulesOf("ext4")) != nameKey("foto.jpg", rulesOf("ext4")));
    }
};

QTEST_APPLESS_MAIN(TestFileName)
#include "tst_file_name.moc"
