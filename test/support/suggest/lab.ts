import { readFileSync, existsSync } from 'node:fs'
import { settle } from '../../../src/scope/meant.js'
import { read, type Word } from '../../../src/scope/concepts.js'
import { phrases } from './phrases.js'
import { seeds } from './seeds.js'
import { frames, asking, work } from './frames.js'

export const labels = [
  'password-reset','network-recovery','remote-access-restore','bootloader-repair','filesystem-repair','service-restart',
  'os-diagnostics','software-install','application-troubleshooting','data-recovery','performance-tuning','malware-removal','nothing',
]
const L = 13
export interface Item { id: string; language: string; text: string; expect: string[]; open?: string[]; kind: string; also?: string[]; share?: number; writer?: string }

export interface Opt { l1: number; l2: number; epochs: number; rate: number; minDf: number; strict: number; seed: number; parts: string; phr: number; seedShare: number; join: number; from: number; brk: number; frame: number; fshare: number; gate: number; aux: number; doubt: number; dfrom: number }
export const opt: Opt = { l1: 3e-5, l2: 0, epochs: 15, rate: 0.15, minDf: 2, strict: 2, seed: 1, parts: 'all', phr: 0.25, seedShare: 0.7, join: 0, from: 5, brk: 0, frame: 0.3, fshare: 1, gate: 0, aux: 1, doubt: 1.5, dfrom: -1 }
for (const a of process.argv.slice(2)) { const [k, v] = a.split('='); if (k! in opt) (opt as any)[k!] = typeof (opt as any)[k!] === 'number' ? Number(v) : v }
export const flags = new Set((process.argv.find(a => a.startsWith('feat='))?.slice(5) ?? 'c,p,w,b,o').split(','))

export const ids = new Map<string, number>()
export const names: string[] = []
const id = (n: string): number => { let i = ids.get(n); if (i === undefined) { i = names.length; ids.set(n, i); names.push(n) } return i }

export function wordFeatures(w: Word): string[] {
  const t = w.text
  const out: string[] = []
  if (flags.has('w') ) out.push(`${t}.`)
  if (flags.has('p')) for (let n = 4; n <= 7 && n <= t.length; n++) out.push(t.slice(0, n))
  if (flags.has('s')) for (let n = 3; n <= 8 && n < t.length; n++) out.push(t.slice(0, n))
  return out
}
const short = (t: string): string => t.slice(0, 5)
export function partFeatures(words: Word[], brief: boolean): Int32Array {
  const s = new Set<number>()
  if (brief) s.add(id('#brief'))
  let prev: Word | undefined, prev2: Word | undefined
  for (const w of words) {
    if (!w.off) {
      if (w.concept !== undefined && flags.has('c')) s.add(id('@' + w.concept))
      for (const f of wordFeatures(w)) s.add(id(f))
    } else { if (flags.has('o') && w.concept !== undefined) s.add(id('~' + w.concept)); if (flags.has('q')) s.add(id('~' + w.text.slice(0, 5))) ; if (flags.has('x')) { if (w.concept !== undefined) s.add(id('@' + w.concept)); for (const f of wordFeatures(w)) s.add(id(f)) } }
    if (flags.has('b') && prev && prev.sentence === w.sentence && !prev.off && !w.off) s.add(id(`${short(prev.text)}_${short(w.text)}`))
    if (flags.has('k') && prev2 && prev2.sentence === w.sentence && !prev2.off && !w.off) s.add(id(`${short(prev2.text)}__${short(w.text)}`))
    prev2 = prev; prev = w
  }
  if (flags.has('cc')) {
    const bySent = new Map<number, Set<string>>()
    for (const w of words) if (!w.off && w.concept !== undefined) { const k = w.sentence; let x = bySent.get(k); if (!x) bySent.set(k, x = new Set()); x.add(w.concept) }
    for (const set of bySent.values()) { const a = [...set].sort().slice(0, 12); for (let i = 0; i < a.length; i++) for (let j = i + 1; j < a.length; j++) s.add(id(`${a[i]}&${a[j]}`)) }
  }
  return Int32Array.from(s)
}

