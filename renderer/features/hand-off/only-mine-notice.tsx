// Warns when a file is encrypted to nobody but this computer: as a backup it would be lost with it.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Notice } from '../../ui/notice.tsx';
import { handOffWords as words } from '../../words/hand-off-words.ts';
import { keysIn } from './hand-off-form.ts';

export function OnlyMineNotice({ recipients }: { readonly recipients: string }): ReactElement | null {
  const bridge = useBridge();
  const { data: own = null } = useQuery({ queryKey: queryKeys.keys, queryFn: () => ask(bridge.keys.own()) });
  const keys = keysIn(recipients);
  if (own === null || keys.length === 0 || keys.some((key) => key !== own.publicKey)) return null;
  return (
    <Notice kind="caution" isLive title={words.onlyMine}>
      {words.onlyMineDetail}
    </Notice>
  );
}
