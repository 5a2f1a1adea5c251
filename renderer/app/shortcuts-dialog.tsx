// Every shortcut on one page, under `?`.
import { useEffect, useState, type ReactElement } from 'react';
import { Dialog, DialogBody, DialogFoot } from '../ui/dialog.tsx';
import { Button } from '../ui/button.tsx';
import { shortcutGroups, shortcutWords as words } from '../words/shortcut-words.ts';
import { uiWords } from '../words/ui-words.ts';
import './shortcuts-dialog.css';

/** Opens under `?` wherever nobody is typing. */
export function ShortcutsDialog(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const close = (): void => setIsOpen(false);
  return (
    <Dialog title={words.title} isOpen={isOpen} onClose={close}>
      <DialogBody isText>
        {shortcutGroups(isMac()).map(({ heading, shortcuts }) => (
          <section key={heading} className="shortcuts">
            <h3>{heading}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={does}>
                  <dt>{does}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogBody>
      <DialogFoot>
        <Button autoFocus onPress={close}>
          {uiWords.close}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function isMac(): boolean {
  return /mac/i.test(navigator.userAgent);
}
