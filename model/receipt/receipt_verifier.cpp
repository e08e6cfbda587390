// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_verifier.h"

#include "core/sha256.h"
#include "receipt/cms_signature.h"
#include "receipt/printed_code.h"
#include "receipt/record_metadata.h"
#include "receipt/signature_in_file.h"
#include "receipt/validation_data.h"

/*
 * Why rules of our own: common viewers check digests only and call a file valid whose pages were changed by a later
 * update. A receipt is made by this program alone, so the rules can be narrow:
 *  1. The file parses without repair and has nothing but plain pages, our metadata and the two fields.
 *  2. The record's digest is the one in metadata and keywords.
 *  3. A signature's byte range starts at 0, leaves out exactly its own /Contents and ends at an %%EOF; the last one
 * ends with the file. The signature stands in its own field in the revision it covers.
 *  4. From revision to revision nothing moves but that field, and nothing is added but that signature and its picture.
 *     There are no other revisions, but for one: behind both signatures there may be a store of certificates, OCSP
 *     responses and CRLs (PAdES B-LT), each of which says something about a certificate of these signatures.
 *  5. The CMS is right over exactly these bytes, with one signer, SHA-256 or better, and names its certificate; both
 *     sides have keys of their own; a time-stamp, if there, is one for this signature.
 *  6. Who signed is the party the record names, or the witness the declaration names; nothing is confirmed that is not
 *     on the receipt; the file is the one the journal names, where one is asked.
 *  7. Page 1 shows the record's code and the pages its digest: the paper speaks of the same record as the file.
 */
namespace staffelstab::receipt {
namespace {

class Verification
{
public:
    Verification(const QByteArray& pdf, const ExpectedSigners& expected) : m_pdf(pdf), m_expected(expected) {}

    ReceiptFinding run()
    {
        m_finding.fileSha256 = Sha256::of(m_pdf);
        try {
            look();
        } catch (const std::exception&) {
            // What libqpdf says can quote the file, so it is not kept.
            add(Finding::Kind::DamagedPdf);
        }
        conclude();
        return std::move(m_finding);
    }

private:
    void add(Finding::Kind kind, const QString& detail = {}) { m_finding.findings.push_back({kind, detail}); }
    void add(Finding::Kind kind, Role role) { add(kind, QString::fromLatin1(fieldName(role))); }

    void look()
    {
        if (m_pdf.size() > pdfLimit || !m_pdf.startsWith("%PDF-1.")) {
            add(Finding::Kind::NotAPdf);
            return;
        }
        // A damaged receipt is a receipt that was altered, not some other file.
        m_isOurs = m_pdf.contains(recordNamespace);
        Result<std::unique_ptr<PdfFile>> file = openPdf(m_pdf);
        if (!file) {
            add(Finding::Kind::DamagedPdf, kindOfDamage(file.failure()));
            return;
        }
        if (!readRecord((*file)->qpdf)) {
            add(Finding::Kind::NoRecord);
            return;
        }
        m_isOurs = true;
        m_hasStore = (*file)->qpdf.getRoot().hasKey("/DSS");
        const std::optional<ReceiptFields> fields = receiptFields((*file)->qpdf);
        if (!fields || !readSignatures(*fields)) {
            if (!fields) {
                add(Finding::Kind::FieldsWrong, canAct() ? QStringLiteral("action") : QString());
            }
            return;
        }
        lookAtRevisions(std::move(*file));
        for (const SignatureInFile& signature : m_signatures) {
            lookAtSignature(signature);
        }
        lookAtSigners();
        lookAtNames();
        lookAtFile();
        if (m_finding.findings.empty() && !printsRecord(m_pdf, m_finding.recordSha256)) {
            add(Finding::Kind::PrintDiffers);
        }
    }

    /** In words of ours: what libqpdf says can quote the file. */
    [[nodiscard]] QString kindOfDamage(const Failure& failure) const
    {
        if (m_pdf.contains("/Encrypt ")) {
            return QStringLiteral("encrypted");
        }
        return failure.detail == foreignTable ? QStringLiteral("foreign") : QString();
    }

    [[nodiscard]] bool canAct() const
    {
        static const QByteArray actions[] = {"/JavaScript", "/Launch", "/OpenAction", "/AA ", "/URI"};
        return std::any_of(std::begin(actions), std::end(actions),
                           [this](const QByteArray& action) { return m_pdf.contains(action); });
    }

