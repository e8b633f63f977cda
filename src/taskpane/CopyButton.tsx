import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import React, { useState } from 'react';
import { MESSAGES } from './messages';
import { useSay } from './say';

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
}

/** Copies a text; where the browser does not let the page, shows it selected for Ctrl+C. */
export function CopyButton({ label, text }: CopyButtonProps): React.ReactElement {
  const say = useSay();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = (): void => {
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) setState('refused');
    else
      clipboard.writeText(text).then(
        () => setState('copied'),
        () => setState('refused'),
      );
  };
  return (
    <>
      <DefaultButton text={state === 'copied' ? say(MESSAGES.copied) : label} onClick={copy} />
      {state === 'refused' && (
        <TextField
          multiline
          readOnly
          autoFocus
          rows={4}
          label={say(MESSAGES.copyByHand)}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          styles={{ root: { flexBasis: '100%' } }}
        />
      )}
    </>
  );
}
