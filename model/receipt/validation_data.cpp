// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/validation_data.h"

#include "receipt/cms_signature.h"
#include "receipt/long_term_data.h"
#include "receipt/pdf_update.h"
#include "receipt/signature_in_file.h"

#include <qpdf/Buffer.hh>

namespace staffelstab::receipt {
namespace {

/** More than any chain has; each is small. */
constexpr int mostStreams = 64;

QByteArray streamBytes(QPDFObjectHandle stream)
{
    const std::shared_ptr<Buffer> data = stream.getRawStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize())};
}

/** The bytes of the store's streams under this key; nothing if one is something else than a stream. */
std::optional<std::vector<QByteArray>> streamsUnder(QPDFObjectHandle store, const char* key)
{
    std::vector<QByteArray> all;
    QPDFObjectHandle list = store.getKey(key);
    if (list.isNull()) {
        return all;
    }
    if (!list.isArray() || list.isIndirect() || list.getArrayNItems() > mostStreams) {
        return std::nullopt;
    }
    for (int i = 0; i < list.getArrayNItems(); ++i) {
        QPDFObjectHandle stream = list.getArrayItem(i);
        if (!stream.isStream()) {
            return std::nullopt;
        }
        all.push_back(streamBytes(stream));
    }
    return all;
}

OwnedCertificate wholeCertificate(const QByteArray& der)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* const end = at + der.size();
    OwnedCertificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    (void)lastOpenSslError();
    const bool isForged = certificate && isSelfIssued(certificate.get()) &&
                          X509_verify(certificate.get(), X509_get0_pubkey(certificate.get())) != 1;
    const bool isRight = at == end && !isForged;
    (void)lastOpenSslError();
    return isRight ? std::move(certificate) : nullptr;
}

/** The pieces of evidence that say something about a certificate of the path. */
void noteTelling(const std::vector<X509*>& path, const RevocationEvidence& evidence, const QDateTime& at,
                 std::set<QByteArray>& telling)
{
    const auto says = [&](std::size_t i, const RevocationEvidence& one) {
        return revocationOf(path[i], path[i + 1], one, at).state != RevocationFinding::State::Unknown;
    };
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        for (const QByteArray& response : evidence.responses) {
            if (says(i, {{response}, {}})) {
                telling.insert(response);
            }
        }
        for (const QByteArray& list : evidence.lists) {
            if (says(i, {{}, {list}})) {
                telling.insert(list);
            }
        }
    }
}

