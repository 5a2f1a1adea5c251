// The status bar: how fresh what is seen is, which protection holds the secret, and what runtime this is if it is not a release's.
import { ShieldAlert, ShieldCheck, Wrench, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { Hub, Protection } from '#contract/credentials.ts';
import { useConnectivity, type Connectivity } from '../features/registrations/connectivity.ts';
import { LockButton } from '../features/vault/lock-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useNow } from '../ui/use-now.ts';
import { protectionLabel } from '../words/protection-words.ts';
import { freshnessWords, runtimeSentence, shellWords as words } from '../words/shell-words.ts';
import { useAppDescription, useSavedCopy } from './queries.ts';

export function StatusBar({ hub }: { readonly hub: Hub | null }): ReactElement {
  const { data: app } = useAppDescription();
  const inUse = hub?.credentials.find(({ id }) => id === hub.credentialInUseId);
  return (
    <footer className="status-bar" aria-label={words.statusLabel}>
      {hub !== null && <Freshness key={hub.id} hub={hub} />}
      <span className="status-space" />
      {app?.isDevelopmentRuntime === true && <Item icon={Wrench}>{runtimeSentence(app)}</Item>}
      {inUse !== undefined && <ProtectionInForce protection={inUse.protection} />}
      <LockButton />
    </footer>
  );
}

function ProtectionInForce({ protection }: { readonly protection: Protection }): ReactElement {
  return protection.level !== 'sessionOnly' ? (
    <Item icon={ShieldCheck}>{protectionLabel(protection)}</Item>
  ) : (
    <Item icon={ShieldAlert} isCaution>
      {words.sessionOnly}
    </Item>
  );
}

const MARKS = {
  reached: 'live',
  checking: 'checking',
  unasked: 'checking',
  failed: 'offline',
  blocked: 'offline',
} as const satisfies Record<Connectivity['kind'], string>;

function Freshness({ hub }: { readonly hub: Hub }): ReactElement {
  const nowMs = useNow();
  const { connectivity, isReading } = useConnectivity(hub);
  const { data: copy } = useSavedCopy(hub.id);
  const mark = MARKS[connectivity.kind];
  return (
    <span className="status-item" role="status">
      <span className={`freshness freshness-${mark}`} aria-hidden />
      <span className="truncate tabular">
        {copy === null || copy === undefined
          ? isReading
            ? words.reading
            : words.neverRead
          : freshnessWords(mark, copy.takenAtMs, nowMs)}
      </span>
    </span>
  );
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly isCaution?: boolean;
  readonly children: ReactNode;
}

function Item({ icon, isCaution = false, children }: ItemProps): ReactElement {
  return (
    <span className={isCaution ? 'status-item status-caution' : 'status-item'}>
      <Icon of={icon} size={14} />
      <span className="truncate">{children}</span>
    </span>
  );
}
