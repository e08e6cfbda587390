// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/equipment.h"
#include "core/csv_reader.h"

#include <QSet>

#include <array>

namespace staffelstab::checklists {

namespace {

constexpr qsizetype mostLines = 300;

enum Column {
    Item,
    Model,
    Manufacturer,
    Category,
    Inventory,
    Serial,
    Accessories,
    Remark,
    Holder,
    HolderNumber,
    columns
};

/** Names of a column as programs and people write them, in small letters and digits only. */
const std::array<QStringList, columns>& columnNames()
{
    static const auto list = [](const char* names) { return QString::fromUtf8(names).split(u' '); };
    static const std::array<QStringList, columns> names{
        list("assetname itemname item name bezeichnung gegenstand artikel gerät geraet arbeitsmittel inventargut "
             "accessoryname licensename componentname description beschreibung"),
        list("model modelname modell modellname"),
        list("manufacturer brand hersteller marke"),
        list("category type kategorie art geräteart"),
        list("assettag assettagid tag inventarnummer inventarnr inventar anlagennummer inventory inventorynumber"),
        list("serial serialnumber serialno sn seriennummer seriennr imei"),
        list("accessories zubehör zubehoer"),
        list("notes note remark comment notizen notiz bemerkung anmerkung kommentar"),
        list("checkedoutto assignedto assigned fullname username email user holder ausgegebenan ausgechecktan "
             "zugewiesenan herausgegebenan benutzer benutzername nutzer inhaber besitzer mitarbeiter person"),
        list("employeeno employeenumber employeenum personalnummer personalnr mitarbeiternummer"),
    };
    return names;
}

/** "Serial No." and "serial_no" are the same. */
QString folded(const QString& header)
{
    QString name;
    for (const QString lower = header.toLower(); const QChar c : lower) {
        if (c.isLetterOrNumber()) {
            name.append(c);
        }
    }
    return name;
}

/** Where each column stands. A file may tell the holder more than once (name, login, address): any of them counts. */
struct Layout
{
    std::array<qsizetype, columns> first{};
    QList<qsizetype> holders;

    explicit Layout(const QStringList& header)
    {
        first.fill(-1);
        // A name that comes earlier in its list says it better: "Asset Name" before "Description".
        for (int column = 0; column < columns; ++column) {
            qsizetype best = -1;
            for (qsizetype i = 0; i < header.size(); ++i) {
                const auto& names = columnNames()[static_cast<std::size_t>(column)];
                const qsizetype rank = names.indexOf(folded(header[i]));
                if (rank >= 0 && (column == Holder || column == HolderNumber)) {
                    holders.append(i);
                }
                if (rank >= 0 && (best < 0 || rank < best)) {
                    best = rank;
                    first[static_cast<std::size_t>(column)] = i;
                }
            }
        }
    }
    [[nodiscard]] QString field(const QStringList& row, Column column) const
    {
        const qsizetype at = first[column];
        return at < 0 ? QString() : row[at].simplified();
    }
    [[nodiscard]] bool namesThings() const { return first[Item] >= 0 || first[Model] >= 0; }
};

/** What a holder column may say for this person. */
QSet<QString> namesOf(const Person& person)
{
    QSet<QString> names{folded(person.name), folded(person.email), folded(person.email.section(u'@', 0, 0)),
                        folded(person.personnelNumber)};
    // "Gehtbald, Lea" and Snipe-IT's "Gehtbald, Lea (lea.gehtbald)" beside "Lea Gehtbald".
    const QStringList words = person.name.simplified().split(u' ');
    if (words.size() > 1) {
        names.insert(folded(words.last() + QStringList(words.mid(0, words.size() - 1)).join(QString())));
    }
    names.remove(QString());
    return names;
}

bool isHeldBy(const QSet<QString>& names, const Layout& layout, const QStringList& row)
{
    for (const qsizetype at : layout.holders) {
        if (names.contains(folded(row[at])) || names.contains(folded(row[at].section(u'(', 0, 0)))) {
            return true;
        }
    }
    return false;
}

/** The name of the thing; maker and model where they say more. */
QString nameOf(const Layout& layout, const QStringList& row)
{
    QString name = layout.field(row, Item);
    const QString model = layout.field(row, Model);
    const QString maker = layout.field(row, Manufacturer);
    const QString full =
        model.startsWith(maker, Qt::CaseInsensitive) ? model : QStringLiteral("%1 %2").arg(maker, model);
    if (name.isEmpty()) {
        name = full.simplified();
    } else if (!model.isEmpty() && !name.contains(model, Qt::CaseInsensitive)) {
        name += QStringLiteral(" (%1)").arg(full.simplified());
    }
    return name.isEmpty() ? layout.field(row, Category) : name;
}

Failure faultIn(const CsvReader& reader, const QString& name, const QString& why)
{
    return {Failure::Kind::BadInput, name, QStringLiteral("%1:1: %2").arg(reader.line()).arg(why)};
}

} // namespace

Result<EquipmentImport> readEquipmentCsv(const QByteArray& bytes, const QString& name, const Person& leaver)
{
    auto reader = CsvReader::open(bytes, name);
    if (!reader) {
        return reader.failure();
    }
    const Layout layout(reader->header());
    if (!layout.namesThings()) {
        return faultIn(*reader, name,
                       QStringLiteral("no column says what the thing is, such as \"Asset Name\" or \"Model\""));
    }
    const QSet<QString> names = namesOf(leaver);
    EquipmentImport import;
    import.isForOnePerson = !layout.holders.isEmpty() && !names.isEmpty();
    for (QStringList row; reader->next(row);) {
        if (import.isForOnePerson && !isHeldBy(names, layout, row)) {
            ++import.others;
            continue;
        }
        EquipmentLine line;
        line.item = nameOf(layout, row);
        line.inventoryNumber = layout.field(row, Inventory);
        line.serialNumber = layout.field(row, Serial);
        line.accessories = layout.field(row, Accessories);
        line.remark = layout.field(row, Remark);
        if (line.item.isEmpty()) {
            return faultIn(*reader, name, QStringLiteral("the row does not say what the thing is"));
        }
        if (import.lines.size() == mostLines) {
            return faultIn(*reader, name, QStringLiteral("more than %1 things").arg(mostLines));
        }
        import.lines.append(line);
    }
    if (const Status read = reader->status(); !read) {
        return read.failure();
    }
    return import;
}

} // namespace staffelstab::checklists
