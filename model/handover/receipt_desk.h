// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/job.h"
#include "handover/final_receipts.h"
#include "handover/handover_acts.h"
#include "handover/receipt_register.h"
#include "handover/signing_rules.h"
#include "receipt/consent_document.h"

#include <QObject>
#include <QPointer>

namespace staffelstab::handover {

/** Files as they are, and every PDF below the folders among `paths`, at most 100,000; sorted. */
QStringList receiptFilesIn(const QStringList& paths);

/**
 * What pages need done with receipts and seals that lie in files: read, judge, compare, countersign, open. Works on the
 * model's thread pool; answers come by signal, those of calls that run side by side in any order.
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
        /** Set where the file is a document of consents; then `finding` says: no receipt. */
        std::optional<receipt::ConsentVerdict> consents;
        /** Copy with the signature pictures, to look at and to print; empty if it is no PDF or was not asked for. */
        QByteArray copy;

        [[nodiscard]] receipt::ReceiptState state() const { return consents ? consents->state() : finding.state; }
        [[nodiscard]] receipt::Standing standing() const;
        /** It is a receipt or a document of consents, whatever has become of it since. */
        [[nodiscard]] bool isOurs() const { return finding.record || consents; }
        /** Empty if the file does not say. */
        [[nodiscard]] QString caseNumber() const;
    };

    /** What became of files that were to be entered into a register: numbers, and names where something is wrong. */
    struct Entered
    {
        int added = 0;
        int known = 0;
        /** Another final receipt of the same statement is in the register: both are marked there. */
        QStringList contradicting;
        QStringList altered;
        QStringList noReceipts;
    };

    /**
     * Judges files; folders stand for all *.pdf in them. checked() follows for each, then allChecked(). Thousands come
     * in batches, so that the list grows while the rest is read; a later call is done after an earlier one. A single
     * file brings its copy along. Where two final receipts contradict each other, the later one says so when it comes
     * and contradicted() follows for the one before.
     */
    void check(const QStringList& paths, const receipt::ExpectedSigners& expected = {});
    /** Files that have still to be judged. */
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }
    /** Makes the copies of files that were judged; copied() follows. */
    void copy(const QStringList& files);
    /**
     * Compares an archive with the receipt; compared() or failed() follows. A later comparison of the same receipt with
     * an archive takes the place of an earlier one, which then has no answer; and so with papers.
     */
    void compare(const Checked& checked, const QString& archive);
    /**
     * Opens an archive, hashes all of it and compares it with its manifest and the receipt; archiveOpened() or failed()
     * follows. Of archives and seals one is opened at a time: a later call takes the place of an earlier one, which
     * then has no answer.
     */
    void openArchive(const Checked& checked, const QString& archive, Secret passphrase);
    /** Compares a photo or a scan of the paper with the receipt; as compare(). */
    void comparePaper(const Checked& checked, const QString& picture);
    /** countersigned() or failed() follows. */
    void countersign(const QString& pendingPdf, SignInput input, const Clock& clock, const SigningRules& rules);
    /** sealOpened() or failed() follows; the seal must be of this case. */
    void openSealWithCode(const QString& seal, Secret code, const QString& caseNumber);
    void openSealWithKey(const QString& seal, const QString& keyFile, Secret passphrase, const QString& caseNumber);
    /** What is being opened is no longer wanted: no answer follows, and a secret that comes of it is wiped. */
    void dropOpening();
    /** Copies a file to another place, whole or not at all; saved() or failed() follows. */
    void saveCopy(const QString& from, const QString& to);
    /** Enters what was judged into a register; entered() or failed() follows. */
    void enter(const QString& place, const std::vector<Checked>& files, const policy::CompanyPolicy& policy);
    /** Writes a small text file; saved() or failed() follows. */
    void saveText(const QString& to, const QByteArray& text);

Q_SIGNALS:
    void checked(const staffelstab::handover::ReceiptDesk::Checked& checked);
    void allChecked();
    /** What was judged before says otherwise than this other final receipt of the same statement. */
    void contradicted(const QString& file, const QString& other);
    /** In the order asked for; empty for a file that is no PDF. */
    void copied(const QStringList& files, const QList<QByteArray>& copies);
    /** To be put into what is known of the file by then, see receipt::noteComparison(). */
    void compared(const QString& file, const staffelstab::receipt::Finding& found);
    void archiveOpened(const staffelstab::archive::ArchiveCheck& check, bool isTheOneOnTheReceipt);
    void countersigned(const staffelstab::handover::ReceiptFiles& files);
    /** To be taken at once by the one who listens. */
    void sealOpened(std::shared_ptr<staffelstab::Secret> secret);
    void saved(const QString& file);
    void entered(const staffelstab::handover::ReceiptDesk::Entered& entered);
    void failed(const staffelstab::Failure& failure);

private:
    struct Waiting
    {
        QString file;
        std::shared_ptr<const receipt::ExpectedSigners> expected;
        bool wantsCopy = false;
    };
    void checkNext();
    using Comparison = Result<receipt::Finding> (*)(const receipt::ReceiptFinding&, const QString&);
    void compareBy(Comparison comparison, const Checked& checked, const QString& path);
    void openSeal(std::function<Result<Secret>(QString* caseNumber)> open, const QString& caseNumber);
    /** As startJob(), in place of what is being opened; `opened` hears of success only. */
    template <typename T>
    void startOpening(std::function<Result<T>(JobContext&)> work, std::function<void(T)> opened);

    QList<Waiting> m_waiting;
    FinalReceipts m_finals;
    QPointer<JobHandle> m_opening;
    /** The last one of each kind for each file. */
    QHash<std::pair<QString, bool>, QPointer<JobHandle>> m_comparing;
    bool m_isChecking = false;
};

} // namespace staffelstab::handover
