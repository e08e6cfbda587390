<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>staffelstab::receipt::ReceiptTexts</name>
    <message>
        <source>Mail</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Dienstlich</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Mailboxes looked through</source>
        <translation>Durchgesehene Postfächer</translation>
    </message>
    <message>
        <source>Unreadable messages</source>
        <translation>Nicht lesbare Nachrichten</translation>
    </message>
    <message>
        <source>Messages rebuilt from Outlook data files</source>
        <translation>Aus Outlook-Datendateien neu aufgebaute Nachrichten</translation>
    </message>
    <message>
        <source>An Outlook data file does not keep messages as they were sent: text, attachments and addresses were taken over, the original form and signatures cannot be. The file itself was only read.</source>
        <translation>Eine Outlook-Datendatei bewahrt Nachrichten nicht so auf, wie sie gesendet wurden: Text, Anhänge und Adressen wurden übernommen, die ursprüngliche Form und Signaturen lassen sich nicht übernehmen. Die Datei selbst wurde nur gelesen.</translation>
    </message>
    <message>
        <source>Private mail</source>
        <translation>Private E-Mails</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Vorgehen</translation>
    </message>
    <message>
        <source>Taken along in an encrypted copy, which was read back and compared</source>
        <translation>In einer verschlüsselten Kopie mitgenommen; die Kopie wurde zurückgelesen und verglichen</translation>
    </message>
    <message>
        <source>Taken along in a copy, which was read back and compared</source>
        <translation>In einer Kopie mitgenommen; die Kopie wurde zurückgelesen und verglichen</translation>
    </message>
    <message>
        <source>Messages copied</source>
        <translation>Kopierte Nachrichten</translation>
    </message>
    <message>
        <source>Removed without a copy</source>
        <translation>Ohne Kopie entfernt</translation>
    </message>
    <message>
        <source>Left in the mailbox</source>
        <translation>Im Postfach belassen</translation>
    </message>
    <message>
        <source>Removed from the mailbox</source>
        <translation>Aus dem Postfach entfernt</translation>
    </message>
    <message>
        <source>Still in the mailbox</source>
        <translation>Noch im Postfach</translation>
    </message>
    <message>
        <source>Backups of the mail server may still hold removed messages.</source>
        <translation>Sicherungen des Mailservers können entfernte Nachrichten noch enthalten.</translation>
    </message>
    <message>
        <source>Business archive</source>
        <translation>Übergabearchiv</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Byte)</translation>
    </message>
    <message>
        <source>Messages left out</source>
        <translation>Ausgelassene Nachrichten</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>SHA-256 of the tag manifest</source>
        <translation>SHA-256 des Tag-Manifests</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>yes, tried out</source>
        <translation>ja, ausprobiert</translation>
    </message>
    <message>
        <source>no, tried out</source>
        <translation>nein, ausprobiert</translation>
    </message>
    <message>
        <source>could not be tried out</source>
        <translation>ließ sich nicht ausprobieren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Reset by IT; the person leaving hands over no password</source>
        <translation>Zurücksetzen durch die IT; es wird kein Kennwort übergeben</translation>
    </message>
    <message>
        <source>Reset by</source>
        <translation>Setzt zurück</translation>
    </message>
    <message>
        <source>Date agreed</source>
        <translation>Vereinbarter Termin</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Nicht geändert</translation>
    </message>
    <message>
        <source>Changed twice in the company directory</source>
        <translation>Im Verzeichnisdienst zweimal geändert</translation>
    </message>
    <message>
        <source>Changed in the company directory</source>
        <translation>Im Verzeichnisdienst geändert</translation>
    </message>
    <message>
        <source>Changed on</source>
        <translation>Geändert am</translation>
    </message>
    <message>
        <source>New password accepted</source>
        <translation>Neues Kennwort angenommen</translation>
    </message>
    <message>
        <source>Old password refused</source>
        <translation>Altes Kennwort abgelehnt</translation>
    </message>
    <message>
        <source>Sealed for</source>
        <translation>Versiegelt für</translation>
    </message>
    <message>
        <source>the supervisor&apos;s certificate</source>
        <translation>das Zertifikat der Führungskraft</translation>
    </message>
    <message>
        <source>Sealed under</source>
        <translation>Versiegelt mit</translation>
    </message>
    <message>
        <source>a one-time code of the supervisor</source>
        <translation>einem Einmalcode der Führungskraft</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Sealed file</source>
        <translation>Versiegelte Datei</translation>
    </message>
    <message>
        <source>SHA-256 of the sealed file</source>
        <translation>SHA-256 der versiegelten Datei</translation>
    </message>
    <message>
        <source>Messages without a decision: %1. They stay in the mailbox.</source>
        <translation>Nachrichten ohne Entscheidung: %1. Sie bleiben im Postfach.</translation>
    </message>
    <message>
        <source>Private messages that could not be removed from the mailbox: %1.</source>
        <translation>Private Nachrichten, die sich nicht aus dem Postfach entfernen ließen: %1.</translation>
    </message>
    <message>
        <source>Private messages left in the mailbox: %1.</source>
        <translation>Private Nachrichten, die im Postfach belassen wurden: %1.</translation>
    </message>
    <message>
        <source>Messages that changed after they were looked through and were left alone: %1.</source>
        <translation>Nachrichten, die sich nach der Durchsicht geändert haben und deshalb unberührt blieben: %1.</translation>
    </message>
    <message>
        <source>Messages that could not be read: %1.</source>
        <translation>Nachrichten, die sich nicht lesen ließen: %1.</translation>
    </message>
    <message>
        <source>Business messages that are not in the archive: %1.</source>
        <translation>Dienstliche Nachrichten, die nicht im Archiv sind: %1.</translation>
    </message>
    <message>
        <source>Protected messages that stay in the mailbox: %1.</source>
        <translation>Geschützte Nachrichten, die im Postfach bleiben: %1.</translation>
    </message>
    <message>
        <source>No business archive was made.</source>
        <translation>Es wurde kein Übergabearchiv erstellt.</translation>
    </message>
    <message>
        <source>The business archive is not encrypted.</source>
        <translation>Das Übergabearchiv ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Nothing was decided about the private mail.</source>
        <translation>Über die privaten E-Mails wurde noch nicht entschieden.</translation>
    </message>
    <message>
        <source>The password has not been changed yet.</source>
        <translation>Das Kennwort ist noch nicht geändert.</translation>
    </message>
    <message>
        <source>The old password was still accepted after the change.</source>
        <translation>Das alte Kennwort wurde nach der Änderung noch angenommen.</translation>
    </message>
    <message>
        <source>Whether the old password is refused could not be tested.</source>
        <translation>Ob das alte Kennwort abgelehnt wird, ließ sich nicht ausprobieren.</translation>
    </message>
    <message>
        <source>Whether the new password is accepted could not be tested.</source>
        <translation>Ob das neue Kennwort angenommen wird, ließ sich nicht ausprobieren.</translation>
    </message>
    <message>
        <source>The new password has not been sealed for the supervisor.</source>
        <translation>Das neue Kennwort ist nicht für die Führungskraft versiegelt.</translation>
    </message>
    <message>
        <source>IT still has to reset the password.</source>
        <translation>Die IT muss das Kennwort noch zurücksetzen.</translation>
    </message>
    <message>
        <source>The company rules were not confirmed as read.</source>
        <translation>Die Kenntnisnahme der betrieblichen Regelung ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>Open: %1 (%2)</source>
        <translation>Offen: %1 (%2)</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Offen: %1</translation>
    </message>
    <message>
        <source>Handover receipt</source>
        <translation>Übergabeprotokoll</translation>
    </message>
    <message>
        <source>Handover of mailbox, business mail and access on leaving the organisation</source>
        <translation>Übergabe von Postfach, dienstlichen E-Mails und Zugang beim Ausscheiden</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Vorgang %1</translation>
    </message>
    <message>
        <source>A  Handover statement of %1</source>
        <translation>A  Übergabeerklärung von %1</translation>
    </message>
    <message>
        <source>Place, date</source>
        <translation>Ort, Datum</translation>
    </message>
    <message>
        <source>Signature by hand, if wanted on paper</source>
        <translation>Unterschrift von Hand, falls auf Papier gewünscht</translation>
    </message>
    <message>
        <source>Signature of the person leaving (block A)</source>
        <translation>Unterschrift der ausscheidenden Person (Block A)</translation>
    </message>
    <message>
        <source>B  Confirmation of receipt by %1</source>
        <translation>B  Empfangsbestätigung von %1</translation>
    </message>
    <message>
        <source>This receipt counts only with both signatures.</source>
        <translation>Dieses Protokoll gilt nur mit beiden Unterschriften.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>personnel no. %1</source>
        <translation>Personalnr. %1</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Person leaving</source>
        <translation>Ausscheidende Person</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Führungskraft</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Nachfolge</translation>
    </message>
    <message>
        <source>Human resources</source>
        <translation>Personalabteilung</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Last working day</source>
        <translation>Letzter Arbeitstag</translation>
    </message>
    <message>
        <source>End of contract</source>
        <translation>Ende des Vertrags</translation>
    </message>
    <message>
        <source>Receipt made</source>
        <translation>Protokoll erstellt</translation>
    </message>
    <message>
        <source>Company rules</source>
        <translation>Betriebliche Regelung</translation>
    </message>
    <message>
        <source>The rules &quot;%1&quot;, version %2, were shown and confirmed as read.</source>
        <translation>Die Regelung „%1“, Fassung %2, wurde angezeigt und ihre Kenntnisnahme bestätigt.</translation>
    </message>
    <message>
        <source>Reservation of the person leaving</source>
        <translation>Vorbehalt der ausscheidenden Person</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Open points</source>
        <translation>Offene Punkte</translation>
    </message>
    <message>
        <source>What this receipt means</source>
        <translation>Was dieses Protokoll bedeutet</translation>
    </message>
    <message>
        <source>It contains no waiver and no termination. It states facts; rights and claims of both sides stay as they are.</source>
        <translation>Es enthält keinen Verzicht und keine Kündigung. Es hält Tatsachen fest; Rechte und Ansprüche beider Seiten bleiben unberührt.</translation>
    </message>
    <message>
        <source>The business archive is a handover copy. It does not replace the company&apos;s audit-proof archive (GoBD).</source>
        <translation>Das Übergabearchiv ist eine Übergabekopie. Es ersetzt nicht das revisionssichere Archiv des Unternehmens (GoBD).</translation>
    </message>
    <message>
        <source>Signatures: a simple electronic signature with integrity protection uses a key made for this occasion or a certificate that nobody else vouches for; it shows any later change but does not prove the person&apos;s identity. An advanced one uses the signer&apos;s own certificate, issued by a certification authority. Only a qualified one equals the written form; a signature drawn on a screen does not. The lines by hand serve that purpose on paper.</source>
        <translation>Zu den Signaturen: Die einfache elektronische Signatur mit Integritätsschutz nutzt einen eigens erzeugten Schlüssel oder ein Zertifikat, für das kein Dritter einsteht; sie macht jede spätere Änderung erkennbar, weist aber die Identität nicht nach. Die fortgeschrittene nutzt das eigene, von einer Zertifizierungsstelle ausgestellte Zertifikat. Nur die qualifizierte steht der Schriftform gleich; eine am Bildschirm gezeichnete Unterschrift tut das nicht. Auf Papier dienen dafür die Zeilen für die Unterschrift von Hand.</translation>
    </message>
    <message>
        <source>Digest of the record</source>
        <translation>Prüfsumme des Datensatzes</translation>
    </message>
    <message>
        <source>The record lies in this file as JSON (XMP metadata). The QR code on page 1 holds the same digest.</source>
        <translation>Der Datensatz liegt als JSON in dieser Datei (XMP-Metadaten). Der QR-Code auf Seite 1 enthält dieselbe Prüfsumme.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1, %2 Uhr (%3)</translation>
    </message>
    <message>
        <source>Signature pending: the person leaving has not signed yet.</source>
        <translation>Unterschrift steht aus: Die ausscheidende Person hat noch nicht unterschrieben.</translation>
    </message>
    <message>
        <source>Countersignature pending: nothing has been confirmed yet.</source>
        <translation>Gegenzeichnung steht aus: Es ist noch nichts bestätigt.</translation>
    </message>
    <message>
        <source>Business archive received</source>
        <translation>Übergabearchiv erhalten</translation>
    </message>
    <message>
        <source>Sealed handover password received</source>
        <translation>Versiegeltes Übergabekennwort erhalten</translation>
    </message>
    <message>
        <source>Reservation:</source>
        <translation>Vorbehalt:</translation>
    </message>
    <message>
        <source>Reservation: none</source>
        <translation>Vorbehalt: keiner</translation>
    </message>
    <message>
        <source>Qualified electronic signature</source>
        <translation>Qualifizierte elektronische Signatur</translation>
    </message>
    <message>
        <source>Advanced electronic signature with the signer&apos;s own certificate</source>
        <translation>Fortgeschrittene elektronische Signatur mit eigenem Zertifikat</translation>
    </message>
    <message>
        <source>Simple electronic signature with integrity protection</source>
        <translation>Einfache elektronische Signatur mit Integritätsschutz</translation>
    </message>
    <message>
        <source>Signed on %1</source>
        <translation>Unterschrieben am %1</translation>
    </message>
    <message>
        <source>Certificate %1 …</source>
        <translation>Zertifikat %1 …</translation>
    </message>
    <message>
        <source>with time-stamp</source>
        <translation>mit Zeitstempel</translation>
    </message>
    <message>
        <source>Handover statement, block A</source>
        <translation>Übergabeerklärung, Block A</translation>
    </message>
    <message>
        <source>Confirmation of receipt, block B</source>
        <translation>Empfangsbestätigung, Block B</translation>
    </message>
    <message>
        <source>AES-256, opens with a passphrase</source>
        <translation>AES-256, öffnet sich mit einer Passphrase</translation>
    </message>
    <message>
        <source>I confirm that I have received what is ticked here.</source>
        <translation>Ich bestätige den Empfang dessen, was hier angekreuzt ist.</translation>
    </message>
    <message>
        <source>I confirm for %1 that I have received what is ticked here.</source>
        <translation>Ich bestätige für %1 den Empfang dessen, was hier angekreuzt ist.</translation>
    </message>
    <message>
        <source>Decisions made</source>
        <translation>Getroffene Entscheidungen</translation>
    </message>
    <message>
        <source>No mailbox was looked through.</source>
        <translation>Es wurde kein Postfach durchgesehen.</translation>
    </message>
    <message>
        <source>Private messages that could not be copied: %1.</source>
        <translation>Private Nachrichten, die sich nicht kopieren ließen: %1.</translation>
    </message>
    <message>
        <source>A password change was interrupted; whether the password was changed is not known.</source>
        <translation>Eine Kennwortänderung wurde unterbrochen; ob das Kennwort geändert wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The rules &quot;%1&quot;, version %2, apply; that they were read is not confirmed.</source>
        <translation>Es gilt die Regelung „%1“, Fassung %2; ihre Kenntnisnahme ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>Annex to block A</source>
        <translation>Anlage zu Block A</translation>
    </message>
    <message>
        <source>Account disabled</source>
        <translation>Konto gesperrt</translation>
    </message>
    <message>
        <source>Account enabled again</source>
        <translation>Konto wieder freigegeben</translation>
    </message>
    <message>
        <source>Account ends on %1</source>
        <translation>Konto endet am %1</translation>
    </message>
    <message>
        <source>End of the account lifted</source>
        <translation>Ende des Kontos aufgehoben</translation>
    </message>
    <message>
        <source>Left the group %1</source>
        <translation>Gruppe %1 verlassen</translation>
    </message>
    <message>
        <source>Back in the group %1</source>
        <translation>Wieder in der Gruppe %1</translation>
    </message>
    <message>
        <source>Account unlocked</source>
        <translation>Konto entsperrt</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Done in the company directory and read back</source>
        <translation>Im Firmenverzeichnis ausgeführt und zurückgelesen</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>could not be verified</source>
        <translation>ließ sich nicht prüfen</translation>
    </message>
    <message>
        <source>Disabled at the end of</source>
        <translation>Gesperrt zum Ende des</translation>
    </message>
    <message>
        <source>Deleted by IT, not before</source>
        <translation>Von der IT gelöscht, frühestens am</translation>
    </message>
    <message>
        <source>Files for IT</source>
        <translation>Dateien für die IT</translation>
    </message>
    <message>
        <source>What happens to the account has not been settled.</source>
        <translation>Es ist nicht geregelt, was aus dem Konto wird.</translation>
    </message>
    <message>
        <source>IT still has to carry out the account plan.</source>
        <translation>Die IT muss den Kontoplan noch ausführen.</translation>
    </message>
    <message>
        <source>Changes to the account that could not be verified: %1.</source>
        <translation>Änderungen am Konto, die sich nicht prüfen ließen: %1.</translation>
    </message>
    <message>
        <source>Must be changed at the next sign-in</source>
        <translation>Bei der nächsten Anmeldung zu ändern</translation>
    </message>
    <message>
        <source>yes, tested by Kerberos</source>
        <translation>ja, über Kerberos ausprobiert</translation>
    </message>
    <message>
        <source>Old password may still work elsewhere until</source>
        <translation>Altes Kennwort kann anderswo noch gelten bis</translation>
    </message>
    <message>
        <source>Password date before and after</source>
        <translation>Kennwortdatum vorher und nachher</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Reset in the company directory; nobody holds the new password</source>
        <translation>Im Firmenverzeichnis zurückgesetzt; niemand kennt das neue Kennwort</translation>
    </message>
    <message>
        <source>The old password may still work for some sign-ins until the time stated.</source>
        <translation>Das alte Kennwort kann bei manchen Anmeldungen bis zur genannten Zeit noch gelten.</translation>
    </message>
    <message>
        <source>It could not be verified that the password must be changed at the next sign-in.</source>
        <translation>Es ließ sich nicht prüfen, ob das Kennwort bei der nächsten Anmeldung zu ändern ist.</translation>
    </message>
    <message>
        <source>Other passwords and keys to be replaced</source>
        <translation>Weitere zu ersetzende Kennwörter und Schlüssel</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Other passwords and keys still to be replaced: %1.</source>
        <translation>Weitere Kennwörter und Schlüssel, die noch zu ersetzen sind: %1.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Business files handed over</source>
        <translation>Übergebene dienstliche Dateien</translation>
    </message>
    <message>
        <source>%1 (%2), copied, read back and compared</source>
        <translation>%1 (%2), kopiert, zurückgelesen und verglichen</translation>
    </message>
    <message>
        <source>SHA-256 of the list of files (manifest-sha256.txt)</source>
        <translation>SHA-256 der Dateiliste (manifest-sha256.txt)</translation>
    </message>
    <message>
        <source>Private files taken along</source>
        <translation>Mitgenommene private Dateien</translation>
    </message>
    <message>
        <source>Removed from the computer</source>
        <translation>Vom Rechner entfernt</translation>
    </message>
    <message>
        <source>No files were copied.</source>
        <translation>Es wurden keine Dateien kopiert.</translation>
    </message>
    <message>
        <source>Nothing was decided about the files.</source>
        <translation>Über die Dateien wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Files that could not be copied: %1.</source>
        <translation>Dateien, die nicht kopiert werden konnten: %1.</translation>
    </message>
    <message>
        <source>Private files left on the computer: %1.</source>
        <translation>Auf dem Rechner verbliebene private Dateien: %1.</translation>
    </message>
    <message>
        <source>Out-of-office reply</source>
        <translation>Abwesenheitsnotiz</translation>
    </message>
    <message>
        <source>None was set up</source>
        <translation>Es wurde keine eingerichtet</translation>
    </message>
    <message>
        <source>Installed on the mail server, read back and found active</source>
        <translation>Auf dem Mailserver eingerichtet, zurückgelesen und aktiv gefunden</translation>
    </message>
    <message>
        <source>Set up by the person leaving in the mail program; not checked</source>
        <translation>Von der ausscheidenden Person im Mailprogramm eingerichtet; nicht geprüft</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To and including</source>
        <translation>Bis einschließlich</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Nothing was decided about an out-of-office reply.</source>
        <translation>Über eine Abwesenheitsnotiz wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Mail forwards found on the mail server: %1.</source>
        <translation>Weiterleitungen, die auf dem Mailserver gefunden wurden: %1.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>YES, I agree.</source>
        <translation>JA, ich willige ein.</translation>
    </message>
    <message>
        <source>NO, I do not agree.</source>
        <translation>NEIN, ich willige nicht ein.</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>To this address</source>
        <translation>An diese Adresse</translation>
    </message>
    <message>
        <source>I withdraw, with effect for the future, my consent to:</source>
        <translation>Ich widerrufe mit Wirkung für die Zukunft meine Einwilligung zu:</translation>
    </message>
    <message>
        <source>No consent was given; there is nothing to withdraw.</source>
        <translation>Es wurde keine Einwilligung erteilt; es gibt nichts zu widerrufen.</translation>
    </message>
    <message>
        <source>This sheet may be used; a withdrawal counts in any other form as well.</source>
        <translation>Dieses Blatt kann verwendet werden; ein Widerruf gilt auch in jeder anderen Form.</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>How these answers are meant</source>
        <translation>Wie diese Antworten gemeint sind</translation>
    </message>
    <message>
        <source>Each answer stands by itself and was given freely. NO counts like YES and has no consequence.</source>
        <translation>Jede Antwort steht für sich und wurde freiwillig gegeben. NEIN gilt wie JA und hat keine Folgen.</translation>
    </message>
    <message>
        <source>Text and digest</source>
        <translation>Text und Prüfsumme</translation>
    </message>
    <message>
        <source>Version of the text</source>
        <translation>Fassung des Textes</translation>
    </message>
    <message>
        <source>Signature of the person leaving</source>
        <translation>Unterschrift der ausscheidenden Person</translation>
    </message>
    <message>
        <source>Revocation of %1</source>
        <translation>Widerruf von %1</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Signed by the person leaving alone; can be withdrawn at any time.</source>
        <translation>Von der ausscheidenden Person allein unterschrieben; jederzeit widerruflich.</translation>
    </message>
    <message>
        <source>Brief the successor</source>
        <translation>Nachfolge einweisen</translation>
    </message>
    <message>
        <source>Recurring task is due: %1</source>
        <translation>Wiederkehrende Aufgabe ist fällig: %1</translation>
    </message>
    <message>
        <source>Disable the account at the end of this day</source>
        <translation>Konto am Ende dieses Tages sperren</translation>
    </message>
    <message>
        <source>The out-of-office reply ends</source>
        <translation>Die Abwesenheitsnotiz endet</translation>
    </message>
    <message>
        <source>A consent ends: %1</source>
        <translation>Eine Einwilligung endet: %1</translation>
    </message>
    <message>
        <source>The account may be deleted; it cannot be switched on again after that</source>
        <translation>Das Konto kann gelöscht werden; danach lässt es sich nicht mehr einschalten</translation>
    </message>
    <message>
        <source>Retention of this receipt ends (%1)</source>
        <translation>Aufbewahrung dieses Protokolls endet (%1)</translation>
    </message>
    <message>
        <source>Retention of the business archive ends (%1)</source>
        <translation>Aufbewahrung des Übergabearchivs endet (%1)</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>%1, signed by the person leaving alone on %2</source>
        <translation>%1, von der ausscheidenden Person allein unterschrieben am %2</translation>
    </message>
    <message>
        <source>What was agreed to and what was not stands there and not here.</source>
        <translation>Worin eingewilligt wurde und worin nicht, steht dort und nicht hier.</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Arbeitsmittel</translation>
    </message>
    <message>
        <source>The person leaving has no company equipment.</source>
        <translation>Die ausscheidende Person hat keine Arbeitsmittel des Betriebs.</translation>
    </message>
    <message>
        <source>No. and item</source>
        <translation>Nr. und Gegenstand</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>stays with the person leaving</source>
        <translation>bleibt bei der ausscheidenden Person</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>good condition</source>
        <translation>guter Zustand</translation>
    </message>
    <message>
        <source>worn</source>
        <translation>gebraucht</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>locks removed</source>
        <translation>Sperren entfernt</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>inv. %1</source>
        <translation>Inv. %1</translation>
    </message>
    <message>
        <source>ser. %1</source>
        <translation>Ser. %1</translation>
    </message>
    <message>
        <source>photo in the annex</source>
        <translation>Foto in der Anlage</translation>
    </message>
    <message>
        <source>No. %1: %2 received</source>
        <translation>Nr. %1: %2 erhalten</translation>
    </message>
    <message>
        <source>What was returned of no. %1 to %2 received</source>
        <translation>Zurückgegebenes aus Nr. %1 bis %2 erhalten</translation>
    </message>
    <message>
        <source>Items whose return is not settled: %1.</source>
        <translation>Gegenstände, deren Verbleib nicht angegeben ist: %1.</translation>
    </message>
    <message>
        <source>Missing items: %1.</source>
        <translation>Fehlende Gegenstände: %1.</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Was folgt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Briefing of the successor</source>
        <translation>Einweisung der Nachfolge</translation>
    </message>
    <message>
        <source>took place on %1</source>
        <translation>fand statt am %1</translation>
    </message>
    <message>
        <source>planned for %1</source>
        <translation>geplant für den %1</translation>
    </message>
    <message>
        <source>none; documentation takes its place</source>
        <translation>keine; an ihre Stelle tritt die Dokumentation</translation>
    </message>
    <message>
        <source>Briefed by</source>
        <translation>Einweisung durch</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>Reminder of secrecy</source>
        <translation>Erinnerung an die Verschwiegenheit</translation>
    </message>
    <message>
        <source>read, text version %1</source>
        <translation>gelesen, Textfassung %1</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>Gemeinsamer Ordner</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Emergency role</source>
        <translation>Rolle im Notfall</translation>
    </message>
    <message>
        <source>Open promise</source>
        <translation>Offene Zusage</translation>
    </message>
    <message>
        <source>Task, next on %1</source>
        <translation>Aufgabe, nächstes Mal am %1</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht an</translation>
    </message>
    <message>
        <source>How the successor is briefed is not settled.</source>
        <translation>Wie die Nachfolge eingewiesen wird, ist nicht geklärt.</translation>
    </message>
    <message>
        <source>The briefing of the successor is still to come.</source>
        <translation>Die Einweisung der Nachfolge steht noch aus.</translation>
    </message>
    <message>
        <source>Tasks and duties nobody has taken over yet: %1.</source>
        <translation>Aufgaben und Zuständigkeiten, die noch niemand übernommen hat: %1.</translation>
    </message>
    <message>
        <source>The reminder of secrecy was not confirmed as read.</source>
        <translation>Die Erinnerung an die Verschwiegenheit ist nicht als gelesen bestätigt.</translation>
    </message>
    <message>
        <source>Sealed copy, opens with a certificate&apos;s key only</source>
        <translation>Versiegelte Kopie, öffnet sich nur mit dem Schlüssel eines Zertifikats</translation>
    </message>
    <message>
        <source>SHA-256 of the sealed copy</source>
        <translation>SHA-256 der versiegelten Kopie</translation>
    </message>
    <message>
        <source>Photo of no. %1: %2</source>
        <translation>Foto zu Nr. %1: %2</translation>
    </message>
    <message>
        <source>Successor&apos;s mailbox</source>
        <translation>Postfach der Nachfolge</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Darf lesen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>read back from the server&apos;s access list, %1</source>
        <translation>aus der Zugriffsliste des Servers zurückgelesen, %1</translation>
    </message>
    <message>
        <source>Folders not shared</source>
        <translation>Nicht freigegebene Ordner</translation>
    </message>
    <message>
        <source>Copied to</source>
        <translation>Kopiert nach</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>each message read back and compared, %1</source>
        <translation>jede Nachricht zurückgelesen und verglichen, %1</translation>
    </message>
    <message>
        <source>What the successor was to get on the mail server has not been provided.</source>
        <translation>Was die Nachfolge auf dem Mailserver erhalten sollte, wurde nicht getan.</translation>
    </message>
    <message>
        <source>Business messages that did not reach the successor: %1.</source>
        <translation>Dienstliche Nachrichten, die nicht bei der Nachfolge ankamen: %1.</translation>
    </message>
    <message>
        <source>Folders that could not be shared with the successor: %1.</source>
        <translation>Ordner, die der Nachfolge nicht freigegeben werden konnten: %1.</translation>
    </message>
    <message>
        <source>Witness to block A</source>
        <translation>Bezeugung zu Block A</translation>
    </message>
    <message>
        <source>Refusal to confirm, block B</source>
        <translation>Verweigerung der Bestätigung, Block B</translation>
    </message>
    <message>
        <source>Witness to block B</source>
        <translation>Bezeugung zu Block B</translation>
    </message>
    <message>
        <source>%1 was not present and has not made this statement. %2 witnesses only what was found.</source>
        <translation>%1 war nicht anwesend und hat diese Erklärung nicht abgegeben. %2 bezeugt nur den vorgefundenen Stand.</translation>
    </message>
    <message>
        <source>%1 refuses to confirm the receipt. The statement in block A is unaffected.</source>
        <translation>%1 verweigert die Bestätigung des Empfangs. Die Erklärung in Block A bleibt davon unberührt.</translation>
    </message>
    <message>
        <source>%1 refused to confirm the receipt and to sign. %2 witnesses this refusal, not what was handed over.</source>
        <translation>%1 hat die Bestätigung des Empfangs und die Unterschrift verweigert. %2 bezeugt diese Verweigerung, nicht das Übergebene.</translation>
    </message>
    <message>
        <source>%1 was not present. %2 witnesses the absence, not what was handed over.</source>
        <translation>%1 war nicht anwesend. %2 bezeugt die Abwesenheit, nicht das Übergebene.</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Zeugin oder Zeuge</translation>
    </message>
    <message>
        <source>Reason given:</source>
        <translation>Angegebener Grund:</translation>
    </message>
    <message>
        <source>Text copy to read. What was signed is the PDF file with the SHA-256 %1</source>
        <translation>Textfassung zum Lesen. Unterschrieben ist die PDF-Datei mit der SHA-256 %1</translation>
    </message>
    <message>
        <source>Sample of the separated mail</source>
        <translation>Stichprobe aus den getrennten E-Mails</translation>
    </message>
    <message>
        <source>Business messages looked at again, drawn at random</source>
        <translation>Zufällig gezogene dienstliche Nachrichten, noch einmal angesehen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Private ones among them</source>
        <translation>Private darunter</translation>
    </message>
    <message>
        <source>Private messages that may still be among the business ones (95 % certain)</source>
        <translation>Private Nachrichten, die noch unter den dienstlichen sein können (95 % Sicherheit)</translation>
    </message>
    <message>
        <source>no more than %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Private messages looked at again, drawn at random</source>
        <translation>Zufällig gezogene private Nachrichten, noch einmal angesehen</translation>
    </message>
    <message>
        <source>Business ones among them</source>
        <translation>Dienstliche darunter</translation>
    </message>
    <message>
        <source>Business messages that may still be among the private ones (95 % certain)</source>
        <translation>Dienstliche Nachrichten, die noch unter den privaten sein können (95 % Sicherheit)</translation>
    </message>
    <message>
        <source>Business messages that contain private lines</source>
        <translation>Dienstliche Nachrichten, die private Zeilen enthalten</translation>
    </message>
    <message>
        <source>The leaver looked at the samples. The bounds are exact (Clopper and Pearson).</source>
        <translation>Die ausscheidende Person hat die Stichproben angesehen. Die Obergrenzen sind exakt (Clopper und Pearson).</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>Declaration of %1 on leaving, apart from the handover receipt</source>
        <translation>Erklärung von %1 zum Ausscheiden, getrennt vom Übergabeprotokoll</translation>
    </message>
    <message>
        <source>%1 · handover %2 · sealed letter %3</source>
        <translation>%1 · Übergabe %2 · versiegelter Brief %3</translation>
    </message>
    <message>
        <source>Personal. To be opened by the addressee only.</source>
        <translation>Persönlich. Nur von der genannten Person zu öffnen.</translation>
    </message>
    <message>
        <source>Sealed handover password of %1, printed on %2</source>
        <translation>Versiegeltes Übergabekennwort von %1, gedruckt am %2</translation>
    </message>
    <message>
        <source>1. Fold the lower third up along the lower line, over the password.</source>
        <translation>1. Das untere Drittel an der unteren Linie nach oben falten, über das Kennwort.</translation>
    </message>
    <message>
        <source>2. Fold the upper third back along the upper line, so that the address is outside.</source>
        <translation>2. Das obere Drittel an der oberen Linie nach hinten falten, sodass der Name außen steht.</translation>
    </message>
    <message>
        <source>3. Staple or glue the open edges, and sign across them.</source>
        <translation>3. Die offenen Kanten heften oder kleben und darüber unterschreiben.</translation>
    </message>
    <message>
        <source>fold here</source>
        <translation>hier falten</translation>
    </message>
    <message>
        <source>Handover password (upper and lower case, digits and signs count):</source>
        <translation>Übergabekennwort (Groß- und Kleinschreibung, Ziffern und Zeichen zählen):</translation>
    </message>
    <message>
        <source>If an edge was open when you received this letter, have IT set a new password. After use have IT set one as well, and destroy this page.</source>
        <translation>War eine Kante offen, als Sie den Brief bekamen, lassen Sie die IT ein neues Kennwort setzen. Nach Gebrauch ebenso; vernichten Sie dann dieses Blatt.</translation>
    </message>
    <message>
        <source>Drawn at random</source>
        <translation>Zufällig gezogen</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>Sealed in</source>
        <translation>Versiegelt in</translation>
    </message>
    <message>
        <source>a printed letter, number %1</source>
        <translation>einem gedruckten Brief, Nummer %1</translation>
    </message>
    <message>
        <source>Sealed letter %1 with the handover password received</source>
        <translation>Versiegelten Brief %1 mit dem Übergabekennwort erhalten</translation>
    </message>
    <message>
        <source>%1; seal opened before signing</source>
        <translation>%1; Siegel vor der Unterschrift geöffnet</translation>
    </message>
    <message>
        <source>%1 sent one by one and taken by the mail server</source>
        <translation>%1 einzeln gesendet und vom Mailserver angenommen</translation>
    </message>
    <message>
        <source>%1 prepared for the person leaving to send</source>
        <translation>%1 zum Senden durch die ausscheidende Person vorbereitet</translation>
    </message>
    <message>
        <source>%1 refused by the mail server</source>
        <translation>%1 vom Mailserver abgelehnt</translation>
    </message>
    <message>
        <source>%1 handed in, arrival not known</source>
        <translation>%1 übergeben, Ankunft nicht bekannt</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Farewells to private correspondents</source>
        <translation>Abschied an private Kontakte</translation>
    </message>
    <message>
        <source>Notices to business contacts</source>
        <translation>Hinweise an dienstliche Kontakte</translation>
    </message>
    <message>
        <source>List of business contacts</source>
        <translation>Liste der dienstlichen Kontakte</translation>
    </message>
    <message>
        <source>%1 contacts: %2, %3</source>
        <translation>%1 Kontakte: %2, %3</translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <translation>SHA-256 von %1</translation>
    </message>
    <message>
        <source>List of business contacts received</source>
        <translation>Liste der dienstlichen Kontakte erhalten</translation>
    </message>
    <message>
        <source>Whether the contacts are told has not been decided.</source>
        <translation>Über die Benachrichtigung der Kontakte wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Letters to contacts that the mail server refused: %1.</source>
        <translation>Nachrichten an Kontakte, die der Mailserver abgelehnt hat: %1.</translation>
    </message>
    <message>
        <source>Letters to contacts that may not have arrived: %1.</source>
        <translation>Nachrichten an Kontakte, deren Ankunft nicht bekannt ist: %1.</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>Übergeben von</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Locked with a passphrase (AES-256)</source>
        <translation>Mit Passphrase verschlossen (AES-256)</translation>
    </message>
    <message>
        <source>Not encrypted: keep it under lock and key</source>
        <translation>Nicht verschlüsselt: unter Verschluss halten</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>How to open the archive</source>
        <translation>So öffnen Sie das Archiv</translation>
    </message>
    <message>
        <source>You need 7-Zip (free, 7-zip.org) or another program that opens ZIP files with AES-256. Windows Explorer alone cannot.</source>
        <translation>Sie brauchen 7-Zip (kostenlos, 7-zip.org) oder ein anderes Programm, das ZIP-Dateien mit AES-256 öffnet. Der Windows-Explorer allein kann es nicht.</translation>
    </message>
    <message>
        <source>Open “%1” and enter the passphrase. It does not stand here; you receive it apart from the medium. Inside is a single file, “%2”.</source>
        <translation>Öffnen Sie „%1“ und geben Sie die Passphrase ein. Sie steht nicht hier; Sie bekommen sie getrennt vom Datenträger. Darin liegt eine einzige Datei, „%2“.</translation>
    </message>
    <message>
        <source>Unpack this file and open “index.html” in the unpacked folder with a browser. No internet connection is needed.</source>
        <translation>Entpacken Sie diese Datei und öffnen Sie „index.html“ im entpackten Ordner mit einem Browser. Eine Internetverbindung ist nicht nötig.</translation>
    </message>
    <message>
        <source>If it is on a disc, insert it. If you have the file “%1”, open it by a double click: Windows, macOS and Linux show it like a disc. 7-Zip opens it too.</source>
        <translation>Liegt es auf einer Disc, legen Sie sie ein. Haben Sie die Datei „%1“, öffnen Sie sie durch Doppelklick: Windows, macOS und Linux zeigen sie wie eine Disc. Auch 7-Zip öffnet sie.</translation>
    </message>
    <message>
        <source>Open “index.html” in the one folder on it with a browser. No internet connection is needed.</source>
        <translation>Öffnen Sie „index.html“ in dem einen Ordner darauf mit einem Browser. Eine Internetverbindung ist nicht nötig.</translation>
    </message>
    <message>
        <source>Open “index.html” in the folder “%1” with a browser. No internet connection is needed.</source>
        <translation>Öffnen Sie „index.html“ im Ordner „%1“ mit einem Browser. Eine Internetverbindung ist nicht nötig.</translation>
    </message>
    <message>
        <source>What is inside</source>
        <translation>Was darin ist</translation>
    </message>
    <message>
        <source>Business messages: %1. Each is one .eml file in the folders of the mailbox, below “data”. index.html is a list to read, index.csv one for spreadsheets.</source>
        <translation>Dienstliche Nachrichten: %1. Jede ist eine .eml-Datei in den Ordnern des Postfachs, unter „data“. index.html ist eine Liste zum Lesen, index.csv eine für Tabellenprogramme.</translation>
    </message>
    <message>
        <source>Messages that could not be read and are missing: %1.</source>
        <translation>Nachrichten, die nicht lesbar waren und fehlen: %1.</translation>
    </message>
    <message>
        <source>How to check it</source>
        <translation>So prüfen Sie es</translation>
    </message>
    <message>
        <source>With Staffelstab: “Verify and print” with the receipt. Without it, put this line into a file beside the archive and run “sha256sum -c” on it; in the unpacked folder, “sha256sum -c manifest-sha256.txt” checks each file.</source>
        <translation>Mit Staffelstab: „Prüfen und drucken“ mit dem Protokoll. Ohne: Schreiben Sie diese Zeile in eine Datei neben dem Archiv und rufen Sie „sha256sum -c“ mit ihr auf; im entpackten Ordner prüft „sha256sum -c manifest-sha256.txt“ jede Datei.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>This is a copy for the handover. It does not replace the archive that tax law demands (GoBD).</source>
        <translation>Dies ist eine Kopie zur Übergabe. Sie ersetzt nicht das Archiv, das das Steuerrecht verlangt (GoBD).</translation>
    </message>
    <message>
        <source>The working password is the sealed one followed by -1; it has to be replaced.</source>
        <translation>Es gilt das versiegelte Kennwort mit -1 dahinter; es muss ersetzt werden.</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>The company has put no rules on file.</source>
        <translation>Es ist keine betriebliche Regelung hinterlegt.</translation>
    </message>
    <message>
        <source>The built-in text, version %1, was shown and confirmed as read.</source>
        <translation>Der eingebaute Text, Fassung %1, wurde angezeigt und als gelesen bestätigt.</translation>
    </message>
    <message>
        <source>The built-in text, version %1, applies; that it was read is not confirmed.</source>
        <translation>Der eingebaute Text, Fassung %1, gilt; dass er gelesen wurde, ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>change files</source>
        <translation>Änderungsdateien</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Left to IT; no files were written</source>
        <translation>Der IT überlassen; es wurden keine Dateien geschrieben</translation>
    </message>
    <message>
        <source>Written for IT: %1</source>
        <translation>Für die IT geschrieben: %1</translation>
    </message>
    <message>
        <source>sent one by one and taken by the mail server</source>
        <translation>einzeln verschickt und vom Mailserver angenommen</translation>
    </message>
    <message>
        <source>prepared for the person leaving to send</source>
        <translation>zum Verschicken durch die ausscheidende Person vorbereitet</translation>
    </message>
    <message>
        <source>some not delivered or not known to have arrived</source>
        <translation>teils nicht zugestellt, oder die Ankunft ist nicht bekannt</translation>
    </message>
    <message>
        <source>locks not stated as removed: %1</source>
        <translation>Sperren, nicht als entfernt angegeben: %1</translation>
    </message>
    <message>
        <source>Items with locks not stated as removed: %1.</source>
        <translation>Dinge mit nicht als entfernt angegebenen Sperren: %1.</translation>
    </message>
    <message>
        <source>Business files received</source>
        <translation>Dienstliche Dateien erhalten</translation>
    </message>
    <message>
        <source>took place, day open</source>
        <translation>hat stattgefunden, Tag offen</translation>
    </message>
    <message>
        <source>planned, day open</source>
        <translation>ist geplant, Tag offen</translation>
    </message>
    <message>
        <source>The day of the successor&apos;s briefing is open.</source>
        <translation>Der Tag, an dem die Nachfolge eingewiesen wird, ist offen.</translation>
    </message>
    <message>
        <source>Text:</source>
        <translation>Text:</translation>
    </message>
    <message>
        <source>Undecided files, which stay on the computer: %1.</source>
        <translation>Dateien, über die nicht entschieden wurde; sie bleiben auf dem Rechner: %1.</translation>
    </message>
    <message>
        <source>Archives with mail that was decided differently later, not removed: %1.</source>
        <translation>Nicht gelöschte Archive mit Nachrichten, die später anders zugeordnet wurden: %1.</translation>
    </message>
    <message>
        <source>Archives with mail that was decided differently later, gone according to the leaver, not proved: %1.</source>
        <translation>Archive mit inzwischen anders entschiedenen Nachrichten, nach Angabe der ausscheidenden Person nicht mehr vorhanden, nicht nachgewiesen: %1.</translation>
    </message>
    <message>
        <source>Annex %1</source>
        <translation>Anlage %1</translation>
    </message>
    <message>
        <source>These are the first of %1 open points; all of them stand in %2.</source>
        <translation>Das sind die ersten von %1 offenen Punkten; alle stehen in %2.</translation>
    </message>
    <message>
        <source>It stands in full in %1.</source>
        <translation>Er steht im vollen Wortlaut in %1.</translation>
    </message>
    <message>
        <source>Explanations, text version, digest</source>
        <translation>Erläuterungen, Textfassung, Prüfsumme</translation>
    </message>
    <message>
        <source>Simple signature</source>
        <translation>Einfache Signatur</translation>
    </message>
    <message>
        <source>Made with a key for this occasion, or with a certificate nobody else vouches for: it shows any later change but does not prove who signed.</source>
        <translation>Mit einem eigens erzeugten Schlüssel oder einem Zertifikat, für das kein Dritter einsteht: Sie macht jede spätere Änderung erkennbar, beweist aber nicht, wer unterschrieben hat.</translation>
    </message>
    <message>
        <source>Advanced signature</source>
        <translation>Fortgeschrittene Signatur</translation>
    </message>
    <message>
        <source>Made with the signer&apos;s own certificate, issued by a certification authority.</source>
        <translation>Mit dem eigenen Zertifikat der unterschreibenden Person, ausgestellt von einer Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>Qualified signature</source>
        <translation>Qualifizierte Signatur</translation>
    </message>
    <message>
        <source>Made with a qualified certificate: it alone equals the written form; a signature drawn on a screen does not.</source>
        <translation>Mit einem qualifizierten Zertifikat: Nur sie steht der Schriftform gleich; eine am Bildschirm gezeichnete Unterschrift tut das nicht.</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Auf Papier</translation>
    </message>
    <message>
        <source>The lines for signing by hand serve where the written form is wanted.</source>
        <translation>Die Zeilen für die Unterschrift von Hand dienen der Schriftform, wo sie gewünscht ist.</translation>
    </message>
    <message>
        <source>Text version</source>
        <translation>Textfassung</translation>
    </message>
    <message>
        <source>SHA-256 of the record</source>
        <translation>SHA-256 des Datensatzes</translation>
    </message>
    <message>
        <source>Annexes 1 to %1 behind the signatures belong to block A.</source>
        <translation>Die Anlagen 1 bis %1 hinter den Unterschriften gehören zu Block A.</translation>
    </message>
    <message>
        <source>Annexes to block A</source>
        <translation>Anlagen zu Block A</translation>
    </message>
    <message>
        <source>changes made: %1</source>
        <translation>ausgeführte Änderungen: %1</translation>
    </message>
    <message>
        <source>not verified: %1</source>
        <translation>nicht nachgeprüft: %1</translation>
    </message>
    <message>
        <source>disabled at the end of %1</source>
        <translation>gesperrt zum Ende des %1</translation>
    </message>
    <message>
        <source>deleted by IT on %1 at the earliest</source>
        <translation>von der IT frühestens am %1 gelöscht</translation>
    </message>
    <message>
        <source>left to IT</source>
        <translation>der IT überlassen</translation>
    </message>
    <message>
        <source>encrypted with AES-256</source>
        <translation>mit AES-256 verschlüsselt</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>; left out %1</source>
        <translation>; ausgelassen %1</translation>
    </message>
    <message>
        <source>; medium %1</source>
        <translation>; Datenträger %1</translation>
    </message>
    <message>
        <source>; also as a sealed copy</source>
        <translation>; auch als versiegelte Kopie</translation>
    </message>
    <message>
        <source>a document of its own, signed by the person leaving alone on %1</source>
        <translation>eigenes Dokument, von der ausscheidenden Person allein unterschrieben am %1</translation>
    </message>
    <message>
        <source>notices to business contacts: %1</source>
        <translation>Hinweise an dienstliche Kontakte: %1</translation>
    </message>
    <message>
        <source>nobody was written to</source>
        <translation>niemand wurde angeschrieben</translation>
    </message>
    <message>
        <source>returned: %1</source>
        <translation>zurückgegeben: %1</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>fehlt: %1</translation>
    </message>
    <message>
        <source>stays with the person leaving: %1</source>
        <translation>bleibt bei der ausscheidenden Person: %1</translation>
    </message>
    <message>
        <source>open: %1</source>
        <translation>offen: %1</translation>
    </message>
    <message>
        <source>none copied</source>
        <translation>keine kopiert</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>keine Termine</translation>
    </message>
    <message>
        <source>dates: %1, the first on %2</source>
        <translation>Termine: %1, der erste am %2</translation>
    </message>
    <message>
        <source>successor briefed on %1</source>
        <translation>Nachfolge eingewiesen am %1</translation>
    </message>
    <message>
        <source>successor briefed, day open</source>
        <translation>Nachfolge eingewiesen, Tag offen</translation>
    </message>
    <message>
        <source>briefing of the successor planned for %1</source>
        <translation>Einweisung der Nachfolge geplant für den %1</translation>
    </message>
    <message>
        <source>briefing of the successor planned, day open</source>
        <translation>Einweisung der Nachfolge geplant, Tag offen</translation>
    </message>
    <message>
        <source>documentation instead of a briefing</source>
        <translation>Dokumentation statt einer Einweisung</translation>
    </message>
    <message>
        <source>tasks and duties listed: %1</source>
        <translation>aufgelistete Aufgaben und Pflichten: %1</translation>
    </message>
    <message>
        <source>reminder of secrecy read</source>
        <translation>Erinnerung an die Verschwiegenheit gelesen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>private %1, business %2, protected %3, undecided %4</source>
        <translation>privat %1, dienstlich %2, geschützt %3, unentschieden %4</translation>
    </message>
    <message>
        <source>; unreadable %1</source>
        <translation>; nicht lesbar %1</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 bis %2, %3</translation>
    </message>
    <message>
        <source>active on the mail server, read back</source>
        <translation>auf dem Mailserver aktiv, zurückgelesen</translation>
    </message>
    <message>
        <source>set up by the person leaving, not checked</source>
        <translation>von der ausscheidenden Person eingerichtet, nicht geprüft</translation>
    </message>
    <message>
        <source>to be reset by IT</source>
        <translation>wird von der IT zurückgesetzt</translation>
    </message>
    <message>
        <source>to be reset by %1</source>
        <translation>wird zurückgesetzt von: %1</translation>
    </message>
    <message>
        <source>agreed for %1</source>
        <translation>vereinbart für den %1</translation>
    </message>
    <message>
        <source>the person leaving hands over no password</source>
        <translation>es wird kein Kennwort übergeben</translation>
    </message>
    <message>
        <source>not changed</source>
        <translation>nicht geändert</translation>
    </message>
    <message>
        <source>reset, nobody holds it</source>
        <translation>zurückgesetzt, niemand kennt es</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>reset on %1, nobody holds it</source>
        <translation>zurückgesetzt am %1, niemand kennt es</translation>
    </message>
    <message>
        <source>changed on %1</source>
        <translation>geändert am %1</translation>
    </message>
    <message>
        <source>old password refused: %1</source>
        <translation>altes Kennwort abgewiesen: %1</translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation>nicht versiegelt</translation>
    </message>
    <message>
        <source>sealed in letter %1</source>
        <translation>versiegelt im Brief %1</translation>
    </message>
    <message>
        <source>sealed under a one-time code</source>
        <translation>versiegelt mit einem Einmal-Code</translation>
    </message>
    <message>
        <source>sealed for the supervisor&apos;s certificate</source>
        <translation>versiegelt für das Zertifikat der Führungskraft</translation>
    </message>
    <message>
        <source>listed: %1, replaced already: %2</source>
        <translation>aufgelistet: %1, davon schon ersetzt: %2</translation>
    </message>
    <message>
        <source>no more than %1 private ones among the business messages</source>
        <translation>höchstens %1 private unter den dienstlichen Nachrichten</translation>
    </message>
    <message>
        <source>no more than %1 business ones among the private messages</source>
        <translation>höchstens %1 dienstliche unter den privaten Nachrichten</translation>
    </message>
    <message>
        <source>%1 (95 % certain)</source>
        <translation>%1 (zu 95 % sicher)</translation>
    </message>
    <message>
        <source>business messages with private lines: %1</source>
        <translation>dienstliche Nachrichten mit privaten Zeilen: %1</translation>
    </message>
    <message>
        <source>left in the mailbox: %1</source>
        <translation>im Postfach gelassen: %1</translation>
    </message>
    <message>
        <source>removed without a copy</source>
        <translation>ohne Kopie gelöscht</translation>
    </message>
    <message>
        <source>%1 taken along in an encrypted copy, read back and compared</source>
        <translation>%1 in einer verschlüsselten Kopie mitgenommen, zurückgelesen und verglichen</translation>
    </message>
    <message>
        <source>%1 taken along in a copy, read back and compared</source>
        <translation>%1 in einer Kopie mitgenommen, zurückgelesen und verglichen</translation>
    </message>
    <message>
        <source>%1; removed from the mailbox %2, still there %3</source>
        <translation>%1; aus dem Postfach entfernt %2, noch darin %3</translation>
    </message>
    <message>
        <source>; backups of the mail server may still hold them</source>
        <translation>; Sicherungen des Mailservers können sie noch enthalten</translation>
    </message>
    <message>
        <source>farewells to private correspondents</source>
        <translation>Abschiedsschreiben an private Kontakte</translation>
    </message>
    <message>
        <source>THIS FILE WAS ALTERED. What follows may not be what was signed; do not rely on it.</source>
        <translation>DIESE DATEI WURDE VERÄNDERT. Was folgt, ist vielleicht nicht das Unterschriebene; verlassen Sie sich nicht darauf.</translation>
    </message>
    <message>
        <source>Handover %1</source>
        <translation>Übergabe %1</translation>
    </message>
    <message>
        <source>Handover %2 of %1</source>
        <translation>Übergabe %2 von %1</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>%1: messages %2, %3, %4</source>
        <translation>%1: Nachrichten %2, %3, %4</translation>
    </message>
    <message>
        <source>business contacts on the list handed over: %1</source>
        <translation>dienstliche Kontakte auf der übergebenen Liste: %1</translation>
    </message>
    <message>
        <source>business files handed over: %1 (%2)</source>
        <translation>dienstliche Dateien übergeben: %1 (%2)</translation>
    </message>
    <message>
        <source>private files taken along: %1 (%2), removed from the computer: %3</source>
        <translation>private Dateien mitgenommen: %1 (%2), vom Computer entfernt: %3</translation>
    </message>
    <message>
        <source>%1 may read folders: %2, read back from the server</source>
        <translation>%1 darf Ordner lesen: %2, vom Server zurückgelesen</translation>
    </message>
    <message>
        <source>messages copied to %2: %1, read back and compared</source>
        <translation>Nachrichten nach %2 kopiert: %1, zurückgelesen und verglichen</translation>
    </message>
    <message>
        <source>Where the documentation lies that takes the briefing&apos;s place is open.</source>
        <translation>Wo die Dokumentation liegt, die die Einweisung ersetzt, ist offen.</translation>
    </message>
    <message>
        <source>PENDING. This receipt counts only with both signatures.</source>
        <translation>GEGENZEICHNUNG FEHLT. Dieses Protokoll gilt nur mit beiden Unterschriften.</translation>
    </message>
    <message>
        <source>A newer version of the program made this receipt. What follows may leave out some of it or say it in other words; the PDF is what was signed.</source>
        <translation>Dieses Protokoll hat eine neuere Fassung des Programms erstellt. Was folgt, kann manches auslassen oder in anderen Worten sagen; unterschrieben wurde das PDF.</translation>
    </message>
    <message>
        <source>Annex 1 behind the signatures belongs to block A.</source>
        <translation>Die Anlage 1 hinter den Unterschriften gehört zu Block A.</translation>
    </message>
    <message>
        <source>To be removed without a copy</source>
        <translation>Ohne Kopie zu löschen</translation>
    </message>
    <message>
        <source>to be removed without a copy</source>
        <translation>ohne Kopie zu löschen</translation>
    </message>
    <message>
        <source>Protected (works council, company doctor and the like, or called so by the person leaving)</source>
        <translation>Geschützt (Betriebsrat, Betriebsarzt und Ähnliches oder von der ausscheidenden Person so bestimmt)</translation>
    </message>
    <message>
        <source>Mailboxes or folders that could not be read whole, so that messages may be missing here: %1.</source>
        <translation>Postfächer oder Ordner, die sich nicht vollständig lesen ließen, sodass hier Nachrichten fehlen können: %1.</translation>
    </message>
    <message>
        <source>in several runs; messages from an earlier run, compared with its checksums: %1</source>
        <translation>in mehreren Läufen; Nachrichten aus einem früheren Lauf, mit dessen Prüfsummen verglichen: %1</translation>
    </message>
    <message>
        <source>in several runs; messages from an earlier run, compared with its checksums: %1; what came behind them was no longer as it had been written, and was written again</source>
        <translation>in mehreren Läufen; Nachrichten aus einem früheren Lauf, mit dessen Prüfsummen verglichen: %1; was dahinter lag, war nicht mehr, wie es geschrieben worden war, und wurde neu geschrieben</translation>
    </message>
    <message>
        <source>anew; what an earlier run had left on the medium was no longer as it had been written</source>
        <translation>von Neuem; was ein früherer Lauf auf dem Datenträger hinterlassen hatte, war nicht mehr, wie es geschrieben worden war</translation>
    </message>
    <message>
        <source>anew; messages, decisions or the program had changed since an earlier run</source>
        <translation>von Neuem; Nachrichten, Entscheidungen oder das Programm hatten sich seit einem früheren Lauf geändert</translation>
    </message>
    <message>
        <source>How it was written</source>
        <translation>Wie es entstand</translation>
    </message>
</context>
</TS>
