// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace staffelstab::wizard_pages {

class DriveOffers;
class UserPrompts;

/** A path that can be typed or chosen. */
class PathField : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Folder, File };

    /** `name`: object name of the line; the button gets name + "Browse". */
    PathField(const QString& name, Kind kind, UserPrompts& prompts, QWidget* parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString& path);
    /** Name for screen readers and the dialog's title; `filter` for files. */
    void setTexts(const QString& label, const QString& filter = {});

    /** From now on the sticks and disks that are plugged in are offered below the line. */
    void offerDrives();

Q_SIGNALS:
    /** Typed to the end or chosen. */
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QLineEdit* m_edit;
    QPushButton* m_browse;
    DriveOffers* m_drives = nullptr;
    QString m_title;
    QString m_filter;
};

} // namespace staffelstab::wizard_pages
