// EN Turns what “check --format json” tells into a Code Quality report, which GitLab shows in merge requests.
// FR Fait de ce que dit « check --format json » un rapport Code Quality, que GitLab montre dans les demandes de fusion.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const problems = JSON.parse(readFileSync(process.argv[2] ?? 'problems.json', 'utf8'));
const report = problems.map(({ file, line, column, severity, rule, message, hint }) => ({
  description: hint === null ? message : `${message} – ${hint}`,
  check_name: rule,
  fingerprint: createHash('sha256').update(`${file} ${line} ${column} ${rule} ${message}`).digest('hex'),
  severity: severity === 'error' ? 'critical' : 'minor',
  location: { path: file, lines: { begin: line } },
}));
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
