// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/opening_sheet.h"

#include <QFileInfo>
#include <QLocale>

namespace staffelstab::archive {

namespace {

const QString germanZip = QStringLiteral(R"(So öffnen Sie das Archiv
------------------------
1. Sie brauchen 7-Zip (Windows, kostenlos: 7-zip.org) oder ein anderes Programm, das ZIP-Dateien mit AES-256 öffnet.
   Der Windows-Explorer allein kann das nicht.
2. Öffnen Sie "%1" und geben Sie das Kennwort ein. Es steht nicht hier; Sie bekommen es getrennt.
   Darin liegt eine einzige Datei, "%2".
3. Entpacken Sie diese Datei und öffnen Sie dann "index.html" im entpackten Ordner mit einem Browser.
   Eine Internetverbindung ist nicht nötig.

)");

const QString germanFolder = QStringLiteral(R"(So öffnen Sie das Archiv
------------------------
Öffnen Sie "index.html" im Ordner "%1" mit einem Browser. Eine Internetverbindung ist nicht nötig.
Der Ordner ist nicht verschlüsselt: bewahren Sie ihn so auf, wie es sein Inhalt verlangt.

)");

const QString germanDisc = QStringLiteral(R"(So öffnen Sie das Archiv
------------------------
Von einer Disc: einlegen. Als Datei: "%1" durch Doppelklick öffnen; Windows, macOS und Linux zeigen sie wie eine Disc.
Auch 7-Zip öffnet sie. Dann "index.html" im Ordner darauf mit einem Browser öffnen. Eine Internetverbindung ist nicht nötig.
Die Disc ist nicht verschlüsselt: bewahren Sie sie so auf, wie es ihr Inhalt verlangt.

)");

const QString germanRest = QStringLiteral(R"(Was enthalten ist
-----------------
%1 dienstliche Nachrichten (%2), jede als .eml-Datei in den Ordnern des Postfachs unter "data";
index.html (Liste zum Lesen), index.csv (für Tabellenprogramme) und Prüfsummen aller Dateien.
%3
So prüfen Sie das Archiv
------------------------
%4

Mit Staffelstab: "Prüfen und drucken". Ohne: im entpackten Ordner "sha256sum -c manifest-sha256.txt" ausführen.

Dies ist eine Kopie zur Übergabe; sie ersetzt nicht das GoBD-Archiv.
)");

const QString englishZip = QStringLiteral(R"(How to open the archive
-----------------------
1. You need 7-Zip (Windows, free: 7-zip.org) or another program that opens ZIP files with AES-256.
   Windows Explorer alone cannot.
2. Open "%1" and enter the password. It is not written here; you receive it separately.
   There is a single file inside, "%2".
3. Unpack that file, then open "index.html" in the unpacked folder with a browser.
   No internet connection is needed.

)");

const QString englishFolder = QStringLiteral(R"(How to open the archive
-----------------------
Open "index.html" in the folder "%1" with a browser. No internet connection is needed.
The folder is not encrypted: keep it as safe as its contents require.

)");

const QString englishDisc = QStringLiteral(R"(How to open the archive
-----------------------
On a disc: insert it. As a file: open "%1" by a double click; Windows, macOS and Linux show it like a disc, and 7-Zip
opens it too. Then open "index.html" in the folder on it with a browser. No internet connection is needed.
The disc is not encrypted: keep it as safe as its contents require.

)");

const QString englishRest = QStringLiteral(R"(What is inside
--------------
%1 business messages (%2), each an .eml file in the mailbox's folders below "data";
index.html (a list to read), index.csv (for spreadsheets) and checksums of all files.
%3
How to check the archive
------------------------
%4

With Staffelstab: "Verify and print". Without: run "sha256sum -c manifest-sha256.txt" in the unpacked folder.

This is a handover copy; it does not replace the GoBD archive.
)");

bool isGerman(const QString& language)
{
    return language == QLatin1String("de");
}

QString heading(const ArchiveOptions& options)
{
    const bool de = isGerman(options.language);
    const std::pair<QString, QString> facts[] = {
        {de ? QStringLiteral("Übergabe") : QStringLiteral("Handover"), options.caseNumber},
        {de ? QStringLiteral("Unternehmen") : QStringLiteral("Company"), options.organisation},
        {de ? QStringLiteral("Übergeben von") : QStringLiteral("Handed over by"), options.leaverName},
        {de ? QStringLiteral("Übernommen von") : QStringLiteral("Taken over by"), options.supervisorName},
        {de ? QStringLiteral("Datum") : QStringLiteral("Date"), options.date.toString(Qt::ISODate)},
    };
    const QString title = de ? QStringLiteral("Übergabearchiv") : QStringLiteral("Business archive");
    QString text = title + QLatin1Char('\n') + QString(title.size(), QLatin1Char('=')) + QLatin1Char('\n');
    for (const auto& [name, value] : facts) {
        if (!value.isEmpty()) {
            text += name + QStringLiteral(": ") + value.simplified() + QLatin1Char('\n');
        }
    }
    return text + QLatin1Char('\n');
}

/** With the archive's name as %1; a ZIP's content is %2. */
const QString& opensHow(const ArchiveOptions& options)
{
    const bool de = isGerman(options.language);
    switch (options.container) {
    case ArchiveOptions::Container::Zip:
        return de ? germanZip : englishZip;
    case ArchiveOptions::Container::Iso:
        return de ? germanDisc : englishDisc;
    case ArchiveOptions::Container::Folder:
        break;
    }
    return de ? germanFolder : englishFolder;
}

QString missing(const ArchiveOptions& options, const ArchiveReport& report)
{
    if (report.skipped.empty()) {
        return {};
    }
    const QString sentence = isGerman(options.language)
                                 ? QStringLiteral("%1 Nachrichten waren nicht lesbar und fehlen.\n")
                                 : QStringLiteral("%1 messages were unreadable and are missing.\n");
    return sentence.arg(report.skipped.size());
}

} // namespace

QString sheetSuffix(const QString& language)
{
    return isGerman(language) ? QStringLiteral("-Anleitung.txt") : QStringLiteral("-how-to-open.txt");
}

QString openingSheet(const ArchiveOptions& options, const ArchiveReport& report)
{
    const bool de = isGerman(options.language);
    const QFileInfo archive(report.path);
    const QLocale locale(de ? QLocale::German : QLocale::English);
    // sha256sum's own form, so that the line can be given to "sha256sum -c" as it stands.
    const bool isFolder = options.container == ArchiveOptions::Container::Folder;
    const QString checked = archive.fileName() + (isFolder ? QStringLiteral("/tagmanifest-sha256.txt") : QString());
    const QString sum = QString::fromLatin1(report.sha256.toHex()) + QStringLiteral("  ") + checked;
    const bool isZip = options.container == ArchiveOptions::Container::Zip;
    const QString opening =
        isZip ? opensHow(options).arg(archive.fileName(), archive.completeBaseName() + QStringLiteral(".bag.zip"))
              : opensHow(options).arg(archive.fileName());
    return heading(options) + opening +
           (de ? germanRest : englishRest)
               .arg(locale.toString(report.messages),
                    locale.formattedDataSize(report.messageBytes, 1, QLocale::DataSizeTraditionalFormat),
                    missing(options, report), sum);
}

} // namespace staffelstab::archive
