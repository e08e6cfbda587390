// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/signature_in_file.h"

#include <qpdf/QPDFXRefEntry.hh>

namespace staffelstab::receipt {
namespace {

using Table = std::map<QPDFObjGen, QPDFXRefEntry>;

Finding changed(int object)
{
    return {Finding::Kind::ObjectChanged, QString::number(object)};
}

/** Equal but for the named keys, compared as PDF text. */
bool isSameBut(QPDFObjectHandle before, QPDFObjectHandle after, const std::set<std::string>& mayDiffer)
{
    QPDFObjectHandle a = before.shallowCopy();
    QPDFObjectHandle b = after.shallowCopy();
    for (const std::string& key : mayDiffer) {
        a.removeKey(key);
        b.removeKey(key);
    }
    return a.unparse() == b.unparse();
}

/** The numbers of all objects a value leads to, itself included; stops at `limit`. */
std::set<int> reachableFrom(const QPDFObjectHandle& start)
{
    std::set<int> found;
    std::vector<QPDFObjectHandle> todo{start};
    while (!todo.empty()) {
        QPDFObjectHandle object = todo.back();
        todo.pop_back();
        if (object.isIndirect() && !found.insert(object.getObjectID()).second) {
            continue;
        }
        if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems(); ++i) {
                todo.push_back(object.getArrayItem(i));
            }
        } else if (object.isDictionary() || object.isStream()) {
            QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
            for (const std::string& key : dictionary.getKeys()) {
                todo.push_back(dictionary.getKey(key));
            }
        }
    }
    return found;
}

bool isCertified(PdfFile& after, const SignatureInFile& signature)
{
    QPDFObjectHandle permissions = after.qpdf.getRoot().getKey("/Perms");
    return permissions.isDictionary() && permissions.getKeys() == std::set<std::string>{"/DocMDP"} &&
           permissions.getKey("/DocMDP").isIndirect() &&
           permissions.getKey("/DocMDP").getObjectID() == signature.object;
}

/** The trailer follows on the one before and names the same catalog and information. */
bool isTrailerPlain(PdfFile& before, PdfFile& after)
{
    static const std::set<std::string> keys{"/ID", "/Info", "/Prev", "/Root", "/Size"};
    QPDFObjectHandle a = before.qpdf.getTrailer();
    QPDFObjectHandle b = after.qpdf.getTrailer();
    return b.getKeys() == keys && b.getKey("/Prev").isInteger() &&
           b.getKey("/Prev").getIntValue() == lastXref(before.bytes) && lastXref(after.bytes) > before.bytes.size() &&
           a.getKey("/Root").unparse() == b.getKey("/Root").unparse() &&
           a.getKey("/Info").unparse() == b.getKey("/Info").unparse();
}

/** Numbers of the objects that are not where they were, or a Finding for one that is gone or moved back. */
std::variant<std::set<int>, Finding> movedObjects(const Table& before, const Table& after, qint64 boundary)
{
    std::set<int> moved;
    for (const auto& [id, entry] : before) {
        const auto now = after.find(id);
        if (now == after.end()) {
            return changed(id.getObj());
        }
        if (QPDFXRefEntry(now->second).getOffset() != QPDFXRefEntry(entry).getOffset()) {
            moved.insert(id.getObj());
        }
    }
    for (const auto& [id, entry] : after) {
        const bool isNew = before.find(id) == before.end();
        if ((isNew || moved.count(id.getObj()) > 0) && QPDFXRefEntry(entry).getOffset() < boundary) {
            return changed(id.getObj());
        }
    }
    return moved;
}

std::optional<Finding> compareNewObjects(const Table& before, const Table& after, QPDFObjectHandle field,
                                         const SignatureInFile& signature)
{
    QPDFObjectHandle pictures = field.getKey("/AP");
    if (!pictures.isDictionary() || pictures.isIndirect() || pictures.getKeys() != std::set<std::string>{"/N"} ||
        !pictures.getKey("/N").isStream()) {
        return changed(field.getObjectID());
    }
    const std::set<int> picture = reachableFrom(pictures);
    for (const int id : picture) {
        if (before.find(QPDFObjGen(id, 0)) != before.end()) {
            return changed(id);
        }
    }
    for (const auto& [id, entry] : after) {
        const bool isNew = before.find(id) == before.end();
        if (isNew && id.getObj() != signature.object && picture.count(id.getObj()) == 0) {
            return changed(id.getObj());
        }
    }
    return std::nullopt;
}

} // namespace

std::unique_ptr<PdfFile> openBase(const QByteArray& bytes, const SignatureInFile& first)
{
    const Result<std::unique_ptr<PdfFile>> covered = openPdf(bytes.left(first.end));
    if (!covered) {
        return nullptr;
    }
    QPDFObjectHandle previous = (*covered)->qpdf.getTrailer().getKey("/Prev");
    const qint64 xref = previous.isInteger() ? previous.getIntValue() : -1;
    const qsizetype end = xref < 0 || xref >= bytes.size() ? -1 : bytes.indexOf("\n%%EOF\n", xref);
    if (end < 0) {
        return nullptr;
    }
    Result<std::unique_ptr<PdfFile>> base = openPdf(bytes.left(end + 7));
    if (!base || (*base)->qpdf.getTrailer().hasKey("/Prev") || (*base)->qpdf.getRoot().hasKey("/Perms")) {
        return nullptr;
    }
    return std::move(*base);
}

std::optional<Finding> compareRevisions(PdfFile& before, PdfFile& after, const SignatureInFile& signature)
{
    std::optional<ReceiptFields> fieldsBefore = documentFields(before.qpdf);
    std::optional<ReceiptFields> fieldsAfter = documentFields(after.qpdf);
    if (!fieldsBefore || !fieldsAfter || fieldsBefore->isForLeaverAlone() != fieldsAfter->isForLeaverAlone()) {
        return Finding{Finding::Kind::FieldsWrong, {}};
    }
    QPDFObjectHandle field = fieldsBefore->of(signature.role);
    QPDFObjectHandle signedField = fieldsAfter->of(signature.role);
    if (field.hasKey("/V") || field.getObjectID() != signedField.getObjectID() ||
        !signedField.getKey("/V").isIndirect() || signedField.getKey("/V").getObjectID() != signature.object) {
        return Finding{Finding::Kind::FieldsWrong, QString::fromLatin1(fieldName(signature.role))};
    }
    const Table tableBefore = before.qpdf.getXRefTable();
    const Table tableAfter = after.qpdf.getXRefTable();
    const auto moved = movedObjects(tableBefore, tableAfter, before.bytes.size());
    if (const Finding* finding = std::get_if<Finding>(&moved)) {
        return *finding;
    }
    const int root = before.qpdf.getRoot().getObjectID();
    std::set<int> expected{field.getObjectID()};
    if (signature.role == Role::Leaver) {
        expected.insert(root);
    }
    for (const int id : std::get<std::set<int>>(moved)) {
        if (expected.count(id) == 0) {
            return changed(id);
        }
    }
    if (!isSameBut(field, signedField, {"/V", "/AP"})) {
        return changed(field.getObjectID());
    }
    const std::set<std::string> mayDiffer =
        signature.role == Role::Leaver ? std::set<std::string>{"/Perms"} : std::set<std::string>{};
    if (!isSameBut(before.qpdf.getRoot(), after.qpdf.getRoot(), mayDiffer) || !isTrailerPlain(before, after) ||
        (signature.role == Role::Leaver && !isCertified(after, signature))) {
        return changed(root);
    }
    return compareNewObjects(tableBefore, tableAfter, signedField, signature);
}

} // namespace staffelstab::receipt
