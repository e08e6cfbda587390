<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>staffelstab::wizard_pages::AccountPlanForm</name>
    <message>
        <source>Disabled at the end of</source>
        <translation>Gesperrt zum Ende des</translation>
    </message>
    <message>
        <source>Deleted by IT, not before</source>
        <translation>Von der IT gelöscht, frühestens am</translation>
    </message>
    <message>
        <source>Groups to leave</source>
        <translation>Gruppen, die verlassen werden</translation>
    </message>
    <message>
        <source>Folder for IT&apos;s files</source>
        <translation>Ordner für die Dateien der IT</translation>
    </message>
    <message>
        <source>Please enter the day on which the account is disabled.</source>
        <translation>Bitte geben Sie den Tag an, an dem das Konto gesperrt wird.</translation>
    </message>
    <message>
        <source>The account must be deleted after the day on which it is disabled.</source>
        <translation>Das Konto darf erst nach dem Tag gelöscht werden, an dem es gesperrt wird.</translation>
    </message>
    <message>
        <source>Please choose a folder for IT&apos;s files.</source>
        <translation>Bitte wählen Sie einen Ordner für die Dateien der IT.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::AccountPlanPage</name>
    <message>
        <source>The deletion is only planned: this program never does it, and until then the account can be brought back.</source>
        <translation>Das Löschen wird nur geplant: Dieses Programm löscht kein Konto, und bis dahin lässt es sich zurückholen.</translation>
    </message>
    <message>
        <source>Carry it out here</source>
        <translation>Hier ausführen</translation>
    </message>
    <message>
        <source>Somebody with the necessary rights signs in. Each change is read back, and the files for IT are written as well.</source>
        <translation>Eine berechtigte Person meldet sich an. Jede Änderung wird zurückgelesen; die Dateien für die IT entstehen ebenfalls.</translation>
    </message>
    <message>
        <source>Write it down for IT</source>
        <translation>Für die IT aufschreiben</translation>
    </message>
    <message>
        <source>A calendar with reminders and a text; with one sign-in of yours the change files for the directory as well.</source>
        <translation>Ein Kalender mit Erinnerungen und ein Text; wenn Sie sich einmal anmelden, auch die Änderungsdateien für das Verzeichnis.</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>The receipt will name it as an open point.</source>
        <translation>Das Übergabeprotokoll nennt es als offenen Punkt.</translation>
    </message>
    <message>
        <source>Disable it and end the group memberships now, not on the date</source>
        <translation>Jetzt sperren und die Gruppen verlassen, nicht erst zum genannten Datum</translation>
    </message>
    <message>
        <source>Unlock it first, if it is locked</source>
        <translation>Vorher entsperren, falls es gesperrt ist</translation>
    </message>
    <message>
        <source>Write the change files too; sign in once</source>
        <translation>Auch die Änderungsdateien schreiben; einmal anmelden</translation>
    </message>
    <message>
        <source>Other passwords and keys you know</source>
        <translation>Weitere Kennwörter und Schlüssel, die Sie kennen</translation>
    </message>
    <message>
        <source>Shared accounts, Wi-Fi, second factors, keys: whoever stays replaces them. Only names belong here, never the password itself.</source>
        <translation>Gemeinsame Konten, WLAN, zweite Faktoren, Schlüssel: Wer bleibt, ersetzt sie. Hierher gehören nur Namen, nie das Kennwort selbst.</translation>
    </message>
    <message>
        <source>Your account is settled</source>
        <translation>Ihr Konto ist geregelt</translation>
    </message>
    <message>
        <source>What happens to your account?</source>
        <translation>Was wird aus Ihrem Konto?</translation>
    </message>
    <message>
        <source>The account is disabled after your last day, deleted months later, and can come back until then.</source>
        <translation>Das Konto wird nach Ihrem letzten Tag gesperrt, Monate später gelöscht und kann bis dahin zurückkommen.</translation>
    </message>
    <message>
        <source>An account that nobody closes can be misused in your name. A date and a name for each step protect you and the company. After the deletion most of the entry is gone, so a copy of it is kept.</source>
        <translation>Ein Konto, das niemand schließt, kann in Ihrem Namen missbraucht werden. Ein Datum für jeden Schritt schützt Sie und den Betrieb. Nach dem Löschen ist der Eintrag größtenteils weg; darum wird eine Abschrift aufbewahrt.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Carry out the plan</source>
        <translation>Plan ausführen</translation>
    </message>
    <message>
        <source>Write the plan for IT</source>
        <translation>Plan für die IT schreiben</translation>
    </message>
    <message>
        <source>Files for IT: %1</source>
        <translation>Dateien für die IT: %1</translation>
    </message>
    <message>
        <source>If you cancel, what was changed so far stays; the plan can be carried out again without harm.</source>
        <translation>Wenn Sie abbrechen, bleibt das bisher Geänderte; der Plan lässt sich ohne Schaden noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The account is disabled after your last day and deleted months later.</source>
        <translation>Das Konto wird nach Ihrem letzten Tag gesperrt und Monate später gelöscht.</translation>
    </message>
    <message>
        <source>Please fill in the sign-in.</source>
        <translation>Bitte füllen Sie die Anmeldung aus.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::AccountPlanText</name>
    <message>
        <source>Account plan for %1</source>
        <translation>Kontoplan für %1</translation>
    </message>
    <message>
        <source>Handover %1</source>
        <translation>Übergabe %1</translation>
    </message>
    <message>
        <source>1. Disable the account at the end of %1.</source>
        <translation>1. Das Konto zum Ende des %1 sperren.</translation>
    </message>
    <message>
        <source>1. Disable the account.</source>
        <translation>1. Das Konto sperren.</translation>
    </message>
    <message>
        <source>2. No group memberships are to be ended.</source>
        <translation>2. Es sind keine Gruppen zu verlassen.</translation>
    </message>
    <message>
        <source>2. End these group memberships: %1.</source>
        <translation>2. Aus diesen Gruppen entfernen: %1.</translation>
    </message>
    <message>
        <source>3. Delete it not before %1. Until then it can be brought back.</source>
        <translation>3. Frühestens am %1 löschen. Bis dahin lässt es sich zurückholen.</translation>
    </message>
    <message>
        <source>3. When it is deleted has not been decided.</source>
        <translation>3. Wann es gelöscht wird, ist nicht entschieden.</translation>
    </message>
    <message>
        <source>account-end ends it, account-return takes that back, account-delete deletes it for good.</source>
        <translation>account-end beendet es, account-return macht das rückgängig, account-delete löscht es endgültig.</translation>
    </message>
    <message>
        <source>Each is carried out with the directory&apos;s own tools, such as ldapmodify or ldifde.</source>
        <translation>Ausgeführt werden sie mit den Werkzeugen des Verzeichnisses, etwa ldapmodify oder ldifde.</translation>
    </message>
    <message>
        <source>directory-entry is a copy of the entry as it was; after the deletion most of it is gone.</source>
        <translation>directory-entry ist eine Abschrift des Eintrags; nach dem Löschen ist das meiste davon weg.</translation>
    </message>
    <message>
        <source>Disable the account of %1</source>
        <translation>Konto von %1 sperren</translation>
    </message>
    <message>
        <source>Delete the account of %1 (ask first)</source>
        <translation>Konto von %1 löschen (vorher nachfragen)</translation>
    </message>
    <message>
        <source>Handover %1. The change files lie beside this calendar.</source>
        <translation>Übergabe %1. Die Änderungsdateien liegen neben diesem Kalender.</translation>
    </message>
    <message>
        <source>Ends the account of %1.</source>
        <translation>Beendet das Konto von %1.</translation>
    </message>
    <message>
        <source>Brings the account of %1 back. Use after account-end.</source>
        <translation>Holt das Konto von %1 zurück. Nach account-end zu verwenden.</translation>
    </message>
    <message>
        <source>Deletes the account of %1 for good. Only after IT has confirmed it again.</source>
        <translation>Löscht das Konto von %1 endgültig. Nur nach erneuter Bestätigung durch die IT.</translation>
    </message>
    <message>
        <source>Done in the directory on %1.</source>
        <translation>Im Verzeichnis ausgeführt am %1.</translation>
    </message>
    <message>
        <source>Written for IT on %1.</source>
        <translation>Für die IT geschrieben am %1.</translation>
    </message>
    <message>
        <source>Left open; the receipt says so.</source>
        <translation>Offen gelassen; das Protokoll sagt es.</translation>
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
        <source>: reading it back shows that it is not so</source>
        <translation>: Das Zurücklesen zeigt, dass es nicht so ist</translation>
    </message>
    <message>
        <source> (was so before)</source>
        <translation> (war schon so)</translation>
    </message>
    <message>
        <source>3. Delete it not before %1.</source>
        <translation>3. Frühestens am %1 löschen.</translation>
    </message>
    <message>
        <source>Change files for the directory (LDIF, RFC 2849):</source>
        <translation>Änderungsdateien für das Verzeichnis (LDIF, RFC 2849):</translation>
    </message>
    <message>
        <source>Handover %1.</source>
        <translation>Übergabe %1.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ArchiveChoiceForm</name>
    <message>
        <source>Please choose a medium or folder.</source>
        <translation>Bitte wählen Sie einen Datenträger oder Ordner.</translation>
    </message>
    <message>
        <source>Please have the passphrase shown and tick that you have noted it.</source>
        <translation>Bitte lassen Sie die Passphrase zeigen und haken Sie an, dass sie notiert ist.</translation>
    </message>
    <message>
        <source>Please type the passphrase twice, the same each time.</source>
        <translation>Bitte tippen Sie die Passphrase zweimal gleich ein.</translation>
    </message>
    <message>
        <source>Please choose the certificates to seal for.</source>
        <translation>Bitte wählen Sie die Zertifikate, für die versiegelt wird.</translation>
    </message>
    <message>
        <source>Medium or folder for the supervisor</source>
        <translation>Datenträger oder Ordner für die Führungskraft</translation>
    </message>
    <message>
        <source>What is written on the medium (optional), e.g. “UEB-0042”</source>
        <translation>Beschriftung des Datenträgers (falls vorhanden), z. B. „UEB-0042“</translation>
    </message>
    <message>
        <source>One locked file (AES-256 ZIP)</source>
        <translation>Eine verschlossene Datei (AES-256-ZIP)</translation>
    </message>
    <message>
        <source>Without the passphrase not even the names of the files can be seen. Opens with 7-Zip.</source>
        <translation>Ohne die Passphrase sind nicht einmal die Dateinamen zu sehen. Öffnet sich mit 7-Zip.</translation>
    </message>
    <message>
        <source>A disc image (ISO)</source>
        <translation>Ein Abbild für eine CD/DVD (ISO)</translation>
    </message>
    <message>
        <source>To be burned on a disc that cannot be changed any more. Not locked.</source>
        <translation>Zum Brennen auf eine CD oder DVD, die sich nicht mehr ändern lässt. Nicht verschlossen.</translation>
    </message>
    <message>
        <source>An open folder</source>
        <translation>Ein offener Ordner</translation>
    </message>
    <message>
        <source>Not locked. Only for a medium that nobody else gets hold of.</source>
        <translation>Nicht verschlossen. Nur für einen Datenträger, den niemand sonst in die Hand bekommt.</translation>
    </message>
    <message>
        <source>Let the program make the passphrase</source>
        <translation>Passphrase vom Programm erzeugen lassen</translation>
    </message>
    <message>
        <source>Shown once. Give it to the supervisor apart from the medium.</source>
        <translation>Wird einmal gezeigt. Geben Sie sie der Führungskraft getrennt vom Datenträger.</translation>
    </message>
    <message>
        <source>Type a passphrase together with the supervisor</source>
        <translation>Passphrase gemeinsam mit der Führungskraft eintippen</translation>
    </message>
    <message>
        <source>It is not stored on the medium.</source>
        <translation>Sie wird nicht auf dem Datenträger gespeichert.</translation>
    </message>
    <message>
        <source>Also a copy that only the data protection officer can open</source>
        <translation>Dazu eine Kopie, die nur die oder der Datenschutzbeauftragte öffnen kann</translation>
    </message>
    <message>
        <source>Certificate of the data protection officer</source>
        <translation>Zertifikat der oder des Datenschutzbeauftragten</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der)</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ArchiveOpener</name>
    <message>
        <source>not opened here yet</source>
        <translation>hier noch nicht geöffnet</translation>
    </message>
    <message>
        <source>is being opened and checked …</source>
        <translation>wird geöffnet und geprüft …</translation>
    </message>
    <message>
        <source>opened and checked here: all checksums are right</source>
        <translation>hier geöffnet und geprüft: alle Prüfsummen stimmen</translation>
    </message>
    <message>
        <source>checked here: it is NOT the one on the receipt, or it was changed</source>
        <translation>hier geprüft: Es ist NICHT das Archiv aus dem Protokoll, oder es wurde verändert</translation>
    </message>
    <message>
        <source>Archive file</source>
        <translation>Archivdatei</translation>
    </message>
    <message>
        <source>Business archives (*.zip *.iso)</source>
        <translation>Übergabearchive (*.zip *.iso)</translation>
    </message>
    <message>
        <source>Folder of the archive</source>
        <translation>Ordner des Archivs</translation>
    </message>
    <message>
        <source>Where does the archive lie?</source>
        <translation>Wo liegt das Archiv?</translation>
    </message>
    <message>
        <source>Passphrase of the archive</source>
        <translation>Passphrase des Archivs</translation>
    </message>
    <message>
        <source>Open and check</source>
        <translation>Öffnen und prüfen</translation>
    </message>
    <message>
        <source>It is the one that was noted on paper when the archive was made. It is used once and not stored.</source>
        <translation>Es ist die Passphrase, die beim Erstellen des Archivs auf Papier notiert wurde. Sie wird einmal gebraucht und nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::AuditPanel</name>
    <message>
        <source>Sample of the business messages</source>
        <translation>Stichprobe aus den dienstlichen Nachrichten</translation>
    </message>
    <message>
        <source>Sample of the private messages</source>
        <translation>Stichprobe aus den privaten Nachrichten</translation>
    </message>
    <message>
        <source>The program drew messages at random from those you called business. Looking at them again tells how many private ones may have slipped in.</source>
        <translation>Das Programm hat zufällig Nachrichten gezogen, die Sie dienstlich genannt haben. Ein zweiter Blick zeigt, wie viele private darunter sein können.</translation>
    </message>
    <message>
        <source>The program drew messages at random from those you called private. Looking at them again tells how much business mail might leave with you.</source>
        <translation>Das Programm hat zufällig Nachrichten gezogen, die Sie privat genannt haben. Ein zweiter Blick zeigt, wie viel Dienstliches mit Ihnen gehen könnte.</translation>
    </message>
    <message>
        <source>Yes, business (&amp;Y)</source>
        <translation>Ja, dienstlich (&amp;J)</translation>
    </message>
    <message>
        <source>Yes, private (&amp;Y)</source>
        <translation>Ja, privat (&amp;J)</translation>
    </message>
    <message>
        <source>No, private (&amp;N)</source>
        <translation>Nein, privat (&amp;N)</translation>
    </message>
    <message>
        <source>No, business (&amp;N)</source>
        <translation>Nein, dienstlich (&amp;N)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>That is enough</source>
        <translation>Das genügt</translation>
    </message>
    <message>
        <source>You looked at %1 of %2 messages again and found %3 in the wrong pile.</source>
        <translation>Sie haben %1 von %2 Nachrichten noch einmal angesehen und %3 im falschen Stapel gefunden.</translation>
    </message>
    <message>
        <source>With 95 % certainty no more than %1 private messages are still among them (%2 %).</source>
        <translation>Mit 95 % Sicherheit sind höchstens noch %1 private darunter (%2 %).</translation>
    </message>
    <message>
        <source>With 95 % certainty no more than %1 business messages are still among them (%2 %).</source>
        <translation>Mit 95 % Sicherheit sind höchstens noch %1 dienstliche darunter (%2 %).</translation>
    </message>
    <message>
        <source>Message %1 of %2</source>
        <translation>Nachricht %1 von %2</translation>
    </message>
    <message>
        <source>In the wrong pile so far: %1</source>
        <translation>Bisher im falschen Stapel: %1</translation>
    </message>
    <message>
        <source>You looked at %1 messages again and moved %2 to the other pile. Others of these contacts are open again, if there are any; a new sample then tells how much may be left.</source>
        <translation>Sie haben %1 Nachrichten noch einmal angesehen und %2 umgeordnet. Weitere dieser Kontakte sind wieder offen, wenn es welche gibt; eine neue Stichprobe sagt dann, wie viel noch übersehen sein kann.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::BegunArchive</name>
    <message>
        <source>An archive was begun and is not finished: %1 of %2 messages are written in %3.</source>
        <translation>Ein Archiv wurde begonnen und ist nicht fertig: %1 von %2 Nachrichten sind in %3 geschrieben.</translation>
    </message>
    <message>
        <source>It can be gone on with. What is written is compared with what this case has noted of it; only the rest is read from the mailbox.</source>
        <translation>Sie können damit weitermachen. Was geschrieben ist, wird mit dem verglichen, was dieser Vorgang davon notiert hat; aus dem Postfach wird nur der Rest gelesen.</translation>
    </message>
    <message>
        <source>Passphrase with which it was begun</source>
        <translation>Passphrase, mit der es begonnen wurde</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Zeigen, was ich tippe</translation>
    </message>
    <message>
        <source>Take it away and begin anew</source>
        <translation>Wegräumen und neu beginnen</translation>
    </message>
    <message numerus="yes">
        <source>%n of them an earlier run had written already; they were compared and not read again.</source>
        <translation>
            <numerusform>%n davon hatte ein früherer Lauf schon geschrieben; sie wurde verglichen und nicht noch einmal gelesen.</numerusform>
            <numerusform>%n davon hatte ein früherer Lauf schon geschrieben; sie wurden verglichen und nicht noch einmal gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was begun anew: what an earlier run had left on the medium was not what it had written.</source>
        <translation>Es wurde neu begonnen: Was ein früherer Lauf auf dem Datenträger hinterlassen hatte, war nicht mehr das, was er geschrieben hatte.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them an earlier run had written already. What came behind them on the medium was not what it had written, and was written again.</source>
        <translation>
            <numerusform>%n davon hatte ein früherer Lauf schon geschrieben. Was dahinter auf dem Datenträger lag, war nicht mehr das, was er geschrieben hatte, und wurde neu geschrieben.</numerusform>
            <numerusform>%n davon hatte ein früherer Lauf schon geschrieben. Was dahinter auf dem Datenträger lag, war nicht mehr das, was er geschrieben hatte, und wurde neu geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was begun anew: messages, decisions or this program are not what they were when an earlier run began.</source>
        <translation>Es wurde neu begonnen: Nachrichten, Entscheidungen oder dieses Programm sind nicht mehr so wie zu Beginn eines früheren Laufs.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::BrowserLogin</name>
    <message>
        <source>You are signed in. You can close this page and go back to Staffelstab.</source>
        <translation>Sie sind angemeldet. Sie können diese Seite schließen und zu Staffelstab zurückkehren.</translation>
    </message>
    <message>
        <source>Please sign in in the browser window.</source>
        <translation>Bitte melden Sie sich im Browserfenster an.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
    <message>
        <source>Sign in in the browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>Sign in in the browser for %1</source>
        <translation>Im Browser für %1 anmelden</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::BusinessArchivePage</name>
    <message>
        <source>SHA-256, as it will stand on the receipt</source>
        <translation>SHA-256, so wie es im Protokoll stehen wird</translation>
    </message>
    <message>
        <source>A handover copy; it does not replace the company&apos;s archive for tax law (GoBD).</source>
        <translation>Eine Übergabekopie; sie ersetzt nicht die steuerliche Archivierung des Betriebs (GoBD).</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Write it anew</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Hand the business mail over</source>
        <translation>Dienstliche Nachrichten übergeben</translation>
    </message>
    <message numerus="yes">
        <source>%n business message(s), %1, are written to a medium for the supervisor, read back and compared.</source>
        <translation>
            <numerusform>%n dienstliche Nachricht, %1, wird für die Führungskraft auf einen Datenträger geschrieben, zurückgelesen und verglichen.</numerusform>
            <numerusform>%n dienstliche Nachrichten, %1, werden für die Führungskraft auf einen Datenträger geschrieben, zurückgelesen und verglichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The supervisor receives the business mail as files anyone can open, with an index and a list of checksums. Private and protected mail is not in it.</source>
        <translation>Die Führungskraft erhält die dienstlichen Nachrichten als Dateien, die jeder öffnen kann, mit einem Verzeichnis und einer Liste von Prüfsummen. Privates und Geschütztes ist nicht darin.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Write the archive</source>
        <translation>Archiv schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written, read back and compared.</source>
        <translation>
            <numerusform>%n Nachricht geschrieben, zurückgelesen und verglichen.</numerusform>
            <numerusform>%n Nachrichten geschrieben, zurückgelesen und verglichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, written %3</source>
        <translation>%1, %2, geschrieben %3</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be read and are not in it; the receipt says so.</source>
        <translation>
            <numerusform>%n Nachricht konnte nicht gelesen werden und ist nicht darin; das Protokoll sagt es.</numerusform>
            <numerusform>%n Nachrichten konnten nicht gelesen werden und sind nicht darin; das Protokoll sagt es.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you cancel, the unfinished archive is taken away again; the mailbox is untouched.</source>
        <translation>Wenn Sie abbrechen, wird das unfertige Archiv wieder entfernt; das Postfach bleibt unberührt.</translation>
    </message>
    <message>
        <source>Only a file that still is what this program wrote is deleted.</source>
        <translation>Gelöscht wird nur, was noch so ist, wie dieses Programm es geschrieben hat.</translation>
    </message>
    <message>
        <source>Does the old archive no longer exist?</source>
        <translation>Gibt es das alte Archiv nicht mehr?</translation>
    </message>
    <message>
        <source>It holds messages that are decided otherwise by now, perhaps private ones. If its medium is only elsewhere, please get it and delete the archive here. The receipt will say that it is gone by your word.</source>
        <translation>Es enthält Nachrichten, die inzwischen anders entschieden sind, vielleicht private. Liegt der Datenträger nur woanders, holen Sie ihn bitte und löschen Sie das Archiv hier. Im Protokoll wird stehen, dass es nach Ihrer Angabe nicht mehr vorhanden ist.</translation>
    </message>
    <message>
        <source>It no longer exists</source>
        <translation>Es gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Go on with the archive</source>
        <translation>Archiv weiterschreiben</translation>
    </message>
    <message>
        <source>Please type the passphrase with which the archive was begun.</source>
        <translation>Bitte geben Sie die Passphrase ein, mit der das Archiv begonnen wurde.</translation>
    </message>
    <message>
        <source>Take the begun archive away?</source>
        <translation>Das begonnene Archiv wegräumen?</translation>
    </message>
    <message>
        <source>What is written of it is deleted from the medium. The mailbox is untouched.</source>
        <translation>Was davon geschrieben ist, wird vom Datenträger gelöscht. Das Postfach bleibt unberührt.</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Wegräumen</translation>
    </message>
    <message>
        <source>Only what this program left unfinished is taken away.</source>
        <translation>Weggeräumt wird nur, was dieses Programm unfertig hinterlassen hat.</translation>
    </message>
    <message>
        <source>If you cancel, what is written stays on the medium: you can go on with it later, or take it away. The mailbox is untouched.</source>
        <translation>Wenn Sie abbrechen, bleibt das Geschriebene auf dem Datenträger: Sie können später damit weitermachen oder es wegräumen. Das Postfach bleibt unberührt.</translation>
    </message>
    <message>
        <source>Going on at message %1 of %2</source>
        <translation>Weiter bei Nachricht %1 von %2</translation>
    </message>
    <message>
        <source>The medium is still being looked at.</source>
        <translation>Der Datenträger wird noch durchgesehen.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::CasePage</name>
    <message numerus="yes">
        <source>%n message(s) are protected (works council, company doctor, data protection and the like).</source>
        <translation>
            <numerusform>%n Nachricht ist geschützt (Betriebsrat, Betriebsarzt, Datenschutz und Ähnliches).</numerusform>
            <numerusform>%n Nachrichten sind geschützt (Betriebsrat, Betriebsarzt, Datenschutz und Ähnliches).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are protected because you decided so.</source>
        <translation>
            <numerusform>%n Nachricht ist geschützt, weil Sie es so entschieden haben.</numerusform>
            <numerusform>%n Nachrichten sind geschützt, weil Sie es so entschieden haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are protected: %1 with the works council, company doctor, data protection and the like, %2 because you decided so.</source>
        <translation>
            <numerusform>%n Nachricht ist geschützt: %1 mit Betriebsrat, Betriebsarzt, Datenschutz und Ähnlichen, %2 nach Ihrer Entscheidung.</numerusform>
            <numerusform>%n Nachrichten sind geschützt: %1 mit Betriebsrat, Betriebsarzt, Datenschutz und Ähnlichen, %2 nach Ihrer Entscheidung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody receives what is protected: it is in no copy and stays in the mailbox, untouched.</source>
        <translation>Geschütztes erhält niemand: Es ist in keiner Kopie und bleibt unberührt im Postfach.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::Chip</name>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>business</source>
        <translation>dienstlich</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ConsentCard</name>
    <message>
        <source>Yes, I agree</source>
        <translation>Ja, ich willige ein</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Days (at most %1)</source>
        <translation>Tage (höchstens %1)</translation>
    </message>
    <message>
        <source>Your private e-mail address for it; it appears on the consent only</source>
        <translation>Ihre private E-Mail-Adresse dafür; sie steht nur auf der Einwilligung</translation>
    </message>
    <message>
        <source>Responsible: %1. Until %2.</source>
        <translation>Zuständig: %1. Bis %2.</translation>
    </message>
    <message>
        <source>Your “yes” counts once a complete e-mail address is entered here.</source>
        <translation>Ihr „Ja“ zählt, sobald hier eine vollständige E-Mail-Adresse steht.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ConsentFindingText</name>
    <message>
        <source>Signed by %1 alone, %2, %3.</source>
        <translation>Unterschrieben allein von %1, %2, %3.</translation>
    </message>
    <message>
        <source>Agreed to: %1 of %2.</source>
        <translation>Eingewilligt: %1 von %2.</translation>
    </message>
    <message>
        <source>It does not prove that a consent still holds: each can be withdrawn at any time.</source>
        <translation>Es beweist nicht, dass eine Einwilligung noch gilt: Jede kann jederzeit widerrufen werden.</translation>
    </message>
    <message>
        <source>This document of consents was altered, or nobody has signed it. Do not rely on it.</source>
        <translation>Diese Einwilligungen wurden verändert, oder niemand hat sie unterschrieben. Verlassen Sie sich nicht darauf.</translation>
    </message>
    <message>
        <source>These are the consents of handover %1. The document is as it was signed.</source>
        <translation>Dies sind die Einwilligungen zur Übergabe %1. Das Dokument ist so, wie es unterschrieben wurde.</translation>
    </message>
    <message>
        <source>Unchanged, but nobody vouches that the certificate belongs to that person.</source>
        <translation>Unverändert, aber niemand bürgt dafür, dass das Zertifikat dieser Person gehört.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ConsentsPage</name>
    <message>
        <source>Folder for the document with your answers</source>
        <translation>Ordner für das Dokument mit Ihren Antworten</translation>
    </message>
    <message>
        <source>What do you agree to?</source>
        <translation>Worin willigen Sie ein?</translation>
    </message>
    <message>
        <source>Each answer stands by itself. Saying no is just as good and has no consequences.</source>
        <translation>Jede Antwort steht für sich. Ein Nein ist genauso gut und hat keine Folgen.</translation>
    </message>
    <message>
        <source>For some things after your last day the company needs your consent, for others it does not. Only the first kind stands here. Your answers become a document of their own that you alone sign; the receipt only names it. You can withdraw each consent later.</source>
        <translation>Für manches nach Ihrem letzten Tag braucht der Betrieb Ihre Einwilligung, für anderes nicht. Hier steht nur das Erste. Ihre Antworten werden ein eigenes Dokument, das Sie allein unterschreiben; das Protokoll nennt nur das Dokument. Sie können jede Einwilligung später widerrufen.</translation>
    </message>
    <message>
        <source>Sign my answers</source>
        <translation>Meine Antworten unterschreiben</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Signed on %1: %2. If you change an answer below, you sign anew.</source>
        <translation>Unterschrieben am %1: %2. Wenn Sie unten eine Antwort ändern, unterschreiben Sie neu.</translation>
    </message>
    <message>
        <source>If you cancel, nothing is signed.</source>
        <translation>Wenn Sie abbrechen, wird nichts unterschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is signed yet: %n answer(s) are missing.</source>
        <translation>
            <numerusform>Noch ist nichts unterschrieben: %n Antwort fehlt.</numerusform>
            <numerusform>Noch ist nichts unterschrieben: %n Antworten fehlen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ContactList</name>
    <message>
        <source>✓ sent</source>
        <translation>✓ gesendet</translation>
    </message>
    <message>
        <source>✓ prepared</source>
        <translation>✓ vorbereitet</translation>
    </message>
    <message>
        <source>✕ refused</source>
        <translation>✕ abgelehnt</translation>
    </message>
    <message>
        <source>◔ unclear</source>
        <translation>◔ unklar</translation>
    </message>
    <message>
        <source>private and business mail</source>
        <translation>privat und dienstlich</translation>
    </message>
    <message>
        <source>at the company</source>
        <translation>im Unternehmen</translation>
    </message>
    <message>
        <source>The separation found nobody.</source>
        <translation>Die Trennung hat niemanden ergeben.</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 von %2 ausgewählt</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Suche: %1</translation>
    </message>
    <message>
        <source>Search name or address</source>
        <translation>Name oder Adresse suchen</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine wählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 Monate</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ContactsPage</name>
    <message>
        <source>What was done</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Change or write to more</source>
        <translation>Ändern oder weitere anschreiben</translation>
    </message>
    <message>
        <source>Private: your farewell</source>
        <translation>Privat: Ihr Abschied</translation>
    </message>
    <message>
        <source>People of your private mail. Neither the supervisor nor the receipt learns who they are.</source>
        <translation>Menschen aus Ihrer privaten Post. Wer sie sind, erfährt weder die Führungskraft noch steht es im Protokoll.</translation>
    </message>
    <message>
        <source>Your new private e-mail address</source>
        <translation>Ihre neue private E-Mail-Adresse</translation>
    </message>
    <message>
        <source>People of the private mail</source>
        <translation>Kontakte der privaten Post</translation>
    </message>
    <message>
        <source>Business: who is responsible from now on</source>
        <translation>Dienstlich: wer künftig zuständig ist</translation>
    </message>
    <message>
        <source>The people you wrote with most come first. Anyone who also has private mail with you is listed only if you choose so; protected contacts never are.</source>
        <translation>Wer zuletzt am meisten mit Ihnen geschrieben hat, steht oben. Wer Ihnen auch privat schreibt, kommt nur auf die Liste, wenn Sie es wählen; geschützte Kontakte nie.</translation>
    </message>
    <message>
        <source>Folder for the supervisor&apos;s list (CSV and vCard; empty: no list)</source>
        <translation>Ordner für die Liste der Führungskraft (CSV und vCard; leer: keine Liste)</translation>
    </message>
    <message>
        <source>People of the business mail</source>
        <translation>Kontakte der dienstlichen Post</translation>
    </message>
    <message>
        <source>Folder for the supervisor&apos;s list</source>
        <translation>Ordner für die Liste der Führungskraft</translation>
    </message>
    <message>
        <source>Write to these people, too</source>
        <translation>Auch diesen Kontakten schreiben</translation>
    </message>
    <message>
        <source>How the letters go out</source>
        <translation>Wie die Nachrichten verschickt werden</translation>
    </message>
    <message>
        <source>Who is told that you are leaving?</source>
        <translation>Wer soll erfahren, dass Sie gehen?</translation>
    </message>
    <message>
        <source>Friends get your new address, business contacts the name of the person now responsible. Everybody gets a letter of their own.</source>
        <translation>Private Kontakte erhalten Ihre neue Adresse, dienstliche die künftige Ansprechperson. Alle bekommen eine eigene Nachricht.</translation>
    </message>
    <message>
        <source>People who know where to write do not write to a mailbox that nobody reads any more. Why you are leaving is nobody&apos;s business and is mentioned in none of the letters.</source>
        <translation>Wer weiß, wohin er schreiben kann, schreibt nicht an ein Postfach, das niemand mehr liest. Warum Sie gehen, geht niemanden etwas an und steht in keiner der Nachrichten.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) will be sent from your account, each to one person. What was sent cannot be taken back.</source>
        <translation>
            <numerusform>%n Nachricht wird von Ihrem Konto an eine Person gesendet. Was gesendet ist, lässt sich nicht zurückholen.</numerusform>
            <numerusform>%n Nachrichten werden von Ihrem Konto gesendet, jede an eine Person. Was gesendet ist, lässt sich nicht zurückholen.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you cancel, what was sent stays sent; nobody gets a letter twice when you go on.</source>
        <translation>Wenn Sie abbrechen, bleibt gesendet, was gesendet ist; setzen Sie fort, bekommt niemand eine Nachricht doppelt.</translation>
    </message>
    <message>
        <source>Writing letter by letter</source>
        <translation>Nachricht für Nachricht</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ContactsText</name>
    <message numerus="yes">
        <source>✓ %n letter(s) sent one by one; the mail server took each of them.</source>
        <translation>
            <numerusform>✓ %n Nachricht gesendet; der Mailserver hat sie angenommen.</numerusform>
            <numerusform>✓ %n Nachrichten einzeln gesendet; der Mailserver hat jede angenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n letter(s) prepared; please send them from your mail program.</source>
        <translation>
            <numerusform>✓ %n Nachricht vorbereitet; bitte senden Sie sie aus Ihrem Mailprogramm.</numerusform>
            <numerusform>✓ %n Nachrichten vorbereitet; bitte senden Sie sie aus Ihrem Mailprogramm.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) refused by the mail server. The list shows to whom; you can try again.</source>
        <translation>
            <numerusform>%n Nachricht hat der Mailserver abgelehnt. Die Liste zeigt, an wen; Sie können es noch einmal versuchen.</numerusform>
            <numerusform>%n Nachrichten hat der Mailserver abgelehnt. Die Liste zeigt, an wen; Sie können es noch einmal versuchen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) may have arrived: the connection ended while it was handed in. To avoid a second copy it is not sent again; please ask the person.</source>
        <translation>
            <numerusform>%n Nachricht ist vielleicht angekommen: Die Verbindung endete während der Übergabe. Damit niemand sie doppelt bekommt, wird sie nicht noch einmal gesendet; bitte fragen Sie nach.</numerusform>
            <numerusform>%n Nachrichten sind vielleicht angekommen: Die Verbindung endete während der Übergabe. Damit niemand sie doppelt bekommt, werden sie nicht noch einmal gesendet; bitte fragen Sie nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was written to.</source>
        <translation>Es wurde niemandem geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>✓ List of %n business contact(s), read back and compared:</source>
        <translation>
            <numerusform>✓ Liste mit %n dienstlichen Kontakt, zurückgelesen und verglichen:</numerusform>
            <numerusform>✓ Liste mit %n dienstlichen Kontakten, zurückgelesen und verglichen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Private letters must not be in the folder of the list that the supervisor gets.</source>
        <translation>Private Nachrichten dürfen nicht im Ordner der Liste liegen, die die Führungskraft bekommt.</translation>
    </message>
    <message>
        <source>The mail server or the user name is missing.</source>
        <translation>Der Mailserver oder der Benutzername fehlt.</translation>
    </message>
    <message>
        <source>Drafts need a mailbox on a server.</source>
        <translation>Entwürfe brauchen ein Postfach auf einem Server.</translation>
    </message>
    <message>
        <source>The folder for the letters is missing.</source>
        <translation>Der Ordner für die Nachrichten fehlt.</translation>
    </message>
    <message>
        <source>Between 1 and 120 letters a minute can be sent.</source>
        <translation>Möglich sind 1 bis 120 Nachrichten je Minute.</translation>
    </message>
    <message>
        <source>Write the list</source>
        <translation>Liste schreiben</translation>
    </message>
    <message>
        <source>Go on without writing</source>
        <translation>Weiter, ohne zu schreiben</translation>
    </message>
    <message numerus="yes">
        <source>Save %n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf speichern</numerusform>
            <numerusform>%n Entwürfe speichern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n letter(s)</source>
        <translation>
            <numerusform>%n Nachricht schreiben</numerusform>
            <numerusform>%n Nachrichten schreiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n letter(s)</source>
        <translation>
            <numerusform>%n Nachricht senden</numerusform>
            <numerusform>%n Nachrichten senden</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in %1, one file for each person.</source>
        <translation>Sie liegen in %1, eine Datei für jede Person.</translation>
    </message>
    <message>
        <source>They are in the drafts folder of your mailbox.</source>
        <translation>Sie liegen im Entwürfe-Ordner Ihres Postfachs.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::CounterRing</name>
    <message>
        <source>%1 percent decided</source>
        <translation>%1 Prozent entschieden</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::CountersignPage</name>
    <message>
        <source>Half-signed receipt (*.pending.pdf)</source>
        <translation>Halb unterschriebenes Protokoll (*.pending.pdf)</translation>
    </message>
    <message>
        <source>Reservation (optional)</source>
        <translation>Vorbehalt (freiwillig)</translation>
    </message>
    <message>
        <source>Half-signed receipt</source>
        <translation>Halb unterschriebenes Protokoll</translation>
    </message>
    <message>
        <source>Half-signed receipts (*.pending.pdf *.pdf)</source>
        <translation>Halb unterschriebene Protokolle (*.pending.pdf *.pdf)</translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation>Gegengezeichnet</translation>
    </message>
    <message>
        <source>Countersign a receipt</source>
        <translation>Ein Protokoll gegenzeichnen</translation>
    </message>
    <message>
        <source>You confirm the receipt of the ticked things and nothing else: no waiver, no settlement of claims. What is not ticked counts as not received.</source>
        <translation>Sie bestätigen den Empfang der angekreuzten Dinge und sonst nichts: kein Verzicht, keine Erledigung von Ansprüchen. Was nicht angekreuzt ist, gilt als nicht erhalten.</translation>
    </message>
    <message>
        <source>Sealed password</source>
        <translation>Versiegeltes Kennwort</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (freiwillig)</translation>
    </message>
    <message>
        <source>Open the seal …</source>
        <translation>Siegel öffnen …</translation>
    </message>
    <message>
        <source>%1 · opened here; the receipt will say so</source>
        <translation>%1 · hier geöffnet; das Protokoll hält es fest</translation>
    </message>
    <message>
        <source>Choose the seal</source>
        <translation>Siegel wählen</translation>
    </message>
    <message>
        <source>Sealed passwords (*.seal)</source>
        <translation>Versiegelte Kennwörter (*.seal)</translation>
    </message>
    <message>
        <source>Now send the final receipt to the person leaving and to HR, and keep a copy yourself. The half-signed file is no longer needed: it has been replaced.</source>
        <translation>Schicken Sie das fertige Protokoll jetzt der ausscheidenden Person und der Personalabteilung und behalten Sie selbst eine Kopie. Die halb unterschriebene Datei wird nicht mehr gebraucht: Sie wurde ersetzt.</translation>
    </message>
    <message>
        <source>Open and check …</source>
        <translation>Öffnen und prüfen …</translation>
    </message>
    <message>
        <source>The final receipt took the place of the half-signed file: %1</source>
        <translation>Das fertige Protokoll ist an die Stelle der halb unterschriebenen Datei getreten: %1</translation>
    </message>
    <message>
        <source>Confirm only what you have in hand. You need nothing but the file you were given; when you sign, the final receipt takes its place.</source>
        <translation>Bestätigen Sie nur, was Sie in der Hand haben. Sie brauchen nur die Datei, die Sie bekommen haben; wenn Sie unterschreiben, tritt das fertige Protokoll an ihre Stelle.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The refusal is on record</source>
        <translation>Die Verweigerung ist festgehalten</translation>
    </message>
    <message>
        <source>The absence is on record</source>
        <translation>Die Abwesenheit ist festgehalten</translation>
    </message>
    <message>
        <source>Please choose the half-signed receipt.</source>
        <translation>Bitte wählen Sie das Protokoll ohne Gegenzeichnung.</translation>
    </message>
    <message>
        <source>Only a receipt without the second signature can be countersigned.</source>
        <translation>Gegenzeichnen lässt sich nur ein Protokoll, dem die zweite Unterschrift fehlt.</translation>
    </message>
    <message>
        <source>Please scroll to the end of the receipt.</source>
        <translation>Bitte blättern Sie bis zum Ende des Protokolls.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::CoverLine</name>
    <message>
        <source>Contains private lines (L)</source>
        <translation>Enthält private Zeilen (L)</translation>
    </message>
    <message>
        <source>It still goes into the business archive; the receipt counts such messages.</source>
        <translation>Sie kommt trotzdem ins Übergabearchiv; das Übergabeprotokoll zählt solche Nachrichten.</translation>
    </message>
    <message>
        <source>%1, as you decided for this message</source>
        <translation>%1, von Ihnen für diese Nachricht entschieden</translation>
    </message>
    <message>
        <source>%1, as you decided for the conversation</source>
        <translation>%1, von Ihnen für die Unterhaltung entschieden</translation>
    </message>
    <message>
        <source>%1, as you decided for the mailing list</source>
        <translation>%1, von Ihnen für die Mailingliste entschieden</translation>
    </message>
    <message>
        <source>%1, as you decided for the contact</source>
        <translation>%1, von Ihnen für den Kontakt entschieden</translation>
    </message>
    <message>
        <source>%1, as you decided for the folder</source>
        <translation>%1, von Ihnen für den Ordner entschieden</translation>
    </message>
    <message>
        <source>This message: %1</source>
        <translation>Diese Nachricht: %1</translation>
    </message>
    <message>
        <source>%1 from the start (a body such as the works council or the company doctor)</source>
        <translation>%1 von Anfang an (eine Stelle wie Betriebsrat oder Betriebsarzt)</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::DateField</name>
    <message>
        <source>e.g. %1</source>
        <translation>z. B. %1</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>Das ist kein Datum.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::DialogPrompts</name>
    <message>
        <source>Nothing on this computer can show the folder.</source>
        <translation>Auf diesem Rechner gibt es nichts, was den Ordner zeigen kann.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::DirectoryFacts</name>
    <message>
        <source>What else the directory says; please put right what is wrong</source>
        <translation>Weitere Angaben aus dem Verzeichnis; bitte berichtigen Sie, was nicht stimmt</translation>
    </message>
    <message>
        <source>Home folder</source>
        <translation>Persönlicher Ordner</translation>
    </message>
    <message>
        <source>Profile folder</source>
        <translation>Profilordner</translation>
    </message>
    <message>
        <source>Groups, one per line</source>
        <translation>Gruppen, eine je Zeile</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Leave the photo out</source>
        <translation>Foto weglassen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::DirectoryFill</name>
    <message>
        <source>Nothing is changed in the directory.</source>
        <translation>Im Verzeichnis wird nichts geändert.</translation>
    </message>
    <message>
        <source>Read from the directory on %1. A copy of the entry goes into the business archive.</source>
        <translation>Aus dem Verzeichnis gelesen am %1. Eine Abschrift des Eintrags kommt in das Übergabearchiv.</translation>
    </message>
    <message>
        <source>Fill in from the company directory</source>
        <translation>Aus dem Firmenverzeichnis ausfüllen</translation>
    </message>
    <message>
        <source>Only empty fields are filled; your password signs you in once and is forgotten.</source>
        <translation>Nur leere Felder werden ausgefüllt; Ihr Kennwort dient nur dieser einen Anmeldung und wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Ausfüllen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::DirectoryLoginForm</name>
    <message>
        <source>Directory server</source>
        <translation>Verzeichnisserver</translation>
    </message>
    <message>
        <source>Account of the person leaving</source>
        <translation>Konto der ausscheidenden Person</translation>
    </message>
    <message>
        <source>Your user name</source>
        <translation>Ihr Benutzername</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Your present password</source>
        <translation>Ihr jetziges Kennwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>CA file (optional)</source>
        <translation>CA-Datei (falls nötig)</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Use this computer&apos;s sign-in (Kerberos)</source>
        <translation>Anmeldung dieses Rechners verwenden (Kerberos)</translation>
    </message>
    <message>
        <source>Left empty, the server is found by the domain of the user name.</source>
        <translation>Bleibt das Feld leer, wird der Server über die Domäne des Benutzernamens gefunden.</translation>
    </message>
    <message>
        <source>name@company.example, COMPANY\name or a distinguished name</source>
        <translation>name@firma.example, FIRMA\name oder ein Distinguished Name</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::DriveOffers</name>
    <message>
        <source>Drive %1 (%2 free)</source>
        <translation>Laufwerk %1 (%2 frei)</translation>
    </message>
    <message>
        <source>Use the drive %1</source>
        <translation>Laufwerk %1 verwenden</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::DueText</name>
    <message>
        <source>Delete the account of %1 (handover %2)</source>
        <translation>Konto von %1 löschen (Übergabe %2)</translation>
    </message>
    <message>
        <source>The receipt of %1 (handover %2) may be destroyed</source>
        <translation>Das Protokoll von %1 (Übergabe %2) darf vernichtet werden</translation>
    </message>
    <message>
        <source>The out-of-office reply of %1 ends (handover %2)</source>
        <translation>Die Abwesenheitsnotiz von %1 endet (Übergabe %2)</translation>
    </message>
    <message>
        <source>A consent of %1 ends: %2 (handover %3)</source>
        <translation>Eine Einwilligung von %1 endet: %2 (Übergabe %3)</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::EquipmentPage</name>
    <message>
        <source>Add an item</source>
        <translation>Gegenstand hinzufügen</translation>
    </message>
    <message>
        <source>Take the list from a file …</source>
        <translation>Liste aus einer Datei übernehmen …</translation>
    </message>
    <message>
        <source>List of equipment</source>
        <translation>Liste der Arbeitsmittel</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation>Tabellen (*.csv *.txt)</translation>
    </message>
    <message>
        <source>What do you give back?</source>
        <translation>Was geben Sie zurück?</translation>
    </message>
    <message>
        <source>Say what happens to each item, and take off the list what you never had. The supervisor confirms every item separately.</source>
        <translation>Sagen Sie zu jedem Gegenstand, was aus ihm wird, und nehmen Sie von der Liste, was Sie nie hatten. Die Führungskraft bestätigt jeden einzeln.</translation>
    </message>
    <message>
        <source>Both sides will know what was returned, in what condition, and that phones and computers were no longer tied to you. What is missing is recorded as a fact; the list says nothing about money.</source>
        <translation>Beide Seiten wissen später, was in welchem Zustand zurückkam und dass Telefone und Rechner nicht mehr an Sie gebunden waren. Was fehlt, wird als Tatsache festgehalten; über Geld sagt diese Liste nichts.</translation>
    </message>
    <message>
        <source>Next: I have no company property</source>
        <translation>Weiter: Ich habe nichts vom Betrieb</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>%n of these still open</source>
        <translation>
            <numerusform>%n davon noch offen</numerusform>
            <numerusform>%n davon noch offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of yours were taken from the list; %1 belong to others and were left out.</source>
        <translation>
            <numerusform>%n Gegenstand von Ihnen wurde aus der Liste übernommen; %1 gehören anderen und blieben weg.</numerusform>
            <numerusform>%n Gegenstände von Ihnen wurden aus der Liste übernommen; %1 gehören anderen und blieben weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were taken from the list.</source>
        <translation>
            <numerusform>%n Gegenstand wurde aus der Liste übernommen.</numerusform>
            <numerusform>%n Gegenstände wurden aus der Liste übernommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::EquipmentRow</name>
    <message>
        <source>Activation lock or account binding removed</source>
        <translation>Aktivierungssperre oder Kontobindung entfernt</translation>
    </message>
    <message>
        <source>SIM PIN switched off</source>
        <translation>SIM-PIN abgeschaltet</translation>
    </message>
    <message>
        <source>Device PIN or fingerprint removed</source>
        <translation>Geräte-PIN oder Fingerabdruck entfernt</translation>
    </message>
    <message>
        <source>Firmware password removed</source>
        <translation>Firmware-Kennwort entfernt</translation>
    </message>
    <message>
        <source>Disk can be opened by IT</source>
        <translation>IT kann die Festplatte öffnen</translation>
    </message>
    <message>
        <source>Item without a name</source>
        <translation>Gegenstand ohne Namen</translation>
    </message>
    <message>
        <source>inventory no. %1</source>
        <translation>Inventar-Nr. %1</translation>
    </message>
    <message>
        <source>serial no. %1</source>
        <translation>Serien-Nr. %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>the agreement is missing</source>
        <translation>die Vereinbarung fehlt</translation>
    </message>
    <message>
        <source>locks not stated as removed</source>
        <translation>Sperren nicht als entfernt angegeben</translation>
    </message>
    <message>
        <source>with a photo</source>
        <translation>mit Foto</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>%1 von der Liste nehmen</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Stays with me</source>
        <translation>Bleibt bei mir</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Agreement under which it stays with you (what, when, with whom)</source>
        <translation>Vereinbarung, nach der es bei Ihnen bleibt (was, wann, mit wem)</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Accessories</source>
        <translation>Zubehör</translation>
    </message>
    <message>
        <source>Inventory number</source>
        <translation>Inventarnummer</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Photo (optional; stands on a page of its own)</source>
        <translation>Foto (freiwillig; steht auf einer eigenen Seite)</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
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
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>Bilder (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Tick what you have removed. No PIN and no password is written down here.</source>
        <translation>Haken Sie ab, was Sie entfernt haben. Hier wird keine PIN und kein Kennwort aufgeschrieben.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FailureText</name>
    <message>
        <source>Stopped as you asked. Nothing was lost; you can start again at any time.</source>
        <translation>Auf Ihren Wunsch angehalten. Nichts ging verloren; Sie können jederzeit neu beginnen.</translation>
    </message>
    <message>
        <source>This file cannot be read. Nothing was changed. Please check its permissions, or choose another one.</source>
        <translation>Diese Datei lässt sich nicht lesen. Nichts wurde verändert. Bitte prüfen Sie die Rechte oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Nothing can be written here. Your mail is untouched. Please choose another folder or medium.</source>
        <translation>Hier lässt sich nichts schreiben. Ihr Postfach ist unberührt. Bitte wählen Sie einen anderen Ordner oder Datenträger.</translation>
    </message>
    <message>
        <source>There is already something with this name, and it was left as it is. Please choose another folder.</source>
        <translation>Unter diesem Namen liegt schon etwas; es wurde nicht angetastet. Bitte wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The medium was removed or no longer answers. Your mail is untouched. Please connect it again and repeat the step.</source>
        <translation>Der Datenträger wurde entfernt oder antwortet nicht mehr. Ihr Postfach ist unberührt. Bitte verbinden Sie ihn wieder und wiederholen Sie den Schritt.</translation>
    </message>
    <message>
        <source>What was read back differs from what was written: the medium is not reliable. Nothing was removed from the mailbox. Please use another medium.</source>
        <translation>Das Zurückgelesene weicht vom Geschriebenen ab: Der Datenträger ist nicht verlässlich. Aus dem Postfach wurde nichts entfernt. Bitte nehmen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>This name would lead out of the chosen folder and was refused. Nothing was written outside. Please choose another folder.</source>
        <translation>Dieser Name würde aus dem gewählten Ordner hinausführen und wurde abgelehnt. Außerhalb wurde nichts geschrieben. Bitte wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Others can read this file, so the password in it was not used. Please let only its owner read it.</source>
        <translation>Andere können diese Datei lesen, deshalb wurde das Kennwort darin nicht verwendet. Bitte geben Sie nur ihrem Eigentümer das Recht zu lesen.</translation>
    </message>
    <message>
        <source>No server with this name was found. Your mail is untouched. Please check the name and the network.</source>
        <translation>Ein Server dieses Namens wurde nicht gefunden. Ihr Postfach ist unberührt. Bitte prüfen Sie den Namen und das Netz.</translation>
    </message>
    <message>
        <source>The server does not accept the connection. Your mail is untouched. Please check server and port, or ask your IT.</source>
        <translation>Der Server nimmt die Verbindung nicht an. Ihr Postfach ist unberührt. Bitte prüfen Sie Server und Port oder fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>The connection was lost. Nothing is lost: what was confirmed stays, the rest can be repeated.</source>
        <translation>Die Verbindung brach ab. Nichts ging verloren: Bestätigtes bleibt, der Rest lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Nothing is lost. Please try again in a while.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Nichts ging verloren. Bitte versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The server offers no encrypted connection, so no password was sent. Please ask your IT for the right settings.</source>
        <translation>Der Server bietet keine verschlüsselte Verbindung an, deshalb wurde kein Kennwort gesendet. Bitte fragen Sie Ihre IT nach den richtigen Einstellungen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was issued by a body this computer does not know, so no password was sent. Please choose your company&apos;s CA file.</source>
        <translation>Das Zertifikat des Servers stammt von einer Stelle, die dieser Rechner nicht kennt; deshalb wurde kein Kennwort gesendet. Bitte wählen Sie die CA-Datei Ihres Betriebs.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate vouches for itself only, so no password was sent. Please choose your company&apos;s CA file, or ask your IT.</source>
        <translation>Das Zertifikat des Servers bürgt nur für sich selbst; deshalb wurde kein Kennwort gesendet. Bitte wählen Sie die CA-Datei Ihres Betriebs oder fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, so no password was sent. Please tell your IT.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen, deshalb wurde kein Kennwort gesendet. Bitte sagen Sie Ihrer IT Bescheid.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is made out to another name, so no password was sent. Please check the server name.</source>
        <translation>Das Zertifikat des Servers ist auf einen anderen Namen ausgestellt, deshalb wurde kein Kennwort gesendet. Bitte prüfen Sie den Servernamen.</translation>
    </message>
    <message>
        <source>This file holds no certificate that can be used. Please choose a PEM file.</source>
        <translation>In dieser Datei ist kein brauchbares Zertifikat. Bitte wählen Sie eine PEM-Datei.</translation>
    </message>
    <message>
        <source>No secure connection could be made, so no password was sent. Please tell your IT the detail line.</source>
        <translation>Es kam keine sichere Verbindung zustande, deshalb wurde kein Kennwort gesendet. Bitte nennen Sie Ihrer IT die Detailzeile.</translation>
    </message>
    <message>
        <source>The server refused the request. What was confirmed before stays. The detail line says what it answered.</source>
        <translation>Der Server hat die Anfrage abgelehnt. Was vorher bestätigt war, bleibt. In der Detailzeile steht seine Antwort.</translation>
    </message>
    <message>
        <source>The server answered something that cannot be understood. Your mail is untouched. Please tell your IT the detail line.</source>
        <translation>Die Antwort des Servers ist nicht zu verstehen. Ihr Postfach ist unberührt. Bitte nennen Sie Ihrer IT die Detailzeile.</translation>
    </message>
    <message>
        <source>This is larger than what can be handled safely. It was left as it is.</source>
        <translation>Das ist größer, als sich sicher verarbeiten lässt. Es wurde so belassen.</translation>
    </message>
    <message>
        <source>User name or password was not accepted. Nothing was changed. Please type them again.</source>
        <translation>Benutzername oder Kennwort wurde nicht angenommen. Nichts wurde verändert. Bitte tippen Sie beides noch einmal.</translation>
    </message>
    <message>
        <source>This account is locked, perhaps after too many attempts. Nothing was changed. Please ask your IT to unlock it.</source>
        <translation>Dieses Konto ist gesperrt, vielleicht nach zu vielen Versuchen. Nichts wurde verändert. Bitte lassen Sie es von Ihrer IT entsperren.</translation>
    </message>
    <message>
        <source>This account is disabled. Nothing was changed. Please ask your IT.</source>
        <translation>Dieses Konto ist deaktiviert. Nichts wurde verändert. Bitte fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>This account has expired. Nothing was changed. Please ask your IT.</source>
        <translation>Dieses Konto ist abgelaufen. Nichts wurde verändert. Bitte fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>The password has expired. Please change it in the usual way first, or let your IT reset it.</source>
        <translation>Das Kennwort ist abgelaufen. Bitte ändern Sie es zuerst auf dem üblichen Weg oder lassen Sie es von Ihrer IT zurücksetzen.</translation>
    </message>
    <message>
        <source>The server asks for a password change first. Please change it in the usual way, then come back.</source>
        <translation>Der Server verlangt zuerst eine Kennwortänderung. Bitte ändern Sie es auf dem üblichen Weg und kommen Sie dann zurück.</translation>
    </message>
    <message>
        <source>The directory refused the new password. The old one is still valid. Please let your IT reset it.</source>
        <translation>Das Verzeichnis hat das neue Kennwort abgelehnt. Das alte gilt weiter. Bitte lassen Sie es von Ihrer IT zurücksetzen.</translation>
    </message>
    <message>
        <source>The password was changed so recently that the directory allows no other change yet. The old one is still valid. Please try again later or let your IT reset it.</source>
        <translation>Das Kennwort wurde so kürzlich geändert, dass das Verzeichnis noch keine weitere Änderung erlaubt. Das alte gilt weiter. Bitte versuchen Sie es später oder lassen Sie es von Ihrer IT zurücksetzen.</translation>
    </message>
    <message>
        <source>This account may not do that. Nothing was changed. Please ask your IT.</source>
        <translation>Dieses Konto darf das nicht. Nichts wurde verändert. Bitte fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>There is no such entry. Please check what you typed.</source>
        <translation>Einen solchen Eintrag gibt es nicht. Bitte prüfen Sie Ihre Eingabe.</translation>
    </message>
    <message>
        <source>The mailbox is damaged at this place. What could be read is listed; nothing was changed in it.</source>
        <translation>Das Postfach ist an dieser Stelle beschädigt. Was lesbar war, ist aufgeführt; nichts wurde darin verändert.</translation>
    </message>
    <message>
        <source>This folder is no longer there. Please read the mailbox again.</source>
        <translation>Diesen Ordner gibt es nicht mehr. Bitte lesen Sie das Postfach neu ein.</translation>
    </message>
    <message>
        <source>The server has rebuilt this folder since it was read, so nothing in it was removed. Please read the mailbox again.</source>
        <translation>Der Server hat diesen Ordner seit dem Einlesen neu aufgebaut, deshalb wurde darin nichts entfernt. Bitte lesen Sie das Postfach neu ein.</translation>
    </message>
    <message>
        <source>This message is no longer in the mailbox. Somebody else may have moved or deleted it.</source>
        <translation>Diese Nachricht ist nicht mehr im Postfach. Vielleicht hat jemand anderes sie verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>This message has changed since it was read, so it was not removed. Please read the mailbox again.</source>
        <translation>Diese Nachricht hat sich seit dem Einlesen verändert und wurde deshalb nicht entfernt. Bitte lesen Sie das Postfach neu ein.</translation>
    </message>
    <message>
        <source>This message cannot be read. It stays in the mailbox as it is.</source>
        <translation>Diese Nachricht lässt sich nicht lesen. Sie bleibt im Postfach, wie sie ist.</translation>
    </message>
    <message>
        <source>This kind of mailbox cannot remove messages. Everything stays in it; please delete there yourself.</source>
        <translation>Aus dieser Art Postfach lassen sich Nachrichten nicht entfernen. Alles bleibt darin; bitte löschen Sie dort selbst.</translation>
    </message>
    <message>
        <source>This passphrase does not open it. Please type it again; capital letters matter.</source>
        <translation>Diese Passphrase öffnet es nicht. Bitte tippen Sie sie noch einmal; auf Großbuchstaben kommt es an.</translation>
    </message>
    <message>
        <source>This is not a handover archive. Please choose the file that was handed over.</source>
        <translation>Das ist kein Übergabearchiv. Bitte wählen Sie die Datei, die übergeben wurde.</translation>
    </message>
    <message>
        <source>The archive is damaged and cannot be read to its end. Please make it anew, or ask for another copy.</source>
        <translation>Das Archiv ist beschädigt und lässt sich nicht zu Ende lesen. Bitte schreiben Sie es neu oder bitten Sie um eine andere Kopie.</translation>
    </message>
    <message>
        <source>The archive&apos;s content differs from its own list of checksums. It was changed after it was made.</source>
        <translation>Der Inhalt des Archivs weicht von seinen eigenen Prüfsummen ab. Es wurde nach dem Schreiben verändert.</translation>
    </message>
    <message>
        <source>This file is not a handover receipt. Please choose the PDF that was signed.</source>
        <translation>Diese Datei ist kein Übergabeprotokoll. Bitte wählen Sie das PDF, das unterschrieben wurde.</translation>
    </message>
    <message>
        <source>This receipt was changed after it was signed and was not signed again. Please ask for the original file.</source>
        <translation>Dieses Protokoll wurde nach der Unterschrift verändert und deshalb nicht noch einmal unterschrieben. Bitte lassen Sie sich die ursprüngliche Datei geben.</translation>
    </message>
    <message>
        <source>This signature is already there. Nothing was changed.</source>
        <translation>Diese Unterschrift ist schon da. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>This key file cannot be used for signing. Please choose another one, or sign without a certificate of your own.</source>
        <translation>Mit dieser Schlüsseldatei lässt sich nicht unterschreiben. Bitte wählen Sie eine andere oder unterschreiben Sie ohne eigenes Zertifikat.</translation>
    </message>
    <message>
        <source>This certificate cannot be used here. Please choose another one.</source>
        <translation>Dieses Zertifikat ist hier nicht brauchbar. Bitte wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The time-stamp server gave no valid stamp. Nothing was signed. Please try again later.</source>
        <translation>Der Zeitstempelserver gab keinen gültigen Stempel. Nichts wurde unterschrieben. Bitte versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>This file is not a sealed password. Please choose the file ending in “.seal”.</source>
        <translation>Diese Datei ist kein versiegeltes Kennwort. Bitte wählen Sie die Datei mit der Endung „.seal“.</translation>
    </message>
    <message>
        <source>The seal does not open. Code or key do not belong to it, or it comes from another handover.</source>
        <translation>Das Siegel öffnet sich nicht. Code oder Schlüssel gehören nicht dazu, oder es stammt aus einer anderen Übergabe.</translation>
    </message>
    <message>
        <source>Something in this input is not right. The detail line says where. Nothing was changed.</source>
        <translation>An dieser Eingabe stimmt etwas nicht. Die Detailzeile sagt, wo. Nichts wurde verändert.</translation>
    </message>
    <message>
        <source>This computer has no key store that answers. Passwords are kept in memory only and asked for again after a restart.</source>
        <translation>Auf diesem Rechner antwortet kein Schlüsselspeicher. Kennwörter bleiben nur im Arbeitsspeicher und werden nach einem Neustart wieder erfragt.</translation>
    </message>
    <message>
        <source>The key store is locked. Please unlock it, or type the password again.</source>
        <translation>Der Schlüsselspeicher ist gesperrt. Bitte entsperren Sie ihn oder tippen Sie das Kennwort noch einmal.</translation>
    </message>
    <message>
        <source>This handover file is damaged and cannot be opened. It was left as it is. Please ask your IT for a backup of it.</source>
        <translation>Diese Übergabedatei ist beschädigt und lässt sich nicht öffnen. Sie wurde so belassen. Bitte fragen Sie Ihre IT nach einer Sicherung.</translation>
    </message>
    <message>
        <source>This handover was saved by a newer version of the program. Please use that version.</source>
        <translation>Diese Übergabe wurde von einer neueren Fassung des Programms gespeichert. Bitte verwenden Sie diese Fassung.</translation>
    </message>
    <message>
        <source>This handover is open in another window. Please close it there first.</source>
        <translation>Diese Übergabe ist in einem anderen Fenster geöffnet. Bitte schließen Sie sie dort zuerst.</translation>
    </message>
    <message>
        <source>This cannot be done at this point of the handover. The steps before it come first.</source>
        <translation>Das geht an dieser Stelle der Übergabe nicht. Die Schritte davor kommen zuerst.</translation>
    </message>
    <message>
        <source>This was done already and is not done twice.</source>
        <translation>Das ist schon geschehen und wird nicht wiederholt.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Nothing was removed. Please repeat the step; if it happens again, tell your IT the detail line.</source>
        <translation>Im Programm ist etwas schiefgegangen. Nichts wurde entfernt. Bitte wiederholen Sie den Schritt; geschieht es wieder, nennen Sie Ihrer IT die Detailzeile.</translation>
    </message>
    <message>
        <source>Your company accepts only signed policies, and this one has no valid signature. Please ask IT for the signed file. Nothing was changed.</source>
        <translation>Ihr Betrieb lässt nur signierte Regelungen gelten, und diese hat keine gültige Signatur. Bitte lassen Sie sich von der IT die signierte Datei geben. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The server does not offer the chosen kind of sign-in. Nothing was sent to it. Please choose another kind or ask your IT.</source>
        <translation>Der Server bietet die gewählte Art der Anmeldung nicht an. Es wurde nichts an ihn gesendet. Bitte wählen Sie eine andere oder fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>This server cannot share folders. Nothing was changed. Please ask your IT to do it.</source>
        <translation>Dieser Server kann keine Ordner freigeben. Es wurde nichts geändert. Bitte lassen Sie das Ihre IT tun.</translation>
    </message>
    <message>
        <source>This file or its copy is no longer what was copied and compared, so it was left where it is. Please copy it again.</source>
        <translation>Diese Datei oder ihre Kopie ist nicht mehr so, wie sie kopiert und verglichen wurde; sie blieb deshalb, wo sie ist. Bitte kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The company&apos;s rules want a stronger signature. Please sign with a certificate of your own that comes from an authority the rules name.</source>
        <translation>Die betriebliche Regelung verlangt eine stärkere Signatur. Bitte unterschreiben Sie mit einem eigenen Zertifikat einer Stelle, die in der Regelung steht.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is behind the time on the receipt. Nothing was signed. Please set the clock.</source>
        <translation>Die Uhr dieses Rechners geht gegenüber der Zeit auf dem Protokoll nach. Es wurde nichts unterschrieben. Bitte stellen Sie die Uhr.</translation>
    </message>
    <message>
        <source>This certificate is not valid today. Nothing was signed. Please sign with another certificate, or without one of your own. If the date is wrong, set this computer&apos;s clock.</source>
        <translation>Dieses Zertifikat ist heute nicht gültig. Es wurde nichts unterschrieben. Bitte unterschreiben Sie mit einem anderen Zertifikat oder ohne eigenes. Stimmt das Datum nicht, stellen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The authority that issued this certificate has revoked it. Nothing was signed. Please sign with another certificate, or without one of your own.</source>
        <translation>Die Stelle, die dieses Zertifikat ausgestellt hat, hat es gesperrt. Es wurde nichts unterschrieben. Bitte unterschreiben Sie mit einem anderen Zertifikat oder ohne eigenes.</translation>
    </message>
    <message>
        <source>The program for smart cards on this computer cannot be used. Nothing was signed. Please ask your IT, or sign without a card.</source>
        <translation>Das Programm für Chipkarten auf diesem Rechner lässt sich nicht verwenden. Es wurde nichts unterschrieben. Bitte fragen Sie Ihre IT oder unterschreiben Sie ohne Karte.</translation>
    </message>
    <message>
        <source>No smart card or token was found. Please put it into the reader and look again.</source>
        <translation>Es wurde weder eine Chipkarte noch ein Token gefunden. Bitte stecken Sie sie in das Lesegerät und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The card no longer answers: it was pulled out, or the reader was. Nothing was signed and nothing is lost. Please put it in again and sign once more.</source>
        <translation>Die Karte antwortet nicht mehr: Sie oder das Lesegerät wurde abgezogen. Es wurde nichts unterschrieben, und nichts ist verloren. Bitte stecken Sie die Karte wieder ein und unterschreiben Sie noch einmal.</translation>
    </message>
    <message>
        <source>The card did not accept this PIN. Nothing was signed. Please type it again; after some wrong ones the card locks itself.</source>
        <translation>Die Karte hat diese PIN nicht angenommen. Es wurde nichts unterschrieben. Bitte geben Sie sie noch einmal ein; nach einigen falschen sperrt sich die Karte.</translation>
    </message>
    <message>
        <source>The card is locked after too many wrong PINs. Nothing was signed. Please unlock it with its PUK, or sign without the card.</source>
        <translation>Die Karte ist nach zu vielen falschen PINs gesperrt. Es wurde nichts unterschrieben. Bitte entsperren Sie sie mit der PUK oder unterschreiben Sie ohne Karte.</translation>
    </message>
    <message>
        <source>There are several certificates to sign with. Please choose one of them.</source>
        <translation>Es gibt mehrere Zertifikate zum Unterschreiben. Bitte wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>There is no such certificate for signing on the card. Please choose another one, or sign without the card.</source>
        <translation>Auf der Karte ist kein solches Zertifikat zum Unterschreiben. Bitte wählen Sie ein anderes oder unterschreiben Sie ohne Karte.</translation>
    </message>
    <message>
        <source>This file holds several keys, and nobody can tell which one is meant. Please choose a file with your signing key alone.</source>
        <translation>Diese Datei enthält mehrere Schlüssel, und es ist nicht zu erkennen, welcher gemeint ist. Bitte wählen Sie eine Datei, in der nur Ihr Schlüssel zum Unterschreiben liegt.</translation>
    </message>
    <message>
        <source>This certificate carries a condition that this program does not know, so it is not used for signing. Please choose another one, or sign without a certificate of your own.</source>
        <translation>Dieses Zertifikat trägt eine Bedingung, die dieses Programm nicht kennt; darum wird damit nicht unterschrieben. Bitte wählen Sie ein anderes oder unterschreiben Sie ohne eigenes Zertifikat.</translation>
    </message>
    <message>
        <source>The printer did not print the letter. Nothing was changed. Please look at the printer, or choose another one.</source>
        <translation>Der Drucker hat den Brief nicht gedruckt. Es wurde nichts geändert. Bitte sehen Sie nach dem Drucker oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>What is to be written can become larger than this medium holds in one file (FAT32: 4 GiB). Nothing was begun. Please choose a medium formatted as exFAT or NTFS.</source>
        <translation>Was geschrieben werden soll, kann größer werden, als dieser Datenträger eine Datei halten kann (FAT32: 4 GiB). Es wurde nichts begonnen. Bitte wählen Sie einen Datenträger, der mit exFAT oder NTFS formatiert ist.</translation>
    </message>
    <message>
        <source>This file or folder is not there. Please check the path and choose it again.</source>
        <translation>Diese Datei oder dieser Ordner ist nicht da. Bitte prüfen Sie den Pfad und wählen Sie neu.</translation>
    </message>
    <message>
        <source>This file still lacks the countersignature. Nothing was changed. Please choose the file that came back signed by both.</source>
        <translation>In dieser Datei fehlt die Gegenzeichnung noch. Es wurde nichts geändert. Bitte wählen Sie die Datei, die von beiden unterschrieben zurückkam.</translation>
    </message>
    <message>
        <source>This is not the receipt that was signed in this handover, or it was altered. Nothing was changed. Please choose the file that came back.</source>
        <translation>Das ist nicht das Protokoll, das in dieser Übergabe unterschrieben wurde, oder es wurde verändert. Es wurde nichts geändert. Bitte wählen Sie die Datei, die zurückkam.</translation>
    </message>
    <message>
        <source>Another file lies where the receipt signed by both belongs, and it was left as it is. Please put that file elsewhere and try again.</source>
        <translation>Wo das von beiden unterschriebene Protokoll hingehört, liegt eine andere Datei; sie blieb, wie sie ist. Bitte legen Sie diese Datei woandershin und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This receipt was countersigned already; the file signed by both lies beside it. Nothing was signed. In the handover, go one page back and bring it in.</source>
        <translation>Dieses Protokoll wurde schon gegengezeichnet; die von beiden unterschriebene Datei liegt daneben. Es wurde nichts unterschrieben. Gehen Sie in der Übergabe eine Seite zurück und übernehmen Sie sie dort.</translation>
    </message>
    <message>
        <source>The company&apos;s rules want a stronger countersignature than this receipt has. Nothing was brought in. Please have it countersigned with a certificate from an authority the rules name, or here.</source>
        <translation>Die Regeln des Unternehmens verlangen eine stärkere Gegenzeichnung, als dieses Protokoll hat. Es wurde nichts übernommen. Bitte lassen Sie es mit einem Zertifikat einer Stelle gegenzeichnen, die die Regeln nennen, oder hier.</translation>
    </message>
    <message>
        <source>The countersignature was made with a certificate that its authority had revoked. Nothing was brought in. Please have it countersigned with another certificate.</source>
        <translation>Die Gegenzeichnung entstand mit einem Zertifikat, das seine Stelle widerrufen hatte. Es wurde nichts übernommen. Bitte lassen Sie es mit einem anderen Zertifikat gegenzeichnen.</translation>
    </message>
    <message>
        <source>The company&apos;s rules want a time-stamp on the countersignature, and this receipt has none that they accept. Nothing was brought in. Please have it countersigned with these rules, or here.</source>
        <translation>Die Regeln des Unternehmens verlangen einen Zeitstempel auf der Gegenzeichnung, und dieses Protokoll hat keinen, der ihnen genügt. Es wurde nichts übernommen. Bitte lassen Sie es nach diesen Regeln gegenzeichnen, oder hier.</translation>
    </message>
    <message>
        <source>There is too little room on this medium. Your mail is untouched. Please make room or choose a larger medium.</source>
        <translation>Auf diesem Datenträger ist zu wenig Platz. Ihre Post ist unberührt. Bitte schaffen Sie Platz oder wählen Sie einen größeren Datenträger.</translation>
    </message>
    <message>
        <source>Folders below this one cannot be read, so there may be messages that are not listed. Nothing was changed in it. Please have the file repaired in Outlook, or get a whole copy, and read it again.</source>
        <translation>Ordner unter diesem lassen sich nicht lesen; es kann also Nachrichten geben, die nicht aufgeführt sind. Nichts wurde darin verändert. Bitte lassen Sie die Datei in Outlook reparieren oder besorgen Sie eine vollständige Kopie, und lesen Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>This file is damaged, and nothing in it can be read. Nothing was changed in it. Please have it repaired in Outlook, or get a whole copy of it.</source>
        <translation>Diese Datei ist beschädigt, nichts darin lässt sich lesen. Nichts wurde darin verändert. Bitte lassen Sie sie in Outlook reparieren oder besorgen Sie eine vollständige Kopie.</translation>
    </message>
    <message>
        <source>Whether this message is gone cannot be told, because a part of the file cannot be read. Please have the file repaired in Outlook and check again.</source>
        <translation>Ob diese Nachricht gelöscht ist, lässt sich nicht sagen, weil ein Teil der Datei nicht lesbar ist. Bitte lassen Sie die Datei in Outlook reparieren und prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>This file is shorter than its own header says, as after a copy that was broken off. There may be messages that are not listed. Nothing was changed in it. Please get a whole copy and read it again.</source>
        <translation>Diese Datei ist kürzer, als sie selbst angibt, etwa nach einer abgebrochenen Kopie. Es kann Nachrichten geben, die nicht aufgeführt sind. Nichts wurde darin verändert. Bitte besorgen Sie eine vollständige Kopie und lesen Sie diese ein.</translation>
    </message>
    <message>
        <source>Checksums in this file do not fit its content, so it was damaged after Outlook wrote it. What is listed may differ from what was written, and there may be messages that are not listed. Nothing was changed in it. Please have the file repaired in Outlook, or get a sound copy, and read it again.</source>
        <translation>Prüfsummen in dieser Datei passen nicht zu ihrem Inhalt: Sie wurde beschädigt, nachdem Outlook sie geschrieben hat. Was aufgeführt ist, kann vom Geschriebenen abweichen, und es kann Nachrichten geben, die nicht aufgeführt sind. Nichts wurde darin verändert. Bitte lassen Sie die Datei in Outlook reparieren oder besorgen Sie eine unbeschädigte Kopie, und lesen Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>The checksums in this file could not be compared to the end, so nobody knows whether it is damaged. Nothing was changed in it. Please read it again.</source>
        <translation>Die Prüfsummen in dieser Datei ließen sich nicht bis zum Ende vergleichen; ob sie beschädigt ist, weiß also niemand. Nichts wurde darin verändert. Bitte lesen Sie sie erneut ein.</translation>
    </message>
    <message>
        <source>This is no Outlook data file. Nothing was changed. Please choose a file whose name ends in .pst or .ost.</source>
        <translation>Das ist keine Outlook-Datendatei. Nichts wurde verändert. Bitte wählen Sie eine Datei, deren Name auf .pst oder .ost endet.</translation>
    </message>
    <message>
        <source>There is no mbox file here. Nothing was changed. Please choose the file that holds the messages.</source>
        <translation>Hier liegt keine mbox-Datei. Nichts wurde verändert. Bitte wählen Sie die Datei, in der die Nachrichten stehen.</translation>
    </message>
    <message>
        <source>There is no .eml or .msg file in this folder. Nothing was changed. Please choose another one.</source>
        <translation>In diesem Ordner liegt keine .eml- oder .msg-Datei. Nichts wurde verändert. Bitte wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This is no Maildir: there is no folder “cur” or “new” in it. Nothing was changed. Please choose another folder, or another kind of mailbox.</source>
        <translation>Das ist kein Maildir: Es enthält keinen Ordner „cur“ oder „new“. Nichts wurde verändert. Bitte wählen Sie einen anderen Ordner oder eine andere Art von Postfach.</translation>
    </message>
    <message>
        <source>There is no mail of Thunderbird in this folder. Nothing was changed. Please choose the folder of the profile.</source>
        <translation>In diesem Ordner liegt keine Post von Thunderbird. Nichts wurde verändert. Bitte wählen Sie den Ordner des Profils.</translation>
    </message>
    <message>
        <source>This is a file, and this kind of mailbox is a folder. Nothing was changed. Please choose the folder, or another kind of mailbox.</source>
        <translation>Das ist eine Datei, diese Art von Postfach ist aber ein Ordner. Nichts wurde verändert. Bitte wählen Sie den Ordner oder eine andere Art von Postfach.</translation>
    </message>
    <message>
        <source>This is a folder, and a file is needed here. Nothing was changed. Please choose the file.</source>
        <translation>Das ist ein Ordner, hier wird aber eine Datei gebraucht. Nichts wurde verändert. Bitte wählen Sie die Datei.</translation>
    </message>
    <message>
        <source>This message still lies there. Please try again, or delete it there yourself.</source>
        <translation>Diese Nachricht liegt noch dort. Bitte versuchen Sie es noch einmal oder löschen Sie sie dort selbst.</translation>
    </message>
    <message>
        <source>On this server mail is gone only once it is removed from the trash, and the server does not let this program do that. Nothing was removed. Please let the account show its trash in IMAP programs, or delete the mail yourself.</source>
        <translation>Auf diesem Server ist Post erst weg, wenn sie aus dem Papierkorb entfernt ist, und das lässt der Server dieses Programm nicht tun. Entfernt wurde nichts. Bitte lassen Sie das Konto seinen Papierkorb in IMAP-Programmen anzeigen, oder löschen Sie die Post selbst.</translation>
    </message>
    <message>
        <source>Whether this message is gone from the account cannot be seen. Please look for it there, in the trash and among all mail too, and delete it yourself if you find it.</source>
        <translation>Ob diese Nachricht aus dem Konto verschwunden ist, lässt sich nicht sehen. Bitte suchen Sie dort nach ihr, auch im Papierkorb und in „Alle Nachrichten“, und löschen Sie sie selbst, falls Sie sie finden.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FileDecisions</name>
    <message>
        <source>Your folders and files</source>
        <translation>Ihre Ordner und Dateien</translation>
    </message>
    <message>
        <source>Take all suggestions</source>
        <translation>Alle Vorschläge übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s), %2</source>
        <translation>
            <numerusform>%1: %n Datei, %2</numerusform>
            <numerusform>%1: %n Dateien, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>What is undecided or protected stays where it is.</source>
        <translation>Offenes und Geschütztes bleibt, wo es ist.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FilePlaces</name>
    <message>
        <source>Folder to look through</source>
        <translation>Ordner, der durchgesehen wird</translation>
    </message>
    <message>
        <source>Folders and drives to look through</source>
        <translation>Ordner und Laufwerke, die durchgesehen werden</translation>
    </message>
    <message>
        <source>Home folder</source>
        <translation>Eigener Ordner</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Off the list</source>
        <translation>Aus der Liste</translation>
    </message>
    <message>
        <source>Only names, sizes and dates are read. Links are not followed and other drives are not entered unless they stand in this list.</source>
        <translation>Gelesen werden nur Namen, Größen und Daten. Verknüpfungen werden nicht verfolgt, andere Laufwerke nur betreten, wenn sie in dieser Liste stehen.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FileTargets</name>
    <message>
        <source>The medium has %1 free, %2 are needed.</source>
        <translation>Auf dem Datenträger sind %1 frei, nötig sind %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are too large for this medium (FAT32 holds 4 GiB) and stay here.</source>
        <translation>
            <numerusform>%n Datei ist zu groß für diesen Datenträger (FAT32 fasst 4 GiB) und bleibt hier.</numerusform>
            <numerusform>%n Dateien sind zu groß für diesen Datenträger (FAT32 fasst 4 GiB) und bleiben hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are not possible on this medium and are changed.</source>
        <translation>
            <numerusform>%n Name ist auf diesem Datenträger nicht möglich und wird geändert.</numerusform>
            <numerusform>%n Namen sind auf diesem Datenträger nicht möglich und werden geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) differ in case only and get a number.</source>
        <translation>
            <numerusform>%n Name unterscheidet sich nur in Groß- und Kleinschreibung und bekommt eine Nummer.</numerusform>
            <numerusform>%n Namen unterscheiden sich nur in Groß- und Kleinschreibung und bekommen eine Nummer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) or other drives are not copied.</source>
        <translation>
            <numerusform>%n Verknüpfung oder anderes Laufwerk wird nicht kopiert.</numerusform>
            <numerusform>%n Verknüpfungen oder andere Laufwerke werden nicht kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read.</source>
        <translation>
            <numerusform>%n Datei kann nicht gelesen werden.</numerusform>
            <numerusform>%n Dateien können nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Private files go to</source>
        <translation>Private Dateien kommen nach</translation>
    </message>
    <message>
        <source>Business files go to</source>
        <translation>Dienstliche Dateien kommen nach</translation>
    </message>
    <message>
        <source>Then remove them from this computer</source>
        <translation>Danach von diesem Rechner entfernen</translation>
    </message>
    <message>
        <source>The ZIP could grow to %1, and this medium (FAT32) holds no file over 4 GiB. Please choose one formatted as exFAT or NTFS, or copy without a ZIP.</source>
        <translation>Das ZIP könnte %1 groß werden, und dieser Datenträger (FAT32) hält keine Datei über 4 GiB. Bitte wählen Sie einen mit exFAT oder NTFS, oder kopieren Sie ohne ZIP.</translation>
    </message>
    <message>
        <source>Into one ZIP that only I can open (AES-256)</source>
        <translation>In ein ZIP, das nur ich öffnen kann (AES-256)</translation>
    </message>
    <message>
        <source>Business files lie unencrypted in their folder.</source>
        <translation>Dienstliche Dateien liegen unverschlüsselt in ihrem Ordner.</translation>
    </message>
    <message>
        <source>The private copy lies on this computer: whoever gives the computer back gives the copy back too.</source>
        <translation>Die private Kopie liegt auf diesem Rechner: Mit dem Rechner geben Sie auch die Kopie zurück.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FileTreeModel</name>
    <message>
        <source>a link, is not copied</source>
        <translation>Verknüpfung, wird nicht kopiert</translation>
    </message>
    <message>
        <source>another drive, is not entered</source>
        <translation>anderes Laufwerk, wird nicht betreten</translation>
    </message>
    <message>
        <source>no file, is not copied</source>
        <translation>keine Datei, wird nicht kopiert</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n file(s)</source>
        <translation>
            <numerusform>%1 in %n Datei</numerusform>
            <numerusform>%1 in %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>dem Namen nach</translation>
    </message>
    <message>
        <source>named like business</source>
        <translation>Name klingt dienstlich</translation>
    </message>
    <message>
        <source>named like a protected body</source>
        <translation>Name einer geschützten Stelle</translation>
    </message>
    <message>
        <source>photos and films</source>
        <translation>Fotos und Filme</translation>
    </message>
    <message>
        <source>music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>synchronised with a cloud</source>
        <translation>mit einer Cloud abgeglichen</translation>
    </message>
    <message>
        <source>looks like a project</source>
        <translation>sieht aus wie ein Projekt</translation>
    </message>
    <message>
        <source>another drive</source>
        <translation>anderes Laufwerk</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Sieht aus wie</translation>
    </message>
    <message>
        <source>mailbox of this handover, see Separation</source>
        <translation>gehört zum Postfach dieser Übergabe; siehe Trennen</translation>
    </message>
    <message>
        <source>mail, stays where it is</source>
        <translation>E-Mails, bleiben hier</translation>
    </message>
    <message>
        <source>belongs to this program, stays</source>
        <translation>gehört zu diesem Programm, bleibt hier</translation>
    </message>
    <message>
        <source>target of this handover, stays</source>
        <translation>Ziel dieser Übergabe, bleibt hier</translation>
    </message>
    <message>
        <source>settings of programs, stay</source>
        <translation>Einstellungen von Programmen, bleiben hier</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FilesPage</name>
    <message>
        <source>There are no files to hand over</source>
        <translation>Es gibt keine Dateien</translation>
    </message>
    <message>
        <source>Nothing is changed by looking.</source>
        <translation>Durch das Nachsehen ändert sich nichts.</translation>
    </message>
    <message>
        <source>Whose are the files</source>
        <translation>Wem die Dateien gehören</translation>
    </message>
    <message>
        <source>Private files come with you, business files go to the handover folder. Each copy is read back and compared.</source>
        <translation>Private Dateien nehmen Sie mit, dienstliche kommen in den Übergabeordner. Jede Kopie wird zurückgelesen und verglichen.</translation>
    </message>
    <message>
        <source>Private files left behind may be read or deleted, and business files taken along are a breach of duty. The receipt counts files; it names none.</source>
        <translation>Zurückgelassene private Dateien können gelesen oder gelöscht werden; mitgenommene dienstliche sind eine Pflichtverletzung. Das Protokoll zählt Dateien, es nennt keine.</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Copy and compare</source>
        <translation>Kopieren und vergleichen</translation>
    </message>
    <message>
        <source>Remove the private originals …</source>
        <translation>Private Originale entfernen …</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>If you cancel, whole copies stay on the medium and the same step goes on from there.</source>
        <translation>Wenn Sie abbrechen, bleiben fertige Kopien auf dem Datenträger, und derselbe Schritt macht dort weiter.</translation>
    </message>
    <message>
        <source>Remove private files</source>
        <translation>Private Dateien entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n private file(s) are removed from this computer. Each is compared with its copy once more before. Backups of the company may still hold them.</source>
        <translation>
            <numerusform>%n private Datei wird von diesem Rechner entfernt. Vorher wird sie noch einmal mit ihrer Kopie verglichen. Sicherungen des Unternehmens können sie noch enthalten.</numerusform>
            <numerusform>%n private Dateien werden von diesem Rechner entfernt. Vorher wird jede noch einmal mit ihrer Kopie verglichen. Sicherungen des Unternehmens können sie noch enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>If you cancel, what was not removed yet stays.</source>
        <translation>Wenn Sie abbrechen, bleibt, was noch nicht entfernt wurde.</translation>
    </message>
    <message>
        <source>If you cancel, the unfinished ZIP is removed again; your files are untouched.</source>
        <translation>Wenn Sie abbrechen, wird das unfertige ZIP wieder entfernt; Ihre Dateien bleiben unberührt.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FilesResult</name>
    <message numerus="yes">
        <source>Private: %1 in %n file(s).</source>
        <translation>
            <numerusform>Privat: %1 in %n Datei.</numerusform>
            <numerusform>Privat: %1 in %n Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Business: %1 in %n file(s).</source>
        <translation>
            <numerusform>Dienstlich: %1 in %n Datei.</numerusform>
            <numerusform>Dienstlich: %1 in %n Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>The private ones are in %1, locked with your passphrase.</source>
        <translation>Die privaten liegen in %1, verschlossen mit Ihrer Passphrase.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or links were not copied and are where they were.</source>
        <translation>
            <numerusform>%n Datei oder Verknüpfung wurde nicht kopiert und ist, wo sie war.</numerusform>
            <numerusform>%n Dateien oder Verknüpfungen wurden nicht kopiert und sind, wo sie waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private original(s) removed.</source>
        <translation>
            <numerusform>%n privates Original entfernt.</numerusform>
            <numerusform>%n private Originale entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) stayed, as they or their copies had changed.</source>
        <translation>
            <numerusform>%n Original blieb, weil es oder seine Kopie sich geändert hatte.</numerusform>
            <numerusform>%n Originale blieben, weil sie oder ihre Kopien sich geändert hatten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied, read back and compared</source>
        <translation>
            <numerusform>%n Datei kopiert, zurückgelesen und verglichen</numerusform>
            <numerusform>%n Dateien kopiert, zurückgelesen und verglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Your passphrase once more: the ZIP is opened with it before anything is removed</source>
        <translation>Ihre Passphrase noch einmal: Damit wird das ZIP geöffnet, bevor etwas entfernt wird</translation>
    </message>
    <message>
        <source>Do it anew</source>
        <translation>Noch einmal von vorn</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are undecided and stay where they are. The receipt says so.</source>
        <translation>
            <numerusform>%n Datei ist offen und bleibt, wo sie ist. Das Protokoll nennt das.</numerusform>
            <numerusform>%n Dateien sind offen und bleiben, wo sie sind. Das Protokoll nennt das.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FindingText</name>
    <message>
        <source>intact</source>
        <translation>unversehrt</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>Gegenzeichnung fehlt</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>no receipt</source>
        <translation>kein Protokoll</translation>
    </message>
    <message>
        <source>Both signatures are intact.</source>
        <translation>Beide Unterschriften sind unversehrt.</translation>
    </message>
    <message>
        <source>The countersignature is missing. The receipt counts only with both signatures.</source>
        <translation>Die Gegenzeichnung fehlt. Das Protokoll zählt erst mit beiden Unterschriften.</translation>
    </message>
    <message>
        <source>Nobody has signed this receipt yet.</source>
        <translation>Dieses Protokoll hat noch niemand unterschrieben.</translation>
    </message>
    <message>
        <source>This file is not a PDF.</source>
        <translation>Diese Datei ist kein PDF.</translation>
    </message>
    <message>
        <source>This PDF holds no record of a handover.</source>
        <translation>Dieses PDF enthält keine Übergabedaten.</translation>
    </message>
    <message>
        <source>The record in the file differs from the one that was signed.</source>
        <translation>Die Daten in der Datei weichen von den unterschriebenen ab.</translation>
    </message>
    <message>
        <source>The content was changed after it was signed.</source>
        <translation>Der Inhalt wurde nach der Unterschrift verändert.</translation>
    </message>
    <message>
        <source>A signature cannot be confirmed.</source>
        <translation>Eine Unterschrift lässt sich nicht bestätigen.</translation>
    </message>
    <message>
        <source>A signature does not cover what it claims to cover.</source>
        <translation>Eine Unterschrift deckt nicht ab, was sie abzudecken vorgibt.</translation>
    </message>
    <message>
        <source>Something was appended after the last signature.</source>
        <translation>Nach der letzten Unterschrift wurde etwas angehängt.</translation>
    </message>
    <message>
        <source>Something was changed between the signatures.</source>
        <translation>Zwischen den Unterschriften wurde etwas verändert.</translation>
    </message>
    <message>
        <source>Changed after signing: object %1.</source>
        <translation>Nach der Unterschrift verändert: Objekt %1.</translation>
    </message>
    <message>
        <source>The signature fields are not the ones this program makes.</source>
        <translation>Die Unterschriftsfelder sind nicht die dieses Programms.</translation>
    </message>
    <message>
        <source>A signature does not belong to the person it names.</source>
        <translation>Eine Unterschrift gehört nicht der Person, die sie nennt.</translation>
    </message>
    <message>
        <source>A certificate differs from the one the signature names.</source>
        <translation>Ein Zertifikat weicht von dem ab, das die Unterschrift nennt.</translation>
    </message>
    <message>
        <source>A time-stamp cannot be confirmed.</source>
        <translation>Ein Zeitstempel lässt sich nicht bestätigen.</translation>
    </message>
    <message>
        <source>This PDF is damaged.</source>
        <translation>Dieses PDF ist beschädigt.</translation>
    </message>
    <message>
        <source>The archive at hand is the one on the receipt.</source>
        <translation>Das vorliegende Archiv ist das im Protokoll genannte.</translation>
    </message>
    <message>
        <source>The archive at hand is not the one on the receipt.</source>
        <translation>Das vorliegende Archiv ist nicht das im Protokoll genannte.</translation>
    </message>
    <message>
        <source>simple electronic signature with integrity protection</source>
        <translation>einfache elektronische Signatur mit Unversehrtheitsschutz</translation>
    </message>
    <message>
        <source>advanced, own certificate</source>
        <translation>fortgeschritten, eigenes Zertifikat</translation>
    </message>
    <message>
        <source>qualified</source>
        <translation>qualifiziert</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>, with time-stamp of %1</source>
        <translation>, mit Zeitstempel vom %1</translation>
    </message>
    <message>
        <source>%1: cannot be confirmed</source>
        <translation>%1: nicht zu bestätigen</translation>
    </message>
    <message>
        <source>Reservation of %1: %2</source>
        <translation>Vorbehalt von %1: %2</translation>
    </message>
    <message>
        <source>What this does not prove: that the people are who they say they are, where no certificate of their own was used.</source>
        <translation>Was das nicht beweist: dass die Personen die sind, als die sie sich ausgeben, wo kein eigenes Zertifikat verwendet wurde.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>This is not the file that was signed in this handover.</source>
        <translation>Das ist nicht die Datei, die bei dieser Übergabe unterschrieben wurde.</translation>
    </message>
    <message>
        <source>The supervisor refused to confirm the receipt. What the person leaving stated in block A stands.</source>
        <translation>Die Führungskraft hat die Bestätigung des Empfangs verweigert. Die Erklärung in Block A gilt weiter.</translation>
    </message>
    <message>
        <source>The person leaving was not there; block A is only what a witness found.</source>
        <translation>Die ausscheidende Person war nicht da; Block A ist nur, was eine Zeugin oder ein Zeuge vorgefunden hat.</translation>
    </message>
    <message>
        <source>The supervisor was not there; what the person leaving stated in block A stands.</source>
        <translation>Die Führungskraft war nicht da; die Erklärung in Block A gilt weiter.</translation>
    </message>
    <message>
        <source>A witness signed instead of a party.</source>
        <translation>Statt einer der beiden Seiten hat eine Zeugin oder ein Zeuge unterschrieben.</translation>
    </message>
    <message>
        <source>Unchanged, but nobody vouches that the certificate of the first signer belongs to that person.</source>
        <translation>Unverändert, aber niemand bürgt dafür, dass das Zertifikat der ersten Unterschrift dieser Person gehört.</translation>
    </message>
    <message>
        <source>Unchanged, but nobody vouches that the certificate of the second signer belongs to that person.</source>
        <translation>Unverändert, aber niemand bürgt dafür, dass das Zertifikat der zweiten Unterschrift dieser Person gehört.</translation>
    </message>
    <message>
        <source>The times on this receipt contradict each other: a clock was wrong.</source>
        <translation>Die Zeiten auf diesem Protokoll widersprechen sich: Eine Uhr ging falsch.</translation>
    </message>
    <message>
        <source>A newer version of this program made this receipt; parts of it are not judged here.</source>
        <translation>Eine neuere Fassung des Programms hat dieses Protokoll erstellt; Teile davon werden hier nicht beurteilt.</translation>
    </message>
    <message>
        <source>, with time-stamp of %1 from a server nobody vouches for</source>
        <translation>, mit Zeitstempel vom %1 eines Servers, für den niemand bürgt</translation>
    </message>
    <message>
        <source>Reason given by %1: %2</source>
        <translation>Grund, den %1 angab: %2</translation>
    </message>
    <message>
        <source>What this does not prove: that what is written here is true; only who signed it, and that it has not been changed since.</source>
        <translation>Was das nicht beweist: dass stimmt, was hier steht; nur wer es unterschrieben hat und dass es seitdem nicht verändert wurde.</translation>
    </message>
    <message>
        <source>Simple electronic signature: every later change shows, but it does not prove who signed.</source>
        <translation>Einfache elektronische Signatur: Jede spätere Änderung fällt auf, aber sie beweist nicht, wer unterschrieben hat.</translation>
    </message>
    <message>
        <source>Advanced electronic signature: every later change shows, and a certificate issued by somebody else names the signer.</source>
        <translation>Fortgeschrittene elektronische Signatur: Jede spätere Änderung fällt auf, und ein Zertifikat, das jemand anders ausgestellt hat, nennt die unterzeichnende Person.</translation>
    </message>
    <message>
        <source>Qualified electronic signature: a provider checked by the state vouches for the signer; it has the legal effect of a signature by hand.</source>
        <translation>Qualifizierte elektronische Signatur: Ein staatlich geprüfter Anbieter bürgt für die unterzeichnende Person; sie wirkt rechtlich wie eine Unterschrift von Hand.</translation>
    </message>
    <message>
        <source>The code or the digest in print is not the one of the record in this file.</source>
        <translation>Der aufgedruckte Code oder die aufgedruckte Prüfsumme ist nicht die des Datensatzes in dieser Datei.</translation>
    </message>
    <message>
        <source>The code on the paper is the one of this receipt.</source>
        <translation>Der Code auf dem Papier ist der dieses Protokolls.</translation>
    </message>
    <message>
        <source>The code on the paper belongs to another receipt.</source>
        <translation>Der Code auf dem Papier gehört zu einem anderen Protokoll.</translation>
    </message>
    <message>
        <source>No code of a receipt can be read in this picture. Please photograph the first page once more, from straight above and without shadow.</source>
        <translation>Auf diesem Bild ist kein Code eines Protokolls zu lesen. Bitte fotografieren Sie die erste Seite noch einmal, gerade von oben und ohne Schatten.</translation>
    </message>
    <message>
        <source>This file is larger than any receipt and was not read.</source>
        <translation>Diese Datei ist größer als jedes Protokoll und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This file can do something by itself, such as run a script. A receipt never does. Nothing of it was run.</source>
        <translation>Diese Datei kann von selbst etwas tun, zum Beispiel ein Skript ausführen. Ein Protokoll tut das nie. Es wurde nichts davon ausgeführt.</translation>
    </message>
    <message>
        <source>This PDF is encrypted. A receipt never is; please ask for the original file.</source>
        <translation>Dieses PDF ist verschlüsselt. Ein Protokoll ist das nie; bitte lassen Sie sich die ursprüngliche Datei geben.</translation>
    </message>
    <message>
        <source>Another program has written this PDF anew, so its signatures no longer count. Please ask for the original file.</source>
        <translation>Ein anderes Programm hat dieses PDF neu geschrieben, darum zählen seine Unterschriften nicht mehr. Bitte lassen Sie sich die ursprüngliche Datei geben.</translation>
    </message>
    <message>
        <source>The certificate of the first signer had been revoked when it was used.</source>
        <translation>Das Zertifikat der ersten Unterschrift war gesperrt, als es verwendet wurde.</translation>
    </message>
    <message>
        <source>The certificate of the second signer had been revoked when it was used.</source>
        <translation>Das Zertifikat der zweiten Unterschrift war gesperrt, als es verwendet wurde.</translation>
    </message>
    <message>
        <source>, certificate not revoked (as of %1)</source>
        <translation>, Zertifikat nicht gesperrt (Stand %1)</translation>
    </message>
    <message>
        <source>Where the law wants a signature by hand, print it and sign it on paper, too.</source>
        <translation>Wo das Gesetz eine Unterschrift von Hand verlangt, drucken Sie das Dokument aus und unterschreiben Sie auch auf Papier.</translation>
    </message>
    <message>
        <source>This receipt was altered. Do not rely on it.</source>
        <translation>Dieses Protokoll wurde verändert. Verlassen Sie sich nicht darauf.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>nicht anwesend</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>widersprüchlich</translation>
    </message>
    <message>
        <source>The code on the paper is the one in this file, but the file was altered: that proves nothing.</source>
        <translation>Der Code auf dem Papier ist der aus dieser Datei, aber die Datei wurde verändert: Das beweist nichts.</translation>
    </message>
    <message>
        <source>The archive at hand is the one named in this file, but the file was altered: that proves nothing.</source>
        <translation>Das vorliegende Archiv ist das in dieser Datei genannte, aber die Datei wurde verändert: Das beweist nichts.</translation>
    </message>
    <message>
        <source>This handover was countersigned more than once. Another final receipt of the same statement: %1. Please ask the supervisor which one holds; until then none does by itself.</source>
        <translation>Diese Übergabe wurde mehrfach gegengezeichnet. Ein weiteres endgültiges Protokoll derselben Erklärung: %1. Bitte klären Sie mit der Führungskraft, welches gilt; bis dahin gilt keines für sich allein.</translation>
    </message>
    <message>
        <source>witness</source>
        <translation>Zeugin oder Zeuge</translation>
    </message>
    <message>
        <source>person leaving</source>
        <translation>ausscheidende Person</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>Führungskraft</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reason of %1, as told by the witness %2: %3</source>
        <translation>Grund von %1, wie %2 es bezeugt: %3</translation>
    </message>
    <message>
        <source>Note of the witness %1: %2</source>
        <translation>Anmerkung von %1 (Zeugin oder Zeuge): %2</translation>
    </message>
    <message>
        <source>Nothing was changed since it was signed.</source>
        <translation>Seit der Unterschrift wurde nichts verändert.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ForwardsNote</name>
    <message>
        <source>A filter sends copies of mail to %1.</source>
        <translation>Ein Filter schickt Kopien von Nachrichten an %1.</translation>
    </message>
    <message>
        <source>A filter sends mail on to %1 and keeps none.</source>
        <translation>Ein Filter schickt Nachrichten an %1 weiter und behält keine.</translation>
    </message>
    <message>
        <source>No filter forwards mail.</source>
        <translation>Kein Filter leitet Nachrichten weiter.</translation>
    </message>
    <message>
        <source>Please clarify whether that should go on, or remove the filter in your mail program.</source>
        <translation>Bitte klären Sie, ob das so weitergehen soll, oder entfernen Sie den Filter in Ihrem Mailprogramm.</translation>
    </message>
    <message>
        <source>An out-of-office reply of your own was active; this one replaces it.</source>
        <translation>Eine eigene Abwesenheitsnotiz war aktiv; sie weicht dieser.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FoundMailboxes</name>
    <message>
        <source>Thunderbird profile</source>
        <translation>Thunderbird-Profil</translation>
    </message>
    <message>
        <source>Outlook data file</source>
        <translation>Outlook-Datendatei</translation>
    </message>
    <message>
        <source>KMail folders</source>
        <translation>KMail-Ordner</translation>
    </message>
    <message>
        <source>Evolution folders</source>
        <translation>Evolution-Ordner</translation>
    </message>
    <message>
        <source>Mail folder</source>
        <translation>E-Mail-Ordner</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::GroupDelegate</name>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>%1 undecided</source>
        <translation>%1 offen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::GroupLine</name>
    <message numerus="yes">
        <source>From %n group(s) that look alike</source>
        <translation>
            <numerusform>Aus %n Gruppe, die ihr ähnelt</numerusform>
            <numerusform>Aus %n Gruppen, die sich ähneln</numerusform>
        </translation>
    </message>
    <message>
        <source>Looks mixed</source>
        <translation>Sieht gemischt aus</translation>
    </message>
    <message numerus="yes">
        <source>Your answer is for %n selected message(s) only</source>
        <translation>
            <numerusform>Ihre Antwort gilt nur für die ausgewählte Nachricht</numerusform>
            <numerusform>Ihre Antwort gilt nur für die %n ausgewählten Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s): select those you answer for</source>
        <translation>
            <numerusform>%n Nachricht: Wählen Sie sie aus, um für sie zu antworten</numerusform>
            <numerusform>%n Nachrichten: Wählen Sie aus, für welche Sie antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your answer is for %n of these messages; others are decided by themselves or protected</source>
        <translation>
            <numerusform>Ihre Antwort gilt für %n dieser Nachrichten; andere sind eigens entschieden oder geschützt</numerusform>
            <numerusform>Ihre Antwort gilt für %n dieser Nachrichten; andere sind eigens entschieden oder geschützt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your answer is for all %n message(s)</source>
        <translation>
            <numerusform>Ihre Antwort gilt für diese Nachricht</numerusform>
            <numerusform>Ihre Antwort gilt für alle %n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n message(s) are decided; another answer is for all of them</source>
        <translation>
            <numerusform>Die Nachricht ist entschieden; eine andere Antwort gilt für sie</numerusform>
            <numerusform>Alle %n Nachrichten sind entschieden; eine andere Antwort gilt für alle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::HandoverWindow</name>
    <message>
        <source>Staffelstab</source>
        <translation>Staffelstab</translation>
    </message>
    <message>
        <source>%1 – Staffelstab</source>
        <translation>%1 – Staffelstab</translation>
    </message>
    <message>
        <source>Save and exit</source>
        <translation>Speichern und beenden</translation>
    </message>
    <message>
        <source>To the start page</source>
        <translation>Zur Startseite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ItResetForm</name>
    <message>
        <source>Who resets it</source>
        <translation>Wer es zurücksetzt</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::KeyboardHandoverPage</name>
    <message>
        <source>What happens now</source>
        <translation>Was jetzt geschieht</translation>
    </message>
    <message>
        <source>The mailbox is closed. Subjects, addresses and your decisions can no longer be reached in this window, neither by you nor by the supervisor.</source>
        <translation>Das Postfach wird geschlossen. Betreffzeilen, Adressen und Ihre Entscheidungen sind in diesem Fenster nicht mehr erreichbar, weder für Sie noch für die Führungskraft.</translation>
    </message>
    <message>
        <source>The supervisor sees numbers, sizes and checksums, confirms what was received and countersigns.</source>
        <translation>Die Führungskraft sieht Zahlen, Größen und Prüfsummen, bestätigt den Empfang und zeichnet gegen.</translation>
    </message>
    <message>
        <source>If the supervisor is not here: save and exit, and pass on the file ending in “.pending.pdf”. It can be countersigned on another computer.</source>
        <translation>Ist die Führungskraft nicht da: Speichern und beenden Sie, und geben Sie die Datei mit der Endung „.pending.pdf“ weiter. Sie lässt sich an einem anderen Rechner gegenzeichnen.</translation>
    </message>
    <message>
        <source>The keyboard is yours. Nothing private can be seen from here: only numbers, sizes and checksums.</source>
        <translation>Die Tastatur gehört Ihnen. Privates ist von hier aus nicht zu sehen: nur Zahlen, Größen und Prüfsummen.</translation>
    </message>
    <message>
        <source>Hand the keyboard over</source>
        <translation>Tastatur übergeben</translation>
    </message>
    <message>
        <source>Hand the keyboard to %1</source>
        <translation>Die Tastatur an %1 übergeben</translation>
    </message>
    <message>
        <source>Before someone else sits down here, everything private is closed and locked. There is no way back to your pages.</source>
        <translation>Bevor sich jemand anderes hierher setzt, wird alles Private geschlossen und gesperrt. Zu Ihren Seiten führt kein Weg zurück.</translation>
    </message>
    <message>
        <source>The supervisor has to sign on this computer but must not see anything private on it.</source>
        <translation>Die Führungskraft muss an diesem Rechner unterschreiben, darf hier aber nichts Privates sehen.</translation>
    </message>
    <message>
        <source>Lock and hand over</source>
        <translation>Sperren und übergeben</translation>
    </message>
    <message>
        <source>I am %1</source>
        <translation>Ich bin %1</translation>
    </message>
    <message>
        <source>The file is here: %1</source>
        <translation>Die Datei liegt hier: %1</translation>
    </message>
    <message>
        <source>It has already been countersigned: take over the receipt next to it</source>
        <translation>Es wurde schon gegengezeichnet: das danebenliegende Protokoll übernehmen</translation>
    </message>
    <message>
        <source>It was countersigned elsewhere: take over the receipt …</source>
        <translation>Es wurde anderswo gegengezeichnet: das Protokoll übernehmen …</translation>
    </message>
    <message>
        <source>Choose the receipt signed by both</source>
        <translation>Das von beiden unterschriebene Protokoll wählen</translation>
    </message>
    <message>
        <source>Receipts (*.pdf)</source>
        <translation>Protokolle (*.pdf)</translation>
    </message>
    <message>
        <source>If you cancel, nothing is taken over.</source>
        <translation>Wenn Sie abbrechen, wird nichts übernommen.</translation>
    </message>
    <message>
        <source>Comparing with what was signed here</source>
        <translation>Vergleich mit dem, was hier unterschrieben wurde</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::KnowledgePage</name>
    <message>
        <source>How is your successor briefed?</source>
        <translation>Wie wird Ihre Nachfolge eingearbeitet?</translation>
    </message>
    <message>
        <source>The briefing has taken place</source>
        <translation>Die Einweisung hat stattgefunden</translation>
    </message>
    <message>
        <source>Say when.</source>
        <translation>Nennen Sie den Tag.</translation>
    </message>
    <message>
        <source>The briefing is planned</source>
        <translation>Die Einweisung ist geplant</translation>
    </message>
    <message>
        <source>Say for when; the date goes into the calendar.</source>
        <translation>Nennen Sie den Tag; er kommt in den Kalender.</translation>
    </message>
    <message>
        <source>There is no briefing; it is all written down</source>
        <translation>Es gibt keine Einweisung; alles ist aufgeschrieben</translation>
    </message>
    <message>
        <source>Where nobody can be briefed, documentation takes its place.</source>
        <translation>Wo niemand eingewiesen werden kann, tritt eine Dokumentation an ihre Stelle.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Who briefs whom (only if it is not you)</source>
        <translation>Wer weist wen ein (nur, wenn nicht Sie es tun)</translation>
    </message>
    <message>
        <source>Where the documentation is</source>
        <translation>Wo die Dokumentation liegt</translation>
    </message>
    <message>
        <source>Recurring tasks</source>
        <translation>Wiederkehrende Aufgaben</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Next on</source>
        <translation>Nächstes Mal am</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>Wer übernimmt</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Aufgabe hinzufügen</translation>
    </message>
    <message>
        <source>What needs a new owner</source>
        <translation>Was jemand anderes übernehmen muss</translation>
    </message>
    <message>
        <source>Name accounts and licences, never their passwords or keys.</source>
        <translation>Nennen Sie Konten und Lizenzen, nie deren Kennwörter oder Schlüssel.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
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
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Open promise</source>
        <translation>Offene Zusage</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>Wer übernimmt</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>A reminder of secrecy</source>
        <translation>Erinnerung an die Verschwiegenheit</translation>
    </message>
    <message>
        <source>I have read this reminder.</source>
        <translation>Ich habe diese Erinnerung gelesen.</translation>
    </message>
    <message>
        <source>What do you know that others will need?</source>
        <translation>Was wissen Sie, das andere brauchen?</translation>
    </message>
    <message>
        <source>Note who takes over what. Nothing here is compulsory; what stays open is listed on the receipt.</source>
        <translation>Halten Sie fest, wer was übernimmt. Nichts davon ist Pflicht; was offen bleibt, nennt das Protokoll.</translation>
    </message>
    <message>
        <source>A successor who was briefed in time needs you less afterwards. The German standard for information security (BSI IT-Grundschutz, ORP.2.A2) asks for the briefing, the documentation, new holders of emergency roles and a reminder of secrecy.</source>
        <translation>Eine rechtzeitig eingewiesene Nachfolge braucht Sie später seltener. Der IT-Grundschutz des BSI (ORP.2.A2) verlangt die Einweisung, die Dokumentation, neue Zuständige für Notfallrollen und einen Hinweis auf die Verschwiegenheit.</translation>
    </message>
    <message>
        <source>What your mailbox shows</source>
        <translation>Was Ihr Postfach verrät</translation>
    </message>
    <message>
        <source>Only from business mail: conversations of the last 30 days in which the last message was to you, and what arrives at regular intervals. Remove what does not belong on the receipt.</source>
        <translation>Nur aus der dienstlichen Post: Vorgänge der letzten 30 Tage, in denen zuletzt an Sie geschrieben wurde, und was in gleichen Abständen wiederkehrt. Nehmen Sie heraus, was nicht ins Protokoll gehört.</translation>
    </message>
    <message>
        <source>Add it to the lists below</source>
        <translation>In die Listen unten übernehmen</translation>
    </message>
    <message>
        <source>Open: %1. Recurring: %2.</source>
        <translation>Offene Vorgänge: %1. Wiederkehrend: %2.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::LeaverSignsPage</name>
    <message>
        <source>Folder for the receipt</source>
        <translation>Ordner für das Protokoll</translation>
    </message>
    <message>
        <source>You have signed</source>
        <translation>Sie haben unterschrieben</translation>
    </message>
    <message>
        <source>Sign the handover</source>
        <translation>Die Übergabe unterschreiben</translation>
    </message>
    <message>
        <source>For %1. You sign what is in block A and nothing else; afterwards the receipt can no longer be changed.</source>
        <translation>Für %1. Sie unterschreiben, was in Block A steht, und sonst nichts; danach ist das Protokoll nicht mehr zu ändern.</translation>
    </message>
    <message>
        <source>Your signature seals the receipt: every later change shows. It is half of it; the receipt counts only with the countersignature.</source>
        <translation>Ihre Unterschrift versiegelt das Protokoll: Jede spätere Änderung fällt auf. Sie ist die eine Hälfte; es zählt erst mit der Gegenzeichnung.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>The half-signed receipt is in %1. The supervisor can sign here, or on another computer with this file.</source>
        <translation>Das halb unterschriebene Protokoll liegt in %1. Die Führungskraft kann hier unterschreiben oder mit dieser Datei an einem anderen Rechner.</translation>
    </message>
    <message>
        <source>If you cancel, nothing is signed.</source>
        <translation>Wenn Sie abbrechen, wird nichts unterschrieben.</translation>
    </message>
    <message>
        <source>Please choose a folder for the receipt.</source>
        <translation>Bitte wählen Sie einen Ordner für das Protokoll.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::LetterForm</name>
    <message>
        <source>Show how it is read</source>
        <translation>Zeigen, wie es gelesen wird</translation>
    </message>
    <message>
        <source>Show how %1 reads it</source>
        <translation>Zeigen, wie %1 es liest</translation>
    </message>
    <message>
        <source>The subject is missing.</source>
        <translation>Der Betreff fehlt.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>A placeholder in braces is not one of those below the text.</source>
        <translation>Ein Platzhalter in geschweiften Klammern gehört nicht zu denen unter dem Text.</translation>
    </message>
    <message>
        <source>The private address is not an e-mail address.</source>
        <translation>Die private Adresse ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Your e-mail address is missing on the page “People”.</source>
        <translation>Ihre E-Mail-Adresse fehlt auf der Seite „Personen“.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The text gives your new private address, but none is entered above.</source>
        <translation>Der Text nennt Ihre neue private Adresse, aber oben ist keine eingetragen.</translation>
    </message>
    <message>
        <source>What stands in braces is filled in for each person: {name} the person written to, {leaver} your name, {last_day} your last working day, {private_address} your new address, {successor} and {successor_email} who takes over, {neutral_mailbox} the company&apos;s general mailbox. A line that names something unknown is left out.</source>
        <translation>Was in geschweiften Klammern steht, wird für jede Person eingesetzt: {name} wem Sie schreiben, {leaver} Ihr Name, {last_day} Ihr letzter Arbeitstag, {private_address} Ihre neue Adresse, {successor} und {successor_email} wer übernimmt, {neutral_mailbox} das allgemeine Postfach des Betriebs. Eine Zeile, die etwas Unbekanntes nennt, fällt weg.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::LetterWays</name>
    <message>
        <source>Send them now from your account</source>
        <translation>Jetzt von Ihrem Konto senden</translation>
    </message>
    <message>
        <source>One by one, each to one person only. What was sent cannot be taken back.</source>
        <translation>Einzeln, jede nur an eine Person. Was gesendet ist, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Save them as drafts in the mailbox</source>
        <translation>Als Entwürfe im Postfach speichern</translation>
    </message>
    <message>
        <source>You look through them in your mail program and send them yourself.</source>
        <translation>Sie sehen sie in Ihrem Mailprogramm durch und senden sie selbst.</translation>
    </message>
    <message>
        <source>Write them as files</source>
        <translation>Als Dateien schreiben</translation>
    </message>
    <message>
        <source>Your mail program opens them to be sent; no server is needed.</source>
        <translation>Ihr Mailprogramm öffnet sie zum Senden; ein Server ist nicht nötig.</translation>
    </message>
    <message>
        <source>Write to nobody</source>
        <translation>Niemandem schreiben</translation>
    </message>
    <message>
        <source>The receipt will say so.</source>
        <translation>Das Protokoll vermerkt es.</translation>
    </message>
    <message>
        <source>Folder for the letters, for you alone</source>
        <translation>Ordner für die Nachrichten, nur für Sie</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::MailboxForm</name>
    <message>
        <source>Choose the CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Choose the mbox file</source>
        <translation>mbox-Datei wählen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Kind of mailbox</source>
        <translation>Art des Postfachs</translation>
    </message>
    <message>
        <source>Account on a mail server (IMAP)</source>
        <translation>Konto auf einem Mailserver (IMAP)</translation>
    </message>
    <message>
        <source>Maildir folder</source>
        <translation>Maildir-Ordner</translation>
    </message>
    <message>
        <source>mbox file</source>
        <translation>mbox-Datei</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS von Anfang an</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>CA file (optional)</source>
        <translation>CA-Datei (falls nötig)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose where the mailbox is</source>
        <translation>Ort des Postfachs wählen</translation>
    </message>
    <message>
        <source>Add this mailbox</source>
        <translation>Dieses Postfach hinzufügen</translation>
    </message>
    <message>
        <source>Unencrypted connections are not offered.</source>
        <translation>Unverschlüsselte Verbindungen gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose the Outlook data file</source>
        <translation>Outlook-Datendatei wählen</translation>
    </message>
    <message>
        <source>Outlook data files (*.pst *.ost)</source>
        <translation>Outlook-Datendateien (*.pst *.ost)</translation>
    </message>
    <message>
        <source>Outlook data file (.pst, .ost)</source>
        <translation>Outlook-Datendatei (.pst, .ost)</translation>
    </message>
    <message>
        <source>Read deleted items as well</source>
        <translation>Auch gelöschte Elemente lesen</translation>
    </message>
    <message>
        <source>Please close Outlook first. The file is only read; what is private in it you delete in Outlook, with a list from this program.</source>
        <translation>Bitte schließen Sie Outlook zuerst. Die Datei wird nur gelesen; was darin privat ist, löschen Sie in Outlook, mit einer Liste aus diesem Programm.</translation>
    </message>
    <message>
        <source>Folder with .eml or .msg files</source>
        <translation>Ordner mit .eml- oder .msg-Dateien</translation>
    </message>
    <message>
        <source>Thunderbird profile</source>
        <translation>Thunderbird-Profil</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Server and connection come from your company.</source>
        <translation>Server und Verbindung stammen von Ihrem Betrieb.</translation>
    </message>
    <message>
        <source>The server&apos;s name comes from the internet (DNS). Please check that it is the right one.</source>
        <translation>Der Name des Servers stammt aus dem Internet (DNS). Bitte prüfen Sie, ob es der richtige ist.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::MailboxLogins</name>
    <message>
        <source>Password of %1 at %2</source>
        <translation>Kennwort von %1 bei %2</translation>
    </message>
    <message>
        <source>Sign-in of %1 at %2</source>
        <translation>Anmeldung von %1 bei %2</translation>
    </message>
    <message>
        <source>Passphrase of the certificate of %1 for %2</source>
        <translation>Passphrase des Zertifikats von %1 für %2</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::MailboxPage</name>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Mailboxes of this handover</source>
        <translation>Postfächer dieser Übergabe</translation>
    </message>
    <message>
        <source>Add a mailbox</source>
        <translation>Ein Postfach hinzufügen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
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
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Folders found</source>
        <translation>Gefundene Ordner</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Messages that cannot be read</source>
        <translation>Nicht lesbare Nachrichten</translation>
    </message>
    <message>
        <source>Messages that cannot be read; they stay where they are</source>
        <translation>Nicht lesbare Nachrichten; sie bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Where is your mail?</source>
        <translation>Wo liegt Ihre Post?</translation>
    </message>
    <message>
        <source>Connecting only reads: nothing is marked as read, moved or removed until you confirm a removal much later.</source>
        <translation>Beim Verbinden wird nur gelesen: Nichts wird als gelesen markiert, verschoben oder entfernt, bis Sie viel später ein Entfernen bestätigen.</translation>
    </message>
    <message>
        <source>The program reads who wrote what and when, so that you can separate it in a few decisions. Passwords go to the key store of this computer or stay in memory, never into a file.</source>
        <translation>Das Programm liest, wer wann was geschrieben hat, damit Sie mit wenigen Entscheidungen trennen können. Kennwörter kommen in den Schlüsselspeicher dieses Rechners oder bleiben im Arbeitsspeicher, nie in eine Datei.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Read the mailbox</source>
        <translation>Postfach einlesen</translation>
    </message>
    <message>
        <source>If you cancel, nothing has changed; you can read the mailbox again at any time.</source>
        <translation>Wenn Sie abbrechen, hat sich nichts verändert; Sie können jederzeit neu einlesen.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>%1 von der Liste nehmen</translation>
    </message>
    <message>
        <source>None yet. Please add one below.</source>
        <translation>Noch keines. Bitte fügen Sie unten eines hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s), %1, read on %2.</source>
        <translation>
            <numerusform>%n Nachricht, %1, eingelesen am %2.</numerusform>
            <numerusform>%n Nachrichten, %1, eingelesen am %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them lie(s) here more than once and will be decided once.</source>
        <translation>
            <numerusform>%n davon liegt hier mehrfach und wird einmal entschieden.</numerusform>
            <numerusform>%n davon liegen hier mehrfach und werden einmal entschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Please add a mailbox first.</source>
        <translation>Bitte fügen Sie zuerst ein Postfach hinzu.</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::MannerInput</name>
    <message>
        <source>The supervisor confirms what is ticked</source>
        <translation>Die Führungskraft bestätigt, was angekreuzt ist</translation>
    </message>
    <message>
        <source>The supervisor refuses and signs the refusal</source>
        <translation>Die Führungskraft verweigert und unterschreibt das</translation>
    </message>
    <message>
        <source>The supervisor refuses to sign; a witness signs</source>
        <translation>Die Führungskraft verweigert auch die Unterschrift; eine Zeugin oder ein Zeuge unterschreibt</translation>
    </message>
    <message>
        <source>The supervisor is not there; a witness signs</source>
        <translation>Die Führungskraft ist nicht da; eine Zeugin oder ein Zeuge unterschreibt</translation>
    </message>
    <message>
        <source>Name of the witness</source>
        <translation>Name der Zeugin oder des Zeugen</translation>
    </message>
    <message>
        <source>Sign the refusal</source>
        <translation>Verweigerung unterschreiben</translation>
    </message>
    <message>
        <source>Witness the refusal</source>
        <translation>Verweigerung bezeugen</translation>
    </message>
    <message>
        <source>Witness the absence</source>
        <translation>Abwesenheit bezeugen</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>Gegenzeichnen</translation>
    </message>
    <message>
        <source>The supervisor …</source>
        <translation>Die Führungskraft …</translation>
    </message>
    <message>
        <source>confirms what is ticked</source>
        <translation>bestätigt, was angekreuzt ist</translation>
    </message>
    <message>
        <source>refuses and signs the refusal</source>
        <translation>verweigert und unterschreibt das</translation>
    </message>
    <message>
        <source>refuses to sign: a witness signs</source>
        <translation>unterschreibt nicht: Zeugin oder Zeuge unterschreibt</translation>
    </message>
    <message>
        <source>is not there: a witness signs</source>
        <translation>ist nicht da: Zeugin oder Zeuge unterschreibt</translation>
    </message>
    <message>
        <source>Please name the witness.</source>
        <translation>Bitte nennen Sie die Zeugin oder den Zeugen.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::MessageDelegate</name>
    <message>
        <source>(no subject)</source>
        <translation>(ohne Betreff)</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::MessagePane</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Messages of the group</source>
        <translation>Nachrichten der Gruppe</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::MessagePlaceText</name>
    <message>
        <source>the folder itself</source>
        <translation>der Ordner selbst</translation>
    </message>
    <message>
        <source>number %1 on the server</source>
        <translation>Nummer %1 auf dem Server</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>item with the number %1</source>
        <translation>Eintrag mit der Nummer %1</translation>
    </message>
    <message>
        <source>from byte %1 on</source>
        <translation>ab Byte %1</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>die ganze Datei</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::NotedSecret</name>
    <message>
        <source>Show it now</source>
        <translation>Jetzt zeigen</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <source>I have written it down on paper.</source>
        <translation>Auf Papier notiert.</translation>
    </message>
    <message numerus="yes">
        <source>visible for %n more second(s)</source>
        <translation>
            <numerusform>noch %n Sekunde sichtbar</numerusform>
            <numerusform>noch %n Sekunden sichtbar</numerusform>
        </translation>
    </message>
    <message>
        <source>no longer visible; tick the box if you have it, or make a new one</source>
        <translation>nicht mehr sichtbar; kreuzen Sie an, wenn Sie sie notiert haben, oder erzeugen Sie sie neu</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::OutOfOfficePage</name>
    <message>
        <source>Install it on the mail server</source>
        <translation>Auf dem Mailserver einrichten</translation>
    </message>
    <message>
        <source>Your own filters stay and come back when you take the reply away. It is read back and checked.</source>
        <translation>Ihre eigenen Filter bleiben und gelten wieder allein, wenn Sie die Notiz zurücknehmen. Sie wird zurückgelesen und geprüft.</translation>
    </message>
    <message>
        <source>Paste it into the mail program yourself</source>
        <translation>Selbst im Mailprogramm einfügen</translation>
    </message>
    <message>
        <source>For Outlook and Exchange: text and steps.</source>
        <translation>Für Outlook und Exchange: Text und Schritte.</translation>
    </message>
    <message>
        <source>No out-of-office reply</source>
        <translation>Keine Abwesenheitsnotiz</translation>
    </message>
    <message>
        <source>The receipt will say so.</source>
        <translation>Das steht dann im Protokoll.</translation>
    </message>
    <message>
        <source>Outlook: File, Automatic Replies, “Send automatic replies”, tick the time range and enter both days, paste the text under “Outside My Organization” and, where there is one, the other under “Inside My Organization”.</source>
        <translation>Outlook: Datei, Automatische Antworten, „Automatische Antworten senden“, Zeitraum ankreuzen und beide Tage eintragen; den Text unter „Außerhalb meiner Organisation“ einfügen und, wo es einen gibt, den anderen unter „Innerhalb meiner Organisation“.</translation>
    </message>
    <message>
        <source>Outlook on the web: the gear, Mail, Automatic replies. Look under Rules and Forwarding for forwards and switch them off.</source>
        <translation>Outlook im Web: Zahnrad, E-Mail, Automatische Antworten. Sehen Sie unter Regeln und Weiterleitung nach Weiterleitungen und schalten Sie sie aus.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Who answers when you are gone</source>
        <translation>Wer antwortet, wenn Sie weg sind</translation>
    </message>
    <message>
        <source>From your last working day on, whoever writes to you is told where to turn. The reply ends by itself.</source>
        <translation>Ab Ihrem letzten Arbeitstag erfährt, wer Ihnen schreibt, an wen er sich wenden kann. Die Notiz endet von selbst.</translation>
    </message>
    <message>
        <source>Without a reply, mail for you is lost in silence, private mail too. A reply that stands for more than three months, or forwards to somebody who reads everything, is hard to justify under the GDPR.</source>
        <translation>Ohne Notiz gehen Nachrichten an Sie lautlos verloren, auch private. Eine Notiz über mehr als drei Monate oder eine Weiterleitung an jemanden, der alles liest, ist nach der DSGVO schwer zu rechtfertigen.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>I have set it up</source>
        <translation>Ich habe sie eingerichtet</translation>
    </message>
    <message>
        <source>Go on without a reply</source>
        <translation>Ohne Notiz weiter</translation>
    </message>
    <message>
        <source>Install the reply</source>
        <translation>Notiz einrichten</translation>
    </message>
    <message>
        <source>The receipt says so.</source>
        <translation>So steht es im Protokoll.</translation>
    </message>
    <message>
        <source>Answers from %1 to %2</source>
        <translation>Antwortet vom %1 bis zum %2</translation>
    </message>
    <message>
        <source>Set up by you in the mail program; the receipt says that nobody checked it.</source>
        <translation>Von Ihnen im Mailprogramm eingerichtet; im Protokoll steht, dass es niemand geprüft hat.</translation>
    </message>
    <message>
        <source>✓ Installed on %1, read back and found active on %2.</source>
        <translation>✓ Auf %1 eingerichtet, zurückgelesen und am %2 aktiv gefunden.</translation>
    </message>
    <message>
        <source>Nothing is changed by looking.</source>
        <translation>Durch das Nachsehen ändert sich nichts.</translation>
    </message>
    <message>
        <source>If you cancel, the reply stays as it is.</source>
        <translation>Wenn Sie abbrechen, bleibt die Notiz, wie sie ist.</translation>
    </message>
    <message>
        <source>If you cancel, your own filters stay active.</source>
        <translation>Wenn Sie abbrechen, bleiben Ihre eigenen Filter aktiv.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::OutdatedArchives</name>
    <message>
        <source>Delete the old archive</source>
        <translation>Altes Archiv löschen</translation>
    </message>
    <message>
        <source>It no longer exists</source>
        <translation>Es gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The archive of %1 holds messages that are decided otherwise by now: %2. It is deleted once the new one is written and compared; until then it stands on the receipt.</source>
        <translation>Das Archiv vom %1 enthält Nachrichten, die inzwischen anders zugeordnet sind: %2. Es wird gelöscht, sobald das neue geschrieben und verglichen ist; bis dahin steht es im Protokoll.</translation>
    </message>
    <message>
        <source>The old archive of %1 was not found at %2. Please put in the medium it was written to and delete it there.</source>
        <translation>Das alte Archiv vom %1 ist nicht zu finden: %2. Bitte legen Sie den Datenträger ein, auf den es geschrieben wurde, und löschen Sie es dort.</translation>
    </message>
    <message>
        <source>The old archive of %1 could not be deleted, or something else stands there by now: %2. Please look at it yourself; it stands on the receipt.</source>
        <translation>Das alte Archiv vom %1 ließ sich nicht löschen, oder dort steht inzwischen etwas anderes: %2. Bitte sehen Sie selbst nach; es steht im Protokoll.</translation>
    </message>
    <message>
        <source>The old archive of %1 no longer exists, by your word; the receipt says so. Should it turn up at %2, it can still be deleted here.</source>
        <translation>Das alte Archiv vom %1 gibt es nach Ihrer Angabe nicht mehr; so steht es im Protokoll. Taucht es unter %2 wieder auf, lässt es sich hier noch löschen.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::OutlookList</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete these in Outlook yourself</source>
        <translation>Diese löschen Sie selbst in Outlook</translation>
    </message>
    <message>
        <source>Folder and day</source>
        <translation>Ordner und Tag</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Private messages to delete in Outlook, by folder</source>
        <translation>Private Nachrichten, die in Outlook zu löschen sind, nach Ordnern</translation>
    </message>
    <message>
        <source>An Outlook data file is only read here. In Outlook, open each folder of the list, select these messages and delete them with Shift+Delete, so that they do not stay among the deleted items. Then close Outlook and have the program look whether they are gone.</source>
        <translation>Eine Outlook-Datendatei wird hier nur gelesen. Öffnen Sie in Outlook jeden Ordner der Liste, wählen Sie diese Nachrichten aus und löschen Sie sie mit Umschalt+Entf, damit sie nicht bei den gelöschten Elementen bleiben. Schließen Sie danach Outlook und lassen Sie das Programm nachsehen, ob sie weg sind.</translation>
    </message>
    <message>
        <source>Check whether they are gone</source>
        <translation>Nachsehen, ob sie weg sind</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PageView</name>
    <message>
        <source>Pages of the receipt</source>
        <translation>Seiten des Protokolls</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PassphraseInput</name>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden stimmen noch nicht überein.</translation>
    </message>
    <message>
        <source>Please type it a second time.</source>
        <translation>Bitte tippen Sie sie ein zweites Mal.</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Beide stimmen überein.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Zeigen, was ich tippe</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); a sentence works well. Nobody can recover a forgotten one.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen; ein Satz eignet sich gut. Eine vergessene Passphrase kann niemand wiederherstellen.</numerusform>
            <numerusform>Mindestens %n Zeichen; ein Satz eignet sich gut. Eine vergessene Passphrase kann niemand wiederherstellen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PasswordPage</name>
    <message>
        <source>Change it now</source>
        <translation>Jetzt ändern</translation>
    </message>
    <message>
        <source>The program sets a fresh password, checks that it works and the old one does not, and seals it for the supervisor.</source>
        <translation>Das Programm setzt ein frisches Kennwort, prüft, dass es gilt und das alte nicht mehr, und versiegelt es für die Führungskraft.</translation>
    </message>
    <message>
        <source>IT resets it</source>
        <translation>Die IT setzt es zurück</translation>
    </message>
    <message>
        <source>You write down who does it and when.</source>
        <translation>Sie halten fest, wer es tut und wann.</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>The receipt will name it as an open point.</source>
        <translation>Das Protokoll nennt es als offenen Punkt.</translation>
    </message>
    <message>
        <source>It signs you in once and is forgotten. It is not stored, shown or handed over.</source>
        <translation>Damit werden Sie einmal angemeldet, dann ist es vergessen. Es wird weder gespeichert noch gezeigt noch übergeben.</translation>
    </message>
    <message>
        <source>Your password is settled</source>
        <translation>Ihr Kennwort ist geregelt</translation>
    </message>
    <message>
        <source>Replace your password</source>
        <translation>Ihr Kennwort ersetzen</translation>
    </message>
    <message>
        <source>Your own password is nobody&apos;s business. It is replaced by a fresh one; nobody is ever told the old one.</source>
        <translation>Ihr eigenes Kennwort geht niemanden etwas an. Es wird durch ein frisches ersetzt; das alte erfährt niemand.</translation>
    </message>
    <message>
        <source>The company needs to reach the account after you have left, and you need to be able to say that nobody acted in your name. Both hold when the password is new, sealed and not yours.</source>
        <translation>Der Betrieb muss nach Ihrem Weggang an das Konto kommen, und Sie müssen sagen können, dass niemand in Ihrem Namen gehandelt hat. Beides gilt, wenn das Kennwort neu, versiegelt und nicht Ihres ist.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Record that IT resets it</source>
        <translation>Festhalten, dass die IT es zurücksetzt</translation>
    </message>
    <message>
        <source>Change the password now</source>
        <translation>Kennwort jetzt ändern</translation>
    </message>
    <message>
        <source>If you cancel before the server has answered, your old password stays valid.</source>
        <translation>Wenn Sie abbrechen, bevor der Server geantwortet hat, gilt Ihr altes Kennwort weiter.</translation>
    </message>
    <message>
        <source>The helpdesk resets it here</source>
        <translation>Der Helpdesk setzt es hier zurück</translation>
    </message>
    <message>
        <source>Somebody with the right signs in. A new password must be chosen at the next sign-in, and nobody holds one in your name.</source>
        <translation>Eine berechtigte Person meldet sich an. Bei der nächsten Anmeldung ist ein neues Kennwort zu wählen; niemand hält eines in Ihrem Namen.</translation>
    </message>
    <message>
        <source>The helpdesk&apos;s password signs in once and is forgotten. The password that is set is made here, tried and forgotten as well.</source>
        <translation>Das Kennwort des Helpdesks meldet einmal an und wird vergessen. Das gesetzte Kennwort entsteht hier, wird geprüft und ebenfalls vergessen.</translation>
    </message>
    <message>
        <source>Reset the password now</source>
        <translation>Kennwort jetzt zurücksetzen</translation>
    </message>
    <message>
        <source>Is the letter in your hand?</source>
        <translation>Haben Sie den Brief in der Hand?</translation>
    </message>
    <message>
        <source>Look whether the line in the frame is printed whole, fold the letter as it says and close it. Your password is changed only after you confirm. If it did not come out, cancel: nothing changes then.</source>
        <translation>Sehen Sie nach, ob die Zeile im Rahmen ganz gedruckt ist, falten Sie den Brief, wie es dort steht, und verschließen Sie ihn. Ihr Kennwort wird erst geändert, wenn Sie das bestätigen. Ist er nicht herausgekommen, brechen Sie ab: Dann ändert sich nichts.</translation>
    </message>
    <message>
        <source>The letter is closed: change the password</source>
        <translation>Der Brief ist zu: Kennwort ändern</translation>
    </message>
    <message>
        <source>Please fill in what the chosen way needs.</source>
        <translation>Bitte füllen Sie aus, was der gewählte Weg braucht.</translation>
    </message>
    <message>
        <source>The day of the reset is before this handover began.</source>
        <translation>Der Tag des Zurücksetzens liegt vor dem Beginn dieser Übergabe.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PasswordResultText</name>
    <message>
        <source>%1 of IT resets it on %2.</source>
        <translation>%1 (IT) setzt es am %2 zurück.</translation>
    </message>
    <message>
        <source>Left open; the receipt says so.</source>
        <translation>Offen gelassen; das Protokoll sagt es.</translation>
    </message>
    <message>
        <source>Reset on %1. Nobody holds the new password.</source>
        <translation>Zurückgesetzt am %1. Niemand kennt das neue Kennwort.</translation>
    </message>
    <message>
        <source>Changed on %1.</source>
        <translation>Geändert am %1.</translation>
    </message>
    <message>
        <source>The server took the fresh password.</source>
        <translation>Der Server hat das neue Kennwort angenommen.</translation>
    </message>
    <message>
        <source>The fresh password was tried and refused. Please tell your IT.</source>
        <translation>Das frische Kennwort wurde probiert und abgelehnt. Bitte sagen Sie Ihrer IT Bescheid.</translation>
    </message>
    <message>
        <source>Whether the server took the fresh password could not be tried.</source>
        <translation>Ob der Server das neue Kennwort angenommen hat, ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>A new one must be chosen at the next sign-in; IT sets it up when needed.</source>
        <translation>Bei der nächsten Anmeldung ist ein neues zu wählen; die IT richtet es bei Bedarf ein.</translation>
    </message>
    <message>
        <source>The account is not marked for a new password. Please tell your IT.</source>
        <translation>Das Konto ist nicht für ein neues Kennwort vorgemerkt. Bitte sagen Sie es Ihrer IT.</translation>
    </message>
    <message>
        <source>Whether a new password must be chosen could not be read.</source>
        <translation>Ob ein neues Kennwort zu wählen ist, ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>The fresh password was tried and accepted.</source>
        <translation>Das frische Kennwort wurde probiert und angenommen.</translation>
    </message>
    <message>
        <source>Whether the fresh password works could not be tried.</source>
        <translation>Ob das frische Kennwort gilt, ließ sich nicht probieren.</translation>
    </message>
    <message>
        <source>The old password was tried by Kerberos and refused.</source>
        <translation>Das alte Kennwort wurde über Kerberos geprüft und abgelehnt.</translation>
    </message>
    <message>
        <source>The old password was tried and refused.</source>
        <translation>Das alte Kennwort wurde probiert und abgelehnt.</translation>
    </message>
    <message>
        <source>The old password still worked right afterwards; many servers keep it valid for up to an hour.</source>
        <translation>Das alte Kennwort galt unmittelbar danach noch; viele Server lassen es bis zu eine Stunde lang gelten.</translation>
    </message>
    <message>
        <source>Whether the old password is refused could not be tried.</source>
        <translation>Ob das alte Kennwort abgelehnt wird, ließ sich nicht probieren.</translation>
    </message>
    <message>
        <source>It was changed twice, so that your own one is not kept as the previous one.</source>
        <translation>Es wurde zweimal geändert, damit Ihr eigenes nicht als das vorige aufbewahrt bleibt.</translation>
    </message>
    <message>
        <source>For some sign-ins the old password may still work until %1.</source>
        <translation>Bei manchen Anmeldungen kann das alte Kennwort noch bis %1 gelten.</translation>
    </message>
    <message>
        <source>Sealed for the supervisor in the printed letter %1.</source>
        <translation>Für die Führungskraft versiegelt im gedruckten Brief %1.</translation>
    </message>
    <message>
        <source>Sealed for the supervisor: %1</source>
        <translation>Für die Führungskraft versiegelt: %1</translation>
    </message>
    <message>
        <source>The fresh password was drawn at random: %1 bit.</source>
        <translation>Das frische Kennwort wurde zufällig gezogen: %1 Bit.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PasswordStyleField</name>
    <message>
        <source>Drawn at random: at least %1 bit, more where the company&apos;s rules ask for more. It never contains a part of your name.</source>
        <translation>Zufällig gezogen: mindestens %1 Bit, mehr, wo die Regeln des Betriebs mehr verlangen. Es enthält nie einen Teil Ihres Namens.</translation>
    </message>
    <message>
        <source>The fresh password is made of</source>
        <translation>Das frische Kennwort besteht aus</translation>
    </message>
    <message>
        <source>five German words and two digits</source>
        <translation>fünf deutschen Wörtern und zwei Ziffern</translation>
    </message>
    <message>
        <source>five English words and two digits</source>
        <translation>fünf englischen Wörtern und zwei Ziffern</translation>
    </message>
    <message>
        <source>letters, digits and signs</source>
        <translation>Buchstaben, Ziffern und Zeichen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PathField</name>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PeoplePage</name>
    <message>
        <source>Who is leaving</source>
        <translation>Wer geht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail at the company</source>
        <translation>E-Mail im Betrieb</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Personnel number</source>
        <translation>Personalnummer</translation>
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
        <source>Who receives the handover</source>
        <translation>Wer die Übergabe entgegennimmt</translation>
    </message>
    <message>
        <source>Name of the supervisor</source>
        <translation>Name der Führungskraft</translation>
    </message>
    <message>
        <source>E-mail of the supervisor</source>
        <translation>E-Mail der Führungskraft</translation>
    </message>
    <message>
        <source>Who else takes part (optional)</source>
        <translation>Wer sonst beteiligt ist (freiwillig)</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Nachfolge</translation>
    </message>
    <message>
        <source>E-mail of the successor</source>
        <translation>E-Mail der Nachfolge</translation>
    </message>
    <message>
        <source>HR contact</source>
        <translation>Ansprechperson in der Personalabteilung</translation>
    </message>
    <message>
        <source>E-mail of the HR contact</source>
        <translation>E-Mail der Personalabteilung</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation>Datenschutzbeauftragte Person</translation>
    </message>
    <message>
        <source>E-mail of the data protection officer</source>
        <translation>E-Mail der datenschutzbeauftragten Person</translation>
    </message>
    <message>
        <source>Who takes part?</source>
        <translation>Wer ist beteiligt?</translation>
    </message>
    <message>
        <source>The names and the two dates appear on the receipt. Nobody asks why you are leaving.</source>
        <translation>Die Namen und die beiden Tage stehen im Protokoll. Warum Sie gehen, fragt niemand.</translation>
    </message>
    <message>
        <source>The receipt names who hands over, who receives and when it ends. Your own name and address also help to tell private mail from business mail. Nothing of it leaves this computer.</source>
        <translation>Das Protokoll nennt, wer übergibt, wer entgegennimmt und wann es endet. Ihr Name und Ihre Adresse helfen außerdem, private von dienstlichen Nachrichten zu unterscheiden. Nichts davon verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>“%1” is not a date.</source>
        <translation>„%1“ ist kein Datum.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Please check it.</source>
        <translation>„%1“ ist keine E-Mail-Adresse. Bitte prüfen Sie die Angabe.</translation>
    </message>
    <message>
        <source>%1 is more than a year ago. Please check the year.</source>
        <translation>Der %1 liegt mehr als ein Jahr zurück. Bitte prüfen Sie das Jahr.</translation>
    </message>
    <message>
        <source>%1 is years ahead. Please check the year.</source>
        <translation>Bis zum %1 sind es noch Jahre. Bitte prüfen Sie das Jahr.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PolicyPage</name>
    <message>
        <source>Private use of the mailbox is allowed</source>
        <translation>Private Nutzung des Postfachs ist erlaubt</translation>
    </message>
    <message>
        <source>Private use of the mailbox is tolerated</source>
        <translation>Private Nutzung des Postfachs wird geduldet</translation>
    </message>
    <message>
        <source>Private use of the mailbox is forbidden</source>
        <translation>Private Nutzung des Postfachs ist verboten</translation>
    </message>
    <message>
        <source>Private use of the mailbox is not regulated</source>
        <translation>Private Nutzung des Postfachs ist nicht geregelt</translation>
    </message>
    <message>
        <source>What this program does with your data</source>
        <translation>Was dieses Programm mit Ihren Daten tut</translation>
    </message>
    <message>
        <source>I have read both.</source>
        <translation>Ich habe beides gelesen.</translation>
    </message>
    <message>
        <source>What are your company&apos;s rules?</source>
        <translation>Was hat Ihr Betrieb geregelt?</translation>
    </message>
    <message>
        <source>This decides what may be taken along and what must stay. You confirm that you have read it, nothing more.</source>
        <translation>Danach richtet sich, was Sie mitnehmen dürfen und was bleiben muss. Sie bestätigen nur, dass Sie es gelesen haben.</translation>
    </message>
    <message>
        <source>The receipt says under which text the handover was made. Reading it is no consent and no waiver of anything.</source>
        <translation>Das Protokoll nennt, unter welchem Text die Übergabe stattfand. Ihn zu lesen ist keine Einwilligung und kein Verzicht.</translation>
    </message>
    <message>
        <source>No policy of your company was found; this is the built-in text, version %1.</source>
        <translation>Eine Regelung Ihres Betriebs wurde nicht gefunden; dies ist der eingebaute Text, Fassung %1.</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Fassung %2</translation>
    </message>
    <message>
        <source>%1, version %2, on the basis of %3</source>
        <translation>%1, Fassung %2, auf Grundlage von %3</translation>
    </message>
    <message>
        <source>Please tick that you have read it.</source>
        <translation>Bitte haken Sie an, dass Sie es gelesen haben.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PrivateMailPage</name>
    <message>
        <source>You have called no message private. There is nothing to do here.</source>
        <translation>Sie haben keine Nachricht privat genannt. Hier ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Choose differently</source>
        <translation>Anders wählen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Why it stayed</source>
        <translation>Warum sie blieb</translation>
    </message>
    <message>
        <source>Messages that stayed in the mailbox</source>
        <translation>Nachrichten, die im Postfach blieben</translation>
    </message>
    <message>
        <source>I understand that this cannot be undone.</source>
        <translation>Mir ist klar, dass sich das nicht rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Each message is compared once more before it goes, and looked for afterwards. A message that has changed since it was read stays. Backups of the server cannot be reached from here; your IT can say how long they are kept.</source>
        <translation>Jede Nachricht wird vor dem Entfernen noch einmal verglichen und danach gesucht. Eine Nachricht, die sich seit dem Einlesen verändert hat, bleibt. Sicherungen des Servers sind von hier aus nicht erreichbar; Ihre IT weiß, wie lange sie aufbewahrt werden.</translation>
    </message>
    <message>
        <source>What happens to your private mail?</source>
        <translation>Was geschieht mit Ihren privaten Nachrichten?</translation>
    </message>
    <message>
        <source>Copied. Remove it from the mailbox now?</source>
        <translation>Kopiert. Jetzt aus dem Postfach entfernen?</translation>
    </message>
    <message>
        <source>Remove it from the mailbox now?</source>
        <translation>Jetzt aus dem Postfach entfernen?</translation>
    </message>
    <message>
        <source>Your private mail is settled</source>
        <translation>Ihre privaten Nachrichten sind geregelt</translation>
    </message>
    <message>
        <source>This is the only step that takes something out of the mailbox, and it cannot be undone.</source>
        <translation>Nur dieser Schritt nimmt etwas aus dem Postfach heraus, und er lässt sich nicht rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are private. Business mail cannot get in here; your copy is for you alone.</source>
        <translation>
            <numerusform>%n Nachricht ist privat. Dienstliches kann hier nicht hineingeraten; Ihre Kopie ist für Sie allein.</numerusform>
            <numerusform>%n Nachrichten sind privat. Dienstliches kann hier nicht hineingeraten; Ihre Kopie ist für Sie allein.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is private is yours. It is removed only after its copy was written, read back and compared. The receipt says how many messages it was, never which.</source>
        <translation>Was privat ist, gehört Ihnen. Es wird erst entfernt, wenn seine Kopie geschrieben, zurückgelesen und verglichen ist. Das Protokoll nennt, wie viele Nachrichten es waren, nie welche.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n message(s) from the mailbox</source>
        <translation>
            <numerusform>%n Nachricht aus dem Postfach entfernen</numerusform>
            <numerusform>%n Nachrichten aus dem Postfach entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n private message(s)</source>
        <translation>
            <numerusform>%n private Nachricht kopieren</numerusform>
            <numerusform>%n private Nachrichten kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prepare the removal of %n message(s)</source>
        <translation>
            <numerusform>Entfernen von %n Nachricht vorbereiten</numerusform>
            <numerusform>Entfernen von %n Nachrichten vorbereiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave them there</source>
        <translation>Dort lassen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) copied, read back and compared: %1 in %2.</source>
        <translation>
            <numerusform>%n Nachricht kopiert, zurückgelesen und verglichen: %1 in %2.</numerusform>
            <numerusform>%n Nachrichten kopiert, zurückgelesen und verglichen: %1 in %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked with your passphrase.</source>
        <translation>Mit Ihrer Passphrase verschlossen.</translation>
    </message>
    <message>
        <source>Not locked: whoever has the medium can read it.</source>
        <translation>Nicht verschlossen: Wer den Datenträger hat, kann sie lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without a copy.</source>
        <translation>
            <numerusform>%n Nachricht ohne Kopie.</numerusform>
            <numerusform>%n Nachrichten ohne Kopie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The private messages stay in the mailbox, as you chose.</source>
        <translation>Die privaten Nachrichten bleiben im Postfach, wie Sie es wollten.</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be copied and stay(s) in the mailbox.</source>
        <translation>
            <numerusform>%n konnte nicht kopiert werden und bleibt im Postfach.</numerusform>
            <numerusform>%n konnten nicht kopiert werden und bleiben im Postfach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) removed, and checked that they are gone.</source>
        <translation>
            <numerusform>%n Nachricht entfernt; geprüft, dass sie weg ist.</numerusform>
            <numerusform>%n Nachrichten entfernt; geprüft, dass sie weg sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you cancel, the unfinished copy is removed again; the mailbox is untouched.</source>
        <translation>Wenn Sie abbrechen, wird die unfertige Kopie wieder entfernt; das Postfach bleibt unberührt.</translation>
    </message>
    <message>
        <source>If you cancel, what is already removed stays removed; its copy is safe. The rest stays.</source>
        <translation>Wenn Sie abbrechen, bleibt Entferntes entfernt; seine Kopie ist sicher. Der Rest bleibt im Postfach.</translation>
    </message>
    <message>
        <source>Now delete it in Outlook</source>
        <translation>Löschen Sie es jetzt in Outlook</translation>
    </message>
    <message>
        <source>Check whether they are gone</source>
        <translation>Nachsehen, ob sie weg sind</translation>
    </message>
    <message>
        <source>Please tick that you know what happens.</source>
        <translation>Bitte haken Sie an, dass Ihnen das klar ist.</translation>
    </message>
    <message>
        <source>Leave the rest in the mailbox</source>
        <translation>Den Rest im Postfach lassen</translation>
    </message>
    <message>
        <source>The removal is not finished</source>
        <translation>Das Entfernen ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Remove the rest</source>
        <translation>Den Rest entfernen</translation>
    </message>
    <message>
        <source>Remove the rest from the mailbox</source>
        <translation>Den Rest aus dem Postfach entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are gone from the mailbox so far.</source>
        <translation>
            <numerusform>%n Nachricht ist bisher aus dem Postfach entfernt.</numerusform>
            <numerusform>%n Nachrichten sind bisher aus dem Postfach entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The removal was cut short; some messages may be gone from the mailbox already.</source>
        <translation>Das Entfernen wurde unterbrochen; einige Nachrichten sind vielleicht schon aus dem Postfach entfernt.</translation>
    </message>
    <message>
        <source>Continuing removes the rest. What is private can no longer be decided differently.</source>
        <translation>Wenn Sie fortfahren, wird der Rest entfernt. Was privat ist, lässt sich jetzt nicht mehr anders entscheiden.</translation>
    </message>
    <message>
        <source>Checks which of them are still in the mailbox. Nothing more is removed.</source>
        <translation>Es wird nachgesehen, welche noch im Postfach sind. Entfernt wird nichts mehr.</translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) in the mailbox, as you chose.</source>
        <translation>
            <numerusform>%n bleibt im Postfach, wie Sie es gewählt haben.</numerusform>
            <numerusform>%n bleiben im Postfach, wie Sie es gewählt haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try to remove them again</source>
        <translation>Noch einmal versuchen, sie zu entfernen</translation>
    </message>
    <message>
        <source>Not all private mail could be removed</source>
        <translation>Nicht alle privaten Nachrichten ließen sich entfernen</translation>
    </message>
    <message>
        <source>No message was removed.</source>
        <translation>Keine Nachricht wurde entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n is/are still there, or may be. Below is why, and what you can do.</source>
        <translation>
            <numerusform>%n ist noch da oder vielleicht noch da. Unten steht, warum und was Sie tun können.</numerusform>
            <numerusform>%n sind noch da oder vielleicht noch da. Unten steht, warum und was Sie tun können.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ProgressCard</name>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Listing the folders</source>
        <translation>Ordner werden aufgelistet</translation>
    </message>
    <message>
        <source>Reading who wrote what</source>
        <translation>Wer hat was geschrieben: wird gelesen</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Wird kopiert</translation>
    </message>
    <message>
        <source>Reading the copy back and comparing</source>
        <translation>Die Kopie wird zurückgelesen und verglichen</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Wird gepackt</translation>
    </message>
    <message>
        <source>Encrypting</source>
        <translation>Wird verschlüsselt</translation>
    </message>
    <message>
        <source>Computing checksums</source>
        <translation>Prüfsummen werden berechnet</translation>
    </message>
    <message>
        <source>Changing the password</source>
        <translation>Das Kennwort wird geändert</translation>
    </message>
    <message>
        <source>Checking that it really happened</source>
        <translation>Es wird geprüft, ob es wirklich geschehen ist</translation>
    </message>
    <message>
        <source>Sealing</source>
        <translation>Wird versiegelt</translation>
    </message>
    <message>
        <source>Drawing the receipt</source>
        <translation>Das Protokoll wird gezeichnet</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Wird unterschrieben</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 je Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Removing what was copied</source>
        <translation>Kopiertes wird entfernt</translation>
    </message>
    <message>
        <source>Comparing what is written already</source>
        <translation>Schon Geschriebenes wird verglichen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReasonText</name>
    <message>
        <source>is in the folder “%1”</source>
        <translation>liegt im Ordner „%1“</translation>
    </message>
    <message>
        <source>marked as personal by its sender</source>
        <translation>vom Absender als persönlich markiert</translation>
    </message>
    <message>
        <source>private mail provider (%1)</source>
        <translation>privater Mailanbieter (%1)</translation>
    </message>
    <message>
        <source>shares the name %1 with you</source>
        <translation>trägt wie Sie den Namen %1</translation>
    </message>
    <message>
        <source>address of the company (%1)</source>
        <translation>Adresse des Betriebs (%1)</translation>
    </message>
    <message>
        <source>mailing list %1</source>
        <translation>Verteiler %1</translation>
    </message>
    <message>
        <source>sent by a machine</source>
        <translation>von einer Maschine gesendet</translation>
    </message>
    <message>
        <source>service for private customers (%1)</source>
        <translation>Dienst für Privatkunden (%1)</translation>
    </message>
    <message>
        <source>subject speaks of “%1”</source>
        <translation>im Betreff „%1“</translation>
    </message>
    <message>
        <source>as you decided before</source>
        <translation>wie Sie früher entschieden haben</translation>
    </message>
    <message>
        <source>no suggestion</source>
        <translation>kein Vorschlag</translation>
    </message>
    <message>
        <source>probably %1</source>
        <translation>wohl %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>as you decided in the same conversation</source>
        <translation>wie von Ihnen in derselben Unterhaltung entschieden</translation>
    </message>
    <message>
        <source>written in the evening or at the weekend</source>
        <translation>abends oder am Wochenende geschrieben</translation>
    </message>
    <message>
        <source>writes in the evening and at the weekend only</source>
        <translation>schreibt nur abends und am Wochenende</translation>
    </message>
    <message>
        <source>an invitation to an appointment</source>
        <translation>Einladung zu einem Termin</translation>
    </message>
    <message>
        <source>words like those of messages you decided before</source>
        <translation>Wörter wie in Nachrichten, die Sie schon entschieden haben</translation>
    </message>
    <message numerus="yes">
        <source>you decided %n similar message(s) like this</source>
        <translation>
            <numerusform>Sie haben eine ähnliche Nachricht so entschieden</numerusform>
            <numerusform>Sie haben %n ähnliche Nachrichten so entschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>speaks of “%1”</source>
        <translation>spricht von „%1“</translation>
    </message>
    <message>
        <source>what is quoted in it</source>
        <translation>der zitierte Text</translation>
    </message>
    <message>
        <source>from person to person (I, you)</source>
        <translation>von Mensch zu Mensch (ich, du)</translation>
    </message>
    <message>
        <source>addresses you familiarly (du)</source>
        <translation>duzt</translation>
    </message>
    <message>
        <source>words used among people who are close</source>
        <translation>Worte für nahe Menschen</translation>
    </message>
    <message>
        <source>a warm tone</source>
        <translation>herzlicher Ton</translation>
    </message>
    <message>
        <source>a formal tone</source>
        <translation>förmlicher Ton</translation>
    </message>
    <message>
        <source>a short note</source>
        <translation>kurze Notiz</translation>
    </message>
    <message>
        <source>a long text</source>
        <translation>langer Text</translation>
    </message>
    <message>
        <source>nothing but forwarded text</source>
        <translation>nur Weitergeleitetes</translation>
    </message>
    <message>
        <source>many figures</source>
        <translation>viele Zahlen</translation>
    </message>
    <message>
        <source>signed for a firm</source>
        <translation>Signatur einer Firma</translation>
    </message>
    <message>
        <source>office documents attached</source>
        <translation>Bürodokumente angehängt</translation>
    </message>
    <message>
        <source>pictures attached</source>
        <translation>Bilder angehängt</translation>
    </message>
    <message>
        <source>words of everyday life</source>
        <translation>Wörter aus dem Alltag</translation>
    </message>
    <message>
        <source>words of working life</source>
        <translation>Wörter aus dem Berufsleben</translation>
    </message>
    <message>
        <source>address of a business (%1)</source>
        <translation>Adresse eines Betriebs (%1)</translation>
    </message>
    <message>
        <source>you decided so more often in the folder “%1” than elsewhere</source>
        <translation>im Ordner „%1“ von Ihnen öfter so entschieden als sonst</translation>
    </message>
    <message>
        <source>rather %1, unsure</source>
        <translation>eher %1, unsicher</translation>
    </message>
    <message>
        <source>a body such as the works council or the company doctor</source>
        <translation>eine Stelle wie Betriebsrat oder Betriebsarzt</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceiptExports</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Person leaving</source>
        <translation>Ausscheidende Person</translation>
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
        <source>Handover no.</source>
        <translation>Übergabe Nr.</translation>
    </message>
    <message>
        <source>Second signature</source>
        <translation>Zweite Unterschrift</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>IT</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>Führungskraft</translation>
    </message>
    <message>
        <source>HR</source>
        <translation>Personalabteilung</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Already there: %1</source>
        <translation>Schon vorhanden: %1</translation>
    </message>
    <message>
        <source>Contradicting what is there, both kept and marked: %1 (%2)</source>
        <translation>Im Widerspruch zu Vorhandenem, beide behalten und gekennzeichnet: %1 (%2)</translation>
    </message>
    <message>
        <source>Altered, not entered: %1 (%2)</source>
        <translation>Verändert, nicht eingetragen: %1 (%2)</translation>
    </message>
    <message>
        <source>No receipt, not entered: %1 (%2)</source>
        <translation>Kein Protokoll, nicht eingetragen: %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n altered</source>
        <translation>
            <numerusform>%n verändertes</numerusform>
            <numerusform>%n veränderte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n ohne Gegenzeichnung</numerusform>
            <numerusform>%n ohne Gegenzeichnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of a handover that is in it already</source>
        <translation>
            <numerusform>%n weiteres einer schon enthaltenen Übergabe</numerusform>
            <numerusform>%n weitere schon enthaltener Übergaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that are no receipts</source>
        <translation>
            <numerusform>%n Datei, die kein Protokoll ist</numerusform>
            <numerusform>%n Dateien, die keine Protokolle sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Nicht enthalten: %1.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceiptList</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Drop receipts or a folder here</source>
        <translation>Protokolle oder einen Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n Protokoll</numerusform>
            <numerusform>%n Protokolle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>damaged PDF</source>
        <translation>beschädigtes PDF</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · consents · %2</source>
        <translation>%1 · Einwilligungen · %2</translation>
    </message>
    <message>
        <source>%1 · second signature: %2 · %3</source>
        <translation>%1 · zweite Unterschrift: %2 · %3</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceiptPage</name>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>Kopie sichern …</translation>
    </message>
    <message>
        <source>Each of you keeps a copy, and HR receives one. The picture at the left is a copy for the eye; what counts is the file.</source>
        <translation>Jeder von Ihnen behält eine Kopie, und die Personalabteilung bekommt eine. Das Bild links ist eine Kopie zum Ansehen; es zählt die Datei.</translation>
    </message>
    <message>
        <source>The handover is confirmed</source>
        <translation>Die Übergabe ist bestätigt</translation>
    </message>
    <message>
        <source>The receipt waits for the countersignature</source>
        <translation>Das Protokoll wartet auf die Gegenzeichnung</translation>
    </message>
    <message>
        <source>This handover is closed. Everything private has been wiped from this computer&apos;s handover file.</source>
        <translation>Diese Übergabe ist abgeschlossen. Alles Private ist aus der Übergabedatei dieses Rechners gelöscht.</translation>
    </message>
    <message>
        <source>It counts only with both signatures. Pass the file on, or let the supervisor sign here.</source>
        <translation>Es zählt erst mit beiden Unterschriften. Geben Sie die Datei weiter, oder lassen Sie die Führungskraft hier unterschreiben.</translation>
    </message>
    <message>
        <source>Closing wipes subjects, addresses, decisions and logins from this computer&apos;s handover file and key store. The receipt, the private copy and the archive stay where they are.</source>
        <translation>Das Abschließen löscht Betreffzeilen, Adressen, Entscheidungen und Anmeldedaten aus der Übergabedatei und dem Schlüsselspeicher dieses Rechners. Protokoll, private Kopie und Archiv bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>To the start page</source>
        <translation>Zur Startseite</translation>
    </message>
    <message>
        <source>Close the handover …</source>
        <translation>Übergabe abschließen …</translation>
    </message>
    <message>
        <source>Save a copy of the receipt</source>
        <translation>Eine Kopie des Protokolls sichern</translation>
    </message>
    <message>
        <source>Close this handover?</source>
        <translation>Diese Übergabe abschließen?</translation>
    </message>
    <message>
        <source>Everything private is wiped from the handover file and the key store of this computer. This cannot be undone. Receipt, private copy and archive stay.</source>
        <translation>Alles Private wird aus der Übergabedatei und dem Schlüsselspeicher dieses Rechners gelöscht. Das lässt sich nicht rückgängig machen. Protokoll, private Kopie und Archiv bleiben.</translation>
    </message>
    <message>
        <source>Close the handover</source>
        <translation>Übergabe abschließen</translation>
    </message>
    <message>
        <source>Save the coming dates for the calendar …</source>
        <translation>Folgetermine für den Kalender speichern …</translation>
    </message>
    <message>
        <source>Save the dates</source>
        <translation>Termine speichern</translation>
    </message>
    <message>
        <source>Dates-%1.ics</source>
        <translation>Termine-%1.ics</translation>
    </message>
    <message>
        <source>Mail the file&apos;s checksum to both …</source>
        <translation>Prüfsumme der Datei beiden mailen …</translation>
    </message>
    <message>
        <source>Handover receipt %1</source>
        <translation>Übergabeprotokoll %1</translation>
    </message>
    <message>
        <source>The signed receipt is the file %1.

