// How a hub is reached, on its own screen; or, in the settings, how every hub is that has nothing of its own.
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ReachView } from '#contract/reach.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { QueryFailure } from '../../app/query-failure.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Section } from '../../ui/parts.tsx';
import { reachWords as words } from '../../words/reach-words.ts';
import { CertificateList } from './certificate-list.tsx';
import { CertificateLooks } from './certificate-looks.tsx';
import { ClientCertificate } from './client-certificate.tsx';
import { ProxyForm } from './proxy-form.tsx';
import { TimeoutsForm } from './timeouts-form.tsx';
import './reach.css';

interface ReachHub {
  readonly id: string;
  readonly name: string;
}

/** `hub` null: what holds for all of them. */
export function ReachSection({ hub }: { readonly hub: ReachHub | null }): ReactElement {
  const bridge = useBridge();
  const hubId = hub?.id ?? null;
  const query = useQuery({
    queryKey: queryKeys.reach(hubId),
    queryFn: () => ask(bridge.reach.read({ hubId })),
    // Using a secret may have shown that it does not open any more.
    staleTime: 0,
  });
  return (
    <Section title={words.title} lead={hub === null ? words.defaultsLead : words.lead}>
      <QueryFailure query={query} />
      {query.data !== undefined && <ReachForms hub={hub} reach={query.data} />}
    </Section>
  );
}

/** What is typed starts anew from another proxy, not when only the state of its password is another. */
function typingKey(proxy: ReachView['proxy']): string {
  return JSON.stringify(proxy?.kind === 'manual' ? [proxy.address, proxy.userName] : proxy);
}

interface ReachFormsProps {
  readonly hub: ReachHub | null;
  readonly reach: ReachView;
}

function ReachForms({ hub, reach }: ReachFormsProps): ReactElement {
  const hubId = hub?.id ?? null;
  return (
    <div className="reach">
      <ProxyForm key={typingKey(reach.proxy)} hubId={hubId} proxy={reach.proxy} />
      <CertificateList hubId={hubId} certificates={reach.certificates} />
      {hub !== null && <ClientCertificate hubId={hub.id} certificate={reach.clientCertificate} />}
      {hub !== null && <CertificateLooks hub={hub} />}
      <TimeoutsForm hubId={hubId} timeouts={reach.timeouts} />
    </div>
  );
}
