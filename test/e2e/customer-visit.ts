import type { Visit } from './stage.js'

/** Signs in by the keyboard and opens the form. */
export async function openForm({ page, keys }: Visit, name: string): Promise<void> {
  await page.getByRole('button', { name }).waitFor()
  await keys.to(new RegExp(`^Zaloguj się jako: ${name}`))
  await keys.press('Enter')
  const link = page.getByRole('main').getByRole('link', { name: 'Nowa interwencja' })
  await link.waitFor()
  await keys.to('Nowa interwencja')
  await keys.press('Enter')
  await page.getByRole('heading', { name: /^Krok 1 z 5/ }).waitFor()
}

/** Goes on to the next step, by Enter where the focus is: as a form does it, and without the way to its button. */
export async function goOn({ page, keys }: Visit, heading: RegExp): Promise<void> {
  await keys.press('Enter')
  await page.getByRole('heading', { name: heading }).waitFor()
}

/** Says which server, by the service's name. */
export async function pickServer({ keys }: Visit): Promise<void> {
  await keys.to('web-gdansk-1')
  await keys.press('Space')
}

/** Tells the problem, and the tasks by their titles. */
export async function tellProblem({ keys }: Visit, tasks: readonly RegExp[]): Promise<void> {
  await keys.to('Na czym polega problem?')
  await keys.type('Po aktualizacji jądra nikt nie może się zalogować. Zażółć gęślą jaźń 🛠')
  await keys.to('Jakiego działania oczekujesz?')
  await keys.type('Proszę przywrócić dostęp.')
  for (const task of tasks) {
    await keys.to(task)
    await keys.press('Space')
  }
}

/** Acknowledges each duty, reads the sheet, and authorizes. */
export async function authorize({ keys }: Visit): Promise<void> {
  const duties = [
    /^Podaję dokładne/,
    /^Odpowiadam za/,
    /^Pozostaję w kontakcie/,
    /^Po zakończeniu prac/,
    /^Przyjmuję do/,
  ]
  for (const duty of duties) {
    await keys.to(duty)
    await keys.press('Space')
  }
  await keys.to('Udzielam upoważnienia o powyższej treści.')
  await keys.press('Space')
}

/** Presses Send on the check page. */
export async function sendIt({ keys }: Visit): Promise<void> {
  await keys.to('Wyślij zgłoszenie')
  await keys.press('Enter')
}
