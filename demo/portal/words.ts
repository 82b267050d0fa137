const en = {
  title: { home: 'Your services · Nordhost', new: 'New intervention · Nordhost' },
  skip: 'Skip to the content',
  nav: { label: 'Client area', services: 'Services', tickets: 'Tickets', new: 'New intervention' },
  language: 'Language',
  account: { as: 'Signed in as', switch: 'Switch', label: 'Demo account', out: 'Sign out' },
  signIn: {
    heading: 'Sign in to My Nordhost',
    hint: 'This is a demo: pick who you are, no password needed.',
    owner: 'Account owner',
    colleague: 'Colleague, not the owner',
    unknown: 'Owner unknown to the client area',
    enter: 'Sign in as {{name}}',
  },
  services: {
    heading: 'Your services',
    id: 'Service ID',
    name: 'Name',
    type: 'Type',
    address: 'Addresses',
    system: 'System',
    dedicated: 'Dedicated server',
    server: 'Server',
    vps: 'VPS',
    unknown: 'Not known',
    kvm: 'IP-KVM',
  },
  tickets: {
    heading: 'Your interventions',
    none: 'No interventions yet.',
    number: 'Ticket',
    server: 'Server',
    state: 'State',
    opened: 'Sent',
    failed: "The list couldn't be read.",
    again: 'Try again',
  },
  fresh: {
    heading: 'New intervention',
    lead: 'An engineer works directly in the operating system of your server, with your authorization.',
  },
  failed: "Nordhost can't be reached.",
  verify: 'Check a receipt',
  footer: 'Nordhost is invented. Nothing here leaves this machine.',
}

/** What the client area says; Polish must hold the same. */
export type Words = typeof en

const pl: Words = {
  title: { home: 'Twoje usługi · Nordhost', new: 'Nowa interwencja · Nordhost' },
  skip: 'Przejdź do treści',
  nav: { label: 'Strefa klienta', services: 'Usługi', tickets: 'Zgłoszenia', new: 'Nowa interwencja' },
  language: 'Język',
  account: { as: 'Konto', switch: 'Przełącz', label: 'Konto demonstracyjne', out: 'Wyloguj' },
  signIn: {
    heading: 'Zaloguj się do panelu Mój Nordhost',
    hint: 'To wersja demonstracyjna: wybierz osobę, hasło nie jest potrzebne.',
    owner: 'Właściciel konta',
    colleague: 'Współpracownik, nie właściciel',
    unknown: 'Strefa klienta nie wie, kto jest właścicielem',
    enter: 'Zaloguj jako: {{name}}',
  },
  services: {
    heading: 'Twoje usługi',
    id: 'Identyfikator usługi',
    name: 'Nazwa',
    type: 'Rodzaj',
    address: 'Adresy',
    system: 'System',
    dedicated: 'Serwer dedykowany',
    server: 'Serwer',
    vps: 'VPS',
    unknown: 'Brak danych',
    kvm: 'IP-KVM',
  },
  tickets: {
    heading: 'Twoje interwencje',
    none: 'Nie ma jeszcze żadnych interwencji.',
    number: 'Zgłoszenie',
    server: 'Serwer',
    state: 'Stan',
    opened: 'Wysłano',
    failed: 'Nie udało się odczytać listy.',
    again: 'Spróbuj ponownie',
  },
  fresh: {
    heading: 'Nowa interwencja',
    lead: 'Inżynier pracuje bezpośrednio w systemie operacyjnym Twojego serwera, z Twoim upoważnieniem.',
  },
  failed: 'Nie ma połączenia z Nordhost.',
  verify: 'Sprawdź potwierdzenie',
  footer: 'Firma Nordhost jest zmyślona. Nic stąd nie opuszcza tego komputera.',
}

/** The client area's words, by language. */
export const words = { en, pl } as const satisfies Readonly<Record<string, Words>>

/** The languages of the client area. */
export type Language = keyof typeof words
