// Why a kept secret cannot be used now, with the way out: the same wherever a secret is shown.
import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Protection, SecretState } from '#contract/credentials.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { secretStateWords, type SecretKind, type SecretWay } from '../words/secret-state-words.ts';
import { uiWords } from '../words/ui-words.ts';
import { vaultWords } from '../words/vault-words.ts';
import { useWishUnlock } from './unlock-wish.ts';

interface SecretStateNoticeProps {
  readonly kind: SecretKind;
  readonly state: SecretState;
  readonly protection: Protection;
  /** Asks what keeps it once more; left out where other buttons do. */
  readonly tryAgain?: { readonly isPending: boolean; readonly onPress: () => void };
  /** The button that brings the secret again; left out where other buttons do. */
  readonly bringAgain?: ReactNode;
}

/** Nothing while the secret can be used. */
export function SecretStateNotice(props: SecretStateNoticeProps): ReactElement | null {
  const { kind, state, protection, tryAgain, bringAgain } = props;
  const words = secretStateWords(kind, state, protection);
  if (words === null) return null;
  const buttons: Readonly<Record<SecretWay, ReactNode>> = {
    unlock: <UnlockWay />,
    tryAgain: tryAgain && (
      <Button size="small" {...tryAgain}>
        {uiWords.tryAgain}
      </Button>
    ),
    bringAgain,
  };
  const offered = words.ways.filter((way) => buttons[way] !== undefined);
  const actions = offered.map((way) => <Fragment key={way}>{buttons[way]}</Fragment>);
  return (
    <Notice kind="caution" title={words.label} {...(actions.length === 0 ? {} : { actions })}>
      {words.sentence}
    </Notice>
  );
}

/** Opens the dialog that asks for the passphrase. */
export function UnlockWay(): ReactElement {
  const wishUnlock = useWishUnlock();
  return (
    <Button size="small" onPress={() => wishUnlock(true)}>
      {vaultWords.unlock}
    </Button>
  );
}
