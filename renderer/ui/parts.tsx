// The small parts that every screen is put together from: headings of a view, empty states, pairs, badges.
import type { ReactElement, ReactNode } from 'react';
import './parts.css';

interface EmptyStateProps {
  /** One picture drawn for it. */
  readonly picture?: ReactNode;
  readonly title: string;
  /** One sentence that says what to do next. */
  readonly children: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
}

/** Where nothing is yet: an invitation. */
export function EmptyState({ picture, title, children, action }: EmptyStateProps): ReactElement {
  return (
    <div className="empty-state">
      {picture}
      <h2>{title}</h2>
      <p className="muted">{children}</p>
      {action}
    </div>
  );
}

interface ViewHeadProps {
  readonly title: string;
  /** Said beside the title: a count, an age. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** The head line of a view: its title, what is known about it, its actions at the right. */
export function ViewHead({ title, aside, children }: ViewHeadProps): ReactElement {
  return (
    <div className="view-head">
      <h1 className="truncate">{title}</h1>
      {aside !== undefined && <span className="muted truncate tabular">{aside}</span>}
      <span className="view-head-space" />
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** One button at the end of the title's line. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** A titled part of a view. */
export function Section({ title, lead, action, children }: SectionProps): ReactElement {
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {action}
      </div>
      {lead !== undefined && <p className="section-lead muted">{lead}</p>}
      {children}
    </section>
  );
}

export interface KeyValue {
  readonly key: string;
  readonly value: ReactNode;
  /** For IDs and URLs. */
  readonly isCode?: boolean;
}

/** Names and their values, in two columns. */
export function KeyValueList({ pairs }: { readonly pairs: readonly KeyValue[] }): ReactElement {
  return (
    <dl className="key-values">
      {pairs.map(({ key, value, isCode = false }) => (
        <div key={key} className="key-value">
          <dt>{key}</dt>
          <dd className={isCode ? 'selectable code' : 'selectable'}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A few short facts side by side, each under its name. */
export function Facts({ pairs }: { readonly pairs: readonly KeyValue[] }): ReactElement {
  return (
    <dl className="facts">
      {pairs.map(({ key, value }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd className="selectable">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface BadgeProps {
  readonly kind?: 'neutral' | 'accent' | 'caution';
  readonly children: ReactNode;
}

/** A word that marks a thing: *in use*, *practice*. */
export function Badge({ kind = 'neutral', children }: BadgeProps): ReactElement {
  return <span className={`badge badge-${kind}`}>{children}</span>;
}

/** Words that are only spoken: what the rest shows to the eye. */
export function Spoken({ children }: { readonly children: ReactNode }): ReactElement {
  return <span className="spoken">{children}</span>;
}
