// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_fields.h"

#include "receipt/record_values.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <set>

namespace staffelstab::receipt {
namespace {

bool hasOnly(QPDFObjectHandle dictionary, const std::set<std::string>& allowed)
{
    const std::set<std::string> keys = dictionary.getKeys();
    return std::includes(allowed.begin(), allowed.end(), keys.begin(), keys.end());
}

bool isPlainCatalog(QPDFObjectHandle root, int fields)
{
    static const std::set<std::string> allowed{"/AcroForm", "/DSS",   "/Lang", "/Metadata",         "/OutputIntents",
                                               "/Pages",    "/Perms", "/Type", "/ViewerPreferences"};
    static const std::set<std::string> formKeys{"/Fields", "/SigFlags"};
    if (!root.isDictionary() || !hasOnly(root, allowed)) {
        return false;
    }
    QPDFObjectHandle form = root.getKey("/AcroForm");
    return form.isDictionary() && hasOnly(form, formKeys) && form.getKey("/Fields").isArray() &&
           form.getKey("/Fields").getArrayNItems() == fields;
}

bool isField(QPDFObjectHandle field, Role role)
{
    static const std::set<std::string> allowed{"/AP",      "/F", "/FT", "/Lock", "/P", "/Rect",
                                               "/Subtype", "/T", "/TU", "/Type", "/V"};
    if (!field.isIndirect() || !field.isDictionary() || !hasOnly(field, allowed)) {
        return false;
    }
    return field.getKey("/T").isString() && field.getKey("/T").getStringValue() == fieldName(role) &&
           field.getKey("/FT").isNameAndEquals("/Sig") && field.getKey("/Subtype").isNameAndEquals("/Widget") &&
           field.getKey("/F").isInteger() && field.getKey("/F").getIntValue() == 132;
}

/** Every page is plain, and the fields are all that lies on the pages. */
bool arePagesPlain(QPDF& pdf, const std::multiset<QPDFObjGen>& fields)
{
    static const std::set<std::string> allowed{"/Annots", "/Contents", "/MediaBox", "/Parent", "/Resources", "/Type"};
    std::multiset<QPDFObjGen> found;
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QPDFObjectHandle dictionary = page.getObjectHandle();
        if (!hasOnly(dictionary, allowed)) {
            return false;
        }
        QPDFObjectHandle annotations = dictionary.getKey("/Annots");
        if (annotations.isNull()) {
            continue;
        }
        if (!annotations.isArray()) {
            return false;
        }
        for (int i = 0; i < annotations.getArrayNItems(); ++i) {
            found.insert(annotations.getArrayItem(i).getObjGen());
        }
    }
    return found == fields;
}

} // namespace

const char* fieldName(Role role)
{
    return role == Role::Leaver ? "leaver" : "supervisor";
}

std::optional<ReceiptFields> receiptFields(QPDF& pdf)
{
    QPDFObjectHandle root = pdf.getRoot();
    if (!isPlainCatalog(root, 2)) {
        return std::nullopt;
    }
    QPDFObjectHandle list = root.getKey("/AcroForm").getKey("/Fields");
    ReceiptFields fields{list.getArrayItem(0), list.getArrayItem(1)};
    if (!isField(fields.leaver, Role::Leaver) || !isField(fields.supervisor, Role::Supervisor) ||
        !arePagesPlain(pdf, {fields.leaver.getObjGen(), fields.supervisor.getObjGen()})) {
        return std::nullopt;
    }
    return fields;
}

std::optional<ReceiptFields> consentFields(QPDF& pdf)
{
    QPDFObjectHandle root = pdf.getRoot();
    if (!isPlainCatalog(root, 1)) {
        return std::nullopt;
    }
    ReceiptFields fields{root.getKey("/AcroForm").getKey("/Fields").getArrayItem(0), {}};
    if (!isField(fields.leaver, Role::Leaver) || !arePagesPlain(pdf, {fields.leaver.getObjGen()})) {
        return std::nullopt;
    }
    return fields;
}

std::optional<ReceiptFields> documentFields(QPDF& pdf)
{
    std::optional<ReceiptFields> fields = receiptFields(pdf);
    return fields ? fields : consentFields(pdf);
}

std::optional<QByteArray> xmpOf(QPDF& pdf)
{
    QPDFObjectHandle metadata = pdf.getRoot().getKey("/Metadata");
    if (!metadata.isStream() || !metadata.getDict().getKey("/Filter").isNull() ||
        metadata.getDict().getKey("/Length").getIntValue() > 4 * recordLimit) {
        return std::nullopt;
    }
    const std::shared_ptr<Buffer> data = metadata.getRawStreamData();
    return QByteArray(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
}

} // namespace staffelstab::receipt