    bool readRecord(QPDF& pdf)
    {
        const std::optional<QByteArray> packet = xmpOf(pdf);
        if (!packet) {
            return false;
        }
        const Result<RecordInXmp> found = readXmp(*packet);
        if (!found) {
            return false;
        }
        Result<ReceiptRecord> record = fromJson(found->json);
        if (!record) {
            return false;
        }
        m_finding.record = std::move(*record);
        m_finding.recordSha256 = Sha256::of(found->json);
        QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
        const QString keywords = info.isDictionary() && info.getKey("/Keywords").isString()
                                     ? QString::fromStdString(info.getKey("/Keywords").getUTF8Value())
                                     : QString();
        const QString words = digestWords(m_finding.recordSha256);
        if (found->sha256 != m_finding.recordSha256 || found->keywords != words || keywords != words) {
            add(Finding::Kind::DigestMismatch);
        }
        return true;
    }

    bool readSignatures(const ReceiptFields& fields)
    {
        for (const Role role : {Role::Leaver, Role::Supervisor}) {
            QPDFObjectHandle field = fields.of(role);
            if (!field.hasKey("/V")) {
                continue;
            }
            const auto signature = readSignature(m_pdf, fields, role);
            if (const Finding* finding = std::get_if<Finding>(&signature)) {
                m_finding.findings.push_back(*finding);
                return false;
            }
            m_signatures.push_back(std::get<SignatureInFile>(signature));
        }
        const bool isInOrder = m_signatures.empty() || (m_signatures.front().role == Role::Leaver &&
                                                        m_signatures.back().end >= m_signatures.front().end);
        if (!isInOrder) {
            add(Finding::Kind::FieldsWrong, Role::Leaver);
        } else if (!m_signatures.empty() && m_signatures.back().end != m_pdf.size() && !mayHaveStore()) {
            add(Finding::Kind::BytesAfterSignature, QString::number(m_pdf.size() - m_signatures.back().end));
        }
        return isInOrder;
    }

    [[nodiscard]] bool mayHaveStore() const { return m_hasStore && m_signatures.size() == 2; }

    /** Base, leaver's revision, supervisor's revision: each compared with the one before. */
    void lookAtRevisions(std::unique_ptr<PdfFile> whole)
    {
        if (m_signatures.empty()) {
            if (m_hasStore || whole->qpdf.getTrailer().hasKey("/Prev") || !m_pdf.endsWith("\n%%EOF\n")) {
                add(Finding::Kind::BytesAfterSignature);
            }
            return;
        }
        std::unique_ptr<PdfFile> before = openBase(m_pdf, m_signatures.front());
        for (const SignatureInFile& signature : m_signatures) {
            Result<std::unique_ptr<PdfFile>> after = openPdf(m_pdf.left(signature.end));
            if (!before || !after) {
                add(Finding::Kind::DamagedPdf, signature.role);
                return;
            }
            if (const auto finding = compareRevisions(*before, **after, signature)) {
                m_finding.findings.push_back(*finding);
            }
            before = std::move(*after);
        }
        if (m_hasStore) {
            lookAtStore(*before, *whole);
        }
        if (xmpOf(before->qpdf) != xmpOf(whole->qpdf)) {
            add(Finding::Kind::RecordDiffers);
        }
    }

    void lookAtStore(PdfFile& before, PdfFile& whole)
    {
        m_store = mayHaveStore() ? validationDataIn(whole.qpdf) : std::nullopt;
        m_finding.hasValidationData =
            m_store && addsOnly(before, *m_store, m_pdf) && isAllAbout(*m_store, m_signatures);
        if (!m_finding.hasValidationData) {
            m_store.reset();
            add(Finding::Kind::BytesAfterSignature);
        }
    }

    void lookAtSignature(const SignatureInFile& signature)
    {
        const QByteArray content = signedBytes(m_pdf.left(signature.end), signature.hole);
        const CmsFinding cms =
            checkCms(content, signature.cms, {m_expected.trustedCas, m_expected.stampCas}, signature.time);
        SignatureFinding finding;
        finding.role = signature.role;
        finding.end = signature.end;
        finding.name = cms.signer.isEmpty() || cms.signer == signature.name.trimmed().left(64)
                           ? signature.name
                           : QStringLiteral("%1 (%2)").arg(signature.name, cms.signer);
        finding.time = signature.time;
        finding.level = cms.worth.level;
        finding.isVouchedFor = cms.worth.isVouchedFor;
        finding.certificateSha256 = cms.certificateSha256;
        finding.timestamp = cms.stampedAt;
        finding.isStampVouchedFor = cms.isStampVouchedFor;
        finding.confirmation = signature.confirmation;
        if (m_store) {
            finding.revocation =
                revocationIn(*m_store, signature, cms.stampedAt.isValid() ? cms.stampedAt : signature.time);
            finding.isVouchedFor =
                finding.isVouchedFor && finding.revocation.state != RevocationFinding::State::Revoked;
        }
        finding.isIntact = cms.isIntact && cms.namesItsCertificate;
        if (!cms.isIntact) {
            add(Finding::Kind::SignatureBroken, signature.role);
        } else if (!cms.namesItsCertificate) {
            add(Finding::Kind::CertificateDiffers, signature.role);
        }
        if (cms.hasStamp && !cms.stampedAt.isValid()) {
            add(Finding::Kind::TimestampWrong, signature.role);
        }
        m_finding.signatures.push_back(std::move(finding));
    }

