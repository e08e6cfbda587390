// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace staffelstab::receipt {

/** What a program of someone else's says; a program that is not there is said so in the text. */
struct Said
{
    int exit = -1;
    QString text;
};

inline Said run(const QString& program, const QStringList& arguments, const QString& folder = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    if (!folder.isEmpty()) {
        process.setWorkingDirectory(folder);
    }
    process.start(program, arguments);
    if (!process.waitForFinished(60000)) {
        return {-1, program + QStringLiteral(": ") + process.errorString()};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

/** A folder with the files a tool is to look at. */
class Workbench
{
public:
    QString put(const QString& name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }
    QByteArray take(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString path(const QString& name = {}) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/** Apache PDFBox Preflight's word on a PDF/A-1b file. */
inline QString preflight(const QByteArray& pdf)
{
    QStringList jars;
    for (const char* name :
         {"preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api"}) {
        jars.append(QStringLiteral("/usr/share/java/%1.jar").arg(QLatin1String(name)));
    }
    const Workbench bench;
    const QString file = bench.put(QStringLiteral("receipt.pdf"), pdf);
    return run(QStringLiteral("java"),
               {QStringLiteral("-XX:+UseSerialGC"), QStringLiteral("-XX:TieredStopAtLevel=1"), QStringLiteral("-cp"),
                jars.join(QLatin1Char(':')), QStringLiteral("org.apache.pdfbox.preflight.Validator_A1b"), file})
        .text;
}

/** A test's main() with the fonts and painters of Qt Gui. */
template <typename Test>
int runWithGui(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace staffelstab::receipt