/** Appends the store; certificates that stand in a signature already are not repeated. */
QByteArray withStore(PdfFile& file, const std::vector<QByteArray>& certificates, const RevocationEvidence& evidence)
{
    QPDF& pdf = file.qpdf;
    int next = static_cast<int>(pdf.getObjectCount()) + 1;
    PdfUpdate update(file.bytes);
    QByteArray store = "<< /Type /DSS";
    const auto add = [&](const char* key, const std::vector<QByteArray>& streams) {
        if (streams.empty()) {
            return;
        }
        store += QByteArray(" ") + key + " [";
        for (const QByteArray& bytes : streams) {
            update.add(next,
                       "<< /Length " + QByteArray::number(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream");
            store += ' ' + QByteArray::number(next++) + " 0 R";
        }
        store += " ]";
    };
    add("/Certs", certificates);
    add("/OCSPs", evidence.responses);
    add("/CRLs", evidence.lists);
    update.add(next, store + " >>");
    QPDFObjectHandle root = pdf.getRoot().shallowCopy();
    QByteArray catalog = QByteArray::fromStdString(root.unparseResolved());
    catalog.insert(catalog.lastIndexOf(">>"), "/DSS " + QByteArray::number(next) + " 0 R ");
    update.add(pdf.getRoot().getObjectID(), catalog);
    return update.finish(next + 1, trailerEntries(pdf, file.bytes));
}

/** Everything a path needs that the signature does not carry itself. */
void addMissing(const std::vector<X509*>& path, const std::vector<OwnedCertificate>& carried,
                std::vector<QByteArray>& certificates)
{
    for (X509* one : path) {
        const bool isCarried = std::any_of(carried.begin(), carried.end(), [&](const OwnedCertificate& other) {
            return X509_cmp(other.get(), one) == 0;
        });
        const QByteArray der = derOf<X509>(one, i2d_X509);
        if (!isCarried && std::find(certificates.begin(), certificates.end(), der) == certificates.end()) {
            certificates.push_back(der);
        }
    }
}

/** A stranger's certificate could name any server: asked is only about what a CA of the company's rules stands above.
 */
bool isUnder(const std::vector<X509*>& path, const std::vector<OwnedCertificate>& trusted)
{
    return std::any_of(path.begin(), path.end(), [&](const X509* one) {
        return std::any_of(trusted.begin(), trusted.end(),
                           [one](const OwnedCertificate& ca) { return X509_cmp(one, ca.get()) == 0; });
    });
}

Result<QByteArray> addTo(PdfFile& file, const QByteArray& trustedCas, JobContext& job)
{
    const std::optional<ReceiptFields> fields = receiptFields(file.qpdf);
    const std::vector<OwnedCertificate> more = certificatesInPem(trustedCas);
    RevocationEvidence evidence;
    std::vector<QByteArray> certificates;
    for (const Role role : {Role::Leaver, Role::Supervisor}) {
        const auto read = fields ? readSignature(file.bytes, *fields, role) : Finding{Finding::Kind::FieldsWrong, {}};
        const auto* const signature = std::get_if<SignatureInFile>(&read);
        if (signature == nullptr) {
            return Failure{Failure::Kind::ReceiptAltered, {}, QString::fromLatin1(fieldName(role))};
        }
        SignatureCertificates own = certificatesIn(signature->cms);
        for (std::vector<OwnedCertificate>* carried : {&own.signature, &own.stamp}) {
            if (carried->empty()) {
                continue;
            }
            const std::vector<X509*> path = pathFrom(carried->front().get(), pooled(*carried, more));
            if (!isUnder(path, more)) {
                continue;
            }
            const std::size_t before = evidence.responses.size() + evidence.lists.size();
            askForRevocation(path, signature->time, evidence, job);
            if (evidence.responses.size() + evidence.lists.size() > before) {
                addMissing(path, *carried, certificates);
            }
        }
    }
    if (const Status go = job.mayGoOn(); !go) {
        return go.failure();
    }
    return evidence.isEmpty() ? file.bytes : withStore(file, certificates, evidence);
}

} // namespace

std::optional<ValidationData> validationDataIn(QPDF& pdf)
{
    QPDFObjectHandle store = pdf.getRoot().getKey("/DSS");
    const auto certificates = streamsUnder(store, "/Certs");
    const auto responses = streamsUnder(store, "/OCSPs");
    const auto lists = streamsUnder(store, "/CRLs");
    if (!store.isDictionary() || !certificates || !responses || !lists) {
        return std::nullopt;
    }
    ValidationData data;
    data.evidence = {*responses, *lists};
    for (const QByteArray& der : *certificates) {
        data.certificates.push_back(wholeCertificate(der));
        if (!data.certificates.back()) {
            return std::nullopt;
        }
    }
    return data;
}

bool addsOnly(PdfFile& before, const ValidationData& data, const QByteArray& whole)
{
    std::vector<QByteArray> certificates;
    for (const OwnedCertificate& one : data.certificates) {
        certificates.push_back(derOf<X509>(one.get(), i2d_X509));
    }
    return !before.qpdf.getRoot().hasKey("/DSS") && withStore(before, certificates, data.evidence) == whole;
}

bool isAllAbout(const ValidationData& data, const std::vector<SignatureInFile>& signatures)
{
    if (data.evidence.isEmpty()) {
        return false;
    }
    std::set<const X509*> needed;
    std::set<QByteArray> telling;
    for (const SignatureInFile& signature : signatures) {
        const SignatureCertificates own = certificatesIn(signature.cms);
        for (const std::vector<OwnedCertificate>* carried : {&own.signature, &own.stamp}) {
            if (!carried->empty()) {
                const std::vector<X509*> path = pathFrom(carried->front().get(), pooled(*carried, data.certificates));
                needed.insert(path.begin(), path.end());
                noteTelling(path, data.evidence, signature.time, telling);
            }
        }
    }
    const auto isNeeded = [&](const OwnedCertificate& one) { return needed.count(one.get()) > 0; };
    const auto tells = [&](const QByteArray& der) { return telling.count(der) > 0; };
    return std::all_of(data.certificates.begin(), data.certificates.end(), isNeeded) &&
           std::all_of(data.evidence.responses.begin(), data.evidence.responses.end(), tells) &&
           std::all_of(data.evidence.lists.begin(), data.evidence.lists.end(), tells);
}

RevocationFinding revocationIn(const ValidationData& data, const SignatureInFile& signature, const QDateTime& at)
{
    const SignatureCertificates own = certificatesIn(signature.cms);
    if (own.signature.empty()) {
        return {};
    }
    return revocationOfPath(pathFrom(own.signature.front().get(), pooled(own.signature, data.certificates)),
                            data.evidence, at);
}

Result<QByteArray> addValidationData(const QByteArray& pdf, const QByteArray& trustedCas, JobContext& job)
{
    Result<std::unique_ptr<PdfFile>> file = openPdf(pdf);
    if (!file) {
        return file.failure();
    }
    return withQpdf<QByteArray>(Failure::Kind::NotAReceipt, [&] { return addTo(**file, trustedCas, job); });
}

} // namespace staffelstab::receipt