export function partsOf(text: string): Int32Array[] {
  const words = read(text); settle(words)
  const brief = words.length <= 12
  const sentences: Word[][] = []; let last = -1
  for (const w of words) { if (w.sentence !== last) sentences.push([]); last = w.sentence; sentences.at(-1)!.push(w) }
  const live = flags.has('o') || flags.has('q') || flags.has('x') ? sentences : sentences.filter(s => s.some(w => !w.off))
  const out: Int32Array[] = []
  if (opt.parts !== 'whole') {
    if (live.length > 1) for (const s of live) out.push(partFeatures(s, brief))
    if (opt.parts === 'all' && live.length > 2) for (let i = 1; i < live.length; i++) out.push(partFeatures([...live[i - 1]!, ...live[i]!], brief))
  }
  out.push(partFeatures(words, brief))
  return out
}

export interface Sample { item: Item; parts: Int32Array[]; y: Uint8Array; mask: Uint8Array; share: number }
export function sampleOf(item: Item): Sample {
  const y = new Uint8Array(L), mask = new Uint8Array(L).fill(1)
  labels.forEach((l, i) => { y[i] = (l === 'nothing' ? item.expect.length === 0 : item.expect.includes(l)) ? 1 : 0; if (item.open?.includes(l)) mask[i] = 0 })
  const strict = item.kind === 'nothing' || item.kind === 'negation' ? opt.strict : 1
  return { item, parts: partsOf(item.text), y, mask, share: strict * (item.share ?? 1) }
}

export function rng(seed: number): () => number {
  let state = seed
  return () => { state = (state + 0x6d2b79f5) | 0; let m = Math.imul(state ^ (state >>> 15), 1 | state); m = (m + Math.imul(m ^ (m >>> 7), 61 | m)) ^ m; return ((m ^ (m >>> 14)) >>> 0) / 4294967296 }
}

export interface Model { W: Float32Array; B: Float32Array }
export function train(samples: Sample[]): Model {
  const F = names.length
  const W = new Float32Array(F * L), G = new Float32Array(F * L).fill(1e-3), T = new Int32Array(F)
  const B = new Float32Array(L).fill(-2), GB = new Float32Array(L).fill(1e-2)
  const df = new Int32Array(F)
  for (const s of samples) { const seen = new Set<number>(); for (const p of s.parts) for (const f of p) seen.add(f); const inc = 1; for (const f of seen) df[f]! += inc }
  const random = rng(opt.seed)
  const order = samples.map((_, i) => i)
  let t = 0
  const touch = (f: number): void => {
    const dt = t - T[f]!; if (dt === 0) return; T[f] = t
    for (let l = 0; l < L; l++) { const i = f * L + l; const w = W[i]!; if (w === 0) continue
      const lr = opt.rate / Math.sqrt(G[i]!); const sh = lr * opt.l1 * dt; let v = w * Math.max(0, 1 - lr * opt.l2 * dt)
      v = v > sh ? v - sh : v < -sh ? v + sh : 0; W[i] = v }
  }
  const AW = new Float32Array(F * L), AB = new Float32Array(L); let averaged = 0
  const best = new Int32Array(L), top = new Float32Array(L), sc = new Float32Array(L)
  for (let e = 0; e < opt.epochs; e++) {
    for (let i = order.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); [order[i], order[j]] = [order[j]!, order[i]!] }
    for (const o of order) {
      const s = samples[o]!; if (s.parts.length === 0) continue
      t++
      top.fill(-1e9)
      const P = s.parts.length
      for (let p = 0; p < P; p++) {
        sc.set(B)
        for (const f of s.parts[p]!) { if (df[f]! < opt.minDf) continue; touch(f); const k = f * L; for (let l = 0; l < L; l++) sc[l]! += W[k + l]! }
        for (let l = 0; l < L; l++) {
          if (l === 12 && p !== P - 1) continue
          if (e === 0 && s.y[l] && p !== P - 1) continue
          if (sc[l]! > top[l]!) { top[l] = sc[l]!; best[l] = p }
        }
      }
      const ns = top[12]! + 1, gate = opt.gate * Math.log1p(Math.exp(Math.min(20, ns))), slope = opt.gate / (1 + Math.exp(-ns)); let pull = 0
      for (let l = 0; l < L; l++) {
        if (!s.mask[l]) continue
        let err = (1 / (1 + Math.exp(-top[l]! + (l < 12 ? gate : 0))) - s.y[l]!) * s.share
        if (l < 12) pull -= err * slope
        else err = opt.aux * err + pull
        if (Math.abs(err) < 1e-3) continue
        GB[l]! += err * err; B[l]! -= opt.rate * 0.3 / Math.sqrt(GB[l]!) * err
        for (const f of s.parts[best[l]!]!) { if (df[f]! < opt.minDf) continue; const i = f * L + l; G[i]! += err * err; W[i]! -= opt.rate / Math.sqrt(G[i]!) * err }
      }
    }
    if (e >= opt.from) { for (let f = 0; f < F; f++) touch(f); for (let i = 0; i < AW.length; i++) AW[i]! += W[i]!; for (let i = 0; i < L; i++) AB[i]! += B[i]!; averaged++ }
  }
  for (let i = 0; i < AW.length; i++) AW[i]! /= averaged
  for (let i = 0; i < L; i++) AB[i]! /= averaged
  return { W: AW, B: AB }
}

