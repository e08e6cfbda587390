// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/safe_name.h"

#include "core/sha256.h"

#include <QRegularExpression>
#include <QStringList>

namespace staffelstab::archive {

namespace {

/** A slash, eight digits and " (999)". */
constexpr qsizetype roomForHash = 16;

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
        return true;
    default:
        return QChar::isNonCharacter(c) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x3164 || c == 0x115F || c == 0x1160;
    }
}

QString withoutForbidden(const QString& text)
{
    static const QString forbidden = QStringLiteral("/\\:*?\"<>|%");
    QString clean;
    clean.reserve(text.size());
    for (const uint c : text.toUcs4()) {
        if (QChar::isSpace(c)) {
            clean += QLatin1Char(' ');
        } else if (isInvisible(c)) {
            continue;
        } else if (c < 0x80 && forbidden.contains(QChar(c))) {
            clean += QLatin1Char('_');
        } else {
            clean += QString::fromUcs4(reinterpret_cast<const char32_t*>(&c), 1);
        }
    }
    return clean.simplified();
}

bool isDeviceName(const QString& name)
{
    // The device wins over the file whatever follows the first dot; superscript digits count too.
    static const QRegularExpression device(
        QStringLiteral("^(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    return device.match(name).hasMatch();
}

void dropTrailing(QString& name)
{
    while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char(' '))) {
        name.chop(1);
    }
}

QString safeFolderLevel(const QString& raw)
{
    QString name = safeName(raw, 60);
    if (name.endsWith(QLatin1String(".eml"), Qt::CaseInsensitive) ||
        name.endsWith(QLatin1String(".mbox"), Qt::CaseInsensitive)) {
        name += QLatin1Char('_');
    }
    return name;
}

QString joined(const QString& parent, const QString& name)
{
    return parent.isEmpty() ? name : parent + QLatin1Char('/') + name;
}

} // namespace

QString cutToBytes(QStringView text, qsizetype mostBytes)
{
    qsizetype bytes = 0;
    qsizetype units = 0;
    while (units < text.size()) {
        const bool isPair = text[units].isHighSurrogate() && units + 1 < text.size();
        const char16_t c = text[units].unicode();
        bytes += isPair ? 4 : (c < 0x80 ? 1 : (c < 0x800 ? 2 : 3));
        if (bytes > mostBytes) {
            break;
        }
        units += isPair ? 2 : 1;
    }
    return text.first(units).toString();
}

QString safeName(QStringView raw, qsizetype mostBytes)
{
    // A name of a megabyte is cut before it is normalised, which is the dear part.
    QString name = withoutForbidden(raw.first(std::min<qsizetype>(raw.size(), 1000)).toString())
                       .normalized(QString::NormalizationForm_C);
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char(' '))) {
        name.remove(0, 1);
    }
    if (isDeviceName(name)) {
        name.prepend(QLatin1Char('_'));
    }
    name = cutToBytes(name, mostBytes);
    dropTrailing(name);
    return name.isEmpty() ? QStringLiteral("_") : name;
}

QString caselessKey(const QString& path)
{
    // Upper case first: Qt folds one letter to one, but a sharp s is also "SS".
    return path.normalized(QString::NormalizationForm_D)
        .toUpper()
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

QString SafePaths::firstFree(const QString& parent, const QString& name, const QString& suffix)
{
    for (int number = 1;; ++number) {
        const QString mark = number == 1 ? QString() : QStringLiteral(" (%1)").arg(number);
        QString path = joined(parent, name + mark + suffix);
        const QString key = caselessKey(path);
        if (!m_taken.contains(key)) {
            m_taken.insert(key);
            return path;
        }
    }
}

QString SafePaths::folder(const QStringList& levels)
{
    const QString whole = QChar(0) + levels.join(QChar(0));
    if (const auto known = m_collapsed.constFind(whole); known != m_collapsed.constEnd()) {
        return *known;
    }
    QString path;
    QString raw;
    for (qsizetype level = 0; level < levels.size(); ++level) {
        raw += QChar(0) + levels[level];
        if (const auto known = m_known.constFind(raw); known != m_known.constEnd()) {
            path = *known;
            continue;
        }
        QString name = safeFolderLevel(levels[level]);
        // Too deep: all that is left becomes one short level made of its hash.
        if (path.size() + name.size() + 1 > longest - roomForHash) {
            name = QString::fromLatin1(Sha256::of(levels.mid(level).join(QChar(0)).toUtf8()).toHex().first(8));
            return m_collapsed[whole] = firstFree(path, name, {});
        }
        path = m_known[raw] = firstFree(path, name, {});
    }
    return path;
}

QString SafePaths::file(const QString& parent, const QString& name, const QString& suffix)
{
    return firstFree(parent, safeName(name, 60), suffix);
}

QString messageFileName(int number, const QDate& date, const QString& subject, const QString& folder)
{
    static const QString suffix = QStringLiteral(".eml");
    QString stem = QStringLiteral("%1").arg(number, 7, 10, QLatin1Char('0'));
    if (date.isValid() && date.year() >= 1970 && date.year() < 2200) {
        stem += QLatin1Char(' ') + date.toString(Qt::ISODate);
    }
    if (const QString about = subject.simplified(); !about.isEmpty()) {
        stem += QLatin1Char(' ') + safeName(about, 80);
    }
    const qsizetype room = SafePaths::longestFile - folder.size() - 1 - suffix.size();
    QString name = stem.first(std::min(stem.size(), room));
    if (!name.isEmpty() && name.back().isHighSurrogate()) {
        name.chop(1);
    }
    dropTrailing(name);
    return name + suffix;
}

} // namespace staffelstab::archive
