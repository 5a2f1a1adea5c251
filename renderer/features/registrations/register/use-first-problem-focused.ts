// After an attempt that could not be sent, the focus goes to the first field that stands in the way.
import { useEffect, useRef, type RefObject } from 'react';
import type { FieldProblem } from '#contract/failure.ts';

/** The ref is the form's; the focus moves once for each new report, never while someone types. */
export function useFirstProblemFocused(reported: readonly FieldProblem[]): RefObject<HTMLFormElement | null> {
  const formRef = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (reported.length === 0) return;
    formRef.current?.querySelector<HTMLElement>('[data-invalid] :is(input, textarea, button)')?.focus();
  }, [reported]);
  return formRef;
}
