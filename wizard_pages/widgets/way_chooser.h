// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace staffelstab::wizard_pages {

class ChoiceButton;

/** Several ways of which one is chosen; what a way asks for stands below it while it is. */
class WayChooser : public QWidget
{
    Q_OBJECT
public:
    explicit WayChooser(QWidget* parent = nullptr);

    /** `id`: any number of the caller's. `form` may be null. Returns the button, for its texts. */
    ChoiceButton* addWay(int id, const QString& objectName, QWidget* form);
    /** The first way if there is none of that number. */
    void choose(int id);
    [[nodiscard]] int chosen() const;

Q_SIGNALS:
    void changed();

private:
    void showForms();

    struct Way
    {
        int id;
        ChoiceButton* button;
        QWidget* form;
    };
    std::vector<Way> m_ways;
    QVBoxLayout* m_column;
    QButtonGroup* m_group;
};

} // namespace staffelstab::wizard_pages
