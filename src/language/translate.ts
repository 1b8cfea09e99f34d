import { createInstance } from 'i18next';
import commandEn from '../../locales/en/command.json' with { type: 'json' };
import messagesEn from '../../locales/en/messages.json' with { type: 'json' };
import problemsEn from '../../locales/en/problems.json' with { type: 'json' };
import schemaEn from '../../locales/en/schema.json' with { type: 'json' };
import siteEn from '../../locales/en/site.json' with { type: 'json' };
import commandFr from '../../locales/fr/command.json' with { type: 'json' };
import messagesFr from '../../locales/fr/messages.json' with { type: 'json' };
import problemsFr from '../../locales/fr/problems.json' with { type: 'json' };
import schemaFr from '../../locales/fr/schema.json' with { type: 'json' };
import siteFr from '../../locales/fr/site.json' with { type: 'json' };
import type { Locale } from '../model/values.ts';
import { numberWords } from './format/numbers.ts';

const en = { ...siteEn, ...messagesEn, ...problemsEn, ...commandEn, ...schemaEn };
const fr = { ...siteFr, ...messagesFr, ...problemsFr, ...commandFr, ...schemaFr };

/** Flat keys; `@key` is a note for the translator; `key_one`, `key_many`, `key_other` are one plural family. */
export const catalogues: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, fr };

type Written = Exclude<keyof typeof en & keyof typeof fr, `@${string}`>;
type WithoutPlural<K extends string> = K extends `${infer Family}_${'one' | 'many' | 'other'}` ? Family : K;
export type Key = WithoutPlural<Written>;

export type Values = Readonly<Record<string, string | number>>;

/** Says a catalogue entry. Numbers are written as the language does; `count` chooses the plural form. */
export type Translate = (key: Key, values?: Values) => string;

function translatorOf(locale: Locale): (key: string, values?: Values) => string {
  const words = Object.fromEntries(
    Object.entries(catalogues[locale]).filter(([key]) => !key.startsWith('@')),
  );
  const instance = createInstance();
  instance.init({
    lng: locale,
    resources: { [locale]: { translation: words } },
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    contextSeparator: '\u0000',
    initAsync: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => {
      throw new Error(`locales/${locale}/ has no “${key}”`);
    },
    missingInterpolationHandler: (_text, value) => {
      throw new Error(`locales/${locale}/: no value for ${value[0]}`);
    },
    interpolation: {
      escapeValue: false,
    },
  });
  const written = (value: string | number) =>
    typeof value === 'number' ? numberWords(value, locale) : value;
  const plain = new Map<string, string>();
  return (key, values) => {
    if (values === undefined) {
      // Most sentences have no values, and stand on every page.
      const known = plain.get(key) ?? instance.t(key);
      plain.set(key, known);
      return known;
    }
    const replace = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));
    return instance.t(key, typeof values.count === 'number' ? { count: values.count, replace } : { replace });
  };
}

const translators = { en: translatorOf('en'), fr: translatorOf('fr') };

/** The voice of one language. A key or a value that is missing is an error; there is no fallback. */
export const translator = (locale: Locale): Translate => translators[locale];

/** For keys that are made of data (`problem.<rule>`): whether the catalogue has them, and what it says. */
export const hasKey = (locale: Locale, key: string): boolean => Object.hasOwn(catalogues[locale], key);
export const say = (locale: Locale, key: string, values?: Values): string => translators[locale](key, values);