export function scores(m: Model, parts: Int32Array[]): Float32Array {
  const top = new Float32Array(L).fill(-1e9), sc = new Float32Array(L)
  parts.forEach((part, p) => {
    sc.set(m.B)
    for (const f of part) { const k = f * L; for (let l = 0; l < L; l++) sc[l]! += m.W[k + l]! }
    for (let l = 0; l < L; l++) { if (l === 12 && p !== parts.length - 1) continue; if (sc[l]! > top[l]!) top[l] = sc[l]! }
  })
  return top
}

import { createHash } from 'node:crypto'
export const hash = (x: string): number => createHash('sha256').update(x).digest().readUInt32BE(0)
/** One in twenty of the new writers' texts stays closed until the end. */
export const isClosed = (x: Item): boolean => /^(en|pl)-[abc]/.test(x.id) && hash('closed ' + x.id) % 20 === 0
export interface Out { item: Item; s: Float32Array }
export const cutOf = (th: number, s: Float32Array): number => th + (opt.gate ? opt.gate * Math.log1p(Math.exp(Math.min(20, s[12]! + 1))) : opt.doubt * Math.max(0, s[12]! - opt.dfrom))
/** precision/recall at threshold with doubt. */
export function judge(outs: Out[], th: number) {
  let right = 0, wrong = 0, missed = 0, negWrong = 0, noth = 0, neg = 0, nothN = 0
  for (const { item, s } of outs) {
    const cut = cutOf(th, s)
    let bad = 0, any = 0
    for (let l = 0; l < 12; l++) { if (item.open?.includes(labels[l]!)) continue
      const e = item.expect.includes(labels[l]!), g = s[l]! > cut
      if (g) any++
      if (g && e) right++; else if (g) { wrong++; bad++ } else if (e) missed++ }
    if (item.kind === 'negation') { neg++; if (bad) negWrong++ }
    if (item.kind === 'nothing') { nothN++; if (any) noth++ }
  }
  return { P: right / (right + wrong || 1), R: right / (right + missed || 1), negWrong, neg, noth, nothN }
}
export const nodia = (i: Item): boolean => i.kind === 'no-diacritics' || !!i.also?.includes('no-diacritics')
export function line(name: string, outs: Out[], th: number): string {
  const f = (o: Out[]): string => { const j = judge(o, th); return `P ${j.P.toFixed(3)} R ${j.R.toFixed(3)}` }
  const all = judge(outs, th), nd = outs.filter(o => nodia(o.item))
  return `${name.padEnd(10)} n=${outs.length} th=${th.toFixed(1)} ${f(outs)} | pl ${f(outs.filter(o => o.item.language === 'pl'))} | en ${f(outs.filter(o => o.item.language === 'en'))} | nd ${f(nd)} | neg ${all.negWrong}/${all.neg} noth ${all.noth}/${all.nothN}`
}
/** Recall at the lowest threshold whose precision reaches the mark. */
export function atPrecision(outs: Out[], mark: number): { th: number; R: number } {
  let best = { th: 9, R: 0 }
  for (let th = 4; th >= -3; th -= 0.1) { const j = judge(outs, th); if (j.P >= mark && j.R > best.R) best = { th, R: j.R } }
  return best
}

