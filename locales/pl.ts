import type { Messages } from './messages.js'

/** Polish, written beside the English text, not translated from it. */
export const pl = {
  intro: {
    text: 'Inżynierowie wsparcia technicznego i administratorzy systemów pracują bezpośrednio w systemie operacyjnym Twojego serwera: na Twoją prośbę i za wyraźnym upoważnieniem właściciela konta.',
    prepare:
      'Przygotuj: opis problemu, dane logowania z uprawnieniami administratora i upoważnienie właściciela konta (udziela się go w kroku 4).',
    more: 'Co będzie potrzebne i ile to potrwa',
    needTitle: 'Co przygotować',
    needServer: 'adres IP, identyfikator usługi albo nazwę serwera',
    needProblem: 'opis problemu, oczekiwane działanie i komunikaty o błędach, jeśli są',
    needAccess:
      'dane logowania do konta z uprawnieniami administratora; jeśli nie znasz hasła, możesz zamiast tego wybrać reset hasła',
    needAccessAlways: 'dane logowania do konta z uprawnieniami administratora',
    needOwner: 'upoważnienie właściciela konta',
    duration: 'Wypełnienie zajmuje około pięciu minut.',
    chat: 'Czat na żywo służy tylko do wstępnej konsultacji. Do samej interwencji potrzebne jest to zgłoszenie.',
  },
  form: {
    progress: 'Krok {{index}} z {{count}}',
    continue: 'Dalej',
    back: 'Wstecz',
    send: 'Wyślij zgłoszenie',
    sending: 'Wysyłanie zgłoszenia…',
    sealing: 'Szyfrowanie danych logowania…',
    change: 'Zmień',
    changeWhat: 'Zmień: {{what}}',
    edit: 'Wróć i popraw',
    optional: 'opcjonalnie',
    loading: 'Wczytywanie Twoich usług…',
    loadFailed: 'Nie udało się wczytać Twoich usług. Spróbuj ponownie albo dodaj zgłoszenie ręcznie.',
    tryAgain: 'Spróbuj ponownie',
    signIn:
      'Sesja w strefie klienta wygasła. Zaloguj się ponownie na innej karcie, wróć tutaj i spróbuj jeszcze raz: wpisane informacje zostają na miejscu.',
  },
  step: {
    server: 'Który serwer',
    problem: 'Co nie działa',
    access: 'Dostęp do serwera',
    authorization: 'Twoje upoważnienie',
    check: 'Sprawdź przed wysłaniem',
    sent: 'Zgłoszenie wysłane',
  },
  byHand: {
    title: 'Dodaj zgłoszenie ręcznie',
    text: 'To samo zgłoszenie możesz dodać w strefie klienta: {{path}}.',
    include:
      'Napisz, o który serwer chodzi, co nie działa, jakiego działania oczekujesz i jakie widzisz komunikaty o błędach, a także że jako właściciel konta upoważniasz do prac w systemie operacyjnym.',
    credentials: 'Nie wpisuj hasła w treści zgłoszenia. Zapytaj w nim, jak przekazać dane logowania.',
    chat: 'Czat na żywo służy tylko do wstępnej konsultacji: do samej interwencji potrzebne jest zgłoszenie.',
  },
  field: {
    server: { label: 'Serwer', hint: 'Adres IP, nazwa hosta, identyfikator usługi albo nazwa usługi.' },
    serverType: {
      label: 'Rodzaj serwera',
      hint: 'Od niego zależy, które metody dostępu są możliwe.',
    },
    operatingSystem: {
      label: 'System operacyjny',
      hint: 'Na przykład Debian 12 albo Windows Server 2022. Jeśli nie wiesz, zostaw puste.',
    },
    tasks: {
      label: 'Rodzaj prac',
      hint: 'To wszystko mieści się w zakresie usługi. Zaznacz, co pasuje; jeśli nic nie pasuje, nie zaznaczaj niczego: zakres ustali wsparcie na podstawie opisu.',
    },
    extras: {
      label: 'Usługi dodatkowe',
      hint: 'Poza zakresem usługi. Wsparcie potwierdzi, czy to możliwe, i poda cenę.',
      fold: 'Usługi dodatkowe (płatne)',
      foldHint:
        'Jeśli potrzebujesz czegoś spoza listy powyżej. Wsparcie potwierdzi, czy to możliwe, i poda cenę.',
    },
    problem: {
      label: 'Na czym polega problem?',
      hint: 'Co się dzieje, od kiedy i co się wcześniej zmieniło. Nie wpisuj tu haseł: w kroku o dostępie jest na nie chronione miejsce.',
    },
    action: {
      label: 'Jakiego działania oczekujesz?',
      hint: 'Na przykład: przywrócić działanie SSH i nie zmieniać konfiguracji serwera WWW.',
    },
    errors: { label: 'Komunikaty o błędach i objawy', hint: 'Skopiuj je dokładnie tak, jak je widzisz.' },
    access: {
      label: 'Jak inżynier może się zalogować?',
      hint: 'Dane logowania do systemu operacyjnego znasz tylko Ty: dostawca ich nie ma.',
    },
    username: {
      label: 'Nazwa użytkownika',
      hint: 'Konto z uprawnieniami administratora, na przykład root, Administrator albo DOMENA\\użytkownik.',
    },
    password: {
      label: 'Hasło',
      hint: 'Przed wysłaniem zostanie zaszyfrowane: odczyta je tylko zespół wsparcia.',
    },
    privateKey: {
      label: 'Klucz prywatny',
      hint: 'Cały klucz, razem z pierwszym i ostatnim wierszem. Przed wysłaniem zostanie zaszyfrowany.',
    },
    passphrase: {
      label: 'Hasło do klucza',
      hint: 'Tylko jeśli klucz je ma. Przed wysłaniem zostanie zaszyfrowane.',
    },
    port: { label: 'Port', hint: 'Tylko jeśli jest inny niż zwykle: 22 dla SSH, 3389 dla RDP.' },
    secondFactor: {
      label: 'To konto wymaga drugiego składnika logowania',
      hint: 'Na przykład kodu z aplikacji. Bez niego inżynier się nie zaloguje, więc bądź w kontakcie.',
    },
    noAccessReason: {
      label: 'Dlaczego nie możesz się zalogować?',
      hint: 'Wystarczy kilka słów, na przykład: hasło jest nieznane.',
    },
    consoleConsent: {
      label:
        'Zgadzam się, aby inżynierowie użyli trybu ratunkowego (rescue) lub konsoli, uruchomili w tym celu serwer ponownie i zamontowali jego systemy plików.',
      hint: 'Bez danych logowania inżynierowie potrzebują tego, aby uzyskać dostęp.',
    },
    duties: { label: 'Obowiązki klienta', hint: 'Potwierdź każdy punkt osobno.' },
    methods: {
      label: 'Dozwolone metody dostępu',
      hint: 'Inżynier wybiera jedną z nich, zależnie od rodzaju serwera i problemu. Odznacz te, na które nie zezwalasz.',
    },
    timeWindow: {
      label: 'Jak długo obowiązuje upoważnienie',
      hint: 'Wybierz czas, w którym inżynierowie mogą pracować.',
    },
    reboot: {
      label: 'Serwer można ponownie uruchomić, jeśli wymagają tego prace',
      hint: 'Tryb ratunkowy (rescue) i niektóre naprawy wymagają ponownego uruchomienia.',
    },
    signer: { label: 'Osoba udzielająca upoważnienia', hint: 'Imię i nazwisko właściciela konta.' },
    ownerDeclared: {
      label: 'Oświadczam, że to konto należy do mnie.',
      hint: 'Upoważnienia może udzielić tylko właściciel konta.',
    },
    country: {
      label: 'Kraj',
      hint: 'Twoje miejsce zamieszkania albo siedziba firmy. Od kraju zależy VAT.',
    },
    postcode: {
      label: 'Kod pocztowy',
      hint: 'Niektóre obszary tego kraju mają własne zasady VAT.',
    },
    customerType: {
      label: 'Kupujesz jako',
      hint: 'Firmy mogą być opodatkowane inaczej niż osoby prywatne.',
    },
    vatId: {
      label: 'Numer VAT UE',
      hint: 'Z literami kraju, na przykład DE123456789. W Polsce: PL i NIP.',
    },
    authorization: {
      label: 'Udzielam upoważnienia o powyższej treści.',
      hint: 'Jeszcze nic nie zostanie wysłane: najpierw sprawdzisz całość.',
    },
  },
  server: {
    pick: 'Twoje usługi',
    other: 'Inny serwer: wpisz jego adres lub nazwę',
  },
  serverType: { dedicated: 'Serwer dedykowany', vps: 'Serwer VPS', unknown: 'Nie wiem' },
  task: {
    'password-reset': {
      title: 'Reset hasła użytkownika root lub Administrator',
      hint: 'Nie możesz się zalogować, bo hasło administratora jest nieznane albo nie działa.',
    },
    'network-recovery': {
      title: 'Przywrócenie konfiguracji zapory sieciowej lub sieci',
      hint: 'Serwer jest nieosiągalny po zmianie zapory (firewalla) albo sieci.',
    },
    'remote-access-restore': {
      title: 'Przywrócenie działania usługi SSH lub RDP',
      hint: 'Serwer działa, ale nie można się z nim połączyć przez SSH ani przez pulpit zdalny.',
    },
    'bootloader-repair': {
      title: 'Naprawa programu rozruchowego (GRUB, Menedżer rozruchu systemu Windows)',
      hint: 'Po włączeniu serwera system operacyjny się nie uruchamia.',
    },
    'filesystem-repair': {
      title: 'Sprawdzenie i naprawa systemu plików',
      hint: 'Pojawiają się błędy dysku albo nie da się odczytać lub zapisać plików.',
    },
    'service-restart': {
      title: 'Restart lub zmiana konfiguracji kluczowych usług',
      hint: 'Usługa się zatrzymała albo wymaga innych ustawień; dotyczy to także usługi bazy danych.',
    },
    'os-diagnostics': {
      title: 'Diagnostyka systemu operacyjnego, gdy nie działa dostęp zdalny',
      hint: 'Dostęp zdalny nie działa, a przyczyna jest nieznana.',
    },
    'software-install': {
      title: 'Instalacja lub konfiguracja oprogramowania',
      hint: 'Trzeba zainstalować lub ustawić oprogramowanie, także innych firm.',
    },
  },
  extra: {
    note: 'Usługa dodatkowa: może być dostępna. Wsparcie potwierdzi, czy to możliwe, i poda cenę.',
    'application-troubleshooting': {
      title: 'Problemy z aplikacjami (bazy danych, aplikacje internetowe, oprogramowanie na zamówienie)',
      hint: 'Usługa działa, ale baza danych, aplikacja internetowa lub własny program zachowuje się źle.',
    },
    'data-recovery': {
      title: 'Odzyskiwanie danych z uszkodzonych lub usuniętych plików',
      hint: 'Pliki są uszkodzone albo usunięte, a ich zawartość jest Ci potrzebna.',
    },
    'performance-tuning': {
      title: 'Optymalizacja wydajności',
      hint: 'Serwer działa, ale za wolno.',
    },
    'malware-removal': {
      title: 'Usuwanie złośliwego oprogramowania i reagowanie na incydenty bezpieczeństwa',
      hint: 'Doszło do włamania albo podejrzewasz złośliwe oprogramowanie.',
    },
  },
  scope: {
    included: {
      title: 'W zakresie usługi',
      text: 'Wszystko, co zaznaczasz, mieści się w zakresie usługi.',
    },
    extra: {
      title: 'Usługa dodatkowa (płatna)',
      text: 'To, co wskazujesz, jest poza zakresem usługi. Może być możliwe za dodatkową opłatą: wsparcie potwierdzi, czy tak jest, i poda cenę.',
    },
    mixed: {
      title: 'Częściowo usługa dodatkowa (płatna)',
      text: 'Zaznaczone zadania mieszczą się w zakresie usługi. Usługi dodatkowe mogą być możliwe za dodatkową opłatą: wsparcie potwierdzi, czy tak jest, i poda cenę.',
    },
    unclear: {
      title: 'Zakres ustali wsparcie',
      text: 'Nic nie jest zaznaczone, więc nie da się jeszcze powiedzieć, czy to mieści się w zakresie usługi. Możesz przejść dalej bez zaznaczania: wsparcie ustali to na podstawie opisu.',
    },
    more: 'Z opisu wynika, że może chodzić także o usługi dodatkowe (płatne): zaznacz je powyżej, jeśli ich potrzebujesz.',
    split: { included: 'W zakresie usługi', extra: 'Usługi dodatkowe (płatne), jeśli będą możliwe' },
  },
  suggestion: {
    title: 'Do Twojego opisu może pasować:',
    hint: 'Naciśnij to, co się zgadza. Niczego nie zaznaczamy za Ciebie.',
    extra: '{{title}}: usługa dodatkowa (płatna)',
    operatingSystem: 'System operacyjny: {{name}}',
    serverType: 'Rodzaj serwera: {{type}}',
    announced: 'Do Twojego opisu może pasować: {{list}}.',
  },
  guard: {
    found: {
      password: 'To wygląda na hasło.',
      key: 'To wygląda na tajny klucz.',
      token: 'To wygląda na klucz dostępu.',
      'url-credentials': 'To wygląda na hasło w adresie.',
      known: 'To Twoje dane logowania z kroku „Dostęp do serwera”.',
    },
    text: 'W tym miejscu zobaczy to każdy, kto czyta zgłoszenie.',
    moveText:
      'Jeśli służy do logowania do serwera, przenieś: w chronionym polu odczytają to tylko inżynierowie.',
    action: {
      moved: 'Przenieś do chronionego pola',
      masked: 'Zastąp kropkami',
      kept: 'To nic tajnego',
    },
    moved: 'Przeniesiono do chronionego pola w kroku „Dostęp do serwera”. Odczytają je tylko inżynierowie.',
    masked: 'Zastąpiono kropkami: nie ma już tego w Twoich tekstach.',
    kept: 'Pozostaje bez zmian.',
    announced: 'Coś w Twoim tekście wygląda na hasło lub klucz. Wybierz pod tekstem, co z tym zrobić.',
  },
  method: {
    'ssh-rdp': {
      title: 'SSH lub RDP',
      hint: 'Zwykły dostęp zdalny z użyciem Twoich danych logowania: podstawowa metoda w większości interwencji.',
    },
    'ip-kvm': {
      title: 'Konsola IP-KVM',
      hint: 'Konsola zdalna, jak klawiatura i monitor przy serwerze; na serwerach dedykowanych z opcją IP-KVM.',
    },
    rescue: {
      title: 'Tryb ratunkowy (rescue)',
      hint: 'Serwer uruchamia przez sieć minimalny system Linux, aby można było zamontować i naprawić jego główny system plików.',
    },
    vnc: {
      title: 'Konsola VNC',
      hint: 'Dostęp do wirtualnej konsoli serwera VPS, niezależnie od konfiguracji sieci.',
    },
    datacentre: {
      title: 'Dostęp fizyczny w centrum danych',
      hint: 'Prace technika na miejscu, gdy metody zdalne są niedostępne albo trzeba pracować przy sprzęcie. Może to potrwać dłużej.',
    },
    onceLogin: 'po zresetowaniu hasła',
    ifAvailable: 'jeśli Twój serwer to ma',
  },
  offer: {
    title: 'Jak inżynierowie mogą się połączyć',
    line: 'Wybiera inżynier. W pierwszej kolejności: {{first}}.',
    primary: 'Od tego inżynier zaczyna.',
    'primary-if-it-answers': 'Od tego inżynier zaczyna. Jeśli serwer nie odpowie, użyje innej metody.',
    fits: 'Można tego użyć na Twoim serwerze.',
    'with-boot': 'Można tego użyć: serwer zostanie w tym celu uruchomiony w innym systemie.',
    'not-allowed': 'Twoje upoważnienie tego nie obejmuje.',
    'with-reboot': 'Wymaga ponownego uruchomienia serwera: sama konsola kończy się na ekranie logowania.',
    'on-site':
      'Ostateczność: gdy nic nie działa zdalnie albo trzeba coś zrobić przy sprzęcie. Może potrwać dłużej.',
    'once-login-exists': 'Dopiero gdy znów będzie można się zalogować.',
    'server-type-unknown': 'Jeśli Twój serwer to ma.',
    'option-unknown': 'Jeśli Twój serwer to ma.',
    'other-server-type': 'Niedostępne na serwerze tego rodzaju.',
    'option-missing': 'Twój serwer nie ma tej opcji.',
  },
  access: {
    account: {
      title: 'Mam konto administratora',
      hint: 'Podasz jego nazwę użytkownika oraz hasło albo klucz prywatny.',
    },
    'ssh-key': {
      title: 'Dodam klucz SSH zespołu wsparcia',
      hint: 'Jeśli możesz jeszcze uruchomić polecenie na serwerze. Nie przekażesz żadnego hasła.',
    },
    none: {
      title: 'Nie mogę się zalogować',
      hint: 'Jedno z wybranych zadań można zgłosić bez danych logowania.',
    },
    unusual: 'Inny port, drugi składnik logowania',
    unusualHint: 'Tylko jeśli to konto tego wymaga.',
    noneUnless:
      'Tych prac nie da się wykonać bez danych logowania. Wybierz konto administratora; jeśli nie możesz się na żadne zalogować, dodaj do zadań: {{tasks}}.',
    kind: 'Jak logujesz się na to konto?',
    password: 'Hasłem',
    'private-key': 'Kluczem prywatnym',
    sealedNote:
      'Twoje dane logowania zostaną zaszyfrowane w tej przeglądarce, jeszcze przed wysłaniem: odczyta je tylko zespół wsparcia.',
    sealed: 'Dane logowania zaszyfrowano: {{time}}. Aby je zmienić, wpisz nowe.',
    lost: 'Nie znasz hasła? Wróć o jeden krok i zaznacz „{{task}}”: wtedy dane logowania nie będą potrzebne.',
    typeAnew: 'Wpisz nowe dane logowania',
    sshCommand: {
      intro: 'Uruchom to polecenie na serwerze jako użytkownik, na którego konto zaloguje się inżynier:',
      does: 'Polecenie dopisuje klucz publiczny zespołu wsparcia do kluczy, którymi można logować się na to konto, i ustawia prawa do plików, których wymaga SSH.',
      after: 'Po interwencji usuń dopisany wiersz z pliku ~/.ssh/authorized_keys.',
      copy: 'Kopiuj polecenie',
      copied: 'Skopiowano polecenie',
    },
    noCredentialsMethods:
      'Bez danych logowania inżynierowie używają trybu ratunkowego (rescue) albo konsoli z ponownym uruchomieniem serwera.',
    noSealingTitle: 'Tutaj nie można podać danych logowania',
    noSealing:
      'Ta strefa klienta nie ma chronionego miejsca na dane logowania, a bez ochrony nigdy ich nie wysyłamy.',
  },
  narrowing: {
    title: 'Z czego mogą skorzystać inżynierowie',
    reboot: 'restart dozwolony',
    noReboot: 'bez restartu',
  },
  credential: {
    title: 'Dane logowania do serwera',
    sealed: 'Zaszyfrowane: Twoje dane logowania odczyta tylko zespół wsparcia.',
    failed: 'Dane logowania nie są zaszyfrowane.',
  },
  reveal: {
    show: 'Pokaż',
    hide: 'Ukryj',
    password: {
      show: 'Pokaż hasło',
      hide: 'Ukryj hasło',
      shown: 'Hasło jest widoczne',
      hidden: 'Hasło jest ukryte',
    },
    passphrase: {
      show: 'Pokaż hasło do klucza',
      hide: 'Ukryj hasło do klucza',
      shown: 'Hasło do klucza jest widoczne',
      hidden: 'Hasło do klucza jest ukryte',
    },
  },
  capsLock: 'Klawisz Caps Lock jest włączony.',
  warning: {
    'edge-blanks': {
      title: 'Na początku lub na końcu jest spacja.',
      text: 'Często trafia tam przy kopiowaniu. Jeśli nie należy do hasła, usuń ją; jeśli należy, zostaw: przekażemy wszystko dokładnie tak, jak tu jest.',
      action: 'Usuń spację',
    },
    'equals-username': {
      title: 'Hasło jest takie samo jak nazwa użytkownika.',
      text: 'Sprawdź, czy w każdym polu jest to, co trzeba. Jeśli tak ma być, zostaw.',
    },
    'looks-like-private-key': {
      title: 'To wygląda na klucz prywatny.',
      text: 'Klucz ma swoje własne pole.',
      action: 'Przenieś do pola „{{field}}”',
      moved: 'Klucz jest teraz w polu „{{field}}”.',
      unmovable: 'W tym polu klucz traci podział na wiersze. Wklej go w przeznaczone dla niego pole.',
      anew: 'Wyczyść i przejdź do pola „{{field}}”',
    },
    'looks-like-public-key': {
      title: 'To wygląda na klucz publiczny, a nie prywatny.',
      text: 'Samym kluczem publicznym nikt się nie zaloguje. Podaj klucz prywatny, który do niego należy: zwykle to plik o tej samej nazwie, bez końcówki .pub.',
    },
    'looks-like-hash': {
      title: 'To wygląda na skrót hasła (hash).',
      text: 'Skrótem nikt się nie zaloguje. Podaj samo hasło. Jeśli to jednak jest hasło, zostaw.',
    },
    'filled-by-browser': {
      title: 'To pole wypełniła przeglądarka.',
      text: 'Sprawdź, czy to dane do serwera, a nie Twoje hasło do strefy klienta.',
      action: 'Wyczyść pole',
    },
    'username-is-email': {
      title: 'To adres e-mail Twojego konta w strefie klienta.',
      text: 'Na serwerze nazwa użytkownika jest zwykle inna, np. root albo Administrator. Jeśli tak ma być, zostaw.',
    },
    'invisible-characters': {
      title: 'Są tu niewidoczne znaki.',
      text: 'Często trafiają tu przy kopiowaniu ze strony lub czatu. Jeśli nie powinno ich być, usuń je.',
      action: 'Usuń niewidoczne znaki',
    },
    'unusual-blanks': {
      title: 'Jest tu nietypowa spacja.',
      text: 'Wygląda jak spacja, ale to inny znak. Wstawiają go strony i edytory tekstu.',
      action: 'Zamień na zwykłą spację',
    },
    'typographic-marks': {
      title: 'Są tu cudzysłowy drukarskie lub długie kreski.',
      text: 'Telefony i edytory tekstu wstawiają je same. Jeśli powinny być zwykłe, zamień je.',
      action: 'Zamień na zwykłe znaki',
    },
    'look-alike-letters': {
      title: 'Niektóre litery tylko przypominają łacińskie.',
      text: 'Są z innego alfabetu, jak „а” z cyrylicy. Jeśli to niezamierzone, wpisz je od nowa.',
    },
    'hard-to-type': {
      title: 'Niektóre znaki trudno wpisać w konsoli.',
      text: 'W konsoli IP-KVM lub VNC układ klawiatury może być inny. Jeśli możesz, ustaw hasło złożone tylko z cyfr, prostych symboli i liter bez znaków diakrytycznych.',
    },
  },
  command: {
    failed: 'Przeglądarka nie pozwala tej stronie kopiować. Zaznacz polecenia i skopiuj je samodzielnie.',
  },
  temporaryAccount: {
    title: 'Utwórz konto na potrzeby interwencji, zamiast podawać hasło root',
    line: 'Jeśli możesz jeszcze uruchomić polecenia na serwerze: są gotowe, utworzą je, a potem usuną',
    intro:
      'Formularz wygeneruje i wpisze nazwę użytkownika i hasło. Konto na serwerze utworzą gotowe polecenia.',
    generate: 'Wygeneruj nazwę użytkownika i hasło',
    again: 'Wygeneruj nowe hasło',
    generated: 'Poniżej są już wpisane: nazwa użytkownika {{username}} i hasło.',
    generatedAgain: 'Nowe hasło jest wpisane. Uruchom polecenia ponownie: nadadzą je kontu {{username}}.',
    system: 'System na serwerze',
    choose: 'Wybierz system',
    family: {
      debian: 'Debian, Ubuntu',
      rhel: 'AlmaLinux, Rocky Linux, CentOS, Fedora, RHEL',
      suse: 'SUSE, openSUSE',
      alpine: 'Alpine Linux',
      arch: 'Arch Linux',
      freebsd: 'FreeBSD',
      windows: 'Windows Server 2016 lub nowszy',
    },
    root: 'Uruchom na serwerze jako root (najpierw sudo -i albo su -):',
    powershell: 'Uruchom na serwerze w programie PowerShell jako administrator:',
    does: {
      'install-sudo': 'instaluje sudo, jeśli go brakuje',
      create: 'tworzy konto; w tym systemie bez daty wygaśnięcia',
      'create-until': 'tworzy konto, które wygaśnie w podanym dniu',
      'create-administrator': 'tworzy konto z uprawnieniami administratora, które wygaśnie w podanym dniu',
      password: 'przyjmuje hasło',
      'password-hash': 'ustawia hasło; jest tu tylko jego skrót, z którego nikt nie odtworzy hasła',
      'password-again': 'ustawia hasło jeszcze raz, na wypadek gdyby konto już istniało',
      rights: 'nadaje uprawnienia administratora',
      'end-sessions': 'kończy wszystko, co jeszcze działa na tym koncie',
      remove: 'usuwa konto',
      'remove-with-home': 'usuwa konto razem z jego katalogiem',
      'remove-profile': 'usuwa katalog profilu',
      'remove-rights': 'usuwa jego uprawnienia administratora',
    },
    copy: 'Kopiuj polecenia',
    copied: {
      root: 'Skopiowano. W schowku nie ma hasła, jest tylko jego skrót.',
      powershell: 'Skopiowano. W schowku jest teraz hasło: po wklejeniu skopiuj coś innego.',
    },
    failed:
      'Przeglądarka nie pozwala tej stronie kopiować. Przepisz polecenia, a hasło podaj tak, jak opisano poniżej.',
    unmade: 'W polu nie ma hasła wygenerowanego tutaj. Wygeneruj nowe, a potem skopiuj polecenia.',
    typed:
      'W konsoli nie da się wklejać? Zamiast wiersza z … wpisz ten, a potem hasło: odczytasz je po naciśnięciu „{{show}}”.',
    note: {
      root: 'Jeśli SSH przyjmuje tylko klucze, inżynier użyje tego konta wyłącznie w konsoli.',
      powershell:
        'Nie dla kontrolerów domeny: nie mają one kont lokalnych. PowerShell może zachować w historii wiersz, w którym jest hasło; po usunięciu konta to hasło niczego nie otworzy.',
    },
    remove: {
      title: 'Po interwencji: usuń konto',
      line: 'Po wysłaniu zgłoszenia znajdziesz to jeszcze raz',
      root: 'Jeśli konto {{username}} istnieje: po zakończeniu prac usuń je. Uruchom na serwerze jako root:',
      powershell:
        'Jeśli konto {{username}} istnieje: po zakończeniu prac usuń je. Uruchom na serwerze w programie PowerShell jako administrator:',
      copy: 'Kopiuj polecenia usuwające konto',
      copied: 'Skopiowano polecenia',
    },
  },
  limits: {
    title: 'Ograniczenia i zastrzeżenia',
    intro: 'Przeczytaj, zanim udzielisz upoważnienia.',
  },
  limit: {
    'best-effort': '{{provider}} dokłada wszelkich starań, ale nie gwarantuje rozwiązania każdego problemu.',
    'data-loss':
      'Za kopie zapasowe odpowiada klient. {{provider}} nie odpowiada za utratę danych podczas prac.',
    hardware:
      'Awarie sprzętu wykryte podczas prac są przekazywane do obsługi w ramach procedury dotyczącej awarii sprzętu.',
    repeated:
      'Powtarzające się interwencje z powodu problemów, którym można zapobiec, mogą podlegać dodatkowej ocenie.',
  },
  duty: {
    'exact-information': 'Podaję dokładne informacje o problemie i konfiguracji serwera.',
    backups: 'Odpowiadam za aktualne kopie zapasowe najważniejszych danych.',
    availability: 'Pozostaję w kontakcie podczas prac.',
    'change-passwords': 'Po zakończeniu prac zmieniam hasła i sprawdzam, kto ma dostęp.',
    interruption: 'Przyjmuję do wiadomości, że działanie usługi może zostać czasowo przerwane.',
  },
  window: {
    'until-done_zero': 'Do zakończenia prac',
    'until-done_one': 'Do zakończenia prac i jeszcze najwyżej {{count}} godzinę',
    'until-done_few': 'Do zakończenia prac i jeszcze najwyżej {{count}} godziny',
    'until-done_many': 'Do zakończenia prac i jeszcze najwyżej {{count}} godzin',
    'until-done_other': 'Do zakończenia prac i jeszcze najwyżej {{count}} godziny',
    '24h': '24 godziny od wysłania',
    '7d': '7 dni od wysłania',
  },
  owner: {
    title: 'Upoważnienia może udzielić tylko właściciel konta',
    only: 'Według strefy klienta właścicielem konta jest ktoś inny. Nic nie zostanie wysłane; wpisane informacje zostają tutaj. Zwróć się do właściciela, aby zalogował się i wysłał zgłoszenie.',
    unknown:
      'Strefa klienta nie podaje, kto jest właścicielem konta. Upoważnienia może udzielić tylko właściciel, dlatego złóż tu oświadczenie.',
  },
  statement: {
    changed: 'Treść się zmieniła. Przeczytaj ją jeszcze raz i potwierdź ponownie.',
    title: 'Upoważnienie do prac w systemie operacyjnym',
    who: 'Ja, {{signer}}, właściciel konta {{account}}, wyraźnie upoważniam dostawcę {{provider}}, jego inżynierów wsparcia technicznego i administratorów systemów, do pracy w systemie operacyjnym serwera {{server}}.',
    declared: 'Oświadczam, że to konto należy do mnie.',
    tasks: 'Zakres prac:',
    tasksNone:
      'Zakresem prac jest to, co opisuję w tym zgłoszeniu. O tym, czy mieści się to w zakresie usługi, rozstrzyga wsparcie.',
    extras: 'Pytam także o usługi dodatkowe:',
    extrasNote: 'Wsparcie potwierdza, czy są możliwe, i podaje cenę. To upoważnienie nie jest zgodą na cenę.',
    methods: 'Metodę dostępu wybierają inżynierowie. Dozwolone metody:',
    account:
      'Na potrzeby tych prac przekazuję dane logowania, zaszyfrowane tak, że odczyta je tylko zespół wsparcia.',
    sshKey: 'Na potrzeby tych prac zezwalam na logowanie kluczem SSH zespołu wsparcia na konto {{username}}.',
    none: 'Nie mogę się zalogować i nie przekazuję danych logowania. Zgadzam się, aby inżynierowie użyli trybu ratunkowego (rescue) lub konsoli, uruchomili w tym celu serwer ponownie i zamontowali jego systemy plików.',
    reboot: 'Zezwalam na ponowne uruchomienie serwera, jeśli wymagają tego prace.',
    noReboot: 'Nie zezwalam na ponowne uruchomienie serwera.',
    mounting: 'Zezwalam na zamontowanie i naprawę systemów plików serwera.',
    noMounting: 'Nie zezwalam na montowanie systemów plików serwera poza jego własnym systemem operacyjnym.',
    'until-done_zero': 'Upoważnienie obowiązuje do zakończenia prac.',
    'until-done_one': 'Upoważnienie obowiązuje do zakończenia prac i jeszcze najwyżej {{count}} godzinę.',
    'until-done_few': 'Upoważnienie obowiązuje do zakończenia prac i jeszcze najwyżej {{count}} godziny.',
    'until-done_many': 'Upoważnienie obowiązuje do zakończenia prac i jeszcze najwyżej {{count}} godzin.',
    'until-done_other': 'Upoważnienie obowiązuje do zakończenia prac i jeszcze najwyżej {{count}} godziny.',
    '24h': 'Upoważnienie obowiązuje przez 24 godziny od wysłania zgłoszenia.',
    '7d': 'Upoważnienie obowiązuje przez 7 dni od wysłania zgłoszenia.',
    limits: 'Przyjmuję do wiadomości następujące zastrzeżenia:',
    withdrawal: 'Upoważnienie mogę cofnąć w tym samym zgłoszeniu.',
    explicit: 'Jest to wyraźne upoważnienie w treści zgłoszenia.',
    version: 'Wersja tekstu: {{version}}',
    time: 'Data i godzina',
    timeAtSending: 'zostaną zapisane w chwili wysłania zgłoszenia',
  },
  check: {
    intro: 'Jeszcze nic nie zostało wysłane.',
    server: 'Serwer',
    problem: 'Problem',
    access: 'Dostęp',
    authorization: 'Upoważnienie',
    provided: 'podano (treść ukryta)',
    sealed: 'zaszyfrowane: odczyta je tylko zespół wsparcia',
    scope: 'Zakres',
    priceOpen:
      'Ta cena nie jest jeszcze zaakceptowana. Zgłoszenie możesz wysłać mimo to: inżynierowie zapytają Cię przed rozpoczęciem płatnych prac.',
    consent: 'Zgoda',
    secondFactor: 'Drugi składnik logowania',
    window: 'Obowiązuje',
    restart: 'Restart serwera',
    none: 'brak',
    on: 'tak',
    off: 'nie',
    allowed: 'dozwolony',
    notAllowed: 'niedozwolony',
    given: 'udzielone',
  },
  sent: {
    number: 'Zgłoszenie nr {{number}}',
    firstResponse: 'Pierwsza odpowiedź do {{time}} (czas docelowy)',
    nextTitle: 'Co dalej',
    next: 'Wsparcie weryfikuje własność konta i upoważnienie. Potem inżynierowie oceniają problem i wybierają metodę dostępu. Jeśli potrzebują więcej informacji, pytają w tym zgłoszeniu.',
    doTitle: 'Co zrobić teraz',
    doReachable: 'Pozostań w kontakcie i odpowiadaj na pytania w tym zgłoszeniu.',
    doBackups: 'Upewnij się, że masz aktualną kopię zapasową najważniejszych danych.',
    dontTitle: 'Czego nie robić',
    dont: 'Nie wysyłaj drugiego zgłoszenia w tej sprawie. Nowe informacje dopisz w tym samym.',
    afterTitle: 'Po interwencji',
    passwords: 'W każdym przypadku zmień hasła użyte podczas prac i sprawdź, kto ma dostęp.',
    copyNumber: 'Kopiuj numer zgłoszenia',
    copied: 'Skopiowano numer zgłoszenia',
    differsTitle: 'W zgłoszeniu jest wcześniejsza wersja',
    differs:
      'Wcześniejsza próba jednak dotarła, dlatego zgłoszenie zawiera to, co było wpisane wtedy. Późniejsze zmiany dopisz w zgłoszeniu.',
    unstoredTitle: 'Nie wszystko zostało zapisane',
    unstored: 'System zgłoszeń nie zapisał tych odpowiedzi: {{fields}}. Dopisz je w zgłoszeniu.',
    new: 'Zacznij nowe zgłoszenie',
  },
  receipt: {
    section: 'Twoje potwierdzenie',
    intro: 'Zachowaj je: zawiera zgłoszenie i upoważnienie w wysłanej postaci, bez hasła.',
    print: 'Drukuj',
    html: 'Pobierz jako HTML',
    json: 'Pobierz jako JSON',
    downloaded: 'Pobrano potwierdzenie: {{file}}',
    failed: 'Nie udało się przygotować potwierdzenia. Sprawdź połączenie i spróbuj ponownie.',
    differs: 'Do tego zgłoszenia nie ma tu potwierdzenia: ta strona nie zna jego dokładnej treści.',
    file: 'potwierdzenie',
    title: 'Potwierdzenie zgłoszenia i upoważnienia',
    filed: 'Przyjęto',
    sealed: 'Dane logowania, zaszyfrowane w przeglądarce. Klucze, które je otwierają:',
    fingerprint: 'odcisk',
    request: 'Zgłoszenie',
    check: 'Jak sprawdzić to potwierdzenie',
    anyone:
      'Każdy może sprawdzić, czy nic się w nim nie zmieniło: wystarczy plik HTML lub JSON i strona do sprawdzania potwierdzeń. Nie trzeba się logować ani mieć połączenia z siecią.',
    noProof:
      'Poniższe skróty (SHA-256 kanonicznego zapisu JSON, RFC 8785) ujawniają zmianę. Nie dowodzą, kto sporządził potwierdzenie.',
    digest: 'Skrót potwierdzenia',
    recordDigest: 'Skrót upoważnienia',
  },
  outcome: {
    sent: 'Wysłano zgłoszenie nr {{number}}.',
    sentBy: 'Wysłano zgłoszenie nr {{number}}. Pierwsza odpowiedź do {{time}}.',
    stillTrying: 'Wysyłanie zgłoszenia wciąż trwa…',
    retryAt: 'Następna próba: {{time}}.',
    notSent: {
      title: 'Zgłoszenie nie zostało wysłane',
      text: 'Do zespołu wsparcia nic nie dotarło. Wpisane informacje są nadal tutaj.',
    },
    unknown: {
      title: 'Jeszcze nie wiadomo, czy zgłoszenie dotarło',
      text: 'Połączenie zostało przerwane, zanim nadeszła odpowiedź. Nie wysyłaj drugiego zgłoszenia: najpierw sprawdź.',
      check: 'Sprawdź ponownie',
      look: 'Spójrz na swoje zgłoszenia: czy jest wśród nich to zgłoszenie?',
      there: 'Jest na liście',
      notThere: 'Nie ma go na liście',
    },
  },
  errorSummary: { title: 'Popraw te pola' },
  issue: {
    'server-missing': 'Wybierz serwer albo podaj jego adres, identyfikator usługi lub nazwę.',
    'server-malformed':
      'Nie da się tego odczytać jako adresu ani nazwy. Sprawdź każdy znak albo wybierz serwer z listy swoich usług.',
    'server-secret':
      'Wygląda na to, że w adresie jest hasło. Podaj sam adres: dane logowania mają swoje miejsce w kroku o dostępie.',
    'problem-missing': 'Opisz problem: co się dzieje i od kiedy.',
    'action-missing': 'Napisz, co mają zrobić inżynierowie.',
    'quantity-malformed': 'Podaj ilość jako liczbę większą od zera albo zostaw puste pole.',
    'quote-lapsed': 'Zaakceptowana cena już nie obowiązuje. Sprawdź nową i ją zaakceptuj.',
    'text-too-long': 'Ten tekst jest za długi. Skróć go: resztę możesz dopisać w zgłoszeniu.',
    'secret-in-text':
      'W polu „{{field}}” są też Twoje dane logowania. Usuń je stamtąd, bo zobaczy je każdy, kto czyta zgłoszenie: wystarczy chronione pole w kroku o dostępie.',
    'secret-undecided':
      'W polu „{{field}}” coś wygląda na hasło lub klucz. Wybierz pod tekstem, co z tym zrobić.',
    'text-broken':
      'W tym tekście jest uszkodzony znak, którego nie da się dokładnie przekazać. Usuń go albo wpisz ponownie.',
    'access-missing': 'Wybierz, jak inżynier może się zalogować.',
    'credentials-required':
      'Tych prac nie da się wykonać bez danych logowania. Wybierz konto administratora.',
    'username-missing': 'Podaj nazwę użytkownika tego konta.',
    'password-missing': 'Wpisz hasło do tego konta.',
    'password-wiped': 'Dla bezpieczeństwa dane logowania zostały usunięte z tej strony. Wpisz je ponownie.',
    'password-broken':
      'W danych logowania jest uszkodzony znak, którego nie da się dokładnie przekazać. Wpisz je ponownie.',
    'private-key-missing': 'Wklej cały klucz prywatny.',
    'port-malformed': 'Podaj port jako liczbę od 1 do 65535 albo zostaw puste.',
    'console-consent-missing':
      'Zgódź się na użycie trybu ratunkowego (rescue) lub konsoli albo wybierz inny sposób logowania: bez danych logowania inżynierowie tego potrzebują.',
    'duty-missing': 'Potwierdź każdy punkt obowiązków klienta: bez tego prace nie mogą się zacząć.',
    'reboot-needed':
      'Tryb ratunkowy wymaga ponownego uruchomienia serwera: zezwól na nie albo odznacz ten tryb.',
    'methods-missing': 'Zezwól na co najmniej jedną metodę dostępu.',
    'signer-missing': 'Podaj imię i nazwisko osoby udzielającej upoważnienia.',
    'owner-only':
      'Upoważnienia może udzielić tylko właściciel konta. Zwróć się do właściciela, aby zalogował się i wysłał zgłoszenie: wpisane informacje zostają tutaj.',
    'owner-undeclared':
      'Oświadcz, że to konto należy do Ciebie: upoważnienia może udzielić tylko właściciel.',
    'authorization-missing': 'Udziel upoważnienia: bez niego inżynierowie nie mogą zacząć prac.',
    refused: '{{field}}: system zgłoszeń nie przyjął tej odpowiedzi. Sprawdź ją i zmień.',
  },
  notice: {
    'private-address':
      'Z tym adresem inżynier się nie połączy: nie jest dostępny z internetu. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'shared-address':
      'Z tym adresem inżynier się nie połączy: działa tylko wewnątrz sieci dostawcy internetu lub w sieci VPN. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'loopback-address':
      'Z tym adresem inżynier się nie połączy: zawsze oznacza komputer, na którym się go używa. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'link-local-address':
      'Z tym adresem inżynier się nie połączy: działa tylko w jednej sieci lokalnej. Serwer często nadaje go sobie sam, gdy nie dostanie innego. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'unspecified-address':
      'Z tym adresem inżynier się nie połączy: oznacza „dowolny adres”, a nie konkretny serwer. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'documentation-address':
      'Z tym adresem inżynier się nie połączy: służy tylko do przykładów w dokumentacji i nie należy do żadnego serwera. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'benchmarking-address':
      'Z tym adresem inżynier się nie połączy: służy tylko do testów wydajności sieci i nie należy do żadnego serwera. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'multicast-address':
      'Z tym adresem inżynier się nie połączy: oznacza grupę maszyn, a nie jeden serwer. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'broadcast-address':
      'Z tym adresem inżynier się nie połączy: trafia do wszystkich maszyn w sieci naraz, a nie do jednego serwera. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'transition-address':
      'Z tym adresem inżynier się nie połączy: należy do bramy między IPv4 i IPv6, a nie do konkretnego serwera. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'anycast-address':
      'Z tym adresem inżynier się nie połączy: odpowiada pod nim wiele maszyn na całym świecie. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'deprecated-address':
      'Z tym adresem inżynier się nie połączy: pochodzi z zakresu, którego już się nie używa. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'reserved-address':
      'Z tym adresem inżynier się nie połączy: jest zarezerwowany i nie należy do żadnego serwera. Podaj publiczny adres serwera albo wybierz serwer z listy swoich usług.',
    'port-dropped':
      'Port nie jest częścią adresu serwera i został pominięty. Możesz go podać w kroku o dostępie.',
    'user-dropped':
      'Nazwa użytkownika nie jest częścią adresu serwera i została pominięta. Podaj ją w kroku o dostępie.',
    'url-taken-apart': 'Z tego odnośnika pozostało tylko: {{value}}. Sprawdź, czy to właściwy serwer.',
  },
  refusal: {
    'no-recipient':
      'Brakuje klucza zespołu wsparcia, więc nie można zaszyfrować danych logowania. Dodaj zgłoszenie ręcznie.',
    'broken-recipient':
      'Klucz zespołu wsparcia jest uszkodzony, więc nie można zaszyfrować danych logowania. Dodaj zgłoszenie ręcznie.',
    'expired-recipient':
      'Klucz zespołu wsparcia stracił ważność, więc nie można zaszyfrować danych logowania. Dodaj zgłoszenie ręcznie.',
    'unpinned-recipient':
      'Ta strona nie zna klucza zespołu wsparcia i mu nie ufa, więc dane logowania nie zostały zaszyfrowane. Dodaj zgłoszenie ręcznie.',
    'no-secure-context':
      'Ta strona nie jest otwarta przez bezpieczne połączenie, więc nie można zaszyfrować danych logowania. Otwórz strefę klienta pod adresem https.',
    'broken-text':
      'W danych logowania jest uszkodzony znak, którego nie da się dokładnie przekazać. Wpisz je ponownie.',
    'sealer-unavailable':
      'Nie udało się wczytać części tej strony, która szyfruje dane logowania. Sprawdź połączenie i spróbuj ponownie albo dodaj zgłoszenie ręcznie.',
    'too-long':
      'Dane logowania są za długie, aby je zaszyfrować. Sprawdź, czy jest tam tylko nazwa użytkownika oraz hasło lub klucz.',
  },
  fault: {
    invalid: 'System zgłoszeń nie przyjął części odpowiedzi. Popraw je i wyślij zgłoszenie ponownie.',
    unauthenticated: 'Sesja w strefie klienta wygasła. Zaloguj się ponownie, a potem spróbuj jeszcze raz.',
    forbidden: 'To konto nie ma do tego uprawnień. Zaloguj się jako właściciel konta.',
    'not-found': 'System zgłoszeń nie może tego znaleźć. Wróć do swoich usług i spróbuj stamtąd.',
    conflict:
      'Z tego formularza wysłano już coś innego. Spójrz na swoje zgłoszenia, zanim wyślesz je jeszcze raz.',
    'too-large': 'Zgłoszenie jest za duże. Skróć teksty i wyślij je ponownie.',
    'rate-limited': 'W krótkim czasie było zbyt wiele prób. Odczekaj chwilę i spróbuj ponownie.',
    unsupported: 'System zgłoszeń tego nie obsługuje. Dodaj zgłoszenie ręcznie.',
    unavailable: 'System zgłoszeń nie odpowiada. Spróbuj ponownie za chwilę.',
  },
  quantity: {
    fold: 'Ile potrzebujesz',
    foldHint: 'Jeśli nie wiesz, zostaw puste: liczy się szacunek dostawcy.',
    piece: 'Ile razy: {{title}}',
    hour: 'Liczba godzin: {{title}}',
    '15-minutes': 'Liczba kwadransów: {{title}}',
    hint: {
      piece: 'Puste pole oznacza jeden raz.',
      time: 'Puste pole oznacza szacunek dostawcy.',
    },
  },
  quote: {
    title: 'Cena usług dodatkowych',
    none: 'Nie wybrano żadnej usługi dodatkowej, więc nie ma za co płacić.',
    loading: 'Obliczanie ceny…',
    loadFailed: 'Nie udało się wczytać cen.',
    noPrice: 'Nie można tu pokazać ceny. Wsparcie poda ją przed rozpoczęciem płatnych prac.',
    estimate: 'Szacunek',
    binding: 'Wiążąca wycena {{id}}, ważna do {{until}}',
    service: 'Usługa',
    net: 'Netto',
    vat: 'Podatek VAT',
    gross: 'Brutto',
    total: 'Razem z VAT',
    totalUntaxed: 'Do zapłaty',
    knownUntaxed: 'Do zapłaty, znana część',
    knownNet: 'Netto, znana część',
    knownGross: 'Brutto, znana część',
    knownTotal: 'Razem z VAT, znana część',
    onRequest: 'cena ustalana indywidualnie',
    unknownTax: 'Podatek potwierdzi wsparcie',
    unknownVat: 'potwierdzi wsparcie',
    unit: {
      piece: '{{quantity}} szt. × {{price}}',
      hour: '{{quantity}} × {{price}} za każdą rozpoczętą godzinę; czas jest szacunkowy',
      '15-minutes': '{{quantity}} × {{price}} za każde rozpoczęte 15 minut; czas jest szacunkowy',
    },
    atMost: 'najwyżej {{amount}} netto',
    rateIn: 'VAT {{rate}} ({{country}})',
    rate: 'Stawka VAT: {{rate}}',
    on: 'od {{amount}}',
    basis: {
      dated: 'Stawka obowiązuje od {{since}}, sprawdzono {{checkedOn}}.',
      table: 'Stawka z tabeli z dnia {{date}}.',
      undated: 'Stawka z tabeli bez daty.',
      override: 'Stawka ustalona przez dostawcę.',
    },
    untaxed: {
      'reverse-charge': 'odwrotne obciążenie',
      'outside-scope': 'poza zakresem unijnego VAT',
      'seller-not-registered': 'dostawca nie nalicza VAT',
    },
    treatment: {
      domestic: 'Podatek w kraju dostawcy, który jest też Twoim krajem.',
      'eu-consumer-destination': 'Podatek w Twoim kraju (dyrektywa 2006/112/WE, art. 58).',
      'eu-consumer-seller-rate':
        'Podatek według stawki kraju dostawcy (dyrektywa 2006/112/WE, art. 45 i 59c).',
      'reverse-charge':
        'Odwrotne obciążenie: VAT rozlicza Twoja firma w swoim kraju (dyrektywa 2006/112/WE, art. 44 i 196).',
      'reverse-charge-pending':
        'VAT jest naliczany do czasu potwierdzenia numeru VAT UE; potem obowiązuje odwrotne obciążenie.',
      'outside-scope':
        'Poza zakresem unijnego VAT, czyli nie jest to stawka zero. Może obowiązywać podatek lokalny.',
      'seller-not-registered': 'Dostawca nie jest podatnikiem VAT.',
      unknown: 'Podatek nie jest jeszcze znany. Możesz przejść dalej; potwierdzi go wsparcie.',
    },
    reason: {
      'country-missing': 'Nie podano jeszcze kraju.',
      'country-unknown': 'Zasady VAT tego kraju nie są tu znane.',
      'postcode-ambiguous': 'Ten kod pocztowy obejmuje obszary o różnych zasadach VAT.',
      'vat-id-missing': 'Bez numeru VAT UE firma jest opodatkowana jak osoba prywatna.',
      'vat-id-malformed':
        'To nie wygląda na numer VAT UE wybranego kraju. Porównaj go ze swoimi dokumentami.',
      'vat-id-invalid':
        'Urząd nie zna tego numeru VAT UE, więc VAT jest naliczany. Porównaj numer ze swoimi dokumentami.',
      'vat-id-unchecked': 'Twój numer VAT UE potwierdzi wsparcie.',
      'vat-id-unavailable': 'System, który potwierdza numery VAT UE, w tej chwili nie odpowiada.',
      'vat-id-other-country': 'Ten numer VAT UE należy do innego kraju niż wybrany.',
      'vat-id-northern-ireland': 'Numer VAT zaczynający się od XI dotyczy towarów, a nie usług.',
      'proof-of-business': 'Wsparcie może poprosić o dowód, że kupującym jest firma.',
      'special-territory': 'Ten obszar należy do kraju UE, ale nie do obszaru unijnego VAT.',
      'regional-rate': 'Ten obszar ma własną stawkę.',
      'local-registration': 'Twój kraj może sam opodatkować takie usługi.',
      'local-tax': 'Obowiązuje własny podatek Twojego kraju.',
      rate: 'Tabela dostawcy nie ma stawki dla tego miejsca.',
      settings: 'Dostawca nie podał jeszcze, jak jest opodatkowany.',
    },
    checking: 'Trwa sprawdzanie Twojego numeru VAT UE…',
    asked: 'Trwa pytanie dostawcy o wiążącą wycenę…',
    either: 'Teraz {{now}} z VAT; {{then}} po potwierdzeniu numeru VAT UE.',
    eitherUnknown:
      'Teraz {{now}} netto, a podatek potwierdzi wsparcie; {{then}} po potwierdzeniu numeru VAT UE.',
    sentence: {
      gross: 'Cena: {{gross}}, w tym {{vat}} VAT.',
      split: 'Cena: {{net}} netto, {{vat}} VAT, {{gross}} brutto.',
      untaxed: 'Cena: {{gross}}, {{why}}.',
      net: 'Cena: {{net}} netto. Podatek potwierdzi wsparcie.',
      partial: '{{known}} Cenę reszty poda wsparcie.',
      onRequest: 'Cena ustalana indywidualnie: poda ją wsparcie.',
    },
    headline: {
      gross: 'w tym {{vat}} VAT',
      split: 'netto, plus {{vat}} VAT: {{gross}} brutto',
      net: 'netto; podatek potwierdzi wsparcie',
      onRequest: 'Cena ustalana indywidualnie',
      partial: 'Za część, której cena jest znana; cenę reszty poda wsparcie.',
    },
    details: { title: 'Dane do podatku', open: 'Kraj, firma czy osoba prywatna, numer VAT UE' },
    countryMissing: 'Wybierz kraj',
    kind: { consumer: 'Osoba prywatna', business: 'Firma lub organizacja' },
    differs: {
      title: 'Cena dostawcy różni się od szacunku',
      text: 'Liczy się wycena dostawcy. Wymaga Twojej akceptacji.',
      estimate: 'Szacunek',
      now: 'Wycena dostawcy',
    },
    broken: {
      title: 'Wycena dostawcy zawiera sprzeczne kwoty, więc nie jest pokazana',
      text: 'Widzisz szacunek. Cenę potwierdzi wsparcie.',
    },
    unavailable: {
      title: 'W tej chwili nie ma wiążącej wyceny',
      text: 'Widzisz szacunek. Możesz przejść dalej albo zapytać jeszcze raz.',
    },
    expired: {
      title: 'Wycena dostawcy wygasła',
      text: 'Poproś o nową, a potem ją zaakceptuj.',
    },
    askAgain: 'Poproś o nową wycenę',
    checkAgain: 'Sprawdź numer VAT UE jeszcze raz',
    fell: {
      title: 'Cena zmieniła się od czasu Twojej akceptacji',
      text: 'Poprzednia akceptacja już nie obowiązuje.',
    },
    approve: {
      text: 'Akceptujesz dokładnie tę cenę. Upoważnienia do prac udziela się osobno.',
      unknownTax:
        'Akceptujesz dokładnie tę cenę netto. Podatek potwierdzi wsparcie, a upoważnienia do prac udziela się osobno.',
      partial:
        'Akceptujesz znaną część. O resztę wsparcie zapyta Cię ponownie; upoważnienia do prac udziela się osobno.',
      estimate: 'Akceptuję ten szacunek',
      binding: 'Akceptuję tę wycenę',
    },
    approved: {
      title: 'Cena zaakceptowana',
      text: 'Jeśli cokolwiek się w niej zmieni, zapytamy ponownie.',
    },
  },
  times: {
    title: 'Czas reakcji',
    firstResponse: 'Pierwsza odpowiedź: {{time}}',
    withinMinutes_one: 'w ciągu {{count}} minuty',
    withinMinutes_few: 'w ciągu {{count}} minut',
    withinMinutes_many: 'w ciągu {{count}} minut',
    withinMinutes_other: 'w ciągu {{count}} minuty',
    withinHours_one: 'w ciągu {{count}} godziny',
    withinHours_few: 'w ciągu {{count}} godzin',
    withinHours_many: 'w ciągu {{count}} godzin',
    withinHours_other: 'w ciągu {{count}} godziny',
    withinDays_one: 'w ciągu {{count}} dnia',
    withinDays_few: 'w ciągu {{count}} dni',
    withinDays_many: 'w ciągu {{count}} dni',
    withinDays_other: 'w ciągu {{count}} dnia',
    standard: 'Interwencja standardowa: {{range}}',
    complex: 'Interwencja złożona: {{range}}; jeśli potrzeba więcej czasu, otrzymasz informację',
    datacentre:
      'Z fizycznym dostępem w centrum danych: może to potrwać dłużej, zależnie od dostępności i lokalizacji technika',
    minutes_one: '{{from}}–{{count}} minuta',
    minutes_few: '{{from}}–{{count}} minuty',
    minutes_many: '{{from}}–{{count}} minut',
    minutes_other: '{{from}}–{{count}} minuty',
    hours_one: '{{from}}–{{count}} godzina',
    hours_few: '{{from}}–{{count}} godziny',
    hours_many: '{{from}}–{{count}} godzin',
    hours_other: '{{from}}–{{count}} godziny',
    note: 'To czasy docelowe, a nie gwarancja.',
  },
  stage: {
    submitted: 'Zgłoszone',
    verification: 'Weryfikacja konta i upoważnienia',
    assessment: 'Ocena problemu',
    'in-progress': 'Prace w toku',
    done: 'Zakończone',
    'waiting-for-customer': 'Czeka na Twoją odpowiedź',
    escalated: 'Przekazane (awaria sprzętu)',
    declined: 'Niezrealizowane',
    'extra-unavailable': 'Usługa dodatkowa niedostępna lub niezatwierdzona',
    cancelled: 'Anulowane',
    reopened: 'Wznowione',
  },
  phase: {
    received: 'Przyjęte',
    working: 'Prace w toku',
    waiting: 'Czeka na Twoją odpowiedź',
    done: 'Zakończone',
    declined: 'Niezrealizowane',
  },
  aftercare: {
    title: 'Po interwencji',
    fact: {
      summary: 'Podsumowanie wszystkich wykonanych prac znajdziesz w zgłoszeniu.',
      'new-credentials': 'Jeśli powstały nowe dane logowania, są zaktualizowane na Twoim koncie: {{page}}.',
      'same-ticket': 'Jeśli problem nie ustępuje, napisz o tym w tym samym zgłoszeniu.',
    },
    toDo: {
      'verify-access-and-passwords':
        'Sprawdź, czy masz dostęp do systemu, i zmień kolejne hasła, jeśli inżynier to zaleci.',
      'review-logs': 'Przejrzyj dzienniki i konfigurację systemu, aby problem nie wrócił.',
    },
  },
  required: {
    server: 'Serwer: adres IP, identyfikator usługi albo nazwa usługi',
    problem: 'Szczegółowy opis problemu',
    action: 'Oczekiwane działanie',
    'errors-where-any': 'Komunikaty o błędach i objawy, jeśli występują',
    credentials: 'Dane logowania do systemu operacyjnego, z uprawnieniami administratora',
    authorization: 'Wyraźne upoważnienie właściciela konta',
  },
  ticket: {
    heading: 'ZGŁOSZENIE INTERWENCJI W SYSTEMIE OPERACYJNYM',
    department: 'Dział',
    requestKey: 'Klucz zgłoszenia',
    server: 'Serwer',
    kind: {
      ip: 'adres IP',
      hostname: 'nazwa hosta',
      'service-id': 'identyfikator usługi',
      'service-name': 'nazwa usługi',
    },
    serviceId: 'Identyfikator usługi',
    serverType: 'Rodzaj serwera',
    typeUnknown: 'nieznany',
    operatingSystem: 'System operacyjny',
    tasks: 'Zadania',
    extras: 'Usługi dodatkowe',
    extraNote: 'dodatkowa; dostępność i cenę podaje wsparcie',
    noTasks: 'nie wybrano',
    scope: 'Zakres',
    access: 'Dostęp',
    accessAccount: 'dane logowania, zaszyfrowane; otwórz przez age -d',
    sealedTo: 'Zaszyfrowano kluczem',
    accessSshKey: 'klucz SSH zespołu wsparcia',
    username: 'Nazwa użytkownika',
    port: 'Port',
    accessNone: 'bez danych logowania',
    consent: 'Zgody przy braku danych logowania',
    console: 'tryb ratunkowy (rescue) lub konsola',
    methods: 'Dozwolone metody dostępu',
    window: 'Obowiązuje',
    reboot: 'Ponowne uruchomienie',
    mounting: 'Montowanie systemów plików',
    yes: 'dozwolone',
    no: 'niedozwolone',
    authorization: 'Upoważnienie',
    version: 'wersja tekstu {{version}}',
    signer: 'Osoba udzielająca upoważnienia',
    account: 'Konto',
    owner: 'Właściciel konta',
    ownerKnown: 'według strefy klienta',
    ownerDeclared: 'według własnego oświadczenia; do weryfikacji',
    duties: 'Potwierdzone obowiązki',
    serverTime: 'Udzielono',
    clientTime: 'Według zegara klienta',
    digest: 'Skrót zapisu (SHA-256)',
    language: 'Język klienta',
    wordsBegin: 'Słowa klienta, tak jak je wpisano; każdy ich wiersz zaczyna się od |',
    problem: 'Problem',
    action: 'Oczekiwane działanie',
    errors: 'Komunikaty o błędach i objawy',
    noAccessReason: 'Dlaczego klient nie może się zalogować',
    wordsEnd: 'Koniec zgłoszenia',
    price: 'Cena usług dodatkowych, którą widział klient',
    estimate: 'szacunek według cennika',
    binding: 'wiążąca wycena {{id}}, ważna do {{until}}',
    total: 'Razem',
    net: 'netto {{net}}',
    gross: 'brutto {{gross}}',
    taxUnknown: 'podatek nieznany, trzeba go potwierdzić klientowi',
    partial: 'znana część; reszta do ustalenia',
    onRequest: 'do ustalenia',
    treatment: 'Opodatkowanie',
    treated: {
      domestic: 'w kraju dostawcy',
      'eu-consumer-destination': 'w kraju konsumenta',
      'eu-consumer-seller-rate': 'według stawki dostawcy',
      'reverse-charge': 'odwrotne obciążenie',
      'reverse-charge-pending': 'VAT naliczany do potwierdzenia numeru VAT UE',
      'outside-scope': 'poza zakresem unijnego VAT',
      'seller-not-registered': 'dostawca nie nalicza VAT',
      unknown: 'nieznane',
      mixed: 'każda usługa według własnej zasady',
    },
    buyer: 'Nabywca',
    countryMissing: 'nie podano kraju',
    buys: { consumer: 'osoba prywatna', business: 'firma lub organizacja' },
    vatId: {
      valid: 'potwierdzony',
      invalid: 'nieznany urzędowi',
      unchecked: 'do potwierdzenia',
      unavailable: 'urząd nie odpowiedział',
    },
    priceApproved: 'Cena zaakceptowana przez klienta',
    notApproved: 'NIE. Przed rozpoczęciem prac dodatkowych trzeba zapytać klienta.',
    priceDigest: 'Skrót wyceny (SHA-256)',
  },
} satisfies Messages
