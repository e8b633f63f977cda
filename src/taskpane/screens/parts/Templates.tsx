import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import React, { useState } from 'react';
import type { SheetKind } from '../../../ingest/fields/define-fields';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

/** Blank input sheets to choose from, each with the reports that it would feed. */
export function Templates(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly SheetKind[]>([]);
  const kinds = state.workbook?.kinds ?? [];
  const there = new Set(state.workbook?.sheets.map(({ kind }) => kind));
  const separator = state.lang === 'zh' ? '、' : ', ';
  const insert = (): void => {
    setChosen([]);
    setOpen(false);
    actions.insertTemplates(chosen);
  };
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary style={{ cursor: 'pointer', padding: '8px 0' }}>{say(MESSAGES.templates)}</summary>
      {isOpen && (
        <>
          <p className="small" style={{ color: theme.tones.muted }}>
            {say(MESSAGES.templatesHint)}
          </p>
          <ul className="plain-list">
            {kinds.map(({ kind, title, feeds }) => (
              <li key={kind} className="row" style={{ borderColor: theme.tones.line }}>
                <div className="grow">
                  <Checkbox
                    label={say(title)}
                    checked={chosen.includes(kind)}
                    ariaDescribedBy={`feeds-${kind}`}
                    onChange={(_, isChecked) =>
                      setChosen(isChecked ? [...chosen, kind] : chosen.filter((one) => one !== kind))
                    }
                  />
                  <div id={`feeds-${kind}`} className="small" style={{ color: theme.tones.muted, paddingLeft: 28 }}>
                    {feeds.length > 0 &&
                      say(MESSAGES.templateFeeds, { reports: feeds.map((sheet) => say(sheet)).join(separator) })}
                  </div>
                </div>
                {there.has(kind) && (
                  <span className="small" style={{ color: theme.tones.muted }}>
                    {say(MESSAGES.templateThere)}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <PrimaryButton
            text={say(MESSAGES.templatesInsert, { count: chosen.length })}
            disabled={chosen.length === 0}
            onClick={insert}
          />
        </>
      )}
    </details>
  );
}
