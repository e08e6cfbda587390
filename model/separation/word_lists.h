// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/**
 * The words the suggestions rest on. Everything is in lower case, UTF-8. A weight is a log-odds: positive speaks for
 * business, negative for private; 0.7 is "twice as likely", 1.6 "five times", 3 "twenty times".
 */
namespace staffelstab::separation::words {

struct WeighedWord
{
    std::string_view word;
    float weight;
};

/** Whole words of a folder's path. "Personal" is private in English and the staff department in German. */
inline constexpr std::array folderWords{
    WeighedWord{"privat", -3.5F},       WeighedWord{"private", -3.5F},    WeighedWord{"privates", -3.5F},
    WeighedWord{"personal", -1.6F},     WeighedWord{"persönlich", -2.2F}, WeighedWord{"persönliches", -2.2F},
    WeighedWord{"familie", -3.5F},      WeighedWord{"family", -3.5F},     WeighedWord{"freunde", -3.5F},
    WeighedWord{"friends", -3.5F},      WeighedWord{"urlaub", -2.2F},     WeighedWord{"vacation", -2.2F},
    WeighedWord{"holiday", -2.2F},      WeighedWord{"holidays", -2.2F},   WeighedWord{"reisen", -0.7F},
    WeighedWord{"verein", -3.0F},       WeighedWord{"vereine", -3.0F},    WeighedWord{"club", -2.2F},
    WeighedWord{"sportverein", -3.0F},  WeighedWord{"chor", -3.0F},       WeighedWord{"choir", -3.0F},
    WeighedWord{"hobby", -3.0F},        WeighedWord{"hobbys", -3.0F},     WeighedWord{"schule", -2.2F},
    WeighedWord{"school", -2.2F},       WeighedWord{"kita", -3.0F},       WeighedWord{"kinder", -3.0F},
    WeighedWord{"kids", -3.0F},         WeighedWord{"arzt", -3.0F},       WeighedWord{"ärzte", -3.0F},
    WeighedWord{"doctor", -3.0F},       WeighedWord{"wohnung", -3.0F},    WeighedWord{"haus", -1.6F},
    WeighedWord{"vermieter", -3.0F},    WeighedWord{"bank", -1.0F},       WeighedWord{"shopping", -2.2F},
    WeighedWord{"bestellungen", -0.7F}, WeighedWord{"hochzeit", -3.0F},   WeighedWord{"wedding", -3.0F},
    WeighedWord{"bewerbungen", -0.7F},  WeighedWord{"projekte", 1.6F},    WeighedWord{"projekt", 1.6F},
    WeighedWord{"projects", 1.6F},      WeighedWord{"project", 1.6F},     WeighedWord{"kunden", 2.2F},
    WeighedWord{"kunde", 2.2F},         WeighedWord{"customers", 2.2F},   WeighedWord{"clients", 2.2F},
    WeighedWord{"lieferanten", 2.2F},   WeighedWord{"suppliers", 2.2F},   WeighedWord{"angebote", 1.6F},
    WeighedWord{"aufträge", 1.6F},      WeighedWord{"orders", 1.0F},      WeighedWord{"einkauf", 1.6F},
    WeighedWord{"vertrieb", 2.2F},      WeighedWord{"sales", 2.2F},       WeighedWord{"dienstlich", 3.5F},
    WeighedWord{"geschäftlich", 3.5F},  WeighedWord{"business", 3.0F},
};

/** Whole words of a subject. Weak on purpose: colleagues write to each other about weddings, too. */
inline constexpr std::array subjectWords{
    WeighedWord{"geburtstag", -2.2F},
    WeighedWord{"birthday", -2.2F},
    WeighedWord{"hochzeit", -2.2F},
    WeighedWord{"wedding", -2.2F},
    WeighedWord{"urlaub", -1.0F},
    WeighedWord{"vacation", -1.2F},
    WeighedWord{"ferien", -1.6F},
    WeighedWord{"wochenende", -1.6F},
    WeighedWord{"weekend", -1.6F},
    WeighedWord{"grillen", -2.2F},
    WeighedWord{"grillabend", -2.2F},
    WeighedWord{"barbecue", -2.2F},
    WeighedWord{"party", -1.6F},
    WeighedWord{"feier", -1.2F},
    WeighedWord{"dinner", -1.2F},
    WeighedWord{"abendessen", -1.6F},
    WeighedWord{"lunch", -1.0F},
    WeighedWord{"mittagessen", -1.0F},
    WeighedWord{"kino", -2.2F},
    WeighedWord{"movie", -1.6F},
    WeighedWord{"konzert", -1.6F},
    WeighedWord{"concert", -1.6F},
    WeighedWord{"tickets", -1.0F},
    WeighedWord{"fußball", -2.2F},
    WeighedWord{"football", -1.6F},
    WeighedWord{"golf", -1.6F},
    WeighedWord{"tennis", -1.6F},
    WeighedWord{"training", 0.5F},
    WeighedWord{"chorprobe", -2.5F},
    WeighedWord{"elternabend", -2.5F},
    WeighedWord{"kinder", -1.6F},
    WeighedWord{"kids", -1.6F},
    WeighedWord{"baby", -2.0F},
    WeighedWord{"mom", -2.5F},
    WeighedWord{"dad", -2.5F},
    WeighedWord{"mama", -2.5F},
    WeighedWord{"papa", -2.5F},
    WeighedWord{"oma", -2.5F},
    WeighedWord{"opa", -2.5F},
    WeighedWord{"schatz", -2.5F},
    WeighedWord{"love", -1.6F},
    WeighedWord{"liebe", -0.7F},
    WeighedWord{"privat", -2.2F},
    WeighedWord{"private", -0.7F},
    WeighedWord{"fun", -1.6F},
    WeighedWord{"funny", -1.6F},
    WeighedWord{"joke", -2.0F},
    WeighedWord{"jokes", -2.0F},
    WeighedWord{"witz", -2.0F},
    WeighedWord{"xmas", -1.6F},
    WeighedWord{"weihnachten", -1.0F},
    WeighedWord{"christmas", -1.0F},
    WeighedWord{"congratulations", -1.0F},
    WeighedWord{"glückwunsch", -1.2F},
    WeighedWord{"wohnung", -1.6F},
    WeighedWord{"apartment", -1.6F},
    WeighedWord{"arzttermin", -2.5F},
    WeighedWord{"rechnung", 0.7F},
    WeighedWord{"invoice", 1.0F},
    WeighedWord{"angebot", 1.0F},
    WeighedWord{"auftrag", 1.2F},
    WeighedWord{"vertrag", 0.7F},
    WeighedWord{"contract", 1.2F},
    WeighedWord{"agreement", 1.2F},
    WeighedWord{"meeting", 1.0F},
    WeighedWord{"besprechung", 1.2F},
    WeighedWord{"protokoll", 1.2F},
    WeighedWord{"minutes", 1.0F},
    WeighedWord{"projekt", 1.2F},
    WeighedWord{"project", 1.2F},
    WeighedWord{"report", 1.0F},
    WeighedWord{"bericht", 1.0F},
    WeighedWord{"kunde", 1.2F},
    WeighedWord{"customer", 1.2F},
    WeighedWord{"client", 1.0F},
    WeighedWord{"lieferung", 0.7F},
    WeighedWord{"budget", 1.2F},
    WeighedWord{"conference", 0.7F},
    WeighedWord{"draft", 1.0F},
    WeighedWord{"entwurf", 1.0F},
    WeighedWord{"revised", 1.0F},
    WeighedWord{"schedule", 0.7F},
    WeighedWord{"agenda", 1.0F},
};

/** Domains where people have mailboxes of their own. */
inline constexpr std::array<std::string_view, 62> freeMailDomains{
    "gmx.de",      "gmx.net",      "gmx.at",        "gmx.ch",       "gmx.com",        "web.de",       "t-online.de",
    "freenet.de",  "arcor.de",     "posteo.de",     "posteo.net",   "mailbox.org",    "mail.de",      "email.de",
    "online.de",   "1und1.de",     "vodafone.de",   "kabelmail.de", "unitybox.de",    "versanet.de",  "ewe.net",
    "ewetel.net",  "osnanet.de",   "netcologne.de", "alice.de",     "o2online.de",    "o2mail.de",    "magenta.de",
    "aon.at",      "chello.at",    "bluewin.ch",    "hispeed.ch",   "sunrise.ch",     "gmail.com",    "googlemail.com",
    "outlook.com", "outlook.de",   "hotmail.com",   "hotmail.de",   "live.com",       "live.de",      "msn.com",
    "yahoo.com",   "yahoo.de",     "yahoo.co.uk",   "ymail.com",    "rocketmail.com", "aol.com",      "aol.de",
    "icloud.com",  "me.com",       "mac.com",       "proton.me",    "protonmail.com", "tutanota.com", "tutanota.de",
    "tuta.io",     "fastmail.com", "earthlink.net", "comcast.net",  "compuserve.com", "mail.com",
};

/** How a service is recognised in a domain: a whole label ("ing" in ing.de), or a part of one ("sparkasse"). */
struct ServiceWord
{
    std::string_view word;
    bool isWholeLabel;
};

/** Shops, banks, doctors, schools, landlords, clubs: whom people write to for themselves. */
inline constexpr std::array services{
    ServiceWord{"ebay", true},
    ServiceWord{"kleinanzeigen", false},
    ServiceWord{"zalando", true},
    ServiceWord{"otto", true},
    ServiceWord{"paypal", true},
    ServiceWord{"netflix", true},
    ServiceWord{"spotify", true},
    ServiceWord{"airbnb", true},
    ServiceWord{"fewo", false},
    ServiceWord{"lieferando", true},
    ServiceWord{"ikea", true},
    ServiceWord{"thalia", true},
    ServiceWord{"etsy", true},
    ServiceWord{"vinted", true},
    ServiceWord{"instagram", true},
    ServiceWord{"facebookmail", true},
    ServiceWord{"parship", true},
    ServiceWord{"sparkasse", false},
    ServiceWord{"volksbank", false},
    ServiceWord{"raiffeisenbank", false},
    ServiceWord{"dkb", true},
    ServiceWord{"ing", true},
    ServiceWord{"comdirect", true},
    ServiceWord{"n26", true},
    ServiceWord{"praxis", false},
    ServiceWord{"zahnarzt", false},
    ServiceWord{"tierarzt", false},
    ServiceWord{"hausarzt", false},
    ServiceWord{"kinderarzt", false},
    ServiceWord{"doctolib", true},
    ServiceWord{"klinikum", false},
    ServiceWord{"krankenkasse", false},
    ServiceWord{"aok", true},
    ServiceWord{"barmer", true},
    ServiceWord{"tk", true},
    ServiceWord{"kita", true},
    ServiceWord{"kindergarten", false},
    ServiceWord{"grundschule", false},
    ServiceWord{"realschule", false},
    ServiceWord{"gymnasium", false},
    ServiceWord{"gesamtschule", false},
    ServiceWord{"musikschule", false},
    ServiceWord{"fahrschule", false},
    ServiceWord{"tanzschule", false},
    ServiceWord{"hausverwaltung", false},
    ServiceWord{"wohnungsbau", false},
    ServiceWord{"vermietung", false},
    ServiceWord{"mieterverein", false},
    ServiceWord{"sportverein", false},
    ServiceWord{"turnverein", false},
    ServiceWord{"verein", false},
    ServiceWord{"chor", true},
    ServiceWord{"fitness", false},
    ServiceWord{"dating", false},
};

/** Parts of a List-Id that speak of leisure. */
inline constexpr std::array<std::string_view, 14> leisureLists{
    "chor", "choir",  "verein",  "sport",   "familie", "family",   "eltern",
    "kita", "schule", "freunde", "friends", "hobby",   "gemeinde", "theater",
};

/**
 * Bodies whose mail the employer may not read: works and staff council (§ 79 BetrVG and its likes), data protection
 * officer (Art. 38 (5) GDPR), company doctor (§ 203 StGB), representation of the severely disabled (§ 179 SGB IX),
 * complaint body (§ 13 AGG), reporting office (§ 8 HinSchG), youth representation. Local parts at company domains;
 * '*' stands for any characters.
 */
inline constexpr std::array<std::string_view, 33> protectedLocalParts{
    "betriebsrat",
    "betriebsrat.*",
    "betriebsrat-*",
    "br",
    "br-*",
    "gbr",
    "kbr",
    "gesamtbetriebsrat*",
    "konzernbetriebsrat*",
    "personalrat*",
    "works-council*",
    "workscouncil*",
    "worker.council*",
    "datenschutz",
    "datenschutz-*",
    "datenschutzbeauftragte*",
    "dsb",
    "dpo",
    "data.protection*",
    "dataprotection*",
    "betriebsarzt*",
    "betriebsaerzt*",
    "werksarzt*",
    "company.doctor*",
    "sbv",
    "schwerbehinder*",
    "agg-beschwerde*",
    "agg",
    "beschwerdestelle*",
    "hinweisgeber*",
    "meldestelle*",
    "jav",
    "ombuds*",
};

/** Beginnings of addresses that make protected a suggestion at other domains, too. */
inline constexpr std::array<std::string_view, 7> bodiesAnywhere{
    "betriebsrat",  "gesamtbetriebsrat", "konzernbetriebsrat", "personalrat",
    "betriebsarzt", "betriebsaerzt",     "works-council",
};

/** Trade unions: protected is suggested, not imposed; the firm may well have business with one. */
inline constexpr std::array<std::string_view, 12> unionDomains{
    "verdi.de",       "igmetall.de", "igbce.de",          "dgb.de", "gew.de", "ngg.net", "igbau.de", "gdp.de",
    "evg-online.org", "vaa.de",      "marburger-bund.de", "dbb.de",
};

} // namespace staffelstab::separation::words
