// One side of a comparison: which hub, and as it is now or as it was known at a moment.
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { Moment } from '#contract/review.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Select } from '../../ui/choice.tsx';
import { compareWords as words } from '../../words/compare-words.ts';
import { exactTime } from '../../words/time.ts';
import { offered } from './sides.ts';

interface SidePickerProps {
  /** Names the group for a screen reader. */
  readonly label: string;
  readonly hubs: readonly Hub[];
  readonly side: Moment;
  readonly onChange: (side: Moment) => void;
}

const NONE: readonly number[] = [];

export function SidePicker({ label, hubs, side, onChange }: SidePickerProps): ReactElement {
  const bridge = useBridge();
  const { hubId, atMs } = side;
  const { data: moments = NONE } = useQuery({
    queryKey: queryKeys.moments(hubId),
    queryFn: () => ask(bridge.review.moments({ hubId })),
  });
  const momentOptions = useMemo(
    () => [
      { id: NOW, label: words.now },
      ...offered(moments).map((moment) => ({ id: moment, label: exactTime(moment) })),
    ],
    [moments],
  );
  return (
    <div role="group" aria-label={label} className="compare-side">
      <Select
        label={words.hub}
        options={hubs.map(({ id, name }) => ({ id, label: name }))}
        value={hubId}
        onChange={(key) => {
          if (key !== null) onChange({ hubId: String(key), atMs: null });
        }}
      />
      <Select
        label={words.asOf}
        options={momentOptions}
        value={atMs ?? NOW}
        onChange={(key) => onChange({ hubId, atMs: typeof key === 'number' ? key : null })}
      />
    </div>
  );
}

const NOW = 'now';
