/** Well-known Canadian hosts that are one in two languages. */
const known: readonly (readonly [english: string, french: string])[] = [
  ['weather.gc.ca', 'meteo.gc.ca'],
  ['canadapost.ca', 'postescanada.ca'],
  ['laws.justice.gc.ca', 'lois.justice.gc.ca'],
  ['travel.gc.ca', 'voyage.gc.ca'],
  ['jobbank.gc.ca', 'guichetemplois.gc.ca'],
  ['getcybersafe.gc.ca', 'pensezcybersecurite.gc.ca'],
  ['bankofcanada.ca', 'banqueducanada.ca'],
  ['mint.ca', 'monnaie.ca'],
  ['cdic.ca', 'sadc.ca'],
  ['nbc.ca', 'bnc.ca'],
  ['ourcommons.ca', 'noscommunes.ca'],
  ['historymuseum.ca', 'museedelhistoire.ca'],
  ['warmuseum.ca', 'museedelaguerre.ca'],
  ['rcmp.ca', 'grc.ca'],
  ['theweathernetwork.com', 'meteomedia.com'],
  ['natural-resources.canada.ca', 'ressources-naturelles.canada.ca'],
];

/** Labels of hosts that are translations of one another: `about.example.ca`, `apropos.example.ca`. */
const labels: readonly (readonly [english: string, french: string])[] = [
  ['about', 'apropos'],
  ['en', 'fr'],
  ['english', 'francais'],
  ['status', 'etat'],
  ['help', 'aide'],
  ['support', 'soutien'],
  ['news', 'nouvelles'],
  ['mail', 'courriel'],
  ['weather', 'meteo'],
  ['parks', 'parcs'],
  ['laws', 'lois'],
  ['open', 'ouvert'],
  ['search', 'rechercher'],
  ['design', 'conception'],
  ['digital', 'numerique'],
  ['food-guide', 'guide-alimentaire'],
  ['health-infobase', 'sante-infobase'],
];

/** Hosts that are one in two languages, each pair in any order. */
export type Twins = readonly (readonly [string, string])[];

const translated = new Map(labels.flatMap(([en, fr]) => [[fr, en] as const]));
const wellKnown = new Map(known.flatMap(([en, fr]) => [[fr, en] as const]));

const bare = (host: string): string => host.toLowerCase().replace(/^www\d*\./, '');

/** One name for a host and its twin in the other language; `twins` are the site's own. */
export function hostIn(host: string, twins: Twins): string {
  const name = bare(host);
  const own = twins.find((pair) => pair.some((one) => bare(one) === name));
  if (own) return [...own.map(bare)].sort()[0] ?? name;
  const same = [...wellKnown].find(
    ([french, english]) => name === english || name === french || name.endsWith(`.${french}`),
  );
  if (same) return name.replace(same[0], same[1]);
  return name
    .split('.')
    .map((label, index, all) => (index < all.length - 2 ? (translated.get(label) ?? label) : label))
    .join('.');
}
