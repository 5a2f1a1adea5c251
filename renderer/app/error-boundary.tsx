// A defect in one screen must not take the whole window: it is said in its place, and one press tries again.
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/parts.tsx';
import { shellWords } from '../words/shell-words.ts';
import { uiWords } from '../words/ui-words.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** React has no other way to catch what a component throws than a class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div role="alert" className="broken">
        <EmptyState
          title={shellWords.broken}
          action={<Button onPress={() => this.setState({ isBroken: false })}>{uiWords.tryAgain}</Button>}
        >
          {shellWords.brokenDetail}
        </EmptyState>
      </div>
    );
  }
}
