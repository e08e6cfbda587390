// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/account_topics.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace staffelstab::wizard_pages {

/** What the directory says beside names and addresses, to be put right: folders, groups and the photo. */
class DirectoryFacts : public QFrame
{
    Q_OBJECT
public:
    explicit DirectoryFacts(QWidget* parent = nullptr);

    /** What is being typed in stays. */
    void show(const handover::DirectoryEntry& entry);
    /** Puts what stands here into `entry`; nothing before something was shown. */
    void addTo(handover::DirectoryEntry& entry) const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showPhoto();
    void retranslate();

    QLabel* m_heading;
    QLabel* m_homeLabel;
    QLineEdit* m_home;
    QLabel* m_profileLabel;
    QLineEdit* m_profile;
    QLabel* m_groupsLabel;
    QPlainTextEdit* m_groups;
    QLabel* m_picture;
    QPushButton* m_dropPhoto;
    QByteArray m_photo;
    bool m_isFilled = false;
};

} // namespace staffelstab::wizard_pages
