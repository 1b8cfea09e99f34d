import { z } from 'zod';
import { text } from '../../content/schema/scalars.ts';
import { untypeset } from '../../language/meters/sms.ts';
import { commonKeys, type Kind } from '../channel.ts';
import type { Message } from '../message.ts';
import { json, noSecret, sent } from './http.ts';
import { environmentName, server } from './keys.ts';

const schema = z.strictObject({
  ...commonKeys,
  as: z.enum(['email', 'sms']),
  template: text,
  key_env: environmentName,
  /** The addresses or numbers, one to a line: they stand in no file. */
  recipients_env: environmentName,
  server: server.optional(),
});
type Config = z.output<typeof schema>;

/** GC Notify, version 2 of its API: one recipient by a notification, several in bulk. */
export const gcNotify: Kind<Config> = {
  kind: 'gc-notify',
  schema,
  needsSender: () => true,
  repeatableFor: 0,
  secrets: ({ key_env, recipients_env }) => [key_env, recipients_env],
  preview: (message, { as }) => ({
    text: as === 'sms' ? smsText(message) : `${message.subject}\n\n${message.text}`,
    measured:
      as === 'sms' ? [{ by: 'sms', locale: message.said[0]?.locale ?? 'en', text: smsText(message) }] : [],
  }),
  async send(message, config, io) {
    const key = io.secret(config.key_env);
    if (key === undefined) return noSecret(config.key_env);
    const recipients = (io.secret(config.recipients_env) ?? '').split(/[\r\n]+/).flatMap((line) => {
      const one = line.trim();
      return one === '' ? [] : [one];
    });
    if (recipients.length === 0) return noSecret(config.recipients_env);
    const request = requestOf(message, config, recipients);
    return sent(
      json(`${config.server ?? 'https://api.notification.canada.ca'}${request.path}`, request.body, {
        authorization: `ApiKey-v1 ${key}`,
      }),
      io,
      false,
    );
  },
};

function requestOf(message: Message, { as, template }: Config, recipients: readonly string[]) {
  const values: Readonly<Record<string, string>> =
    as === 'sms' ? { body: smsText(message) } : { subject: message.subject, body: message.text };
  const field = as === 'sms' ? 'phone_number' : 'email_address';
  const [only] = recipients;
  if (recipients.length === 1) {
    return {
      path: `/v2/notifications/${as}`,
      body: { [field]: only, template_id: template, personalisation: values, reference: message.key },
    };
  }
  return {
    path: '/v2/notifications/bulk',
    body: {
      name: message.key,
      template_id: template,
      rows: [
        [field.replace('_', ' '), ...Object.keys(values)],
        ...recipients.map((one) => [one, ...Object.values(values)]),
      ],
    },
  };
}

/** As a telephone types it: the signs of the typesetter would double the price. */
const smsText = ({ said }: Message): string =>
  said.map(({ shorts, link }) => untypeset(`${shorts.sms} ${link}`)).join('\n');
