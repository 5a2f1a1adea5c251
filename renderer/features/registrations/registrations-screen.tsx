// Registrations: the list of a hub, the details of one, and the form that registers another.
import { memo, useDeferredValue, useMemo, useRef, type ComponentProps, type ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ContactLine } from './contact-line.tsx';
import { RegistrationDetails } from './details/registration-details.tsx';
import { useEdits } from './edit/use-edits.ts';
import { HeadActions } from './head-actions.tsx';
import { NothingRead } from './list/list-content.tsx';
import { ListHeader } from './list/list-header.tsx';
import { ListSection } from './list/list-section.tsx';
import { ListTools } from './list/list-tools.tsx';
import { RegisterDialog } from './register/register-dialog.tsx';
import { useErrand } from './use-errand.ts';
import { useList } from './use-list.ts';
import { useScreen } from './use-screen.ts';
import type { GivenPlace, OnPlace } from './use-whereabouts.ts';
import './registrations.css';

interface RegistrationsScreenProps {
  readonly hub: Hub;
  /** Where on the screen the person is, if the frame keeps it; it hears `onPlace` and hands it back here. */
  readonly place?: GivenPlace;
  readonly onPlace?: OnPlace;
  /** Leads to what the hub shows over TLS. */
  readonly onLookAtCertificates?: () => void;
}

/** The whole screen of one hub; another hub starts with a fresh one. */
export function RegistrationsScreen(props: RegistrationsScreenProps): ReactElement {
  return <RegistrationsOf key={props.hub.id} {...props} />;
}

function RegistrationsOf({ hub, place, onPlace, onLookAtCertificates }: RegistrationsScreenProps): ReactElement {
  const hubId = hub.id;
  const list = useList(hub, place, onPlace);
  const { copy, registrations, contact, canAsk, failure } = list;
  const rootRef = useRef<HTMLDivElement>(null);
  const wish = place?.wish ?? null;
  const screen = useScreen({ ...list, hubId, rootRef, wish });
  const edits = useEdits();
  const errand = useErrand({ hubId, wish, registrations, edits, screen });
  // The rows follow every key at once; what stands around them a moment later.
  const { list: calmList, ...calm } = useDeferredValue({ list, screen, edits });

  return (
    <div ref={rootRef} className="registrations">
      <ListHeader {...list} isReading={contact.isReading} onNarrow={screen.narrow} onLeaveSearch={screen.leaveSearch}>
        <HeadActions hubId={hubId} registrations={registrations} list={calmList} {...calm} />
      </ListHeader>
      <ListTools
        copy={copy}
        columns={list.view.columns}
        view={calmList.view}
        settings={list.settings}
        changing={calmList.changing}
        onNarrow={screen.narrow}
      />
      {copy !== null && <ContactLine copy={copy} contact={contact} onLookAtCertificates={onLookAtCertificates} />}
      {failure !== null && <FailureNotice failure={failure} />}
      <div
        className="registrations-main"
        onKeyDown={({ key, target, currentTarget }) => {
          // A dialog over the screen is not in it, though its keys come by here.
          if (key === 'Escape' && target instanceof Node && currentTarget.contains(target)) screen.closeDetails();
        }}
      >
        <section className="registrations-list">
          {copy === null ? (
            <NothingRead contact={contact} />
          ) : (
            <ListSection
              {...list}
              selectedId={screen.selectedId}
              onSelect={screen.select}
              onOpen={errand.open}
              onNarrow={screen.narrow}
              onRegister={screen.openForm}
            />
          )}
        </section>
        <Details
          hubId={hubId}
          registrations={registrations}
          openId={screen.isDetailsOpen ? screen.selectedId : null}
          edits={edits}
          canAsk={canAsk}
          onClose={screen.closeDetails}
          onTell={screen.tell}
        />
        {screen.told !== null && (
          <div className="registrations-told">
            <Notice kind="positive" isLive title={screen.told} onDismiss={errand.dismiss} />
          </div>
        )}
      </div>
      <RegisterDialog
        isOpen={screen.isFormOpen}
        registering={screen.registering}
        registrations={registrations}
        canAsk={canAsk}
        onClose={screen.closeForm}
        onOpen={screen.showRegistered}
      />
    </div>
  );
}

interface DetailsProps extends Omit<ComponentProps<typeof RegistrationDetails>, 'registration'> {
  /** Whose details are open; null for nobody's. */
  readonly openId: string | null;
}

/** Drawn anew only when there is something new about it: not while the list is searched. */
const Details = memo(function DetailsOf({ openId, ...rest }: DetailsProps): ReactElement {
  const { registrations } = rest;
  const opened = useMemo(() => registrations.find(({ id }) => id === openId), [registrations, openId]);
  return <RegistrationDetails {...rest} registration={opened ?? null} />;
});
