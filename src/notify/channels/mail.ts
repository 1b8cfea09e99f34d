import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listOf, refuse, refused, text } from '../../content/schema/scalars.ts';
import { commonKeys, type Delivery, type Io, type Kind } from '../channel.ts';
import type { Message } from '../message.ts';
import { noSecret } from './http.ts';
import { environmentName } from './keys.ts';

const address = text.transform((found, context) =>
  /^[^\s@()<>,;:"]+@[a-z0-9.-]+$/i.test(found)
    ? found
    : refuse(context, refused('yaml/value', 'email', found)),
);
const port = text.transform((found, context) =>
  /^\d{1,5}$/.test(found) && Number(found) < 65_536
    ? Number(found)
    : refuse(context, refused('yaml/value', 'port', found)),
);

const schema = z.strictObject({
  ...commonKeys,
  from: address,
  /** The address of a list, or several; those of persons stand in the list, never here. */
  to: z.preprocess((found) => (typeof found === 'string' ? [found] : found), listOf(address).min(1)),
  list_id: text.optional(),
  smtp: z.strictObject({
    host: text,
    port: port.optional(),
    /** How the connection is protected: from its start, by STARTTLS (default), or not at all. */
    security: z.enum(['tls', 'starttls', 'none']).optional(),
    user_env: environmentName.optional(),
    password_env: environmentName.optional(),
  }),
});
type Config = z.output<typeof schema>;

/** Mail by SMTP, to a list or a relay. */
export const mail: Kind<Config> = {
  kind: 'mail',
  schema,
  needsSender: () => true,
  repeatableFor: 0,
  secrets: ({ smtp }) => [smtp.user_env, smtp.password_env].filter((one) => one !== undefined),
  preview: (message) => ({ text: `${message.subject}\n\n${message.text}`, measured: [] }),
  async send(message, config, io) {
    const login = loginOf(config, io);
    if (login !== undefined && 'fate' in login) return login;
    const { host, port: given, security = 'starttls' } = config.smtp;
    const heard = { data: false };
    // Loaded where mail is sent: every command reads the channels, and few send.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      host,
      port: given ?? (security === 'tls' ? 465 : security === 'starttls' ? 587 : 25),
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(login === undefined ? {} : { auth: login }),
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: 30_000,
      transactionLog: true,
      logger: watching(heard),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      const { rejected } = await transport.sendMail(mailOf(message, config));
      return rejected.length === 0 ? { fate: 'sent' } : { fate: 'doubt', why: `${rejected.length} × RCPT` };
    } catch (error) {
      return failureOf(error, heard.data);
    } finally {
      transport.close();
    }
  },
};

/** A password goes over a protected connection alone. */
function loginOf({ smtp }: Config, io: Io): { user: string; pass: string } | Delivery | undefined {
  const { user_env, password_env, security } = smtp;
  if (user_env === undefined && password_env === undefined) return undefined;
  if (security === 'none') return { fate: 'refused', why: 'smtp.security: none' };
  const user = user_env === undefined ? undefined : io.secret(user_env);
  const pass = password_env === undefined ? undefined : io.secret(password_env);
  if (user === undefined) return noSecret(user_env ?? 'user_env');
  if (pass === undefined) return noSecret(password_env ?? 'password_env');
  return { user, pass };
}

/** The message as a mail program reads it: both parts, and the headers that mailing lists and robots ask for. */
function mailOf(message: Message, { from, to, list_id }: Pick<Config, 'from' | 'to' | 'list_id'>) {
  const { sender, said } = message;
  const domain = from.split('@')[1] ?? 'localhost';
  const id = list_id ?? (to[0] ?? from).replace('@', '.');
  const name = oneLine(sender.name);
  const unsubscribe = [...new Set(said.map(({ locale }) => sender.unsubscribe?.[locale]))];
  return {
    from: { name, address: from },
    to: [...to],
    subject: oneLine(message.subject),
    text: message.text,
    html: message.html,
    textEncoding: 'quoted-printable' as const,
    messageId: `<${createHash('sha256').update(`${message.key} ${to.join()}`).digest('hex').slice(0, 32)}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': said.map(({ locale }) => `${locale}-CA`).join(', '),
      'List-Id': { prepared: true, value: `<${id}>` },
      ...(unsubscribe.length === 0
        ? {}
        : { 'List-Unsubscribe': { prepared: true, value: unsubscribe.map((url) => `<${url}>`).join(', ') } }),
    },
  };
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Sees the command after which a server may have the message; of a lost connection nodemailer tells the same always. */
function watching(heard: { data: boolean }) {
  const nothing = () => {};
  const debug = (entry: unknown, text?: unknown) => {
    const isOurs = typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'client';
    if (isOurs && text === 'DATA') heard.data = true;
  };
  return { trace: nothing, debug, info: nothing, warn: nothing, error: nothing, fatal: nothing };
}

/** What an error means, by whether the server may have had the message. */
function failureOf(error: unknown, hadData: boolean): Delivery {
  const fault = error instanceof Error ? error : new Error(String(error));
  const code = 'code' in fault ? String(fault.code) : 'ERROR';
  const status = 'responseCode' in fault ? Number(fault.responseCode) : 0;
  const why = status > 0 ? `SMTP ${status}` : code;
  if (status >= 500) return { fate: 'refused', why };
  // A server that goes away as it answers may have kept what it heard (421, RFC 5321 §3.8).
  if (status >= 400 && status !== 421) return { fate: 'failed', why };
  return { fate: hadData ? 'doubt' : 'failed', why };
}
