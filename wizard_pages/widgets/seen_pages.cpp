// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/seen_pages.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/page_view.h"

#include <QEvent>

namespace staffelstab::wizard_pages {

SeenPages::SeenPages(PageView& pages, QWidget* parent) : QLabel(parent), m_pages(pages)
{
    setObjectName(QStringLiteral("seenPages"));
    setFont(smallFont());
    setProperty("tone", QStringLiteral("muted"));
    setWordWrap(true);
    connect(&m_pages, &PageView::seenChanged, this, &SeenPages::tell);
    tell();
}

void SeenPages::tell()
{
    setVisible(m_pages.pageCount() > 0);
    setText(m_pages.isAllSeen() ? tr("You have seen every page.")
                                : tr("%1 of %2 pages seen. Please scroll to the end before you go on.")
                                      .arg(m_pages.seenPages())
                                      .arg(m_pages.pageCount()));
}

void SeenPages::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        tell();
    }
}

} // namespace staffelstab::wizard_pages
