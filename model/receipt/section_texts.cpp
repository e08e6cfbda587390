// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/section_kind.h"

namespace staffelstab::receipt {

QString ReceiptTexts::firstOf(const OpenPoint& point, Sentences sentences) const
{
    for (const auto& [code, sentence] : sentences) {
        if (point.code == QLatin1String(code)) {
            return sentence.contains(QLatin1String("%1")) ? sentence.arg(number(point.count)) : sentence;
        }
    }
    return {};
}

QString ReceiptTexts::openPoint(const OpenPoint& point) const
{
    for (const SectionKind& kind : sectionKinds()) {
        if (QString sentence = kind.openPoint(*this, point); !sentence.isEmpty()) {
            return sentence;
        }
    }
    if (point.code == QLatin1String("policy_not_confirmed")) {
        return tr("The company rules were not confirmed as read.");
    }
    return point.count > 0 ? tr("Open: %1 (%2)").arg(point.code, number(point.count)) : tr("Open: %1").arg(point.code);
}

QString openPointText(const OpenPoint& point, const QString& language)
{
    return ReceiptTexts(language).openPoint(point);
}

bool ReceiptRecord::isOfNewerProgram() const
{
    const bool isTextKnown = textVersion.isEmpty() || textVersion == QLatin1String(currentTextVersion);
    return !isTextKnown || std::any_of(sections.begin(), sections.end(), [](const auto& section) {
        return std::none_of(sectionKinds().begin(), sectionKinds().end(),
                            [&](const SectionKind& kind) { return kind.key == section.first; });
    });
}

std::vector<Receivable> receivables(const ReceiptRecord& record, const QString& language)
{
    const ReceiptTexts texts(language);
    std::vector<Receivable> all;
    for (const SectionKind& kind : sectionKinds()) {
        if (const auto at = record.sections.find(kind.key); at != record.sections.end()) {
            const std::vector<Receivable> some = kind.receivables(texts, at->second);
            all.insert(all.end(), some.begin(), some.end());
        }
    }
    return all;
}

} // namespace staffelstab::receipt
