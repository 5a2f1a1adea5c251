// A connection check as plain text, for a mail to whoever can help. It holds what the screen shows, and no secret.
import type { AppDescription } from '#contract/app.ts';
import type { CheckStep, Checkup } from '#contract/checkup.ts';
import type { Hub } from '#contract/credentials.ts';
import {
  checkupInShort,
  checkupWords,
  findingWords,
  outcomeWords,
  remarkWords,
  stepNames,
  whoCanMend,
} from './checkup-words.ts';
import { describeFailure } from './describe-failure.ts';
import { wholeNumber } from './numbers.ts';
import { validity } from './reach-words.ts';
import { shellWords } from './shell-words.ts';
import { exactTime } from './time.ts';

/** What `copyText` takes at most. */
const LONGEST_REPORT = 20_000;

export function checkupReport(checkup: Checkup, hub: Hub, app: AppDescription | undefined): string {
  const lines = [
    `${checkupWords.title}: ${hub.name}`,
    hub.baseUrl,
    [
      exactTime(checkup.startedAtMs),
      ...(app === undefined ? [] : [`${shellWords.product} ${app.version}`, app.platform]),
    ].join(', '),
    checkupInShort(checkup),
    ...checkup.steps.flatMap((step) => ['', ...stepLines(step)]),
  ];
  return lines.join('\n').slice(0, LONGEST_REPORT);
}

/** `412 ms`, `under 1 ms`. */
export function durationWords(durationMs: number): string {
  return durationMs < 1 ? 'under 1 ms' : `${wholeNumber(Math.round(durationMs))} ms`;
}

function stepLines(step: CheckStep): readonly string[] {
  const { name, host, outcome, durationMs } = step;
  const time = durationMs === null ? '' : `, ${durationWords(durationMs)}`;
  const said = [findingWords(step), remarkWords(step)].filter((words) => words !== null);
  const details = [...said, ...certificateLines(step), ...failureLines(step)];
  return [`${stepNames[name]} (${host}): ${outcomeWords[outcome]}${time}`, ...details.map((line) => `  ${line}`)];
}

function certificateLines({ finding }: CheckStep): readonly string[] {
  if (finding?.kind !== 'certificates') return [];
  return finding.chain.flatMap((one) => [
    one.subject,
    `  ${validity(one)}`,
    `  ${checkupWords.fingerprint} ${one.fingerprint256}`,
  ]);
}

function failureLines({ failure }: CheckStep): readonly string[] {
  if (failure === null) return [];
  const { sentence, wayOut } = describeFailure(failure);
  return [sentence, wayOut, whoCanMend(failure), `code: ${failure.code}`];
}
