// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard_pages/step_page.h"

#include <QPointer>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace staffelstab::wizard_pages {

/**
 * What stands around a page: title and lead above it, the bar with at most one primary action below. It lends a page
 * its place for the page's own buttons and head widget and gives them back when the page goes.
 */
class PageFrame : public QWidget
{
    Q_OBJECT
public:
    explicit PageFrame(QWidget* parent = nullptr);

    /** Parent of the pages to be shown. */
    [[nodiscard]] QWidget* host() const;
    [[nodiscard]] StepPage* page() const { return m_page; }

    /** Shows a page made with host() as its parent; the page before stays with its owner. */
    void showPage(StepPage* page);
    /** Shows no page any more, so that the one that was shown may be deleted. */
    void release();
    /** Takes from the page what may have changed. */
    void dress(const QString& exitText, const QString& backText, bool hasPageBefore);
    /** Puts the focus where typing on the page begins, or where it was when the page was left. */
    void focusPage();

Q_SIGNALS:
    void exitPressed();
    void backPressed();
    /** dress() is wanted. */
    void changed();

private:
    void buildHead();
    void buildBar();

    QWidget* m_head = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_lead = nullptr;
    QHBoxLayout* m_headExtra = nullptr;
    QStackedWidget* m_stack = nullptr;
    QFrame* m_bar = nullptr;
    QPushButton* m_exit = nullptr;
    QLabel* m_missing = nullptr;
    QPushButton* m_back = nullptr;
    QHBoxLayout* m_extraButtons = nullptr;
    QPushButton* m_primary = nullptr;
    StepPage* m_page = nullptr;
    QPointer<QWidget> m_focusWhenLeft;
};

} // namespace staffelstab::wizard_pages
