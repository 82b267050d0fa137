import { expect } from 'chai'
import fc from 'fast-check'
import {
  cleanFileName,
  distinctName,
  fileLimits,
  fileTypes,
  readAttachment,
  type AttachmentFlaw,
  type FileKind,
} from '../../../src/index.js'
import { testCapabilities } from '../../../src/testing.js'

const limits = { maxBytes: 200_000 }

/** Each character a byte. */
const bytes = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0))

const utf16 = (text: string, isBig = false) => {
  const all = new DataView(new ArrayBuffer(2 + text.length * 2))
  Array.from(`\ufeff${text}`, (_, at) => `\ufeff${text}`.charCodeAt(at)).forEach((unit, at) => {
    all.setUint16(at * 2, unit, !isBig)
  })
  return new Uint8Array(all.buffer)
}

const png = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0')
const jpeg = bytes('\xff\xd8\xff\xe0\0\x10JFIF\0')

const read = (content: string | Uint8Array<ArrayBuffer>, name = 'a.bin', type = 'image/png') =>
  readAttachment(new File([content], name, { type }), limits)

async function taken(...of: Parameters<typeof read>) {
  const result = await read(...of)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('a file is what its content says', () => {
  const kinds: readonly [string, FileKind, string | Uint8Array<ArrayBuffer>, string, string][] = [
    ['a PNG', 'png', png, 'shot.png', 'shot.png'],
    ['a JPEG that is called PNG', 'jpeg', jpeg, 'shot.PNG', 'shot.jpg'],
    ['a JPEG by its other ending', 'jpeg', jpeg, 'IMG_1.JPEG', 'IMG_1.JPEG'],
    ['a GIF', 'gif', bytes('GIF89a\x01\0\x01\0'), 'a.gif', 'a.gif'],
    ['a WebP', 'webp', bytes('RIFF\x24\0\0\0WEBPVP8 '), 'a.webp', 'a.webp'],
    ['a PDF', 'pdf', bytes('%PDF-1.7\n%\xe2\xe3'), 'a.pdf', 'a.pdf'],
    ['a gzip', 'gzip', bytes('\x1f\x8b\x08\0\0'), 'syslog.1.gz', 'syslog.1.gz'],
    ['a ZIP', 'zip', bytes('PK\x03\x04\x14\0'), 'logs.zip', 'logs.zip'],
    ['a ZIP that is called a document', 'zip', bytes('PK\x03\x04\x14\0'), 'a.docx', 'a.docx.zip'],
    ['a log', 'text', 'Zażółć: gęślą 🛠\r\n', 'app.log', 'app.log'],
    ['a log without an ending', 'text', 'Jan 1 kernel: oops', 'messages', 'messages.txt'],
    ['a log that was rotated', 'text', 'Jan 1 kernel: oops', 'syslog.1', 'syslog.1.txt'],
    ['a script', 'text', '#!/bin/sh\nrm -rf /', 'fix.sh', 'fix.sh.txt'],
    ['a program’s name on a text', 'text', 'hello', 'invoice.pdf.exe', 'invoice.pdf.exe.txt'],
    ['a picture’s name on a text', 'text', 'hello', 'shot.png', 'shot.txt'],
    ['text in UTF-16', 'text', utf16('Błąd 0x7E\r\n'), 'a.log', 'a.log'],
    ['text in UTF-16, the other way round', 'text', utf16('Błąd 0x7E', true), 'a.log', 'a.log'],
    ['text with a mark', 'text', '\ufeffBłąd', 'a.txt', 'a.txt'],
    ['a log with the colours of a terminal', 'text', '\x1b[31mFAILED\x1b[0m', 'boot.log', 'boot.log'],
    [
      'a setting in XML',
      'text',
      '<?xml version="1.0"?>\n<Server port="8005"/>',
      'server.xml',
      'server.xml.txt',
    ],
    ['a log that quotes a page', 'text', 'GET / 200\n<html><script>alert(1)</script>', 'a.log', 'a.log'],
    ['a picture that goes on as a page', 'gif', bytes('GIF89a/*<html><script>'), 'a.html', 'a.html.gif'],
  ]
  for (const [what, kind, content, name, expected] of kinds) {
    it(`S16: takes ${what}`, async () => {
      const { file, kind: found } = await taken(content, name, 'text/html')
      expect([found, file.name, file.type]).to.deep.equal([kind, expected, fileTypes[kind]])
      expect(new Uint8Array(await file.arrayBuffer())).to.deep.equal(
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      )
    })
  }

  const refused: readonly [string, AttachmentFlaw, string | Uint8Array<ArrayBuffer>][] = [
    ['a page', 'html-or-svg', '<!DOCTYPE html><p>hello'],
    ['a page in other letters, after blanks', 'html-or-svg', ' \r\n\t<hTmL\n><body>'],
    ['a page with a mark', 'html-or-svg', '\ufeff<html>'],
    ['a page in UTF-16', 'html-or-svg', utf16('<!doctype HTML>')],
    ['a page behind a comment', 'html-or-svg', '<!-- a > b --><!----><script>alert(1)</script>'],
    ['a page of XHTML', 'html-or-svg', '<a:b xmlns:a="http://www.w3.org/1999/xhtml"/>'],
    ['an SVG', 'html-or-svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['an SVG as XML', 'html-or-svg', '<?xml version="1.0"?>\n<!-- Inkscape -->\n<svg onload="alert(1)">'],
    [
      'an SVG with a type',
      'html-or-svg',
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>',
    ],
    ['an SVG under another name', 'html-or-svg', '<x:svg xmlns:x="http://www.w3.org/2000/svg">'],
    [
      'an SVG behind a declaration',
      'html-or-svg',
      '<!DOCTYPE a [<!ENTITY b "c">]><a xmlns="http://www.w3.org/2000/svg"/>',
    ],
    ['a frame', 'html-or-svg', '<iframe src=//evil.example>'],
    ['a Windows program', 'not-allowed', bytes('MZ\x90\0\x03\0\0\0')],
    ['a Linux program', 'not-allowed', bytes('\x7fELF\x02\x01\x01\0')],
    ['a RIFF that is no picture', 'not-allowed', bytes('RIFF\x24\0\0\0AVI LIST')],
    ['the beginning of a PNG alone', 'not-allowed', bytes('\x89PNG\r\n\x1a\n')],
    ['a bitmap', 'not-allowed', bytes('BM\x36\0\0\0')],
    ['a picture of an iPhone', 'not-allowed', bytes('\0\0\0\x18ftypheic')],
    ['text in an old encoding', 'not-allowed', bytes('B\xb3\xb9d')],
    ['text with a zero', 'not-allowed', 'abc\0def'],
    ['half a character of UTF-16', 'not-allowed', utf16('a\ud800')],
    ['text in UTF-32', 'not-allowed', bytes('\xff\xfe\0\0a\0\0\0')],
    ['nothing', 'empty', ''],
    ['blanks alone', 'empty', ' \r\n\n'],
    ['a mark alone', 'empty', utf16('')],
    ['more than there is room for', 'too-large', 'x'.repeat(200_001)],
  ]
  for (const [what, flaw, content] of refused) {
    it(`S16: refuses ${what}: ${flaw}`, async () => {
      expect(await read(content, 'shot.png', 'image/png')).to.deep.equal({ ok: false, error: flaw })
    })
  }

  it('takes exactly as much as there is room for', async () => {
    expect((await taken('x'.repeat(200_000))).opening).to.have.length(100_000)
  })

  it('says that it can’t read a folder, or a file that is gone', async () => {
    const gone = new File(['x'], 'a.log')
    Object.defineProperty(gone, 'arrayBuffer', { value: () => Promise.reject(new Error('NotFoundError')) })
    expect(await readAttachment(gone, limits)).to.deep.equal({ ok: false, error: 'unreadable' })
  })

  it('measures what it has read, not what was told', async () => {
    const grown = new File(['x'], 'a.log')
    Object.defineProperty(grown, 'arrayBuffer', {
      value: () => Promise.resolve(new ArrayBuffer(200_001)),
    })
    expect(await readAttachment(grown, limits)).to.deep.equal({ ok: false, error: 'too-large' })
  })

  it('looks through any bytes without a failure, and changes none of them', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary' }),
        async (all, name) => {
          const given = new Uint8Array(all)
          const result = await read(given, name)
          if (!result.ok) return
          const { file } = result.value
          expect(new Uint8Array(await file.arrayBuffer())).to.deep.equal(given)
          expect(file.name)
            .to.match(/^[^/\\]+\.[a-z]+$/i)
            .and.to.equal(cleanFileName(file.name))
        },
      ),
      { seed: 21, numRuns: 300 },
    ))
})

