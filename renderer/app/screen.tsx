// Which screen is shown at a place, and how the features' parts are put together there.
import { Suspense, useState, type ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { CheckupSection } from '../features/checkup/checkup-section.tsx';
import { ConnectScreen } from '../features/credentials/connect-screen.tsx';
import { CredentialList } from '../features/credentials/credential-list.tsx';
import type { ImportFlow } from '../features/credentials/use-import.ts';
import { BackupSection } from '../features/hand-off/backup-section.tsx';
import { HandOffSection } from '../features/hand-off/hand-off-section.tsx';
import { HandingOff } from '../features/hand-off/handing-off.tsx';
import { OwnKeySection } from '../features/hand-off/own-key-section.tsx';
import { HubScreen } from '../features/hubs/hub-screen.tsx';
import { PracticeHubCard } from '../features/practice-hub/practice-hub-card.tsx';
import { PracticeHubSection } from '../features/practice-hub/practice-hub-section.tsx';
import { useSwitchPracticeHub } from '../features/practice-hub/use-practice-hub.ts';
import { ReportSection } from '../features/problems/report-section.tsx';
import { ReachSection } from '../features/reach/reach-section.tsx';
import { RegistrationsScreen } from '../features/registrations/registrations-screen.tsx';
import { SinceLastVisit } from '../features/review/since-last-visit.tsx';
import { VaultSection } from '../features/vault/vault-section.tsx';
import { ActionPathsSection } from '../features/settings/action-paths-section.tsx';
import { useWishCertificates } from './certificate-wish.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { ActivityScreen, CompareScreen, OverviewScreen, ReferenceScreen, SettingsScreen } from './late-screens.ts';
import type { HubScreenName, OwnScreenName, Shown } from './place.ts';
import type { Navigation } from './visits.ts';

interface ScreenProps {
  readonly shown: Shown;
  readonly hubs: readonly Hub[];
  readonly navigation: Navigation;
  readonly flow: ImportFlow;
}

/** The screen of a place; a defect in it stays in it. */
export function Screen(props: ScreenProps): ReactElement {
  const { shown } = props;
  const key = shown.hub === null ? shown.at : `${shown.at} ${shown.hub.id}`;
  return (
    <ErrorBoundary key={key}>
      <Suspense fallback={null}>
        <ScreenAt {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

function ScreenAt(props: ScreenProps): ReactElement {
  const { shown, navigation, flow } = props;
  const wishCertificates = useWishCertificates();
  if (shown.at === 'connect') return <Connect flow={flow} />;
  if (shown.at === 'activity' || shown.at === 'settings') return ownScreens[shown.at](props);
  if (shown.at !== 'registrations') return screensOfHub[shown.at]({ ...props, hub: shown.hub });
  const { hub, place } = shown;
  return (
    <RegistrationsScreen
      hub={hub}
      place={place}
      onPlace={(next, isStep) => {
        const there = { ...next, at: 'registrations', hubId: hub.id } as const;
        if (isStep) navigation.go(there);
        else navigation.amend(there);
      }}
      onLookAtCertificates={() => {
        wishCertificates(hub.id);
        navigation.go({ at: 'hub', hubId: hub.id });
      }}
    />
  );
}

const ownScreens: Readonly<Record<OwnScreenName, (props: ScreenProps) => ReactElement>> = {
  activity: ({ hubs }) => <ActivityScreen hubs={hubs} />,
  settings: ({ flow }) => (
    <SettingsScreen>
      <VaultSection />
      <OwnKeySection />
      <BackupSection onHandOff={flow.importHandOff} />
      <ReachSection hub={null} />
      <ReportSection />
    </SettingsScreen>
  ),
};

type HubScreenProps = ScreenProps & { readonly hub: Hub };

const screensOfHub: Readonly<Record<HubScreenName, (props: HubScreenProps) => ReactElement>> = {
  compare: ({ hub, hubs, navigation: { go } }) => (
    <CompareScreen hubs={hubs} hubId={hub.id} onOpen={(hubId, openId) => go({ at: 'registrations', hubId, openId })} />
  ),
  overview: ({ hub, navigation: { go } }) => (
    <OverviewScreen hub={hub} onShow={(filter) => go({ at: 'registrations', hubId: hub.id, filter })}>
      <SinceLastVisit hub={hub} onOpen={(openId) => go({ at: 'registrations', hubId: hub.id, openId })} />
    </OverviewScreen>
  ),
  reference: ({ hub, navigation: { go } }) => (
    <ReferenceScreen
      hub={hub}
      onTryIt={(tryIt) => {
        if (tryIt === 'token') go({ at: 'hub', hubId: hub.id });
        else if (tryIt === 'list') go({ at: 'registrations', hubId: hub.id });
        else go({ at: 'registrations', hubId: hub.id, wish: tryIt });
      }}
    />
  ),
  hub: ({ hub, flow }) => (
    <HubScreen hub={hub}>
      {hub.isPracticeHub && <PracticeHubSection />}
      <HandingOff>
        {(handOff) => (
          <CredentialList
            hub={hub}
            onImport={(expected) => (expected === undefined ? flow.chooseFile() : flow.chooseFileOf(expected))}
            onHandOff={handOff}
          />
        )}
      </HandingOff>
      <HandOffSection hub={hub} />
      <CheckupSection hub={hub} />
      <ReachSection hub={hub} />
      <ActionPathsSection hubId={hub.id} />
    </HubScreen>
  ),
};

function Connect({ flow }: { readonly flow: ImportFlow }): ReactElement {
  const start = useSwitchPracticeHub();
  const [wantsPractice, setWantsPractice] = useState(false);
  return (
    <ConnectScreen
      flow={flow}
      onTakeOver={flow.chooseBackup}
      onTryPractice={() => {
        setWantsPractice(true);
        start.mutate('start');
      }}
      practice={wantsPractice ? <PracticeHubCard start={start} onImport={flow.importPracticeFile} /> : null}
    />
  );
}
