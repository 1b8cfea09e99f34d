import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** What the server does with a message once it has heard it. */
export type Manner = 'take' | 'later' | 'never' | 'cut';

/** A mail server on this machine, with what arrived in it. */
export async function postOffice(...manners: readonly Manner[]) {
  const raw: string[] = [];
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const text = Buffer.concat(parts).toString('utf8');
        const manner = manners[Math.min(raw.length, manners.length - 1)] ?? 'take';
        raw.push(text);
        mails.push(await simpleParser(text));
        if (manner === 'take') done(null);
        else if (manner === 'cut') server.close();
        else done(Object.assign(new Error(manner), { responseCode: manner === 'later' ? 451 : 550 }));
        if (manner === 'cut') for (const one of server.connections) one.close();
        void session;
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  const { port } = server.server.address() as AddressInfo;
  return { port, raw, mails };
}
