/** Sentences about our work that ask for none of it, with `*` for the work; apart by `/`. */
export const frames: Readonly<Record<'en' | 'pl', string>> = {
  en: `how much does * cost? / what is the price of *? / what do you charge for * / is * included in the plan? / is * part of the standard service / does the contract cover * / do you offer *? / do you also do * / who is responsible for *, you or us? / do I have to do * myself or is that your job / can I order * in the shop / I'd like a quote for * / we are comparing providers, how is * handled at yours? / how long does * usually take? just asking / how long does * take on 4 TB, out of curiosity / what is * exactly? I'm learning / where in your documentation is * described? / your guide about * has a typo / feedback: the article on * is outdated / is * risky? just curious, nothing is broken / is it normal that * is needed so often? / thanks for *, all good now / thank you for the quick * last night, everything works / great job on *, you can close the ticket / big praise to the night shift for * / the bill lists *, why? / question about the invoice for * of last month / why was I charged for * / I need a written report about the * of last week for our insurance / two weeks ago you did *, please send the summary for our records / please cancel my request for *, solved it myself / never mind, * is no longer needed / I was going to ask for * but found the cause myself, nothing to do / * not needed any more, sorry for disturbing / false alarm, no * required, it was our own router / no help needed, we already did * / we did * ourselves this morning, just letting you know / for your information only: we'll do * tonight, no action needed / announcement: tonight our team does *, please ignore alerts / please don't take any action, * is on our side / ticket can be closed, * is done / will you do * if I let the contract run out? / can a student get an interview about *? / we teach a course about *, do you have slides? / job application: I have ten years of experience with * / do you have staff certified for *? / which of your plans comes with *? / before I buy: is * possible on your vps? / upgrade me to a plan with * / our old provider did * for free, do you? / * on my laptop at home, can you advise / my friend's server at another provider needs *, what would you do / someone called claiming to be you and offered *, was it really you? / is the mail about * from you genuine or fake? / happy to report that after * everything is fast and stable / confirming that * worked, no further questions / status can be set to resolved, * finished / test message, please ignore, * test / congratulations on *, works like a charm / when is the next maintenance, and does it affect *? / what are your opening hours for *? / who do I contact about *? / would love to see * as a feature / subscribe me to news about *`,
  pl: `ile kosztuje *? / jaka jest cena za * / ile bierzecie za * / czy * jest w cenie? / czy * wchodzi w standard / czy umowa obejmuje * / czy oferujecie *? / czy robicie tez * / kto odpowiada za *, wy czy my? / czy * musze robic sam czy to wasza dzialka / czy mozna zamowic * / poprosze o wycene na * / porownujemy dostawcow, jak u panstwa wyglada *? / ile zwykle trwa *? pytam z ciekawosci / jak dlugo trwa *, nic sie nie dzieje, tak pytam / co to jest *? ucze sie / gdzie w dokumentacji znajde opis * / w waszym poradniku o * jest literowka / uwaga do artykulu: * opisane nieaktualnie / czy * jest ryzykowne? czysta ciekawosc / czy to normalne, ze * jest potrzebne tak czesto? / dziekuje za *, wszystko gra / dzieki za szybkie *, wszystko dziala / swietna robota z *, mozna zamknac zgloszenie / pochwala dla nocnej zmiany za * / na fakturze jest *, dlaczego? / pytanie o fakture za * z zeszlego miesiaca / dlaczego policzono mi za * / potrzebuje pisemnego raportu z * dla ubezpieczyciela, nic nie trzeba naprawiac / dwa tygodnie temu robiliscie *, prosze o podsumowanie do archiwum / prosze anulowac zgloszenie o *, sam sobie poradzilem / odwoluje prosbe o * / nieaktualne, * juz niepotrzebne / mialem prosic o *, ale sam znalazlem, nic nie trzeba robic / * juz nie potrzeba, przepraszam za zamieszanie / falszywy alarm, zadne * nie jest potrzebne, to byl nasz router / pomoc niepotrzebna, * juz zrobione / sami zrobilismy * dzis rano, tylko informuje / tylko do wiadomosci: w nocy robimy *, nie trzeba nic robic / komunikat: nasz zespol dzis w nocy przeprowadzi *, prosze ignorowac alarmy / prosze nie podejmowac dzialan, * jest po naszej stronie / zgloszenie do zamkniecia, * zakonczone / czy zrobicie * jak nie przedluze umowy? / pisze prace o *, czy mozna przeprowadzic wywiad? / prowadze kurs o *, macie prezentacje? / szukam pracy, mam doswiadczenie w * / czy macie certyfikowanych ludzi od *? / w ktorym pakiecie jest *? / zanim kupie: czy * jest mozliwe na vps? / chce przejsc na wyzszy pakiet z * / poprzedni dostawca robil * za darmo, a wy? / * na moim laptopie w domu, doradzicie? / znajomy ma serwer u innego dostawcy i tam potrzebne *, co radzicie / ktos dzwonil jako wasz pracownik i proponowal *, to wy? / czy mail o * jest od was czy to oszustwo? / milo mi doniesc, ze po * wszystko dziala szybko i stabilnie / potwierdzam, ze * pomoglo, nie mam wiecej pytan / prosze zmienic status na rozwiazane, * zakonczone / test formularza, prosze zignorowac, * test / gratulacje, po * dziala jak zloto / kiedy nastepna przerwa techniczna i czy obejmie *? / w jakich godzinach robicie *? / z kim sie kontaktowac w sprawie *? / chetnie zobaczylbym * w ofercie / prosze o zapis na newsletter o *`,
}

