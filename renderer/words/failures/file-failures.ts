// The words for a credentials file that could not be read at all.
import type { Failure, FoundContent } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import { byteSize } from '../numbers.ts';

type FileFailure = Extract<
  Failure,
  {
    code:
      | 'fileMissing'
      | 'fileDenied'
      | 'fileNotRegular'
      | 'fileTooLarge'
      | 'fileEmpty'
      | 'fileBinary'
      | 'fileChanged'
      | 'fileNotBinned';
  }
>;

const CHOOSE_THE_DOWNLOAD = 'Choose the small .txt file that Download credentials gave.';

/** A file's name as it stands in a sentence; a pasted text has none. */
export function fileInWords(fileName: string): string {
  return fileName === '' ? 'The pasted text' : `“${fileName}”`;
}

/** What a file turned out to be, as the end of a sentence. */
export const foundInWords: Readonly<Record<FoundContent, string>> = {
  nothing: 'empty',
  html: 'a web page',
  brokenJson: 'JSON with a mistake in it',
  otherJson: 'JSON of another kind',
  text: 'a text of another kind',
  pdf: 'a PDF document',
  image: 'a picture',
  archive: 'an archive, such as a .zip file',
};

// eslint-disable-next-line complexity -- one flat list is easier to keep whole than any way to divide it
export function describeFileFailure(failure: FileFailure): FailureWords {
  const file = fileInWords(failure.fileName);
  switch (failure.code) {
    case 'fileMissing':
      return {
        sentence: `${file} is not there any more. Nothing was stored.`,
        wayOut: 'See whether it was moved or renamed, then choose it again.',
      };
    case 'fileDenied':
      return {
        sentence: `This computer does not let the app read ${file}. Nothing was stored.`,
        wayOut: 'Copy the file to a folder of your own, such as Downloads, and choose the copy.',
      };
    case 'fileNotRegular':
      return failure.found === 'folder'
        ? {
            sentence: `${file} is a folder. Nothing was stored.`,
            wayOut: 'Open the folder and choose the credentials file in it.',
          }
        : { sentence: `${file} is not an ordinary file. Nothing was stored.`, wayOut: CHOOSE_THE_DOWNLOAD };
    case 'fileTooLarge':
      return {
        sentence: `${file} is ${byteSize(failure.sizeBytes)}; a credentials file is at most ${byteSize(failure.limitBytes)}. Nothing was stored.`,
        wayOut: CHOOSE_THE_DOWNLOAD,
      };
    case 'fileEmpty':
      return {
        sentence: `${file} is empty. Nothing was stored.`,
        wayOut: 'Choose another file, or ask the administrator to download the credentials again.',
      };
    case 'fileBinary':
      return describeBinary(file, failure.found);
    case 'fileChanged':
      return {
        sentence: `${file} is not the file any more that was imported, so nothing was changed.`,
        wayOut: 'Look at it in the file manager. If it holds the secret, delete it there.',
      };
    case 'fileNotBinned':
      return {
        sentence: `${file} could not be moved to the bin. Nothing was changed: it still holds the secret in clear.`,
        wayOut: 'Delete it in the file manager.',
      };
  }
}

function describeBinary(file: string, found: FoundContent | null): FailureWords {
  const what = found === null ? 'not a text file' : foundInWords[found];
  return {
    sentence: `${file} is ${what}, not a credentials file. Nothing was stored.`,
    wayOut: found === 'archive' ? 'Unpack it, then choose the .txt file in it.' : CHOOSE_THE_DOWNLOAD,
  };
}
