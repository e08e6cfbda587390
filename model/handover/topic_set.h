// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/blocker.h"
#include "handover/topic.h"

#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace staffelstab::receipt {
struct ReceiptRecord;
}

namespace staffelstab::handover {

class HandoverCase;
class OpenPoints;

/** What HandoverCase does with a topic without knowing what is in it. */
class TopicSlot
{
public:
    TopicSlot() = default;
    TopicSlot(const TopicSlot&) = delete;
    TopicSlot& operator=(const TopicSlot&) = delete;
    virtual ~TopicSlot() = default;

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual Step step() const = 0;
    [[nodiscard]] virtual bool staysAfterClose() const = 0;
    /** An empty object if it was never set. */
    [[nodiscard]] virtual QJsonObject toJson() const = 0;
    virtual void read(const QJsonObject& json) = 0;
    virtual void clear() = 0;
    [[nodiscard]] virtual std::vector<Blocker> blockers(const HandoverCase& handover) const = 0;
    virtual void addOpenPoints(const HandoverCase& handover, OpenPoints& open) const = 0;
    virtual void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record) const = 0;
};

template <CaseTopic T>
class SlotOf final : public TopicSlot
{
public:
    std::optional<T> value;

    [[nodiscard]] QString name() const override { return QString::fromLatin1(T::topicName); }
    [[nodiscard]] Step step() const override { return T::step; }
    [[nodiscard]] bool staysAfterClose() const override
    {
        return requires
        {
            T::staysAfterClose;
        };
    }
    [[nodiscard]] QJsonObject toJson() const override { return value ? value->toJson() : QJsonObject(); }
    void read(const QJsonObject& json) override
    {
        value = json.isEmpty() ? std::nullopt : std::optional<T>(T::fromJson(json));
    }
    void clear() override { value.reset(); }
    [[nodiscard]] std::vector<Blocker> blockers(const HandoverCase& handover) const override
    {
        if constexpr (requires { T::blockers(handover); }) {
            return T::blockers(handover);
        } else {
            return {};
        }
    }
    void addOpenPoints(const HandoverCase& handover, OpenPoints& open) const override
    {
        if constexpr (requires { T::addOpenPoints(handover, open); }) {
            T::addOpenPoints(handover, open);
        }
    }
    void addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record) const override
    {
        if constexpr (requires { T::addToRecord(handover, record); }) {
            T::addToRecord(handover, record);
        }
    }
};

/** The topics of one case. */
class TopicSet
{
public:
    /** All of them, unset; see topics/all_topics.cpp. */
    TopicSet();
    ~TopicSet();

    [[nodiscard]] const std::vector<std::unique_ptr<TopicSlot>>& all() const { return m_slots; }
    template <CaseTopic T>
    [[nodiscard]] const SlotOf<T>& slot() const
    {
        for (const std::unique_ptr<TopicSlot>& candidate : m_slots) {
            if (const auto* found = dynamic_cast<const SlotOf<T>*>(candidate.get())) {
                return *found;
            }
        }
        qFatal("topic %s is missing in all_topics.cpp", T::topicName);
    }
    template <CaseTopic T>
    [[nodiscard]] SlotOf<T>& slot()
    {
        return const_cast<SlotOf<T>&>(std::as_const(*this).template slot<T>());
    }

private:
    template <CaseTopic T>
    void add();

    std::vector<std::unique_ptr<TopicSlot>> m_slots;
};

} // namespace staffelstab::handover