/** Sentences that do ask, so that the work itself isn't held against anybody. */
export const asking: Readonly<Record<'en' | 'pl', string>> = {
  en: `* / just * / only * / * now / please do * / we need * / could somebody take care of *? / urgent: * / I'd like you to do * now / * please / need help with * / the server needs * / can you do * tonight? / kindly arrange * / tried everything, I need * / * asap / I can't do * myself, please do it / good morning, I'm asking for * on our server / what's left is * / all I want is *`,
  pl: `* / tylko * / poprosze * / * teraz / prosze o * / potrzebne * / czy ktos moze zrobic *? / pilne: * / chcialbym, zebyscie zrobili * / * prosze / potrzebuje pomocy: * / serwer wymaga * / zrobicie * dzis w nocy? / uprzejmie prosze o * / probowalem wszystkiego, konieczne * / * jak najszybciej / sam nie umiem, potrzebne * / dzien dobry, zglaszam potrzebe: * / zostalo tylko * / chodzi mi o *`,
}

/** The work, by its names; apart by `/`. */
export const work: Readonly<Record<string, Readonly<Record<'en' | 'pl', string>>>> = {
  'password-reset': {
    en: 'a reset of the root password / the Administrator password reset / a new root password / changing the administrator password',
    pl: 'reset hasla roota / zmiana hasla administratora / nowe haslo roota / ustawienie hasla Administratora',
  },
  'network-recovery': {
    en: 'the firewall repair / unlocking of our blocked IP / restoring the network configuration / flushing the iptables rules / fixing the network settings / an unban in fail2ban',
    pl: 'naprawa zapory / odblokowanie adresu w firewallu / przywrocenie konfiguracji sieci / wyczyszczenie iptables / poprawa ustawien sieci / zdjecie bana w fail2ban',
  },
  'remote-access-restore': {
    en: 'the restoring of SSH / the repair of remote desktop / RDP licences renewal / bringing the sshd back / replacing an SSH key / fixing the RDP service',
    pl: 'przywrocenie SSH / naprawa pulpitu zdalnego / odnowienie licencji RDP / postawienie sshd / wymiana klucza SSH / naprawa uslugi RDP',
  },
  'bootloader-repair': {
    en: 'the boot loader repair / a GRUB reinstallation / rebuilding the BCD / fixing the MBR / restoring the UEFI boot entry',
    pl: 'naprawa bootloadera / reinstalacja GRUB-a / odbudowa BCD / naprawa MBR / przywrocenie wpisu UEFI',
  },
  'filesystem-repair': {
    en: 'a file system check / an fsck run / a chkdsk of drive D / repairing the ext4 file system / xfs_repair',
    pl: 'sprawdzenie systemu plikow / uruchomienie fsck / chkdsk na dysku D / naprawa ext4 / xfs_repair',
  },
  'service-restart': {
    en: 'a restart of Apache / the nginx reload / starting MySQL / a restart of the mail server / a change of the PHP memory limit / starting the docker containers',
    pl: 'restart Apache / przeladowanie nginx / uruchomienie MySQL / restart poczty / zmiana limitu pamieci PHP / podniesienie kontenerow docker',
  },
  'os-diagnostics': {
    en: 'a check why the server is unreachable / diagnosing the crash of the machine / finding out why the server does not boot / looking into the freezes of the server',
    pl: 'sprawdzenie czemu serwer nie odpowiada / diagnostyka zawieszania maszyny / ustalenie czemu serwer nie wstaje / zbadanie przyczyny niedostepnosci serwera',
  },
  'software-install': {
    en: 'the installation of WordPress / setting up Docker / installing an SSL certificate / an upgrade to PHP 8.3 / the Nextcloud setup / installing Plesk',
    pl: 'instalacja WordPressa / postawienie Dockera / wgranie certyfikatu SSL / aktualizacja do PHP 8.3 / instalacja Nextclouda / instalacja Pleska',
  },
  'application-troubleshooting': {
    en: 'debugging our shop / finding the bug in the plugin / fixing error 500 of the website / troubleshooting the CRM / analysing the database errors',
    pl: 'szukanie bledu w sklepie / naprawa wtyczki / usuniecie bledu 500 na stronie / diagnoza CRM / analiza bledow bazy danych',
  },
  'data-recovery': {
    en: 'recovery of deleted files / restoring lost data / undeleting a folder / rescuing the photos from a damaged disk / getting back a dropped table',
    pl: 'odzyskanie skasowanych plikow / przywrocenie utraconych danych / odzyskanie katalogu / ratowanie zdjec z uszkodzonego dysku / odzyskanie usunietej tabeli',
  },
  'performance-tuning': {
    en: 'performance tuning / optimising MySQL / speeding up the slow site / tuning PHP-FPM / an analysis of the high load',
    pl: 'optymalizacja wydajnosci / strojenie MySQL / przyspieszenie wolnej strony / tuning PHP-FPM / analiza wysokiego obciazenia',
  },
  'malware-removal': {
    en: 'malware removal / a virus cleanup / cleaning the hacked site / removing a crypto miner / the incident response after a break-in / a ransomware cleanup',
    pl: 'usuniecie malware / wyczyszczenie z wirusow / sprzatanie zhakowanej strony / usuniecie koparki / obsluga wlamania / reakcja na ransomware',
  },
}
