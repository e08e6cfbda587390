// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/rotation_list.h"

#include <QRegularExpression>

#include <algorithm>

namespace staffelstab::secrets {

namespace {

bool saysPassword(const QString& text)
{
    static const QRegularExpression shape(
        QStringLiteral("\\b(pass(wor[dt]|phrase|code)?|pwd|pw|pin|kennwort|passwort|kennw|secret|geheimnis|token)\\b"
                       "\\s*(is|ist|lautet)?\\s*[:=]\\s*\\S"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return shape.match(text).hasMatch() || text.contains(QLatin1String("PRIVATE KEY")) ||
           text.contains(QLatin1String("otpauth://"));
}

struct Classes
{
    int lower = 0;
    int upper = 0;
    int digits = 0;
    int signs = 0;
    /** Changes from letters to digits or signs and back; names have few. */
    int turns = 0;

    [[nodiscard]] int count() const { return (lower > 0) + (upper > 0) + (digits > 0) + (signs > 0); }
};

Classes classesOf(const QString& word)
{
    Classes classes;
    int before = -1;
    for (const QChar c : word) {
        const int now = c.isLetter() ? 0 : c.isDigit() ? 1 : 2;
        classes.lower += c.isLower() ? 1 : 0;
        classes.upper += c.isUpper() ? 1 : 0;
        classes.digits += now == 1 ? 1 : 0;
        classes.signs += now == 2 ? 1 : 0;
        classes.turns += before >= 0 && now != before ? 1 : 0;
        before = now;
    }
    return classes;
}

/** Signs that stand in names of hosts, accounts and devices do not count: svc-backup@firma.example, \\nas\scan, v2.1.
 */
QString withoutNameSigns(QString word)
{
    static const QRegularExpression signs(QStringLiteral("[-_.@/\\\\(),:'\"]"));
    return word.remove(signs);
}

bool isMadeUp(const QString& word)
{
    constexpr qsizetype shortest = 8;
    constexpr qsizetype longestName = 20;
    const QString core = withoutNameSigns(word);
    const Classes classes = classesOf(core);
    if (core.size() < shortest) {
        return false;
    }
    const bool isJumbled = classes.digits > 0 && classes.lower > 0 && classes.upper > 0 && classes.turns >= 3;
    const bool isKey = core.size() >= longestName && classes.digits >= 3 && classes.turns >= 4;
    return classes.count() == 4 || isJumbled || isKey || (classes.signs > 0 && classes.count() >= 3);
}

/** "JBSWY3DPEHPK3PXP", in groups or not: the seed of an authenticator app. */
bool isSeed(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^(?=.*[2-7])(?=.*[A-Z])([A-Z2-7]{4}[ -]?){4,}$"));
    return shape.match(text.trimmed()).hasMatch();
}

} // namespace

bool looksLikeSecret(const QString& text)
{
    if (saysPassword(text) || isSeed(text)) {
        return true;
    }
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList words = text.split(space, Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), &isMadeUp);
}

RotationFault faultOf(const SecretToRotate& line)
{
    if (line.name.trimmed().isEmpty()) {
        return RotationFault::NameMissing;
    }
    if (looksLikeSecret(line.name) || looksLikeSecret(line.owner)) {
        return RotationFault::LooksLikeSecret;
    }
    if (line.owner.trimmed().isEmpty()) {
        return RotationFault::OwnerMissing;
    }
    return line.due.isValid() ? RotationFault::None : RotationFault::DueMissing;
}

} // namespace staffelstab::secrets
