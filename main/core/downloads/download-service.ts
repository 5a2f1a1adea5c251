// The files that credentials were imported from in this run: each still holds its secret in clear until it is removed.
import type { Bridge } from '#contract/bridge.ts';
import type { Download } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { CREDENTIALS_LIMIT_BYTES } from '#contract/limits.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Settings } from '#contract/settings.ts';
import type { FileReader, NewId } from '../ports.ts';
import type { Bin } from './bin.ts';
import { digestOf, type ImportedFile } from './imported-file.ts';

export interface DownloadServicePorts {
  readonly fileReader: FileReader;
  readonly bin: Bin;
  readonly newId: NewId;
  /** What the person chose to happen to every such file. */
  readonly choice: () => Settings['importedFile'];
  readonly onChanged: () => void;
}

export interface DownloadService {
  readonly downloads: Bridge['downloads'];
  /** To be told of a file after its credentials were saved: it is offered, moved, or left alone, as was chosen. */
  readonly imported: (file: ImportedFile) => Promise<void>;
}

type BinFailure = Extract<Failure, { code: 'fileChanged' | 'fileNotBinned' }>;

interface Kept {
  readonly shown: Download;
  readonly file: ImportedFile;
}

/** Moves a file to the bin, if it is still the one that was read. */
async function move(
  { fileReader, bin }: Pick<DownloadServicePorts, 'fileReader' | 'bin'>,
  { path, fileName, digest }: ImportedFile,
): Promise<Result<'moved' | 'gone', BinFailure>> {
  const there = await fileReader.read(path, CREDENTIALS_LIMIT_BYTES);
  if (!there.ok && there.failure.code === 'fileMissing') return ok('gone');
  if (!there.ok) return fail({ code: 'fileNotBinned', fileName });
  if (digestOf(there.value.bytes) !== digest) return fail({ code: 'fileChanged', fileName });
  const put = await bin.put(path);
  return put.ok ? ok('moved') : put;
}

/** In memory only: what was imported in another run is not known any more. */
export function downloadService({ newId, choice, onChanged, ...disk }: DownloadServicePorts): DownloadService {
  let all: readonly Kept[] = [];

  function keep(next: readonly Kept[]): void {
    all = next;
    onChanged();
  }
  const mark = (id: string, outcome: Pick<Download, 'state' | 'failure'>): void =>
    keep(all.map((each) => (each.shown.id === id ? { ...each, shown: { ...each.shown, ...outcome } } : each)));
  const without = (id: string): readonly Kept[] => all.filter(({ shown }) => shown.id !== id);

  async function binDownload({ shown: { id }, file }: Kept): Promise<Result<null>> {
    const moved = await move(disk, file);
    if (!moved.ok) mark(id, { state: 'offered', failure: moved.failure });
    else if (moved.value === 'gone') keep(without(id));
    else mark(id, { state: 'binned', failure: null });
    return moved.ok ? ok(null) : moved;
  }

  return {
    downloads: {
      list: () => Promise.resolve(ok(all.map(({ shown }) => shown))),
      async bin({ downloadId }) {
        const download = all.find(({ shown }) => shown.id === downloadId && shown.state === 'offered');
        return download === undefined ? ok(null) : binDownload(download);
      },
      keep({ downloadId }) {
        keep(without(downloadId));
        return Promise.resolve(ok(null));
      },
    },
    async imported(file) {
      if (choice() === 'keep') return;
      const shown: Download = { id: newId(), fileName: file.fileName, state: 'offered', failure: null };
      const download = { shown, file };
      // The same file, imported once more, is offered once.
      keep([...all.filter((each) => each.file.path !== file.path), download]);
      if (choice() === 'bin') await binDownload(download);
    },
  };
}
