// What is in an opened hand-off file, masked, before its credentials are reviewed one by one.
import { useState, type ReactElement } from 'react';
import type { HandedItem, OpenedHandOff } from '#contract/hand-off.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Badge, KeyValueList } from '../../ui/parts.tsx';
import { Time } from '../../ui/time.tsx';
import { backupWords } from '../../words/backup-words.ts';
import { itemKind, openedWords as words } from '../../words/hand-off-words.ts';
import { uiWords } from '../../words/ui-words.ts';
import { BackupPlan } from './backup-plan.tsx';
import { ReviewAloneDialog } from './review-alone-dialog.tsx';
import { useBackupPlan, type BackupPlanning } from './use-backup-plan.ts';
import './hand-off.css';

interface OpenedHandOffDialogProps {
  readonly handOff: OpenedHandOff;
  readonly onReview: () => void;
  readonly onClose: () => void;
}

export function OpenedHandOffDialog({ handOff, onReview, onClose }: OpenedHandOffDialogProps): ReactElement {
  const { items, backup } = handOff;
  const planning = useBackupPlan(backup);
  const [isAsking, setAsking] = useState(false);
  return (
    <Dialog title={words.title} size="medium" isOpen onClose={onClose}>
      <DialogBody isText>
        <Facts handOff={handOff} />
        {planning !== null && (
          <section className="handed-part" aria-label={backupWords.part}>
            <h3>{backupWords.part}</h3>
            <BackupPlan planning={planning} />
          </section>
        )}
        <section className="handed-part" aria-label={words.items(items.length)}>
          <h3>{words.items(items.length)}</h3>
          <p className="muted">{items.length === 0 ? words.none : words.itemsLead}</p>
          <ul className="handed-items">
            {items.map((item) => (
              <Item key={item.index} item={item} />
            ))}
          </ul>
        </section>
      </DialogBody>
      <DialogFoot>
        {planning?.isOpen === true ? (
          <OpenPlanFoot
            planning={planning}
            review={items.length === 0 ? null : words.review(items.length)}
            onReview={() => setAsking(true)}
            onClose={onClose}
          />
        ) : (
          <ReviewFoot count={items.length} onReview={onReview} onClose={onClose} />
        )}
      </DialogFoot>
      {isAsking && <ReviewAloneDialog onReview={onReview} onClose={() => setAsking(false)} />}
    </Dialog>
  );
}

function Facts({ handOff: { fileName, madeAtMs, note } }: Pick<OpenedHandOffDialogProps, 'handOff'>): ReactElement {
  return (
    <KeyValueList
      pairs={[
        { key: words.file, value: fileName },
        ...(madeAtMs === null ? [] : [{ key: words.made, value: <Time ofMs={madeAtMs} /> }]),
        ...(note === '' ? [] : [{ key: words.note, value: <span className="handed-note">{note}</span> }]),
      ]}
    />
  );
}

interface FootProps {
  readonly onReview: () => void;
  readonly onClose: () => void;
}

/** As long as hubs and settings wait, they come first; going on without them asks. */
function OpenPlanFoot(
  props: FootProps & { readonly planning: BackupPlanning; readonly review: string | null },
): ReactElement {
  const { planning, review, onReview, onClose } = props;
  return (
    <>
      <Button onPress={onClose}>{uiWords.cancel}</Button>
      {review !== null && <Button onPress={onReview}>{review}</Button>}
      <Button look="primary" autoFocus isPending={planning.isPending} onPress={planning.apply}>
        {backupWords.apply}
      </Button>
    </>
  );
}

function ReviewFoot({ count, onReview, onClose }: FootProps & { readonly count: number }): ReactElement {
  if (count === 0) {
    return (
      <Button look="primary" onPress={onClose}>
        {words.done}
      </Button>
    );
  }
  return (
    <>
      <Button onPress={onClose}>{uiWords.cancel}</Button>
      <Button look="primary" autoFocus onPress={onReview}>
        {words.review(count)}
      </Button>
    </>
  );
}

function Item({ item }: { readonly item: HandedItem }): ReactElement {
  return (
    <li>
      <span className="handed-name truncate">
        {item.hubName} · {item.label}
      </span>
      <span className="muted truncate">
        {itemKind(item)} · <code>{item.clientId}</code> · <code>{item.secretMask}</code>
      </span>
      {item.note !== '' && <span className="handed-note muted">{item.note}</span>}
      {item.isKnown && <Badge kind="caution">{words.known}</Badge>}
    </li>
  );
}
