import { describe, expect, test } from 'vitest';
import { imagesOf, published } from '../../src/content/links/images.ts';
import { readPhotograph, withoutMetadata } from '../../src/content/links/photograph.ts';
import { readDrawing } from '../../src/content/links/svg.ts';
import { isFault } from '../../src/model/problem.ts';
import { growth, linear } from '../growth.ts';

const svg = (inner: string, root = '') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="10"${root}>${inner}</svg>`,
  );
const read = (bytes: Buffer) => {
  const drawing = readDrawing(bytes);
  return 'svg' in drawing ? drawing.svg.trim() : drawing;
};

/** A box of ISO/IEC 14496-12 in hexadecimal: its length, its name, what it holds. */
const box = (length: number, name: string, inner = '') =>
  length.toString(16).padStart(8, '0') + Buffer.from(name).toString('hex') + inner;

// Boxes and entries of no length, at which readers of pictures have gone round for ever (CVE-2025-71329, CVE-2025-71330).
const signature = box(12, 'JXL ', '0d0a870a');
const size = box(0, 'ispe', '000000000000000100000001');
test.each([
  ['ICNS', '69636e73000000106973333200000000'],
  ['JPEG XL', signature + box(20, 'ftyp', '6a786c20000000006a786c20') + box(0, 'jxlp', '00000000')],
  [
    'AVIF',
    box(20, 'ftyp', '617669660000000061766966') +
      box(108, 'meta', `00000000${box(96, 'iprp', box(88, 'ipco', size.repeat(4)))}`),
  ],
])('a picture (%s) that leads nowhere comes to an end, and is none', (_name, hex) => {
  const { measure } = imagesOf(() => Buffer.from(hex, 'hex'));
  for (const file of ['a.avif', 'a.png']) expect(isFault(measure(file))).toBe(true);
});

describe('a drawing is written anew', () => {
  const head = '<svg xmlns="http://www.w3.org/2000/svg"';
  test.each([
    ['<rect width="2" height="2" fill="url(#a)"/>', '<rect width="2" height="2" fill="url(#a)"></rect>'],
    ['<use xlink:href="#a"/>', '<use href="#a"></use>'],
    ['<text style="fill:red">a &lt; b</text>', '<text style="fill:red">a &lt; b</text>'],
    ['<style>.a > .b { fill: url("#c") }</style>', '<style>.a &gt; .b { fill: url("#c") }</style>'],
    [
      '<style><![CDATA[@media print { a { fill: red } }]]></style>',
      '<style>@media print { a { fill: red } }</style>',
    ],
    ['<!-- a comment --><title>É</title>', '<title>É</title>'],
    ['<metadata><x:a xmlns:x="urn:any" onload="x"/></metadata>', ''],
    ['<i:grid xmlns:i="http://www.inkscape.org/namespaces/inkscape"><i:a/></i:grid>', ''],
    ['<g data-name="a" unknown="b" aria-label="c"/>', '<g aria-label="c"></g>'],
    ['<image href="data:image/png;base64,AAAA"/>', '<image href="data:image/png;base64,AAAA"></image>'],
    ['<style>/* @license */a { fill: red }</style>', '<style> a { fill: red }</style>'],
    // A comment that is none, in a string: what stands in it is taken away, not passed over.
    ['<style>a{x:"/*";background:url(https://example.org);y:"*/"}</style>', '<style>a{x:" "}</style>'],
    [`<rect style='x:"/*";fill:url(https://example.org);y:"*/"'/>`, '<rect style="x:&quot; &quot;"></rect>'],
    ['<style>@media "/*";@import "https://example.org";/*"*/</style>', '<style>@media " </style>'],
  ])('%s', (inner, expected) => {
    expect(read(svg(inner))).toBe(`${head} width="20" height="10">${expected}</svg>`);
  });

  test('without its document type, its prefixes and its declaration', () => {
    const written =
      '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><é:svg xmlns:é="http://www.w3.org/2000/svg" width="2" height="2"><é:g/></é:svg>';
    expect(read(Buffer.from(written))).toBe(`${head} width="2" height="2"><g></g></svg>`);
  });
});

describe('a drawing is refused with what was found', () => {
  test.each([
    ['<script>alert(1)</script>', '<script>'],
    ['<ß:script xmlns:ß="http://www.w3.org/2000/svg"/>', '<ß:script>'],
    ['<rect onclick="x()"/>', 'onclick='],
    ['<rect OnLoad="x()"/>', 'OnLoad='],
    [
      '<foreignObject><h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh"/></foreignObject>',
      '<foreignObject>',
    ],
    ['<img xmlns="http://www.w3.org/1999/xhtml" srcset="x 2x"/>', '<img>'],
    ['<link xmlns="http://www.w3.org/1999/xhtml" href="x"/>', '<link>'],
    ['<input xmlns="http://www.w3.org/1999/xhtml"/>', '<input>'],
    ['<e:listener xmlns:e="http://www.w3.org/2001/xml-events"/>', '<e:listener>'],
    ['<animate attributeName="href" to="x"/>', '<animate>'],
    ['<set attributeName="href" to="x"/>', '<set>'],
    ['<a href="https://example.org"><g/></a>', '<a>'],
    ['<use href="https://example.org/a.svg#b"/>', 'href="https://example.org/a.svg#b"'],
    ['<use xlink:href="java&#115;cript:alert(1)"/>', 'xlink:href="javascript:alert(1)"'],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', 'href="data:image/svg+xml;base64,AAAA"'],
    ['<style>@import "https://example.org"</style>', '@import'],
    ['<style>@\\69mport "x"</style>', '@\\69mport'],
    ['<style>a { fill: u\\72l(https://example.org) }</style>', 'u\\72l(https://example.'],
    ['<style>a { background: image-set("x" 1x) }</style>', 'image-set("x" 1x'],
    ['<style>/* a { fill: url(https://example.org) }</style>', 'url(https://example.org'],
    ['<rect style="fill: url(https://example.org)"/>', 'style="url(https://example.org'],
    ['<rect fill="url(//example.org/#a)"/>', 'fill="url(//example.org/#a'],
    ['<rect style="fill: url(/**/https://example.org)"/>', 'style="url( https://example.org'],
  ])('%s', (inner, active) => expect(read(svg(inner))).toEqual({ active }));

  test.each(['UTF-7', 'ISO-2022-JP', 'IBM037', 'UTF-16', 'windows-1252'])('declared as %s', (encoding) => {
    const bytes = Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`), svg('')]);
    expect(read(bytes)).toEqual({ active: `encoding="${encoding}"` });
  });

  test('with entities of its own, or a style from elsewhere', () => {
    const entity = Buffer.concat([Buffer.from('<!DOCTYPE svg [<!ENTITY x "<script/>">]>'), svg('&x;')]);
    expect(read(entity)).toMatchObject({ active: expect.stringContaining('<!DOCTYPE') });
    const sheet = Buffer.concat([Buffer.from('<?xml-stylesheet href="x"?>'), svg('')]);
    expect(read(sheet)).toEqual({ active: '<?xml-stylesheet' });
  });

  test('what is no well-formed XML in UTF-8 is no drawing', () => {
    expect(() => readDrawing(Buffer.from('<svg><g></svg>'))).toThrow();
    expect(() => readDrawing(Buffer.from([0x3c, 0xff, 0x3e]))).toThrow();
  });

  test.each(['<g>', '<g/>', ' a="b"', '/*', '\\', 'url(#a) ', '&lt;'])(
    'reading grows with its length: %j',
    (unit) => {
      const run = (text: string) => {
        try {
          readDrawing(
            svg(
              unit.startsWith(' ') ? `<g${text}/>` : unit.startsWith('<') ? text : `<style>${text}</style>`,
            ),
          );
        } catch {}
      };
      expect(growth(unit, run)).toBeLessThan(linear);
    },
  );
});

