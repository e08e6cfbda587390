// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/letter_journal.h"
#include "separation/contacts.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace staffelstab::wizard_pages {

/** People with boxes to tick and a field to search them; space ticks, "/" leads to the search. */
class ContactList : public QWidget
{
    Q_OBJECT
public:
    /** `name` is the table's; the search is called `name` + "Search". */
    explicit ContactList(const QString& name, QWidget* parent = nullptr);

    void show(const std::vector<separation::Contact>& contacts, const QStringList& ticked,
              const QHash<QString, handover::LetterState>& states);
    /** Addresses, in the order of the list; whether they are found by the search or not. */
    [[nodiscard]] QStringList ticked() const;
    /** How many of them have no letter yet. */
    [[nodiscard]] int openLetters() const;
    /** The first one that is ticked; nothing if none is. */
    [[nodiscard]] const separation::Contact* firstTicked() const;
    /** For screen readers. */
    void setName(const QString& name);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void search(const QString& text);
    void tickFound(bool isTicked);
    void showCount();
    [[nodiscard]] QString remarkOn(const separation::Contact& contact) const;

    QLineEdit* m_search;
    QPushButton* m_all;
    QPushButton* m_none;
    QTreeWidget* m_table;
    QLabel* m_count;
    std::vector<separation::Contact> m_contacts;
    QHash<QString, handover::LetterState> m_states;
};

} // namespace staffelstab::wizard_pages
