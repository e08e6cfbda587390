// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

/**
 * Every sentence of the program has its German one. The .ts files are brought up to date on a copy: what lupdate finds
 * new, or no longer finds, makes the test fail.
 */
class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_sentence_is_translated_and_none_is_left_over_data();
    void every_sentence_is_translated_and_none_is_left_over();
    void placeholders_are_those_of_the_source_data();
    void placeholders_are_those_of_the_source();
    void every_file_of_translations_is_in_the_table();
};

namespace {

const QDir root(QStringLiteral(TEST_SOURCE_DIR));

struct Row
{
    const char* file;
    const char* folder;
};
constexpr Row rows[]{
    {"staffelstab_de.ts", "wizard_pages"}, {"command_line_de.ts", "app"}, {"receipt_de.ts", "model/receipt"}};

struct Message
{
    QString context;
    QString source;
    QStringList translations;
    QString type;
    bool isPlural = false;
};

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message;
    message.context = context;
    message.isPlural = xml.attributes().value(QStringLiteral("numerus")) == QStringLiteral("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            message.type = xml.attributes().value(QStringLiteral("type")).toString();
            if (!message.isPlural) {
                message.translations = {xml.readElementText()};
                continue;
            }
            while (xml.readNextStartElement()) {
                message.translations.append(xml.readElementText());
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

std::vector<Message> messagesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    std::vector<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QStringLiteral("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QStringLiteral("message")) {
            messages.push_back(readMessage(xml, context));
        }
    }
    return messages;
}

/** %1, %L2, %n and the like, sorted. */
QStringList placeholdersOf(const QString& text)
{
    static const QRegularExpression placeholder(QStringLiteral("%L?(\\d{1,2}|n)"));
    QStringList list;
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        list.append(found.next().captured(1));
    }
    list.removeDuplicates();
    list.sort();
    return list;
}

void addRows()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("folder");
    for (const Row& row : rows) {
        if (QDir(root.filePath(QString::fromLatin1(row.folder))).entryList({QStringLiteral("*.cpp")}).isEmpty()) {
            continue; // a folder without code says nothing
        }
        QTest::newRow(row.file) << root.filePath(QStringLiteral("translations/") + QString::fromLatin1(row.file))
                                << root.filePath(QString::fromLatin1(row.folder));
    }
}

} // namespace

void TestTranslations::every_sentence_is_translated_and_none_is_left_over_data()
{
    addRows();
}

void TestTranslations::every_sentence_is_translated_and_none_is_left_over()
{
    QFETCH(QString, file);
    QFETCH(QString, folder);
    const QTemporaryDir temporary;
    const QString copy = temporary.filePath(QFileInfo(file).fileName());
    QVERIFY2(QFile::copy(file, copy), qPrintable(file));
    QProcess update;
    update.setProcessChannelMode(QProcess::MergedChannels);
    update.start(QStringLiteral(LUPDATE),
                 {QStringLiteral("-I"), root.filePath(QStringLiteral("model")), QStringLiteral("-I"), root.path(),
                  folder, QStringLiteral("-recursive"), QStringLiteral("-locations"), QStringLiteral("none"),
                  QStringLiteral("-disable-heuristic"), QStringLiteral("sametext"), QStringLiteral("-ts"), copy});
    QVERIFY2(update.waitForFinished(60000) && update.exitCode() == 0, update.readAll().constData());
    QStringList wrong;
    const std::vector<Message> messages = messagesOf(copy);
    for (const Message& message : messages) {
        const bool isEmpty = message.translations.isEmpty() || message.translations.contains(QString());
        if (!message.type.isEmpty() || isEmpty) {
            wrong.append(QStringLiteral("%1: %2: %3")
                             .arg(message.context, message.type.isEmpty() ? QStringLiteral("empty") : message.type,
                                  message.source));
        }
    }
    QVERIFY(!messages.empty());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::placeholders_are_those_of_the_source_data()
{
    addRows();
}

void TestTranslations::placeholders_are_those_of_the_source()
{
    QFETCH(QString, file);
    QStringList wrong;
    for (const Message& message : messagesOf(file)) {
        for (const QString& translation : message.translations) {
            // A singular may leave the number out: "one message".
            QStringList wanted = placeholdersOf(message.source);
            QStringList given = placeholdersOf(translation);
            if (message.isPlural) {
                wanted.removeAll(QStringLiteral("n"));
                given.removeAll(QStringLiteral("n"));
            }
            if (wanted != given) {
                wrong.append(QStringLiteral("%1: %2").arg(message.context, message.source));
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestTranslations::every_file_of_translations_is_in_the_table()
{
    QStringList known;
    for (const Row& row : rows) {
        known.append(QString::fromLatin1(row.file));
    }
    // English is the source; its file holds the plurals alone.
    known.append(QStringLiteral("staffelstab_en.ts"));
    const QStringList files = QDir(root.filePath(QStringLiteral("translations"))).entryList({QStringLiteral("*.ts")});
    for (const QString& file : files) {
        QVERIFY2(known.contains(file), qPrintable(file));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
