/**
 * How a receipt looks, on paper and on a screen. A text, since a printed document takes only style sheets of its own
 * realm, and a file only what is written into it; without the characters that markup knows.
 */
export const sheetStyles = `
@page {
  size: A4;
  margin: 18mm 20mm;
}
/* Browsers print their own header, with the address of the page, into the margin: where a box can bring its own to every sheet, there is none. */
@supports (box-decoration-break: clone) {
  @page {
    margin: 0;
  }
  @media print {
    main {
      padding: 18mm 20mm;
      box-decoration-break: clone;
    }
  }
}
:root {
  color-scheme: light;
  color: #16191d;
  background: #fff;
  font: 10.5pt/1.45 system-ui, 'Segoe UI', 'Liberation Sans', sans-serif;
}
body {
  max-width: 44rem;
  margin: 0 auto;
  padding: 2.5rem 1.25rem;
  overflow-wrap: anywhere;
  orphans: 3;
  widows: 3;
}
@media print {
  body {
    max-width: none;
    padding: 0;
  }
}
h1, h2, p, dl, dd, ul, blockquote {
  margin: 0;
}
header {
  margin-bottom: 7mm;
  padding-bottom: 5mm;
  border-bottom: 0.6mm solid;
}
.provider, h1 small, dt {
  color: #4d565f;
}
.provider {
  margin-bottom: 4mm;
  font-weight: 600;
}
h1 {
  font-size: 22pt;
  line-height: 1.2;
}
h1 small {
  display: block;
  margin-bottom: 1mm;
  font-size: 10.5pt;
  font-weight: 400;
}
h2 {
  margin: 8mm 0 3mm;
  font-size: 12.5pt;
  line-height: 1.3;
  break-after: avoid;
}
dl {
  display: grid;
  gap: 2mm;
}
dl div {
  display: grid;
  grid-template-columns: 42mm 1fr;
  gap: 5mm;
}
dd, blockquote {
  min-width: 0;
}
ul {
  padding-inline-start: 3.5mm;
  list-style-type: '– ';
}
li:only-child {
  margin-inline-start: -3.5mm;
  list-style: none;
}
.typed {
  white-space: pre-wrap;
}
blockquote {
  margin-bottom: 4mm;
  padding-inline-start: 5mm;
  border-inline-start: 0.6mm solid #9aa3ab;
}
section {
  margin-top: 8mm;
  padding-top: 4mm;
  border-top: 0.2mm solid #9aa3ab;
  font-size: 9pt;
  break-inside: avoid;
}
section h2 {
  margin: 0 0 2mm;
  font-size: 10.5pt;
}
section p, section dl {
  margin-bottom: 2mm;
}
code {
  font: 0.92em/1.4 ui-monospace, 'Liberation Mono', monospace;
}
@media (max-width: 30rem) {
  dl div {
    grid-template-columns: 1fr;
    gap: 0;
  }
}
`
