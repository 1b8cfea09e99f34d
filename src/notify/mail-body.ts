import type { Message, Said, Signature } from './message.ts';

type Body = Pick<Message, 'said'> & { readonly sender: Signature };

/** The text part: each language in full, under a line between them. */
export const mailText = ({ said, sender }: Body): string =>
  `${said.map((one) => halfText(one, sender)).join(`\n\n${'-'.repeat(40)}\n\n`)}\n`;

const halfText = ({ subject, words, facts, link, more, locale }: Said, { lines }: Signature): string =>
  [subject, ...words, facts.join('\n'), `${more}\n${link}`, `-- \n${lines[locale]}`]
    .filter((one) => one !== '')
    .join('\n\n');

/**
 * The HTML part, for the poorest of mail programs: paragraphs, one column, no picture, no style sheet, each half
 * marked with its language.
 */
export const mailHtml = (title: string, { said, sender }: Body): string =>
  [
    '<!DOCTYPE html>',
    `<html lang="${said[0].locale}-CA">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title>`,
    '</head>',
    '<body style="margin:0 auto;max-width:36em;padding:1em;font:16px/1.5 sans-serif">',
    said.map((one) => halfHtml(one, sender)).join('\n<hr>\n'),
    '</body>',
    '</html>',
    '',
  ].join('\n');

const halfHtml = ({ locale, subject, words, facts, link, more }: Said, { lines }: Signature): string =>
  [
    `<div lang="${locale}-CA">`,
    `<h1 style="font-size:20px">${escaped(subject)}</h1>`,
    ...words.map((one) => `<p>${broken(one)}</p>`),
    ...(facts.length === 0 ? [] : [`<p>${facts.map(escaped).join('<br>\n')}</p>`]),
    `<p><a href="${escaped(link)}">${escaped(more)}</a></p>`,
    `<p style="font-size:14px">${broken(lines[locale])}</p>`,
    '</div>',
  ].join('\n');

const broken = (text: string): string => escaped(text).replaceAll('\n', '<br>\n');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
