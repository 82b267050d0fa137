import type { Item } from './material.js'
import { seeded } from './random.js'

/** Each line is a phrase with choices in brackets; this many of its readings are taken. */
const READINGS = 14

/** What any engineer knows, said shortly: what stands by itself for a label. */
const known: Readonly<Record<string, string>> = {
  'password-reset': `
    (lost|forgot|dont remember|cant remember|no longer have|nobody knows|mislaid) (the|our|my) (root|administrator|admin) (password|pw|passwd|pass)
    (please|pls|can you|need you to|could you) (reset|change|set) (the|my) (root|Administrator|admin) (password|pw) (please|) (on this box|on my vps|)
    (root|administrator|admin) (password|pw) (is unknown|is wrong|is rejected|not accepted|does not work|no longer works|incorrect|reset please)
    (previous|former|old) admin (left|quit|is gone|died|changed it) and (nobody knows|took|never told us|did not hand over) the (root|administrator) password
    login incorrect (on the console|at the login prompt) (root|administrator) password (does not match|wrong|rejected|unknown)
    need a new (root|administrator) (password|pw|pass)
    set a new (password|pw) for (root|Administrator)
    (zapomnialem|zapomnielismy|zgubilem|nie pamietam|nie znam|nie mamy|nikt nie zna|przepadlo) (hasla|haslo) (root|roota|administratora|admina|do roota)
    prosze o (reset|zresetowanie|zmiane|ustawienie nowego|nadanie nowego) hasla (root|roota|administratora|admina|do serwera)
    haslo (roota|administratora|admina) (nie dziala|nie pasuje|nie wchodzi|odrzuca|jest nieaktualne|nieznane)
    (zresetujcie|zmiencie|ustawcie nowe|nadajcie nowe) haslo (roota|administratora|na roota) (prosze|)
    (poprzedni|byly) (admin|informatyk) (odszedl|zwolnil sie|zmienil haslo) i (nikt nie zna|nie mamy) hasla (roota|administratora)
    the password from the welcome mail (is rejected|does not work|incorrect) for root
  `,
  'network-recovery': `
    (enabled|turned on|activated) (ufw|firewalld|the firewall|windows firewall|csf) and (locked myself out|lost connection|cant get in|got kicked|now nothing gets in)
    (iptables|nftables|firewall) (rule|rules|change) (locked me out|cut me off|blocks everything|dropped my session|blocked all ports)
    locked (myself|ourselves) out with (iptables|ufw|a firewall rule|nftables|csf)
    (changed|edited|messed up|broke) (the netplan|network config|ip address|interfaces file|gateway|subnet mask|static ip) and (lost the server|server unreachable|no network|it is gone|no connection since)
    (iptables -P INPUT DROP|ufw enable|policy DROP) and then (silence|session died|connection lost)
    (network card|nic|interface|eth0|adapter) (is down|is disabled|has no address|does not come up|lost its ip)
    no (network|route|default route|gateway|ip address|carrier) (after|since) (reboot|the change|migration|update|editing netplan)
    (flush|reset|disable|open|fix|restore) the (firewall|iptables|network config|network settings|ip settings|firewall rules) (please|from the console|via kvm)
    (fail2ban|csf|firewall) (banned|blocked|blacklisted) (my own ip|us|me|the office)
    (wlaczylem|wlaczylismy|odpalilem) (ufw|zapore|firewalla|firewall|firewalld|csf) i (odcielo mnie|mnie wyrzucilo|stracilem dostep|nie moge sie polaczyc)
    (odcialem|zablokowalem|wycialem) sie (regulami iptables|firewallem|na zaporze|przez ufw)
    (zmienilem|pomylilem|zle wpisalem|edytowalem) (adres ip|maske|brame|netplan|konfiguracje sieci|interfejs) i (serwer nieosiagalny|nie ma sieci|zniknal z sieci|brak lacznosci)
    (brak|nie ma) (sieci|adresu ip|trasy|bramy|interfejsu) po (restarcie|zmianie|aktualizacji|migracji|edycji netplan)
    prosze (wylaczyc|zdjac|wyczyscic|naprawic|poprawic|przywrocic) (reguly firewalla|zapore|firewalla|konfiguracje sieci|ustawienia sieci|iptables)
    (karta sieciowa|interfejs|eth0) (nie wstaje|wylaczona|nie ma adresu|jest down)
    (zapora|firewall|iptables) (blokuje|odcina|wycina) (wszystko|caly ruch|mnie|nas|ssh|rdp)
    regula w (iptables|zaporze|firewallu) (odciela|zablokowala) (ssh|rdp|port 22|port 3389|wszystkich)
  `,
  'remote-access-restore': `
    (sshd|ssh|ssh service|openssh|ssh daemon) (is down|died|wont start|does not start|failed|is dead|crashed|refuses connections|connection refused)
    (rdp|remote desktop|rdp service|terminal services|remote desktop service|termservice) (is down|stopped|not working|does not accept connections|wont start|dead|broken|refuses)
    (restore|fix|bring back|repair|need) (ssh|rdp|remote desktop|ssh access|the ssh service) (please|)
    (broke|messed up|edited) (sshd_config|ssh config|authorized_keys|ssh keys) and (cant log in|permission denied publickey|sshd wont start)
    permission denied (publickey) (after|since) (changing keys|editing sshd_config|update)
    port (22|3389) (is closed|not listening|refused|does not answer) (but websites work|rest is fine|other services ok)
    (rds|rdp|remote desktop|terminal server) (license|licence|licensing|grace period) (expired|error|problem|has run out)
    (lost|need to add|replace|wrong) (my|the) (ssh key|private key|public key|authorized_keys) (on the server|)
    (padl|padlo|lezy|nie dziala|nie wstaje|nie startuje|zdechlo|nie uruchamia sie) (ssh|sshd|rdp|usluga ssh|pulpit zdalny|usluga pulpitu zdalnego)
    (ssh|sshd|rdp|pulpit zdalny|usluga ssh|termservice) (nie dziala|lezy|padlo|nie odpowiada|nie wstaje|zatrzymana|odrzuca polaczenia|connection refused)
    prosze o (przywrocenie|naprawe|naprawienie) (ssh|rdp|pulpitu zdalnego|dostepu ssh|uslugi ssh)
    (zepsulem|rozwalilem|zmienilem|edytowalem) (sshd_config|konfiguracje ssh|authorized_keys|klucze ssh) i (nie moge sie zalogowac|ssh nie wstaje|permission denied)
    port (22|3389) (nie nasluchuje|zamkniety|odrzuca) a (reszta dziala|strony dzialaja)
    licencje (rdp|pulpitu zdalnego|terminalowe|rds) (wygasly|skonczyly sie|blad)
    zgubilem klucz (ssh|prywatny) prosze o dodanie nowego
  `,
  'bootloader-repair': `
    (grub|grub rescue|grub prompt|bootmgr|boot loader|bootloader|bcd) (is broken|missing|error|damaged|gone|corrupt|after update|only)
    (stuck at|drops to|shows only|stays at) (grub rescue|grub prompt|grub>|bootmgr is missing|no bootable device)
    (reinstall|repair|fix|rebuild|restore|install) (grub|the boot loader|the bootloader|bcd|mbr|efi boot entry|the boot sector) (please|)
    (no bootable device|no boot device found|operating system not found|bootmgr is missing|missing operating system)
    error (unknown filesystem|no such partition|no such device|file normal.mod not found) grub rescue
    (deleted|formatted|wiped|overwrote) the (efi partition|boot partition|mbr|boot sector) (wont boot|system does not boot|)
    (0xc000000f|0xc0000098|0xc000000e) boot configuration data
    (grub|bootloader|bcd|mbr|boot loader) (sie wysypal|uszkodzony|padl|zniknal|nie dziala|rozwalony|do naprawy)
    (naprawa|odbudowa|reinstalacja|przywrocenie|naprawcie|odtworzcie) (gruba|grub|bootloadera|bcd|mbr|programu rozruchowego|rozruchu)
    (widze tylko|wpada w|zatrzymuje sie na|na ekranie) (grub rescue|grub>|bootmgr is missing|no bootable device)
    (usunalem|sformatowalem|nadpisalem) partycje (efi|boot|rozruchowa) i system nie wstaje
  `,
  'filesystem-repair': `
    (filesystem|file system|root partition|ext4|xfs|btrfs|ntfs|zfs) (is corrupt|corrupted|read only|went read-only|damaged|errors|is readonly|has errors|inconsistent)
    (run|please run|need|do an|needs) (fsck|e2fsck|chkdsk|xfs_repair|file system check) (on /dev/sda1|please|)
    (mounted|remounted) read-only (because of errors|after power loss|)
    (bad superblock|wrong fs type|structure needs cleaning|metadata corruption|out of inodes|no inodes left|no space left on device but disk not full)
    (dropped to|stuck in|ends up in) (initramfs|emergency mode|busybox) (run fsck manually|UNEXPECTED INCONSISTENCY)
    (partition|volume|disk|drive) (cannot be mounted|does not mount|wont mount|shows as raw|is raw|is dirty)
    (system plikow|partycja|ext4|xfs|ntfs|wolumin) (uszkodzony|tylko do odczytu|read-only|sypie bledami|sie posypal|nie montuje sie|ma bledy)
    (prosze o|potrzebny|pusccie|zrobcie|odpalcie) (fsck|chkdsk|xfs_repair|sprawdzenie systemu plikow|naprawe systemu plikow)
    (dysk|partycja) (przeszla|przeszedl|przemontowal sie|jest) (w tryb tylko do odczytu|w read-only|ro|raw)
    (skonczyly sie|brak) (inody|i-wezly|wolnych inodow)
    (zatrzymal sie na|wpadl w) (initramfs|emergency mode|tryb awaryjny) i kaze uruchomic fsck
  `,
  'service-restart': `
    (restart|reload|bounce|start|restart please) (apache|nginx|mysql|mariadb|postgres|docker|redis|php-fpm|exim|postfix|dovecot|iis|tomcat|haproxy|the mail server|cron|elasticsearch|the database)
    (apache|nginx|mysql|mariadb|postgres|docker|redis|php-fpm|exim|postfix|dovecot|iis|tomcat|the mail server|cron|the print spooler|samba|the game server|teamspeak) (is down|stopped|is not running|wont start|died|failed|needs a restart|must be restarted|is off|inactive|does not start)
    (raise|increase|change|set) (max_connections|memory_limit|upload_max_filesize|the listen port|innodb_buffer_pool_size) (in|for) (mysql|php|postgres|apache|nginx) and restart it
    (enable|start) (nginx|docker|redis|mariadb) (on boot|at boot|automatically)
    nginx.service failed Result exit-code please start it
    (zrestartujcie|zrestartuj|przeladujcie|podniescie|uruchomcie|wlaczcie|odpalcie|prosze o restart|restart|kopnijcie) (apache|apacza|nginx|nginxa|mysql|mysqla|mariadb|postgresa|docker|dockera|redisa|php-fpm|exima|postfixa|dovecota|iis|tomcata|bazy|uslugi|serwera poczty)
    (apache|nginx|mysql|mariadb|postgres|docker|redis|php-fpm|exim|postfix|dovecot|iis|tomcat|baza danych|serwer pocztowy) (lezy|stoi|padl|padla|nie dziala|nie wstal|nie wstaje|zatrzymal sie|nie wystartowal|wylaczyl sie|jest wylaczona)
    (zwiekszcie|zmiencie|podniescie|ustawcie) (max_connections|memory_limit|limit|upload_max_filesize|port) w (php|mysql|nginx|apache|postgresie)
    po (restarcie|aktualizacji) nie (wstal|wystartowal|podniosl sie) (docker|mysql|apache|nginx|postfix)
  `,
  'os-diagnostics': `
    (server|vps|box|machine|dedicated server|vm) (is down|unreachable|not responding|does not respond|is dead|offline|went offline|hangs|frozen|doesnt answer ping) (no idea why|since tonight|for no reason|we changed nothing|please check|what happened|)
    (server|vps|box|machine) (does not boot|wont boot|did not come back|doesnt come up|does not start) (after reboot|after update|no idea why|black screen)
    no (ping|ssh|answer|response|reply|contact) (from|to) (the server|my vps|the machine) (since|and no idea why|for an hour)
    (kernel panic|blue screen|bsod|black screen) (after update|on the console|on boot|every boot|)
    (freezes|hangs|reboots itself|crashes) every night server unreachable (no idea why|find out why)
    (serwer|vps|maszyna|dedyk) (nie odpowiada|nie dziala|lezy|padl|nieosiagalny|nie pinguje|nie reaguje|wisi|zniknal|offline|niedostepny) (nie wiem czemu|od rana|nic nie zmienialismy|bez powodu|prosze sprawdzic|co sie stalo|)
    (serwer|vps|maszyna|system) (nie wstaje|nie wstal|nie startuje|nie uruchamia sie|nie podniosl sie) (po restarcie|po aktualizacji|nie wiadomo czemu|)
    brak (pinga|odpowiedzi|lacznosci|kontaktu) z (serwerem|vpsem|maszyna) (nie wiem dlaczego|od godziny|)
    (niebieski ekran|kernel panic|czarny ekran) (po aktualizacji|na konsoli|przy starcie|)
    co noc (zamarza|wiesza sie|zawiesza sie) caly serwer (nie wiadomo dlaczego|i trzeba twardy reset)
  `,
  'software-install': `
    (install|please install|set up|deploy|need) (docker|wordpress|plesk|cpanel|nextcloud|php 8.3|node 20|openvpn|wireguard|zabbix agent|gitlab|lets encrypt certificate|ssl certificate|certbot|java 21|mysql|redis|nginx|fail2ban|directadmin) (on my new vps|on ubuntu 24.04|please|)
    (upgrade|update) (php|node|mysql|mariadb|postgres|java|python|nextcloud|plesk) to (8.3|20|the latest version|a newer version)
    (ssl|tls|certificate|cert) (expired|needs renewal|has to be installed|install please|renew please)
    (zainstalujcie|prosze zainstalowac|prosze o instalacje|wgrajcie|postawcie|potrzebujemy|instalacja) (docker|dockera|wordpressa|plesk|cpanela|nextcloud|php 8.3|node 20|openvpn|wireguard|agenta zabbix|gitlaba|certyfikat ssl|certbota|java 21|redis|nginx|certyfikatu) (na nowym vps|na serwerze|)
    (aktualizacja|zaktualizujcie|podniescie|prosze podniesc) (php|node|mysql|postgresa|jave|pythona|nextclouda) do (8.3|20|najnowszej wersji|nowszej wersji)
    certyfikat ssl (wygasl|do odnowienia|prosze wgrac|do wymiany)
  `,
  'application-troubleshooting': `
    (wordpress|our shop|the website|the site|magento|prestashop|laravel app|our app|joomla|woocommerce|odoo|the api|moodle|nextcloud) (shows|throws|returns|gives) (error 500|a white screen|an exception|502|wrong results|fatal error|database error)
    (plugin|module|script|bot|program|mod) (crashes|throws exceptions|does not work|keeps crashing|fails with an error|behaves strangely) (find out why|please debug|)
    (find out|debug|investigate|look into) why (the shop|our app|the import|the export|the cron script|checkout|the plugin|the query) (fails|crashes|breaks|returns wrong data)
    (mysql|postgres|mongodb|database) (deadlocks|query error|returns wrong results|table crashed|replication broken|keeps crashing|too many connections) find the cause
    php fatal error uncaught exception in wp-content plugins
    (minecraft|game server|fivem) (crashes|crash) (with a java exception|when players join|nullpointerexception)
    (wordpress|sklep|strona|witryna|aplikacja|magento|prestashop|crm|woocommerce|api|moodle) (wyrzuca|pokazuje|zwraca|sypie) (blad 500|bialy ekran|wyjatek|wyjatkami|502|bledami|zle wyniki|fatal error)
    (wtyczka|modul|skrypt|bot|program|plugin) (sie wysypuje|sie wywala|sypie bledami|nie dziala|wyrzuca wyjatek|zle liczy) (prosze znalezc przyczyne|czemu|)
    (prosze ustalic|znajdzcie|sprawdzcie|ktos musi znalezc) (czemu|dlaczego|przyczyne) (sklep|aplikacja|import|eksport|koszyk|formularz|wtyczka) (nie dziala|sypie bledami|sie wywala|zwraca blad)
    (mysql|postgres|baza) (deadlock|bledy zapytan|zwraca zle wyniki|replikacja nie dziala|wysypuje sie) prosze znalezc przyczyne
  `,
  'data-recovery': `
    (deleted|removed|erased|wiped|formatted|overwrote|lost) (the folder|my files|a directory|our photos|the database|a table|the backup|all data|the world) (by mistake|accidentally|) (can you recover|please recover|need it back|)
    (recover|restore|undelete|get back|rescue|salvage) (deleted|lost|removed|damaged) (files|data|photos|database|folders|documents|mails)
    (rm -rf|drop database|drop table|truncate) (on the wrong|on production|by accident) (can it be recovered|get it back)
    (files|data|mails|photos|folder) (are gone|disappeared|vanished|missing) (no backup|please recover|)
    (usunalem|skasowalem|wykasowalem|sformatowalem|nadpisalem) (przez przypadek|niechcacy|przypadkiem|) (folder|pliki|katalog|baze|tabele|zdjecia|dane|kopie) (da sie odzyskac|odzyskacie|prosze o odzyskanie|)
    (odzyskanie|odzyskac|prosze odzyskac|przywrocic|uratowac) (skasowanych|usunietych|utraconych|uszkodzonych) (plikow|danych|zdjec|dokumentow|tabel|maili)
    (pliki|dane|zdjecia|katalogi|maile) (zniknely|przepadly|zginely|poszly) (nie mam kopii|prosze odzyskac|)
    (plik bazy|archiwum|plik mdf|plik pst) uszkodzony prosze odzyskac dane
  `,
  'performance-tuning': `
    (server|site|website|mysql|shop|vps|everything|database|windows) (is|has become|got) (very slow|slow|sluggish|terribly slow|laggy|painfully slow) (please optimise|can you tune it|speed it up|)
    (tune|optimise|optimize|speed up) (mysql|the server|php|nginx|our website|apache|the database|kernel parameters|postgres)
    (high load|load average 40|cpu at 100%|ram full|iowait 60%|swapping) (everything crawls|pages take ages|please tune|optimise)
    pages (take|need) (8 seconds|forever|ages) to load
    (lag|tps drops|low fps) on (minecraft|the game server|ark)
    (serwer|strona|sklep|baza|wszystko|mysql|windows) (dziala bardzo wolno|chodzi wolno|muli|zamula|laguje|wlecze sie|ledwo zipie|strasznie wolno) (prosze o optymalizacje|mozna przyspieszyc|)
    (optymalizacja|tuning|strojenie|przyspieszenie|dostrojenie|prosze zoptymalizowac) (mysql|serwera|php|nginx|strony|apache|bazy|postgresa)
    (load 40|wysoki load|cpu 100%|ram zapchany|swap pelny|iowait) (wszystko muli|strony laduja sie wieki|prosze o tuning)
    strona laduje sie (8 sekund|wieki|bardzo dlugo)
  `,
  'malware-removal': `
    (hacked|my server was hacked|site hacked|we got hacked|server compromised|someone broke in|intruder on the server|break-in) (please clean|help|need cleanup|)
    (crypto miner|cryptominer|xmrig|malware|virus|trojan|rootkit|backdoor|webshell|botnet) (on|found on|running on) (the server|my vps|our site|the machine) (remove it please|please clean|)
    (server|vps) (sends|is sending) (spam|phishing) (somebody must have got in|clean it|abuse report)
    (ransomware|files encrypted|all files have been encrypted|ransom note|readme with bitcoin address)
    (abuse complaint|abuse report|your abuse team says) (port scans|attacks|ddos|spam|phishing) from our (server|ip)
    (wlamanie|wlamali sie|ktos sie wlamal|zhakowali|shakowany|zaatakowany) (na serwer|na vpsa|na strone|mi serwer) (prosze o wyczyszczenie|pomocy|)
    (koparka|xmrig|wirus|malware|trojan|rootkit|backdoor|webshell|zlosliwe oprogramowanie|botnet) (na serwerze|na vps|na stronie) (prosze usunac|wyczysccie|)
    (serwer|vps|strona) (wysyla|rozsyla) (spam|phishing) (prosze wyczyscic|ktos sie wlamal|)
    (ransomware|zaszyfrowane pliki|pliki zaszyfrowane|zadanie okupu)
    (zgloszenie abuse|skargi na) (skanowanie portow|ataki|spam) z naszego (serwera|ip)
  `,
  nothing: `
    (forgot|lost|reset) (my|the) password (for|to|of) (the client area|your website|the customer portal|my account|the billing panel)
    (how much|what) (does it cost|is the price) (to restore|to reset the root password|for data recovery|for malware removal|for installing|for a restart|of a firewall|for ssl)
    (do you offer|do you have|is there|can i order) (backups|a hardware firewall|ddos protection|windows licences|rdp licences|managed servers|ssl certificates|faster servers|monitoring)
    (change|update|add|set) (the dns|a dns record|ptr record|nameservers|mx record|the a record) for (my domain|example.com)
    (order|want to buy|please add|need) (another|an additional) (disk|ip address|16 gb ram|server|ssd|vps)
    (invoice|payment|refund|vat|bill) (missing|wrong|question|for last month|not received)
    (upgrade|downgrade|move) (to a bigger plan|my plan|to another plan) (please|how|price)
    (everything works again|all is working now|problem solved|solved it myself|server is back up) (thanks|thank you|you can close the ticket)
    (thanks|thank you) for (the quick restart|restoring ssh|the password reset|installing docker|recovering the files|fixing grub|cleaning the server)
    (zapomnialem|nie pamietam|reset) hasla do (strefy klienta|panelu klienta|konta klienta|waszej strony|konta)
    ile kosztuje (reset hasla roota|odzyskanie danych|usuniecie wirusa|instalacja|restart|firewall sprzetowy|certyfikat ssl|optymalizacja)
    (czy oferujecie|czy macie|czy mozna zamowic|czy jest) (kopie zapasowe|firewall sprzetowy|ochrone ddos|licencje windows|licencje rdp|certyfikaty ssl|szybsze serwery|monitoring)
    (zmiana|dodanie|prosze o zmiane|ustawienie) (dns|rekordu dns|rekordu ptr|revdns|serwerow dns|rekordu mx) dla (domeny|example.pl)
    (zamawiam|chce kupic|prosze o dolozenie|potrzebuje) (dodatkowy dysk|dodatkowy adres ip|wiecej ramu|kolejny serwer|nowego vpsa|wiekszy dysk)
    (faktura|platnosc|zwrot|vat|rachunek) (brak|bledna|pytanie|za zeszly miesiac|nie doszla)
    (wszystko juz dziala|dziala juz|problem rozwiazany|sam naprawilem|serwer wstal) (dzieki|dziekuje|mozna zamknac zgloszenie)
    (dzieki|dziekuje) za (szybki restart|przywrocenie ssh|reset hasla|instalacje dockera|odzyskanie plikow|naprawe gruba|wyczyszczenie serwera)
    (czy w cenie jest|czy standard obejmuje|is it included|does the standard service include) (restart uslug|odzyskiwanie danych|reset hasla|malware removal|installation|performance tuning)
  `,
}

/** The phrases, written out, always the same ones. */
export function phrases(): Item[] {
  const random = seeded(7)
  return Object.entries(known).flatMap(([label, lines]) =>
    lines
      .trim()
      .split('\n')
      .flatMap((line, at) =>
        readings(line.trim(), random).map((text, nth) => item(label, text, `${at}-${nth}`)),
      ),
  )
}

function item(label: string, text: string, nth: string): Item {
  const nothing = label === 'nothing'
  return {
    id: `${label}-${nth}`,
    language: 'en',
    text,
    expect: nothing ? [] : [label],
    kind: nothing ? 'nothing' : 'plain',
  }
}

/** Without repeats; brackets without a choice are text. */
function readings(line: string, random: () => number): string[] {
  const taken = new Set<string>()
  for (let tries = 0; tries < READINGS * 3 && taken.size < READINGS; tries++) {
    const text = line.replace(/\(([^()]*\|[^()]*)\)/g, (_, choices: string) => {
      const all = choices.split('|')
      return all[Math.floor(random() * all.length)]!
    })
    taken.add(text.replace(/ +/g, ' ').trim())
  }
  return [...taken]
}
