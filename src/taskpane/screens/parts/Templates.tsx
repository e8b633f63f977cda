import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import React, { useState } from 'react';
import type { TemplateId } from '../../../app/templates/make-template';
import type { Text } from '../../../i18n/text';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

/** Blank input sheets to choose from, each with the reports that it would feed, and the forms to print and fill. */
export function Templates(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly TemplateId[]>([]);
  const kinds = state.workbook?.kinds ?? [];
  const forms = state.workbook?.forms ?? [];
  const there = new Set(state.workbook?.sheets.map(({ kind }) => kind));
  const separator = state.lang === 'zh' ? '、' : ', ';
  const insert = (): void => {
    setChosen([]);
    setOpen(false);
    actions.insertTemplates(chosen);
  };
  const choice = (template: TemplateId, title: Text, hint: string | undefined): React.ReactElement => (
    <div className="grow">
      <Checkbox
        label={say(title)}
        checked={chosen.includes(template)}
        ariaDescribedBy={`feeds-${template}`}
        onChange={(_, isChecked) =>
          setChosen(isChecked ? [...chosen, template] : chosen.filter((one) => one !== template))
        }
      />
      <div id={`feeds-${template}`} className="small" style={{ color: theme.tones.muted, paddingLeft: 28 }}>
        {hint}
      </div>
    </div>
  );
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
                {choice(
                  kind,
                  title,
                  feeds.length > 0
                    ? say(MESSAGES.templateFeeds, { reports: feeds.map((sheet) => say(sheet)).join(separator) })
                    : undefined,
                )}
                {there.has(kind) && (
                  <span className="small" style={{ color: theme.tones.muted }}>
                    {say(MESSAGES.templateThere)}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <h3 style={{ margin: '12px 0 4px' }}>{say(MESSAGES.forms)}</h3>
          <ul className="plain-list">
            {forms.map(({ template, title, readAs }) => (
              <li key={template} className="row" style={{ borderColor: theme.tones.line }}>
                {choice(template, title, readAs && say(MESSAGES.formReadAs, { kind: say(readAs) }))}
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
