// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/case_walk.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/window_fixture.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

/**
 * Walks a whole handover through the real window and looks at every page on the way: each focusable control has a name,
 * no mnemonic is given twice, nothing is cut off, no text stays in the other language. With STAFFELSTAB_PICTURES set to
 * a folder, each page is also written there as a picture.
 */
class PageGallery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPageIsNamedAndFits_data();
    void everyPageIsNamedAndFits();

private:
    static void look(const QString& page, HandoverWindow& window, const QString& folder);
    // What is wrong with what the window shows now, one line a fault.
    static QStringList nameless(const QWidget& window);
    static QStringList sharedMnemonics(const QWidget& window);
    static QStringList cutOff(const QWidget& window);
    static QStringList sideways(const QWidget& window);
};

void PageGallery::everyPageIsNamedAndFits_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("German, light, smallest") << "de" << false << QSize(1024, 700);
    QTest::newRow("English, dark, large") << "en" << true << QSize(1280, 800);
    if (qEnvironmentVariableIsSet("STAFFELSTAB_PICTURES")) {
        QTest::newRow("German, light, large") << "de" << false << QSize(1280, 800);
        QTest::newRow("English, light, smallest") << "en" << false << QSize(1024, 700);
    }
}

void PageGallery::everyPageIsNamedAndFits()
{
    QFETCH(QString, language);
    QFETCH(bool, isDark);
    QFETCH(QSize, size);
    applyTheme(*qApp, isDark ? Theme::Mode::Dark : Theme::Mode::Light);
    QString folder = qEnvironmentVariable("STAFFELSTAB_PICTURES");
    if (!folder.isEmpty()) {
        folder += QStringLiteral("/%1-%2-%3x")
                      .arg(language, isDark ? QStringLiteral("dark") : QStringLiteral("light"))
                      .arg(size.width());
        QDir().mkpath(folder);
    }
    WindowFixture fixture(language);
    CaseWalk walk(fixture, size);
    connect(&walk, &CaseWalk::shown, this, [&](const QString& page) { look(page, *fixture.window, folder); });
    walk.run();
    QVERIFY(walk.pages() >= 24);
}

void PageGallery::look(const QString& page, HandoverWindow& window, const QString& folder)
{
    // A page that has just changed is laid out anew by the event loop; what is still wrong after that is a fault.
    const auto faults = [&] { return nameless(window) + sharedMnemonics(window) + cutOff(window) + sideways(window); };
    const bool isRight = QTest::qWaitFor([&] { return faults().isEmpty(); });
    if (!folder.isEmpty()) {
        QVERIFY(window.grab().save(folder + QLatin1Char('/') + page + QStringLiteral(".png")));
    }
    QVERIFY2(isRight, qPrintable(page + QStringLiteral(": ") + faults().join(QStringLiteral("; "))));
}

QStringList PageGallery::nameless(const QWidget& window)
{
    QStringList faults;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool isAsked = widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
                             !widget->focusProxy() && !qobject_cast<QScrollBar*>(widget) &&
                             widget->objectName() != QLatin1String("qt_spinbox_lineedit");
        const QAccessibleInterface* spoken = isAsked ? QAccessible::queryAccessibleInterface(widget) : nullptr;
        if (isAsked && (!spoken || spoken->text(QAccessible::Name).isEmpty())) {
            faults.append(QStringLiteral("%1 %2 has no name")
                              .arg(QLatin1String(widget->metaObject()->className()), widget->objectName()));
        }
    }
    return faults;
}

QStringList PageGallery::sharedMnemonics(const QWidget& window)
{
    QStringList faults;
    QSet<QChar> seen;
    static const QRegularExpression mnemonic(QStringLiteral("(?<!&)&([^&])"));
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        QString text = button->text();
        const auto match = mnemonic.match(text.remove(QStringLiteral("&&")));
        if (!button->isVisible() || !match.hasMatch()) {
            continue;
        }
        const QChar letter = match.captured(1).toUpper().front();
        if (seen.contains(letter)) {
            faults.append(QStringLiteral("Alt+%1 twice").arg(letter));
        }
        seen.insert(letter);
    }
    return faults;
}

QStringList PageGallery::cutOff(const QWidget& window)
{
    QStringList faults;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QPushButton*>(widget);
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (!widget->isVisible() || (!button && !label)) {
            continue;
        }
        const bool isTooNarrow = button ? button->width() < button->sizeHint().width() - 2
                                        : !label->wordWrap() &&
                                              label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored &&
                                              label->width() < label->sizeHint().width() - 1;
        const bool isTooLow = label && label->wordWrap() && label->height() < label->heightForWidth(label->width()) - 1;
        if (isTooNarrow || isTooLow) {
            faults.append(QStringLiteral("“%1” is cut off").arg(button ? button->text() : label->text()));
        }
    }
    return faults;
}

/** What has to be scrolled from left to right, and fields that show no more than a syllable. */
QStringList PageGallery::sideways(const QWidget& window)
{
    constexpr int syllable = 80;
    QStringList faults;
    for (const auto* area : window.findChildren<QAbstractScrollArea*>()) {
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0) {
            faults.append(QStringLiteral("%1 %2 scrolls sideways")
                              .arg(QLatin1String(area->metaObject()->className()), area->objectName()));
        }
    }
    for (const auto* edit : window.findChildren<QLineEdit*>()) {
        if (edit->isVisible() && edit->objectName() != QLatin1String("qt_spinbox_lineedit") &&
            edit->width() < syllable) {
            faults.append(QStringLiteral("%1 is too narrow to type in").arg(edit->objectName()));
        }
    }
    return faults;
}

QTEST_MAIN(PageGallery)
#include "tst_page_gallery.moc"
