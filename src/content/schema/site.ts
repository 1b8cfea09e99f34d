import { z } from 'zod';
import { isCivilDate, isZone, zoneNames } from '../../language/format/zones.ts';
import { suggest } from '../../language/suggest.ts';
import { accentPair } from '../../model/color.ts';
import { hosts } from '../../model/hosts.ts';
import { headers, lateness, typographies } from '../../model/site.ts';
import { locales } from '../../model/values.ts';
import { emailAddress, key, listOf, localText, refuse, refused, slug, text, webAddress } from './scalars.ts';
import { dateFault } from './times.ts';

const hostName = text.transform((found, context) =>
  /^(?=.{4,253}$)[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i.test(found)
    ? found.toLowerCase()
    : refuse(context, refused('yaml/value', 'host', found)),
);
const pairOfHosts = listOf(hostName).transform(([one, other, ...more], context) =>
  one === undefined || other === undefined || more.length > 0
    ? refuse(
        context,
        refused('yaml/value', 'twins', [one, other, ...more].filter((host) => host !== undefined).join(', ')),
      )
    : ([one, other] as const),
);

const colour = text.transform((found, context) => {
  if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(found))
    return refuse(context, refused('yaml/value', 'colour', found));
  return accentPair(found) === undefined
    ? refuse(context, refused('yaml/value', 'accent', found))
    : found.toLowerCase();
});
const zone = text.transform((found, context) => {
  if (isZone(found)) return found;
  const suggestion = suggest(found, zoneNames());
  const fault = refused('yaml/value', 'zone', found);
  return refuse(
    context,
    suggestion === undefined
      ? fault
      : { ...fault, variant: 'zone.nearest', values: { ...fault.values, suggestion } },
  );
});
const currency = text.transform((found, context) =>
  /^[A-Z]{3}$/.test(found) ? found : refuse(context, refused('yaml/value', 'currency', found)),
);

/** A date that no zone shifts, and that says nothing of an hour. */
const civilDay = text.transform((found, context) =>
  isCivilDate(found) ? found : refuse(context, dateFault(found, 'UTC')),
);

/** `site.yml`. */
export const siteSchema = z.strictObject({
  url: webAddress,
  zone,
  primary: z.enum(locales),
  may_be_late: z.enum(lateness).optional(),
  currency: currency.optional(),
  name: localText,
  organization: localText,
  description: localText.optional(),
  notice: localText.optional(),
  contact: z
    .strictObject({
      phone: text.optional(),
      email: emailAddress.optional(),
      url: z.strictObject({ en: webAddress, fr: webAddress }).optional(),
    })
    .optional(),
  groups: z.record(key, z.strictObject({ name: localText })).optional(),
  services: z.record(
    key,
    z.strictObject({
      name: localText,
      group: text.optional(),
      slug: z.strictObject({ en: slug, fr: slug }).optional(),
      description: localText.optional(),
      retired: civilDay.optional(),
    }),
  ),
  regions: z
    .record(
      key,
      z.strictObject({
        name: localText,
        slug: z.strictObject({ en: slug, fr: slug }).optional(),
        zone: zone.optional(),
      }),
    )
    .optional(),
  typography: z.enum(typographies).optional(),
  theme: z
    .strictObject({ accent: colour.optional(), logo: text.optional(), header: z.enum(headers).optional() })
    .optional(),
  host: z.enum(hosts).optional(),
  twins: listOf(pairOfHosts).optional(),
  sender: z
    .strictObject({ address: localText, unsubscribe: z.strictObject({ en: webAddress, fr: webAddress }) })
    .optional(),
});

/** A team's own terms (`glossary.yml`), beside those that the program knows. */
export const glossarySchema = z.strictObject({
  terms: listOf(
    z.strictObject({ lang: z.enum(locales), avoid: listOf(text).min(1), prefer: text }),
  ).optional(),
  off: listOf(text).optional(),
});

export type SiteFacts = z.output<typeof siteSchema>;
