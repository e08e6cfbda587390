// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/ldap_failure.h"

#include <QFile>
#include <QList>
#include <QString>
#include <QUrl>

#include <ldap.h>

#include <vector>

/**
 * A connection that holds nothing back, for asking servers what the program itself never would: without encryption,
 * with an empty password, with values that are refused.
 */
class RawDirectory
{
public:
    using Answer = staffelstab::directory::LdapAnswer;

    /** An empty `caFile`: without TLS. */
    RawDirectory(const QUrl& url, const QString& caFile)
    {
        ldap_initialize(&m_handle, url.toEncoded().constData());
        const int version = LDAP_VERSION3;
        ldap_set_option(m_handle, LDAP_OPT_PROTOCOL_VERSION, &version);
        if (!caFile.isEmpty()) {
            const int hard = LDAP_OPT_X_TLS_HARD;
            const int fresh = 0;
            ldap_set_option(m_handle, LDAP_OPT_X_TLS_REQUIRE_CERT, &hard);
            ldap_set_option(m_handle, LDAP_OPT_X_TLS_CACERTFILE, QFile::encodeName(caFile).constData());
            ldap_set_option(m_handle, LDAP_OPT_X_TLS_NEWCTX, &fresh);
        }
    }
    ~RawDirectory() { ldap_unbind_ext(m_handle, nullptr, nullptr); }
    RawDirectory(const RawDirectory&) = delete;
    RawDirectory& operator=(const RawDirectory&) = delete;

    Answer bind(const QString& name, const QByteArray& password)
    {
        berval value = berOf(password);
        int id = 0;
        ldap_sasl_bind(m_handle, name.toUtf8().constData(), LDAP_SASL_SIMPLE, &value, policy(), nullptr, &id);
        return answerTo(id);
    }

    struct Change
    {
        int operation;
        const char* attribute;
        QList<QByteArray> values;
    };
    Answer modify(const QString& dn, const std::vector<Change>& changes)
    {
        std::vector<std::vector<berval>> values(changes.size());
        std::vector<std::vector<berval*>> lists(changes.size());
        std::vector<LDAPMod> mods(changes.size());
        std::vector<LDAPMod*> pointers;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            for (const QByteArray& value : changes[i].values) {
                values[i].push_back(berOf(value));
            }
            for (berval& value : values[i]) {
                lists[i].push_back(&value);
            }
            lists[i].push_back(nullptr);
            mods[i].mod_op = changes[i].operation | LDAP_MOD_BVALUES;
            mods[i].mod_type = const_cast<char*>(changes[i].attribute);
            mods[i].mod_bvalues = lists[i].data();
            pointers.push_back(&mods[i]);
        }
        pointers.push_back(nullptr);
        int id = 0;
        ldap_modify_ext(m_handle, dn.toUtf8().constData(), pointers.data(), policy(), nullptr, &id);
        return answerTo(id);
    }

    /** RFC 3062; a null array stands for a password that is not named. */
    Answer changePassword(const QString& dn, const QByteArray& from, const QByteArray& to)
    {
        QByteArray name = dn.toUtf8();
        berval user = berOf(name);
        berval oldValue = berOf(from);
        berval newValue = berOf(to);
        int id = 0;
        ldap_passwd(m_handle, &user, from.isNull() ? nullptr : &oldValue, to.isNull() ? nullptr : &newValue, policy(),
                    nullptr, &id);
        return answerTo(id);
    }

    Answer search(const QString& base, const QByteArray& filter)
    {
        int id = 0;
        const int sent = ldap_search_ext(m_handle, base.toUtf8().constData(), LDAP_SCOPE_BASE, filter.constData(),
                                         nullptr, 0, nullptr, nullptr, nullptr, 0, &id);
        return sent == LDAP_SUCCESS ? answerTo(id) : Answer{sent, {}};
    }

    /** Moves an entry and keeps the old name in it. */
    Answer renameKeepingOld(const QString& dn, const char* name)
    {
        int id = 0;
        ldap_rename(m_handle, dn.toUtf8().constData(), name, nullptr, 0, nullptr, nullptr, &id);
        return answerTo(id);
    }

private:
    static berval berOf(const QByteArray& value)
    {
        return {static_cast<ber_len_t>(value.size()), const_cast<char*>(value.constData())};
    }
    LDAPControl** policy()
    {
        m_control = {const_cast<char*>(LDAP_CONTROL_PASSWORDPOLICYREQUEST), {0, nullptr}, 0};
        m_controls[0] = &m_control;
        m_controls[1] = nullptr;
        return m_controls;
    }
    Answer answerTo(int id)
    {
        timeval patience{20, 0};
        LDAPMessage* message = nullptr;
        if (ldap_result(m_handle, id, LDAP_MSG_ALL, &patience, &message) <= 0) {
            return {LDAP_SERVER_DOWN, QStringLiteral("no answer")};
        }
        LDAPMessage* last = message;
        for (LDAPMessage* each = ldap_first_message(m_handle, message); each != nullptr;
             each = ldap_next_message(m_handle, each)) {
            last = each;
        }
        Answer answer;
        char* text = nullptr;
        LDAPControl** controls = nullptr;
        ldap_parse_result(m_handle, last, &answer.code, nullptr, &text, nullptr, &controls, 0);
        answer.text = QString::fromUtf8(text);
        if (LDAPControl* const found = ldap_control_find(LDAP_CONTROL_PASSWORDPOLICYRESPONSE, controls, nullptr)) {
            ber_int_t expires = 0;
            ber_int_t grace = 0;
            LDAPPasswordPolicyError error = PP_noError;
            ldap_parse_passwordpolicy_control(m_handle, found, &expires, &grace, &error);
            answer.policyError = static_cast<int>(error);
        }
        ldap_memfree(text);
        ldap_controls_free(controls);
        ldap_msgfree(message);
        return answer;
    }

    LDAP* m_handle = nullptr;
    LDAPControl m_control{};
    LDAPControl* m_controls[2] = {};
};
