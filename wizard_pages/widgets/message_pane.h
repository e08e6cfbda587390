// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "separation/message_list_model.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QTreeView;

namespace staffelstab::wizard_pages {

class CoverLine;
class GroupLine;
class SafePreview;

/**
 * Messages to look at: the list, which decision covers the current one, and its preview, which is asked for a moment
 * after the last move. Knows whether the leaver has turned to single messages or still means the whole group.
 */
class MessagePane : public QWidget
{
    Q_OBJECT
public:
    /** `keysOn`: where the key for the private lines works. */
    MessagePane(handover::HandoverCase& handover, handover::HandoverActs& acts, QWidget* keysOn);

    void showNothing();
    /** These, in this order. */
    void showRows(std::vector<separation::Row> rows);
    void showGroup(separation::Scope scope, const QString& key);
    /** Says what an answer for the messages shown is about; `parts` groups are asked together. */
    void tellGroup(const separation::Group& group, int parts);
    /** Not what was searched for, nor all that is undecided. */
    [[nodiscard]] bool isGroupShown() const { return m_isGroupShown; }
    void showAll(const QString& filter);
    void showUndecided();
    /** Makes the message the current one, if it is in the list. */
    void moveToMessage(separation::Row row);
    /** To the first one that the last answer changed, if there is one. */
    void moveToFresh();
    /** All that the last answer changed: these are meant. */
    void selectFresh();
    /** A sample is looked at in the order it was drawn in. */
    void setSortable(bool isOn);

    /** Single messages are meant: the leaver has pointed at some. */
    [[nodiscard]] bool isOnMessages() const;
    void setOnMessages(bool isOn);
    /** One decision for each message that is selected. */
    [[nodiscard]] std::vector<separation::Decision> decisionsForSelected(separation::Verdict verdict,
                                                                         const QDateTime& at) const;
    /** The message behind the last selected one, if there is one. */
    void moveOn();
    /** What the last answer changed is marked for a moment. */
    void markFresh();
    void refreshCover();
    void retranslate();

Q_SIGNALS:
    /** Other messages may be meant now than before. */
    void turned();
    /** The leaver says whether a business message contains private lines. */
    void privateLinesToggled(const QString& stableId, bool isOn);

private:
    void moveTo(int place);
    /** By the column chosen last, after messages were shown as they were given. */
    void sortAgain();
    void tellMessages();
    void sayTarget();
    void makeList();
    void connectList();
    void fitVerdicts();
    void askPreview();
    void showPreview(separation::Row row, const mail::MessagePreview& preview);
    [[nodiscard]] std::optional<separation::Row> currentRow() const;

    handover::HandoverCase& m_case;
    handover::HandoverActs& m_acts;
    separation::MessageListModel m_messages;
    GroupLine* m_group;
    QTreeView* m_view;
    CoverLine* m_cover;
    SafePreview* m_preview;
    /** Fires while nothing else is to be done, until a search has all it needs. */
    QTimer m_previewSoon;
    QTimer m_freshEnds;
    bool m_isOnMessages = false;
    bool m_isGroupShown = false;
};

} // namespace staffelstab::wizard_pages
