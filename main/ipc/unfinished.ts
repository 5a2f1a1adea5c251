// What must not be cut off when the app ends: operations that change something, here or on a Hub.
import { channels } from '#contract/channels.ts';

const MUST_FINISH: ReadonlySet<string> = new Set([
  channels.hubs.rename,
  channels.hubs.remove,
  channels.credentials.saveDraft,
  channels.credentials.use,
  channels.credentials.change,
  channels.credentials.goBack,
  channels.credentials.dismissReminder,
  channels.credentials.remove,
  channels.downloads.bin,
  channels.handOff.write,
  channels.handOff.writePlain,
  channels.handOff.checkPair,
  channels.handOff.savePair,
  channels.keys.make,
  channels.keys.dropEarlier,
  channels.backup.save,
  channels.backup.apply,
  channels.registrations.register,
  channels.lifeCycle.perform,
  channels.lifeCycle.edit,
  channels.lifeCycle.setActionPath,
  channels.pairs.copySecret,
  channels.pairs.check,
  channels.pairs.goBack,
  channels.pairs.remove,
  channels.review.markVisited,
  channels.drafts.keep,
  channels.drafts.remove,
  channels.exports.registrations,
  channels.exports.activity,
  channels.problems.save,
  channels.vault.protect,
  channels.vault.changePassphrase,
  channels.vault.giveUpPassphrase,
  channels.settings.change,
  channels.reference.setAddress,
  channels.reach.setProxy,
  channels.reach.setTimeouts,
  channels.reach.addCertificates,
  channels.reach.removeCertificate,
  channels.reach.chooseClientCertificate,
  channels.reach.removeClientCertificate,
  channels.reach.trustIssuer,
]);

export interface Unfinished {
  /** Notes an operation that was begun; the ones that only read are let go. */
  note(channel: string, answered: Promise<unknown>): void;
  /** Settles when nothing must finish any more. */
  settled(): Promise<void>;
}

export function unfinishedOperations(): Unfinished {
  const underway = new Set<Promise<unknown>>();
  return {
    note(channel, answered) {
      if (!MUST_FINISH.has(channel)) return;
      underway.add(answered);
      const forget = (): void => void underway.delete(answered);
      answered.then(forget, forget);
    },
    async settled() {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}
