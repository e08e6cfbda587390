// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard_pages/case_page.h"

#include <QTimer>

class QLabel;
class QPlainTextEdit;

namespace staffelstab::wizard_pages {

class PageView;

/** The receipt as it will be printed, the open points in red words, and the leaver's reservation. */
class ReviewPage : public CasePage
{
    Q_OBJECT
public:
    explicit ReviewPage(handover::HandoverCase& handover, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    void refresh() override;
    void leave() override;
    void act() override;

private:
    void listOpenPoints();
    /** Photos may be large: not on this thread. */
    void draw();
    void showPages(const QByteArray& says, const Result<QByteArray>& drawn);

    PageView* m_pages;
    QLabel* m_openTitle;
    QLabel* m_openPoints;
    QPlainTextEdit* m_reservation;
    QTimer m_saveSoon;
    /** What the pages say but for time and reservation; when it changes they are to be read anew. */
    QByteArray m_says;
    int m_newestDrawing = 0;
    int m_shownDrawing = 0;
};

} // namespace staffelstab::wizard_pages
