// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/contact_list.h"

#include "archive/index_text.h"
#include "archive/output_place.h"
#include "core/atomic_file.h"
#include "mail/mapi/content_lines.h"

#include <QDir>

namespace staffelstab::archive {

namespace {

using mail::mapi::ContentLines;
using separation::Contact;

struct Words
{
    QStringList columns;
    QString last;
    QString successor;
    QString fileName;
};

const Words& wordsIn(const QString& language)
{
    static const Words german{{QStringLiteral("Rang"), QStringLiteral("Name"), QStringLiteral("E-Mail"),
                               QStringLiteral("Letzter Kontakt"), QStringLiteral("Nachrichten in 12 Monaten"),
                               QStringLiteral("Nachrichten"), QStringLiteral("Nachfolge"),
                               QStringLiteral("E-Mail der Nachfolge")},
                              QStringLiteral("Letzter Kontakt: %1"),
                              QStringLiteral("Nachfolge: %1"),
                              QStringLiteral("Kontakte-%1")};
    static const Words english{{QStringLiteral("Rank"), QStringLiteral("Name"), QStringLiteral("E-mail"),
                                QStringLiteral("Last contact"), QStringLiteral("Messages in 12 months"),
                                QStringLiteral("Messages"), QStringLiteral("Successor"),
                                QStringLiteral("Successor's e-mail")},
                               QStringLiteral("Last contact: %1"),
                               QStringLiteral("Successor: %1"),
                               QStringLiteral("Contacts-%1")};
    return language == QLatin1String("de") ? german : english;
}

QByteArray row(const QStringList& fields)
{
    QByteArrayList quoted;
    for (const QString& field : fields) {
        quoted.append(csvField(field));
    }
    return quoted.join(',') + "\r\n";
}

QByteArray tableOf(std::span<const Contact> contacts, const ContactListOptions& options)
{
    QByteArray text = "\xEF\xBB\xBF" + row(wordsIn(options.language).columns);
    int rank = 0;
    for (const Contact& contact : contacts) {
        text += row({QString::number(++rank), contact.name, contact.address, contact.last.toString(Qt::ISODate),
                     QString::number(contact.recent), QString::number(contact.messages), options.successor.name,
                     options.successor.email});
    }
    return text;
}

/** The last word is the family name, as most address books take it. */
QByteArray structuredName(const QString& name)
{
    const qsizetype gap = name.lastIndexOf(u' ');
    return ContentLines::escaped(name.mid(gap + 1)) + ';' +
           ContentLines::escaped(name.left(std::max<qsizetype>(gap, 0))) + ";;;";
}

QByteArray cardOf(const Contact& contact, const ContactListOptions& options)
{
    const Words& words = wordsIn(options.language);
    const QString name = contact.name.trimmed().isEmpty() ? contact.address : contact.name.simplified();
    QStringList notes;
    if (contact.last.isValid()) {
        notes.append(words.last.arg(contact.last.toString(Qt::ISODate)));
    }
    if (!options.successor.name.isEmpty()) {
        notes.append(words.successor.arg(options.successor.name));
    }
    ContentLines card;
    card.addRaw("BEGIN", "VCARD");
    card.addRaw("VERSION", "3.0");
    card.addRaw("N", structuredName(name));
    card.add("FN", name);
    card.add("EMAIL;TYPE=INTERNET", contact.address);
    card.add("NOTE", notes.join(QStringLiteral(". ")));
    card.addRaw("END", "VCARD");
    return card.text();
}

/** The digest of the file as it was read back. */
Result<QByteArray> writeVerified(const QString& path, const QByteArray& bytes)
{
    AtomicFile file(path);
    Status written = file.open();
    if (written) {
        written = file.write(bytes);
    }
    if (written) {
        written = file.flush();
    }
    if (!written) {
        return written.failure();
    }
    const Result<QByteArray> readBack = sha256OfFile(file.partPath());
    if (!readBack) {
        return readBackFailure(readBack.failure(), path);
    }
    if (*readBack != file.sha256()) {
        return Failure{Failure::Kind::ReadBackDiffers, path, {}};
    }
    written = file.commit();
    return written ? readBack : Result<QByteArray>(written.failure());
}

} // namespace

Result<ContactListReport> writeContactList(std::span<const Contact> contacts, const ContactListOptions& options)
{
    const QDir folder(options.target);
    if (options.target.isEmpty() || !QDir().mkpath(options.target)) {
        return Failure{Failure::Kind::FileNotWritable, options.target, {}};
    }
    const QString name = folder.filePath(wordsIn(options.language).fileName.arg(options.caseNumber));
    ContactListReport report;
    report.contacts = static_cast<quint32>(contacts.size());
    report.csvFile = name + QStringLiteral(".csv");
    report.cardFile = name + QStringLiteral(".vcf");
    Result<QByteArray> digest = writeVerified(report.csvFile, tableOf(contacts, options));
    if (!digest) {
        return digest.failure();
    }
    report.csvSha256 = *digest;
    QByteArray cards;
    for (const Contact& contact : contacts) {
        cards += cardOf(contact, options);
    }
    digest = writeVerified(report.cardFile, cards);
    if (!digest) {
        return digest.failure();
    }
    report.cardSha256 = *digest;
    return report;
}

} // namespace staffelstab::archive
