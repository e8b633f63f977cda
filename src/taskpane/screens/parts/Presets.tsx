import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import React, { useState } from 'react';
import type { PresetView, SettingView } from '../../../app/desk/desk';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';
import { wordValue } from './SettingField';

interface PresetsProps {
  readonly settings: readonly SettingView[];
  readonly valueOf: (setting: SettingView) => SettingView['value'];
}

/** Named sets of settings: what each would change is said before it is applied. */
export function Presets({ settings, valueOf }: PresetsProps): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const presets = state.workbook?.presets ?? [];
  const groups = [...new Set(presets.map(({ group }) => group.en))];
  const apply = ({ values }: PresetView): void => {
    actions.refuse(Object.fromEntries(Object.entries(state.refused).filter(([id]) => !(id in values))));
    actions.choose({ settings: { ...state.choices.settings, ...values } });
  };
  const changesOf = ({ values }: PresetView): readonly string[] =>
    settings.flatMap((setting) => {
      const to = values[setting.id];
      const from = valueOf(setting);
      if (to === undefined || to === from) return [];
      const { label } = setting;
      return [
        say(MESSAGES.presetChange, {
          label,
          from: wordValue(setting, from, say),
          to: wordValue(setting, to, say),
        }),
      ];
    });
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary style={{ cursor: 'pointer', padding: '8px 0' }}>{say(MESSAGES.presets)}</summary>
      {isOpen &&
        groups.map((group) => {
          const members = presets.filter((preset) => preset.group.en === group);
          return (
            <section key={group}>
              <h3 className="small" style={{ margin: '8px 0 4px' }}>
                {say(members[0]!.group)}
              </h3>
              <ul className="plain-list">
                {members.map((preset) => {
                  const changes = changesOf(preset);
                  return (
                    <li key={preset.id} className="row" style={{ borderColor: theme.tones.line }}>
                      <div className="grow">
                        <DefaultButton
                          text={say(preset.label)}
                          ariaLabel={say(MESSAGES.presetApply, { label: preset.label })}
                          disabled={changes.length === 0}
                          onClick={() => apply(preset)}
                          styles={{
                            root: { width: '100%', height: 'auto', minHeight: 32, padding: '4px 12px' },
                            label: { whiteSpace: 'normal', lineHeight: '1.3' },
                          }}
                        />
                        <div className="small" style={{ color: theme.tones.muted, paddingTop: 2 }}>
                          {changes.length === 0
                            ? say(MESSAGES.presetInForce)
                            : changes.map((change) => <div key={change}>{change}</div>)}
                        </div>
                      </div>
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
    </details>
  );
}
