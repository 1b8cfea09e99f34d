// An improvement that may fail: the page is complete without it. It says that a promised time has passed since the page
// was made, and that a window has begun or ended since, and shows the reader's own clock beside the official one where it differs. The words come from the page.
const page = document.documentElement;
const own = document.currentScript.dataset;

const sayOverdue = () => {
  for (const fact of document.querySelectorAll('[data-due]')) {
    if (Date.now() <= Date.parse(fact.dataset.due)) continue;
    fact.removeAttribute('data-due');
    fact.classList.add('alert');
    // A description keeps its own role; what is told is beside it, and is there before it speaks.
    const told = document.createElement('span');
    told.setAttribute('role', 'status');
    fact.querySelector('dd').prepend(told);
    told.textContent = `${fact.dataset.late} `;
  }
};

const sayWindows = () => {
  for (const state of document.querySelectorAll('[data-ends]')) {
    const { begins, ends, begun, ended } = state.dataset;
    const passed = (time) => Date.now() >= Date.parse(time);
    const words = ends && passed(ends) ? ended : begins && passed(begins) ? begun : '';
    if (words === '' || state.dataset.said === words) continue;
    if (state.dataset.said === undefined) {
      const told = document.createElement('strong');
      told.setAttribute('role', 'status');
      if (state.localName === 'p') state.append(' ', told);
      else state.after(' ', told);
    }
    state.dataset.said = words;
    (state.localName === 'p' ? state.lastElementChild : state.nextElementSibling).textContent = words;
  }
};

const two = (number) => String(number).padStart(2, '0');

const twelves = page.lang.startsWith('fr') ? { 0: 'minuit', 12: 'midi' } : { 0: 'midnight', 12: 'noon' };

const hourOf = (at) => {
  const [hour, minute] = [at.getHours(), at.getMinutes()];
  if (minute === 0 && hour % 12 === 0) return twelves[hour];
  if (page.lang.startsWith('fr')) return `${hour}\u00a0h${minute === 0 ? '' : `\u00a0${two(minute)}`}`;
  const twelve = `${hour % 12 || 12}${minute === 0 ? '' : `:${two(minute)}`}`;
  return `${twelve}\u00a0${hour < 12 ? 'a.m.' : 'p.m.'}`;
};

const readable = (time) => {
  const at = new Date(time.dateTime);
  const [date] = time.dateTime.split('T');
  const sameDay = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}` === date;
  // « 1er décembre », and no line ends between the day and its month.
  const words = at.toLocaleDateString(page.lang, { day: 'numeric', month: 'long' });
  const day = sameDay ? '' : `${words.replace(/^1(?= \p{L})/u, '1er').replaceAll(' ', '\u00a0')}, `;
  return `${day}${hourOf(at)}`;
};

const offsetOf = (time) => {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(time.dateTime) ?? [];
  return sign === undefined ? undefined : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
};

const offerOwnClock = () => {
  const elsewhere = [...document.querySelectorAll('main time')].filter((time) => {
    const offset = offsetOf(time);
    return offset !== undefined && offset !== -new Date(time.dateTime).getTimezoneOffset();
  });
  const facts = document.querySelector('main .last + .facts') ?? document.querySelector('main .facts');
  if (elsewhere.length === 0 || facts === null) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = own.offer;
  button.addEventListener('click', () => {
    button.remove();
    for (const [place, times] of Map.groupBy(elsewhere, (time) => time.closest('dd') ?? time)) {
      const words = ` ${own.here.replace('…', times.map(readable).join(' – '))}`;
      if (place.matches('dd')) place.append(words);
      else place.after(words);
    }
  });
  facts.after(button);
};

const sayWhatPassed = () => {
  sayOverdue();
  sayWindows();
};

sayWhatPassed();
setInterval(sayWhatPassed, 30_000);
if (own.offer) offerOwnClock();
