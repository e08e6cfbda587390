// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard_pages/handover_window.h"

namespace staffelstab::app {

/**
 * Does in the window what a person's hand and eyes would do, through the pages' own widgets, which it finds by their
 * object names. A name that is not there is a mistake in the tour.
 */
class TourHand
{
public:
    explicit TourHand(wizard_pages::HandoverWindow& window) : m_window(window) {}

    /** The widget of this name on the page that is shown, or else anywhere in the window; null if there is none. */
    template <typename T>
    [[nodiscard]] T* find(const char* name) const
    {
        // Finished pages stay in the window and may have a field of the same name.
        T* here = findHere<T>(name);
        return here != nullptr ? here : m_window.findChild<T*>(QString::fromLatin1(name));
    }
    /** Only on the page that is shown; without a name the first of its kind. */
    template <typename T>
    [[nodiscard]] T* findHere(const char* name = nullptr) const
    {
        return m_window.page()->findChild<T*>(QString::fromLatin1(name));
    }

    void type(const char* name, const QString& text) const;
    void press(const char* name) const;
    void tick(const char* name) const;
    /** Ticks every box of the page that can be seen. */
    void tickAll() const;
    /** The page's primary button. */
    void goOn() const { press("primary"); }
    [[nodiscard]] bool mayGoOn() const;
    /** The page shows a receipt. */
    [[nodiscard]] bool hasPages() const;
    /** Scrolls through the receipt, as a signer has to. */
    void readToTheEnd() const;
    /** Draws on the page's signature pad with the mouse. */
    void sign() const;

private:
    wizard_pages::HandoverWindow& m_window;
};

} // namespace staffelstab::app
