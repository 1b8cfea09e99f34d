import { type Delivery, type Io, type Reply, type Request, Unanswered } from '../channel.ts';

/** How a server’s answer is to be read; `repeatable` where the same request again does no harm. */
export function deliveryOf({ status, headers }: Reply, now: number, repeatable: boolean): Delivery {
  const why = `HTTP ${status}`;
  if (status >= 200 && status < 300) return { fate: 'sent' };
  // Both say that the request was not taken (RFC 6585 §4, RFC 9110 §15.6.4).
  if (status === 429 || status === 503)
    return { fate: 'failed', why, after: retryAfter(headers['retry-after'], now) };
  if (status >= 500) return repeatable ? { fate: 'failed', why } : { fate: 'doubt', why };
  return { fate: 'refused', why };
}

/** Milliseconds to wait: a count of seconds or a date (RFC 9110 §10.2.3). */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Sends one request, and says what became of it. */
export async function sent(request: Request, io: Io, repeatable: boolean): Promise<Delivery> {
  const reply = await asked(request, io, repeatable);
  return 'fate' in reply ? reply : deliveryOf(reply, io.now(), repeatable);
}

/** The answer, or what became of a request that had none. */
export async function asked(request: Request, io: Io, repeatable: boolean): Promise<Reply | Delivery> {
  try {
    return await io.ask(request);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    const fate = error.left && !repeatable ? 'doubt' : 'failed';
    return { fate, why: error.message };
  }
}

export const json = (
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Request => ({
  url,
  method: 'POST',
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

/** What is missing where a secret is not there: nothing can have been sent. */
export const noSecret = (name: string): Delivery => ({ fate: 'failed', why: `$${name}` });
