// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/void_archive_topic.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

/** What is to be said while an archive lies on a medium that fits the decisions no more. Hidden while there is none. */
class OutdatedArchives : public QFrame
{
    Q_OBJECT
public:
    explicit OutdatedArchives(QWidget* parent = nullptr);

    void setArchives(const std::vector<handover::VoidArchive>& archives);

Q_SIGNALS:
    void removalWanted();
    /** One that was not found exists no more, says the person. */
    void goneSaid();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    [[nodiscard]] static QString sentence(const handover::VoidArchive& archive);

    std::vector<handover::VoidArchive> m_archives;
    QLabel* m_text;
    QPushButton* m_remove;
    QPushButton* m_gone;
};

} // namespace staffelstab::wizard_pages
