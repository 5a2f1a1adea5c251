// After the Hub refused a step whose path is only assumed: the path may be what it refused.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ActionPath } from '#contract/life-cycle.ts';
import { ask } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { lifeCycleWords as words } from '../../../words/life-cycle-words.ts';

interface PathAdviceProps {
  readonly hubId: string;
  readonly action: ActionPath['action'];
}

/** Nothing where the path was set by the person or answered by this Hub. */
export function PathAdvice({ hubId, action }: PathAdviceProps): ReactElement | null {
  const bridge = useBridge();
  const { data: paths = [] } = useQuery({
    queryKey: queryKeys.actionPaths(hubId),
    queryFn: () => ask(bridge.lifeCycle.actionPaths({ hubId })),
    // The step that was just refused may have found or forgotten one.
    staleTime: 0,
  });
  const isAssumed = paths.some((path) => path.action === action && path.origin === 'assumed');
  return isAssumed ? <p>{words.pathMayDiffer}</p> : null;
}
