const en = {
  title: 'Check a receipt',
  lead: 'Tells whether the data of a receipt still fits its checksum, and whether the page shows that data. Nothing is sent: the check runs on this page, and needs no network once it is open.',
  file: 'The receipt’s file',
  hint: 'The .html or .json file, as it was downloaded. You can also drop it here.',
  paste: 'Or paste the content of the file',
  check: 'Check',
  intact: 'Intact',
  intactText:
    'The data has not been changed since its checksum was made, and the page, where the file is one, shows just what its data says.',
  noProof:
    'Whoever changes a receipt can make the checksum anew, and the check doesn’t tell who made it. What was really sent is in the ticket: where it matters, compare the two.',
  differs: 'Don’t rely on the page',
  differsText:
    'The data fits its checksum, but the page isn’t what is made of this data here. Somebody has changed what it shows, or it comes from another version, browser or time zone. Only what stands below was checked.',
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
  lead: 'Tu sprawdzisz, czy dane potwierdzenia nadal zgadzają się z sumą kontrolną i czy strona pokazuje właśnie te dane. Nic nie jest wysyłane: wszystko dzieje się na tej stronie, a po jej otwarciu sieć nie jest potrzebna.',
  file: 'Plik potwierdzenia',
  hint: 'Plik .html lub .json w pobranej postaci. Możesz go też tutaj upuścić.',
  paste: 'Albo wklej zawartość pliku',
  check: 'Sprawdź',
  intact: 'Bez zmian',
  intactText:
    'Od obliczenia sumy kontrolnej dane się nie zmieniły, a strona (jeśli to plik .html) pokazuje dokładnie to, co jest w danych.',
  noProof:
    'Kto zmieni potwierdzenie, może też obliczyć nową sumę kontrolną, a z samego sprawdzenia nie wynika, kto je sporządził. To, co naprawdę wysłano, jest w zgłoszeniu: gdy to ważne, porównaj jedno z drugim.',
  differs: 'Nie polegaj na tej stronie',
  differsText:
    'Dane zgadzają się z sumą kontrolną, ale strona nie jest taka, jaka powstaje tu z tych danych. Ktoś zmienił to, co ona pokazuje, albo pochodzi ona z innej wersji, przeglądarki lub strefy czasowej. Sprawdzone jest tylko to, co widać poniżej.',
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
