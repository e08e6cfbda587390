// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "handover/handover_acts.h"

#include <QObject>

namespace staffelstab::wizard_pages {

/**
 * What pages need done with receipts and seals that lie in files: read, judge, compare, countersign, open. Works on the
 * model's thread pool; answers come by signal, in the order of the calls.
 */
class ReceiptDesk : public QObject
{
    Q_OBJECT
public:
    explicit ReceiptDesk(QObject* parent = nullptr);
    ~ReceiptDesk() override;

    struct Checked
    {
        QString file;
        receipt::ReceiptFinding finding;
        /** Copy with the signature pictures, to look at and to print; empty if it is no PDF. */
        QByteArray copy;
    };

    /** Judges files; folders stand for all *.pdf in them. checked() follows for each, then allChecked(). */
    void check(const QStringList& paths);
    /** Compares an archive with the receipt; compared() follows. */
    void compare(const Checked& checked, const QString& archive);
    /** countersigned() or failed() follows. */
    void countersign(const QString& pendingPdf, handover::SignInput input, const Clock& clock, const QString& tsa);
    /** sealOpened() or failed() follows; the seal must be of this case. */
    void openSealWithCode(const QString& seal, Secret code, const QString& caseNumber);
    void openSealWithKey(const QString& seal, const QString& keyFile, Secret passphrase, const QString& caseNumber);
    /** Copies a file to another place, whole or not at all; saved() or failed() follows. */
    void saveCopy(const QString& from, const QString& to);
    /** Writes a small text file; saved() or failed() follows. */
    void saveText(const QString& to, const QByteArray& text);

Q_SIGNALS:
    void checked(const staffelstab::wizard_pages::ReceiptDesk::Checked& checked);
    void allChecked();
    void compared(const staffelstab::wizard_pages::ReceiptDesk::Checked& checked);
    void countersigned(const staffelstab::handover::ReceiptFiles& files);
    /** To be taken at once by the one who listens. */
    void sealOpened(std::shared_ptr<staffelstab::Secret> secret);
    void saved(const QString& file);
    void failed(const staffelstab::Failure& failure);

private:
    void openSeal(std::function<Result<Secret>(QString* caseNumber)> open, const QString& caseNumber);
};

} // namespace staffelstab::wizard_pages
