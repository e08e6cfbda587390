// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>

#include <mutex>

static void initFontResources()
{
    Q_INIT_RESOURCE(receipt_fonts);
}

namespace staffelstab::receipt {
namespace {

void loadFonts()
{
    static std::once_flag once;
    std::call_once(once, [] {
        initFontResources();
        for (const char* name : {"DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "DejaVuSansMono"}) {
            QFontDatabase::addApplicationFont(QStringLiteral(":/receipt/fonts/%1.ttf").arg(QLatin1String(name)));
        }
    });
}

constexpr char32_t replacement = 0xFFFD;

/** Nothing to see and nothing lost without it. */
bool isDroppable(char32_t c)
{
    return c == 0x00AD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

bool isUnsafe(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

bool canDraw()
{
    return qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr;
}

QFont receiptFont(Face face, double points)
{
    loadFonts();
    QFont font(face == Face::Mono ? QStringLiteral("DejaVu Sans Mono") : QStringLiteral("DejaVu Sans Condensed"));
    font.setPointSizeF(points);
    font.setBold(face == Face::Bold);
    font.setStyleStrategy(
        static_cast<QFont::StyleStrategy>(QFont::NoFontMerging | QFont::PreferOutline | QFont::PreferMatch));
    font.setHintingPreference(QFont::PreferNoHinting);
    // Qt draws no ligatures where letters are spaced: "ff" is then found, copied and read aloud as two letters.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

QString printable(const QString& text, Face face)
{
    const QFontMetricsF metrics(receiptFont(face, 10));
    QString safe;
    for (const char32_t c : text.toUcs4()) {
        if (isDroppable(c)) {
            continue;
        }
        const bool isShown = !isUnsafe(c) && metrics.inFontUcs4(c);
        // A row is one paragraph: where the text has lines of its own, they follow each other.
        const bool isSpace = c == U'\t' || c == U'\n' || c == U'\r' || c == 0x2028 || c == 0x2029;
        const char32_t shown = isSpace ? U' ' : (isShown ? c : replacement);
        safe += QString::fromUcs4(&shown, 1);
    }
    return safe.normalized(QString::NormalizationForm_C);
}

} // namespace staffelstab::receipt
