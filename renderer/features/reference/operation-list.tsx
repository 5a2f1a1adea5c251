// The calls of the API by their groups; arrows go from one to the next.
import type { ReactElement } from 'react';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import type { ReferenceOperation } from '#contract/reference.ts';
import { referenceWords as words } from '../../words/reference-words.ts';
import { groupsOf } from './find-operations.ts';

interface OperationListProps {
  readonly operations: readonly ReferenceOperation[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}

export function OperationList({ operations, selectedId, onSelect }: OperationListProps): ReactElement {
  return (
    <ListBox
      aria-label={words.calls}
      className="reference-list"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selectedId === null ? [] : [selectedId]}
      onSelectionChange={(keys) => {
        for (const key of keys) onSelect(String(key));
      }}
    >
      {groupsOf(operations).map(({ name, operations: members }) => (
        <ListBoxSection key={name} id={`group ${name}`} className="reference-group">
          <Header className="reference-group-name">{name === '' ? words.noGroup : name}</Header>
          {members.map((operation) => (
            <OperationItem key={operation.id} operation={operation} />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

function OperationItem({ operation }: { readonly operation: ReferenceOperation }): ReactElement {
  const { id, method, path, summary } = operation;
  const name = summary === '' ? path : summary;
  return (
    <ListBoxItem id={id} textValue={`${name}, ${method} ${path}`} className="reference-item">
      <span className="truncate">{name}</span>
      <span className="reference-item-call code truncate">
        <span className="reference-method">{method}</span> {pathEnd(path)}
      </span>
    </ListBoxItem>
  );
}

/** What fits beside a method; what calls differ in stands at the end of their paths. */
const LONGEST_PATH = 28;

function pathEnd(path: string): string {
  const parts = path.split('/');
  let end = path;
  while (end.length > LONGEST_PATH && parts.length > 1) {
    parts.shift();
    end = `…/${parts.join('/')}`;
  }
  return end;
}
