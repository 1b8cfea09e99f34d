/** Where a site may go (`host` in `site.yml`). */
export const hosts = [
  'github-pages',
  'netlify',
  'cloudflare-pages',
  'gitlab-pages',
  's3-cloudfront',
  'nginx',
] as const;
export type Host = (typeof hosts)[number];

/**
 * What hosts limit: how many files, how large the largest, and all together (bytes); rules of `_headers`, and signs in
 * one of its lines; lines of `_redirects`, and all of them together (bytes).
 */
export const limits = ['files', 'file', 'site', 'headers', 'line', 'redirects', 'redirects_bytes'] as const;
type Limit = (typeof limits)[number];

/** What a host allows; a limit that it does not name is absent. */
type Limits = { readonly [L in Limit]?: number };

const mebibyte = 1024 * 1024;

/** As the hosts' own documentation had them in 2026. */
const table: Readonly<Record<Host, Limits>> = {
  /** docs.github.com/pages (GitHub Pages limits): a published site is at most 1 GB. */
  'github-pages': { site: 1_000_000_000 },
  /** docs.netlify.com (Redirects and rewrites): no number but the advice to use patterns from 10,000 redirects on. */
  netlify: {},
  /** developers.cloudflare.com/pages: Limits (of the free plan; 100,000 files in others), Headers, Redirects (2,000 fixed ones). */
  'cloudflare-pages': { files: 20_000, file: 25 * mebibyte, headers: 100, line: 2_000, redirects: 2_000 },
  /**
   * docs.gitlab.com/user/project/pages/redirects: the rules behind the first 1,000, or a longer file, do not apply; of
   * gitlab.com: gitlab.com/gitlab-org/gitlab, issue 405048.
   */
  'gitlab-pages': { files: 200_000, site: 1_000_000_000, redirects: 1_000, redirects_bytes: 64 * 1024 },
  's3-cloudfront': {},
  nginx: {},
};

/**
 * Whether a host sends what `_headers` asks for: docs.netlify.com (Custom headers), developers.cloudflare.com/pages
 * (Headers). GitHub Pages has no headers of one's own (github.com/orgs/community/discussions/54257), GitLab Pages only
 * those of a whole instance (gitlab.com/gitlab-org/gitlab-pages, issue 50); S3 and nginx send what they are set to.
 */
export const sendsHeaders = (host: Host): boolean => host === 'netlify' || host === 'cloudflare-pages';

export const limitsOf = (host: Host): Limits => table[host];

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
