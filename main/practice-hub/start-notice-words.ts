/** Says in plain words what whoever starts a practice hub should know. */
import type { StartNotice } from './state/books.ts';

/** One sentence for each notice. */
export function sentenceOfNotice(notice: StartNotice): string {
  switch (notice.kind) {
    case 'portChanged':
      return `Port ${notice.from} of the last start is taken, so the hub now listens on ${notice.to}. Import its credentials file again.`;
    case 'stateUnreadable':
      return `The kept state could not be read. It was moved to ${notice.movedTo}, and the hub starts anew with new credentials.`;
    case 'seedKept':
      return `This folder already holds a hub that was seeded with ${notice.count} registrations, so --seed has no effect. Use another folder for another seed.`;
  }
}
