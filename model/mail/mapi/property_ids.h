// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/property_bag.h"

/** The properties of [MS-OXPROPS] that are used, under their names there without "PidTag" or "PidLid". */
namespace staffelstab::mail::mapi::id {

// the message
inline constexpr PropertyKey importance{0x0017};
inline constexpr PropertyKey messageClass{0x001A};
inline constexpr PropertyKey sensitivity{0x0036};
inline constexpr PropertyKey subject{0x0037};
inline constexpr PropertyKey clientSubmitTime{0x0039};
inline constexpr PropertyKey sentRepresentingName{0x0042};
inline constexpr PropertyKey sentRepresentingAddressType{0x0064};
inline constexpr PropertyKey sentRepresentingEmailAddress{0x0065};
inline constexpr PropertyKey transportMessageHeaders{0x007D};
inline constexpr PropertyKey senderName{0x0C1A};
inline constexpr PropertyKey senderAddressType{0x0C1E};
inline constexpr PropertyKey senderEmailAddress{0x0C1F};
inline constexpr PropertyKey displayBcc{0x0E02};
inline constexpr PropertyKey displayCc{0x0E03};
inline constexpr PropertyKey displayTo{0x0E04};
inline constexpr PropertyKey messageDeliveryTime{0x0E06};
inline constexpr PropertyKey messageFlags{0x0E07};
inline constexpr PropertyKey subjectPrefix{0x003D};
inline constexpr PropertyKey normalizedSubject{0x0E1D};
inline constexpr PropertyKey creationTime{0x3007};
inline constexpr PropertyKey lastModificationTime{0x3008};
inline constexpr PropertyKey internetCodepage{0x3FDE};
inline constexpr PropertyKey messageCodepage{0x3FFD};
inline constexpr PropertyKey body{0x1000};
inline constexpr PropertyKey rtfCompressed{0x1009};
inline constexpr PropertyKey html{0x1013};
inline constexpr PropertyKey internetMessageId{0x1035};
inline constexpr PropertyKey internetReferences{0x1039};
inline constexpr PropertyKey inReplyToId{0x1042};
inline constexpr PropertyKey senderSmtpAddress{0x5D01};
inline constexpr PropertyKey sentRepresentingSmtpAddress{0x5D02};
// recipients and address book
inline constexpr PropertyKey recipientType{0x0C15};
inline constexpr PropertyKey displayName{0x3001};
inline constexpr PropertyKey addressType{0x3002};
inline constexpr PropertyKey emailAddress{0x3003};
inline constexpr PropertyKey smtpAddress{0x39FE};
// attachments
inline constexpr PropertyKey attachData{0x3701};
inline constexpr PropertyKey attachFilename{0x3704};
inline constexpr PropertyKey attachMethod{0x3705};
inline constexpr PropertyKey attachLongFilename{0x3707};
inline constexpr PropertyKey attachPathname{0x3708};
inline constexpr PropertyKey attachLongPathname{0x370D};
inline constexpr PropertyKey attachMimeTag{0x370E};
inline constexpr PropertyKey attachContentId{0x3712};
inline constexpr PropertyKey attachmentHidden{0x7FFE};
// contacts
inline constexpr PropertyKey generation{0x3A05};
inline constexpr PropertyKey givenName{0x3A06};
inline constexpr PropertyKey businessTelephone{0x3A08};
inline constexpr PropertyKey homeTelephone{0x3A09};
inline constexpr PropertyKey surname{0x3A11};
inline constexpr PropertyKey companyName{0x3A16};
inline constexpr PropertyKey title{0x3A17};
inline constexpr PropertyKey departmentName{0x3A18};
inline constexpr PropertyKey business2Telephone{0x3A1B};
inline constexpr PropertyKey mobileTelephone{0x3A1C};
inline constexpr PropertyKey otherTelephone{0x3A1F};
inline constexpr PropertyKey pagerTelephone{0x3A21};
inline constexpr PropertyKey businessFax{0x3A24};
inline constexpr PropertyKey homeFax{0x3A25};
inline constexpr PropertyKey otherCountry{0x3A26};
inline constexpr PropertyKey otherLocality{0x3A27};
inline constexpr PropertyKey otherState{0x3A28};
inline constexpr PropertyKey otherStreet{0x3A29};
inline constexpr PropertyKey otherPostalCode{0x3A2A};
inline constexpr PropertyKey birthday{0x3A42};
inline constexpr PropertyKey middleName{0x3A44};
inline constexpr PropertyKey displayNamePrefix{0x3A45};
inline constexpr PropertyKey nickname{0x3A4F};
inline constexpr PropertyKey personalHomePage{0x3A50};
inline constexpr PropertyKey businessHomePage{0x3A51};
inline constexpr PropertyKey homeLocality{0x3A59};
inline constexpr PropertyKey homeCountry{0x3A5A};
inline constexpr PropertyKey homePostalCode{0x3A5B};
inline constexpr PropertyKey homeState{0x3A5C};
inline constexpr PropertyKey homeStreet{0x3A5D};
inline constexpr PropertyKey fileUnder{0x8005, PropertySet::Address};
inline constexpr PropertyKey workStreet{0x8045, PropertySet::Address};
inline constexpr PropertyKey workCity{0x8046, PropertySet::Address};
inline constexpr PropertyKey workState{0x8047, PropertySet::Address};
inline constexpr PropertyKey workPostalCode{0x8048, PropertySet::Address};
inline constexpr PropertyKey workCountry{0x8049, PropertySet::Address};
inline constexpr PropertyKey listMembers{0x8055, PropertySet::Address};
inline constexpr PropertyKey listOneOffMembers{0x8054, PropertySet::Address};
inline constexpr PropertyKey listName{0x8053, PropertySet::Address};
// calendar
inline constexpr PropertyKey location{0x8208, PropertySet::Appointment};
inline constexpr PropertyKey appointmentStart{0x820D, PropertySet::Appointment};
inline constexpr PropertyKey appointmentEnd{0x820E, PropertySet::Appointment};
inline constexpr PropertyKey allDay{0x8215, PropertySet::Appointment};
inline constexpr PropertyKey recurrence{0x8216, PropertySet::Appointment};
inline constexpr PropertyKey isRecurring{0x8223, PropertySet::Appointment};
inline constexpr PropertyKey timeZoneStruct{0x8233, PropertySet::Appointment};
inline constexpr PropertyKey timeZoneDescription{0x8234, PropertySet::Appointment};
inline constexpr PropertyKey busyStatus{0x8205, PropertySet::Appointment};
inline constexpr PropertyKey globalObjectId{0x0003, PropertySet::Meeting};
inline constexpr PropertyKey commonStart{0x8516, PropertySet::Common};
inline constexpr PropertyKey commonEnd{0x8517, PropertySet::Common};
inline constexpr PropertyKey reminderSet{0x8503, PropertySet::Common};
inline constexpr PropertyKey reminderDelta{0x8501, PropertySet::Common};
// tasks
inline constexpr PropertyKey taskStatus{0x8101, PropertySet::Task};
inline constexpr PropertyKey percentComplete{0x8102, PropertySet::Task};
inline constexpr PropertyKey taskStart{0x8104, PropertySet::Task};
inline constexpr PropertyKey taskDue{0x8105, PropertySet::Task};
inline constexpr PropertyKey taskCompleted{0x810F, PropertySet::Task};
inline constexpr PropertyKey taskComplete{0x811C, PropertySet::Task};
inline constexpr PropertyKey taskRecurrence{0x8116, PropertySet::Task};

} // namespace staffelstab::mail::mapi::id