/** A picture of one grey pixel, 3 wide and 2 high in its header, with segments put before its first. */
const jpeg = (...segments: readonly Buffer[]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    Buffer.from('ffc0000b080002000301011100ffda0008010100003f00d2cf20ffd9', 'hex'),
  ]);

/** EXIF (TIFF 6.0, big-endian): a maker, an orientation and, where asked for, a latitude of 44° 38′. */
function exif(orientation: number, withPosition: boolean): Buffer {
  const u16 = (value: number) => [value >> 8, value & 255];
  const u32 = (value: number) => [0, 0, ...u16(value)];
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...value,
  ];
  const entries = [
    entry(0x010f, 2, 4, [...Buffer.from('Cam\0')]),
    entry(0x0112, 3, 1, [...u16(orientation), 0, 0]),
    ...(withPosition ? [entry(0x8825, 4, 1, u32(8 + 2 + 3 * 12 + 4))] : []),
  ];
  const gps = [
    ...u16(2),
    ...entry(1, 2, 2, [...Buffer.from('N\0'), 0, 0]),
    ...entry(2, 5, 3, u32(8 + 2 + 3 * 12 + 4 + 2 + 2 * 12 + 4)),
    ...u32(0),
    ...[44, 1, 38, 1, 0, 1].flatMap(u32),
  ];
  const tiff = Buffer.from([
    ...Buffer.from('MM\0*'),
    ...u32(8),
    ...u16(entries.length),
    ...entries.flat(),
    ...u32(0),
    ...(withPosition ? gps : []),
  ]);
  const data = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, ...u16(data.length + 2)]), data]);
}

describe('a photograph', () => {
  test.each([
    [1, 3, 2],
    [3, 3, 2],
    [6, 2, 3],
    [8, 2, 3],
  ])('turned as %i is %i wide and %i high', (orientation, width, height) => {
    const images = imagesOf(() => jpeg(exif(orientation, false)));
    expect(images.measure('a.jpg')).toMatchObject({ width, height, hasPosition: false, isRewritten: false });
  });

  test('is published without its place and its device, and turned as before', () => {
    const bytes = jpeg(exif(6, true), Buffer.from([0xff, 0xfe, 0, 6, ...Buffer.from('note')]));
    const picture = imagesOf(() => bytes).measure('a.jpg');
    expect(isFault(picture)).toBe(false);
    expect(picture).toMatchObject({ hasPosition: true, isRewritten: true, width: 2, height: 3 });
    const copy = Buffer.from(published('a.jpg', bytes));
    expect(readPhotograph(copy)).toEqual({ hasPosition: false, orientation: 6 });
    for (const told of ['Cam', 'note']) expect(copy.includes(told)).toBe(false);
    expect(copy.subarray(-20)).toEqual(bytes.subarray(-20));
  });

  test('whose segments end early is copied to its end', () => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1, 2, 3]);
    expect(withoutMetadata(bytes).length).toBeLessThanOrEqual(bytes.length);
  });
});