    void lookAtSigners()
    {
        for (SignatureFinding& signature : m_finding.signatures) {
            const QByteArray& pin = signature.role == Role::Leaver ? m_expected.leaver : m_expected.supervisor;
            if (!pin.isEmpty() && pin != signature.certificateSha256) {
                add(Finding::Kind::CertificateDiffers, signature.role);
            }
            const bool isRevoked = signature.revocation.state == RevocationFinding::State::Revoked;
            signature.isVouchedFor = !isRevoked && (signature.isVouchedFor || pin == signature.certificateSha256);
            if (!signature.time.isValid()) {
                add(Finding::Kind::SignerWrong, signature.role);
            }
        }
        if (m_finding.signatures.size() == 2 &&
            m_finding.signatures.front().certificateSha256 == m_finding.signatures.back().certificateSha256) {
            add(Finding::Kind::SignerWrong, Role::Supervisor);
        }
    }

    /** The one who signed is the one the record names, or the witness that the declaration names. */
    void lookAtNames()
    {
        const People& people = m_finding.record->people;
        for (const SignatureInFile& signature : m_signatures) {
            const QString& party = signature.role == Role::Leaver ? people.leaver.name : people.supervisor.name;
            const QString& witness = signature.confirmation.witness;
            if (signature.name.simplified() != (witness.isEmpty() ? party : witness).simplified()) {
                add(Finding::Kind::SignerWrong, signature.role);
            }
            const std::vector<Receivable> things = receivables(*m_finding.record, m_finding.record->language);
            for (const QString& code : signature.confirmation.received) {
                if (std::none_of(things.begin(), things.end(), [&](const auto& one) { return one.code == code; }) &&
                    !m_finding.record->isOfNewerProgram()) {
                    add(Finding::Kind::FieldsWrong, signature.role);
                }
            }
        }
    }

    void lookAtFile()
    {
        if (!m_expected.fileSha256.isEmpty() && m_expected.fileSha256 != m_finding.fileSha256) {
            add(Finding::Kind::FileDiffers);
        }
    }

    void conclude()
    {
        if (!m_finding.findings.empty()) {
            m_finding.state = m_isOurs ? ReceiptState::Altered : ReceiptState::NotAReceipt;
            return;
        }
        if (m_finding.signatures.size() == 2) {
            m_finding.state = ReceiptState::Intact;
            add(Finding::Kind::BothIntact);
        } else {
            m_finding.state = ReceiptState::Pending;
            add(m_finding.signatures.empty() ? Finding::Kind::Unsigned : Finding::Kind::CountersignatureMissing);
        }
        addNotes();
    }

    void addNotes()
    {
        QDateTime last = m_finding.record->madeAt;
        bool isOrdered = true;
        for (const SignatureFinding& signature : m_finding.signatures) {
            const Confirmation& confirmation = signature.confirmation;
            if (confirmation.manner == Manner::Refuses) {
                add(Finding::Kind::Refused, signature.role);
            } else if (confirmation.manner == Manner::Absent) {
                add(Finding::Kind::PartyAbsent, signature.role);
            }
            if (!confirmation.witness.isEmpty()) {
                add(Finding::Kind::Witnessed, signature.role);
            }
            if (signature.revocation.state == RevocationFinding::State::Revoked) {
                add(Finding::Kind::CertificateRevoked, signature.role);
            } else if (!signature.isVouchedFor) {
                add(Finding::Kind::NobodyVouches, signature.role);
            }
            isOrdered =
                isOrdered && signature.time.secsTo(last) <= clockTolerance &&
                (!signature.timestamp.isValid() || qAbs(signature.time.secsTo(signature.timestamp)) <= stampTolerance);
            last = signature.time;
        }
        if (!isOrdered) {
            add(Finding::Kind::ClockDoubtful);
        }
        if (m_finding.record->isOfNewerProgram()) {
            add(Finding::Kind::NewerProgram);
        }
    }

    static constexpr qint64 clockTolerance = qint64{15} * 60;
    static constexpr qint64 stampTolerance = qint64{24} * 3600;

    const QByteArray& m_pdf;
    const ExpectedSigners& m_expected;
    ReceiptFinding m_finding;
    std::vector<SignatureInFile> m_signatures;
    std::optional<ValidationData> m_store;
    bool m_hasStore = false;
    bool m_isOurs = false;
};

} // namespace

ReceiptFinding verifyReceipt(const QByteArray& pdf, const ExpectedSigners& expected)
{
    return Verification(pdf, expected).run();
}

} // namespace staffelstab::receipt
