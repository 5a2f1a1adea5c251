// One quiet word about what was just done to this registration, with the press that takes it back and the Hub's answer.
import { useEffect, useRef, type ReactElement } from 'react';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { RegistrationStatus } from '#contract/registration.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { lifeCycleWords } from '../../../words/life-cycle-words.ts';
import type { Told } from '../life-cycle/told.ts';
import { TheAnswer } from '../wire/the-answer.tsx';

interface ToldNoticeProps {
  readonly hubId: string;
  /** As it is now: the steps that it offers change with it. */
  readonly status: RegistrationStatus;
  readonly told: Told;
  /** False while the Hub cannot be asked, or another step is on its way. */
  readonly canUndo: boolean;
  /** True while it is being taken back. */
  readonly isUndoing: boolean;
  readonly onUndo: (action: LifeCycleAction) => void;
  readonly onDismiss: () => void;
}

export function ToldNotice(props: ToldNoticeProps): ReactElement {
  const { hubId, status, told, canUndo, isUndoing, onUndo, onDismiss } = props;
  const { registrationId, sentence, call, undo } = told;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After whatever gives a closing dialog's focus back.
    const frame = requestAnimationFrame(() => takeLostFocus(ref.current));
    return () => cancelAnimationFrame(frame);
  }, [told, status.raw]);
  return (
    <div ref={ref} tabIndex={-1} className="details-told-frame">
      <Notice kind="positive" isLive title={sentence} onDismiss={onDismiss}>
        <div className="details-told">
          {undo !== null && (
            <Button
              size="small"
              isPending={isUndoing}
              isDisabled={!canUndo && !isUndoing}
              onPress={() => onUndo(undo)}
              {...FIRST_FOR_FOCUS}
            >
              {lifeCycleWords.undo}
            </Button>
          )}
          {call !== null && <TheAnswer hubId={hubId} registrationId={registrationId} call={call} />}
        </div>
      </Notice>
    </div>
  );
}

const FIRST_FOR_FOCUS = { 'data-undo': true } as const;

/** The button that was pressed may be gone with what it offered: the focus goes to what takes it back, else to the word. */
function takeLostFocus(notice: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return;
  (notice?.querySelector<HTMLElement>('[data-undo]:not(:disabled)') ?? notice)?.focus();
}
