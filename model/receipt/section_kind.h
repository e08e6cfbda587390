// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_texts.h"
#include "receipt/record_fields.h"

#include <any>

namespace staffelstab::receipt {

/** How one topic of the record is stored and said; made by sectionKind() from the topic's struct. */
struct SectionKind
{
    QString key;
    /** Sections stand on the paper in rising order of this. */
    int place = 0;
    std::function<QJsonObject(const std::any&)> write;
    std::function<std::any(const Fields&)> read;
    std::function<Section(const ReceiptTexts&, const std::any&)> say;
    std::function<Brief(const ReceiptTexts&, const std::any&)> brief;
    std::function<std::vector<Receivable>(const ReceiptTexts&, const std::any&)> receivables;
    std::function<QString(const ReceiptTexts&, const OpenPoint&)> openPoint;
};

template <typename T>
SectionKind sectionKind(int place, QJsonObject (*write)(const T&), T (*read)(const Fields&))
{
    const auto valueOf = [](const std::any& any) -> const T& { return *std::any_cast<T>(&any); };
    return {QString::fromLatin1(T::key),
            place,
            [write, valueOf](const std::any& any) { return write(valueOf(any)); },
            [read](const Fields& fields) { return std::any(read(fields)); },
            [valueOf](const ReceiptTexts& texts, const std::any& any) { return texts.say(valueOf(any)); },
            [valueOf](const ReceiptTexts& texts, const std::any& any) { return texts.brief(valueOf(any)); },
            [valueOf](const ReceiptTexts& texts, const std::any& any) { return texts.receivables(valueOf(any)); },
            [](const ReceiptTexts& texts, const OpenPoint& point) {
                return texts.openPoint(static_cast<const T*>(nullptr), point);
            }};
}

/** Every section there is, in the order of the paper. The list is made by the build from the files in sections/. */
const std::vector<SectionKind>& sectionKinds();

} // namespace staffelstab::receipt
