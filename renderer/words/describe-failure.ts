// Every failure in the words a person reads: what happened and what was kept, then the way out.
import type { Failure } from '#contract/failure.ts';
import { describeAnswer } from './failures/answer-failures.ts';
import { describeCredentialsFailure } from './failures/credentials-failures.ts';
import { describeFileFailure } from './failures/file-failures.ts';
import { describeHandOffFailure } from './failures/hand-off-failures.ts';
import { describeHubFailure } from './failures/hub-failures.ts';
import { describeLaterFailure } from './failures/later-failures.ts';
import { describeLifeCycleFailure } from './failures/life-cycle-failures.ts';
import { describeMachineFailure } from './failures/machine-failures.ts';
import type { Doing, FailureWords } from './failure-words.ts';
import { describeProxyFailure } from './failures/proxy-failures.ts';
import { describeReachFailure } from './failures/reach-failures.ts';
import { describeSecretFailure } from './failures/secret-failures.ts';
import { describeVaultFailure } from './failures/vault-failures.ts';

/**
 * The words of a failure. A new code does not compile until it stands here and in the function of its topic;
 * docs/failures.md tells the same to people who look one up.
 */
// eslint-disable-next-line complexity, max-lines-per-function -- one flat list of all codes is easier to keep whole than any way to divide it
export function describeFailure(failure: Failure, doing: Doing = 'other'): FailureWords {
  switch (failure.code) {
    case 'fileMissing':
    case 'fileDenied':
    case 'fileNotRegular':
    case 'fileTooLarge':
    case 'fileEmpty':
    case 'fileBinary':
    case 'fileChanged':
    case 'fileNotBinned':
      return describeFileFailure(failure);
    case 'notCredentials':
    case 'credentialsIncomplete':
    case 'credentialsMalformed':
    case 'credentialMissing':
    case 'draftGone':
      return describeCredentialsFailure(failure);
    case 'secretLocked':
    case 'secretUnavailable':
    case 'secretUnreadable':
    case 'secretForgotten':
    case 'secretBoundElsewhere':
    case 'replacedSecretGone':
    case 'protectionGone':
      return describeSecretFailure(failure);
    case 'vaultLocked':
    case 'vaultUnavailable':
    case 'passphraseWrong':
    case 'passphraseMissing':
    case 'keystoreMissing':
      return describeVaultFailure(failure);
    case 'fileIsHandOff':
    case 'fileIsBackup':
    case 'handOffTooLarge':
    case 'handOffGone':
    case 'handOffLocked':
    case 'handOffNotForKey':
    case 'ownKeyGone':
    case 'handOffDamaged':
    case 'handOffNotOurs':
    case 'backupUnreadable':
    case 'backupGone':
    case 'backupHalfTaken':
      return describeHandOffFailure(failure);
    case 'hubMissing':
    case 'tokenRefused':
    case 'hubUnreachable':
    case 'outcomeUnknown':
      return describeHubFailure(failure);
    case 'hubBusy':
    case 'hubRests':
    case 'answerUnreadable':
    case 'accessDenied':
    case 'hubRefused':
    case 'registrationGone':
      return describeAnswer(failure, doing);
    case 'certificateUntrusted':
    case 'clientCertificateRefused':
    case 'clientCertificateBoundElsewhere':
    case 'tlsUnusable':
    case 'reachSecretGone':
    case 'certificateFileUnusable':
    case 'certificateNotSeen':
      return describeReachFailure(failure, doing);
    case 'proxyRefused':
    case 'proxyUnreachable':
    case 'proxyCertificateUntrusted':
      return describeProxyFailure(failure);
    case 'statusForbids':
    case 'actionPathUnknown':
      return describeLifeCycleFailure(failure);
    case 'pairMissing':
    case 'savedDraftMissing':
    case 'momentUnknown':
    case 'activityMissing':
    case 'referenceUnreadable':
    case 'fileNotWritten':
      return describeLaterFailure(failure);
    case 'inputInvalid':
    case 'storageFailed':
    case 'hubPartlyRemoved':
    case 'practiceHubFailed':
    case 'unexpected':
      return describeMachineFailure(failure);
  }
}