describe('a file’s name', () => {
  const names: readonly [string, string][] = [
    ['C:\\fakepath\\shot.log', 'shot.log'],
    ['../../etc/passwd', 'passwd.txt'],
    ['exe\u202egol.log', 'exe_gol.log'],
    ['a\nb\x00c\x7f.log', 'a_b_c_.log'],
    ['<img src=x onerror=alert(1)>.log', '<img src=x onerror=alert(1)>.log'],
    ['', 'file.txt'],
    ['..', 'file.txt'],
    ['.', 'file.txt'],
    ['.bashrc', '.bashrc.txt'],
    ['a.log. . ', 'a.log'],
    ['dir/', 'file.txt'],
    ['a.LOG', 'a.LOG'],
    ['zażółć 🛠.log', 'zażółć 🛠.log'],
    [`${'x'.repeat(300)}.log`, `${'x'.repeat(251)}.log`],
    [`${'🛠'.repeat(300)}.exe`, `_${'🛠'.repeat(123)}.exe.txt`],
  ]
  for (const [name, expected] of names) {
    it(`${JSON.stringify(name.slice(0, 40))} becomes ${JSON.stringify(expected.slice(0, 40))}`, async () => {
      const { file } = await taken('text', name)
      expect(file.name).to.equal(expected)
      expect(file.name.length).to.be.at.most(255)
    })
  }

  it('is told apart from that of another file', () => {
    expect(distinctName('image.png', [])).to.equal('image.png')
    expect(distinctName('image.png', ['Image.PNG'])).to.equal('image (2).png')
    expect(distinctName('image.png', ['image.png', 'image (2).png'])).to.equal('image (3).png')
  })
})

describe('what a ticket system takes', () => {
  it('is nothing where it says so, where there is none, and where a limit is zero', () => {
    const of = (files: (typeof testCapabilities)['files']) => fileLimits({ ...testCapabilities, files })
    expect(of(null)).to.equal(null)
    expect(of({ maxBytes: 0, maxCount: 3 })).to.equal(null)
    expect(of({ maxBytes: 9, maxCount: 0 })).to.equal(null)
    expect(fileLimits(undefined)).to.equal(null)
    expect(of({ maxBytes: 9, maxCount: 1 })).to.deep.equal({ maxBytes: 9, maxCount: 1 })
  })
})
