import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

/**
 * Runs everything that has to hold, goes on where a step fails, and closes with the counts of all
 * runners. Steps that aren't test runners count as one each.
 */
const ROOT = path.join(import.meta.dirname, '..');
const RESULTS = path.join(ROOT, 'test-results');

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Step {
  readonly name: string;
  readonly command: string;
  /** Reads the runner's own report; without it the exit code counts as one. */
  readonly report?: () => Counts;
}

const UnitReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
});
const BrowserReport = v.object({
  stats: v.object({
    expected: v.number(),
    unexpected: v.number(),
    flaky: v.number(),
    skipped: v.number(),
  }),
});

const report = (file: string): unknown =>
  JSON.parse(readFileSync(path.join(RESULTS, file), 'utf8'));

const STEPS: readonly Step[] = [
  { name: 'formatting', command: 'prettier --check .' },
  { name: 'lint', command: 'eslint .' },
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'types of components', command: 'svelte-check --fail-on-warnings' },
  { name: 'unused code', command: 'knip' },
  { name: 'geodata', command: 'tsx geodata/check.ts' },
  {
    name: 'unit tests',
    command: 'vitest run --reporter=default --reporter=json --outputFile=test-results/unit.json',
    report() {
      const { numPassedTests, numFailedTests, numPendingTests } = v.parse(
        UnitReport,
        report('unit.json'),
      );
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    },
  },
  { name: 'build', command: 'vite build' },
  { name: 'size', command: 'tsx tests/size.ts' },
  {
    name: 'browser tests',
    command: 'playwright test -c tests/browser/playwright.config.ts',
    report() {
      const { stats } = v.parse(BrowserReport, report('browser.json'));
      return {
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
      };
    },
  },
];

function run({ name, command, report }: Step): Counts {
  console.info(`\n— ${name}: ${command}`);
  const { status } = spawnSync('npx', ['--no-install', ...command.split(' ')], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const isGood = status === 0;
  try {
    const counts = report?.() ?? { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
    // A runner that failed without a failed test (a crash, say) has failed all the same.
    return isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch (error) {
    console.error(`No report of the ${name}:`, error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

rmSync(RESULTS, { recursive: true, force: true });
const all = STEPS.map((step) => ({ step, counts: run(step) }));

console.info('');
for (const { step, counts } of all)
  console.info(
    `${counts.failed === 0 ? '✓' : '✘'} ${step.name}: ${counts.passed} passed, ${counts.failed} failed`,
  );
const sum = (part: keyof Counts) => all.reduce((total, { counts }) => total + counts[part], 0);
const skipped = sum('skipped');
console.info(
  `\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
if (sum('failed') > 0) process.exitCode = 1;
