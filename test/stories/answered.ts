/** What axe leaves to a person, kind by kind, and what a person who looked says to it. */
export const answered: Readonly<Record<string, string>> = {}
