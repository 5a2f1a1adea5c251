// What a configurator looks for first: registrations with sync errors, and those that have gone quiet.
import { CircleCheck, TriangleAlert, Timer, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ListFilter } from '#contract/settings.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section, Spoken } from '../../ui/parts.tsx';
import { wholeNumber } from '../../words/numbers.ts';
import { overviewWords as words } from '../../words/overview-words.ts';
import type { OverviewCounts } from './overview-counts.ts';
import './attention-list.css';

interface AttentionListProps {
  readonly counts: OverviewCounts;
  readonly staleAfterDays: number;
  readonly onShow: (filter: Partial<ListFilter>) => void;
}

export function AttentionList({ counts, staleAfterDays, onShow }: AttentionListProps): ReactElement {
  const { withSyncErrors, stale } = counts;
  return (
    <Section title={words.attention}>
      <ul className="attention">
        <Item
          icon={TriangleAlert}
          title={words.syncErrors}
          detail={words.syncErrorsDetail}
          count={withSyncErrors}
          does={words.showSyncErrors(withSyncErrors)}
          onPress={() => onShow({ hasSyncErrors: true })}
        />
        <Item
          icon={Timer}
          title={words.stale(staleAfterDays)}
          detail={words.staleDetail}
          count={stale}
          does={words.showStale(stale, staleAfterDays)}
          onPress={() => onShow({ isStale: true })}
        />
      </ul>
    </Section>
  );
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail: string;
  readonly count: number;
  readonly does: string;
  readonly onPress: () => void;
}

/** A way to the list where there is something to look at; otherwise only the good news. */
function Item({ icon, title, detail, count, does, onPress }: ItemProps): ReactElement {
  const content = (
    <>
      <Icon of={count > 0 ? icon : CircleCheck} />
      <span className="attention-words">
        <strong>{title}</strong>
        <span className="muted">{detail}</span>
      </span>
      <span className="attention-count tabular">{count > 0 ? wholeNumber(count) : words.none}</span>
    </>
  );
  return (
    <li>
      {count > 0 ? (
        <Button className="attention-item" onPress={onPress}>
          {content}
          <Spoken>{does}</Spoken>
        </Button>
      ) : (
        <div className="attention-item attention-none">{content}</div>
      )}
    </li>
  );
}
