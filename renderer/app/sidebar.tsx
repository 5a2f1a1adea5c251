// The sidebar: the saved hubs, the screens of the one that is shown, and those of this computer, which are always there.
import {
  BookOpen,
  ChartColumn,
  CircleAlert,
  FlaskConical,
  GitCompareArrows,
  KeyRound,
  Network,
  Plus,
  ScrollText,
  Settings2,
  Table2,
  type LucideIcon,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Hub } from '#contract/credentials.ts';
import { Icon } from '../ui/icon.tsx';
import { shellWords as words } from '../words/shell-words.ts';
import type { Shown } from './place.ts';
import { useUnknownCalls } from './queries.ts';
import type { Navigation } from './visits.ts';

/** The screens about the hub that is shown. */
const HUB_SCREENS = [
  { at: 'registrations', icon: Table2, label: words.registrations },
  { at: 'overview', icon: ChartColumn, label: words.overview },
  { at: 'compare', icon: GitCompareArrows, label: words.compare },
  { at: 'reference', icon: BookOpen, label: words.reference },
  { at: 'hub', icon: KeyRound, label: words.manage },
] as const;

/** The screens about all hubs and this computer. */
const OWN_SCREENS = [
  { at: 'activity', icon: ScrollText, label: words.activity },
  { at: 'settings', icon: Settings2, label: words.settings },
] as const;

interface SidebarProps {
  readonly hubs: readonly Hub[];
  readonly shown: Shown;
  readonly navigation: Pick<Navigation, 'go' | 'listOf'>;
}

export function Sidebar({ hubs, shown, navigation: { go: onGo, listOf } }: SidebarProps): ReactElement {
  const hubId = shown.hub?.id ?? null;
  const unknown = useUnknownCalls();
  return (
    <nav className="sidebar" aria-label={words.hubs}>
      <h2 className="sidebar-head">{words.hubs}</h2>
      <ul className="sidebar-list">
        {hubs.map((hub) => (
          <Entry
            key={hub.id}
            icon={hub.isPracticeHub ? FlaskConical : Network}
            label={hub.name}
            isCurrent={hub.id === hubId}
            {...(needsAttention(hub) ? { attention: words.needsAttention } : {})}
            onPress={() => onGo(listOf(hub.id))}
          />
        ))}
        <Entry
          icon={Plus}
          label={words.addHub}
          isCurrent={shown.at === 'connect'}
          onPress={() => onGo({ at: 'connect' })}
        />
      </ul>
      {hubId !== null && (
        <ul className="sidebar-list sidebar-screens" aria-label={words.screens}>
          {HUB_SCREENS.map(({ at, icon, label }) => (
            <Entry
              key={at}
              icon={icon}
              label={label}
              isCurrent={shown.at === at}
              onPress={() => onGo(at === 'registrations' ? listOf(hubId) : { at, hubId })}
            />
          ))}
        </ul>
      )}
      <ul className="sidebar-list sidebar-screens" aria-label={words.allHubs}>
        {OWN_SCREENS.map(({ at, icon, label }) => (
          <Entry
            key={at}
            icon={icon}
            label={label}
            isCurrent={shown.at === at}
            {...(at === 'activity' && unknown > 0 ? { attention: words.unknownCalls(unknown) } : {})}
            onPress={() => onGo({ at, hubId })}
          />
        ))}
      </ul>
    </nav>
  );
}

interface EntryProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isCurrent: boolean;
  /** What is the matter, in a few words. */
  readonly attention?: string;
  readonly onPress: () => void;
}

function Entry({ icon, label, isCurrent, attention, onPress }: EntryProps): ReactElement {
  return (
    <li>
      <Button className="sidebar-entry" {...(isCurrent ? { 'aria-current': 'true' } : {})} onPress={onPress}>
        <Icon of={icon} />
        <span className="truncate">{label}</span>
        {attention !== undefined && (
          <span className="sidebar-attention" title={attention} role="img" aria-label={attention}>
            <Icon of={CircleAlert} size={14} />
          </span>
        )}
      </Button>
    </li>
  );
}

function needsAttention(hub: Hub): boolean {
  const inUse = hub.credentials.find(({ id }) => id === hub.credentialInUseId);
  return inUse !== undefined && inUse.secretState !== 'ready';
}
