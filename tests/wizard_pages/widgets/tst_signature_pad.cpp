// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/signature_drawing.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/signature_pad.h"

#include <QApplication>
#include <QPainter>
#include <QPointingDevice>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTabletEvent>
#include <QtTest>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

/** Mouse, pen and finger draw; what is kept is the picture alone. */
class TestSignaturePad : public QObject
{
    Q_OBJECT

private:
    void byMouse(int y) const
    {
        QTest::mousePress(m_pad.get(), Qt::LeftButton, {}, QPoint(40, y));
        for (int x = 44; x <= 120; x += 4) {
            QTest::mouseMove(m_pad.get(), QPoint(x, y + x % 12));
        }
        QTest::mouseRelease(m_pad.get(), Qt::LeftButton, {}, QPoint(124, y));
    }
    void byPen(QEvent::Type type, const QPointF& at, double pressure) const
    {
        static const QPointingDevice pen(QStringLiteral("pen"), 7, QInputDevice::DeviceType::Stylus,
                                         QPointingDevice::PointerType::Pen, QInputDevice::Capability::Pressure, 1, 1);
        QTabletEvent event(type, &pen, at, at, pressure, 0, 0, 0, 0, 0, {}, Qt::LeftButton, Qt::LeftButton);
        QCoreApplication::sendEvent(m_pad.get(), &event);
    }
    [[nodiscard]] QSet<QString> widths() const
    {
        QSet<QString> all;
        static const QRegularExpression width(QStringLiteral("stroke-width=\"([0-9.]+)\""));
        for (auto match = width.globalMatch(QString::fromLatin1(m_pad->toSvg())); match.hasNext();) {
            all.insert(match.next().captured(1));
        }
        return all;
    }
    /** Ink in the picture as the receipt keeps it. */
    static int inkOf(const QByteArray& svg)
    {
        const auto plain = receipt::plainStrokes(svg);
        if (!plain) {
            return 0;
        }
        QSvgRenderer renderer(*plain);
        QImage image(200, 100, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter, QStringLiteral("strokes"), QRectF(20, 20, 160, 60));
        painter.end();
        int ink = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                ink += image.pixelColor(x, y).value() < 128 ? 1 : 0;
            }
        }
        return ink;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Mode::Light); }
    void init()
    {
        m_pad = std::make_unique<SignaturePad>();
        m_pad->resize(560, 150);
        m_pad->show();
    }

    void isEmptyUntilSomebodyDraws()
    {
        QVERIFY(!m_pad->isSigned());
        QVERIFY(m_pad->toSvg().isEmpty());
        // A touch by accident is no signature.
        QTest::mouseClick(m_pad.get(), Qt::LeftButton, {}, QPoint(60, 60));
        QVERIFY(!m_pad->isSigned());
    }

    void theMouseDraws()
    {
        const QSignalSpy changed(m_pad.get(), &SignaturePad::changed);
        byMouse(60);
        QVERIFY(m_pad->isSigned());
        QCOMPARE(changed.count(), 1);
        QVERIFY(inkOf(m_pad->toSvg()) > 50);
    }

    void thePensPressureShapesTheLine()
    {
        byPen(QEvent::TabletPress, {40, 60}, 0.1);
        for (int i = 1; i <= 20; ++i) {
            byPen(QEvent::TabletMove, {40.0 + 4 * i, 60.0}, 0.1 + 0.04 * i);
        }
        byPen(QEvent::TabletRelease, {124, 60}, 0);
        QVERIFY(m_pad->isSigned());
        QVERIFY2(widths().size() > 5, qPrintable(QString::number(widths().size())));
    }

    void aFingerDraws()
    {
        static QPointingDevice* screen = QTest::createTouchDevice();
        QTest::touchEvent(m_pad.get(), screen).press(1, QPoint(40, 60));
        for (int x = 44; x <= 120; x += 4) {
            QTest::touchEvent(m_pad.get(), screen).move(1, QPoint(x, 60 + x % 12));
        }
        QTest::touchEvent(m_pad.get(), screen).release(1, QPoint(120, 60));
        QVERIFY(m_pad->isSigned());
        // Qt makes mouse events of touches that nobody takes: the stroke is there once.
        QCOMPARE(m_pad->strokes().size(), std::size_t(1));
    }

    void aStrokeIsTakenBackAndEverythingCleared_data()
    {
        QTest::addColumn<bool>("isByKey");
        QTest::newRow("by key") << true;
        QTest::newRow("by button") << false;
    }
    void aStrokeIsTakenBackAndEverythingCleared()
    {
        QFETCH(bool, isByKey);
        byMouse(40);
        const QByteArray one = m_pad->toSvg();
        byMouse(90);
        if (isByKey) {
            QTest::keyClick(m_pad.get(), Qt::Key_Z, Qt::ControlModifier);
        } else {
            m_pad->undo();
        }
        QCOMPARE(m_pad->toSvg(), one);
        byMouse(90);
        if (isByKey) {
            QTest::keyClick(m_pad.get(), Qt::Key_Delete);
        } else {
            m_pad->clear();
        }
        QVERIFY(!m_pad->isSigned());
        QVERIFY(m_pad->toSvg().isEmpty());
        m_pad->undo();
        QVERIFY(m_pad->toSvg().isEmpty());
    }

    void dotsStandOnTheReceipt()
    {
        byMouse(60);
        const int without = inkOf(m_pad->toSvg());
        // The dots of an umlaut, inside of what is drawn so that the picture's scale stays.
        QTest::mouseClick(m_pad.get(), Qt::LeftButton, {}, QPoint(60, 70));
        QTest::mouseClick(m_pad.get(), Qt::LeftButton, {}, QPoint(100, 60));
        const QByteArray strokes = receipt::plainStrokes(m_pad->toSvg()).value();
        QCOMPARE(strokes.count("<path"), qsizetype(3));
        QVERIFY(inkOf(m_pad->toSvg()) > 0 && without > 0);
        m_pad->clear();
        QTest::mouseClick(m_pad.get(), Qt::LeftButton, {}, QPoint(60, 70));
        QVERIFY(inkOf(m_pad->toSvg()) > 0);
    }

    void onlyThePictureIsKept()
    {
        byPen(QEvent::TabletPress, {40, 60}, 0.3);
        byPen(QEvent::TabletMove, {80, 70}, 0.8);
        byPen(QEvent::TabletMove, {120, 60}, 0.5);
        byPen(QEvent::TabletRelease, {120, 60}, 0);
        const QByteArray svg = m_pad->toSvg();
        for (const char* word : {"pressure", "time", "tilt", "date", "data-"}) {
            QVERIFY2(!svg.contains(word), word);
        }
        static const QRegularExpression tags(QStringLiteral("<([a-z]+)"));
        for (auto match = tags.globalMatch(QString::fromLatin1(svg)); match.hasNext();) {
            const QString tag = match.next().captured(1);
            QVERIFY2(QStringList({QStringLiteral("svg"), QStringLiteral("g"), QStringLiteral("path")}).contains(tag),
                     qPrintable(tag));
        }
    }

private:
    std::unique_ptr<SignaturePad> m_pad;
};

QTEST_MAIN(TestSignaturePad)
#include "tst_signature_pad.moc"
