// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/case_walk.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/window_fixture.h"

#include <QApplication>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

/** A whole handover, every control reached by keys alone. */
class TestKeyboardWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHandoverByKeyboard_data()
    {
        QTest::addColumn<bool>("hasAllPages");
        QTest::newRow("with every page") << true;
        QTest::newRow("with every page off that the company can do without") << false;
    }
    void aHandoverByKeyboard()
    {
        QFETCH(const bool, hasAllPages);
        applyTheme(*qApp, Theme::Mode::Light);
        using Page = policy::OptionalPage;
        policy::CompanyPolicy rules = handover::SampleCase::policy();
        if (!hasAllPages) {
            rules.pagesOff = {Page::Contacts,  Page::OutOfOffice, Page::Files,    Page::Knowledge,
                              Page::Equipment, Page::Consents,    Page::Password, Page::AccountPlan};
        }
        WindowFixture fixture(QStringLiteral("de"), rules);
        CaseWalk walk(fixture, {1024, 700}, CaseWalk::Hand::Keyboard);
        QSet<QString> seen;
        connect(&walk, &CaseWalk::shown, this, [&] {
            seen.insert(QString::fromLatin1(fixture.window->page()->metaObject()->className()).section(u':', -1));
        });
        walk.run();
        QVERIFY(seen.contains(QStringLiteral("ReceiptPage")));
        for (const char* page : {"ContactsPage", "OutOfOfficePage", "FilesPage", "KnowledgePage", "EquipmentPage",
                                 "ConsentsPage", "PasswordPage", "AccountPlanPage"}) {
            QVERIFY2(seen.contains(QLatin1String(page)) == hasAllPages, page);
        }
    }
};

QTEST_MAIN(TestKeyboardWalk)
#include "tst_keyboard_walk.moc"
