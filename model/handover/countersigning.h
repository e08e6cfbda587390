// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"

#include <QPointer>

namespace staffelstab::handover {

/**
 * The supervisor's part on another computer, from the half-signed file alone: reads and judges it, shows a copy, signs.
 * One file at a time; knows no case.
 */
class Countersigning : public QObject
{
    Q_OBJECT
public:
    Countersigning(const Clock& clock, QString tsa, QObject* parent = nullptr);

    /** opened() or failed() follows. */
    void open(const QString& pendingPdf);
    /** Signs the opened file; signedFile() or failed() follows. */
    void sign(SignInput input);
    [[nodiscard]] bool isBusy() const { return !m_running.isNull(); }
    [[nodiscard]] const receipt::ReceiptFinding& finding() const { return m_finding; }

Q_SIGNALS:
    /** `copy` is for the eye: the flattened document. */
    void opened(const QByteArray& copy);
    void signedFile(const staffelstab::handover::ReceiptFiles& files);
    void failed(const staffelstab::Failure& failure);

private:
    const Clock& m_clock;
    QString m_tsa;
    QString m_path;
    receipt::ReceiptFinding m_finding;
    QPointer<JobHandle> m_running;
};

} // namespace staffelstab::handover
