// Shows on another site what is open on this one, and nothing while nothing is. It reads one file, sets no cookie and
// sends nothing. The words are put in where it is published.
(() => {
  const words = {};
  const own = document.currentScript;
  const asked = own.dataset.lang ?? document.documentElement.lang;
  const language = /^fr\b/i.test(asked) ? 'fr' : 'en';
  const { label, close } = words[language];
  const styles = {
    aside: { all: 'initial', display: 'block', font: '16px/1.5 system-ui, sans-serif', color: '#1a2027' },
    frame: {
      display: 'flex',
      gap: '1em',
      padding: '0.75em 1em',
      background: '#fff',
      borderBottom: '4px solid #b3141f',
    },
    list: { flex: '1', margin: '0', padding: '0', listStyle: 'none' },
    link: { color: '#0a4d8c' },
    button: {
      font: 'inherit',
      alignSelf: 'start',
      padding: '0.25em 0.75em',
      minHeight: '44px',
      color: 'inherit',
      background: '#f3f5f7',
      border: '1px solid #55616d',
    },
  };
  const make = (name, style, ...inside) => {
    const element = document.createElement(name);
    Object.assign(element.style, style);
    element.append(...inside);
    return element;
  };
  const remembered = `meaculpa ${own.src}`;
  /** What is open and what was last said of it: what is new is shown again. */
  const keyOf = (open) => open.map(({ id, updated_at }) => `${id} ${updated_at}`).join();
  const isDismissed = (key) => {
    try {
      return sessionStorage.getItem(remembered) === key;
    } catch {
      return false;
    }
  };
  const dismiss = (key) => {
    try {
      sessionStorage.setItem(remembered, key);
    } catch {
      // Then it is shown again on the next page.
    }
  };
  const show = (open) => {
    const key = keyOf(open);
    if (open.length === 0 || isDismissed(key)) return;
    const items = open.map(({ name, shortlink }) => {
      const link = make('a', styles.link, name);
      link.href = shortlink;
      return make('li', {}, link);
    });
    const button = make('button', styles.button, close);
    button.type = 'button';
    const aside = make('aside', styles.aside);
    aside.lang = `${language}-CA`;
    aside.setAttribute('aria-label', label);
    // What the page around it says of lists and links stops here.
    aside
      .attachShadow({ mode: 'open' })
      .append(make('div', styles.frame, make('ul', styles.list, ...items), button));
    button.addEventListener('click', () => {
      dismiss(key);
      aside.remove();
    });
    document.body.prepend(aside);
  };
  const start = async () => {
    const answer = await fetch(new URL(`${language}/api/v2/summary.json`, own.src), { credentials: 'omit' });
    if (!answer.ok) return;
    const { incidents, scheduled_maintenances: maintenance } = await answer.json();
    show([...incidents, ...maintenance.filter(({ status }) => status !== 'scheduled')]);
  };
  const run = () => start().catch(() => {});
  if (document.body) run();
  else addEventListener('DOMContentLoaded', run);
})();
