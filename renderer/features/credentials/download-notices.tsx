// The imported files that still hold a secret in clear, each with the offer to move it to the bin: above every screen.
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Download } from '#contract/credentials.ts';
import type { Settings } from '#contract/settings.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { downloadWords as words } from '../../words/credential-words.ts';

export function DownloadNotices(): ReactElement {
  const bridge = useBridge();
  const { data: downloads = [] } = useQuery({
    queryKey: queryKeys.downloads,
    queryFn: () => ask(bridge.downloads.list()),
  });
  return (
    <>
      {downloads.map((download) => (
        <DownloadNotice key={download.id} download={download} />
      ))}
    </>
  );
}

function DownloadNotice({ download }: { readonly download: Download }): ReactElement {
  const bridge = useBridge();
  const { id: downloadId, fileName } = download;
  const keep = useMutation({ mutationFn: () => ask(bridge.downloads.keep({ downloadId })) });
  if (download.state === 'binned') {
    return (
      <Notice kind="positive" isLive title={words.binned(fileName)} onDismiss={() => keep.mutate()}>
        {words.binnedDetail}
      </Notice>
    );
  }
  return <Offer download={download} onKeep={() => keep.mutate()} />;
}

interface OfferProps {
  readonly download: Download;
  readonly onKeep: () => void;
}

function Offer({ download, onKeep }: OfferProps): ReactElement {
  const bridge = useBridge();
  const { id: downloadId, fileName } = download;
  const bin = useMutation({ mutationFn: () => ask(bridge.downloads.bin({ downloadId })) });
  const remember = useMutation({
    mutationFn: (importedFile: Settings['importedFile']) => ask(bridge.settings.change({ importedFile })),
    onSuccess: ({ importedFile }) => (importedFile === 'bin' ? bin.mutate() : onKeep()),
  });
  // What main tells of the last attempt stays there when the screen is left.
  const failure = failureOf(remember.error) ?? download.failure;
  const actions = (
    <>
      <Button size="small" isPending={bin.isPending} onPress={() => bin.mutate()}>
        {words.bin}
      </Button>
      <Button size="small" look="quiet" onPress={onKeep}>
        {words.keep}
      </Button>
      <Menu
        label={words.more(download)}
        actions={[
          { id: 'bin', label: words.alwaysBin, onAction: () => remember.mutate('bin') },
          { id: 'keep', label: words.neverAsk, onAction: () => remember.mutate('keep') },
        ]}
      >
        <Button size="small" look="quiet">
          {words.fromNowOn}
        </Button>
      </Menu>
    </>
  );
  if (failure !== null) return <FailureNotice failure={failure} actions={actions} />;
  return (
    <Notice kind="info" title={words.offered(fileName)} actions={actions}>
      {words.offeredDetail}
    </Notice>
  );
}
