// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace staffelstab::wizard_pages {

class DateField;

/** Who of IT resets the password outside of the program, and when. */
class ItResetForm : public QWidget
{
    Q_OBJECT
public:
    explicit ItResetForm(QWidget* parent = nullptr);

    void set(const QString& name, QDate date);
    [[nodiscard]] QString name() const;
    [[nodiscard]] QDate date() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_dateLabel;
    DateField* m_date;
};

} // namespace staffelstab::wizard_pages
