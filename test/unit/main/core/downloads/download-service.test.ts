import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Settings } from '#contract/settings.ts';
import { downloadService } from '../../../../../main/core/downloads/download-service.ts';
import { digestOf } from '../../../../../main/core/downloads/imported-file.ts';
import type { FileReader } from '../../../../../main/core/ports.ts';

const PATH = '/home/person/Downloads/areks1.txt';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const imported = (path = PATH) => ({ path, fileName: 'areks1.txt', digest: digestOf(bytesOf('as imported')) });

type BinAnswer = Result<null, Extract<Failure, { code: 'fileNotBinned' }>>;

function start(choice: Settings['importedFile'] = 'ask') {
  const files = new Map<string, string>([[PATH, 'as imported']]);
  const binned: string[] = [];
  let answer: BinAnswer = ok(null);
  let lastId = 0;
  let changes = 0;
  const fileReader: FileReader = {
    read(path) {
      const text = files.get(path);
      const fileName = 'areks1.txt';
      if (text === undefined) return Promise.resolve(fail({ code: 'fileMissing', fileName }));
      if (text === 'denied') return Promise.resolve(fail({ code: 'fileDenied', fileName }));
      return Promise.resolve(ok({ fileName, bytes: bytesOf(text) }));
    },
  };
  const service = downloadService({
    fileReader,
    bin: {
      put(path) {
        binned.push(path);
        return Promise.resolve(answer);
      },
    },
    newId: () => `download-${(lastId += 1)}`,
    choice: () => choice,
    onChanged: () => (changes += 1),
  });
  const list = async () => {
    const listed = await service.downloads.list();
    return listed.ok ? listed.value : [];
  };
  return { ...service, files, binned, list, changes: () => changes, refuse: (with_: BinAnswer) => (answer = with_) };
}

describe('an imported file', () => {
  it('is offered by its name, and its path stays here', async () => {
    const { imported: tell, list, binned, changes } = start();
    await tell(imported());
    expect(await list()).toEqual([{ id: 'download-1', fileName: 'areks1.txt', state: 'offered', failure: null }]);
    expect(JSON.stringify(await list())).not.toContain('Downloads');
    expect(binned).toEqual([]);
    expect(changes()).toBe(1);
  });

  it('is moved when the person says so, once', async () => {
    const { imported: tell, downloads, list, binned } = start();
    await tell(imported());
    expect(await downloads.bin({ downloadId: 'download-1' })).toEqual(ok(null));
    expect(await downloads.bin({ downloadId: 'download-1' })).toEqual(ok(null));
    expect(binned).toEqual([PATH]);
    expect(await list()).toMatchObject([{ state: 'binned' }]);
  });

  it('is offered once, however often it was imported', async () => {
    const { imported: tell, list } = start();
    await tell(imported());
    await tell(imported());
    expect(await list()).toHaveLength(1);
  });

  it('is spoken of no more once it is kept', async () => {
    const { imported: tell, downloads, list, binned } = start();
    await tell(imported());
    await downloads.keep({ downloadId: 'download-1' });
    expect(await list()).toEqual([]);
    expect(await downloads.bin({ downloadId: 'download-1' })).toEqual(ok(null));
    expect(binned).toEqual([]);
  });

  it('that is another one by now is left alone', async () => {
    const { imported: tell, downloads, files, list, binned } = start();
    await tell(imported());
    files.set(PATH, 'somebody’s work');
    const failure = { code: 'fileChanged', fileName: 'areks1.txt' } as const;
    expect(await downloads.bin({ downloadId: 'download-1' })).toEqual(fail(failure));
    expect(binned).toEqual([]);
    expect(await list()).toMatchObject([{ state: 'offered', failure }]);
  });

  it('that is gone by itself is no mistake', async () => {
    const { imported: tell, downloads, files, list, binned } = start();
    await tell(imported());
    files.delete(PATH);
    expect(await downloads.bin({ downloadId: 'download-1' })).toEqual(ok(null));
    expect(await list()).toEqual([]);
    expect(binned).toEqual([]);
  });

  it('that cannot be read or moved stays offered, with the reason', async () => {
    const { imported: tell, downloads, files, list, refuse } = start();
    await tell(imported());
    const failure = { code: 'fileNotBinned', fileName: 'areks1.txt' } as const;
    files.set(PATH, 'denied');
    expect(await downloads.bin({ downloadId: 'download-1' })).toEqual(fail(failure));
    files.set(PATH, 'as imported');
    refuse(fail(failure));
    expect(await downloads.bin({ downloadId: 'download-1' })).toEqual(fail(failure));
    refuse(ok(null));
    expect(await downloads.bin({ downloadId: 'download-1' })).toEqual(ok(null));
    expect(await list()).toMatchObject([{ state: 'binned', failure: null }]);
  });
});

describe('the choice', () => {
  it('to move every file is followed at once, and told', async () => {
    const { imported: tell, list, binned } = start('bin');
    await tell(imported());
    expect(binned).toEqual([PATH]);
    expect(await list()).toMatchObject([{ state: 'binned' }]);
  });

  it('to keep every file asks nothing', async () => {
    const { imported: tell, list, binned, changes } = start('keep');
    await tell(imported());
    expect(await list()).toEqual([]);
    expect(binned).toEqual([]);
    expect(changes()).toBe(0);
  });
});
