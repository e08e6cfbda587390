// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message_preview.h"

#include <QFrame>
#include <QTextBrowser>

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

/**
 * Shows HTML that was sanitised before (mail::sanitiseHtml) and loads nothing for it: every resource is answered by a
 * placeholder that is not null, because a null answer lets Qt open local files. No link can be followed.
 */
class SealedBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    explicit SealedBrowser(QWidget* parent = nullptr);
    QVariant loadResource(int type, const QUrl& name) override;
};

/** One message for the leaver's eyes: text first, formatted on demand, attachments by name and size. */
class SafePreview : public QFrame
{
    Q_OBJECT
public:
    explicit SafePreview(QWidget* parent = nullptr);

    /** It scrolls: a long message or subject takes no room from what stands around it. */
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

    void showMessage(const QString& subject, const mail::MessagePreview& preview);
    /** A sentence in place of the message: why there is none. */
    void showSentence(const QString& sentence);
    void clear();
    [[nodiscard]] bool isFormatted() const { return m_isFormatted; }
    [[nodiscard]] QString shownText() const;
    void retranslate();

private:
    void refresh();

    QLabel* m_subject;
    QLabel* m_note;
    QPushButton* m_toggle;
    SealedBrowser* m_body;
    QLabel* m_attachments;
    QString m_title;
    mail::MessagePreview m_preview;
    bool m_isFormatted = false;
    bool m_hasMessage = false;
};

} // namespace staffelstab::wizard_pages
