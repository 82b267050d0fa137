const en = {
  title: {
    home: 'Your services · Nordhost',
    new: 'New intervention · Nordhost',
    prices: 'Prices · Nordhost',
    ticket: 'Your intervention · Nordhost',
  },
  skip: 'Skip to the content',
  menu: 'Menu',
  nav: {
    label: 'Client area',
    services: 'Services',
    tickets: 'Tickets',
    new: 'New intervention',
    prices: 'Prices',
  },
  account: { as: 'Signed in as', switch: 'Switch to', out: 'Sign out' },
  signIn: {
    offer: 'Dedicated servers and VPS',
    heading: 'Sign in to My Nordhost',
    hint: 'This is a demo: pick who you are, no password needed.',
    owner: 'Account owner',
    colleague: 'Colleague, not the owner',
    unknown: 'Owner unknown to the client area',
    enter: 'Sign in as {{name}}',
  },
  services: {
    heading: 'Your services',
    name: 'Service',
    type: 'Type and system',
    address: 'Addresses',
    state: 'Status',
    act: 'Help',
    dedicated: 'Dedicated server',
    vps: 'VPS',
    unknown: 'Server',
    kvm: 'IP-KVM console',
    noSystem: 'System not known',
    active: { ok: 'Active', problem: 'Not active', unknown: 'Not known' },
    ask: 'Request an intervention',
    for: 'for {{name}}',
  },
  help: {
    heading: 'Server down?',
    text: 'Our engineer logs in to its operating system and repairs it, with your authorization. Live chat is for a first consultation only.',
  },
  tickets: {
    failed: 'Call us: we will tell you how far your interventions are.',
    first: 'Request an intervention',
  },
  prices: {
    heading: 'Prices of additional services',
    lead: 'What goes beyond the standard service. Approving a price here orders nothing: you order it with an intervention.',
    which: 'Which services?',
  },
  ticket: { heading: 'Your intervention', back: 'All interventions' },
  fresh: {
    heading: 'New intervention',
    lead: 'An engineer works directly in the operating system of your server, with your authorization.',
  },
  failed: 'Nordhost can’t be reached.',
  look: {
    theme: 'Look',
    nord: 'Nord',
    heather: 'Heather',
    scheme: 'Colours',
    auto: 'Same as the system',
    light: 'Light',
    dark: 'Dark',
  },
  demo: { label: 'More of this demo', desk: 'The engineers’ desk', stories: 'Every state of the form' },
  verify: 'Check a receipt',
  footer: 'Nordhost is invented. Nothing here leaves this machine.',
}

/** What the client area says; Polish must hold the same. */
export type Words = typeof en

const pl: Words = {
  title: {
    home: 'Twoje usługi · Nordhost',
    new: 'Nowa interwencja · Nordhost',
    prices: 'Ceny · Nordhost',
    ticket: 'Twoja interwencja · Nordhost',
  },
  skip: 'Przejdź do treści',
  menu: 'Menu',
  nav: {
    label: 'Strefa klienta',
    services: 'Usługi',
    tickets: 'Zgłoszenia',
    new: 'Nowa interwencja',
    prices: 'Ceny',
  },
  account: { as: 'Konto', switch: 'Przełącz na', out: 'Wyloguj się' },
  signIn: {
    offer: 'Serwery dedykowane i VPS',
    heading: 'Zaloguj się do panelu Mój Nordhost',
    hint: 'To wersja demonstracyjna: wybierz osobę, hasło nie jest potrzebne.',
    owner: 'Właściciel konta',
    colleague: 'Współpracownik, nie właściciel',
    unknown: 'Strefa klienta nie podaje, kto jest właścicielem',
    enter: 'Zaloguj się jako: {{name}}',
  },
  services: {
    heading: 'Twoje usługi',
    name: 'Usługa',
    type: 'Rodzaj i system',
    address: 'Adresy',
    state: 'Stan',
    act: 'Pomoc',
    dedicated: 'Serwer dedykowany',
    vps: 'VPS',
    unknown: 'Serwer',
    kvm: 'konsola IP-KVM',
    noSystem: 'System nieznany',
    active: { ok: 'Aktywna', problem: 'Nieaktywna', unknown: 'Brak danych' },
    ask: 'Zgłoś interwencję',
    for: 'dotyczy: {{name}}',
  },
  help: {
    heading: 'Serwer nie działa?',
    text: 'Nasz inżynier zaloguje się do systemu operacyjnego i go naprawi, z Twoim upoważnieniem. Czat na żywo służy tylko do wstępnej konsultacji.',
  },
  tickets: {
    failed: 'Zadzwoń do nas: powiemy, na jakim etapie są Twoje interwencje.',
    first: 'Zgłoś interwencję',
  },
  prices: {
    heading: 'Ceny usług dodatkowych',
    lead: 'To, co wykracza poza zakres usługi. Akceptacja ceny na tej stronie niczego nie zamawia: zamówisz to razem z interwencją.',
    which: 'Które usługi?',
  },
  ticket: { heading: 'Twoja interwencja', back: 'Wszystkie interwencje' },
  fresh: {
    heading: 'Nowa interwencja',
    lead: 'Inżynier pracuje bezpośrednio w systemie operacyjnym Twojego serwera, z Twoim upoważnieniem.',
  },
  failed: 'Nie ma połączenia z Nordhost.',
  look: {
    theme: 'Wygląd',
    nord: 'Nord',
    heather: 'Wrzos',
    scheme: 'Kolory',
    auto: 'Jak w systemie',
    light: 'Jasne',
    dark: 'Ciemne',
  },
  demo: {
    label: 'Inne strony tej demonstracji',
    desk: 'Stanowisko inżyniera',
    stories: 'Wszystkie stany formularza',
  },
  verify: 'Sprawdź potwierdzenie',
  footer: 'Firma Nordhost jest zmyślona. Nic stąd nie opuszcza tego komputera.',
}

/** The client area's words, by language. */
export const words = { en, pl } as const satisfies Readonly<Record<string, Words>>

/** The languages of the client area. */
export type Language = keyof typeof words
