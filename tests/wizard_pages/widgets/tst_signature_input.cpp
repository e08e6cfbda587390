// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receipt/soft_token.h"
#include "wizard_pages/answering_prompts.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/signature_input.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using receipt::SoftToken;

/** With a card in the reader (SoftHSM2) and without. */
class TestSignatureInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Mode::Light);
        m_card.emplace();
        m_card->add(QStringLiteral("01"), QStringLiteral("rsa"), QStringLiteral("Lea Gehtbald"));
        m_card->add(QStringLiteral("02"), QStringLiteral("ec"), QStringLiteral("Lea Zweitkarte"));
    }

    void init()
    {
        m_input = std::make_unique<SignatureInput>(m_prompts);
        m_input->setSigner(QStringLiteral("Lea Gehtbald"));
        m_input->resize(700, 520);
        m_input->show();
        find<QPushButton>("signatureSwitch")->click();
        find<QLineEdit>("signatureName")->setText(QStringLiteral("Lea Gehtbald"));
        QVERIFY(m_input->isComplete());
    }

    void aCardIsFoundChosenAndUsed()
    {
        useModule(SoftToken::module);
        auto* list = find<QComboBox>("tokenCertificate");
        QTRY_COMPARE(list->count(), 2);
        list->setCurrentIndex(list->findText(QStringLiteral("Gehtbald"), Qt::MatchContains));
        QVERIFY(!m_input->isComplete());
        QVERIFY(says(QStringLiteral("Advanced electronic signature")));
        QVERIFY(says(QStringLiteral("Beispiel-CA")));
        auto* pin = find<QLineEdit>("tokenPin");
        QVERIFY(pin->isVisible() && pin->echoMode() == QLineEdit::Password);
        QTest::keyClicks(pin, QString::fromLatin1(SoftToken::pin));
        QVERIFY(m_input->isComplete());
        const auto* worth = find<QLabel>("signatureWorth");
        QTRY_VERIFY(worth->height() >= worth->heightForWidth(worth->width()));
        const QString pictures = qEnvironmentVariable("STAFFELSTAB_PICTURES");
        if (!pictures.isEmpty()) {
            QVERIFY(m_input->grab().save(pictures + QStringLiteral("/card.png")));
        }
        const handover::SignInput input = m_input->take();
        QVERIFY(input.token.has_value());
        QCOMPARE(input.token->certificate.size(), 64);
        QVERIFY(input.keyPassphrase.equals(Secret(SoftToken::pin)));
        QVERIFY(input.keyFile.isEmpty());
        QVERIFY(pin->text().isEmpty());
    }

    void theHintInTheEmptyFieldDoesNotLookSigned()
    {
        auto* typed = find<QLineEdit>("signatureName");
        QVERIFY(typed->font().italic());
        typed->clear();
        QVERIFY(!m_input->isComplete());
        QVERIFY(!typed->font().italic());
        QCOMPARE(typed->placeholderText(), QStringLiteral("Not signed yet. Type your name: Lea Gehtbald"));
        QTest::keyClicks(typed, QStringLiteral("Lea"));
        QVERIFY(!m_input->isComplete());
        QTest::keyClicks(typed, QStringLiteral(" Gehtbald"));
        QVERIFY(m_input->isComplete());
        QVERIFY(m_input->take().drawing.isEmpty());
    }

    void withoutACardItSaysWhatToDo()
    {
        useModule(QStringLiteral("/nowhere/card.so"));
        QTRY_VERIFY(says(QStringLiteral("Please ask your IT, or sign without a card.")));
        QVERIFY(!m_input->isComplete());
        QVERIFY(find<QPushButton>("tokenLookAgain")->isEnabled());
        find<QPushButton>("signatureCard")->click();
        QVERIFY(m_input->isComplete());
        QVERIFY(!m_input->take().token.has_value());
    }

    void eachWaySaysWhatItIsWorth_data()
    {
        QTest::addColumn<bool>("hasFile");
        QTest::addColumn<QString>("sentence");
        const QString simple = QStringLiteral("Simple electronic signature: every later change shows, but it does not "
                                              "prove who signed.");
        QTest::newRow("a key made for this") << false << simple;
        QTest::newRow("a file") << true << QStringLiteral("Qualified electronic signature: a provider checked by");
        QTest::newRow("on paper") << false << QStringLiteral("print it and sign it on paper");
    }
    void eachWaySaysWhatItIsWorth()
    {
        QFETCH(bool, hasFile);
        QFETCH(QString, sentence);
        if (hasFile) {
            m_prompts.paths = QStringList{QStringLiteral("/home/lea/lea.p12")};
            find<QPushButton>("signatureCertificate")->click();
        }
        QVERIFY(says(sentence));
    }

private:
    template <typename T>
    [[nodiscard]] T* find(const char* name) const
    {
        return m_input->findChild<T*>(QLatin1String(name));
    }
    void useModule(const QString& module)
    {
        policy::CompanyPolicy policy;
        policy.signature.tokenModule = module;
        m_input->setPolicy(policy);
        find<QPushButton>("signatureCard")->click();
    }
    [[nodiscard]] bool says(const QString& words) const
    {
        const auto labels = m_input->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }

    AnsweringPrompts m_prompts;
    std::optional<SoftToken> m_card;
    std::unique_ptr<SignatureInput> m_input;
};

QTEST_MAIN(TestSignatureInput)
#include "tst_signature_input.moc"
