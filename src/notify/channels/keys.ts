import { isWebAddress, refuse, refused, text } from '../../content/schema/scalars.ts';

/** The name of an environment variable: no secret ever stands in a file. */
export const environmentName = text.transform((found, context) =>
  /^[A-Z][A-Z0-9_]*$/.test(found) ? found : refuse(context, refused('yaml/value', 'environment', '…')),
);

/** The address of a server. */
export const server = text.transform((found, context) =>
  isWebAddress(found) ? found.replace(/\/+$/, '') : refuse(context, refused('yaml/value', 'url', found)),
);
