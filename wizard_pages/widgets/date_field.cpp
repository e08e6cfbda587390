// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/date_field.h"

#include "wizard_pages/locale_text.h"

#include <QStyle>

namespace staffelstab::wizard_pages {

DateField::DateField(QWidget* parent) : QLineEdit(parent)
{
    setMaxLength(20);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const QDate typed = date(); typed.isValid()) {
            setDate(typed);
        }
        judge();
    });
    retranslate();
}

QDate DateField::parse(const QString& text)
{
    const QString trimmed = text.trimmed();
    for (const QString& format :
         {dayFormat(), QStringLiteral("d.M.yyyy"), QStringLiteral("d/M/yyyy"), QStringLiteral("yyyy-MM-dd")}) {
        if (const QDate date = QDate::fromString(trimmed, format); date.isValid() && date.year() >= 1970) {
            return date;
        }
    }
    for (const QString& format : {QStringLiteral("d.M.yy"), QStringLiteral("d/M/yy")}) {
        // Qt takes two digits for a year of the last century.
        if (const QDate date = QDate::fromString(trimmed, format); date.isValid() && date.year() < 2000) {
            return date.addYears(100);
        }
    }
    return {};
}

QDate DateField::date() const
{
    return parse(text());
}

void DateField::setDate(const QDate& date)
{
    setText(date.isValid() ? dayText(date) : QString());
    judge();
}

void DateField::retranslate()
{
    const QDate shown = date();
    const QString example = dayText(QDate(2026, 12, 31));
    setPlaceholderText(tr("e.g. %1").arg(example));
    if (shown.isValid()) {
        setDate(shown);
    }
}

bool DateField::isWrong() const
{
    return !text().trimmed().isEmpty() && !date().isValid();
}

void DateField::judge()
{
    if (const bool isBad = isWrong(); property("wrong").toBool() != isBad) {
        setProperty("wrong", isBad);
        setToolTip(isBad ? tr("This is not a date.") : QString());
        style()->unpolish(this);
        style()->polish(this);
    }
}

} // namespace staffelstab::wizard_pages
