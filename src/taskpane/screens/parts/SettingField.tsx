import { IconButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { Toggle } from 'office-ui-fabric-react/lib/Toggle';
import React, { useEffect, useState } from 'react';
import type { SettingView } from '../../../app/desk/desk';
import { MESSAGES } from '../../messages';
import { useSay, type Say } from '../../say';

interface SettingFieldProps {
  readonly setting: SettingView;
  readonly value: SettingView['value'];
  readonly onChange: (id: string, value: SettingView['value']) => void;
}

/** Binary noise stays out of what a person sees: 0.07 × 100 is 7. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** A threshold with its unit, bounds and default; ratios are typed as percent. */
export function SettingField({ setting, value, onChange }: SettingFieldProps): React.ReactElement {
  const say = useSay();
  const { id, label, options } = setting;
  const isChanged = value !== setting.default;
  const reset = isChanged && (
    <IconButton
      iconProps={{ iconName: 'Undo' }}
      ariaLabel={say(MESSAGES.resetOne, { label })}
      title={say(MESSAGES.settingDefault, { value: wordValue(setting, setting.default, say) })}
      onClick={() => onChange(id, setting.default)}
      styles={{ root: { marginTop: 29 } }}
    />
  );
  const field = (): React.ReactElement => {
    if (typeof value === 'boolean') {
      return (
        <Toggle
          label={say(label)}
          checked={value}
          onText={say(MESSAGES.yes)}
          offText={say(MESSAGES.no)}
          onChange={(_, isOn) => onChange(id, isOn ?? false)}
        />
      );
    }
    if (options) {
      return (
        <Dropdown
          label={say(label)}
          selectedKey={value}
          options={options.map((option) => ({ key: option.value, text: say(option.label) }))}
          onChange={(_, option) => option && onChange(id, String(option.key))}
        />
      );
    }
    if (typeof value === 'number') return <NumberField setting={setting} value={value} onChange={onChange} />;
    return <TextField label={say(label)} value={value} onChange={(_, words) => onChange(id, words ?? '')} />;
  };
  return (
    <div style={{ display: 'flex', gap: 4, marginBottom: 4 }}>
      <div style={{ flex: 1, minWidth: 0 }}>{field()}</div>
      {reset}
    </div>
  );
}

function NumberField({ setting, value, onChange }: SettingFieldProps & { readonly value: number }): React.ReactElement {
  const say = useSay();
  const factor = setting.isRatio ? 100 : 1;
  const [words, setWords] = useState(String(tidy(value * factor)));
  const [error, setError] = useState('');
  useEffect(() => {
    setWords(String(tidy(value * factor)));
    setError('');
  }, [value, factor]);
  const { bounds } = setting;
  const type = (typed: string): void => {
    setWords(typed);
    const next = Number(typed.normalize('NFKC').replace(/[,%\s]/g, '')) / factor;
    const problem =
      typed.trim() === '' || !Number.isFinite(next) || (bounds && (next < bounds.min || next > bounds.max))
        ? say(MESSAGES.settingBounds, {
            min: wordValue(setting, bounds?.min ?? 0, say),
            max: wordValue(setting, bounds?.max ?? 0, say),
          })
        : bounds?.whole && !Number.isInteger(next)
          ? say(MESSAGES.settingWhole)
          : '';
    setError(problem);
    if (problem === '' && tidy(next) !== value) onChange(setting.id, tidy(next));
  };
  return (
    <TextField
      label={say(setting.label)}
      value={words}
      suffix={setting.isRatio ? '%' : say(setting.unit)}
      errorMessage={error}
      onChange={(_, typed) => type(typed ?? '')}
    />
  );
}

/** A value as the pane says it. */
export function wordValue(setting: SettingView, value: SettingView['value'], say: Say): string {
  if (typeof value === 'boolean') return say(value ? MESSAGES.yes : MESSAGES.no);
  if (typeof value === 'number') return setting.isRatio ? `${tidy(value * 100)}%` : String(value);
  const option = setting.options?.find((one) => one.value === value);
  return option ? say(option.label) : value;
}
