// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/layering.h"

#include <QFileInfo>
#include <QLibraryInfo>
#include <QMap>
#include <QRegularExpression>

namespace {

/** Folders of ours that a folder may include, itself aside. */
const QMap<QString, QStringList>& allowedFolders()
{
    static const QStringList steps{
        QStringLiteral("policy"),     QStringLiteral("checklists"), QStringLiteral("mail"),
        QStringLiteral("separation"), QStringLiteral("archive"),    QStringLiteral("files"),
        QStringLiteral("directory"),  QStringLiteral("reply"),      QStringLiteral("secrets"),
        QStringLiteral("printing"),   QStringLiteral("receipt")};
    static const QString core = QStringLiteral("core");
    static const QString mail = QStringLiteral("mail");
    static const QStringList model = steps + QStringList{core, QStringLiteral("handover")};
    static const QMap<QString, QStringList> table{
        {QStringLiteral("model/core"), {}},
        {QStringLiteral("model/policy"), {core}},
        {QStringLiteral("model/checklists"), {core, QStringLiteral("policy")}},
        {QStringLiteral("model/mail"), {core}},
        {QStringLiteral("model/separation"), {core, mail}},
        {QStringLiteral("model/archive"), {core, mail, QStringLiteral("separation")}},
        {QStringLiteral("model/files"), {core}},
        {QStringLiteral("model/directory"), {core}},
        {QStringLiteral("model/reply"), {core, mail}},
        {QStringLiteral("model/secrets"), {core}},
        {QStringLiteral("model/printing"), {core}},
        {QStringLiteral("model/receipt"), {core}},
        {QStringLiteral("model/handover"), steps + QStringList{core}},
        {QStringLiteral("wizard_pages"), model},
        {QStringLiteral("app"), model + QStringList{QStringLiteral("wizard_pages")}},
    };
    return table;
}

/** Third-party headers (the first part of their path) that one folder alone may include. */
const QMap<QString, QStringList>& allowedForeign()
{
    static const auto list = [](const char* names) { return QString::fromLatin1(names).split(u' '); };
    static const QMap<QString, QStringList> table{
        {QStringLiteral("model/core"), list("openssl sodium.h toml++")},
        {QStringLiteral("model/policy"), list("openssl")},
        {QStringLiteral("model/mail"), list("gmime glib.h glib-object.h libpff.h openssl sodium.h zlib.h")},
        {QStringLiteral("model/archive"), list("archive.h archive_entry.h libdeflate.h zlib.h openssl")},
        {QStringLiteral("model/files"), list("boost")},
        {QStringLiteral("model/reply"), list("curl")},
        {QStringLiteral("model/directory"), list("krb5.h lber.h ldap.h openssl profile.h sodium.h")},
        {QStringLiteral("model/secrets"), list("qt6keychain sodium.h openssl")},
        {QStringLiteral("model/receipt"), list("qpdf qrencode.h openssl libp11.h ZXing")},
        {QStringLiteral("model/handover"), list("sodium.h")},
        {QStringLiteral("wizard_pages"), list("cups")},
    };
    return table;
}

/** Qt modules beside QtCore. Widgets stand on top only; in the model only the receipt draws. */
const QMap<QString, QStringList>& allowedQt()
{
    static const auto list = [](const char* names) { return QString::fromLatin1(names).split(u' '); };
    static const QMap<QString, QStringList> table{
        {QStringLiteral("model/core"), list("QtConcurrent")},
        {QStringLiteral("model/mail"), list("QtNetwork QtNetworkAuth")},
        {QStringLiteral("model/reply"), list("QtNetwork")},
        {QStringLiteral("model/directory"), list("QtNetwork")},
        {QStringLiteral("model/printing"), list("QtNetwork")},
        {QStringLiteral("model/receipt"), list("QtGui QtPdf QtSvg QtNetwork")},
        {QStringLiteral("model/handover"), list("QtConcurrent QtSql")},
        {QStringLiteral("wizard_pages"),
         list("QtWidgets QtGui QtPdf QtPdfWidgets QtPrintSupport QtSvg QtSvgWidgets QtConcurrent")},
        {QStringLiteral("app"), list("QtWidgets QtGui QtSvg QtPdf QtTest")},
    };
    return table;
}

QStringList includesOf(const QByteArray& text)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                            QRegularExpression::MultilineOption);
    QStringList list;
    for (auto found = include.globalMatch(QString::fromUtf8(text)); found.hasNext();) {
        list.append(found.next().captured(1));
    }
    return list;
}

/** The text without comments and string literals, so that words in them do not count. */
QString codeOf(const QByteArray& text)
{
    static const QRegularExpression noise(
        QStringLiteral("//[^\\n]*|/\\*.*?\\*/|R\"\\((?:.*?)\\)\"|\"(?:[^\"\\\\\\n]|\\\\.)*\""),
        QRegularExpression::DotMatchesEverythingOption);
    return QString::fromUtf8(text).remove(noise);
}

