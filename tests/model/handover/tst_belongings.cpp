// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"

#include "handover/acts/consent_act.h"
#include "handover/handover_acts.h"
#include "receipt/receipt_document.h"
#include "receipt/sections/consents_section.h"
#include "receipt/sections/equipment_section.h"
#include "receipt/sections/knowledge_section.h"
#include "support/result_checks.h"

#include <QFile>
#include <QImage>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;
using checklists::ConsentAnswer;
using checklists::EquipmentLine;
using checklists::KnowledgeNotes;

/** Knowledge, equipment and consents as topics of a case. */
class TestBelongings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_nobody_opened_says_nothing()
    {
        const SampleCase sample;
        QVERIFY(sample.handover->setPeople(SampleCase::people()).isOk());
        const receipt::ReceiptRecord record = sample.handover->record();
        QVERIFY(!record.find<receipt::EquipmentSection>() && !record.find<receipt::KnowledgeSection>());
        QVERIFY(!hasOpenPoint(*sample.handover, "no_briefing"));
        QVERIFY(!sample.handover->isDone(Step::Equipment));
    }

    void everything_survives_a_restart()
    {
        SampleCase sample;
        QVERIFY(sample.handover->setTopic<KnowledgeSheet>(KnowledgeSheet{knowledge()}).isOk());
        QVERIFY(sample.handover->setTopic<EquipmentList>(EquipmentList{equipment()}).isOk());
        QVERIFY(answerConsents(*sample.handover, answers(*sample.handover)).isOk());
        const auto given = answers(*sample.handover);
        const policy::CompanyPolicy before = sample.handover->policy();
        sample.reopen();
        QVERIFY(sample.handover->topic<KnowledgeSheet>().notes == knowledge());
        QVERIFY(sample.handover->topic<EquipmentList>().lines == equipment());
        QVERIFY(sample.handover->topic<ConsentSheet>().answers == given);
        QVERIFY(sample.handover->policy() == before);
    }

    void the_receipt_says_what_was_said()
    {
        const SampleCase sample;
        QVERIFY(sample.handover->setTopic<KnowledgeSheet>(KnowledgeSheet{knowledge()}).isOk());
        QVERIFY(sample.handover->setTopic<EquipmentList>(EquipmentList{equipment()}).isOk());
        const receipt::ReceiptRecord record = sample.handover->record();
        const auto* notes = record.find<receipt::KnowledgeSection>();
        QVERIFY(notes);
        QCOMPARE(notes->briefing, QStringLiteral("done"));
        QCOMPARE(notes->items.size(), std::size_t(2));
        QCOMPARE(notes->items[1].kind, QStringLiteral("emergency_role"));
        QVERIFY(!notes->secrecyVersion.isEmpty());
        const auto* things = record.find<receipt::EquipmentSection>();
        QVERIFY(things);
        QCOMPARE(things->things.size(), std::size_t(3));
        QCOMPARE(things->things[0].state, QStringLiteral("returned"));
        QCOMPARE(things->things[0].locksLeft, quint32(1));
        QCOMPARE(things->things[2].agreement, QStringLiteral("Vereinbarung vom 12.11.2026"));
        QStringList codes;
        for (const receipt::Receivable& thing : receipt::receivables(record, QStringLiteral("de"))) {
            codes.append(thing.code);
        }
        QCOMPARE(codes, QStringList{QStringLiteral("equipment.1")});
    }

    void a_photo_stands_on_a_page_of_its_own_and_not_in_the_record()
    {
        SampleCase sample;
        HandoverCase& handover = readyForConsents(sample);
        const QString photo = sample.folder.filePath(QStringLiteral("notebook.png"));
        QImage picture(2000, 900, QImage::Format_ARGB32);
        picture.fill(QColor(200, 30, 30, 120));
        QVERIFY(picture.save(photo));
        QList<EquipmentLine> lines = equipment();
        lines[0].photoFile = photo;
        QVERIFY(takeEquipment(handover, lines).isOk());
        const receipt::ReceiptRecord record = handover.record();
        const auto photos = equipmentPhotos(handover);
        QCOMPARE(photos.size(), std::size_t(1));
        QCOMPARE(record.find<receipt::EquipmentSection>()->things[0].photoSha256, photos[0].sha256);
        QVERIFY(!receipt::toJson(record).contains("notebook.png"));
        QFile file(photo);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto without = receipt::drawReceipt(record);
        const auto with = receipt::drawReceipt(record, {{1, bytes}});
        QVERIFY2(with.isOk(), with ? "" : qPrintable(with.failure().detail));
        QCOMPARE(with->count("/Type /Page\n") + with->count("/Type /Page "),
                 without->count("/Type /Page\n") + without->count("/Type /Page ") + 1);
        QVERIFY(!receipt::drawReceipt(record, {{1, bytes + "x"}}).isOk());
        QVERIFY(!receipt::drawReceipt(record, {{2, bytes}}).isOk());
    }

    void a_photo_that_is_no_longer_the_same_is_not_taken()
    {
        SampleCase sample;
        HandoverCase& handover = readyForConsents(sample);
        const QString photo = sample.folder.filePath(QStringLiteral("a.png"));
        QVERIFY(QImage(20, 20, QImage::Format_RGB32).save(photo));
        QList<EquipmentLine> lines = equipment();
        lines[0].photoFile = photo;
        QVERIFY(takeEquipment(handover, lines).isOk());
        QVERIFY(QImage(30, 20, QImage::Format_RGB32).save(photo));
        JobContext job;
        const auto files = signForLeaver(handover.record(), equipmentPhotos(handover), sample.folder.path(), {},
                                         handover.clock().now(), {}, job);
        QVERIFY(!files.isOk());
        QCOMPARE(files.failure().kind, Failure::Kind::ReadBackDiffers);
        lines[0].photoFile = sample.folder.filePath(QStringLiteral("none.png"));
        QCOMPARE(takeEquipment(handover, lines).failure().kind, Failure::Kind::FileNotFound);
    }

    void what_is_open_is_an_open_point_and_a_blocker()
    {
        const SampleCase sample;
        KnowledgeNotes notes = knowledge();
        notes.briefing = KnowledgeNotes::Briefing::Open;
        notes.isSecrecyRead = false;
        QVERIFY(sample.handover->setTopic<KnowledgeSheet>(KnowledgeSheet{notes}).isOk());
        QList<EquipmentLine> lines = equipment();
        lines.append(EquipmentLine{});
        lines.last().item = QStringLiteral("Helm");
        QVERIFY(sample.handover->setTopic<EquipmentList>(EquipmentList{lines}).isOk());
        for (const char* code : {"no_briefing", "secrecy_not_read", "knowledge_without_owner", "equipment_open",
                                 "equipment_missing", "equipment_locked"}) {
            QVERIFY2(hasOpenPoint(*sample.handover, code), code);
        }
        QCOMPARE(sample.handover->blockers(Step::Equipment).front().count, 1);
        QVERIFY(!sample.handover->isDone(Step::Knowledge));
    }

    void a_planned_briefing_without_a_day_is_what_it_is()
    {
        const SampleCase sample;
        KnowledgeNotes notes = knowledge();
        notes.briefing = KnowledgeNotes::Briefing::Planned;
        notes.briefedOn = QDate();
        QVERIFY(sample.handover->setTopic<KnowledgeSheet>(KnowledgeSheet{notes}).isOk());
        QVERIFY(hasOpenPoint(*sample.handover, "briefing_without_day"));
        QVERIFY(!hasOpenPoint(*sample.handover, "no_briefing"));
        const receipt::ReceiptRecord record = sample.handover->record();
        QCOMPARE(record.find<receipt::KnowledgeSection>()->briefing, QStringLiteral("planned"));
    }

    void no_briefing_needs_the_place_of_the_documentation()
    {
        const SampleCase sample;
        KnowledgeNotes notes = knowledge();
        notes.briefing = KnowledgeNotes::Briefing::Written;
        notes.documentation.clear();
        QVERIFY(sample.handover->setTopic<KnowledgeSheet>(KnowledgeSheet{notes}).isOk());
        QVERIFY(hasOpenPoint(*sample.handover, "documentation_without_place"));
        QVERIFY(!hasOpenPoint(*sample.handover, "briefing_without_day"));
    }

    void a_long_list_fits_into_the_supervisors_box()
    {
        const SampleCase sample;
        QList<EquipmentLine> lines;
        for (int i = 0; i < 300; ++i) {
            lines.append(equipment().first());
        }
        QVERIFY(sample.handover->setTopic<EquipmentList>(EquipmentList{lines}).isOk());
        const auto ticks = receipt::receivables(sample.handover->record(), QStringLiteral("de"));
        QCOMPARE(ticks.size(), std::size_t(60));
        QCOMPARE(ticks.front().code, QStringLiteral("equipment.1-5"));
        QCOMPARE(ticks.back().code, QStringLiteral("equipment.296-300"));
    }

    void a_page_the_company_does_without_is_gone()
    {
        SampleCase sample;
        policy::CompanyPolicy policy = SampleCase::policy();
        policy.pagesOff = {policy::OptionalPage::Knowledge, policy::OptionalPage::Equipment,
                           policy::OptionalPage::Consents, policy::OptionalPage::Password};
        const QString file = sample.folder.filePath(QStringLiteral("other.case"));
        auto handover = HandoverCase::create(file, policy, QStringLiteral("de"), sample.clock).value();
        QVERIFY(handover->setPeople(SampleCase::people()).isOk());
        QVERIFY(handover->confirmPolicy().isOk());
        // What a run was told all the same is not said on the receipt.
        QVERIFY(handover->setTopic<EquipmentList>(EquipmentList{equipment()}).isOk());
        for (const Step step : {Step::Knowledge, Step::Equipment, Step::Consents, Step::Password}) {
            QVERIFY(!handover->isOffered(step) && !handover->mayEnter(step) && handover->isDone(step));
        }
        QVERIFY(!handover->record().find<receipt::EquipmentSection>());
        QVERIFY(!hasOpenPoint(*handover, "equipment_missing") && !hasOpenPoint(*handover, "no_password_change"));
        QVERIFY(handover->isOffered(Step::BusinessArchive) && handover->mayEnter(Step::Review));
    }

    void without_consents_to_ask_for_there_is_no_page()
    {
        SampleCase sample;
        policy::CompanyPolicy policy = SampleCase::policy();
        policy.consents.clear();
        const QString file = sample.folder.filePath(QStringLiteral("other.case"));
        const auto handover = HandoverCase::create(file, policy, QStringLiteral("de"), sample.clock).value();
        QVERIFY(!handover->isOffered(Step::Consents));
    }

    void the_answers_become_a_signed_document_of_their_own()
    {
        SampleCase sample;
        HandoverCase& handover = readyForConsents(sample);
        const Status done = signConsents(sample);
        QVERIFY2(done.isOk(), done ? "" : qPrintable(done.failure().detail));
        const auto& document = handover.topicIfSet<ConsentDocument>();
        QVERIFY(document && handover.isDone(Step::Consents));
        QFile file(document->path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto finding = receipt::verifyConsents(file.readAll());
        QVERIFY(finding.isOk());
        QCOMPARE(finding->signer, SampleCase::people().leaver.name);
        QCOMPARE(finding->record.items.size(), std::size_t(4));
        QVERIFY(finding->record.items[2].isGiven);
        QCOMPARE(finding->record.items[2].address, QStringLiteral("lea@privat.example"));
    }

    void the_receipt_names_the_document_and_nothing_in_it()
    {
        SampleCase sample;
        HandoverCase& handover = readyForConsents(sample);
        QVERIFY(signConsents(sample).isOk());
        const receipt::ReceiptRecord record = handover.record();
        const auto* section = record.find<receipt::ConsentsSection>();
        QVERIFY(section);
        QCOMPARE(section->sha256, handover.topicIfSet<ConsentDocument>()->sha256);
        const QByteArray json = receipt::toJson(record);
        QVERIFY(!json.contains("privat.example") && !json.contains("forward_private"));
    }

    void another_answer_wants_another_signature()
    {
        SampleCase sample;
        HandoverCase& handover = readyForConsents(sample);
        QVERIFY(signConsents(sample).isOk());
        const QString first = handover.topicIfSet<ConsentDocument>()->path;
        auto changed = answers(handover);
        changed[0].answer = ConsentAnswer::Answer::No;
        QVERIFY(answerConsents(handover, changed).isOk());
        QVERIFY(!handover.topicIfSet<ConsentDocument>() && !handover.isDone(Step::Consents));
        QVERIFY(signConsents(sample).isOk());
        QVERIFY(handover.topicIfSet<ConsentDocument>()->path != first);
        QVERIFY(QFile::exists(first));
    }

    void nothing_is_signed_while_an_answer_is_missing()
    {
        SampleCase sample;
        HandoverCase& handover = readyForConsents(sample);
        auto some = answers(handover);
        some.removeLast();
        QVERIFY(answerConsents(handover, some).isOk());
        const Status done = signConsents(sample);
        QVERIFY(!done.isOk());
        QCOMPARE(done.failure().kind, Failure::Kind::NotAllowedNow);
    }

private:
    static KnowledgeNotes knowledge()
    {
        KnowledgeNotes notes;
        notes.briefing = KnowledgeNotes::Briefing::Done;
        notes.briefedOn = QDate(2026, 12, 15);
        notes.briefedBy = QStringLiteral("Sven");
        notes.documentation = QStringLiteral("Wiki");
        notes.recurringTasks = {{QStringLiteral("Inventur"), QDate(2027, 1, 15), QStringLiteral("Nora")}};
        notes.entries = {{KnowledgeNotes::Entry::Kind::EmergencyRole, QStringLiteral("Brandschutz"), {}}};
        notes.isSecrecyRead = true;
        return notes;
    }

    static QList<EquipmentLine> equipment()
    {
        EquipmentLine notebook;
        notebook.item = QStringLiteral("Notebook");
        notebook.inventoryNumber = QStringLiteral("A-42");
        notebook.serialNumber = QStringLiteral("PF3");
        notebook.accessories = QStringLiteral("Netzteil");
        notebook.condition = EquipmentLine::Condition::Worn;
        notebook.remark = QStringLiteral("Kratzer");
        notebook.state = EquipmentLine::State::Returned;
        notebook.locks = {{EquipmentLine::Lock::Activation, true}, {EquipmentLine::Lock::DiskEncryption, false}};
        EquipmentLine key;
        key.item = QStringLiteral("Schlüssel");
        key.state = EquipmentLine::State::Missing;
        EquipmentLine phone;
        phone.item = QStringLiteral("Telefon");
        phone.state = EquipmentLine::State::Stays;
        phone.agreement = QStringLiteral("Vereinbarung vom 12.11.2026");
        return {notebook, key, phone};
    }

    static QList<ConsentAnswer> answers(const HandoverCase& handover)
    {
        QList<ConsentAnswer> all;
        for (const policy::ConsentOffer& offer : handover.policy().consents) {
            all.append({offer.id, ConsentAnswer::Answer::Yes,
                        offer.asksAddress ? QStringLiteral("lea@privat.example") : QString(), 10});
        }
        return all;
    }

    static HandoverCase& readyForConsents(SampleCase& sample)
    {
        HandoverCase& handover = *sample.handover;
        if (!handover.setPeople(SampleCase::people()) || !handover.confirmPolicy() ||
            !answerConsents(handover, answers(handover))) {
            qFatal("the sample case cannot be filled");
        }
        return handover;
    }

    static Status signConsents(SampleCase& sample)
    {
        const auto secrets = secrets::makeMemoryStore();
        HandoverActs acts(*sample.handover, *secrets);
        JobContext job;
        return HandoverActs::run(consentSignatureAct(acts.context(), {}, sample.folder.filePath(QStringLiteral("out"))),
                                 job);
    }

    static bool hasOpenPoint(const HandoverCase& handover, const char* code)
    {
        const auto points = handover.openPoints();
        return std::any_of(points.begin(), points.end(),
                           [&](const auto& point) { return point.code == QLatin1String(code); });
    }
};

QTEST_MAIN(TestBelongings)
#include "tst_belongings.moc"
