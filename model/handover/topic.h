// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/step_plan.h"

#include <QJsonObject>

#include <concepts>

namespace staffelstab::handover {

/**
 * A topic is one value of a case: what a page was told or an act found out, kept as one JSON object of the case file.
 * To add one, write topics/NAME.h and .cpp with a struct that meets this concept, and a line in topics/all_topics.cpp.
 * HandoverCase then loads, saves and wipes it. What else the case should know of it, the struct says in any of these:
 *
 *     static std::vector<Blocker> blockers(const HandoverCase&);          // what keeps its step from being done
 *     static void addOpenPoints(const HandoverCase&, OpenPoints&);        // red words on the review page
 *     static void addToRecord(const HandoverCase&, receipt::ReceiptRecord&);
 *     static constexpr bool staysAfterClose = true;                       // nothing private in it; else it is wiped
 *
 * They are asked whether the topic was set or not, in the order of topics/all_topics.cpp, the order of the pages.
 */
template <typename T>
concept CaseTopic = std::copyable<T> && std::default_initializable<T> &&
    requires(const T& value, const QJsonObject& json)
{
    {
        T::topicName
        } -> std::convertible_to<const char*>;
    {
        T::step
        } -> std::convertible_to<Step>;
    {
        value.toJson()
        } -> std::same_as<QJsonObject>;
    {
        T::fromJson(json)
        } -> std::same_as<T>;
};

} // namespace staffelstab::handover
