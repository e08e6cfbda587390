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
    void showAll(const QString& filter);
    void showUndecided();
    /** Makes the message at this place of the list the current one. */
    void moveTo(int place);

    /** Single messages are meant: the leaver has pointed at some. */
    [[nodiscard]] bool isOnMessages() const;
    void setOnMessages(bool isOn) { m_isOnMessages = isOn; }
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
    /** The leaver says whether a business message contains private lines. */
    void privateLinesToggled(const QString& stableId, bool isOn);

private:
    void makeList();
    void connectList();
    void fitVerdicts();
    void askPreview();
    void showPreview(separation::Row row, const mail::MessagePreview& preview);
    [[nodiscard]] std::optional<separation::Row> currentRow() const;

    handover::HandoverCase& m_case;
    handover::HandoverActs& m_acts;
    separation::MessageListModel m_messages;
    QTreeView* m_view;
    CoverLine* m_cover;
    SafePreview* m_preview;
    QTimer m_previewSoon;
    QTimer m_freshEnds;
    bool m_isOnMessages = false;
};

} // namespace staffelstab::wizard_pages
