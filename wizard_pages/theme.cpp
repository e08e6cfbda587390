// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyleFactory>

#include <cmath>

namespace staffelstab::wizard_pages {

namespace {

Theme& currentTheme()
{
    static Theme current = lightTheme();
    return current;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QFont sized(int pixels)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(pixels);
    return font;
}

} // namespace

Theme lightTheme()
{
    Theme t;
    t.mode = Theme::Mode::Light;
    t.accent = QColor(0x1d, 0x5f, 0xa8);
    t.accentPressed = QColor(0x15, 0x4a, 0x86);
    t.onAccent = Qt::white;
    t.accentText = QColor(0x1a, 0x56, 0x98);
    t.accentSoft = QColor(0xe8, 0xf0, 0xf9);
    t.text = QColor(0x1c, 0x27, 0x33);
    t.muted = QColor(0x5b, 0x68, 0x76);
    t.line = QColor(0xdd, 0xe2, 0xe8);
    t.fieldLine = QColor(0x8b, 0x97, 0xa5);
    t.ground = QColor(0xf5, 0xf6, 0xf8);
    t.card = Qt::white;
    t.danger = QColor(0x9b, 0x1c, 0x16);
    t.ink = QColor(0x10, 0x24, 0x3e);
    t.paper = Qt::white;
    t.privateMail = {QColor(0x55, 0x3a, 0x8b), QColor(0xec, 0xe6, 0xf6)};
    t.business = {QColor(0x23, 0x4f, 0x6d), QColor(0xe1, 0xec, 0xf4)};
    t.protectedMail = {QColor(0x7a, 0x4f, 0x00), QColor(0xf8, 0xec, 0xd2)};
    t.undecided = {QColor(0x45, 0x52, 0x5f), QColor(0xe9, 0xec, 0xef)};
    t.intact = {QColor(0x1d, 0x60, 0x38), QColor(0xe2, 0xf1, 0xe8)};
    t.pending = {QColor(0x7a, 0x4f, 0x00), QColor(0xf8, 0xec, 0xd2)};
    t.altered = {QColor(0x9b, 0x1c, 0x16), QColor(0xfb, 0xe4, 0xe2)};
    return t;
}

Theme darkTheme()
{
    Theme t = lightTheme();
    t.mode = Theme::Mode::Dark;
    t.accent = QColor(0x2b, 0x6c, 0xb5);
    t.accentPressed = QColor(0x22, 0x58, 0x96);
    t.accentText = QColor(0x8d, 0xbf, 0xf3);
    t.accentSoft = QColor(0x1d, 0x33, 0x4b);
    t.text = QColor(0xe6, 0xeb, 0xf0);
    t.muted = QColor(0xa6, 0xb2, 0xbe);
    t.line = QColor(0x30, 0x3a, 0x45);
    t.fieldLine = QColor(0x72, 0x80, 0x8e);
    t.ground = QColor(0x14, 0x19, 0x1f);
    t.card = QColor(0x1c, 0x23, 0x2b);
    t.danger = QColor(0xf6, 0xa9, 0xa3);
    t.privateMail = {QColor(0xcf, 0xbe, 0xf6), QColor(0x37, 0x2b, 0x57)};
    t.business = {QColor(0xab, 0xd2, 0xee), QColor(0x1e, 0x3a, 0x4f)};
    t.protectedMail = {QColor(0xf2, 0xcf, 0x86), QColor(0x45, 0x34, 0x10)};
    t.undecided = {QColor(0xc6, 0xcf, 0xd8), QColor(0x33, 0x3d, 0x47)};
    t.intact = {QColor(0x9f, 0xdc, 0xb6), QColor(0x1c, 0x3d, 0x2a)};
    t.pending = {QColor(0xf2, 0xcf, 0x86), QColor(0x45, 0x34, 0x10)};
    t.altered = {QColor(0xf6, 0xb3, 0xae), QColor(0x4f, 0x20, 0x1d)};
    return t;
}

const Tone& Theme::tone(separation::Verdict verdict) const
{
    switch (verdict) {
    case separation::Verdict::Private:
        return privateMail;
    case separation::Verdict::Business:
        return business;
    case separation::Verdict::Protected:
        return protectedMail;
    case separation::Verdict::Undecided:
        break;
    }
    return undecided;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, ground);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, card);
    p.setColor(QPalette::AlternateBase, ground);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, card);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, danger);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, onAccent);
    p.setColor(QPalette::Link, accentText);
    p.setColor(QPalette::LinkVisited, accentText);
    p.setColor(QPalette::PlaceholderText, muted);
    p.setColor(QPalette::ToolTipBase, card);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Light, card);
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, fieldLine);
    p.setColor(QPalette::Shadow, fieldLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, muted);
    }
    return p;
}

