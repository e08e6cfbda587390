// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace staffelstab::wizard_pages {

class PageView;

/** Says how many pages have been read, and that the signature waits for the rest. */
class SeenPages : public QLabel
{
    Q_OBJECT
public:
    explicit SeenPages(PageView& pages, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void tell();
    PageView& m_pages;
};

} // namespace staffelstab::wizard_pages
