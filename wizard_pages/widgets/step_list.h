// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include <vector>

namespace staffelstab::wizard_pages {

/**
 * The chapters and pages at the left. Each page has a shape and, for screen readers, a word for its state; those that
 * may be entered are chosen by click, Enter or Space. When the list is too low for everything, only the chapter of the
 * current page stays unfolded.
 */
class StepList : public QListWidget
{
    Q_OBJECT
public:
    enum class State { Open, Current, Done };

    struct Entry
    {
        int id = 0;
        QString text;
        bool isChapter = false;
        State state = State::Open;
        bool mayEnter = false;
    };

    explicit StepList(QWidget* parent = nullptr);
    void setEntries(const std::vector<Entry>& entries);
    static QString stateWord(State state);

Q_SIGNALS:
    void chosen(int id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fold();
    void choose(const QListWidgetItem* item);
    void chooseIn(int chapter);

    std::vector<Entry> m_entries;
};

} // namespace staffelstab::wizard_pages
