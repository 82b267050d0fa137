/** A standard rate and the day from which it is in force. Rates are integers per 100,000. */
export interface RateSince {
  readonly since: string
  readonly per100k: number
}

/** Standard VAT rates as dated data: each list ascending, without gaps, as far back as 2015. */
export interface DatedRates {
  /** Where they were read. */
  readonly source: string
  /** When they were last compared with the source, an ISO date. */
  readonly checkedOn: string
  /** By member state, ISO 3166-1 alpha-2. */
  readonly states: Readonly<Record<string, readonly RateSince[]>>
  /** Regions of member states with a standard rate of their own. */
  readonly regions: Readonly<Record<string, readonly RateSince[]>>
}

function from(since: string, per100k: number, ...later: readonly RateSince[]): readonly RateSince[] {
  return [{ since, per100k }, ...later]
}

function then(since: string, per100k: number): RateSince {
  return { since, per100k }
}

/**
 * The standard rates of the 27 states (Directive 2006/112, Art. 96–97) and of the regions that have their own (Art. 104,
 * 105). Source: the European Commission's TEDB; the days of change from public histories of it. To be compared again at
 * each release.
 */
export const euVatRates: DatedRates = {
  source: 'https://ec.europa.eu/taxation_customs/tedb/',
  checkedOn: '2026-08-22',
  states: {
    AT: from('1984-01-01', 20_000),
    BE: from('1996-01-01', 21_000),
    BG: from('1999-01-01', 20_000),
    CY: from('2014-01-13', 19_000),
    CZ: from('2013-01-01', 21_000),
    DE: from('2007-01-01', 19_000, then('2020-07-01', 16_000), then('2021-01-01', 19_000)),
    DK: from('1992-01-01', 25_000),
    EE: from('2009-07-01', 20_000, then('2024-01-01', 22_000), then('2025-07-01', 24_000)),
    ES: from('2012-09-01', 21_000),
    FI: from('2013-01-01', 24_000, then('2024-09-01', 25_500)),
    FR: from('2014-01-01', 20_000),
    GR: from('2010-07-01', 23_000, then('2016-06-01', 24_000)),
    HR: from('2012-03-01', 25_000),
    HU: from('2012-01-01', 27_000),
    IE: from('2012-01-01', 23_000, then('2020-09-01', 21_000), then('2021-03-01', 23_000)),
    IT: from('2013-10-01', 22_000),
    LT: from('2009-09-01', 21_000),
    LU: from('2015-01-01', 17_000, then('2023-01-01', 16_000), then('2024-01-01', 17_000)),
    LV: from('2012-07-01', 21_000),
    MT: from('2004-01-01', 18_000),
    NL: from('2012-10-01', 21_000),
    PL: from('2011-01-01', 23_000),
    PT: from('2011-01-01', 23_000),
    RO: from(
      '2010-07-01',
      24_000,
      then('2016-01-01', 20_000),
      then('2017-01-01', 19_000),
      then('2025-08-01', 21_000),
    ),
    SE: from('1990-07-01', 25_000),
    SI: from('2013-07-01', 22_000),
    SK: from('2011-01-01', 20_000, then('2025-01-01', 23_000)),
  },
  regions: {
    // Madeira
    'PT-30': from('2012-04-01', 22_000),
    // Azores
    'PT-20': from('2014-01-01', 18_000, then('2021-07-01', 16_000)),
    // Jungholz and the Kleinwalsertal (Mittelberg)
    'AT-6': from('1995-01-01', 19_000),
  },
}

/** The rate of a state or a region on a day; nothing before its first, and nothing on what is no day. */
export function rateIn(history: readonly RateSince[] | undefined, date: string): RateSince | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? history?.findLast(({ since }) => since <= date) : undefined
}
