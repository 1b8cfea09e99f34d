// The search page. Everything it says stands in the page already, in its language; `search-index.js` finds.
import { likeness, openSearch, termsOf } from './search-index.js';
import { between, elision, gap, textOf, wordsOf } from './search-words.js';

const form = document.querySelector('form.search');
const query = form.querySelector('input');
const selects = [...form.querySelectorAll('select')];
const count = document.querySelector('.count');
const list = document.querySelector('.found');
const template = document.querySelector('main template');
const more = document.querySelector('.more');

/** The site's own folder: this script is at `assets/search.js` below it. */
const base = new URL('..', import.meta.url);
const tag = document.documentElement.lang;
const language = tag.slice(0, 2);
const plurals = new Intl.PluralRules(tag);
const numbers = new Intl.NumberFormat(tag);
/** How many results are shown at once, and how many words are quoted of each. */
const step = 10;
const quoted = 24;
/** Milliseconds without a key before a search, and before results are shown without what they quote. */
const pause = 250;
const patience = 500;
/** Signs that are read of what was typed or pasted. */
const longest = 200;

/** Notices that name no region concern them all, and bear this in place of one. */
const everywhere = '*';

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}

let opened;
/** Opens the index when it is first needed; where that fails, the next search tries again. */
function open() {
  opened ??= openSearch(language, async (name) =>
    (await fetched(new URL(`assets/search/${name}.json`, base))).json(),
  );
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** A site that was published since has other files; where the network failed, this is the second try. */
function openAnew() {
  opened = undefined;
  return open();
}

function filters() {
  const chosen = selects.filter(({ value }) => value !== '');
  return Object.fromEntries(
    chosen.map(({ name, value }) => [name, name === 'region' ? [value, everywhere] : [value]]),
  );
}

/** Counts searches, so that the answer to an earlier one never replaces that to a later one. */
let turn = 0;
/** The search that is shown: where it was made and for which words, what it found, and what of that is still to be shown. */
let shown;
/** Whether some more of it is on its way. */
let isAdding = false;

const typed = () => query.value.trim().slice(0, longest);

async function search() {
  turn += 1;
  const mine = turn;
  const words = typed();
  const chosen = filters();
  remember();
  // What is shown goes on being shown until there is something else, but no longer goes on.
  more.parentElement.hidden = true;
  if (words === '' && Object.keys(chosen).length === 0) {
    show([], '');
    return;
  }
  const from = async (index) => {
    const found = await index.find(words, chosen);
    const items = await itemsOf(index, found.slice(0, step), words);
    return { index, words, total: found.length, rest: found.slice(step), items };
  };
  try {
    const { items, ...found } = await open()
      .then(from)
      .catch(() => openAnew().then(from));
    if (mine !== turn) return;
    shown = found;
    show(items, items.length === 0 ? form.dataset.none : said(found.total));
    more.parentElement.hidden = found.rest.length === 0;
  } catch {
    if (mine === turn) show([], form.dataset.failed);
  }
}

function said(number) {
  const words = plurals.select(number) === 'one' ? form.dataset.one : form.dataset.other;
  return words.replace(/\d+/, numbers.format(number));
}

function show(items, message) {
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
  count.textContent = message;
}

/** Results with what they quote, or without it while that is slow to come: it stands there once it has. */
async function itemsOf(index, found, words) {
  const pages = await Promise.all(found.map((number) => index.page(number)));
  const items = pages.map(item);
  const terms = termsOf(words, language).flat();
  const quotes = pages.map(async ({ path }, at) => {
    const words = await wordsOn(path);
    items[at].querySelector('.excerpt').replaceChildren(...excerpt(words, terms));
  });
  const slow = new Promise((done) => {
    setTimeout(done, patience);
  });
  await Promise.race([Promise.allSettled(quotes), slow]);
  return items;
}

const addressOf = (path) => base.pathname.slice(0, -1) + path;

function item({ path, title, state, date }) {
  const one = template.content.firstElementChild.cloneNode(true);
  const link = one.querySelector('a');
  link.href = addressOf(path);
  link.textContent = title || link.href;
  one.querySelector('.kind').textContent = state;
  one.querySelector('.date').textContent = date;
  return one;
}

const known = new Map();
/** What a page says below its title, word by word as it is written; a sign stands where one element ends, if none does. */
function wordsOn(path) {
  const words = known.get(path) ?? read(path);
  known.set(path, words);
  words.catch(() => known.delete(path));
  return words;
}

async function read(path) {
  const text = await (await fetched(addressOf(path))).text();
  const main = text.slice(text.indexOf('</h1>'), text.lastIndexOf('</main>'));
  const pieces = textOf(main)
    .split(between)
    .map((piece) => piece.split(gap).filter((word) => word !== ''))
    .filter((words) => words.length > 0);
  return pieces.flatMap((words, at) => {
    const last = words.pop();
    const isOpen = at < pieces.length - 1 && !/[.!?…:;,–»”]$/u.test(last);
    return [...words, isOpen ? `${last}\u00a0·` : last];
  });
}

/** The part of a text that has most of the words, the earliest; they are marked. */
function excerpt(words, terms) {
  const meant = words.map((written) => {
    const own = wordsOf(written, language);
    return terms.findIndex((term) => own.some((word) => likeness(word, term, language) > 0));
  });
  const scoreAt = (from) => new Set(meant.slice(from, from + quoted).filter((term) => term >= 0)).size;
  const first = meant.findIndex((term) => term >= 0);
  let start = Math.max(0, first - quoted / 4);
  for (const [at, term] of meant.entries()) {
    const from = Math.max(0, at - quoted / 4);
    if (term >= 0 && scoreAt(from) > scoreAt(start)) start = from;
  }
  start = Math.max(0, Math.min(start, words.length - quoted));
  const end = Math.min(words.length, start + quoted);
  const pieces = words
    .slice(start, end)
    .flatMap((word, at) => [meant[start + at] >= 0 ? marked(word) : word, ' ']);
  pieces.pop();
  return [...(start > 0 ? ['…\u00a0'] : []), ...pieces.flat(), ...(end < words.length ? ['\u00a0…'] : [])];
}

/** A word with a mark, without the signs around it or what is elided before it. */
function marked(word) {
  const [signs] = /^[^\p{L}\p{N}]*/u.exec(word);
  const elided = language === 'fr' && word.slice(signs.length).search(elision) === 0;
  const start = signs.length + (elided ? word.slice(signs.length).search(/['’]/) + 1 : 0);
  const [after] = /[^\p{L}\p{N}]*$/u.exec(word);
  const mark = document.createElement('mark');
  mark.textContent = word.slice(start, word.length - after.length);
  return [word.slice(0, start), mark, after];
}

/** Keeps the search in the address, so that it can be shared and come back to. */
function remember() {
  const address = new URL(location.href);
  address.search = '';
  const asked = [['q', typed()], ...selects.map(({ name, value }) => [name, value])];
  for (const [name, value] of asked) if (value !== '') address.searchParams.set(name, value);
  history.replaceState(null, '', address);
}

const asked = new URLSearchParams(location.search);
query.value = (asked.get('q') ?? '').slice(0, longest);
for (const select of selects) {
  const value = asked.get(select.name) ?? '';
  if ([...select.options].some((option) => option.value === value)) select.value = value;
}

let waiting;
query.addEventListener('focus', () => open().catch(() => {}), { once: true });
query.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, pause);
});
for (const select of selects) select.addEventListener('change', search);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search();
});
more.addEventListener('click', async () => {
  if (isAdding) return;
  isAdding = true;
  const mine = turn;
  const { index, words, rest, total } = shown;
  try {
    const items = await itemsOf(index, rest.slice(0, step), words);
    if (mine !== turn) return;
    shown = { ...shown, rest: rest.slice(step) };
    list.append(...items);
    more.parentElement.hidden = shown.rest.length === 0;
    count.textContent = said(total);
    items[0]?.querySelector('a').focus();
  } catch {
    if (mine === turn) count.textContent = form.dataset.failed;
  } finally {
    isAdding = false;
  }
});

form.hidden = false;
document.querySelector('.without').hidden = true;
if (asked.toString() !== '') search();
