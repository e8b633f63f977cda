import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import React from 'react';
import type { FailureInWords } from '../app/describe-failure';
import { CopyButton } from './CopyButton';
import { MESSAGES } from './messages';
import { usePaneContext } from './pane-context';
import { useSay } from './say';
import { useFocusAfter } from './use-focus';

/** What happened, what is safe, what to do; the details for whoever helps. */
export function FailureNotice({ failure }: { readonly failure: FailureInWords }): React.ReactElement {
  const { state, actions } = usePaneContext();
  const say = useSay();
  const place = useFocusAfter<HTMLDivElement>(failure);
  const isCancelled = failure.details.startsWith('cancelled');
  return (
    <div ref={place} tabIndex={-1} className="failure">
      <MessageBar
        messageBarType={isCancelled ? MessageBarType.info : MessageBarType.error}
        isMultiline
        onDismiss={actions.dismiss}
        dismissButtonAriaLabel={say(MESSAGES.dismiss)}
        role={isCancelled ? 'status' : 'alert'}
      >
        <div>
          <strong>{say(failure.what)}</strong>
        </div>
        <div>
          {say(MESSAGES.failureSafe)}
          {say(failure.safe)}
        </div>
        <div>
          {say(MESSAGES.failureTodo)}
          {say(failure.todo)}
        </div>
        {state.failedJob === 'connect' && (
          <div>
            <Link href="help.html" underline>
              {say(MESSAGES.openHelp)}
            </Link>
            {' · '}
            <Link href="standalone.html" target="_blank" underline>
              {say(MESSAGES.openPage)}
            </Link>
          </div>
        )}
        {!isCancelled && (
          <details>
            <summary>{say(MESSAGES.failureDetails)}</summary>
            <code>{failure.details}</code>
          </details>
        )}
        <div className="buttons">
          <DefaultButton text={say(MESSAGES.tryAgain)} onClick={actions.again} />
          {!isCancelled && <CopyButton label={say(MESSAGES.copyDetails)} text={failure.details} />}
        </div>
      </MessageBar>
    </div>
  );
}