const corpus = '/tmp/wt/corpus/'
const load = (path: string, writer: string): Item[] => existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Item[]).map(x => ({ ...x, writer })) : []
export function all(): Item[] {
  const closed = new Set<string>()
  return [
    ...load('test/data/problems.work.json', 'work'), ...load(corpus + 'problems-en.json', 'old-en'), ...load(corpus + 'problems-pl.json', 'old-pl'),
    ...['en-a', 'en-b', 'pl-a', 'pl-b', 'pl-c'].flatMap(w => load(`${corpus}${w}.json`, w)),
  ].filter(x => !closed.has(x.id) && !isClosed(x))
}
if (process.argv[1]?.endsWith('lab.ts')) {
  const t0 = Date.now()
  const items = all().map(sampleOf)
  const made = opt.phr > 0 ? phrases().map(p => sampleOf({ ...(p as any), share: opt.phr, writer: 'phrases' })) : []
  if (opt.seedShare > 0) for (const [l, t] of Object.entries(seeds)) t.split('/ ').map(x => x.trim()).filter(Boolean).forEach((text, i) => made.push(sampleOf({ id: `${l}-${i}`, language: '', text, expect: l === 'nothing' ? [] : [l], kind: 'plain', share: opt.seedShare, writer: 'seeds' })))
  if (opt.frame > 0) { const random = rng(11); for (const lang of ['en', 'pl'] as const) for (const [list, none] of [[frames, true], [asking, false]] as const) for (const [fi, f] of list[lang].split(' / ').entries()) for (const [label, names] of Object.entries(work)) { if (none && random() > opt.fshare) continue; const ns = names[lang].split(' / '); const text = f.replace('*', ns[Math.floor(random() * ns.length)]!); made.push(sampleOf({ id: `f-${lang}-${fi}-${label}`, language: lang, text, expect: none ? [] : [label], kind: 'plain', share: opt.frame, writer: 'frames' })) } }
  console.log(items.length, made.length, names.length, 'features in', Date.now() - t0)

  const foldOf = (x: Item): string => x.writer === 'work' || x.writer!.startsWith('old') ? x.writer! : 'new' + (hash(x.id) % 5)
  const groupOf = (x: Item): string => x.writer === 'work' || x.writer!.startsWith('old') ? x.writer! : 'new-' + x.language
  const outs = new Map<string, Out[]>()
  const run = (out: (x: Item) => boolean, group: (x: Item) => string): void => {
    const m = train([...made, ...items.filter(s => !out(s.item))])
    for (const s of items.filter(s => out(s.item))) { const g = group(s.item); if (!outs.has(g)) outs.set(g, []); outs.get(g)!.push({ item: s.item, s: scores(m, s.parts) }) }
    if (outs.size === 1) { let nz = 0, ff = new Set<number>(); m.W.forEach((v, i) => { if (Math.abs(v) > 0.1) { nz++; ff.add(Math.floor(i / 13)) } }); console.log('nonzero>.1', nz, 'features', ff.size, Date.now() - t0) }
  }
  if (process.argv.includes('writers')) for (const w of new Set(items.map(s => s.item.writer!))) run(x => x.writer === w, x => x.writer!)
  else for (const f of new Set(items.map(s => foldOf(s.item)))) run(x => foldOf(x) === f, groupOf)
  const pooled = [...outs.values()].flat()
  const th = atPrecision(pooled, 0.92).th
  if (opt.brk) for (const g of ['old', 'new-en', 'new-pl']) { const o = [...outs].filter(([k]) => k.startsWith(g)).flatMap(([, x]) => x); console.log(g); for (let l = 0; l < 12; l++) { let a = 0, b = 0, c = 0; for (const { item, s } of o) { const cut = cutOf(th, s); const e = item.expect.includes(labels[l]!), h = s[l]! > cut; if (e && h) a++; else if (h) b++; else if (e) c++ } console.log('  ', labels[l]!.padEnd(28), 'P', (a / (a + b)).toFixed(2), 'R', (a / (a + c)).toFixed(2), a + c) } }
  for (const [w, o] of outs) console.log(line(w, o, th), 'R@.92', atPrecision(o, 0.92).R.toFixed(3))
  console.log(line('pooled', pooled, th), '\n', 'R@.92', atPrecision(pooled, 0.92).R.toFixed(3), 'R@.90', atPrecision(pooled, 0.9).R.toFixed(3), 'R@.95', atPrecision(pooled, 0.95).R.toFixed(3), 'mean R@.92', ([...outs.values()].reduce((a, o) => a + atPrecision(o, 0.92).R, 0) / outs.size).toFixed(4), Date.now() - t0, 'ms')
  if (process.argv.includes('dump')) { const fs = await import('node:fs'); fs.writeFileSync('/tmp/lab/dump.json', JSON.stringify(pooled.map(({ item, s }) => ({ id: item.id, w: item.writer, kind: item.kind, text: item.text, expect: item.expect, open: item.open ?? [], s: [...s].map(x => +x.toFixed(2)) })))) }
}
