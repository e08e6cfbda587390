// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/verdict.h"

#include <QAbstractButton>

#include <vector>

class QPushButton;
class QShortcut;

namespace staffelstab::wizard_pages {

/** A button that shows its key, the verdict's shape and its word. */
class VerdictButton : public QAbstractButton
{
    Q_OBJECT
public:
    VerdictButton(separation::Verdict verdict, QWidget* parent);
    void setKey(const QString& letter);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    separation::Verdict m_verdict;
    QString m_key;
};

/**
 * The four verdicts with the letters of the language, undo and redo. The keys work everywhere inside `keysOn` except
 * where text is typed.
 */
class VerdictBar : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictBar(QWidget* keysOn);
    void setMayUndo(bool mayUndo, bool mayRedo);
    void setReady(bool isReady);
    void setMixedReady(bool isReady);
    /** For things that have no parts to be asked about. */
    void withoutMixed();

Q_SIGNALS:
    void chosen(staffelstab::separation::Verdict verdict);
    /** No one verdict fits: ask in parts. */
    void mixedWanted();
    void undoWanted();
    void redoWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    struct Key
    {
        separation::Verdict verdict;
        VerdictButton* button;
        QShortcut* shortcut;
    };
    std::vector<Key> m_keys;
    QPushButton* m_mixed;
    QShortcut* m_mixedKey;
    QPushButton* m_undo;
    QPushButton* m_redo;
};

} // namespace staffelstab::wizard_pages
