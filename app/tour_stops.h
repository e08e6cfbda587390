// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour_hand.h"

#include <QElapsedTimer>

#include <deque>
#include <functional>

namespace staffelstab::app {

/** A moment of the tour: waits until the page is ready, then does what a person would do there. */
struct TourStop
{
    const char* name;
    std::function<bool()> isReady;
    std::function<void()> act;
};

/** What happens on the tour, page by page: a whole handover of the sample mailbox. Outlives the stops it plans. */
class TourStops
{
public:
    /** Everything the handover leaves goes below `outFolder`. */
    TourStops(wizard_pages::HandoverWindow& window, QString outFolder);
    TourStops(const TourStops&) = delete;
    TourStops& operator=(const TourStops&) = delete;

    /** In order; made once. */
    [[nodiscard]] std::deque<TourStop> plan();

private:
    void add(const char* name, std::function<bool()> isReady, std::function<void()> act);
    void planMail();
    /** Successor, contacts, out-of-office reply and files. */
    void planFarewell();
    void planBelongings();
    void planAccount();
    void planSigning();
    void fillPeople() const;
    [[nodiscard]] handover::HandoverCase& handover() const { return *m_window.handoverCase(); }
    [[nodiscard]] bool isDone(handover::Step step) const;
    [[nodiscard]] QString out(const char* name) const;

    wizard_pages::HandoverWindow& m_window;
    TourHand m_hand;
    QString m_outFolder;
    std::deque<TourStop> m_stops;
    QElapsedTimer m_receiptShown;
};

} // namespace staffelstab::app
