/**
 * What the tests ask of a page from within. It comes in as an init script, which no content policy stops; plain
 * JavaScript, because it is sent to the browser as it stands here.
 */
(() => {
  const name = (element) => {
    const id = element.id ? `#${element.id}` : '';
    const classes = [...element.classList].map((one) => `.${one}`).join('');
    const words = (element.innerText ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${id}${classes}> ${words}`.trim();
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const policy = [];
  addEventListener('securitypolicyviolation', (event) => {
    policy.push(`${event.effectiveDirective} stops ${event.blockedURI}`);
  });

  /** Whether something around the element scrolls by itself. */
  const inScroller = (element) => {
    for (let one = element.parentElement; one !== null; one = one.parentElement) {
      if (one.localName !== 'body' && getComputedStyle(one).overflowX !== 'visible') return true;
    }
    return false;
  };

  const visits = [];
  const outlineOf = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
  };

  globalThis.probe = {
    policy: () => policy,

    // A button of its own offers more than the page says, and is a script's.
    text: () => {
      const offers = [...document.querySelectorAll('button[type="button"]')].filter(
        (one) => one.form === null,
      );
      const display = offers.map((one) => one.style.display);
      for (const one of offers) one.style.display = 'none';
      const text = document.body.innerText.replace(/\s+/g, ' ').trim();
      offers.forEach((one, index) => {
        one.style.display = display[index];
      });
      return text;
    },

    headings: () => {
      const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => ({
        level: Number(one.localName[1]),
        name: name(one),
      }));
      const ones = levels.filter(({ level }) => level === 1).length;
      return [
        ...(ones === 1 ? [] : [`${ones} headings of level 1`]),
        ...levels.flatMap(({ level, name: said }, index) =>
          level > (levels[index - 1]?.level ?? 0) + 1 ? [`a level is skipped before ${said}`] : [],
        ),
      ];
    },

    /** An underline does not reach into a block within the line, which needs its own (CSS Text Decoration 3, 2.1). */
    interrupted: () => {
      const isUnderlined = (one) => getComputedStyle(one).textDecorationLine === 'underline';
      const isApart = (one) => getComputedStyle(one).display.startsWith('inline-');
      return [...document.querySelectorAll('a')]
        .filter(isUnderlined)
        .filter((link) => [...link.querySelectorAll('*')].some((one) => isApart(one) && !isUnderlined(one)))
        .map((link) => `the underline of ${name(link)} has a gap`);
    },

    bare: () =>
      [...document.querySelectorAll('main :is(dd, p, li) a')]
        .filter((one) => getComputedStyle(one).textDecorationLine !== 'underline')
        .filter((one) => one.closest('nav, .doors, h4') === null)
        .map((one) => `no underline on ${name(one)}`),

    /** In a row of boxes every link and time of a sentence would be a box, with a hole on both sides. */
    torn: () =>
      [...document.body.querySelectorAll('*')]
        .filter((one) => /flex|grid/.test(getComputedStyle(one).display))
        .filter((one) => one.querySelector(':scope > :is(a, code, em, s, strong, time)') !== null)
        .filter((one) =>
          [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ''),
        )
        .map((one) => `a sentence is torn in ${name(one)}`),

    /** Dates in a ledger and terms of facts that take more than one line. */
    parted: () =>
      [...document.querySelectorAll('.ledger time, .facts dt')]
        .filter((one) => {
          const words = document.createRange();
          words.selectNodeContents(one);
          return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
        })
        .map((one) => `more than one line for ${name(one)}`),

    textSize: (percent) => {
      document.documentElement.style.fontSize = percent === 100 ? '' : `${(16 * percent) / 100}px`;
    },

    sideways: () => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const wide = [...document.body.querySelectorAll('*')].filter(
        (one) => one.getBoundingClientRect().right > clientWidth + 0.5 && !inScroller(one),
      );
      const leaves = wide.filter((one, index) => !one.contains(wide[index + 1] ?? null));
      const names = leaves.slice(0, 3).map(name).join('; ');
      return [`${scrollWidth} px of matter in ${clientWidth} px: ${names}`];
    },

    /** Text or a drawing that is there and cannot be seen. */
    unseen: () =>
      [...document.body.querySelectorAll('*')]
        .filter(
          (one) =>
            one.localName === 'svg' ||
            [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ''),
        )
        .filter((one) => !['script', 'style', 'option', 'noscript'].includes(one.localName))
        .filter((one) => one.closest('[hidden], .skip, .hidden') === null)
        .filter((one) => !shown(one) || one.getBoundingClientRect().width === 0)
        .map(name),

    /** Signs of states that are not of the colour of the text. */
    tinted: () =>
      [...document.querySelectorAll('.badge svg, .banner svg')]
        .filter((one) => getComputedStyle(one).color !== getComputedStyle(document.body).color)
        .map((one) => name(one.parentElement)),

    tabStops: () =>
      [
        ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
      ].filter(shown).length,

    /** From here on, each element that takes the focus is written down as it looks then. */
    watchFocus: () => {
      visits.length = 0;
      document.addEventListener('focusin', ({ target }) => {
        const box = target.getBoundingClientRect();
        const lines = target.getClientRects();
        const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        visits.push({
          name: name(target),
          outline: outlineOf(target),
          inside,
          smallest: Math.min(...[...lines].map(({ height }) => height)),
        });
      });
    },
    visits: () => visits,

    /** Where the page keeps what moves one about, which paper does not. */
    navigation: () =>
      [...document.querySelectorAll('nav, .skip, form')].filter((one) => one.checkVisibility()).map(name),
  };
})();
