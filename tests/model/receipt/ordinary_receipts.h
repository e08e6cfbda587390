// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_receipts.h"

#include "receipt/sections/account_section.h"
#include "receipt/sections/consents_section.h"
#include "receipt/sections/contacts_section.h"
#include "receipt/sections/equipment_section.h"
#include "receipt/sections/files_section.h"
#include "receipt/sections/follow_ups_section.h"
#include "receipt/sections/knowledge_section.h"
#include "receipt/sections/out_of_office_section.h"
#include "receipt/sections/rotation_section.h"
#include "receipt/sections/separation_check_section.h"
#include "receipt/sections/successor_section.h"

namespace staffelstab::receipt {

/** What belongs to the leaver and goes back: the people and things are fictitious, the names as long as real ones. */
inline EquipmentSection ordinaryEquipment()
{
    EquipmentSection equipment;
    for (const char* item : {"Notebook ThinkPad T14 Gen 3", "Dockingstation mit Netzteil", "Mobiltelefon Dienst",
                             "Dienstausweis und Zutrittskarte", "Schlüssel Haupteingang", "Tankkarte"}) {
        EquipmentSection::Thing thing;
        thing.item = QString::fromUtf8(item);
        thing.inventoryNumber = QStringLiteral("INV-2019-004711");
        thing.serialNumber = QStringLiteral("PF-3X9K2L");
        thing.condition = QStringLiteral("worn");
        thing.state = QStringLiteral("returned");
        equipment.things.push_back(thing);
    }
    equipment.things.back().state = QStringLiteral("missing");
    equipment.things.front().remark = QStringLiteral("Kratzer am Deckel, Akku hält noch vier Stunden");
    return equipment;
}

inline KnowledgeSection ordinaryKnowledge()
{
    KnowledgeSection knowledge;
    knowledge.briefing = QStringLiteral("done");
    knowledge.briefedOn = QDate(2026, 12, 18);
    knowledge.briefedBy = QStringLiteral("Lea Gehtbald");
    knowledge.documentation = QStringLiteral("Wiki, Einkauf/Übergabe Gehtbald");
    for (int month = 1; month <= 5; ++month) {
        knowledge.items.push_back({QStringLiteral("task"), QStringLiteral("Monatsabschluss der Rahmenverträge"),
                                   QDate(2027, month, 5), QStringLiteral("Nele Nachfolg")});
    }
    knowledge.isSecrecyRead = true;
    knowledge.secrecyVersion = QStringLiteral("2026-11.2 de");
    return knowledge;
}

inline FollowUpsSection ordinaryFollowUps()
{
    return {
        {{QStringLiteral("account_disabled"), QDate(2026, 12, 30), {}},
         {QStringLiteral("task_due"), QDate(2027, 1, 5), QStringLiteral("Monatsabschluss der Rahmenverträge")},
         {QStringLiteral("out_of_office_ends"), QDate(2027, 1, 30), {}},
         {QStringLiteral("account_deleted"), QDate(2027, 3, 31), {}},
         {QStringLiteral("receipt_retention_ends"), QDate(2029, 12, 31), QStringLiteral("§ 195, § 199 Abs. 1 BGB")}}};
}

/** Everything a handover can have, each of ordinary size: no page of the wizard was left out. */
inline ReceiptRecord ordinaryRecord(const QString& language = QStringLiteral("de"))
{
    ReceiptRecord record = sampleRecord(language);
    record.organisation = QStringLiteral("Beispiel Gesellschaft für Maschinenbau und Anlagentechnik mbH & Co. KG");
    record.people.leaver = {QStringLiteral("Dr. Friederike-Charlotte von Hohenstein-Überlingen"),
                            QStringLiteral("fc@firma.example"), QStringLiteral("Strategischer Einkauf und Logistik"),
                            QStringLiteral("0004711")};
    record.people.supervisor = {QStringLiteral("Prof. Dr.-Ing. Maximilian Freiherr von der Löwenburg"),
                                QStringLiteral("ml@firma.example"),
                                QStringLiteral("Leitung Strategischer Einkauf"),
                                {}};
    record.people.hr = {QStringLiteral("Gabriele Müller-Lüdenscheidt"),
                        QStringLiteral("hr@firma.example"),
                        QStringLiteral("Personalabteilung"),
                        {}};
    SeparationCheckSection check;
    check.business = {11874, 250, 1, 94, 0.008};
    check.privateMail = {312, 59, 0, 15, 0.05};
    check.mixed = 4;
    record.set(check);
    SuccessorSection successor;
    successor.way = QStringLiteral("copy");
    successor.at = sampleTime();
    successor.target = QStringLiteral("einkauf@mail.firma.example");
    successor.folder = QStringLiteral("Übergabe Hohenstein");
    successor.messages = 11871;
    successor.bytes = 1932735283;
    record.set(successor);
    ContactsSection contacts;
    contacts.way = QStringLiteral("sent");
    contacts.notices.sent = 112;
    contacts.notices.refused = 2;
    contacts.farewells.sent = 9;
    contacts.listed = 114;
    contacts.csvFile = QStringLiteral("Kontakte-2026-0042.csv");
    contacts.csvSha256 = Sha256::of("csv");
    contacts.cardFile = QStringLiteral("Kontakte-2026-0042.vcf");
    contacts.cardSha256 = Sha256::of("vcf");
    record.set(contacts);
    OutOfOfficeSection reply{QStringLiteral("server"),
                             QDate(2026, 12, 30),
                             QDate(2027, 1, 30),
                             QStringLiteral("Nicht mehr unter dieser Adresse erreichbar"),
                             QStringLiteral("Guten Tag,\nich bin unter dieser Adresse nicht mehr zu erreichen. Bitte "
                                            "wenden Sie sich an Nele Nachfolg.\nMit freundlichen Grüßen"),
                             Sha256::of("script")};
    record.set(reply);
    record.set(FilesSection{346, 302740, Sha256::of("manifest"), 57, 9145228, 57});
    record.set(ordinaryKnowledge());
    record.set(ordinaryEquipment());
    record.set(ConsentsSection{QStringLiteral("Einwilligungen-2026-0042.pdf"), Sha256::of("consents"), sampleTime()});
    record.set(ordinaryFollowUps());
    AccountSection account;
    account.way = QStringLiteral("helpdesk");
    account.disableOn = QDate(2026, 12, 30);
    account.deleteOn = QDate(2027, 3, 31);
    account.deeds = {{QStringLiteral("disabled"), {}, {}, true},
                     {QStringLiteral("left_group"), QStringLiteral("Einkauf-Leitung"), {}, true}};
    record.set(account);
    record.set(
        RotationSection{{{QStringLiteral("WLAN Gäste"), QStringLiteral("IT-Betrieb"), QDate(2026, 12, 31), false},
                         {QStringLiteral("Portal Lieferanten"), QStringLiteral("Einkauf"), {}, true}}});
    record.openPoints = {{QStringLiteral("not_removed"), 2},        {QStringLiteral("unreadable_mail"), 3},
                         {QStringLiteral("skipped_in_archive"), 3}, {QStringLiteral("letters_refused"), 2},
                         {QStringLiteral("equipment_missing"), 1},  {QStringLiteral("secrets_to_rotate"), 1}};
    record.leaverReservation =
        QStringLiteral("Die Tankkarte wurde am 12. Dezember an der Pforte abgegeben; eine Bestätigung darüber habe ich "
                       "nicht erhalten. "
                       "Der Zustand des Notebooks entspricht dem bei der Ausgabe, ausgenommen der Kratzer am Deckel.");
    return record;
}

} // namespace staffelstab::receipt
