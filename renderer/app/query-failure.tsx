// What could not be read, in place, and the way to ask again.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { uiWords } from '../words/ui-words.ts';
import { failureOf } from './ask.ts';

interface QueryFailureProps {
  readonly query: Pick<UseQueryResult, 'error' | 'isFetching' | 'refetch'>;
}

/** Nothing while there is no failure. */
export function QueryFailure({ query }: QueryFailureProps): ReactElement | null {
  const failure = failureOf(query.error);
  if (failure === null) return null;
  const again = (
    <Button size="small" isPending={query.isFetching} onPress={() => void query.refetch()}>
      {uiWords.tryAgain}
    </Button>
  );
  return <FailureNotice failure={failure} actions={again} />;
}
