import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStarter } from '../../src/site/starter.ts';
import { filled, workshop } from '../cli/command.ts';

const room = workshop();
const log = join(room, 'log');

/** Does what `aws s3 sync` does to a folder, file by file; the last filter that matches a name decides. */
const aws = `#!/usr/bin/env bash
[ "$2" = sync ] || { echo "$2" >> ../log; exit 0; }
shift 4
filters=() type='' cache='' delete=''
while [ $# -gt 0 ]; do
  case $1 in
    --delete) delete=yes; shift; continue ;;
    --content-type) type=$2 ;;
    --cache-control) cache=$2 ;;
    *) filters+=("$1" "$2") ;;
  esac
  shift 2
done
wanted() {
  local index answer=0
  for ((index = 0; index < \${#filters[@]}; index += 2)); do
    [[ $1 == \${filters[index + 1]} ]] && { [ "\${filters[index]}" = --include ]; answer=$?; }
  done
  return $answer
}
(cd _site && find . -type f | cut -c3- | sort) | while read -r file; do
  wanted "$file" && ! cmp -s "_site/$file" "../bucket/$file" || continue
  mkdir -p "$(dirname "../bucket/$file")" && cp "_site/$file" "../bucket/$file"
  echo "$file|$type|$cache" >> ../log
done
[ -z "$delete" ] || (cd ../bucket && find . -type f | cut -c3- | sort) | while read -r file; do
  wanted "$file" && [ ! -e "_site/$file" ] && rm "../bucket/$file" && echo "delete $file" >> ../log
done
exit 0
`;

const fresh = 'public, max-age=0, must-revalidate';
const lasting = 'public, max-age=31536000, immutable';

/** What a site has of each kind, in the order in which nothing is named before it is there. */
const kinds: readonly (readonly [kind: string, cache: string, type: string, ...names: readonly string[]])[] =
  [
    ['what a hash names', lasting, '', 'assets/search/fr/0a1b2c3d4e5f.json'],
    ['texts', fresh, 'text/plain; charset=utf-8', 'fr/incidents/panne/index.txt', 'robots.txt'],
    ['scripts', fresh, 'text/javascript; charset=utf-8', 'assets/times.js', 'banner.js'],
    ['pictures', fresh, '', 'cards/fr.png', 'fr/badge.svg'],
    ['pages below the lists', fresh, '', 'fr/incidents/panne/index.html'],
    ['lists', fresh, '', '404.html', 'assets/search/fr.json', 'fr/index.html', 'index.html'],
    ['calendars', fresh, 'text/calendar; charset=utf-8', 'fr/calendar.ics'],
    ['feeds', fresh, 'application/atom+xml; charset=utf-8', 'fr/feed.xml', 'history.atom'],
    ['RSS', fresh, 'application/rss+xml; charset=utf-8', 'history.rss'],
    ['feeds in JSON', fresh, 'application/feed+json; charset=utf-8', 'fr/feed.json'],
    ['the rest', fresh, '', 'api/v2/summary.json', 'meaculpa.json', 'sitemap.xml'],
  ];

/** Runs the recipe; gives what it did to the bucket, in its order. */
function published(): readonly string[] {
  writeFileSync(log, '');
  const { status, stderr } = spawnSync('bash', ['-c', readStarter('recipes/s3-cloudfront.sh')], {
    cwd: join(room, 'site'),
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(room, 'tools')}:${process.env.PATH ?? ''}`,
      BUCKET: 'bucket',
      DISTRIBUTION: 'E1',
      SITE: 'https://status.example.ca',
    },
  });
  expect([status, stderr]).toEqual([0, '']);
  return readFileSync(log, 'utf8').trimEnd().split('\n');
}

test('in the bucket nothing is named before it is there, each kind is said to be what it is, and deletions come last', () => {
  mkdirSync(join(room, 'bucket'));
  filled(join(room, 'tools'), {});
  writeFileSync(join(room, 'tools', 'aws'), aws, { mode: 0o755 });
  writeFileSync(join(room, 'tools', 'npx'), '#!/bin/sh\n', { mode: 0o755 });
  const site = filled(join(room, 'site', '_site'), {
    _headers: 'x',
    _redirects: 'x',
    ...Object.fromEntries(kinds.flatMap(([, , , ...names]) => names).map((name) => [name, name])),
  });
  const all = kinds.flatMap(([, cache, type, ...names]) => names.map((name) => `${name}|${type}|${cache}`));
  const invalidated = ['create-invalidation', 'wait'];
  expect(published()).toEqual([...all, ...invalidated]);

  rmSync(join(site, 'cards/fr.png'));
  filled(site, { 'fr/index.html': 'other', 'fr/feed.xml': 'other' });
  expect(published()).toEqual([
    ...all.filter((line) => /^fr\/(?:index\.html|feed\.xml)/.test(line)),
    'delete cards/fr.png',
    ...invalidated,
  ]);
});
