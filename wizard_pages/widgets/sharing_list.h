// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/successor_topics.h"

#include <QWidget>

class QTreeWidget;

namespace staffelstab::wizard_pages {

/** Folders with who may read them, as the server says; with boxes to tick for those that can be shared. */
class SharingList : public QWidget
{
    Q_OBJECT
public:
    explicit SharingList(const QString& name, QWidget* parent = nullptr);

    /** `isChoosable`: with boxes, ticked as before where the folder is still there. */
    void show(const std::vector<handover::SharedFolder>& folders, bool isChoosable);
    [[nodiscard]] QStringList chosen() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] static QString stateOf(const handover::SharedFolder& folder);
    void retranslate();

    QTreeWidget* m_table;
    std::vector<handover::SharedFolder> m_folders;
    bool m_isChoosable = false;
};

} // namespace staffelstab::wizard_pages
