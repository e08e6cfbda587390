// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace staffelstab::wizard_pages {

/** What the left list shows, the search field, and which groups come first. */
class SeparationTools : public QWidget
{
    Q_OBJECT
public:
    explicit SeparationTools(QWidget* parent = nullptr);

    /** Nothing: the questions. */
    [[nodiscard]] std::optional<separation::Scope> scope() const;
    /** Goes over to the questions, as if they had been chosen. */
    void chooseQuestions();
    [[nodiscard]] QString searchText() const;
    void clearSearch();
    void focusSearch();

Q_SIGNALS:
    void scopeChosen();
    /** A moment after the last key. */
    void searchWanted();
    /** Escape was pressed in it. */
    void searchLeft();
    void openFirstToggled(bool isOn);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void addScope(int id, const char* name);

    QButtonGroup* m_scopes;
    QLineEdit* m_search;
    QPushButton* m_openFirst;
    QTimer m_soon;
};

} // namespace staffelstab::wizard_pages
