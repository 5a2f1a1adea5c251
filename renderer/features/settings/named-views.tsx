// The saved views of lists: their names, what they hold, and the way to be rid of one.
import { X } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import type { NamedView, Settings } from '#contract/settings.ts';
import { IconButton } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Section } from '../../ui/parts.tsx';
import { settingsWords as words, viewInShort } from '../../words/settings-words.ts';
import { useChangeSetting } from './use-change-setting.ts';

export function NamedViews({ settings }: { readonly settings: Settings }): ReactElement {
  const { shown, change, failure } = useChangeSetting(settings);
  const placeRef = useRef<HTMLDivElement>(null);

  function remove(name: string): void {
    // The button goes with its view; the focus stays where it was.
    placeRef.current?.focus();
    change({ views: shown.views.filter((view) => view.name !== name) });
  }

  return (
    <Section title={words.views} lead={words.viewsLead}>
      <div ref={placeRef} role="group" aria-label={words.views} tabIndex={-1}>
        {shown.views.length === 0 ? (
          <p className="muted">{words.noViews}</p>
        ) : (
          <ul className="setting-views">
            {shown.views.map((view) => (
              <SavedView key={view.name} view={view} onRemove={() => remove(view.name)} />
            ))}
          </ul>
        )}
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
    </Section>
  );
}

function SavedView({ view, onRemove }: { readonly view: NamedView; readonly onRemove: () => void }): ReactElement {
  return (
    <li>
      <span className="truncate">{view.name}</span>
      <span className="muted truncate">{viewInShort(view.view)}</span>
      <IconButton size="small" icon={X} label={words.removeView(view.name)} onPress={onRemove} />
    </li>
  );
}
