// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/window_fixture.h"

#include "receipt/consent_document.h"
#include "wizard_pages/review_page.h"
#include "wizard_pages/widgets/page_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using checklists::ConsentAnswer;
using checklists::EquipmentLine;
using checklists::KnowledgeNotes;
using handover::Step;

/** The pages of knowledge, equipment and consents, by keyboard and mouse. */
class TestBelongingsPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowledge_is_kept_as_it_is_typed()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = open(fixture, Step::Knowledge);
        QVERIFY(!handover.isDone(Step::Knowledge));
        fixture.click("briefingPlanned");
        fixture.type("briefedOn", QStringLiteral("2026-12-15"));
        fixture.type("briefedBy", QStringLiteral("Sven weist Nora ein"));
        fixture.click("tasksAdd");
        fixture.type("tasks00", QStringLiteral("Inventur"));
        fixture.type("tasks01", QStringLiteral("2027-01-15"));
        fixture.click("entriesAdd");
        fixture.find<QComboBox>("entries00")->setCurrentIndex(2);
        fixture.type("entries01", QStringLiteral("Brandschutz"));
        QTest::keyClick(fixture.find<QCheckBox>("secrecyRead"), Qt::Key_Space);
        const KnowledgeNotes& notes = handover.topic<handover::KnowledgeSheet>().notes;
        QCOMPARE(notes.briefing, KnowledgeNotes::Briefing::Planned);
        QCOMPARE(notes.briefedOn, QDate(2026, 12, 15));
        QCOMPARE(notes.recurringTasks.first().next, QDate(2027, 1, 15));
        QCOMPARE(notes.entries.first().kind, KnowledgeNotes::Entry::Kind::EmergencyRole);
        QVERIFY(handover.isDone(Step::Knowledge));
        fixture.click("tasks0Remove");
        QVERIFY(handover.topic<handover::KnowledgeSheet>().notes.recurringTasks.isEmpty());
    }

    void what_is_being_typed_is_in_the_case_within_moments()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = open(fixture, Step::Knowledge);
        const auto& sheet = handover.topicIfSet<handover::KnowledgeSheet>();
        fixture.click("briefingWritten");
        fixture.type("documentation", QStringLiteral("Wiki"));
        QTRY_COMPARE(sheet->notes.documentation, QStringLiteral("Wiki"));
        fixture.click("tasksAdd");
        fixture.type("tasks00", QStringLiteral("Inventur"));
        QTRY_COMPARE(sheet->notes.recurringTasks.size(), 1);
        QTRY_COMPARE(sheet->notes.recurringTasks.front().what, QStringLiteral("Inventur"));
        QVERIFY(fixture.window->goTo(Step::Equipment));
        fixture.click("addEquipment");
        auto* item = qobject_cast<QLineEdit*>(fixture.window->focusWidget());
        QVERIFY(item != nullptr);
        QTest::keyClicks(item, QStringLiteral("Ladekabel"));
        const auto lastItem = [&handover] {
            const auto& lines = handover.topic<handover::EquipmentList>().lines;
            return lines.isEmpty() ? QString() : lines.back().item;
        };
        QTRY_COMPARE(lastItem(), QStringLiteral("Ladekabel"));
    }

    void knowledge_begins_with_what_the_mailbox_tells()
    {
        WindowFixture fixture;
        fixture.makeReady();
        WindowFixture::decideEverything(*fixture.sample.handover);
        handover::HandoverCase& handover = fixture.openCase();
        QVERIFY(fixture.window->goTo(Step::Knowledge));
        QVERIFY(fixture.find<QLabel>("knowledgeFound")->isVisible());
        fixture.click("knowledgeFromMailbox");
        const KnowledgeNotes& notes = handover.topic<handover::KnowledgeSheet>().notes;
        QStringList entries;
        for (const KnowledgeNotes::Entry& entry : notes.entries) {
            QCOMPARE(entry.kind, KnowledgeNotes::Entry::Kind::Promise);
            entries.append(entry.what);
        }
        entries.sort();
        QCOMPARE(entries, (QStringList{QStringLiteral("Angebot 4711 (Einkauf, 1 Dec 2026)"),
                                       QStringLiteral("Projekt Nordlicht (Sven Vorgesetzt, 1 Dec 2026)"),
                                       QStringLiteral("Rechnung (Einkauf, 1 Dec 2026)")}));
        // Nothing is proposed twice; what was taken away is proposed again.
        QVERIFY(!fixture.find<QLabel>("knowledgeFound")->isVisible());
        fixture.click("entries0Remove");
        QVERIFY(fixture.find<QLabel>("knowledgeFound")->isVisible());
        QCOMPARE(notes.entries.size(), 2);
    }

    void the_day_is_asked_only_where_there_is_one()
    {
        WindowFixture fixture;
        open(fixture, Step::Knowledge);
        fixture.click("briefingWritten");
        QVERIFY(fixture.find<QLineEdit>("briefedOn")->isHidden());
        QVERIFY(!fixture.find<QLineEdit>("documentation")->isHidden());
        fixture.click("briefingDone");
        QVERIFY(!fixture.find<QLineEdit>("briefedOn")->isHidden());
    }

    void a_thing_is_returned_missing_or_stays()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = open(fixture, Step::Equipment);
        QVERIFY(!handover.topicIfSet<handover::EquipmentList>());
        QTest::keyClick(fixture.find<QPushButton>("equipment1Returned"), Qt::Key_Space);
        fixture.click("equipment2Missing");
        fixture.click("equipment3Stays");
        fixture.type("equipment3Agreement", QStringLiteral("Vertrag"));
        QTest::keyClick(fixture.find<QLineEdit>("equipment3Agreement"), Qt::Key_Return);
        const QList<EquipmentLine>& lines = handover.topic<handover::EquipmentList>().lines;
        QCOMPARE(lines[0].state, EquipmentLine::State::Returned);
        QCOMPARE(lines[1].state, EquipmentLine::State::Missing);
        QCOMPARE(lines[2].state, EquipmentLine::State::Stays);
        QCOMPARE(lines[2].agreement, QStringLiteral("Vertrag"));
        fixture.click("equipment1Returned");
        QCOMPARE(lines[0].state, EquipmentLine::State::Open);
        // What is taken off the list makes way at once, its number goes to the next.
        const QString fourth = lines[3].item;
        fixture.click("equipment3Remove");
        QCOMPARE(lines[2].item, fourth);
        fixture.click("equipment3Missing");
        QCOMPARE(lines[2].state, EquipmentLine::State::Missing);
    }

    void photos_are_seen_on_pages_of_their_own_before_anybody_signs()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = open(fixture, Step::Equipment);
        const QString photo = fixture.sample.folder.filePath(QStringLiteral("kratzer.png"));
        QImage image(600, 400, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QVERIFY(image.save(photo));
        EquipmentLine line;
        line.item = QStringLiteral("Notebook");
        line.state = EquipmentLine::State::Returned;
        const auto pages = [&handover] {
            ReviewPage page(handover);
            page.enter();
            auto* view = page.findChild<PageView*>();
            static_cast<void>(QTest::qWaitFor([view] { return view->pageCount() > 0; }));
            return view->pageCount();
        };
        WindowFixture::check(handover::takeEquipment(handover, {line}));
        const int without = pages();
        QVERIFY(without > 0);
        line.photoFile = photo;
        WindowFixture::check(handover::takeEquipment(handover, {line}));
        QCOMPARE(pages(), without + 1);
    }

    void locks_are_ticks_and_there_is_no_field_for_a_pin()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = open(fixture, Step::Equipment);
        fixture.click("equipment2Returned");
        fixture.click("equipment2More");
        QVERIFY(fixture.find<QLabel>("pageTitle"));
        for (const QLineEdit* field : fixture.window->page()->findChildren<QLineEdit*>()) {
            QVERIFY2(!field->accessibleName().contains(QStringLiteral("PIN")), qPrintable(field->objectName()));
        }
        for (const char* lock : {"equipment2Lock0", "equipment2Lock1", "equipment2Lock2"}) {
            fixture.click(lock);
        }
        QVERIFY(!handover.topic<handover::EquipmentList>().lines[1].hasOpenLocks());
    }

    void the_companys_list_takes_the_place_of_the_template()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = open(fixture, Step::Equipment);
        const QString file = fixture.sample.folder.filePath(QStringLiteral("assets.csv"));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("Asset Name,Asset Tag,Serial,Checked Out To\nNB-1,A-1,S-1,Lea Gehtbald\nNB-2,A-2,S-2,Max Bleibt\n");
        csv.close();
        fixture.click("equipment4Returned");
        fixture.prompts.paths = {file};
        fixture.click("importEquipment");
        const QList<EquipmentLine>& lines = handover.topic<handover::EquipmentList>().lines;
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].state, EquipmentLine::State::Returned);
        QCOMPARE(lines[1].item, QStringLiteral("NB-1"));
        QVERIFY(fixture.find<QLabel>("equipmentImported")->text().contains(QLatin1Char('1')));
    }

    void consents_are_unanswered_and_signed_alone()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = open(fixture, Step::Consents);
        for (const policy::ConsentOffer& offer : handover.policy().consents) {
            for (const char* answer : {"Yes", "No"}) {
                const auto* button = fixture.window->page()->findChild<QPushButton*>(offer.id + QLatin1String(answer));
                QVERIFY(button && !button->isChecked());
            }
        }
        QVERIFY(fixture.primary()->isEnabled());
        fixture.click("mailbox_openYes");
        fixture.click("successor_readsNo");
        fixture.click("reactivationNo");
        fixture.click("forward_privateYes");
        QVERIFY(!fixture.primary()->isEnabled());
        QVERIFY(fixture.find<QLabel>("forward_privateHint")->isVisible());
        QVERIFY(fixture.find<QLabel>("consentsUnsigned")->isVisible());
        fixture.type("forward_privateAddress", QStringLiteral("lea@privat.example"));
        QTest::keyClick(fixture.find<QLineEdit>("forward_privateAddress"), Qt::Key_Return);
        QTRY_VERIFY(!fixture.primary()->isEnabled());
        fixture.type("consentsTarget", fixture.sample.folder.filePath(QStringLiteral("out")));
        fixture.sign();
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(handover.isDone(Step::Consents) && !fixture.window->acts()->isRunning(), 20000);
        QFile file(handover.topicIfSet<handover::ConsentDocument>()->path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(receipt::verifyConsents(file.readAll()).isOk());
        const auto* said = fixture.find<QLabel>("consentsSigned");
        QTRY_VERIFY(!said->visibleRegion().isEmpty());
        QVERIFY(fixture.primary()->isEnabled());
    }

    void tab_leads_on_from_the_answers_to_the_address()
    {
        WindowFixture fixture;
        open(fixture, Step::Consents);
        fixture.click("forward_privateYes");
        fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        fixture.find<QWidget>("forward_privateYes")->setFocus();
        for (const char* next : {"forward_privateNo", "forward_privateDays", "forward_privateAddress"}) {
            QTest::keyClick(fixture.window->focusWidget(), Qt::Key_Tab);
            QCOMPARE(fixture.window->focusWidget(), fixture.find<QWidget>(next));
        }
    }

    void a_no_is_as_big_as_a_yes()
    {
        WindowFixture fixture;
        open(fixture, Step::Consents);
        const auto* yes = fixture.find<QPushButton>("mailbox_openYes");
        const auto* no = fixture.find<QPushButton>("mailbox_openNo");
        QCOMPARE(yes->size(), no->size());
        QCOMPARE(yes->property("kind"), no->property("kind"));
    }

private:
    static handover::HandoverCase& open(WindowFixture& fixture, Step step)
    {
        fixture.makeReady();
        handover::HandoverCase& handover = fixture.openCase();
        if (!fixture.window->goTo(step)) {
            qFatal("the page cannot be entered");
        }
        return handover;
    }
};

QTEST_MAIN(TestBelongingsPages)
#include "tst_belongings_pages.moc"
