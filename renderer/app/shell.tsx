// The frame around every screen: title area, sidebar, the screen itself, status bar, and the one import for all of them.
import type { ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { useImport } from '../features/credentials/use-import.ts';
import { WishedReport } from '../features/problems/wished-report.tsx';
import { UnlockDialog } from '../features/vault/unlock-dialog.tsx';
import { useBridgeEvents } from './bridge-events.ts';
import { DropOverlay } from './drop-overlay.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useFileDrag } from './file-drag.ts';
import { ImportDialogs } from './import-dialogs.tsx';
import { Notices } from './notices.tsx';
import { shownAt } from './place.ts';
import { useHubs } from './queries.ts';
import { QueryFailure } from './query-failure.tsx';
import { Screen } from './screen.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { Sidebar } from './sidebar.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleArea } from './title-area.tsx';
import { useVisits } from './visits.ts';
import './shell.css';

const NO_HUBS: readonly Hub[] = [];

export function Shell(): ReactElement | null {
  useBridgeEvents();
  const hubsQuery = useHubs();
  const hubs = hubsQuery.data ?? NO_HUBS;
  const navigation = useVisits();
  const flow = useImport();
  const isDragging = useFileDrag(flow.importFiles);

  // The saved hubs are there within milliseconds: until then nothing is shown, rather than a start screen that flickers.
  if (hubsQuery.isPending) return null;
  const shown = shownAt(navigation.place, hubs);

  return (
    <div className="shell">
      <TitleArea hub={shown.hub} navigation={navigation} />
      <Sidebar hubs={hubs} shown={shown} navigation={navigation} />
      <main className="shell-main">
        <div className="shell-notices">
          <QueryFailure query={hubsQuery} />
          <ErrorBoundary>
            <Notices flow={flow} shown={shown} hubs={hubs} onGo={navigation.go} />
          </ErrorBoundary>
        </div>
        <div className="shell-screen">
          <Screen shown={shown} hubs={hubs} flow={flow} navigation={navigation} />
        </div>
      </main>
      <StatusBar hub={shown.hub} />
      <UnlockDialog />
      <ShortcutsDialog />
      <WishedReport />
      {isDragging && <DropOverlay />}
      {/* A defect in the review of one file is not one in the next. */}
      <ErrorBoundary key={flow.state.step.kind}>
        <ImportDialogs
          flow={flow}
          onSaved={(outcome) => navigation.go({ at: 'registrations', hubId: outcome.hub.id })}
        />
      </ErrorBoundary>
    </div>
  );
}
