/** What is asked for, or `undefined` where it isn't there in time; `longest` in milliseconds. */
export async function inTime<T>(asked: Promise<T>, longest: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), longest)
  })
  try {
    return await Promise.race([asked, patience])
  } finally {
    clearTimeout(timer)
  }
}

/** How long a press waits for the code that keeps things on the device; milliseconds. Then it goes without. */
export const longestLoading = 5_000
