// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_name.h"

#include "core/removable_drives.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace staffelstab::files {

namespace {

bool isText(const QByteArray& name)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(name);
    return !decoder.hasError() && !text.isNull();
}

bool isForbidden(QChar letter)
{
    return letter.unicode() < 32 || letter.unicode() == 127 || QStringView(u"<>:\"/\\|?*").contains(letter);
}

bool isDevice(const QString& name)
{
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return name.contains(device);
}

bool hasWindowsName(const QString& name)
{
    return std::none_of(name.begin(), name.end(), isForbidden) && !name.endsWith(u'.') && !name.endsWith(u' ') &&
           !isDevice(name);
}

/** Cuts in front of the ending. */
QString shortened(const QString& name, qsizetype most)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 && name.size() - dot <= 16 ? name.mid(dot) : QString();
    QString stem = name.chopped(ending.size());
    while ((stem + ending).toUtf8().size() > most && !stem.isEmpty()) {
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    }
    return stem + ending;
}

} // namespace

MediumRules rulesOf(const QByteArray& fileSystem)
{
    const QByteArray name = fileSystem.toLower();
    const auto isOne = [&name](std::initializer_list<const char*> list) {
        return std::any_of(list.begin(), list.end(), [&name](const char* one) { return name == one; });
    };
    MediumRules rules;
    rules.fileSystem = QString::fromLatin1(name);
    rules.largestFile = largestFileOn(name);
    if (rules.largestFile >= 0 || isOne({"exfat", "ntfs", "ntfs3", "fuseblk", "cifs", "smb3", "smbfs"})) {
        rules.hasWindowsNames = true;
        rules.ignoresCase = true;
        rules.needsUnicode = true;
    }
    if (isOne({"apfs", "hfs", "hfsplus"})) {
        rules.ignoresCase = true;
        rules.needsUnicode = true;
    }
    return rules;
}

MediumRules rulesFor(const QString& path)
{
    return rulesOf(fileSystemAt(path));
}

MediumRules rulesOfZip()
{
    // Whatever it is unpacked on: Windows is the narrowest.
    return rulesOf("ntfs");
}

bool fits(const QByteArray& name, const MediumRules& rules)
{
    if (name.isEmpty() || name.size() > rules.longestName) {
        return false;
    }
    if (rules.needsUnicode && !isText(name)) {
        return false;
    }
    return !rules.hasWindowsNames || hasWindowsName(QString::fromUtf8(name));
}

QByteArray fittingName(const QByteArray& name, const MediumRules& rules)
{
    if (fits(name, rules)) {
        return name;
    }
    QString text = QString::fromUtf8(name);
    text.replace(QChar::ReplacementCharacter, u'_');
    if (rules.hasWindowsNames) {
        std::replace_if(text.begin(), text.end(), isForbidden, QChar(u'_'));
        while (text.endsWith(u'.') || text.endsWith(u' ')) {
            text.chop(1);
        }
        if (text.isEmpty() || isDevice(text)) {
            text.prepend(u'_');
        }
    }
    return shortened(text, rules.longestName).toUtf8();
}

QByteArray nameKey(const QByteArray& name, const MediumRules& rules)
{
    return rules.ignoresCase ? QString::fromUtf8(name).normalized(QString::NormalizationForm_C).toCaseFolded().toUtf8()
                             : name;
}

} // namespace staffelstab::files