QStringList breachesOfWords(const QString& folder, const QByteArray& text)
{
    static const QRegularExpression translation(
        QStringLiteral("\\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\\s*\\("));
    static const QRegularExpression nested(QStringLiteral("\\b(processEvents|QEventLoop)\\b"));
    const QString code = codeOf(text);
    QStringList list;
    if (folder.startsWith(QStringLiteral("model/")) && folder != QStringLiteral("model/receipt") &&
        code.contains(translation)) {
        list.append(QStringLiteral("says a sentence; the model returns facts (rule 5)"));
    }
    if (folder == QStringLiteral("wizard_pages") && code.contains(nested)) {
        list.append(QStringLiteral("runs a nested event loop (rule 6)"));
    }
    return list;
}

} // namespace

Layering::Layering() : m_qtHeaders(QLibraryInfo::path(QLibraryInfo::HeadersPath)) {}

QString Layering::folderOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() > 2 && parts.first() == QStringLiteral("model")) {
        return QStringLiteral("model/") + parts[1];
    }
    const bool isTop = parts.first() == QStringLiteral("wizard_pages") || parts.first() == QStringLiteral("app");
    return parts.size() > 1 && isTop ? parts.first() : QString();
}

QString Layering::qtModuleOf(const QString& include) const
{
    const QString first = include.section(u'/', 0, 0);
    if (include.contains(u'/') && first.startsWith(QStringLiteral("Qt"))) {
        return first;
    }
    static const QStringList modules{
        QStringLiteral("QtCore"),       QStringLiteral("QtGui"),          QStringLiteral("QtWidgets"),
        QStringLiteral("QtNetwork"),    QStringLiteral("QtConcurrent"),   QStringLiteral("QtSql"),
        QStringLiteral("QtSvg"),        QStringLiteral("QtSvgWidgets"),   QStringLiteral("QtPdf"),
        QStringLiteral("QtPdfWidgets"), QStringLiteral("QtPrintSupport"), QStringLiteral("QtTest"),
        QStringLiteral("QtDBus")};
    for (const QString& module : modules) {
        if (QFileInfo::exists(QStringLiteral("%1/%2/%3").arg(m_qtHeaders, module, include))) {
            return module;
        }
    }
    return {};
}

Layering::Origin Layering::originOf(const QString& include) const
{
    static const QRegularExpression own(QStringLiteral(
        "^(core|policy|checklists|mail|separation|archive|files|directory|reply|secrets|printing|receipt|"
        "handover|wizard_pages|app|widgets|model)/"));
    static const QRegularExpression standard(QStringLiteral("^[a-z_]+$"));
    if (include.contains(own) || include.endsWith(QStringLiteral(".moc")) || include.endsWith(QStringLiteral(".inc"))) {
        return Origin::Own;
    }
    if (!qtModuleOf(include).isEmpty()) {
        return Origin::Qt;
    }
    return include.contains(standard) ? Origin::Standard : Origin::Foreign;
}

QString Layering::breachOfInclude(const QString& path, const QString& folder, const QString& include) const
{
    switch (originOf(include)) {
    case Origin::Standard:
        return {};
    case Origin::Own: {
        const QString target = include.section(u'/', 0, 0);
        const bool isSame = folder == target || folder.section(u'/', -1) == target || !include.contains(u'/') ||
                            (folder == QStringLiteral("wizard_pages") && target == QStringLiteral("widgets"));
        return isSame || allowedFolders().value(folder).contains(target)
                   ? QString()
                   : QStringLiteral("may not know %1 (rule 1)").arg(include);
    }
    case Origin::Qt: {
        const QString module = qtModuleOf(include);
        return module == QStringLiteral("QtCore") || allowedQt().value(folder).contains(module)
                   ? QString()
                   : QStringLiteral("may not include %1 of %2 (rule 1)").arg(include, module);
    }
    case Origin::Foreign:
        break;
    }
    // The one place that knows the operating system.
    if (path.startsWith(QStringLiteral("model/core/platform_"))) {
        return {};
    }
    return allowedForeign().value(folder).contains(include.section(u'/', 0, 0))
               ? QString()
               : QStringLiteral("may not include the third-party header %1 (rule 1)").arg(include);
}

QStringList Layering::thirdPartyIncludes(const QByteArray& text) const
{
    QStringList list = includesOf(text);
    list.removeIf([this](const QString& include) { return originOf(include) != Origin::Foreign; });
    return list;
}

QStringList Layering::breaches(const QString& path, const QByteArray& text) const
{
    const QString folder = folderOf(path);
    if (folder.isEmpty()) {
        return {};
    }
    QStringList list;
    if (!allowedFolders().contains(folder)) {
        list.append(QStringLiteral("%1: this folder is not in the table of the house").arg(path));
        return list;
    }
    const QStringList includes = includesOf(text);
    for (const QString& include : includes) {
        if (const QString breach = breachOfInclude(path, folder, include); !breach.isEmpty()) {
            list.append(QStringLiteral("%1: %2").arg(path, breach));
        }
    }
    const QStringList words = breachesOfWords(folder, text);
    for (const QString& word : words) {
        list.append(QStringLiteral("%1: %2").arg(path, word));
    }
    return list;
}
