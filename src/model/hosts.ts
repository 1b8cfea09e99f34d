/** Where a site may go (`host` in `site.yml`), with what each host allows. A limit that a host does not name is absent. */
export interface Limits {
  /** How many files, how large the largest (bytes), and all together (bytes). */
  readonly files?: number;
  readonly file?: number;
  readonly site?: number;
  /** Rules of `_headers`, and signs in one of its lines. */
  readonly headers?: number;
  readonly line?: number;
  /** Lines of `_redirects`, and all of them together (bytes). */
  readonly redirects?: number;
  readonly redirects_bytes?: number;
}
export type Limit = keyof Limits;

const mebibyte = 1024 * 1024;

/** As the hosts' own documentation had them in 2026. */
export const limits = {
  /** docs.github.com/pages: a published site is at most 1 GB. */
  'github-pages': { site: 1_000_000_000 },
  netlify: {},
  /** developers.cloudflare.com/pages: limits, headers, redirects (2,000 fixed ones). */
  'cloudflare-pages': { files: 20_000, file: 25 * mebibyte, headers: 100, line: 2_000, redirects: 2_000 },
  /** docs.gitlab.com: above either limit of `_redirects` none of its rules applies. */
  'gitlab-pages': { redirects: 1_000, redirects_bytes: 64 * 1024 },
  's3-cloudfront': {},
  nginx: {},
} as const satisfies Readonly<Record<string, Limits>>;

export type Host = keyof typeof limits;
export const hosts = Object.keys(limits) as readonly Host[] as readonly [Host, ...Host[]];

export const limitsOf = (host: Host): Limits => limits[host];

/** Whether the rule of `_redirects` for what is not found means anything to the host; others look for `404.html`. */
export const readsNotFoundRule = (host: Host | undefined): boolean =>
  host === undefined || host === 'netlify';

/** What a site takes up, counted as hosts count it. */
export type Use = { readonly [L in Limit]: { readonly count: number; readonly of?: string } };

interface Sized {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Counts the files, and the rules in the texts of `_headers` and `_redirects`. */
export function useOf(files: readonly Sized[], headers: string, redirects: string): Use {
  const largest = files.reduce((most, one) => (one.size > most.size ? one : most), { path: '', size: 0 });
  const lines = headers.split('\n');
  return {
    files: { count: files.length },
    file: { count: largest.size, of: largest.path },
    site: { count: files.reduce((sum, { size }) => sum + size, 0) },
    headers: { count: lines.filter((line) => line.startsWith('/')).length },
    line: { count: Math.max(...lines.map((line) => line.length)) },
    redirects: { count: redirects.split('\n').filter((line) => line !== '').length },
    redirects_bytes: { count: redirects.length },
  };
}
