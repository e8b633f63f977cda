import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import React, { useState } from 'react';
import type { FailureInWords } from '../app/describe-failure';
import { MESSAGES } from './messages';
import { usePaneContext } from './pane-context';
import { useSay } from './say';

/** What happened, what is safe, what to do; the details for whoever helps. */
export function FailureNotice({ failure }: { readonly failure: FailureInWords }): React.ReactElement {
  const { state, actions } = usePaneContext();
  const say = useSay();
  const [isCopied, setCopied] = useState(false);
  const isCancelled = failure.details.startsWith('cancelled');
  const copy = (): void => {
    void navigator.clipboard.writeText(failure.details).then(() => setCopied(true));
  };
  return (
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
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
        <DefaultButton text={say(MESSAGES.tryAgain)} onClick={actions.again} />
        {!isCancelled && <DefaultButton text={say(isCopied ? MESSAGES.copied : MESSAGES.copyDetails)} onClick={copy} />}
      </div>
    </MessageBar>
  );
}
