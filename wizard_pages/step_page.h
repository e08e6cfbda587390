// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace staffelstab::wizard_pages {

/**
 * One page: one question, one sentence that says what happens and why, at most one primary action. The window asks the
 * page what to show around it and follows its signals; pages do not know the window, nor each other.
 */
class StepPage : public QWidget
{
    Q_OBJECT
public:
    /** What the window shows around the page. */
    enum class Frame {
        /** Step list, title, bar. */
        Case,
        /** Title and bar, for what belongs to no handover of this computer. */
        Desk,
        /** Nothing: the page fills the window. */
        Cover,
    };
    /** Scrolling pages are at most space::textWidth wide; filling ones use all there is. */
    enum class Body { Scrolling, Filling };

    explicit StepPage(Body body, QWidget* parent = nullptr);

    [[nodiscard]] virtual Frame frame() const { return Frame::Case; }
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString lead() const = 0;
    /** F1: why am I asked this. */
    [[nodiscard]] virtual QString why() const { return lead(); }
    /** What the primary button does; empty: there is none. */
    [[nodiscard]] virtual QString primaryText() const;
    [[nodiscard]] virtual bool isComplete() const = 0;
    [[nodiscard]] virtual bool isPrimaryReady() const { return isComplete(); }
    /** What is still to be done here before the primary button works, as one short sentence; shown beside it. */
    [[nodiscard]] virtual QString missing() const { return {}; }
    /** What is probably a mistake and keeps nobody from going on; shown in the same place. */
    [[nodiscard]] virtual QString doubt() const { return {}; }
    [[nodiscard]] virtual bool mayGoBack() const { return true; }
    /** Where typing begins when the page is opened; null: at the first control of the page. */
    [[nodiscard]] virtual QWidget* firstFocus() { return nullptr; }
    /** Stands right of the title; may be null. */
    [[nodiscard]] virtual QWidget* headWidget() { return nullptr; }
    /** Stand left of the primary button. */
    [[nodiscard]] virtual std::vector<QPushButton*> barButtons() { return {}; }

    /** Brings the page up to date; before it is shown and whenever what it shows has changed. */
    virtual void refresh() {}
    virtual void enter() { refresh(); }
    /** What was typed is handed to the case. */
    virtual void leave() {}
    /** The primary button was pressed. */
    virtual void act() { Q_EMIT finished(); }

Q_SIGNALS:
    /** Title, lead, primary button or completeness may have changed. */
    void changed();
    /** Done here: on to the next page. */
    void finished();

protected:
    void changeEvent(QEvent* event) override;

    [[nodiscard]] QVBoxLayout* content() { return m_content; }
    /** Runs now and after each change of language. */
    void onLanguage(std::function<void()> setTexts);

    using Say = std::function<QString()>;
    QLabel* makeLabel(Say text);
    QLabel* makeSmall(Say text);
    QLabel* makeHeading(Say text);
    /** `kind`: "", "link", "danger", ... as in the style sheet. */
    QPushButton* makeButton(const QString& name, const QString& kind, Say text);
    /** A white card with a column in it. */
    QFrame* makeCard(QVBoxLayout*& column);

private:
    QVBoxLayout* m_content = nullptr;
    std::vector<std::function<void()>> m_texts;
};

} // namespace staffelstab::wizard_pages
