// The search page. Everything it says stands in the page already, in its language; Pagefind finds.
const form = document.querySelector('form.search');
const query = form.querySelector('input');
const selects = [...form.querySelectorAll('select')];
const count = document.querySelector('.count');
const list = document.querySelector('.found');
const template = document.querySelector('main template');
const more = document.querySelector('.more');

/** The site's own folder: this script is at `assets/search.js` below it. */
const base = new URL('..', import.meta.url);
/** Where pages of this language are: without any, Pagefind would search those of the other. */
const home = `${base.pathname}${document.documentElement.lang.slice(0, 2)}/`;
const plurals = new Intl.PluralRules(document.documentElement.lang);
const numbers = new Intl.NumberFormat(document.documentElement.lang);
/** How many results are shown at once, and milliseconds without a key before a search. */
const step = 10;
const pause = 250;

/** Notices that name no region concern them all, and bear this in place of one. */
const everywhere = '*';

/** What French elides, as in « l’oxygène »: nobody means it when they search, and the index has it apart. */
const elided = /(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/giu;
const isFrench = document.documentElement.lang.startsWith('fr');
const sought = (words) => (isFrench ? words.replace(elided, '') : words).trim();
const united = (words) => words.replace(/(\p{L}’)[\u200a ](?=(?:<mark>)?\p{L})/gu, '$1');
/** Pagefind makes every space one that breaks: those inside of hours, amounts and shares are put back. */
const parted = /((?:\d|\bh)(?:<\/mark>)?) (?=(?:<mark>)?(?:\d{2,3}(?!\d)|(?:h|[ap]\.m\.|[%$])(?!\p{L})))/gu;
const whole = (words = '') => (isFrench ? united(words) : words).replace(parted, '$1\u00a0');

let loading;
/** Loads the index when it is first needed. In the page itself: a worker would need a content policy of its own. */
function open() {
  loading ??= import(new URL('pagefind/pagefind.js', base).href).then(async (pagefind) => {
    await pagefind.options({
      baseUrl: base.pathname,
      excerptLength: 24,
      excerptEllipsis: '…',
      noWorker: true,
    });
    return pagefind;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

function filters() {
  const chosen = {};
  for (const { name, value } of selects) {
    if (value !== '') chosen[name] = name === 'region' ? { any: [value, everywhere] } : value;
  }
  return chosen;
}

/** Counts searches, so that the answer to an earlier one never replaces that to a later one. */
let turn = 0;
let rest = [];

async function search() {
  turn += 1;
  const mine = turn;
  const words = sought(query.value);
  const chosen = filters();
  remember();
  if (words === '' && Object.keys(chosen).length === 0) {
    show([], '');
    return;
  }
  try {
    const pagefind = await open();
    const options = words === '' ? { filters: chosen, sort: { date: 'desc' } } : { filters: chosen };
    const results = await found(pagefind, words, options);
    if (mine !== turn) return;
    const first = await Promise.all(results.slice(0, step).map((result) => result.data()));
    if (mine !== turn) return;
    if (first.length === 0) {
      show([], form.dataset.none);
      return;
    }
    rest = results.slice(step);
    show(first, said(results.length));
  } catch {
    if (mine === turn) show([], form.dataset.failed);
  }
}

/** What is found by any spelling of the words, the best first. */
async function found(pagefind, words, options) {
  if (words === '') return (await pagefind.search(null, options)).results;
  const all = [];
  // One after the other: Pagefind mixes up the parts of its index that it loads for two at once.
  for (const spelling of spellings(words)) {
    const { results } = await pagefind.search(spelling, options);
    const best = await results[0]?.data();
    if (best?.url.startsWith(home) && terms(words).every((term) => isIn(term, best))) all.push(results);
  }
  if (all.length < 2) return all.flat();
  const best = new Map();
  for (const result of all.flat()) {
    if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** Few keyboards have œ and æ: « coeur » finds « cœur », and the other way round. Of many such words, the first two. */
const ligatures = { oe: 'œ', ae: 'æ', œ: 'oe', æ: 'ae' };
function spellings(words) {
  const joined = /oe|ae|œ|æ/giu;
  const other = (word) => word.replace(joined, (letters) => ligatures[letters.toLowerCase()]);
  const all = words.split(/\s+/);
  const [first, second] = all.filter((word) => other(word) !== word);
  if (first === undefined) return [words];
  const say = (...changed) => all.map((word) => (changed.includes(word) ? other(word) : word)).join(' ');
  return [
    ...new Set([say(), say(first), ...(second === undefined ? [] : [say(second), say(first, second)])]),
  ];
}

const terms = (words) => words.split(/\s+/).map(bare).filter(Boolean);
const bare = (text) => parts(text).join('');
const parts = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * For a word that it does not know, Pagefind takes the longest it knows at its beginning: « h » for « historique ».
 * It does so for all results alike, so one tells whether the word is there, whole or in another form.
 */
function isIn(term, { raw_content: content = '', locations }) {
  const found = content.split(/\s+/);
  const start = term.slice(0, 3);
  return locations.some((at) => {
    const word = parts(found[at] ?? '');
    return [...word, word.join('')].some((part) => part.startsWith(start));
  });
}

function said(number) {
  const words = plurals.select(number) === 'one' ? form.dataset.one : form.dataset.other;
  return words.replace(/\d+/, numbers.format(number));
}

function show(found, message) {
  if (found.length === 0) rest = [];
  list.replaceChildren(...found.map(item));
  list.hidden = found.length === 0;
  more.parentElement.hidden = rest.length === 0;
  count.textContent = message;
}

function item({ url, meta, excerpt }) {
  const one = template.content.cloneNode(true);
  const link = one.querySelector('a');
  link.href = url;
  link.textContent = whole(meta.title) || url;
  one.querySelector('.kind').textContent = whole(meta.state);
  one.querySelector('.date').textContent = whole(meta.date);
  one.querySelector('.excerpt').append(...marked(excerpt));
  return one;
}

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&amp;': '&' };

/** An excerpt comes as markup with `<mark>`; only its words are used, as text. */
function marked(excerpt) {
  return whole(excerpt)
    .split(/(<mark>.*?<\/mark>)/)
    .map((part) => {
      const text = part
        .replace(/<\/?mark>/g, '')
        .replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (entity) => entities[entity]);
      if (!part.startsWith('<mark>')) return text;
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    });
}

/** Keeps the search in the address, so that it can be shared and come back to. */
function remember() {
  const address = new URL(location.href);
  address.search = '';
  for (const { name, value } of [query, ...selects]) {
    if (value.trim() !== '') address.searchParams.set(name, value.trim());
  }
  history.replaceState(null, '', address);
}

const asked = new URLSearchParams(location.search);
query.value = asked.get('q') ?? '';
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
  const mine = turn;
  const next = rest.splice(0, step);
  const found = await Promise.all(next.map((result) => result.data()));
  if (mine !== turn) return;
  const items = found.map(item);
  const [first] = items.map((one) => one.querySelector('a'));
  list.append(...items);
  more.parentElement.hidden = rest.length === 0;
  first?.focus();
});

form.hidden = false;
document.querySelector('.without').hidden = true;
if (asked.size > 0) search();