QString Theme::styleSheet() const
{
    QFile file(QStringLiteral(":/look/staffelstab.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> roles[] = {{"@accentPressed", accentPressed},
                                                    {"@accentSoft", accentSoft},
                                                    {"@accentText", accentText},
                                                    {"@accent", accent},
                                                    {"@onAccent", onAccent},
                                                    {"@fieldLine", fieldLine},
                                                    {"@line", line},
                                                    {"@ground", ground},
                                                    {"@card", card},
                                                    {"@danger", danger},
                                                    {"@muted", muted},
                                                    {"@text", text},
                                                    {"@alteredText", altered.text},
                                                    {"@alteredGround", altered.ground}};
    for (const auto& [name, color] : roles) {
        sheet.replace(QLatin1String(name) + QLatin1Char(';'), color.name() + QLatin1Char(';'));
    }
    return sheet.replace(QStringLiteral("@mode"),
                         mode == Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

std::vector<Theme::Pair> Theme::textPairs() const
{
    std::vector<Pair> pairs;
    const std::pair<const char*, QColor> texts[] = {
        {"text", text}, {"muted", muted}, {"accentText", accentText}, {"danger", danger}};
    const std::pair<const char*, QColor> grounds[] = {{"ground", ground}, {"card", card}, {"accentSoft", accentSoft}};
    for (const auto& [textName, textColor] : texts) {
        for (const auto& [groundName, groundColor] : grounds) {
            pairs.push_back({QStringLiteral("%1 on %2").arg(QLatin1String(textName), QLatin1String(groundName)),
                             {textColor, groundColor}});
        }
    }
    pairs.push_back({QStringLiteral("onAccent on accent"), {onAccent, accent}});
    pairs.push_back({QStringLiteral("onAccent on accentPressed"), {onAccent, accentPressed}});
    pairs.push_back({QStringLiteral("ink on paper"), {ink, paper}});
    pairs.push_back({QStringLiteral("private"), privateMail});
    pairs.push_back({QStringLiteral("business"), business});
    pairs.push_back({QStringLiteral("protected"), protectedMail});
    pairs.push_back({QStringLiteral("undecided"), undecided});
    pairs.push_back({QStringLiteral("intact"), intact});
    pairs.push_back({QStringLiteral("pending"), pending});
    pairs.push_back({QStringLiteral("altered"), altered});
    return pairs;
}

const Theme& theme()
{
    return currentTheme();
}

void applyTheme(QApplication& application, Theme::Mode mode)
{
    currentTheme() = mode == Theme::Mode::Dark ? darkTheme() : lightTheme();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(theme().palette());
    QApplication::setFont(baseFont());
    application.setStyleSheet(theme().styleSheet());
}

Theme::Mode desktopMode()
{
    return luminance(QApplication::palette().color(QPalette::Window)) < 0.2 ? Theme::Mode::Dark : Theme::Mode::Light;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

QFont baseFont()
{
    return sized(14);
}

QFont smallFont()
{
    return sized(12);
}

QFont titleFont()
{
    QFont font = sized(24);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(13);
    return font;
}

} // namespace staffelstab::wizard_pages
