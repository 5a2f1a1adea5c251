// In the settings: what protects all secrets, against what, and the way to another protection.
import { useState, type ComponentProps, type ReactElement } from 'react';
import type { ProtectionLevel, ResealOutcome, VaultStatus } from '#contract/vault.ts';
import { failureOf } from '../../app/ask.ts';
import { useAppDescription, useHubs, useVault } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/parts.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { protectionScope } from '../../words/protection-words.ts';
import { levelWords, movedSentence, vaultWords as words } from '../../words/vault-words.ts';
import { ChangePassphraseDialog } from './change-passphrase-dialog.tsx';
import { KeystoreCheck } from './keystore-check.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { SetAsideOffer } from './set-aside-offer.tsx';
import './vault.css';

const LEVELS = ['osKeystore', 'passphrase', 'sessionOnly'] as const;

/** Each level with what it protects against. */
function optionsWith(backend: string): ComponentProps<typeof RadioChoice<ProtectionLevel>>['options'] {
  return LEVELS.map((id) => ({
    id,
    label: (
      <>
        {levelWords[id]}
        <span className="vault-scope muted">{protectionScope({ level: id, backend })}</span>
      </>
    ),
  }));
}

const OF_PLATFORM: Readonly<Record<string, string>> = { darwin: 'keychain', win32: 'dpapi' };

/** The keystore as far as it is known without asking it: what sealed a secret, or the only one of the platform. */
function useKnownKeystore(): string {
  const { data: hubs = [] } = useHubs();
  const { data: app } = useAppDescription();
  const protections = hubs.flatMap(({ credentials }) => credentials.map(({ protection }) => protection));
  const sealing = protections.find(({ level }) => level === 'osKeystore');
  return sealing?.backend ?? OF_PLATFORM[app?.platform ?? ''] ?? '';
}

export function VaultSection(): ReactElement {
  const { data: vault, error } = useVault();
  const failure = failureOf(error);
  return (
    <Section title={words.section} lead={words.lead}>
      {failure !== null && <FailureNotice failure={failure} />}
      {vault !== undefined && <Levels vault={vault} />}
    </Section>
  );
}

function Levels({ vault }: { readonly vault: VaultStatus }): ReactElement {
  const [wished, setWished] = useState<ProtectionLevel | 'change' | null>(null);
  const [outcome, setOutcome] = useState<ResealOutcome | null>(null);
  const keystore = useKnownKeystore();
  const close = (): void => setWished(null);
  const done = (moved: ResealOutcome): void => {
    setOutcome(moved);
    close();
  };
  return (
    <>
      <RadioChoice label={words.level} options={optionsWith(keystore)} value={vault.level} onChange={setWished} />
      <KeystoreCheck level={vault.level} onMoved={done} />
      {vault.keyFingerprint !== null && (
        <p className="vault-key">
          <span className="muted">{words.fingerprint}</span> <code>{vault.keyFingerprint}</code>
          <Button size="small" onPress={() => setWished('change')}>
            {words.change}
          </Button>
        </p>
      )}
      {outcome !== null && (
        <Notice
          kind={outcome.left + outcome.waiting + outcome.setAside === 0 ? 'positive' : 'caution'}
          isLive
          onDismiss={() => setOutcome(null)}
        >
          {movedSentence(outcome)}
          {outcome.setAside > 0 && <SetAsideOffer count={outcome.setAside} />}
        </Notice>
      )}
      <MoveDialog level={wished === 'change' ? null : wished} onClose={close} onMoved={done} />
      <ChangePassphraseDialog isOpen={wished === 'change'} onClose={close} onMoved={done} />
    </>
  );
}
