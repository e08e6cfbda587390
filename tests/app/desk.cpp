// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>

namespace {

const QString sample = QStringLiteral(TEST_SOURCE_DIR "/resources/sample");

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    return file.readAll();
}

void copyTree(const QString& from, const QString& to)
{
    QDirIterator entries(from, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    QDir().mkpath(to);
    while (entries.hasNext()) {
        const QString entry = entries.next();
        const QString target = QDir(to).filePath(QDir(from).relativeFilePath(entry));
        QDir().mkpath(entries.fileInfo().isDir() ? target : QFileInfo(target).absolutePath());
        if (entries.fileInfo().isFile() && !QFile::copy(entry, target)) {
            qFatal("cannot copy %s", qPrintable(entry));
        }
    }
}

QJsonObject parseLine(const QByteArray& line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject()) {
        qFatal("not a JSON object: %s", line.constData());
    }
    return document.object();
}

} // namespace

QJsonObject Outcome::summary() const
{
    return events.empty() || events.back()[QStringLiteral("event")] != QStringLiteral("summary") ? QJsonObject()
                                                                                                 : events.back();
}

std::vector<QJsonObject> Outcome::of(const QString& event) const
{
    std::vector<QJsonObject> list;
    std::copy_if(events.begin(), events.end(), std::back_inserter(list),
                 [&](const QJsonObject& one) { return one[QStringLiteral("event")] == event; });
    return list;
}

QString Desk::placeForFolder()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return QDir(memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath())
        .filePath(QStringLiteral("desk-XXXXXX"));
}

Desk::Desk()
{
    copyTree(sample + QStringLiteral("/Maildir"), mailbox());
    QDir().mkpath(path(QStringLiteral("home")));
    QDir().mkpath(path(QStringLiteral("tmp")));
    for (const auto& folder : {QStringLiteral("schreibtisch/Privat"), QStringLiteral("schreibtisch/Projekt")}) {
        QDir().mkpath(path(folder));
    }
    write(QStringLiteral("schreibtisch/Privat/Brief an Oma.txt"), "Liebe Oma");
    write(QStringLiteral("schreibtisch/Projekt/Plan.txt"), "Plan");
    write(QStringLiteral("schreibtisch/Notiz.txt"), "Notiz");
}

QString Desk::write(const QString& name, const QByteArray& text, bool isSecret) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(name));
    }
    const auto owner = QFile::ReadOwner | QFile::WriteOwner;
    file.setPermissions(isSecret ? owner : owner | QFile::ReadGroup | QFile::ReadOther);
    return file.fileName();
}

QByteArray Desk::wholeHandover() const
{
    return R"(
[takeaway]
action = "take"
format = "mbox"
target = "out/private"
[archive]
target = "out/medium"
passphrase_file = "archive.pw"
[contacts]
way = "none"
[out_of_office]
way = "none"
[files]
roots = ["schreibtisch"]
rules = [{ path = "schreibtisch/Privat", verdict = "private" }, { path = "schreibtisch/Projekt", verdict = "business" }]
private_target = "out/stick"
business_target = "out/dateien"
[account]
way = "files"
target = "out/konto"
[password]
way = "it"
it_name = "Tom Technik"
it_date = 2026-12-31
[signature.leaver]
typed = "Lea Gehtbald"
[signature.supervisor]
reservation = "Dienstwagen noch nicht zurück"
[receipt]
target = "out"
)";
}

QString Desk::writeAnswers(const QByteArray& mailPart, const QByteArray& more) const
{
    const QByteArray head = R"(
language = "de"
case = "lea.case"
policy = "policy.toml"
[people.leaver]
name = "Lea Gehtbald"
email = "lea.gehtbald@firma.example"
[people.supervisor]
name = "Sven Vorgesetzt"
email = "sven.vorgesetzt@firma.example"
[dates]
last_working_day = 2026-12-31
end_of_contract = 2026-12-31
[[mailbox]]
kind = "maildir"
path = "Maildir"
[separation]
)";
    write(QStringLiteral("policy.toml"),
          "name = 'Regelung'\nversion = '1'\n[company]\nname = 'Beispiel GmbH'\ndomains = ['firma.example']\n");
    write(QStringLiteral("archive.pw"), "Archiv-Kennwort-4711\n", true);
    return write(QStringLiteral("answers.toml"), head + mailPart + more);
}

void Desk::changeAnswers(const QByteArray& from, const QByteArray& to) const
{
    QByteArray text = contentOf(path(QStringLiteral("answers.toml")));
    if (!text.contains(from)) {
        qFatal("the answers do not hold: %s", from.constData());
    }
    write(QStringLiteral("answers.toml"), text.replace(from, to));
}

Outcome Desk::call(const QStringList& arguments, const std::function<bool(const QJsonObject&)>& stopAt) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), path(QStringLiteral("home")));
    environment.insert(QStringLiteral("TMPDIR"), path(QStringLiteral("tmp")));
    for (const auto& name :
         {QStringLiteral("DISPLAY"), QStringLiteral("WAYLAND_DISPLAY"), QStringLiteral("QT_QPA_PLATFORM")}) {
        environment.remove(name);
    }
    for (const auto& name :
         {QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("XDG_DATA_HOME"), QStringLiteral("XDG_CACHE_HOME")}) {
        environment.insert(name, path(QStringLiteral("home")));
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(STAFFELSTAB_PROGRAM), arguments);
    Outcome outcome;
    const bool isJson = arguments.contains(QStringLiteral("--json"));
    const auto takeLines = [&] {
        while (isJson && process.canReadLine()) {
            const QByteArray line = process.readLine();
            outcome.output += line;
            outcome.events.push_back(parseLine(line));
            if (stopAt && stopAt(outcome.events.back())) {
                process.kill();
                outcome.isKilled = true;
            }
        }
    };
    while (process.state() != QProcess::NotRunning && process.waitForReadyRead(60000)) {
        takeLines();
    }
    process.waitForFinished(60000);
    takeLines();
    outcome.output += process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    outcome.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return outcome;
}

QStringList Desk::messageIds() const
{
    return messageIdsBelow(mailbox());
}

QStringList Desk::writtenFiles() const
{
    QStringList list;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const bool isInput = file.endsWith(QStringLiteral(".pw")) || file.startsWith(mailbox());
        if (!isInput) {
            list.append(file);
        }
    }
    return list;
}

QHash<QString, QString> sampleLabels()
{
    QHash<QString, QString> labels;
    const QList<QByteArray> lines = contentOf(sample + QStringLiteral("/labels.tsv")).split('\n').mid(1);
    for (const QByteArray& line : lines) {
        const QList<QByteArray> columns = line.split('\t');
        if (columns.size() == 2) {
            labels.insert(QString::fromLatin1(columns[0]), QString::fromLatin1(columns[1]));
        }
    }
    return labels;
}

QStringList messageIdsBelow(const QString& folder)
{
    static const QRegularExpression messageId(QStringLiteral("^Message-ID: (<[^>\\n]+>)\\r?$"),
                                              QRegularExpression::MultilineOption);
    QStringList ids;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString text = QString::fromLatin1(contentOf(files.next()));
        for (auto found = messageId.globalMatch(text); found.hasNext();) {
            ids.append(found.next().captured(1));
        }
    }
    ids.sort();
    return ids;
}
