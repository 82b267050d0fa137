const en = {
  title: 'Check a receipt',
  lead: 'Tells whether the receipt of a request and authorization is still as it was made. Nothing is sent: the check runs on this page, and needs no network once it is open.',
  file: 'The receipt’s file',
  hint: 'The .html or .json file, as it was downloaded. You can also drop it here.',
  paste: 'Or paste the content of the file',
  check: 'Check',
  intact: 'Intact',
  intactText: 'This receipt is as it was made: no character of it has been changed.',
  noProof: 'The check doesn’t tell who made the receipt. What was really sent is in the ticket.',
  changed: 'Changed',
  changedText:
    'This receipt is no longer as it was made. Don’t rely on it: look at the ticket, or ask for a new copy.',
  'not-a-receipt': 'Not a receipt',
  'not-a-receiptText': 'This file can’t be checked here: it isn’t a receipt, or too much of it is missing.',
  says: 'What the receipt says',
  saysNow: 'What its data says now',
  statement: 'Statement',
  footer: 'Nordhost is invented. Nothing here leaves this machine.',
}

/** What the page says; Polish must hold the same. */
export type Words = typeof en

const pl: Words = {
  title: 'Sprawdź potwierdzenie',
  lead: 'Tu sprawdzisz, czy potwierdzenie zgłoszenia i upoważnienia ma nadal tę samą treść. Nic nie jest wysyłane: wszystko dzieje się na tej stronie, a po jej otwarciu sieć nie jest potrzebna.',
  file: 'Plik potwierdzenia',
  hint: 'Plik .html lub .json w pobranej postaci. Możesz go też tutaj upuścić.',
  paste: 'Albo wklej zawartość pliku',
  check: 'Sprawdź',
  intact: 'Bez zmian',
  intactText: 'To potwierdzenie ma pierwotną treść: żaden znak się nie zmienił.',
  noProof: 'Z tego nie wynika, kto sporządził potwierdzenie. To, co naprawdę wysłano, jest w zgłoszeniu.',
  changed: 'Zmienione',
  changedText:
    'To potwierdzenie nie ma już pierwotnej treści. Nie polegaj na nim: zajrzyj do zgłoszenia albo poproś o nową kopię.',
  'not-a-receipt': 'To nie potwierdzenie',
  'not-a-receiptText':
    'Tego pliku nie da się tu sprawdzić: to nie jest potwierdzenie albo zostało z niego zbyt mało.',
  says: 'Treść potwierdzenia',
  saysNow: 'Co jest teraz w jego danych',
  statement: 'Treść upoważnienia',
  footer: 'Firma Nordhost jest zmyślona. Nic stąd nie opuszcza tego komputera.',
}

/** The words of the page, by language. */
export const words = { en, pl } as const satisfies Readonly<Record<string, Words>>
