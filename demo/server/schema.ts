/** Which tables these are: a file with others is of an older demo. Raised with every change of them. */
export const SCHEMA_VERSION = 3

/** The first ticket's number: a shop that opens with number 1 looks closed. */
const FIRST_NUMBER = 48_210

/** The first quote's. */
const FIRST_QUOTE = 3_071

/**
 * The tables, in SQL that any SQLite understands.
 *
 * `tickets.facts` and `entries.fact` hold JSON text as it was first written and is never rewritten: what an
 * authorization's digest is checked against are the bytes that arrived. The sealed text has a column of its own, since it
 * alone is to be erased one day. Phase, stage, access, next update and actions are what the entries come to: written with
 * them, so that a list needn't read them all.
 */
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tickets (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    person TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    version INTEGER NOT NULL,
    phase TEXT NOT NULL,
    stage TEXT NOT NULL,
    server_kind TEXT NOT NULL,
    server TEXT NOT NULL,
    facts TEXT NOT NULL,
    sealed TEXT,
    access_event TEXT,
    access_at INTEGER,
    access_role TEXT,
    next_update_by INTEGER,
    actions TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    first_response_by INTEGER,
    UNIQUE (account, key)
  );
  INSERT INTO sqlite_sequence (name, seq)
    SELECT 'tickets', ${String(FIRST_NUMBER - 1)}
    WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'tickets');
  CREATE TABLE IF NOT EXISTS entries (
    ticket INTEGER NOT NULL REFERENCES tickets (number),
    seq INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    at INTEGER NOT NULL,
    party TEXT NOT NULL,
    fact TEXT NOT NULL,
    PRIMARY KEY (ticket, seq)
  );
  CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY,
    ticket INTEGER NOT NULL REFERENCES tickets (number),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    body BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS files_of_ticket ON files (ticket);
  CREATE TABLE IF NOT EXISTS replies (
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    ticket INTEGER NOT NULL REFERENCES tickets (number),
    digest TEXT NOT NULL,
    PRIMARY KEY (account, key)
  );
  CREATE TABLE IF NOT EXISTS quotes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    person TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    digest TEXT NOT NULL,
    quote TEXT NOT NULL,
    customer TEXT NOT NULL
  );
  INSERT INTO sqlite_sequence (name, seq)
    SELECT 'quotes', ${String(FIRST_QUOTE - 1)}
    WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'quotes');
  CREATE TABLE IF NOT EXISTS sessions (
    token TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    ends_at INTEGER NOT NULL
  );
`
