// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QListWidget;
class QPushButton;

namespace staffelstab::wizard_pages {

class DriveOffers;
class UserPrompts;

/** Which folders and drives are looked through. */
class FilePlaces : public QFrame
{
    Q_OBJECT
public:
    explicit FilePlaces(UserPrompts& prompts, QWidget* parent = nullptr);

    [[nodiscard]] QStringList places() const;
    void setPlaces(const QStringList& places);
    /** Looks for drives again. */
    void refresh();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(const QString& folder);
    QPushButton* makeButton(const char* name);
    void retranslate();

    UserPrompts& m_prompts;
    QLabel* m_label;
    QListWidget* m_list;
    QPushButton* m_home;
    QPushButton* m_other;
    QPushButton* m_away;
    DriveOffers* m_drives;
    QLabel* m_note;
};

} // namespace staffelstab::wizard_pages
