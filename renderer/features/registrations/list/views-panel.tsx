// The views the person saved: one press shows one; saving under a name that is taken replaces it.
import { Check, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import type { NamedView } from '#contract/settings.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { listViewWords as words } from '../../../words/list-view-words.ts';
import { isSameName, isShown, MOST_VIEWS, viewOf, withoutView, withView } from './named-views.ts';
import type { ListView } from './use-list-view.ts';
import './views-panel.css';

interface ViewsPanelProps {
  readonly views: readonly NamedView[];
  readonly now: ListView;
  readonly onShow: (view: NamedView) => void;
  readonly onChange: (views: NamedView[]) => void;
}

export function ViewsPanel(props: ViewsPanelProps): ReactElement {
  const { views, now, onShow, onChange } = props;
  return (
    <Panel label={words.views}>
      {(close) => (
        <div className="views-panel">
          <p className="muted">{views.length === 0 ? `${words.noViews} ${words.viewsHint}` : words.viewsHint}</p>
          {views.length > 0 && (
            <ul aria-label={words.views}>
              {views.map((view) => (
                <li key={view.name} className="views-row">
                  <AriaButton
                    className="views-choice"
                    {...(isShown(view.view, now) ? { 'aria-current': 'true' } : {})}
                    onPress={() => {
                      onShow(view);
                      close();
                    }}
                  >
                    <span className="truncate">{view.name}</span>
                    <Icon of={Check} size={14} />
                  </AriaButton>
                  <IconButton
                    size="small"
                    icon={X}
                    label={words.removeView(view.name)}
                    onPress={({ target }) => {
                      // The button goes with its row; the focus stays in the panel.
                      target.closest('.panel')?.querySelector('input')?.focus();
                      onChange(withoutView(views, view.name));
                    }}
                  />
                </li>
              ))}
            </ul>
          )}
          <SaveView {...props} />
        </div>
      )}
    </Panel>
  );
}

function SaveView({ views, now, onChange }: ViewsPanelProps): ReactElement {
  const [name, setName] = useState('');
  const replaces = views.some((view) => isSameName(view.name, name));
  const isFull = views.length >= MOST_VIEWS && !replaces;
  return (
    <Form
      className="views-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '' || isFull) return;
        onChange(withView(views, { name: name.trim(), view: viewOf(now) }));
        setName('');
      }}
    >
      <TextField label={words.viewName} maxLength={80} value={name} onChange={setName} />
      <Button type="submit" isDisabled={name.trim() === '' || isFull}>
        {replaces ? words.replaceView : words.saveView}
      </Button>
    </Form>
  );
}
