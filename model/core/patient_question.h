// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace staffelstab {

/**
 * Asks what may be long in being answered, or never is, as of a share that is gone: on a few threads of its own, so
 * that no work of startJob() waits behind it. One question at a time: as long as it is open only the newest of those
 * that follow is kept. Lives on one thread; nothing is waited for when it dies, and no answer comes then.
 */
class PatientQuestion : public QObject
{
    Q_OBJECT
public:
    /** Taken on the thread of who asked. */
    using Answer = std::function<void()>;
    /** Asked on another one, which it may keep until the process ends: it holds nothing that could be gone by then. */
    using Question = std::function<Answer()>;

    explicit PatientQuestion(QObject* parent = nullptr);
    ~PatientQuestion() override;

    /** Its answer takes the place of all that are not there yet. */
    void ask(Question question);
    /** Nothing is to be answered any more. */
    void forget();

private:
    struct Wire;
    void start(Question question);
    void take(const Answer& answer);

    std::shared_ptr<Wire> m_wire;
    Question m_next;
    bool m_isOpen = false;
    bool m_isWanted = false;
};

} // namespace staffelstab
