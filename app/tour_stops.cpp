// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour_stops.h"

#include "wizard_pages/widgets/signature_pad.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace staffelstab::app {

using handover::Step;

TourStops::TourStops(wizard_pages::HandoverWindow& window, QString outFolder)
    : m_window(window), m_hand(window), m_outFolder(std::move(outFolder))
{
}

void TourStops::add(const char* name, std::function<bool()> isReady, std::function<void()> act)
{
    m_stops.push_back({name, std::move(isReady), std::move(act)});
}

bool TourStops::isDone(Step step) const
{
    return m_window.handoverCase() != nullptr && handover().isDone(step);
}

QString TourStops::out(const char* name) const
{
    return QDir(m_outFolder).filePath(QString::fromLatin1(name));
}

std::deque<TourStop> TourStops::plan()
{
    const auto always = [] { return true; };
    add("start", always, [this] { m_hand.press("startHandover"); });
    add(
        "people", [this] { return m_hand.find<QLineEdit>("leaverName") != nullptr; }, [this] { fillPeople(); });
    add(
        "people-filled", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "policy", [this] { return m_hand.find<QCheckBox>("policyRead") != nullptr; },
        [this] { m_hand.press("policyRead"); });
    add(
        "policy-read", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    planMail();
    planFarewell();
    planBelongings();
    planAccount();
    planSigning();
    return std::move(m_stops);
}

void TourStops::fillPeople() const
{
    const QDate last(QDate::currentDate().year(), 12, 31);
    const std::pair<const char*, QString> texts[] = {
        {"leaverName", QStringLiteral("Lea Gehtbald")},
        {"leaverEmail", QStringLiteral("lea.gehtbald@firma.example")},
        {"leaverDepartment", QStringLiteral("Netze")},
        {"leaverNumber", QStringLiteral("4711")},
        {"supervisorName", QStringLiteral("Sven Vorgesetzt")},
        {"supervisorEmail", QStringLiteral("sven.vorgesetzt@firma.example")},
        {"lastWorkingDay", last.toString(Qt::ISODate)},
        {"endOfContract", last.toString(Qt::ISODate)}};
    for (const auto& [name, text] : texts) {
        m_hand.type(name, text);
    }
}

void TourStops::planMail()
{
    add(
        "mailbox", [this] { return m_hand.find<QComboBox>("mailboxKind") != nullptr; },
        [this] {
            m_hand.find<QComboBox>("mailboxKind")->setCurrentIndex(static_cast<int>(mail::StoreKind::Maildir));
            m_hand.type("mailboxPath", out("sample/Maildir"));
            m_hand.press("addMailbox");
        });
    add(
        "mailbox-added", [this] { return !handover().mailboxes().empty() && m_hand.mayGoOn(); },
        [this] {
            if (!isDone(Step::Mailbox)) {
                m_hand.goOn();
            }
        });
    add(
        "mailbox-read", [this] { return isDone(Step::Mailbox) && m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "separation",
        [this] { return m_hand.find<QAbstractButton>("acceptSuggestions") != nullptr && m_hand.mayGoOn(); },
        [this] { m_hand.press("acceptSuggestions"); });
    add(
        "separation-suggested", [this] { return !handover().plan().decisions().empty(); },
        [this] {
            // What the suggestions leave open is business, as in a usual last week.
            std::vector<separation::Decision> rest;
            for (const separation::Group& group : handover().plan().groups(separation::Scope::Correspondent)) {
                if (group.undecided > 0) {
                    rest.push_back(
                        {group.scope, group.key, separation::Verdict::Business, QDateTime::currentDateTimeUtc()});
                }
            }
            static_cast<void>(handover().decideAll(rest));
        });
    add(
        "separation-done", [this] { return isDone(Step::Separation) && m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "private-mail", [this] { return m_hand.find<QLineEdit>("takeawayTarget") != nullptr; },
        [this] { m_hand.type("takeawayTarget", out("private")); });
    add(
        "private-mail-chosen", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "private-mail-copied", [this] { return handover().takeaway().has_value() && !m_window.acts()->isRunning(); },
        [this] { m_hand.tick("removalUnderstood"); });
    add(
        "private-mail-removal", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "private-mail-removed", [this] { return isDone(Step::PrivateMail) && m_hand.mayGoOn(); },
        [this] { m_hand.goOn(); });
    add(
        "archive", [this] { return m_hand.find<QLineEdit>("archiveTarget") != nullptr; },
        [this] {
            m_hand.type("archiveTarget", out("medium"));
            m_hand.type("mediumLabel", QStringLiteral("UEB-0001"));
            m_hand.press("showSecret");
            m_hand.tick("secretNoted");
        });
    add(
        "archive-chosen", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "archive-written", [this] { return isDone(Step::BusinessArchive) && m_hand.mayGoOn(); },
        [this] { m_hand.goOn(); });
}

void TourStops::planBelongings()
{
    add(
        "knowledge", [this] { return m_hand.find<QAbstractButton>("briefingDone") != nullptr; },
        [this] {
            m_hand.press("briefingDone");
            m_hand.type("briefedOn", QDate::currentDate().toString(Qt::ISODate));
            m_hand.type("documentation", QStringLiteral("Wiki, Netze/Übergabe"));
            m_hand.press("tasksAdd");
            m_hand.type("tasks00", QStringLiteral("Monatsabschluss der Netzentgelte"));
            m_hand.type("tasks01", QDate(QDate::currentDate().year() + 1, 1, 5).toString(Qt::ISODate));
            m_hand.type("tasks02", QStringLiteral("Nora Nachfolge"));
            m_hand.press("secrecyRead");
        });
    add(
        "knowledge-noted", [this] { return isDone(Step::Knowledge) && m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "equipment", [this] { return m_hand.find<QAbstractButton>("equipment1Returned") != nullptr; },
        [this] {
            // The list shrinks: what was taken off is gone at once, the next one has its number.
            while (m_hand.find<QAbstractButton>("equipment3Returned") != nullptr) {
                m_hand.press("equipment3Remove");
            }
            for (const char* number : {"1", "2"}) {
                const QByteArray name = QByteArray("equipment") + number;
                m_hand.press((name + "Returned").constData());
                m_hand.press((name + "More").constData());
                for (const char* lock : {"Lock0", "Lock1", "Lock2"}) {
                    m_hand.press((name + lock).constData());
                }
            }
        });
    add(
        "equipment-returned", [this] { return isDone(Step::Equipment) && m_hand.mayGoOn(); },
        [this] { m_hand.goOn(); });
    add(
        "consents", [this] { return m_hand.find<QAbstractButton>("mailbox_openYes") != nullptr; },
        [this] {
            for (const char* answer :
                 {"mailbox_openYes", "successor_readsNo", "forward_privateNo", "reactivationYes"}) {
                m_hand.press(answer);
            }
        });
    add(
        "consents-answered", [this] { return m_hand.findHere<wizard_pages::SignaturePad>()->isVisible(); },
        [this] {
            m_hand.type("consentsTarget", out("consents"));
            m_hand.sign();
        });
    add(
        "consents-sign", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "consents-signed",
        [this] { return isDone(Step::Consents) && !m_window.acts()->isRunning() && m_hand.mayGoOn(); },
        [this] { m_hand.goOn(); });
}

void TourStops::planFarewell()
{
    add(
        "successor", [this] { return m_hand.find<QAbstractButton>("successorNone") != nullptr && m_hand.mayGoOn(); },
        [this] { m_hand.goOn(); });
    add(
        "contacts", [this] { return m_hand.find<QAbstractButton>("contactsFiles") != nullptr; },
        [this] {
            m_hand.press("contactsFiles");
            m_hand.type("newPrivateAddress", QStringLiteral("lea@zuhause.example"));
            m_hand.type("contactListTarget", out("contacts"));
            m_hand.type("lettersTarget", out("letters"));
        });
    add(
        "contacts-chosen", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "contacts-settled",
        [this] { return isDone(Step::Contacts) && !m_window.acts()->isRunning() && m_hand.mayGoOn(); },
        [this] { m_hand.goOn(); });
    add(
        "reply", [this] { return m_hand.find<QAbstractButton>("replyPasted") != nullptr; },
        [this] { m_hand.press("replyPasted"); });
    add(
        "reply-chosen", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "reply-settled", [this] { return isDone(Step::OutOfOffice) && m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "files", [this] { return m_hand.find<QAbstractButton>("noFiles") != nullptr; },
        [this] { m_hand.press("noFiles"); });
    add(
        "files-settled", [this] { return isDone(Step::Files) && m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
}

void TourStops::planAccount()
{
    add(
        "password", [this] { return m_hand.find<QAbstractButton>("wayIt") != nullptr; },
        [this] {
            m_hand.press("wayIt");
            m_hand.type("itName", QStringLiteral("IT-Betrieb"));
            m_hand.type("itDate", QDate(QDate::currentDate().year(), 12, 31).toString(Qt::ISODate));
        });
    add(
        "password-chosen", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "account-plan", [this] { return m_hand.find<QAbstractButton>("planFiles") != nullptr; },
        [this] {
            m_hand.press("planFiles");
            m_hand.type("planTarget", out("it"));
            m_hand.type("rotationName", QStringLiteral("WLAN"));
            m_hand.type("rotationOwner", QStringLiteral("IT-Betrieb"));
            m_hand.press("rotationAdd");
        });
    add(
        "account-plan-chosen", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "account-plan-written", [this] { return isDone(Step::AccountPlan) && m_hand.mayGoOn(); },
        [this] { m_hand.goOn(); });
}

void TourStops::planSigning()
{
    add(
        "review", [this] { return m_hand.find<QPlainTextEdit>("reservation") != nullptr && m_hand.hasPages(); },
        [this] { m_hand.readToTheEnd(); });
    add(
        "review-read", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "leaver-signs",
        [this] {
            return m_hand.find<wizard_pages::SignaturePad>("signaturePad") != nullptr &&
                   m_hand.find<QLineEdit>("receiptTarget") != nullptr;
        },
        [this] {
            m_hand.type("receiptTarget", out("receipt"));
            m_hand.sign();
        });
    add(
        "leaver-signed", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "keyboard", [this] { return (m_hand.findHere<QLabel>("coverName") != nullptr) && m_hand.mayGoOn(); },
        [this] { m_hand.goOn(); });
    add(
        "keyboard-cover", [this] { return handover().isLocked(); }, [this] { m_hand.press("takeKeyboard"); });
    add(
        "supervisor", [this] { return m_hand.find<QAbstractButton>("checkArchive") != nullptr; },
        [this] { m_hand.press("checkArchive"); });
    add(
        "supervisor-checked", [this] { return !m_window.acts()->isRunning() && m_hand.hasPages(); },
        [this] {
            m_hand.readToTheEnd();
            m_hand.tickAll();
            m_hand.sign();
        });
    add(
        "supervisor-signs", [this] { return m_hand.mayGoOn(); }, [this] { m_hand.goOn(); });
    add(
        "receipt", [this] { return isDone(Step::Receipt) && !m_window.acts()->isRunning(); },
        [this] { m_receiptShown.start(); });
    add(
        "receipt-shown", [this] { return m_receiptShown.elapsed() > 800; }, [] {});
}

} // namespace staffelstab::app