Its SHA-256 checksum is:
%2

Whoever has the file can compute it anew, for example with sha256sum or Get-FileHash. If it is the same, the file is the same.</source>
        <translation>Das unterschriebene Protokoll ist die Datei %1.

Ihre SHA-256-Prüfsumme lautet:
%2

Wer die Datei hat, kann sie neu berechnen, zum Beispiel mit sha256sum oder Get-FileHash. Ist sie gleich, ist die Datei dieselbe.</translation>
    </message>
    <message>
        <source>Save label and cover sheet of the medium …</source>
        <translation>Etikett und Begleitblatt des Datenträgers speichern …</translation>
    </message>
    <message>
        <source>Save label and cover sheet</source>
        <translation>Etikett und Begleitblatt speichern</translation>
    </message>
    <message>
        <source>Print the receipt, save a copy for both of you, then close the handover.</source>
        <translation>Drucken Sie das Protokoll, sichern Sie je eine Kopie und schließen Sie dann die Übergabe ab.</translation>
    </message>
    <message>
        <source>The handover is signed</source>
        <translation>Die Übergabe ist unterschrieben</translation>
    </message>
    <message>
        <source>The handover is signed, but not confirmed</source>
        <translation>Die Übergabe ist unterschrieben, aber nicht bestätigt</translation>
    </message>
    <message>
        <source>The handover is signed, with a reservation</source>
        <translation>Die Übergabe ist mit Vorbehalt unterschrieben</translation>
    </message>
    <message>
        <source>The handover is signed, not everything is confirmed</source>
        <translation>Die Übergabe ist unterschrieben, nicht alles ist bestätigt</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceiptPrinting</name>
    <message>
        <source>ALTERED</source>
        <translation>VERÄNDERT</translation>
    </message>
    <message>
        <source>PENDING</source>
        <translation>GEGENZEICHNUNG FEHLT</translation>
    </message>
    <message numerus="yes">
        <source>%n of these files was altered after it was signed. Its pages may say what nobody signed.</source>
        <translation>
            <numerusform>%n dieser Dateien wurde nach der Unterschrift verändert. Auf ihren Seiten kann stehen, was niemand unterschrieben hat.</numerusform>
            <numerusform>%n dieser Dateien wurden nach der Unterschrift verändert. Auf ihren Seiten kann stehen, was niemand unterschrieben hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these receipts is pending and counts only with both signatures.</source>
        <translation>
            <numerusform>Bei %n dieser Protokolle fehlt die Gegenzeichnung; es gilt nur mit beiden Unterschriften.</numerusform>
            <numerusform>Bei %n dieser Protokolle fehlt die Gegenzeichnung; sie gelten nur mit beiden Unterschriften.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each sheet of it will say so in large letters.</source>
        <translation>
            <numerusform>Auf jedem Blatt davon steht das in großen Buchstaben.</numerusform>
            <numerusform>Auf jedem Blatt davon steht das in großen Buchstaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Print what does not count?</source>
        <translation>Drucken, was nicht gilt?</translation>
    </message>
    <message>
        <source>Print with this mark</source>
        <translation>Mit diesem Vermerk drucken</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceiptSide</name>
    <message>
        <source>Choose a receipt to see what was found.</source>
        <translation>Wählen Sie ein Protokoll, um zu sehen, was gefunden wurde.</translation>
    </message>
    <message>
        <source>A copy for the eye. What was judged is the file.</source>
        <translation>Eine Kopie zum Ansehen. Geprüft wurde die Datei.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceivedArchive</name>
    <message numerus="yes">
        <source>Business archive: %n message(s), %1</source>
        <translation>
            <numerusform>Übergabearchiv: %n Nachricht, %1</numerusform>
            <numerusform>Übergabearchiv: %n Nachrichten, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReplyForm</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To and including</source>
        <translation>Bis einschließlich</translation>
    </message>
    <message>
        <source>Where to write privately (optional, everybody can read it)</source>
        <translation>Wohin privat zu schreiben ist (freiwillig, alle können es lesen)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text for everybody outside</source>
        <translation>Text für alle außerhalb</translation>
    </message>
    <message>
        <source>Text for colleagues</source>
        <translation>Text für Kolleginnen und Kollegen</translation>
    </message>
    <message>
        <source>The first day is missing.</source>
        <translation>Der erste Tag fehlt.</translation>
    </message>
    <message>
        <source>A reply needs a last day.</source>
        <translation>Eine Notiz braucht einen letzten Tag.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message numerus="yes">
        <source>It may stand for %n month(s) at most.</source>
        <translation>
            <numerusform>Sie darf höchstens %n Monat stehen.</numerusform>
            <numerusform>Sie darf höchstens %n Monate stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your e-mail address is missing on the page “People”.</source>
        <translation>Ihre E-Mail-Adresse fehlt auf der Seite „Personen“.</translation>
    </message>
    <message>
        <source>Your e-mail address on the page “People” is not valid.</source>
        <translation>Ihre E-Mail-Adresse auf der Seite „Personen“ ist keine.</translation>
    </message>
    <message>
        <source>The company policy names a domain that is not valid.</source>
        <translation>Die betriebliche Regelung nennt eine Domain, die keine ist.</translation>
    </message>
    <message>
        <source>The text for everybody outside is empty.</source>
        <translation>Der Text für alle außerhalb ist leer.</translation>
    </message>
    <message>
        <source>The text for colleagues is empty.</source>
        <translation>Der Text für Kolleginnen und Kollegen ist leer.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>A placeholder in braces has not been filled in.</source>
        <translation>Eine Stelle in geschweiften Klammern ist nicht ausgefüllt.</translation>
    </message>
    <message>
        <source>Suggest the texts again</source>
        <translation>Texte neu vorschlagen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReviewPage</name>
    <message>
        <source>Open points</source>
        <translation>Offene Punkte</translation>
    </message>
    <message>
        <source>Your reservation (optional)</source>
        <translation>Ihr Vorbehalt (freiwillig)</translation>
    </message>
    <message>
        <source>It is printed as you write it. Example: “The company car stays with me until 31 December.”</source>
        <translation>Er wird gedruckt, wie Sie ihn schreiben. Beispiel: „Der Dienstwagen bleibt bis zum 31. Dezember bei mir.“</translation>
    </message>
    <message>
        <source>The receipt contains no waiver and no termination. It counts only with both signatures.</source>
        <translation>Das Protokoll enthält keinen Verzicht und keine Kündigung. Es zählt erst mit beiden Unterschriften.</translation>
    </message>
    <message>
        <source>Does the receipt say what happened?</source>
        <translation>Sagt das Protokoll, was geschehen ist?</translation>
    </message>
    <message>
        <source>This is the paper both of you will sign. What is still open is stated on it in plain words.</source>
        <translation>Dieses Papier unterschreiben Sie beide. Was noch offen ist, steht in klaren Worten darauf.</translation>
    </message>
    <message>
        <source>Once you have signed, the receipt can no longer be changed. Everything on it was checked after it was done; open points are no obstacle, they are only listed.</source>
        <translation>Nach Ihrer Unterschrift lässt sich das Protokoll nicht mehr ändern. Alles darauf wurde nach der Tat geprüft; offene Punkte hindern nicht, sie werden nur genannt.</translation>
    </message>
    <message>
        <source>Continue to your signature</source>
        <translation>Weiter zu Ihrer Unterschrift</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist offen.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::RotationTable</name>
    <message>
        <source>Shared account</source>
        <translation>Gemeinsames Konto</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Dienstkonto</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Key or certificate</source>
        <translation>Schlüssel oder Zertifikat</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>What has to be replaced? A name is enough, such as &quot;Wi-Fi for guests&quot;.</source>
        <translation>Was ist zu ersetzen? Ein Name genügt, etwa „WLAN für Gäste“.</translation>
    </message>
    <message>
        <source>Who replaces it?</source>
        <translation>Wer ersetzt es?</translation>
    </message>
    <message>
        <source>Until when? Please give a date.</source>
        <translation>Bis wann? Bitte geben Sie ein Datum an.</translation>
    </message>
    <message>
        <source>This looks like a password or a key, so it was neither accepted nor kept. Only the name belongs here; whoever replaces it does not need the old one from you.</source>
        <translation>Das sieht nach einem Kennwort oder Schlüssel aus; es wurde nicht übernommen und ist vergessen. Hierher gehört nur der Name: Wer es ersetzt, braucht das alte nicht von Ihnen.</translation>
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
        <source>Replaced by</source>
        <translation>Ersetzt von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Passwords and keys to be replaced</source>
        <translation>Zu ersetzende Kennwörter und Schlüssel</translation>
    </message>
    <message>
        <source>What, such as Wi-Fi for guests</source>
        <translation>Was, etwa WLAN für Gäste</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::RowEditor</name>
    <message>
        <source>%1, row %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Take row %1 away</source>
        <translation>Zeile %1 entfernen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SafePreview</name>
    <message>
        <source>Show as text</source>
        <translation>Als Text zeigen</translation>
    </message>
    <message>
        <source>Show formatted</source>
        <translation>Formatiert zeigen</translation>
    </message>
    <message>
        <source>This message contains no text.</source>
        <translation>Diese Nachricht enthält keinen Text.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Attachments: %1</source>
        <translation>Anhänge: %1</translation>
    </message>
    <message>
        <source>Only the beginning is shown.</source>
        <translation>Nur der Anfang wird gezeigt.</translation>
    </message>
    <message>
        <source>only you can see this · nothing is loaded from the internet</source>
        <translation>nur für Sie sichtbar · nichts wird nachgeladen</translation>
    </message>
    <message>
        <source>Preview of the message</source>
        <translation>Vorschau der Nachricht</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SealForm</name>
    <message>
        <source>How the new password is sealed</source>
        <translation>Wie das frische Kennwort versiegelt wird</translation>
    </message>
    <message>
        <source>With a one-time code</source>
        <translation>Mit einem Einmalcode</translation>
    </message>
    <message>
        <source>Shown once. Give it to the supervisor on paper, apart from the sealed file.</source>
        <translation>Wird einmal gezeigt. Geben Sie ihn der Führungskraft auf Papier, getrennt von der versiegelten Datei.</translation>
    </message>
    <message>
        <source>To the supervisor&apos;s certificate in the directory</source>
        <translation>Für das Zertifikat der Führungskraft im Verzeichnis</translation>
    </message>
    <message>
        <source>Looked up by the supervisor&apos;s e-mail address. Only the owner of its key can open it.</source>
        <translation>Gesucht über die E-Mail-Adresse der Führungskraft. Nur wer den Schlüssel dazu hat, kann es öffnen.</translation>
    </message>
    <message>
        <source>To a certificate file of the supervisor</source>
        <translation>Für eine Zertifikatsdatei der Führungskraft</translation>
    </message>
    <message>
        <source>Only the owner of its key can open it.</source>
        <translation>Nur wer dessen Schlüssel hat, kann es öffnen.</translation>
    </message>
    <message>
        <source>Certificate of the supervisor</source>
        <translation>Zertifikat der Führungskraft</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>Folder for the sealed file</source>
        <translation>Ordner für die versiegelte Datei</translation>
    </message>
    <message>
        <source>An earlier change was interrupted, and its end is not known. Type the code you noted then: the sealed file of that time tells which password is valid.</source>
        <translation>Eine frühere Änderung wurde unterbrochen; ihr Ende ist nicht bekannt. Geben Sie den damals notierten Code ein: Die versiegelte Datei von damals sagt, welches Kennwort gilt.</translation>
    </message>
    <message>
        <source>The code you noted</source>
        <translation>Der notierte Code</translation>
    </message>
    <message>
        <source>In a printed letter</source>
        <translation>In einem gedruckten Brief</translation>
    </message>
    <message>
        <source>Folded and closed at the printer, opened by hand. No file holds the password.</source>
        <translation>Am Drucker gefaltet und verschlossen, von Hand zu öffnen. Das Kennwort steht in keiner Datei.</translation>
    </message>
    <message>
        <source>Address of the printer</source>
        <translation>Adresse des Druckers</translation>
    </message>
    <message>
        <source>The page goes straight to the printer over the network, past the print queue of this computer, which would keep it in a file. IT knows the address. Please stand at the printer.</source>
        <translation>Die Seite geht über das Netz unmittelbar zum Drucker, an der Druckerwarteschlange dieses Rechners vorbei, die sie in einer Datei ablegen würde. Die IT kennt die Adresse. Bitte stellen Sie sich an den Drucker.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SealOpener</name>
    <message>
        <source>Passphrase of your key</source>
        <translation>Passphrase Ihres Schlüssels</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>Your key file</source>
        <translation>Ihre Schlüsseldatei</translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx)</source>
        <translation>Schlüsseldateien (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Open the seal</source>
        <translation>Siegel öffnen</translation>
    </message>
    <message>
        <source>The password is shown for one minute and stored nowhere. You may also leave the seal closed and open it later.</source>
        <translation>Das Kennwort wird eine Minute lang gezeigt und nirgends gespeichert. Sie können das Siegel auch geschlossen lassen und später öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>Copy it for %n second(s)</source>
        <translation>
            <numerusform>Für %n Sekunde kopieren</numerusform>
            <numerusform>Für %n Sekunden kopieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SecretDisplay</name>
    <message numerus="yes">
        <source>Secret, visible for %n second(s)</source>
        <translation>
            <numerusform>Geheimnis, noch %n Sekunde sichtbar</numerusform>
            <numerusform>Geheimnis, noch %n Sekunden sichtbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Secret, no longer visible</source>
        <translation>Geheimnis, nicht mehr sichtbar</translation>
    </message>
    <message>
        <source>no longer visible</source>
        <translation>nicht mehr sichtbar</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SeenPages</name>
    <message>
        <source>You have seen every page.</source>
        <translation>Sie haben alle Seiten gesehen.</translation>
    </message>
    <message>
        <source>%1 of %2 pages seen. Please scroll to the end before you go on.</source>
        <translation>%1 von %2 Seiten gesehen. Bitte blättern Sie bis zum Ende, bevor es weitergeht.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SeparationCounter</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>covered messages</comment>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left undecided.</source>
        <translation>Nichts ist mehr offen.</translation>
    </message>
    <message>
        <source>%1 in %2 still undecided</source>
        <translation>%1 in %2 noch offen</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>undecided messages</comment>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) cover %1</source>
        <translation>
            <numerusform>%n Entscheidung für %1</numerusform>
            <numerusform>%n Entscheidungen für %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) protected</source>
        <translation>
            <numerusform>%n Nachricht geschützt</numerusform>
            <numerusform>%n Nachrichten geschützt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SeparationPage</name>
    <message>
        <source>Suggestions …</source>
        <translation>Vorschläge …</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>Continue to the %n undecided</source>
        <translation>
            <numerusform>Weiter zu der %n offenen</numerusform>
            <numerusform>Weiter zu den %n offenen</numerusform>
        </translation>
    </message>
    <message>
        <source>Private or business?</source>
        <translation>Privat oder dienstlich?</translation>
    </message>
    <message>
        <source>Look at a sample …</source>
        <translation>Stichprobe ansehen …</translation>
    </message>
    <message>
        <source>Questions or groups of messages</source>
        <translation>Fragen oder Gruppen von Nachrichten</translation>
    </message>
    <message>
        <source>Look at each message and say whether it lies in the right pile.</source>
        <translation>Sehen Sie sich jede Nachricht an und sagen Sie, ob sie im richtigen Stapel liegt.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SeparationText</name>
    <message>
        <source>The first question is the one whose answer settles most. What belongs together is asked together, with the messages that stand out on top: mark those first, then answer for the rest. Only what you call business goes into the business archive, and only what you call private into your private copy. Protected mail (works council, company doctor and the like) goes to nobody. A decision about a message beats one about its conversation, that one beats its list, its contact and its folder. Every decision can be undone. At the end a sample drawn at random tells how much may have been overlooked.</source>
        <translation>Die erste Frage ist die, deren Antwort am meisten klärt. Was zusammengehört, wird zusammen gefragt; was herausfällt, steht oben: Entscheiden Sie das zuerst einzeln, dann den Rest. Nur was Sie dienstlich nennen, kommt ins Übergabearchiv, und nur was Sie privat nennen, in Ihre private Mitnahme. Geschützte Nachrichten (Betriebsrat, Betriebsarzt und Ähnliches) bekommt niemand. Eine Entscheidung über eine Nachricht geht der über ihre Unterhaltung vor, diese der über Liste, Kontakt und Ordner. Jede Entscheidung lässt sich zurücknehmen. Am Ende zeigt eine zufällige Stichprobe, wie viel übersehen sein kann.</translation>
    </message>
    <message>
        <source>Everything is decided. Contacts, folders and conversations show what lies where, and each decision can still be changed.</source>
        <translation>Alles ist zugeordnet. Kontakte, Ordner und Unterhaltungen zeigen, was wo liegt, und jede Entscheidung lässt sich noch ändern.</translation>
    </message>
    <message numerus="yes">
        <source>Now %1: %n message(s). Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>Jetzt %1: %n Nachricht. Strg+Z nimmt das zurück.</numerusform>
            <numerusform>Jetzt %1: %n Nachrichten. Strg+Z nimmt das zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Split: what was in this group is asked in parts. Ctrl+Z takes it back.</source>
        <translation>Geteilt: Nach den Nachrichten dieser Gruppe wird jetzt in Teilen gefragt. Strg+Z nimmt das zurück.</translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n message(s) are as they were before.</source>
        <translation>
            <numerusform>Zurückgenommen: %n Nachricht ist wieder, wie sie vorher war.</numerusform>
            <numerusform>Zurückgenommen: %n Nachrichten sind wieder, wie sie vorher waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again: %n message(s) are decided as before.</source>
        <translation>
            <numerusform>Wiederholt: %n Nachricht ist wieder so entschieden.</numerusform>
            <numerusform>Wiederholt: %n Nachrichten sind wieder so entschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>You decide, the program only suggests. An answer applies to the whole group.</source>
        <translation>Sie entscheiden, das Programm schlägt nur vor. Eine Antwort gilt für die ganze Gruppe.</translation>
    </message>
    <message>
        <source>One key answers for the whole group. Select single messages on the right to answer for those alone. M asks about the group in parts, Ctrl+Z takes each step back.</source>
        <translation>Eine Taste antwortet für die ganze Gruppe. Wählen Sie rechts einzelne Nachrichten aus, um nur für diese zu antworten. M fragt in Teilen, Strg+Z nimmt jeden Schritt zurück.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SeparationTools</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Undecided first</source>
        <translation>Offene zuerst</translation>
    </message>
    <message>
        <source>Search   ( / )</source>
        <translation>Suchen   ( / )</translation>
    </message>
    <message>
        <source>Search subject and contact</source>
        <translation>Betreff und Kontakt suchen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SharingList</name>
    <message numerus="yes">
        <source>%n message(s) that are not business: cannot be shared</source>
        <translation>
            <numerusform>%n Nachricht, die nicht dienstlich ist: kann nicht freigegeben werden</numerusform>
            <numerusform>%n Nachrichten, die nicht dienstlich sind: kann nicht freigegeben werden</numerusform>
        </translation>
    </message>
    <message>
        <source>The successor may read it</source>
        <translation>Die Nachfolge darf ihn lesen</translation>
    </message>
    <message>
        <source>Only business mail: can be shared</source>
        <translation>Nur dienstliche Nachrichten: kann freigegeben werden</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Rights on the server</source>
        <translation>Rechte auf dem Server</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>Was das heißt</translation>
    </message>
    <message>
        <source>Folders and who may read them</source>
        <translation>Ordner und wer sie lesen darf</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SidePanel</name>
    <message>
        <source>Handover %1</source>
        <translation>Übergabe %1</translation>
    </message>
    <message>
        <source>Handover %1, %2</source>
        <translation>Übergabe %1, %2</translation>
    </message>
    <message>
        <source>saved at %1</source>
        <translation>gespeichert um %1</translation>
    </message>
    <message>
        <source>Pages of this handover</source>
        <translation>Seiten dieser Übergabe</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SieveForm</name>
    <message>
        <source>Server for mail filters (ManageSieve)</source>
        <translation>Server für Mailfilter (ManageSieve)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password (empty: as for the mailbox)</source>
        <translation>Kennwort (leer: wie beim Postfach)</translation>
    </message>
    <message>
        <source>CA file (optional)</source>
        <translation>CA-Datei (falls nötig)</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Only look for forwards</source>
        <translation>Nur nach Weiterleitungen sehen</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SignInChoice</name>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>In the browser, at the provider</source>
        <translation>Im Browser, beim Anbieter</translation>
    </message>
    <message>
        <source>Certificate (PKCS#12 file)</source>
        <translation>Zertifikat (PKCS#12-Datei)</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SignatureInput</name>
    <message>
        <source>Choose your certificate</source>
        <translation>Ihr Zertifikat wählen</translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx)</source>
        <translation>Schlüsseldateien (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Undo stroke</source>
        <translation>Strich zurück</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Draw instead</source>
        <translation>Doch zeichnen</translation>
    </message>
    <message>
        <source>Type the name instead</source>
        <translation>Namen tippen</translation>
    </message>
    <message>
        <source>Signature field: draw with mouse, pen or finger, or choose “Type the name instead”</source>
        <translation>Unterschriftsfeld: zeichnen Sie mit Maus, Stift oder Finger, oder wählen Sie „Namen tippen“</translation>
    </message>
    <message>
        <source>Your name as signature</source>
        <translation>Ihr Name als Unterschrift</translation>
    </message>
    <message>
        <source>Passphrase of the certificate</source>
        <translation>Passphrase des Zertifikats</translation>
    </message>
    <message>
        <source>Use a certificate of my own …</source>
        <translation>Eigenes Zertifikat verwenden …</translation>
    </message>
    <message>
        <source>Do not use %1</source>
        <translation>%1 nicht verwenden</translation>
    </message>
    <message>
        <source>The certificate decides what the signature is worth. %1 %2</source>
        <translation>Was die Signatur wert ist, entscheidet das Zertifikat. %1 %2</translation>
    </message>
    <message>
        <source>Do not use the card</source>
        <translation>Karte nicht verwenden</translation>
    </message>
    <message>
        <source>Use my smart card …</source>
        <translation>Meine Chipkarte verwenden …</translation>
    </message>
    <message>
        <source>Please sign in the field.</source>
        <translation>Bitte unterschreiben Sie im Feld.</translation>
    </message>
    <message>
        <source>Please type your name as it appears on the receipt.</source>
        <translation>Bitte tippen Sie Ihren Namen so, wie er im Protokoll steht.</translation>
    </message>
    <message>
        <source>Please choose the card&apos;s certificate.</source>
        <translation>Bitte wählen Sie das Zertifikat der Karte.</translation>
    </message>
    <message>
        <source>Please type the certificate&apos;s passphrase.</source>
        <translation>Bitte tippen Sie die Passphrase des Zertifikats ein.</translation>
    </message>
    <message>
        <source>Not signed yet. Type your name: %1</source>
        <translation>Noch nicht unterschrieben. Bitte Namen tippen: %1</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SmtpForm</name>
    <message>
        <source>Server for outgoing mail (SMTP)</source>
        <translation>Server für ausgehende Post (SMTP)</translation>
    </message>
    <message>
        <source>Encryption and port</source>
        <translation>Verschlüsselung und Port</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password (empty: as for the mailbox)</source>
        <translation>Kennwort (leer: wie beim Postfach)</translation>
    </message>
    <message>
        <source>CA file (optional)</source>
        <translation>CA-Datei (optional)</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SpokenGroups</name>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n similar message(s)</source>
        <translation>
            <numerusform>%n ähnliche Nachricht</numerusform>
            <numerusform>%n ähnliche Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 undecided</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1, looks mixed</source>
        <translation>%1, sieht gemischt aus</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>(no address)</source>
        <translation>(keine Adresse)</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SpokenMessages</name>
    <message>
        <source>(no address)</source>
        <translation>(keine Adresse)</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::StartPage</name>
    <message>
        <source>For the last days of a job: take along what is private, hand over what belongs to the company, and get it confirmed.</source>
        <translation>Für die letzten Tage im Job: Privates mitnehmen, Dienstliches übergeben und es sich bestätigen lassen.</translation>
    </message>
    <message>
        <source>Start a handover</source>
        <translation>Eine Übergabe beginnen</translation>
    </message>
    <message>
        <source>You are leaving and want to hand over. About an hour; you can stop at any point.</source>
        <translation>Sie gehen und möchten übergeben. Etwa eine Stunde; Sie können jederzeit unterbrechen.</translation>
    </message>
    <message>
        <source>Countersign a receipt</source>
        <translation>Ein Protokoll gegenzeichnen</translation>
    </message>
    <message>
        <source>You are the supervisor and have been given a file ending in “.pending.pdf”.</source>
        <translation>Sie sind die Führungskraft und haben eine Datei mit der Endung „.pending.pdf“ bekommen.</translation>
    </message>
    <message>
        <source>Verify and print receipts</source>
        <translation>Protokolle prüfen und drucken</translation>
    </message>
    <message>
        <source>For HR: who signed when, and whether anything was changed since.</source>
        <translation>Für die Personalabteilung: wer wann unterschrieben hat und ob seither etwas verändert wurde.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. There is no account and no server of ours.</source>
        <translation>Alles bleibt auf diesem Rechner. Es gibt kein Nutzerkonto und keinen Server von uns.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Resume: %1</source>
        <translation>Fortsetzen: %1</translation>
    </message>
    <message>
        <source>%1 · saved %2 · handover %3</source>
        <translation>%1 · gespeichert %2 · Übergabe %3</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::StepList</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>current page</source>
        <translation>aktuelle Seite</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::StepPage</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::StepText</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Company policy</source>
        <translation>Betriebliche Regelung</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Private copy</source>
        <translation>Private Mitnahme</translation>
    </message>
    <message>
        <source>Business archive</source>
        <translation>Übergabearchiv</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Your signature</source>
        <translation>Ihre Unterschrift</translation>
    </message>
    <message>
        <source>Hand the keyboard over</source>
        <translation>Tastatur übergeben</translation>
    </message>
    <message>
        <source>Countersignature</source>
        <translation>Gegenzeichnung</translation>
    </message>
    <message>
        <source>Handover receipt</source>
        <translation>Übergabeprotokoll</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The name of the person leaving is missing.</source>
        <translation>Der Name der ausscheidenden Person fehlt.</translation>
    </message>
    <message>
        <source>The name of the supervisor is missing.</source>
        <translation>Der Name der Führungskraft fehlt.</translation>
    </message>
    <message>
        <source>The last working day is missing.</source>
        <translation>Der letzte Arbeitstag fehlt.</translation>
    </message>
    <message>
        <source>The end of the contract is before the last working day.</source>
        <translation>Das Ende des Vertrags liegt vor dem letzten Arbeitstag.</translation>
    </message>
    <message>
        <source>The company policy has not been confirmed as read.</source>
        <translation>Die betriebliche Regelung ist noch nicht als gelesen bestätigt.</translation>
    </message>
    <message>
        <source>No mailbox has been added.</source>
        <translation>Es ist noch kein Postfach hinzugefügt.</translation>
    </message>
    <message>
        <source>The mailbox has not been read yet.</source>
        <translation>Das Postfach ist noch nicht eingelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are still undecided.</source>
        <translation>
            <numerusform>%n Nachricht ist noch offen.</numerusform>
            <numerusform>%n Nachrichten sind noch offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is still open what happens to %n private message(s).</source>
        <translation>
            <numerusform>Es ist noch offen, was mit %n privaten Nachricht geschieht.</numerusform>
            <numerusform>Es ist noch offen, was mit %n privaten Nachrichten geschieht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private message(s) are copied but still in the mailbox.</source>
        <translation>
            <numerusform>%n private Nachricht ist kopiert, liegt aber noch im Postfach.</numerusform>
            <numerusform>%n private Nachrichten sind kopiert, liegen aber noch im Postfach.</numerusform>
        </translation>
    </message>
    <message>
        <source>The business archive has not been written.</source>
        <translation>Das Übergabearchiv ist noch nicht geschrieben.</translation>
    </message>
    <message>
        <source>It is still open how the password is replaced.</source>
        <translation>Es ist noch offen, wie das Kennwort ersetzt wird.</translation>
    </message>
    <message>
        <source>The receipt has not been reviewed.</source>
        <translation>Das Protokoll ist noch nicht durchgesehen.</translation>
    </message>
    <message>
        <source>The signature of the person leaving is missing.</source>
        <translation>Die Unterschrift der ausscheidenden Person fehlt.</translation>
    </message>
    <message>
        <source>The keyboard has not been handed over.</source>
        <translation>Die Tastatur ist noch nicht übergeben.</translation>
    </message>
    <message>
        <source>The countersignature is missing.</source>
        <translation>Die Gegenzeichnung fehlt.</translation>
    </message>
    <message>
        <source>Account plan</source>
        <translation>Kontoplan</translation>
    </message>
    <message>
        <source>It is still open what happens to the account.</source>
        <translation>Es ist noch offen, was aus dem Konto wird.</translation>
    </message>
    <message>
        <source>Out-of-office reply</source>
        <translation>Abwesenheitsnotiz</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files, knowledge, equipment</source>
        <translation>Dateien, Wissen, Arbeitsmittel</translation>
    </message>
    <message>
        <source>It is still open who answers when you are gone.</source>
        <translation>Noch offen ist, wer antwortet, wenn Sie weg sind.</translation>
    </message>
    <message>
        <source>It is still open whose the files are.</source>
        <translation>Noch offen ist, wem die Dateien gehören.</translation>
    </message>
    <message numerus="yes">
        <source>%n private file(s) are copied but still on this computer.</source>
        <translation>
            <numerusform>%n private Datei ist kopiert, aber noch auf diesem Rechner.</numerusform>
            <numerusform>%n private Dateien sind kopiert, aber noch auf diesem Rechner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Arbeitsmittel</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>It is still open how your knowledge is passed on.</source>
        <translation>Es ist noch offen, wie Ihr Wissen weitergegeben wird.</translation>
    </message>
    <message numerus="yes">
        <source>It is still open what becomes of %n thing(s).</source>
        <translation>
            <numerusform>Es ist noch offen, was aus %n Gegenstand wird.</numerusform>
            <numerusform>Es ist noch offen, was aus %n Gegenständen wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>The equipment has not been gone through.</source>
        <translation>Die Arbeitsmittel wurden noch nicht durchgegangen.</translation>
    </message>
    <message>
        <source>The consents have not been answered yet.</source>
        <translation>Die Einwilligungen sind noch nicht beantwortet.</translation>
    </message>
    <message>
        <source>The answers to the consents have not been signed.</source>
        <translation>Die Antworten zu den Einwilligungen sind nicht unterschrieben.</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Nachfolge</translation>
    </message>
    <message>
        <source>What the successor gets on the mail server has not been done.</source>
        <translation>Was die Nachfolge auf dem Mailserver erhält, ist noch nicht getan.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>It is still open who is told that you are leaving.</source>
        <translation>Es ist noch offen, wer erfährt, dass Sie gehen.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SuccessorPage</name>
    <message>
        <source>Where the copy goes</source>
        <translation>Wohin die Kopie kommt</translation>
    </message>
    <message>
        <source>What is there already is not copied again. Each message is read back and compared.</source>
        <translation>Was schon dort ist, wird nicht noch einmal kopiert. Jede Nachricht wird zurückgelesen und verglichen.</translation>
    </message>
    <message>
        <source>Login name of the successor on the mail server</source>
        <translation>Anmeldename der Nachfolge auf dem Mailserver</translation>
    </message>
    <message>
        <source>If you cancel, the access may still be there; the list shows it.</source>
        <translation>Brechen Sie ab, kann der Zugriff noch bestehen; die Liste zeigt es.</translation>
    </message>
    <message>
        <source>What does the successor get on the mail server?</source>
        <translation>Was erhält die Nachfolge auf dem Mailserver?</translation>
    </message>
    <message>
        <source>In addition to the archive, the business mail can be copied into another mailbox, or the successor can read folders of yours.</source>
        <translation>Neben dem Archiv lassen sich die dienstlichen Nachrichten in ein anderes Postfach kopieren, oder die Nachfolge liest Ordner Ihres Postfachs.</translation>
    </message>
    <message>
        <source>Ongoing matters continue more smoothly when the successor finds them in the mail program. Private and protected mail is never part of it.</source>
        <translation>Laufendes geht schneller weiter, wenn die Nachfolge es im Mailprogramm findet. Private und geschützte Nachrichten gehören nie dazu.</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Jetzt kopieren</translation>
    </message>
    <message>
        <source>Show who may read now</source>
        <translation>Zeigen, wer jetzt lesen darf</translation>
    </message>
    <message>
        <source>Let the successor read</source>
        <translation>Nachfolge lesen lassen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Handover %1</source>
        <translation>Übergabe %1</translation>
    </message>
    <message>
        <source>If you cancel, what has arrived stays there; it is not copied twice when you go on.</source>
        <translation>Brechen Sie ab, bleibt dort, was angekommen ist; machen Sie weiter, wird nichts doppelt kopiert.</translation>
    </message>
    <message>
        <source>Looking changes nothing.</source>
        <translation>Nachsehen ändert nichts.</translation>
    </message>
    <message>
        <source>If you cancel, folders that were shared by then stay shared; the list shows them.</source>
        <translation>Brechen Sie ab, bleiben bis dahin freigegebene Ordner freigegeben; die Liste zeigt sie.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SuccessorResult</name>
    <message>
        <source>Read back from the server, %1.</source>
        <translation>Vom Server zurückgelesen, %1.</translation>
    </message>
    <message>
        <source>Take the access back</source>
        <translation>Zugriff zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are there, read back and compared.</source>
        <translation>
            <numerusform>%n Nachricht ist dort, zurückgelesen und verglichen.</numerusform>
            <numerusform>%n Nachrichten sind dort, zurückgelesen und verglichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3 of them from before.</source>
        <translation>%1, %2, davon %3 von früher.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be copied; the receipt says so.</source>
        <translation>
            <numerusform>%n Nachricht ließ sich nicht kopieren; das Protokoll sagt es.</numerusform>
            <numerusform>%n Nachrichten ließen sich nicht kopieren; das Protokoll sagt es.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Noch einmal kopieren</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SuccessorWays</name>
    <message>
        <source>Nothing on the server</source>
        <translation>Nichts auf dem Server</translation>
    </message>
    <message>
        <source>The business archive is enough.</source>
        <translation>Das Übergabearchiv genügt.</translation>
    </message>
    <message>
        <source>Copy the business mail into another mailbox</source>
        <translation>Die dienstlichen Nachrichten in ein anderes Postfach kopieren</translation>
    </message>
    <message>
        <source>Into the successor&apos;s or a shared mailbox, with dates and marks. Yours stays as it is.</source>
        <translation>In das Postfach der Nachfolge oder ein gemeinsames, mit Datum und Kennzeichen. Ihres bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Let the successor read folders of this mailbox</source>
        <translation>Die Nachfolge Ordner dieses Postfachs lesen lassen</translation>
    </message>
    <message>
        <source>Only folders that hold nothing but business mail. Mail that arrives there later can be read too.</source>
        <translation>Nur Ordner, in denen ausschließlich dienstliche Nachrichten liegen. Auch was dort später eintrifft, kann gelesen werden.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SuggestionOffers</name>
    <message>
        <source>There is no certain suggestion</source>
        <translation>Es gibt keinen sicheren Vorschlag</translation>
    </message>
    <message>
        <source>Please look at what is left yourself.</source>
        <translation>Was übrig ist, müssen Sie selbst ansehen.</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestion(s)?</source>
        <translation>
            <numerusform>%n Vorschlag annehmen?</numerusform>
            <numerusform>%n Vorschläge annehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are based on names, folders and features of the texts; nobody but the program has read them, and some suggestions may be wrong. Less certain ones stay undecided. Ctrl+Z takes all of them back at once, and each one can be changed later.</source>
        <translation>Sie beruhen auf Namen, Ordnern und Merkmalen der Texte; außer dem Programm hat sie niemand gelesen, und manche können falsch sein. Weniger sichere bleiben offen. Strg+Z nimmt alle auf einmal zurück, und jede lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message numerus="yes">
        <source>Call the remaining %n message(s) business?</source>
        <translation>
            <numerusform>Die letzte Nachricht dienstlich nennen?</numerusform>
            <numerusform>Die übrigen %n Nachrichten dienstlich nennen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in them looks private any more. The sample at the end shows how far that is true. Ctrl+Z takes it back.</source>
        <translation>Nichts darin sieht noch privat aus. Die Stichprobe am Ende zeigt, wie gut das stimmt. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Call them business</source>
        <translation>Dienstlich nennen</translation>
    </message>
    <message>
        <source>Each is about one contact: %1 would be private, %2 business.</source>
        <translation>Jeder gilt für einen Kontakt: %1 würden privat, %2 dienstlich.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SupervisorSignsPage</name>
    <message>
        <source>Open and check</source>
        <translation>Öffnen und prüfen</translation>
    </message>
    <message>
        <source>Open the seal …</source>
        <translation>Siegel öffnen …</translation>
    </message>
    <message>
        <source>Nothing was handed over in this program.</source>
        <translation>In diesem Programm wurde nichts übergeben.</translation>
    </message>
    <message>
        <source>Do not sign now …</source>
        <translation>Jetzt nicht unterschreiben …</translation>
    </message>
    <message>
        <source>If you cancel, the archive stays as it is.</source>
        <translation>Wenn Sie abbrechen, bleibt das Archiv, wie es ist.</translation>
    </message>
    <message>
        <source>Nothing is signed</source>
        <translation>Nichts ist unterschrieben</translation>
    </message>
    <message>
        <source>The receipt stays pending and says so on every page. It can be countersigned later, here or on another computer, from the file %1. Press “Save and exit” to stop here.</source>
        <translation>Das Protokoll bleibt in der Schwebe und sagt es auf jeder Seite. Es lässt sich später gegenzeichnen, hier oder an einem anderen Rechner, mit der Datei %1. Mit „Speichern und beenden“ hören Sie hier auf.</translation>
    </message>
    <message>
        <source>Reservation (optional)</source>
        <translation>Vorbehalt (freiwillig)</translation>
    </message>
    <message>
        <source>What have you received?</source>
        <translation>Was haben Sie erhalten?</translation>
    </message>
    <message>
        <source>For %1. Confirm only what you have in hand. You see no private messages here, only how many there were.</source>
        <translation>Für %1. Bestätigen Sie nur, was Ihnen vorliegt. Private Nachrichten sehen Sie nicht; hier steht nur ihre Zahl.</translation>
    </message>
    <message>
        <source>You confirm the receipt of the ticked things and nothing else: no waiver, no settlement of claims. What is not ticked counts as not received.</source>
        <translation>Sie bestätigen den Empfang der angekreuzten Dinge und sonst nichts: kein Verzicht, keine Erledigung von Ansprüchen. Was nicht angekreuzt ist, gilt als nicht erhalten.</translation>
    </message>
    <message>
        <source>on the medium “%1”</source>
        <translation>auf Datenträger „%1“</translation>
    </message>
    <message>
        <source>SHA-256 %1 %2 … %3 %4</source>
        <translation>SHA-256 %1 %2 … %3 %4</translation>
    </message>
    <message numerus="yes">
        <source>Business archive: %n message(s), %1</source>
        <translation>
            <numerusform>Übergabearchiv: %n Nachricht, %1</numerusform>
            <numerusform>Übergabearchiv: %n Nachrichten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>new one accepted</source>
        <translation>neues angenommen</translation>
    </message>
    <message>
        <source>new one not verified</source>
        <translation>neues nicht überprüft</translation>
    </message>
    <message>
        <source>old one refused</source>
        <translation>altes abgelehnt</translation>
    </message>
    <message>
        <source>old one not verified as refused</source>
        <translation>altes nicht als abgelehnt überprüft</translation>
    </message>
    <message>
        <source>sealed for you in %1</source>
        <translation>für Sie versiegelt in %1</translation>
    </message>
    <message>
        <source>Sealed password, changed on %1</source>
        <translation>Versiegeltes Kennwort, geändert am %1</translation>
    </message>
    <message>
        <source>If you cancel, nothing is signed.</source>
        <translation>Wenn Sie abbrechen, wird nichts unterschrieben.</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (freiwillig)</translation>
    </message>
    <message>
        <source>sealed for you in the printed letter %1</source>
        <translation>für Sie versiegelt im gedruckten Brief %1</translation>
    </message>
    <message>
        <source>opened here; the receipt will say so</source>
        <translation>hier geöffnet; das Protokoll hält es fest</translation>
    </message>
    <message>
        <source>Please scroll to the end of the receipt.</source>
        <translation>Bitte blättern Sie bis zum Ende des Protokolls.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::TakeawayForm</name>
    <message>
        <source>Take them along</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Copied to a folder or drive of yours, in an open format, read back and compared.</source>
        <translation>Sie werden in einen Ordner oder auf ein Laufwerk von Ihnen kopiert, in einem offenen Format, zurückgelesen und verglichen.</translation>
    </message>
    <message>
        <source>Delete them without a copy</source>
        <translation>Ohne Kopie löschen</translation>
    </message>
    <message>
        <source>They are removed from the mailbox after you confirm it once more.</source>
        <translation>Sie werden aus dem Postfach entfernt, nachdem Sie es noch einmal bestätigt haben.</translation>
    </message>
    <message>
        <source>Leave them where they are</source>
        <translation>Lassen, wo sie sind</translation>
    </message>
    <message>
        <source>They stay in the company&apos;s mailbox. Who may read them there is up to the company&apos;s rules.</source>
        <translation>Sie bleiben im Postfach des Betriebs. Wer sie dort lesen darf, richtet sich nach dessen Regeln.</translation>
    </message>
    <message>
        <source>Folder or drive</source>
        <translation>Ordner oder Laufwerk</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>One file per folder (mbox), for Thunderbird and others</source>
        <translation>Eine Datei je Ordner (mbox), für Thunderbird und andere</translation>
    </message>
    <message>
        <source>One file per message (.eml)</source>
        <translation>Eine Datei je Nachricht (.eml)</translation>
    </message>
    <message>
        <source>Lock it with a passphrase that only I know (AES-256 ZIP)</source>
        <translation>Mit einer Passphrase verschließen, die nur ich kenne (AES-256-ZIP)</translation>
    </message>
    <message>
        <source>Afterwards remove them from the company&apos;s mailbox; you will be asked once more</source>
        <translation>Danach aus dem Postfach des Betriebs entfernen; Sie werden noch einmal gefragt</translation>
    </message>
    <message>
        <source>Please choose a folder or drive.</source>
        <translation>Bitte wählen Sie einen Ordner oder ein Laufwerk.</translation>
    </message>
    <message>
        <source>Please type the passphrase twice, the same each time.</source>
        <translation>Bitte tippen Sie die Passphrase zweimal gleich ein.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::TargetForm</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Folder in it</source>
        <translation>Ordner darin</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS von Anfang an</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>Empty for your own account</source>
        <translation>Leer für Ihr eigenes Konto</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung dort</translation>
    </message>
    <message>
        <source>Passphrase of the certificate</source>
        <translation>Passphrase des Zertifikats</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::TokenForm</name>
    <message>
        <source>Certificate on the card</source>
        <translation>Zertifikat auf der Karte</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>No card found</source>
        <translation>Keine Karte gefunden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>PIN of the card</source>
        <translation>PIN der Karte</translation>
    </message>
    <message>
        <source>Issued by %1, valid until %2.</source>
        <translation>Ausgestellt von %1, gültig bis %2.</translation>
    </message>
    <message>
        <source>The card is locked. Please unlock it with its PUK.</source>
        <translation>Die Karte ist gesperrt. Bitte entsperren Sie sie mit der PUK.</translation>
    </message>
    <message>
        <source>Only one try is left: another wrong PIN locks the card.</source>
        <translation>Nur ein Versuch ist übrig: Eine weitere falsche PIN sperrt die Karte.</translation>
    </message>
    <message>
        <source>The reader itself asks for the PIN when you sign.</source>
        <translation>Das Lesegerät fragt selbst nach der PIN, wenn Sie unterschreiben.</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::UnfinishedNote</name>
    <message>
        <source>Take it away</source>
        <translation>Jetzt wegräumen</translation>
    </message>
    <message>
        <source>Only what this program left unfinished is removed.</source>
        <translation>Weggeräumt wird nur, was dieses Programm unfertig hinterlassen hat.</translation>
    </message>
    <message>
        <source>A copy was not finished; what was written of it does not count and may still be in: %1. It is removed when you write again, or now. A medium that is not connected has to be connected first.</source>
        <translation>Eine Kopie wurde nicht fertig; was davon geschrieben wurde, zählt nicht und liegt vielleicht noch in: %1. Es wird weggeräumt, wenn Sie erneut schreiben, oder jetzt gleich. Ein Datenträger, der nicht eingelegt ist, muss erst eingelegt werden.</translation>
    </message>
    <message>
        <source>There is nothing any more</source>
        <translation>Dort ist nichts mehr</translation>
    </message>
    <message>
        <source>What an earlier run left on the medium is being looked at…</source>
        <translation>Es wird durchgesehen, was ein früherer Lauf auf dem Datenträger hinterlassen hat …</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::VerdictBar</name>
    <message>
        <source>P</source>
        <comment>key for private</comment>
        <extracomment>One letter each: the key that decides for private, business, protected, undecided.</extracomment>
        <translation>P</translation>
    </message>
    <message>
        <source>B</source>
        <comment>key for business</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>X</source>
        <comment>key for protected</comment>
        <translation>G</translation>
    </message>
    <message>
        <source>U</source>
        <comment>key for undecided</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>Undo
Ctrl Z</source>
        <translation>Rückgängig
Strg Z</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Die letzte Entscheidung rückgängig machen</translation>
    </message>
    <message>
        <source>Redo
Ctrl Shift Z</source>
        <translation>Wiederholen
Strg Umsch Z</translation>
    </message>
    <message>
        <source>Redo the decision</source>
        <translation>Die Entscheidung wiederholen</translation>
    </message>
    <message>
        <source>Mixed
M</source>
        <translation>Gemischt
M</translation>
    </message>
    <message>
        <source>Mixed: ask in parts, key M</source>
        <translation>Gemischt: in Teilen fragen, Taste M</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::VerdictButton</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1, Taste %2</translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::VerifyPage</name>
    <message>
        <source>Choose receipts</source>
        <translation>Protokolle wählen</translation>
    </message>
    <message>
        <source>Receipts (*.pdf)</source>
        <translation>Protokolle (*.pdf)</translation>
    </message>
    <message>
        <source>Verify and print receipts</source>
        <translation>Protokolle prüfen und drucken</translation>
    </message>
    <message>
        <source>Drop PDF files or a folder here. They are judged on this computer, without the net.</source>
        <translation>Ziehen Sie PDF-Dateien oder einen Ordner hierher. Geprüft wird auf diesem Rechner, ohne Netz.</translation>
    </message>
    <message>
        <source>Common PDF viewers call some changed files valid. This program judges by its own rules: which bytes were signed, by whom, and whether anything was added.</source>
        <translation>Übliche PDF-Programme nennen manche veränderte Datei gültig. Dieses Programm urteilt nach eigenen Regeln: welche Bytes unterschrieben sind, von wem, und ob etwas hinzukam.</translation>
    </message>
    <message>
        <source>Print (%1)</source>
        <translation>Drucken (%1)</translation>
    </message>
    <message>
        <source>Choose the folder of the archive</source>
        <translation>Ordner des Archivs wählen</translation>
    </message>
    <message>
        <source>Choose the archive</source>
        <translation>Archiv wählen</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Liste ausgeben</translation>
    </message>
    <message>
        <source>Handover receipts</source>
        <translation>Übergabeprotokolle</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>The list as CSV …</source>
        <translation>Die Liste als CSV …</translation>
    </message>
    <message>
        <source>Enter all into the register …</source>
        <translation>Alle ins Register eintragen …</translation>
    </message>
    <message>
        <source>Due dates as a calendar …</source>
        <translation>Fristen als Kalender …</translation>
    </message>
    <message>
        <source>Choose the register</source>
        <translation>Register wählen</translation>
    </message>
    <message>
        <source>Save the due dates</source>
        <translation>Fristen speichern</translation>
    </message>
    <message>
        <source>Export the open tasks</source>
        <translation>Offene Aufgaben exportieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>With an archive on a drive …</source>
        <translation>Mit einem Archiv auf einem Datenträger …</translation>
    </message>
    <message>
        <source>With a photo or scan of the paper …</source>
        <translation>Mit einem Foto oder Scan des Papiers …</translation>
    </message>
    <message>
        <source>%1 of %2 judged</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>Archives (*.zip *.iso)</source>
        <translation>Archive (*.zip *.iso)</translation>
    </message>
    <message>
        <source>Choose a photo or scan of the first page</source>
        <translation>Foto oder Scan der ersten Seite wählen</translation>
    </message>
    <message>
        <source>Pictures and scans (*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.pdf)</source>
        <translation>Bilder und Scans (*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.pdf)</translation>
    </message>
    <message>
        <source>Add receipts</source>
        <translation>Protokolle hinzufügen</translation>
    </message>
    <message>
        <source>Files …</source>
        <translation>Dateien …</translation>
    </message>
    <message>
        <source>A folder with everything in it …</source>
        <translation>Ordner mit allem darin …</translation>
    </message>
    <message>
        <source>Choose a folder with receipts</source>
        <translation>Ordner mit Protokollen wählen</translation>
    </message>
    <message>
        <source>The chosen document as plain text …</source>
        <translation>Das gewählte Dokument als Text …</translation>
    </message>
    <message>
        <source>Nothing to read out</source>
        <translation>Kein Text vorhanden</translation>
    </message>
    <message>
        <source>This file holds nothing that could be saved as text.</source>
        <translation>Diese Datei enthält nichts, was sich als Text sichern ließe.</translation>
    </message>
    <message>
        <source>Save the document as plain text</source>
        <translation>Dokument als Text sichern</translation>
    </message>
    <message>
        <source>Search name or handover number</source>
        <translation>Name oder Nummer der Übergabe suchen</translation>
    </message>
    <message>
        <source>Open tasks as CSV, those for IT first …</source>
        <translation>Offene Aufgaben als CSV, die der IT zuerst …</translation>
    </message>
</context>
</TS>
