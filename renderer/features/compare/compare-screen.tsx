// Compare: two hubs, or one hub at two moments. Is production what staging is?
import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { CompareInput } from '#contract/review-inputs.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { EmptyState, ViewHead } from '../../ui/parts.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { compareWords as words, matchKeyWords } from '../../words/compare-words.ts';
import { ComparisonResult, type OpenRegistration } from './comparison-result.tsx';
import { SidePicker } from './side-picker.tsx';
import { areSame, matchKeys, sidesAtFirst, swapped, withSide, type SideName } from './sides.ts';
import './compare.css';

interface CompareScreenProps {
  readonly hubs: readonly Hub[];
  /** The hub the person comes from: the left side at first. */
  readonly hubId: string;
  readonly onOpen: OpenRegistration;
}

/** Works offline: it compares what was read, not what the Hubs would say now. */
export function CompareScreen({ hubs, hubId, onOpen }: CompareScreenProps): ReactElement {
  const [input, setInput] = useState(() => sidesAtFirst(hubs, hubId));
  return (
    <div className="compare">
      <ViewHead title={words.title} />
      <Choices hubs={hubs} input={input} onChange={setInput} />
      <div className="compare-scroll">
        {areSame(input) ? (
          <EmptyState title={words.sameSides}>{words.sameSidesDetail}</EmptyState>
        ) : (
          <Compared hubs={hubs} input={input} onOpen={onOpen} />
        )}
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly hubs: readonly Hub[];
  readonly input: CompareInput;
  readonly onChange: (input: CompareInput) => void;
}

function Choices({ hubs, input, onChange }: ChoicesProps): ReactElement {
  const picker = (side: SideName): ReactElement => (
    <SidePicker
      label={words[side]}
      hubs={hubs}
      side={input[side]}
      onChange={(moment) => onChange(withSide(input, side, moment))}
    />
  );
  return (
    <div className="compare-choices">
      {picker('left')}
      <IconButton label={words.swap} icon={ArrowLeftRight} onPress={() => onChange(swapped(input))} />
      {picker('right')}
      <div className="compare-key">
        <Select
          label={words.matchBy}
          options={matchKeys(input).map((id) => ({ id, label: matchKeyWords[id] }))}
          value={input.matchBy}
          onChange={(key) => {
            const matchBy = matchKeys(input).find((known) => known === key);
            if (matchBy !== undefined) onChange({ ...input, matchBy });
          }}
        />
      </div>
    </div>
  );
}

interface ComparedProps {
  readonly hubs: readonly Hub[];
  readonly input: CompareInput;
  readonly onOpen: OpenRegistration;
}

function Compared({ hubs, input, onOpen }: ComparedProps): ReactElement {
  const bridge = useBridge();
  const comparison = useQuery({
    queryKey: [...queryKeys.comparisons, input],
    queryFn: () => ask(bridge.review.compare(input)),
    // It can be as large as two lists: it goes when it is left, and nothing is gained by finding out what stayed equal.
    gcTime: 0,
    structuralSharing: false,
  });
  const failure = failureOf(comparison.error);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (comparison.data === undefined) return <ProgressBar label={words.reading} />;
  return <ComparisonResult comparison={comparison.data} hubs={hubs} input={input} onOpen={onOpen} />;
}
