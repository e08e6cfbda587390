// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/record_metadata.h"

#include "receipt/record_values.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace staffelstab::receipt {
namespace {

QString ns(const char* uri)
{
    return QString::fromLatin1(uri);
}

const char* const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const char* const dc = "http://purl.org/dc/elements/1.1/";
const char* const xmp = "http://ns.adobe.com/xap/1.0/";
const char* const pdf = "http://ns.adobe.com/pdf/1.3/";
const char* const pdfaid = "http://www.aiim.org/pdfa/ns/id/";
const char* const extension = "http://www.aiim.org/pdfa/ns/extension/";
const char* const schema = "http://www.aiim.org/pdfa/ns/schema#";
const char* const property = "http://www.aiim.org/pdfa/ns/property#";

class XmpWriter
{
public:
    QByteArray run(const Metadata& metadata)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
        m_xml.writeNamespace(QStringLiteral("adobe:ns:meta/"), QStringLiteral("x"));
        m_xml.writeStartElement(QStringLiteral("adobe:ns:meta/"), QStringLiteral("xmpmeta"));
        m_xml.writeNamespace(ns(rdf), QStringLiteral("rdf"));
        open(rdf, "RDF");
        writeStandard(metadata);
        writeSchema(metadata.schema);
        begin(metadata.schema, "ho");
        text(metadata.schema, "record", QString::fromUtf8(metadata.recordJson));
        text(metadata.schema, "sha256", QString::fromLatin1(metadata.recordSha256));
        end();
        end();
        end();
        return QByteArray("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>") + m_out +
               "\n<?xpacket end=\"r\"?>";
    }

private:
    void writeStandard(const Metadata& metadata)
    {
        begin(dc, "dc");
        open(dc, "title");
        open(rdf, "Alt");
        m_xml.writeStartElement(ns(rdf), QStringLiteral("li"));
        m_xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
        m_xml.writeCharacters(metadata.title);
        end();
        end();
        end();
        end();
        begin(xmp, "xmp");
        text(xmp, "CreatorTool", metadata.producer);
        text(xmp, "CreateDate", metadata.madeAt.toUTC().toString(Qt::ISODate));
        end();
        begin(pdf, "pdf");
        text(pdf, "Producer", metadata.producer);
        text(pdf, "Keywords", metadata.keywords);
        end();
        begin(pdfaid, "pdfaid");
        text(pdfaid, "part", QStringLiteral("1"));
        text(pdfaid, "conformance", QStringLiteral("B"));
        end();
    }

    void writeSchema(const char* own)
    {
        begin(extension, "pdfaExtension");
        m_xml.writeNamespace(ns(schema), QStringLiteral("pdfaSchema"));
        m_xml.writeNamespace(ns(property), QStringLiteral("pdfaProperty"));
        open(extension, "schemas");
        open(rdf, "Bag");
        resource();
        text(schema, "schema", QStringLiteral("Handover receipt"));
        text(schema, "namespaceURI", ns(own));
        text(schema, "prefix", QStringLiteral("ho"));
        open(schema, "property");
        open(rdf, "Seq");
        describe("record", "What the receipt says, as canonical JSON");
        describe("sha256", "SHA-256 of the record in hexadecimal");
        end();
        end();
        end();
        end();
        end();
        end();
    }

    void describe(const char* name, const char* meaning)
    {
        resource();
        text(property, "name", QString::fromLatin1(name));
        text(property, "valueType", QStringLiteral("Text"));
        text(property, "category", QStringLiteral("external"));
        text(property, "description", QString::fromLatin1(meaning));
        end();
    }

    void begin(const char* uri, const char* prefix)
    {
        m_xml.writeStartElement(ns(rdf), QStringLiteral("Description"));
        m_xml.writeNamespace(ns(uri), QString::fromLatin1(prefix));
        m_xml.writeAttribute(QStringLiteral("rdf:about"), QString());
    }
    void resource()
    {
        m_xml.writeStartElement(ns(rdf), QStringLiteral("li"));
        m_xml.writeAttribute(QStringLiteral("rdf:parseType"), QStringLiteral("Resource"));
    }
    void open(const char* uri, const char* name) { m_xml.writeStartElement(ns(uri), QString::fromLatin1(name)); }
    void text(const char* uri, const char* name, const QString& value)
    {
        m_xml.writeTextElement(ns(uri), QString::fromLatin1(name), value);
    }
    void end() { m_xml.writeEndElement(); }

    QByteArray m_out;
    QXmlStreamWriter m_xml{&m_out};
};

} // namespace

QByteArray writeXmp(const Metadata& metadata)
{
    return XmpWriter().run(metadata);
}

Result<RecordInXmp> readXmp(const QByteArray& packet, const char* own)
{
    RecordInXmp found;
    int records = 0;
    int digests = 0;
    QXmlStreamReader xml(packet);
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference) {
            return Failure{Failure::Kind::NotAReceipt, {}, QStringLiteral("metadata with a document type")};
        }
        if (token != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.namespaceUri() == QLatin1String(pdf) && xml.name() == QLatin1String("Keywords")) {
            found.keywords = xml.readElementText();
        } else if (xml.namespaceUri() == QLatin1String(own) && xml.name() == QLatin1String("record")) {
            found.json = xml.readElementText().toUtf8();
            ++records;
        } else if (xml.namespaceUri() == QLatin1String(own) && xml.name() == QLatin1String("sha256")) {
            found.sha256 = QByteArray::fromHex(xml.readElementText().toLatin1());
            ++digests;
        }
    }
    if (xml.hasError() || records != 1 || digests != 1) {
        return Failure{Failure::Kind::NotAReceipt, {}, QStringLiteral("no record in the metadata")};
    }
    return found;
}

QString digestWords(const QByteArray& sha256)
{
    return QStringLiteral("handover:1:sha256:") + QString::fromLatin1(sha256.toHex());
}

} // namespace staffelstab::receipt
