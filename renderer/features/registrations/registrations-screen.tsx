// Registrations: the list of a hub, the details of one, and the form that registers another.
import { useRef, type ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { Registration } from '#contract/registration.ts';
import { failureOf } from '../../app/ask.ts';
import { useSavedCopy } from '../../app/queries.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useConnectivity, canAskNow } from './connectivity.ts';
import { ContactLine } from './contact-line.tsx';
import { DetailsPane } from './details/details-pane.tsx';
import { NothingMatches, NothingRead, NothingRegistered } from './list/list-content.tsx';
import { ListHeader } from './list/list-header.tsx';
import { RegistrationsTable } from './list/registrations-table.tsx';
import { useListView, type ListView } from './list/use-list-view.ts';
import { RegisterDialog } from './register/register-dialog.tsx';
import { useScreen, type Screen } from './use-screen.ts';
import './registrations.css';

/** The whole screen of one hub; another hub starts with a fresh one. */
export function RegistrationsScreen({ hub }: { readonly hub: Hub }): ReactElement {
  return <RegistrationsOf key={hub.id} hub={hub} />;
}

const NONE: readonly Registration[] = [];

function RegistrationsOf({ hub }: { readonly hub: Hub }): ReactElement {
  const saved = useSavedCopy(hub.id);
  const contact = useConnectivity(hub);
  const copy = saved.data ?? null;
  const registrations = copy?.registrations ?? NONE;
  const view = useListView(registrations);
  const rootRef = useRef<HTMLDivElement>(null);
  const screen = useScreen({ hubId: hub.id, registrations, contact, view, rootRef });
  const failure = failureOf(saved.error);
  const shared: SharedProps = { hubId: hub.id, registrations, view, screen, canAsk: canAskNow(contact.connectivity) };

  return (
    <div ref={rootRef} className="registrations">
      <ListHeader copy={copy} view={view} contact={contact} canAsk={shared.canAsk} onRegister={screen.openForm} />
      {copy !== null && <ContactLine copy={copy} contact={contact} />}
      {failure !== null && <FailureNotice failure={failure} />}
      <div
        className="registrations-main"
        onKeyDown={({ key }) => {
          if (key === 'Escape') screen.closeDetails();
        }}
      >
        <section className="registrations-list">
          {copy === null ? <NothingRead contact={contact} /> : <List {...shared} />}
        </section>
        <Details {...shared} />
        {screen.told !== null && (
          <div className="registrations-told">
            <Notice kind="positive" isLive title={screen.told} onDismiss={screen.dismiss} />
          </div>
        )}
      </div>
      <RegisterDialog
        isOpen={screen.isFormOpen}
        registering={screen.registering}
        registrations={registrations}
        onClose={screen.closeForm}
        onOpen={screen.showRegistered}
      />
    </div>
  );
}

interface SharedProps {
  readonly hubId: string;
  readonly registrations: readonly Registration[];
  readonly view: ListView;
  readonly screen: Screen;
  readonly canAsk: boolean;
}

function List({ registrations, view, screen, canAsk }: SharedProps): ReactElement {
  if (registrations.length === 0) return <NothingRegistered canAsk={canAsk} onRegister={screen.openForm} />;
  if (view.shown.length === 0) {
    return <NothingMatches filter={view.filter} count={registrations.length} onClear={() => view.setFilter('')} />;
  }
  return (
    <RegistrationsTable
      registrations={view.shown}
      order={view.order}
      onOrder={view.setOrder}
      selectedId={screen.selectedId}
      onSelect={screen.select}
      onOpen={screen.open}
    />
  );
}

function Details({ hubId, registrations, screen, canAsk }: SharedProps): ReactElement | null {
  const selected = registrations.find(({ id }) => id === screen.selectedId);
  if (!screen.isDetailsOpen || selected === undefined) return null;
  return <DetailsPane hubId={hubId} registration={selected} canAsk={canAsk} onClose={screen.closeDetails} />;
}
