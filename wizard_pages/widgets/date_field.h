// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>

namespace staffelstab::wizard_pages {

/** A date that is typed: in the locale's short form, as 31.12.2026, 31/12/2026 or 2026-12-31. May be empty. */
class DateField : public QLineEdit
{
    Q_OBJECT
public:
    explicit DateField(QWidget* parent = nullptr);
    /** Invalid while the text is no date. */
    [[nodiscard]] QDate date() const;
    /** There is a text, and it is no date. */
    [[nodiscard]] bool isWrong() const;
    void setDate(const QDate& date);
    void retranslate();

    static QDate parse(const QString& text);

private:
    void judge();
};

} // namespace staffelstab::wizard_pages
