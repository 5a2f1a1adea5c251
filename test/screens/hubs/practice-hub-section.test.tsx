import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ok } from '#contract/result.ts';
import { runningPracticeHub, sampleHub, stoppedPracticeHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderApp } from '../app/render-app.tsx';

it('switches the practice hub off and on from its own screen, and shows its file', async () => {
  const asked: string[] = [];
  const note = <Value,>(name: string, value: Value) => {
    asked.push(name);
    return Promise.resolve(ok(value));
  };
  const { user } = await renderApp([sampleHub({ isPracticeHub: true })], {
    practiceHub: {
      status: () => Promise.resolve(ok(runningPracticeHub)),
      stop: () => note('stop', { ...stoppedPracticeHub, credentialsFileName: 'practice-hub-credentials.txt' }),
      start: () => note('start', runningPracticeHub),
      showFile: () => note('show', null),
    },
  });
  await user.click(screen.getByRole('button', { name: 'Hub and credentials' }));
  const section = await screen.findByRole('region', { name: 'Practice hub' });
  expect(section.textContent).toContain('http://127.0.0.1:43117');
  await user.click(within(section).getByRole('button', { name: 'Show in folder' }));

  await user.click(within(section).getByRole('button', { name: 'Stop it' }));
  expect(await within(section).findByText('not running')).toBeDefined();
  expect(await axeProblems()).toEqual([]);
  await user.click(within(section).getByRole('button', { name: 'Start it' }));
  expect(await within(section).findByText('http://127.0.0.1:43117')).toBeDefined();
  expect(asked).toEqual(['show', 'stop', 'start']);
});
