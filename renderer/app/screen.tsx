// Which screen is shown at a place, and how the features' parts are put together there.
import { useState, type ReactElement } from 'react';
import { ConnectScreen } from '../features/credentials/connect-screen.tsx';
import { CredentialList } from '../features/credentials/credential-list.tsx';
import type { ImportFlow } from '../features/credentials/use-import.ts';
import { HubScreen } from '../features/hubs/hub-screen.tsx';
import { PracticeHubCard } from '../features/practice-hub/practice-hub-card.tsx';
import { PracticeHubSection } from '../features/practice-hub/practice-hub-section.tsx';
import { useSwitchPracticeHub } from '../features/practice-hub/use-practice-hub.ts';
import { RegistrationsScreen } from '../features/registrations/registrations-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import type { Shown } from './place.ts';

interface ScreenProps {
  readonly shown: Shown;
  readonly flow: ImportFlow;
}

/** The screen of a place; a defect in it stays in it. */
export function Screen({ shown, flow }: ScreenProps): ReactElement {
  const key = shown.hub === null ? shown.at : `${shown.at} ${shown.hub.id}`;
  return (
    <ErrorBoundary key={key}>
      <ScreenAt shown={shown} flow={flow} />
    </ErrorBoundary>
  );
}

function ScreenAt({ shown, flow }: ScreenProps): ReactElement {
  switch (shown.at) {
    case 'connect':
      return <Connect flow={flow} />;
    case 'registrations':
      return <RegistrationsScreen hub={shown.hub} />;
    case 'hub':
      return (
        <HubScreen hub={shown.hub}>
          {shown.hub.isPracticeHub && <PracticeHubSection />}
          <CredentialList hub={shown.hub} onImport={flow.chooseFile} />
        </HubScreen>
      );
  }
}

function Connect({ flow }: { readonly flow: ImportFlow }): ReactElement {
  const start = useSwitchPracticeHub();
  const [wantsPractice, setWantsPractice] = useState(false);
  return (
    <ConnectScreen
      flow={flow}
      onTryPractice={() => {
        setWantsPractice(true);
        start.mutate('start');
      }}
      practice={wantsPractice ? <PracticeHubCard start={start} onImport={flow.importPracticeFile} /> : null}
    />
  );
}
