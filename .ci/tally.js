// Counts the tests of a report of Vitest. Without one they did not begin: the linter or the types failed before.
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');
const report = text === '' ? undefined : JSON.parse(text);

// A file that could not even be loaded has no test that failed.
const unloaded = (report?.testResults ?? []).filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
const passed = report?.numPassedTests ?? 0;
const failed = report === undefined ? 1 : report.numFailedTests + unloaded.length;

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
