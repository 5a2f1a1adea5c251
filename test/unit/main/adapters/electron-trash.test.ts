import { expect, it } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { electronTrash } from '../../../../main/adapters/electron-trash.ts';
import { recordingLog } from '../../../doubles/recording-log.ts';

it('hands exactly the given path to the system’s bin', async () => {
  const paths: string[] = [];
  const shell = { trashItem: (path: string) => Promise.resolve(void paths.push(path)) };
  const bin = electronTrash({ shell, log: recordingLog() });
  expect(await bin.put('/home/person/Downloads/areks1.txt')).toEqual(ok(null));
  expect(paths).toEqual(['/home/person/Downloads/areks1.txt']);
});

it('says by its name which file the system did not take, and logs no path', async () => {
  const shell = { trashItem: () => Promise.reject(new Error('Failed to move /home/person/Downloads/areks1.txt')) };
  const log = recordingLog();
  const bin = electronTrash({ shell, log });
  expect(await bin.put('/home/person/Downloads/areks1.txt')).toEqual(
    fail({ code: 'fileNotBinned', fileName: 'areks1.txt' }),
  );
  expect(JSON.stringify(log)).not.toContain('Downloads');
});
